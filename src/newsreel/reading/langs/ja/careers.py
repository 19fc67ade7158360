"""What an actor has played in, told where a report speaks of the person: obituaries, profiles, interviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_PERFORMS = frozenset({"actor", "voice_actor", "idol", "singer", "model", "celebrity", "comedian", "kabuki actor"})
# Behind a row of titles: 『A』（2010年）や『B』などで…を演じて, に出演し, のヒロイン役で注目され.
_ROW = re.compile(
    r"(?:[（(][^（）()]{0,40}[）)]|[0-9]{2}(?:[-‐～~][0-9]{2})?)?(?:、|や|と|・|／|,)?(?:[^、。「」『』はがを]{0,8})?$"
)
_BEHIND = re.compile(
    r"(?:[（(][^（）()]{0,40}[）)]|[0-9]{2}(?:[-‐～~][0-9]{2})?)?(?:シリーズ)?(?:など|ほか)?(?:多数|数多く)?"
    r"(?:(?:に|で|にも|でも|では|には)(?:は|も)?、?[^。、「」『』]{0,24}?"
    r"(?:(?:女優|俳優|声優|子役|銀幕|映画|ドラマ|連ドラ|スクリーン|芸能界)?デビュー(?:し|。|を|、|後|$)|(?<!共同)出演(?!料|依頼|交渉|オファー)|主演(?!男優|女優|俳優|賞)|レギュラー|演じ|役(?:を|に|で|とし)|扮し|ふんし|好演|熱演|"
    r"(?:ヒロイン|主人公)(?!が|は|と|を(?!演|務|好演|熱演|射止|つか))|ブレ[イー]ク|脚光|一躍|人気を|注目を|注目さ|知られる?(?:。|よう|、)|新境地|(?:女優|男優|俳優|新人|主演|助演)賞|演技|出た|出て|(?:刑事|医師|教師|母親|父親|役)を)"
    r"|の[^。、「」『』]{0,16}?(?:役|ヒロイン|主人公)(?:で|として|を|に|など|$))"
)
# 出演作に『A』『B』など, 代表作は『A』, 遺作となった『A』.
_AHEAD = re.compile(
    r"(?:主な)?(?:出演作|主演作|代表作|近作|待機作|遺作|公開待機作|近年の作品|出演映画|主演映画|出演ドラマ|出演歴)(?:品)?(?:に|は|として|には|では|となった|も|：|:|が)"
    r"(?:[^。「」『』はが]{0,20})?$"
)
# 子役時代に出演した『A』, 初めて主演した『A』: nothing but what says which title.
_PLAYED_IN = re.compile(r"(?:出演|主演|デビュー)した[^。、「」『』はがを]{0,12}$")
# 単独主演は『A』以来
_SINCE_IT = re.compile(r"(?:主演|出演|ヒロイン)は、?(?:[^。、「」『』はが]{0,14})?$")
_SINCE = re.compile(r"(?:[（(][^（）()]{0,40}[）)])?以来")
_OTHERS = re.compile(
    r"主題歌|原作|ファン|憧れ|読ん|観て|見て|監督し|脚本|演出|音楽|プロデュース|シングル|アルバム|CD|写真集|曲|スタッフ|制作陣|チーム|原案|著書|エッセ|小説"
)
_SPECIALS = re.compile(r"ヒロイン(?!の)|主演(?!男優|女優|[^、。]{1,20}の相手役|[ァ-ヴ]{1,8}・)|主人公(?!の)")
_PRINTED = frozenset({"book", "manga", "webtoon", "game", "album"})


def performed(document: Document) -> Iterator[Draft]:
    """In what is told of an actor, the works named beside words of acting and nobody else's name are the actor's."""
    for sentence in document.sentences:
        if sentence.zone != "body" or not any(m.kind == "W" for m in sentence.mentions):
            continue
        for mention in sentence.mentions:
            if mention.kind != "W" or mention.indirect or mention.referent is None or mention.value in _PRINTED:
                continue
            who = _spoken_of(document, mention)
            if who is None or mention.referent.facts.get("source") or _others(document, sentence, mention, who):
                continue
            end = _played(document, sentence, mention)
            if end:
                words = document.text[mention.end : end + 1]
                slots = {"billing": "lead"} if _SPECIALS.search(words) and "相手役" not in words else {}
                yield Draft(
                    "cast_member", mention.referent, who, sentence, mention.start, end, "ja/person/performed",
                    slots=slots, background=True,
                )  # fmt: skip


# 「A」「B」などのドラマの脚本を手がけた, ヒット作を世に送り出した
_WROTE = re.compile(r"脚本|ドラマ|手がけ|手掛け|書[いき]|世に|執筆|代表作|ヒット作|話題作|シナリオ")


def written(document: Document) -> Iterator[Draft]:
    """In what is told of somebody who writes for the screen, the works named without anybody else are the writer's."""
    for sentence in document.sentences:
        if sentence.zone != "body" or not _WROTE.search(document.text, sentence.start, sentence.end):
            continue
        for mention in sentence.mentions:
            if mention.kind != "W" or mention.indirect or mention.referent is None or mention.value in _PRINTED:
                continue
            who = document.person_at(mention.start) or _described(sentence, mention)
            if who is None or next(iter(who.facts.get("occupations") or ()), "") != "screenwriter":
                continue
            others = any(m.kind in "PX" and m.referent is not who for m in sentence.mentions)
            if others or "賞" in document.text[mention.end : mention.end + _NEAR]:
                continue
            yield Draft(
                "screenwriter", mention.referent, who, sentence, mention.start, mention.end, "ja/person/written",
                background=True,
            )  # fmt: skip


