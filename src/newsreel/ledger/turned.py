"""What reports changed of a subject, as its followers are told; kept like what was weighed, and forgotten with it.

`weighed.told` is the weigher whose changes of a subject are kept, "" while they are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from newsreel.ledger import schema
from newsreel.ledger.packing import fact_from, packed_fact
from newsreel.model import Change

_W, _T = schema.weighed, schema.turned


def keep(connection: Connection, by: str, told: Mapping[str, Iterable[Change]]) -> None:
    """Writes the changes of subjects that are still there."""
    for subject, changes in told.items():
        if connection.execute(update(_W).where(_W.c.subject == subject).values(told=by)).rowcount:
            connection.execute(delete(_T).where(_T.c.subject == subject))
            rows = [_row(place, change) for place, change in enumerate(changes)]
            if rows:
                connection.execute(insert(_T), rows)


def kept(connection: Connection, about: str | None, by: str, since: str, most: int | None) -> Sequence[Change]:
    """This weigher's changes of all, or of an entity on either side, from a day on ("": all); in order.

    `most`: only so many, the latest. They have no words yet, since words hold names, and names may change.
    """
    order = (_T.c.date, _T.c.report, _T.c.fact)
    query = select(_T.c.subject, _T.c.date, _T.c.report, _T.c.kind, _T.c.after, _T.c.before)
    query = query.join(_W, _W.c.subject == _T.c.subject).where(_W.c.told == by, _T.c.date >= since)
    if about is not None:
        query = query.where((_T.c.subject == about) | (_T.c.object == about))
    query = query.order_by(*(column.desc() for column in order))
    rows = connection.execute(query if most is None else query.limit(most))
    found = [
        Change(row.date, row.report, row.kind, row.subject, fact_from(row.after), row.before and fact_from(row.before))
        for row in rows
    ]
    return found[::-1]


def _row(place: int, change: Change) -> Mapping[str, object]:
    return {
        "subject": change.subject,
        "place": place,
        "date": change.date,
        "report": change.report,
        "fact": change.fact.id,
        "object": change.fact.object if change.fact.object_is_entity else None,
        "kind": change.kind,
        "after": packed_fact(change.fact),
        "before": None if change.before is None else packed_fact(change.before),
    }
