"""Details of an answer that are contradicted themselves: whom an actor plays, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio

from newsreel.weighing.answers import Answer, fold_value
from newsreel.weighing.rules import speech
from newsreel.weighing.speakers import fold
from newsreel.weighing.standing import Heard, Standing

_WORD = re.compile(r"\w+")
_ALIKE = 60
_SHARED = 2


def contested(standing: Standing, slots: Iterable[str]) -> list[Standing]:
    """The answers to "as whom", each for itself, where some of them exclude each other; else nothing."""
    found: list[Standing] = []
    for slot in slots:
        by_value: dict[str, list[Heard]] = {}
        for heard in standing.yes.voices:
            value = getattr(heard.statement.claim.slots, slot)
            if value:
                by_value.setdefault(fold_value(value), []).append(heard)
        if len(by_value) > 1:
            found.extend(_contested(standing.answer, slot, by_value))
    return found


def _contested(answer: Answer, slot: str, by_value: Mapping[str, list[Heard]]) -> list[Standing]:
    values = list(by_value)
    apart = _apart_as_role if slot == "role" else _apart_as_name
    rivals = {a: [b for b in values if a != b and apart(a, b)] for a in values}
    if not any(rivals.values()):
        return []
    standings = {}
    for value in values:
        if rivals[value]:
            qualifier = f"{slot}: {value}"
            standings[value] = Standing(answer._replace(qualifier=qualifier))
    for value, own in standings.items():
        for heard in by_value[value]:
            own.yes.add(_as_detail(heard, own, rivals[value], standings))
    return list(standings.values())


def _as_detail(heard: Heard, own: Standing, rivals: list[str], standings: Mapping[str, Standing]) -> Heard:
    """A voice for the answer, as a voice for one of its details: a relay may have changed just that."""
    # What is background as to the whole may be news as to a detail: then it is the outlet's own.
    kind, origin, source = (heard.kind, heard.origin, heard.source) if heard.origin else ("own", heard.outlet, "")
    if kind == "relay" and source:
        theirs = [r for r in rivals if any(h.statement.claim.report == source for h in standings[r].yes.voices)]
        if theirs and not any(h.statement.claim.report == source for h in own.yes.voices):
            kind, origin = "distort", heard.outlet
            own.distorts.extend(standings[r].answer for r in theirs)
    return Heard(
        heard.statement,
        own.answer,
        heard.outlet,
        kind,
        origin,
        heard.level,
        heard.denies,
        heard.speaker,
        source,
        heard.seen,
    )


@lru_cache(maxsize=16384)
def _apart_as_role(a: str, b: str) -> bool:
    """Whether two roles exclude each other: all their words but one in common, and that one of substance.

    "owner of a chocolate shop" and "coffee shop owner" do; "shop owner" and "heir who takes over the shop" tell two
    things of one role, and so do roles in two scripts, as far as can be seen.
    """
    if a.isascii() != b.isascii():
        return False
    one, other = _substance(a), _substance(b)
    shared = one & other
    return len(shared) >= _SHARED and len(one - shared) == 1 and len(other - shared) == 1


@lru_cache(maxsize=16384)
def _substance(role: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(role) if word not in speech().colours)


@lru_cache(maxsize=16384)
def _apart_as_name(a: str, b: str) -> bool:
    """Whether two names of a character are plainly two: in one script, no word in common, and not alike."""
    if a.isascii() != b.isascii() or set(_WORD.findall(a)) & set(_WORD.findall(b)):
        return False
    return partial_ratio(fold(a), fold(b)) < _ALIKE
