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
from newsreel.reading.langs.en.clauses import Event, clause_start, subjects_of
from newsreel.reading.mask import KIND_BASE, NUMBER_BASE, NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

REACH = 110  # characters of masked text between an event and its date
AFTER = 30
_WORK_NOUN = re.compile(
    r"\b(?:it|which|that|season|series|film|movie|show|drama|production|episodes?|finale|instal\w+|outing|chapter|run|picture|pic|comedy|thriller|sequel|prequel|screens|viewers|opener|two-parter|trilogy|special|documentary|anime|adaptation|miniseries|spin-?off|reboot|remake|feature|pilot|doc|novel|manga|book|webtoon|they|project|title|version|one|part|date)\b|\ue054|\ue047"
)
_HARD = re.compile(
    r"[;:]| – | — |—|\) |, (?:who|whose|while|whereas|but|although|though|when|after|before)\b| (?:while|whereas|but|although|though|who|whose|because|when|after|before|since|until he|until she) "
)
_LABEL = re.compile(r": ?(?:\w+ )?$")
_SHOOT_REACH = 45


@cache
def _events() -> re.Pattern[str]:
    data = load_data("en", "timing")
    groups = (
        ("release", "release"),
        ("end", "end_verbs"),
        ("shoot", "shoot_verbs"),
        ("begin", "begin_verbs"),
        ("starts", "starts"),
        ("other", "other"),
    )
    body = "|".join(
        f"(?P<{name}>{'|'.join(sorted(map(str, data[key]), key=lambda w: -len(w)))})" for name, key in groups
    )
    return re.compile(rf"(?<![\w’'-])(?:{body})(?![\w’'])", re.IGNORECASE)


@cache
def _shoot_nouns() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(str, load_data('en', 'timing')['shoot_nouns']))})(?![\w])", re.IGNORECASE
    )


@cache
def _left() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(str, load_data('en', 'timing')['left']))})$", re.IGNORECASE)


