"""When and where of what is told: the venue of a date, what lies ahead, where shooting is to begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.model import Period

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft

DATED = frozenset({"release_date", "filming_start", "filming_end"})
_SOFT = frozenset({"stated", "reported", "confirmed", "planned"})
_FESTIVAL = re.compile(r"[一-龥ァ-ヴー]{2,12}(?:国際)?(?:アニメーション)?映画祭")
_ABROAD = re.compile(
    r"(海外|全米|北米|日本|韓国|中国|台湾|香港|米国|仏|英国|フランス|アメリカ|現地|本国)(?:では|での|で|国内|公開|にて)"
)


# 日本では…: the place of all that the sentence says.
_THERE = re.compile(r"(?:[^、。]{0,8}、)?(?:日本|韓国|中国|台湾|香港|米国|仏|英国|フランス|アメリカ|全米|北米)では")


# 韓国では大ヒットした同作が9月8日…公開: where it was a hit is not where it comes out.
_RELATIVE = re.compile(r"[たる](?:同作品?|本作品?|今作|この作品|[「『][^」』]{1,40}[」』])(?:が|は|も|の)")


def venue(document: Document, draft: Draft) -> None:
    """Where a date is for: a festival or country in the same clause."""
    if draft.predicate != "release_date" or "venue" in draft.slots:
        return
    low = max(draft.sentence.start, draft.start - 30)
    words = re.split("。", document.text[low : draft.end])[-1]
    words = _RELATIVE.split(words)[-1]
    topic = _THERE.match(document.text, draft.sentence.start, draft.start)
    if topic and not _RELATIVE.search(document.text, topic.end(), draft.start):
        words = topic[0] + words
    if match := _FESTIVAL.search(words):
        draft.slots["venue"] = match[0].lstrip("回")
    elif service := _streamed_at(document, draft):
        draft.slots["venue"] = service
    elif (found := list(_ABROAD.finditer(words))) and found[-1][1] not in ("現地", "本国"):
        word = found[-1][1]
        draft.slots["venue"] = {"全米": "US", "北米": "US"}.get(word, word)
    elif theatre := _THEATRE.match(document.text[draft.start : draft.sentence.end].replace("\n", " ")):
        draft.slots["venue"] = theatre["name"]


# 30日、渋谷ユーロスペースで封切り: one house, not the first of many.
_THEATRE = re.compile(
    r"[^、。]{2,14}?(?:に|から|、)(?:東京・|大阪・|京都・)?(?P<name>[一-龥]{0,4}(?:シネマ・?[ァ-ヴー]+|ユーロスペース|ポレポレ[一-龥]+|テアトル[一-龥]+|[ァ-ヴー]{2,8}シネマ|シネマ[ァ-ヴー一-龥]{2,8}|シアター・?[ァ-ヴー]+|名画座))"
    r"(?:たった[0-9０-９1-9]館)?(?:で(?!は)|にて)(?:先行|限定|緊急|単独)?(?:公開|封切|上映|スタート|ロードショー)?"
)


def _streamed_at(document: Document, draft: Draft) -> str:
    """The streaming service on which the date is: 3月19日よりAで独占配信."""
    if "配信" not in document.text[draft.start : draft.end + 8]:
        return ""
    for mention in draft.sentence.mentions:
        service = mention.referent
        if mention.kind != "O" or service is None or service.facts.get("org_kind") != "streamer":
            continue
        near = draft.start <= mention.start <= draft.end + 2
        if near and _CARRIED_ON.match(document.text, mention.end, draft.sentence.end):
            return service.name
    return ""


_CARRIED_ON = re.compile(r"[」）)]?(?:で|にて|より|から)(?:世界|独占|見放題|全世界|先行|一挙|同時)*配信")


def look_ahead(document: Document, draft: Draft) -> None:
    """A date after the report's day is planned, whoever says it."""
    if draft.predicate not in DATED or not isinstance(draft.object, str) or draft.status not in _SOFT:
        return
    try:
        period = Period.parse(draft.object)
    except ValueError:
        return
    if period.start > document.anchor or (
        draft.status == "stated"
        and period.end > document.anchor
        and _TO_COME.search(document.text, draft.start, min(draft.end + _FAR, draft.sentence.end))
    ):
        draft.status = "planned"
    elif draft.status == "planned" and period.end <= document.anchor:
        draft.status = "stated"
    if draft.status == "planned" and not draft.by:
        draft.by = ()


# So far behind a date stands the verb that it belongs to.
_FAR = 20
_TO_COME = re.compile(
    r"(?:始まる|始める|開始する|開始される|公開される|放送される|配信される|公開する|スタートする|に入る|近日|まもなく|間もなく)"
)


def to_be_shot(document: Document, draft: Draft) -> None:
    """Where shooting is to begin is planned: 撮影は今月中旬、呉市で始まる."""
    if draft.predicate != "filming_location" or draft.status not in ("stated", "confirmed"):
        return
    if _WILL_SHOOT.search(document.text, draft.start, draft.sentence.end):
        draft.status = "planned"


_WILL_SHOOT = re.compile(
    r"(?:撮影|ロケ|クランクイン|収録)?[^。]{0,30}(?:で|に)(?:始まる|開始する|開始される|入る)(?:。|予定|見込|と|$)"
)
