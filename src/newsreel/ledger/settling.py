"""Writing down what follows from all entries together: who is who, and which reports copy which."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, delete, select

from newsreel.ledger import answers, schema
from newsreel.ledger.fetching import chunks
from newsreel.ledger.names import key, pieces
from newsreel.ledger.noting import note, noted
from newsreel.ledger.streaming import put
from newsreel.model import Imprint
from newsreel.model.canonical import canonical

Shown = tuple[str, tuple[str, ...], int]
"""Kind, names (the one to show first) and the number of mentions of an entity: what its row says of it."""
_ENOUGH = 50_000
"""Mentions that have another entity now, from which all that was weighed is forgotten at once."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What follows from all entries together, as other stages decide it, or what of it has changed.

    `mentions`: the entity of every mention; `entities`: what is shown of each; `upto`: the place of the last entry that
    all this follows from. With `since` these are changes: to what followed from the entries up to that place; None
    stands for what is gone. `copies` are changes always: of near-copies, the report that each copies; `imprints` those
    of new reports. `by` names the code and tables that decided.
    """

    mentions: Mapping[str, str | None]
    entities: Mapping[str, Shown | None]
    copies: Mapping[str, str | None]
    upto: int
    since: int | None = None
    imprints: Sequence[Imprint] = ()
    by: str = ""


class Settler:
    """Writes it, where the caches hold something else."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settle(self, settled: Settled) -> bool:
        """Makes the caches hold this; False where these are changes to another state than theirs."""
        upto = int(noted(self._connection, schema.SETTLED) or 0)
        if upto > settled.upto:
            return True
        if settled.since is not None and settled.since != upto:
            return False
        whole = settled.since is None
        before = self._held(schema.mention, settled.mentions, whole=whole)
        moved = self._remap(schema.mention, before, settled.mentions)
        copied = self._remap(schema.copy, self._held(schema.copy, settled.copies, whole=False), settled.copies)
        put(self._connection, schema.imprint, settled.imprints, "ON CONFLICT DO NOTHING")
        renamed = self._rename(self._held_entities(settled.entities, whole=whole), settled.entities)
        note(self._connection, schema.SETTLED, str(settled.upto))
        if noted(self._connection, schema.SETTLED_BY) != settled.by:
            note(self._connection, schema.SETTLED_BY, settled.by)
        if len(moved) > _ENOUGH or (whole and not before):
            answers.forget_all(self._connection)
            return True
        sides = (side.get(one) for side in (before, settled.mentions) for one in moved)
        answers.touch(self._connection, moved, {side for side in sides if side is not None})
        answers.touch_reports(self._connection, copied)
        answers.touch_speakers(self._connection, renamed)
        return True

    def _held(self, table: Table, wanted: Mapping[str, str | None], *, whole: bool) -> dict[str, str]:
        """What a table of keys and values holds, of all keys or of these."""
        columns = list(table.columns)
        if whole:
            return {row[0]: row[1] for row in self._connection.execute(select(*columns))}
        found: dict[str, str] = {}
        for some in chunks(wanted):
            rows = self._connection.execute(select(*columns).where(columns[0].in_(some)))
            found.update((row[0], row[1]) for row in rows)
        return found

    def _held_entities(self, wanted: Mapping[str, Shown | None], *, whole: bool) -> dict[str, Shown]:
        table = schema.entity
        query = select(table.c.id, table.c.kind, table.c.names, table.c.uses)
        queries = [query] if whole else [query.where(table.c.id.in_(some)) for some in chunks(wanted)]
        rows = (row for one in queries for row in self._connection.execute(one))
        return {row.id: (row.kind, tuple(json.loads(row.names)), row.uses) for row in rows}

    def _remap(self, table: Table, before: Mapping[str, str], after: Mapping[str, str | None]) -> list[str]:
        """Makes a table of keys and values hold this mapping; gives the keys of which that changed anything."""
        name = next(iter(table.primary_key.columns)).name
        moved = sorted(one for one, value in after.items() if value is not None and before.get(one) != value)
        gone = [one for one in before if after.get(one) is None]
        self._forget(table, name, gone + [one for one in moved if one in before])
        put(self._connection, table, [(one, after[one]) for one in moved])
        return moved + gone

    def _rename(self, before: Mapping[str, Shown], after: Mapping[str, Shown | None]) -> set[str]:
        """Writes entities and their names where they differ; gives the keys of the names that lead elsewhere now."""
        changed = {one: shown for one, shown in sorted(after.items()) if shown is not None and before.get(one) != shown}
        gone = [one for one in before if after.get(one) is None]
        self._forget(schema.entity, "id", gone + [one for one in changed if one in before])
        put(self._connection, schema.entity, [entity_row(one, shown) for one, shown in changed.items()])
        renamed = {one: shown for one, shown in changed.items() if one not in before or before[one][:2] != shown[:2]}
        out = gone + [one for one in renamed if one in before]
        rows = sorted({row for one, shown in renamed.items() for row in name_rows(one, shown)})
        keys = self._keys_of(out) | {row[0] for row in rows}
        self._forget(schema.name, "entity", out)
        put(self._connection, schema.name, rows)
        self._index(keys, fresh=not before)
        return keys

    def _index(self, keys: set[str], *, fresh: bool) -> None:
        """Makes the pieces of these keys stand exactly if some entity has a name of that key; `fresh`: all have."""
        table, gram = schema.name, schema.gram
        used = set(keys) if fresh else set[str]()
        for some in chunks(() if fresh else sorted(keys)):
            used.update(self._connection.execute(select(table.c.key).where(table.c.key.in_(some)).distinct()).scalars())
        rows = sorted((piece, one) for one in used for piece in pieces(one))
        put(self._connection, gram, rows, "ON CONFLICT DO NOTHING")
        unused = [{"g": piece, "k": one} for one in keys - used for piece in pieces(one)]
        if unused:
            statement = delete(gram).where(gram.c.gram == bindparam("g"), gram.c.key == bindparam("k"))
            self._connection.execute(statement, unused)

    def _keys_of(self, ids: Iterable[str]) -> set[str]:
        table = schema.name
        queries = (select(table.c.key).where(table.c.entity.in_(some)) for some in chunks(ids))
        return {found for query in queries for found in self._connection.execute(query).scalars()}

    def _forget(self, table: Table, column: str, values: Collection[str]) -> None:
        for some in chunks(values):
            self._connection.execute(delete(table).where(table.c[column].in_(some)))


def entity_row(entity: str, shown: Shown) -> tuple[str, str, str, int]:
    """The cache row of an entity."""
    kind, names, uses = shown
    return entity, kind, canonical(list(names)), uses


def name_rows(entity: str, shown: Shown) -> set[tuple[str, str]]:
    """The cache rows of an entity's names, each key once: key and entity."""
    return {(found, entity) for name in shown[1] if (found := key(name))}
