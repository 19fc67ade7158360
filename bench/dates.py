"""Reads the dates of a file of cases, as `bench/dates.py CASES.jsonl --lang en|ko|ja`.

Prints one line a case: {"text", "reference", "read": [[first day, end exclusive], …]}. The cases come from meeting
calendars, which count some things otherwise than the press: a range ends before its last member, "late March" is the
second half of March, "later this month" begins today. `as_calendars_count` counts what newsreel has read that way.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from newsreel.model import Period
from newsreel.reading.almanac import Meaning
from newsreel.reading.dates import DateMention, likely

DAY = dt.timedelta(days=1)
Interval = tuple[dt.date, dt.date]


def as_calendars_count(meaning: Meaning, period: Period, today: dt.date, *, in_figures: bool) -> Interval:
    """The interval that a meeting calendar takes an expression for; `period` is the one chosen of its meaning."""
    if meaning.how == "range":
        last = meaning.parts[1]
        fits = [p for p in (last.past, last.future) if p.end == period.end]
        return period.start, (fits[0] if fits else last_of(period, last)).start
    if meaning.how in {"early", "mid", "late"}:
        return part(meaning, period, in_figures=in_figures)
    if meaning.how in {"later", "rest", "earlier"}:
        start, end = period.start, period.end
        return {"later": (today, end), "earlier": (start, today), "rest": (today, end - DAY)}[meaning.how]
    if meaning.how in {"counted", "told", "said"} and meaning.parts:
        whole = meaning.parts[0].past
        return whole.start, whole.end
    return period.start, period.end


def last_of(period: Period, last: Meaning) -> Period:
    """The last member of a range, the one that its period ends with."""
    found = last.cycle.gone(period.end - DAY) if last.cycle else None
    return found or last.past


def part(meaning: Meaning, period: Period, *, in_figures: bool) -> Interval:
    """Half a month, half a year (a third where the year stands in figures): the early, middle or late one."""
    which = ("early", "mid", "late").index(meaning.how)
    whole = meaning.parts[0]
    around = [p for p in (whole.past, whole.future, last_of(period, whole)) if p.covers(period)]
    start, end = (around[0] if around else whole.past).start, (around[0] if around else whole.past).end
    if whole.kind == "month":
        middle = start.replace(day=16)
        return ((start, middle), (start.replace(day=10), start.replace(day=21)), (middle, end))[which]
    if whole.kind == "year":
        turns = ((1, 5), (5, 9), (9, 13)) if in_figures else ((1, 7), (4, 10), (7, 13))
        first, last = turns[which]
        return start.replace(month=first), Period.month(start.year, last).start
    return period.start, period.end


def intervals(mention: DateMention, text: str, today: dt.date) -> Iterator[Interval]:
    """The interval read, as calendars count."""
    figures = any(c.isdigit() for c in text[mention.start : mention.end])
    yield as_calendars_count(mention.meaning, likely(mention.meaning, today), today, in_figures=figures)


def main() -> int:
    """Read the cases, print what is read."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("cases", type=Path)
    ask.add_argument("--lang", choices=["en", "ko", "ja"], required=True)
    args = ask.parse_args()
    find_dates = import_module(f"newsreel.reading.langs.{args.lang}.dates").find_dates
    for line in args.cases.read_text("utf-8").splitlines():
        case = json.loads(line)
        today = dt.date.fromisoformat(case["reference"])
        found = [pair for m in find_dates(case["text"], today, told=True) for pair in intervals(m, case["text"], today)]
        # A span that closes on the day it begins is that day.
        read = [[a.isoformat(), max(b, a + DAY).isoformat()] for a, b in found]
        row = {"text": case["text"], "reference": case["reference"], "read": read}
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
