"""What follows from all reports together: who is who, and which reports copy which."""

from __future__ import annotations

from contextlib import suppress

from newsreel.ledger import Ledger
from newsreel.model.errors import LedgerUnwritable, NotKnown
from newsreel.pipeline.knowing import Known
from newsreel.pipeline.pausing import undisturbed
from newsreel.resolving import Explanation, Identities

_MANY = 5_000
"""Entries that are many to come at once."""


class Settling:
    """Decides identities and copies, and writes them into the ledger's caches."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: Known | None = None
        self._identities: tuple[int, Identities] | None = None

    def settle(self) -> None:
        """Decides as of all that the ledger holds; nothing happens when that is done already."""
        # While this process decided, another one may have added, or decided on more.
        while (seen := self._ledger.seen())[0] != seen[1]:
            known = self._taken_up()
            try:
                done = known.level(seen[1]) and self._settled(known, seen[0])
            except BaseException:
                # What changed is told once only: what knows it no longer is of no use.
                self._known = None
                raise
            if not done:
                self._known = None

    def rebuild(self) -> None:
        """Makes every cache anew from the entries alone; the result is the same to the byte."""
        self._known, self._identities = Known(self._ledger), None
        with undisturbed():
            self._known.rebuild()
            self.settle()

    def keep(self) -> None:
        """Keeps what was found, for other processes to go on from, where much has come since that was done last.

        That takes the longer the larger the ledger is: nobody who adds a few reports should have to wait for it.
        """
        known = self._known
        if known is not None and known.upto == known.told and known.unkept():
            with suppress(LedgerUnwritable), self._ledger.writing(durable=False, patient=False) as writer:
                if writer.settled() == known.told:
                    known.keep(writer)

    def identities(self) -> Identities:
        """Who is who, with the questions for a person and the contradictions among persons."""
        known = self._caught_up()
        if self._identities is None or self._identities[0] != known.upto:
            self._identities = (known.upto, known.resolver.identities())
        return self._identities[1]

    def explain(self, one: str, other: str) -> Explanation:
        """Why two mentions are one thing, or two; NotKnown for one that is not there."""
        resolver = self._caught_up().resolver
        for mention in (one, other):
            if not resolver.knows(mention):
                raise NotKnown(mention)
        return resolver.explain(one, other)

    def _settled(self, known: Known, newest: int) -> bool:
        """Brings the caches up to an entry; False where another process has settled meanwhile."""
        known.catch_up(newest)
        changed = known.changes()
        with self._ledger.writing(durable=False) as writer:
            if not writer.settle(changed):
                return False
            if changed.since is None or known.upto - changed.since > _MANY:
                known.keep(writer)
        known.told = known.upto
        return True

    def _taken_up(self) -> Known:
        if self._known is None:
            self._known = Known.taken_up(self._ledger)
        return self._known

    def _caught_up(self) -> Known:
        known = self._taken_up()
        known.catch_up(self._ledger.last())
        return known
