"""Credits in brackets, people's earlier works, and those who are named with a work and nothing more.

'달빛 정원'(극본 A, 연출 B, 제작 C); A('가' '나'); '가'로 얼굴을 알린 A; '가' '나'의 A 감독; A, B, C 등이 출연한다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import FURNITURE, HEADLINE, Mention, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import attribution
from newsreel.reading.langs.ko.lexicon import alternation, words
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
_N = "".join(chr(0xAC00 + i) for i in range(4, 11172, 28))  # syllables that close with ㄴ: adnominal endings
_ANY = f"[{kind_char('A')}-{kind_char('Z')}]"
_NO = "[\uf000-\uf8ff]"
_W, _P, _C = kind_char("W"), kind_char("P"), kind_char("C")
_TITLES = rf"(?:{_W}{_NO}(?:\(\d{{4}}\))?(?:\s?[,·/&]?\s?|와 |과 )?(?:(?:영화|드라마) )?)+"
_PEOPLE = rf"{_P}{_NO}(?:(?: ?(?:감독|작가|PD|배우))?(?:\s?[·,]\s?|와 |과 |\s){_P}{_NO})*"
_ATTRIBUTIVE = re.compile(
    rf"({_TITLES})(?:((?: 등)?(?:의)? ?(?={_P}{_NO} ?(?:감독|작가|PD))|(?: ?등)?의 )|( ?등 [^{_W}{_P}{_C}.]{{0,60}}?[{_N}던] |(?: ?등)?(?:을|를| 각본을| 극본을| 대본을| 연출을) [^{_W}{_P}{_C}.]{{0,14}}?[{_N}던] )|"
    rf"((?: ?등)?(?:으로|로|에서|에|을 통해|를 통해)(?!는 |도 |만 |[은는] )[^{_W}{_P}{_C}.]{{0,34}}?[{_N}던] ))"
    rf"((?:[^{_W}{_P}.,]{{0,10}} )?)({_PEOPLE})"
)
_FILMOGRAPHY = re.compile(
    r"^(?:\([^)]{1,14}\))?(?: 시즌 ?\d)?(?: ?등(?:의 [가-힣]{2,6})?)?(?:에서는?|에|에도|으로|로|을|를|까지|과|와|의|이|가|은|는|도)? ?(?!후속|시청률|OST|관객|흥행)"
)
_NO_FILMOGRAPHY = re.compile(
    r"^(?:\([^)]*\))?(?: ?등)?(?:의|가|이|을|를)? ?(?:후속|속편|시청률|OST|관객|흥행|뒤를 잇|뒤이어|바통|제작사|제작진|원작자|종영|방영 후|세계관|리메이크|한국판|일본판|이 끝난|가 끝난|다음)|^(?:을|를) (?:원작|바탕|밑그림|각색|드라마|영화화|리메이크|다시)|^(?:이|가|을|를|의) (?:[^.]{0,12})?(?:원작|바탕|뿌리)"
)
_CAREER = re.compile(
    r"^에서|장편|번째|잇는|출연|거쳐|거쳤|거친|얼굴|이름|주연|맡|연기|활약|이후|뒤|데뷔|찍|연출|쓴|썼|사랑|만난|만나|만났|호흡|눈도장|함께|작품|전작|영화다|드라마다|배우|나온|나왔|나오|때도|만든|만들|집필|주목|인기|시절|스크린|안방|각본|조감독|이어|선보|감독"
)
_ALONE = re.compile(
    r"출연|거쳐|거쳤|거친|얼굴|이름을|주연|맡[은았아]|연기[를한했로]|활약|이후|뒤로|데뷔|찍[은을었고]|썼|쓴|사랑받|만난|만났|눈도장|나온|나왔|집필|주목받|인기를|때도|그 배우|그의|의 그 |끝내고|마치고|마친|연출한|휘어잡|낯익"
)
_HE = re.compile(r"(?:그는|그녀는|고인은|그가|그녀가|고인이|그의|배우는)")
_PLAYED = re.compile(
    rf"({_PEOPLE})(?: ?(?:감독|작가|PD))?(?:이|가) ([^{_W}{_P}.]{{0,14}}?(?:출연|맡|주연|나오|나온|연기|활약|호흡|연출|쓰|쓴|찍|만든|만들|집필)[^{_W}{_P}.,]{{0,6}}) (?:[^{_W}{_P}.,]{{0,14}} )?({_TITLES})"
)
_LAST = re.compile(
    rf"(?:유작|차기작|복귀작|최근작|첫 작품|마지막 작품|마지막 출연작)(?:은|인|으로) [^{_P}{_W}.]{{0,20}}({_W}{_NO})"
)
_BOTH = re.compile(r"(?:^|[ ,(])(?:둘|두 사람|두 배우|두 스타|두 주연)(?:은|이|의|도|에게|,)")
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
    make = _maker(sentence, subject, work.start, b + 1, "ko/credits/brackets", background=True)
    if not labels:
        yield from _unlabelled(text, a, b, inside, make)
        return
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


def owned_people(sentence: Sentence) -> Iterator[Mention]:
    """Names that stand as the owners of titles: '가'로 얼굴을 알린 A, A('가'), '가'의 A 감독."""
    masked = sentence.masked
    if masked is None:
        return
    for m in _ATTRIBUTIVE.finditer(masked.text):
        if m[3] or m[4]:
            yield from (x for x in masked.mentions_in(m[6]) if x.kind == "P")
    for m in re.finditer(rf"({_P}{_NO})\({_W}", masked.text):
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
            rf"({_P}{_NO})\(((?:[^()]|\(\d{{4}}\))*{_W}{_NO}[^()]*(?:\(\d{{4}}\))?[^()]*)\)", masked.text
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
        if re.match(rf"(?:을|를) [^{_P}]{{0,16}}[한은든] [^{_P}]{{0,12}}{kind_char('O')}", right):
            continue
        if re.search(r"조감독|스크립터|제작부|스태프", right[:24]) or re.search(
            rf"[{kind_char('O')}]{_NO}(?:가|이) [^{_P}]*$", masked.text[: m.start()]
        ):
            continue
        if not works or _NO_FILMOGRAPHY.match(right) or any(id(w.referent) in {i for i, _ in done} for w in works):
            continue
        if re.search(r"(?:원작|바탕|후속|원작인|리메이크한?) ?$", masked.text[max(0, m.start() - 8) : m.start()]):
            continue
        if re.match(
            rf"[^{_P}{_W},]{{0,40}}?[한은는던끈른낸준린] (?:[^{_P}{_W},]{{0,14}} )?{_P}{_NO}(?:은|는|이|가|과|와)",
            right,
        ):
            continue
        right = re.split(rf"[{_P}{_W}]", right)[0]
        before = masked.text[: m.start()]
        owners = _owners(sentence, before)
        if _BOTH.search(before) and len(focus.people) > 1:
            owners = list(focus.people[-2:])
        if not owners and focus.person is not None and _ALONE.search(right):
            if not re.search(rf"{_P}", masked.text[: m.start()]):
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
    if _W in before[chosen.end() :] and not re.fullmatch(rf"[^.]*{_W}[^.]*", before[chosen.end() :]):
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


_NOT_CAST = re.compile(
    r"^(?: ?(?:기자|대표|측|소속사|팬|평론가|위원장|조감독|감독|작가|PD|피디|CP|국장|본부장|무술감독|미술감독|음악감독|촬영감독|관계자|쪽|집행위원장|교수|의원|시장|PD)|(?:은|는|와는|과는)? ?동명이인|의 (?:소속사|팬|아내|남편|딸|아들|아버지|어머니|절친))"
)


_ACTING = re.compile(
    r"하차|거절|고사|제안|검토|물망|출연|합류|나온|나오|호흡|함께|가세|캐스팅|라인업|등장|연기|뭉|활약|낙점|이름을 올|주연|배우|나와|나섰|나선|역할|배역|얼굴|승선|탑승|출격|맡|데뷔|복귀|컴백|돌아오|돌아온"
)
_OUTSIDE_BEFORE = re.compile(rf"(?:{alternation(words().data['outside_before'])}) ?$")


_ASIDE = frozenset({"ko/credits/works-in-brackets", "ko/credits/earlier-work"})


# "A와 B의 조합이 인상적인 '가'", "A 등 배우들을 내세운 '가'": whose modifier runs up to the title.
_MODIFIES = re.compile(
    rf"^[^{_W}.!?]{{0,60}}(?:내세운|인상적인|뭉친|호흡을 맞춘|나오는|출연하는|출연한|주연한|이끄는|만난|기대되는) [^,.]{{0,20}}$"
)
_IN_WORK = re.compile(r"^(?:\([^()]{0,20}\))?(?: 시즌 ?\d)?(?:에서|에선)(?:는|도)? ")


def _set_in(document: Document, sentence: Sentence, mention: Mention, focus: Referent) -> Referent | None:
    """The other work in which the sentence puts a person: "'가'에서 A와 호흡을 맞췄다"."""
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    before = [m for m in works if m.end < mention.start]
    after = [m for m in works if m.start > mention.end]
    led = _MODIFIES.search(document.text[mention.end : after[0].start]) if after else None
    if led and after[0].referent is not focus and any(m.referent is focus for m in works):
        return after[0].referent
    if not before or before[-1].referent in {None, focus}:
        return None
    return before[-1].referent if _IN_WORK.match(document.text[before[-1].end : before[-1].end + 34]) else None


def named(document: Document, drafts: list[Draft]) -> Iterator[Draft]:
    """People named where a work is spoken of, without more: actors are its cast, a director or writer its own."""
    credited = {
        id(d.object)
        for d in drafts
        if isinstance(d.object, Referent)
        and d.object.kind == "person"
        and (not d.background or d.subject is document.main_work)
    }
    elsewhere = {
        (id(d.object), d.sentence.index)
        for d in drafts
        if isinstance(d.object, Referent) and d.object.kind == "person" and d.rule not in _ASIDE
    }
    crew = {(id(d.subject), d.predicate) for d in drafts}
    authors = {id(d.object) for d in drafts if d.predicate == "creator"}
    parts = {d.slots["character"] for d in drafts if d.slots.get("character")}
    for sentence in document.sentences:
        if sentence.zone in {FURNITURE, HEADLINE} or sentence.masked is None:
            continue
        work = document.focus[sentence.index].work
        if work is None or work.facts.get("type") in {"book", "webtoon", "manga"}:
            continue
        people = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        voiced = any(c.by or c.status in {"considering", "denied"} for c in attribution.cues(document, sentence))
        text = document.text[sentence.start : sentence.end]
        for mention in people:
            person = mention.referent
            if (
                person is None
                or (id(person) in credited and not voiced)
                or (mention.text in parts and not person.facts.get("label"))
                or (mention.indirect and "감독" not in mention.text)
            ):
                continue
            if work_here := _set_in(document, sentence, mention, work):
                if profession(document, person) == "cast_member" and (id(person), sentence.index) not in elsewhere:
                    yield Draft(
                        "cast_member",
                        work_here,
                        person,
                        sentence,
                        mention.start,
                        mention.end,
                        "ko/named-with/other-work",
                        background=True,
                    )
                continue
            if _OUTSIDE_BEFORE.search(document.text[max(sentence.start, mention.start - 8) : mention.start]):
                continue
            predicate = profession(document, person)
            if predicate == "screenwriter" and id(person) in authors:
                continue
            if predicate == "cast_member":
                sure = person.facts.get("sure") or len({id(m.referent) for m in people}) > 1 or _ACTING.search(text)
                if (
                    not sure
                    or (not voiced and _NOT_CAST.match(document.text[mention.end : mention.end + 12]))
                    or (id(person), sentence.index) in elsewhere
                ):
                    continue
            elif predicate not in {"director", "screenwriter"} or (id(work), predicate) in crew:
                continue
            credited.add(id(person))
            yield Draft(
                predicate,
                work,
                person,
                sentence,
                mention.start,
                mention.end,
                f"ko/named-with/{predicate}",
                mention=mention,
            )
