"""A source and its adaptation of one name are two, and what is said of each goes to it."""

from __future__ import annotations

import datetime as dt

from newsreel.model import Ref, Report
from newsreel.reading import read

TEXT = """Paper Studios to turn manga "Blue Door" into a TV series

Paper Studios is turning the manga "Blue Door" into a TV series. Ann Lee will write the series.

The manga, created by Ken Mori, began in Japan in 1998.
"""


def test_what_is_said_of_the_source_is_not_said_of_what_is_made_from_it() -> None:
    said = {
        (claim.subject.local, claim.predicate): claim.object
        for claim in read(Report("r", TEXT, "en", dt.date(2024, 6, 3), body=0))
    }
    series = next(local for (local, predicate), value in said.items() if value == "series" and predicate == "work_type")
    manga = next(local for (local, predicate), value in said.items() if value == "manga" and predicate == "work_type")
    source = said[series, "based_on"]
    assert isinstance(source, Ref)
    assert source.local == manga != series
    assert (series, "screenwriter") in said
    assert said[manga, "release_date"] == "1998"
    assert (series, "release_date") not in said
