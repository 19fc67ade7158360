"""Dates in a text: the engine that every language's date grammar runs on, and what it hands to the frames.

A language gives words (each with a class, one letter, and a value) and rules. A rule is a row of classes, such as
`d:n O? m:M` ("16 of October"), and what it means; what a rule has read becomes an item of a class of its own, so that
rules build on rules (a range of two days, the week of a day). Words are laid out as a string of class letters, in which
rules are found as regular expressions; the same rows of classes come again and again, so what fits a row is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from newsreel.model import Period
from newsreel.reading.almanac import Direction, Meaning, definite

Values = dict[str, Any]
# A meaning, a number, or counted units.
Built = Meaning | int | Values
Build = Callable[[dt.date, Values], Built | None]

# What a rule makes: a day, a period, a range; these three are what a text is searched for.
READ = "XPG"
# Rows longer than this are cut, so that time stays linear in the length of the text.
_LONGEST_ROW = 48
# A date without a year is looked for from four months back to eight months on: news looks ahead more than back.
_BACK = dt.timedelta(days=120)
_AHEAD = dt.timedelta(days=245)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression; `start` and `end` are code points of the text, `period` is what it most likely means.

    `direction` is what its own words say ("" where they say nothing); `kind` and `meaning` as in almanac.Meaning.
    """

    start: int
    end: int
    period: Period
    meaning: Meaning

    @property
    def told(self) -> bool:
        """Whether it may be counted from something told before, not from the report's day: two years later, 翌日."""
        return self.meaning.how == "told"

    @property
    def edtf(self) -> str:
        """The period as EDTF."""
        return self.period.edtf

    @property
    def kind(self) -> str:
        """day, week, weekend, month, season, quarter, half, year, decade, century, span or range."""
        return self.meaning.kind

    @property
    def direction(self) -> Direction:
        """past, future, or "" where the words leave it open."""
        return self.meaning.direction


def resolve(mention: DateMention, *, future: bool | None = None) -> Period:
    """The period meant in a sentence about the future (True), the past (False), or neither (None).

    Words that say it themselves (지난, next) win over the sentence.
    """
    meaning = mention.meaning
    if future is None or not meaning.open or meaning.direction:
        return mention.period
    return meaning.future if future else meaning.past


class Item(NamedTuple):
    """A word or number of a date, or what a rule has read: class, value, code points."""

    cls: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of classes and what it means; `target` is the class of what comes out."""

    pattern: re.Pattern[str]
    target: str
    build: Build


def rule(row: str, target: str, build: Build, **classes: str) -> Rule:
    """A rule from its row: a regular expression over class letters, with spaces where they help.

    `name:CLASSES` is one item of one of the classes whose value is needed, `<CLASSES>` one whose value is not;
    CLASSES are class letters, or a name in `classes`.
    """
    row = re.sub(r"<(\w+)>", lambda m: f"[{classes.get(m[1], m[1])}]", row)
    row = re.sub(r"(?<![a-z])([a-z]{1,2}):([\w#*%&]+)", lambda m: f"(?P<{m[1]}>[{classes.get(m[2], m[2])}])", row)
    return Rule(re.compile(row.replace(" ", "")), target, build)


class Fit(NamedTuple):
    """A rule that fits a row of classes: where, and which items it names."""

    rule: Rule
    start: int
    end: int
    named: tuple[tuple[str, int], ...]


class Grammar:
    """The date grammar of a language: `read` gives the items of a text, `rules` come in order of precedence.

    `core` holds the classes without one of which a row is no date.
    """

    def __init__(self, read: Callable[[str], Iterable[Item]], rules: Sequence[Rule], core: str) -> None:
        self.items = read
        self.rules = rules
        self.core = frozenset(core)
        self._fits = lru_cache(maxsize=8192)(self._find_fits)

    def find(self, text: str, today: dt.date) -> list[DateMention]:
        """The dates in a text, in order, none overlapping another; `today` is the report's day."""
        found: list[Item] = []
        for row in self._rows(text):
            found += (item for item in self._reduce(row, today) if item.cls in READ)
        return [_mention(item, today) for item in found]

    def _rows(self, text: str) -> Iterator[list[Item]]:
        """Items that stand together, where one of them can make a date."""
        row: list[Item] = []
        live = False
        for item in self.items(text):
            if item.cls == "." or len(row) == _LONGEST_ROW:
                if live:
                    yield row
                row, live = [], False
                if item.cls == ".":
                    continue
            row.append(item)
            live = live or item.cls in self.core
        if live:
            yield row

    def _reduce(self, row: list[Item], today: dt.date) -> list[Item]:
        """The row with every stretch that a rule reads replaced by what it means."""
        reduced = True
        while reduced:
            reduced = False
            for fit in self._fits("".join([item.cls for item in row])):
                value = _built(fit, row, today)
                if value is not None:
                    item = Item(fit.rule.target, value, row[fit.start].start, row[fit.end - 1].end)
                    row = [*row[: fit.start], item, *row[fit.end :]]
                    reduced = True
                    break
        return row

    def _find_fits(self, classes: str) -> tuple[Fit, ...]:
        fits = []
        for one in self.rules:
            for match in one.pattern.finditer(classes):
                if match.end() - match.start() == 1 and classes[match.start()] == one.target:
                    continue
                named = tuple((name, match.start(name)) for name, text in match.groupdict().items() if text is not None)
                fits.append(Fit(one, match.start(), match.end(), named))
        return tuple(fits)


