"""Guards of earlier credits: whether 『A』の佐藤 tells of an actor, and not of a part or of somebody of the staff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.casting import CAST_WORDS, ONE_WORD, STAFF_WORDS

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Match

_CREW = (
    "監督",
    "プロデューサー",
    "脚本家",
    "作家",
    "デザイナー",
    "担当",
    "ライター",
    "作曲家",
    "漫画家",
    "小説家",
    "演出家",
    "音楽家",
)


# 『A』の渚や『B』の空など、…を演じてきた: those are parts.
_CHARACTERS = re.compile(r"(?:や|など)[^。]{0,80}(?:演じて(?:きた|いる)|役で(?:知られ|人気))")


_FOREIGN = re.compile(r"[ァ-ヴー・=＝]+")
_KNOWN_FOR = re.compile(r"など|等の|ほか|知られ|人気の|注目|話題|なった|シリーズ")


def _only_here(document: Document, match: Match, mention: Mention) -> bool:
    """A name in katakana that stands nowhere else, in a sentence without a word of casting, may be a part's."""
    if not _FOREIGN.fullmatch(mention.text) or not document.text.startswith(
        ("』の", "」の", "）の", ")の"), mention.start - 2
    ):
        return False
    if _KNOWN_FOR.search(document.text, match.start, match.end):
        return False
    if mention.referent is None or len(mention.reasons) > 1:
        return False
    words = document.text[match.sentence.start : match.start] + document.text[match.end : match.sentence.end]
    if CAST_WORDS.search(words) or re.search(
        r"主演|監督|脚本|俳優|女優|主人公|ヒロイン|さん|名を連|加わ|交渉|参加|候補|オファー|決ま", words
    ):
        return False
    return sum(m.referent is mention.referent for m in document.mentions) == 1


_GROUP = re.compile(r"「?[A-Z0-9][A-Za-z0-9 ]{1,14}」?")


def earlier_credit(document: Document, match: Match) -> bool:
    """『A』の佐藤 is an actor's credit unless a label of staff stands before."""
    before = document.text[match.sentence.start : match.start].rstrip("、")
    actors = match.bound.get("actor", [])
    if any(r.endswith((*_CREW, "鬼才", "巨匠", "名匠")) for m in actors for r in m.reasons):
        return False
    if any(_only_here(document, match, m) for m in actors):
        return False
    works = match.bound.get("work", [])  # 「ABC」の佐藤: a group of singers as well as a work
    if any(ONE_WORD.fullmatch(m.referent.name if m.referent else m.text) for m in actors) or any(
        _GROUP.fullmatch(m.text) and m.referent and not m.referent.facts.get("type") for m in works
    ):
        return False
    if re.search(r"鬼才|巨匠|名匠", document.text[match.start : match.end]):
        return False
    chosen = before.endswith(("受賞したのは", "輝いたのは", "選ばれたのは"))  # for what, another sentence tells
    if chosen or _CHARACTERS.match(document.text, match.end, match.sentence.end):
        return False
    return not STAFF_WORDS.search(re.split(r"[、。]", before)[-1] if "、" in before else before)
