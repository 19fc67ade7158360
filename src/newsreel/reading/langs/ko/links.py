"""What the text is about: the report's main work, and the work and the people in focus at every sentence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, HEADLINE, LISTING, Focus, Mention, Referent
from newsreel.reading.langs.ko import adapted, items
from newsreel.reading.langs.ko.topics import (
    CREDITS,
    PRINT,
    ahead,
    background,
    goes_on,
    several,
    tell,
    topic,
)

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence


def follow(document: Document) -> None:
    """Fill document.main_work and document.focus."""
    adapted.split(document)
    works = [m for m in document.mentions if m.kind == "W"]
    marked = _background_lists(document, works)
    document.notes["background"] = marked
    document.main_work = adapted.made(document, _main(document, works, marked))
    line_up = items.is_line_up(document)
    document.notes["line_up"] = line_up
    document.notes["private"] = _private(document)
    document.notes["hero"] = hero = _hero(document)
    current = document.main_work
    heading: Referent | None = None
    paragraph = -1
    person: Referent | None = None
    people: tuple[Referent, ...] = ()
    told: dict[str, list[Referent]] = {}
    numbered = items.is_numbered(document)
    many = numbered or (several(document, marked) and not _asks(document))
    signs = items.signs(document) if line_up else frozenset()
    document.notes["many"] = many or line_up
    current = None if many else current
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            heading = None if sentence.zone == LISTING else heading
            current = (
                heading
                or _asked(document, sentence, current)
                or _opening(document, sentence, marked, told, (current, many))
            )
        head = items.heading(document, sentence, marked, many=line_up or numbered)
        if head is None and items.leaves(document, sentence, signs, numbered=numbered):
            current = heading = None
        chosen = head or _made_again(document, sentence) or _topic(document, sentence, marked, many=many)
        opening = document.text[sentence.start : sentence.start + 16]
        if chosen is not None and current is not None and _OF_SOURCE.match(opening):
            chosen = None  # "the source is …" speaks of the work made from it
        if chosen is not None and sentence.zone != HEADLINE:
            current = adapted.made(document, chosen)
            heading = head or heading
        here = current
        if many and sentence.zone == LISTING and not any(m.kind == "W" for m in sentence.mentions):
            here = None  # the heading of a section
        if _OF_SOURCE.match(opening) and not any(m.kind == "W" for m in sentence.mentions):
            here = _source_named(document, sentence) or current
        if chosen is None and (meant := _meant(document, sentence, opening, marked)) is not None:
            here = current = meant
        here = _titled(document, sentence, here)
        persons = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        person = _deceased(document, sentence, hero) or person
        document.focus[sentence.index] = Focus(work=here, person=person, people=people)
        tell(told, sentence, here)
        if persons and sentence.zone != HEADLINE:
            person = _subject(document, persons, person)
            people = _people(persons, people)


def _topic(document: Document, sentence: Sentence, marked: set[int], *, many: bool) -> Referent | None:
    """What a sentence is about, and what follows goes on about."""
    work = topic(document, sentence, marked, alone=many)
    return None if work is not None and not many and _aside(document, sentence, work) else work


_OF_SOMEBODY = re.compile(r"(?: ?(?:감독|작가|PD|배우|씨))?(?:\([^)]*\))?(?:은|는) ")


def _aside(document: Document, sentence: Sentence, work: Referent) -> bool:
    """Whether a sentence on somebody of the main work names another once: "A는 드라마 '나'에 출연해 화제를 모았다"."""
    main = document.main_work
    if main is None or work is main or sum(m.referent is work for m in document.mentions) > 1:
        return False
    here = next(m.start for m in sentence.mentions if m.referent is work)
    return any(
        m.kind == "P"
        and m.start - sentence.start <= _NEAR_HEAD
        and m.end < here
        and _OF_SOMEBODY.match(document.text, m.end)
        and any(x.referent is m.referent and x.end < sentence.start for x in document.mentions)
        for m in sentence.mentions
    ) and any(x.referent is main and x.end < sentence.start for x in document.mentions)


_NEAR_HEAD = 8
_QUESTION = re.compile(r"\s*(?:Q\d*[.:)]?|[―—–▶◆■-]|문[.:]) ?\S")


def _asks(document: Document) -> bool:
    """Whether a report is a row of questions and answers: what they touch on is no line-up."""
    firsts = {s.paragraph: s for s in reversed(document.sentences)}.values()
    asked = [_QUESTION.match(document.text, s.start) is not None and s.zone != HEADLINE for s in firsts]
    answered = [document.text[s.start] in '"“A' for s in firsts]
    return sum(asked) > _FEW and sum(answered) > _FEW


_FEW = 2


def _asked(document: Document, sentence: Sentence, current: Referent | None) -> Referent | None:
    """The work in focus, where a paragraph answers the question before it, which names one."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.zone == HEADLINE:
        return None
    first = next(s for s in document.sentences if s.paragraph == before.paragraph)
    quoted = (
        re.match(r"\s*(?:A\d*[.:)]?|답[.:])? ?[\"“]", document.text[sentence.start : sentence.start + 6]) is not None
    )
    named = any(m.kind == "W" for m in before.mentions)
    return current if quoted and named and _QUESTION.match(document.text, first.start) is not None else None


