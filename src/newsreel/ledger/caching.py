"""The caches as a whole: made, filled from the entries, and summed up."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, inspect, select

from newsreel.ledger import schema
from newsreel.ledger.noting import note, noted
from newsreel.ledger.replaying import Take, recount_all
from newsreel.model.canonical import canonical


def stale(connection: Connection) -> bool:
    """Whether the caches are missing or were made for another layout."""
    if not inspect(connection).has_table(schema.cache_state.name):
        return True
    return noted(connection, schema.LAYOUT) != str(schema.CACHE_LAYOUT)


def empty(connection: Connection) -> None:
    """Makes the caches anew, with nothing in them."""
    for table in inspect(connection).get_table_names():
        if table in schema.caches.tables:
            connection.exec_driver_sql(f"DROP TABLE {table}")
    schema.caches.create_all(connection)
    note(connection, schema.LAYOUT, str(schema.CACHE_LAYOUT))


def fill_reports(connection: Connection, take: Take = lambda _: None) -> None:
    """Fills the caches of reports and statements from the entries; `take` is told of each."""
    recount_all(connection, take)


def digest(connection: Connection) -> str:
    """SHA-256 over every row of every cache but those filled on demand: equal states give equal digests."""
    total = hashlib.sha256()
    decided = (table for table in schema.caches.tables.values() if table.info != schema.ON_DEMAND)
    for table in sorted(decided, key=lambda t: t.name):
        key = list(table.primary_key.columns)
        for row in connection.execute(select(table).order_by(*key)):
            total.update(canonical([table.name, *row]).encode() + b"\n")
    return total.hexdigest()
