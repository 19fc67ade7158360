"""Dates of works: the event nearest to a date says what happens then, and whose event it is says to which work.

"The film, which shot in Leeds last spring, opens on 3 May": the spring belongs to "shot", 3 May to "opens". Words of
all else that happens on dates (statements, births, prizes, orders) keep their dates to themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.dates import resolve
from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.clauses import clause_start, subjects_of
from newsreel.reading.langs.en.events import any_of, dated, near_shooting
from newsreel.reading.langs.en.grids import country_code
from newsreel.reading.langs.en.labels import opens_with
from newsreel.reading.langs.en.sequences import all_of
from newsreel.reading.langs.en.showing import dateable, shoots, shows, words
from newsreel.reading.mask import NUMBER_BASE, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence
    from newsreel.reading.langs.en.events import Dated

LEAD = 28  # code points before an event that tell its tense
MOVE_REACH = 90
_ENDS = 2  # a range has two
_AHEAD = frozenset({"due", "slated", "scheduled", "set for"})
_TODAY = frozenset({"today"})
_MOVES = re.compile(
    r"\b(?:nudg|shunt|mov|push|shift|delay|bump|put back|postpon|brought forward|slid|slip|relocat|reschedul|jump|back|due|instead)\w*",
    re.IGNORECASE,
)
_ON_TO = re.compile(
    rf"[,)]? ?(?:→|->|=>|(?:is |are |was )?(?:now |back |forward |out )?(?:to|until|till)) (?:[a-z]+ )?(?={kind_char('D')})"
)
# "said that the premiere had been set for 5 May": told of, not left
_SAID_SO = re.compile(
    r"\b(?:said|says|announced|revealed|confirmed|stated|added)\b(?:(?!\b(?:originally|previously|initially|formerly|but)\b)[^.;])*\b(?:has|had) (?:now |finally )?been (?:set|scheduled|slated|fixed|confirmed|announced)\b[^.;]{0,20}$"
)
_WAS_TO = re.compile(r"\b(?:was|were|had)(?: been)? (?:\w+ )?(?:due|set|slated|scheduled|to|expected|supposed)\b")
_PLANNED = re.compile(
    r"\b(?:due|set|slated|scheduled|dated|planned|expected|supposed|meant|originally|initially|previously|first|earlier|was to|were to|pencill?ed)\b"
)
_GIVES_WAY = re.compile(
    r"\b(?:will now|would now|(?:is|are) now|now (?:due|set|slated|scheduled|expected|planned|says?|opens|starts|begins|arrives|bows)|instead"
    r"|(?:been|was|were|is|are|but|and|then|later) (?:now |since |later |then |subsequently )?(?:moved|pushed|put|shifted|slid|slipped|delayed|bumped|postponed|brought|rescheduled|relocated)|has slipped|have slipped)\b"
)
_CLAUSE = re.compile(r"[,;:] ")
_NOW = re.compile(r"(?:\b(?:is|are|currently|now|also)|['’]s) $")
_THIS = re.compile(r"(?:this|the) ", re.IGNORECASE)
_LAST_SCENES = re.compile(
    r"\b(?:last|final) (?:scenes?|frames?|shots?|day|takes?)(?: (?:will|would|was|were|is|are|be|to|has|have|been|in))* $"
    r"|\b(?:wrap(?:s|ped|ping)?(?: up)?|finish(?:es|ed)|complet(?:es?|ed)|conclud(?:es?|ed))(?: (?:the|its|his|her|their|all|main|principal))* $"
)
_FINISHED = re.compile(
    r"\b(?:finish(?:es|ed|ing)?|wrap(?:s|ped|ping)?(?: up)?|complet(?:es?|ed|ing)|conclud(?:es?|ed|ing)) $"
)  # "shooting"
_OF_SHOOT = re.compile(
    r"(?:the )?(?:start of |start date (?:of|for) )?(?:filming|shooting|production|principal photography|photography|cameras|(?:the )?shoot)\b(?! (?:compan|house|design))",
    re.IGNORECASE,
)
_UNTIL = frozenset({"until", "till"})
# "filming starts in June, with a release eyed for May": the plan is of the showing
_OWN_SHOWING = re.compile(
    r"\b(?:an?|its|the|for) (?:[a-z]+ )?(?:release|premiere|debut|bow|launch|rollout|roll-out|opening)(?: date)? (?:(?:is|has been|currently|now|being|already|tentatively) )*(?:eyed|eyeing|planned|targeted|pencill?ed in|expected|scheduled|slated|set|due)(?: for| in)?$"
)
_AIRED = re.compile(
    r"\b(?:bowed|aired|premiered|debuted|airs|premieres|finale|ratings)\b"
)  # a season "wraps up" on air
_BARE = re.compile(r"[,(] ?(?:[a-z]+ly )?$")  # "Harbor, released in Britain on 18 January": before or after today
_PAST_BE = re.compile(r"\b(?:was|were|had been|originally|once|had)(?: \w+)? $")
_OF_A_KIND = re.compile(
    rf" (?:(?:[a-z-]+|{kind_char('A')}.|{kind_char('G')}.) ){{0,2}}"
    rf"(?:{kind_char('T')}|(?:manga|novels?|books?|comics?|webtoon|memoir|stage play|video game|original|classic|bestseller)\b)"
)
_OF_A_YEAR = re.compile(
    r" (?:(?:[a-z]+-)?(?:hit|success|smash|blockbuster|breakthrough|feature|sleeper|effort|drama|comedy|thriller|remake|series)s?)\b"
)
_MOVED_THEN = re.compile(
    r"(?: (?:morning|afternoon|evening|night))? (?:also )?(?:pushed|moved|delayed|shifted|postponed|bumped|set|dated|pulled)\b"
)
_ON_DAY = re.compile(rf"\b(?:on|late|early|late on) {kind_char('D')}.$")
_SOURCE_BEGINS = re.compile(
    r"\b(?:launch|start|beg[au]n|begin|debut|seriali[sz]|publish|creat|end|conclud|finish|releas)\w*(?: serializing)? (?:the|his|her|their|its|this) "
    rf"(?:original |source |ongoing |[a-z]+-volume )?(?:manga\b|(?:light |web )?novels?\b|comics?\b|webtoons?\b|webcomic\b|books?\b|{kind_char('T')}.)"
)
_AFTER_IT = re.compile(
    r"\b(?:after|since|having) (?:also |first |recently |just )?$"
)  # "after wrapping Harbor in March"
_BEFORE_IT = re.compile(
    r"\bbefore (?:its |being |later |eventually )?$"
)  # "premiered in Venice before opening on 14 October"
_SHOWN_PAST = re.compile(r"\b(?:premiered|opened|debuted|bowed|aired|screened|launched|was|were|had|played)\b")
_JUST_SHOWN = re.compile(r"\b(?:opened|released|premiered|debuted|arrived|bowed|landed|screened|came out) $")
_DAY_ONE = re.compile(r"day one .* (?:was|came) $|day one .* (?:was|came)\b")
# "in the can by August", "the last slate went down on Saturday"
_ENDS_SHOOT = re.compile(
    r"wrap|.*(?:canned$|in the can|slate|clapper|silent|stopped|went dark|switched off)|(?:last|final) (?:take|shot|scene)"
)
# "has bagged Christmas Day", "had pencilled it in for the autumn": a day that is booked is to come
_BOOKS = re.compile(r"(?:bag|claim|book|grab|stak|earmark|slot|pencil)\w*\b")
_HOLDS = frozenset({"has", "gets", "shows"})  # "which Acme has on 10 July"
_VERB_PAST = re.compile(r"\w+ed\b")
_VERB = re.compile(r"[a-z]+\b")


@cache
def _left() -> Sought:
    return Sought(rf"(?i)(?:{any_of('left')})$")


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('coming')})\b")


@cache
def _gone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('gone')})\b")


def timing(document: Document) -> Iterable[Draft]:
    """Claims of first showings and of shooting, from every date of the report."""
    plain = (
        sentence
        for sentence in document.sentences
        if sentence.zone != FURNITURE and not opens_with(document, sentence, "shoot")
    )
    yield from all_of(document, ((sentence, list(_sentence(document, sentence))) for sentence in plain))


def _sentence(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """The claims of every date of a sentence that belongs to an event."""
    row = list(dated(document, sentence))
    for number, told in enumerate(row):
        yield from _told(told, row[number + 1 :], taken_up=number > 0 and _moved_on(row[number - 1]))


def _written(told: Dated, found: re.Match[str]) -> bool:
    """Whether what is launched is a thing to read, which a type word tells by its type."""
    masked = told.sentence.masked
    types = [m for m in masked.mentions_in(found.group()) if m.kind == "T"] if masked else []
    return not types or types[-1].value in {"manga", "book", "webtoon"}


_PUBLISHED = re.compile(r"(?:First |Originally )?(?:[Pp]ublished|[Ss]eriali[sz]ed)\b[^,.;]{0,60}")


def _tells_of_reading(told: Dated, end: int) -> bool:
    """Whether the words behind a participle are about a thing to read."""
    masked = told.sentence.masked
    kinds = masked.mentions_in(told.text[end : end + 30]) if masked else []
    return any(m.value in {"manga", "book", "webtoon", "novel", "comic", "memoir"} for m in kinds)


def _elsewhere(told: Dated) -> bool:
    """Whether a date is a source's, another work's or that of the announcement."""
    if told.mention.start in told.document.notes.get("told of sources", ()):
        return True  # "takes up the comic that began in 1988"
    at = told.text.find(chr(NUMBER_BASE + told.number)) + 1
    if told.mention.text.isdigit() and (_OF_A_KIND.match(told.text, at) or _OF_A_YEAR.match(told.text, at)):
        return True  # "an adaptation of the 2016 manga", "the sequel to her 2019 hit"
    if _MOVED_THEN.match(told.text, at) and _ON_DAY.search(told.text, 0, at):
        return True  # "Acme on Monday night pushed the film": the day it said so
    if (read := _PUBLISHED.match(told.text)) and read.end() >= at and told.text.startswith(", the", read.end()):
        return _tells_of_reading(told, read.end())  # "Published in 2021, the book tells of two families"
    told_of = _SOURCE_BEGINS.search(told.text, max(0, told.event.start - 1), at)
    return told_of is not None and _written(told, told_of)  # "Lee launched the manga in a weekly in March 2021"


def _told(told: Dated, behind: list[Dated], *, taken_up: bool) -> Iterator[Draft]:
    """The claims of a date; `behind` are those after it, `taken_up` tells that the work moves from the one before to it."""
    if _elsewhere(told):
        return
    what = _what(told)
    subjects = subjects_of(told.document, told.sentence, told.event, told.mention) if what else []
    if not subjects:
        return
    drafts: Iterable[Draft] = ()
    if what == "shown" and shows(told):
        drafts = _shown(told, subjects)
    elif what == "end" and shoots(told) and dateable(told) and not _AIRED.search(told.text):
        drafts = _drafts(told, "filming_end", subjects, "wrap")
    elif what == "begin" and shoots(told) and told.mention.text.lower() not in _TODAY and dateable(told):
        drafts = _shooting(told, subjects)
    replaced = _replaced(told, what, behind)
    for draft in drafts:
        if replaced:
            draft.status, draft.fixed = "denied", True
            draft.object = resolve(told.mention.value, future=None).edtf
        elif taken_up and draft.predicate == "release_date" and not draft.status:
            draft.object = resolve(told.mention.value, future=True).edtf
        yield draft


def _replaced(told: Dated, what: str, behind: list[Dated]) -> bool:
    """Whether a date that was planned gives way to the one behind it: "due to start in June, will now start in August"."""
    at = told.text.find(chr(NUMBER_BASE + told.number)) + 1
    for other in behind:
        if _what(other) == what:
            end = other.text.find(chr(NUMBER_BASE + other.number))
            planned = _PLANNED.search(told.text, max(0, told.event.start - LEAD), at) is not None
            return planned and _GIVES_WAY.search(told.text, at, end) is not None
    return False


def _shown(told: Dated, subjects: list[Referent]) -> Iterator[Draft]:
    """The day of a showing; of a move from one day to another the one that is left and the new one."""
    if not _from_to(told):
        yield from _drafts(told, "release_date", subjects, "shown")
        return
    first, *_, last = told.mention.value.edtf.split("/")
    for draft in _drafts(told, "release_date", subjects, "shown", first):
        draft.status, draft.fixed = "denied", True
        yield draft
    yield from _drafts(told, "release_date", subjects, "shown", last)


def _from_to(told: Dated) -> bool:
    """Whether a work moves from one day to another: "nudged Harbor from Aug. 19 to Sept. 9"."""
    value = told.mention.value
    moved = told.mention.text.lower().startswith("from ") and _MOVES.match(told.word)
    return bool(moved) and value.kind == "range" and "/" in value.edtf and len(value.meaning.parts) == _ENDS


def _what(told: Dated) -> str:
    """What happens: "begin" or "end" of a shoot, "shown", or "" where it is something else."""
    what = told.event.what
    if (
        what == "shoot"
        and not told.word.startswith(("to ", "will ", "would "))
        and _NOW.search(told.text, 0, told.event.start)
        and _THIS.match(told.mention.text)
    ):
        return ""  # "is filming in Leeds this summer": a shoot that goes on, not its first day
    if what == "shoot" and (
        _LAST_SCENES.search(told.text, 0, told.event.start) or _FINISHED.search(told.text, 0, told.event.start)
    ):
        return "end"
    at = max(told.text.find(chr(NUMBER_BASE + told.number)), told.event.end)
    shooting = near_shooting(told.text, told.event.start, at)
    if _PORTION.search(told.text, 0, told.event.start):
        return ""
    placed = told.text.startswith(_AT_PLACE, told.text.find(chr(NUMBER_BASE + told.number)) + 1) and _town(told)
    if what == "begin" and (placed or _between(told)):
        return "begin"
    if what != "shoot" and _moved(told):
        opens = clause_start(told.text, told.event.start)
        return "begin" if shooting or _OF_SHOOT.match(told.text[opens:]) else "shown"
    return _happens(told, what, shooting=shooting)


# "the Ladakh schedule was wrapped up last month": a part of a shoot
_PORTION = re.compile(
    r"\b(?:schedule|leg|portions?|patch|phase|unit|block|half)(?: (?:was|is|has|have|been|were|will|be|to|also|of [^.;,]{2,30}))* $",
)
_AT_PLACE = (" at ", " in ", " on ", ", at ", ", in ")


_MIDWAY = re.compile(rf" (?:in|at) (?:the )?{kind_char('L')}.(?: on| in|,)? (?:the )?")
_THEN = re.compile(r",? (?:and|before|then) (?:then )?(?:goes|going|moves|moving|heads|heading|travels|on) ")


def _between(told: Dated) -> bool:
    """Whether a place stands between an event and its date, and the shoot moves on: "starts in Malta on the 22nd and goes on to"."""
    at = told.text.find(chr(NUMBER_BASE + told.number))
    midway = _MIDWAY.fullmatch(told.text, told.event.end, at - 1) is not None
    return midway and _THEN.match(told.text, at + 1) is not None


def _town(told: Dated) -> bool:
    """Whether a town or a studio's village stands right behind a date, where works are shot: "starts on 2 March at Shepperton"."""
    masked = told.sentence.masked
    row = masked.mentions if masked is not None else []
    behind = row[told.number + 1] if told.number + 1 < len(row) else None
    near = behind is not None and behind.kind == "L" and behind.start - told.mention.end < _NEXT_TO
    return near and behind is not None and not country_code(behind.text)


