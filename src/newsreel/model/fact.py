"""What stands: answers to questions about an entity, weighed from claims as of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Any

from newsreel.model.claim import NO_SLOTS, Slots


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim, heard as somebody's word: a step in the graph of who had a fact from whom.

    `kind` is one of own, party, relay, copy, distort, background (stories tell them apart, see docs/weighing.md).
    `speaker` is who is passed on (a party, the outlet that a relay names), "" where the outlet speaks for itself;
    `source` the id of the report that it was passed on from, "" where that is not in the ledger. `origin` names the
    independent first voice that this one belongs to, "" for background. `denies` is set where the claim says no.
    """

    claim: str
    report: str
    outlet: str
    date: str
    kind: str
    speaker: str = ""
    source: str = ""
    origin: str = ""
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent first voice behind a fact.

    `voice` is the outlet or party; `report` the id of the report that first carried it; `date` that report's (ISO);
    `kind` one of own, party, relay (the first voice is outside the ledger), distort; `relays` the ids of the reports
    that pass it on, in order of date.
    """

    voice: str
    kind: str
    report: str
    date: str
    relays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer with its verdict, as of a day.

    `object` is an entity's id if `object_is_entity`, else a value (EDTF, number, word, True) or None for
    "not announced". `origins` are those behind the verdict; `claims` the ids of all claims for it, `against` of those
    that contradict it. `reason` says in words why the verdict is what it is, `rule` is the rule of weights.yml that
    gave it. `voices` are all claims for and against, in order, with who had it from whom.
    """

    id: str
    subject: str
    predicate: str
    object: str | int | bool | None
    object_is_entity: bool
    verdict: str
    origins: tuple[Origin, ...]
    first_report: str
    first_date: str
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()
    slots: Slots = field(default=NO_SLOTS)
    reason: str = ""
    rule: str = ""
    voices: tuple[Voice, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A line of the facts file."""
        return {
            "subject": self.subject,
            "predicate": self.predicate,
            "object": self._object_json(),
            **self.slots.to_json(),
            "verdict": self.verdict,
            "origins": len(self.origins),
            "first_report": self.first_report,
            "first_date": self.first_date,
            "claims": list(self.claims),
        }

    def _object_json(self) -> dict[str, Any] | None:
        if self.object is None:
            return None
        return {"entity" if self.object_is_entity else "value": self.object}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: a fact and the voices on it; `denies` where the side is that the fact is not so.

    `origins` are counted with each voice on the side that it took last; `claims` are those to quote, in order of date.
    """

    fact: str
    denies: bool
    origins: tuple[Origin, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that contradict each other, by their ids; `likely` is one of them, or "" when open; `reason` says why."""

    subject: str
    predicate: str
    facts: tuple[str, ...]
    likely: str = ""
    reason: str = ""
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What one report did to one fact: how it stood before (None: unheard of) and how it stands after.

    `replaces` is the fact that gave way to a new answer to the same question (a date moved, or grew finer).
    """

    date: str
    report: str
    before: Fact | None
    after: Fact
    replaces: Fact | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something that a follower should be told, once.

    `kind`: new, firmer, weaker, value, denied, settled. `report` is the one that brings it, `date` its day (ISO). The
    facts are without their voices.
    """

    date: str
    report: str
    kind: str
    subject: str
    fact: Fact
    before: Fact | None = None
    words: str = ""


@dataclass(slots=True)
class Record:
    """An outlet's record over facts that are news.

    `first`: facts that it had of its own; of these `confirmed` by a party or seen, `denied` or overtaken, `disputed`,
    and the rest open. `ahead_days`: for each of which a party spoke later, how many days it was ahead. `relayed`: facts
    that it passed on; `changed`: facts that it changed in passing them on.
    """

    outlet: str
    first: int = 0
    confirmed: int = 0
    denied: int = 0
    disputed: int = 0
    relayed: int = 0
    changed: int = 0
    ahead_days: list[int] = field(default_factory=list)

    @property
    def open(self) -> int:
        """First voices of which nothing has come yet, either way."""
        return self.first - self.confirmed - self.denied - self.disputed

    @property
    def median_ahead_days(self) -> float | None:
        """The middle one of `ahead_days`; None where a party never spoke later."""
        return median(self.ahead_days) if self.ahead_days else None

    def add(self, other: Record) -> None:
        """Counts in what another record of the same outlet counts."""
        for name in ("first", "confirmed", "denied", "disputed", "relayed", "changed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.ahead_days.extend(other.ahead_days)
