"""Names in, identities out: report by report, independent of their order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsreel.model import Claim, Judgement, Report, Verdict
from newsreel.model.canonical import canonical
from newsreel.resolving.acquainting import Acquaintances
from newsreel.resolving.company import weigh_works, worth_weighing
from newsreel.resolving.evidence import may_be_one, weigh_names
from newsreel.resolving.explaining import Explanation, explain_pair, questions
from newsreel.resolving.identities import Identities
from newsreel.resolving.judging import Judged
from newsreel.resolving.keeping import read_back, written
from newsreel.resolving.layer import Layer
from newsreel.resolving.mentions import WORK, Entries, Mention, gather, gather_entries
from newsreel.resolving.nodes import Node, name_keys, node_key, work_keys
from newsreel.resolving.register import Changes
from newsreel.resolving.replaying import is_reference
from newsreel.resolving.uniting import Uniting
from newsreel.resolving.weights import weights

Recall = Callable[[str], tuple[Report, Entries] | None]
"""A report, as it was taken in; None for one that never was."""


class Resolver:
    """Decides which names are one thing, and decides anew, where it must, as more is known.

    The identities depend on the reports and judgements taken in, and on nothing else: neither on their order nor on
    what was there in between. `judgements`: those of persons; judgements of rules are made here and may be handed in,
    too, but do not count. `recall` gives the mentions of a report again that was taken in before `rest` was said last;
    without it all of them are remembered here.
    """

    def __init__(self, judgements: Iterable[Judgement] = (), recall: Recall | None = None) -> None:
        limits = weights().thresholds
        self._works = Layer(weigh_works, worth_weighing, limits["works"], work_keys)
        # No method of this resolver: what refers to itself is not let go of when the collector of garbage is held off.
        works = self._works.group
        self._names = Layer(lambda one, other: weigh_names(one, other, works), may_be_one, limits["names"], name_keys)
        self._acquaintances = Acquaintances(self._works, self._names)
        self._judged = Judged()
        self._uniting = Uniting((self._names, self._works), self._judged)
        self._recall = recall
        self._reports: dict[str, list[Mention]] = {}
        for judgement in judgements:
            self.judge(judgement)

    def add(self, report: Report, claims: Sequence[Claim]) -> None:
        """Takes in what a report says; a report of the same id is replaced."""
        self.take(report.id, gather(report, claims))

    def add_entries(self, report: Report, entries: Entries) -> None:
        """Takes in a report that was never there from its claims as they are kept."""
        self._take(report.id, gather_entries(report, entries), [])

    def replace(self, report: Report, entries: Entries) -> None:
        """Takes in a report from its claims as they are kept, in place of one of the same id."""
        self.take(report.id, gather_entries(report, entries))

    def take(self, report: str, found: list[Mention]) -> None:
        """Takes in the mentions of a report; a report of the same id is replaced."""
        self._take(report, found, self._recalled(report))

    def withdraw(self, report: str) -> None:
        """Forgets a report; what only it had joined comes apart."""
        self.take(report, [])

    def written(self) -> Iterator[str]:
        """All that was found, as texts that another resolver can go on from."""
        self._current()
        yield canonical([judgement.to_entry() for judgement in self._judged.judgements.values()])
        yield from written((self._works, self._names), self._works)

    def read_back(self, texts: Iterable[str]) -> None:
        """Goes on, with nothing taken in so far, from what `written` gave."""
        left = iter(texts)
        for entry in json.loads(next(left)):
            self._judged.take(Judgement.from_entry(entry))
        read_back((self._works, self._names), self._works, left)
        self._acquaintances.read_back()
        self._uniting.stale = True
        self._uniting.unite({*self._works.nodes, *self._names.nodes})
        self._uniting.register.changes()

    def rest(self) -> None:
        """Forgets what can be recalled from now on: all that was taken in."""
        if self._recall is not None:
            self._reports.clear()

    def _take(self, report: str, found: list[Mention], before: list[Mention]) -> None:
        """Takes in the mentions of a report in place of those `before`; those that stay as they are stay filed."""
        self._met(before)
        for mention in before:
            self._untie(mention)
        self._reports[report] = found
        keys = self._keys(found)
        same = {one.id for one in before if one in found and self._layer(one).home[one.id] == keys[one.id]}
        for mention in before:
            if mention.id not in same:
                self._unfile(mention)
        for mention in found:
            if mention.id not in same:
                self._file(mention, keys[mention.id])
        # Names are tied to the nodes of the works that they are named with.
        for mention in found:
            self._tie(mention)
        self._met(found)
        # What a person told from a mention that is gone need not stand alone any longer.
        for name in dict.fromkeys(mention.id for mention in (*before, *found)):
            for judgement in self._judged.on(name):
                self._refile(judgement)

    def judge(self, judgement: Judgement) -> None:
        """Takes in a judgement; one of a rule on two mentions is passed over, for rules judge anew."""
        if self._judged.take(judgement):
            self._uniting.stale = True
            self._refile(judgement)

    def take_back(self, judgement: str) -> None:
        """Forgets a judgement, by its id; what it had joined or held apart is decided without it."""
        gone = self._judged.take_back(judgement)
        if gone is not None:
            self._uniting.stale = True
            self._refile(gone)

    def changes(self) -> Changes:
        """What became of identities, as of all that was taken in, since this was asked last."""
        self._current()
        return self._uniting.register.changes()

    def everything(self) -> Changes:
        """All of it, as `changes` gives it."""
        self._current()
        register = self._uniting.register
        return Changes(register.where, register.shown)

    def identities(self) -> Identities:
        """Who is who, as of all that was taken in."""
        self._current()
        register = self._uniting.register
        asked = questions((self._names, self._works), register.where, self._again)
        clashes = self._uniting.clashes()
        return Identities(register.entities(), dict(register.where), asked, clashes, self._references())

    def knows(self, mention: str) -> bool:
        """Whether there is such a mention."""
        return self._home(mention) is not None

    def judgements(self) -> tuple[Judgement, ...]:
        """What the rules decided, as judgements: enough, with those of persons, to replay the identities from."""
        self._current()
        return self._uniting.rules()

    def explain(self, one: str, other: str) -> Explanation:
        """Why two mentions are one thing, or two: the evidence for and against, and what persons said."""
        self._current()
        first, second = self._mention(one), self._mention(other)
        if first is None or second is None:
            raise KeyError(other if first else one)
        return explain_pair(self._layer(first), first, second, tuple(self._judged.standing().values()), self._again)

    def split(self, mention: str, *, by: str, because: str, date: str = "") -> tuple[Judgement, ...]:
        """The judgements that take one mention out of its entity for good; they are made here, not yet taken in."""
        self._current()
        found = self._home(mention)
        if found is None:
            raise KeyError(mention)
        layer, home = found
        others = {*layer.nodes[home].mentions, *(layer.nodes[key].first for key in layer.together(home) - {home})}
        pairs = (sorted((mention, other)) for other in sorted(others - {mention}))
        return tuple(Judgement(left, right, Verdict.DIFFERENT, by, because, date) for left, right in pairs)

    def _current(self) -> None:
        """Decides what is to be decided: works first, for names are compared by the works that they are named with."""
        said = self._said()
        moved = set()
        for layer in (self._works, self._names):
            layer.judged({p: word for p, word in said.items() if p[0] in layer.nodes and p[1] in layer.nodes})
            changed = layer.current()
            moved |= changed
            if layer is self._works:
                self._acquaintances.meet(changed)
        self._uniting.unite(moved)

    def _layer(self, mention: Mention) -> Layer:
        return self._works if mention.kind == WORK else self._names

    def _home(self, mention: str) -> tuple[Layer, str] | None:
        """The layer and the node of a mention; None for one that is not there."""
        for layer in (self._works, self._names):
            if (key := layer.home.get(mention)) is not None:
                return layer, key
        return None

    def _mention(self, name: str) -> Mention | None:
        """The mention of that id, as its report was taken in."""
        found = self._home(name)
        return next(iter(self._again([name], found[0].nodes[found[1]])), None) if found else None

    def _again(self, ids: Iterable[str], node: Node) -> Iterator[Mention]:
        """Mentions of a node by their ids."""
        for name in ids:
            yield from (mention for mention in self._recalled(node.mentions[name].report) if mention.id == name)

    def _recalled(self, report: str) -> list[Mention]:
        """The mentions of a report as it was taken in last; none for one that is not there."""
        found = self._reports.get(report)
        if found is not None:
            return found
        kept = self._recall(report) if self._recall is not None else None
        return gather_entries(*kept) if kept is not None else []

    def _file(self, mention: Mention, key: str) -> None:
        self._layer(mention).take(mention, key)
        self._uniting.came(mention.id, key)

    def _unfile(self, mention: Mention) -> None:
        layer = self._layer(mention)
        key = layer.home[mention.id]
        node = layer.nodes[key]
        self._uniting.went(mention.id, key)
        layer.drop(mention, list(self._again(node.mentions.keys() - {mention.id}, node)))

    def _tie(self, mention: Mention) -> None:
        if mention.kind != WORK:
            self._acquaintances.tie(mention, self._names.home[mention.id])

    def _untie(self, mention: Mention) -> None:
        if mention.kind != WORK:
            self._acquaintances.untie(mention, self._names.home[mention.id])

    def _met(self, found: Sequence[Mention]) -> None:
        """Has the nodes of one report's mentions compared again: a report tells things apart that it names."""
        for layer in (self._works, self._names):
            layer.met([layer.home[mention.id] for mention in found if self._layer(mention) is layer])

    def _refile(self, judgement: Judgement) -> None:
        """Files the mentions of a judgement again: what a person tells apart must not be one node."""
        for side in {judgement.left, judgement.right}:
            mention = self._mention(side)
            if mention is None:
                continue
            together = self._recalled(mention.report)
            key = self._key(mention, together)
            if self._layer(mention).home[side] == key:
                continue
            tied = together if mention.kind == WORK else [mention]
            self._met(together)
            for one in tied:
                self._untie(one)
            self._unfile(mention)
            self._file(mention, key)
            for one in tied:
                self._tie(one)
            self._met(together)

    def _keys(self, found: Sequence[Mention]) -> dict[str, str]:
        """The nodes of the mentions of one report."""
        plain = {mention.id: node_key(mention, alone=False) for mention in found}
        if len(set(plain.values())) == len(plain) and not any(mention.id in self._judged.about for mention in found):
            return plain
        return {mention.id: self._key(mention, found) for mention in found}

    def _key(self, mention: Mention, together: Iterable[Mention]) -> str:
        """The node of a mention: its own, when its report or a person tells it from one that looks the same."""
        key = node_key(mention, alone=False)
        told = [other for other in together if other.id != mention.id]
        sides = {side for judgement in self._judged.on(mention.id) for side in (judgement.left, judgement.right)}
        sides -= {one.id for one in together}
        told += [other for other in map(self._mention, sides) if other is not None]
        alike = any(other.kind == mention.kind and node_key(other, alone=False) == key for other in told)
        return node_key(mention, alone=True) if alike else key

    def _said(self) -> dict[tuple[str, str], bool]:
        """What persons judged, between nodes."""
        said = {}
        for word in self._judged.words():
            one, other = self._home(word.left), self._home(word.right)
            if one is not None and other is not None and one[0] is other[0] and one[1] != other[1]:
                said[min(one[1], other[1]), max(one[1], other[1])] = word.verdict is Verdict.SAME
        return said

    def _references(self) -> dict[str, tuple[str, ...]]:
        """Ids in catalogs that judgements tie to entities."""
        where = self._uniting.register.where
        found: dict[str, set[str]] = {}
        for mention, reference in self._tied():
            if mention in where:
                found.setdefault(where[mention], set()).add(reference)
        return {entity: tuple(sorted(ids)) for entity, ids in sorted(found.items())}

    def _tied(self) -> Iterator[tuple[str, str]]:
        for (left, right), judgement in self._judged.standing().items():
            if is_reference(judgement) and judgement.verdict is Verdict.SAME:
                yield (right, left) if ":" in left else (left, right)


def resolve(read: Iterable[tuple[Report, Sequence[Claim]]], judgements: Iterable[Judgement] = ()) -> Identities:
    """Who is who in these reports, given what persons have judged."""
    resolver = Resolver(judgements)
    for report, claims in read:
        resolver.add(report, claims)
    return resolver.identities()
