"""From evidence to identities: who joins whom, in an order that depends on nothing but the evidence.

Greedy joining, the strongest evidence first, of nodes that evidence links; what `never` holds apart, and what persons
judged different, stays apart. The result for a set of linked nodes depends on that set alone: a new report needs only
those sets decided anew that it touches.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsreel.resolving.replaying import Groups
from newsreel.resolving.weights import Thresholds

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided for one set of linked nodes: the groups, the links that made them, and the open pairs."""

    joined: tuple[Pair, ...]
    open: tuple[Pair, ...]


def pair(one: str, other: str) -> Pair:
    """Two node keys in order."""
    return (one, other) if one < other else (other, one)


@dataclass(slots=True)
class Decider:
    """Decides one kind of nodes; `never`: whether evidence forbids two of them, by their keys, to be one."""

    never: Callable[[str, str], bool]
    limits: Thresholds
    lead: float

    def decide(self, edges: Mapping[Pair, float], said: Mapping[Pair, bool]) -> Decision:
        """Joins the nodes of one set. `edges`: totals of those pairs that share anything; `said`: what persons judged.

        A person's word comes before all evidence. A pair that would be joined but for a better, contradicting one that
        leads by less than `lead` stays open, and so does that one.
        """
        groups = Groups()
        for one, other in sorted(said):
            if not said[one, other]:
                groups.part(one, other)
        joined = [p for p in sorted(said) if said[p] and groups.join(*p)]
        strong = {p: total for p, total in edges.items() if total >= self.limits.same and p not in said}
        torn = self._torn(strong)
        undone: list[Pair] = sorted(torn)
        for (one, other), _ in sorted(strong.items(), key=lambda item: (-item[1], item[0])):
            if (one, other) in torn or groups.find(one) == groups.find(other):
                continue
            if self._may_join(groups, one, other) and groups.join(one, other):
                joined.append((one, other))
        undone += [p for p, total in edges.items() if self.limits.ask <= total < self.limits.same]
        still = sorted(p for p in undone if self._is_open(groups, p, said))
        return Decision(tuple(joined), tuple(still))

    def _is_open(self, groups: Groups, place: Pair, said: Mapping[Pair, bool]) -> bool:
        one, other = place
        apart = groups.find(one) != groups.find(other) and not groups.held_apart(one, other)
        return apart and place not in said and self._may_join(groups, one, other)

    def _may_join(self, groups: Groups, one: str, other: str) -> bool:
        """Whether nothing holds any two of the two groups apart."""
        if groups.held_apart(one, other):
            return False
        return not any(self.never(a, b) for a in groups.together(one) for b in groups.together(other))

    def _torn(self, strong: Mapping[Pair, float]) -> set[Pair]:
        """Pairs of a node with two others that can never be one, when neither leads clearly."""
        beside: dict[str, list[tuple[float, str]]] = {}
        for (one, other), total in strong.items():
            if not self.never(one, other):
                beside.setdefault(one, []).append((total, other))
                beside.setdefault(other, []).append((total, one))
        torn: set[Pair] = set()
        for node, found in beside.items():
            ranked = sorted(found, key=lambda item: (-item[0], item[1]))
            best, first = ranked[0]
            for total, rival in ranked[1:]:
                if best - total >= self.lead:
                    break
                if self.never(first, rival):
                    torn |= {pair(node, first), pair(node, rival)}
        return torn
