"""Evidence for and against two nodes being one, added up openly: each item has a weight and says itself in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsreel.resolving.blocking import QUICKER, keys, script_of, worth_comparing
from newsreel.resolving.likeness import EQUAL, Likeness, likeness
from newsreel.resolving.nodes import Node
from newsreel.resolving.organizations import company_likeness, organization_keys
from newsreel.resolving.weights import weights

_DIFFERENT = -4.0
"""Log odds at which two names in one script are different names, not two spellings."""
_DOUBTFUL = -0.75
"""Log odds below which company tells nothing: colleagues share works, too."""
_NAMES_ALONE = 2.0
"""Log odds that make two names of one report one thing."""
Works = Mapping[str, str]
"""For the node of a work, the mark of what it was decided to be."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that speaks for (above 0) or against two being one."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All items, and whether one of them forbids the two to be one (`never`: the reason, or "")."""

    items: tuple[Item, ...]
    never: str = ""

    @property
    def total(self) -> float:
        """The sum of the weights, in log odds."""
        return round(sum(item.weight for item in self.items), 6)

    @property
    def words(self) -> tuple[str, ...]:
        """The items in words, the weightiest first."""
        ranked = sorted(self.items, key=lambda item: (-abs(item.weight), item.words))
        return tuple(f"{item.weight:+.1f} {item.words}" for item in ranked) + ((self.never,) if self.never else ())


def weigh_names(one: Node, other: Node, works: Works) -> Evidence:
    """Evidence on two persons, companies or other named things."""
    weight = weights().names
    mine, theirs = works_of(one, works), works_of(other, works)
    best = best_name(one, other, closely=not mine.keys().isdisjoint(theirs))
    items = [Item(min(best.odds, EQUAL), best.because)]
    if best.odds > _DOUBTFUL:
        items += _company(one, other, works)
    days = [node.once("birth dates", _birth_dates) for node in (one, other)]
    if all(days) and not days[0] & days[1]:
        words = f"born {min(days[0])}, the other {min(days[1])}"
        items.append(Item(weight["birth dates differ"], words))
    return Evidence(tuple(items), _never(one, other, best.odds))


def _birth_dates(node: Node) -> set[str]:
    return {link.value for link in node.links if link.predicate == "birth_date"}


def may_be_one(one: Node, other: Node) -> bool:
    """Whether two names are alike enough to be one thing's, if the company that they keep speaks for it."""
    if one.kind != other.kind:
        return False
    if one.kind != "organization" and not any(_near(a, b, closely=True) for a in one.names for b in other.names):
        return False
    least = min(_DOUBTFUL, weights().thresholds["names"].ask)
    return best_name(one, other, closely=True).odds > least


def best_name(one: Node, other: Node, *, closely: bool = False) -> Likeness:
    """The likeness of those two names that are most alike; `closely`: they are of one production."""
    compare = company_likeness if one.kind == "organization" else likeness
    spare = closely and one.kind == "organization"
    found = [
        compare(a, b)
        for a in sorted(one.names)
        for b in sorted(other.names)
        if spare or (_near_companies(a, b) if one.kind == "organization" else _near(a, b, closely=closely))
    ]
    return max(found, key=lambda like: (like.odds, like.because), default=Likeness(-EQUAL, "no two names are alike"))


def _near(a: str, b: str, *, closely: bool) -> bool:
    """Whether two names pass a quick look, a kinder one for names of one production."""
    if a == b:
        return True
    if closely:
        return worth_comparing(a, b, QUICKER)
    shared = keys(a) & keys(b)
    return bool(shared) and (any(key.startswith("=") for key in shared) or worth_comparing(a, b))


def _near_companies(a: str, b: str) -> bool:
    """Whether two companies' names pass a quick look: what words are translated is no matter of letters."""
    shared = organization_keys(a) & organization_keys(b)
    if not shared:
        return a == b
    return any(key.startswith(("=", "o")) or "/" in key for key in shared) or worth_comparing(a, b)


def _never(one: Node, other: Node, odds: float) -> str:
    """Why the two can never be one: a report tells them apart, or each has a name of its own in one script."""
    alike = odds >= _NAMES_ALONE and one.names.isdisjoint(other.names)
    if not alike and not one.reports.isdisjoint(other.reports):
        return f"{min(one.reports & other.reports)} tells the two apart"
    compare = company_likeness if one.kind == "organization" else likeness
    for script in sorted({script_of(name) for name in one.names} & {script_of(name) for name in other.names}):
        mine, theirs = ([n for n in sorted(node.names) if script_of(n) == script] for node in (one, other))
        if max(compare(a, b).odds for a in mine for b in theirs) <= _DIFFERENT:
            return f"{mine[0]} and {theirs[0]} are different names in one script"
    return ""


def _company(one: Node, other: Node, works: Works) -> list[Item]:
    """Works that both are named with, and other names that keep company with both."""
    weight = weights().names
    mine, theirs = works_of(one, works), works_of(other, works)
    shared = sorted(mine[work] for work in mine.keys() & theirs.keys())
    items = [Item(weight["shared work"], f"both are named with {shared[0]}")] if shared else []
    others = {key for names in _others(other) for key in names}
    count = sum(not names.isdisjoint(others) for names in _others(one))
    if count:
        total = min(count * weight["shared company"], weight["most company"])
        items.append(Item(total, f"{count} more names keep company with both"))
    return items


def works_of(node: Node, works: Works) -> dict[str, str]:
    """The works that a node is named with: the mark of each with the smallest of the titles given here."""
    return node.once("works", lambda one: _found_works(one, works))


def _found_works(node: Node, works: Works) -> dict[str, str]:
    found: dict[str, str] = {}
    for work, titles in node.works.items():
        mark, title = works.get(work, work), min(titles)
        found[mark] = min(found.get(mark, title), title)
    return found


def _others(node: Node) -> list[frozenset[str]]:
    """The keys of each other name that stands beside this one in claims about the same works."""
    return node.once("others", lambda one: [_beside_keys(name) for name in sorted(one.beside - one.names)])


@lru_cache(maxsize=1 << 15)
def _beside_keys(name: str) -> frozenset[str]:
    return frozenset(key for key in keys(name) if len(key) >= 4)  # noqa: PLR2004 - as in nodes.company_keys
