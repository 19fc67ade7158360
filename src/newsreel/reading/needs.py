"""What a pattern cannot match without: literals one of which stands in every match, read off the pattern itself.

As in the prefilters of code search (Cox, "Regular Expression Matching with a Trigram Index", 2012): of every part of a
pattern either all the texts that it matches are known, or some literals one of which each of them holds, or nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib import import_module
from itertools import count
from threading import Lock
from typing import Any, NamedTuple

import ahocorasick_rs

from newsreel.reading.literals import alternation

_parser: Any = import_module("re._parser")  # the standard library's own reading of patterns
_MANY = 96  # more texts than this are not listed
_OFTEN = 8  # looks at a text cost as much as compiling
_COMMON = 0.3  # each further letter makes a literal about so much rarer


class _Part(NamedTuple):
    """What is known of a part: all its texts (None: too many), and literals one of which each of them holds."""

    exact: frozenset[str] | None
    literals: frozenset[str] = frozenset()


_NOTHING = frozenset({""})


class Piece(NamedTuple):
    """A piece of patterns that stands in many of them, read once; in their short forms a character stands for it."""

    parts: tuple[str | _Part, ...]
    names: frozenset[str]
    classes: frozenset[frozenset[str]]
    order: tuple[frozenset[str], ...]


_PIECES: dict[int, Piece] = {}  # by the character that stands for the piece
_ENDED = 0xF0000  # private use, beyond what stands for mentions
_NUMBERS = count(_ENDED + 1)


@cache
def stands_for(text: str) -> str:
    """The character that stands for a piece of patterns in their short forms; "" for a piece that needs its place."""
    try:
        items = list(_parser.parse(text + chr(_ENDED)))
    except re.error:
        return ""
    if not items or items[-1] != (_parser.LITERAL, _ENDED):
        return ""  # "a|b": what comes behind is no part of the first
    tree = _parser.parse(text)
    names = frozenset(tree.state.groupdict)
    return _kept(Piece(tuple(_parts(tree)), names, frozenset(_classes(tree)), tuple(_order(tree))))


def _kept(piece: Piece) -> str:
    number = next(_NUMBERS)
    _PIECES[number] = piece
    return chr(number)


ANYTHING = _kept(Piece((_Part(None),), frozenset(), frozenset(), ()))  # stands for a piece of which nothing is known


class Sought:
    """A pattern that is compiled when it is first looked for; re.error for what is none.

    `needs` are literals in lower case, one of which the lower-case text of every match holds; empty where none is
    known. `names` are the names of its groups, `classes` the sets of characters one of which each match must hold.
    All are read off `short`, where it is given: the same pattern with characters that stand for pieces of it.
    """

    def __init__(self, text: str, short: str = "") -> None:
        self.text = text
        self.ready = False  # whether it is compiled
        self._spared = 0  # how often compiling it was put off
        tree, names = _short_tree(short) if short else (None, frozenset[str]())
        self._read_off = text if tree is None else short
        if tree is None:
            tree = _parser.parse(text)
        self.names: frozenset[str] = names.union(tree.state.groupdict)
        self.needs = _fewest(_told(_row(tree)))
        self.classes = frozenset(_classes(tree))

    @cached_property
    def order(self) -> tuple[frozenset[str], ...]:
        """Rows of literals in lower case, of each of which every match holds one, one behind the other."""
        return tuple(_order(_parser.parse(self._read_off)))

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
        return re.compile(self.text)


def _short_tree(short: str) -> tuple[Any, frozenset[str]]:
    """A short form read, and the names in its pieces; None where the form tells too little of the whole."""
    names = [name for c in short if ord(c) in _PIECES for name in _PIECES[ord(c)].names]
    try:
        tree = _parser.parse(short)
    except re.error:
        return None, frozenset()
    once = len({*names, *tree.state.groupdict}) == len(names) + len(tree.state.groupdict)
    return tree if once else None, frozenset(names)


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


def guarded(pattern: str) -> str:
    """The same pattern, for texts in lower case, behind a look at what its matches begin with: it fails sooner."""
    begins = _beginnings(_parser.parse(pattern))
    return pattern if "" in begins else f"(?={alternation(begins)}){pattern}"


def _beginnings(items: Any) -> frozenset[str]:
    """Texts in lower case one of which every match begins with; an empty one among them where little is known."""
    run = _NOTHING
    for op, value in items:
        exact = _part(op.name, value).exact
        if exact is None or len(run) * len(exact) > _MANY:
            more = _NOTHING
            if op.name == "BRANCH":
                more = frozenset().union(*[_beginnings(row) for row in value[1]])
            elif op.name == "SUBPATTERN":
                more = _beginnings(value[-1])
            return frozenset([a + b for a in run for b in more])
        run = frozenset([a + b for a in run for b in exact])
    return run


def _classes(items: Any) -> Iterator[frozenset[str]]:
    """The characters, one of each set, that no match goes without."""
    for op, value in items:
        if op.name == "LITERAL":
            yield from _PIECES[value].classes if value in _PIECES else (frozenset({chr(value)}),)
        elif op.name == "IN" and all(inner.name == "LITERAL" and code not in _PIECES for inner, code in value):
            yield frozenset([chr(code) for _, code in value])
        elif op.name == "SUBPATTERN":
            yield from _classes(value[-1])
        elif op.name in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] > 0:
            yield from _classes(value[2])


def _order(items: Any) -> Iterator[frozenset[str]]:
    """Rows of literals in lower case, one of each of which stands in every match, one behind the other."""
    plain = ""
    for op, value in items:
        if op.name == "LITERAL" and value not in _PIECES:
            plain += chr(value).lower()
            continue
        if plain:
            yield frozenset({plain})
            plain = ""
        if op.name == "LITERAL":
            yield from _PIECES[value].order
        elif op.name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            yield from _order(value[-1] if op.name == "SUBPATTERN" else value)
        elif op.name in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] > 0:
            yield from _order(value[2])
        elif op.name in {"IN", "BRANCH"}:
            told = _fewest(_told(_part(op.name, value)))
            if told and "" not in told:
                yield told
    if plain:
        yield frozenset({plain})


@cache
def _fewest(literals: frozenset[str]) -> frozenset[str]:
    """The literals without those that hold another of them; lists of a thousand words stand in many patterns."""
    if "" in literals:
        return frozenset({""})
    kept: set[str] = set()
    lengths: list[int] = []
    for literal in sorted(literals, key=len):
        size = len(literal)
        if not any(literal[i : i + length] in kept for length in lengths for i in range(size - length + 1)):
            kept.add(literal)
            if not lengths or lengths[-1] != size:
                lengths.append(size)
    return frozenset(kept)


def _told(part: _Part) -> frozenset[str]:
    return part.literals if part.exact is None else _rarer(part.exact, part.literals)


def _rarer(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Of two sets the one whose literals fewer texts hold; an empty set, or an empty literal in it, tells nothing."""
    if not other or "" in other:
        return frozenset() if "" in one else one
    if not one or "" in one:
        return other
    return one if _frequency(one) <= _frequency(other) else other


