"""Entries in bulk: out of the ledger version by version, and rows into caches."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, select

from newsreel.ledger import schema
from newsreel.ledger.entries import CLAIM, CORRECTION, JUDGEMENT, REPORT, Correction, claim_id, report_from
from newsreel.ledger.statements import Said
from newsreel.model import Judgement, Report

BATCH = 5000


class Version(NamedTuple):
    """One snapshot of a report as it is remembered: the place of its entry, what that says, and what was read."""

    seq: int
    value: dict[str, Any]
    said: list[Said]


class Other(NamedTuple):
    """An entry that is no part of a report, and its place."""

    seq: int
    kind: str
    value: dict[str, Any]


class Read(NamedTuple):
    """A snapshot of a report with what was read from it: the id of each claim, and its entry; and its own place."""

    report: Report
    entries: list[tuple[str, Mapping[str, Any]]]
    seq: int


Remembered = Read | Judgement | Correction
"""What identities follow from."""


def remembered(one: Version | Other) -> Remembered | None:
    """What stands in the entries, if identities follow from it."""
    if isinstance(one, Version):
        return Read(report_from(one.value), [(said.id, said.entry) for said in one.said], one.seq)
    if one.kind == JUDGEMENT:
        return Judgement.from_entry(one.value)
    return Correction.from_entry(one.value) if one.kind == CORRECTION else None


def versions(connection: Connection, after: int = 0, upto: int | None = None) -> Iterator[Version | Other]:
    """What stands behind a place, up to another or to the end, in order; never all in memory.

    A report and its claims are read as one text: that takes half the time of reading them one by one.
    """
    payloads: list[tuple[int, str]] = []
    for place, kind, payload in _stream(connection, after, upto):
        if kind == CLAIM:
            payloads.append((place, payload))
            continue
        if payloads:
            yield version_of(payloads[0], payloads[1:])
            payloads = []
        if kind == REPORT:
            payloads = [(place, payload)]
        else:
            yield Other(place, kind, json.loads(payload))
    if payloads:
        yield version_of(payloads[0], payloads[1:])


def version_of(own: tuple[int, str], claims: Sequence[tuple[int, str]]) -> Version:
    """A snapshot from the places and payloads of its entry and of its claims'."""
    value, *read = json.loads(f"[{','.join([own[1], *(text for _, text in claims)])}]")
    said = [Said(claim_id(text), seq, one["claim"]) for (seq, text), one in zip(claims, read, strict=True)]
    return Version(own[0], value, said)


def _stream(connection: Connection, after: int, upto: int | None) -> Iterator[Row[int, str, str]]:
    """Place, kind and payload of every entry between two places, in order."""
    table = schema.entry
    query = select(table.c.seq, table.c.kind, table.c.payload).order_by(table.c.seq).limit(BATCH)
    if upto is not None:
        query = query.where(table.c.seq <= upto)
    while rows := connection.execute(query.where(table.c.seq > after)).all():
        yield from rows
        if len(rows) < BATCH:
            return
        after = rows[-1][0]


def put(connection: Connection, table: Table, rows: Collection[tuple[Any, ...]], otherwise: str = "") -> None:
    """Writes rows with a value for every column, in the order of these, straight through the driver.

    `otherwise`: what follows the INSERT, for rows that are there.
    """
    if rows:
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        values = ", ".join([mark] * len(table.columns))
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({values}) {otherwise}'  # noqa: S608 - own names
        connection.exec_driver_sql(statement, list(rows))


@contextmanager
def unindexed(connection: Connection, tables: Iterable[Table]) -> Iterator[None]:
    """Takes the indexes of tables away and makes them anew at the end: that is faster than to fill them row by row."""
    indexes = [index for table in tables for index in sorted(table.indexes, key=lambda one: str(one.name))]
    for index in indexes:
        index.drop(connection)
    yield
    for index in indexes:
        index.create(connection)
