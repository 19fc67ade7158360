"""The weights and thresholds of data/evidence.yml, checked when loaded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from newsreel.model.errors import VocabularyError

_FILE = "evidence.yml"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The sums of evidence from which two are one, and from which a person is asked."""

    same: float
    ask: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All that data/evidence.yml holds."""

    thresholds: dict[str, Thresholds]
    lead: float
    names: dict[str, float]
    works: dict[str, float]
    alike_types: frozenset[frozenset[str]]
    company_forms: frozenset[str]
    translated: dict[str, str]
    kind_words: frozenset[str]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The content of the file; VocabularyError when a part is missing or no number."""
    text = resources.files(__package__).joinpath("data", _FILE).read_text(encoding="utf-8")
    return parse_weights(yaml.safe_load(text))


def parse_weights(data: Any) -> Weights:
    """The weights that the data give; VocabularyError when a part is missing or no number."""
    try:
        limits = data["thresholds"]
        return Weights(
            {kind: Thresholds(float(limits[kind]["same"]), float(limits[kind]["ask"])) for kind in ("names", "works")},
            float(limits["lead"]),
            {name: float(weight) for name, weight in data["names"].items()},
            {name: float(weight) for name, weight in data["works"].items()},
            frozenset(frozenset(pair) for pair in data["alike types"]),
            frozenset(str(word) for word in data["company forms"]),
            {str(word): str(row[0]) for row in data["translated"] for word in row},
            frozenset(str(word) for word in data["kind words"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise VocabularyError(f"not as it must be: {error!r}", where=_FILE) from error
