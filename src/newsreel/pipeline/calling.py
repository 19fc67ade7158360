"""What things are called where two of one name are told of together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.model import Fact

Found = Callable[[Collection[str]], Mapping[str, list["Fact"]]]


def told_apart(names: Mapping[str, str], types: Found) -> dict[str, str]:
    """Names by entity id, those that two share with the type of each behind: "Harbor [webtoon]", "Harbor [series]".

    `types` gives what stands of the types of works, by their ids; it is asked only where names are shared.
    """
    uses = Counter(name.casefold() for name in names.values())
    shared = [one for one, name in names.items() if uses[name.casefold()] > 1]
    kinds = types(shared) if shared else {}
    return {one: f"{name} [{kind}]" if (kind := _kind(kinds.get(one, []))) else name for one, name in names.items()}


def _kind(facts: list[Fact]) -> str:
    return next((str(fact.object).replace("_", " ") for fact in facts if fact.object and fact.verdict != "denied"), "")
