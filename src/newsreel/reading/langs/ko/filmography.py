"""Earlier works: '가'로 얼굴을 알린 A; '가' '나'의 A 감독; A('가' '나'); A는 '가'에서 …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, Mention, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.creditlines import C, P, W, profession
from newsreel.reading.langs.ko.lexicon import names
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.mask import Masked


_N = "".join(chr(0xAC00 + i) for i in range(4, 11172, 28))  # syllables that close with ㄴ: adnominal endings
_ANY = f"[{kind_char('A')}-{kind_char('Z')}]"
_NO = NUMBER_CLASS
_O = kind_char("O")
_THEN = (
    r"(?:(?:그리고|이어) )?(?:(?:최근|올해|지난해|현재) )?(?:(?:방영된|개봉한|종영한|방영 중인) )?"
    r"(?:(?:영화|드라마|예능) )?"
)
_TITLES = rf"(?:{W}{_NO}(?:\(\d{{4}}\))?(?:(?:와|과) (?={_THEN}{W})|\s?[,·/&]?\s?)?{_THEN})+"
_AGED = r"(?:\(\d\d세?\))?"
_PEOPLE = rf"{P}{_NO}{_AGED}(?:(?: ?(?:감독|작가|PD|배우))?(?:\s?[·,]\s?|와 |과 |\s){P}{_NO}{_AGED})*"
_ATTRIBUTIVE = re.compile(
    rf"({_TITLES})(?:((?: 등)?(?:의)? ?(?={P}{_NO} ?(?:감독|작가|PD))|(?: ?등)?의 )|"
    rf"( ?등 [^{W}{P}{C}.]{{0,60}}?[{_N}던] |"
    rf"(?: ?등)?(?:을|를) 거쳐 [^{W}{P}{C}.]{{0,30}}?[{_N}던] |"
    rf"(?: ?등)?(?: 이후| 이래| 뒤로?| 뒤)(?:에)? [^{W}{P}{C}.]{{0,34}}?[{_N}] |"
    rf"(?: ?등)?(?:을|를| 각본을| 극본을| 대본을| 시나리오를| 연출을|의 (?:각본|극본|대본|"
    rf"시나리오)을) [^{W}{P}{C}.]{{0,14}}?[{_N}던] )|"
    rf"((?: ?등)?(?:의 (?:단편|장편|단편영화|독립영화|영화|드라마|작품)(?:들)?)?"
    rf"(?:으로|로|에서|에|을 통해|를 통해|까지)(?!는 |도 |만 |[은는] )[^{W}{P}{C}.]{{0,34}}?[{_N}던] ))"
    rf"((?:[^{W}{P}.,]{{0,10}} )?)({_PEOPLE})(?!(?:이|가) (?:된|되|돼)|(?:으로|로) (?:분|변신)|(?:을|"
    rf"를) (?:연기|맡))"
)
_TIED = re.compile(
    rf"({_TITLES})(?:의)? ?((?:촬영|개봉|공개|출연)(?:을|를|에)? [^{W}{P}{C}.,]{{0,20}}?[{_N}] )(?:배우 )?({_PEOPLE})"
)
_NO_FILMOGRAPHY = re.compile(
    r"^의 [가-힣]{2,6} 출신|^ ?팀의 |^(?:\([^)]*\))?(?: ?등)?(?:의|가|이|을|를)? ?(?:후속|속편|시청률|OST|관객|흥행|"
    r"뒤를 잇|뒤이어|바통|"
    r"제작사|제작진|원작자|종영|방영 후|세계관|리메이크|한국판|"
    r"일본판|이 끝난|가 끝난|다음)|^(?:을|를) (?:원작|바탕|밑그림|각색|드라마|영화화|리메이크|다시)|^(?:이|가|"
    r"을|를|의) (?:[^.]{0,12})?(?:원작|바탕|뿌리)"
)
_CAREER = re.compile(
    r"^에서|장편|번째|안면|인연|잇는|출연|거쳐|거쳤|거친|얼굴|이름|주연|맡|연기|활약|이후|뒤|데뷔|찍|연출|쓴|썼|사랑|"
    r"만난|만나|만났|호흡|호평|인정|연출력|필력|눈도장|함께|작품|전작|영화다|드라마다|배우|나온|나왔|나오|"
    r"때도|살았|살아온|지냈|만든|만들|집필|주목|인기|시절|스크린|안방|각본|조감독|이어|선보|감독"
)
_ALONE = re.compile(
    r"출연|거쳐|거쳤|거친|얼굴|이름을|주연|맡[은았아]|연기[를한했로]|활약|이후|뒤로|데뷔|찍[은을었고]|썼|쓴|"
    r"사랑받|만난|만났|눈도장|나온|나왔|집필|주목받|인기를|때도|그 배우|그의|의 그 |"
    r"끝내고|마치고|마친|연출한|휘어잡|낯익|만들었|곰상|사자상|종려상|(?:감독|각본|작품|주연|조연|신인|최우수|"
    r"심사위원)상|대상"
)
_HE = re.compile(r"(?:그는|그녀는|고인은|그가|그녀가|고인이|그의|배우는)")
# "'가' 이후 한지우 감독은 …": whose title it is stands behind.
_SINCE = re.compile(
    rf" ?(?:이후|이래|뒤로?|다음)(?:로)?,? (?:(?P<who>{P}{_NO})|[가-힣](?= (?:감독|작가|PD)))(?: ?(?:감독|작가|PD|"
    rf"배우))?(?:은|는|이|"
    rf"가) "
)
# "'가'와 '나'로 관객을 모은 그는": titles of whoever is spoken of.
_HIS = re.compile(
    rf"(?: ?등)?(?:으로|로|에서|을|를|에|까지|의)(?!는 |"
    rf"도 ) ?[^{W}{P}.]{{0,40}}?[{_N}던] (?:[가-힣]{{2,6}} )?그(?:는|가|의|녀는|녀가|녀의|에게)[ ,]"
)
_PLAYED = re.compile(
    rf"({_PEOPLE})(?: ?(?:감독|작가|PD))?(?:이|가) ([^{W}{P}.]{{0,14}}?(?:출연|맡|주연|나오|나온|연기|활약|"
    rf"호흡|연출|쓰|쓴|찍|만든|만들|"
    rf"집필)[^{W}{P}.,]{{0,6}}(?<=[{_N}던])) (?:[^{W}{P}.,]{{0,14}} )?({_TITLES})"
    rf"(?!(?:을|를) [^{W}{P}.]{{0,10}}[{_N}] {P})"
)
_LAST = re.compile(
    rf"(?:유작|차기작|복귀작|최근작|첫 작품|마지막 작품|마지막 출연작)(?:은|인|"
    rf"으로) [^{P}{W}.]{{0,20}}(?:{P}{_NO} ?(?:감독|작가|"
    rf"PD)?의 [^{P}{W}.]{{0,16}})?({W}{_NO})"
)
_BOTH = re.compile(r"(?:^|[ ,(])(?:둘|두 사람|두 배우|두 스타|두 주연)(?:은|이|의|도|에게|,)")
_OTHERWISE = re.compile(r"(?:통해|위해|보고|두고|앞둔|함께한|향한|원작으로|바탕으로)")
_ASSISTED = re.compile(r"조감독|조연출|스크립터|연출부|제작부|스태프")
_IN_BRACKETS = re.compile(rf"({P}{_NO})\(((?:[^()]|\(\d{{4}}\))*{W}{_NO}[^()]*(?:\(\d{{4}}\))?[^()]*)\)")
# A clause before a name that is its subject: "'가'에서 오산을 맡았던 한지우는".
_NAMED_BEHIND = re.compile(
    rf"[^{P},]{{0,80}}?[{_N}던] (?:[^{P}{W},]{{0,14}} )?{P}{_NO}(?: ?(?:감독|작가|PD)의|은|는|이|"
    rf"가|과|와)|"
    r"[^,]{0,4}에서 (?:활약|열연|출연)한 (?!바|적|경험|이력|뒤|후|덕|배우|인물|작품)[가-힣]{2,4}[이가은는] "
)
_CREDITED = re.compile(rf"\({_PEOPLE} ?(?:감독|작가|작|연출|극본|PD)\)")  # '가(한지우 감독)'
_SAME_MAKER = re.compile(r"같은 (?:감독|작가|배우|PD)의 $")
_OWN_CREDITS = re.compile(r" ?\((?:가제, ?)?(?:감독|연출|극본|각본|주연|출연)[ :·/]")
_FEW_WORDS = 12
_PRODUCED = re.compile(r"제작|프로듀|기획|만든|만들")
_WROTE = re.compile(r"쓴|집필|각본|극본|대본|각색")
_DIRECTED = re.compile(r"연출|감독(?:한|했|을 맡|으로|하)|메가폰|찍은|만든|만들")


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


@dataclass(frozen=True, slots=True)
class Said:
    """Works and people that a pattern brings together, the words between, and where it matched in the masked text."""

    sentence: Sentence
    works: list[Referent]
    people: list[Referent]
    span: tuple[int, int]
    link: str
    rule: str


def background(document: Document) -> Iterator[Draft]:
    """Earlier works: '가'로 얼굴을 알린 A; '가' '나'의 A 감독; A('가' '나'); A는 '가'에서 …."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE or sentence.masked is None:
            continue
        done: set[tuple[int, int]] = set()
        for said in _together(sentence, sentence.masked):
            for draft in _credit(document, said):
                done.add((id(draft.subject), id(draft.object)))
                yield draft
        yield from _last(document, sentence, sentence.masked)
        for m in _IN_BRACKETS.finditer(sentence.masked.text):
            yield from _credit(
                document, _said(sentence, sentence.masked, m, (2, 1), "", "ko/credits/works-in-brackets")
            )
        yield from _owned(document, sentence, sentence.masked, done)


