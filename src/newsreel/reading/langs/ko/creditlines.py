"""Credits in brackets: '달빛 정원'(극본 A, 연출 B, 제작 C), and what people are by their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import FURNITURE, Mention, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.lexicon import words
from newsreel.reading.langs.ko.sentences import BULLET
from newsreel.reading.mask import kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence


_LABEL = re.compile(
    r"(극본|각본|대본|작가|집필|시나리오|각색|연출|감독|메가폰|공동 ?제작|제작사|제작|기획|투자·?배급|배급|"
    r"제공|출연진|출연|주연|음악|촬영|크리에이터|원작|편성|방송|"
    r"채널|(?<= )작)(?=[·/:|\s,은는)]|$)"
)
_MEANS = {
    word: predicate
    for predicate, row in {
        "screenwriter": "극본 각본 대본 작가 집필 시나리오 각색",
        "director": "연출 감독 메가폰",
        "production_company": "제작사 제작 공동제작",
        "distributor": "배급 투자배급",
        "cast_member": "출연 출연진 주연",
        "composer": "음악",
        "cinematographer": "촬영",
        "creator": "크리에이터 작",
        "platform": "편성 방송 채널",
    }.items()
    for word in row.split()
}
_ORGANISATION = frozenset({"production_company", "distributor", "platform"})
_CREW = {
    word: job
    for job, row in {
        "director": "감독 PD 피디 연출 연출자 영화감독 신인감독 거장",
        "screenwriter": "작가 극작가 각본가 드라마작가",
        "novelist": "소설가 화백 만화가 만화작가",
        "composer": "음악감독",
        "cinematographer": "촬영감독",
        "producer": "프로듀서 제작자",
    }.items()
    for word in row.split()
}
_OUTSIDE = frozenset(
    [
        "기자",
        "대표",
        "교수",
        "평론가",
        "집행위원장",
        "위원장",
        "이사",
        "본부장",
        "국장",
        "CP",
        "무술감독",
        "미술감독",
        "조감독",
        "씨",
    ]
)
_LINE_LENGTH = 160
_OFFICE = re.compile(r"(?:감독|작가)[·,/]")
W, P, C = kind_char("W"), kind_char("P"), kind_char("C")


def bracketed(document: Document) -> Iterator[Draft]:
    """Credits in brackets behind a title: '가'(극본 A·B, 연출 C, 제작 D)."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for mention in sentence.mentions:
            if mention.kind == "W" and mention.referent is not None:
                span = _brackets(document.text, mention.end, sentence.end)
                if span:
                    yield from _credits(document, sentence, mention, span)


_CALLED = re.compile(
    r"(?:가제|이하 ['‘<][^'’>]*['’>]),? ?"
)  # what comes before the credits: (이하 '가', A 극본, B 연출)
_LINE = re.compile(
    r"(?:극본|각본|연출|감독|제작|제작사|출연|주연|출연진|배급|각색|음악|촬영|기획)(?:[·/](?:극본|각본|연출|"
    r"감독))?(?: ?[:：|] ?| )(?=[가-힣A-Z])"
)
_TOLD = re.compile(r"(?:다|요|죠|까)[.!?]?[\"”’']?$")


