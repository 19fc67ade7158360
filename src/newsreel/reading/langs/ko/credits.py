"""Credits in brackets, people's earlier works, and those who are named with a work and nothing more.

'달빛 정원'(극본 A, 연출 B, 제작 C); A('가' '나'); '가'로 얼굴을 알린 A; '가' '나'의 A 감독; A, B, C 등이 출연한다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import FURNITURE, HEADLINE, Mention, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.lexicon import words
from newsreel.reading.mask import kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_LABEL = re.compile(
    r"(극본|각본|대본|작가|집필|시나리오|각색|연출|감독|메가폰|공동 ?제작|제작사|제작|기획|투자·?배급|배급|제공|출연진|출연|주연|음악|촬영|크리에이터|원작|편성|방송|채널)(?=[·/:\s,은는]|$)"
)
_MEANS = {
    "극본": "screenwriter", "각본": "screenwriter", "대본": "screenwriter", "작가": "screenwriter", "집필": "screenwriter",
    "시나리오": "screenwriter", "각색": "screenwriter", "연출": "director", "감독": "director", "메가폰": "director",
    "제작사": "production_company", "제작": "production_company", "공동제작": "production_company", "배급": "distributor", "투자배급": "distributor",
    "출연": "cast_member", "출연진": "cast_member", "주연": "cast_member", "음악": "composer", "촬영": "cinematographer",
    "크리에이터": "creator", "편성": "platform", "방송": "platform", "채널": "platform",
}  # fmt: skip
_ORGANISATION = frozenset({"production_company", "distributor", "platform"})
_CREW = {"감독": "director", "PD": "director", "피디": "director", "연출": "director", "연출자": "director", "작가": "screenwriter",
         "극작가": "screenwriter", "각본가": "screenwriter", "드라마작가": "screenwriter", "영화감독": "director", "신인감독": "director", "거장": "director",
         "소설가": "novelist", "음악감독": "composer", "촬영감독": "cinematographer", "프로듀서": "producer", "제작자": "producer"}  # fmt: skip
_OUTSIDE = frozenset("기자 대표 교수 평론가 집행위원장 위원장 이사 본부장 국장 CP 무술감독 미술감독 조감독 씨".split())
_ANY = f"[{kind_char('A')}-{kind_char('Z')}]"
_NO = "[\uf000-\uf8ff]"
_W, _P = kind_char("W"), kind_char("P")
_TITLES = rf"(?:{_W}{_NO}(?:\(\d{{4}}\))?(?:\s?[,·/&]?\s?|와 |과 )?(?:(?:영화|드라마) )?)+"
_PEOPLE = rf"{_P}{_NO}(?:(?:\s?[·,]\s?|와 |과 |\s){_P}{_NO})*"
_ATTRIBUTIVE = re.compile(
    rf"({_TITLES})(?:(의 )|((?:을|를) [^{_W}{_P}.]{{0,14}}?[한은던린든쓴인] )|((?:으로|로|에서|에|등으로|등에서|을 통해|를 통해)[^{_W}{_P}.]{{0,34}}?[한은던린른진된온낸운인] ))"
    rf"((?:[^{_W}{_P}.,]{{0,10}} )?)({_PEOPLE})"
)
_CLAUSE = re.compile(
    rf"({_PEOPLE})(?: ?(?:감독|작가|PD|배우))?(?:은|는|이|가|도|로선|으로선|에게|의|씨는)? ?([^{_P}.]{{0,40}}?)({_TITLES})((?:에서|에|으로|로|을|를|에 이어|이후|뒤|등)[^{_P}.]{{0,30}})"
)
_WROTE = re.compile(r"쓴|집필|각본|극본|대본|각색")
_DIRECTED = re.compile(r"연출|감독|메가폰|찍은|만든|만들")


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
    make = _maker(sentence, subject, work.start, b + 1, "ko/credits/brackets")
    if not labels:
        yield from _unlabelled(text, a, b, inside, make)
        return
    i = 0
    while i < len(labels):
        group = [labels[i]]
        while i + 1 < len(labels) and re.fullmatch(r"[·/&]|\s?및\s?|과 ", text[labels[i].end() : labels[i + 1].start()]):
            i += 1
            group.append(labels[i])
        stop = labels[i + 1].start() if i + 1 < len(labels) else b
        at = labels[i].end()
        for label in group:
            predicate = _MEANS.get(label[1].replace(" ", "").replace("·", ""))
            if predicate:
                yield from _names(text, at, stop, inside, predicate, make, lead=label[1] == "주연")
        i += 1
    for m in inside:
        if m.kind == "N":
            yield make("episodes", m.value, m)


def _maker(sentence: Sentence, subject: Referent, start: int, end: int, rule: str, **more: Any) -> Any:
    def make(predicate: str, obj: Any, mention: Mention | None = None, **slots: str) -> Draft:
        return Draft(predicate, subject, obj, sentence, start, end, rule, slots=dict(slots), mention=mention, **more)

    return make


def _names(  # noqa: PLR0913 - what a label governs
    text: str, at: int, stop: int, inside: list[Mention], predicate: str, make: Any, *, lead: bool
) -> Iterator[Draft]:
    kind = "O" if predicate in _ORGANISATION else "P"
    found = [m for m in inside if at <= m.start < stop and m.kind == kind and m.referent is not None]
    for m in found:
        yield make(predicate, m.referent, m, **({"billing": "lead"} if lead else {}))


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


def profession(document: Document, person: Referent) -> str:
    """What credit a person gets who is named with a work and nothing more: by the label beside the name."""
    for label, *_ in person.facts.get("labels", ()):
        if label in _CREW:
            return _CREW[label]
        if label in _OUTSIDE:
            return ""
    return str(person.facts.get("credit", "cast_member"))


def background(document: Document) -> Iterator[Draft]:
    """Earlier works: '가'로 얼굴을 알린 A; '가' '나'의 A 감독; A('가' '나'); A는 '가'에서 …."""
    for sentence in document.sentences:
        if sentence.zone in {FURNITURE} or sentence.masked is None:
            continue
        masked = sentence.masked
        done: set[tuple[int, int]] = set()
        for m in _ATTRIBUTIVE.finditer(masked.text):
            if m[3] and re.search(r"(?:통해|위해|보고|두고|앞둔|함께한|향한|원작으로|바탕으로)", m[3]):
                continue
            link = m[3] or m[4] or ""
            for draft in _pairs(document, sentence, m[1], m[6], m.start(), m.end(), link, "ko/credits/earlier-work"):
                done.add((id(draft.subject), id(draft.object)))
                yield draft
        for m in re.finditer(rf"({_P}{_NO})\(((?:[^()]|\(\d{{4}}\))*{_W}{_NO}[^()]*(?:\(\d{{4}}\))?[^()]*)\)", masked.text):
            yield from _pairs(document, sentence, m[2], m[1], m.start(), m.end(), "", "ko/credits/works-in-brackets")
        for m in _CLAUSE.finditer(masked.text):
            link = m[2] + m[4]
            if re.search(r"원작|바탕|후속|리메이크|밝혔|전했|보도", link):
                continue
            for draft in _pairs(document, sentence, m[3], m[1], m.start(), m.end(), link, "ko/credits/in-a-work"):
                if (id(draft.subject), id(draft.object)) not in done:
                    yield draft


def _pairs(  # noqa: PLR0913 - what a match holds
    document: Document, sentence: Sentence, titles: str, people: str, start: int, end: int, link: str, rule: str
) -> Iterator[Draft]:
    masked = sentence.masked
    assert masked is not None
    focus = document.focus[sentence.index].work
    for work in masked.mentions_in(titles):
        if work.kind != "W" or work.referent is None:
            continue
        for person in masked.mentions_in(people):
            if person.kind != "P" or person.referent is None:
                continue
            predicate = profession(document, person.referent)
            if predicate == "screenwriter" and _DIRECTED.search(link):
                predicate = "director"
            elif predicate in {"director", "cast_member"} and _WROTE.search(link):
                predicate = "screenwriter"
            elif predicate == "cast_member" and _DIRECTED.search(link) and "찍" not in link:
                predicate = "director"
            if not predicate or predicate == "novelist":
                continue
            if work.referent.facts.get("type") in {"book", "webtoon", "manga"}:
                predicate = "creator"
            billing = {"billing": "lead"} if predicate == "cast_member" and "주연" in link else {}
            yield Draft(
                predicate,
                work.referent,
                person.referent,
                sentence,
                masked.position(start),
                masked.position(end, end=True),
                rule,
                slots=billing,
                background=work.referent is not focus,
                mention=person,
            )


_NOT_CAST = re.compile(
    r"^(?: ?(?:기자|대표|측|소속사|팬|평론가|위원장|조감독|감독|작가|PD|피디|CP|국장|본부장|무술감독|미술감독|음악감독|촬영감독|관계자|쪽|집행위원장|교수|의원|시장|PD)|의 (?:소속사|팬|아내|남편|딸|아들|아버지|어머니|절친))"
)


def named(document: Document, drafts: list[Draft]) -> Iterator[Draft]:
    """Actors named where a work is spoken of, without more: the cast that a report lists."""
    credited = {id(d.object) for d in drafts if isinstance(d.object, Referent) and d.object.kind == "person" and not d.background}
    elsewhere = {
        (id(d.object), d.sentence.index) for d in drafts if isinstance(d.object, Referent) and d.object.kind == "person"
    }
    for sentence in document.sentences:
        if sentence.zone in {FURNITURE, HEADLINE} or sentence.masked is None:
            continue
        work = document.focus[sentence.index].work
        if work is None or work.facts.get("type") in {"book", "webtoon", "manga"}:
            continue
        for mention in sentence.mentions:
            person = mention.referent
            if mention.kind != "P" or person is None or id(person) in credited or mention.indirect:
                continue
            if not person.facts.get("sure") and "in a row with names" not in mention.reasons:
                continue
            if profession(document, person) != "cast_member" or _NOT_CAST.match(document.text[mention.end : mention.end + 12]):
                continue
            if (id(person), sentence.index) in elsewhere:
                continue
            credited.add(id(person))
            yield Draft("cast_member", work, person, sentence, mention.start, mention.end, "ko/cast/named-with", mention=mention)
