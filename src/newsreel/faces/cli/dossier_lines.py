"""A dossier as numbered lines, before they are drawn: what stands in which section, under which label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsreel.faces.cli.wording import Wording, answer, qualifiers, sections, wordings
from newsreel.model import Conflict, Fact

CREDITS = "credits"
_CREDIT_LABELS = {"cast_member": "cast of", "based_on": "source of", "agency": "agency of"}
_NAMED_ABOVE = frozenset({"alias", "logline"})
"""Told in the head of a dossier, or not worth a line."""
_LAST = ("superseded", "denied")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what is asked, what is answered, and the fact that answers."""

    number: int
    section: str
    label: str
    answer: str
    fact: Fact
    contradicted_by: tuple[Fact, ...] = ()


def lines_of(facts: Iterable[Fact], conflicts: Iterable[Conflict], entity: str, names: Mapping[str, str]) -> list[Line]:
    """The facts about an entity as lines, numbered from 1.

    Sections and predicates come in the order of words.yml, within one predicate by certainty's freshness: what was
    overtaken or denied comes last, else the first heard comes first. Works, seen from a person or company, are credits.
    """
    shown = [fact for fact in facts if fact.predicate not in _NAMED_ABOVE]
    against = _against(shown, conflicts)
    order = {name: place for place, name in enumerate(wordings())}
    headings = {name: place for place, name in enumerate((*sections(), CREDITS))}

    def place(fact: Fact) -> tuple[int, int, bool, str, str]:
        section = _section(fact, entity)
        return headings[section], order[fact.predicate], fact.verdict in _LAST, fact.first_date, fact.id

    return [
        Line(number, _section(fact, entity), *_words(fact, entity, names), fact, against.get(fact.id, ()))
        for number, fact in enumerate(sorted(shown, key=place), start=1)
    ]


def _section(fact: Fact, entity: str) -> str:
    return wordings()[fact.predicate].section if fact.subject == entity else CREDITS


def _words(fact: Fact, entity: str, names: Mapping[str, str]) -> tuple[str, str]:
    """Label and answer. A cast line is labelled by the person, and answers with the part."""
    wording: Wording = wordings()[fact.predicate]
    slots = qualifiers(fact.slots)
    if fact.subject != entity:
        work = names.get(fact.subject, fact.subject)
        return _CREDIT_LABELS.get(fact.predicate, wording.label), f"{work} ({slots})" if slots else work
    said = answer(fact, names)
    if fact.predicate == "cast_member" and fact.object is not None:
        return said, slots
    return wording.label, f"{said} ({slots})" if slots else said


def _against(facts: list[Fact], conflicts: Iterable[Conflict]) -> dict[str, tuple[Fact, ...]]:
    """By fact, those that contradict it and have a line of their own."""
    by_id = {fact.id: fact for fact in facts}
    found: dict[str, tuple[Fact, ...]] = {}
    for conflict in conflicts:
        for fact in conflict.facts:
            others = tuple(by_id[one] for one in conflict.facts if one != fact and one in by_id)
            found[fact] = found.get(fact, ()) + others
    return found
