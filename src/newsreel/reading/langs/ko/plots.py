"""Whether a report tells the plot of a work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_PLOT = re.compile(
    r"이야기(?:다|를|이다|로|\.|,|가|의 축)|내용(?:이다|을|의|\.|으로)|과정을|그린다|그린 (?:작품|드라마|영화)|"
    r"을 그린|를 그린|그려낸|(?<![가-힣])담은|"
    r"(?<![가-힣])담아|펼쳐지는|벌어지는|벌이는|일어나는|뒤쫓|맞서는|맞선다|맞붙|뒤흔드|"
    r"로맨스(?:다|\.|를)|추리극|활극|쫓기|복수|살아남|뛰어드|빠지는|되면서|만나면서|휘말리|얽히|얽힌|소동|"
    r"줄거리|설정은|한판 승부|성장기|모험|연애담|실화극|시대극이다|코미디다|스릴러다|"
    r"드라마다|이끌|되찾|지키려|꿈꾸|사랑에 빠|신경전|다룬다|다룬 |따라간다|따라다녔|탈출|돌아온 |잃고|잃은|"
    r"숨은|숨긴|정체"
)
_NOT_PLOT = re.compile(
    r"촬영|캐스팅|개봉|방송사|시청률|제작진|편성|출연료|인터뷰|소속사|관객 수|박스오피스|밝혔다|전했다|말했다|"
    r"설명했다|현장을|영상(?:이|을|에)|보도|방영되|공개될|방송되|방송될|리메이크|관람객|시장에|시장은"
)
_MINIMUM = 26


def plots(document: Document) -> Iterator[Draft]:
    """One claim for a work whose plot is told in a clause or more, from the sentence that tells most of it."""
    best: dict[int, tuple[int, Draft]] = {}
    for sentence in document.sentences:
        work = document.focus[sentence.index].work
        if (
            work is None
            or sentence.zone not in {BODY, LISTING}
            or work.facts.get("type") in {"book", "webtoon", "manga"}
        ):
            continue
        text = document.text[sentence.start : sentence.end]
        hits = len(set(_PLOT.findall(text)))
        characters = sum(m.kind == "C" for m in sentence.mentions)
        names = any(m.kind == "W" and m.referent is work for m in sentence.mentions)
        points = (
            2 * hits
            + min(characters, 2)
            + names
            - 3 * len(_NOT_PLOT.findall(text))
            - sum(m.kind == "P" for m in sentence.mentions) // 2
        )
        points -= 2 * any(m.kind == "W" and m.referent is not work for m in sentence.mentions)
        if not hits or len(text) < _MINIMUM or points < 2:  # noqa: PLR2004
            continue
        draft = Draft("logline", work, True, sentence, sentence.start, sentence.end, "ko/title/plot")  # noqa: FBT003
        if id(work) not in best or points > best[id(work)][0]:
            best[id(work)] = (points, draft)
    for _, draft in best.values():
        yield draft
