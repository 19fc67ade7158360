"""Patterns as the standard library parses them: pieces that many of them share, and what none can match without.

As in the prefilters of code search (Cox, "Regular Expression Matching with a Trigram Index", 2012): of every part of a
pattern either all the texts that it matches are known, or some literals one of which each of them holds, or nothing.

To parse a long pattern takes longer than all else. A piece that stands in many is parsed once; in the short form of a
pattern one character stands for it, and its parsed items take that character's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import count
from typing import Any, NamedTuple

from newsreel.reading.literals import alternation

_parser: Any = import_module("re._parser")  # the standard library's own reading of patterns
_compiler: Any = import_module("re._compiler")
_MANY = 96  # more texts than this are not listed
_FEW = 12  # literals of which each is looked for in each other
_COMMON = 0.3  # each further letter makes a literal about so much rarer


class _Part(NamedTuple):
    """What is known of a part: all its texts (None: too many), and literals one of which each of them holds."""

    exact: frozenset[str] | None
    literals: frozenset[str] = frozenset()


_NOTHING = frozenset({""})


class Piece(NamedTuple):
    """A piece of patterns that stands in many of them: its items, and what is read off them."""

    items: tuple[Any, ...]
    parts: tuple[str | _Part, ...]
    classes: frozenset[frozenset[str]]
    order: tuple[frozenset[str], ...]


_PIECES: dict[int, Piece] = {}  # by the character that stands for the piece
_ENDED = 0xF0000  # private use, beyond what stands for mentions
_NUMBERS = count(_ENDED + 1)


@cache
def stands_for(text: str) -> str:
    """The character that stands for a piece of patterns in their short forms; "" for one that needs its place.

    Such are "a|b", of which what comes behind is no part of the first, and pieces with groups or flags of their own.
    """
    try:
        tree = _parser.parse(text + chr(_ENDED))
    except re.error:
        return ""
    if (
        not len(tree)
        or tree[-1] != (_parser.LITERAL, _ENDED)
        or tree.state.groups > 1
        or tree.state.flags != re.UNICODE
    ):
        return ""
    del tree[-1]
    number = next(_NUMBERS)
    _PIECES[number] = Piece(tuple(tree), tuple(_parts(tree)), frozenset(_classes(tree)), tuple(_order(tree)))
    return chr(number)


class Parsed:
    """What is read off a pattern, whole or in its short form; re.error for what is none.

    `names` are the names of its groups. `needs` are literals in lower case, one of which the lower-case text of every
    match holds; empty where none is known. `classes` are sets of characters one of which each match must hold.
    """

    def __init__(self, text: str) -> None:
        tree = _parser.parse(text)
        self.names: frozenset[str] = frozenset(tree.state.groupdict)
        self.needs = _fewest(_told(_row(tree)))
        self.classes = frozenset(_classes(tree))


def order(text: str) -> tuple[frozenset[str], ...]:
    """Rows of literals in lower case, of each of which every match holds one, one behind the other."""
    return tuple(_order(_parser.parse(text)))


_COMPILED: dict[str, re.Pattern[str]] = {}


def compiled(text: str, short: str) -> re.Pattern[str]:
    """A pattern compiled from its short form, with its pieces in their places; once, however often it is asked for."""
    if text not in _COMPILED:
        if any(ord(c) in _PIECES for c in short):
            tree = _parser.parse(short)
            _put_in(tree)
            _COMPILED[text] = _compiler.compile(tree)
        else:
            _COMPILED[text] = re.compile(text)
    return _COMPILED[text]


def _put_in(tree: Any) -> None:
    """Put the items of pieces where the characters stand for them."""
    found: list[Any] = []
    for op, value in tree.data:
        if op is _parser.LITERAL and value in _PIECES:
            found += _PIECES[value].items
        elif op is _parser.IN and any(one in _PIECES for _, one in value):  # the parser took "(?:X|Y)" for "[XY]"
            rows = [_parser.SubPattern(tree.state, [item]) for item in value]
            for row in rows:
                _put_in(row)
            found.append((_parser.BRANCH, (None, rows)))
        else:
            _within(value)
            found.append((op, value))
    tree.data, tree.width = found, None


def _within(value: Any) -> None:
    if isinstance(value, _parser.SubPattern):
        _put_in(value)
    elif isinstance(value, (tuple, list)):
        for one in value:
            _within(one)


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
            told = _told(_part(op.name, value))
            if told and "" not in told and len(told) <= _MANY:  # to look for thousands takes longer than to compile
                yield _fewest(told)
    if plain:
        yield frozenset({plain})


@cache
def _fewest(literals: frozenset[str]) -> frozenset[str]:
    """The literals without those that hold another of them; lists of a thousand words stand in many patterns."""
    if "" in literals:
        return frozenset({""})
    if len(literals) <= _FEW:
        return frozenset([one for one in literals if not any(other in one for other in literals if other != one)])
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
