"""What follows from all reports together: who is who, and which reports copy which."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field, replace

from newsreel.ledger import Correction, Ledger, Remembered, Settled, edition
from newsreel.model import Judgement, Report
from newsreel.model.errors import NotKnown
from newsreel.pipeline.pausing import undisturbed
from newsreel.resolving import Explanation, Identities, Resolver
from newsreel.weighing import Copies, imprint_of

_MANY = 20_000
"""Entries that are taken in at a time, without the collector of garbage in between."""


@dataclass(slots=True)
class _Known:
    """Everything in the ledger up to the entry at `upto`, as deciding needs it.

    `told`: what the last settling was of. `again`: known reports of which there is another snapshot, `corrected`:
    claims that were corrected, both since what was taken in last.
    """

    resolver: Resolver
    copies: Copies
    upto: int = 0
    told: int | None = None
    reports: set[str] = field(default_factory=set)
    corrected: set[str] = field(default_factory=set)
    again: set[str] = field(default_factory=set)


class Settling:
    """Decides identities and copies, and writes them into the ledger's caches."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known = self._nothing()
        self._identities: tuple[int, Identities] | None = None

    def settle(self) -> None:
        """Decides as of all that the ledger holds; nothing happens when that is done already."""
        # While this process decided, another one may have added, or decided on more.
        while (seen := self._ledger.seen())[0] != seen[1]:
            self._catch_up(seen[0])
            known, changed = self._known, self._changes()
            try:
                with self._ledger.writing(durable=False) as writer:
                    if changed.since is None or not writer.settle(changed):
                        writer.settle(self._whole(changed))
            except BaseException:
                # What changed is told once only.
                self._known = self._nothing()
                raise
            known.told = known.upto

    def rebuild(self) -> None:
        """Makes every cache anew from the entries alone; the result is the same to the byte."""
        self._known, self._identities = self._nothing(), None
        with undisturbed():
            self._take_again(self._ledger.rebuild(self._take_in))
            self.settle()

    def identities(self) -> Identities:
        """Who is who, with the questions for a person and the contradictions among persons."""
        self._catch_up(self._ledger.last())
        if self._identities is None or self._identities[0] != self._known.upto:
            self._identities = (self._known.upto, self._known.resolver.identities())
        return self._identities[1]

    def explain(self, one: str, other: str) -> Explanation:
        """Why two mentions are one thing, or two; NotKnown for one that is not there."""
        self._catch_up(self._ledger.last())
        for mention in (one, other):
            if not self._known.resolver.knows(mention):
                raise NotKnown(mention)
        return self._known.resolver.explain(one, other)

    def _nothing(self) -> _Known:
        return _Known(Resolver(recall=lambda mark: self._ledger.recall(mark, self._known.upto)), Copies(self._ledger))

    def _changes(self) -> Settled:
        """What has changed since the last settling, where that came to its end."""
        known = self._known
        changed = known.resolver.changes()
        imprints, copies = known.copies.changes()
        return Settled(changed.mentions, changed.entities, copies, known.upto, known.told, imprints)

    def _whole(self, changed: Settled) -> Settled:
        every = self._known.resolver.everything()
        return replace(changed, mentions=every.mentions, entities=every.entities, since=None)

    def _catch_up(self, last: int) -> None:
        """Takes in what is new in the ledger up to its entry at `last`, whoever wrote it."""
        with undisturbed() if last - self._known.upto > _MANY else nullcontext():
            while (upto := self._known.upto) < last:
                step = self._ledger.step(upto, last, _MANY)
                for one in self._ledger.read(upto, step):
                    self._take_in(one)
                self._take_again(step)

    def _take_in(self, one: Remembered) -> None:
        """Takes in what is new; known reports, and corrected claims, are noted only."""
        known = self._known
        if isinstance(one, Judgement):
            known.resolver.judge(one)
        elif isinstance(one, Correction):
            known.corrected.add(one.claim)
        else:
            report, entries, seq = one
            if (imprint := imprint_of(report, seq)) is not None:
                known.copies.add(imprint)
            if report.id in known.reports:
                known.again.add(report.id)
            else:
                known.reports.add(report.id)
                known.resolver.add_entries(report, entries)

    def _take_again(self, last: int) -> None:
        """Takes those in anew of which that was noted; all that there is up to `last` is taken in then."""
        known = self._known
        if known.corrected:
            known.again |= {claim.report for claim in self._ledger.claims(known.corrected).values()}
        for report_id in sorted(known.again):
            self._take_versions(report_id)
        known.again.clear()
        known.corrected.clear()
        known.upto = last
        known.resolver.rest()

    def _take_versions(self, report_id: str) -> None:
        """Takes in a report with several snapshots or with corrections; each snapshot means its own by its names."""
        *older, newest = self._ledger.snapshots(report_id)
        for version in older:
            self._take(replace(version, id=edition(version.id, version.hash)), report_id, version.snapshot)
        self._take(newest, report_id, newest.snapshot)

    def _take(self, version: Report, report_id: str, snapshot: int) -> None:
        self._known.resolver.add(version, self._ledger.report_claims(report_id, snapshot))
