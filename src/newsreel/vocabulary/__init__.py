"""One place for every word: predicates, statuses, verdicts, stages, kinds and closed lists.

The words live in the YAML files beside this module, each with its name in Wikidata and schema.org where it has one.
They are validated when loaded; a file that breaks the rules raises VocabularyError naming the file and the word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from newsreel.model.errors import VocabularyError

VALUE_OBJECTS = frozenset({"date", "number", "true", "string", "country"})
SLOT_NAMES = frozenset({"character", "role", "billing", "relation", "venue", "as", "for", "date"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate: what it is said of, what it takes, and its names elsewhere."""

    name: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    slots: tuple[str, ...]
    functional: bool
    core: bool
    wikidata: tuple[str, ...]
    schema: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words. `strength` orders statuses; `glyphs` and `meanings` belong to verdicts."""

    predicates: dict[str, Predicate]
    statuses: dict[str, dict[str, Any]]
    verdicts: dict[str, dict[str, Any]]
    stages: dict[str, dict[str, Any]]
    kinds: dict[str, dict[str, Any]]
    words: dict[str, tuple[str, ...]]

    def strength(self, status: str) -> int:
        """How much a status outweighs another reading of the same claim in the same report."""
        return int(self.statuses[status]["strength"])


def load_yaml(name: str) -> Any:
    """The content of a YAML file of this package; VocabularyError when it is no YAML."""
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
    except yaml.YAMLError as error:
        raise VocabularyError(str(error), where=name) from error


def _predicate(name: str, row: dict[str, Any], kinds: frozenset[str], lists: frozenset[str]) -> Predicate:
    subjects = (row["subject"], *row.get("or_subject", ()))
    objects = (row["object"], *row.get("or", ()))
    slots = tuple(row.get("slots", ()))
    for word in subjects:
        if word not in kinds:
            raise VocabularyError(f"{word!r} is no kind", where=f"predicates.yml, {name}")
    for word in objects:
        if word not in kinds | VALUE_OBJECTS | lists:
            raise VocabularyError(f"{word!r} is neither a kind, a value nor a list", where=f"predicates.yml, {name}")
    if unknown := set(slots) - SLOT_NAMES:
        raise VocabularyError(f"no such slot: {', '.join(sorted(unknown))}", where=f"predicates.yml, {name}")
    return Predicate(
        name=name,
        subjects=subjects,
        objects=objects,
        slots=slots,
        functional=bool(row.get("functional", False)),
        core=bool(row.get("core", False)),
        wikidata=tuple(row["wikidata"]),
        schema=row["schema"],
    )


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, loaded once and validated; raises VocabularyError."""
    kinds = load_yaml("kinds.yml")
    stages = load_yaml("stages.yml")
    words = {name: tuple(row) for name, row in load_yaml("words.yml").items()}
    lists = frozenset(words) | {"stages"}
    predicates = {
        name: _predicate(name, row, frozenset(kinds), lists) for name, row in load_yaml("predicates.yml").items()
    }
    return Vocabulary(predicates, load_yaml("statuses.yml"), load_yaml("verdicts.yml"), stages, kinds, words)
