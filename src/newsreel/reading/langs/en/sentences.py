"""Sentences and zones of an English report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, CAPTION, FURNITURE, HEADLINE, LISTING, Sentence

if TYPE_CHECKING:
    from newsreel.model import Report

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "sta",
        "sto",
        "ms",
        "dr",
        "jr",
        "sr",
        "st",
        "bros",
        "inc",
        "ltd",
        "co",
        "vs",
        "vol",
        "no",
        "lt",
        "sgt",
        "capt",
        "col",
        "gen",
        "rev",
        "prof",
        "det",
        "feb",
        "jan",
        "mar",
        "apr",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "dir",
        "scr",
        "prod",
        "prods",
        "exec",
        "dist",
        "approx",
        "est",
        "fig",
        "etc",
    ]
)
_BREAK = re.compile(r"[.!?…]+[\"”’'»)\]*]*(?:\s+(?=[\"“‘'«(\[*]*[^\W_a-z])|\s*$)")
_LAST_WORD = re.compile(r"([^\W_][\w’'.]*)$")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.)*[^\W\d_a-z]")
_FURNITURE = re.compile(
    r"^\W*(?:by\s+[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}\s*$|by (?:our|a|the)\b.{0,60}$|(?:see also|this (?:web)?site uses cookies|read ?:|extra tidbit|edition ?:|image$|latest [\w ]{0,24}headlines|you must be logged|log in\b|[\w.-]+@[\w.-]+$|also read|read also|read more|read next|"
    r"related|recommended|more from|don['’]t miss|most read|trending|sign up|subscribe|follow us|share this|advertisement|"
    r"forward this|unsubscribe|copyright|©|\(c\)|all rights reserved|reporting by|additional reporting|editing by|edited by|written by"
    r" [A-Z]\w+ [A-Z]\w+\s*$|source[s]?\s*[:(]|image[s]?\s*[:(]|photo(?:s|graph)?\s*[:(]|photo(?:s)? (?:by|courtesy)|picture[s]?:|"
    r"tags?:|topics:|via:|via\s[^.]{2,60}$|filed under|posted|published|updated|last updated|watch (?:the )?trailer|click here|next time:|"
    r"listings are|vote below|tell us|what do you think|read (?:our|the) )\b.*$|.{0,60}\bcourtesy of\b.*$|"
    r"(?:©|\(c\)|copyright).*$|[A-Z][a-z]+\.? \d{1,2}, \d{4}(?:\s+[\d:.]+\s*[ap]\.?m\.?)?(?:\s*\|.*)?$)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:photo|image|picture|pic|still(?! [a-z])|credit)s?\b[^.]{0,80}(?:courtesy|credit|getty|:)", re.IGNORECASE
)
_BRACKETED = re.compile(r"^\[[^\]]*\]$|^\([^)]*photo[^)]*\)$", re.IGNORECASE)
_REPLIES = re.compile(r"^(?:(?:view|show|hide|all|leave a|post a|no|\d+) )?comments?:?$|^leave a reply$", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\((?:[A-Z][\w.&/-]*|[\w]+ ?= ?.{1,80}?)(?: [A-Z][\w.&/-]*){0,3}\)$"
)  # "(Daily Star)", "(Credit= …)": who sends it
# "The Creative Team", "About the Production", "Unveiling the Cast": a line between paragraphs that names no one
_SUBHEAD = re.compile(
    r"^(?=[^.:,;!?()\d\"“‘]{4,50}$)(?:(?:the|an?|main|new|about|unveiling|meet|more|impressive|award-winning|creative|voice|key|production|additions?|to|of|and|cast|crew|plot|"
    r"story|synopsis|team|talent|characters?|staff|details|release|date|trailer|overview|behind|scenes)(?:\s+|$))+$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[•*\-–—·▪■●○◦★☆✦✓✔➤▶►→>]|\d{1,2}[.)])\s+")
# "3. Harbor. …", "Q: Who plays Rin?": marks of a list or of who speaks, no part of a sentence
_NUMBER = re.compile(r"\s*(?:\d{1,2}\.|[QA][.:])\s+(?=\S)")
_STATEMENT = re.compile(
    r"(?:[a-z]{2}|[\w’'-]{2,} [\w-]*\d)[.][\"”’')\]]*$|[.!?] [A-Z].{40,}[.]$"
)  # a first line that ends as a sentence does is text
_HEADLINE_LENGTH = 220
# A line cut into cells is one piece, whatever full stops its cells or leaders hold: "Kite ....... March 5", "Harbor! | May | June"
_CELLS = re.compile(r"^(?=.{3,260}$)(?:[^|\n]*\S ?(?:\||\t|→|->|\.{4,}| \.{3}|(?: \.){3,}) ?\S|.* / .* / .*[^.]$)")


def split(report: Report) -> list[Sentence]:
    """The report's sentences in order: the first line is the headline, every line a paragraph, furniture marked."""
    sentences: list[Sentence] = []
    paragraph = 0
    first, replies = True, False
    for line in re.finditer(r"[^\n]+", report.text[report.body :]):
        start, end = line.start() + report.body, line.end() + report.body
        text = line.group()
        if not text.strip():
            continue
        number = _NUMBER.match(text)
        start += number.end() if number else len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        replies = replies or (not first and _REPLIES.match(text.strip()) is not None)
        zone = FURNITURE if replies else _zone(text.strip(), first=first)
        first = first and zone == FURNITURE
        if zone in (HEADLINE, FURNITURE) or _CELLS.search(text):
            sentences.append(Sentence(len(sentences), start, end, zone, paragraph))
        else:
            for a, b in _pieces(report.text, start, end):
                sentences.append(Sentence(len(sentences), a, b, zone, paragraph))
        paragraph += 1
    return sentences


def _zone(line: str, *, first: bool) -> str:
    if _SIGNED.match(line) or (not first and _SUBHEAD.match(line)):
        return FURNITURE
    if _FURNITURE.match(line) or _CREDIT.match(line):
        return CAPTION if _BRACKETED.match(line) else FURNITURE
    if first and len(line) <= _HEADLINE_LENGTH and not _STATEMENT.search(line):
        return HEADLINE
    if _BRACKETED.match(line):
        return CAPTION
    return LISTING if _BULLET.match(line) else BODY


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    here = start
    for stop in _BREAK.finditer(text, start, end):
        if text[stop.start()] in "!?" and text[stop.end() : stop.end() + 1] == "(":
            continue
        if text[stop.start()] == "." and _abbreviated(text, here, stop.start()):
            continue
        cut = stop.end()
        while cut > here and text[cut - 1].isspace():
            cut -= 1
        if cut > here:
            pieces.append((here, cut))
        here = stop.end()
    if here < end:
        pieces.append((here, end))
    return pieces


def _abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether the full stop belongs to a shortened word or an initial ("J.", "Dr.", "U.S.")."""
    word = _LAST_WORD.search(text, max(start, stop - 30, text.rfind(" ", start, stop)), stop)
    if word is None:
        return False
    last = word.group(1)
    if len(last) > 1 and last.isupper() and last.lower() in {"dr", "st", "mr"} and not text[start:stop].isupper():
        return False  # "three seasons on DR."
    if last.lower() in _ABBREVIATIONS:
        return last.lower() not in {"etc", "co", "inc"} or not text[stop + 1 : stop + 3].strip()[:1].isupper()
    if last.lower() in {"a.m", "p.m"}:
        return True
    return bool(_INITIALS.fullmatch(last)) and last not in {"I", "U.S", "U.K", "TV"}
