"""What is noted of the caches themselves."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from newsreel.ledger import schema


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