_DECEASED = re.compile(r"(?<![가-힣])고인(?:은|이|의|에게|과)")


def _deceased(document: Document, sentence: Sentence, hero: Referent | None) -> Referent | None:
    """Whom an obituary is of, in a sentence that calls them so."""
    return hero if _DECEASED.search(document.text, sentence.start, sentence.end) else None


# "한지우 작가의 신작에 이두리가": a work that has no title yet.
_UNTITLED = re.compile(r"(?:감독|작가|PD)의 (?:신작|차기작|새 (?:작품|드라마|영화|시리즈))(?:에|에서|에는|을|를) ")


def _titled(document: Document, sentence: Sentence, work: Referent | None) -> Referent | None:
    """The work in focus, or none where a sentence without a title speaks of a work that has none yet."""
    titled = any(m.kind == "W" for m in sentence.mentions)
    return work if titled or not _UNTITLED.search(document.text, sentence.start, sentence.end) else None


def _people(persons: list[Mention], before: tuple[Referent, ...]) -> tuple[Referent, ...]:
    """Whom "the two" means behind a sentence that names `persons`: those, or one of them with those before."""
    named = tuple(dict.fromkeys(m.referent for m in persons if m.referent is not None))
    if len(named) > 1:
        return named
    return tuple(dict.fromkeys([*(p for p in before if p not in named), *named]))[-4:]


def _meant(document: Document, sentence: Sentence, opening: str, marked: set[int]) -> Referent | None:
    """The work that a sentence without a title of its own begins with: 일본판은, 이 영화는."""
    return _edition(document, opening) or _this_work(document, sentence, marked)


_THIS_WORK = re.compile(r"(?:이|해당) (?:드라마|영화|작품|시리즈|예능|프로그램)(?:은|는|의|에는|에서는|에서|에) ")


def _this_work(document: Document, sentence: Sentence, marked: set[int]) -> Referent | None:
    """The one work that the sentence before names, where a sentence begins with "이 영화는"."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or not _THIS_WORK.match(document.text, sentence.start):
        return None
    named = {id(m.referent): m.referent for m in before.mentions if m.kind == "W" and id(m) not in marked}
    return next(iter(named.values())) if len(named) == 1 else None


def _edition(document: Document, opening: str) -> Referent | None:
    """Which of an original and its remake a sentence beginning speaks of: 원작에서, 일본판은."""
    remakes: dict[int, Referent] = document.notes.get("remakes", {})
    originals = [r for r in document.referents if id(r) in remakes]
    if not originals:
        return None
    if re.match(r"(?:▲|■)? ?(?:원작은|원작 드라마|원작에서|한국판에서|원작 영화)", opening):
        return originals[0]
    if re.match(r"(?:이번 )?(?:미국판|일본판|한국판|중국판|리메이크판|할리우드판)(?:은|의|에서|을|,)? ", opening):
        return remakes[id(originals[0])]
    return None


def _made_again(document: Document, sentence: Sentence) -> Referent | None:
    """The remake that a sentence speaks of by the original's title: "'가'의 일본판 주연에는"."""
    remakes: dict[int, Referent] = document.notes.get("remakes", {})
    for mention in sentence.mentions if remakes else ():
        if mention.kind == "W" and id(mention.referent) in remakes and _VERSION.match(document.text, mention.end):
            return remakes[id(mention.referent)]
    return None


_VERSION = re.compile(
    r"(?:의|에 대한)? ?(?:미국판|일본판|한국판|중국판|할리우드판|리메이크(?:판|작)?)(?:은|의|에서|에는|이|가| )"
)


def _opening(
    document: Document,
    sentence: Sentence,
    marked: set[int],
    told: dict[str, list[Referent]],
    before: tuple[Referent | None, bool],
) -> Referent | None:
    """What a paragraph without a heading begins to speak of.

    `before` is what the paragraph before spoke of, and whether the report goes on from one work to another.
    """
    last, many = before
    coming = ahead(document, sentence, marked) if many or sentence.zone == LISTING else None
    if many and items.in_prose(document, sentence):
        last = None  # an item of its own
    return coming or goes_on(document, sentence, told) or (last if many else document.main_work)


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
                r"\s?(?:[,·/&]|와|과)?\s?(?:[A-Za-z가-힣0-9+]{2,8} ){0,2}", document.text[mention.end : following.start]
            )
        ):
            marked.add(id(mention))
        left = document.text[max(0, mention.start - 40) : mention.start]
        if re.search(r"[가-힣]\((?=[‘'<《〈`])[^()]*$", left):
            marked.add(id(mention))
    return marked


_EPITHET = re.compile(r" [가-힣]{2,4}(?:[,…·’'\"” ]|$)", re.MULTILINE)  # "'가' 한지우": in a headline somebody's work


