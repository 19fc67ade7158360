"""Titles without marks in reports that set hardly any: what follows a type word and comes again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, Mention, Referent
from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, names, words
from newsreel.reading.langs.ko.quotes import key

if TYPE_CHECKING:
    from newsreel.reading.document import Document


_NO_TITLE = re.compile(
    r"^(?:(?:같은|관계자|제작|촬영|출연|배우|감독|시장|산업|업계|부문|주연|대본|극본|"
    r"시나리오|현장|제목|한 편|두 편|여러|최초|역사|음악|데뷔|활동|담당|연출|"
    r"마니아|평론|관객|개봉|포스터|예고|편성|시청|방영|방송|라인업|프로젝트|전체|"
    r"전문|이야기|사상|최고|부분|캐릭터|원작|판권|홍보|더 이상|까지|이나|보다|"
    r"으로|에서|예매|특성|흥행|자체|현재|사이|내내|초반|후반|마지막)(?:[가-힣]{0,2})?|"
    r"(?:속|팬|쪽|측|등|및|한|이|그|저|새|안|의|는|은|가|를|을|에|로|도|와|"
    r"과|뒤|전|후|끝|첫|중)(?:[은는이가을를의에로도과와]|에서|부터|까지|이나|보다)?)$"
)
_COUNTS = re.compile(r"\d+(?:회|부|화|년|개월|주|편|일|월)(?:[가-힣]|$)")
# "미드 한니발 캐스팅": what is news of a work.
_NEWS_OF = re.compile(
    r"(?:캐스팅|출연진|등장인물|줄거리|후기|리뷰|방영|방송|시즌|촬영|제작|공개|개봉|주연|소식|결말|예고편|포스터|"
    r"정보|첫방|종영)"
)
_TOKENS = re.compile(r"(?:[가-힣A-Za-z0-9:!?·-]+ ){0,4}[가-힣A-Za-z0-9:!?·-]+")


def bare(document: Document, registry: dict[tuple[str, str], Referent], known: list[Mention]) -> list[Mention]:
    """Titles without marks, in reports that set hardly any: what follows a type word and comes again in the report."""
    if len({id(m.referent) for m in known}) > 2:  # noqa: PLR2004 - a report that marks titles marks them all
        return []
    text = document.text[document.report.body :]
    found: list[Mention] = []
    pattern = re.compile(rf"(?:{words().types})(?: 시즌 ?\d)? (?=[가-힣A-Z0-9])")
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for m in pattern.finditer(document.text, sentence.start, sentence.end):
            row = _TOKENS.match(document.text, m.end(), sentence.end)
            if row is None or any(a.start < row.end() and m.end() < a.end for a in [*known, *found]):
                continue
            name = _again_in(text, row[0].split(" "))
            if not name:
                continue
            referent = registry.get((key(name), "")) or document.refer("work", name)
            registry[(key(name), "")] = referent
            said = re.match(words().types, m[0])
            if said:
                referent.facts.setdefault("type", words().type_of[said[0]])
            found.append(
                Mention(m.end(), m.end() + len(name), "W", name, referent=referent, reasons=("after a type word",))
            )
    return found


def _times(text: str, name: str) -> int:
    """How often a name stands at the head of a word."""
    at, found = text.find(name), 0
    while at >= 0:
        before = text[at - 1 : at]
        found += not (before.isalnum() and (before >= "가" or before.isascii()))
        at = text.find(name, at + len(name))
    return found


def _again_in(text: str, tokens: list[str]) -> str:
    """The longest beginning of some words, the last without its particle, that the report has at least twice."""
    for count in range(len(tokens), 0, -1):
        head, last = tokens[: count - 1], tokens[count - 1]
        if _COUNTS.match(tokens[0]) or _NO_TITLE.match(tokens[0]) or tokens[0] in names().common:
            return ""
        for length in range(len(last), 0, -1):
            stem, rest = last[:length], last[length:]
            if not PARTICLE.fullmatch(rest) or not agrees(stem, rest):
                continue
            name = " ".join([*head, stem])
            if len(key(name)) < 2 or (count == 1 and (stem in names().common or len(stem) < 3)):  # noqa: PLR2004
                continue
            if (
                text.count(name) > 1
                and _times(text, name) > 1
                and (count > 1 or rest or len(tokens) == 1 or _NEWS_OF.match(tokens[count]))
            ):
                return name
    return ""
