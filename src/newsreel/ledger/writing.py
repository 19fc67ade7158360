"""Adding to the ledger: entries first, then the caches that follow from them, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from newsreel.ledger import answers, entries, schema, turned
from newsreel.ledger.answers import Answers
from newsreel.ledger.entries import FOLLOW, Correction, Entry, Withdrawal
from newsreel.ledger.names import key, pieces
from newsreel.ledger.placing import News, Placed, place
from newsreel.ledger.replaying import recount, strike
from newsreel.model import Change, Claim, Entity, Judgement, Report
from newsreel.model.canonical import canonical
from newsreel.model.errors import NotKnown

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Settled:
    """What follows from all entries together, as other stages decide it.

    `mentions`: the entity of every mention; `copies`: of every near-copy, the report that it copies; `upto`: the place
    of the last entry that all this follows from.
    """

    mentions: Mapping[str, str]
    entities: Collection[Entity]
    copies: Mapping[str, str]
    upto: int


_Shown = tuple[str, tuple[str, ...], int]
"""Kind, names and uses of an entity: what its row says of it."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What the caches hold of what was settled before."""

    mentions: Mapping[str, str]
    copies: Mapping[str, str]
    entities: Mapping[str, _Shown]

    @classmethod
    def of(cls, settled: Settled) -> _Held:
        return cls(settled.mentions, settled.copies, {one.id: _shown(one) for one in settled.entities})


