"""Reading reports, claims, statements and entities out of the ledger, by index."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, or_, select

from newsreel.ledger import schema
from newsreel.ledger.entries import CLAIM, day, report_from
from newsreel.ledger.replaying import claims_behind
from newsreel.ledger.schema import FOREVER
from newsreel.ledger.statements import Said, edition
from newsreel.model import Claim, Entity, Imprint, Report, Statement

CHUNK = 500
_S, _M, _E, _R = schema.statement, schema.mention, schema.entry, schema.report


def chunks(values: Iterable[str], size: int = CHUNK) -> Iterator[list[str]]:
    """The values in lists that a statement's parameters can hold."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


def reports(connection: Connection, ids: Collection[str] | None, as_of: dt.date | None) -> Iterator[Report]:
    """Reports with their text, by day and id; of each the newest snapshot of that day, withdrawn ones left out."""
    query = select(_R.c.id, _R.c.snapshot, _R.c.hash, _R.c.published, _R.c.seq, _R.c.withdrawn)
    query = query.order_by(_R.c.id, _R.c.snapshot)
    parts = [query] if ids is None else [query.where(_R.c.id.in_(some)) for some in chunks(sorted(ids))]
    newest: dict[str, tuple[Row[*tuple[Any, ...]], str]] = {}
    for part in parts:
        previous: Row[*tuple[Any, ...]] | None = None
        for row in connection.execute(part):
            before = previous.hash if previous is not None and previous.id == row.id else ""
            previous = row
            if _counts(row.published, row.withdrawn, as_of):
                newest[row.id] = (row, before)
    for row, before in sorted(newest.values(), key=lambda pair: (pair[0].published, pair[0].id)):
        yield report_at(connection, row.seq, row.snapshot, before)


def published_by(connection: Connection, outlet: str, most: int) -> list[str]:
    """The ids of an outlet's latest reports, the latest first."""
    query = select(_R.c.id).where(_R.c.outlet == outlet).group_by(_R.c.id)
    return list(connection.execute(query.order_by(func.max(_R.c.published).desc(), _R.c.id).limit(most)).scalars())


def snapshots(connection: Connection, report_id: str) -> list[Report]:
    """Every version of a report, the oldest first."""
    query = select(_R.c.seq, _R.c.snapshot, _R.c.hash).where(_R.c.id == report_id).order_by(_R.c.snapshot)
    found, before = [], ""
    for row in connection.execute(query).all():
        found.append(report_at(connection, row.seq, row.snapshot, before))
        before = row.hash
    return found


def report_at(connection: Connection, seq: int, snapshot: int, previous: str) -> Report:
    """The report whose entry stands at that place."""
    payload = connection.execute(select(_E.c.payload).where(_E.c.seq == seq)).scalar_one()
    return report_from(json.loads(payload), snapshot=snapshot, previous=previous)


def statements(connection: Connection, entity: str | None, as_of: dt.date | None) -> list[Statement]:
    """What stands on a day (today: all that nobody took back) of one entity, or of all; by day, report and claim."""
    if entity is None:
        rows = list(connection.execute(_standing(_statement_query(), as_of)))
    else:
        mine = select(_M.c.id).where(_M.c.entity == entity).scalar_subquery()
        sides = (_statement_query().where(side.in_(mine)) for side in (_S.c.subject, _S.c.object))
        rows = [row for query in sides for row in connection.execute(_standing(query, as_of))]
    found = {row.claim: _statement(row) for row in rows}
    return sorted(found.values(), key=lambda s: (s.published, s.claim.report, s.id))


def claims(connection: Connection, ids: Collection[str]) -> dict[str, Claim]:
    """Claims by their ids, also such as stand no longer."""
    found = {}
    for some in chunks(ids):
        query = select(_S.c.claim, _E.c.payload).join(_E, _E.c.seq == _S.c.seq).where(_S.c.claim.in_(some))
        for claim, payload in connection.execute(query):
            found[claim] = Claim.from_entry(json.loads(payload)["claim"])
    return found


