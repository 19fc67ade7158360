"""Many literals at once: which of many patterns can match a text at all, and many words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Set
from typing import Any

import ahocorasick_rs


class Signs:
    """Rows of literals: a row is found where one of its literals stands in a text, a row without any everywhere.

    All are looked for in one pass: what takes a costly pattern to find is looked for only where a sign of it stands.
    `beside` gives each row further literals, one of which must stand there too.
    """

    def __init__(self, rows: Iterable[Collection[str]], beside: Iterable[Collection[str]] = ()) -> None:
        told, further = list(rows), list(beside)
        words = sorted({literal for row in (*told, *further) for literal in row})
        place = {word: i for i, word in enumerate(words)}
        self._rows: list[list[int]] = [[] for _ in words]
        for number, row in enumerate(told):
            for literal in row:
                self._rows[place[literal]].append(number)
        self._always = frozenset(number for number, row in enumerate(told) if not row)
        self._beside = {
            number: frozenset(place[word] for word in row) for number, row in enumerate(further) if row
        }
        self._finder = ahocorasick_rs.AhoCorasick(words)

    def found(self, text: str, among: Set[int] | None = None) -> list[int]:
        """The numbers of the rows found in a text, of those in `among`, in order; letters count as they are written."""
        literals = {match[0] for match in self._finder.find_matches_as_indexes(text, overlapping=True)}
        numbers = self._always.union(*[self._rows[literal] for literal in literals])
        if among is not None:
            numbers &= among
        if self._beside:
            return sorted(
                [n for n in numbers if (row := self._beside.get(n)) is None or not row.isdisjoint(literals)]
            )
        return sorted(numbers)


def lowered(text: str) -> str:
    """A text in lower case, a character for each of its own, so that places in it are places in the text."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def alternation(words: Iterable[str]) -> str:
    """A regular expression of any of some words, the longest first, that reads every common beginning once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: dict[str, Any]) -> str:
    rows = [re.escape(letter) + _branch(rest) for letter, rest in sorted(tree.items()) if letter]
    if not rows:
        return ""
    row = rows[0] if len(rows) == 1 and "" not in tree else f"(?:{'|'.join(rows)})"
    return row + "?" if "" in tree else row
