"""Parts that are told by what they are, without a name: "A가 어머니로 나온다", "사기꾼(A)이", "비밀요원 역에 A"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING, Mention
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import roles
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_P = rf"{kind_char('P')}{NUMBER_CLASS}"
_ANY = "[\ue000-\uf8ff]"
_AWAY = re.compile(r"(?:데뷔|소속사|시상식|영화제|기자간담회|열애|결혼|출신|인터뷰|상을 받|수상)")


_ROW = rf"(?P<actors>{_P}(?:(?:, |·|와 |과 | ){_P})*)"
_PLAYS = (
    r"(?:나온|나와|나오|나섰|나선|출연|(?:특별|우정) ?출연|가세|합류|분한|분하|분해|분했|등장|변신|돌아|캐스팅|"
    r"발탁|낙점|활약|열연|"
    r"함께|힘을|호흡|붙|엮|짝을)"
)
_NOUNS = "[가-힣 ]"
_WORDS = rf"[^{_ANY[1:-1]}.,!?()\n]"
# The role stands behind the name: "A가 어머니로 나온다", "A는 극중 형사를 연기한다".
_AFTER = (
    re.compile(
        rf"{_ROW}(?:은|는|이|가|도) (?P<role>{_WORDS}{{1,40}}?)(?:으로|로)(?:, | (?:{_WORDS}{{1,8}} ){{0,2}}{_PLAYS})"
    ),
    re.compile(
        rf"{_ROW}(?:은|는|이|가|도) (?P<role>{_WORDS}{{1,40}}?) ?(?:역|역할)(?:을|를|으로|에|이다|이며|이고|"
        rf"이었)"
    ),
    re.compile(rf"{_ROW}(?:은|는|이|가|도) (?P<role>{_WORDS}{{1,40}}?)(?:을|를) (?:연기|열연|맡)"),
    re.compile(rf"{_ROW}(?:이|가|은|는) (?P<role>{_WORDS}{{1,30}}?)(?:으로|로) (?:만난|호흡|재회)"),
    re.compile(rf"{_ROW}(?:이|가) (?P<role>{_WORDS}{{1,24}}?)(?:,|다|이다|입니다|이고|이며)(?=[ .]|$)"),
    re.compile(
        rf"{_ROW}(?:은|는|이|가|도) (?P<role>{_WORDS}{{1,40}}?)(?:을|를|으로|로), "
        r"(?=.{0,70}(?:연기|맡|분한|분했|나온|나오|출연|가세|합류))"
    ),
)
# The role stands before the name: "비밀요원 역에 A", "사기꾼(A)", "선장을 연기한 A".
_BEFORE = (
    re.compile(rf" ?(?:역|역할)(?:에는|에|은|의) (?:배우 )?{_ROW}(?=이|가|을|,|\.|\)|$| )"),
    re.compile(rf"\((?P<actors>{_P})(?: 분)?\)"),
    re.compile(rf"(?:으로|로) (?:배우 )?{_ROW}(?:이|가)(?=,| (?:나온|나오|출연|등장|가세|합류|캐스팅|낙점|발탁))"),
    re.compile(rf"(?:은|는) (?:배우 )?{_ROW}(?=,|\.|이다|다\.|$)"),
    re.compile(
        rf"(?:을|를|은|는|엔|에는) (?:배우 )?{_ROW}(?:이|가)(?=,| (?:한다|합니다|맡|연기|분한|분했|하고|했다|책임|"
        rf"차지|된다|됐다))"
    ),
    re.compile(rf"(?:을|를) (?:(?:연기|열연)(?:한|하는|했던|할)|맡(?:은|는|았던|을)) (?:배우 )?{_ROW}"),
)
# "A와 B가 아버지와 딸로 나온다": to each a role, in their order.
_EACH = re.compile(
    rf"(?P<first>{_P})(?:와|과|·|, ) ?(?P<second>{_P})(?:은|는|이|가|도) (?:{_WORDS}{{1,30}} )??"
    rf"(?P<role>{_NOUNS}{{1,14}})(?:와|과) (?P<other>{_NOUNS}{{1,14}}?)(?:으로|로|이|가|을|를| 역(?:을|으로|에)?|"
    rf"이다|다) ?"
    rf"(?:(?<=[이가] )[되된돼됐]|(?<=[을를] )(?:연기|맡)|(?:다시 )?(?:만나|만났|{_PLAYS[3:]}|\.)"
)
_REACH = 40


@cache
def _no_parts() -> frozenset[str]:
    return frozenset(load_data("ko", "roles")["no_parts"])


def parts(document: Document) -> Iterator[Draft]:
    """Cast of the work in focus whose part has a description and no name."""
    for sentence in document.sentences:
        work = document.focus[sentence.index].work
        masked = sentence.masked
        if work is None or masked is None or sentence.zone not in {BODY, LISTING}:
            continue
        if work.facts.get("type") in {"book", "webtoon", "manga"} or _AWAY.search(masked.text):
            continue
        if not any(m.kind == "P" for m in sentence.mentions):
            continue
        for m in _EACH.finditer(masked.text):
            both = [
                (m[who], roles.phrase(_modifiers(m[part]))) for who, part in (("first", "role"), ("second", "other"))
            ]
            for who, role in both if all(role for _, role in both) else ():
                people = [x for x in masked.mentions_in(who) if x.referent is not None]
                yield from _drafts(document.text, sentence, work, people, role, m.span())
        for m, said, at in _said(masked.text):
            role = roles.phrase(_modifiers(said)) if _is_part(said) else ""
            role = role or (_rare(said) if _PLAYED.search(masked.text[m.start() : m.end() + 7]) else "")
            people = [x for x in masked.mentions_in(m["actors"]) if x.referent is not None]
            if role and people:
                yield from _drafts(document.text, sentence, work, people, role, (at, m.end()))


def _said(text: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """Every place where names stand beside what may be a role: the match, the words of the role, where all begins."""
    for pattern in _AFTER:
        for m in pattern.finditer(text):
            yield m, m["role"], m.start()
    for pattern in _BEFORE:
        for m in pattern.finditer(text):
            left = re.split(rf"{_ANY}|[.,!?()]", text[max(0, m.start() - _REACH) : m.start()])[-1]
            yield m, left, m.start() - len(left)


def _is_part(words: str) -> bool:
    """Whether words end in a noun that says what somebody plays."""
    last = words.split()[-1:] or [""]
    return last[0] not in _no_parts()


_PLAYED = re.compile(
    r"(?:으로|로) (?:배우 )?[^ ]{2,5} (?:나온|나오)|(?:으로|로) (?:[^ ]{1,8} )?(?:나온다|나온 |분한다|분했다|분하는)"
)
_RARE = re.compile(r"(?:[가-힣]{2,5} )?[가-힣]{1,4}[사꾼범관댁광민장공]$")
_NO_RARE = re.compile(
    r"(?:주역|행사|인사|수사|역사|감사|기사|영화사|제작사|방송사|현장|극장|입장|등장|시장|주장|성장|방송관|공공|"
    r"성공|주인공|습관|시사|상관|불구|[을를])$"
)


def _rare(words: str) -> str:
    """A noun for a role that no list has, at the end of some words: 꼽추 염사."""
    said = _RARE.search(words.strip())
    return "" if said is None or _NO_RARE.search(said[0]) else said[0]


def _modifiers(text: str) -> str:
    """A role phrase without the clauses before it ("신전에서 자란 무당")."""
    return re.sub(r"^.*(?:에서|으로|에게|을|를|극중|극 중|각각|그의|그녀의) ", "", text)


def _drafts(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    text: str, sentence: Sentence, work: Referent, people: list[Mention], role: str, span: tuple[int, int]
) -> Iterator[Draft]:
    masked = sentence.masked
    if masked is None:
        return
    start, end = masked.position(span[0]), masked.position(span[1], end=True)
    subject = _named_work(text, sentence, work, start) or work
    for person in people:
        if person.referent is not None and not _off_screen(person.referent):
            yield Draft(
                "cast_member", subject, person.referent, sentence, start, end, "ko/cast/unnamed-part",
                slots={"role": role}, mention=person, background=subject is not work,
            )  # fmt: skip


def _off_screen(person: Referent) -> bool:
    return any(label in {"감독", "PD", "피디", "작가", "기자", "대표"} for label, *_ in person.facts.get("labels", ()))


_INSIDE = re.compile(r"[’'”>》〉]?(?!의 )(?:\([^()]*\))?(?: 시즌 ?\d)?(?:에서|에선|에는|에도|에|은|는|이|가|,)? ?")


def _named_work(text: str, sentence: Sentence, work: Referent, at: int) -> Referent | None:
    """The other work that stands last before a place in the sentence and in which a part may be ("'가'에서")."""
    before = [m for m in sentence.mentions if m.kind == "W" and m.end <= at and m.referent is not None]
    if not before or before[-1].referent is work or not _INSIDE.match(text, before[-1].end):
        return None
    return before[-1].referent
