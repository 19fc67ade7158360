"""Dates in words: "early March 2024" for 2024-03-01/2024-03-10."""

from __future__ import annotations

import calendar
import datetime as dt

from newsreel.model import Period

_PARTS = {
    21: "spring {}",
    22: "summer {}",
    23: "autumn {}",
    24: "winter {}",
    33: "first quarter of {}",
    34: "second quarter of {}",
    35: "third quarter of {}",
    36: "fourth quarter of {}",
    40: "first half of {}",
    41: "second half of {}",
}
_THIRDS = {(1, 10): "early", (11, 20): "mid-"}
_LATE_FROM = 21


def in_words(edtf: str) -> str:
    """An EDTF date in English words; a string that is none comes back as it is."""
    try:
        period = Period.parse(edtf)
    except ValueError:
        return edtf
    if "/" in edtf:
        return _range(period, edtf)
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if parts[1] in _PARTS:
        return _PARTS[parts[1]].format(parts[0])
    return _month(period.start) if len(parts) == 2 else day_in_words(period.start)  # noqa: PLR2004 - year and month


def day_in_words(day: dt.date | str) -> str:
    """A day as "13 March 2024"; an empty string stays empty."""
    if isinstance(day, str):
        if not day:
            return ""
        day = dt.date.fromisoformat(day)
    return f"{day.day} {_month(day)}"


def short_day(day: dt.date | str) -> str:
    """A day as "13 Mar 2024"; an empty string stays empty."""
    if isinstance(day, str):
        if not day:
            return ""
        day = dt.date.fromisoformat(day)
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}"


def _month(day: dt.date) -> str:
    return f"{calendar.month_name[day.month]} {day.year}"


def _range(period: Period, edtf: str) -> str:
    first, last = period.start, period.end - dt.timedelta(days=1)
    if (first.year, first.month) == (last.year, last.month):
        word = _THIRDS.get((first.day, last.day))
        if word is None and first.day == _LATE_FROM and last.day == calendar.monthrange(last.year, last.month)[1]:
            word = "late"
        if word:
            return f"{word}{'' if word.endswith('-') else ' '}{_month(first)}"
    return " to ".join(in_words(part) for part in edtf.split("/", 1))
