"""Lines under the heading of a prize: who wins it for which work, and with that who did what.

As in "Best Director" above "Ann Lee, Harbor (Poland, UK)", "Best Actor" above "Bo Roe in Kite (Ivy Lang, Italy)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.grids import NAME, country_code
from newsreel.reading.langs.en.titlelines import TITLE

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_PRIZE = re.compile(
    r"(?:[\w’'-]+ ){0,6}?(?:best|outstanding|award|prize|lion|bear|palme|leopard|shell|grand prix|c[ae]sar|goya|donatello|coppa|volpi|oscar|bafta|emmy|globe)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_POSTS = (
    ("director", re.compile(r"\bdirect(?:or|ing|ion)\b", re.IGNORECASE)),
    ("cast_member", re.compile(r"\b(?:act(?:or|ress|ing)|performances?|performer|ensemble|newcomer)\b", re.IGNORECASE)),
    ("screenwriter", re.compile(r"\b(?:screenplay|script|writing|screenwriter)\b", re.IGNORECASE)),
    ("cinematographer", re.compile(r"\b(?:cinematograph\w+|photography|camera)\b", re.IGNORECASE)),
    ("composer", re.compile(r"\b(?:music|score|composer)\b", re.IGNORECASE)),
)
_WON = re.compile(
    rf"[ \t]*(?:[•*▪–—>-] ?)?(?P<who>{NAME}(?:(?:, | and | & ){NAME})*?)(?:, | for | in | [–—-] |: )[\"“‘']?(?P<title>{TITLE}?)[\"”’']?(?=[ \t]*(?:\(|,|[.;]|$| by | dir))"
)
_LONG = 60  # code points of a prize's heading
Span = tuple[int, int]


def honours(document: Document) -> dict[int, tuple[str, Span, Span]]:
    """By the starts of their lines: what the winners of a line did, where they are named and where the title stands; found once."""
    if "honours" not in document.notes:
        document.notes["honours"] = _found(document)
    found: dict[int, tuple[str, Span, Span]] = document.notes["honours"]
    return found


def _found(document: Document) -> dict[int, tuple[str, Span, Span]]:
    text, out = document.text, {}
    post, last = "", -1
    for sentence in document.sentences:
        if sentence.zone in (HEADLINE, FURNITURE) or sentence.paragraph == last:
            continue
        last = sentence.paragraph
        end = text.find("\n", sentence.start)
        end = len(text) if end < 0 else end
        if end - sentence.start <= _LONG and _PRIZE.match(text, sentence.start, end):
            line = text[sentence.start : end]
            post = next((what for what, pattern in _POSTS if pattern.search(line)), "")
            continue
        won = _WON.match(text, sentence.start, end) if post else None
        if won is None or country_code(won["title"]):
            post = ""
            continue
        out[sentence.start] = (post, won.span("who"), won.span("title"))
    return out


def honoured(document: Document) -> Iterable[Draft]:
    """Credits of those who win a prize for what they did in a work."""
    for start, (post, who, title) in honours(document).items():
        sentence = document.sentence_at(start)
        row = sentence.mentions if sentence is not None else []
        work = next((m for m in row if m.kind == "W" and title[0] <= m.start < title[1]), None)
        if sentence is None or work is None or work.referent is None:
            continue
        for m in row:
            if m.kind == "P" and who[0] <= m.start < who[1]:
                yield Draft(post, work.referent, m.referent, sentence, m.start, work.end, "en/prize/line", mention=m)
