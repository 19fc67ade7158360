"""Events and their dates: words of showing, shooting and of all else that happens, and which of them a date belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.langs.en.clauses import Event
from newsreel.reading.mask import NUMBER_BASE, kind_char
from newsreel.reading.pack import load_data
from newsreel.reading.patterns import guarded

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

REACH = 110  # characters of masked text between an event and its date
AFTER = 30  # and between a date and an event behind it
OPENING = 40  # a date that opens a sentence stands before this
SHOOT_REACH = 70  # between a noun of shooting and the event
_HARD = re.compile(
    r"[;:]| – | — |—|\) |, (?:who|whose|while|whereas|but|although|though|when|after|before)\b"
    r"| (?:while|whereas|but|although|though|who|whose|because|when|after|before|since|until he|until she|by the time) "
)
_NEXT_CLAUSE = re.compile(r", and (?:then )?(?:on|in|by|from) $")
_LABEL = re.compile(r": ?(?:[\w’']+ ){0,3}")
_BESIDE = (" ", " -", "’s ", "'s ", "-")
_ACT_DAY = re.compile(r"\b(?:on|late|by|since) $")  # "Acme on Monday released a statement"
# "the 1970s-set comedy", "this year's festival", "Sunday's broadcast": the words of a date that dates nothing
_NO_DATE = re.compile(
    rf"-set\b| than\b|(?:(?: and|,|-|–| &) ?{kind_char('D')}.)* (?:nights|evenings|mornings|afternoons)\b|['’]s (?!(?:world |uk |us |series |season |film |theatrical |cinema )?(?:premiere|release|debut|launch|bow|opening)\b)"
)
_SLOT = re.compile(r" (?:time ?)?slot\b|s\b")  # "the weekend slot", "Mondays": no day of a first showing
_AGAIN = re.compile(r",? \((?:on )?$")
_OWNS = frozenset(["'s", "’s"])
_REPEATED = re.compile(rf"\b(?:each|every) (?:{kind_char('D')}.(?:,| and|,? and|-|–| &) )*$")
_TOLD_ON = re.compile(
    r"[\ue044].,?[^;]*\b\w+(?:ed|ld|id) (?:\w+ ){0,4}on $"
)  # "airs on 2 May, she told a meeting on Monday"
_OPENS = re.compile(r"\W*(?:[\w’']+ )?")
_FROM = frozenset({"from", "since", "through", "until"})
_OF_WORKS = frozenset({"release", "shoot", "starts", "begin", "end"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the event that it belongs to, in its sentence; `text` is the sentence masked."""

    document: Document
    sentence: Sentence
    text: str
    event: Event
    mention: Mention
    number: int

    @property
    def word(self) -> str:
        """The event's own words, in lower case."""
        return self.text[self.event.start : self.event.end].lower()

    @property
    def span(self) -> tuple[int, int]:
        """From the event to the date, in code points of the stored text."""
        masked = self.sentence.masked
        if masked is None:
            return self.mention.start, self.mention.end
        start, end = masked.position(self.event.start), masked.position(self.event.end, end=True)
        return min(start, self.mention.start), max(end, self.mention.end)


def any_of(name: str) -> str:
    """A list of data/timing.yml as alternatives, the longest first."""
    return "|".join(sorted(map(str, load_data("en", "timing")[name]), key=lambda word: -len(word)))


@cache
def _events() -> re.Pattern[str]:
    groups = {
        "release": "release",
        "end": "end_verbs",
        "shoot": "shoot_verbs",
        "begin": "begin_verbs",
        "starts": "starts",
        "other": "other",
    }
    body = "|".join(f"(?P<{name}>{any_of(key)})" for name, key in groups.items())
    return re.compile(rf"(?<![\w’'-]){guarded(f'(?:{body})')}(?![\w’'])")


@cache
def _shoot_nouns() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of('shoot_nouns')})(?![\w])", re.IGNORECASE)


