"""What was weighed, kept until something that it rests on changes.

The facts and contradictions of a subject follow from what stands of it today, from the reports that copy each other,
from the names of those on whose word something is said, and from the weigher. `weighed` lists every subject; `by` is
the weigher that its rows are of, "" while they are missing. They are made when somebody asks, so that they are no part
of the caches' digest.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, insert, literal, select, update

from newsreel.ledger import schema
from newsreel.ledger.fetching import chunks, entity_ids
from newsreel.ledger.names import key
from newsreel.ledger.packing import conflict_from, fact_from, packed_conflict, packed_fact
from newsreel.ledger.schema import FOREVER
from newsreel.model import Conflict, Fact, Record
from newsreel.model.canonical import canonical

_S, _M = schema.statement, schema.mention
_W, _F, _C, _H, _N = schema.weighed, schema.weighed_fact, schema.weighed_conflict, schema.heard, schema.record
_OF_SUBJECT = (_F, _C, _H, _N)
_FRESH = ["subject", "by", "told"]


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands of one subject today, and what became of each outlet's news of it.

    `speakers`: the names of those on whose word something is said of it.
    """

    subject: str
    facts: Sequence[Fact]
    conflicts: Sequence[Conflict]
    speakers: Collection[str] = ()
    records: Sequence[Record] = ()

    def dated(self) -> list[tuple[str, Conflict]]:
        """The conflicts, each with the day on which its latest side was first heard (ISO)."""
        first = {fact.id: fact.first_date for fact in self.facts}
        return [(max((first.get(one, "") for one in clash.facts), default=""), clash) for clash in self.conflicts]


def subjects(connection: Connection) -> list[str]:
    """Everything of which something stands, as its subject; sorted."""
    return list(connection.execute(select(_W.c.subject).order_by(_W.c.subject)).scalars())


def unweighed(connection: Connection, about: str | None, by: str, *, told: bool = False) -> list[str]:
    """The subjects that this weigher has yet to weigh, sorted; of these, those that concern `about`.

    With `told`, the subjects of which it is not kept what reports changed.
    """
    missing = select(_W.c.subject).where((_W.c.told if told else _W.c.by) != by)
    if about is None:
        return sorted(connection.execute(missing).scalars())
    if connection.execute(missing.limit(1)).first() is None:
        return []
    mine, other = _M.alias("mine"), _M.alias("other")
    concerned = (
        select(other.c.entity)
        .join(_S, _S.c.subject == other.c.id)
        .join(mine, mine.c.id == _S.c.object)
        .where(mine.c.entity == about, _S.c.until == FOREVER)
        .distinct()
    )
    found = {about, *connection.execute(concerned).scalars()}
    rows = (row for some in chunks(found) for row in connection.execute(missing.where(_W.c.subject.in_(some))))
    return sorted(row.subject for row in rows)


def kept(connection: Connection, about: str | None, by: str) -> list[Answers]:
    """What this weigher's rows say of all, or of one entity as subject or as object; by subject."""
    facts, conflicts = _kept_facts(about, by), _kept_conflicts(about, by)
    told: dict[str, tuple[list[Fact], set[int]]] = {}
    for row in connection.execute(facts):
        mine = told.setdefault(row.subject, ([], set()))
        mine[0].append(fact_from(row.fact))
        mine[1].update(json.loads(row.conflicts))
    clashes: dict[str, list[Conflict]] = {}
    if about is None or about in told:
        for row in connection.execute(conflicts):
            clashes.setdefault(row.subject, []).append(conflict_from(row.conflict))
    for subject, (_, places) in told.items():
        if about not in {None, subject} and places:
            query = select(_C.c.conflict).where(_C.c.subject == subject, _C.c.place.in_(sorted(places)))
            found = connection.execute(query.order_by(_C.c.place)).scalars()
            clashes[subject] = [conflict_from(text) for text in found]
    return [
        Answers(one, told[one][0] if one in told else [], clashes.get(one, [])) for one in sorted({*told, *clashes})
    ]


