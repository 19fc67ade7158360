"""Why two things are one, or two, or open: in plain words, for a person to judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from newsreel.model import Judgement
from newsreel.resolving.identities import Question
from newsreel.resolving.layer import Layer
from newsreel.resolving.mentions import Link, Mention
from newsreel.resolving.nodes import Node, full_names

_MOST_SHOWN, _MOST_ASKED = 8, 20
"""Lines that tell what is known of a node, and mentions that these are taken from."""
Recall = Callable[[Iterable[str], Node], Iterable[Mention]]
"""Gives mentions of a node again, by their ids."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for and against two mentions being one.

    `score`: the sum in log odds; `same` and `ask`: the thresholds that it is held against; `never`: what forbids it, or
    ""; `judgements`: what persons said of the pair; `sides`: what is known of either.
    """

    score: float
    same: float
    ask: float
    reasons: tuple[str, ...]
    never: str
    judgements: tuple[Judgement, ...]
    sides: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def words(self) -> tuple[str, ...]:
        """The explanation line by line."""
        said = tuple(f"{j.by} says {j.verdict}: {j.because}" for j in self.judgements)
        return (*said, *self.reasons, f"sum {self.score:+.1f}; one from {self.same:+.1f}, asked from {self.ask:+.1f}")


def explain_pair(
    layer: Layer, one: Mention, other: Mention, said: tuple[Judgement, ...], recall: Recall
) -> Explanation:
    """The explanation of two mentions of one layer; of different kinds they are never one."""
    about = tuple(j for j in said if {j.left, j.right} == {one.id, other.id})
    limits = layer.limits
    if one.kind != other.kind:
        words = (f"{one.name} is a {one.kind}, {other.name} a {other.kind}",)
        return Explanation(0.0, limits.same, limits.ask, words, words[0], about, ((), ()))
    a, b = layer.home[one.id], layer.home[other.id]
    sides = (shown(layer.nodes[a], recall), shown(layer.nodes[b], recall))
    if a == b:
        words = ("the reports say the same of both",)
        return Explanation(limits.same, limits.same, limits.ask, words, "", about, sides)
    found = layer.weigh(*(layer.nodes[key] for key in sorted((a, b))))
    return Explanation(found.total, limits.same, limits.ask, found.words, found.never, about, sides)


def questions(layers: Iterable[Layer], where: Mapping[str, str], recall: Recall) -> tuple[Question, ...]:
    """The open pairs, one for each two entities, the likeliest first."""
    found: dict[tuple[str, str], Question] = {}
    for layer in layers:
        for one, other in layer.open():
            left, right = sorted((layer.nodes[one], layer.nodes[other]), key=lambda node: node.first)
            entities = (where[left.first], where[right.first])
            if entities[0] == entities[1]:
                continue
            evidence = layer.weigh(layer.nodes[min(one, other)], layer.nodes[max(one, other)])
            sides = (shown(left, recall), shown(right, recall))
            question = Question(left.first, right.first, entities, evidence.total, evidence.words, sides)
            place = (min(entities), max(entities))
            before = found.get(place)
            if before is None or (-question.score, question.left, question.right) < (
                -before.score,
                before.left,
                before.right,
            ):
                found[place] = question
    return tuple(sorted(found.values(), key=lambda q: (-q.score, q.left, q.right)))


def shown(node: Node, recall: Recall) -> tuple[str, ...]:
    """What is known of a node, in words: its names, then what most reports say of it; of a great many only some."""
    mentions = list(recall(sorted(node.mentions)[:_MOST_ASKED], node))
    names = Counter(name for mention in mentions for name in full_names(mention))
    links = Counter(link for mention in mentions for link in mention.links)
    lines = [" / ".join(sorted(names, key=lambda name: (-names[name], name)))]
    ranked = sorted(links.items(), key=lambda item: (-item[1], item[0]))
    return (*lines, *(_line(link) for link, _ in ranked[:_MOST_SHOWN]))


def _line(link: Link) -> str:
    what = link.names[0] if link.names else link.value
    return f"{link.predicate} of {what}" if link.inverse else f"{link.predicate}: {what}"