def lines(document: Document) -> Iterator[Draft]:
    """Lines of credits without brackets: "감독 A | 출연 B, C", "연출: A / 각본: B"."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        text = document.text[sentence.start : sentence.end]
        bullet = BULLET.match(text)
        at = bullet.end() if bullet else 0
        work = document.focus[sentence.index].work
        if work is None or not _LINE.match(text, at) or _TOLD.search(text) or len(text) > _LINE_LENGTH:
            continue
        if any(m.kind == "W" for m in sentence.mentions):
            continue
        make = _maker(sentence, work, sentence.start, sentence.end, "ko/credits/line", background=True)
        inside = [m for m in sentence.mentions if m.start >= sentence.start + at]
        yield from _labelled(document.text, (sentence.start + at, sentence.end), inside, make)


def _brackets(text: str, at: int, end: int) -> tuple[int, int] | None:
    m = re.compile(r"\s?(?:시즌 ?\d|파트 ?\d)?\s?\(").match(text, at, end)
    if m is None:
        return None
    depth = 1
    for i in range(m.end(), min(end, m.end() + 300)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if depth == 0:
            return m.end(), i
    return m.end(), min(end, m.end() + 300)


def _credits(document: Document, sentence: Sentence, work: Mention, span: tuple[int, int]) -> Iterator[Draft]:
    text = document.text
    a, b = span
    labels = list(_LABEL.finditer(text, a, b))
    inside = [m for m in sentence.mentions if a <= m.start < b]
    subject = work.referent
    if subject is None:
        return
    make = _maker(sentence, subject, work.start, min(b + 1, sentence.end), "ko/credits/brackets", background=True)
    if not labels:
        yield from _unlabelled(text, a, b, inside, make)
        return
    office = (
        _OFFICE.match(text, labels[0].start(), b) if len(labels) == 1 and labels[0][1] in {"감독", "작가"} else None
    )
    if office is not None and any(m.kind == "P" and m.end + 1 == labels[0].start() for m in inside):
        # "(한지우 감독·이두리 오산)": the names behind the office are the cast
        yield from _names((a, labels[0].start()), inside, _MEANS[labels[0][1]], make, lead=False)
        yield from _names((labels[0].end(), b), inside, "cast_member", make, lead=False)
        return
    reversed_ = next((m for m in inside if m.kind in "PO" and m.start < labels[0].start()), None)
    if reversed_ is not None and _CALLED.sub("", text[a : reversed_.start]).strip() == "":
        yield from _behind_names(text, labels, inside, make)
        return
    yield from _labelled(text, span, inside, make)
    yield from _sources(text, labels, inside, make)
    for m in inside:
        if m.kind == "N":
            yield make("episodes", m.value, m)


def _sources(text: str, labels: list[re.Match[str]], inside: list[Mention], make: Any) -> Iterator[Draft]:
    """The title behind the label of a source: '가'(원작 '나')."""
    for label in labels:
        behind = [m for m in inside if m.kind == "W" and m.start >= label.end()]
        if (
            label[1] == "원작"
            and behind
            and re.fullmatch(r"[ :：]{0,3}(?:[가-힣]{2,4} )?", text[label.end() : behind[0].start])
        ):
            yield make("based_on", behind[0].referent, behind[0], relation="adaptation")


def _labelled(text: str, span: tuple[int, int], inside: list[Mention], make: Any) -> Iterator[Draft]:
    """The names behind each label of a stretch of credits."""
    a, b = span
    labels = list(_LABEL.finditer(text, a, b))
    i = 0
    while i < len(labels):
        group = [labels[i]]
        while i + 1 < len(labels) and re.fullmatch(
            r"[·/&]|\s?및\s?|과 ", text[labels[i].end() : labels[i + 1].start()]
        ):
            i += 1
            group.append(labels[i])
        stop = labels[i + 1].start() if i + 1 < len(labels) else b
        at = labels[i].end()
        for label in group:
            predicate = _MEANS.get(label[1].replace(" ", "").replace("·", ""))
            if predicate:
                yield from _names((at, stop), inside, predicate, make, lead=label[1] == "주연")
        i += 1


def _behind_names(text: str, labels: list[re.Match[str]], inside: list[Mention], make: Any) -> Iterator[Draft]:
    """Credits with the label behind the name: (A 극본, B 연출)."""
    floor = 0
    for label in labels:
        predicate = _MEANS.get(label[1].replace(" ", "").replace("·", ""))
        if predicate:
            yield from _names((floor, label.start()), inside, predicate, make, lead=label[1] == "주연")
        floor = label.end()
    del text


def _maker(sentence: Sentence, subject: Referent, start: int, end: int, rule: str, **more: Any) -> Any:
    def make(predicate: str, obj: Any, mention: Mention | None = None, **slots: str) -> Draft:
        return Draft(predicate, subject, obj, sentence, start, end, rule, slots=dict(slots), mention=mention, **more)

    return make


def _names(span: tuple[int, int], inside: list[Mention], predicate: str, make: Any, *, lead: bool) -> Iterator[Draft]:
    """The people or companies that a label governs: those in its part of the brackets."""
    kind = "O" if predicate in _ORGANISATION else "P"
    found = [m for m in inside if span[0] <= m.start < span[1] and m.kind == kind and m.referent is not None]
    for m in found:
        part = next((x for x in inside if x.kind == "C" and x.start == m.end + 1), None)
        slots = {"character": part.text} if part is not None and predicate == "cast_member" else {}
        yield make(predicate, m.referent, m, **slots, **({"billing": "lead"} if lead else {}))


def _unlabelled(text: str, a: int, b: int, inside: list[Mention], make: Any) -> Iterator[Draft]:
    inner = text[a:b].strip()
    if re.fullmatch(r"(?:19|20)\d{2}년?", inner):
        yield make("release_date", inner[:4])
        return
    for m in inside:
        if m.kind == "N":
            yield make("episodes", m.value, m)
        elif m.kind == "O" and m.referent is not None and m.referent.facts.get("kind") == "platforms":
            yield make("platform", m.referent, m)
        elif m.kind == "D":
            yield make("release_date", m, m)
    for piece in re.split(r"[·,/]", inner):
        kind = words().type_of.get(piece.strip())
        if kind:
            yield make("work_type", kind)


def profession(person: Referent) -> str:
    """What credit a person gets who is named with a work and nothing more: by the label beside the name."""
    for label, *_ in person.facts.get("labels", ()):
        if label == "씨":
            continue
        if label in _CREW:
            return _CREW[label]
        if label in _OUTSIDE:
            return ""
    return str(person.facts.get("credit", "cast_member"))
