"""People known for one trade: whose 『A』の佐藤 tells of a film directed, written or set to music, and of no part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick_rs

from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent
    from newsreel.reading.frames import Match

_KATAKANA = re.compile(r"[ァ-ヴー・]")
_KANJI = re.compile(r"[一-龥々]")
# So short a name may be part of another; what may stand behind it then.
_SHORT = 3
_BEHIND = re.compile(r"監督|作品|さん|氏|原作|脚本|演出|[^一-龥々]|$")


@cache
def _trades() -> dict[str, str]:
    data: dict[str, list[list[str]]] = load_data("ja", "makers")
    return {name: trade for trade, rows in data.items() for row in rows for name in row}


@cache
def _finder() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    names = list(_trades())
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names


def known_makers(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Spans of the names between two code points of a text, none within a longer word."""
    finder, names = _finder()
    for number, a, b in finder.find_matches_as_indexes(text[low:high]):
        start, end, name = low + a, low + b, names[number]
        around = text[max(low, start - 1) : start] + name[0], name[-1] + text[end : min(high, end + 1)]
        if any(len(pair) > 1 and all(_KATAKANA.match(c) for c in pair) for pair in around):
            continue
        if len(name) < _SHORT and not (
            _BEHIND.match(text, end, high) and not _KANJI.match(text[max(low, start - 1) : start])
        ):
            continue
        yield start, end


def trade_of(referent: Referent | None) -> str:
    """The predicate of the staff that somebody is known for, "" for who is not known or acts."""
    if referent is None or "actor" in (referent.facts.get("occupations") or ()):
        return ""
    trade = known_for(referent)
    return "" if trade == "actor" else trade


def is_known(name: str) -> bool:
    """Whether somebody of that name is listed."""
    return name in _trades()


def known_for(referent: Referent) -> str:
    """What somebody is known for: "actor", a predicate of the staff, or ""."""
    return next((trade for name in referent.names if (trade := _trades().get(name))), "")


def known_director(_document: Document, match: Match) -> bool:
    """Who is named directs for a living: 是枝裕和の『A』 is a film of that director's."""
    return _of_trade(match, "director")


def known_author(_document: Document, match: Match) -> bool:
    """Who is named writes books or draws comics for a living."""
    return _of_trade(match, "creator")


def known_actors(_document: Document, match: Match) -> bool:
    """Everybody named acts for a living."""
    actors = match.bound.get("actor", [])
    return bool(actors) and all(m.referent is not None and known_for(m.referent) == "actor" for m in actors)


def part_first(document: Document, match: Match) -> bool:
    """Actors behind が, whom a part stands before that is nobody's name known to act."""
    parts = match.bound.get("character", [])
    if any(m.referent is not None and known_for(m.referent) for m in parts):
        return False
    return known_actors(document, match)


def _of_trade(match: Match, trade: str) -> bool:
    makers = match.bound.get("maker", [])
    if any(m.indirect for m in match.bound.get("work", [])):
        return False  # 凪良ゆうの受賞作を李相日が撮った: the book is not directed
    return bool(makers) and all(trade_of(m.referent) == trade for m in makers)
