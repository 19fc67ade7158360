"""Outlets that reports cite in other scripts than their own: 새빛스포츠, cited as Saebit Sports."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newsreel.model import Statement
from newsreel.resolving.letters import scripts
from newsreel.resolving.organizations import company_likeness

_SURE = 1.0
"""Log odds at which two names are one outlet's."""


def voices_of(statement: Statement) -> list[tuple[str, str]]:
    """Everybody on whose word a claim may be said, each with the status that the word has."""
    claim = statement.claim
    also = [(status, name) for status, by in claim.also for name in by]
    return [*((claim.status, name) for name in claim.by), *claim.amid, *claim.within, *also]


def one_outlet(said: Iterable[Statement]) -> dict[str, str]:
    """For outlets that are cited in another script: the name of the publisher that is meant, else one for all forms."""
    publishers: set[str] = set()
    cited: set[str] = set()
    for statement in said:
        publishers.add(statement.outlet)
        cited.update(name for status, name in voices_of(statement) if status == "reported")
    found: dict[str, str] = {}
    for name in sorted(cited - publishers):
        meant = _nearest(name, publishers) or _nearest(name, sorted(cited - publishers - {name}))
        if meant:
            found[name] = meant if meant in publishers else found.get(meant, min(name, meant))
    return found


def _nearest(name: str, others: Collection[str]) -> str:
    """Of names in other scripts the one that is surest to be this one, or ""."""
    mine = scripts(name)
    odds = [(company_likeness(name, other).odds, other) for other in sorted(others) if mine.isdisjoint(scripts(other))]
    best, meant = max(odds, default=(0.0, ""))
    return meant if best >= _SURE else ""
