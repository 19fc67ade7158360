"""From what was typed to the thing that is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

import typer

from newsreel.model import Entity, Fact, Ref, mention_id
from newsreel.model.errors import NewsreelError, NotKnown

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

_SHORTEST_ID = 6


def meant(reel: Newsreel, typed: str) -> tuple[Entity, list[Entity]]:
    """The entity that is meant by a name in any script, or by the beginning of an id, and others of that name.

    The most used one comes first. Raises NotKnown, with near names, where nothing is so called.
    """
    try:
        found = reel.find(typed)
    except NotKnown:
        by_id = _by_id(reel, typed)
        if by_id is None:
            raise
        found = [by_id]
    return found[0], found[1:]


def _by_id(reel: Newsreel, typed: str) -> Entity | None:
    if len(typed) < _SHORTEST_ID or set(typed) - set("0123456789abcdef"):
        return None
    return next((entity for entity in reel.entities() if entity.id.startswith(typed)), None)


def names_in(reel: Newsreel, facts: Collection[Fact], as_of: dt.date | None = None) -> dict[str, str]:
    """The most used name of every entity that facts speak of, by id; of those used by a day, if given.

    Works that share one are told apart by their types: "Harbor [webtoon]".
    """
    from newsreel.pipeline.calling import told_apart

    ids = {str(fact.object) for fact in facts if fact.object_is_entity} | {fact.subject for fact in facts}
    names = {one: reel.entity(one, as_of).name for one in sorted(ids)}
    return told_apart(names, lambda some: reel.facts_of(some, "work_type", as_of))


def mention_called(reel: Newsreel, entity: Entity, name: str) -> str:
    """The id of a mention of an entity by a name, as some report means it; any mention's, where none is so called."""
    wanted = name.casefold()
    for statement in reel.statements(entity.id):
        sides = ((statement.subject, statement.claim.subject), (statement.object, statement.claim.object))
        for side, ref in sides:
            if side == entity.id and isinstance(ref, Ref) and wanted in map(str.casefold, ref.names):
                return mention_id(statement.claim.report, ref.local)
    return entity.id


def names_beginning(context: typer.Context, incomplete: str) -> list[str]:
    """Names in the ledger for what was typed so far; for completion in the shell."""
    from newsreel.faces.cli.opening import ledger_to_read

    try:
        with ledger_to_read(context.params.get("ledger")) as reel:
            found = reel.search(incomplete) if len(incomplete) > 1 else reel.entities()
            beginning = incomplete.casefold()
            return [name for entity in found for name in entity.names if name.casefold().startswith(beginning)]
    except NewsreelError:
        return []
