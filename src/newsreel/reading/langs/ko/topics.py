"""What a sentence or a paragraph speaks of, and which titles it only names: earlier works, works for comparison."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, Mention, Referent

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

CREDITS = re.compile(r"\s?\([^)]{0,14}(?:극본|연출|감독|각본|제작|출연|주연|작가|크리에이터|기획|배급)")
# Behind a title: words that make it somebody's earlier work, or what the work in question is measured by.
_PAST = re.compile(
    r"^(?:[‘’'\"])?(?:\s?\([^)]{0,20}\))?(?:(?:에서|에|의|을|를|으로|로|에게|이|가|은|는|과|와)? ?"
    r"(?:후속|이후|이래|뒤로|뒤 |뒤를|에 이어|이어|이은 |때보다|보다|때도|때 |못지|"
    r"다음(?! ?[달주해])|종영|이 끝난|가 끝난|처럼|같은)|"
    r" (?:[가-힣]{2,4}|[가-힣]{2,6}(?<![은는이가을를]) [가-힣]{2,6}) (?:감독|작가|PD|피디)|"
    r"의 [‘'][^‘’']{1,8}[’'] [가-힣]{2,4}|"
    r"의 (?:각본|극본|대본|시나리오|연출|메가폰)을 (?:쓴|맡은|담당한|잡은|맡았던) |"
    r" ?등(?:의|을|에서|에)? |"
    r"(?:으로|로) (?:[^ .,]{1,6} ){0,2}(?:이름|얼굴|눈도장|인기|주목|스타덤|데뷔|호평|신인상|사랑|유명|잘 알|"
    r"알려진|천만|최우수|대상|두각)|"
    r"(?:을|를) (?:연출한(?!다)|집필한(?!다)|제작한(?!다)|쓴(?!다)|만든(?!다)|감독한(?!다)|히트|성공|흥행|거친|"
    r"거쳐|끝낸|"
    r"마친|마치고|끝으로|잇는|찍을)|"
    r" ?(?:의 )?(?:연출부|제작부|조감독|조연출|스태프|스크립터|각색|막내)(?:를|을|로|에서|와|과| 출신|였|이었)|"
    r"에서 [^.,]{2,20}(?:던|한|은) (?:[가-힣]{1,6} )?[가-힣]{1,4} (?:감독|작가|PD)|"
    r"[^.,]{2,26}(?:던|한|은) (?:[가-힣]{1,6} )?[가-힣]{2,4} (?:감독|작가|PD)의 (?:첫|데뷔|신작|새|두 ?번째|"
    r"세 ?번째|차기작)|"
    r"(?:을|를) 통해 (?:이름|얼굴|눈도장|주목|인기|데뷔)|의 (?:[가-힣]{1,4} )?(?:감독|작가|PD|연출|배우(?!들|진)|"
    r"조감독)|에 나온|에서 (?:함께|호흡|인연|부부|만났|만난|연인|"
    r"활약|열연|주연|선보인|보여))"
)
# "'가'의 냉소녀 한지우": whose work it was, not who leads or makes it now.
_OWNED_BY = re.compile(
    r"의 (?:(?!주인공|주연|주역|감독|연출|작가|제작|메가폰|극본|배우|여주|남주|타이틀|신작|"
    r"새 )[가-힣]{1,6}(?<![은는]) ){0,2}"
)
_ABOUT_TO = re.compile(
    r"^[’'”>》〉]?(?:의)? ?(?:개봉|공개|방송|촬영|종영|방영)(?:을|를)? (?:앞둔|마친|끝낸|앞두고 있는) "
)
_TYPED_BEFORE = re.compile(
    r"(?:전작|전편|대표작|히트작)(?:인|은)? ?[‘'\"<《〈]?$|(?:^|[,.] )(?:감독|작가|그|그녀|본인)의 (?:장편 )?(?:데뷔작|"
    r"출세작)(?:인|은)? ?[‘'\"<《〈]?$"
)
_EARLIER_BEFORE = re.compile(
    r"(?:(?:이던|였던|이었던|했던|지난해|작년) (?:[^ ]{1,8} )?(?:영화|드라마|시리즈)? ?|전작(?:인)? )[‘'\"<《〈「]?$"
)


_FAR = 110  # characters of a clause that leads to whom a title belongs
# "'가'의 인기를 이어갈 '나'": what is measured by, not spoken of.
_HEIR = re.compile(
    r"[’'”>》〉]?의 (?:[가-힣]{1,6} )?(?:인기|명성|열풍|영광|아성|바통|배턴|흥행)(?:를|을)? "
    r"(?:[가-힣]{1,6} )?(?:이을|잇는|이어|넘)"
)
# "'가'에서 범인으로 연기력을 선보인 그는": somebody's earlier work.
_CLAUSE = re.compile(
    rf"[’'”>》〉]?(?:에서|으로|로|(?:을|를) 통해)(?:는)? "
    rf"[^.,‘'<]{{2,56}}?[{''.join(chr(i) for i in range(0xAC04, 0xD7A4, 28))}던] "
    r"(?:배우 |신예 )?(?:그|그녀|[가-힣]{2,4})(?:은|는|이|가) "
)


def background(document: Document, mention: Mention) -> bool:
    """Whether a title is named as somebody's earlier work or for comparison rather than spoken of."""
    sentence = document.sentence_at(mention.start)
    if sentence is None:
        return True
    right = document.text[mention.end : min(sentence.end, mention.end + 40)]
    left = document.text[max(sentence.start, mention.start - 24) : mention.start]
    if re.match(
        r"[’'”>》〉]?(?:\([^)]*\))?(?:의 (?:한국판|일본판|미국판|중국판|할리우드판|리메이크|속편|프리퀄|스핀오프)|"
        r"(?: 시리즈)?(?:의)? (?:스핀오프|프리퀄|(?:속 |의 )?캐릭터(?:인|를|의)))",
        document.text[mention.end : mention.end + 90],
    ):
        return True
    if (led := _ABOUT_TO.match(right)) and any(
        m.kind == "P" and m.start <= mention.end + led.end() + 6 and m.start > mention.end for m in sentence.mentions
    ):
        return True
    if CREDITS.match(right):
        return _EARLIER_BEFORE.search(left) is not None
    person = next((m for m in sentence.mentions if m.kind == "P" and m.start > mention.end), None)
    far = min(sentence.end, mention.end + _FAR)
    earlier = _HEIR.match(right) is not None or _CLAUSE.match(document.text, mention.end, far) is not None
    owner = person is not None and _OWNED_BY.fullmatch(document.text, mention.end, person.start) is not None
    if earlier or owner or _PAST.match(right) or _TYPED_BEFORE.search(left):
        return True
    return "prior" in document.notes and mention.start in document.notes["prior"]


