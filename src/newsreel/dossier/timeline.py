"""What happened when, and when each became known: two clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from newsreel.model import Fact, Period
from newsreel.vocabulary import vocabulary

_STAGE = "production_status"
_GONE = frozenset({"superseded", "denied"})


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact. `when` is its own date; `known` the day on which it was first heard.

    A stage without a date of its own is dated by the report that tells of it, and `by` is set: it was reached by then.
    `gone` marks what was overtaken or denied.
    """

    when: Period
    known: dt.date
    fact: Fact
    by: bool = False
    gone: bool = False


def timeline(facts: Iterable[Fact]) -> list[Event]:
    """The dated ones among facts as events, in the order in which they happen, then in which they became known."""
    events = {fact.id: event for fact in facts if (event := _event(fact)) is not None}
    return sorted(events.values(), key=lambda one: (one.when.start, one.when.end, one.known, one.fact.id))


def _event(fact: Fact) -> Event | None:
    known = dt.date.fromisoformat(fact.first_date)
    gone = fact.verdict in _GONE
    dated = fact.slots.date if fact.predicate == _STAGE else fact.object
    if fact.predicate == _STAGE and fact.object is not None and dated is None:
        return Event(Period.day(known), known, fact, by=True, gone=gone)
    if fact.predicate != _STAGE and "date" not in vocabulary().predicates[fact.predicate].objects:
        return None
    with suppress(ValueError):
        return Event(Period.parse(str(dated)), known, fact, gone=gone)
    return None
