"""What persons judged, in its order, and the groups that it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newsreel.model import Judgement, Verdict
from newsreel.resolving.replaying import Clash, by_person, is_reference, standing

Sides = tuple[str, str]


@dataclass(slots=True)
class Judged:
    """The judgements of persons, and those on ids in catalogs; by mention, and the one that counts for each pair."""

    judgements: dict[str, Judgement] = field(default_factory=dict)
    about: dict[str, set[str]] = field(default_factory=dict)
    _standing: dict[Sides, Judgement] | None = None

    def take(self, judgement: Judgement) -> bool:
        """Takes in a judgement; False for one that is known, and for one of a rule: rules judge anew."""
        name = judgement.id
        if name in self.judgements or not (by_person(judgement) or is_reference(judgement)):
            return False
        self.judgements[name] = judgement
        for side in (judgement.left, judgement.right):
            self.about.setdefault(side, set()).add(name)
        self._standing = None
        return True

    def take_back(self, name: str) -> Judgement | None:
        """Forgets a judgement, by its id; gives it, None when it was not known."""
        gone = self.judgements.pop(name, None)
        if gone is not None:
            for side in {gone.left, gone.right}:
                self.about[side].discard(name)
                if not self.about[side]:
                    del self.about[side]
            self._standing = None
        return gone

    def on(self, mention: str) -> list[Judgement]:
        """The judgements on a mention."""
        return [self.judgements[name] for name in sorted(self.about.get(mention, ()))]

    def standing(self) -> dict[Sides, Judgement]:
        """The judgement that counts for each pair."""
        if self._standing is None:
            self._standing = standing(self.judgements.values())
        return self._standing

    def words(self) -> list[Judgement]:
        """Those that say of two mentions that they are one, or two."""
        said = (Verdict.SAME, Verdict.DIFFERENT)
        return [j for j in self.standing().values() if j.verdict in said and not is_reference(j)]


@dataclass(slots=True)
class Circle:
    """Groups, by their marks, that judgements of persons lead to from one another, with these judgements."""

    groups: set[str] = field(default_factory=set)
    words: list[Judgement] = field(default_factory=list)
    clashes: tuple[Clash, ...] = ()


def circles(words: Iterable[Judgement], group_of: Mapping[str, str]) -> list[Circle]:
    """The circles that these judgements make; `group_of`: the mark of the group of every mention that is there.

    A mention that is not there, for its report was taken back, still leads from one judgement to another.
    """
    home: dict[str, Circle] = {}
    for word in words:
        ends = {group_of.get(side, side) for side in (word.left, word.right)}
        found = [home[end] for end in ends if end in home]
        circle = max(found, key=lambda one: len(one.words), default=Circle())
        for other in found:
            if other is not circle:
                circle.words += other.words
                circle.groups |= other.groups
        circle.words.append(word)
        circle.groups |= ends
        home.update(dict.fromkeys(circle.groups, circle))
    return list({id(circle): circle for circle in home.values()}.values())