def of_subjects(connection: Connection, subjects: Collection[str], predicate: str, by: str) -> dict[str, list[Fact]]:
    """This weigher's facts of one predicate, by subject; of those subjects that it has weighed."""
    found: dict[str, list[Fact]] = {}
    for some in chunks(subjects):
        weighed = select(_W.c.subject).where(_W.c.by == by, _W.c.subject.in_(some))
        found.update((one, []) for one in connection.execute(weighed).scalars())
        query = select(_F.c.subject, _F.c.fact).where(_F.c.subject.in_(some), _F.c.predicate == predicate)
        for subject, text in connection.execute(query.order_by(_F.c.subject, _F.c.place)):
            if subject in found:
                found[subject].append(fact_from(text))
    return found


def _kept_facts(about: str | None, by: str) -> Select[Any]:
    query = select(_F.c.subject, _F.c.fact, _F.c.conflicts).join(_W, _W.c.subject == _F.c.subject).where(_W.c.by == by)
    if about is not None:
        query = query.where((_F.c.subject == about) | (_F.c.object == about))
    return query.order_by(_F.c.subject, _F.c.place)


def _kept_conflicts(about: str | None, by: str) -> Select[Any]:
    query = select(_C.c.subject, _C.c.conflict).join(_W, _W.c.subject == _C.c.subject).where(_W.c.by == by)
    return (query if about is None else query.where(_C.c.subject == about)).order_by(_C.c.subject, _C.c.place)


def conflicts(connection: Connection, by: str, most: int | None) -> list[tuple[str, Conflict]]:
    """This weigher's conflicts, each with the day of its latest side: all by subject, or so many, the latest first."""
    query = select(_C.c.latest, _C.c.conflict).join(_W, _W.c.subject == _C.c.subject).where(_W.c.by == by)
    by_subject = (_C.c.subject, _C.c.place)
    query = query.order_by(*by_subject) if most is None else query.order_by(_C.c.latest.desc(), *by_subject).limit(most)
    return [(latest, conflict_from(text)) for latest, text in connection.execute(query)]


def records(connection: Connection, by: str) -> list[Record]:
    """What became of every outlet's news, over all subjects that this weigher has weighed."""
    of = (_W.c.subject == _N.c.subject) & (_W.c.by == by)
    sums = (func.sum(_N.c[name]).label(name) for name in schema.RECORDED)
    counted = select(_N.c.outlet, *sums).join(_W, of).group_by(_N.c.outlet)
    found = {outlet: Record(outlet, *counts) for outlet, *counts in connection.execute(counted)}
    ahead = select(_N.c.outlet, _N.c.ahead_days).join(_W, of).where(_N.c.ahead_days != "[]").order_by(_N.c.subject)
    for outlet, days in connection.execute(ahead):
        found[outlet].ahead_days.extend(json.loads(days))
    return list(found.values())


def keep(connection: Connection, by: str, answers: Iterable[Answers]) -> None:
    """Writes what was weighed, of subjects that are still there."""
    for one in answers:
        if connection.execute(update(_W).where(_W.c.subject == one.subject).values(by=by)).rowcount:
            _clear(connection, [one.subject])
            _put(connection, one)