def _frequency(literals: frozenset[str]) -> float:
    return sum([_COMMON ** len(text.strip()) for text in _fewest(literals)])


def _row(items: Any) -> _Part:
    """Parts one behind the other: exact ones grow together, the rarest stretch is kept of what does not."""
    run, literals, whole, plain = _NOTHING, frozenset[str](), True, ""
    for part in _parts(items):
        if isinstance(part, str):
            plain += part
            continue
        if plain:
            run, plain = _onto(run, plain), ""
        if part.exact is not None and len(run) * len(part.exact) <= _MANY:
            run = frozenset([a + b for a in run for b in part.exact])
            continue
        whole = False
        literals = _rarer(_rarer(literals, run), part.literals)
        run = part.exact or _NOTHING
    run = _onto(run, plain)
    return _Part(run) if whole else _Part(None, _rarer(literals, run))


def _parts(items: Any) -> Iterator[str | _Part]:
    """Letters as they are, and what is known of all else; pieces as if they stood there."""
    for op, value in items:
        if op.name != "LITERAL":
            yield _part(op.name, value)
        elif value in _PIECES:
            yield from _PIECES[value].parts
        else:
            yield chr(value)


def _onto(texts: frozenset[str], plain: str) -> frozenset[str]:
    return frozenset([text + plain.lower() for text in texts])


def _either(parts: list[_Part]) -> _Part:
    """One of some parts."""
    exact: set[str] = set()
    for part in parts:
        exact.update(part.exact or ())
    if all(part.exact is not None for part in parts) and len(exact) <= _MANY:
        return _Part(frozenset(exact))
    told = [_told(part) for part in parts]
    return _Part(None, frozenset().union(*told) if all(told) else frozenset())


def _part(op: str, value: Any) -> _Part:  # noqa: PLR0911 - one case a kind of part
    if op == "IN":
        return _class(value)
    if op == "BRANCH":
        return _either([_row(items) for items in value[1]])
    if op in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _row(value[-1] if op == "SUBPATTERN" else value)
    if op in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        least, most, items = value
        part = _row(items)
        if least == 0:
            return _either([part, _Part(_NOTHING)]) if most == 1 else _Part(None)
        return part if most == 1 else _Part(None, _told(part))
    if op in {"AT", "ASSERT", "ASSERT_NOT"}:
        return _Part(_NOTHING)
    return _Part(None)


def _class(items: Any) -> _Part:
    """A class of characters, where it lists them."""
    if any(op.name != "LITERAL" for op, _ in items) or len(items) > _MANY:
        return _Part(None)
    if any(value in _PIECES for _, value in items):
        return _either([_row([item]) for item in items])
    return _Part(frozenset([chr(value).lower() for _, value in items]))
