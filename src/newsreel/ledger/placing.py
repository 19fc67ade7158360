"""Whether a report that comes in is new, known already, or a new snapshot of one that is known.

One report is told from another by its address where both have one, else by its id. A second report that happens to
have a known one's id, but another address or another outlet, gets an id of its own, from its text. An address that
carries other news every day (a front page, a live blog) tells nothing: under another id, what has next to no words in
common with what was there before is another report.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select

from newsreel.ledger import schema
from newsreel.ledger.entries import day
from newsreel.model import Report
from newsreel.model.errors import UndatedReport, UnreadableInput

_SUFFIX_LENGTH = 8
_SHINGLE = 8
_KINSHIP = 0.15


class News(StrEnum):
    """What a report is to the ledger."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Placed:
    """A report with the id and the snapshot number that it has in the ledger, and what it is to it."""

    report: Report
    news: News


def check(report: Report) -> None:
    """Raises UndatedReport or UnreadableInput for a report that a ledger cannot keep."""
    if report.published is None:
        raise UndatedReport("no date in it", where=report.id, advice="give the day it was published: --date YYYY-MM-DD")
    try:
        report.text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableInput(f"a lone surrogate at {error.start}", where=report.id, advice="mend the text") from error
    if "\0" in report.text:
        raise UnreadableInput(f"a NUL at {report.text.index(chr(0))}", where=report.id, advice="mend the text")


def place(connection: Connection, report: Report) -> Placed:
    """Where a report belongs; `snapshot` and `previous` are by the order of the days of its snapshots."""
    check(report)
    taken = _snapshots(connection, report.id)
    rows = _same_report(connection, report, taken)
    if not rows:
        if not taken:
            return Placed(replace(report, snapshot=1, previous=""), News.NEW)
        report = replace(report, id=f"{report.id}~{report.hash[:_SUFFIX_LENGTH]}")
        rows = _snapshots(connection, report.id)
        if not rows:
            return Placed(replace(report, snapshot=1, previous=""), News.NEW)
    found = rows[0].id
    for row in rows:
        if row.hash == report.hash:
            return Placed(replace(report, id=found, snapshot=row.snapshot), News.KNOWN)
    before = [row for row in rows if row.published <= day(report.published)]
    previous = before[-1].hash if before else ""
    return Placed(replace(report, id=found, snapshot=len(before) + 1, previous=previous), News.CHANGED)


def _same_report(
    connection: Connection, report: Report, taken: list[Row[*tuple[Any, ...]]]
) -> list[Row[*tuple[Any, ...]]]:
    """The snapshots of the report that this one is; `taken`: of the one that has its id."""
    table = schema.report
    if report.url:
        found = connection.execute(select(table.c.id).where(table.c.url == report.url).distinct()).scalars().all()
        for other in sorted(found, key=lambda one: (one != report.id, one)):
            rows = _snapshots(connection, other)
            if _agree(report.outlet, rows[-1].outlet) and (other == report.id or _akin(connection, rows[-1], report)):
                return rows
    if taken:
        return taken if _agree(report.url, taken[-1].url) and _agree(report.outlet, taken[-1].outlet) else []
    # The same file under another name: same words, same outlet, same day.
    twin = connection.execute(
        select(table.c.id).where(
            table.c.hash == report.hash,
            table.c.outlet == report.outlet,
            table.c.url == report.url,
            table.c.published == day(report.published),
        )
    ).scalar()
    return _snapshots(connection, twin) if twin is not None else []


def _akin(connection: Connection, row: Row[*tuple[Any, ...]], report: Report) -> bool:
    """Whether two texts at one address have enough in common to be versions of one report."""
    query = select(schema.entry.c.payload).join(schema.report, schema.report.c.seq == schema.entry.c.seq)
    query = query.where(schema.report.c.id == row.id, schema.report.c.hash == row.hash)
    before = json.loads(connection.execute(query).scalar_one())
    one, other = _shingles(before["text"][before["body"] :]), _shingles(report.text[report.body :])
    return len(one & other) >= _KINSHIP * min(len(one), len(other))


def _shingles(text: str) -> set[str]:
    letters = "".join(c for c in text.casefold() if c.isalnum())
    return {letters[at : at + _SHINGLE] for at in range(max(1, len(letters) - _SHINGLE + 1))}


def _agree(one: str, other: str) -> bool:
    return one == other or not one or not other


def _snapshots(connection: Connection, report_id: str) -> list[Row[*tuple[Any, ...]]]:
    table = schema.report
    columns = (
        table.c.id,
        table.c.hash,
        table.c.snapshot,
        table.c.published,
        table.c.url,
        table.c.outlet,
    )
    return list(connection.execute(select(*columns).where(table.c.id == report_id).order_by(table.c.snapshot)))
