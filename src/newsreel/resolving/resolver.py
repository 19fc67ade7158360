"""Names in, identities out: report by report, independent of their order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from newsreel.model import Claim, Judgement, Report, Verdict
from newsreel.resolving.identities import Identities, assemble
from newsreel.resolving.mentions import Mention, gather
from newsreel.resolving.replaying import replay


class Resolver:
    """Decides which names are one thing, and remembers enough to decide anew when more is known."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._judgements: dict[str, Judgement] = {judgement.id: judgement for judgement in judgements}
        self._reports: dict[str, list[Mention]] = {}

    def add(self, report: Report, claims: Sequence[Claim]) -> None:
        """Takes in what a report says; a report of the same id is replaced."""
        self._reports[report.id] = gather(report, claims)

    def withdraw(self, report: str) -> None:
        """Forgets a report; what only it had joined comes apart."""
        self._reports.pop(report, None)

    def judge(self, judgement: Judgement) -> None:
        """Takes in a judgement of a person."""
        self._judgements[judgement.id] = judgement

    def take_back(self, judgement: str) -> None:
        """Forgets a judgement, by its id."""
        self._judgements.pop(judgement, None)

    def identities(self) -> Identities:
        """Who is who, as of all that was taken in."""
        mentions = [mention for group in self._reports.values() for mention in group]
        first: dict[tuple[str, str], Mention] = {}
        rules = []
        for mention in sorted(mentions, key=lambda m: m.id):
            same = first.setdefault((mention.kind, _key(mention.name)), mention)
            if same is not mention:
                because = f"both are called {mention.name}"
                rules.append(Judgement(same.id, mention.id, Verdict.SAME, "rule:same-name", because))
        groups, clashes = replay([*rules, *self._judgements.values()])
        entities = assemble(mentions, groups)
        where = {mention: entity.id for entity in entities.values() for mention in entity.mentions}
        return Identities(entities, where, tuple(rules), (), clashes)


def resolve(read: Iterable[tuple[Report, Sequence[Claim]]], judgements: Iterable[Judgement] = ()) -> Identities:
    """Who is who in these reports, given what persons have judged."""
    resolver = Resolver(judgements)
    for report, claims in read:
        resolver.add(report, claims)
    return resolver.identities()


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split()
    return " ".join(sorted(words))
