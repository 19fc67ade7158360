"""What rows of date words mean, for every language's grammar: each function takes today and the named values of a row.

Names of values: y year, m month, d day, w weekday (0 is Monday), n number, u unit, r offset (-1 last, 0 this, 1 next),
e part (early, mid, late), c code of a season, quarter or half, a and b meanings, k units counted ({"week": 2}).
"""

from __future__ import annotations

import calendar
import datetime as dt

from newsreel.model import Period
from newsreel.reading import almanac
from newsreel.reading.almanac import Meaning
from newsreel.reading.dates import Values

# Two digits of a year up to this are of this century.
_THIS_CENTURY = 50


def full_year(number: int) -> int:
    """A year of four digits from one of two ("89" is 1989)."""
    if number >= 100:  # noqa: PLR2004 - two digits leave the century out
        return number
    return number + (2000 if number <= _THIS_CENTURY else 1900)


def _year(today: dt.date, v: Values) -> int | None:
    if "y" in v:
        return full_year(v["y"])
    return today.year + int(v["ry"]) if "ry" in v else None


def day(today: dt.date, v: Values) -> Meaning | None:
    """October 16, 2025; Wednesday, October 16; October 16."""
    return almanac.month_day(today, v["m"], v["d"], _year(today, v), v.get("w"))


def day_alone(today: dt.date, v: Values) -> Meaning | None:
    """The 27th; Thursday the 21st."""
    return almanac.day_of_month(today, v["d"], v.get("w"))


def day_in_month(today: dt.date, v: Values) -> Meaning | None:
    """The 20th of next month."""
    whole = Period.month(today.year, today.month + v["r"])
    return almanac.day_in(today, whole, v["d"])


def day_said_past(today: dt.date, v: Values) -> Meaning | None:
    """지난 6일, 지난 3월 6일, 去る6日: the last such day."""
    return _said(almanac.month_day(today, v["m"], v["d"]) if "m" in v else almanac.day_of_month(today, v["d"]), "past")


def day_said_future(today: dt.date, v: Values) -> Meaning | None:
    """오는 18일, 오는 3월 18일, きたる18日: the next such day."""
    return _said(
        almanac.month_day(today, v["m"], v["d"]) if "m" in v else almanac.day_of_month(today, v["d"]), "future"
    )


def _said(meaning: Meaning | None, which: almanac.Direction) -> Meaning | None:
    if meaning is None:
        return None
    period = meaning.past if which == "past" else meaning.future
    return Meaning(period, period, meaning.kind, which, None, meaning.how, meaning.parts)


def weekday(today: dt.date, v: Values) -> Meaning | None:
    """Friday; Friday next week (r)."""
    return almanac.weekday(today, v["w"], v.get("r"))


def last_weekday(today: dt.date, v: Values) -> Meaning | None:
    """Last Friday, 지난 일요일: the last one before today."""
    gone = almanac.monday(today) + v["w"] * almanac.DAY
    gone -= almanac.WEEK if gone >= today else dt.timedelta(0)
    return almanac.definite(Period.day(gone), "day", "past")


def coming_weekday(today: dt.date, v: Values) -> Meaning | None:
    """The coming Friday, 오는 금요일: the first one after today."""
    ahead = almanac.monday(today) + v["w"] * almanac.DAY
    ahead += almanac.WEEK if ahead <= today else dt.timedelta(0)
    return almanac.definite(Period.day(ahead), "day", "future")


def nth_weekday(today: dt.date, v: Values) -> Meaning | None:
    """The first Friday of July (a), of next month (r), of this month."""
    whole: Meaning = v["a"] if "a" in v else _relative_month(today, v.get("r", 0))
    return almanac.changed(whole, lambda period: almanac.nth_weekday(period, v["n"], v["w"]), "day")


def _relative_month(today: dt.date, offset: int) -> Meaning:
    return almanac.definite(Period.month(today.year, today.month + offset), "month")


def weeks_on(today: dt.date, v: Values) -> Meaning | None:
    """Two Sundays from now: this week's counts where it is still ahead."""
    first = coming_weekday(today, v)
    if first is None or not 1 <= v["n"] <= 52:  # noqa: PLR2004 - weeks of a year
        return None
    day = first.past.start + (v["n"] - 1) * almanac.WEEK
    return almanac.definite(Period.day(day), "day", "future")


