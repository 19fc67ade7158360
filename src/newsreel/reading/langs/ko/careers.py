"""When people began, and other titles of works: "2005년 모델로 데뷔한 A", '가'(원제 B), '가'라는 제목으로."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import interviews
from newsreel.reading.langs.ko.lexicon import words

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_DEBUT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)년(?:에)? [^.]{0,50}?(?:데뷔(?:한|했|해|하며|하고|작)|연기를 시작|연기 활동을 시작|첫발을)"
)
_AS = re.compile(
    r"(배우|연기자|가수|모델|아역배우|아역|개그맨|성우|아이돌|감독|작가|영화감독)(?:으로|로) (?:[^.,]{0,8} )?데뷔"
)
_JOBS = {"연기자": "actor", "아역배우": "actor", "아역": "actor", "아이돌": "singer"}
_BORN = re.compile(
    r"(?<!\d)((?:19|20)\d\d)년 (?:(?P<month>\d{1,2})월 (?:(?P<day>\d{1,2})일 )?)?[^.,]{0,16}?(?:에서 |"
    r"생으로 )?(?:태어난|태어났|출생)"
)
_BORN_IN = re.compile(r"(?<!\d)((?:19|20)\d\d)년생")
_AT_AGE = re.compile(r"향년 (\d{1,3})세")


def began(document: Document) -> Iterator[Draft]:
    """Years of a debut and of a birth told in a clause."""
    for sentence in document.sentences:
        if sentence.zone not in {BODY, LISTING}:
            continue
        text = document.text[sentence.start : sentence.end]
        for m in _DEBUT.finditer(text):
            start, end = sentence.start + m.start(), sentence.start + m.end()
            person = _whose(document, sentence, start, end)
            if person is not None and "개봉" not in m[0] and "방송" not in m[0]:
                said = _AS.search(m[0])
                played = any(w.kind == "W" and start <= w.start < end for w in sentence.mentions)
                job = (words().before.get(said[1]) or _JOBS.get(said[1], "")) if said else "actor" if played else ""
                slots = {"as": job} if job else {}
                yield Draft("career_start", person, m[1], sentence, start, end, "ko/person/debut", slots=slots)
        for m in _BORN.finditer(text):
            start, end = sentence.start + m.start(), sentence.start + m.end()
            person = _whose(document, sentence, start, end)
            if person is not None:
                yield Draft("birth_date", person, m[1], sentence, start, end, "ko/person/born")
        for m in _BORN_IN.finditer(text):
            start, end = sentence.start + m.start(), sentence.start + m.end()
            for person in _born(document, sentence, start, end):
                yield Draft("birth_date", person, m[1], sentence, start, end, "ko/person/born")
    yield from _died(document)


def _born(document: Document, sentence: Sentence, start: int, end: int) -> list[Referent]:
    """Of whom a year of birth is said that stands beside no name."""
    text = document.text
    near = [m for m in sentence.mentions if m.kind == "P" and (0 <= m.start - end <= 10 or 0 <= start - m.end <= 3)]  # noqa: PLR2004
    focus = document.focus[sentence.index]
    if near:
        return []
    if re.match(r"\)?(?:인|의)? (?:두 사람|두 배우|둘)", text[end : end + 12]) and len(focus.people) > 1:
        return list(focus.people[-2:])
    hero: Referent | None = document.notes.get("hero")
    own = re.match(r"(?:인|으로|의)? ?(?:고인|그|그녀)(?:은|는)", text[end : end + 10])
    person = hero or focus.person
    return [person] if own and person is not None else []


def _died(document: Document) -> Iterator[Draft]:
    hero: Referent | None = document.notes.get("hero")
    for sentence in document.sentences if hero is not None else ():
        m = _AT_AGE.search(document.text, sentence.start, sentence.end)
        if m and hero is not None and sentence.zone != FURNITURE:
            yield Draft("age", hero, int(m[1]), sentence, m.start(), m.end(), "ko/person/age")
            return


def _whose(document: Document, sentence: Sentence, start: int, end: int) -> Referent | None:
    """Of whom a clause is said: the name it modifies, the subject before it, else the person spoken of."""
    people = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
    behind = [m for m in people if m.start >= end]
    if behind and re.fullmatch(r"(?:[^.,]{0,3} )?(?:[^ .,]{1,6} ){0,3}", document.text[end : behind[0].start]):
        return behind[0].referent
    answering = interviews.interviewee(document)
    if answering is not None and not behind:
        return answering
    before = [m for m in people if m.end <= start]
    topics = [
        m
        for m in before
        if re.match(r"(?:\([^)]*\))?(?: ?(?:감독|작가|배우))?(?:은|는|이|가)[ ,]", document.text[m.end : m.end + 20])
    ]
    if topics or people:
        return topics[-1].referent if topics else None
    return document.focus[sentence.index].person


_CALLED = re.compile(
    r"(?:일본어|영어|한국어|중국어|영문|현지) ?(?:제목|제|명)(?:은|는) "
    r"[‘'\"“](?P<title>[^’'\"”]{1,40})[’'\"”](?=이?[다라며로,.])"
)


def aliases(document: Document) -> Iterator[Draft]:
    """Other titles: in brackets behind a title, told as that in a language, or made one of the first by the words."""
    for sentence in document.sentences:
        if sentence.zone in {FURNITURE, HEADLINE}:
            continue
        for called in _CALLED.finditer(document.text, sentence.start, sentence.end):
            work = document.focus[sentence.index].work
            if work is not None:
                yield Draft(
                    "alias", work, called["title"], sentence, called.start(), called.end(), "ko/title/in-language"
                )
        for mention in sentence.mentions:
            short = mention.referent.facts.get("called") if mention.kind == "W" and mention.referent else None
            if short and short[0] == mention.start and mention.referent is not None:
                yield Draft("alias", mention.referent, short[2], sentence, short[0], short[1], "ko/title/called")
            other = mention.referent.facts.get("glossed") if mention.kind == "W" and mention.referent else None
            if other and other[0] == mention.start and mention.referent is not None:
                yield Draft("alias", mention.referent, other[1], sentence, mention.start, mention.end, "ko/title/gloss")
