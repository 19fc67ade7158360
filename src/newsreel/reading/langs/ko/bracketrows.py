"""Rows of names with brackets: which side of each bracket plays, and which is played.

"한지우(오산 역), 이두리(바다)" and "오산(한지우)과 바다(이두리)" look alike; all pairs of a row go one way, so what
tells of one of them (a label, 역 or 분, a name that the lexicon has) tells of all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.langs.ko.foreignnames import foreign_pair
from newsreel.reading.langs.ko.lexicon import alternation, names, words
from newsreel.reading.langs.ko.shapes import FAIR
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.langs.ko.names import Finder

_SHORT = 2  # syllables of a name, and pairs of a row, that need the lexicon
_ENOUGH = 1.0  # evidence for one side that settles a row of two or more
_ALONE = 2.0  # and for a pair that stands alone


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and what stands in the brackets behind it, each with its place; `sign` is 역 or 분 inside."""

    outer: str
    outer_start: int
    inner: str
    inner_start: int
    end: int
    sign: str


@dataclass(frozen=True, slots=True)
class Row:
    """Pairs that stand side by side, and whether the outer names are those of people (else the inner ones are)."""

    pairs: tuple[Pair, ...]
    outer_plays: bool


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(
        r"(?<![가-힣])(?P<outer>[가-힣]{2,5})\((?:극 ?중 |배우 )?(?:[가-힣0-9]{1,8} ){0,3}?(?P<inner>[가-힣]{2,6}?)"
        r"(?: ?(?P<sign>역할|역|役|분|扮))?\)"
    )


_JOINED = re.compile(r"(?:이|가|을|를|은|는)?(?: ?[,·/&|–-] ?|[와과] |이?랑 | 그리고 | 및 | )(?:그리고 |배우 )?")


@cache
def _before_part() -> re.Pattern[str]:
    labels = alternation(w for w in load_data("ko", "roles")["nouns"] if w not in words().before)
    return re.compile(rf"(?:{labels})(?:인|이자)? $")


@cache
def _no_name() -> frozenset[str]:
    return frozenset(load_data("ko", "groups")["groups"]) | names().common


def rows(document: Document) -> list[Row]:
    """The rows that the finder of names has settled for a report."""
    found: list[Row] = document.notes.get("bracket_rows", [])
    return found


def settle(finder: Finder) -> None:
    """Find all rows of a report and settle them; names on the playing side that were no names yet become such."""
    settled: list[Row] = []
    for sentence in finder.document.sentences:
        if sentence.zone == FURNITURE or "(" not in finder.text[sentence.start : sentence.end]:
            continue
        for pairs in _found(finder, sentence):
            told = sum(_evidence(finder, pair) for pair in pairs) + _told_around(finder, pairs)
            if abs(told) >= (_ENOUGH if len(pairs) > 1 else _ALONE):
                settled.append(Row(tuple(pairs), told > 0))
    finder.document.notes["bracket_rows"] = settled
    for row in settled:
        for pair in row.pairs if len(row.pairs) > 1 else ():
            at, name = (pair.outer_start, pair.outer) if row.outer_plays else (pair.inner_start, pair.inner)
            if (
                name not in names().common
                and at not in finder.found
                and (max(len(name), len(row.pairs)) > _SHORT or name in names().people)
            ):
                finder.add(at, name, FAIR, "plays a part in a row of brackets")


def _found(finder: Finder, sentence: Sentence) -> list[list[Pair]]:
    """The pairs of a sentence, those that stand side by side together."""
    found: list[list[Pair]] = []
    for m in _pair().finditer(finder.text, sentence.start, sentence.end):
        if m["inner"] in _no_name() or any(a <= m.start() < b for a, b in finder.closed):
            continue
        outer = _from_abroad(finder.text, m.start("outer"), m["outer"])
        inner = _from_abroad(finder.text, m.start("inner"), m["inner"])
        pair = Pair(outer, m.end("outer") - len(outer), inner, m.end("inner") - len(inner), m.end(), m["sign"] or "")
        joined = found and _JOINED.fullmatch(finder.text, found[-1][-1].end, pair.outer_start)
        if joined:
            found[-1].append(pair)
        else:
            found.append([pair])
    return found