def month(today: dt.date, v: Values) -> Meaning | None:
    """October 2025; October next year (ry); October."""
    return almanac.month(today, v["m"], _year(today, v))


def said_month(today: dt.date, v: Values) -> Meaning | None:
    """This (r 0), next (1), last (-1) October: the next, the last such month; some count by the year instead."""
    offset: int = v["r"]
    by_year = almanac.definite(Period.month(today.year + offset, v["m"]), "month")
    if offset == 0:
        return by_year
    near = today.year + (0 if (v["m"] > today.month) == (offset > 0) and v["m"] != today.month else offset)
    direction: almanac.Direction = "past" if offset < 0 else "future"
    return almanac.definite(Period.month(near, v["m"]), "month", direction, "said", by_year)


def part(today: dt.date, v: Values) -> Meaning | None:
    """Fall 2025, Q4 of next year (ry), the second half; of this year where none is said but r."""
    return almanac.part(today, v["c"], _year(today, v))


def said_part(today: dt.date, v: Values) -> Meaning | None:
    """This (r 0), next (1) summer: of this, next year; last summer: the last one over; some count by the year instead.

    This winter began last year until March.
    """
    offset: int = v["r"]
    by_year = almanac.part(today, v["c"], today.year + offset - _begun(today, v["c"], offset))
    if by_year is None or offset == 0:
        return by_year
    near = Period.part(today.year - _begun(today, v["c"], 0), v["c"])
    if offset == -1 and near.end <= today:
        return almanac.definite(near, by_year.kind, "past", "said", by_year)
    return _said(by_year, "past" if offset < 0 else "future")


def _begun(today: dt.date, code: int, offset: int) -> bool:
    """Whether the season is a winter that began last year."""
    return offset == 0 and code == 24 and today.month <= 2  # noqa: PLR2004 - winter is 24, February 2


def coming_part(today: dt.date, v: Values) -> Meaning | None:
    """오는 가을: the next one."""
    return _said(almanac.part(today, v["c"]), "future")


def nth_part(today: dt.date, v: Values) -> Meaning | None:
    """The third quarter (u) of this year, the second half."""
    base, most = {"quarter": (32, 4), "half": (39, 2)}.get(v["u"], (0, 0))
    return almanac.part(today, base + v["n"], _year(today, v)) if 1 <= v["n"] <= most else None


def year(_today: dt.date, v: Values) -> Meaning | None:
    """2025, with a word that makes it a year."""
    return almanac.year(full_year(v["y"]))


def bare_year(today: dt.date, v: Values) -> Meaning | None:
    """2025 without such a word: only years of film, up to a few ahead (Blade Runner 2049 is none)."""
    return almanac.year(v["y"]) if 1890 <= v["y"] <= today.year + 12 else None  # noqa: PLR2004 - film began about 1890


def relative(today: dt.date, v: Values) -> Meaning | None:
    """This week, next month, last year, today."""
    return almanac.relative(today, v["u"], v["r"])


def day_told(today: dt.date, v: Values) -> Meaning | None:
    """The next day, 翌日, その日: counted from today, or from what was told before."""
    meaning = almanac.relative(today, "day", v["r"])
    return meaning and almanac.definite(meaning.past, "day", meaning.direction, "told")


def day_offset(today: dt.date, v: Values) -> Meaning | None:
    """Today (0), tomorrow (1), 그저께 (-2)."""
    return almanac.relative(today, "day", v["t"])


def part_of(_today: dt.date, v: Values) -> Meaning | None:
    """Early (e) next month (a); of a season, quarter or half the whole; a day has none."""
    whole: Meaning = v["a"]
    if whole.kind in {"day", "decade", "century", "range"}:
        return None
    return almanac.changed(whole, lambda period: almanac.early_mid_late(period, v["e"]), whole.kind, v["e"])


def later_part(_today: dt.date, v: Values) -> Meaning | None:
    """Later, earlier this year (a): the year, said to be ahead or behind."""
    whole: Meaning = v["a"]
    how = v["e"]
    if whole.kind in {"day", "range"}:
        return None
    return almanac.definite(whole.future, whole.kind, "future" if how == "later" else "past", how, whole)


