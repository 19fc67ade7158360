"""One kind of things with its nodes, index and decisions, kept current while reports come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from newsreel.resolving.deciding import Decider, Decision, Pair, pair
from newsreel.resolving.evidence import Evidence
from newsreel.resolving.mentions import Mention
from newsreel.resolving.nodes import Node
from newsreel.resolving.replaying import Groups
from newsreel.resolving.weights import Thresholds, weights

Weigh = Callable[[Node, Node], Evidence]


@dataclass(slots=True)
class Layer:
    """Nodes, which of them may be one, and what was decided; `current` brings it up to date."""

    weigh: Weigh
    worth: Callable[[Node, Node], bool]
    limits: Thresholds
    filing: Callable[[Node], frozenset[str]]
    nodes: dict[str, Node] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    index: dict[str, set[str]] = field(default_factory=dict)
    filed: dict[str, frozenset[str]] = field(default_factory=dict)
    edges: dict[str, dict[str, float]] = field(default_factory=dict)
    evidence: dict[Pair, Evidence] = field(default_factory=dict)
    weighed_with: dict[str, set[str]] = field(default_factory=dict)
    said: dict[Pair, bool] = field(default_factory=dict)
    decided: dict[str, Decision] = field(default_factory=dict)
    belongs: dict[str, str] = field(default_factory=dict)
    sets: dict[str, set[str]] = field(default_factory=dict)
    beside: dict[str, set[str]] = field(default_factory=dict)
    dirty: set[str] = field(default_factory=set)

    def take(self, mention: Mention, key: str) -> None:
        """Adds a mention to the node of that key."""
        node = self.nodes.get(key)
        if node is None:
            node = self.nodes[key] = Node(key, mention.kind)
        node.take(mention)
        self.home[mention.id] = key
        self.dirty.add(key)

    def drop(self, mention: Mention) -> None:
        """Takes a mention away; its node goes with its last one."""
        key = self.home.pop(mention.id)
        self.nodes[key].drop(mention)
        self.dirty.add(key)

    def judged(self, said: dict[Pair, bool]) -> None:
        """Takes what persons judged of pairs of nodes."""
        changed = {p for p in said.keys() | self.said.keys() if said.get(p) != self.said.get(p)}
        self.said = said
        self.beside = {}
        for one, other in said:
            self.beside.setdefault(one, set()).add(other)
            self.beside.setdefault(other, set()).add(one)
        self.dirty |= {key for p in changed for key in p}

    def current(self) -> None:
        """Decides anew every set of linked nodes that anything changed in."""
        touched = set(self.dirty)
        for key in sorted(self.dirty):
            touched |= self._unlink(key)
        for key in sorted(self.dirty):
            if key in self.nodes and not self.nodes[key].mentions:
                del self.nodes[key]
        for key in sorted(self.dirty):
            if key in self.nodes:
                self._file(key)
        for key in sorted(self.dirty):
            if key in self.nodes:
                self._link(key)
        self.dirty.clear()
        self._decide(touched)

    def weighed(self, one: str, other: str) -> Evidence:
        """The evidence on two nodes, by their keys; remembered until one of them changes."""
        place = pair(one, other)
        found = self.evidence.get(place)
        if found is None:
            a, b = (self.nodes[key] for key in place)
            found = self.evidence[place] = self.weigh(a, b)
            self.weighed_with.setdefault(one, set()).add(other)
            self.weighed_with.setdefault(other, set()).add(one)
        return found

    def _unlink(self, key: str) -> set[str]:
        """Forgets what is known of a node's neighbours, and gives the set that it was decided in."""
        for filed in self.filed.pop(key, frozenset()):
            self.index[filed].discard(key)
            if not self.index[filed]:
                del self.index[filed]
        for other in self.edges.pop(key, {}):
            self.edges.get(other, {}).pop(key, None)
        for other in self.weighed_with.pop(key, set()):
            self.evidence.pop(pair(key, other), None)
            self.weighed_with[other].discard(key)
        return set(self.sets.get(self.belongs.get(key, ""), ()))

    def _file(self, key: str) -> None:
        self.filed[key] = self.filing(self.nodes[key])
        for filed in self.filed[key]:
            self.index.setdefault(filed, set()).add(key)

    def _link(self, key: str) -> None:
        """Weighs a node with all that share a key with it."""
        near = {other for filed in self.filed[key] for other in self.index[filed]} - {key}
        for other in sorted(near):
            if self.worth(*(self.nodes[k] for k in pair(key, other))):
                total = self.weighed(key, other).total
                if total >= self.limits.ask:
                    self.edges.setdefault(key, {})[other] = total
                    self.edges.setdefault(other, {})[key] = total

    def _decide(self, touched: set[str]) -> None:
        """Decides anew the sets of the touched nodes, as they are linked now."""
        for key in touched:
            self._scatter(self.belongs.get(key, ""))
            self.belongs.pop(key, None)
        left = {key for key in touched if key in self.nodes}
        decider = Decider(self.weighed, self.limits, weights().lead)
        while left:
            members = self._linked(next(iter(left)))
            left -= members
            mark = min(members)
            for key in members:
                self._scatter(self.belongs.get(key, ""))
                self.belongs[key] = mark
            edges = {pair(a, b): total for a in members for b, total in self.edges.get(a, {}).items()}
            said = {pair(a, b): self.said[pair(a, b)] for a in members for b in self.beside.get(a, ()) if b in members}
            self.sets[mark] = members
            self.decided[mark] = decider.decide(edges, said)

    def _scatter(self, mark: str) -> None:
        """Forgets what was decided for one set."""
        self.sets.pop(mark, None)
        self.decided.pop(mark, None)

    def _linked(self, start: str) -> set[str]:
        """All nodes that links or judgements lead to from one."""
        seen, todo = {start}, [start]
        while todo:
            here = todo.pop()
            for there in (*self.edges.get(here, {}), *self.beside.get(here, ())):
                if there not in seen and there in self.nodes:
                    seen.add(there)
                    todo.append(there)
        return seen

    def marks(self) -> dict[str, str]:
        """For every mention the smallest mention id of the group that its node was joined into."""
        groups = Groups()
        for one, other in sorted(self.joined()):
            groups.join(one, other)
        smallest: dict[str, str] = {}
        for key, node in self.nodes.items():
            root = groups.find(key)
            smallest[root] = min(smallest.get(root, node.first), node.first)
        return {mention: smallest[groups.find(key)] for mention, key in self.home.items()}

    def joined(self) -> Iterator[Pair]:
        """The pairs of nodes that were joined."""
        for decision in self.decided.values():
            yield from decision.joined

    def open(self) -> Iterable[Pair]:
        """The pairs of nodes that wait for a person."""
        for decision in self.decided.values():
            yield from decision.open
