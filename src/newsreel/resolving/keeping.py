"""What layers hold, as texts: another process goes on from there without taking in every report again.

The first text has the keys of all nodes and the sets that were decided; each of the others some nodes, and the strings
that these share. Nodes are told by their place among the keys. What follows from the rest is not written: indexes,
edges, groups, who is named with whom.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newsreel.resolving.deciding import Decision, pair
from newsreel.resolving.layer import Layer, Weight
from newsreel.resolving.mentions import Link
from newsreel.resolving.nodes import Named, Node

_NODES = 500
"""Nodes in a text."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class _Strings:
    """Strings by their numbers in a text."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, one: str) -> int:
        return self.numbers.setdefault(one, len(self.numbers))

    def all(self, some: Iterable[str]) -> list[int]:
        return [self.numbers.setdefault(one, len(self.numbers)) for one in some]


class _Chunk(NamedTuple):
    """What the numbers in a text stand for: nodes of its layer, works, and strings."""

    keys: list[str]
    tied: list[str]
    strings: list[str]


def written(layers: Sequence[Layer], works: Layer) -> Iterator[str]:
    """The layers as texts, where nothing waits to be decided; `works`: the one that names are tied to."""
    keys = [sorted(layer.nodes) for layer in layers]
    numbers = [{key: number for number, key in enumerate(some)} for some in keys]
    tied = numbers[layers.index(works)]
    yield _ENCODER.encode([[some, _sets(layer, of)] for layer, some, of in zip(layers, keys, numbers, strict=True)])
    for place, layer in enumerate(layers):
        for at in range(0, len(keys[place]), _NODES):
            strings = _Strings()
            nodes = [_node(layer, key, numbers[place], tied, strings) for key in keys[place][at : at + _NODES]]
            yield _ENCODER.encode([place, at, list(strings.numbers), nodes])


def read_back(layers: Sequence[Layer], works: Layer, texts: Iterable[str]) -> None:
    """Fills empty layers from what `written` gave."""
    left = iter(texts)
    heads = json.loads(next(left))
    keys = [some for some, _ in heads]
    tied = keys[layers.index(works)]
    for text in left:
        place, at, strings, nodes = json.loads(text)
        chunk = _Chunk(keys[place], tied, strings)
        for number, node in enumerate(nodes, at):
            _take_node(layers[place], chunk, number, node)
    for layer, (some, sets) in zip(layers, heads, strict=True):
        layer.hold_sets(({some[one] for one in members}, _decision(some, *pairs)) for members, *pairs in sets)


def _sets(layer: Layer, numbers: dict[str, int]) -> list[Any]:
    found = []
    for mark, members in layer.sets.items():
        decision = layer.decided[mark]
        pairs = ([[numbers[a], numbers[b]] for a, b in some] for some in (decision.joined, decision.open))
        found.append([[numbers[one] for one in members], *pairs])
    return found


def _decision(keys: list[str], joined: list[list[int]], still: list[list[int]]) -> Decision:
    return Decision(*(tuple((keys[a], keys[b]) for a, b in pairs) for pairs in (joined, still)))


def _node(layer: Layer, key: str, numbers: dict[str, int], tied: dict[str, int], s: _Strings) -> list[Any]:
    node, number = layer.nodes[key], numbers[key]
    forms: dict[tuple[str, ...], int] = {}
    mentions = [(one, s(report), forms.setdefault(names, len(forms))) for one, (report, names) in node.mentions.items()]
    beyond = ((numbers[other], pair(key, other)) for other in layer.weighed_with.get(key, ()))
    return [
        s(node.kind),
        mentions,
        [s.all(names) for names in forms],
        s.all(node.names),
        [(s(n.predicate), int(n.inverse), s(n.kind), s.all(n.names), s(n.value)) for n in node.links],
        s.all(node.beside),
        list(node.sources),
        [(tied[work], list(zip(s.all(titles), titles.values(), strict=True))) for work, titles in node.works.items()],
        s.all(layer.filed.get(key, ())),
        [there for other in layer.near.get(key, ()) if (there := numbers[other]) > number],
        [(there, *layer.weights[both]) for there, both in beyond if there > number],
    ]


def _take_node(layer: Layer, chunk: _Chunk, number: int, row: list[Any]) -> None:
    keys, tied, s = chunk
    kind, mentions, forms, names, links, beside, sources, works, filed, near, weights = row
    key = keys[number]
    node = layer.nodes[key] = Node(key, s[kind])
    shapes = [tuple([s[n] for n in some]) for some in forms]
    node.mentions = {one: Named(s[report], shapes[form]) for one, report, form in mentions}
    node.reports = {one.report for one in node.mentions.values()}
    node.forms = Counter(one.names for one in node.mentions.values())
    node.first = min(node.mentions)
    node.names = {s[n] for n in names}
    node.links = {Link(s[p], bool(i), s[k], tuple([s[n] for n in some]), s[v]) for p, i, k, some, v in links}
    node.beside = {s[n] for n in beside}
    node.sources = set(sources)
    node.works = {tied[work]: Counter({s[n]: count for n, count in titles}) for work, titles in works}
    layer.home.update(dict.fromkeys(node.mentions, key))
    layer.filed[key] = {s[n] for n in filed}
    for one in layer.filed[key]:
        layer.index.setdefault(one, set()).add(key)
    for other in near:
        layer.near.setdefault(key, set()).add(keys[other])
        layer.near.setdefault(keys[other], set()).add(key)
    for other, total, never in weights:
        layer.hold(pair(key, keys[other]), Weight(total, never))