def dated(document: Document, sentence: Sentence) -> Iterator[Dated]:
    """Every date of a sentence that belongs to an event."""
    masked = sentence.masked
    if masked is None or not any(m.kind == "D" for m in sentence.mentions):
        return
    text = masked.text
    events: list[Event] | None = None
    before: int | None = None  # where the coarser date stands that a bracket tells again
    for number, mention in enumerate(masked.mentions):
        if mention.kind == "D" and not mention.indirect:
            at = text.find(chr(NUMBER_BASE + number)) - 1
            owner = "" if mention.text[-2:] not in _OWNS else mention.text[-2:]
            if mention.text.lower().removeprefix("the ") in _DAYS and _SLOT.match(masked.low, at + 2):
                continue
            if _finer_next(masked.mentions, number, text, at):
                before = at
                continue
            if _NO_DATE.match(owner + masked.low[at + 2 : at + 40]) or _REPEATED.search(masked.low, 0, at):
                continue
            if _ORDINAL.fullmatch(mention.text) and _ORDINAL_OF.match(masked.low, at + 2):
                continue
            if events is None:
                events = [Event(str(m.lastgroup), *m.span()) for m in _events().finditer(masked.low)]
            event = _governs(text, events, at if before is None else before)
            before = None
            if event is not None and not _TOLD_ON.search(text, event.end, at):
                yield Dated(document, sentence, text, event, mention, number)


_ORDINAL = re.compile(r"(?:the )?\d+(?:st|nd|rd|th)")
_ORDINAL_OF = re.compile(
    rf" (?:and (?:final|last) )?(?:{kind_char('T')}|film|movie|season|series|episode|instal|chapter|floor|time|edition|feature|entry|james|of the)"
)  # "the 26th film"
_DATED = kind_char("D")


_DAYS = frozenset(["weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "daily"])


def _finer_next(mentions: list[Mention], number: int, text: str, at: int) -> bool:
    """Whether a date is told again in the bracket behind it, to the day: "next week (on April 23)"."""
    if number + 1 >= len(mentions) or mentions[number + 1].kind != "D":
        return False
    behind = text.find(chr(NUMBER_BASE + number + 1)) - 1
    mine, other = mentions[number].value.period, mentions[number + 1].value.period
    return bool(_AGAIN.fullmatch(text, at + 2, behind)) and (mine.end - mine.start) > (other.end - other.start)


def _governs(text: str, events: list[Event], at: int) -> Event | None:
    """The event that a date belongs to: the nearest before it in its clause, failing that the one right behind it."""
    past = at + 2  # a mention is two characters
    behind = next(
        (e for e in events if past <= e.start <= past + AFTER and not _HARD.search(text, past, e.start)), None
    )
    shows = behind is not None and behind.what in ("release", "shoot")
    if (
        behind is not None
        and shows
        and text[past : behind.start] in _BESIDE
        and not _ACT_DAY.search(text, max(0, at - 9), at)
    ):
        return behind
    before = _before(text, events, at)
    if before is not None or behind is None:
        return before
    if _OPENS.fullmatch(text[max(0, at - 14) : at].rsplit("; ", maxsplit=1)[-1].lstrip('"“ ')):
        return behind
    return behind if shows and at < OPENING and not _ACT_DAY.search(text, max(0, at - 9), at) else None


def _before(text: str, events: list[Event], at: int) -> Event | None:
    event = next((e for e in reversed(events) if e.end <= at), None)
    if event is None or at - event.end > REACH:
        return None
    if text[event.start - 3 : event.start - 2] == _DATED and text[event.start - 1] == " ":
        return None  # "announced its July 15 premiere on Thursday"
    between = text[event.end : at]
    if between.count("(") > between.count(")") or (_HARD.search(between) and not _LABEL.fullmatch(between)):
        return None
    if event.what == "shoot" and _NEXT_CLAUSE.search(between):
        return None
    if event.what == "begin" and text[event.start : event.end].lower() in _FROM:
        earlier = next((e for e in reversed(events) if e.end <= event.start and e.what in _OF_WORKS), None)
        if (
            earlier is not None
            and event.start - earlier.end < REACH
            and not _HARD.search(text, earlier.end, event.start)
        ):
            return event if near_shooting(text, event.start, at) else earlier
    return event


def near_shooting(text: str, start: int, end: int) -> bool:
    """Whether a noun of shooting stands between a little before an event and its date, in the same clause."""
    left = max(0, start - SHOOT_REACH, *(text.rfind(mark, 0, start) for mark in (";", ". ", ", and", " and that ")))
    return _shoot_nouns().search(text, left, end) is not None
