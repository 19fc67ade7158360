"""What an English report is about: its main work, none where it tells of a project without a name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreel.reading.document import CAPTION, FURNITURE, HEADLINE
from newsreel.reading.langs.en.passing import aside, bracketed, earlier, in_epithet
from newsreel.reading.langs.en.places import opens_line
from newsreel.reading.langs.en.slates import entry_starts
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreel.reading.document import Document, Mention, Referent, Sentence

BASIS = Sought(
    r"(?:based on|adapted from|adaptation of|remake of|inspired by|version of|spin-?off (?:of|from|to)|prequel to|sequel to|follow-up to|"
    r"drawn from|from|take on|reboot of|reimagining of|redoes|remakes|remaking|reimagines|reworks|retells|continuation of|adapts|source|novel|manga|webtoon|book|comic)(?: [\w’'-]+){0,6} ?[\"“‘'*]*$"
)


# "the upcoming drama titled Harbor", "a new series, Harbor": how a report names what it is about.
_ANNOUNCED = re.compile(
    r"\b(?:titled|entitled|dubbed|(?:new|upcoming|forthcoming|untitled|next)\b[^.;:()]{0,30}?\b(?:series|film|drama|movie|show|comedy|thriller|"
    r"feature|miniseries|project|documentary)),? (?:called |named |titled )?[\"“'‘*]?$"
)


# What a place where a work is only named in passing, or as the source of another, counts beside one where it is told of.
PASSING, SOURCE, PARENT = 0.1, 0.3, 0.5
_PARENT = re.compile(r"[\"”’'*]* (?:spin-?off|prequel|offshoot|remake|universe|franchise)\b")  # "the Harbor spin-off"
OPENS_PARAGRAPH = 1.3  # the first work that a paragraph names


# In an obituary "directing the film version of Harbor" tells of the film.
_SCREENED = re.compile(
    r"\b(?:film|screen|television|TV|BBC|ITV|Hollywood) (?:version|adaptation|remake) of (?:the )?[\"“‘'*]*$"
)


def named_in_passing(document: Document, mention: Mention) -> bool:
    """Whether a work stands in a bracket, in an epithet or among earlier credits, or in a list that begins so."""
    known: dict[int, bool] = document.notes.setdefault("in passing", {})
    if id(mention) not in known:
        first = _list_head(document, mention)
        known[id(mention)] = any(
            bracketed(document, m) or earlier(document, m) or aside(document, m)
            for m in ((mention,) if first is mention else (mention, first))
        )
    return known[id(mention)]


# "Ann Lee, who spends her days in Harbor, is set for Still": the clause says who she is, the sentence is about what follows it.
_WHO = re.compile(
    r", who(?:se)? (?!(?:will|would|is (?:set|to|also)|is set to|directs?|wrote|created|writes)\b)[^.;:()]*$"
)
_CLOSES = re.compile(
    r"[\"”’'*]*(?:,[\"”’]?|[”\"]? \([^()]*\),) (?:is|was|has|had|will|plays?|stars?|joins?|leads?|takes?|puts?|returns?|directs?|wrote|writes|makes?|gets?|have|are|were|brings?|turns?|goes|comes|heads?|steps?|boards?|moves?|adds?|now)\b"
)


def _in_clause(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a work stands in a clause that says who somebody is, and the sentence goes on to another."""
    end = mention.end - 2 if document.text[mention.end - 1] in "\"”’'*" else mention.end
    if not _WHO.search(document.text, sentence.start, mention.start) or not _CLOSES.match(document.text, end):
        return False
    return any(
        m.kind == "W" and not m.indirect and m.referent is not mention.referent and m.start > mention.end
        for m in sentence.mentions
    )


_JOINS = re.compile(r"[\"”’'*]*(?:,|,? (?P<last>and|or|&)) [\"“‘'*]*")


def _list_head(document: Document, mention: Mention) -> Mention:
    """The first of the works that a mention is listed with ("Harbor, Still and Kite"), or itself."""
    sentence = document.sentence_at(mention.start)
    row = [m for m in sentence.mentions if m.kind == "W" and not m.indirect] if sentence else []
    if mention not in row:
        return mention
    first = last = row.index(mention)
    closed = False
    while first and (m := _JOINS.fullmatch(document.text[row[first - 1].end : row[first].start])):
        closed, first = closed or m["last"] is not None, first - 1
    while last + 1 < len(row) and (m := _JOINS.fullmatch(document.text[row[last].end : row[last + 1].start])):
        closed, last = closed or m["last"] is not None, last + 1
    return row[first] if closed else mention


