"""Facts and contradictions as canonical JSON and back: lists of their parts, in the order of their fields."""

from __future__ import annotations

import json
from dataclasses import fields
from operator import attrgetter
from typing import Any

from newsreel.model import Conflict, Fact, Origin, Side, Slots, Voice
from newsreel.model.canonical import canonical

_FACT, _CONFLICT, _ORIGIN, _SIDE, _SLOTS, _VOICE = (
    attrgetter(*(field.name for field in fields(kind))) for kind in (Fact, Conflict, Origin, Side, Slots, Voice)
)
_PARTS = {Origin: _ORIGIN, Side: _SIDE, Slots: _SLOTS, Voice: _VOICE}


def packed_fact(fact: Fact) -> str:
    """A fact as it is kept."""
    return canonical([_plain(part) for part in _FACT(fact)])


def fact_from(text: str) -> Fact:
    """The fact that `packed_fact` wrote."""
    *head, origins, report, date, claims, against, slots, reason, rule, voices = json.loads(text)
    heard = tuple(Voice(*voice) for voice in voices)
    first = (_origins(origins), report, date)
    return Fact(*[*head, *first, tuple(claims), tuple(against), Slots(*slots), reason, rule, heard])


def packed_conflict(conflict: Conflict) -> str:
    """A contradiction as it is kept."""
    return canonical([_plain(part) for part in _CONFLICT(conflict)])


def conflict_from(text: str) -> Conflict:
    """The contradiction that `packed_conflict` wrote."""
    subject, predicate, facts, likely, reason, sides = json.loads(text)
    read = (Side(fact, denies, _origins(origins), tuple(claims)) for fact, denies, origins, claims in sides)
    return Conflict(subject, predicate, tuple(facts), likely, reason, tuple(read))


def _plain(part: Any) -> Any:
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    parts = _PARTS.get(type(part))
    return part if parts is None else [_plain(one) for one in parts(part)]


def _origins(rows: list[Any]) -> tuple[Origin, ...]:
    return tuple(Origin(*[*head, tuple(relays)]) for *head, relays in rows)
