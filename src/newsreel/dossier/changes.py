"""What a follower should be told, once: what a report turned, without what had lost before it was told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import yaml

from newsreel.dossier.wording import told
from newsreel.model import Change, Fact, Turn
from newsreel.model.errors import VocabularyError
from newsreel.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Telling:
    """telling.yml."""

    tell: frozenset[str]
    once_confirmed: frozenset[str]
    strength: Mapping[str, int]


@cache
def telling() -> Telling:
    """telling.yml, validated; VocabularyError names a word that the vocabulary does not have."""
    raw = yaml.safe_load(resources.files(__package__).joinpath("telling.yml").read_text(encoding="utf-8"))
    words = vocabulary()
    if unknown := set(raw["tell"]) - words.predicates.keys() or set(raw["strength"]) - words.verdicts.keys():
        raise VocabularyError(f"no such word: {', '.join(sorted(unknown))}", where="telling.yml")
    strength = {verdict: number for number, verdict in enumerate(raw["strength"])}
    return Telling(frozenset(raw["tell"]), frozenset(raw["once_confirmed"]), strength)


def changes(
    turns: Iterable[Turn], about: Collection[str] | None = None, names: Mapping[str, str] | None = None
) -> Iterator[Change]:
    """The changes among turns, in their order; `about`: only on these entities; `names`: entity id → its name.

    Their facts come without the voices: who says so today is asked of the fact, not of its history.
    """
    for turn in turns:
        fact = turn.after
        if about is not None and fact.subject not in about and not (fact.object_is_entity and fact.object in about):
            continue
        kind = _kind(turn)
        if fact.predicate == "alias" and fact.object == (names or {}).get(fact.subject, fact.subject):
            continue  # the title that it is told under is no news
        if kind:
            before = turn.before or turn.replaces
            change = Change(
                date=turn.date,
                report=turn.report,
                kind=kind,
                subject=fact.subject,
                fact=replace(fact, voices=()),
                before=None if before is None else replace(before, voices=()),
            )
            yield worded(change, names or {})


def worded(change: Change, names: Mapping[str, str]) -> Change:
    """A change with its words; `names`: entity id → its name."""
    return replace(change, words=told(change.kind, change.fact, change.before, names))


def _kind(turn: Turn) -> str:
    """The kind of change that a turn is, or "" where nobody need be told."""
    words, fact = telling(), turn.after
    if fact.predicate not in words.tell or fact.verdict in {"superseded", "unannounced"}:
        return ""
    if fact.predicate in words.once_confirmed and fact.verdict not in {"confirmed", "denied"}:
        return ""
    if turn.before is None or turn.before.verdict in {"superseded", "unannounced"}:
        return _first_heard(turn)
    return _turned(turn.before, fact)


def _first_heard(turn: Turn) -> str:
    # What only relays and copies tell stood in the reports that they have it from: it is their news, told with them.
    told = [voice for voice in turn.after.voices if not voice.denies]
    if told and all(voice.source for voice in told):
        return ""
    if turn.after.verdict == "denied":
        return "denied" if turn.after.rule in {"party-denies", "only-denied"} else ""
    # What is contradicted as soon as it is said has not won: those who follow hear of it when what stood is shaken.
    if turn.after.verdict == "disputed":
        return ""
    return "value" if turn.replaces is not None else "new"


def _turned(before: Fact, after: Fact) -> str:
    strength = telling().strength
    if after.verdict == "denied":
        # A date that gave way is told with the one that took its place.
        return "denied" if after.rule != "moved" else ""
    if after.verdict == "disputed":
        return "weaker" if before.verdict in strength else ""
    if before.verdict == "disputed":
        return "settled"
    if before.verdict == "denied":
        return "firmer"
    return "firmer" if strength[after.verdict] > strength[before.verdict] else "weaker"