def told(document: Document, mention: Mention) -> bool:
    """Whether a work is told of where it is named: neither in passing nor as another's source."""
    if mention.kind != "W" or mention.referent is None or mention.indirect:
        return False
    sentence = document.sentence_at(mention.start)
    return (
        sentence is not None
        and not named_in_passing(document, mention)
        and not source_of_another(document, mention, sentence)
    )


def source_of_another(document: Document, mention: Mention, sentence: Sentence) -> bool:
    """Whether the words before a work call it the source of another; found once a place."""
    known: dict[int, bool] = document.notes.setdefault("sources", {})
    if mention.start not in known:
        start = max(sentence.start, mention.start - 70)
        known[mention.start] = document.search(BASIS, start, mention.start) is not None and not (
            "life" in document.notes and _SCREENED.search(document.text, start, mention.start)
        )
    return known[mention.start]


def main_work(document: Document) -> Referent | None:
    """The work that the report is about: named most, in the headline, early; None where all are named in passing."""
    score: Counter[int] = Counter()
    order: dict[int, Referent] = {}
    spoken_of: set[int] = set()
    first = next((s for s in document.sentences if s.zone not in (HEADLINE, FURNITURE)), None)
    opening = (first.index + 1, first.paragraph + 1) if first else (1, 1)
    opened: set[int] = set()
    body = False
    for m in document.mentions:
        if m.kind != "W" or m.referent is None or m.indirect or m.referent.facts.get("source"):
            continue
        sentence = document.sentence_at(m.start)
        if sentence is None:
            continue
        again = id(m.referent) in order and in_epithet(
            document, m
        )  # "Harbor's Ann Lee", "the Harbor star": it keeps coming back
        first_of_body = sentence.zone != HEADLINE and not body
        body = body or sentence.zone != HEADLINE
        order.setdefault(id(m.referent), m.referent)
        set_off = sentence.zone == HEADLINE and document.text[m.start] in "\"“‘'*" and not in_epithet(document, m)
        passed = not set_off and named_in_passing(document, m)
        if again or not passed or (first_of_body and not bracketed(document, m)):
            spoken_of.add(id(m.referent))
        weight = _weight(document, m, sentence, opening, passed=passed)
        if sentence.paragraph not in opened:
            weight *= OPENS_PARAGRAPH
            opened.add(sentence.paragraph)
        score[id(m.referent)] += int(weight * 100)
    if not score:
        return None
    best = max(score.items(), key=lambda item: (item[1], -order[item[0]].order))[0]
    return order[best] if best in spoken_of else None


def _weight(document: Document, m: Mention, sentence: Sentence, opening: tuple[int, int], *, passed: bool) -> float:
    """How much one place where a work is named speaks for its being what the report is about.

    `opening`: the last sentence and the last paragraph of the report's opening.
    """
    length = max(1, len(document.text) - document.report.body)
    weight = 3.0 if sentence.zone == HEADLINE else 1.0
    if passed or _in_clause(document, sentence, m):
        weight *= PASSING
    elif source_of_another(document, m, sentence):
        weight *= SOURCE
    elif _PARENT.match(document.text, m.end):
        weight *= PARENT
    weight *= 1.5 - (m.start - document.report.body) / length
    if sentence.index <= opening[0]:
        weight *= 2
    if sentence.zone != HEADLINE and sentence.paragraph <= opening[1]:
        weight *= 2
    if _ANNOUNCED.search(document.text[max(sentence.start, m.start - 60) : m.start]):
        weight *= 3
    if isinstance(m.value, float):
        weight *= min(1.0, max(0.3, 0.3 + m.value / 2))
    return weight


def heads_line(document: Document, mention: Mention) -> bool:
    """Whether a work's name opens a line, as in listings: what follows is said of it."""
    if mention.indirect:
        return False
    return opens_line(document.text, mention.start, mention.end, mention.text) or mention.start in entry_starts(
        document
    )


