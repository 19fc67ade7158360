"""weights.yml and speech.yml, read once, validated, and handed out as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from newsreel.model.errors import VocabularyError
from newsreel.vocabulary import vocabulary

COMPARISONS = frozenset({"", "days", "value", "age", "family", "relation"})
FEATURES = frozenset(
    {"open", "answered", "for", "against", "party_for", "party_against", "parties_clash", "dropped", "taken_back"}
    | {"moved", "contradicted", "passed", "refined", "event", "out", "seen", "happened", "party_firm", "party_plans"}
    | {"party_considers", "firmer_since", "firm", "planned", "considering", "rumored"}
)


@dataclass(frozen=True, slots=True)
class Question:
    """What may be asked of a subject; the words are those of weights.yml."""

    compare: str = ""
    moves: bool = False
    drops: bool = False
    shows: bool = False
    event: bool = False
    sole: bool = False
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One row of the table of verdicts."""

    rule: str
    when: frozenset[str]
    unless: frozenset[str]
    verdict: str


@dataclass(frozen=True, slots=True)
class Rules:
    """All of weights.yml."""

    same_time: dt.timedelta
    seen: dt.timedelta
    season: dt.timedelta
    apart: dt.timedelta
    questions: Mapping[str, Question]
    families: tuple[frozenset[str], ...]
    ahead_language: str
    ahead_years: int
    ahead_until: dt.date
    closes: Mapping[str, frozenset[str]]
    stops: frozenset[str]
    plans: frozenset[str]
    verdicts: tuple[VerdictRow, ...]
    stage_order: Mapping[str, int]

    def question(self, predicate: str) -> Question:
        """What holds of a predicate; one that the table does not name takes any number of answers."""
        return self.questions.get(predicate, _ANY)


_ANY = Question()


@dataclass(frozen=True, slots=True)
class Speech:
    """All of speech.yml, folded as `naming.fold` folds names."""

    unnamed: frozenset[str]
    press: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    titles: frozenset[str]
    agencies: frozenset[str]
    outlets: frozenset[str]
    festivals: frozenset[str]
    colours: frozenset[str]


@cache
def rules() -> Rules:
    """weights.yml; VocabularyError names what in it is wrong."""
    raw = _load("weights.yml")
    words = vocabulary()
    questions = {name: _question(name, row) for name, row in raw["questions"].items()}
    if unknown := questions.keys() - words.predicates.keys():
        raise VocabularyError(f"no such predicate: {', '.join(sorted(unknown))}", where="weights.yml")
    ahead = raw["age_counts_ahead"]
    return Rules(
        same_time=dt.timedelta(days=raw["days"]["same_time"]),
        seen=dt.timedelta(days=raw["days"]["seen"]),
        season=dt.timedelta(days=raw["days"]["season"]),
        apart=dt.timedelta(days=raw["days"]["apart"]),
        questions=questions,
        families=tuple(frozenset(row) for row in raw["families"]),
        ahead_language=ahead["language"],
        ahead_years=ahead["years"],
        ahead_until=dt.date.fromisoformat(ahead["until"]),
        closes={name: frozenset(row) for name, row in raw["closes"].items()},
        stops=frozenset(raw["overtakes"]["stages"]),
        plans=frozenset(raw["overtakes"]["plans"]),
        verdicts=tuple(_verdict(row, words.verdicts) for row in raw["verdicts"]),
        stage_order={name: int(row["order"]) for name, row in words.stages.items()},
    )


@cache
def speech() -> Speech:
    """speech.yml, case folded."""
    raw = _load("speech.yml")

    def folded(name: str) -> frozenset[str]:
        return frozenset(str(word).casefold() for word in raw[name])

    return Speech(
        unnamed=folded("unnamed"),
        press=folded("press"),
        offices={name: frozenset(str(w).casefold() for w in row) for name, row in raw["offices"].items()},
        titles=folded("titles"),
        agencies=folded("agencies"),
        outlets=folded("outlets"),
        festivals=folded("festivals"),
        colours=folded("colours"),
    )


def _load(name: str) -> Any:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
    except yaml.YAMLError as error:
        raise VocabularyError(str(error), where=name) from error


def _question(name: str, row: dict[str, Any]) -> Question:
    try:
        question = Question(**{**row, "details": tuple(row.get("details", ()))})
    except TypeError as error:
        raise VocabularyError(str(error), where=f"weights.yml, {name}") from error
    if question.compare not in COMPARISONS:
        raise VocabularyError(f"no such comparison: {question.compare}", where=f"weights.yml, {name}")
    return question


def _verdict(row: dict[str, Any], known: Mapping[str, Any]) -> VerdictRow:
    found = VerdictRow(row["rule"], frozenset(row["when"]), frozenset(row.get("unless", ())), row["verdict"])
    if unknown := (found.when | found.unless) - FEATURES:
        raise VocabularyError(f"no such word: {', '.join(sorted(unknown))}", where=f"weights.yml, {found.rule}")
    if found.verdict not in known:
        raise VocabularyError(f"no such verdict: {found.verdict}", where=f"weights.yml, {found.rule}")
    return found
