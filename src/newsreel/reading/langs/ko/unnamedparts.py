"""Parts that are told by what they are, without a name: "A가 어머니로 나온다", "사기꾼(A)이", "비밀요원 역에 A"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING, Mention
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import roles
from newsreel.reading.langs.ko.lexicon import alternation
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_P = rf"{kind_char('P')}{NUMBER_CLASS}"
_ANY = "[\ue000-\uf8ff]"
_AWAY = re.compile(r"(?:데뷔|소속사|시상식|영화제|기자간담회|열애|결혼|출신|인터뷰|상을 받|수상)")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = load_data("ko", "roles")
    nouns = alternation(set(data["nouns"]) - set(data["no_parts"]))
    noun = rf"(?P<role>(?:[가-힣A-Za-z0-9]+ ){{0,4}}[가-힣]*(?:{nouns}))"
    row = rf"(?P<actors>{_P}(?:(?:, |·|와 |과 ){_P})*)"
    plays = (
        r"(?:나온|나와|나오|나섰|나선|출연|가세|합류|분한|분하|분해|분했|등장|변신|돌아|캐스팅|발탁|낙점|활약|"
        r"열연|함께|"
        r"힘을|호흡)"
    )
    return (
        re.compile(
            rf"{row}(?:은|는|이|가|도) (?:각각 )?{noun}(?:으로|로)(?:, | (?:[^ .,{_ANY[1:-1]}]{{1,8}} ){{0,2}}{plays})"
        ),
        re.compile(rf"{row}(?:은|는|이|가|도) (?:극중 |극 중 )?{noun} ?(?:역|역할)(?:을|를|으로|에)"),
        re.compile(rf"{noun} ?(?:역|역할)(?:에는|에|은|의) (?:배우 )?{row}(?=이|가|을|,|\.|\)|$| )"),
        re.compile(rf"{noun}\((?P<actors>{_P})(?: 분)?\)"),
        re.compile(rf"{noun}(?:을|를) (?:(?:연기|열연)(?:한|하는|했던|할)|맡(?:은|는|았던|을)) (?:배우 )?{row}"),
        re.compile(rf"{row}(?:은|는|이|가|도) (?:극중 |극 중 )?{noun}(?:을|를) (?:연기|열연|맡)"),
        re.compile(rf"{row}(?:이|가|은|는)(?: [^ .,{_ANY[1:-1]}]{{1,8}})? {noun}(?:으로|로) (?:만난|호흡|재회)"),
        re.compile(rf"{row}(?:이|가) {noun}(?:,|다|이다|이고|이며)(?=[ .]|$)"),
    )


def parts(document: Document) -> Iterator[Draft]:
    """Cast of the work in focus whose part has a description and no name."""
    for sentence in document.sentences:
        work = document.focus[sentence.index].work
        masked = sentence.masked
        if work is None or masked is None or sentence.zone not in {BODY, LISTING}:
            continue
        if work.facts.get("type") in {"book", "webtoon", "manga"} or _AWAY.search(masked.text):
            continue
        for pattern in _patterns():
            for m in pattern.finditer(masked.text):
                role = roles.phrase(_modifiers(m["role"]))
                people = [x for x in masked.mentions_in(m["actors"]) if x.referent is not None]
                if role and people:
                    yield from _drafts(document, sentence, work, people, role, m)


def _modifiers(text: str) -> str:
    """A role phrase without the clauses before it ("신전에서 자란 무당")."""
    return re.sub(r"^.*(?:에서|으로|에게|을|를) ", "", text)


def _drafts(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    document: Document, sentence: Sentence, work: Referent, people: list[Mention], role: str, m: re.Match[str]
) -> Iterator[Draft]:
    masked = sentence.masked
    if masked is None:
        return
    subject = _named_work(sentence, work, masked.position(m.start())) or work
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    for person in people:
        if person.referent is not None and not _off_screen(person.referent):
            yield Draft(
                "cast_member", subject, person.referent, sentence, start, end, "ko/cast/unnamed-part",
                slots={"role": role}, mention=person, background=subject is not work,
            )  # fmt: skip
    del document


def _off_screen(person: Referent) -> bool:
    return any(label in {"감독", "PD", "피디", "작가", "기자", "대표"} for label, *_ in person.facts.get("labels", ()))


def _named_work(sentence: Sentence, work: Referent, at: int) -> Referent | None:
    """The other work that stands last before a place in the sentence."""
    before = [m.referent for m in sentence.mentions if m.kind == "W" and m.end <= at and m.referent is not None]
    return before[-1] if before and before[-1] is not work else None
