"""Reports and claims for the tests, made of a few words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsreel.ledger import Ledger, Placed, Settled, Shown, edition
from newsreel.model import Claim, Entity, Ref, Report, Span, mention_id

DAY = dt.date(2031, 3, 13)


def report(
    report_id: str = "r1", text: str = "Mina Ode stars in Glass Harbour.", day: dt.date = DAY, **meta: str
) -> Report:
    return Report(report_id, text, "en", day, meta.get("outlet", "The Slate"), meta.get("url", ""))


def claim(
    of: Report, person: str = "Mina Ode", work: str = "Glass Harbour", at: int = 0, predicate: str = "cast_member"
) -> Claim:
    """A claim that `person` is `predicate` of `work`; local marks are made of the names."""
    return Claim(
        of.id,
        Ref(f"w-{work}", "work", (work,)),
        predicate,
        Ref(f"p-{person}", "person", (person,)),
        "stated",
        Span(at, at + 5),
        "test",
    )


def identities(pairs: Sequence[tuple[Report, Sequence[Claim]]]) -> tuple[dict[str, str], list[Entity]]:
    """Everything of one kind and name is one: mentions and entities as resolving gives them."""
    groups: dict[tuple[str, str], set[str]] = {}
    for of, claims in pairs:
        for one in claims:
            for ref in (one.subject, one.object):
                assert isinstance(ref, Ref)
                groups.setdefault((ref.kind, ref.name), set()).add(mention_id(of.id, ref.local))
    entities = [Entity(min(ids), kind, (name,), tuple(sorted(ids))) for (kind, name), ids in groups.items()]
    return {one: entity.id for entity in entities for one in entity.mentions}, entities


def keep(ledger: Ledger, of: Report, *claims: Claim) -> Placed:
    """Adds one report; its claims get the id that it has in the ledger."""
    with ledger.writing() as writer:
        placed = writer.place(of)
        writer.add(placed, claims)
    return placed


def settle(ledger: Ledger) -> None:
    """Gives everything in the ledger an identity by its name."""
    pairs = [
        (
            replace(version, id=version.id if version.hash == versions[-1].hash else edition(version.id, version.hash)),
            claims,
        )
        for report_id in {of.id for of, _ in ledger.read_reports()}
        for versions in [ledger.snapshots(report_id)]
        for version in versions
        for claims in [ledger.report_claims(report_id, version.snapshot)]
    ]
    mentions, entities = identities(pairs)
    with ledger.writing() as writer:
        writer.settle(Settled(mentions, shown(entities), {}, ledger.last()))


def shown(entities: Iterable[Entity]) -> dict[str, Shown]:
    """What is shown of entities."""
    return {one.id: (one.kind, one.names, len(one.mentions)) for one in entities}
