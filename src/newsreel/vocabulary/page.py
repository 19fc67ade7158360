"""The vocabulary as a page for people: docs/vocabulary.md is this, written by `python -m newsreel.vocabulary.page`."""

from __future__ import annotations

import sys
from typing import Any

from newsreel.vocabulary import Predicate, vocabulary

HEAD = """# The vocabulary

Generated from `src/newsreel/vocabulary/*.yml` by `python -m newsreel.vocabulary.page`; change the words there.
"""


def page() -> str:
    """The whole page, Markdown."""
    v = vocabulary()
    closed = _table(("list", "words"), [(name, ", ".join(words)) for name, words in v.words.items()])
    parts = [
        HEAD,
        "## Predicates\n\n`*` marks the core; *one* those of which a subject has one answer at a time.\n",
        _table(
            ("predicate", "of", "takes", "slots", "", "Wikidata", "schema.org"),
            [_predicate(p) for p in v.predicates.values()],
        ),
        "## Statuses of a claim\n",
        _table(("status", "means"), [(name, row["means"]) for name, row in v.statuses.items()]),
        "## Verdicts on a fact\n",
        _table(("", "verdict", "means"), [(row["glyph"], name, row["means"]) for name, row in v.verdicts.items()]),
        "## Stages of a production\n",
        _table(("stage", "IMDb", "TMDB", "KOBIS"), [_stage(name, row) for name, row in v.stages.items()]),
        "## Kinds\n",
        _table(
            ("kind", "Wikidata", "schema.org"),
            [(name, row["wikidata"], row["schema"]) for name, row in v.kinds.items()],
        ),
        "## Closed lists\n",
        closed,
    ]
    return "\n".join(parts)


def _predicate(p: Predicate) -> tuple[str, ...]:
    return (
        f"`{p.name}`{' *' if p.core else ''}",
        ", ".join(p.subjects),
        ", ".join(p.objects),
        ", ".join(p.slots),
        "one" if p.functional else "",
        ", ".join(p.wikidata),
        p.schema,
    )


def _stage(name: str, row: dict[str, Any]) -> tuple[str, ...]:
    return (name, *(", ".join(row[ladder]) for ladder in ("imdb", "tmdb", "kobis")))


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell or " " for cell in line) + " |" for line in lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
