"""Dates that move: 当初6月に予定されていた撮影は8月に延期された. What was planned is denied, the new day is planned.

Whether it is a shoot or a showing that moves is told by the word nearest to the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.dates import resolve
from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.moving import happens

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

RULE = "ja/date/moved"
_SHIFT = r"(?:延期|先送り|変更|前倒し|後ろ倒し|ずれ込|ずらし|ずれ|繰り下げ|繰り上げ|繰り延べ|延び|早ま|早め|見直|改め)"
_SHIFTS = re.compile(_SHIFT)
_TO = re.compile(rf"(?:[（(][^（）()]{{1,6}}[）)])?(?:へ|に|まで)(?:と)?、?(?:[^。、\uE044]{{0,12}}?){_SHIFT}")
_FROM = re.compile(r"(?:[（(][^（）()]{1,6}[）)])?(?:[^。、]{0,10})?から(?:の)?、?")
_PLANNED = re.compile(
    r"(?:[（(][^（）()]{1,6}[）)])?(?:に|の|から|より|には)?[^。、]{0,18}?(?:予定(?:だった|であった|され(?:てい)?た|して(?:い|お)た|で[、し]|の[^。、]{0,12}が)|はずだった|とされていた|としていた|とし(?:て)?発表され)"
)
_FIRST = re.compile(r"(?:当初|はじめ|もともと|従来|これまで)(?:は|の|から)?、?[^。、]{0,8}$")
_SHOOT = re.compile(r"撮影|クランクイン|収録|カメラ")
_SHOW = re.compile(r"公開|封切|幕を開け|お目見え|お披露目|放送|配信|放映|上映|ロードショー|スタート|開幕|オンエア")
_EVENTS = (("filming_start", _SHOOT), ("release_date", _SHOW))
_NEAR = 26  # code points from a date to the word that says what happens on it


def moved(document: Document) -> Iterator[Draft]:
    """Days left and days taken up, of shoots and of showings."""
    for sentence in document.sentences:
        dates = [m for m in sentence.mentions if m.kind == "D" and not m.indirect]
        if sentence.zone == FURNITURE or not dates or not _SHIFTS.search(document.text, sentence.start, sentence.end):
            continue
        told = [(m, _left(document, sentence, m, dates)) for m in dates]
        if all(left is None for _, left in told):
            continue
        for mention, left in told:
            work = document.work_at(mention.start)
            predicate = happens(document, sentence, mention, _EVENTS, _NEAR)
            if left is None or work is None or not predicate:
                continue
            value = resolve(mention.value, future=None if left else True).edtf
            for value_, gone in _ends(value, left=left):
                yield Draft(
                    predicate, work, value_, sentence, mention.start, mention.end, RULE,
                    status="denied" if gone else "planned", fixed=True, mention=mention,
                )  # fmt: skip


def _ends(value: str, *, left: bool) -> list[tuple[str, bool]]:
    """A day left or taken up; 5月20日から6月3日に is a range of dates, and both."""
    if left or "/" not in value or not all(value.split("/")):
        return [(value, left)]
    first, last = value.split("/")
    return [(first, True), (last, False)]


def _left(document: Document, sentence: Sentence, mention: Mention, dates: list[Mention]) -> bool | None:
    """Whether a date is left (True), taken up (False), or neither (None)."""
    text = document.text
    if _TO.match(text, mention.end, sentence.end):
        return False
    later = next((m for m in dates if m.start >= mention.end), None)
    goes_on = later is not None and _TO.match(text, later.end, sentence.end) is not None
    planned = _PLANNED.match(text, mention.end, sentence.end) or _FIRST.search(text, sentence.start, mention.start)
    if planned and _SHIFTS.search(text, mention.end, sentence.end):
        return True
    between = _FROM.match(text, mention.end, later.start) if goes_on and later is not None else None
    return True if between and later is not None and between.end() >= later.start - 1 else None
