"""What patterns cannot match without, and literals found in one pass."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreel.reading.literals import Signs, alternation, lowered
from newsreel.reading.needs import Asked, Sought, Together
from newsreel.reading.pack import LANGUAGES, pack_for
from newsreel.reading.patterns import guarded, stands_for

PIECES = st.recursive(
    st.sampled_from(["a", "b", "star", "[ab]", ".", r"\w", "[^a]", r"\b", "(?=a)", "(?!b)"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda row: f"(?:{'|'.join(row)})"),
        inner.map(lambda one: f"(?:{one})?"),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
        inner.map(lambda one: f"(?P<x>{one})" if "(?P<" not in one else one),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("will stars? in", {"will star in", "will stars in"}),
        ("(?i)(?:Directed|helmed) by", {"directed by", "helmed by"}),
        (r"\w+ (?:in|at) .", {" in ", " at "}),
        (".*", set()),
        ("(?:star)?", set()),
        ("(?:star|)x?", set()),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, needs: set[str]) -> None:
    assert Sought(pattern).needs == needs


@given(PIECES, st.text("abstr ", max_size=12))
def test_every_match_holds_what_its_pattern_needs(pattern: str, text: str) -> None:
    try:
        sought = Sought(pattern)
    except re.error:
        return
    for match in sought.compiled.finditer(text):
        assert not sought.needs or any(need in match.group().lower() for need in sought.needs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_patterns_of_a_pack_compile(language: str) -> None:
    for frame in pack_for(language).frames.frames:
        for pattern in frame.patterns:
            assert pattern.names == set(pattern.compiled.groupindex)


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_forms_tell_what_whole_patterns_tell(language: str) -> None:
    for frame in pack_for(language).frames.frames[::9]:
        for pattern in frame.patterns:
            whole = Sought(pattern.text)
            assert (pattern.needs, pattern.names, pattern.order) == (whole.needs, whole.names, whole.order)


@pytest.mark.parametrize("piece", ["a|b", "(a", "*"])
def test_a_piece_that_needs_its_place_has_no_short_form(piece: str) -> None:
    assert not stands_for(piece)


@given(st.text(alphabet="abcxyz-", max_size=30))
def test_patterns_sought_together_leave_out_none_that_matches(text: str) -> None:
    patterns = [Sought("ab+c"), Sought("a[bc]x"), Sought("[xyz]+"), Sought("ab"), Sought("(?:ca|ab)z")]
    possible = Together(patterns).possible(text)
    assert possible == sorted(possible)
    for number, pattern in enumerate(patterns):
        if pattern.compiled.search(text):
            assert number in possible
    assert 3 not in Together(patterns).possible("zz")  # ab stands nowhere


@given(PIECES, st.text("abstr ", max_size=12))
def test_a_guarded_pattern_matches_the_same(pattern: str, text: str) -> None:
    try:
        plain = re.compile(pattern)
    except re.error:
        return
    assert [m.span() for m in re.finditer(guarded(pattern), text)] == [m.span() for m in plain.finditer(text)]


@given(PIECES, st.text("abstr ", max_size=12))
def test_what_a_text_lacks_in_order_no_match_is_in(pattern: str, text: str) -> None:
    try:
        sought = Sought(pattern)
    except re.error:
        return
    assert sought.may_match(text) or sought.compiled.search(text) is None


def test_an_order_is_that_of_the_pattern() -> None:
    sought = Sought("a(?:star|lead).*[xy]")
    assert sought.may_match("a lead... a star y")
    assert not sought.may_match("y a star")
    assert not sought.may_match("a leaf, y")


@given(PIECES, st.text("abstr ", max_size=12))
def test_every_match_holds_one_of_each_class(pattern: str, text: str) -> None:
    try:
        sought = Sought(pattern)
    except re.error:
        return
    for match in sought.compiled.finditer(text):
        assert all(any(c in match.group() for c in row) for row in sought.classes)


def test_places_of_all_that_was_asked_for() -> None:
    asked, star, lead = Asked(), Sought("stars? in"), Sought("lead|star")
    for sought in (star, lead, star):
        asked.ask(sought)
    assert asked.places("a star in a lead, stars in") == {star: [2, 18], lead: [2, 12, 18]}


def test_signs_of_one_text() -> None:
    signs = Signs([["star"], [], ["lead", "tar"], ["absent"]])
    assert signs.found("a star") == [0, 1, 2]
    assert signs.found("") == [1]


@given(st.sets(st.text("ab. ", min_size=1, max_size=4), min_size=1), st.text("ab. ", max_size=10))
def test_an_alternation_finds_the_longest_first(words: set[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    assert re.findall(alternation(words), text) == re.findall(plain, text)


@given(st.text())
def test_lower_case_keeps_places(text: str) -> None:
    assert len(lowered(text)) == len(text)
