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
    from newsreel.reading.document import Document, Referent

_SHOT = re.compile(r"촬영(?!감독|상)|찍[은었어고는을]|로케|크랭크|세트|카메라를|오갔|오가며|주무대")
_NOT_SHOT = re.compile(r"사진을 찍|사진이 찍|화보|눈도장|도장을 찍|촬영이 금지|포스터 촬영")


@cache
def _place() -> re.Pattern[str]:
    known = alternation(
        [*load_data("ko", "places")["places"], *(c for c in words().data["countries"] if c not in {"국내", "우리나라"})]
    )
    tail = (
        r"(?=에서|와|과|를|을|·|,| 등|의| 일대| 로케| 촬영| 모처|에선|에 (?:들어선|마련된|지은)|"
        r"로 (?:무대|건너)| 현지| 올로케|였다|이었다|였고|이었고|\s)"
    )
    kinds = r"(?:특별시|광역시|시|마을|촬영소|세트장|해변|대교|둔치|스튜디오)"
    return re.compile(rf"(?<![가-힣])((?:(?:{known}) )?(?:{known}|[가-힣]{{2,5}}{kinds}))(?:도|시|현)?{tail}")


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
        if sentence.zone not in {BODY, LISTING} or work is None:
            continue
        text = document.text[sentence.start : sentence.end]
        shots = [m.start() for m in _SHOT.finditer(text)]
        if not shots or _NOT_SHOT.search(text):
            continue
        for m in _place().finditer(text):
            at = sentence.start + m.end()
            apart = [x.start - at for x in sentence.mentions if x.kind in "PCWOD" and x.start > at]
            reach = min([44, *apart])
            near = any(0 <= shot - m.end() <= reach or 0 <= m.start() - shot <= 24 for shot in shots)  # noqa: PLR2004 - characters
            inside = any(
                x.kind in "WPOC" and x.start < sentence.start + m.end(1) and sentence.start + m.start(1) < x.end
                for x in sentence.mentions
            )
            if (
                not near
                or inside
                or re.search(r"[‘'“\"(]$", text[: m.start()])
                or re.match(r" (?:배우|감독|영화|드라마|시리즈|작품|매체|제작사|만화|소설|작가)", text[m.end() :])
            ):
                continue
            if re.match(r"(?:의|에(?![서선])) ?(?!들어선|마련|지은|한 )", text[m.end() :]) and not re.match(
                r"의 ?[가-힣]{2,8}(?:에서|를|을)", text[m.end() :]
            ):
                continue
            yield Draft(
                "filming_location",
                work,
                _named(document, m[1]),
                sentence,
                sentence.start + m.start(1),
                sentence.start + m.end(1),
                "ko/place/shot",
            )
