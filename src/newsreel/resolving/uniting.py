"""From what rules and persons decided to entities: only those that something changed in are made anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsreel.model import Judgement, Verdict
from newsreel.resolving.judging import Circle, Judged, circles
from newsreel.resolving.layer import Layer
from newsreel.resolving.nodes import Node
from newsreel.resolving.register import Part, Register
from newsreel.resolving.replaying import Clash, rank, replay


@dataclass(slots=True)
class Uniting:
    """Makes entities of the groups that layers give, and of what persons judged.

    A group that no person judged upon is an entity. Those that judgements of persons lead to from one another (a
    circle) are replayed from these judgements and the rules' own.
    """

    layers: Sequence[Layer]
    judged: Judged
    register: Register = field(default_factory=Register)
    stale: bool = False
    """Whether judgements, or the homes of mentions that were judged, have changed."""
    _came: dict[str, str] = field(default_factory=dict)
    _went: dict[str, str] = field(default_factory=dict)
    _apart: dict[str, set[str]] = field(default_factory=dict)
    _circles: dict[str, Circle] = field(default_factory=dict)

    def came(self, mention: str, home: str) -> None:
        """A mention was filed with a node."""
        self._came[mention] = home
        self.stale |= mention in self.judged.about

    def went(self, mention: str, home: str) -> None:
        """A mention was taken out of a node."""
        self._came.pop(mention, None)
        self._went[mention] = home
        self.stale |= mention in self.judged.about

    def clashes(self) -> tuple[Clash, ...]:
        """Judgements of persons that contradict each other."""
        found = (clash for circle in self._listed() for clash in circle.clashes)
        return tuple(sorted(found, key=lambda clash: rank(clash.overruled), reverse=True))

    def rules(self) -> tuple[Judgement, ...]:
        """What the rules decided."""
        made = [one for layer in self.layers for mark in layer.groups for one in _of_rules(layer, mark)]
        return tuple(sorted(made, key=lambda j: (j.left, j.right)))

    def unite(self, moved: set[str]) -> None:
        """Brings the entities up to date. `moved`: the nodes that are gone or have another group than before."""
        touched = {*moved, *self._came.values(), *self._went.values()}
        marks = {layer.group[key] for layer in self.layers for key in touched if key in layer.group}
        marks |= self._circled(marks, moved)
        units: list[list[Part]] = []
        back: list[tuple[str, str]] = []
        for mark in marks:
            if mark not in self._circles:
                layer = self._layer(mark)
                units.append([_whole(layer.nodes[key]) for key in layer.groups[mark]])
                back += self._rejoined(layer.groups[mark], {})
        for circle in {id(c): c for mark, c in self._circles.items() if mark in marks}.values():
            units += self._replayed(circle, back)
        gone = [key for key in touched if not any(key in layer.nodes for layer in self.layers)]
        gone += [part for key in gone for part in self._apart.pop(key, ())]
        for mention in self._went.keys() - self._came.keys():
            self.register.forget(mention)
        self.register.place(units, [*gone, *(mention for mention, _ in back)])
        still = ((mention, home) for mention, home in back if mention in self._layer_of(home).nodes[home].mentions)
        for mention, home in (*still, *self._came.items()):
            self.register.put(mention, mention if mention in self._apart.get(home, ()) else home)
        self._came, self._went, self.stale = {}, {}, False

    def _layer(self, mark: str) -> Layer:
        return next(layer for layer in self.layers if mark in layer.groups)

    def _layer_of(self, key: str) -> Layer:
        return next(layer for layer in self.layers if key in layer.nodes)

    def _listed(self) -> list[Circle]:
        return list({id(circle): circle for circle in self._circles.values()}.values())

    def _circled(self, marks: set[str], moved: set[str]) -> set[str]:
        """Finds the circles anew where they may be others; gives the groups that go with the touched ones."""
        if self.stale or not self._circles.keys().isdisjoint(moved):
            before = set(self._circles)
            homes = ((side, layer) for side in self.judged.about for layer in self.layers if side in layer.home)
            group_of = {side: layer.group[layer.home[side]] for side, layer in homes}
            found = circles(self.judged.words(), group_of)
            self._circles = {mark: circle for circle in found for mark in circle.groups}
            return {mark for mark in before | self._circles.keys() if any(mark in one.groups for one in self.layers)}
        there = {mark for one in marks if one in self._circles for mark in self._circles[one].groups}
        return {mark for mark in there if any(mark in layer.groups for layer in self.layers)}

    def _replayed(self, circle: Circle, back: list[tuple[str, str]]) -> list[list[Part]]:
        """The entities of a circle. `back` gets the mentions that stand for themselves no longer, and their homes."""
        sides = {side for word in circle.words for side in (word.left, word.right)}
        made, parts = list(circle.words), dict[str, Part]()
        for mark in circle.groups:
            for layer in self.layers:
                if mark in layer.groups:
                    made += _of_rules(layer, mark, sides)
                    alone = {key: _judged_parts(layer.nodes[key], sides) for key in layer.groups[mark]}
                    back += self._rejoined(layer.groups[mark], alone)
                    for key, own in alone.items():
                        parts.update(own)
                        parts[layer.nodes[key].first] = _rest(layer.nodes[key], own)
        groups, circle.clashes = replay(made)
        units: dict[str, list[Part]] = {}
        for first, part in parts.items():
            units.setdefault(groups.find(first), []).append(part)
        return list(units.values())

    def _rejoined(self, keys: Iterable[str], alone: Mapping[str, Mapping[str, Part]]) -> Iterator[tuple[str, str]]:
        """Notes which mentions of these nodes stand for themselves; gives those that did before, with their nodes."""
        for key in keys:
            own = set(alone.get(key, ()))
            before = self._apart.pop(key, set[str]())
            if own:
                self._apart[key] = own
            yield from ((mention, key) for mention in sorted(before - own))


def _whole(node: Node) -> Part:
    return Part(node.key, node.kind, node.first, node.forms, node.mentions)


def _judged_parts(node: Node, sides: set[str]) -> dict[str, Part]:
    """The mentions of a node that persons judged, but for the first, which stands for the others."""
    own = (side for side in sides if side in node.mentions and side != node.first)
    return {one: Part(one, node.kind, one, {node.mentions[one].names: 1}, [one]) for one in own}


def _rest(node: Node, own: Mapping[str, Part]) -> Part:
    """What is left of a node without some of its mentions."""
    forms = Counter(node.forms)
    for part in own.values():
        forms.subtract(part.forms)
    mentions = [mention for mention in node.mentions if mention not in own]
    return Part(node.key, node.kind, node.first, +forms, mentions)


def _of_rules(layer: Layer, mark: str, among: set[str] | None = None) -> Iterator[Judgement]:
    """What the rules decided of a group: of all its mentions, or of these and the first of each node."""
    for key in layer.groups[mark]:
        node = layer.nodes[key]
        because = f"the reports say the same of {node.mentions[node.first].name}"
        for other in node.mentions if among is None else among & node.mentions.keys():
            if other != node.first:
                yield Judgement(node.first, other, Verdict.SAME, "rule:alike", because)
    for one, other in layer.joined(mark):
        if (one, other) not in layer.said:
            left, right = sorted((layer.nodes[one].first, layer.nodes[other].first))
            words = layer.weigh(layer.nodes[one], layer.nodes[other]).words
            yield Judgement(left, right, Verdict.SAME, "rule:evidence", "; ".join(words))
