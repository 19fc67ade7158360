"""Whatever the text, reading ends in claims whose words stand in it, and never in an exception."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreel.model import Report
from newsreel.reading import read

WORDS = st.sampled_from(
    ["Dana Whitlow", '"Blue Door"', "will star in", "directed by", "Netflix", "the series", "(", ")", '"', "’s", ",", ".", ";", "\n",
     "on March 3", "Mara Quist", "plays", "Rin", "who", "and", "—", "•", "Cast:", "season two", "映画", "드라마", "\ue041\uf000", "", "'", "*"]
)  # fmt: skip


def holds(text: str, published: dt.date | None) -> bool:
    report = Report(id="any", text=text, language="en", published=published)
    claims = read(report)
    assert claims == read(report)
    return all(0 <= c.span.start < c.span.end <= len(text) and c.span.quote(text) for c in claims)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_characters(text: str) -> None:
    assert holds(text, dt.date(2024, 6, 3))


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_any_order_of_words_of_the_trade(words: list[str]) -> None:
    assert holds(" ".join(words), dt.date(2024, 6, 3))


@pytest.mark.parametrize("text", ["", "\n", '"', "A", "Netflix", "film " * 500])
def test_texts_with_nothing_in_them(text: str) -> None:
    assert holds(text, None)
