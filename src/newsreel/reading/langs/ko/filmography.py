"""Earlier works: '가'로 얼굴을 알린 A; '가' '나'의 A 감독; A('가' '나'); A는 '가'에서 …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, Mention, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.creditlines import C, P, W, profession
from newsreel.reading.mask import kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence


_N = "".join(chr(0xAC00 + i) for i in range(4, 11172, 28))  # syllables that close with ㄴ: adnominal endings
_ANY = f"[{kind_char('A')}-{kind_char('Z')}]"
_NO = "[\uf000-\uf8ff]"
_TITLES = rf"(?:{W}{_NO}(?:\(\d{{4}}\))?(?:\s?[,·/&]?\s?|와 |과 )?(?:(?:영화|드라마) )?)+"
_PEOPLE = rf"{P}{_NO}(?:(?: ?(?:감독|작가|PD|배우))?(?:\s?[·,]\s?|와 |과 |\s){P}{_NO})*"
_ATTRIBUTIVE = re.compile(
    rf"({_TITLES})(?:((?: 등)?(?:의)? ?(?={P}{_NO} ?(?:감독|작가|PD))|(?: ?등)?의 )|"
    rf"( ?등 [^{W}{P}{C}.]{{0,60}}?[{_N}던] |"
    rf"(?: ?등)?(?:을|를| 각본을| 극본을| 대본을| 연출을) [^{W}{P}{C}.]{{0,14}}?[{_N}던] )|"
    rf"((?: ?등)?(?:으로|로|에서|에|을 통해|를 통해)(?!는 |도 |만 |[은는] )[^{W}{P}{C}.]{{0,34}}?[{_N}던] ))"
    rf"((?:[^{W}{P}.,]{{0,10}} )?)({_PEOPLE})"
)
_NO_FILMOGRAPHY = re.compile(
    r"^(?:\([^)]*\))?(?: ?등)?(?:의|가|이|을|를)? ?(?:후속|속편|시청률|OST|관객|흥행|뒤를 잇|뒤이어|바통|"
    r"제작사|제작진|원작자|종영|방영 후|세계관|리메이크|한국판|"
    r"일본판|이 끝난|가 끝난|다음)|^(?:을|를) (?:원작|바탕|밑그림|각색|드라마|영화화|리메이크|다시)|^(?:이|가|"
    r"을|를|의) (?:[^.]{0,12})?(?:원작|바탕|뿌리)"
)
_CAREER = re.compile(
    r"^에서|장편|번째|잇는|출연|거쳐|거쳤|거친|얼굴|이름|주연|맡|연기|활약|이후|뒤|데뷔|찍|연출|쓴|썼|사랑|"
    r"만난|만나|만났|호흡|눈도장|함께|작품|전작|영화다|드라마다|배우|나온|나왔|나오|"
    r"때도|만든|만들|집필|주목|인기|시절|스크린|안방|각본|조감독|이어|선보|감독"
)
_ALONE = re.compile(
    r"출연|거쳐|거쳤|거친|얼굴|이름을|주연|맡[은았아]|연기[를한했로]|활약|이후|뒤로|데뷔|찍[은을었고]|썼|쓴|"
    r"사랑받|만난|만났|눈도장|나온|나왔|집필|주목받|인기를|때도|그 배우|그의|의 그 |"
    r"끝내고|마치고|마친|연출한|휘어잡|낯익"
)
_HE = re.compile(r"(?:그는|그녀는|고인은|그가|그녀가|고인이|그의|배우는)")
_PLAYED = re.compile(
    rf"({_PEOPLE})(?: ?(?:감독|작가|PD))?(?:이|가) ([^{W}{P}.]{{0,14}}?(?:출연|맡|주연|나오|나온|연기|활약|"
    rf"호흡|연출|쓰|쓴|찍|만든|만들|"
    rf"집필)[^{W}{P}.,]{{0,6}}) (?:[^{W}{P}.,]{{0,14}} )?({_TITLES})"
)
_LAST = re.compile(
    rf"(?:유작|차기작|복귀작|최근작|첫 작품|마지막 작품|마지막 출연작)(?:은|인|으로) [^{P}{W}.]{{0,20}}({W}{_NO})"
)
_BOTH = re.compile(r"(?:^|[ ,(])(?:둘|두 사람|두 배우|두 스타|두 주연)(?:은|이|의|도|에게|,)")
_WROTE = re.compile(r"쓴|집필|각본|극본|대본|각색")
_DIRECTED = re.compile(r"연출|감독|메가폰|찍은|만든|만들")


def owned_people(sentence: Sentence) -> Iterator[Mention]:
    """Names that stand as the owners of titles: '가'로 얼굴을 알린 A, A('가'), '가'의 A 감독."""
    masked = sentence.masked
    if masked is None:
        return
    for m in _ATTRIBUTIVE.finditer(masked.text):
        if m[3] or m[4]:
            yield from (x for x in masked.mentions_in(m[6]) if x.kind == "P")
    for m in re.finditer(rf"({P}{_NO})\({W}", masked.text):
        yield from masked.mentions_in(m[1])


def prior_works(sentence: Sentence) -> Iterator[int]:
    """Where titles stand that an adnominal clause ties to a person: '가'로 이름을 알린 A."""
    masked = sentence.masked
    if masked is None:
        return
    for m in _ATTRIBUTIVE.finditer(masked.text):
        if m[3] or m[4]:
            yield from (x.start for x in masked.mentions_in(m[1]) if x.kind == "W")


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
        for m in _PLAYED.finditer(masked.text):
            for draft in _pairs(document, sentence, m[3], m[1], m.start(), m.end(), m[2], "ko/credits/made-by"):
                done.add((id(draft.subject), id(draft.object)))
                yield draft
        for m in _LAST.finditer(masked.text):
            named_here = [x.referent for x in masked.mentions_in(masked.text[: m.start()]) if x.kind == "P"]
            person = (
                named_here[-1] if named_here else document.notes.get("hero") or document.focus[sentence.index].person
            )
            if person is not None and profession(document, person) == "cast_member":
                works = [x.referent for x in masked.mentions_in(m[1]) if x.kind == "W" and x.referent is not None]
                yield from _credit(document, sentence, works, [person], m.start(), m.end(), "", "ko/credits/last-work")
        for m in re.finditer(
            rf"({P}{_NO})\(((?:[^()]|\(\d{{4}}\))*{W}{_NO}[^()]*(?:\(\d{{4}}\))?[^()]*)\)", masked.text
        ):
            yield from _pairs(document, sentence, m[2], m[1], m.start(), m.end(), "", "ko/credits/works-in-brackets")
        yield from _owned(document, sentence, done)


def _owned(document: Document, sentence: Sentence, done: set[tuple[int, int]]) -> Iterator[Draft]:
    """Works that belong to the person spoken of: A는 '가'에서 …; (그는) '가' '나' 등에 나왔다."""
    masked = sentence.masked
    assert masked is not None
    focus = document.focus[sentence.index]
    for m in re.finditer(_TITLES, masked.text):
        row = [w for w in masked.mentions_in(m[0]) if w.kind == "W" and w.referent is not None]
        works = row if any(w.referent is not focus.work for w in row) else []
        right = re.sub(r"^\([^)]*\)?", "", masked.text[m.end() : m.end() + 60])
        if re.match(rf"(?:을|를) [^{P}]{{0,16}}[한은든] [^{P}]{{0,12}}{kind_char('O')}", right):
            continue
        if re.search(r"조감독|스크립터|제작부|스태프", right[:24]) or re.search(
            rf"[{kind_char('O')}]{_NO}(?:가|이) [^{P}]*$", masked.text[: m.start()]
        ):
            continue
        if not works or _NO_FILMOGRAPHY.match(right) or any(id(w.referent) in {i for i, _ in done} for w in works):
            continue
        if re.search(r"(?:원작|바탕|후속|원작인|리메이크한?) ?$", masked.text[max(0, m.start() - 8) : m.start()]):
            continue
        if re.match(
            rf"[^{P}{W},]{{0,40}}?[한은는던끈른낸준린] (?:[^{P}{W},]{{0,14}} )?{P}{_NO}(?:은|는|이|가|과|와)",
            right,
        ):
            continue
        right = re.split(rf"[{P}{W}]", right)[0]
        before = masked.text[: m.start()]
        owners = _owners(sentence, before)
        if _BOTH.search(before) and len(focus.people) > 1:
            owners = list(focus.people[-2:])
        if not owners and focus.person is not None and _ALONE.search(right):
            if not re.search(rf"{P}", masked.text[: m.start()]):
                owners = [document.notes.get("hero") or focus.person]
        elif (
            not owners
            and focus.person is not None
            and len(re.sub(rf"{_ANY}{_NO}", "", masked.text).strip()) <= 12
            and sentence.zone != HEADLINE
        ):
            owners = [focus.person]
        elif not owners and _HE.search(before) and document.notes.get("hero") is not None:
            owners = [document.notes["hero"]]
        elif owners and not (_CAREER.search(right) or _CAREER.search(masked.text[m.end() :])):
            continue
        for person in owners:
            for draft in _credit(
                document,
                sentence,
                [w.referent for w in works if w.referent is not None],
                [person],
                m.start(),
                m.end(),
                right[:34],
                "ko/credits/in-a-work",
            ):
                yield draft


def _owners(sentence: Sentence, before: str) -> list[Referent]:
    """The people whom the words before a title make its owners: the last with a particle of the subject, and its row."""
    subjects = list(
        re.finditer(
            rf"({_PEOPLE})(?: ?(?:감독|작가|PD|배우|씨))?(은|는|이|가|도|로선|으로선|의|에게는|과|와|,)?(?= )", before
        )
    )
    if not subjects:
        return []
    topical = [m for m in subjects if m[2] in {"은", "는", "이", "가", "도", "로선", "으로선", "에게는"}]
    topical = topical or [m for m in subjects if m[2] == "의"]
    chosen = (topical or subjects)[-1]
    if W in before[chosen.end() :] and not re.fullmatch(rf"[^.]*{W}[^.]*", before[chosen.end() :]):
        return []
    return [m.referent for m in sentence.masked.mentions_in(chosen[1]) if m.kind == "P" and m.referent is not None]  # type: ignore[union-attr]


def _credit(  # noqa: PLR0913 - what a match holds
    document: Document,
    sentence: Sentence,
    works: list[Referent],
    people: list[Referent],
    start: int,
    end: int,
    link: str,
    rule: str,
) -> Iterator[Draft]:
    masked = sentence.masked
    assert masked is not None
    focus = document.focus[sentence.index].work
    for work in works:
        for person in people:
            predicate = _predicate(document, work, person, link)
            if predicate:
                billing = {"billing": "lead"} if predicate == "cast_member" and "주연" in link else {}
                yield Draft(
                    predicate,
                    work,
                    person,
                    sentence,
                    masked.position(start),
                    masked.position(end, end=True),
                    rule,
                    slots=billing,
                    background=work is not focus,
                )


def _predicate(document: Document, work: Referent, person: Referent, link: str) -> str:
    predicate = profession(document, person)
    if predicate == "screenwriter" and _DIRECTED.search(link) and not re.search("만든|만들", link):
        predicate = "director"
    elif predicate in {"director", "cast_member"} and _WROTE.search(link):
        predicate = "screenwriter"
    elif predicate == "cast_member" and _DIRECTED.search(link) and "찍" not in link:
        predicate = "director"
    if predicate == "novelist" or work.facts.get("type") in {"book", "webtoon", "manga"}:
        return "creator" if predicate in {"novelist", "screenwriter", "creator"} else ""
    return predicate


def _pairs(  # noqa: PLR0913 - what a match holds
    document: Document, sentence: Sentence, titles: str, people: str, start: int, end: int, link: str, rule: str
) -> Iterator[Draft]:
    masked = sentence.masked
    assert masked is not None
    works = [m.referent for m in masked.mentions_in(titles) if m.kind == "W" and m.referent is not None]
    persons = [m.referent for m in masked.mentions_in(people) if m.kind == "P" and m.referent is not None]
    yield from _credit(document, sentence, works, persons, start, end, link, rule)