# "his yet untitled film", "Ann Lee's upcoming thriller": a project that has no name, or whose name is not given.
_NOUN = (
    r"(?:film|movie|project|series|drama|thriller|comedy|feature|flick|pic|show|directorial|production|venture|romcom|rom-com|biopic|musical|horror|actioner|"
    r"action-adventure|entertainer|pilot|sitcom|documentary|miniseries|outing)"
)
_COMING = r"(?:next|upcoming|new|latest|forthcoming|anticipated|awaited|debut|ambitious|maiden|first|second|third|[\w-]+-awaited|[\w-]+-anticipated)"
_NAMELESS = re.compile(
    rf"\b(?P<untitled>(?:[Uu]ntitled|yet-to-be-titled|as-yet-untitled|unnamed)(?: [\w’'-]+){{0,4}} {_NOUN})\b"
    rf"|(?:(?P<owner>(?:[A-Z][\w.’'-]*[ -])*[A-Z][\w’-]*)['’]s?|\b(?:his|her|their|director['’]s|filmmaker['’]s|actor['’]s)) (?:(?:much|long|highly|most)[- ])?"
    rf"(?:{_COMING},? )+(?:[\w’'-]+ ){{0,3}}?(?P<noun>{_NOUN})\b"
    rf"|\bthis (?P<this>(?:[A-Z][\w’-]+ ){{2,3}}{_NOUN})\b"
    r"|\b(?:project|film|movie|series),? (?:which is )?(?:currently|as yet|yet|still) (?:untitled|unnamed)",
)
_NAMED_AFTER = re.compile(r"(?:,|:| –| —| -)?(?: (?:titled|entitled|called|dubbed|named))?,? ?[\"“‘'*]?[A-Z0-9]")
_LEAD = 4  # sentences, the headline among them


def nameless(document: Document) -> Referent | None:
    """The project that the report opens with where it gives that no name, and names no work that it tells of beside it.

    It is called as the report calls it ("Ann Lee's next series"); its names are empty where the report only says "his next film".
    """
    lead = [s for s in document.sentences if s.zone not in (FURNITURE, CAPTION)][:_LEAD]
    if not lead or any(told(document, m) for s in lead for m in s.mentions):
        return None
    if _another_story(document, lead[-1].end) and _ANY_NEW.search(document.text, lead[0].start, lead[-1].end):
        return document.refer("work", "")
    found = [
        m
        for m in _NAMELESS.finditer(document.text, lead[0].start, lead[-1].end)
        if not _NAMED_AFTER.match(document.text, m.end())
    ]
    if not found:
        return None
    named = _descriptions(found) or _descriptions(_NAMELESS.finditer(document.text, lead[-1].end))[:1]
    project = document.refer("work", named[0] if named else "")
    for name in named[1:]:
        project.call(name)
    return project


# "a new thriller set in Rome", "a yet to be titled feature": a project without a name
_ANY_NEW = re.compile(
    rf"\b(?:[Aa]n?|the) (?:new|upcoming|forthcoming|as[ -]yet[ -]untitled|yet[ -]to[ -]be[ -]titled|yet untitled)(?: [\w’'-]+){{0,3}} {_NOUN}\b(?!,? (?:titled|entitled|called|dubbed|named)?[\"“‘'*]* ?[A-Z])"
)
_OTHER_NEWS = re.compile(r"(?:In (?:other|related|more) [\w ]{0,20}news|Elsewhere|Meanwhile|Separately)\b")


def _came_up_in_passing(document: Document, mention: Mention) -> bool:
    """Whether a work was first named among what somebody did or does besides."""
    first = next(m for m in document.mentions if m.referent is mention.referent)
    return first is not mention and named_in_passing(document, first)


def _another_story(document: Document, position: int) -> bool:
    """Whether the first work told of behind a place is told of in a next story ("In other casting news, …")."""
    first = next((m for m in document.mentions if m.start > position and told(document, m)), None)
    if first is not None and _came_up_in_passing(document, first):
        return True
    home = document.sentence_at(first.start) if first else None
    if home is None:
        return False
    opening = next(s for s in document.sentences if s.paragraph == home.paragraph)
    return _OTHER_NEWS.match(document.text, opening.start) is not None


def _descriptions(found: Iterable[re.Match[str]]) -> list[str]:
    """What a project without a name is called: by its maker, or "untitled" with something that tells it from others."""
    called = (m.group() if m["owner"] else m["untitled"] or m["this"] or "" for m in found)
    return [re.sub(r"\s+", " ", name) for name in called if re.search(r"[A-Z]", name)]
