"""Entries of slates and calendars: paragraphs that begin with a title as a sentence of its own ("Harbor. Ann Lee directs …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.grids import NAME
from newsreel.reading.langs.en.tokens import personal

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

    Judged = dict[str, tuple[str, float, tuple[str, ...]]]

_SURE, _WEAK = 1.0, 1.5
_LEAST = 2  # entries that make a slate
_MARK = r"[ \t•*\-–—·+>→★☆▪■●○◦➤▶►|\"“‘'«»]*"
_DAY = r"(?:(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?,? ?\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}|(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})|\d{1,2}/\d{1,2})"
_BEFORE = re.compile(
    rf"{_MARK}(?:(?:#?\d{{1,3}}[.)]|\d{{1,2}}[.:h]\d\d) |{_DAY}(?:, \d{{4}})? ?(?:[-–—:|→>/]|\.{{2,}}|…) ?)?{_MARK}(?:The |A |An )?"
)
_OWNER = re.compile(r"([^\n]{2,24}?)(?: [–—-]|:) (?:The )?")
_REACH = 60  # code points that bullets and a date may take
_ENDS = re.compile(r"[\"”’'*]*[.!?](?=[ \n]|$)")
_GOES_ON = re.compile(r"[\"”’'*]*(?:[.!?] \S|\.? \([^()\n]+\)[.,:]? ?\S|,? (?:[–—-]|dir\.|directed by) \S)")


# "Rin – Ann Lee": a part and who plays it
_PLAYED_BY = re.compile(rf" ?[–—-] {NAME}[.;,]?[ \t]*$", re.MULTILINE)


def entries(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Names that paragraphs begin with, each a sentence of its own with more behind it, are titles where two or more do so."""
    heads: list[tuple[str, Candidate]] = []
    for c in found:
        k = lexicon.key(c.text)
        if k in judged and c.sentence.zone in (BODY, LISTING) and _heads(document.text, c) and _may_be(k, c):
            heads.append((k, c))
    if len({k for k, _ in heads}) < _LEAST:
        return
    for k, c in heads:
        alone = _ENDS.match(document.text, c.outer[1]) is not None
        if judged[k][0] in "XNC" or (judged[k][0] == "P" and alone and judged[k][1] < _WEAK):
            judged[k] = ("W", _SURE, ("heads an entry",))


def _heads(text: str, c: Candidate) -> bool:
    start, end = c.outer
    line = text.rfind("\n", 0, start) + 1
    if start - line > _REACH:
        return False
    owner = _OWNER.fullmatch(text, line, start)
    if owner is not None and owner[1] in lexicon.organizations():
        return text[end : end + 2] in {", ", ". "}  # "NRK — Harbor, six parts on …"
    if not _BEFORE.fullmatch(text, line, start):
        return False
    inside = _BRACKET.match(text, end)
    if inside is not None and not _shown_or_made(inside[1]):
        return False
    return _GOES_ON.match(text, end) is not None and _PLAYED_BY.match(text, end) is None


_BRACKET = re.compile(r"[\"”’'*]*\.? \(([^()\n]+)\)")


def _shown_or_made(inside: str) -> bool:
    """Whether a bracket holds what stands behind titles: a year, a channel, a country, a length."""
    first = re.split(r", |/| & |; ", inside)[0].strip()
    return first[:1].isdigit() or first in lexicon.organizations() or first in lexicon.places()


def _may_be(k: str, c: Candidate) -> bool:
    """Whether a name may be a title by what it looks like."""
    parts = c.text.split()
    if c.text in lexicon.organizations() or c.text in lexicon.places() or c.text in lexicon.festivals():
        return False
    if k in lexicon.titles():
        return True
    words = [part.strip(".,!?'\"").lower() for part in parts]
    plain = len(parts) == 1 and words[0] in lexicon.words("common")
    label = words[0] in lexicon.word_list("label_words") and len(parts) < 3  # noqa: PLR2004 - "Executive Producer"
    dated = words[0] in lexicon.MONTHS or words[0] in lexicon.WEEKDAYS or _WEEKDAY.fullmatch(words[0])
    return not (plain or label or dated or personal(parts) or parts[-1] in lexicon.suffixes())


_WEEKDAY = re.compile(r"(?:mon|tues?|weds?|wednes|thurs?|fri|satu?r?|sun)(?:days?)?s?|today|tonight|tomorrow")
