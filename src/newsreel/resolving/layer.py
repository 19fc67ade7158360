"""One kind of things with its nodes, index and decisions, kept current while reports come and go.

Only what is new is looked at: a mention that says what others of its node have said costs next to nothing. Two nodes
are compared when they come to share a key, and again when something new is said of either, or one report speaks of
both; sets of linked nodes are decided again when a comparison came out differently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from newsreel.resolving.deciding import Decider, Decision, Pair, pair
from newsreel.resolving.evidence import Evidence
from newsreel.resolving.mentions import Mention
from newsreel.resolving.nodes import Keys, Node, Said
from newsreel.resolving.replaying import Groups
from newsreel.resolving.weights import Thresholds, weights


class Weight(NamedTuple):
    """What the evidence on two nodes comes to."""

    total: float
    never: bool


@dataclass(slots=True)
class Layer:
    """Nodes, which of them may be one, and what was decided; `current` brings it up to date.

    `filing` gives the keys under which a node is looked for, as far as they come from what is handed in. `near`: the
    nodes that are compared with a node; `edges`: those that it may be one with. `groups`: what was decided to be one,
    by the smallest key in it, and `group` that key for every node; a node that is alone has no set in `sets`.
    """

    weigh: Callable[[Node, Node], Evidence]
    worth: Callable[[Node, Node], bool]
    limits: Thresholds
    filing: Callable[[Node, Said], Keys]
    nodes: dict[str, Node] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    index: dict[str, set[str]] = field(default_factory=dict)
    filed: dict[str, set[str]] = field(default_factory=dict)
    near: dict[str, set[str]] = field(default_factory=dict)
    edges: dict[str, dict[str, float]] = field(default_factory=dict)
    weights: dict[Pair, Weight] = field(default_factory=dict)
    weighed_with: dict[str, set[str]] = field(default_factory=dict)
    said: dict[Pair, bool] = field(default_factory=dict)
    judged_with: dict[str, set[str]] = field(default_factory=dict)
    belongs: dict[str, str] = field(default_factory=dict)
    sets: dict[str, set[str]] = field(default_factory=dict)
    decided: dict[str, Decision] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)
    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    dirty: set[str] = field(default_factory=set)
    doubtful: set[Pair] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)

    def take(self, mention: Mention, key: str) -> None:
        """Adds a mention to the node of that key."""
        node = self.nodes.get(key)
        if node is None:
            node = self.nodes[key] = Node(key, mention.kind)
        if node.take(mention):
            self.dirty.add(key)
        self.home[mention.id] = key

    def drop(self, mention: Mention, left: Iterable[Mention]) -> None:
        """Takes a mention away, from those that are `left` of its node; which goes with its last one."""
        key = self.home.pop(mention.id)
        self.nodes[key].drop(left)
        self.dirty.add(key)

    def met(self, keys: Sequence[str]) -> None:
        """Has those of these nodes compared again that were before: a report speaks of them all, or no longer does."""
        together = set(keys)
        for one in together:
            for other in self.weighed_with.get(one, _NOBODY) & together:
                self.doubtful.add(pair(one, other))

    def judged(self, said: dict[Pair, bool]) -> None:
        """Takes what persons judged of pairs of nodes."""
        changed = {p for p in said.keys() | self.said.keys() if said.get(p) != self.said.get(p)}
        self.said = said
        self.judged_with = {}
        for one, other in said:
            self.judged_with.setdefault(one, set()).add(other)
            self.judged_with.setdefault(other, set()).add(one)
        self.touched |= {key for p in changed for key in p}

    def acquaint(self, one: str, other: str) -> None:
        """Has two nodes compared that share something beside keys, where they are worth it."""
        if other in self.near.get(one, _NOBODY):
            return
        first, second = pair(one, other)
        if self.worth(self.nodes[first], self.nodes[second]):
            self._near(one, other)

    def current(self) -> set[str]:
        """Decides anew what anything changed in; gives the nodes whose group is another one now, or that are gone."""
        dirty = sorted(self.dirty)
        for key in dirty:
            if not self.nodes[key].mentions:
                self.touched |= self.sets.get(self.belongs.get(key, ""), _NOBODY) | {key}
                self._unlink(key)
            elif key not in self.filed:
                self.touched.add(key)
        living = [key for key in dirty if key in self.nodes]
        looked = {key: self._file(key) for key in living}
        for key in living:
            self._look(key, looked[key])
            self.doubtful |= {pair(key, other) for other in self.weighed_with.get(key, _NOBODY)}
        for place in self.doubtful:
            self._compare(place)
        self.dirty.clear()
        self.doubtful.clear()
        return self._decide()

    def _unlink(self, key: str) -> None:
        """Forgets a node without mentions."""
        for filed in self.filed.pop(key, ()):
            self._take_out(key, filed)
        for other in self.near.pop(key, ()):
            self.near[other].discard(key)
        for other in self.edges.pop(key, ()):
            self.edges[other].pop(key)
        for other in self.weighed_with.pop(key, ()):
            self.weights.pop(pair(key, other), None)
            self.weighed_with[other].discard(key)
        del self.nodes[key]

    def _take_out(self, key: str, filed: str) -> None:
        self.index[filed].discard(key)
        if not self.index[filed]:
            del self.index[filed]

    def _file(self, key: str) -> Keys:
        """Files a node under what is new of it; gives the keys under which others are to be looked for."""
        node = self.nodes[key]
        known = self.filed.setdefault(key, set())
        # A name may be alike to one that was found under other keys.
        whole = not known or node.lost or any(isinstance(one, str) for one in node.fresh)
        looked = self.filing(node, [*node.names, *node.links] if whole else node.fresh)
        if node.lost:
            for filed in known - looked.filed:
                self._take_out(key, filed)
            known &= looked.filed
        for filed in looked.filed - known:
            self.index.setdefault(filed, set()).add(key)
            known.add(filed)
        node.fresh.clear()
        node.lost = False
        return looked

    def _look(self, key: str, looked: Keys) -> None:
        """Finds the nodes under these keys that a node is worth comparing with."""
        found = set[str]().union(*(self.index.get(filed, _NOBODY) for filed in looked.alone))
        once: set[str] = set()
        for some in looked.among:
            here = set[str]().union(*(self.index.get(filed, _NOBODY) for filed in some))
            found |= here & once
            once |= here
        found -= self.near.get(key, _NOBODY)
        found.discard(key)
        for other in found:
            first, second = pair(key, other)
            if self.worth(self.nodes[first], self.nodes[second]):
                self._near(key, other)

    def _near(self, one: str, other: str) -> None:
        self.near.setdefault(one, set()).add(other)
        self.near.setdefault(other, set()).add(one)
        self.doubtful.add(pair(one, other))

    def _compare(self, place: Pair) -> None:
        """Compares two nodes again, and notes where that changes anything."""
        one, other = place
        if one not in self.nodes or other not in self.nodes:
            return
        if other in self.near.get(one, _NOBODY) and not self.worth(self.nodes[one], self.nodes[other]):
            self.near[one].discard(other)
            self.near[other].discard(one)
        before = self.weights.pop(place, None)
        weight = self._weight(place)
        total = self.edges.get(one, _NOTHING).get(other)
        linked = weight.total if not weight.never and weight.total >= self.limits.ask else None
        if other not in self.near.get(one, _NOBODY):
            linked = None
        if linked != total:
            for a, b in (place, (other, one)):
                if linked is None:
                    del self.edges[a][b]
                else:
                    self.edges.setdefault(a, {})[b] = linked
        if linked != total or (before is not None and before.never != weight.never):
            self.touched.update(place)

    def _weight(self, place: Pair) -> Weight:
        found = self.weights.get(place)
        if found is None:
            one, other = place
            evidence = self.weigh(self.nodes[one], self.nodes[other])
            found = self.weights[place] = Weight(evidence.total, bool(evidence.never))
            self.weighed_with.setdefault(one, set()).add(other)
            self.weighed_with.setdefault(other, set()).add(one)
        return found

    def _never(self, one: str, other: str) -> bool:
        return self._weight(pair(one, other)).never

    def _decide(self) -> set[str]:
        """Decides anew the sets of the touched nodes, as they are linked now."""
        left = set(self.touched)
        for key in self.touched:
            left |= self.sets.get(self.belongs.get(key, ""), _NOBODY)
        self.touched.clear()
        before: dict[str, frozenset[str]] = {}
        for key in left:
            if (old := self.group.get(key, "")) in self.groups:
                before[old] = self.groups.pop(old)
            mark = self.belongs.pop(key, "")
            self.sets.pop(mark, None)
            self.decided.pop(mark, None)
            if key not in self.nodes:
                self.group.pop(key, None)
        after: dict[str, frozenset[str]] = {}
        decider = Decider(self._never, self.limits, weights().lead)
        todo = {key for key in left if key in self.nodes}
        while todo:
            members = self._linked(next(iter(todo)))
            todo -= members
            after.update(self._decided(members, decider))
        self.groups.update(after)
        for mark, group in after.items():
            self.group.update(dict.fromkeys(group, mark))
        changed = [
            found[mark]
            for found, other in ((before, after), (after, before))
            for mark in found
            if found[mark] != other.get(mark)
        ]
        return {key for group in changed for key in group}

    def _decided(self, members: set[str], decider: Decider) -> dict[str, frozenset[str]]:
        """Decides one set of linked nodes; gives its groups."""
        if len(members) == 1:
            return {key: frozenset(members) for key in members}
        edges = {pair(a, b): total for a in members for b, total in self.edges.get(a, _NOTHING).items()}
        beside = ((a, b) for a in members for b in self.judged_with.get(a, _NOBODY) if b in members)
        decision = decider.decide(edges, {pair(a, b): self.said[pair(a, b)] for a, b in beside})
        return self._hold_set(members, decision)

    def _hold_set(self, members: set[str], decision: Decision) -> dict[str, frozenset[str]]:
        """Holds what was decided of a set; gives its groups."""
        mark = min(members)
        self.sets[mark], self.decided[mark] = members, decision
        self.belongs.update(dict.fromkeys(members, mark))
        groups = Groups()
        for one, other in decision.joined:
            groups.join(one, other)
        found: dict[str, set[str]] = {}
        for key in members:
            found.setdefault(groups.find(key), set()).add(key)
        return {min(group): frozenset(group) for group in found.values()}

    def hold(self, place: Pair, weight: Weight) -> None:
        """Holds what two nodes were found to be to each other, in another process."""
        self.weights[place] = weight
        linked = not weight.never and weight.total >= self.limits.ask and place[1] in self.near.get(place[0], _NOBODY)
        for a, b in (place, place[::-1]):
            self.weighed_with.setdefault(a, set()).add(b)
            if linked:
                self.edges.setdefault(a, {})[b] = weight.total

    def hold_sets(self, sets: Iterable[tuple[set[str], Decision]]) -> None:
        """Holds what was decided in another process; nodes in none of these sets are alone."""
        for members, decision in sets:
            self.groups.update(self._hold_set(members, decision))
        alone = self.nodes.keys() - self.belongs.keys()
        self.groups.update({key: frozenset((key,)) for key in alone})
        self.group.update((key, mark) for mark, group in self.groups.items() for key in group)

    def _linked(self, start: str) -> set[str]:
        """All nodes that links or judgements lead to from one."""
        seen, todo = {start}, [start]
        while todo:
            here = todo.pop()
            for there in (*self.edges.get(here, ()), *self.judged_with.get(here, ())):
                if there not in seen and there in self.nodes:
                    seen.add(there)
                    todo.append(there)
        return seen

    def together(self, key: str) -> frozenset[str]:
        """The nodes that are one with a node, itself among them."""
        return self.groups[self.group[key]]

    def joined(self, key: str) -> Iterator[Pair]:
        """The pairs of nodes whose joining made the group of a node."""
        group = self.together(key)
        decision = self.decided.get(self.belongs.get(key, ""))
        return (p for p in decision.joined if p[0] in group) if decision else iter(())

    def open(self) -> Iterable[Pair]:
        """The pairs of nodes that wait for a person."""
        for decision in self.decided.values():
            yield from decision.open


_NOBODY: AbstractSet[str] = frozenset()
_NOTHING: dict[str, float] = {}
