"""Names in, identities out: report by report, independent of their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsreel.model import Claim, Judgement, Report, Verdict
from newsreel.resolving.company import weigh_works, worth_weighing
from newsreel.resolving.evidence import Evidence, weigh_names, works_of
from newsreel.resolving.explaining import Explanation, explain_pair, questions, shown
from newsreel.resolving.identities import Identities, assemble
from newsreel.resolving.layer import Layer
from newsreel.resolving.mentions import Mention, gather
from newsreel.resolving.nodes import WORK, Node, name_keys, node_key, work_keys
from newsreel.resolving.replaying import by_person, is_reference, replay, standing
from newsreel.resolving.weights import weights


class Resolver:
    """Decides which names are one thing, and decides anew, where it must, as more is known.

    The identities depend on the reports and judgements taken in, and on nothing else: neither on their order nor on
    what was there in between. `judgements`: those of persons; judgements of rules are made here and may be handed in,
    too, but do not count.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        limits = weights().thresholds
        self._marks: dict[str, str] = {}
        self._names = Layer(self._weigh_names, _of_one_kind, limits["names"], self._name_keys)
        self._works = Layer(weigh_works, worth_weighing, limits["works"], work_keys)
        self._reports: dict[str, list[Mention]] = {}
        self._mentions: dict[str, Mention] = {}
        self._judgements: dict[str, Judgement] = {}
        self._about: dict[str, set[str]] = {}
        for judgement in judgements:
            self.judge(judgement)

    def add(self, report: Report, claims: Sequence[Claim]) -> None:
        """Takes in what a report says; a report of the same id is replaced."""
        self.withdraw(report.id)
        found = self._reports[report.id] = gather(report, claims)
        self._mentions.update((mention.id, mention) for mention in found)
        for mention in found:
            self._layer(mention).take(mention, self._key(mention))
        for judgement in {j for mention in found for j in self._about.get(mention.id, ())}:
            self._refile(self._judgements[judgement])

    def withdraw(self, report: str) -> None:
        """Forgets a report; what only it had joined comes apart."""
        for mention in self._reports.pop(report, []):
            self._layer(mention).drop(mention)
            del self._mentions[mention.id]

    def judge(self, judgement: Judgement) -> None:
        """Takes in a judgement; one of a rule on two mentions is passed over, for rules judge anew."""
        counts = by_person(judgement) or is_reference(judgement)
        if counts and judgement.id not in self._judgements:
            self._judgements[judgement.id] = judgement
            for side in (judgement.left, judgement.right):
                self._about.setdefault(side, set()).add(judgement.id)
            self._refile(judgement)

    def take_back(self, judgement: str) -> None:
        """Forgets a judgement, by its id; what it had joined or held apart is decided without it."""
        gone = self._judgements.pop(judgement, None)
        if gone is not None:
            for side in (gone.left, gone.right):
                self._about[side].discard(judgement)
            self._refile(gone)

    def identities(self) -> Identities:
        """Who is who, as of all that was taken in."""
        said = self._said()
        for layer in (self._works, self._names):
            layer.judged({p: word for p, word in said.items() if p[0] in layer.nodes and p[1] in layer.nodes})
            layer.current()
            if layer is self._works:
                self._mark()
        rules = self._rules()
        groups, clashes = replay([*rules, *(j for j in self._judgements.values() if not is_reference(j))])
        entities = assemble(self._mentions.values(), groups)
        where = {mention: entity.id for entity in entities.values() for mention in entity.mentions}
        asked = questions((self._names, self._works), where)
        return Identities(entities, where, rules, asked, clashes, self._references(where))

    def _weigh_names(self, one: Node, other: Node) -> Evidence:
        return weigh_names(one, other, self._marks)

    def _name_keys(self, node: Node) -> frozenset[str]:
        return name_keys(node) | {f"{node.kind}|in {mark}" for mark in works_of(node, self._marks)}

    def _mark(self) -> None:
        """Notes what every work was decided to be; names that keep other company than before are weighed anew."""
        marks = self._works.marks()
        changed = {mention for mention in marks.keys() & self._marks.keys() if marks[mention] != self._marks[mention]}
        self._marks = marks
        for work in changed:
            for link in self._mentions[work].links:
                if link.other in self._names.home:
                    self._names.dirty.add(self._names.home[link.other])

    def explain(self, one: str, other: str) -> Explanation:
        """Why two mentions are one thing, or two: the evidence for and against, and what persons said."""
        first, second = self._mentions[one], self._mentions[other]
        layer = self._layer(first)
        return explain_pair(layer, first, second, tuple(standing(self._judgements.values()).values()))

    def split(self, mention: str, *, by: str, because: str, date: str = "") -> tuple[Judgement, ...]:
        """The judgements that take one mention out of its entity for good; they are made here, not yet taken in."""
        layer = self._layer(self._mentions[mention])
        home, mark = layer.home[mention], layer.marks()
        others = set(layer.nodes[home].mentions) - {mention}
        others |= {node.first for key, node in layer.nodes.items() if key != home and mark[node.first] == mark[mention]}
        pairs = (sorted((mention, other)) for other in sorted(others))
        return tuple(Judgement(left, right, Verdict.DIFFERENT, by, because, date) for left, right in pairs)

    def evidence_of(self, mention: str) -> tuple[str, ...]:
        """What is known of a mention, in words, as a person who judges sees it."""
        layer = self._layer(self._mentions[mention])
        return shown(layer.nodes[layer.home[mention]])

    def _layer(self, mention: Mention) -> Layer:
        return self._works if mention.kind == WORK else self._names

    def _refile(self, judgement: Judgement) -> None:
        """Files the mentions of a judgement again: what a person tells apart must not be one node."""
        for side in (judgement.left, judgement.right):
            mention = self._mentions.get(side)
            if mention is not None:
                layer, key = self._layer(mention), self._key(mention)
                if layer.home[side] != key:
                    layer.drop(mention)
                    layer.take(mention, key)

    def _key(self, mention: Mention) -> str:
        """The node of a mention: its own, when its report or a person tells it from one that looks the same."""
        key = node_key(mention, alone=False)
        told = [other for other in self._reports[mention.report] if other is not mention]
        told += [other for other in map(self._mentions.get, self._judged_with(mention.id)) if other is not None]
        alike = any(other.kind == mention.kind and node_key(other, alone=False) == key for other in told)
        return node_key(mention, alone=True) if alike else key

    def _judged_with(self, mention: str) -> list[str]:
        sides = {side for j in self._about.get(mention, ()) for side in _sides(self._judgements[j])}
        return sorted(sides - {mention})

    def _said(self) -> dict[tuple[str, str], bool]:
        """What persons judged, between nodes."""
        said = {}
        for (left, right), judgement in standing(self._judgements.values()).items():
            one, other = (self._mentions.get(side) for side in (left, right))
            if one is None or other is None or judgement.verdict not in (Verdict.SAME, Verdict.DIFFERENT):
                continue
            if self._layer(one) is self._layer(other):
                keys = sorted(self._layer(m).home[m.id] for m in (one, other))
                if keys[0] != keys[1]:
                    said[keys[0], keys[1]] = judgement.verdict is Verdict.SAME
        return said

    def _rules(self) -> tuple[Judgement, ...]:
        """What the rules decided, as judgements: enough to replay the identities from."""
        made = []
        for layer in (self._names, self._works):
            for key, node in layer.nodes.items():
                first, *rest = sorted(node.mentions)
                because = f"the reports say the same of {node.mentions[first].name}"
                made += [Judgement(first, other, Verdict.SAME, "rule:alike", because) for other in rest]
                del key
            for one, other in layer.joined():
                if (one, other) not in layer.said:
                    left, right = sorted((layer.nodes[one].first, layer.nodes[other].first))
                    words = "; ".join(layer.weighed(one, other).words)
                    made.append(Judgement(left, right, Verdict.SAME, "rule:evidence", words))
        return tuple(sorted(made, key=lambda j: (j.left, j.right)))

    def _references(self, where: dict[str, str]) -> dict[str, tuple[str, ...]]:
        """Ids in catalogs that judgements tie to entities."""
        found: dict[str, set[str]] = {}
        for (left, right), judgement in standing(self._judgements.values()).items():
            if is_reference(judgement) and judgement.verdict is Verdict.SAME:
                mention, reference = (right, left) if ":" in left else (left, right)
                if mention in where:
                    found.setdefault(where[mention], set()).add(reference)
        return {entity: tuple(sorted(ids)) for entity, ids in sorted(found.items())}


def _sides(judgement: Judgement) -> tuple[str, str]:
    return judgement.left, judgement.right


def _of_one_kind(one: Node, other: Node) -> bool:
    return one.kind == other.kind


def resolve(read: Iterable[tuple[Report, Sequence[Claim]]], judgements: Iterable[Judgement] = ()) -> Identities:
    """Who is who in these reports, given what persons have judged."""
    resolver = Resolver(judgements)
    for report, claims in read:
        resolver.add(report, claims)
    return resolver.identities()
