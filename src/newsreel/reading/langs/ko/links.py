"""What the text is about: the report's main work, and the work and the people in focus at every sentence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, HEADLINE, LISTING, Focus, Mention, Referent
from newsreel.reading.langs.ko.sentences import BULLET

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_CREDITS = re.compile(r"\s?\([^)]{0,14}(?:극본|연출|감독|각본|제작|출연|주연|작가|크리에이터|기획|배급)")
# Behind a title: words that make it somebody's earlier work, or what the work in question is measured by.
_PAST = re.compile(
    r"^(?:[‘’'\"])?(?:\s?\([^)]{0,20}\))?(?:(?:에서|에|의|을|를|으로|로|에게|이|가|은|는|과|와)? ?"
    r"(?:후속|이후|이래|뒤로|뒤 |뒤를|에 이어|이어|때보다|보다|때도|때 |못지|"
    r"다음(?! ?[달주해])|종영|이 끝난|가 끝난|처럼|같은)|"
    r" (?:[가-힣]{2,4}|[가-힣]{2,6} [가-힣]{2,6}) (?:감독|작가|PD|피디)|"
    r" ?등(?:의|을|에서|에)? |"
    r"(?:으로|로) (?:[^ .,]{1,6} ){0,2}(?:이름|얼굴|눈도장|인기|주목|스타덤|데뷔|호평|신인상|사랑|유명|잘 알|"
    r"알려진|천만|최우수|대상|두각)|"
    r"(?:을|를) (?:연출한(?!다)|집필한(?!다)|제작한(?!다)|쓴(?!다)|만든(?!다)|감독한(?!다)|히트|성공|흥행|거친|거쳐|끝낸|"
    r"마친|마치고|끝으로|잇는|찍을)|"
    r"(?:을|를) 통해 (?:이름|얼굴|눈도장|주목|인기|데뷔)|의 (?:[가-힣]{1,4} )?(?:감독|작가|PD|연출|배우|"
    r"조감독)|에 나온|에서 (?:함께|호흡|인연|부부|만났|만난|연인|"
    r"활약|열연|주연|선보인|보여))"
)
_ABOUT_TO = re.compile(r"^[’'”>》〉]?(?:의)? ?(?:개봉|공개|방송|촬영|종영|방영)(?:을|를)? (?:앞둔|마친|끝낸|앞두고 있는) ")
_TYPED_BEFORE = re.compile(r"(?:전작|대표작|히트작)(?:인|은)? ?$")
_EARLIER_BEFORE = re.compile(
    r"(?:(?:이던|였던|이었던|했던|지난해|작년) (?:[^ ]{1,8} )?(?:영화|드라마|시리즈)? ?|전작(?:인)? )[‘'\"<《〈「]?$"
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
    if (led := _ABOUT_TO.match(right)) and any(m.kind == "P" and m.start <= mention.end + led.end() + 6 and m.start > mention.end for m in sentence.mentions):
        return True
    if _CREDITS.match(right):
        return _EARLIER_BEFORE.search(left) is not None
    owner = document.text[mention.end : mention.end + 2] == "의 " and any(
        m.kind == "P" and m.start == mention.end + 2 for m in sentence.mentions
    )
    if owner or _PAST.match(right) or _TYPED_BEFORE.search(left):
        return True
    return "prior" in document.notes and mention.start in document.notes["prior"]


def follow(document: Document) -> None:  # noqa: C901 - one case after another
    """Fill document.main_work and document.focus."""
    works = [m for m in document.mentions if m.kind == "W"]
    marked = _background_lists(document, works)
    document.notes["background"] = marked
    document.main_work = _main(document, works, marked)
    line_up = _line_up(document)
    document.notes["line_up"] = line_up
    document.notes["private"] = _private(document)
    hero = _hero(document)
    document.notes["hero"] = hero
    current = document.main_work
    heading: Referent | None = None
    paragraph = -1
    person: Referent | None = None
    people: tuple[Referent, ...] = ()
    told: dict[str, list[Referent]] = {}
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if sentence.zone == LISTING:
                heading = None
            current = heading if heading is not None else _goes_on(document, sentence, told) or document.main_work
        head = _heading(document, sentence, line_up)
        chosen = head or _topic(document, sentence, marked)
        opening = document.text[sentence.start : sentence.start + 16]
        if chosen is not None and current is not None and _OF_SOURCE.match(opening):
            chosen = None  # "the source is …" speaks of the work made from it
        if chosen is not None and sentence.zone != HEADLINE:
            current = chosen
            heading = head or heading
        here = current
        if _OF_SOURCE.match(opening) and not any(m.kind == "W" for m in sentence.mentions):
            here = _source_named(document, sentence) or current
        if "remakes" in document.notes and chosen is None:
            originals = [r for r in document.referents if id(r) in document.notes["remakes"]]
            if originals and re.match(r"(?:▲|■)? ?(?:원작은|원작 드라마|원작에서|한국판에서|원작 영화)", opening):
                here = originals[0]
                current = here
            elif originals and re.match(
                r"(?:이번 )?(?:미국판|일본판|한국판|중국판|리메이크판|할리우드판)(?:은|의|에서|을)", opening
            ):
                here = document.notes["remakes"][id(originals[0])]
                current = here
        persons = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        document.focus[sentence.index] = Focus(work=here, person=person, people=people)
        _tell(told, sentence, here)
        if persons and sentence.zone != HEADLINE:
            person = _subject(document, persons, person)
            named = tuple(dict.fromkeys(m.referent for m in persons if m.referent is not None))
            before = (p for p in people if p not in named)
            people = named if len(named) > 1 else tuple(dict.fromkeys([*before, *named]))[-4:]


def _tell(told: dict[str, list[Referent]], sentence: Sentence, work: Referent | None) -> None:
    """Note for the people and parts of a sentence the work that it speaks of."""
    for m in sentence.mentions if work is not None else ():
        if m.kind in "PC" and work is not None:
            told.setdefault(m.referent.name if m.referent else m.text, []).append(work)


def _goes_on(document: Document, sentence: Sentence, told: dict[str, list[Referent]]) -> Referent | None:
    """The work that a paragraph without a title goes on about: that of the person it begins with."""
    if sentence.zone != BODY or any(m.kind == "W" for m in sentence.mentions):
        return None
    first = next((m for m in sentence.mentions if m.kind in "PC"), None)
    if first is None or first.start - sentence.start > 8:  # noqa: PLR2004 - "극중 ", "배우 "
        return None
    works = told.get(first.referent.name if first.referent else first.text, [])
    return works[-1] if works and not any(w is document.main_work for w in works) else None


def _source_named(document: Document, sentence: Sentence) -> Referent | None:
    """The work that was named last as what another is made from."""
    for mention in reversed(document.mentions):
        if mention.kind == "W" and mention.end <= sentence.start:
            after = document.text[mention.end : mention.end + 10]
            if re.match(r"[’'”>》〉」』]?(?:을|를|이|가) (?:원작|바탕|토대)", after):
                return mention.referent
    return None


_OF_SOURCE = re.compile(r"원작은 (?!드라마|영화에|그대로)")


_LIFE = re.compile(
    r"결혼|열애|별세|숨을 거|숨져|사망|이혼|입대|전역|출산|임신|백년가약|부부 된|부부가 됐|마약|기소|구속|음주|입건|"
    r"투병|부고|영면"
)


def _private(document: Document) -> bool:
    """Whether a report is of somebody's life: a wedding, an obituary, a trial, with no work in its headline."""
    heads = [s for s in document.sentences if s.zone == HEADLINE]
    titled = any(m.kind == "W" for s in heads for m in s.mentions)
    return not titled and any(_LIFE.search(document.text[s.start : s.end]) for s in heads)