def _described(sentence: Sentence, mention: Mention) -> Referent | None:
    """The one person of a sentence whom titles at its head describe: 「A」などを世に送り出した脚本家の佐藤さんが."""
    named = {id(m.referent): m.referent for m in sentence.mentions if m.kind in "PX" and m.start > mention.end}
    return next(iter(named.values())) if len(named) == 1 and mention.start - sentence.start <= 1 else None


def _spoken_of(document: Document, mention: Mention) -> Referent | None:
    """The actor whom the words speak of, where trade, headline or profile show one."""
    who = document.person_at(mention.start)
    if who is None:
        return None
    trades = list(who.facts.get("occupations") or ())
    acts = bool(_PERFORMS & set(trades))
    if (who.facts.get("directs") or who.facts.get("writes")) and (not acts or trades[0] not in _PERFORMS):
        return None
    return who if acts or who.facts.get("profiled") or who is document.notes.get("headlined") else None


def _others(document: Document, sentence: Sentence, mention: Mention, who: Referent) -> bool:
    """Whether another person of the trade stands before the title or right behind what is said of it."""
    return any(
        m.kind in "PX"
        and m.referent is not who
        and (m.start < mention.start or m.start - mention.end < _NEAR)
        and not _WHOSE_PART.match(document.text, m.end)
        for m in sentence.mentions
    )


_NEAR = 24
# 主役の佐藤さんの父親役で: the name only says whose father is played.
_WHOSE_PART = re.compile(r"の[^、。「」]{1,6}役[でにを]|監督(?:作品|作|の|[）)])")


def _played(document: Document, sentence: Sentence, mention: Mention) -> int:
    """Where the words end that say that the title is one of the person's, or 0."""
    text, at = document.text, mention.end
    row = mention
    for other in sentence.mentions:
        if other.kind == "W" and other.start >= at and _ROW.fullmatch(text, at, other.start):
            row, at = other, other.end
    first = mention
    for other in reversed(sentence.mentions):
        if other.kind == "W" and other.end <= first.start and _ROW.fullmatch(text, other.end, first.start):
            first = other
    before = text[sentence.start : first.start]
    behind = _BEHIND.match(text, row.end, sentence.end)
    if behind is not None and not _OTHERS.search(behind[0]):
        return behind.end()
    if _SINCE_IT.search(before) and _SINCE.match(text, row.end, sentence.end):
        return mention.end
    if (_AHEAD.search(before) or _PLAYED_IN.search(before)) and not _OTHERS.search(before[-_NEAR:]):
        return mention.end
    return 0