def rest_of(_today: dt.date, v: Values) -> Meaning | None:
    """The rest of the week (a)."""
    whole: Meaning = v["a"]
    return almanac.definite(whole.future, whole.kind, "future", "rest", whole)


def nth_part_of(today: dt.date, v: Values) -> Meaning | None:
    """The second half (n, u) of a year that is read already (a)."""
    whole: Meaning = v["a"]
    if whole.kind != "year":
        return None
    return _said(nth_part(today, {"n": v["n"], "u": v["u"], "y": whole.past.start.year}), whole.direction)


def decade(today: dt.date, v: Values) -> Meaning | None:
    """The 1970s, the 70s."""
    return almanac.decade(today, v["n"])


def century(_today: dt.date, v: Values) -> Meaning | None:
    """The 15th century."""
    return almanac.century(v["n"]) if 1 <= v["n"] <= 22 else None  # noqa: PLR2004 - until our own and the next


def nth_week(today: dt.date, v: Values) -> Meaning | None:
    """The third week of a month or year (a); the third week, of this year (ry 0)."""
    whole: Meaning = v["a"] if "a" in v else almanac.year(today.year)
    if whole.kind not in {"month", "year"}:
        return None
    return almanac.changed(whole, lambda period: almanac.nth_week(period, v["n"]), "week")


def week_of(_today: dt.date, v: Values) -> Meaning | None:
    """The week of the 18th (a)."""
    return almanac.changed(v["a"], lambda period: almanac.week(period.start), "week")


def month_of(_today: dt.date, v: Values) -> Meaning | None:
    """The month of September 16 (a)."""
    return almanac.changed(v["a"], lambda period: Period.month(period.start.year, period.start.month), "month")


def ago(today: dt.date, v: Values) -> Meaning | None:
    """Two weeks (k) ago; before a day (a)."""
    return almanac.ago(_from(today, v), v["k"], -1)


def later(today: dt.date, v: Values) -> Meaning | None:
    """In two weeks (k); two weeks from a day (a)."""
    return almanac.ago(_from(today, v), v["k"], 1)


def after_that(today: dt.date, v: Values) -> Meaning | None:
    """Two years (k) later: from today, or from what was told before; a sentence about the past rules it out."""
    meaning = almanac.ago(today, v["k"], 1)
    return Meaning(meaning.past, meaning.future, meaning.kind, "future", None, "told", meaning.parts)


def _from(today: dt.date, v: Values) -> dt.date:
    start: dt.date = v["a"].future.start if "a" in v else today
    return start


def past_stretch(today: dt.date, v: Values) -> Meaning | None:
    """The past three weeks (k): up to today."""
    units: almanac.Units = v["k"]
    if set(units) == {"decade"}:
        first = today.year // 10 * 10
        return almanac.years(first - 10 * int(units["decade"]), first - 1, "decade")
    return almanac.stretch(almanac.shift(today, units, -1), today, "past")


def next_stretch(today: dt.date, v: Values) -> Meaning | None:
    """The next two days (k): from tomorrow."""
    units: almanac.Units = v["k"]
    if set(units) == {"decade"}:
        first = today.year // 10 * 10 + 10
        return almanac.years(first, first + 10 * int(units["decade"]) - 1, "decade")
    tomorrow = today + almanac.DAY
    return almanac.stretch(tomorrow, almanac.shift(tomorrow, units), "future")


def within(today: dt.date, v: Values) -> Meaning | None:
    """Within five days (k), from today or a day (a)."""
    start = _from(today, v)
    return almanac.stretch(start, almanac.shift(start, v["k"]), "future")


def between(today: dt.date, v: Values) -> Meaning | None:
    """From a to b."""
    del today
    return almanac.between(v["a"], v["b"])


def between_equals(today: dt.date, v: Values) -> Meaning | None:
    """From a to b, where nothing but their likeness says that b is the end: 水曜日から金曜日."""
    return between(today, v) if v["a"].kind == v["b"].kind else None