def _hero(document: Document) -> Referent | None:
    """The person that a report about a person is about: named in the headline and more often than anybody else."""
    points: Counter[int] = Counter()
    by_id: dict[int, Referent] = {}
    for sentence in document.sentences:
        for m in sentence.mentions:
            if m.kind == "P" and m.referent is not None:
                by_id[id(m.referent)] = m.referent
                points[id(m.referent)] += 3 if sentence.zone == HEADLINE else 1
    best = points.most_common(2)
    if not best or best[0][1] < 3 or (len(best) > 1 and best[1][1] * 1.5 > best[0][1]):  # noqa: PLR2004
        return None
    return by_id[best[0][0]]


def _subject(document: Document, persons: list[Mention], before: Referent | None) -> Referent | None:
    """Whom the next sentence's unnamed subject means: the person with a topic particle, else the one person named."""
    for mention in persons:
        if re.match(
            r"(?: ?(?:감독|작가|PD|배우|씨))?(?:\([^)]*\))?(?:은|는|이|가|도)[ ,]",
            document.text[mention.end : mention.end + 24],
        ):
            return mention.referent
    return persons[0].referent if len({id(m.referent) for m in persons}) == 1 or before is None else before


def _heading(document: Document, sentence: Sentence, line_up: bool) -> Referent | None:
    """The work that a list line or a short opening is headed with: "▶ <달빛 정원>, 여전히 한강에서"."""
    first = next((m for m in sentence.mentions if m.kind == "W"), None)
    if first is None or sentence.zone not in {LISTING, BODY}:
        return None
    text = document.text[sentence.start : sentence.end]
    bullet = BULLET.match(text)
    at = sentence.start + (bullet.end() if bullet else 0)
    near = document.text[at : first.start]
    if bullet and line_up and (len(near) <= 4 or (len(near) <= 24 and not re.search(r"[.]", near))):  # noqa: PLR2004
        return first.referent
    return first.referent if first.start - at <= 2 and first.end >= sentence.end - 1 else None  # noqa: PLR2004


