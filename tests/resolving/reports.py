"""Reports made in few words, for tests of resolving: who says what of whom."""

from __future__ import annotations

import datetime as dt

from newsreel.model import NO_SLOTS, Claim, Ref, Report, Slots, Span

Said = tuple[Ref, str, Ref | str | int | None]


def work(local: str, *names: str) -> Ref:
    return Ref(local, "work", names)


def person(local: str, *names: str) -> Ref:
    return Ref(local, "person", names)


def company(local: str, *names: str) -> Ref:
    return Ref(local, "organization", names)


def report(
    report_id: str, *said: Said, relation: str | None = None, status: str = "stated"
) -> tuple[Report, list[Claim]]:
    """A report of 2024 that says these things."""
    slots = Slots(relation=relation) if relation else NO_SLOTS
    made = Report(report_id, "text", "en", dt.date(2024, 3, 13))
    claims = [Claim(report_id, s, p, o, status, Span(0, 4), "test", slots=slots) for s, p, o in said]
    return made, claims
