"""Facts and changes in words, for feeds and terminals."""

from __future__ import annotations

from collections.abc import Mapping

from newsreel.model import Fact, Slots

_SLOT_WORDS = (
    ("role", "{}"),
    ("character", "as {}"),
    ("billing", "{}"),
    ("relation", "{}"),
    ("venue", "at {}"),
    ("as_", "as {}"),
    ("for_", "for {}"),
)


def saying(fact: Fact, names: Mapping[str, str]) -> str:
    """A fact as a phrase: "Title: cast member Name (chocolatier, lead)"; unknown ids stay as they are."""
    slots = [form.format(value.replace("_", " ")) for name, form in _SLOT_WORDS if (value := _slot(fact.slots, name))]
    words = f"{fact.predicate.replace('_', ' ')} {value_of(fact, names)}".rstrip()
    qualified = f" ({', '.join(slots)})" if slots else ""
    return f"{names.get(fact.subject, fact.subject)}: {words}{qualified}"


def value_of(fact: Fact, names: Mapping[str, str]) -> str:
    """What stands on a fact's other side, as it is shown."""
    if fact.object is None:
        return "not announced"
    if fact.object_is_entity:
        return names.get(str(fact.object), str(fact.object))
    return (
        ""
        if fact.object is True
        else str(fact.object).replace("_", " ")
        if fact.predicate != "alias"
        else str(fact.object)
    )


def told(kind: str, fact: Fact, before: Fact | None, names: Mapping[str, str]) -> str:
    """A change as a sentence: what it says now, what it said before, and why."""
    then = ""
    if before is not None and kind == "value":
        then = f", before: {value_of(before, names)}"
    elif before is not None:
        then = f", before: {before.verdict}"
    return f"{saying(fact, names)}: {fact.verdict}{then} ({fact.reason})"


def _slot(slots: Slots, name: str) -> str | None:
    value = getattr(slots, name)
    return str(value) if value is not None else None
