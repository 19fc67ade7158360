"""From entries to the rows of the caches, report by report: the one place where that is decided.

The entries of a report's claims follow the report's own entry without a gap of other kinds, because they are added in
one transaction by one writer at a time; so a report finds its claims by their place.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, true, update

from newsreel.ledger import schema
from newsreel.ledger.entries import CLAIM, CORRECTION, WITHDRAWAL, claim_id
from newsreel.ledger.schema import FOREVER
from newsreel.ledger.statements import Said, Snapshot, single_rows, statement_rows
from newsreel.ledger.streaming import BATCH, Other, Version, put, unindexed, version_of, versions
from newsreel.model.report import text_hash

_META = ("id", "published", "outlet", "language", "url", "title")


Remembered = tuple[tuple[int, str], Sequence[tuple[int, str]]]
"""Place and payload of a report's entry, and those of its claims'."""


def count_new(connection: Connection, new: Iterable[Remembered]) -> None:
    """Writes the caches of reports that were not there."""
    pending = _Pending(connection)
    for own, claims in new:
        pending.add(version_of(own, claims))
    pending.write()


def recount(connection: Connection, report_id: str, new: tuple[int, int] | None = None, withdrawn: str = "") -> None:
    """Writes the caches of one report anew.

    `new`: the place of the entry of a snapshot that the caches do not have yet, and the number of its claims.
    `withdrawn`: a day from which the report does not count.
    """
    table = schema.report
    rows = connection.execute(select(table.c.seq, table.c.claims, table.c.withdrawn).where(table.c.id == report_id))
    known = list(rows)
    places = [(row.seq, row.claims) for row in known] + ([new] if new else [])
    if not places:
        return
    end = min([withdrawn or FOREVER, *(row.withdrawn for row in known)])
    read = [_snapshot(connection, seq, claims) for seq, claims in places]
    read.sort(key=lambda pair: (pair[0]["published"], pair[0]["seq"]))
    reports = [{**row, "snapshot": number, "withdrawn": end} for number, (row, _) in enumerate(read, 1)]
    statements = statement_rows(report_id, [snapshot for _, snapshot in read], end)
    connection.execute(delete(table).where(table.c.id == report_id))
    connection.execute(insert(table), reports)
    connection.execute(delete(schema.statement).where(schema.statement.c.report == report_id))
    if statements:
        connection.execute(insert(schema.statement), statements)
        strike(connection, schema.statement.c.report == report_id)


def strike(connection: Connection, among: ColumnElement[bool]) -> None:
    """Makes corrected claims, among these statements, stand on no day."""
    table = schema.statement
    corrected = table.c.claim.in_(select(schema.correction.c.claim))
    connection.execute(update(table).where(among, corrected).values(until=table.c.since))


Take = Callable[[Version | Other], None]
"""Is told of every snapshot of a report, and of every other entry, in the order of adding."""


def recount_all(connection: Connection, take: Take) -> None:
    """Fills the empty caches of reports and statements from all entries, in order."""
    pending = _Pending(connection)
    with unindexed(connection, (schema.report, schema.statement)):
        for one in versions(connection):
            take(one)
            if isinstance(one, Version):
                pending.add(one)
            elif one.kind == WITHDRAWAL:
                pending.end(one.value["report"], one.value["date"])
            elif one.kind == CORRECTION:
                pending.corrected.setdefault(one.value["claim"], one.seq)
        pending.write()
    pending.finish()


def claims_behind(connection: Connection, seq: int, count: int) -> Sequence[Said]:
    """The claims whose entries follow that of their report."""
    table = schema.entry
    query = select(table.c.seq, table.c.payload).where(table.c.seq > seq, table.c.kind == CLAIM)
    rows = connection.execute(query.order_by(table.c.seq).limit(count)) if count else ()
    return [Said(claim_id(payload), place, json.loads(payload)["claim"]) for place, payload in rows]


def report_row(value: dict[str, Any], seq: int, claims: int) -> dict[str, Any]:
    """The cache row of a snapshot, its number and its end still open."""
    meta = {name: value[name] for name in _META}
    return {**meta, "seq": seq, "hash": text_hash(value["text"]), "claims": claims}


def _snapshot(connection: Connection, seq: int, claims: int) -> tuple[dict[str, Any], Snapshot]:
    payload = connection.execute(select(schema.entry.c.payload).where(schema.entry.c.seq == seq)).scalar_one()
    row = report_row(json.loads(payload), seq, claims)
    return row, Snapshot(row["hash"], row["published"], claims_behind(connection, seq, claims))


@dataclass(slots=True)
class _Pending:
    """Rows that wait to be written together.

    A report with a second snapshot, or one taken back, is counted again at the end, when all of it is there.
    """

    connection: Connection
    reports: list[tuple[Any, ...]] = field(default_factory=list)
    statements: list[tuple[Any, ...]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    later: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    corrected: dict[str, int] = field(default_factory=dict)

    def add(self, version: Version) -> None:
        row = report_row(version.value, version.seq, len(version.said))
        report_id = row["id"]
        if report_id in self.seen:
            self.later.setdefault(report_id, []).append((version.seq, len(version.said)))
            return
        self.seen.add(report_id)
        row.update(snapshot=1, withdrawn=FOREVER)
        self.reports.append(tuple(row[column.name] for column in schema.report.columns))
        self.statements += single_rows(report_id, version.said, row["published"])
        if len(self.statements) > BATCH:
            self.write()

    def end(self, report_id: str, day: str) -> None:
        self.ends[report_id] = min(day, self.ends.get(report_id, FOREVER))

    def finish(self) -> None:
        for report_id, places in self.later.items():
            for place in places:
                recount(self.connection, report_id, place)
        for report_id, day in self.ends.items():
            recount(self.connection, report_id, withdrawn=day)
        if self.corrected:
            put(self.connection, schema.correction, sorted(self.corrected.items()))
            strike(self.connection, true())

    def write(self) -> None:
        put(self.connection, schema.report, self.reports)
        put(self.connection, schema.statement, self.statements)
        self.reports, self.statements = [], []
