"""Countries of works and companies: 일본 영화 '가', 미국판 '가', 한중 합작, 미국 제작사 가."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.lexicon import alternation, words

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_HERE = frozenset({"국내", "우리나라"})
_BEFORE, _TOGETHER_AFTER = 30, 24
_LETTERS = {"한": "KR", "중": "CN", "일": "JP", "미": "US", "불": "FR", "영": "GB", "독": "DE", "태": "TH"}
_TOGETHER = re.compile(r"(?<![가-힣])([한중일미])[·∙-]?([한중일미불영독태]) ?(?:합작|공동 ?제작)")
_COMPANY = (
    r"(?:방송사|제작사|배급사|스튜디오|통신사|지상파|케이블|연예 ?매체|매체|영화 ?전문지|연예 ?전문지|전문지|"
    r"일간지|주간지|신문|공영방송|OTT|"
    r"스트리밍 업체|민영방송)"
)


@cache
def _before_title() -> re.Pattern[str]:
    countries = alternation(words().data["countries"])
    return re.compile(
        rf"(?<![가-힣])(?:(?P<hanja>[韓日美中英佛])|(?P<name>{countries}))(?:(?P<version>판)|"
        rf"(?: [A-Z]{{2,4}})?(?: 인기| TV|"
        rf" 리메이크)?)?"
        rf" ?(?P<type>{words().types})?(?:인)? ?(?:[‘'\"“<《〈「『])?$"
    )


@cache
def _before_company() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])({alternation(words().data['countries'])})(?:의| )?(?: ?{_COMPANY})?(?:인)? ?$")


def of_works(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """What a country before a title says, and 한중 합작 of the work in focus."""
    text = document.text
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    row: list[str] = []
    last = -1
    for mention in works:
        left = text[max(sentence.start, mention.start - _BEFORE) : mention.start]
        m = _before_title().search(left)
        names: list[str] = []
        if m and (m["hanja"] or m["name"] not in _HERE) and (m["type"] or m["version"] or left.endswith(m[0].rstrip())):
            names = [words().countries[m["hanja"] or m["name"]]]
        elif (
            last >= 0
            and row
            and re.fullmatch(r"['’\">》〉」』]?(?:, ?|·|와 |과 | )['‘\"<《〈「『]?", text[last : mention.start])
        ):
            names = row
        for code in names:
            if mention.referent is not None:
                yield Draft(
                    "country",
                    mention.referent,
                    code,
                    sentence,
                    mention.start - len(m[0] if m else ""),
                    mention.end,
                    "ko/title/country",
                )
        row, last = names, mention.end
    if sentence.zone not in {BODY, LISTING}:
        return
    for m in _TOGETHER.finditer(text, sentence.start, sentence.end):
        near = [w for w in works if m.end() <= w.start + 2 and w.start - m.end() <= _TOGETHER_AFTER]
        work = near[0].referent if near else document.focus[sentence.index].work
        if work is not None:
            for letter in (m[1], m[2]):
                yield Draft("country", work, _LETTERS[letter], sentence, m.start(), m.end(), "ko/title/made-together")


_SET = re.compile(
    r"(?P<name>한국|일본|미국|중국|대만|홍콩|프랑스|영국|할리우드) ?(?:영화|드라마)(?:들)?(?:은|인|"
    r"의)? ?(?:[가-힣]+ )?(?:편|작품)(?:인)?,? ?$"
)


def of_sets(sentence: Sentence, text: str) -> Iterator[Draft]:
    """Countries said of a row of titles: "한국영화 두 편, '가'와 '나'가"."""
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    for i, mention in enumerate(works):
        m = _SET.search(text[max(sentence.start, mention.start - _BEFORE) : mention.start])
        if m is None:
            continue
        code = words().countries.get(m["name"], "US")
        row = [mention]
        for following in works[i + 1 :]:
            if not re.fullmatch(r"(?:, ?|·|와 |과 | )", text[row[-1].end : following.start]):
                break
            row.append(following)
        for each in row if len(row) > 1 else ():
            if each.referent is not None:
                yield Draft(
                    "country",
                    each.referent,
                    code,
                    sentence,
                    mention.start - len(m[0]),
                    each.end,
                    "ko/title/set-country",
                )


def of_companies(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """미국 방송사 가, 제작은 미국의 가: the country of a company or outlet."""
    for mention in sentence.mentions:
        if mention.kind != "O" or mention.referent is None:
            continue
        m = _before_company().search(document.text[max(sentence.start, mention.start - _BEFORE) : mention.start])
        if m and m[1] not in _HERE:
            start = mention.start - len(m[0])
            yield Draft(
                "country", mention.referent, words().countries[m[1]], sentence, start, mention.end, "ko/company/country"
            )