_NEXT_TO = 8


def _moved(told: Dated) -> bool:
    """Whether an event is a move to another date: "pushed back to", "delayed until"."""
    if told.word in _UNTIL:
        return _MOVES.search(told.text, max(0, told.event.start - LEAD), told.event.start) is not None
    return _MOVES.match(told.text, told.event.start) is not None


def _happens(told: Dated, what: str, *, shooting: bool) -> str:
    if shooting and what != "release" and _OWN_SHOWING.search(told.text, 0, told.event.end):
        return "shown"
    if what == "end":
        return "end" if shooting or _ENDS_SHOOT.match(told.word) else ""
    if what == "shoot" or (shooting and (what in ("begin", "starts") or told.word in _AHEAD)):
        return "begin"
    if what == "begin":
        return "shown" if told.word in words("may_show") else ""
    return "shown" if what in ("release", "starts") else ""


def _shooting(told: Dated, subjects: list[Referent]) -> Iterator[Draft]:
    value = told.mention.value
    if value.kind == "range" and "/" in value.edtf and len(value.meaning.parts) == _ENDS:  # "April 13 to July"
        first, *_, last = value.edtf.split("/")
        yield from _drafts(told, "filming_start", subjects, "shoot", first)
        yield from _drafts(told, "filming_end", subjects, "shoot", last)
    else:
        yield from _drafts(told, "filming_start", subjects, "shoot")


