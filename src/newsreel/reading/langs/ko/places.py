"""Where works are shot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.lexicon import alternation, words
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_SHOT = re.compile(r"촬영(?!감독|상|본|분은)|찍[은었어고는을]|로케|크랭크|세트|카메라를|오갔|오가며|주무대|무대를 옮")
_NOT_SHOT = re.compile(
    r"사진을 찍|사진이 찍|화보|눈도장|도장을 찍|촬영이 금지|포스터 촬영|정점을 찍|종지부를 찍|기념 ?촬영"
)
# Behind a place: what shows that the place, not something of it, is meant.
_TAIL = (
    r"(?=에서|와|과|를|을|·|,| 등| 및|의| 일대| 일원| 로케| 올로케| 촬영| 모처| 곳곳| 전역|에선|"
    r"에 (?:들어선|마련된|지은|세운|차린)|"
    r"로 (?:무대|건너|이동|옮)|의 (?:한|어느|작은) | 현지|였다|이었다|였고|이었고|\s)"
)


@cache
def _place() -> re.Pattern[str]:
    data = load_data("ko", "places")
    country = (c for c in words().data["countries"] if c not in {"국내", "우리나라", "한국"})
    known = f"(?:{alternation([*data['places'], *country])})"
    unit = (
        r"(?!로케|올로케|촬영|현지|일대|일원|모처)[가-힣]{1,4}"
        r"(?:특별시|광역시|시|군|구|읍|면|동|리|도|현|성|주|길|(?<![시군구읍면동리도])로)"
    )
    site = rf"[가-힣A-Za-z]{{1,7}}(?:{alternation(data['sites'])})"
    inner = rf"(?: (?:{unit}|{known})(?=[^가-힣]|에|와|과|의|을|를|로|$))"
    any_site = site.replace("{1,7}", "{0,7}")
    led = rf"{known}(?:도|시|현|군)?{inner}{{0,3}}(?: 내| 인근)?(?: {any_site})?"
    town = rf"[가-힣]{{2,3}}(?:시|군)(?: {unit})?(?: {site})?"
    return re.compile(
        rf"(?<![가-힣])({site}|{led}|{town}|"
        rf"[가-힣]{{1,5}}[^에의은는을를해한된인가이로와과서\W] {site}){_TAIL}"
    )


def _named(document: Document, name: str) -> Referent:
    """The place of a name: one for all places where it is told."""
    known = document.notes.setdefault("places", {})
    if name not in known:
        known[name] = document.refer("place", name)
    found: Referent = known[name]
    return found


def filmed(document: Document) -> Iterator[Draft]:
    """Places of shooting: a place in a clause about shooting, its row included."""
    for sentence in document.sentences:
        work = document.focus[sentence.index].work
        if sentence.zone not in {BODY, LISTING}:
            continue
        text = document.text[sentence.start : sentence.end]
        shots = [m.start() for m in _SHOT.finditer(text)]
        if not shots or _NOT_SHOT.search(text):
            continue
        for m in _place().finditer(text):
            subject = _shot_there(sentence, text, m) or work
            if subject is not None and not m[1].startswith(_NO_PLACE) and _stands(sentence, text, m, shots):
                yield Draft(
                    "filming_location",
                    subject,
                    _named(document, m[1]),
                    sentence,
                    sentence.start + m.start(1),
                    sentence.start + m.end(1),
                    "ko/place/shot",
                    background=subject is not work,
                )


_NO_PLACE = (
    "국내 ",
    "대규모",
    "초대형",
    "실제 ",
    "실내",
    "야외",
    "항구도시",
    "신도시",
    "다시",
    "동시",
    "당시",
    "잠시",
    "역시",
    "이 ",
    "그 ",
    "한 ",
    "같은 ",
    "다른 ",
    "모든 ",
    "촬영 ",
    "영화 ",
    "드라마 ",
)
_OF_ANOTHER = re.compile(r" (?:배우|감독|영화|드라마|시리즈|작품|매체|제작사|만화|소설|작가|관객|개봉|극장)")
_REACH, _BACK = 44, 24  # characters between a place and the word of shooting


def _stands(sentence: Sentence, text: str, m: re.Match[str], shots: list[int]) -> bool:
    """Whether a place is where the shooting is done: near its word, no part of a name, and not what owns something."""
    at = sentence.start + m.end()
    apart = [x.start - at for x in sentence.mentions if x.kind in "PCWOD" and x.start > at]
    reach = min([_REACH, *apart])
    if not any(0 <= shot - m.end() <= reach or 0 <= m.start() - shot <= _BACK for shot in shots):
        return False
    if any(
        x.kind in "WPOC" and x.start < sentence.start + m.end(1) and sentence.start + m.start(1) < x.end
        for x in sentence.mentions
    ):
        return False
    if re.search(r"[‘'“\"(]$", text[: m.start()]) or _OF_ANOTHER.match(text[m.end() :]):
        return False
    owner = re.match(r"(?:의|에(?![서선])) ?(?!들어선|마련|지은|세운|차린|한 )", text[m.end() :])
    return owner is None or re.match(r"의 ?[가-힣]{2,8}(?:에서|를|을)", text[m.end() :]) is not None


_THERE = re.compile(
    r"[^.]{0,30}?(?:촬영(?:한|된|하는|될|할|하게 된| 중인|을 (?:마친|시작한|진행한|진행 중인))|찍은|찍는) "
)


def _shot_there(sentence: Sentence, text: str, m: re.Match[str]) -> Referent | None:
    """The title that a clause with the place modifies: "춘천에서 촬영한 드라마 '가'"."""
    clause = _THERE.match(text, m.end())
    if clause is None:
        return None
    end = sentence.start + clause.end()
    return next((x.referent for x in sentence.mentions if x.kind == "W" and 0 <= x.start - end <= _BACK), None)
