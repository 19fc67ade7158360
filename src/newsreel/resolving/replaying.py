"""Identities from judgements alone: who said that two things are one, or two, and whose word counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsreel.model import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Clash:
    """Judgements of persons that cannot all be true: what `overruled` says does not stand beside what `by` say."""

    overruled: Judgement
    by: tuple[Judgement, ...]

    @property
    def words(self) -> str:
        """The contradiction in a sentence."""
        one = f"{self.overruled.by} says {self.overruled.verdict} ({self.overruled.because})"
        others = "; ".join(f"{j.by} says {j.verdict} ({j.because})" for j in self.by)
        return f"{one}, against: {others}"


def by_person(judgement: Judgement) -> bool:
    """Whether a person made the judgement."""
    return judgement.by.startswith("person:")


def is_reference(judgement: Judgement) -> bool:
    """Whether the judgement ties a mention to an id in a catalog ("imdb:nm0000001"), not two mentions."""
    return ":" in judgement.left or ":" in judgement.right


def standing(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The judgement that counts for each pair: a person's before a rule's, then the later, then the greater id.

    `undecided` takes back what the same voice said before, so that another's word may count again.
    """
    voices: dict[tuple[str, str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.date, j.id)):
        left, right = sorted((judgement.left, judgement.right))
        voices[left, right, judgement.by] = judgement
    best: dict[tuple[str, str], Judgement] = {}
    for (left, right, _), judgement in voices.items():
        if judgement.verdict is Verdict.UNDECIDED or left == right:
            continue
        before = best.get((left, right))
        if before is None or rank(judgement) > rank(before):
            best[left, right] = judgement
    return best


def rank(judgement: Judgement) -> tuple[bool, str, str]:
    """What decides which of two judgements counts: the greater does."""
    return by_person(judgement), judgement.date, judgement.id


@dataclass(slots=True)
class Groups:
    """Things joined into groups, some of which are held apart for good."""

    parent: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)

    def find(self, thing: str) -> str:
        """The thing that stands for the group of this one."""
        root = thing
        while (up := self.parent.get(root, root)) != root:
            root = up
        while (up := self.parent.get(thing, thing)) != root:
            self.parent[thing] = root
            thing = up
        return root

    def together(self, thing: str) -> list[str]:
        """All things of its group."""
        root = self.find(thing)
        return self.members.get(root, [root])

    def held_apart(self, one: str, other: str) -> bool:
        """Whether the groups of the two may never be one."""
        return self.find(other) in self.apart.get(self.find(one), ())

    def join(self, one: str, other: str) -> bool:
        """Makes the two groups one; False, and nothing done, when they are held apart."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return True
        if b in self.apart.get(a, ()):
            return False
        keep, gone = (a, b) if len(self.together(a)) >= len(self.together(b)) else (b, a)
        self.members[keep] = self.together(keep) + self.together(gone)
        self.members.pop(gone, None)
        self.parent[gone] = keep
        for far in self.apart.pop(gone, set()):
            self.apart[far].discard(gone)
            self._part(keep, far)
        return True

    def part(self, one: str, other: str) -> bool:
        """Holds the two groups apart; False, and nothing done, when they are one already."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return False
        self._part(a, b)
        return True

    def _part(self, a: str, b: str) -> None:
        self.apart.setdefault(a, set()).add(b)
        self.apart.setdefault(b, set()).add(a)


def replay(judgements: Iterable[Judgement]) -> tuple[Groups, tuple[Clash, ...]]:
    """The groups that the judgements make, and the judgements of persons that could not be heeded.

    Persons' words come first, the later before the earlier; a rule's word that contradicts them is passed over.
    Method: union and find with pairs held apart, in the order of rank; the order of the input does not matter.
    """
    groups, clashes = Groups(), []
    heeded: list[Judgement] = []
    ranked = sorted(standing(judgements).values(), key=rank, reverse=True)
    for judgement in ranked:
        if judgement.verdict is Verdict.SAME:
            done = groups.join(judgement.left, judgement.right)
        elif judgement.verdict is Verdict.DIFFERENT:
            done = groups.part(judgement.left, judgement.right)
        else:
            continue
        if not by_person(judgement):
            continue
        if done:
            heeded.append(judgement)
        else:
            clashes.append(Clash(judgement, _against(judgement, heeded)))
    return groups, tuple(clashes)


def _against(overruled: Judgement, heeded: list[Judgement]) -> tuple[Judgement, ...]:
    """Those heeded judgements that make the overruled one impossible: a path between its two sides."""
    edges: dict[str, list[tuple[str, Judgement]]] = {}
    for judgement in heeded:
        edges.setdefault(judgement.left, []).append((judgement.right, judgement))
        edges.setdefault(judgement.right, []).append((judgement.left, judgement))
    wanted = 0 if overruled.verdict is Verdict.DIFFERENT else 1
    paths: list[tuple[str, int, tuple[Judgement, ...]]] = [(overruled.left, 0, ())]
    seen = {(overruled.left, 0)}
    for place, parted, path in paths:
        if place == overruled.right and parted == wanted:
            return path
        for there, judgement in edges.get(place, ()):
            now = parted + (judgement.verdict is Verdict.DIFFERENT)
            if now <= wanted and (there, now) not in seen:
                seen.add((there, now))
                paths.append((there, now, (*path, judgement)))
    return ()
