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
    """One line: what is asked, what is answered, and the fact that answers. `contradicts` marks the other side."""

    number: int
    section: str
    label: str
    answer: str
    fact: Fact
    contradicts: bool = False


def lines_of(facts: Iterable[Fact], conflicts: Iterable[Conflict], entity: str, names: Mapping[str, str]) -> list[Line]:
    """The facts about an entity as lines, numbered from 1.

    Sections and predicates come in the order of words.yml; within one predicate the first heard comes first, what was
    overtaken or denied last, and the other sides of a contradiction right behind the likelier one. Works, seen from a
    person or company, are credits.
    """
    shown = {fact.id: fact for fact in facts if fact.predicate not in _NAMED_ABOVE}
    sides = _sides(shown, conflicts)
    order = {name: place for place, name in enumerate(wordings())}
    headings = {name: place for place, name in enumerate((*sections(), CREDITS))}

    def place(fact: Fact) -> tuple[int, int, bool, str, str, bool, str, str]:
        head = shown[sides.get(fact.id, fact.id)]
        section, overtaken = headings[_section(fact, entity)], head.verdict in _LAST
        heard = head.first_date, head.id, fact.id != head.id, fact.first_date, fact.id
        return section, order[fact.predicate], overtaken, *heard

    return [
        Line(number, _section(fact, entity), *_words(fact, entity, names), fact, sides.get(fact.id, fact.id) != fact.id)
        for number, fact in enumerate(sorted(shown.values(), key=place), start=1)
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


def _sides(shown: Mapping[str, Fact], conflicts: Iterable[Conflict]) -> dict[str, str]:
    """By fact that contradicts others, the likeliest of them, behind which it stands; the first, where that is open."""
    found: dict[str, str] = {}
    for conflict in conflicts:
        facts = [fact for fact in conflict.facts if fact in shown]
        if facts:
            head = conflict.likely if conflict.likely in shown else facts[0]
            head = found.get(head, head)
            for fact in facts:
                found.setdefault(fact, head)
    return found
