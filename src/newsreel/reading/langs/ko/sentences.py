"""Lines, zones and sentences of a Korean report; what is no part of the article becomes furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING, Sentence
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.model import Report

BULLET = re.compile(
    r"\s*(?:[①-⑳❶-❿➀-➉●■□▣▲△▶▷◇◆▼▽○◎•·※☞★☆*#\-─–—]|\d{1,3}위(?=[.: ])[.:]?|Q\.|A\.|"
    r"\d{1,2}[.)](?=\s))\s*"
)
_END = re.compile(
    r"(?:(?:(?<![A-Z])\.|[?!。])+[\"'”’」』)\]]*|…+[\"'”’]*)(?=\s(?! ?[|ㅣ])|$)|(?<=다)\.(?=[가-힣A-Z‘'“\"<〈《])|"
    r"(?<=PD)\.(?= |$)"
)
_OPEN_SPEECH = re.compile(r"[“\"]([^”\"\n]{1,300})[”\"]")
_OPEN_TITLE = re.compile(
    r"‘[^‘’\n]{1,40}’|(?<![\w])'[^'\n]{1,40}'|<[^<>\n]{1,40}>|〈[^〈〉\n]{1,40}〉|《[^《》\n]{1,40}》"
)
_HEADLINE_LENGTH = 80
_SUBHEADS = 0  # a list line may stand above the headline


@dataclass(frozen=True, slots=True)
class Furniture:
    """Patterns of data/furniture.yml: whole lines, openings and closings of lines, and what all after is dropped."""

    line: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    onwards: re.Pattern[str]


@cache
def furniture() -> Furniture:
    """The patterns, compiled once."""
    data = load_data("ko", "furniture")
    return Furniture(
        line=re.compile("|".join(data["line"])),
        opening=re.compile("^(?:" + "|".join(data["opening"]) + ")"),
        closing=re.compile("(?:" + "|".join(data["closing"]) + ")$"),
        onwards=re.compile("|".join(data["onwards"])),
    )


def lay_out(report: Report) -> list[Sentence]:
    """The report's sentences in order, each in its zone; bylines, credits and related links are furniture."""
    found: list[Sentence] = []
    paragraph, dropped, seen_body = -1, False, False
    position = report.body
    previous_blank = True
    for line in report.text[report.body :].splitlines(keepends=True):
        start, end = position, position + len(line.rstrip())
        position += len(line)
        text = report.text[start:end]
        if not text.strip():
            previous_blank = True
            continue
        first = paragraph < 0
        paragraph += 1
        zone, start, end = _zone(report.text, start, end, first=first, seen_body=seen_body, blank=previous_blank)
        previous_blank = False
        dropped = dropped or bool(furniture().onwards.match(text.strip()))
        if dropped or zone == FURNITURE:
            found.append(Sentence(len(found), start, end, FURNITURE, paragraph))
            continue
        numbered = report.text[start : start + 1].isdigit()
        seen_body = seen_body or zone == BODY or (zone == LISTING and (numbered or paragraph > _SUBHEADS))
        for a, b in _split(report.text, start, end, whole=zone == HEADLINE):
            found.append(Sentence(len(found), a, b, zone, paragraph))
    return found


# "달빛 정원(3월)=한지우 감독": an item that a title with a date in brackets heads, without a bullet.
BARE_ITEM = re.compile(
    r"[‘'<《〈]?[^=()‘’'<>《》〈〉.]{1,26}[’'>》〉]?\((?:[^()]{0,8}(?:\d{1,2}월|\d{1,2}일|상반기|하반기|[1-4]분기|"
    r"봄|여름|가을|겨울|연말|연초|미정))[^()]{0,8}\) ?[=:：]"
)
# "2일(금) 달빛 정원 / 한지우": an item that a day and a title head, its cells parted by strokes.
DATED_ITEM = re.compile(
    r"\s*(?:\d{1,2}월 ?)?\d{1,2}일 ?(?:\([월화수목금토일]\))? ?(?=[^/|ㅣ]{2,24} [/|ㅣ] [^/|ㅣ]{2,60} [/|ㅣ] )"
)
# An item with words of its own right under the headline: "▲ 달빛 정원(3월) = 연출 한지우."
_TOLD_ITEM = re.compile(r"[①-⑳❶-❿➀-➉▲△▶▷■□●○◎▣] ?[^=:|]{2,24}(?:=|:|\||\)).{6}")


def _zone(text: str, start: int, end: int, *, first: bool, seen_body: bool, blank: bool) -> tuple[str, int, int]:  # noqa: PLR0913 - what a name is made of
    """The zone of a line, and the part of it that belongs to the article."""
    rules = furniture()
    line = text[start:end]
    if rules.line.search(line):
        return FURNITURE, start, end
    if m := rules.closing.search(line):
        end = start + len(line[: m.start()].rstrip())
    if m := rules.opening.match(line):
        start += m.end()
    line = text[start:end]
    if not line.strip():
        return FURNITURE, start, max(start, end)
    finished = (
        re.search(
            r"[다요죠]\.[\"”’']?$" if first else r"[다요죠]\.[\"”’']?$|[가-힣]{2}[한했된됐이]?다\. ", line.rstrip()
        )
        is not None
    )
    told = re.search(r"(?:[요죠까][.?!~]*|습니다[.!]?|[?])$", line.rstrip()) is not None and not first
    numbered = re.match(r"\s*(?:\d{1,2}[.)]|[●◆◇■□▲△▶▷○] ?\d{1,2}위[.:]?) ", line) is not None or (
        not first and _TOLD_ITEM.match(line) is not None
    )
    numbered = numbered or BARE_ITEM.match(line) is not None or DATED_ITEM.match(line) is not None
    if not (seen_body or finished or told or numbered) and len(line) <= _HEADLINE_LENGTH and (first or not blank):
        return HEADLINE, start, end
    listed = BULLET.match(line) or BARE_ITEM.match(line) or DATED_ITEM.match(line)
    return (LISTING if listed else BODY), start, end


def _split(text: str, start: int, end: int, *, whole: bool) -> list[tuple[int, int]]:
    """Sentences of a line; a full stop inside quoted speech ends none."""
    line = text[start:end]
    if whole:
        return [(start, end)]
    speech = [m.span() for m in _OPEN_SPEECH.finditer(line)] + [m.span() for m in _OPEN_TITLE.finditer(line)]
    cuts = [0]
    bullet = BULLET.match(line)
    for m in _END.finditer(line):
        if bullet and m.start() < bullet.end():
            continue  # "2. 달빛 정원"
        if any(a < m.start() < b - 1 for a, b in speech):
            continue
        cuts.append(m.end())
    cuts.append(len(line))
    spans = []
    for a, b in pairwise(cuts):
        piece = line[a:b]
        left = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((start + a + left, start + a + len(piece.rstrip())))
    return spans
