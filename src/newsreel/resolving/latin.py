"""Two Latin names of one person: order, hyphens, initials, short forms, misprints, other romanisations."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from newsreel.resolving.letters import LATIN, latin_words, plain, scripts
from newsreel.resolving.romanised import may_be_korean, one_japanese_name, one_korean_name
from newsreel.resolving.skeleton import skeleton_of_latin

_SHORT_FORM = 3
"""Letters that a short form has at least: Chris for Christopher."""
_LONG = 8


def latin_likeness(left: str, right: str) -> tuple[float, str]:
    """Log odds (natural) that two Latin names that differ are one, and why; what needs company stays below 3."""
    one, other = ([word.replace("-", "") for word in latin_words(name)] for name in (left, right))
    if not one or not other:
        return (8.0 if plain(left) == plain(right) else -8.0), f"{left} and {right} hold no Latin letters to compare"
    if sorted(one) == sorted(other) or _joined(one) & _joined(other):
        return 7.5, f"{left} and {right} differ in order, spacing or marks only"
    if len(one) == 1 or len(other) == 1:
        return _single(one, other, left, right)
    if _initials(one, other):
        return 4.0, f"{left} and {right} agree but for a middle name or an initial"
    if _short_form(one, other):
        return 1.5, f"{left} may be short for {right}" if len(left) < len(right) else f"{right} may be short for {left}"
    return _near(one, other, left, right)


def surely_two(left: str, right: str) -> bool:
    """Whether two names in Latin letters are two at a glance: they share no word, and neither misspells the other."""
    one, other = _glance(left), _glance(right)
    if not one.words or not other.words or not one.words.isdisjoint(other.words):
        return False
    return one.letters != other.letters and OSA.distance(one.joined, other.joined, score_cutoff=1) > 1


class _Glance(NamedTuple):
    """The words of a name all in Latin letters (none of any other), run together, and their letters in order."""

    words: frozenset[str]
    joined: str
    letters: str


@lru_cache(maxsize=1 << 16)
def _glance(name: str) -> _Glance:
    words = [word.replace("-", "") for word in latin_words(name)] if scripts(name) == {LATIN} else []
    return _Glance(frozenset(words), "".join(sorted(words)), "".join(sorted("".join(words))))


def _joined(words: list[str]) -> set[str]:
    """The name run together, as it stands and with the last word first: Hyo Joo Han is Han Hyo-joo."""
    return {"".join(words), "".join([words[-1], *words[:-1]]), "".join([*words[1:], words[0]])}


def _single(one: list[str], other: list[str], left: str, right: str) -> tuple[float, str]:
    """A single word beside a name, or another single word."""
    short, long = sorted((one, other), key=len)
    if len(long) > 1 and short[0] in long:
        return -0.5, f"{left} and {right} share a word, one of them has no more"
    if len(long) == 1 and min(len(short[0]), len(long[0])) >= _LONG and OSA.distance(short[0], long[0]) == 1:
        return 0.5, f"{left} and {right} differ in one letter"
    return -8.0, f"{left} and {right} are different words"


def _initials(one: list[str], other: list[str]) -> bool:
    """Whether the outer words agree and the inner ones do not contradict: Robert W. Holley, Robert Holley."""
    if one[0] != other[0] or one[-1] != other[-1]:
        return False
    few, many = sorted((one[1:-1], other[1:-1]), key=len)
    return all(any(word.startswith(short) or short.startswith(word) for word in many) for short in few)


def _short_form(one: list[str], other: list[str]) -> bool:
    """Whether the surnames agree and one given name begins like the other: Chris Yost, Christopher Yost."""
    if one[-1] != other[-1]:
        return False
    short, long = sorted((one[0], other[0]), key=len)
    return len(short) >= _SHORT_FORM and long.startswith(short)


def _near(one: list[str], other: list[str], left: str, right: str) -> tuple[float, str]:
    if one_korean_name(left, right) or one_japanese_name(left, right):
        return 0.0, f"{left} and {right} may be two romanisations of one name"
    if may_be_korean(left) and may_be_korean(right):  # one letter makes another name: Min-seo, Min-soo
        return -8.0, f"{left} and {right} are different words"
    a, b = "".join(sorted(one)), "".join(sorted(other))
    if min(len(a), len(b)) >= _LONG and OSA.distance(a, b, score_cutoff=1) == 1:
        return 1.0, f"{left} and {right} differ in one letter"
    alike = sorted(map(skeleton_of_latin, one)) == sorted(map(skeleton_of_latin, other))
    if alike and set(one) & set(other):
        return 0.0, f"{left} and {right} may be two romanisations of one name"
    return -8.0, f"{left} and {right} are different words"
