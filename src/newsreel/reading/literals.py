"""Many literals at once: which of many patterns can match a text at all, and many words as one pattern."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

import ahocorasick_rs


class Signs:
    """Rows of literals: a row is found where one of its literals stands in a text, a row without any everywhere.

    All are looked for in one pass: what takes a costly pattern to find is looked for only where a sign of it stands.
    """

    def __init__(self, rows: Iterable[Collection[str]]) -> None:
        at: dict[str, int] = {}
        self._always = 0
        for number, row in enumerate(rows):
            for literal in row:
                at[literal] = at.get(literal, 0) | 1 << number
            if not row:
                self._always |= 1 << number
        self._rows = at  # the numbers of rows as bits: one operation joins all that a literal stands in
        self._finder = ahocorasick_rs.AhoCorasick(sorted(at), store_patterns=True)

    def found(self, text: str, among: int = -1) -> list[int]:
        """The numbers of the rows found in a text, of those in the bits of `among`, in order; case counts."""
        bits, rows = self._always, self._rows
        for literal in set(self._finder.find_matches_as_strings(text, overlapping=True)):
            bits |= rows[literal]
        bits &= among
        found = []
        while bits:
            lowest = bits & -bits
            found.append(lowest.bit_length() - 1)
            bits ^= lowest
        return found


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
