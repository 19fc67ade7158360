"""Dates in words."""

import pytest

from newsreel.faces.cli.days import in_words, short_day


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-10-16", "16 October 2025"),
        ("2025-10", "October 2025"),
        ("2025", "2025"),
        ("2024-03-01/2024-03-10", "early March 2024"),
        ("2024-03-11/2024-03-20", "mid-March 2024"),
        ("2024-02-21/2024-02-29", "late February 2024"),
        ("2024-03-02/2024-03-09", "2 March 2024 to 9 March 2024"),
        ("2024-11/2025-01", "November 2024 to January 2025"),
        ("2025-21", "spring 2025"),
        ("2025-33", "first quarter of 2025"),
        ("2024-41", "second half of 2024"),
        ("soon", "soon"),
    ],
)
def test_a_date_reads_as_people_say_it(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_a_day_can_be_short_or_missing() -> None:
    assert short_day("2024-03-13") == "13 Mar 2024"
    assert short_day("") == ""
