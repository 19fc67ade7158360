"""A fact in words: its label, its answer, its sentence. The words stand in words.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale

from newsreel.faces.cli.days import in_words
from newsreel.model import Fact, Slots
from newsreel.vocabulary import vocabulary

_RELATIONS = {"spin_off": "spin-off", "inspired_by": "inspired by"}


@dataclass(frozen=True, slots=True)
class Wording:
    """How the terminal speaks of one predicate: `section` and `label` in a dossier, `sentence` elsewhere.

    `event` is what a timeline calls it, where that is not the label.
    """

    section: str
    label: str
    sentence: str
    event: str = ""


@cache
def _file() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("words.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@cache
def wordings() -> dict[str, Wording]:
    """By predicate, in the order in which a dossier shows them."""
    return {name: Wording(**row) for name, row in _file()["predicates"].items()}


@cache
def sections() -> dict[str, str]:
    """The dossier's sections with their headings, in order."""
    return dict(_file()["sections"])


def answer(fact: Fact, names: Mapping[str, str]) -> str:
    """What the fact answers with: a name, a date in words, a number; "not announced" for nothing."""
    if fact.object is None:
        return "not announced"
    if fact.object_is_entity:
        return names.get(str(fact.object), str(fact.object))
    if fact.object is True:
        return "told"
    objects = vocabulary().predicates[fact.predicate].objects
    if "country" in objects:
        return str(Locale("en").territories.get(fact.object, fact.object))
    if "date" in objects:
        return in_words(str(fact.object))
    return str(fact.object).replace("_", " ")


def qualifiers(slots: Slots) -> str:
    """The slots as one phrase: "Jung Jin-su, chocolatier, lead"; a date or a prize's work with its preposition."""
    parts = [slots.character, slots.role, slots.billing, _relation(slots.relation), slots.venue, slots.as_]
    if slots.for_:
        parts.append(f"for {slots.for_}")
    if slots.date:
        parts.append(in_words(slots.date))
    return ", ".join(part for part in parts if part)


def sentence(fact: Fact, names: Mapping[str, str]) -> str:
    """The whole fact: "Han Hyo-joo is in the cast of Romantics Anonymous (chocolatier, lead)"."""
    slots = qualifiers(fact.slots)
    words = wordings()[fact.predicate].sentence
    if fact.object is None:
        words = "{o} for {s}: " + wordings()[fact.predicate].label
    return words.format(
        s=names.get(fact.subject, fact.subject),
        o=answer(fact, names),
        slots=f" ({slots})" if slots else "",
    )


def _relation(relation: str | None) -> str | None:
    return _RELATIONS.get(relation, relation) if relation else None
