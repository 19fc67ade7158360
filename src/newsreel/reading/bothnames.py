"""One person under two names in one report: a stage name and the real one, told in one breath.

"IU, whose real name is Lee Ji-eun, …", 가수 겸 배우 아이유(이지은)가, IUことイ・ジウンが: the two are one referent,
and what tells so is part of the mention, so that no frame takes the second name for a character's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsreel.reading.document import FURNITURE

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_LATIN = r"(?!Singer|Actor|Actress|Rapper|Comedian)[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}"
_KANA = r"[\u3040-\u30ff\u4e00-\u9fff]{1,8}(?:[・＝][\u30a0-\u30ff]{1,8}){0,2}"
_BEHIND = {
    "en": re.compile(
        r",? \(?(?:whose (?:real|birth|given|legal) name is|(?:real|birth) name:?|a\.?k\.?a\.?|"
        r"(?:(?:better|best|also|otherwise) )?known (?:professionally )?(?:as|by (?:his|her|their|the) stage name)|"
        rf"who (?:goes by|performs as)) [“\"]?(?P<name>{_LATIN})"
        r"[”\"]?(?:\)|,|(?= (?:has|will|is|plays|stars|joins)\b))"
    ),
    "ko": re.compile(r"\((?:본명|실명|예명|활동명)[:은는 ]*(?P<name>[가-힣]{2,4})\)"),
    "ja": re.compile(rf"(?:こと|[（(](?:本名|芸名|旧芸名)[:：は＝・ ]*)、?(?P<name>{_KANA})[）)]?"),
}
"""What stands behind a name and says that another is the same person's."""
_BEFORE = {
    "en": re.compile(rf"(?P<name>{_LATIN}) \((?:real name:?|birth name:?|born) $"),
    "ko": re.compile(r"(?<![가-힣A-Z])(?P<name>[가-힣A-Z.]{1,5})\((?:본명|실명)[:은는 ]*$"),
    "ja": re.compile(
        r"(?:(?<![\w・])(?:(?:俳優|女優|歌手|アイドル|タレント|モデル|芸人|声優)の)?"
        rf"(?P<name>[A-Z][A-Z.]{{1,5}}|{_KANA})(?:こと、?|[（(]本名[:：は・ ]*)"
        r"|(?:俳優|女優|歌手|アイドル|メンバー|[A-Z]{2,})の(?P<known>[A-Z][A-Z.]{1,5})[（(])$"
    ),
}
"""What stands before a real name where the stage name is none that the reader has found."""
_NEAR = 40
_BRACKET = {
    "ko": re.compile(r"\((?P<name>[가-힣]{3})\)"),
    "ja": re.compile(r"[（(](?P<name>[ァ-ヴー]{1,4}・[ァ-ヴー]{2,6})[）)]"),
}
"""The bare bracket behind somebody who is introduced by what they do."""
_INTRODUCED = {
    "ko": re.compile(r"(?:배우|가수|래퍼|아이돌|솔로|출신|멤버|[가-힣A-Z]{2,8}의) $"),
    "ja": re.compile(r"(?:俳優|女優|歌手|アイドル|メンバー|ラッパー|[A-Z]{2,})の$"),
}
_INTRODUCTION = 12
_STAGE = re.compile(r"[A-Z][A-Z.]*|[가-힣]{1,4}")
_FAMILY = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주"
    "우구민류나진지엄채원천방공현함변염여추도소석선설마"
)


class _Told(NamedTuple):
    """The other name, and the stretch that the two take together."""

    name: str
    start: int
    end: int


def unite(document: Document) -> None:
    """Make one referent of the two names, wherever the report has them."""
    if document.report.language not in _BEHIND:
        return
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for mention in [m for m in sentence.mentions if m.kind == "P" and m.referent is not None and not m.indirect]:
            told = _behind(document, mention, sentence) or _before(document, mention, sentence)
            if told is not None and told.name != mention.text:
                _join(document, sentence, mention, told)


def _behind(document: Document, mention: Mention, sentence: Sentence) -> _Told | None:
    language = document.report.language
    found = _BEHIND[language].match(document.text, mention.end, sentence.end)
    if found is None and language in _BRACKET:
        found = _BRACKET[language].match(document.text, mention.end, sentence.end)
        if found is not None and not _is_stage_name(document, mention, found["name"]):
            return None
    return _Told(found["name"], mention.start, found.end()) if found else None


def _before(document: Document, mention: Mention, sentence: Sentence) -> _Told | None:
    text = document.text
    if text[mention.start - 1 : mention.start] not in {"(", "（", " ", "と", "、", "・", "명"}:
        return None
    said = text[max(sentence.start, mention.start - _NEAR) : mention.start]
    found = _BEFORE[document.report.language].search(said)
    if found is None:
        return None
    group = "name" if found["name"] else "known"
    end = mention.end + (text[mention.end : mention.end + 1] in {")", "）"})
    return _Told(found[group], mention.start - len(said) + found.start(group), end)


def _is_stage_name(document: Document, mention: Mention, real: str) -> bool:
    """Whether a name in brackets is the real one: of somebody introduced, under a name that no family gives."""
    name, before = mention.text, document.text[max(0, mention.start - _INTRODUCTION) : mention.start]
    if not _STAGE.fullmatch(name) or not _INTRODUCED[document.report.language].search(before):
        return False
    return name[0] not in _FAMILY or real.endswith(name)


def _join(document: Document, sentence: Sentence, mention: Mention, told: _Told) -> None:
    one = mention.referent
    if one is None:
        return
    others = {id(m.referent) for m in document.mentions if m.text == told.name and m.kind == "P" and m.referent}
    one.call(told.name)
    sentence.mentions = [m for m in sentence.mentions if m is mention or not told.start <= m.start < told.end]
    mention.start, mention.end = told.start, told.end
    for other in (m for s in document.sentences for m in s.mentions):
        if other.kind in "PC" and (other.text == told.name or id(other.referent) in others):
            other.kind, other.referent = "P", one
    document.mentions = [m for s in document.sentences for m in s.mentions]
