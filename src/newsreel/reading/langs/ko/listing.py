"""Casts in lists: "• 오산 : 강력계 형사. 한지우가 …", one line a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.sentences import BULLET

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence


def lines(document: Document) -> Iterator[tuple[list[Sentence], list[Mention]]]:
    """List lines that begin with names and a colon: their sentences, and the names before the colon."""
    rows: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if sentence.zone == LISTING:
            rows.setdefault(sentence.paragraph, []).append(sentence)
    for sentences in rows.values():
        first = sentences[0]
        text = document.text[first.start : first.end]
        bullet = BULLET.match(text)
        colon = re.search(r"\s?[:：]", text)
        if bullet is None or colon is None or colon.start() > bullet.end() + 24:
            continue
        heads = [m for m in first.mentions if m.kind in "PCX" and m.end <= first.start + colon.start() + 1]
        if heads:
            yield sentences, heads


def parts(document: Document) -> Iterator[Draft]:
    """List lines that give a part and its actor: "▲ 주방 보조: 한지우"."""
    for sentence in document.sentences:
        if sentence.zone != LISTING:
            continue
        text = document.text[sentence.start : sentence.end]
        bullet = BULLET.match(text)
        m = re.match(r"([가-힣A-Za-z0-9 ]{2,18}?)\s?[:：=]\s?", text[bullet.end() :]) if bullet else None
        if bullet is None or m is None:
            continue
        after = sentence.start + bullet.end() + m.end()
        before = [x for x in sentence.mentions if x.start < after and x.kind in "PCWO"]
        people = [x for x in sentence.mentions if x.kind == "P" and x.start >= after and x.start - after <= 16]  # noqa: PLR2004
        work = document.focus[sentence.index].work
        if before or not people or work is None or _CREW.search(m[1]) or _TOPICS.fullmatch(m[1].strip()):
            continue
        for person in people:
            if person.referent is not None:
                yield Draft(
                    "cast_member",
                    work,
                    person.referent,
                    sentence,
                    sentence.start,
                    sentence.end,
                    "ko/cast/part-line",
                    slots={"role": m[1].strip()},
                    mention=person,
                )


_STROKES = re.compile(r" [/|ㅣ] ")


def cells(document: Document) -> Iterator[Draft]:
    """Platforms that fill a cell of their own in a line that a title heads: "달빛 정원 / 티빙 / 한지우·이두리"."""
    for sentence in document.sentences:
        strokes = list(_STROKES.finditer(document.text, sentence.start, sentence.end))
        heads = [m for m in sentence.mentions if m.kind == "W"][:1]
        if sentence.zone != LISTING or not strokes or not heads or heads[0].end > strokes[0].start():
            continue
        ends = [*(m.start() for m in strokes[1:]), sentence.end]
        for stroke, end in zip(strokes, ends, strict=True):
            inside = [m for m in sentence.mentions if m.kind == "O" and m.start == stroke.end() and m.end == end]
            for m in inside:
                if m.referent is not None and heads[0].referent is not None and m.referent.facts["kind"] == "platforms":
                    yield Draft(
                        "platform", heads[0].referent, m.referent, sentence, heads[0].start, m.end, "ko/list/cell"
                    )


# What a list tells of beside its cast: "한 줄: …", "사람: …".
_TOPICS = re.compile(
    r"사람|사람들|인물|한 ?줄(?: ?평)?|줄거리|이야기|내용|다음|뒷이야기|이모저모|관전 ?포인트|상|"
    r"날짜|언제|어디서|누가|무엇|왜|비고|참고|메모|총평|반응|기록|소식"
)
_CREW = re.compile(
    r"감독|극본|각본|연출|제작|배급|출연|주연|원작|장르|개봉|기획|음악|촬영|편성|방송|작가|제목|각색|투자"
)


def cast(document: Document) -> Iterator[Draft]:
    """One claim a character, its actor being the first person named behind the colon."""
    for sentences, heads in lines(document):
        characters = [m for m in heads if m.kind == "C"]
        actors: list[Mention] = []
        for sentence in sentences:
            for m in sentence.mentions:
                if (
                    m.kind == "P"
                    and m.referent is not None
                    and m.start > heads[-1].end
                    and m.referent not in [a.referent for a in actors]
                ):
                    actors.append(m)
        for character, actor in zip(characters, actors, strict=False):
            place = document.sentence_at(actor.start)
            work = document.focus[sentences[0].index].work
            if place is not None and work is not None and actor.referent is not None:
                yield Draft(
                    "cast_member",
                    work,
                    actor.referent,
                    place,
                    actor.start,
                    actor.end,
                    "ko/cast/list-line",
                    slots={"character": character.text},
                    mention=actor,
                )
