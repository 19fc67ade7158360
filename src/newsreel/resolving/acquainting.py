"""Names that are named with one work, under whatever titles: they are compared even where they share no key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsreel.resolving.layer import Layer
from newsreel.resolving.mentions import Mention


@dataclass(slots=True)
class Acquaintances:
    """Which names are named with which works.

    `tied`: the nodes of names by the node of a work; `company`: those that were compared with one another because
    their works are one, by the mark of these works' group.
    """

    works: Layer
    names: Layer
    tied: dict[str, set[str]] = field(default_factory=dict)
    company: dict[str, set[str]] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)

    def tie(self, mention: Mention, key: str) -> None:
        """Ties the node of a name to the works that a report names it with."""
        node = self.names.nodes[key]
        for work, title in mention.works:
            home = self.works.home.get(work)
            if home is not None and node.tie(home, title):
                self.tied.setdefault(home, set()).add(key)
                self.names.dirty.add(key)
                self.fresh.add(home)

    def untie(self, mention: Mention, key: str) -> None:
        """Takes that back."""
        node = self.names.nodes[key]
        for work, title in mention.works:
            home = self.works.home.get(work)
            if home is not None:
                node.untie(home, title)
                self.names.dirty.add(key)
                if home not in node.works:
                    self.tied[home].discard(key)
                    if not self.tied[home]:
                        del self.tied[home]

    def read_back(self) -> None:
        """Finds again who is named with which works: all of them were compared."""
        for key, node in self.names.nodes.items():
            for work in node.works:
                self.tied.setdefault(work, set()).add(key)
        for mark, works in self.works.groups.items():
            self.company[mark] = set().union(*(self.tied.get(work, ()) for work in works))

    def meet(self, moved: Iterable[str]) -> None:
        """Has those names compared that came to be named with one work. `moved`: works of another group than before."""
        moved = set(moved)
        for key in moved:
            for name in self.tied.get(key, ()):
                self.names.nodes[name].forget_works()
                self.names.dirty.add(name)
        changed = {self.works.group[key] for key in self.fresh | moved if key in self.works.nodes}
        before = {mark: self.company.pop(mark) for mark in changed | moved if mark in self.company}
        for mark in changed:
            self.company[mark] = self._introduced(self.works.groups[mark], before)
        self.fresh.clear()

    def _introduced(self, works: Iterable[str], before: dict[str, set[str]]) -> set[str]:
        """The names that are named with these works, after those that never were are compared with the others."""
        names = set().union(*(self.tied.get(work, ()) for work in works))
        # A group's mark is one of its works: those of its parts are marks of the groups that it was made of.
        known = max((before[work] & names for work in works if work in before), key=len, default=set[str]())
        for name in sorted(names - known):
            kind = self.names.nodes[name].kind
            for other in known:
                if self.names.nodes[other].kind == kind:
                    self.names.acquaint(name, other)
            known.add(name)
        return known
