"""The ledger: one contract, whether SQLite or PostgreSQL keeps it.

    with Ledger.open(path) as ledger:
        with ledger.writing() as writer:
            writer.add(writer.place(report), claims)
        ledger.report(report.id)

When `writing` ends, what was added is on the disk. Every error is a LedgerError that names the ledger.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, func, select

from newsreel.ledger import answers, caching, fetching, schema, searching, turned
from newsreel.ledger.answers import Answers
from newsreel.ledger.entries import (
    CORRECTION,
    FOLLOW,
    JUDGEMENT,
    WITHDRAWAL,
    Correction,
    Entry,
    Withdrawal,
)
from newsreel.ledger.noting import noted, state
from newsreel.ledger.opening import faults, open_engine, place_of
from newsreel.ledger.placing import Placed, place
from newsreel.ledger.streaming import Read, Remembered, remembered, versions
from newsreel.ledger.writing import Writer
from newsreel.model import Change, Claim, Conflict, Entity, Fact, Imprint, Judgement, Record, Report, Statement


class Ledger:
    """What is remembered of all reports. Readers never wait; writers wait for each other."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reading: ContextVar[Connection | None] = ContextVar("reading", default=None)
        self.place_name = place_of(engine)
        with self._connected() as connection:
            stale = caching.stale(connection)
        if stale:
            with self._transaction(durable=False) as connection:
                if caching.stale(connection):
                    caching.empty(connection)
                    caching.fill_reports(connection)

    @classmethod
    def open(cls, place_: Path | str) -> Self:
        """The ledger at a path or a URL ("postgresql://…"), created where there is none.

        Raises NotALedger, NewerLedger, LedgerUnwritable or LedgerError.
        """
        return cls(open_engine(place_))

    def close(self) -> None:
        """Lets go of the file or the server."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self, *, durable: bool = True, patient: bool = True) -> Iterator[Writer]:
        """A transaction that adds; durable when it ends, undone when an error leaves it.

        What follows from the entries need not be durable: it is done again when it got lost. Who is not `patient` gets
        LedgerUnwritable at once where another one is writing.
        """
        with self._transaction(durable=durable, patient=patient) as connection:
            yield Writer(connection)

    def where(self, report: Report) -> Placed:
        """Whether a report is new, changed or known, with the id that it has here; the last word is the Writer's."""
        with self._connected() as connection:
            return place(connection, report)

    def last(self) -> int:
        """The place of the newest entry; 0 in an empty ledger."""
        with self._connected() as connection:
            return connection.execute(select(func.max(schema.entry.c.seq))).scalar() or 0

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Every entry behind a place, in the order of adding."""
        with self._connected() as connection:
            table = schema.entry
            query = select(table).where(table.c.seq > after).order_by(table.c.seq)
            rows = connection.execute(query, execution_options={"yield_per": 1000})
            for row in rows:
                yield Entry(row.id, row.kind, row.payload, row.seq)

    def read_reports(self, after: int = 0) -> Iterator[tuple[Report, list[Claim]]]:
        """Every snapshot of a report whose entry stands behind a place, with its claims, in the order of adding."""
        for one in self.read(after):
            if isinstance(one, Read):
                yield one.report, [Claim.from_entry(dict(entry)) for _, entry in one.entries]

    def read(self, after: int = 0, upto: int | None = None) -> Iterator[Remembered]:
        """What identities follow from, of the entries behind a place, up to another or to the end, in their order."""
        with self._connected() as connection:
            yield from filter(None, map(remembered, versions(connection, after, upto)))

    def recall(self, mark: str, upto: int) -> tuple[Report, list[tuple[str, Mapping[str, Any]]]] | None:
        """A report's newest snapshot by its id, an older one by its edition, as they were when the ledger ended there.

        With the id of each claim and its entry, corrected ones left out; None for what was not there. As of 0 a report
        is what it was when it first came.
        """
        with self._connected() as connection:
            found = fetching.recalled(connection, mark, upto)
        if found is None:
            return None
        report, said = found
        return replace(report, id=mark), [(one.id, one.entry) for one in said]

    def marks(self, report_id: str, upto: int) -> list[str]:
        """What `recall` knows the snapshots of a report by that stand up to a place, the newest last."""
        with self._connected() as connection:
            return fetching.marks(connection, report_id, upto)

    def resolved(self, by: str) -> tuple[int, list[str]] | None:
        """What the resolving `by` had found, and the place of the last entry that it follows from; None for nothing."""
        with self._connected() as connection:
            return fetching.resolved(connection, by)

    def report_ids(self, upto: int) -> set[str]:
        """The ids of the reports whose entries stand up to a place."""
        with self._connected() as connection:
            return fetching.report_ids(connection, upto)

    def settled_by(self) -> str:
        """Which code and tables decided on what is settled, as `Settled.by` has it."""
        with self._connected() as connection:
            return noted(connection, schema.SETTLED_BY)

    def step(self, after: int, upto: int, most: int) -> int:
        """A place some entries behind another, at the latest `upto`, with no report parted from its claims."""
        with self._connected() as connection:
            return fetching.step(connection, after, upto, most)

    def judgements(self, after: int = 0) -> list[Judgement]:
        """Every person's judgement whose entry stands behind a place, in the order of adding."""
        return [Judgement.from_entry(entry.value()) for entry in self._of_kind(JUDGEMENT, after)]

    def withdrawals(self) -> list[Withdrawal]:
        """Every withdrawal, in the order of adding."""
        return [Withdrawal.from_entry(entry.value()) for entry in self._of_kind(WITHDRAWAL)]

    def corrections(self, after: int = 0) -> list[Correction]:
        """Every correction whose entry stands behind a place, in the order of adding."""
        return [Correction.from_entry(entry.value()) for entry in self._of_kind(CORRECTION, after)]

    def follows(self) -> list[str]:
        """The entities that are followed, by their present ids, in the order of following."""
        on: dict[str, bool] = {}
        for entry in self._of_kind(FOLLOW):
            value = entry.value()
            on.pop(value["entity"], None)
            on[value["entity"]] = value["on"]
        with self._connected() as connection:
            ids = fetching.entity_ids(connection, on)
        return list(dict.fromkeys(ids.get(one, one) for one, still in on.items() if still))

    def reports(self, ids: Collection[str] | None = None, as_of: dt.date | None = None) -> Iterator[Report]:
        """Reports by day and id, all or those asked for; of each the newest snapshot of that day."""
        with self._connected() as connection:
            yield from fetching.reports(connection, ids, as_of)

    def published_by(self, outlet: str, most: int) -> list[str]:
        """The ids of an outlet's latest reports, also of such as were withdrawn; the latest first."""
        with self._connected() as connection:
            return fetching.published_by(connection, outlet, most)

    def report(self, report_id: str, snapshot: int | None = None) -> Report | None:
        """A report, its newest snapshot or the one asked for; also when it was withdrawn."""
        found = self.snapshots(report_id)
        if snapshot is None:
            return found[-1] if found else None
        return next((report for report in found if report.snapshot == snapshot), None)

    def snapshots(self, report_id: str) -> list[Report]:
        """Every version of a report, the oldest first."""
        with self._connected() as connection:
            return fetching.snapshots(connection, report_id)

    def report_claims(self, report_id: str, snapshot: int | None = None) -> list[Claim]:
        """What was read from a report, from its newest snapshot or the one asked for; corrected claims left out."""
        with self._connected() as connection:
            return fetching.report_claims(connection, report_id, snapshot)

    def holding(self, typed: str, limit: int) -> list[Report]:
        """The newest reports whose text holds what was typed, case aside for Latin letters."""
        with self._connected() as connection:
            return searching.holding(connection, typed, limit)

    def statements(self, entity: str | None = None, as_of: dt.date | None = None) -> list[Statement]:
        """What reports say of one entity, or of all, as it stood at the end of a day."""
        with self._connected() as connection:
            return fetching.statements(connection, entity, as_of)

    def seen(self) -> tuple[int, int]:
        """What the ledger holds, in two numbers: as long as they are the same, so are all answers."""
        with self._connected() as connection:
            return state(connection)

    def unweighed(self, about: str | None, by: str, *, told: bool = False) -> list[str]:
        """The subjects concerning an entity, or all, of which nothing is kept that the weigher `by` found; sorted.

        With `told`, those of which it is not kept what reports changed.
        """
        with self._connected() as connection:
            return answers.unweighed(connection, about, by, told=told)

    def weighed_of(self, subjects: Collection[str], predicate: str, by: str) -> dict[str, list[Fact]]:
        """The facts kept of one predicate, by subject; of those subjects that the weigher `by` has weighed."""
        with self._connected() as connection:
            return answers.of_subjects(connection, subjects, predicate, by)

    def conflicts(self, by: str, most: int | None = None) -> list[tuple[str, Conflict]]:
        """The conflicts kept of all, each with the day of its latest side: by subject, or so many, the latest first."""
        with self._connected() as connection:
            return answers.conflicts(connection, by, most)

    def records(self, by: str) -> list[Record]:
        """What became of every outlet's news, over all subjects that are kept."""
        with self._connected() as connection:
            return answers.records(connection, by)

    def turned(self, about: str | None, by: str, since: str = "", most: int | None = None) -> Sequence[Change]:
        """The changes kept of all, or of an entity on either side, since an ISO day: in order, without their words.

        `most`: only so many, the latest.
        """
        with self._connected() as connection:
            return turned.kept(connection, about, by, since, most)

    def weighed(self, about: str | None, by: str) -> list[Answers]:
        """What is kept that the weigher `by` found on all, or on an entity as subject or object; by subject."""
        with self._connected() as connection:
            return answers.kept(connection, about, by)

    def claims(self, ids: Collection[str]) -> dict[str, Claim]:
        """Claims by their ids; unknown ids are left out."""
        with self._connected() as connection:
            return fetching.claims(connection, ids)

    def entity(self, mention: str) -> Entity | None:
        """The entity that an id leads to: its own or that of any of its mentions."""
        with self._connected() as connection:
            return fetching.entity(connection, mention)

    def entity_id(self, mention: str) -> str | None:
        """The id of the entity that an id leads to: its own or that of any of its mentions."""
        with self._connected() as connection:
            return fetching.entity_ids(connection, [mention]).get(mention)

    def entities(self, ids: Sequence[str] | None = None, kind: str = "") -> list[Entity]:
        """Entities without their mentions: those asked for, or all of which something stands, the most used first."""
        with self._connected() as connection:
            if ids is not None:
                return fetching.entities(connection, ids, kind)
            return fetching.standing_entities(connection, kind)

    def identities(self) -> dict[str, str]:
        """The entity of every mention."""
        with self._connected() as connection:
            rows = connection.execute(select(schema.mention.c.id, schema.mention.c.entity))
            return {row.id: row.entity for row in rows}

    def named(self, name: str) -> list[Entity]:
        """The entities that bear a name, however carelessly it is written."""
        with self._connected() as connection:
            return searching.named(connection, name)

    def search(self, typed: str, limit: int = 20) -> list[Entity]:
        """The entities with a name that holds what was typed."""
        with self._connected() as connection:
            return searching.search(connection, typed, limit)

    def near(self, typed: str, limit: int = 5) -> list[Entity]:
        """The entities with a name that is nearly what was typed."""
        with self._connected() as connection:
            return searching.near(connection, typed, limit)

    def size(self) -> dict[str, int]:
        """How many reports (snapshots), claims, mentions and entities there are."""
        with self._connected() as connection:
            return fetching.size(connection)

    def settled(self) -> int:
        """The place of the last entry that identities follow from; behind `last` when adding was interrupted."""
        with self._connected() as connection:
            return int(noted(connection, schema.SETTLED) or 0)

    def copies(self, ids: Collection[str]) -> dict[str, str]:
        """Those of these reports that are near-copies, and the report that each one copies."""
        with self._connected() as connection:
            return fetching.copies(connection, ids)

    def imprints(self, first: str, last: str) -> list[Imprint]:
        """The imprints of what was published from one day (ISO) to another, both included."""
        with self._connected() as connection:
            return fetching.imprints(connection, first, last)

    def imprints_of(self, reports: Collection[str]) -> list[Imprint]:
        """The imprints of all snapshots of these reports, in the order of their places."""
        with self._connected() as connection:
            return fetching.imprints_of(connection, reports)

    def alike(self, report: str) -> list[str]:
        """The reports that are near-copies of one text with this one, itself too; the one copied first."""
        with self._connected() as connection:
            return fetching.alike(connection, report)

    def body(self, seq: int) -> str:
        """The text, without its header lines, of the snapshot whose entry stands at a place."""
        with self._connected() as connection:
            report = fetching.report_at(connection, seq, 1, "")
            return report.text[report.body :]

    def parties(self, names: Collection[str]) -> dict[str, str]:
        """Of names that are those of one company or person, the name to show for it."""
        with self._connected() as connection:
            return searching.parties(connection, names)

    def rebuild(self, take: Callable[[Remembered], None] = lambda _: None) -> int:
        """Makes the caches of reports and statements anew from the entries, and empties those that others decide.

        `take` is told on the way of what `read` gives. Gives the place of the last entry.
        """
        with self._transaction(durable=False) as connection:
            caching.empty(connection)
            caching.fill_reports(connection, lambda one: take(found) if (found := remembered(one)) else None)
            return state(connection)[0]

    def digest(self) -> str:
        """One hash of all caches; rebuilt caches have the same."""
        with self._connected() as connection:
            return caching.digest(connection)

    def _of_kind(self, kind: str, after: int = 0) -> list[Entry]:
        table = schema.entry
        query = select(table).where(table.c.kind == kind, table.c.seq > after).order_by(table.c.seq)
        with self._connected() as connection:
            rows = connection.execute(query)
            return [Entry(row.id, row.kind, row.payload, row.seq) for row in rows]

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Whatever is asked within, in this thread, is answered from one state of the ledger."""
        with self._connected() as connection:
            before = self._reading.set(connection)
            try:
                yield
            finally:
                self._reading.reset(before)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        connection = self._reading.get()
        with faults(self.place_name):
            if connection is not None:
                yield connection
            else:
                with self._engine.connect() as connection:
                    yield connection

    @contextmanager
    def _transaction(self, *, durable: bool = True, patient: bool = True) -> Iterator[Connection]:
        with (
            faults(self.place_name),
            self._engine.connect().execution_options(writes=True, durable=durable, patient=patient) as connection,
            connection.begin(),
        ):
            yield connection
