from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreel.model import Period

YEARS = st.integers(1, 9997)
MONTHS = st.integers(1, 12)
DAYS = st.dates(max_value=dt.date(9998, 1, 1))
PERIODS = st.one_of(
    DAYS.map(Period.day),
    YEARS.map(Period.year),
    st.builds(Period.month, YEARS, MONTHS),
    st.builds(Period.third, YEARS, MONTHS, st.integers(0, 2)),
    st.builds(Period.part, YEARS, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41])),
    st.tuples(DAYS, DAYS).map(sorted).map(lambda pair: Period.span(*pair)),
    st.tuples(st.tuples(YEARS, MONTHS), st.tuples(YEARS, MONTHS)).map(sorted).map(lambda pair: Period.months(*pair)),
)


@given(PERIODS)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(PERIODS)
def test_a_period_holds_a_day_at_least_and_covers_itself(period: Period) -> None:
    assert period.start < period.end
    assert period.covers(period)
    assert period.overlaps(period)


@pytest.mark.parametrize(
    ("period", "edtf", "first", "end"),
    [
        (Period.day(dt.date(2024, 2, 29)), "2024-02-29", "2024-02-29", "2024-03-01"),
        (Period.month(2024, 12), "2024-12", "2024-12-01", "2025-01-01"),
        (Period.month(2024, 13), "2025-01", "2025-01-01", "2025-02-01"),
        (Period.month(2024, 0), "2023-12", "2023-12-01", "2024-01-01"),
        (Period.third(2024, 2, 0), "2024-02-01/2024-02-10", "2024-02-01", "2024-02-11"),
        (Period.third(2024, 2, 2), "2024-02-21/2024-02-29", "2024-02-21", "2024-03-01"),
        (Period.part(2024, 21), "2024-21", "2024-03-01", "2024-06-01"),
        (Period.part(2024, 24), "2024-24", "2024-12-01", "2025-03-01"),
        (Period.part(2024, 36), "2024-36", "2024-10-01", "2025-01-01"),
        (Period.part(2024, 40), "2024-40", "2024-01-01", "2024-07-01"),
        (Period.months((2024, 11), (2025, 1)), "2024-11/2025-01", "2024-11-01", "2025-02-01"),
        (Period.parse("2003/2007"), "2003/2007", "2003-01-01", "2008-01-01"),
    ],
)
def test_a_period_is_half_open_and_written_as_edtf(period: Period, edtf: str, first: str, end: str) -> None:
    assert (str(period), period.start.isoformat(), period.end.isoformat()) == (edtf, first, end)


@pytest.mark.parametrize(
    "edtf", ["", "soon", "2024-13", "2024-00-10", "2024-02-30", "2024-3", "24", "2024-99", "2024/", "2025/2024"]
)
def test_what_newsreel_does_not_write_is_no_period(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(edtf)


def test_a_refinement_is_covered_and_a_neighbour_is_not() -> None:
    year, month, day = Period.year(2025), Period.month(2025, 10), Period.day(dt.date(2025, 10, 16))
    assert year.covers(month)
    assert month.covers(day)
    assert not day.covers(month)
    assert not Period.month(2025, 9).overlaps(month)
