"""Prizes that people won, not those they were named for: "A에게 여우주연상을 안긴 '가'"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING, Mention, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_P, _W = kind_char("P"), kind_char("W")
_PRIZE = re.compile(
    r"(?P<of>(?:제\d+회 ?)?(?:(?:영국|미국|일본|전미|런던|LA) )?(?:[가-힣A-Z]{2,10}?(?:국제영화제|영화제|"
    r"영화상|예술대상|연기대상|"
    r"시상식|어워[즈드])|아카데미(?: ?시상식| TV상|상)?|골든글로브|에미상|대종상|청룡상|칸|베니스|"
    r"베를린)(?:에서|의)? )?"
    r"(?P<name>(?:올해의 )?(?:(?:남녀|남자|여자|영화|TV) ?(?:부문 )?)?(?:최우수|우수)?(?:남우|여우|남자|"
    r"여자)?(?:최우수|우수)?"
    r"(?:주연상|조연상|연기상|신인연기상|신인상|신인여우상|신인남우상|신인감독상|감독상|각본상|극본상|연출상|최우수상|"
    r"우수상|배우상|공로상|인기상|심사위원상|심사위원대상|연기대상(?!에서|의|에| ?[가-힣]*상)|남우상|여우상))"
)
_WON = re.compile(
    r"(?:을|를|도|까지)? ?(?:[^.,]{0,12}? )?(?:받|수상|거머쥐|거머쥔|안[았겼긴은]|차지|품에|품은|탔|탄 |휩쓸|"
    r"따[낸냈]|챙|안은|거둔|들어)|"
    r"(?:의|이라는|이란) (?:[가-힣]+ )?(?:영예|영광|기쁨|주인공|수상자)|(?:은|이) [^.]{0,24}(?:몫|품에|"
    r"에게 돌아|차지|수상)"
)
_LOST = re.compile(r"후보|노미네이트|불발|놓[쳤친치]|도전|시상자|시상을|심사|경쟁|각축|예상|점쳐|시상된")
_GAVE = re.compile(r"에게 [^.]{0,40}$")
# "…상을 받은 배우 A": the clause ends in an adnominal form right before the name.
_MODIFIES = re.compile(
    "[^.]{0,40}[" + "".join(chr(0xAC00 + i) for i in range(4, 11172, 28)) + "던] (?:[^ .,]{1,8} ){0,2}[‘'\"<]?"
)
_OWNS = re.compile(r"(?: ?(?:감독|작가|PD))?의 ")
_REACH = 60


# "남우주연상은 '가'의 A, 여우주연상은 '나'의 B에게", "감독상(A)": a prize and who has it.
_TO = re.compile(
    rf"(?P<name>(?:최우수|우수)?(?:남우|여우|남자|여자)?(?:신인)?(?:[주조]연|연기|신인|감독|각본|극본|시나리오|음악|"
    rf"촬영)상)"
    rf"(?:은|에는|의 영예는|: ?|\((?=[^()]*\))) ?(?:(?P<work>{_W}{NUMBER_CLASS})(?:의|에서|"
    rf"로)? ?(?:[^{_W}{_P}.,]{{0,10}} )?)?"
    rf"(?P<who>{_P}{NUMBER_CLASS})"
)


def _rows(document: Document, sentence: Sentence, known: list[tuple[Referent, str]], told: set[str]) -> Iterator[Draft]:
    """The prizes of a list of winners; notes them as `known` and `told`."""
    masked = sentence.masked
    for m in _TO.finditer(masked.text) if masked is not None else ():
        if masked is None or not (people := masked.mentions_in(m["who"])) or people[0].referent is None:
            continue
        works, person, name = masked.mentions_in(m["work"] or ""), people[0].referent, m["name"]
        work = works[0].referent if works else document.focus[sentence.index].work
        span = (masked.position(m.start()), masked.position(m.end(), end=True))
        told.add(name)
        known.append((person, name))
        slots = {"for": work.name} if work is not None else {}
        yield Draft("award", person, name, sentence, *span, "ko/person/award-row", slots=slots)
        if work is not None and (credit := _credit(name)):
            yield Draft(credit, work, person, sentence, *span, "ko/person/award-for", background=True)


def prizes(document: Document) -> Iterator[Draft]:
    """One claim a prize and winner."""
    known: list[tuple[Referent, str]] = []
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        if sentence.zone not in {BODY, LISTING} or "상" not in text:
            continue
        told: set[str] = set()
        if not _LOST.search(text):
            yield from _rows(document, sentence, known, told)
        for m in _PRIZE.finditer(text):
            if m["name"] in told:
                continue
            won = _WON.match(text, m.end())
            after = text[m.end() : m.end() + _REACH]
            shared = re.match(r"(?:을|를)?, ", after) and _WON.search(after)  # "…상을, '나'로 …상을 품에 안으며"
            bare = not m["of"] and m["name"] in {"연기상", "배우상"}
            if not (won or shared) or bare or _LOST.search(after[:24]):
                continue
            start, end = sentence.start + m.start("name"), sentence.start + (won.end() if won else m.end())
            person = _winner(document, sentence, start, end)
            if person is None or person.facts.get("label") in {"기자", "교수"}:
                continue
            title = f"{m['of'].replace('에서 ', ' ').replace('의 ', ' ')}{m['name']}" if m["of"] else m["name"]
            work = _work(document, sentence, start, end)
            if any(p is person and m["name"].replace("신인상", "신인") in t for p, t in known):
                continue
            known.append((person, title))
            slots = {"for": work.name} if work is not None else {}
            begin = sentence.start + m.start()
            yield Draft("award", person, title.strip(), sentence, begin, end, "ko/person/award", slots=slots)
            if work is not None and (credit := _credit(m["name"])):
                yield Draft(credit, work, person, sentence, begin, end, "ko/person/award-for", background=True)


def _credit(prize: str) -> str:
    """What its winner did in the work that a prize was for."""
    for word, predicate in (
        ("감독", "director"),
        ("연출", "director"),
        ("각본", "screenwriter"),
        ("시나리오", "screenwriter"),
        ("음악", "composer"),
        ("촬영", "cinematographer"),
        ("극본", "screenwriter"),
    ):
        if word in prize:
            return predicate
    return "cast_member" if re.search(r"주연|조연|연기|신인|배우|남우|여우|최우수|우수상", prize) else ""


def _winner(document: Document, sentence: Sentence, start: int, end: int) -> Referent | None:  # noqa: PLR0911 - one case after another
    """Who got a prize: whom it was given to, whose clause it modifies, the subject, else the person spoken of."""
    text = document.text
    inside = [m for m in sentence.mentions if m.kind == "P" and start < m.start < end]
    if inside:  # "신인상은 A가 받았다"
        return inside[-1].referent
    people = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
    before = [m for m in people if m.end <= start]
    behind = [m for m in people if m.start >= end]
    for m in reversed(before):
        if text.startswith("에게", m.end):
            return m.referent
    if behind and _MODIFIES.fullmatch(text[start : behind[0].start]):
        return behind[0].referent
    before = [m for m in before if not _OWNS.match(text[m.end : m.end + 8])]
    topics = [
        m
        for m in before
        if re.match(r"(?:\([^)]*\))?(?: ?(?:감독|작가|배우))?(?:은|는|이|가)[ ,]", text[m.end : m.end + 20])
    ]
    if topics:
        return topics[-1].referent
    if behind and re.search(r"상(?:은|의|이) ", text[start : behind[0].start]):
        return behind[0].referent
    hero: Referent | None = document.notes.get("hero")
    if before:
        return before[-1].referent
    return hero or document.focus[sentence.index].person


def _work(document: Document, sentence: Sentence, start: int, end: int) -> Referent | None:
    """For what: "'가'로 …상", "'가'의 A", "…상을 안긴 '가'"."""
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    for m in reversed([w for w in works if w.end <= start]):
        between = document.text[m.end : start]
        if re.match(r"(?:으로|로|에서|의|은|는|을 통해|를 통해)", between):
            return None if re.search(r"데뷔|시작|이후|만에|[.]", between) else m.referent
    behind: list[Mention] = [w for w in works if 0 <= w.start - end <= 24]  # noqa: PLR2004
    return behind[0].referent if behind and _GAVE.search(document.text[sentence.start : start]) else None
