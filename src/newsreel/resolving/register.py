"""Which mention belongs to which entity, kept from one time to the next, so that what changed can be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsreel.model import Entity
from newsreel.resolving.letters import scripts
from newsreel.resolving.mentions import WORK, is_description

_KANA = {"kana"}


class Shown(NamedTuple):
    """What is shown of an entity: its kind, its names, the one to show first, and how many mentions it has."""

    kind: str
    names: tuple[str, ...]
    uses: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of identities since they were asked for last.

    `mentions`: the entity id of each mention that has another one now, None for one that is gone; `entities`: what is
    shown of each entity of which that changed, by its id, None for one that is gone.
    """

    mentions: Mapping[str, str | None]
    entities: Mapping[str, Shown | None]


class Part(NamedTuple):
    """Mentions that stay together whatever is decided; `forms` counts them by the forms of their names."""

    key: str
    kind: str
    first: str
    forms: Mapping[tuple[str, ...], int]
    mentions: Iterable[str]


@dataclass(slots=True)
class Register:
    """The entity of every mention, what is shown of every entity, and what of both has changed."""

    where: dict[str, str] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
    _placed: dict[str, str] = field(default_factory=dict)
    _mentions: dict[str, str | None] = field(default_factory=dict)
    _entities: dict[str, Shown | None] = field(default_factory=dict)

    def put(self, mention: str, part: str) -> None:
        """Places one mention of a part that has its place."""
        self._put(mention, self._placed[part])

    def _put(self, mention: str, entity: str) -> None:
        if self.where.get(mention) != entity:
            self.where[mention] = self._mentions[mention] = entity

    def forget(self, mention: str) -> None:
        """Takes a mention out that is gone."""
        if self.where.pop(mention, None) is not None:
            self._mentions[mention] = None

    def place(self, units: Sequence[Sequence[Part]], gone: Iterable[str]) -> None:
        """Makes each unit of parts one entity, and forgets parts that are gone, by their keys.

        With a part that left a unit, or came to one, all others of that unit are handed in as well.
        """
        left = {self._placed.pop(key) for key in gone if key in self._placed}
        ids = set()
        for unit in units:
            entity = min(part.first for part in unit)
            ids.add(entity)
            for part in unit:
                before = self._placed.get(part.key)
                if before != entity:
                    self._placed[part.key] = entity
                    if before is not None:
                        left.add(before)
                    for mention in part.mentions:
                        self._put(mention, entity)
            kind = min(unit, key=lambda part: part.first).kind
            self._show(entity, Shown(kind, names_of(unit), sum(sum(part.forms.values()) for part in unit)))
        for entity in left - ids:
            del self.shown[entity]
            self._entities[entity] = None

    def _show(self, entity: str, shown: Shown) -> None:
        if self.shown.get(entity) != shown:
            self.shown[entity] = self._entities[entity] = shown

    def changes(self) -> Changes:
        """What has changed since this was asked last."""
        found = Changes(self._mentions, self._entities)
        self._mentions, self._entities = {}, {}
        return found

    def entities(self) -> dict[str, Entity]:
        """All entities with their mentions, by id."""
        members: dict[str, list[str]] = {entity: [] for entity in sorted(self.shown)}
        for mention, entity in self.where.items():
            members[entity].append(mention)
        return {
            one: Entity(one, self.shown[one].kind, self.shown[one].names, tuple(sorted(ids)))
            for one, ids in members.items()
        }


def names_of(unit: Iterable[Part]) -> tuple[str, ...]:
    """The names of an entity: by how many reports use them in full, then by their place in them.

    Of two used alike that in kana comes last: it spells a name of another script, for the most part. A person's family
    name stands behind the whole one, however often it is used alone.
    """
    uses: Counter[str] = Counter()
    place: dict[str, int] = {}
    person = works = False
    for part in unit:
        person, works = person or part.kind == "person", works or part.kind == WORK
        for names, count in part.forms.items():
            for position, name in enumerate(names):
                uses[name] += count
                place[name] = min(place.get(name, position), position)
    told = [name for name in uses if not is_description(name)] if works else []
    uses = Counter({name: uses[name] for name in told}) if told else uses
    if len(uses) == 1:
        return tuple(uses)

    pieces = {name for name in uses if person and any(_piece(name, other) for other in uses)}

    def rank(name: str) -> tuple[bool, int, int, bool, str]:
        return place[name] > 0 or name in pieces, -uses[name], place[name], scripts(name) == _KANA, name

    return tuple(sorted(uses, key=rank))


def _piece(name: str, other: str) -> bool:
    return name != other and (name in other.split() or (not name.isascii() and name in other))
