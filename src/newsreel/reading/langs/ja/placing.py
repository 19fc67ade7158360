"""Guards of frames that cast without a word for it: 追う側に佐藤花を置いた, 林渚、森空の姉妹が, 佐藤が刑事になる."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.lexicon import lexicon
from newsreel.reading.langs.ja.makers import trade_of

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Match

# What is told of an evening, a marriage or a programme is no casting.
_ELSEWHERE = re.compile(
    r"司会|MC|ゲスト|会場|審査|イベント|登壇|あいさつ|挨拶|会見|主題歌|講師|CM|ＣＭ|広告|結婚|交際|離婚|お笑い|芸人|監督に迎え|脚本に|音楽に|"
    r"番組|ラジオ|ライブ|コンサート|写真集|表紙|モデルに|プロデューサーに|スタッフに|対談|インタビュー|トーク|収録"
)
_FAMILY = frozenset(
    (
        "母",
        "父",
        "親",
        "妻",
        "夫",
        "母親",
        "父親",
        "両親",
        "夫婦",
        "新人",
        "代表",
        "スター",
        "大人",
        "恋人",
        "主役",
        "リーダー",
    )
)
_SHORTEST = 3
# 佐藤花を迎えた「青い歌」: of what stands behind.
_TITLE_BEHIND = re.compile(r"[たる]?[^、。「」『』はがを]{0,20}[「『]")


def _full(mention: Mention) -> bool:
    name = mention.referent.name if mention.referent is not None else mention.text
    return mention.kind != "C" and len(name) >= _SHORTEST and not trade_of(mention.referent)


def put_into(document: Document, match: Match) -> bool:
    """People by their full names, in a sentence about the work and not about an event."""
    actors = match.bound.get("actor", [])
    if not actors or not all(_full(m) for m in actors) or _elsewhere(document, match):
        return False
    if _TITLE_BEHIND.match(document.text, match.end, match.sentence.end):
        return False
    return document.work_at(match.start) is not None


def several(document: Document, match: Match) -> bool:
    """Two names or more."""
    return len(match.bound.get("actor", [])) > 1 and put_into(document, match)


def turns_into(document: Document, match: Match) -> bool:
    """A part of a story, which is none of the family nor of the trade: those may be meant in earnest."""
    roles = match.bound.get("role", [])
    known = any(m.text in lexicon().outside or m.text in _FAMILY for m in roles)
    if known or any(m.kind == "W" and m.start < match.start for m in match.sentence.mentions):
        return False
    return put_into(document, match)


def _elsewhere(document: Document, match: Match) -> bool:
    return _ELSEWHERE.search(document.text, match.sentence.start, match.sentence.end) is not None
