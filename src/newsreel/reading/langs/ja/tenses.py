"""What mentions mean as objects of claims, and whether a date that leaves it open lies ahead or behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsreel.reading.dates import resolve

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention


def value_of(mention: Mention, tense: str) -> Any:
    """What a mention means as an object: EDTF for dates, the number, the word."""
    if mention.kind == "D":
        future = {"future": True, "past": False}.get(tense)
        date = mention.value
        if date.kind == "range" and date.meaning.parts:  # what runs from … to … begins with the first
            first = date.meaning.parts[0]
            ahead = future or (future is None and first.future.start == date.period.start)
            return (first.future if ahead else first.past).edtf
        return resolve(date, future=future).edtf
    if mention.value is not None:
        return mention.value
    return mention.text


_HAPPENED = re.compile(
    r"(?:公開|放送|配信|上映)中|(?:公開|放送|放映|配信|封切|スタート|開始|クランクイン|クランクアップ|始ま|開幕|幕を開け|上映|撮影|完成|行われて|続いて)"
    r"(?:さ|し|れ|ら|せ|っ|い|ま|開始|を迎え|が始ま|に入){0,4}(?:た(?![しいめちりるら])|ている|ており|ておる)"
)


_DONE = re.compile(r"(?:始まった|公開された|放送された|開かれた|スタートした|開幕した)。?$")
_WILL = re.compile(r"(?:される|れる|始まる|する|します|ます|予定|見込|決定|決ま|へ$|目指|臨む|入る|続く)")
# 4月に撮影に入り、愛媛で撮られた。: what goes on to what was done was done too.
_GOES_ON_TO = re.compile(
    r"(?:クランクイン|撮影|開始|スタート|公開|放送|クランクアップ)(?:[をがに][^、。]{0,6})?(?:[しりめえ]|され|て)、"
)
_ENDS_DONE = re.compile(r"(?:(?:され|われ|られ|し|っ|し終え|終え|迎え|め)た|(?:され|られ|し)ている)。?$")


def tense_at(document: Document, mention: Mention, predicate: str) -> str:
    """Whether the words behind a date speak of what was or what will be, for dates that leave it open."""
    if mention.kind != "D" or predicate not in ("release_date", "filming_start", "filming_end", "production_status"):
        return ""
    sentence = document.sentence_at(mention.start)
    end = sentence.end if sentence else mention.end
    words = document.text[mention.end : min(end, mention.end + 40)]
    near = re.split(r"[、。]", words)[:2]
    if any(_HAPPENED.search(w) for w in near):
        return "past"
    goes_on = _GOES_ON_TO.search(words)
    if goes_on and sentence is not None and _ENDS_DONE.search(document.text, mention.end, sentence.end):
        return "past"
    bare = re.fullmatch(r"[0-9０-９]{1,2}日.{0,3}", mention.text)
    if bare and sentence is not None and _DONE.search(document.text, mention.end, sentence.end):
        return "past"
    if _WILL.search(near[0]) or bare:
        return "future"
    return ""