def _drafts(told: Dated, predicate: str, subjects: list[Referent], how: str, value: str = "") -> Iterator[Draft]:
    start, end = told.span
    future, left = _future(told, start, end), _moved_on(told)
    if _MOVES.match(told.document.text, start):  # what is moved has not been shown yet
        future = None if left else True
    left = left or (
        told.document.search(_left(), told.sentence.start, told.mention.start) is not None
        and _SAID_SO.search(told.document.text, told.sentence.start, told.mention.start) is None
    )
    value = value or resolve(told.mention.value, future=None if left else future).edtf
    for subject in subjects:
        draft = Draft(predicate, subject, value, told.sentence, start, end, f"en/time/{how}", mention=told.mention)
        if left:
            draft.status, draft.fixed = "denied", True
        yield draft


def _moved_on(told: Dated) -> bool:
    """Whether a date is left for the one behind it: "from 5 May to 7 June", "5 May → 7 June"."""
    at = told.text.find(chr(NUMBER_BASE + told.number)) + 1
    on = _ON_TO.match(told.text, at)
    if on is None:
        return False
    return "→" in on.group() or ">" in on.group() or _MOVES.search(told.text, max(0, at - MOVE_REACH), at) is not None


def _future(told: Dated, start: int, end: int) -> bool | None:
    """Whether the words around an event speak of what is to come (True), past (False), or leave it open (None)."""
    text = told.document.text
    before, stretch = text[max(told.sentence.start, start - LEAD) : start].lower(), text[start:end].lower()
    booked = _BOOKS.search(stretch) is not None or told.word in _HOLDS
    if booked or _WAS_TO.search(before + stretch):
        return True if booked else None
    near = _CLAUSE.split(before)[-1]
    if _AFTER_IT.search(near) or (
        _BEFORE_IT.search(near) and _SHOWN_PAST.search(text, told.sentence.start, start) is not None
    ):
        return False
    if _coming().search(near) or (_coming().match(stretch) and not _PAST_BE.search(near)):
        return True
    if (
        _DAY_ONE.search(stretch)
        or _gone().search(near)
        or _gone().match(stretch)
        or " since " in stretch
        or _JUST_SHOWN.search(before)
    ):
        return False
    if _VERB_PAST.match(stretch):
        bare = told.word == "released" and told.mention.value.kind == "day" and _BARE.search(before)
        return None if bare else False
    return True if _coming().search(stretch) or _VERB.match(stretch) else None
