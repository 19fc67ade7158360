"""The work that a report is about: where each title stands is weighed, and what it is named for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention, Referent

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

# What a place in the first sentences of the body counts for the main work; the report opens with so many.
_PLACES = {1: 4, 2: 2}
_OPENING = 2
_REMADE_AS = re.compile(
    r"(?:として|の題で|の邦題で|の名で)[^。、]{0,12}(?:リメ[イー]ク|出す|出し|放[つっ]|届け|つくり直|作り直|生まれ変わ|よみがえ|蘇)"
)
_REMADE = re.compile(
    r"(?:が|を|は)、?[^。「」『』]{0,14}[「『][^」』]{1,30}[」』](?:として|の題で|の名で)[^。、]{0,12}(?:出す|出し|放[つっ]|届け|つくり直|作り直|生まれ変わ|よみがえ|蘇)|"
    r"(?:が|を|の)[^。「」『』]{0,20}(?:[「『][^」』]{1,30}[」』](?:として|の題で))?[^。「」『』]{0,8}リメ[イー]ク"
)
# 『A』の完成報告会が行われ: of what an event is held.
EVENT = re.compile(
    r"(?:[（(][^）)]{0,40}[）)])?の(?:[^、。「」『』]{0,12})(?:会見|発表会|試写会|舞台あいさつ|舞台挨拶|報告会|プレミア|発表イベント|完成報告|記念イベント|初日イベント)"
)
# 『A』が7月28日に…公開される: the news.
_TOLD_AS_NEWS = re.compile(
    r"(?:[（(][^（）()]{0,40}[）)])?[がを]、?[^。「」『』]{0,40}(?:公開|放送|配信|封切|ロードショー|スタート|クランクイン)(?:され|する|と|が|に|を|中|！|!|。|$)"
)
_EARLY = 5
_SHOWN = re.compile(r"[月日（(](?:より|から)?(?:[^（）()]{0,6})(?:公開|放送|配信|スタート)")
_BRACKET_BEHIND = re.compile(r"[（(][^（）()]{1,60}[）)]")


def main_work(document: Document) -> Referent | None:  # noqa: C901, PLR0912 - one table of shapes, read from the top
    """The work that the report speaks of most, weighed by where: headlines first, then the first sentences."""
    weights: dict[int, int] = {}
    works: dict[int, Referent] = {}
    bodies, remade = 0, False
    original: Referent | None = None
    for sentence in document.sentences:
        bodies += sentence.zone == "body"
        seen: set[int] = set()
        passing = told_in_passing(document, sentence)
        for mention in sentence.mentions:
            referent = mention.referent
            if mention.kind != "W" or referent is None or mention.indirect:
                continue
            made = referent.facts.get("source")
            if isinstance(made, Referent):  # 『A』を映画化: the film of that name is the news
                referent = made
            place = 6 if sentence.zone == "headline" else _PLACES.get(bodies, 1)
            if sentence.zone == "headline" and _whose(document, sentence, mention):
                place = 3
            if seen:
                place = max(1, place - 2)
            if id(referent) in seen:
                continue
            if id(mention) in passing:
                place = 0
            elif referent.facts.get("untitled"):
                place += 6
            else:
                seen.add(id(referent))
            works[id(referent)] = referent
            if referent.facts.get("type") in _WRITTEN or _made_of(document, sentence, mention):
                place = 0
            if bodies <= _EARLY and _TOLD_AS_NEWS.match(document.text, mention.end, sentence.end):
                place += 3
            if bodies <= _OPENING and EVENT.match(document.text, mention.end):
                place += 5
            if bodies <= _OPENING and _REMADE_AS.match(document.text, mention.end):
                place += 8
                remade = True
            elif bodies <= _OPENING and _REMADE.match(document.text, mention.end):
                original = original or referent
            weights[id(referent)] = weights.get(id(referent), 0) + place
    if original is not None and remade:
        document.notes["original"] = original
        weights[id(original)] = 0
    if not works:
        return None
    return works[max(weights, key=lambda i: (weights[i], -works[i].order))]


# 本作は『A』のリメイクで: what the report's own work comes from.
_THIS = re.compile(r"(?:本作|同作|今作|この(?:映画|ドラマ|作品))(?:品)?(?:は|も)")
_COMES_FROM = re.compile(
    r"(?:[（(][^（）()]{0,30}[）)])?(?:の|を|が)(?:[^、。「」『』]{0,10})(?:リメ[イー]ク|続編|スピンオフ|前日譚|リブート|原作|もと|ベース|下敷き)"
)


def _made_of(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a title is named only as what the work at hand is made from."""
    this = _THIS.match(document.text, sentence.start, mention.start)
    return this is not None and _COMES_FROM.match(document.text, mention.end, sentence.end) is not None