def report_claims(connection: Connection, report_id: str, snapshot: int | None) -> list[Claim]:
    """What was read from one snapshot of a report, the newest if none is asked for; corrected claims left out."""
    query = select(_R.c.seq, _R.c.claims).where(_R.c.id == report_id).order_by(_R.c.snapshot.desc()).limit(1)
    row = connection.execute(query if snapshot is None else query.where(_R.c.snapshot == snapshot)).first()
    if row is None:
        return []
    said = claims_behind(connection, row.seq, row.claims)
    table = schema.correction
    struck = select(table.c.claim).where(table.c.claim.in_([one.id for one in said]))
    gone = set(connection.execute(struck).scalars())
    return [Claim.from_entry(dict(one.entry)) for one in said if one.id not in gone]


def recalled(connection: Connection, mark: str, upto: int) -> tuple[Report, Sequence[Said]] | None:
    """A snapshot of a report, by what stands for it where names are concerned, with its claims, as of a place.

    As of 0: the one that came first.
    """
    base, _, _ = mark.rpartition("#")
    query = select(_R.c.id, _R.c.hash, _R.c.seq, _R.c.claims)
    query = (
        query.where(_R.c.seq <= upto).order_by(_R.c.published, _R.c.seq) if upto else query.order_by(_R.c.seq).limit(1)
    )
    rows = list(connection.execute(query.where(_R.c.id == mark))) or list(
        connection.execute(query.where(_R.c.id == base))
    )
    found = next((row for row in reversed(rows) if mark in (row.id, edition(row.id, row.hash))), None)
    if found is None or (found.id != mark and found is rows[-1]):
        return None
    said = claims_behind(connection, found.seq, found.claims)
    table = schema.correction
    struck = select(table.c.claim).where(table.c.claim.in_([one.id for one in said]), table.c.seq <= upto)
    gone = set(connection.execute(struck).scalars())
    return report_at(connection, found.seq, 1, ""), [one for one in said if one.id not in gone]


def marks(connection: Connection, report_id: str, upto: int) -> list[str]:
    """What stands for each snapshot of a report, as of a place, where names are concerned; the newest last."""
    query = select(_R.c.id, _R.c.hash).where(_R.c.id == report_id, _R.c.seq <= upto)
    *older, newest = connection.execute(query.order_by(_R.c.published, _R.c.seq)).all()
    return [*(edition(row.id, row.hash) for row in older), newest.id]


def resolved(connection: Connection, by: str) -> tuple[int, list[str]] | None:
    """What that resolving had found, and the place of the last entry that it follows from; None where none is kept."""
    table = schema.resolved
    rows = connection.execute(select(table).where(table.c.by == by).order_by(table.c.place)).all()
    return (rows[0].upto, [row.text for row in rows]) if rows else None


def report_ids(connection: Connection, upto: int) -> set[str]:
    """The ids of the reports whose entries stand up to a place."""
    return set(connection.execute(select(_R.c.id).where(_R.c.seq <= upto)).scalars())


def step(connection: Connection, after: int, upto: int, most: int) -> int:
    """A place some entries behind another, at the latest `upto`, with no report parted from its claims."""
    query = select(_E.c.seq).where(_E.c.seq > after + most, _E.c.seq <= upto, _E.c.kind != CLAIM)
    found = connection.execute(query.order_by(_E.c.seq).limit(1)).scalar()
    return upto if found is None else found - 1


def entity_ids(connection: Connection, mentions: Iterable[str]) -> dict[str, str]:
    """The entity of each of these mentions."""
    rows = (row for some in chunks(mentions) for row in connection.execute(select(_M).where(_M.c.id.in_(some))))
    return {row.id: row.entity for row in rows}


