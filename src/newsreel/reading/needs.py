"""What texts are sought for: patterns that are tried only where something stands that they cannot match without."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from threading import Lock

import ahocorasick_rs

from newsreel.reading.patterns import Parsed, compiled, order

_OFTEN = 8  # looks at a text cost as much as compiling


class Sought:
    """A pattern that is compiled when it is first looked for; re.error for what is none.

    `names`, `needs` and `classes` are what Parsed says. `short` is the same pattern with characters that stand for
    pieces of it (patterns.stands_for), from which all is made where it is given.
    """

    def __init__(self, text: str, short: str = "") -> None:
        self.text = text
        self.ready = False  # whether it is compiled
        self._short = short or text
        self._spared = 0  # how often compiling it was put off
        parsed = Parsed(self._short)
        self.names, self.needs, self.classes = parsed.names, parsed.needs, parsed.classes

    @cached_property
    def order(self) -> tuple[frozenset[str], ...]:
        """Rows of literals in lower case, of each of which every match holds one, one behind the other."""
        return order(self._short)

    def spared(self, low: str) -> bool:
        """Whether a text in lower case is no reason to compile a pattern; asked often, compiling is worth it."""
        self._spared += 1
        return self._spared <= _OFTEN and not self.may_match(low)

    def may_match(self, low: str) -> bool:
        """Whether a text in lower case holds what every match does, in order; dearer than to look for one."""
        at = 0
        for row in self.order:
            ends = [found + len(literal) for literal in row if (found := low.find(literal, at)) >= 0]
            if not ends:
                return False
            at = min(ends)
        return True

    def matches(self, text: str, low: str) -> Iterator[re.Match[str]]:
        """The matches in a text, sought only where a need stands; `low` is the text in lower case."""
        stands = not self.needs or self._finder.find_matches_as_indexes(low)
        return self.compiled.finditer(text) if stands else iter(())

    @cached_property
    def _finder(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(sorted(self.needs))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        self.ready = True
        return compiled(self.text, self._short)


_NOWHERE: list[int] = []


class Asked:
    """Patterns that texts are asked for, one after the other; what they need is looked for in one pass for all."""

    def __init__(self) -> None:
        self._asked: dict[Sought, None] = {}
        self._lock = Lock()
        self._finder: tuple[int, ahocorasick_rs.AhoCorasick, list[list[Sought]]] = 0, ahocorasick_rs.AhoCorasick([]), []

    def ask(self, sought: Sought) -> None:
        """Look for a pattern in every text from now on."""
        with self._lock:
            self._asked.setdefault(sought)

    def places(self, low: str) -> dict[Sought, list[int]]:
        """Where in a text in lower case the needs of each pattern begin, sorted."""
        if self._finder[0] != len(self._asked):
            self._finder = self._made()
        _, finder, rows = self._finder
        found: dict[Sought, list[int]] = defaultdict(list)
        for literal, start, _ in finder.find_matches_as_indexes(low, overlapping=True):
            for sought in rows[literal]:
                found[sought].append(start)
        for row in found.values():
            row.sort()
        return {**dict.fromkeys(self._asked, _NOWHERE), **found}

    def _made(self) -> tuple[int, ahocorasick_rs.AhoCorasick, list[list[Sought]]]:
        at: dict[str, list[Sought]] = {}
        asked = list(self._asked)
        for sought in asked:
            for need in sought.needs:
                at.setdefault(need, []).append(sought)
        return len(asked), ahocorasick_rs.AhoCorasick(list(at)), list(at.values())


class Together:
    """Patterns sought together: one pass over a text tells which of them can match there."""

    def __init__(self, patterns: Sequence[Sought]) -> None:
        self._always = [i for i, pattern in enumerate(patterns) if not pattern.needs]
        found = [(need, i) for i, pattern in enumerate(patterns) for need in pattern.needs]
        self._of = [i for _need, i in found]
        self._finder = ahocorasick_rs.AhoCorasick([need for need, _i in found])

    def possible(self, low: str) -> list[int]:
        """The places of those patterns in the row given, sorted; `low` is the text in lower case."""
        hits = self._finder.find_matches_as_indexes(low, overlapping=True)
        return sorted({self._of[number] for number, _start, _end in hits}.union(self._always))
