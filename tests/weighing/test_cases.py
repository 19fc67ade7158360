"""Every rule of weights.yml, and every principle of who had what from whom, by an example."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.weighing.newsroom import CASES, case, press, shown, statements

from newsreel.weighing import weigh
from newsreel.weighing.rules import rules

FILES = sorted(CASES.glob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_facts_stand_as_the_case_says(path: Path) -> None:
    told = case(path)
    said = statements(told["reports"])
    for day, rows in told["as_of"].items():
        weighed = weigh(said, dt.date.fromisoformat(str(day)), press=press(told))
        for wanted in rows:
            assert wanted in shown(weighed.facts, wanted), f"{day}: {told['why']}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_contradictions_are_those_of_the_case(path: Path) -> None:
    told = case(path)
    weighed = weigh(statements(told["reports"]), press=press(told))
    facts = {fact.id: fact.object if fact.slots.role is None else fact.slots.role for fact in weighed.facts}
    found = [({facts[key] for key in one.facts}, facts.get(one.likely, "")) for one in weighed.conflicts]
    wanted = [(set(one["between"]), one["likely"]) for one in told.get("conflicts", ())]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_every_rule_has_its_case() -> None:
    given = {row.get("rule") for path in FILES for rows in case(path)["as_of"].values() for row in rows}
    assert {row.rule for row in rules().verdicts} <= given
