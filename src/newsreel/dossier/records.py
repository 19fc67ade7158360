"""What became of an outlet's news: counts, never a bare score."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from newsreel.dossier.changes import telling
from newsreel.model import Fact, Voice

_TRUE = frozenset({"confirmed", "released"})
_RELAYED = frozenset({"relay", "copy"})


@dataclass(slots=True)
class Record:
    """An outlet's record over facts that are news.

    `first`: facts that it had of its own; of these `confirmed` by a party or seen, `denied` or overtaken, `disputed`,
    and the rest open. `ahead_days`: for each of which a party spoke later, how many days it was ahead. `relayed`: facts
    that it passed on; `changed`: facts that it changed in passing them on.
    """

    outlet: str
    first: int = 0
    confirmed: int = 0
    denied: int = 0
    disputed: int = 0
    relayed: int = 0
    changed: int = 0
    ahead_days: list[int] = field(default_factory=list)

    @property
    def open(self) -> int:
        """First voices of which nothing has come yet, either way."""
        return self.first - self.confirmed - self.denied - self.disputed

    @property
    def median_ahead_days(self) -> float | None:
        """The middle one of `ahead_days`; None where a party never spoke later."""
        return median(self.ahead_days) if self.ahead_days else None


def records(facts: Iterable[Fact]) -> list[Record]:
    """The record of every outlet, those with the most first voices first."""
    found: dict[str, Record] = {}
    for fact in facts:
        if fact.predicate in telling().tell and fact.object is not None:
            _enter(found, fact)
    return sorted(found.values(), key=lambda one: (-one.first, -one.relayed, one.outlet))


def _enter(found: dict[str, Record], fact: Fact) -> None:
    """Count a fact once for every outlet that speaks for it, by the first thing that the outlet did with it."""
    spoken = sorted((voice for voice in fact.voices if not voice.denies), key=lambda voice: voice.date)
    seen: set[str] = set()
    for voice in spoken:
        if voice.outlet in seen or voice.kind in {"background", "party"}:
            continue
        seen.add(voice.outlet)
        record = found.setdefault(voice.outlet, Record(voice.outlet))
        if voice.kind == "own":
            _enter_first(record, fact, voice, spoken)
        else:
            record.relayed += voice.kind in _RELAYED
            record.changed += voice.kind == "distort"


def _enter_first(record: Record, fact: Fact, voice: Voice, spoken: list[Voice]) -> None:
    record.first += 1
    record.confirmed += fact.verdict in _TRUE
    record.denied += fact.verdict == "denied"
    record.disputed += fact.verdict == "disputed"
    parties = [other.date for other in spoken if other.kind == "party" and other.date >= voice.date]
    if fact.verdict in _TRUE and parties:
        ahead = dt.date.fromisoformat(parties[0]) - dt.date.fromisoformat(voice.date)
        record.ahead_days.append(ahead.days)
