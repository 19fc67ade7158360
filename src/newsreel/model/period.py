"""Imprecise dates as half-open intervals of days, written as EDTF (ISO 8601-2:2019).

`2024-03-13`, `2024-03`, `2024`; `2024-03-01/2024-03-10` (early March); seasons 21–24, quarters 33–36, halves 40–41
behind the year, as the standard has them. Seasons are the northern hemisphere's: spring is March to May, winter
December to February of the year after.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_PARTS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}
_DAY = dt.timedelta(days=1)


def _month(year: int, month: int) -> dt.date:
    """The first day of a month; `month` may run past 12 or below 1."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `start` up to, not including, `end`; `edtf` is how it is written."""

    start: dt.date
    end: dt.date
    edtf: str

    @classmethod
    def day(cls, day: dt.date) -> Period:
        """One day."""
        return cls(day, day + _DAY, day.isoformat())

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """One month; `month` may run past 12 or below 1."""
        start = _month(year, month)
        return cls(start, _month(year, month + 1), f"{start.year:04d}-{start.month:02d}")

    @classmethod
    def third(cls, year: int, month: int, third: int) -> Period:
        """The early (0: 1–10), middle (1: 11–20) or late (2: 21 to the end) part of a month."""
        first = _month(year, month)
        last = _month(year, month + 1) - _DAY
        a = (1, 11, 21)[third]
        b = (10, 20, last.day)[third]
        return cls.span(first.replace(day=a), first.replace(day=b))

    @classmethod
    def year(cls, year: int) -> Period:
        """One year."""
        return cls(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), f"{year:04d}")

    @classmethod
    def part(cls, year: int, code: int) -> Period:
        """A season (21–24), quarter (33–36) or half (40, 41) of a year."""
        month, length = _PARTS[code]
        return cls(_month(year, month), _month(year, month + length), f"{year:04d}-{code}")

    @classmethod
    def span(cls, first: dt.date, last: dt.date) -> Period:
        """From one day to another, both included."""
        return cls(first, last + _DAY, f"{first.isoformat()}/{last.isoformat()}")

    @classmethod
    def months(cls, first: tuple[int, int], last: tuple[int, int]) -> Period:
        """From one month to another, both included, each as (year, month)."""
        a, b = _month(*first), _month(*last)
        edtf = f"{a.year:04d}-{a.month:02d}/{b.year:04d}-{b.month:02d}"
        return cls(a, _month(b.year, b.month + 1), edtf)

    @classmethod
    def parse(cls, edtf: str) -> Period:
        """The period that an EDTF string of this module's kinds means; ValueError for any other."""
        first, slash, last = edtf.partition("/")
        if slash:
            return cls._interval(cls.parse(first), cls.parse(last), edtf)
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", edtf)
        if match is None:
            raise ValueError(f"not an EDTF date that newsreel writes: {edtf!r}")
        month, day = (None if part is None else int(part) for part in match.groups()[1:])
        if day is not None:
            return cls.day(dt.date(int(match[1]), int(match[2]), day))
        if month is None:
            return cls.year(int(match[1]))
        if month in _PARTS:
            return cls.part(int(match[1]), month)
        if not 1 <= month <= 12:  # noqa: PLR2004 - months
            raise ValueError(f"neither a month nor a part of a year: {edtf!r}")
        return cls.month(int(match[1]), month)

    @classmethod
    def _interval(cls, first: Period, last: Period, edtf: str) -> Period:
        if last.start < first.start:
            raise ValueError(f"ends before it begins: {edtf!r}")
        return cls(first.start, last.end, edtf)

    def covers(self, other: Period) -> bool:
        """Whether `other` lies within: then `other` refines this one, and the two are no conflict."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        return self.edtf
