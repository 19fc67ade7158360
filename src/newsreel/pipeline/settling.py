"""What follows from all reports together: who is who, and which reports copy which."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsreel.ledger import Ledger, Settled
from newsreel.model import Claim, Report
from newsreel.resolving import Identities, Resolver
from newsreel.weighing import Copies


@dataclass(slots=True)
class _Known:
    """Everything in the ledger up to the entry at `upto`, as deciding needs it."""

    resolver: Resolver = field(default_factory=Resolver)
    copies: Copies = field(default_factory=Copies)
    upto: int = 0
    newest: dict[str, tuple[str, int]] = field(default_factory=dict)

    def take(self, report: Report, claims: list[Claim], number: int) -> None:
        """Takes a snapshot in; of a report with several the newest counts for identities, all for copies."""
        self.copies.add(report)
        age = (report.published.isoformat() if report.published else "", number)
        if age >= self.newest.get(report.id, ("", -1)):
            self.newest[report.id] = age
            self.resolver.add(report, claims)


class Settling:
    """Decides identities and copies, and writes them into the ledger's caches."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known = _Known()
        self._identities: tuple[int, Identities] | None = None

    def settle(self) -> None:
        """Decides as of all that the ledger holds; nothing happens when that is done already."""
        if self._ledger.settled() != self._ledger.last():
            settled = self._settled()
            with self._ledger.writing() as writer:
                writer.settle(settled)

    def rebuild(self) -> None:
        """Makes every cache anew from the entries alone; the result is the same to the byte."""
        self._known, self._identities = _Known(), None
        self._ledger.rebuild(self._settled())

    def identities(self) -> Identities:
        """Who is who, with the reasons, the questions for a person and the contradictions among persons."""
        self._catch_up()
        if self._identities is None or self._identities[0] != self._known.upto:
            self._identities = (self._known.upto, self._known.resolver.identities())
        return self._identities[1]

    def _settled(self) -> Settled:
        identities = self.identities()
        entities = identities.entities.values()
        return Settled(identities.mentions, entities, self._known.copies.found(), self._known.upto)

    def _catch_up(self) -> None:
        """Takes in what is new in the ledger, whoever wrote it."""
        known, last = self._known, self._ledger.last()
        if known.upto == last:
            return
        for judgement in self._ledger.judgements():
            known.resolver.judge(judgement)
        for number, (report, claims) in enumerate(self._ledger.read_reports(known.upto)):
            known.take(report, claims, known.upto + number)
        known.upto = last
