"""How changes look: a line each, under the report that brought it, with what was so before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from rich.text import Text

from newsreel.faces.cli.days import day_in_words
from newsreel.faces.cli.screen import indented, show
from newsreel.faces.cli.style import HEAD, certainty, dim
from newsreel.faces.cli.table import table
from newsreel.faces.cli.wording import answer, sentence
from newsreel.model import Change, Fact

_MARK_WIDTH = 9
_MARKS = {"new": "+", "firmer": "↑", "weaker": "↓", "value": "→", "denied": "✕", "settled": "="}


def change_row(change: Change) -> dict[str, Any]:
    """A change for a machine."""
    before = change.before
    return {
        "date": change.date,
        "report": change.report,
        "kind": change.kind,
        "fact": {"id": change.fact.id, **change.fact.to_json()},
        "before": {"id": before.id, **before.to_json()} if before else None,
        "words": change.words,
    }


def show_changes(changes: Iterable[Change], names: Mapping[str, str]) -> None:
    """The changes under the reports that brought them."""
    for (date, report), brought in groupby(changes, key=lambda change: (change.date, change.report)):
        show(Text.assemble((day_in_words(date), HEAD), dim(f"  {report}")))
        made = table("", "", "", widest=1)
        made.show_header = False
        made.columns[0].min_width = _MARK_WIDTH
        for change in brought:
            said = Text(sentence(change.fact, names))
            if change.before is not None:
                said.append_text(dim(f"  before: {_before(change.before, change.fact, names)}"))
            made.add_row(f"{_MARKS.get(change.kind, '·')} {change.kind}", said, certainty(change.fact.verdict))
        show(indented(made, 2))


def _before(before: Fact, after: Fact, names: Mapping[str, str]) -> str:
    """What was so before: the other answer, or, of the same answer, how sure it was."""
    return answer(before, names) if before.object != after.object else before.verdict
