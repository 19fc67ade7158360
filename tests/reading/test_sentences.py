"""Sentence tables: what a sentence says, and what it does not say. A case is a row in tests/reading/LANGUAGE/*.yml.

    family: role before name, actor in brackets
    date: 2024-06-03                  # the reports' day (a row may have its own)
    rows:
      - text: 刑事・三浦渚（佐々木花）が追う。
        says: ["cast_member: 青い靴 > 佐々木花 {character: 三浦渚, role: 刑事} [stated]"]
      - text: …
        silent: true                  # a trap: no claim that makes a production may be read
    before: 映画『青い靴』。            # a text that stands before every row's, not counted

A claim is written "predicate: subject > object {slot: value, …} [status; by]"; slots, status and voice may be left out.
Of the predicates that make a production nothing may be read beside what a row says; `more: true` lifts that.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsreel.model import Claim, Ref, Report
from newsreel.reading import read
from newsreel.vocabulary import vocabulary

HERE = Path(__file__).parent
SAID = re.compile(
    r"(?P<predicate>\w+): (?P<subject>.+?) > (?P<object>.+?)"
    r"(?: \{(?P<slots>[^}]*)\})?(?: \[(?P<status>\w+)(?:; (?P<by>[^\]]+))?\])?"
)


def rows() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*/*.yml")):
        if path.stem.startswith("dates"):
            continue
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, row in enumerate(table["rows"], 1):
            found.append(pytest.param(path.parent.name, table, row, id=f"{path.parent.name}-{path.stem}-{number}"))
    return found


def claims_of(language: str, table: dict[str, Any], row: dict[str, Any]) -> tuple[str, int, list[Claim]]:
    before = row.get("before", table.get("before", ""))
    text = f"{before}\n\n{row['text']}\n" if before else f"{row['text']}\n"
    day = row.get("date", table.get("date", dt.date(2024, 6, 3)))
    report = Report(id="row", text=text, language=language, published=day, outlet=row.get("outlet", ""))
    start = len(before)
    return text, start, [c for c in read(report) if c.span.end > start]


def fits(said: dict[str, str | None], claim: Claim) -> bool:
    obj = claim.object
    if isinstance(obj, Ref):
        same = said["object"] in obj.names
    else:
        same = said["object"] == ("nothing" if obj is None else "true" if obj is True else str(obj))
    if claim.predicate != said["predicate"] or said["subject"] not in claim.subject.names or not same:
        return False
    slots = {k: v for k, v in claim.slots.to_json().items() if v is not None}
    for pair in filter(None, (said["slots"] or "").split(", ")):
        name, value = pair.split(": ", 1)
        if slots.get(name) != value:
            return False
    if said["status"] and claim.status != said["status"]:
        return False
    return not said["by"] or list(claim.by) == said["by"].split(", ")


def written(claim: Claim) -> str:
    obj = claim.object.name if isinstance(claim.object, Ref) else claim.object
    slots = ", ".join(f"{k}: {v}" for k, v in claim.slots.to_json().items() if v is not None)
    return f"{claim.predicate}: {claim.subject.name} > {obj} {{{slots}}} [{claim.status}; {', '.join(claim.by)}] ({claim.rule})"


@pytest.mark.parametrize(("language", "table", "row"), rows())
def test_a_sentence_says_what_its_row_says_and_nothing_else(
    language: str, table: dict[str, Any], row: dict[str, Any]
) -> None:
    text, _start, claims = claims_of(language, table, row)
    left = list(claims)
    for line in row.get("says", ()):
        said = SAID.fullmatch(line)
        assert said is not None, f"not a claim in short form: {line}"
        found = next((c for c in left if fits(said.groupdict(), c)), None)
        assert found is not None, f"not read: {line}\nread: " + "\n      ".join(map(written, claims))
        left.remove(found)
    core = {name for name, predicate in vocabulary().predicates.items() if predicate.core}
    if not row.get("more"):
        assert not [written(c) for c in left if c.predicate in core], text
    for claim in claims:
        assert claim.span.quote(text)
