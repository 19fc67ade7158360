"""Sections of a report that have a work of their own: headings, rankings, lines that hold a date alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_HEADING = re.compile(r"^[◆◇●○■□◎★☆▼▽▲・＊*]|^[\[［【〔(（][^\]］】〕)）]{1,6}[\]］】〕)）]")
# A line of its own that begins with a title: 1. 『A』, 「A」（TBS系…）, 月曜「A」.
_SHORT_HEADING = re.compile(
    r"(?:[0-9０-９①-⑳]{1,2}[.．、)）位 　]?\s*|[月火水木金土日]曜(?:日)?[　 ]?|その[0-9０-９一二三][　 ]?)?"
    r"(?=[「『《【][^」』》】]{1,40}[」』》】](?:[：:…　 ]|(?:[（(][^（）()]{0,40}[）)])?[^のはがをで、。]{0,20}$))"
)
_RANK = re.compile(r"第?[0-9０-９]{1,2}位(?:[　 ：:]|(?=[「『]))")
# 『A』ストーリー: what follows is of A, whatever else the report tells of.
_STORY = re.compile(
    r"[「『][^」』]{1,40}[」』][　 ]?(?:の)?(?:ストーリー|あらすじ|物語|解説|作品概要|作品情報|STORY|Story)$"
)
_TITLE_ALONE = re.compile(r"[「『《][^」』》]{1,40}[」』》](?:[（(][^（）()]{0,40}[）)])?")
_HEADING_LENGTH = 60
# 『A』（新配給）監督＝佐藤花: a paragraph that opens with a title and no word that makes it a sentence of it.
_OPENS = re.compile(
    r"[「『][^」』]{1,40}[」』](?:[（(][^（）()]{0,40}[）)]|(?![（(]))(?![のはがをでにもへとや、。・]|など|から|より|シリーズ)"
)
# From so many on, paragraphs that open alike, or with the same mark, are a list of works.
_MANY, _NEAR, _FAR = 3, 10, 40


def headings_of(document: Document) -> dict[int, Referent]:
    """Sentences that head a section of their own work, where the report has at least two such."""
    found: dict[int, Referent] = {}
    stories: dict[int, Referent] = {}
    opened = _opened(document)
    marks = Counter(document.text[s.start] for s in document.sentences if _HEADING.match(document.text[s.start]))
    for sentence in document.sentences:
        words = document.text[sentence.start : sentence.end]
        ranked = _RANK.match(words)
        named = [m for m in sentence.mentions if m.kind == "W" and not m.indirect]
        if ranked and len({id(m.referent) for m in named}) == 1 and named[0].referent is not None:
            found[sentence.index] = named[0].referent
            continue
        if sentence.index in opened:
            found[sentence.index] = opened[sentence.index]
            continue
        mark = _HEADING.match(words) or (_SHORT_HEADING.match(words) if len(words) < _HEADING_LENGTH else None)
        if not mark or (
            sentence.zone == "headline" and not _HEADING.match(words) and not _TITLE_ALONE.fullmatch(words)
        ):
            continue
        for mention in sentence.mentions:
            if mention.kind == "W" and mention.referent is not None and not mention.indirect:
                far = _FAR if marks[words[0]] >= _MANY and sentence.zone == "body" else _NEAR
                if mention.start - sentence.start <= mark.end() + far:
                    found[sentence.index] = mention.referent
                    if _STORY.search(words):
                        stories[sentence.index] = mention.referent
                break
    return found if len({id(r) for r in found.values()}) > 1 else stories


def _opened(document: Document) -> dict[int, Referent]:
    """Sentences that open a paragraph with a title alone, where at least three do."""
    found: dict[int, Referent] = {}
    paragraph = -1
    for sentence in document.sentences:
        first, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        heads = [m for m in sentence.mentions[:1] if m.kind == "W" and m.start - sentence.start <= 1]
        if first and heads and heads[0].referent and _OPENS.match(document.text, sentence.start, sentence.end):
            found[sentence.index] = heads[0].referent
    return found if len({id(r) for r in found.values()}) >= _MANY else {}


DATE_LINE = re.compile(r"[■◆●▼・]?\s*[0-9０-９]{1,2}(?:月[0-9０-９]{1,2}日|/[0-9]{1,2})[^。「」『』]{0,24}")


def dates_next(document: Document, sentence: Sentence, headings: dict[int, Referent]) -> Referent | None:
    """The work whose heading follows a line that holds no more than a date: ■7月28日（火）スタート."""
    following = headings.get(sentence.index + 1)
    return following if DATE_LINE.fullmatch(document.text, sentence.start, sentence.end) else None
