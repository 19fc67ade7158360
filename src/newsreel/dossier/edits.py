"""What an edit of a report, or its withdrawal, did to what stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsreel.model import Fact


@dataclass(frozen=True, slots=True)
class Touched:
    """A fact that an edit touched: as it stood before and as it stands after; None where it does not stand.

    `what`: new, gone, verdict, leg (an independent first voice more or fewer), first (another report carried it first),
    words (the same voices, other claims or slots).
    """

    what: str
    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it stands, or as it last stood."""
        found = self.after or self.before
        if found is None:
            raise ValueError("an edit touches a fact on one side at least")
        return found


def touched(before: Iterable[Fact], after: Iterable[Fact]) -> list[Touched]:
    """The facts that differ between two states of knowledge (without and with an edit), by subject and predicate."""
    then = {fact.id: fact for fact in before}
    now = {fact.id: fact for fact in after}
    pairs = ((then.get(key), now.get(key)) for key in then.keys() | now.keys())
    found = [Touched(what, one, other) for one, other in pairs if (what := _what(one, other))]
    return sorted(found, key=lambda one: (one.fact.subject, one.fact.predicate, one.fact.first_date, one.fact.id))


def _what(before: Fact | None, after: Fact | None) -> str:
    if before is None or after is None:
        return "new" if before is None else "gone"
    if before.verdict != after.verdict:
        return "verdict"
    if {origin.voice for origin in before.origins} != {origin.voice for origin in after.origins}:
        return "leg"
    if before.first_report != after.first_report:
        return "first"
    return (
        "words" if (before.claims, before.against, before.slots) != (after.claims, after.against, after.slots) else ""
    )
