"""An edit, and a withdrawal, touch the facts that lose or gain by them, and no others."""

from __future__ import annotations

from typing import Any

import pytest
from tests.weighing.newsroom import statements

from newsreel.dossier import touched
from newsreel.weighing import weigh

MINA = {"p": "cast_member", "o": "Mina Ode"}
IVO = {"p": "director", "o": "Ivo Lang"}
SLATE: dict[str, Any] = {"day": "2031-03-13", "outlet": "The Slate", "says": [MINA, IVO]}
POST: dict[str, Any] = {
    "day": "2031-03-14",
    "outlet": "Film Post",
    "says": [{**MINA, "is": "confirmed", "by": ["Blue Door Agency"]}, IVO],
}
BOTH = {"a": SLATE, "b": POST}


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ({"a": SLATE}, [("cast_member", "verdict"), ("director", "leg")]),
        ({"b": POST}, [("cast_member", "leg"), ("director", "leg")]),
        ({"a": {**SLATE, "says": [MINA]}, "b": POST}, [("director", "leg")]),
        (
            {"a": {**SLATE, "says": [MINA, {"p": "director", "o": "Rosa Quint"}]}, "b": POST},
            [("director", "new"), ("director", "leg")],
        ),
        ({"a": {**SLATE, "says": [MINA, IVO, {"p": "episodes", "o": 8}]}, "b": POST}, [("episodes", "new")]),
        ({"a": {**SLATE, "says": [{**MINA, "role": "chemist"}, IVO]}, "b": POST}, [("cast_member", "words")]),
        ({}, [("cast_member", "gone"), ("director", "gone")]),
        (BOTH, []),
    ],
)
def test_what_an_edit_touches(after: dict[str, Any], wanted: list[tuple[str, str]]) -> None:
    found = touched(weigh(statements(BOTH)).facts, weigh(statements(after)).facts)
    assert [(one.fact.predicate, one.what) for one in found] == wanted