def _background_lists(document: Document, works: list[Mention]) -> set[int]:
    """The mentions of works in the background; in a row of titles the last one decides for all."""
    marked: set[int] = set()
    for mention in reversed(works):
        if background(document, mention):
            marked.add(id(mention))
            continue
        following = next((w for w in works if w.start >= mention.end), None)
        if (
            following is not None
            and id(following) in marked
            and re.fullmatch(
                r"\s?(?:[,·/&]|와|과)?\s?(?:(?:영화|드라마) )?", document.text[mention.end : following.start]
            )
        ):
            marked.add(id(mention))
        left = document.text[max(0, mention.start - 40) : mention.start]
        if re.search(r"[가-힣]\((?=[‘'<《〈`])[^()]*$", left):
            marked.add(id(mention))
    return marked


def _main(document: Document, works: list[Mention], marked: set[int]) -> Referent | None:
    points: Counter[int] = Counter()
    by_id: dict[int, Referent] = {}
    bodies = [s.index for s in document.sentences if s.zone == BODY]
    first = bodies[0] if bodies else 0
    for mention in works:
        referent = mention.referent
        sentence = document.sentence_at(mention.start)
        if referent is None or sentence is None:
            continue
        by_id[id(referent)] = referent
        points[id(referent)] += 1 if id(mention) not in marked else 0
        if sentence.zone == HEADLINE:
            epithet = re.match(r" [가-힣]{2,4}(?:[,…·’'\"” ]|$)", document.text[mention.end : mention.end + 6])
            points[id(referent)] += 1 if epithet else 3
        elif sentence.index <= first + 1 and id(mention) not in marked:
            points[id(referent)] += 3
        if _CREDITS.match(document.text[mention.end : mention.end + 30]):
            points[id(referent)] += 3 if sentence.index <= first + 3 else 1
        if sentence.index <= first + 3 and _COMING.match(document.text[mention.end : sentence.end]):
            points[id(referent)] += 4
    if not points:
        return None
    best = max(points.values())
    if best <= 0:
        return next(iter(by_id.values())) if len(by_id) == 1 else None
    main = next(by_id[i] for i in by_id if points[i] == best)
    remakes = remakes_of(document)
    return remakes.get(id(main), main)


