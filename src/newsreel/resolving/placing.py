"""A great many names, and the place of a new one among them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from newsreel.resolving.blocking import file_under, look_under, spelled_out
from newsreel.resolving.letters import plain, script
from newsreel.resolving.likeness import Likeness, likeness

_SURE = 2.0
_NEAREST = 2
"""Names of another script that are compared in earnest, out of those that a quick look finds nearest."""
_QUICK = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A name that a new one may be, with the log odds and the reason."""

    name: str
    odds: float
    because: str


class NameIndex:
    """Names filed under one key each (blocking.py) and under their letters; each name is kept once."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._spelled: list[str] = []
        self._numbers: dict[str, int] = {}
        self._filed: dict[tuple[str, str], array[int]] = {}
        self._letters: dict[str, int | array[int]] = {}

    def __len__(self) -> int:
        return len(self._names)

    def add(self, name: str) -> None:
        """Files a name; one that is there already stays as it is."""
        if name in self._numbers:
            return
        number = self._numbers[name] = len(self._names)
        self._names.append(name)
        self._spelled.append(spelled_out(name))
        place = (script(name[0]), file_under(name))
        filed = self._filed.get(place)
        if filed is None:
            self._filed[place] = array("I", (number,))
        else:
            filed.append(number)
        own = _own(name)
        before = self._letters.setdefault(own, number)
        if isinstance(before, array):
            before.append(number)
        elif before != number:
            self._letters[own] = array("I", (before, number))

    def place(self, name: str) -> list[Place]:
        """The names that this one may be, the likeliest first; those of the same letters alone where they are there."""
        equal = self._letters.get(_own(name), ())
        same = [self._names[n] for n in ((equal,) if isinstance(equal, int) else equal)]
        if same:
            return _ranked([(other, likeness(name, other)) for other in same])
        near: dict[int, float] = {}
        looked, spelled = look_under(name), spelled_out(name)
        for kind in sorted({filed for filed in ("hangul", "kana", "kanji", "latin") if filed != script(name[0])}):
            for key in looked:
                if filed := self._filed.get((kind, key)):
                    self._nearest(spelled, filed, near)
        best = sorted(near, key=lambda number: (-near[number], self._names[number]))[:_NEAREST]
        return _ranked([(self._names[number], likeness(name, self._names[number])) for number in best])

    def _nearest(self, spelled: str, numbers: array[int], near: dict[int, float]) -> None:
        """Notes those names of one block that a quick look finds nearest."""
        letters = [self._spelled[number] for number in numbers]
        found = process.extract(spelled, letters, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_QUICK)
        near.update((numbers[place], score) for _, score, place in found)


def _own(name: str) -> str:
    """A name's letters, whatever the order of its words: what two ways to write one name in one script share."""
    return "".join(sorted(plain(name).split()))


def _ranked(found: list[tuple[str, Likeness]]) -> list[Place]:
    places = [Place(name, like.odds, like.because) for name, like in found if like.odds >= _SURE]
    return sorted(places, key=lambda place: (-place.odds, place.name))