def _built(fit: Fit, row: list[Item], today: dt.date) -> Built | None:
    """What the rule makes of the row; None where it makes nothing, or a day that no calendar has."""
    try:
        return fit.rule.build(today, {name: row[i].value for name, i in fit.named})
    except (ValueError, OverflowError):
        return None


def _mention(item: Item, today: dt.date) -> DateMention:
    meaning: Meaning = item.value
    return DateMention(item.start, item.end, likely(meaning, today), meaning)


def likely(meaning: Meaning, today: dt.date) -> Period:
    """The period most likely meant where the sentence does not tell: news looks ahead more than back."""
    past, future = meaning.past, meaning.future
    if past == future or meaning.direction == "future":
        return future
    if meaning.direction == "past":
        return past
    if meaning.cycle is not None and meaning.cycle.step == "month":
        return past if past.start.month == today.month or today - past.start <= future.start - today else future
    if past.end > today or (today - past.start <= _BACK and future.start - today > _AHEAD):
        return past
    if meaning.cycle is not None and meaning.cycle.step == "week":
        return past
    return future if future.start - today <= _AHEAD else past


def in_play(
    mentions: Sequence[DateMention], same: Callable[[int, int], bool], *, onward: bool = False
) -> list[DateMention]:
    """The mentions, with what they leave open taken from the date before them in the same sentence.

    A day alone ("to the 24th", 5日) is of the month of that date (with `onward` only where it then lies behind it),
    a month and day of its year, where that was said. `same` tells whether two positions stand in one sentence.
    """
    out: list[DateMention] = []
    before: DateMention | None = None
    for mention in mentions:
        here = mention
        if before is not None and mention.meaning.open and not mention.direction and same(before.end, mention.start):
            here = _beside(mention, before, onward=onward)
        cycle = here.meaning.cycle
        if here.kind in {"day", "month"} and (cycle is None or cycle.step == "year"):
            before = here
        out.append(here)
    return out


def _beside(mention: DateMention, before: DateMention, *, onward: bool) -> DateMention:
    """The mention with its month or year taken from the one before it, where it leaves that open."""
    cycle = mention.meaning.cycle
    found: Period | None = None
    if cycle is not None and cycle.step == "month":
        found = cycle.period(cycle.count(before.period.start))
        if found is not None and onward and found.start < before.period.start:
            found = None
    elif cycle is not None and cycle.step == "year" and before.kind == "day" and not before.meaning.open:
        found = cycle.period(before.period.start.year)
    if found is None:
        return mention
    return DateMention(mention.start, mention.end, found, definite(found, mention.kind))


__all__ = ["DateMention", "Grammar", "Item", "Rule", "Values", "in_play", "likely", "resolve", "rule"]
