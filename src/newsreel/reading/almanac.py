"""What date words mean: days, weeks, months, seasons and spans of them, counted from a report's day.

A date that leaves something open ("October 16" its year, "the 27th" its month, "Friday" its week) comes back again
and again: a Cycle. Its Meaning holds the last time it came and the next, and the words or the tense of the sentence
choose between them.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from newsreel.model import Period

Direction = Literal["past", "future", ""]
Step = Literal["year", "month", "week"]
Units = dict[str, float]

# Units that can be counted ("two weeks ago"); a weekend or a half cannot.
COUNTED = frozenset({"day", "workday", "week", "fortnight", "month", "quarter", "year", "decade", "century"})

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
# February 29 comes back after eight years at the longest (1896, 1904).
_LONGEST_WAIT = 9
_LEAP = 2024
_MONTHS = range(1, 13)
_DAYS = range(1, 32)


@dataclass(frozen=True, slots=True)
class Cycle:
    """A date that comes back every year, month or week.

    `at` gives it for a count of such steps (years of the era, months since year 0, weeks since day 1 of the calendar),
    None where it does not exist (February 29, the 31st).
    """

    step: Step
    at: Callable[[int], Period | None]

    def count(self, day: dt.date) -> int:
        """The step that a day lies in."""
        if self.step == "year":
            return day.year
        return day.year * 12 + day.month - 1 if self.step == "month" else (day.toordinal() - 1) // 7

    def after(self, day: dt.date) -> Period | None:
        """The first time that it begins on the day or later."""
        return self._first(self.count(day) - 1, 1, lambda period: period.start >= day)

    def coming(self, day: dt.date) -> Period | None:
        """The first time that is not over on the day."""
        return self._first(self.count(day) - 1, 1, lambda period: period.end > day)

    def gone(self, day: dt.date) -> Period | None:
        """The last time that has begun on the day."""
        return self._first(self.count(day) + 1, -1, lambda period: period.start <= day)

    def _first(self, start: int, by: int, fits: Callable[[Period], bool]) -> Period | None:
        for n in range(_LONGEST_WAIT):
            period = self.period(start + n * by)
            if period is not None and fits(period):
                return period
        return None

    def period(self, count: int) -> Period | None:
        """The one in a step, None where it does not exist."""
        try:
            return self.at(count)
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: `past` and `future` differ where it leaves open which of the two.

    `kind`: day, week, weekend, month, season, quarter, half, year, decade, century, span or range. `direction` is what
    the words themselves say (지난, 오는, last, next). `how` and `parts` tell how it was put together (a range of two,
    the early part of one), for those who count such things otherwise.
    """

    past: Period
    future: Period
    kind: str
    direction: Direction = ""
    cycle: Cycle | None = None
    how: str = ""
    parts: tuple[Meaning, ...] = field(default=())

    @property
    def open(self) -> bool:
        """Whether the words leave open which of the two is meant."""
        return self.past != self.future


def definite(period: Period, kind: str, direction: Direction = "", how: str = "", *parts: Meaning) -> Meaning:
    """A meaning that leaves nothing open."""
    return Meaning(period, period, kind, direction, None, how, parts)


def cyclic(today: dt.date, cycle: Cycle, kind: str) -> Meaning | None:
    """A meaning of what comes back: the last time and the next."""
    gone, coming = cycle.gone(today), cycle.coming(today)
    if gone is None or coming is None:
        return None
    return Meaning(gone, coming, kind, "", cycle)


def changed(meaning: Meaning, change: Callable[[Period], Period], kind: str = "", how: str = "") -> Meaning:
    """The meaning of a part of something: early March, the second week of October, the month of the 16th."""
    cycle = meaning.cycle

    def at(count: int) -> Period | None:
        whole = cycle.at(count) if cycle else None
        return whole and change(whole)

    past, future = change(meaning.past), change(meaning.future)
    turned = Cycle(cycle.step, at) if cycle else None
    return Meaning(past, future, kind or meaning.kind, meaning.direction, turned, how, (meaning,))


# ---- days -----------------------------------------------------------------------------------------------------------


def month_day(
    today: dt.date, month: int, day: int, year: int | None = None, weekday: int | None = None
) -> Meaning | None:
    """October 16; the weekday, where it is said, fixes the year among last, this and next."""
    if year is not None:
        return definite(Period.day(dt.date(year, month, day)), "day")
    if month not in _MONTHS or not 1 <= day <= calendar.monthrange(_LEAP, month)[1]:
        return None
    cycle = Cycle("year", lambda y: _valid(y, month, day))
    if weekday is not None:
        for y in (today.year, today.year + 1, today.year - 1):
            fit = _valid(y, month, day)
            if fit is not None and fit.start.weekday() == weekday:
                return definite(fit, "day")
    return cyclic(today, cycle, "day")


def _valid(year: int, month: int, day: int) -> Period | None:
    if not 1 <= year <= dt.MAXYEAR or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Period.day(dt.date(year, month, day))


