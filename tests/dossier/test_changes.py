"""What a follower is told, once: news, firmer and weaker words, new values, denials; no retelling, no background."""

from __future__ import annotations

from typing import Any

import pytest
from tests.weighing.newsroom import statements

from newsreel.dossier import changes
from newsreel.weighing import turns


def _said(day: str, outlet: str, *says: dict[str, Any]) -> dict[str, Any]:
    return {"day": day, "outlet": outlet, "says": list(says)}


MINA = {"p": "cast_member", "o": "Mina Ode"}
SLATE = _said("2031-03-13", "The Slate", MINA)
PARTY = {"is": "confirmed", "by": ["Channel Nine"]}
CASES: dict[str, tuple[dict[str, Any], list[tuple[str, str, str]]]] = {
    "one that is new": ({"a": SLATE}, [("a", "new", "reported")]),
    "a retelling is none": (
        {"a": SLATE, "b": _said("2031-03-14", "Film Post", {**MINA, "is": "reported", "by": ["The Slate"]})},
        [("a", "new", "reported")],
    ),
    "what only a copy or a relay tells of a report that is there is none": (
        {
            "a": SLATE,
            "b": _said("2031-03-14", "Film Post", {"p": "episodes", "o": 8, "is": "reported", "by": ["The Slate"]}),
            "c": _said(
                "2031-03-15", "Film Post", {"p": "episodes", "o": 8, "is": "reported", "by": ["The Wire Reporter"]}
            ),
        },
        [("a", "new", "reported")],
    ),
    "what a relay tells of an outlet that is not there is one": (
        {"b": _said("2031-03-14", "Film Post", {**MINA, "is": "reported", "by": ["The Wire Reporter"]})},
        [("b", "new", "reported")],
    ),
    "a denial of what nobody said is one": (
        {"b": _said("2031-03-14", "Film Post", {**MINA, "is": "denied", "by": ["Blue Door Agency"]})},
        [("b", "denied", "denied")],
    ),
    "a second outlet is none": ({"a": SLATE, "b": _said("2031-03-14", "Film Post", MINA)}, [("a", "new", "reported")]),
    "a party makes it firmer": (
        {"a": SLATE, "b": _said("2031-03-14", "Film Post", {**MINA, **PARTY})},
        [("a", "new", "reported"), ("b", "firmer", "confirmed")],
    ),
    "a party that is on the fence makes it weaker": (
        {"a": SLATE, "b": _said("2031-03-13", "Film Post", {**MINA, "is": "considering", "by": ["Blue Door Agency"]})},
        [("a", "new", "reported"), ("b", "weaker", "considering")],
    ),
    "a party denies it": (
        {"a": SLATE, "b": _said("2031-03-14", "Film Post", {**MINA, "is": "denied", "by": ["Blue Door Agency"]})},
        [("a", "new", "reported"), ("b", "denied", "denied")],
    ),
    "a date that moves is one change": (
        {
            "a": _said(
                "2031-03-13",
                "The Slate",
                {"p": "release_date", "o": "2031-05", "is": "planned", "by": ["Channel Nine"]},
            ),
            "b": _said(
                "2031-04-13",
                "Film Post",
                {"p": "release_date", "o": "2031-09", "is": "planned", "by": ["Channel Nine"]},
            ),
        },
        [("a", "new", "planned"), ("b", "value", "planned")],
    ),
    "a finer date is one change, a coarser one none": (
        {
            "a": _said(
                "2031-03-13", "The Slate", {"p": "release_date", "o": "2031", "is": "planned", "by": ["Channel Nine"]}
            ),
            "b": _said(
                "2031-04-13",
                "Film Post",
                {"p": "release_date", "o": "2031-09-12", "is": "planned", "by": ["Channel Nine"]},
            ),
            "c": _said("2031-05-13", "Harbour News", {"p": "release_date", "o": "2031-09", "is": "planned"}),
        },
        [("a", "new", "planned"), ("b", "value", "planned")],
    ),
    "what is contradicted when it is said is none, what it shakes is": (
        {
            "a": _said("2031-03-13", "The Slate", {"p": "episodes", "o": 8}),
            "b": _said("2031-03-14", "Film Post", {"p": "episodes", "o": 10}),
            "c": _said("2031-03-20", "Harbour News", {"p": "episodes", "o": 8, **PARTY}),
        },
        [("a", "new", "reported"), ("b", "weaker", "disputed"), ("c", "settled", "confirmed")],
    ),
    "background is none": (
        {
            "a": _said(
                "2031-03-13", "The Slate", {"p": "genre", "o": "thriller"}, {"s": "Mina Ode", "p": "age", "o": 37}
            )
        },
        [],
    ),
    "a title in one paper is none before a party uses it": (
        {
            "a": _said("2031-03-13", "The Slate", {"p": "alias", "o": "Harbor of Glass"}),
            "b": _said("2031-03-14", "Film Post", {"p": "alias", "o": "The Glass Harbour", **PARTY}),
        },
        [("b", "new", "confirmed")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_told(name: str) -> None:
    reports, wanted = CASES[name]
    told = [(change.report, change.kind, change.fact.verdict) for change in changes(turns(statements(reports)))]
    assert told == wanted


def test_only_what_one_asks_about_is_told() -> None:
    reports = {"a": _said("2031-03-13", "The Slate", MINA, {"s": "Salt Diary", "p": "director", "o": "Ivo Lang"})}
    told = turns(statements(reports))
    assert [change.fact.subject for change in changes(told, about={"Mina Ode"})] == ["Glass Harbour"]


def test_a_change_says_in_words_what_and_why() -> None:
    reports = {
        "a": _said(
            "2031-03-13", "The Slate", {"p": "release_date", "o": "2031-05", "is": "planned", "by": ["Channel Nine"]}
        ),
        "b": _said(
            "2031-04-13", "Film Post", {"p": "release_date", "o": "2031-09", "is": "planned", "by": ["Channel Nine"]}
        ),
    }
    last = list(changes(turns(statements(reports)), names={"Glass Harbour": "Glass Harbour"}))[-1]
    assert last.words == (
        "Glass Harbour: release date 2031-09: planned, before: 2031-05 (planned, says Channel Nine, 13 April 2031)"
    )
    assert last.before is not None
    assert last.before.object == "2031-05"