def timing(document: Document) -> Iterable[Draft]:
    """Claims of first showings and of shooting, from every date of the report."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE or sentence.masked is None:
            continue
        if any(m.kind == "D" for m in sentence.mentions):
            yield from _sentence(document, sentence)


def _sentence(document: Document, sentence: Sentence) -> Iterator[Draft]:
    masked = sentence.masked
    assert masked is not None  # noqa: S101 - asked before
    text = masked.text
    events = [Event(str(m.lastgroup), m.start(), m.end()) for m in _events().finditer(text)]
    for number, mention in enumerate(masked.mentions):
        if mention.kind != "D" or mention.indirect:
            continue
        at = text.find(chr(NUMBER_BASE + number)) - 1
        event = _governs(text, events, at)
        if event is None:
            continue
        yield from _told(document, sentence, text, event, mention, at)


def _governs(text: str, events: list[Event], at: int) -> Event | None:
    """The event that a date belongs to: the nearest before it in its clause, failing that the one right behind it."""
    behind = next(
        (e for e in events if at + 2 <= e.start <= at + 2 + AFTER and not _HARD.search(text, at + 2, e.start)), None
    )
    if (
        behind is not None
        and text[at + 2 : behind.start] in (" ", " -", "’s ", "'s ", "-")
        and behind.what in ("release", "shoot")
    ):
        return behind
    for event in reversed(events):
        if event.end > at:
            continue
        if at - event.end > REACH:
            break
        between = text[event.end : at]
        if between.count("(") > between.count(")"):
            break
        if _HARD.search(between) and not re.fullmatch(r": ?(?:[\w’']+ ){0,3}", between):
            break
        if (
            event.what == "begin"
            and event.end < at
            and text[event.start : event.end].lower() in {"from", "since", "through", "until"}
        ):
            earlier = next(
                (
                    e
                    for e in reversed(events)
                    if e.end <= event.start and e.what in ("release", "shoot", "starts", "begin", "end")
                ),
                None,
            )
            if (
                earlier is not None
                and event.start - earlier.end < REACH
                and not _HARD.search(text, earlier.end, event.start)
            ):
                return earlier if not _near_shoot(text, event.start, at) else event
        return event
    if behind is not None and re.fullmatch(
        r"[\W]*(?:[\w’']+ )?", text[max(0, at - 14) : at].rsplit("; ", maxsplit=1)[-1].lstrip('"“ ')
    ):
        return behind
    return behind if behind is not None and behind.what in ("release", "shoot") and at < 40 else None  # noqa: PLR2004 - a date that opens a sentence


def _near_shoot(text: str, start: int, end: int) -> bool:
    """Whether a noun of shooting stands between a little before an event and its date, in the same clause."""
    left = max(
        0, start - _SHOOT_REACH, text.rfind(";", 0, start), text.rfind(". ", 0, start), text.rfind(", and", 0, start)
    )
    return _shoot_nouns().search(text, left, end) is not None


def _told(
    document: Document, sentence: Sentence, text: str, event: Event, mention: Mention, at: int
) -> Iterator[Draft]:
    shooting = _near_shoot(text, event.start, max(at, event.end))
    what = event.what
    if what == "other":
        return
    word = text[event.start : event.end].lower()
    if what == "shoot" or (shooting and what in ("begin", "starts", "release")):
        if what == "release" and word not in {"due", "slated", "scheduled", "set for"}:
            what = "release"
        else:
            what = "begin"
    elif what == "begin":
        if word not in _STARTS:
            return
        what = "starts"
    if what == "end":
        if not shooting and not word.startswith("wrap"):
            return
        what = "end"
    subjects = subjects_of(document, sentence, event, mention)
    if not subjects or not _said_of_work(text, event, what):
        return
    if what == "begin":
        yield from _shooting(document, sentence, text, event, mention, subjects)
    elif what == "end":
        yield from _drafts(document, sentence, "filming_end", event, mention, subjects, "wrap")
    elif _shows(document, sentence, text, event, mention):
        yield from _drafts(document, sentence, "release_date", event, mention, subjects, "shown")


_STARTS = frozenset(
    {
        "starts",
        "started",
        "starting",
        "begins",
        "began",
        "beginning",
        "begin",
        "kicks off",
        "kicked off",
        "commences",
        "due",
        "slated",
        "scheduled",
        "planned",
        "expected",
        "set",
        "eyed",
        "eyeing",
        "pencilled in",
        "penciled in",
    }
)
_AUX = re.compile(
    r"(?:^|[ ,(])(?:will|would|is|are|was|were|be|been|being|to|has|have|had|now|also|then|opens?|opened|opening|arrives?|arrived|lands?|landed|hits?|bows|plays|out|finally|first|set|due|slated|scheduled|expected|already|only|it['’]?s|not|still|recently|"
    r"itself|both|officially|originally|once|again|just|next|[a-z]+ly|can|could|going|planned|previously|should|may|might|make its|made its|makes its|its|world|theatrical|first|there|here|did|does)$|['’](?:s|ll)$"
)
_K = {k: chr(KIND_BASE + ord(k)) for k in "WTGSDPOLEXAN"}
_FIT_HEAD = re.compile(
    rf"(?:[{_K['W']}{_K['T']}{_K['G']}{_K['S']}{_K['D']}{_K['N']}{_K['L']}{_K['E']}].[\"”’'!?]*|[)\],*\"”!?]|\b(?:which|that|it|they|and|or|season|series|films?|movies?|shows?|drama|production|episodes?|finale|instal\w+|outing|chapter|"
    r"run|picture|pic|comedy|thriller|sequel|prequel|opener|two-parter|trilogy|special|documentary|anime|adaptation|miniseries|spin-?off|reboot|remake|feature|pilot|doc|novel|manga|book|webtoon|project|title|"
    r"version|part|one|the|a|an|for|of|u\.?s\.?|uk|digital|global|streaming|release|premiere|date|as|with|ahead|musical|biopic|follow-up|update|horror|romance|original|programme|program|saga|epic|cut|titles|pair|entry|story|tale|revival|offshoot|second|third|fourth|two|three|four|five|six|seasons|hours|batch|half|new|until|before|after|on|in|at|by|from))$",
    re.IGNORECASE,
)
_NOT_WORKS = re.compile(
    r"\b(?:trailer|teaser|poster|tickets?|box office|album|single|soundtrack|stills?|photos|images?|stage|tour|play|concert|comeback|acting|directorial|runway|pickup|decisions?|game|match|restaurant|hotel|exhibition|shop|store|service|channel|company|strike|court|judge|doors?|eyes|percent|market|auditions?|applications?|nominations?|voting)\b",
    re.IGNORECASE,
)
_TAKES_WORK = re.compile(
    rf"(?:{NUMBER_CLASS})?[ \w]{{0,20}}?(?:{_K['W']}|{_K['T']}|{_K['G']}|it\b|them\b|the first|its|all)"
)


_WHICH_MAKER = re.compile(
    rf"\b(?:which|that) [{kind_char('O')}{kind_char('P')}]{NUMBER_CLASS}(?: (?:put|puts|has|will|is|to|had))*$"
)
_SERVICE = re.compile(rf"[{kind_char('K')}]{NUMBER_CLASS},? (?:that|which)(?: \w+)?$")


def _said_of_work(text: str, event: Event, what: str) -> bool:
    """Whether what stands before an event can be a work, its first showing or its maker with the work behind."""
    left = clause_start(text, event.start)
    before = text[left : event.start].rstrip().lstrip("•*-–—> ")
    if _SERVICE.search(before) or text[event.end : event.end + 6] == " again":
        return False
    if not before and text[event.start : event.end].lower().startswith("launch"):  # "About Acme: launched in 2019"
        return False
    if what in ("begin", "end"):
        word = text[event.start : event.end].lower()
        return (
            word not in {"shot", "filmed", "shoots", "films"}
            or bool(re.search(r"\b(?:was|were|been|be|is|being)(?: \w+)?$|,$|^$", before))
            or before.endswith((")", "”"))
        )
    if _NOT_WORKS.search(before[-60:]) or _NOT_WORKS.match(text, event.end + 1):
        return False
    if re.search(r"\b(?:his|her|my|your)(?: \w+)?$", before):
        return False
    stripped = True
    while stripped and before:
        shorter = _AUX.sub("", before).rstrip()
        stripped, before = shorter != before, shorter
    if not before or _FIT_HEAD.search(before) or _WHICH_MAKER.search(before):
        return True
    return _TAKES_WORK.match(text[event.end : event.end + 40].lstrip()) is not None


YEARS_AHEAD = 15
_IDIOM = re.compile(
    r"(?:came|come|comes) to (?:a|an end|terms|light|power)\b|(?:opens?|opened) (?:her|his|their|its) (?:eyes|doors|heart)|started at \d|started out|(?:been )?shown the door|released (?:a|the) (?:statement|trailer|teaser|first|still|poster)",
    re.IGNORECASE,
)
_VAGUE = frozenset(
    {
        "recently",
        "now",
        "today",
        "currently",
        "soon",
        "shortly",
        "later",
        "this week",
        "these days",
        "previously",
        "tonight",
    }
)


def _shows(document: Document, sentence: Sentence, text: str, event: Event, mention: Mention) -> bool:
    """Whether an event is the first showing of a work on a date that says something."""
    low = mention.text.lower()
    if (
        low in _VAGUE - {"today", "tonight"}
        or low.startswith(("each ", "every "))
        or mention.value.kind in ("decade", "century")
    ):
        return False
    if mention.value.period.start.year > document.anchor.year + YEARS_AHEAD:  # when the plot is set
        return False
    if _IDIOM.match(document.text, sentence.masked.position(event.start)) if sentence.masked else False:
        return False
    word = text[event.start : event.end].lower()
    if word in {
        "release",
        "released",
        "releases",
        "dropped",
        "drops",
        "drop",
        "arrived",
        "landed",
        "lands",
        "returned",
        "returns",
        "opened",
        "bring",
        "brings",
        "due",
        "slated",
        "scheduled",
        "watch",
        "coming",
        "set",
        "expected",
        "planned",
        "start",
        "starts",
        "started",
        "begins",
        "began",
        "launched",
        "launches",
        "published",
        "back",
        "follows",
        "joined",
        "eyed",
        "eyeing",
    }:
        lead = text[clause_start(text, event.start) : event.start]
        if word == "release" and re.search(
            r"\b(?:the|a|its|an?|theatrical|cinema|for|wide|general|local|uk|us)\W*$", lead.lower()
        ):
            return True
        return (
            bool(_WORK_NOUN.search(lead.lower()))
            or chr(KIND_BASE + ord("W")) in text[clause_start(text, event.start) : max(event.end + 40, 0)]
            or len(lead.strip()) < 3
        )
    return True


def _shooting(
    document: Document, sentence: Sentence, text: str, event: Event, mention: Mention, subjects: list[Referent]
) -> Iterator[Draft]:
    low = mention.text.lower()
    if low in {"recently", "now", "today", "currently", "soon", "shortly", "later"} or mention.value.kind in (
        "decade",
        "century",
    ):
        return
    if mention.value.kind == "range" and "/" in mention.value.edtf and len(mention.value.meaning.parts) == 2:  # noqa: PLR2004 - from, to
        first, last = mention.value.edtf.split("/")[0], mention.value.edtf.split("/")[-1]
        yield from _drafts(document, sentence, "filming_start", event, mention, subjects, "shoot", first)
        yield from _drafts(document, sentence, "filming_end", event, mention, subjects, "shoot", last)
        return
    yield from _drafts(document, sentence, "filming_start", event, mention, subjects, "shoot")


_MOVES = re.compile(
    r"\b(?:mov|push|shift|delay|bump|put back|postpon|brought forward|slid|slip|relocat|reschedul|jump|back|due|instead)\w*",
    re.IGNORECASE,
)
_ON_TO = re.compile(
    rf"[,)]? ?(?:→|->|=>|(?:is |are |was )?(?:now |back |forward |out )?(?:to|until|till)) (?:[a-z]+ )?(?={_K['D']})"
)


def _moved_on(text: str, number: int) -> bool:
    """Whether a date is left for the one behind it: "from 5 May to 7 June", "5 May → 7 June"."""
    at = text.find(chr(NUMBER_BASE + number)) + 1
    on = _ON_TO.match(text, at)
    return on is not None and (
        "→" in on.group() or ">" in on.group() or _MOVES.search(text, max(0, at - 90), at) is not None
    )


def _drafts(
    document: Document,
    sentence: Sentence,
    predicate: str,
    event: Event,
    mention: Mention,
    subjects: list[Referent],
    how: str,
    value: str = "",
) -> Iterator[Draft]:
    masked = sentence.masked
    assert masked is not None  # noqa: S101 - asked before
    start, end = masked.position(event.start), masked.position(event.end, end=True)
    start, end = min(start, mention.start), max(end, mention.end)
    future = _future(document, sentence, start, end)
    if _MOVES.match(document.text, start):  # what is moved has not been shown yet
        future = None if _moved_on(masked.text, masked.mentions.index(mention)) else True
    gone = _left().search(document.text, sentence.start, mention.start) is not None or _moved_on(
        masked.text, masked.mentions.index(mention)
    )
    for subject in subjects:
        draft = Draft(
            predicate,
            subject,
            value or resolve(mention.value, future=future).edtf,
            sentence,
            start,
            end,
            f"en/time/{how}",
            mention=mention,
        )
        if gone and predicate == "release_date":
            draft.status, draft.fixed = "denied", True
        yield draft


_COMING = re.compile(
    r"\b(?:will|to|set|slated|scheduled|expected|due|planned|upcoming|later|next|eyeing|eyed|targeting|[’']ll|available|aims?|dated|coming|bound|headed|starting|opening|premiering|debuting|launching|airing|streaming|from|until|slot|berth|watch|catch|release date|window|can)\b"
)
_GONE = re.compile(
    r"\b(?:was|were|had|has|have|been|last|since|did|came|began|ran|got|went|put|hit|shot|got|hosted|attended|missed|saw|took)\b"
)
_WAS_TO = re.compile(r"\b(?:was|were|had)(?: been)? (?:\w+ )?(?:due|set|slated|scheduled|to|expected|supposed)\b")


def _future(document: Document, sentence: Sentence, start: int, end: int) -> bool | None:
    """Whether the event and the words from a little before it to the date speak of what is to come (True) or past (False)."""
    before = document.text[max(sentence.start, start - 28) : start].lower()
    stretch = document.text[start:end].lower()
    if _WAS_TO.search(before + stretch):
        return None
    if _COMING.search(re.split(r"[,;:] ", before)[-1]):
        return True
    if _GONE.search(re.split(r"[,;:] ", before)[-1]) or _GONE.match(stretch) or re.match(r"\w+ed\b", stretch):
        return False
    return True if _COMING.search(stretch) or re.match(r"(?:[a-z]+s|[a-z]+)\b", stretch) else None