def _put(connection: Connection, one: Answers) -> None:
    clashing: dict[str, list[int]] = {}
    for place, conflict in enumerate(one.conflicts):
        for fact in conflict.facts:
            clashing.setdefault(fact, []).append(place)
    rows: dict[Any, list[dict[str, Any]]] = {
        _F: [
            {
                "subject": one.subject,
                "place": place,
                "predicate": fact.predicate,
                "object": fact.object if fact.object_is_entity else None,
                "conflicts": canonical(clashing.get(fact.id, [])),
                "fact": packed_fact(fact),
            }
            for place, fact in enumerate(one.facts)
        ],
        _C: [
            {"subject": one.subject, "place": place, "latest": latest, "conflict": packed_conflict(conflict)}
            for place, (latest, conflict) in enumerate(one.dated())
        ],
        _N: [
            {"subject": one.subject, "outlet": record.outlet, "ahead_days": canonical(record.ahead_days)}
            | {name: getattr(record, name) for name in schema.RECORDED}
            for record in one.records
        ],
        _H: [{"key": name, "subject": one.subject} for name in sorted({key(name) for name in one.speakers})],
    }
    for table, some in rows.items():
        if some:
            connection.execute(insert(table), some)


def touch(connection: Connection, mentions: Iterable[str], entities: Collection[str] = ()) -> None:
    """Forgets what was weighed of these entities, of those that have these mentions, and of what is said of them."""
    mine, other = _M.alias("mine"), _M.alias("other")
    query = select(mine.c.entity.label("told"), other.c.entity.label("other")).select_from(_S).distinct()
    query = query.join(mine, mine.c.id == _S.c.subject).outerjoin(other, other.c.id == _S.c.object)
    sides, told = set(entities), set[str]()
    for some in chunks(mentions):
        for side in (_S.c.subject, _S.c.object):
            for row in connection.execute(query.where(side.in_(some))):
                told.add(row.told)
                sides.update({row.told, row.other} - {None})
    forget(connection, told, sides)


def touch_reports(connection: Connection, reports: Iterable[str]) -> None:
    """Forgets what was weighed of everything that these reports speak of."""
    rows = [
        row
        for some in chunks(reports)
        for row in connection.execute(select(_S.c.subject, _S.c.object).where(_S.c.report.in_(some)))
    ]
    told = {row.subject for row in rows}
    sides = told | {row.object for row in rows if row.object is not None}
    forget(connection, entity_ids(connection, told).values(), entity_ids(connection, sides).values())


def touch_speakers(connection: Connection, keys: Iterable[str]) -> None:
    """Forgets what was weighed with somebody's word whose name has one of these keys."""
    query = select(_H.c.subject).distinct()
    found = {one for some in chunks(keys) for one in connection.execute(query.where(_H.c.key.in_(some))).scalars()}
    forget(connection, found, ())


def forget(connection: Connection, told: Iterable[str], concerned: Iterable[str]) -> None:
    """Forgets what was weighed of these; `told` may be subjects now that were none before."""
    subjects_now = set(told)
    for some in chunks(set(concerned)):
        subjects_now.update(connection.execute(select(_W.c.subject).where(_W.c.subject.in_(some))).scalars())
    for some in chunks(subjects_now):
        _clear(connection, some)
        connection.execute(delete(schema.turned).where(schema.turned.c.subject.in_(some)))
        connection.execute(delete(_W).where(_W.c.subject.in_(some)))
        connection.execute(insert(_W).from_select(_FRESH, _living().where(schema.entity.c.id.in_(some))))


def forget_all(connection: Connection) -> None:
    """Forgets all that was weighed, and lists the subjects anew."""
    for table in (*_OF_SUBJECT, schema.turned, _W):
        connection.execute(delete(table))
    rows = (
        select(_M.c.entity, literal(""), literal(""))
        .join(_S, _S.c.subject == _M.c.id)
        .where(_S.c.until == FOREVER)
        .distinct()
    )
    connection.execute(insert(_W).from_select(_FRESH, rows))


def _living() -> Select[Any]:
    """Entities of which something stands, as rows of `weighed`."""
    stands = exists().where(_M.c.entity == schema.entity.c.id, _S.c.subject == _M.c.id, _S.c.until == FOREVER)
    return select(schema.entity.c.id, literal(""), literal("")).where(stands)


def _clear(connection: Connection, some: Sequence[str]) -> None:
    for table in _OF_SUBJECT:
        connection.execute(delete(table).where(table.c.subject.in_(some)))
