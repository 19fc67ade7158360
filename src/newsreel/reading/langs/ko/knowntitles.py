"""Titles without marks that the press names often, where the words before say that a work is named."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick_rs

from newsreel.reading.document import FURNITURE, Mention, Referent
from newsreel.reading.langs.ko.lexicon import alternation, lines, words
from newsreel.reading.langs.ko.quotes import key
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_LONG = 3  # syllables that a title has more of
_REACH = 16  # characters before a title that may say what it is
_BEHIND = re.compile(r"(?: 시즌 ?\d)?(?:[은는이가을를의도와과에]|에서|으로|로|,| |\.|$)")
_ROW = re.compile(r"(?:와|과|,|·) ?$")


@cache
def _finder() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    """What finds all known titles in one pass, and the titles (data/works.txt names its source)."""
    titles = [line for line in lines("works.txt") if len(key(line)) > _LONG]
    return ahocorasick_rs.AhoCorasick(titles, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), titles


@cache
def _before() -> re.Pattern[str]:
    """A word for a type, a channel or a maker's office at the end of some words."""
    channels = alternation(form for row in load_data("ko", "orgs")["platforms"] for form in row)
    return re.compile(rf"(?:(?:{words().types})(?: |, )|(?:{channels}) |(?:감독|작가|PD)의 )$")


def known(document: Document, registry: dict[tuple[str, str], Referent], found: list[Mention]) -> list[Mention]:
    """The mentions of such titles that are none of those `found`; of a row the first says what all are."""
    finder, titles = _finder()
    text = document.text
    again: list[Mention] = []
    for number, start, end in finder.find_matches_as_indexes(text):
        sentence = document.sentence_at(start)
        taken = any(a.start < end and start < a.end for a in [*found, *again])
        if sentence is None or sentence.zone == FURNITURE or taken or not _BEHIND.match(text, end):
            continue
        left = text[max(sentence.start, start - _REACH) : start]
        row = _ROW.search(left)
        joined = row is not None and any(0 <= start - len(row[0]) - a.end <= 1 for a in [*found, *again])
        if not joined and not _before().search(left):
            continue
        name = titles[number]
        referent = registry.get((key(name), "")) or document.refer("work", name)
        registry[(key(name), "")] = referent
        again.append(Mention(start, end, "W", name, referent=referent, reasons=("a title that is known",)))
    return again