# 『A』や『B』などで知られる佐藤, 『A』の佐藤: what follows the titles up to a name, so that they are told in passing.
_PASSING = re.compile(
    r"(?:など|等|ほか|シリーズ)?(?:の(?:(?:脚本|監督|演出|原作|音楽|作画|主演|製作|プロデュース)(?:で(?:知られ|注目)|を(?:手がけ|手掛け|務め|担当し))[^、。「」『』]{0,8})?|で(?:知られ|注目|人気|話題|おなじみ|ブレイク|顔を売|脚光|[^、。「」]{0,24}(?:演じ|務め|受賞|デビュー|果たし|輝い|獲得し))"
    r"[^、。「」『』]{0,16}|(?:を|に)(?:手がけ|手掛け|生み|生ん|世に放|撮っ|監督し|出演し|主演し|携わ|参加し)[^、。「」『』]{0,10}|(?:など|と)(?:の|[^、。「」『』はが]{0,10}を)?(?:次々と|数々)?[^、。「」『』はが]{0,6}(?:生み出し|送り出し|手がけ|手掛け|撮っ|世に出し)[^、。「」『』]{0,10}|で[^、。「」]{0,8}デビューし、[^。「」『』]{0,16}|の(?:[\"“][^\"”]{1,16}[\"”]|[^、。「」『』]{0,16})役(?:で|として)(?:知られ|親しまれ|人気|おなじみ|注目)[^、。「」『』]{0,10}|以来(?=の|[^、。]{0,14}ぶり))"
)
# 『A』シリーズの第2弾『B』: the series that the news belongs to.
_PART_OF = re.compile(r"シリーズの[^、。「」『』はがをに]{0,16}[「『]")
_NEW_BEHIND = re.compile(r"(?:新作|次回作|最新作)(?![「『])")
_NEXT_TITLE = re.compile(r"(?:[（(][^）)]{0,24}[）)])?(?:シリーズ)?(?:、|や|と|・)?(?=[「『])")


# 『A』スタッフ最新作は…: a headline names it for its makers.
_OF_MAKERS = re.compile(
    r"以来|を(?:超え|抜[いく]|上回)|に(?:次|並)[ぐぶん]|に続(?:き|く|いて|け)|(?:組|の次(?:は|に)|の生みの親|の作り手)|の?(?:スタッフ|製作陣|制作陣|監督|脚本家|コンビ|チーム)(?:の|が(?:贈る|放つ|手がける|手掛ける|再び))?(?:最新作|新作|次回作)"
)
# 『A』『B』など、…大ヒットを記録している作家、佐藤花: known for them, however long the description.
_KNOWN_FOR = re.compile(r"など[^。「」『』は]{0,36}")


# メガホンをとるのは『A』の佐藤: a credit that names a title for its maker.
_CREDIT = re.compile(
    r"(?:(?:監督|脚本|演出|音楽|主演|共演|出演|メガホン|撮影|プロデュース)(?:は|を[^、。]{1,8}のは)|(?:撮った|手がけた|手掛けた|書いた|手がける|手掛ける)のは)"
)


