"""Guards of frames about days: whether what is told of a day is that a work is shown, or shot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja import casting

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Match

_NOT_RELEASED = re.compile(
    r"CM|ＣＭ|予告|映像|ビジュアル|写真|ポスター|特報|コメント|主題歌|曲|MV|特番|発表|会見|PV|情報|解禁|発売|イベント|記者|舞台挨拶|舞台あいさつ|ライブ|コンサート|展|サイト|チケット|前売|刊行|出版|連載|アルバム|シングル|インタビュー|クリップ|SNS|着うた|着メロ|ダウンロード|企画|キャンペーン|フェア|展示|募集|オーディション|プレミア|来日|様々な|さまざまな|多くの映画|多くの作品|数々の|ランキング|週目|第(?:[2-9２-９]|[0-9０-９]{2})[話回]から"
)
_NOT_FILMED = re.compile(r"予告|写真集|グラビア|CM|ＣＭ")


# 配信すると発表した: what is announced is the release.
_ANNOUNCED = re.compile(r"(?:[うくすつぬむるたと]|こと)(?:と|が|を)(?:[0-9０-９]{1,2}日、?)?(?:正式に)?発表")
_NOT_THE_WORK = re.compile(
    r"(?:リメ[イー]ク版|予告|映像|ティザー|特報|PV|場面写真|ポスター|主題歌|ビジュアル|特番|撮影|物語|収録|ロケ|連載|授業|第[0-9]+話|最終話|舞台)[^、。]{0,8}(?:(?:が|を|も)|は、?)[^、。]{0,4}$"
)


def release(document: Document, match: Match) -> bool:
    """What comes out is the work, not its trailer, its song or a ticket."""
    if (
        match.frame.rule == "ja/title/release"
        and _DESCRIBES.match(document.text, match.end)
        and _WORK_BEHIND.match(document.text, match.end, match.sentence.end)
    ):
        return False
    if (
        match.frame.rule == "ja/title/release-named"
        and match.bound["work"][0].start < match.bound["date"][0].start
        and _DESCRIBES.match(document.text, match.end)
        and casting.title_behind(document, match)
    ):
        return False
    behind = document.text[match.end : min(match.end + 9, match.sentence.end)]
    words = document.text[match.start : match.end] + re.split("[、。]", behind)[0]
    before = document.text[max(match.sentence.start, match.start - 14) : match.start]
    if re.search(
        r"始ま(?:った|る)(?:ロケ|撮影|収録|連載|企画)|公開作(?!品?[「『])|更新|日を遅|開幕する(?:第[0-9０-９]+回)?[^。、]{0,16}映画祭|から(?:[^、。]{0,8})?延期|放送(?:から|回|分)|(?:制作|製作|撮影|収録)が始ま|の告知|のお知らせ|(?:が|を)終(?:了|え|わ)|最終回",
        words,
    ):
        return False
    if all(_WEEKDAY.fullmatch(m.text) for m in match.bound.get("date", [])):
        return False  # アメリカでは水曜の夜に放映される: every week
    if any(document.text.startswith("まで", m.end) for m in match.bound.get("date", [])):
        return False  # 3月18日までは今のキャストで放送する
    words += "CM" * (_ADVERTISED.match(document.text, match.end, match.sentence.end) is not None)
    return not _NOT_RELEASED.search(_ANNOUNCED.sub("", words)) and not _NOT_THE_WORK.search(before)


# 放映されている佐藤出演のCMは
_ADVERTISED = re.compile(r"(?:され|中の|し)[^。「」『』、]{0,40}(?:CM|ＣＭ|スポット)")
_WEEKDAY = re.compile(r"[月火水木金土日]曜日?")
# 3月1日より公開された…『A』: the verb goes on to describe the title behind.
_DESCRIBES = re.compile(r"[されしらせ]*(?:てい)?[たる](?![。、])")
# 上映されていた短編アニメ『A』
_WORK_BEHIND = re.compile(r"[されしらせ]*(?:てい)?[たる][^、。「」『』はがを（(]{0,12}[「『]")


# 1969年に映画『A』でデビュー; but 2017年に映画『A』の監督が…と報じられた.
_SHOWN_THEN = re.compile(
    r"公開|放送|配信|スタート|封切|上映|始ま|開幕|放映|幕を|お目見え|ロードショー|オンエア|世に出|世に放|お披露目|産声|初の"
)
_CAME_OUT = re.compile(
    r"(?:[（(][^（）()]{0,30}[）)])?(?:など)?(?:で|に(?:出演|主演)|を(?:発表|監督|撮|公開|製作|制作|手|完成)|が(?:公開|放送|大?ヒット)|$|。)"
)


def release_of(document: Document, match: Match) -> bool:
    """A date before a title dates the title."""
    date, work = match.bound["date"][0], match.bound["work"][0]
    if document.text[date.end : date.end + 1] == "に" and not _SHOWN_THEN.search(document.text[date.end : work.start]):
        return _CAME_OUT.match(document.text, work.end, match.sentence.end) is not None
    return not _NOT_RELEASED.search(document.text[match.start : match.end].split("「")[0].split("『")[0])


# 3月22日: a month alone, or a year, may be that of anything.
_DAY = re.compile(r"(?:[0-9０-９]+|[一二三四五六七八九十]+)日|[0-9]{1,2}[/.][0-9]{1,2}")


def a_day(document: Document, match: Match) -> bool:
    """A day behind a title alone, where the sentence tells of no birth, deed or event."""
    return all(_DAY.search(m.text) for m in match.bound["date"]) and not _NOT_RELEASED.search(
        document.text[match.start : match.end].split("』")[-1].split("」")[-1]
    )


def festival(document: Document, match: Match) -> bool:
    """Something of the work is said to happen there: it is shown, chosen or awarded."""
    words = document.text[match.start : match.sentence.end]
    if casting.title_behind(document, match):
        return False
    return not re.search(r"開幕し|閉幕し|開かれ|開催され|授賞式", words[:60]) and bool(
        re.search(r"上映|選ばれ|披露|受賞|獲得|輝|受け|お目見え|産声|出品|持ち帰|初公開", words)
    )


def filming(document: Document, match: Match) -> bool:
    """Shooting of the work, not of a calendar."""
    return not _NOT_FILMED.search(document.text[match.start : match.end])
