"""Details of an answer that are contradicted themselves: whom an actor plays, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.fuzz import partial_ratio

from newsreel.weighing.answers import fold_value
from newsreel.weighing.naming import fold, in_two_scripts, is_full
from newsreel.weighing.rules import speech
from newsreel.weighing.standing import Heard, Standing

_WORD = re.compile(r"\w+")
_ALIKE = 60
_SHARED = 2


def contested(standing: Standing, slots: Iterable[str]) -> list[Standing]:
    """The answers to "as whom", each for itself, where some of them exclude each other; else nothing."""
    return [detail for slot in slots for detail in _contested(standing, slot)]


def _contested(standing: Standing, slot: str) -> list[Standing]:
    told = [(heard, _value(heard, slot)) for heard in standing.yes.voices]
    values = list(dict.fromkeys(value for _, value in told if value))
    if len(values) < 2:  # noqa: PLR2004 - one value contradicts nobody
        return []
    apart = _apart_as_role if slot == "role" else _apart_as_name
    rivals = {a: [b for b in values if a != b and apart(a, b)] for a in values}
    details = {a: Standing(standing.answer._replace(qualifier=f"{slot}: {a}")) for a in values if rivals[a]}
    for value, own in details.items():
        own.excludes.extend(details[rival].answer for rival in rivals[value])
    for heard, value in told:
        if value in details:
            own = details[value]
            own.yes.add(_as_detail(heard, own, [details[rival] for rival in rivals[value]]))
    return list(details.values())


def _value(heard: Heard, slot: str) -> str:
    value = getattr(heard.statement.claim.slots, slot)
    return fold_value(value) if value else ""


def _as_detail(heard: Heard, own: Standing, rivals: list[Standing]) -> Heard:
    """A voice for the answer, as a voice for one of its details.

    A relay may have changed just that; and what is background as to the whole may be news as to a detail.
    """
    kind, origin = heard.kind, heard.origin
    if kind in {"relay", "copy"}:
        had = _of_outlet(own, heard.speaker)
        changed = [rival.answer for rival in rivals if _of_outlet(rival, heard.speaker) is not None]
        if had is not None:
            origin = had.origin
        elif changed and kind == "relay":
            kind, origin = "distort", heard.outlet
            own.distorts.extend(changed)
        origin = origin or heard.speaker
    elif kind == "background":
        kind, origin = "own", heard.outlet
    return replace(heard, answer=own.answer, kind=kind, origin=origin)


def _of_outlet(detail: Standing, outlet: str) -> Heard | None:
    """The first voice of an outlet for a detail."""
    return next((heard for heard in detail.yes.voices if heard.outlet == outlet), None)


@lru_cache(maxsize=16384)
def _apart_as_role(a: str, b: str) -> bool:
    """Whether two roles exclude each other: all their words but one in common, and that one of substance.

    "owner of a chocolate shop" and "coffee shop owner" do; "shop owner" and "heir who takes over the shop" tell two
    things of one role, and so do roles in two scripts, as far as can be seen.
    """
    if in_two_scripts(a, b):
        return False
    one, other = _substance(a), _substance(b)
    shared = one & other
    return len(shared) >= _SHARED and len(one - shared) == 1 and len(other - shared) == 1


@lru_cache(maxsize=16384)
def _substance(role: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(role) if word not in speech().colours)


@lru_cache(maxsize=16384)
def _apart_as_name(a: str, b: str) -> bool:
    """Whether two names of a character are plainly two: full names in one script, no word in common, and not alike."""
    if in_two_scripts(a, b) or not (is_full(a) and is_full(b)) or set(_WORD.findall(a)) & set(_WORD.findall(b)):
        return False
    return partial_ratio(fold(a), fold(b)) < _ALIKE
