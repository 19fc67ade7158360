"""Adding to the ledger: entries first, then the caches that follow from them, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from newsreel.ledger import answers, entries, schema, turned
from newsreel.ledger.answers import Answers
from newsreel.ledger.entries import FOLLOW, Correction, Entry, Withdrawal
from newsreel.ledger.noting import state
from newsreel.ledger.placing import News, Placed, place
from newsreel.ledger.replaying import count_new, recount, strike
from newsreel.ledger.settling import Settled, Settler
from newsreel.model import Change, Claim, Judgement, Report
from newsreel.model.errors import NotKnown

CHUNK = 1000


class Writer:
    """One transaction: what it adds is there for good when `Ledger.writing` ends, and not at all when that fails."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def place(self, report: Report) -> Placed:
        """Whether the report is new, changed or known, with the id it has in the ledger."""
        return place(self._connection, report)

    def last(self) -> int:
        """The place of the newest entry; 0 in an empty ledger."""
        return state(self._connection)[0]

    def settled(self) -> int:
        """The place of the last entry that identities follow from."""
        return state(self._connection)[1]

    def add(self, placed: Placed, claims: Sequence[Claim]) -> None:
        """Remembers a report that is not known, with what was read from it."""
        self.add_all([(placed, claims)])

    def add_all(self, read: Iterable[tuple[Placed, Sequence[Claim]]]) -> None:
        """Remembers several reports, none of which is another one of them."""
        made: list[tuple[Placed, Entry, dict[str, Entry]]] = []
        for placed, claims in read:
            if placed.news is not News.KNOWN:
                text = placed.report.hash
                said = {entry.id: entry for entry in (entries.of_claim(claim, text) for claim in claims)}
                made.append((placed, entries.of_report(placed.report), said))
        self._append([entry for _, own, said in made for entry in (own, *said.values())])
        places = self._places([name for _, own, said in made for name in (own.id, *said)])
        new = [one for one in made if one[0].news is News.NEW]
        count_new(
            self._connection,
            (
                ((places[own.id], own.payload), sorted((places[one.id], one.payload) for one in said.values()))
                for _, own, said in new
            ),
        )
        for placed, own, said in made:
            if placed.news is News.CHANGED:
                answers.touch_reports(self._connection, [placed.report.id])
                recount(self._connection, placed.report.id, (places[own.id], len(said)))

    def _places(self, ids: Sequence[str]) -> dict[str, int]:
        """The places of the entries of these ids."""
        table, found = schema.entry, dict[str, int]()
        for at in range(0, len(ids), CHUNK):
            some = select(table.c.id, table.c.seq).where(table.c.id.in_(ids[at : at + CHUNK]))
            found.update((name, seq) for name, seq in self._connection.execute(some))
        return found

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
        entry = entries.of_correction(correction)
        new = self._append([entry])
        if (
            new
            and not self._connection.execute(
                select(schema.correction).where(schema.correction.c.claim == correction.claim)
            ).first()
        ):
            self._put(schema.correction, [{"claim": correction.claim, "seq": self._places([entry.id])[entry.id]}])
        strike(self._connection, table.c.claim == correction.claim)
        answers.touch_reports(self._connection, [report])
        return new

    def follow(self, entity: str, *, on: bool) -> None:
        """Remembers that somebody follows an entity, by any of its mentions, or no longer does."""
        table = schema.entry
        before = select(func.count()).select_from(table).where(table.c.kind == FOLLOW)
        self._append([entries.of_follow(entity, self._connection.execute(before).scalar_one() + 1, on=on)])

    def settle(self, settled: Settled) -> bool:
        """Makes the caches of identities and copies hold this; False where they are not as its changes want them.

        Does nothing where the caches follow from more entries already.
        """
        return Settler(self._connection).settle(settled)

    def keep_resolved(self, by: str, upto: int, texts: Iterable[str]) -> None:
        """Keeps what resolving found of the entries up to a place, in place of what was kept before."""
        table = schema.resolved
        self._connection.execute(delete(table))
        for place_, text in enumerate(texts):
            self._connection.execute(insert(table), {"place": place_, "upto": upto, "by": by, "text": text})

    def keep(self, by: str, found: Iterable[Answers], seen: tuple[int, int]) -> None:
        """Keeps what a weigher found, unless the ledger has changed since it was as `seen` (`Ledger.seen`)."""
        if seen == state(self._connection):
            answers.keep(self._connection, by, found)

    def keep_turned(self, by: str, told: Mapping[str, Iterable[Change]], seen: tuple[int, int]) -> None:
        """Keeps what reports changed of these subjects, unless the ledger has changed since it was as `seen`."""
        if seen == state(self._connection):
            turned.keep(self._connection, by, told)

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

    def _put(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)