PRINT = frozenset({"book", "webtoon", "manga", "album", "game"})
_ROW = re.compile(r"\s?(?:\(\d{4}\))?(?:[,·/&]|와|과)?\s?(?:[A-Za-z가-힣0-9+]{2,8} ){0,2}")
_OF_SERIES = re.compile(r"[’'”>》〉]?(?:의)? ?(?:시리즈|세계관|유니버스|스핀오프|프리퀄|속편)(?:인|의|물)? ")
_TOPIC = re.compile(r"\s?(?:시즌 ?\d|\([^)]*\))?(?:은|는|이|가)(?= |,)")
_IS_SOURCE = re.compile(
    r"\s?(?:\([^)]*\))?(?:이|가|을|를) (?:[^ ]{1,6} )?(?:원작|바탕|밑그림|뿌리|토대|모티브|모티프|"
    r"원안)"
)
_TOLD = re.compile(r"\s?(?:시즌 ?\d|\([^)]*\))?(?:은|는) ")
_TOO = re.compile(r"[’'”>》〉]?(?:\([^)]*\))?도 ")  # at the head of a sentence
_HEAD = 14
_CALLED = re.compile(r"(?:이전|당초|기존|원래|영어|일본어|가) ?제목?은 [‘'<《〈]?$|원제는 [‘'<《〈]?$")
_SPOKEN_OF = re.compile(
    r" ?(?:→|➔|⇒|➡)|"
    r"\s?(?:시즌 ?\d)?(?:의|이|가|은|는|을|를)? ?(?:[가-힣]{1,6} ){0,2}(?:첫 방송|방송|개봉|촬영|여주인공|"
    r"남주인공|주인공|주연|연출|메가폰|대본|각본|캐스팅|출연|"
    r"제작|공개|배급|리메이크|편성|크랭크|한국판|일본판)|"
    r"\s?(?:\([^)]*\))?(?:을|를) (?:찍는다|준비|선보인다|내놓는다|내보낸다|방송한다|방영한다|편성했다|공개한다)|"
    r"\s?(?:\([^)]*\))?에(?:는|"
    r"도)? [^.]{0,60}(?:출연|캐스팅|합류|낙점|가세)|"
    r"\s?(?:\([^)]*\))?에서 (?:만난다|(?:처음으로 |다시 |또다시 )?(?:호흡을|부부로|연인으로|재회)|"
    r"(?:[^ .,]{1,8} ){0,4}(?:중도 ?)?하차)|"
    r"\s?(?:을|를) (?:[^ .]{1,8} ){0,3}(?:찍었어|찍었다|촬영했)"
)


