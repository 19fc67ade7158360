"""What became of an outlet's news: counts, never a bare score."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newsreel.dossier.changes import telling
from newsreel.model import Fact, Record, Voice

_TRUE = frozenset({"confirmed", "released"})
_RELAYED = frozenset({"relay", "copy"})


def records(facts: Iterable[Fact]) -> list[Record]:
    """The record of every outlet, those with the most first voices first."""
    found: dict[str, Record] = {}
    for fact in facts:
        if fact.predicate in telling().tell and fact.object is not None:
            _enter(found, fact)
    return in_order(found.values())


def in_order(found: Iterable[Record]) -> list[Record]:
    """Records in the order in which they are shown: those with the most first voices first."""
    return sorted(found, key=lambda one: (-one.first, -one.relayed, one.outlet))


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
