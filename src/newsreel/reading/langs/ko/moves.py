"""Dates that move: "당초 6월로 예정됐던 촬영은 8월로 미뤄졌다". What was planned is denied, the new day is planned.

Whether it is a shoot or a showing that moves is told by the word nearest to the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.dates import DateMention, resolve
from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.showing import work_at
from newsreel.reading.moving import happens

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

RULE = "ko/date/moved"
_SHIFT = (
    r"(?:연기|순연|미뤄|미루|미룬|미뤘|늦춰|늦췄|늦추|늦춘|앞당|당겨|변경|바꿨|바꾸|바뀌|바뀐|바꾼|"
    r"옮겼|옮기|옮긴|옮겨|밀려|밀렸|밀린|조정|선회)"
)
_SHIFTS = re.compile(_SHIFT)
_TO = re.compile(rf"(?:\([^()]{{1,6}}\))?(?:으)?로 ?(?:[^,.]{{0,16}}?){_SHIFT}")
_FROM = re.compile(r"(?:\([^()]{1,6}\))?에서 ")
_PLANNED = re.compile(
    r"(?:\([^()]{1,6}\))?(?:로|에|께|경|쯤|부터)? ?(?:[^,.]{0,16}?)(?:예정(?:이었|이던|됐던|되었던|돼 있던|된 )|"
    r"계획(?:이었|됐던|이던)|하려던|하려 했|시작하려|잡혀 ?있던|잡혔던|확정됐던|확정했던|될 예정이었|할 예정이었)"
)
_FIRST = re.compile(r"(?:당초|애초|원래|본래)(?:에는?|부터)? (?:[^,.]{0,14})$")
_SHOOT = re.compile(r"촬영|크랭크 ?인|슛|카메라")
_SHOW = re.compile(r"개봉|방송|방영|공개|편성|첫 ?선|상영|오픈|론칭")
_EVENTS = (("filming_start", _SHOOT), ("release_date", _SHOW))
_NEAR = 30  # code points from a date to the word that says what happens on it


def moved(document: Document) -> Iterator[Draft]:
    """Days left and days taken up, of shoots and of showings."""
    for sentence in document.sentences:
        dates = [m for m in sentence.mentions if m.kind == "D" and isinstance(m.value, DateMention)]
        if sentence.zone == FURNITURE or not dates or not _SHIFTS.search(document.text, sentence.start, sentence.end):
            continue
        for mention in dates:
            left = _left(document, sentence, mention, dates)
            predicate = happens(document, sentence, mention, _EVENTS, _NEAR) if left is not None else ""
            work = work_at(document, sentence, mention, mention.end) if predicate else None
            if left is None or work is None:
                continue
            value = resolve(mention.value, future=None if left else True).edtf
            yield Draft(
                predicate, work, value, sentence, mention.start, mention.end, RULE,
                status="denied" if left else "", fixed=left, mention=mention,
            )  # fmt: skip


def _left(document: Document, sentence: Sentence, mention: Mention, dates: list[Mention]) -> bool | None:
    """Whether a date is left (True), taken up (False), or neither (None)."""
    text = document.text
    if _TO.match(text, mention.end, sentence.end):
        return False
    later = next((m for m in dates if m.start >= mention.end), None)
    planned = _PLANNED.match(text, mention.end, sentence.end) or _FIRST.search(text, sentence.start, mention.start)
    if planned and _SHIFTS.search(text, mention.end, sentence.end):
        return True
    if later is None or not _TO.match(text, later.end, sentence.end):
        return None
    return True if _FROM.fullmatch(text, mention.end, later.start) else None
