"""What the text is about: the report's main work, and the work and the people in focus at every sentence."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING, Focus, Mention, Referent
from newsreel.reading.langs.ko.sentences import BULLET

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_CREDITS = re.compile(r"\s?\([^)]{0,14}(?:극본|연출|감독|각본|제작|출연|주연|작가|크리에이터|기획|배급)")
# Behind a title: words that make it somebody's earlier work, or what the work in question is measured by.
_PAST = re.compile(
    r"^(?:[‘’'\"])?(?:\s?\([^)]{0,20}\))?(?:(?:에서|에|의|을|를|으로|로|에게|이|가|은|는|과|와)? ?"
    r"(?:후속|이후|이래|뒤로|뒤 |뒤를|에 이어|이어|때보다|보다|때도|때 |못지|다음|종영|이 끝난|가 끝난|처럼|같은)|"
    r"(?:으로|로) (?:이름|얼굴|눈도장|인기|주목|스타덤|데뷔|호평|신인상|사랑|유명|잘 알|알려진|천만|최우수|대상|두각)|"
    r"(?:을|를) (?:연출한|집필한|쓴|만든|감독한|히트|성공|흥행|거친|거쳐|끝낸|마친|마치고|끝으로|잇는|찍을)|"
    r"(?:을|를) 통해 (?:이름|얼굴|눈도장|주목|인기|데뷔)|의 (?:[가-힣]{1,4} )?(?:감독|작가|PD|연출|배우|조감독)|에 나온|에서 (?:함께|호흡|인연|부부|만났|만난|연인|활약|열연|주연|선보인|보여))"
)
_TYPED_BEFORE = re.compile(r"(?:전작|데뷔작|대표작|출연작|히트작|유작)(?:인|은)? ?$")
_OFFICE_AFTER = re.compile(r"^의 (?:[^ ]{1,5} )?[가-힣]{1,5} ?(?:감독|작가|PD|피디|연출)?")


def background(document: Document, mention: Mention) -> bool:
    """Whether a title is named as somebody's earlier work or for comparison rather than spoken of."""
    sentence = document.sentence_at(mention.start)
    if sentence is None:
        return True
    right = document.text[mention.end : min(sentence.end, mention.end + 40)]
    left = document.text[max(sentence.start, mention.start - 24) : mention.start]
    if _CREDITS.match(right):
        return False
    if _PAST.match(right) or _TYPED_BEFORE.search(left):
        return True
    return "prior" in document.notes and mention.start in document.notes["prior"]


def follow(document: Document) -> None:
    """Fill document.main_work and document.focus."""
    works = [m for m in document.mentions if m.kind == "W"]
    marked = _background_lists(document, works)
    document.notes["background"] = marked
    document.main_work = _main(document, works, marked)
    current = document.main_work
    heading: Referent | None = None
    paragraph = -1
    people: tuple[Referent, ...] = ()
    line_up = _line_up(document)
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if sentence.zone == LISTING:
                heading = None
            current = heading if heading is not None else (current if line_up else document.main_work)
        own = [m for m in sentence.mentions if m.kind == "W" and id(m) not in marked and m.referent is not None]
        chosen = _topic(document, sentence, own)
        if chosen is not None and sentence.zone != HEADLINE:
            current = chosen
            first = own[0] if own else None
            text = document.text[sentence.start : sentence.end]
            bullet = BULLET.match(text)
            at = sentence.start + (bullet.end() if bullet else 0)
            if first is not None and first.start - at <= 6 and (first.end >= sentence.end - 2 or bullet):  # noqa: PLR2004
                heading = chosen
        persons = [m.referent for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        focus = Focus(work=current, person=people[0] if people else (persons[0] if persons else None), people=people)
        document.focus[sentence.index] = focus
        if persons:
            people = tuple(dict.fromkeys(persons))


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
            and re.fullmatch(r"\s?(?:[,·/&]|와|과)?\s?(?:(?:영화|드라마) )?", document.text[mention.end : following.start])
        ):
            marked.add(id(mention))
        left = document.text[max(0, mention.start - 40) : mention.start]
        if re.search(r"\([^)]*$", left) and re.search(r"[가-힣]\([^)가-힣]*$", left):
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
            points[id(referent)] += 3
        elif sentence.index <= first + 1 and id(mention) not in marked:
            points[id(referent)] += 2
        if _CREDITS.match(document.text[mention.end : mention.end + 30]):
            points[id(referent)] += 4
    if not points:
        return None
    best = max(points.values())
    if best <= 0:
        return None
    return next(by_id[i] for i in by_id if points[i] == best)


def _topic(document: Document, sentence: Sentence, own: list[Mention]) -> Referent | None:
    """The work that a sentence is about: the one with a topic particle or credits, else the first."""
    if not own:
        return None
    for mention in own:
        right = document.text[mention.end : min(sentence.end, mention.end + 12)]
        if _CREDITS.match(document.text[mention.end : mention.end + 30]) or re.match(r"(?:\([^)]*\))?(?:은|는|이|가)[ ,]", right):
            return mention.referent
    return own[0].referent


def _line_up(document: Document) -> bool:
    """Whether the report goes through several works one by one."""
    heads = set()
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        first = next((m for m in sentence.mentions if m.kind == "W"), None)
        if first is not None and first.start - sentence.start <= 4 and sentence.zone == LISTING:  # noqa: PLR2004
            heads.add(id(first.referent))
    return len(heads) >= 2  # noqa: PLR2004
