"""What is said of people beside their names: 배우 가, 가(34), 일본 배우 가, 1982년생 가."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.lexicon import alternation, words

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_AGE = re.compile(r"^\s?\((?:본명 [가-힣]+[·,] ?)?(\d{1,2})(?:세|살)?(?:[·,][^)]*)?\)")
_BORN_AFTER = re.compile(r"^(?:\s?\(((?:19|20)\d\d)년생\)|(?:은|는|과|와|,)? ?(?:[가-힣]{2,6} )?((?:19|20)\d\d)년생)")
_BORN_BEFORE = re.compile(r"(?<!\d)((?:19|20)\d\d)년생(?:인|의|으로)?,? (?:동갑내기 )?(?:배우 )?$")
_IN_CREDITS = re.compile(r"\((?:[^()]*[ /,·])?(?:감독|연출|극본|각본|작가|제작|출연|주연)[^()]*$")
_JOINED = re.compile(r"(?:\(\d+\))?(?:\s?[·,]\s?|와 |과 )")
_SPREADS = frozenset({"actor", "singer"})
_BEFORE, _AFTER, _CREDITS = 20, 24, 60


def persons(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """Occupations, ages, years of birth and nationalities that stand beside the names of a sentence."""
    yield from _occupations(document, sentence)
    for mention in sentence.mentions:
        if mention.kind != "P" or mention.referent is None:
            continue
        person = mention.referent
        right = document.text[mention.end : min(sentence.end, mention.end + _AFTER)]
        left = document.text[max(sentence.start, mention.start - _BEFORE) : mention.start]
        if m := _AGE.match(right):
            yield Draft("age", person, int(m[1]), sentence, mention.start, mention.end + m.end(), "ko/person/age")
        if m := _BORN_AFTER.match(right):
            year = m[1] or m[2]
            yield Draft("birth_date", person, year, sentence, mention.start, mention.end + m.end(), "ko/person/born")
        elif m := _BORN_BEFORE.search(left):
            yield Draft("birth_date", person, m[1], sentence, mention.start - len(m[0]), mention.end, "ko/person/born")
        if m := _nation().search(left):
            start = mention.start - len(m[0])
            for country in _codes(m[1]):
                yield Draft("nationality", person, country, sentence, start, mention.end, "ko/person/nationality")


def _occupations(document: Document, sentence: Sentence) -> Iterator[Draft]:
    text = document.text
    found: dict[int, str] = {}
    for i, mention in enumerate(sentence.mentions):
        person = mention.referent
        if mention.kind != "P" or person is None:
            continue
        credit = _IN_CREDITS.search(text[max(sentence.start, mention.start - _CREDITS) : mention.start])
        if not credit and not mention.indirect:
            for label, job in _labels(mention, person):
                found[i] = job
                start = max(sentence.start, mention.start - len(label) - 1)
                end = min(sentence.end, mention.end + len(label) + 1)
                yield Draft("occupation", person, job, sentence, start, end, "ko/person/occupation")
        before = sentence.mentions[i - 1] if i else None
        shared = found.get(i - 1, "")
        if before and i not in found and shared in _SPREADS and _JOINED.fullmatch(text[before.end : mention.start]):
            found[i] = shared
            yield Draft("occupation", person, shared, sentence, before.start, mention.end, "ko/person/occupation-list")
        after = sentence.mentions[i + 1] if i + 1 < len(sentence.mentions) else None
        if after is not None and i not in found and not credit and (label := _row_label(text, before, mention, after)):
            person.facts.setdefault("labels", []).append((label, mention.start, mention.end, -1))
            job = words().after[label]
            yield Draft("occupation", person, job, sentence, mention.start, after.end, "ko/person/occupation-row")


def _labels(mention: Mention, person: Referent) -> Iterator[tuple[str, str]]:
    """The labels of a person that stand at this mention, with the occupations that they name."""
    for label, start, *_ in person.facts.get("labels", ()):
        job = words().before.get(label) or words().after.get(label)
        if job and start == mention.start:
            yield label, job


def _row_label(text: str, before: Mention | None, mention: Mention, after: Mention) -> str:
    """The label behind the second of two names (가·나 작가), which is the first one's too."""
    if after.kind != "P" or after.referent is None or not re.fullmatch(r"·|, ", text[mention.end : after.start]):
        return ""
    if before is not None and re.fullmatch(r"[,·] ?", text[before.end : mention.start]):
        return ""
    labels = (label for label, start, *_ in after.referent.facts.get("labels", ()) if start == after.start)
    return next((label for label in labels if label in words().after), "")


@cache
def _nation() -> re.Pattern[str]:
    jobs = alternation({*words().before, "작가", "미남 배우", "출신 배우", "감독"})
    countries = alternation(words().data["countries"])
    return re.compile(
        rf"(?<![가-힣])((?:한국계 )?(?:{countries}))(?:의|인| 국적의| 출신)? ?"
        rf"(?:(?:인기 |톱 |여성 |원로 |거장 )?(?:{jobs}) )?$"
    )


def _codes(word: str) -> list[str]:
    name = word.removeprefix("한국계 ")
    code = words().countries.get(name)
    return [code] if code and name not in {"국내", "우리나라"} else []