# 『A』の佐藤がメガホンを取り
_CREDITED = re.compile(r"が[^。「」『』、]{0,12}(?:メガホン|監督を|脚本を|演出を|音楽を|脚本、|監督、)")


# 『A』の佐藤と林、新シリーズへ: a headline that names A for its people.
_NEW_SAID = re.compile(r"新作|新シリーズ|次は|次回作|最新作|再び|ふたたび|再タッグ|三たび|ぶり")


def _whose(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether の and a name stand right behind a title."""
    at = mention.end + 1
    owned = document.text.startswith("の", mention.end)
    return owned and any(m.kind in "PX" and m.start == at for m in sentence.mentions)


def told_in_passing(document: Document, sentence: Sentence) -> set[int]:
    """The titles of a sentence that only say what somebody is known for, where it names another that does not."""
    if sentence.zone == "headline":
        new = _NEW_SAID.search(document.text, sentence.start, sentence.end)
        return {
            id(m)
            for m in sentence.mentions
            if m.kind == "W"
            and (_OF_MAKERS.match(document.text, m.end) or (new and _whose(document, sentence, m) and not m.indirect))
        }
    named = [m for m in sentence.mentions if m.kind == "W" and not m.indirect]
    found = {id(m) for m in named if in_passing(document, sentence, m)}
    told_of = bool(found) and (
        any(_BY_MAKERS.match(document.text, m.end) for m in named)
        or _CREDIT.match(document.text, sentence.start) is not None
        or (len(found) == len(named) and _CREDITED.search(document.text, named[-1].end, sentence.end) is not None)
        or len(found) < len(named)
        or _NEW_BEHIND.search(document.text, named[-1].end, sentence.end) is not None
    )
    return found if told_of else set()


# 『A』の生みの親が三たび手を結ぶ
_BY_MAKERS = re.compile(
    r"の(?:生みの親|スタッフ|制作陣|製作陣|作り手|制作チーム|製作チーム|黄金コンビ|監督・脚本コンビ|名コンビ)(?:が|の|と|は|による|ら)|組が?(?:再|ふたたび|再集結|集結)"
)
# 『A』に迫る大ヒット, 『A』の大ヒットも記憶に新しい佐藤
_COMPARED = re.compile(
    r"に(?:迫[るり]|並[ぶび]|次[ぐい]|匹敵)|を(?:超え|抜[いく]|上回)|の(?:大?ヒット|成功)(?:も|が)?(?:記憶に新し|で知られ)"
)


def in_passing(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a title says no more than what somebody is known for: 『A』や『B』などの佐藤."""
    text, at = document.text, mention.end
    for other in sentence.mentions:  # the last of a row of titles shows what the row is for
        if other.kind == "W" and other.start >= at:
            gap = _NEXT_TITLE.match(text, at)
            if gap is None or gap.end() != other.start:
                break
            at = other.end
    if bracket := _BRACKET_BEHIND.match(text, at, sentence.end):
        if _SHOWN.search(bracket[0]):
            return False  # 『A』（7月28日公開）: what is still to come is news
        at = bracket.end()
    match = _PASSING.match(text, at, sentence.end)
    known = _KNOWN_FOR.match(text, at, sentence.end)
    who = next((m for m in sentence.mentions if m.kind in "PX" and m.start > at), None)
    if known is not None and who is not None and who.start <= known.end() and text[who.start - 1] in "、・家督優者":
        return True
    if match is None or _BY_MAKERS.match(text, at, sentence.end):
        return any(shape.match(text, at, sentence.end) for shape in (_BY_MAKERS, _COMPARED, _PART_OF))
    if match[0].startswith("以来"):
        return True
    name = next((m for m in sentence.mentions if m.kind in "PXO" and m.end > at), None)
    if name is not None and name.start <= match.end() and name.kind != "O":
        return True
    return _PART_OF.match(text, at, sentence.end) is not None


_WRITTEN = frozenset({"book", "manga", "webtoon", "game", "album"})