def day_of_month(today: dt.date, day: int, weekday: int | None = None) -> Meaning | None:
    """The 27th; the weekday, where it is said, fixes the month among those nearby."""
    if day not in _DAYS:
        return None
    cycle = Cycle("month", lambda count: _valid(count // 12, count % 12 + 1, day))
    if weekday is not None:
        here = cycle.count(today)
        for count in (here, here + 1, here - 1):
            fit = cycle.at(count)
            if fit is not None and fit.start.weekday() == weekday:
                return definite(fit, "day")
    return cyclic(today, cycle, "day")


def day_in(today: dt.date, whole: Period, day: int) -> Meaning | None:
    """The 20th of a month given; where that month has no such day, the nearest that has."""
    if day not in _DAYS:
        return None
    found = _valid(whole.start.year, whole.start.month, day)
    return definite(found, "day") if found else day_of_month(today, day)


def weekday(today: dt.date, number: int, weeks: int | None = None) -> Meaning | None:
    """Friday (0 is Monday), or that of the week so many weeks on; a bare one may be the last gone or the next."""
    if weeks is not None:
        day = monday(today) + weeks * WEEK + number * DAY
        return definite(Period.day(day), "day", way(day, today))
    cycle = Cycle("week", lambda count: Period.day(dt.date.fromordinal(count * 7 + 1 + number)))
    return cyclic(today, cycle, "day")


def nth_weekday(whole: Period, nth: int, number: int) -> Period:
    """The first Friday of a period; nth is -1 for the last. ValueError where it has no such day."""
    if nth > 0:
        day = whole.start + ((number - whole.start.weekday()) % 7) * DAY + (nth - 1) * WEEK
    else:
        last = whole.end - DAY
        day = last - ((last.weekday() - number) % 7) * DAY + (nth + 1) * WEEK
    if not whole.start <= day < whole.end:
        raise ValueError(nth)
    return Period.day(day)


def nth_day(whole: Period, nth: int) -> Period:
    """The second day of a period; nth is -1 for the last. ValueError where it has no such day."""
    day = whole.start + (nth - 1) * DAY if nth > 0 else whole.end + nth * DAY
    if not whole.start <= day < whole.end:
        raise ValueError(nth)
    return Period.day(day)


def monday(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - day.weekday() * DAY


def way(day: dt.date, today: dt.date) -> Direction:
    """Whether a day is past or future."""
    return "past" if day < today else "future" if day > today else ""


# ---- months, seasons, years -----------------------------------------------------------------------------------------


def month(today: dt.date, number: int, year: int | None = None) -> Meaning | None:
    """October, of a year or not."""
    if number not in _MONTHS:
        return None
    if year is not None:
        return definite(Period.month(year, number), "month")
    return cyclic(today, Cycle("year", lambda y: Period.month(y, number)), "month")


def part(today: dt.date, code: int, year: int | None = None) -> Meaning | None:
    """A season (21-24), quarter (33-36) or half (40, 41), of a year or not."""
    kind = "season" if code < 33 else "quarter" if code < 40 else "half"  # noqa: PLR2004 - EDTF's own numbers
    if year is not None:
        return definite(Period.part(year, code), kind)
    return cyclic(today, Cycle("year", lambda y: Period.part(y, code)), kind)


def year(number: int) -> Meaning:
    """A year."""
    return definite(Period.year(number), "year")


def years(first: int, last: int, kind: str) -> Meaning:
    """From one year to another, both included: a decade, a century."""
    period = Period(dt.date(first, 1, 1), dt.date(last + 1, 1, 1), f"{first:04d}/{last:04d}")
    return definite(period, kind)


def decade(today: dt.date, number: int) -> Meaning:
    """The 1970s for 1970; for 70 the last and the next such decade."""
    if number >= 100:  # noqa: PLR2004 - two digits leave the century open
        return years(number, number + 9, "decade")
    century = today.year // 100 * 100
    first = century + number if century + number <= today.year else century - 100 + number
    past, future = years(first, first + 9, "decade").past, years(first + 100, first + 109, "decade").past
    return Meaning(past, future, "decade", "past")


def century(number: int) -> Meaning:
    """The 15th century, as years 1400 to 1499."""
    return years(max(number * 100 - 100, 1), number * 100 - 1, "century")


# ---- weeks ----------------------------------------------------------------------------------------------------------


def week(day: dt.date, weeks: int = 0) -> Period:
    """The week (Monday to Sunday) that a day lies in, or one so many weeks on."""
    start = monday(day) + weeks * WEEK
    return Period.span(start, start + 6 * DAY)


def weekend(day: dt.date, weeks: int = 0) -> Period:
    """Saturday and Sunday of the week that a day lies in, or of one so many weeks on."""
    start = monday(day) + weeks * WEEK + 5 * DAY
    return Period.span(start, start + DAY)


def nth_week(whole: Period, nth: int) -> Period:
    """The first week of a month or year (the one that holds its first Thursday, as ISO 8601 counts); -1 is the last."""
    thursday = nth_weekday(whole, nth, 3)
    return week(thursday.start)


# ---- counting on and back -------------------------------------------------------------------------------------------


def shift(day: dt.date, units: Units, sign: int = 1) -> dt.date:
    """A day so many years, months, weeks, days on (or back); the 31st becomes the last day of a shorter month."""
    months = int(sign * (units.get("year", 0) * 12 + units.get("month", 0) + units.get("quarter", 0) * 3))
    months += int(sign * (units.get("decade", 0) * 120 + units.get("century", 0) * 1200))
    count = day.year * 12 + day.month - 1 + months
    first = dt.date(count // 12, count % 12 + 1, 1)
    moved = first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))
    days = int(units.get("fortnight", 0) * 14 + units.get("week", 0) * 7 + units.get("day", 0))
    return _working(moved + sign * days * DAY, int(units.get("workday", 0)), sign)


def _working(day: dt.date, count: int, sign: int) -> dt.date:
    while count > 0:
        day += sign * DAY
        count -= day.weekday() < 5  # noqa: PLR2004 - Monday to Friday
    return day


def ago(today: dt.date, units: Units, sign: int) -> Meaning:
    """Two weeks ago (sign -1), in three months (1): as exact as its smallest unit."""
    day = shift(today, units, sign)
    direction: Direction = "past" if sign < 0 else "future"
    if set(units) <= {"year", "decade", "century"}:
        return definite(Period.year(day.year), "year", direction, "counted", definite(Period.day(day), "day"))
    if set(units) <= {"year", "month", "decade", "century", "quarter"}:
        period = Period.month(day.year, day.month)
        return definite(period, "month", direction, "counted", definite(Period.day(day), "day"))
    return definite(Period.day(day), "day", direction)


def stretch(first: dt.date, end: dt.date, direction: Direction = "") -> Meaning | None:
    """From a day up to, not including, another."""
    return definite(Period.span(first, end - DAY), "span", direction) if first < end else None


def relative(today: dt.date, unit: str, offset: int) -> Meaning | None:
    """This (0), next (1), last (-1) week, month, year …."""
    direction: Direction = "past" if offset < 0 else "future" if offset > 0 else ""
    period: Period | None = None
    if unit in {"decade", "century"}:
        first = today.year // 10 * 10 + offset * 10
        return years(first, first + 9, "decade") if unit == "decade" else century(today.year // 100 + 1 + offset)
    if unit == "quarter":
        count = today.year * 4 + (today.month - 1) // 3 + offset
        period = Period.part(count // 4, 33 + count % 4)
    elif unit in _UNITS:
        period = _UNITS[unit](today, offset)
    return None if period is None else definite(period, unit, direction)


_UNITS: dict[str, Callable[[dt.date, int], Period]] = {
    "day": lambda today, offset: Period.day(today + offset * DAY),
    "week": week,
    "weekend": weekend,
    "month": lambda today, offset: Period.month(today.year, today.month + offset),
    "year": lambda today, offset: Period.year(today.year + offset),
}


def early_mid_late(whole: Period, which: str) -> Period:
    """The early, mid or late part: ten days of a month, a quarter of a year (four months for its middle)."""
    third = ("early", "mid", "late").index(which)
    start, length = whole.start, (whole.end - whole.start).days
    if length > 300 and start.month == 1:  # noqa: PLR2004 - a year
        if which == "mid":
            return Period.months((start.year, 5), (start.year, 8))
        return Period.part(start.year, 33 if which == "early" else 36)
    if 28 <= length <= 31 and start.day == 1:  # noqa: PLR2004 - a month
        return Period.third(start.year, start.month, third)
    if length == 7:  # noqa: PLR2004 - a week
        first, last = ((0, 2), (1, 4), (3, 6))[third]
        return Period.span(start + first * DAY, start + last * DAY)
    return whole


def between(first: Meaning, last: Meaning) -> Meaning | None:
    """From one to another; what one leaves open is taken from the other: from the 4th to January 22, 1995."""
    past = _pair(last, first.past)
    future = _pair(last, first.future)
    if first.cycle and not last.open:
        start = first.cycle.gone(last.past.start) if last.kind != "year" else first.past
        past = future = (start, last.past) if start else None
    if past is None or future is None:
        return None
    return Meaning(_joined(*past), _joined(*future), "range", first.direction, None, "range", (first, last))


def _pair(last: Meaning, start: Period) -> tuple[Period, Period] | None:
    end: Period | None = last.past
    if last.cycle:
        end = last.cycle.after(start.start)
    elif last.past.end <= start.start:
        return None
    return (start, end) if end else None


def _joined(first: Period, last: Period) -> Period:
    return Period(first.start, last.end, f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}")
