"""Finding entities by what somebody types: the very name, a part of it, or nearly it."""

from __future__ import annotations

import json
from collections.abc import Collection

from rapidfuzz import fuzz
from sqlalchemy import Connection, func, select

from newsreel.ledger import schema
from newsreel.ledger.fetching import chunks, entities, report_at
from newsreel.ledger.names import key, pieces
from newsreel.model import Entity, Report

_PARTIES = ("organization", "person")
_CANDIDATES = 300
_NEAR = 70.0
"""Names that are less alike than this, of 100, are no help."""


def named(connection: Connection, name: str) -> list[Entity]:
    """The entities that bear the name, case, accents, spaces and marks aside.

    The most used come first; of two used alike, that which is mostly called so.
    """
    table = schema.name
    ids = connection.execute(select(table.c.entity).where(table.c.key == key(name))).scalars().all()
    wanted = key(name)
    return _by_use(connection, list(ids), wanted)


def parties(connection: Connection, names: Collection[str]) -> dict[str, str]:
    """Of names that are those of one company or person only, the name to show for it."""
    keys: dict[str, list[str]] = {}
    for name in names:
        keys.setdefault(key(name), []).append(name)
    table, of = schema.name, schema.entity
    query = select(table.c.key, of.c.names).join(of, of.c.id == table.c.entity).where(of.c.kind.in_(_PARTIES))
    bearers: dict[str, set[str]] = {}
    for some in chunks(keys):
        for row in connection.execute(query.where(table.c.key.in_(some))):
            bearers.setdefault(row.key, set()).add(json.loads(row.names)[0])
    return {name: next(iter(found)) for one, found in bearers.items() if len(found) == 1 for name in keys[one]}


def search(connection: Connection, typed: str, limit: int) -> list[Entity]:
    """The entities with a name that holds what was typed; the very name first, then the most used."""
    wanted = key(typed)
    if not wanted:
        return []
    holding = [one for one in _candidates(connection, wanted) if wanted in one]
    holding.sort(key=lambda one: (one != wanted, not one.startswith(wanted), len(one), one))
    return _entities_of(connection, holding[: limit * 2])[:limit]


def holding(connection: Connection, typed: str, limit: int) -> list[Report]:
    """The newest reports whose text holds what was typed, read through one by one."""
    seen, entry = schema.report, schema.entry
    # The text stands in the payload as JSON writes it.
    written = json.dumps(typed.strip(), ensure_ascii=False)[1:-1]
    query = (
        select(seen.c.seq, seen.c.snapshot)
        .join(entry, entry.c.seq == seen.c.seq)
        .where(entry.c.payload.icontains(written, autoescape=True), seen.c.withdrawn == schema.FOREVER)
        .order_by(seen.c.published.desc(), seen.c.id, seen.c.snapshot.desc())
    )
    found: dict[str, Report] = {}
    for row in connection.execute(query) if written else ():
        report = report_at(connection, row.seq, row.snapshot, "")
        if typed.strip().casefold() in report.text.casefold():
            found.setdefault(report.id, report)
        if len(found) == limit:
            break
    return list(found.values())


def near(connection: Connection, typed: str, limit: int) -> list[Entity]:
    """The entities with a name that is nearly what was typed, the nearest first."""
    wanted = key(typed)
    alike = [(fuzz.ratio(wanted, one), one) for one in _candidates(connection, wanted)]
    alike += [(fuzz.partial_ratio(wanted, one) - 10, one) for _, one in alike if len(one) >= len(wanted)]
    best = sorted(((score, one) for score, one in alike if score >= _NEAR), key=lambda pair: (-pair[0], pair[1]))
    return _entities_of(connection, list(dict.fromkeys(one for _, one in best)))[:limit]


def _candidates(connection: Connection, wanted: str) -> list[str]:
    """Keys that share the most pieces with the one wanted."""
    table = schema.gram
    found = pieces(wanted)
    if not found:
        return []
    shared = func.count().label("shared")
    query = select(table.c.key).where(table.c.gram.in_(found)).group_by(table.c.key)
    return list(connection.execute(query.order_by(shared.desc(), table.c.key).limit(_CANDIDATES)).scalars())


def _entities_of(connection: Connection, keys: list[str]) -> list[Entity]:
    """The entities of names with these keys, in the order of the keys."""
    table = schema.name
    place = {one: at for at, one in enumerate(keys)}
    best: dict[str, int] = {}
    for some in chunks(keys):
        for row in connection.execute(select(table.c.key, table.c.entity).where(table.c.key.in_(some))):
            best[row.entity] = min(place[row.key], best.get(row.entity, len(keys)))
    used = _by_use(connection, list(best))
    return sorted(used, key=lambda entity: best[entity.id])


def _by_use(connection: Connection, ids: list[str], wanted: str = "") -> list[Entity]:
    table = schema.entity
    uses = {
        row.id: row.uses
        for some in chunks(ids)
        for row in connection.execute(select(table.c.id, table.c.uses).where(table.c.id.in_(some)))
    }
    return sorted(entities(connection, list(uses)), key=lambda one: (-uses[one.id], key(one.name) != wanted, one.id))