def topic(document: Document, sentence: Sentence, marked: set[int], *, alone: bool = False) -> Referent | None:
    """The work that a sentence is about: the main work where it is named, else one with a topic particle or credits.

    In a report on several works one named `alone` in its sentence is its topic too.
    """
    own = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    if not own:
        return None
    made = document.notes.get("screened", {})
    free = [
        m
        for m in own
        if id(m) not in marked
        and m.referent is not None
        and (m.referent.facts.get("type") not in PRINT or id(m.referent) in made)
    ]
    rows = {
        id(b)
        for a, b in pairwise(own)
        if _ROW.fullmatch(document.text[a.end : b.start]) and not _OF_SERIES.match(document.text, a.end)
    }
    for mention in free:
        if not background(document, mention) and CREDITS.match(document.text[mention.end : mention.end + 30]):
            return mention.referent
    if any(m.referent is document.main_work for m in free):
        return document.main_work
    told = [m for m in free if _TOLD.match(document.text, m.end)]
    told += [m for m in free if m.start - sentence.start <= _HEAD and _TOO.match(document.text, m.end)]
    for mention in (*told, *free):
        right = document.text[mention.end : min(sentence.end, mention.end + 90)]
        if (
            id(mention) in rows
            or _IS_SOURCE.match(right)
            or (_CALLED.search(document.text, sentence.start, mention.start + 1))
        ):
            continue
        if (
            _TOPIC.match(right)
            or (mention.start - sentence.start <= _HEAD and _TOO.match(right))
            or _SPOKEN_OF.match(right)
            or re.fullmatch(r"(?:\([^)]*\))?(?: 시즌 ?\d)?(?:이다|다|입니다|이었습니다|이에요|예요)?[.!]?", right)
        ):
            return mention.referent
        early = not any(m.kind == "P" and m.start < mention.start for m in sentence.mentions)
        if early and mention.start - sentence.start <= 2 and re.match(r"(?:에서는?|에는?|에도) ", right):  # noqa: PLR2004
            return mention.referent
    free = [
        m
        for m in free
        if not _CALLED.search(document.text, sentence.start, m.start + 1) and not _IS_SOURCE.match(document.text, m.end)
    ]
    return free[0].referent if alone and len({id(m.referent) for m in free}) == 1 else None


_MANY = 3


def names_only(document: Document, sentence: Sentence) -> bool:
    """Whether a line is a heading of names for the lines below: "한지우 >>", "한지우, 이두리" that they name again."""
    people = [m for m in sentence.mentions if m.kind == "P"]
    rest = document.text[sentence.start : sentence.end]
    for m in reversed(people):
        rest = rest[: m.start - sentence.start] + rest[m.end - sentence.start :]
    if not people or sentence.zone != BODY or re.search(r"[가-힣A-Za-z]", rest):
        return False
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].paragraph != sentence.paragraph + 1:
        return False
    named = {id(m.referent) for m in people}
    again = any(id(m.referent) in named for m in following[0].mentions if m.kind == "P")
    return again or ">" in rest or len(named) > 1


def several(document: Document, marked: set[int]) -> bool:
    """Whether paragraph after paragraph speaks of another work, with no list to show it."""
    topics = {}
    for sentence in document.sentences:
        if sentence.zone == BODY and sentence.paragraph not in topics:
            work = topic(document, sentence, marked, alone=True)
            if work is not None:
                topics[sentence.paragraph] = id(work)
    main = sum(t == id(document.main_work) for t in topics.values())
    return len(set(topics.values())) >= _MANY and main * 2 < len(topics)


def ahead(document: Document, sentence: Sentence, marked: set[int]) -> Referent | None:
    """The work that a paragraph comes to speak of, for its first sentences."""
    for other in document.sentences[sentence.index :]:
        if other.paragraph != sentence.paragraph:
            return None
        if (work := topic(document, other, marked, alone=True)) is not None:
            return work
    return None


def tell(told: dict[str, list[Referent]], sentence: Sentence, work: Referent | None) -> None:
    """Note for the people and parts of a sentence the work that it speaks of."""
    for m in sentence.mentions if work is not None else ():
        if m.kind in "PC" and work is not None:
            told.setdefault(m.referent.name if m.referent else m.text, []).append(work)


def goes_on(document: Document, sentence: Sentence, told: dict[str, list[Referent]]) -> Referent | None:
    """The work that a paragraph without a title goes on about: that of the person it begins with."""
    if sentence.zone != BODY or any(m.kind == "W" for m in sentence.mentions):
        return None
    first = next((m for m in sentence.mentions if m.kind in "PC"), None)
    if first is None or first.start - sentence.start > 8:  # noqa: PLR2004 - "극중 ", "배우 "
        return None
    works = told.get(first.referent.name if first.referent else first.text, [])
    return works[-1] if works and not any(w is document.main_work for w in works) else None