def _weight(document: Document, sentence: Sentence, mention: Mention, first: int, *, told: bool) -> int:
    """How much a mention speaks for its work being what the report is about; `first` is the first sentence of prose."""
    text = document.text
    points = int(told)
    if sentence.zone == HEADLINE or (sentence.index <= first + 1 and told):
        points += 3
    if CREDITS.match(text[mention.end : mention.end + 30]):
        points += 3 if sentence.index <= first + 3 else 1
    if _ENTITLED.search(text[max(0, mention.start - 10) : mention.start + 1]):
        points += 4
    if _YET_TO_COME.search(text[max(0, mention.start - 34) : mention.start + 1]):
        points += 6
    if sentence.index <= first + 3 and _COMING.match(text[mention.end : sentence.end]):
        points += 4
    return points


def _main(document: Document, works: list[Mention], marked: set[int]) -> Referent | None:
    points: Counter[int] = Counter()
    epithets: Counter[int] = Counter()
    by_id: dict[int, Referent] = {}
    bodies = [s.index for s in document.sentences if s.zone == BODY]
    first = bodies[0] if bodies else 0
    for mention in works:
        referent = mention.referent
        sentence = document.sentence_at(mention.start)
        if referent is None or sentence is None:
            continue
        by_id[id(referent)] = referent
        named = any(m.kind == "P" and 0 < m.start - mention.end <= 1 for m in sentence.mentions)
        if sentence.zone == HEADLINE and named and _EPITHET.match(document.text, mention.end):
            epithets[id(referent)] += 1
        elif sentence.index <= first + 1 and epithets[id(referent)]:
            points[id(referent)] += 4  # "'가' 한지우", and the report begins with it
        else:
            points[id(referent)] += _weight(document, sentence, mention, first, told=id(mention) not in marked)
    if max(points.values(), default=0) <= 0:
        points += epithets  # where nothing else counts
    best = max(points.values(), default=0)
    if best <= 0:
        return next(iter(by_id.values())) if len(by_id) == 1 else None
    main = next(by_id[i] for i in by_id if points[i] == best)
    if main.facts.get("type") in PRINT:  # what is made from a book of the same name is the news
        main = next((r for r in by_id.values() if r.facts.get("type") not in PRINT and r.name == main.name), main)
    remakes = remakes_of(document)
    return remakes.get(id(main), main)


_ENTITLED = re.compile(r"(?<!이전 )(?<!당초 )(?<!기존 )(?:제목은|타이틀은) [‘'<《〈]?$")
# "7월 방영될 사극 '가'", "촬영 중인 영화 '가'": what is still to come is the news.
_YET_TO_COME = re.compile(
    r"(?:(?:방영|방송|공개|상영)될|개봉할|선보일|(?:방송|방영|공개|개봉|촬영) (?:예정|준비 중|"
    r"중)인) (?:[^ .,‘'<]{1,10} ){0,2}[‘'<《〈]$"
)
# What a platform or distributor announces: "'가'를 5월 3일 선보인다고 전했다".
_COMING = re.compile(
    r"^[‘’'\"”>》〉]?(?:\([^)]*\))?(?:을|를) [^.]{0,40}(?:내놓는다|선보인다|공개한다|방송한다|편성한다|"
    r"개봉한다)고 [^.]{0,12}(?:밝혔|알렸|전했|발표했)"
)
_REMADE = re.compile(
    r"(?:\([^)]*\))?(?:(?:을|를) [^.]{0,16}(?:다시 만든|리메이크한|옮긴)|의 (?:미국판|한국판|일본판|중국판|"
    r"리메이크))[^.]{0,14}$"
)
_SOURCES = frozenset({"book", "webtoon", "manga"})
_MADE_FROM = re.compile(
    r"[’'”>》〉]?(?:\([^)]*\))?(?:을|를) (?:[^.,]{0,10} )?(?:원작|바탕|토대)으로 "
    r"(?:한|하는|삼은|만든|제작[^ ]{1,3}|둔) [^.,]{0,20}"
)
_REBORN = re.compile(
    r"(?:\([^)]*\))?(?:(?:이|가) (?:됐|되었|된다)|(?:으로|로) (?:재탄생|다시 태어|리메이크|"
    r"다시 만들))"
)


def remakes_of(document: Document) -> dict[int, Referent]:
    """For works that the report says were made again, the new work: '가'를 다시 만든 '나'."""
    if "remakes" not in document.notes:
        found: dict[int, Referent] = {}
        for sentence in document.sentences:
            works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
            for a, b in pairwise(works):
                again = _REMADE.match(document.text[a.end : b.start]) or _REBORN.match(document.text, b.end)
                if a.referent is None or a.referent is b.referent or b.referent is None:
                    continue
                printed = a.referent.facts.get("type") in _SOURCES
                if again or (printed and _MADE_FROM.fullmatch(document.text, a.end, b.start)):
                    found[id(a.referent)] = b.referent
        document.notes["remakes"] = found
    remakes: dict[int, Referent] = document.notes["remakes"]
    return remakes
