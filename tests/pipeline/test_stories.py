"""Whole stories, read from their texts: who is who, what stands on which day, on whose word, and what a follower is told."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsreel.model import Entity, Fact, Period
from newsreel.pipeline import Newsreel
from newsreel.sources import read_paths

STORIES = sorted(path for path in (Path(__file__).parent / "stories").iterdir() if path.is_dir())
PARTS = {"H1": "40", "H2": "41"}
THIRDS = {"early": 0, "mid": 1, "late": 2}
MOST_NEEDLESS = 2


class Told:
    """A story's truth, and what was made of its reports."""

    def __init__(self, folder: Path, ledger: Path) -> None:
        text = (folder / "truth.yml").read_text(encoding="utf-8")
        self.truth: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - all is text in it
        self.newsreel = Newsreel(ledger)
        for _ in self.newsreel.add(read_paths(sorted(folder.glob("*.txt")))):
            pass
        self.entities = list(self.newsreel.entities())

    def named(self, key: str) -> list[Entity]:
        """The entities that bear a name of one of the truth's."""
        wanted = self.truth["entities"][key]
        return [e for e in self.entities if e.kind == wanted["kind"] and set(e.names) & set(wanted["names"])]

    def answers(self, row: dict[str, Any], day: str) -> list[Fact]:
        """The facts as of a day that answer as a row does."""
        subjects = {entity.id for entity in self.named(row["s"])}
        return [
            fact
            for fact in self.newsreel.facts(as_of=dt.date.fromisoformat(day))
            if fact.subject in subjects
            and fact.predicate == row["p"]
            and fact.slots.relation == row.get("relation", fact.slots.relation)
            and self._is(fact, row["o"])
        ]

    def _is(self, fact: Fact, wanted: str) -> bool:
        if wanted in self.truth["entities"]:
            return fact.object in {entity.id for entity in self.named(wanted)}
        return str(fact.object) == edtf(wanted) or (wanted == "null" and fact.object is None)

    @property
    def main(self) -> Entity:
        """What most is known of among the works that bear the first name."""
        return max(self.named(next(iter(self.truth["entities"]))), key=lambda e: (len(self.newsreel.facts(e.id)), e.id))


def edtf(value: str) -> str:
    head, _, tail = value.partition("/")
    if tail in THIRDS:
        return Period.third(int(head[:4]), int(head[5:]), THIRDS[tail]).edtf
    year, _, part = value.partition("-")
    return f"{year}-{PARTS[part]}" if part in PARTS else value


@pytest.fixture(scope="module", params=STORIES, ids=lambda path: path.name)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(request.param, tmp_path_factory.mktemp("story") / "ledger.db")


def test_what_stands_on_each_day(told: Told) -> None:
    wrong = []
    for day, rows in told.truth["as_of"].items():
        for row in rows:
            have = [(fact.verdict, str(len(fact.origins)), fact.first_report) for fact in told.answers(row, day)]
            if (row["verdict"], row["origins"], row["first"]) not in have:
                wrong.append((day, row, have))
    assert not wrong


def test_nothing_is_known_before_it_was_published(told: Told) -> None:
    days = {report.id: report.published or dt.date.max for report in told.newsreel.reports()}
    for day in told.truth["as_of"]:
        for fact in told.newsreel.facts(as_of=dt.date.fromisoformat(day)):
            assert all(days[voice.report] <= dt.date.fromisoformat(day) for voice in fact.voices)


def test_distinct_things_are_not_one(told: Told) -> None:
    for group in told.truth["distinct"]:
        for one, other in combinations(group, 2):
            mine, theirs = (set(told.truth["entities"][key]["names"]) for key in (one, other))
            for entity in told.entities:
                assert not (set(entity.names) & (mine - theirs) and set(entity.names) & (theirs - mine))


def test_a_follower_is_told_each_change_once_and_little_else(told: Told) -> None:
    reports = list(dict.fromkeys(change.report for change in told.newsreel.changes(about=told.main.id)))
    wanted = told.truth["changes"]
    assert [report for report in reports if report in wanted] == wanted
    assert len(reports) - len(wanted) <= MOST_NEEDLESS