def copies(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Those of these reports that are near-copies, and the report that each one copies."""
    table = schema.copy
    rows = (row for some in chunks(ids) for row in connection.execute(select(table).where(table.c.report.in_(some))))
    return {row.report: row.of for row in rows}


def imprints(connection: Connection, first: str, last: str) -> list[Imprint]:
    """The imprints of what was published from one day to another."""
    table = schema.imprint
    query = select(table).where(table.c.published >= first, table.c.published <= last)
    return [Imprint(*row) for row in connection.execute(query.order_by(table.c.seq))]


def imprints_of(connection: Connection, ids: Collection[str]) -> list[Imprint]:
    """The imprints of all snapshots of these reports, in the order of their places."""
    table = schema.imprint
    query = select(table).join(_R, _R.c.seq == table.c.seq)
    rows = (row for some in chunks(ids) for row in connection.execute(query.where(_R.c.id.in_(some))))
    return sorted(Imprint(*row) for row in rows)


def alike(connection: Connection, report_id: str) -> list[str]:
    """The reports that are near-copies of one text with this one, itself too; the one copied first."""
    first = copies(connection, [report_id]).get(report_id, report_id)
    table = schema.copy
    return [first, *connection.execute(select(table.c.report).where(table.c.of == first)).scalars()]


def entity(connection: Connection, mention: str) -> Entity | None:
    """The entity that a mention's id leads to, with all its mentions."""
    found = connection.execute(select(_M.c.entity).where(_M.c.id == mention)).scalar()
    if found is None:
        return None
    row = connection.execute(select(schema.entity).where(schema.entity.c.id == found)).one()
    ids = connection.execute(select(_M.c.id).where(_M.c.entity == found).order_by(_M.c.id)).scalars()
    return Entity(row.id, row.kind, tuple(json.loads(row.names)), tuple(ids))


def entities(connection: Connection, ids: Sequence[str], kind: str = "") -> list[Entity]:
    """These entities, in their order and without their mentions; unknown ids are left out."""
    table = schema.entity
    query = select(table.c.id, table.c.kind, table.c.names)
    if kind:
        query = query.where(table.c.kind == kind)
    found = {
        row.id: _entity(row) for some in chunks(ids) for row in connection.execute(query.where(table.c.id.in_(some)))
    }
    return [found[one] for one in ids if one in found]


def standing_entities(connection: Connection, kind: str = "") -> list[Entity]:
    """The entities of which something stands today, without their mentions: of one kind or all, the most used first."""
    table = schema.entity
    live = _S.c.until == FOREVER
    sides = (exists().where(_M.c.entity == table.c.id, side == _M.c.id, live) for side in (_S.c.subject, _S.c.object))
    query = select(table.c.id, table.c.kind, table.c.names).where(or_(*sides))
    if kind:
        query = query.where(table.c.kind == kind)
    return [_entity(row) for row in connection.execute(query.order_by(table.c.uses.desc(), table.c.id))]


def size(connection: Connection) -> dict[str, int]:
    """How much the ledger holds, by kind."""
    tables = {"reports": _R, "claims": _S, "mentions": _M, "entities": schema.entity}
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables.items()
    }


def _entity(row: Row[*tuple[Any, ...]]) -> Entity:
    return Entity(row.id, row.kind, tuple(json.loads(row.names)))


def _counts(published: str, withdrawn: str, as_of: dt.date | None) -> bool:
    if as_of is None:
        return withdrawn == FOREVER
    return published <= day(as_of) < withdrawn


def _statement_query() -> Select[Any]:
    mine, other = _M.alias("mine"), _M.alias("other")
    columns = (
        _S.c.claim,
        _S.c.published,
        _E.c.payload,
        func.coalesce(mine.c.entity, _S.c.subject).label("subject"),
        func.coalesce(other.c.entity, _S.c.object).label("object"),
        _R.c.outlet,
        _R.c.language,
    )
    return (
        select(*columns)
        .join(_E, _E.c.seq == _S.c.seq)
        .join(_R, (_R.c.id == _S.c.report) & (_R.c.snapshot == 1))
        .outerjoin(mine, mine.c.id == _S.c.subject)
        .outerjoin(other, other.c.id == _S.c.object)
    )


def _standing(query: Select[Any], as_of: dt.date | None) -> Select[Any]:
    if as_of is None:
        return query.where(_S.c.until == FOREVER)
    return query.where(_S.c.since <= day(as_of), _S.c.until > day(as_of))


def _statement(row: Row[*tuple[Any, ...]]) -> Statement:
    return Statement(
        id=row.claim,
        claim=Claim.from_entry(json.loads(row.payload)["claim"]),
        subject=row.subject,
        object=row.object,
        published=dt.date.fromisoformat(row.published),
        outlet=row.outlet,
        language=row.language,
    )