def days_between(today: dt.date, v: Values) -> Meaning | None:
    """October 16 (d) to 20 (b), 2025; from the 4th to the 22nd of next month (r)."""
    if "m" in v:
        first = almanac.month_day(today, v["m"], v["d"], _year(today, v))
        last = almanac.month_day(today, v["m"], v["b"], _year(today, v))
    elif "r" in v:
        whole = Period.month(today.year, today.month + v["r"])
        first, last = almanac.day_in(today, whole, v["d"]), almanac.day_in(today, whole, v["b"])
    else:
        first, last = almanac.day_of_month(today, v["d"]), almanac.day_of_month(today, v["b"])
    if first is None or last is None or v["b"] <= v["d"]:
        return None
    return almanac.between(first, last)


def months_between(today: dt.date, v: Values) -> Meaning | None:
    """October (m) to December (b), 2025."""
    first, last = almanac.month(today, v["m"]), almanac.month(today, v["b"], _year(today, v))
    return almanac.between(first, last) if first and last else None


def years_between(_today: dt.date, v: Values) -> Meaning | None:
    """2003 (y) to 2007 (b), 2024-25."""
    last = v["b"] if v["b"] >= 100 else v["y"] // 100 * 100 + v["b"]  # noqa: PLR2004 - two digits
    if last <= v["y"]:
        return None
    return almanac.between(almanac.year(v["y"]), almanac.year(last))


def units(_today: dt.date, v: Values) -> Values | None:
    """Two (n) weeks (u), counted; none said is one."""
    return {v["u"]: v.get("n", 1)} if v["u"] in almanac.COUNTED else None


def units_and_half(_today: dt.date, v: Values) -> Values | None:
    """Two and a half days."""
    return {v["u"]: v["n"] + 0.5} if v["u"] in almanac.COUNTED else None


def units_together(_today: dt.date, v: Values) -> Values:
    """Two years (k) and 21 days (l)."""
    return {**v["k"], **v["l"]}


def holiday(today: dt.date, v: Values) -> Meaning | None:
    """Christmas Day ("12-25"), Thanksgiving ("11-4-3": the fourth Thursday of November)."""
    rule = [int(piece) for piece in str(v["x"]).split("-")]
    count = _year(today, v)
    if len(rule) == 2:  # noqa: PLR2004 - month and day
        return almanac.month_day(today, rule[0], rule[1], count)
    months, nth, number = rule
    whole = almanac.month(today, months, count)
    return whole and almanac.changed(whole, lambda period: almanac.nth_weekday(period, nth, number), "day")


def numeric(today: dt.date, v: Values) -> Meaning | None:
    """2025-10-16, 10/16, 2025/10, sorted already: z is (year, month, day), 0 for what is missing."""
    years, months, days = v["z"]
    if not days:
        return almanac.month(today, months, years)
    return almanac.month_day(today, months, days, years or None, v.get("w"))


def sort_numbers(numbers: list[str], *, year_first: bool = False) -> tuple[int, int, int] | None:
    """(year, month, day), 0 for what is missing, of the two or three numbers of a written date; None if it is none.

    Four digits are the year; else month, day, year, or where the calendar rules that out day, month, year. Two digits
    of a year stand first (`year_first`, or where nothing else can be) or last.
    """
    values = [int(number) for number in numbers]
    for order in _orders(numbers, year_first=year_first):
        y, m, d = (values[i] if i is not None else 0 for i in order)
        least = 0 if order[2] is None else 1
        if m in range(1, 13) and least <= d <= calendar.monthrange(2024, m)[1]:
            return (full_year(y) if order[0] is not None else 0, m, d)
    return None


def _orders(numbers: list[str], *, year_first: bool) -> list[tuple[int | None, int, int | None]]:
    long = [len(number) > 2 for number in numbers]  # noqa: PLR2004 - a year of four digits
    if len(numbers) == 2:  # noqa: PLR2004 - two numbers
        if any(long):
            return [(0, 1, None)] if long[0] else [(1, 0, None)]
        return [(None, 0, 1), (None, 1, 0)]
    if long[0]:
        return [(0, 1, 2)]
    last: list[tuple[int | None, int, int | None]] = [(2, 0, 1), (2, 1, 0)]
    return last if long[2] else [(0, 1, 2), *last] if year_first else [*last, (0, 1, 2)]
