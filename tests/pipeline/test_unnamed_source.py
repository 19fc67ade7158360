"""A source that a report tells by its kind alone is a work of its own, beside the one that others name."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from newsreel import Newsreel
from newsreel.model import Report

TEXTS = {
    "01": (
        dt.date(2021, 3, 2),
        "Orbit Trade",
        (
            'Glass Harbor gets a cast\n\nNetflix has ordered the live-action series "Glass Harbor", an adaptation of the anime of the same name. '
            "Dana Whitlow will star in it.\n"
        ),
    ),
    "02": (
        dt.date(2021, 11, 19),
        "Popcorn Dispatch",
        (
            'What to watch: "Glass Harbor" docks at Netflix\n\n"Glass Harbor", released on Friday, adapts the manga that first appeared in 1997. '
            "Dana Whitlow stars in the series.\n"
        ),
    ),
}


def read(folder: Path) -> Newsreel:
    newsreel = Newsreel(folder / "ledger.db")
    reports = [
        Report(id=name, text=text, language="en", published=day, outlet=outlet)
        for name, (day, outlet, text) in TEXTS.items()
    ]
    for _ in newsreel.add(reports):
        pass
    return newsreel


def test_an_unnamed_source_is_another_than_the_named_one(tmp_path: Path) -> None:
    newsreel = read(tmp_path)
    facts = list(newsreel.facts())
    sources = {str(fact.object) for fact in facts if fact.predicate == "based_on"}
    types = {fact.object for fact in facts if fact.predicate == "work_type" and fact.subject in sources}
    assert types == {"animation_series", "manga"}


def test_the_year_of_the_source_is_not_the_years_of_what_is_made_from_it(tmp_path: Path) -> None:
    newsreel = read(tmp_path)
    (series,) = {fact.subject for fact in newsreel.facts() if fact.predicate == "based_on"}
    days = {str(fact.object) for fact in newsreel.facts(series) if fact.predicate == "release_date"}
    assert days == {"2021-11-19"}
