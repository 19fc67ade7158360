"""Who carries a work, told without a word of showing: この夏の日曜劇場は『A』, 日本ではU-NEXTが届ける."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ja.mainwork import in_passing

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_CARRIES = frozenset({"broadcaster", "streamer"})
_PRINTED = frozenset({"book", "manga", "webtoon", "game", "album", "play"})
# What a work is on rather than what is said on somebody's word, made by somebody, or named for somebody.
_SHOWS = re.compile(
    r"放送|配信|放映|枠|帯|月9|[月火水木金土日]曜|毎週|今夜|[0-9０-９]時|深夜|オンエア|流[すれしさ]|届け|見られ|観られ|見せ|並[ぶびべん]|編成|オリジナル|"
    r"独占|登場|据え|置[くい]|放[つっ]|送り出|世に出|世に送|拾[っい]|地上波|全国ネット|見逃し|の新作|連続|ドラマ|シリーズ|アニメ|見る場所|ラインアップ|ラインナップ|解禁|"
    r"全[0-9０-９]+話|[0-9０-９]+話|大河|朝ドラ"
)
_STREAMS = re.compile(
    r"配信|届け|見られ|観られ|見せ|並[ぶびべん]|オリジナル|独占|送り出|世に出|世に送|拾[っい]|見る場所|解禁|加わ|入[るっり]|登場"
)
_OTHERWISE = re.compile(
    r"(?:系|さん|側)?(?:の|・)?(?:ニュース|情報番組|報道|取材|アナ|社員|社長|会長|広報|関係者|担当者|公式|本社|局|前|主催|映画部|ヤング|シナリオ|"
    r"コンペ|アワード|賞|大賞|杯|ホール|オンライン|時代|出身|スタッフ|[^、。「」]{0,8}プロデューサー|[^、。「」]{0,8}ディレクター|番組|ラジオ|イベント|スタジオ|(?:の)?朝の情報)|"
    r"(?:など)?(?:に(?:よる|よれ|対し)|への取材|は[^。]{0,60}(?:報じ|伝え|報道)|が[^。]{0,40}(?:報じ|伝え|報道)|[（(]電子版)|"
    r"(?:・[^、。「」]{1,10})?(?:制作|製作|出資|との共同|が共同)|(?:が|も|を)(?:主催|後援|協力|出資)|と(?:いえば|は違)"
)
_BEFORE = re.compile(
    r"(?:(?:制作|製作|製作著作|出資|共同制作|提供|主催|協力)(?:は|・|：|:|に|には)?|(?:ライバル|他)局(?:の|・))$"
)


def carried(document: Document) -> Iterator[Draft]:
    """Carriers named beside the one work of a sentence, or in a sentence that goes on about the work at hand."""
    yield from _sent_out(document)
    for sentence in document.sentences:
        if sentence.zone not in ("headline", "body"):
            continue
        named = [m for m in sentence.mentions if m.kind == "O" and _is_carrier(m)]
        if not named or not _SHOWS.search(document.text, sentence.start, sentence.end):
            continue
        work, beside = _work(document, sentence)
        if work is None or work.facts.get("type") in _PRINTED:
            continue
        for mention in named:
            if _carrying(document, sentence, mention, work, beside=beside):
                yield Draft(
                    "platform", work, mention.referent, sentence, mention.start, mention.end, "ja/title/carried",
                    mention=mention,
                )  # fmt: skip


# 新局　報道資料: whose release the text is.
_RELEASE = re.compile(
    r"[　 ／/]*(?:報道資料|広報資料|報道用資料|プレスリリース|ニュースリリース|番組リリース|宣伝部|広報部|番組宣伝)"
)


def _sent_out(document: Document) -> Iterator[Draft]:
    """A broadcaster that heads its own press release carries the work told of."""
    work = document.main_work
    for sentence in document.sentences[:2]:
        for mention in sentence.mentions[:1]:
            alone = mention.kind == "O" and mention.start == sentence.start and _is_carrier(mention)
            if alone and work is not None and _RELEASE.fullmatch(document.text, mention.end, sentence.end):
                yield Draft(
                    "platform", work, mention.referent, sentence, mention.start, mention.end, "ja/title/sent-out"
                )


def _is_carrier(mention: Mention) -> bool:
    return (
        mention.referent is not None
        and mention.referent.facts.get("org_kind") in _CARRIES
        and "YouTube" not in mention.referent.names
    )


def _work(document: Document, sentence: Sentence) -> tuple[Referent | None, bool]:
    """The work of a sentence and whether it is named there; none where several are."""
    titles = [m for m in sentence.mentions if m.kind == "W" and not m.indirect]
    firm = {id(m.referent): m.referent for m in titles if not in_passing(document, sentence, m)}
    if len(firm) == 1 and len(titles) == 1:
        (named,) = firm.values()
        made = named.facts.get("source") if named is not None else None
        return (made if isinstance(made, Referent) else named), True  # 漫画『A』をドラマに: the series is carried
    return (None, False) if titles else (document.work_at(sentence.start), False)


def _carrying(document: Document, sentence: Sentence, mention: Mention, work: Referent, *, beside: bool) -> bool:
    text = document.text
    if _OTHERWISE.match(text, mention.end, sentence.end) or _BEFORE.search(text, sentence.start, mention.start):
        return False
    film = work.facts.get("type") in ("film", "animation_film")
    streams = mention.referent is not None and mention.referent.facts.get("org_kind") == "streamer"
    words = text[sentence.start : sentence.end]
    if film:
        return streams and beside and _STREAMS.search(words) is not None
    return beside or _STREAMS.search(words) is not None or "枠" in words