# What a platform or distributor announces: "'가'를 오는 4월 13일 내놓는다고 알렸다".
_COMING = re.compile(
    r"^[‘’'\"”>》〉]?(?:\([^)]*\))?(?:을|를) [^.]{0,40}(?:내놓는다|선보인다|공개한다|방송한다|편성한다|"
    r"개봉한다)고 [^.]{0,12}(?:밝혔|알렸|전했|발표했)"
)
_REMADE = re.compile(
    r"(?:\([^)]*\))?(?:(?:을|를) [^.]{0,16}(?:다시 만든|리메이크한|옮긴)|의 (?:미국판|한국판|일본판|중국판|"
    r"리메이크))[^.]{0,14}$"
)


def remakes_of(document: Document) -> dict[int, Referent]:
    """For works that the report says were made again, the new work: '가'를 다시 만든 '나'."""
    if "remakes" not in document.notes:
        found: dict[int, Referent] = {}
        for sentence in document.sentences:
            works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
            for a, b in pairwise(works):
                if (
                    a.referent is not b.referent
                    and b.referent is not None
                    and _REMADE.match(document.text[a.end : b.start])
                ):
                    found[id(a.referent)] = b.referent
        document.notes["remakes"] = found
    remakes: dict[int, Referent] = document.notes["remakes"]
    return remakes


_PRINT = frozenset({"book", "webtoon", "manga", "album", "game"})
_ROW = re.compile(r"\s?(?:\(\d{4}\))?(?:[,·/&]|와|과)?\s?(?:(?:영화|드라마) )?")
_TOPIC = re.compile(r"\s?(?:시즌 ?\d|\([^)]*\))?(?:은|는|이|가)(?= |,)")
_SPOKEN_OF = re.compile(
    r"\s?(?:시즌 ?\d)?(?:의|이|가|은|는|을|를)? ?(?:[가-힣]{1,6} ){0,2}(?:첫 방송|방송|개봉|촬영|여주인공|"
    r"남주인공|주인공|주연|연출|메가폰|대본|각본|캐스팅|출연|"
    r"제작|공개|배급|리메이크|편성|크랭크|한국판|일본판)|"
    r"\s?(?:\([^)]*\))?(?:을|를) (?:찍는다|준비|선보인다|내놓는다)|\s?(?:\([^)]*\))?에(?:는|"
    r"도)? [^.]{0,60}(?:출연|캐스팅|합류|낙점|가세)|"
    r"\s?(?:\([^)]*\))?에서 만난다|\s?(?:을|를) (?:[^ .]{1,8} ){0,3}(?:찍었어|찍었다|촬영했)"
)


def _topic(document: Document, sentence: Sentence, marked: set[int]) -> Referent | None:
    """The work that a sentence is about: the main work where it is named, else one with a topic particle or credits."""
    own = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    if not own:
        return None
    free = [
        m for m in own if id(m) not in marked and m.referent is not None and m.referent.facts.get("type") not in _PRINT
    ]
    rows = {id(b) for a, b in pairwise(own) if _ROW.fullmatch(document.text[a.end : b.start])}
    for mention in free:
        if not background(document, mention) and _CREDITS.match(document.text[mention.end : mention.end + 30]):
            return mention.referent
    if any(m.referent is document.main_work for m in free):
        return document.main_work
    for mention in free:
        right = document.text[mention.end : min(sentence.end, mention.end + 90)]
        if id(mention) in rows:
            continue
        if (
            _TOPIC.match(right)
            or _SPOKEN_OF.match(right)
            or re.fullmatch(r"(?:\([^)]*\))?(?: 시즌 ?\d)?(?:이다|다)?\.?", right)
        ):
            return mention.referent
        early = not any(m.kind == "P" and m.start < mention.start for m in sentence.mentions)
        if early and mention.start - sentence.start <= 2 and re.match(r"(?:에서는?|에는?|에도) ", right):  # noqa: PLR2004
            return mention.referent
    return None


def _line_up(document: Document) -> bool:
    """Whether the report goes through several works one by one."""
    heads = set()
    for sentence in document.sentences:
        if sentence.zone == LISTING:
            first = next((m for m in sentence.mentions if m.kind == "W"), None)
            if first is not None and first.start - sentence.start <= 6:  # noqa: PLR2004
                heads.add(id(first.referent))
    return len(heads) >= 2  # noqa: PLR2004