class Writer:
    """One transaction: what it adds is there for good when `Ledger.writing` ends, and not at all when that fails."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert

    def place(self, report: Report) -> Placed:
        """Whether the report is new, changed or known, with the id it has in the ledger."""
        return place(self._connection, report)

    def add(self, placed: Placed, claims: Sequence[Claim]) -> None:
        """Remembers a report that is not known, with what was read from it."""
        if placed.news is News.KNOWN:
            return
        report = placed.report
        own, text = entries.of_report(report), report.hash
        read = {entry.id: entry for entry in (entries.of_claim(claim, text) for claim in claims)}
        self._append([own, *read.values()])
        seq = self._connection.execute(select(schema.entry.c.seq).where(schema.entry.c.id == own.id)).scalar_one()
        if placed.news is News.CHANGED:
            answers.touch_reports(self._connection, [report.id])
        recount(self._connection, report.id, (seq, len(read)))

    def judge(self, judgement: Judgement) -> bool:
        """Remembers a person's judgement; False when it was known."""
        return self._append([entries.of_judgement(judgement)])

    def withdraw(self, withdrawal: Withdrawal) -> bool:
        """Remembers that a report was taken back; False when it was known; NotKnown for a report that is not here."""
        if not self._connection.execute(
            select(schema.report.c.id).where(schema.report.c.id == withdrawal.report)
        ).first():
            raise NotKnown(withdrawal.report)
        new = self._append([entries.of_withdrawal(withdrawal)])
        recount(self._connection, withdrawal.report, withdrawn=withdrawal.date.isoformat())
        answers.touch_reports(self._connection, [withdrawal.report])
        return new

    def correct(self, correction: Correction) -> bool:
        """Remembers that a claim was misread; False when that was known, NotKnown for a claim that is not here."""
        table = schema.statement
        report = self._connection.execute(select(table.c.report).where(table.c.claim == correction.claim)).scalar()
        if report is None:
            raise NotKnown(correction.claim)
        new = self._append([entries.of_correction(correction)])
        self._forget(schema.correction, "claim", [correction.claim])
        self._put(schema.correction, [{"claim": correction.claim}])
        strike(self._connection, table.c.claim == correction.claim)
        answers.touch_reports(self._connection, [report])
        return new

    def follow(self, entity: str, *, on: bool) -> None:
        """Remembers that somebody follows an entity, by any of its mentions, or no longer does."""
        table = schema.entry
        before = select(func.count()).select_from(table).where(table.c.kind == FOLLOW)
        self._append([entries.of_follow(entity, self._connection.execute(before).scalar_one() + 1, on=on)])

    def settle(self, settled: Settled, before: Settled | None = None) -> None:
        """Makes these the identities and copies, writing only what differs from those that the caches hold.

        Does nothing where the caches follow from more entries already. `before`: what this process settled last; the
        caches are read only where they do not hold that.
        """
        upto = int(noted(self._connection, schema.SETTLED) or 0)
        if upto > settled.upto:
            return
        held = self._held() if before is None or before.upto != upto else _Held.of(before)
        moved = self._remap(schema.mention, "entity", held.mentions, settled.mentions)
        copied = self._remap(schema.copy, "of", held.copies, settled.copies)
        renamed = self._rename(held.entities, {entity.id: entity for entity in settled.entities})
        note(self._connection, schema.SETTLED, str(settled.upto))
        if len(moved) > len(settled.mentions) // 2:
            answers.forget_all(self._connection)
            return
        entities = {side[one] for side in (held.mentions, settled.mentions) for one in moved if one in side}
        answers.touch(self._connection, moved, entities)
        answers.touch_reports(self._connection, copied)
        answers.touch_speakers(self._connection, renamed)

    def keep(self, by: str, found: Iterable[Answers], seen: tuple[int, int]) -> None:
        """Keeps what a weigher found, unless the ledger has changed since it was as `seen` (`Ledger.seen`)."""
        if seen == state(self._connection):
            answers.keep(self._connection, by, found)

    def keep_turned(self, by: str, told: Mapping[str, Iterable[Change]], seen: tuple[int, int]) -> None:
        """Keeps what reports changed of these subjects, unless the ledger has changed since it was as `seen`."""
        if seen == state(self._connection):
            turned.keep(self._connection, by, told)

    def _held(self) -> _Held:
        """What the caches hold."""
        mention, copy, entity = schema.mention, schema.copy, schema.entity
        return _Held(
            {row.id: row.entity for row in self._connection.execute(select(mention))},
            {row.report: row.of for row in self._connection.execute(select(copy))},
            {
                row.id: (row.kind, tuple(json.loads(row.names)), row.uses)
                for row in self._connection.execute(select(entity))
            },
        )

    def _remap(self, table: Table, column: str, before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
        """Makes a table of keys and values hold this mapping; gives the keys of which that changed anything."""
        key = next(iter(table.primary_key.columns)).name
        moved = sorted(one for one, value in after.items() if before.get(one) != value)
        gone = [one for one in before if one not in after]
        self._forget(table, key, gone + [one for one in moved if one in before])
        self._put(table, [{key: one, column: after[one]} for one in moved])
        return moved + gone

    def _rename(self, before: Mapping[str, _Shown], after: Mapping[str, Entity]) -> set[str]:
        """Writes entities and their names where they differ; gives the keys of the names that lead elsewhere now."""
        changed = [entity for one, entity in sorted(after.items()) if before.get(one) != _shown(entity)]
        gone = [one for one in before if one not in after]
        again = [entity.id for entity in changed if entity.id in before]
        self._forget(schema.entity, "id", gone + again)
        self._put(schema.entity, [entity_row(entity) for entity in changed])
        renamed = [entity for entity in changed if before.get(entity.id, ())[:2] != _shown(entity)[:2]]
        out = gone + [entity.id for entity in renamed if entity.id in before]
        rows = sorted((row for one in renamed for row in name_rows(one)), key=lambda row: (row["key"], row["entity"]))
        keys = self._keys_of(out) | {row["key"] for row in rows}
        self._forget(schema.name, "entity", out)
        self._put(schema.name, rows)
        self._index(keys)
        return keys

    def _append(self, new: Sequence[Entry]) -> bool:
        rows = {entry.id: {"id": entry.id, "kind": entry.kind, "payload": entry.payload} for entry in new}
        table = schema.entry
        known: set[str] = set()
        ids = list(rows)
        for at in range(0, len(ids), CHUNK):
            some = select(table.c.id).where(table.c.id.in_(ids[at : at + CHUNK]))
            known.update(self._connection.execute(some).scalars())
        fresh = [row for row in rows.values() if row["id"] not in known]
        if fresh:
            self._connection.execute(insert(table), fresh)
        return bool(fresh)

    def _index(self, keys: set[str]) -> None:
        """Makes the pieces of these keys stand exactly if some entity has a name of that key."""
        table = schema.name
        used: set[str] = set()
        listed = sorted(keys)
        for at in range(0, len(listed), CHUNK):
            some = select(table.c.key).where(table.c.key.in_(listed[at : at + CHUNK])).distinct()
            used.update(self._connection.execute(some).scalars())
        rows = [{"gram": piece, "key": one} for piece, one in sorted((p, one) for one in used for p in pieces(one))]
        if rows:
            self._connection.execute(self._insert(schema.gram).on_conflict_do_nothing(), rows)
        unused = [{"g": piece, "k": one} for one in keys - used for piece in pieces(one)]
        if unused:
            gram = schema.gram
            statement = delete(gram).where(gram.c.gram == bindparam("g"), gram.c.key == bindparam("k"))
            self._connection.execute(statement, unused)

    def _keys_of(self, ids: Sequence[str]) -> set[str]:
        table = schema.name
        found: set[str] = set()
        for at in range(0, len(ids), CHUNK):
            some = select(table.c.key).where(table.c.entity.in_(ids[at : at + CHUNK]))
            found.update(self._connection.execute(some).scalars())
        return found

    def _forget(self, table: Table, column: str, values: Sequence[str]) -> None:
        for at in range(0, len(values), CHUNK):
            self._connection.execute(delete(table).where(table.c[column].in_(values[at : at + CHUNK])))

    def _put(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def state(connection: Connection) -> tuple[int, int]:
    """The places of the newest entry and of the last one that identities follow from."""
    newest = connection.execute(select(func.max(schema.entry.c.seq))).scalar() or 0
    return newest, int(noted(connection, schema.SETTLED) or 0)


def noted(connection: Connection, name: str) -> str:
    """What is noted of the caches under a name, "" for nothing."""
    table = schema.cache_state
    return connection.execute(select(table.c.value).where(table.c.name == name)).scalar() or ""


def note(connection: Connection, name: str, value: str) -> None:
    """Notes something about the caches, in place of what was noted before."""
    table = schema.cache_state
    connection.execute(delete(table).where(table.c.name == name))
    connection.execute(insert(table), {"name": name, "value": value})


def entity_row(entity: Entity) -> dict[str, Any]:
    """The cache row of an entity."""
    names = canonical(list(entity.names))
    return {"id": entity.id, "kind": entity.kind, "names": names, "uses": len(entity.mentions)}


def _shown(entity: Entity) -> _Shown:
    return entity.kind, entity.names, len(entity.mentions)


def name_rows(entity: Entity) -> list[dict[str, Any]]:
    """The cache rows of an entity's names, each key once."""
    keys = sorted({found for name in entity.names if (found := key(name))})
    return [{"key": one, "entity": entity.id} for one in keys]
