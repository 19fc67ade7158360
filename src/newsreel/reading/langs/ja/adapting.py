"""What is made from what: titles said to be filmed, sources called by their type alone, 同名漫画 and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.document import Document

SOURCE_TYPES = frozenset({"manga", "book", "webtoon", "game", "play"})
# A title this near behind a source's words is the source's.
_TITLE_BEHIND = 12
_SAME_NAME = re.compile(
    r"同[名題](?:の|人気|ベストセラー|大ヒット|ヒット|恋愛|警察|推理|時代|歴史|青春|ミステリー?|長編|自伝的|韓国|米国|英国|海外|少女|女性|少年|青年|ウェブ|Web|WEB|傑作|名作|短編|児童|感動|話題|SF|ホラー|ラブコメ|BL|大人気|伝説的)*$"
)


_SOURCE_BEFORE = re.compile(
    r"(?:の|による|が描いた|が綴った|がつづった|原作の|の人気|のベストセラー|のヒット|(?:連載|発表|刊行|執筆|出版)(?:した|された|中の)|(?:に|で|を|が)(?:書い|描い|著し|つづっ|綴っ|世に[問送]う?っ?|放っ|書き下ろし|書き継い|描き継い)[ただ]|が放つ)"
    r"(?:[^、。「」『』はがを]{0,6})?$"
)


# 佐藤花の短編を原作に
_SHORT_STORY = frozenset({"短編", "短編集", "長編"})
_FROM_STORY = re.compile(
    r"(?:を|が)(?:原作|もと|基|ベース|土台|下敷き|元)|を(?:実写)?(?:映画|ドラマ)(?:化|に)|から生まれ"
)
# 人気ゲームを実写映画化した『A』
_POPULAR = re.compile(
    r"(?:^|(?<=[、。\n　]))(?:[^、。「」『』はがを]{0,6}(?:の))?(?:大人気|人気|大ヒット|ベストセラー|世界的)$"
)
_FILMED_AS = re.compile(
    r"を、?[^。「」『』]{0,24}(?:実写|映画|ドラマ|アニメ|映像)化(?:した|する)[^、。「」『』]{0,12}[「『]"
)
_SOURCE_IS = re.compile(r"原作は[^。「」『』]{0,40}(?:の|た|る)$")


_SOURCE_AFTER = re.compile(
    r"(?:[（(][^）)]{0,16}[）)])?(?:シリーズ|作品|[0-9二三四五]部作|全[0-9]+巻|作)?(?:初の|待望の|、|を[^。、「」]{0,16}(?:監督が|が|で))?(?:が原作|を原作|(?:実写)?(?:映画|ドラマ|アニメ|映像)(?:化|に)|(?:の|を)(?:実写|ドラマ|映画|アニメ|映像)(?:化|に)|をもとに|を基に|をベース|を下敷き|原作の|から。|を、?(?:監督|脚本)|を、?(?:[「『][^」』]{1,30}[」』](?:などの|など|の|で知られる))?[^。、「」]{1,14}が(?:[^。、「」]{0,8})(?:実写|映画|ドラマ|アニメ|映像)化|を実写|から(?:着想|生まれ|育っ|起こし)|[をが](?:[^。、「」]{0,8}の)?(?:土台|元|種|出発点|題材|底本)(?:に|だ|と|。|、)|の(?:映像|映画|ドラマ|実写|アニメ)版(?!の?[「『])"
    r"|が(?:[^。「」『』]{0,20})(?:映画|ドラマ|アニメ|実写|連ドラ|連続ドラマ)に(?:な[るっり]|生まれ)"
    r"|を、?(?:[^。「」『』]{0,30})(?:映画|ドラマ|アニメ|実写|映像)(?:に(?:し|す|仕立|作り|置き|移|写)|へ)"
    r"|を、?[^、。「」『』]{1,16}(?:監督)?が(?:[^。「」『』、]{0,14})(?:撮[っる]|脚色|翻案|演出|まとめ))"
)


# 『A』が、主演・佐藤花、監督・林渚のタッグで映画化; 人気漫画『A』実写映画で.
MADE_INTO = re.compile(
    r"(?:[（(][^）)]{0,44}[）)])?(?:(?:が|を|の)、?(?:[^、。「」『』]{0,8}化に続(?:き|いて|く)、?)?"
    r"(?:(?!監督が|脚本が|次回作|新作)(?:[^。「」『』は]){1,50}?(?:で|により|によって|のもと)、?)?(?:(?!監督が)[^、。「」『』]){0,14}?"
    r"(?P<type>実写映画|映画|実写シリーズ|テレビシリーズ|連続ドラマ|連ドラ|テレビドラマ|配信ドラマ|ドラマシリーズ|ドラマ|TVアニメ|テレビアニメ|アニメーション映画|アニメ映画|アニメ|舞台|ミュージカル|実写|映像)"
    r"(?:化|に(?:なる|な[りっ]|する|し[たて、]|仕立て|生まれ変わ|置き換え)|となって)"
    r"|の?(?P<version>実写映画|実写ドラマ|実写版|実写化|映画版|映画化|ドラマ版|ドラマ化|アニメ版|アニメ化|舞台版|舞台化)(?!の?(?:『|「)))"
)
# 映画化した『A』, ドラマ化される『A』: what was made is of that type.
MADE_BEFORE = re.compile(
    r"(?P<type>実写映画|映画|実写シリーズ|連続ドラマ|テレビドラマ|ドラマ|TVアニメ|テレビアニメ|アニメ映画)化(?:した|する|された|される)(?:[^、。「」『』はがを]{0,12})?$"
)


_BASED = re.compile(r"ベース|もと|基に|原案|モチーフ|下敷き|題材")


# 『A』を映画化する同作: the film has another title.
_OF_THE_SAME = re.compile(r"(?:する|した)(?:同作|本作|同作品)")


MADE_TYPES = {
    "実写映画": "film",
    "映画版": "film",
    "映画化": "film",
    "実写ドラマ": "series",
    "ドラマ版": "series",
    "ドラマ化": "series",
    "実写シリーズ": "series",
    "テレビシリーズ": "series",
    "アニメーション映画": "animation_film",
    "舞台": "play",
    "ミュージカル": "play",
    "舞台版": "play",
    "舞台化": "play",
    "映画": "film",
    "連続ドラマ": "series",
    "連ドラ": "series",
    "配信ドラマ": "series",
    "ドラマシリーズ": "series",
    "テレビドラマ": "series",
    "ドラマ": "series",
    "TVアニメ": "animation_series",
    "テレビアニメ": "animation_series",
    "アニメ映画": "animation_film",
}


def adapted(document: Document, works: list[Mention]) -> None:  # noqa: C901 - one table of shapes, read from the top
    """A title that is said to be made into a film or series is the source; the film of that title is another work."""
    for mention in works:
        sentence = document.sentence_at(mention.start)
        referent = mention.referent
        if sentence is None or referent is None or mention.indirect:
            continue
        match = MADE_INTO.match(document.text, mention.end, sentence.end)
        if (
            match is None
            or "原作" in document.text[mention.start - 3 : mention.start]
            or _BASED.search(match[0])
            or (_OF_THE_SAME.match(document.text, match.end()) and any(w.referent is not referent for w in works))
        ):
            continue
        if any(w.end <= mention.start and sentence.start <= w.start and document.text[w.end] == "は" for w in works):
            continue
        later = [w for w in works if match.end() <= w.start < sentence.end and w.start - match.end() < _TITLE_BEHIND]
        if later:
            continue
        made = MADE_TYPES.get(match["type"] or match["version"], "")
        type_ = str(referent.facts.get("type") or "")
        if type_ and type_ not in SOURCE_TYPES and mention.value != type_:
            made = type_
        if type_ in SOURCE_TYPES or (type_ and mention.value == type_ and made not in ("", type_)):
            target = document.refer("work", referent.name)
            target.names = list(referent.names)
            target.facts["type"] = made
            target.facts["type_at"] = (mention.start, match.end())
            referent.facts["source"] = target
            for other in works:
                if other.referent is referent and other is not mention and other.value != type_:
                    other.referent = target
            continue
        source = document.refer("work", referent.name)
        source.names = list(referent.names)
        source.facts["source"] = referent
        if made and not type_:
            referent.facts["type"] = made
            referent.facts["type_at"] = (mention.start, match.end())
        mention.referent = source
        mention.value = ""


# 佐藤花の直木賞受賞作を…映画化した: a source that goes by its prize or fame.
_FAMED = re.compile(
    r"(?<=の)(?:[一-龥]{2,8}(?:賞|大賞))?(?:受賞作(?:品)?|ベストセラー|同名作(?:品)?)(?=(?:を|が)[^。]{0,60}?(?:(?:実写|映画|ドラマ|アニメ|映像)(?:化|に)|原作|が撮[っる])|[をが](?:基|もと|ベース|下敷き|土台))"
)


def famed(document: Document) -> Iterator[Mention]:
    """Sources that are called by their prize or fame alone, behind their author."""
    for match in _FAMED.finditer(document.text, document.report.body):
        yield Mention(*match.span(), "W", match[0], value="", indirect=True, reasons=("source by its type",))


def sources(document: Document, words: list[Mention]) -> None:
    """Turn "comic of the same name" and "X's novel" before an adaptation into works without a name of their own."""
    text = document.text
    for mention in words:
        if mention.kind != "T":
            continue
        before = text[max(document.report.body, mention.start - 16) : mention.start]
        after = text[mention.end : mention.end + 56]
        if match := _SAME_NAME.search(before):
            mention.start -= len(match[0])
        elif _SOURCE_IS.search(text, max(document.report.body, mention.start - 44), mention.start) and re.match(
            r"(?:だ(?!が)|で(?:、|あ)|。|$)", after
        ):
            pass  # "the source is the TV anime of 1998": it bears the work's name
        elif mention.text in _SHORT_STORY and _SOURCE_BEFORE.search(before) and _FROM_STORY.match(after):
            mention.value = "book"
        elif mention.value in SOURCE_TYPES and _POPULAR.search(before) and _FILMED_AS.match(after):
            mention.start -= len(_POPULAR.search(before)[0])  # type: ignore[index]
        elif not (mention.value in SOURCE_TYPES and _SOURCE_BEFORE.search(before) and _SOURCE_AFTER.match(after)):
            continue
        mention.kind = "W"
        mention.indirect = True
        mention.reasons = ("source by its type",)
