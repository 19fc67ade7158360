"""Frames from their data: what frames.py describes, checked and compiled."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from newsreel.model.errors import VocabularyError
from newsreel.reading.document import KINDS
from newsreel.reading.frames import ClaimRule, Frame
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought
from newsreel.reading.patterns import stands_for
from newsreel.vocabulary import vocabulary

_FRAME_KEYS = set(
    "id triggers patterns claims zip status by tense zones guard binds once background why".split()  # noqa: SIM905
)
_SLOT = re.compile(r"\{([A-Z]+)(\+?)(?::(\w+))?\}|\{([a-z_]\w*)\}")
# Letters save those of escapes, of groups' names and of slots.
_LETTERS = re.compile(r"\\.|\(\?P[<=]\w+[>)]|\{[A-Za-z][^{}]*\}|([^\W\d_]+)")
# A macro whose meaning hangs on its place: what looks back wants a fixed width, what repeats it takes its last part.
_PLACED = re.compile(r"\(\?<[=!][^)]*\{[a-z_]|\[[^\]]*\{[a-z_]|\{[a-z_]\w*\}(?:[?*+]|\{\d)")
CONTEXT = frozenset({"focus", "person", "people", "main", "organization", "host", "who", "twin", "clause"})


def compile_frames(
    lang: str, data: dict[str, Any], separators: str, guards: dict[str, Any], *, small: bool = False
) -> list[Frame]:
    """Compile a file of frames; raises VocabularyError naming the frame for anything that the rules above forbid.

    `separators` is a regular expression for what joins the members of a list; with `small` case does not count.
    """

    def written(text: str, where: str) -> str:
        if small and "(?-" in text:
            raise VocabularyError("case does not count here", where=where)
        return _in_small_letters(text) if small else text

    separators = written(separators, lang)
    macros: dict[str, str] = {}
    for name, text in (data.get("macros") or {}).items():
        where = f"{lang}, macro {name}"
        macros[name] = _expand(written(str(text), where), macros, separators, where)
    rows = data.get("frames") or []
    used = {slot[-1] for row in rows for text in row["patterns"] for slot in _SLOT.findall(text)}
    pieces = {name: stands_for(text) or text for name, text in macros.items() if name in used}

    def sought(text: str, where: str) -> Sought:
        plain = written(text, where)
        short = "" if _PLACED.search(plain) else _expand(plain, pieces, separators, where, short=True)
        return Sought(_expand(plain, macros, separators, where), short)

    return [_compile(lang, row, sought, guards, small=small) for row in rows]


def _in_small_letters(pattern: str) -> str:
    """A pattern for texts in lower case that matches what this one does where case does not count; much the faster."""
    return _LETTERS.sub(lambda m: m[0].lower() if m.lastindex else m[0], pattern)


def _compile(
    lang: str,
    row: dict[str, Any],
    sought: Callable[[str, str], Sought],
    guards: dict[str, Callable[..., bool]],
    *,
    small: bool,
) -> Frame:
    where = f"frames of {lang}, {row.get('id', '?')}"
    if unknown := set(row) - _FRAME_KEYS:
        raise VocabularyError(f"unknown key: {', '.join(sorted(unknown))}", where=where)
    if row.get("guard") and row["guard"] not in guards:
        raise VocabularyError(f"no guard of the name {row['guard']!r}", where=where)
    if row.get("status") and row["status"] not in vocabulary().statuses:
        raise VocabularyError(f"no such status: {row['status']!r}", where=where)
    patterns = []
    for text in row["patterns"]:
        try:
            patterns.append(sought(text, where))
        except re.error as error:
            raise VocabularyError(f"{error}: {text}", where=where) from error
    names = CONTEXT.union(row.get("binds", ()), *({n.rstrip("0123456789") for n in p.names} for p in patterns))
    claims = tuple(_claim_rule(claim, names, where) for claim in row["claims"])
    return Frame(
        rule=f"{lang}/{row['id']}",
        triggers=tuple(str(t).lower() for t in row.get("triggers", ())),
        patterns=tuple(patterns),
        claims=claims,
        zip=tuple(row.get("zip", ())),
        status=row.get("status", ""),
        by=row.get("by", ""),
        tense=row.get("tense", ""),
        zones=frozenset(row.get("zones", ())),
        guard=row.get("guard", ""),
        once=bool(row.get("once", False)),
        background=bool(row.get("background", False)),
        small=small,
        kinds=(kinds := {**_kinds_of_objects(claims, row["patterns"]), **_kinds(row["patterns"])}),
        wants=tuple((_wants(claim.subject, kinds), _wants(claim.object or (), kinds)) for claim in claims),
    )


def _wants(names: tuple[str, ...], kinds: dict[str, str]) -> frozenset[str]:
    """The kinds one of which must be in the sentence for one of `names` to be bound; empty where none is needed."""
    if not names or any(name not in kinds for name in names):
        return frozenset()
    return frozenset("".join(kinds[name] for name in names))


def _kinds_of_objects(claims: tuple[ClaimRule, ...], patterns: list[str]) -> dict[str, str]:
    """The kinds of names that a macro binds, by the objects that their predicates take."""
    words, letters = vocabulary().predicates, {"organization": "O", "person": "P", "work": "W"}
    return {
        name: "".join(letters[word] for word in words[claim.predicate].objects)
        for claim in claims
        for name in claim.object or ()
        if name not in CONTEXT
        and not any(f"<{name}" in text for text in patterns)
        and not name.startswith("=")
        and set(words[claim.predicate].objects) <= set(letters)
    }


def _kinds(patterns: list[str]) -> dict[str, str]:
    """The kinds of mention that each name of a frame may hold."""
    found: dict[str, str] = {}
    for text in patterns:
        for kinds, _, name, _ in _SLOT.findall(text):
            if name:
                plain = name.rstrip("0123456789")
                found[plain] = found.get(plain, "") + kinds
    return found


def _expand(text: str, macros: dict[str, str], separators: str, where: str, *, short: bool = False) -> str:
    """A text with its slots and macros put in; with `short` characters stand for what goes on with lists."""

    def slot(m: re.Match[str]) -> str:
        kinds, many, name, macro = m.groups()
        if macro:
            if macro not in macros:
                raise VocabularyError(f"no macro of the name {macro!r}", where=where)
            return macros[macro]
        if unknown := set(kinds) - set(KINDS):
            raise VocabularyError(f"no kind of mention {', '.join(sorted(unknown))}", where=where)
        one = f"[{''.join(map(kind_char, kinds))}]{NUMBER_CLASS}"
        more = f"(?:(?:{separators}){one})*" if many else ""
        body = one + ((short and stands_for(more)) or more)
        return f"(?P<{name}>{body})" if name else f"(?:{body})"

    return _SLOT.sub(slot, text)


def _claim_rule(row: dict[str, Any], names: frozenset[str], where: str) -> ClaimRule:
    words = vocabulary().predicates
    predicate = row["predicate"]
    if predicate not in words:
        raise VocabularyError(f"no such predicate: {predicate!r}", where=where)
    slots = {k: _alternatives(v, names, where) for k, v in row.items() if k not in {"predicate", "subject", "object"}}
    if unknown := set(slots) - {*words[predicate].slots, "date"}:
        raise VocabularyError(f"{predicate} has no slot {', '.join(sorted(unknown))}", where=where)
    obj = None if row["object"] is None else _alternatives(row["object"], names, where)
    return ClaimRule(predicate, _alternatives(row["subject"], names, where), obj, slots)


def _alternatives(text: Any, names: frozenset[str], where: str) -> tuple[str, ...]:
    if text is True:
        return ("=true",)
    parts = tuple(part.strip() for part in str(text).split("|"))
    for part in parts:
        if not part.startswith("=") and part not in names:
            raise VocabularyError(f"nothing is bound to {part!r}", where=where)
    return parts
