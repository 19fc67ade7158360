"""From the snapshots of one report to the statements that it makes, and the days on which each stands.

A report that comes back with other words is a new snapshot: what it no longer says ends on that snapshot's day, what it
still says goes on, even where the words have moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsreel.ledger.schema import FOREVER, statement
from newsreel.model import mention_id
from newsreel.model.canonical import canonical

_MARK_LENGTH = 12


class Said(NamedTuple):
    """A claim as its entry has it: the claim's id, the entry's place, and what it says."""

    id: str
    seq: int
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version of a report: the hash of its text, the day from which it holds, and what was read from it."""

    hash: str
    published: str
    claims: Sequence[Said]


def statement_rows(report: str, snapshots: Sequence[Snapshot], withdrawn: str) -> list[dict[str, Any]]:
    """The rows of `schema.statement` for one report; `snapshots` in their order, the newest last.

    A row whose `until` is not after its `since` never stood (the report was mended on the same day); it is kept, so
    that the claim can still be looked up.
    """
    if len(snapshots) == 1:
        only = snapshots[0]
        ids: dict[str, str] = {}
        rows = (_row(report, said, (only.published, withdrawn), only.published, ids) for said in only.claims)
        return [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    return _edited_rows(report, snapshots, withdrawn)


def single_rows(report: str, said: Iterable[Said], published: str) -> list[tuple[Any, ...]]:
    """The same of a report with one snapshot that nobody took back, with the columns in the order of the table."""
    ids: dict[str, str] = {}
    days = published, FOREVER
    return [_row(report, one, days, published, ids) for one in said]


def _edited_rows(report: str, snapshots: Sequence[Snapshot], withdrawn: str) -> list[dict[str, Any]]:
    first_said: dict[str, str] = {}
    for snapshot in snapshots:
        for said in snapshot.claims:
            first_said.setdefault(_meaning(said.entry), snapshot.published)
    rows: dict[str, dict[str, Any]] = {}
    standing: set[str] = set()
    for snapshot in snapshots:
        now = {said.id for said in snapshot.claims}
        for gone in standing - now:
            rows[gone]["until"] = min(snapshot.published, withdrawn)
        context = report if snapshot is snapshots[-1] else edition(report, snapshot.hash)
        ids: dict[str, str] = {}
        for said in snapshot.claims:
            # The first row of a claim serves again when an edit is taken back: it then stands throughout.
            days = (rows[said.id]["since"] if said.id in rows else snapshot.published, withdrawn)
            row = _row(context, said, days, first_said[_meaning(said.entry)], ids)
            rows[said.id] = {**dict(zip(_COLUMNS, row, strict=True)), "report": report}
        standing = now
    return list(rows.values())


def edition(report: str, text_hash: str) -> str:
    """What stands for an older snapshot of a report where its names are concerned.

    Local marks mean something within one text only: what was "w1" before an edit may be another work after it.
    """
    return f"{report}#{text_hash[:_MARK_LENGTH]}"


_COLUMNS = tuple(column.name for column in statement.columns)


def _row(report: str, said: Said, days: tuple[str, str], published: str, ids: dict[str, str]) -> tuple[Any, ...]:
    """A row with its columns in the order of the table."""
    name, seq, entry = said
    other = entry["object"]
    subject = _mention(report, entry["subject"]["local"], ids)
    object_ = _mention(report, other["local"], ids) if other is not None and "local" in other else None
    return name, *days, published, seq, report, subject, object_


def _mention(report: str, local: str, ids: dict[str, str]) -> str:
    found = ids.get(local)
    if found is None:
        found = ids[local] = mention_id(report, local)
    return found


def _meaning(entry: Mapping[str, Any]) -> str:
    """What a claim says, apart from where it stands and how its report numbers its names."""
    sides = [entry["subject"], entry["object"]]
    plain = [{k: v for k, v in side.items() if k != "local"} if side else side for side in sides]
    rest = {k: v for k, v in entry.items() if k not in ("span", "rule", "subject", "object", "amid", "within")}
    return canonical([plain, rest])