def _said(sentence: Sentence, masked: Masked, m: re.Match[str], groups: tuple[int, int], link: str, rule: str) -> Said:  # noqa: PLR0913, PLR0917 - what a name is made of
    """What a match brings together; `groups` are those of the titles and of the people."""
    titles, people = groups
    works = [x.referent for x in masked.mentions_in(m[titles]) if x.kind == "W" and x.referent is not None]
    persons = [x.referent for x in masked.mentions_in(m[people]) if x.kind == "P" and x.referent is not None]
    return Said(sentence, works, persons, m.span(), link, rule)


def _together(sentence: Sentence, masked: Masked) -> Iterator[Said]:
    """Titles before a name with what joins them, and names before a title that they made."""
    for m in _ATTRIBUTIVE.finditer(masked.text):
        if re.search(
            r"[은는이가] $|그[는가의] |(?:^|데 |뒤 |후 )이어 $|(?<![가-힣])(?:뒤|후|다음|데|바|채|덕에|탓에|만큼),? ",
            m[5] or "",
        ) or _HIS.match(masked.text, m.end(1)):
            continue  # "'가'의 원작은 A 작가가 …", "'가'로 뜬 그는 A 감독의 …"
        link = _by_office(m)
        if not (m[3] and _OTHERWISE.search(m[3])) and not _ASSISTED.search(m[0]) and link is not None:
            yield _said(sentence, masked, m, (1, 6), link, "ko/credits/earlier-work")
    for m in _TIED.finditer(masked.text):
        yield _said(sentence, masked, m, (1, 3), "", "ko/credits/earlier-work")
    for m in _PLAYED.finditer(masked.text):
        yield _said(sentence, masked, m, (3, 1), m[2], "ko/credits/made-by")