_WORD_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{1,5}) $")


def _from_abroad(text: str, at: int, name: str) -> str:
    """A name before brackets with the words before it that are part of it: 휴 잭맨(장발장)."""
    before = _WORD_BEFORE.search(text, max(0, at - 7), at)
    return f"{before[1]} {name}" if before is not None and foreign_pair(before[1], name) else name


def _evidence(finder: Finder, pair: Pair) -> float:
    """How much tells that the outer name is a person's; below 0, that the inner one is."""
    told = 3.0 * (pair.sign[:1] in {"역", "役"} and bool(pair.sign)) - 3.0 * (pair.sign in {"분", "扮"})
    known = _known(pair.outer) - _known(pair.inner)
    outer, inner = finder.found.get(pair.outer_start), finder.found.get(pair.inner_start)
    told += known + 2 * (outer is not None and bool(outer.label) and known >= 0)
    told -= 2 * (inner is not None and bool(inner.label))
    told -= 1.5 * (_before_part().search(finder.text, max(0, pair.outer_start - 12), pair.outer_start) is not None)
    told += 0.7 * (_again(finder, pair.outer) - _again(finder, pair.inner))
    if len(pair.outer) != len(pair.inner) and abs(known) < 1:
        told += 0.7 if len(pair.outer) == 3 and names().shaped(pair.outer) else 0  # noqa: PLR2004 - syllables
        told -= 0.7 if len(pair.inner) == 3 and names().shaped(pair.inner) else 0  # noqa: PLR2004
    return told


# "… 등이 출연한다", "… 두 배우가": behind a row of players.
_CAST_BEHIND = re.compile(
    r"(?: ?등)?(?:[이가은는]|의)? ?(?:[^.,()]{0,16} )?(?:출연|참석|합류|캐스팅|가세|함께한|모였|총출동|호흡을 맞|뭉쳤|"
    r"배우|출연진|연기자|라인업)"
)


_CAST_BEFORE = re.compile(r"(?:주연|출연|출연진|캐스트|캐스팅|배우)(?: ?[:：|]|은|는|에는)? ?$")


def _told_around(finder: Finder, pairs: list[Pair]) -> float:
    """What the words before and behind a row say of its outer names."""
    start, end = pairs[0].outer_start, pairs[-1].end
    if _CAST_BEFORE.search(finder.text, max(0, start - 8), start):
        return 3.0
    m = _CAST_BEHIND.match(finder.text, end)
    return 0.0 if m is None else 3.0 if re.match(" ?등|(?:이|가)? 두 배우", m[0]) else 1.0


def _known(name: str) -> float:
    """How sure the lexicon is of a name; many a part is called as a singer of two syllables is (수호)."""
    if " " in name:
        return 1.0
    return 0.0 if name not in names().people else 1.0 if len(name) > 2 else 0.4  # noqa: PLR2004 - syllables


_ACTS = re.compile(r"출연|캐스팅|주연|합류|배우|낙점|발탁|뭉|참석|라인업|호흡")


def _again(finder: Finder, name: str) -> bool:
    """Whether a name stands without brackets in a sentence on who plays."""
    return any(
        _unbracketed(finder.text, name, s.start, s.end) and _ACTS.search(finder.text, s.start, s.end) is not None
        for s in finder.document.sentences
        if s.zone != FURNITURE
    )


def _unbracketed(text: str, name: str, start: int, end: int) -> bool:
    """Whether a name stands in a stretch of text without brackets behind it or behind its particle."""
    at = text.find(name, start, end)
    while at >= 0:
        behind = text[at + len(name) : at + len(name) + 2]
        if not behind.startswith("(") and not (behind[1:] == "(" and "가" <= behind[0] <= "힣"):
            return True
        at = text.find(name, at + 1, end)
    return False
