"""Reports for the tests of weighing, made of a few words: see the cases beside this module."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from newsreel.model import Claim, Fact, Ref, Slots, Span, Statement
from newsreel.vocabulary import vocabulary
from newsreel.weighing import Press

CASES = Path(__file__).parent / "cases"
SENTENCE = 100


class _Loader(yaml.SafeLoader):
    """Leaves dates as they are written."""


_Loader.yaml_implicit_resolvers = {
    first: [rule for rule in found if rule[0] != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def case(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    return found


def statements(reports: Mapping[str, Mapping[str, Any]]) -> list[Statement]:
    """The claims of a case's reports; a name is its own id, and each claim its own sentence unless `at` says which."""
    return [
        statement(key, report, said, number)
        for key, report in reports.items()
        for number, said in enumerate(report["says"])
    ]


def statement(key: str, report: Mapping[str, Any], said: Mapping[str, Any], number: int = 0) -> Statement:
    subject, value = str(said.get("s", "Glass Harbour")), said.get("o")
    kinds = vocabulary().predicates[said["p"]]
    kind = next((k for k in kinds.objects if k in {"person", "organization", "work", "place"}), "")
    start = SENTENCE * int(said.get("at", 10 + number))
    made = Claim(
        report=key,
        subject=_ref(subject, kinds.subjects[0]),
        predicate=said["p"],
        object=_ref(value, kind) if kind and isinstance(value, str) else value,
        status=said.get("is", "stated"),
        span=Span(start, start + SENTENCE),
        rule="case",
        by=tuple(said.get("by", ())),
        slots=Slots.from_json(dict(said)),
        amid=tuple((status, name) for status, name in said.get("amid", ())),
        within=tuple((status, name) for status, name in said.get("within", ())),
        also=tuple((status, tuple(by)) for status, by in said.get("also", ())),
    )
    day = dt.date.fromisoformat(report["day"])
    entity = value if isinstance(made.object, Ref) else None
    return Statement(made.id, made, subject, entity, day, report["outlet"], report.get("language", "en"))


def press(told: Mapping[str, Any]) -> Press:
    return Press(told.get("outlets", {}), told.get("aliases", {}), told.get("copies", {}))


def shown(facts: Iterable[Fact], wanted: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The facts that answer as a wanted row does, each with what the row asks for."""
    rows = []
    for fact in facts:
        slots = fact.slots.to_json()
        row: dict[str, Any] = {
            "s": fact.subject,
            "p": fact.predicate,
            "o": fact.object,
            "verdict": fact.verdict,
            "rule": fact.rule,
        }
        row |= {"origins": len(fact.origins), "first": fact.first_report, "voices": [o.voice for o in fact.origins]}
        row |= slots | {"reason": fact.reason}
        if all(
            row[key] == wanted.get(key, row[key]) for key in ("p", "o", "relation", "role", "character")
        ) and fact.subject == wanted.get("s", "Glass Harbour"):
            rows.append({key: row[key] for key in wanted})
    return rows


def _ref(name: Any, kind: str) -> Ref:
    return Ref(str(name), kind, (str(name),))