_OFFICES = {
    "감독": "연출한",
    "연출": "연출한",
    "연출자": "연출한",
    "PD": "연출한",
    "작가": "쓴",
    "각본가": "쓴",
    "극작가": "쓴",
}
_OTHER_OFFICE = re.compile(
    r"(?:음악|촬영|무술|미술|조|편집|의상|특수효과)감독(?: 출신)? $|(?:원작자|제작자|대표|프로듀서|평론가|기자|"
    r"조연출) $"
)


_NEXT_MAKER = re.compile(rf" ?(?:감독|작가|PD)(?:이|가|의) [^{W}{P}.]{{0,16}}{W}")


def _by_office(m: re.Match[str]) -> str | None:
    """How titles and a name behind them belong together; an office before the name says it: "'가'의 감독 한지우"."""
    before = (m[5] or "").rstrip().split(" ")[-1]
    if m[2] is not None and m[1].rstrip().endswith((",", "·", "와", "과")) and _NEXT_MAKER.match(m.string, m.end()):
        return None  # the end of a row, and the next title's maker
    if _OTHER_OFFICE.search(m[5] or ""):
        return None
    return _OFFICES.get(before) or m[3] or m[4] or ""


def _last(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    """마지막 작품 '가': the last work of whoever is named before, or of whom the report is about."""
    for m in _LAST.finditer(masked.text):
        named_here = [x.referent for x in masked.mentions_in(masked.text[: m.start()]) if x.kind == "P"]
        hero = document.notes.get("hero") or document.focus[sentence.index].person
        person = named_here[-1] if named_here else hero
        if person is not None and profession(person) == "cast_member":
            works = [x.referent for x in masked.mentions_in(m[1]) if x.kind == "W" and x.referent is not None]
            yield from _credit(document, Said(sentence, works, [person], m.span(), "", "ko/credits/last-work"))


def _owned(document: Document, sentence: Sentence, masked: Masked, done: set[tuple[int, int]]) -> Iterator[Draft]:
    """Works that belong to the person spoken of: A는 '가'에서 …; (그는) '가' '나' 등에 나왔다."""
    focus = document.focus[sentence.index]
    for m in re.finditer(_TITLES, masked.text):
        row = [w.referent for w in masked.mentions_in(m[0]) if w.kind == "W" and w.referent is not None]
        main = all(work is focus.work for work in row) and not document.notes.get("private")
        if main or any(id(work) in {i for i, _ in done} for work in row):
            continue
        right = re.sub(r"^\([^)]*\)?", "", masked.text[m.end() : m.end() + 60])
        if re.match(r"(?:은|는) (?!그|이 )", right):
            continue  # "'가'는 …" is said of the work
        credited = _OWN_CREDITS.match(masked.text, m.end()) and not _WROTE.search(right) and not _ALONE.search(right)
        if credited or not _of_a_career(masked.text[: m.start()], right):
            continue
        right = re.split(rf"[{P}{W}]", right)[0]
        people = _whose(document, sentence, masked, m, right)
        yield from _credit(document, Said(sentence, row, people, m.span(), right[:34], "ko/credits/in-a-work"))


def _of_a_career(before: str, right: str) -> bool:
    """Whether titles between these words may be somebody's earlier works at all."""
    maker = re.match(rf"(?:을|를) [^{P}]{{0,16}}[한은든] [^{P}]{{0,12}}{_O}", right)
    crew = re.search(r"조감독|조연출|스크립터|제작부|스태프", right[:24]) or re.search(
        rf"{_O}{_NO}(?:가|이) [^{P}]*$", before
    )
    source = re.search(r"(?:원작|바탕|후속|원작인|리메이크한?) ?$", before[-8:])
    return not (
        maker
        or crew
        or source
        or _NO_FILMOGRAPHY.match(right)
        or (_NAMED_BEHIND.match(right) and not _HIS.match(right))
    )


_OWN_TOPIC = re.compile(
    rf"{_O}{_NO}(?:의)? (?:[^ .,]{{1,6}} )?(?:드라마|영화|시리즈|예능|작품)(?:은|는) "
)  # "MBC 드라마는 '가' 이후 처음"


def _whose(document: Document, sentence: Sentence, masked: Masked, m: re.Match[str], right: str) -> list[Referent]:
    """The people whose earlier works the titles of a match are."""
    focus = document.focus[sentence.index]
    hero: Referent | None = document.notes.get("hero")
    before = masked.text[: m.start()]
    owners = list(focus.people[-2:]) if _BOTH.search(before) and len(focus.people) > 1 else _owners(sentence, before)
    if owners:
        return owners if _CAREER.search(right) or _CAREER.search(masked.text[m.end() :]) else []
    if since := _SINCE.match(masked.text, m.end()):
        return [x.referent for x in masked.mentions_in(since["who"] or "") if x.referent is not None]
    if focus.person is not None and _HIS.match(masked.text, m.end()):
        return [] if P in before else [focus.person]
    out = re.match(r"(?:\([^)]*\))?(?:이|가) [^.]{0,14}(?:나왔|나온|개봉|공개|선보)", masked.text[m.end() :])
    if (
        focus.person is not None
        and out is None
        and not (_O in before and "만들었" in right)
        and _ALONE.search(right)
        and not _OWN_TOPIC.search(before)
    ):
        he = focus.person if _HE.match(before) else hero or focus.person
        return [] if P in before else [he]
    bare = len(re.sub(rf"{_ANY}{_NO}", "", masked.text).strip()) <= _FEW_WORDS and sentence.zone != HEADLINE
    if focus.person is not None and bare and not _OWN_TOPIC.search(before):
        return [focus.person]
    return [hero] if hero is not None and _HE.search(before) else []


def _owners(sentence: Sentence, before: str) -> list[Referent]:
    """The people whom the words before a title make its owners: the last with a subject particle, and its row."""
    before = _CREDITED.sub(lambda m: " " * len(m[0]), before)
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
    if chosen[2] == "의" and W in before[chosen.end() :] and not _SAME_MAKER.search(before):
        return []  # what somebody owns is the next title, not those behind it
    if W in before[chosen.end() :] and not re.fullmatch(rf"[^.]*{W}[^.]*", before[chosen.end() :]):
        return []
    return [m.referent for m in sentence.masked.mentions_in(chosen[1]) if m.kind == "P" and m.referent is not None]  # type: ignore[union-attr]


# "'가'의 A 작가가 연재한": who draws webtoons wrote none of them for the screen.
_DRAWN = re.compile(r"[^.,]{0,12}?(?:연재|웹툰|만화|그린 )")


def _credit(document: Document, said: Said) -> Iterator[Draft]:
    masked = said.sentence.masked
    focus = document.focus[said.sentence.index].work
    if masked is None:
        return
    start, end = masked.position(said.span[0]), masked.position(said.span[1], end=True)
    drawn = _DRAWN.search(masked.text, *said.span) or _DRAWN.match(masked.text, said.span[1])
    for work in said.works:
        for person in said.people:
            predicate = _predicate(work, person, said.link)
            predicate = "creator" if drawn and predicate == "screenwriter" else predicate
            if predicate and (predicate != "producer" or _PRODUCED.search(said.link)):
                slots = {"billing": "lead"} if predicate == "cast_member" and "주연" in said.link else {}
                if predicate == "cast_member" and (part := _known_as(document, said)):
                    slots["character"] = part
                behind = work is not focus
                yield Draft(
                    predicate, work, person, said.sentence, start, end, said.rule, slots=slots, background=behind
                )


# "'가'의 오산으로 얼굴을 알렸고": the part that somebody is known by.
_KNOWN_AS = re.compile(
    r"[’'”>》〉]?(?:\([^)]*\))?(?:의|에서|에서는) (?:[^ .,]{1,8} ){0,2}?([가-힣]{2,4}?)(?:으로|로) "
    r"(?:[^ .,]{1,6} ){0,2}(?:얼굴을|이름을|안방|사랑받|사랑을|인기를|낯익|눈도장|주목|스타덤|강렬|깊은 인상|"
    r"존재감|호평|열연|변신|분해|출연)"
)


def _known_as(document: Document, said: Said) -> str:
    """The name of the part by which the words behind a title say that somebody is known; "" without one."""
    if len(said.works) != 1:
        return ""
    titles = [m for m in said.sentence.mentions if m.kind == "W" and m.referent is said.works[0]]
    m = _KNOWN_AS.match(document.text, titles[-1].end, said.sentence.end) if titles else None
    return m[1] if m and m[1] not in names().common else ""


def _predicate(work: Referent, person: Referent, link: str) -> str:
    predicate = profession(person)
    if predicate == "screenwriter" and _DIRECTED.search(link) and not re.search("만든|만들", link):
        predicate = "director"
    elif predicate in {"director", "cast_member"} and _WROTE.search(link):
        predicate = "screenwriter"
    elif predicate == "cast_member" and _DIRECTED.search(link) and "찍" not in link:
        predicate = "director"
    if predicate == "novelist" or work.facts.get("type") in {"book", "webtoon", "manga"}:
        return "creator" if predicate in {"novelist", "screenwriter", "creator"} else ""
    return predicate
