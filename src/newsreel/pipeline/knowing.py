"""Everything in a ledger up to one of its entries, as deciding on identities and copies needs it."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass

from newsreel.ledger import Correction, Ledger, Remembered, Settled, Writer
from newsreel.model import Judgement
from newsreel.pipeline.pausing import undisturbed
from newsreel.pipeline.weigher import weigher
from newsreel.resolving import Resolver
from newsreel.weighing import Copies, imprint_of

_MANY = 20_000
"""Entries that are taken in at a time, without the collector of garbage in between."""
_KEEP_LEAST, _KEEP_SHARE = 5_000, 10
"""What was found is kept again when so many entries, and such a part of all, have come since it was kept last."""


@dataclass(slots=True)
class _Place:
    """The place of the last entry that was taken in."""

    upto: int = 0


class Known:
    """What follows from the entries up to the one at `upto`.

    `told`: the place up to which the caches hold it, None where they hold nothing, or what other code decided.
    """

    def __init__(self, ledger: Ledger) -> None:
        # Not `self`: what refers to itself is not let go of when the collector of garbage is held off.
        self._place = place = _Place()
        self.resolver = Resolver(recall=lambda mark: ledger.recall(mark, place.upto))
        self.told: int | None = None
        self._ledger = ledger
        self._copies = Copies(ledger)
        self._kept = 0
        self._reports: set[str] = set()
        self._corrected: set[str] = set()
        self._again: set[str] = set()
        self._judgements: list[Judgement] = []

    @property
    def upto(self) -> int:
        """The place of the last entry that was taken in."""
        return self._place.upto

    @upto.setter
    def upto(self, place: int) -> None:
        self._place.upto = place

    @classmethod
    def taken_up(cls, ledger: Ledger) -> Known:
        """What is kept in the ledger, to go on from; nothing, where nothing is kept that this code has found."""
        known = cls(ledger)
        found = ledger.resolved(weigher())
        if found is not None:
            known.upto, texts = found
            known._kept = known.upto
            known._reports = ledger.report_ids(known.upto)
            with undisturbed():
                known.resolver.read_back(texts)
        if ledger.seen()[1] and ledger.settled_by() == weigher():
            known.told = known.upto
        return known

    def rebuild(self) -> None:
        """Makes the caches of reports and statements anew from the entries, and takes all of these in."""

        def take(one: Remembered) -> None:
            self.take_in(one)
            self.resolver.rest()

        self.take_again(self._ledger.rebuild(take))

    def level(self, settled: int) -> bool:
        """Takes in what the caches follow from already; False where it is known no longer what these do not hold."""
        if self.told is None or self.told == settled:
            return True
        if self.upto > settled:
            return False
        self.catch_up(settled)
        self.changes()
        self.told = settled
        return True

    def catch_up(self, last: int) -> None:
        """Takes in what is new in the ledger up to its entry at `last`, whoever wrote it."""
        with undisturbed() if last - self.upto > _MANY else nullcontext():
            while self.upto < last:
                step = self._ledger.step(self.upto, last, _MANY)
                for one in self._ledger.read(self.upto, step):
                    self.take_in(one)
                self.take_again(step)

    def changes(self) -> Settled:
        """What has changed since this was asked last; all there is, where the caches do not hold what was before."""
        changed = self.resolver.changes()
        imprints, copies = self._copies.changes()
        if self.told is None:
            changed = self.resolver.everything()
        return Settled(changed.mentions, changed.entities, copies, self.upto, self.told, imprints, weigher())

    def keep(self, writer: Writer) -> None:
        """Keeps what was found, where much has come since it was kept last."""
        if self.unkept():
            writer.keep_resolved(weigher(), self.upto, self.resolver.written())
            self._kept = self.upto

    def unkept(self) -> bool:
        """Whether much has come since what was found was kept last."""
        return self.upto - self._kept > max(_KEEP_LEAST, self.upto // _KEEP_SHARE)

    def take_in(self, one: Remembered) -> None:
        """Takes in what is new; judgements, known reports and corrected claims are noted only.

        For these the ledger is asked, which it may not be while its caches are made.
        """
        if isinstance(one, Judgement):
            self._judgements.append(one)
        elif isinstance(one, Correction):
            self._corrected.add(one.claim)
        else:
            report, entries, seq = one
            if (imprint := imprint_of(report, seq)) is not None:
                self._copies.add(imprint)
            if report.id in self._reports:
                self._again.add(report.id)
            else:
                self._reports.add(report.id)
                self.resolver.add_entries(report, entries)

    def take_again(self, last: int) -> None:
        """Takes in what was noted; all that there is up to `last` is taken in then."""
        if self._corrected:
            self._again |= {claim.report for claim in self._ledger.claims(self._corrected).values()}
        for report_id in sorted(self._again):
            self._take_versions(report_id, last)
        for judgement in self._judgements:
            self.resolver.judge(judgement)
        self._judgements.clear()
        self._again.clear()
        self._corrected.clear()
        self.upto = last
        self.resolver.rest()

    def _take_versions(self, report_id: str, last: int) -> None:
        """Takes in a report with several snapshots or with corrections; each snapshot means its own by its names."""
        for mark in self._ledger.marks(report_id, last):
            if (found := self._ledger.recall(mark, last)) is not None:
                self.resolver.replace(*found)
