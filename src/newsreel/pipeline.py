"""The composition root: the stages put together, and the library's main name.

    sources → reading → resolving → ledger → weighing → dossier

Faces use what is here and nothing behind it.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from platformdirs import user_data_path

from newsreel.ledger import Ledger, News, Placed, Settled, Withdrawal
from newsreel.model import Claim, Conflict, Entity, Fact, Judgement, Report, Source, Statement, Verdict
from newsreel.model.errors import InputError, LedgerUnwritable, NotKnown
from newsreel.reading import Trace, explain, read
from newsreel.resolving import Identities, Question, Resolver
from newsreel.sources import files_in, outlet_names, outlets, read_paths
from newsreel.weighing import Copies, Press, Weighed, weigh

__all__ = [
    "Added",
    "Identities",
    "Newsreel",
    "Question",
    "Trace",
    "default_ledger",
    "explain",
    "files_in",
    "read",
    "read_paths",
]


Reader = Callable[[Report], list[Claim]]
"""What a report says. Every claim's span holds in the report's text; the same report always gives the same claims."""


def default_ledger() -> str:
    """The ledger in NEWSREEL_LEDGER, else in the user's data directory."""
    return os.environ.get("NEWSREEL_LEDGER") or str(user_data_path("newsreel", appauthor=False) / "ledger.db")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one report: it is kept, and stays kept whatever happens next, unless it was refused.

    `outcome` is new, changed, known (nothing was added) or refused (`problem` says why); `claims` counts those kept.
    """

    report: str
    outcome: str
    claims: int = 0
    snapshot: int = 1
    problem: InputError | None = None

    def to_json(self) -> dict[str, Any]:
        """The acknowledgement as a line of JSON."""
        line: dict[str, Any] = {"report": self.report, "outcome": self.outcome, "claims": self.claims}
        line["snapshot"] = self.snapshot
        return line if self.problem is None else {**line, "problem": str(self.problem)}


@dataclass(slots=True)
class _Known:
    """What decides about all reports together, with all that the ledger holds up to the entry at `upto`."""

    resolver: Resolver
    copies: Copies
    upto: int = 0
    newest: dict[str, tuple[str, int]] = field(default_factory=dict)

    def take(self, report: Report, claims: list[Claim], number: int) -> None:
        """Takes a snapshot in; of a report with several the newest counts for identities, all for copies."""
        self.copies.add(report)
        age = (report.published.isoformat() if report.published else "", number)
        if age >= self.newest.get(report.id, ("", -1)):
            self.newest[report.id] = age
            self.resolver.add(report, claims)


class _Pace:
    """When a group of reports is made durable, and when identities are decided anew while adding goes on.

    A group is what was read in half a second. Deciding identities costs the more the larger the ledger is: it is done
    again when adding has taken ten times as long as it took last, so that it never takes more than a part of the whole.
    """

    _GROUP = 64
    _GROUP_S = 0.5
    _PATIENCE = 10

    def __init__(self) -> None:
        self._group_began = self._settled = time.monotonic()
        self._settling_s = self._GROUP_S

    def group_is_full(self, size: int) -> bool:
        return size >= self._GROUP or time.monotonic() - self._group_began > self._GROUP_S

    def next_group(self) -> None:
        self._group_began = time.monotonic()

    def settling_is_due(self) -> bool:
        self._settling_began = time.monotonic()
        return self._settling_began - self._settled > self._PATIENCE * self._settling_s

    def settled(self) -> None:
        self._settled = time.monotonic()
        self._settling_s = max(self._settled - self._settling_began, self._GROUP_S)


class Newsreel:
    """A ledger with everything that can be asked of it.

    `ledger` is a path or a PostgreSQL URL; without one the user's own ledger is used. Reports given to `add` are read
    by `reader`, kept and compared; what is known of an entity is weighed when asked. Raises LedgerError and its kinds.
    """

    def __init__(self, ledger: Path | str | None = None, *, reader: Reader = read) -> None:
        self._read = reader
        self._ledger = Ledger.open(ledger or default_ledger())
        self._known: _Known | None = None
        self._identities: Identities | None = None
        # Identities lag behind when adding was interrupted; a ledger that cannot be written is read as it is.
        with suppress(LedgerUnwritable):
            self.settle()

    def close(self) -> None:
        """Lets go of the ledger."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Taking in

    def add(self, reports: Iterable[Report | InputError]) -> Iterator[Added]:
        """Reads reports into the ledger; each `Added` that comes out is durable.

        Re-adding adds nothing; a changed text is a new snapshot. Undated reports and InputErrors among `reports` come
        out as refused and stop nothing.
        """
        pace = _Pace()
        group: list[tuple[Placed, list[Claim]] | Added] = []
        for item in reports:
            group.append(self._prepare(item))
            if pace.group_is_full(len(group)):
                yield from self._keep(group)
                group = []
                if pace.settling_is_due():
                    self.settle()
                    pace.settled()
                pace.next_group()
        yield from self._keep(group)
        self.settle()

    def _prepare(self, item: Report | InputError) -> tuple[Placed, list[Claim]] | Added:
        if isinstance(item, InputError):
            return Added(item.where, "refused", problem=item)
        try:
            placed = self._ledger.where(item)
        except InputError as problem:
            return Added(item.id, "refused", problem=problem)
        return placed, ([] if placed.news is News.KNOWN else self._read(placed.report))

    def _keep(self, group: list[tuple[Placed, list[Claim]] | Added]) -> list[Added]:
        """Writes a group in one transaction."""
        if all(isinstance(item, Added) or item[0].news is News.KNOWN for item in group):
            return [item if isinstance(item, Added) else _added(item[0], []) for item in group]
        done = []
        with self._ledger.writing() as writer:
            for item in group:
                if isinstance(item, Added):
                    done.append(item)
                    continue
                before, claims = item
                placed = writer.place(before.report)
                if placed.report.id != before.report.id:
                    claims = self._read(placed.report)
                writer.add(placed, claims)
                done.append(_added(placed, claims))
        return done

    def settle(self) -> None:
        """Decides identities and copies as of all that the ledger holds; nothing happens when that is done already."""
        if self._ledger.settled() == self._ledger.last():
            return
        settled = self._settled()
        with self._ledger.writing() as writer:
            writer.settle(settled)

    def rebuild(self) -> None:
        """Makes every cache anew from the entries alone; the result is the same to the byte."""
        self._known = None
        self._ledger.rebuild(self._settled())

    def digest(self) -> str:
        """One hash of all that was derived from the entries: equal states have equal digests."""
        return self._ledger.digest()

    def _settled(self) -> Settled:
        known = self._caught_up()
        self._identities = identities = known.resolver.identities()
        return Settled(identities.mentions, identities.entities.values(), known.copies.found(), known.upto)

    def _caught_up(self) -> _Known:
        """The resolver and the copies with everything in the ledger, whoever wrote it."""
        last = self._ledger.last()
        known = self._known
        if known is None:
            known = self._known = _Known(Resolver(), Copies())
        if known.upto < last:
            for judgement in self._ledger.judgements():
                known.resolver.judge(judgement)
            for number, (report, claims) in enumerate(self._ledger.read_reports(known.upto)):
                known.take(report, claims, known.upto + number)
            known.upto = last
        return known

    # Who and what

    def entities(self, kind: str = "") -> list[Entity]:
        """Everything of which something stands, the most used first; of one kind, if given."""
        return self._ledger.entities(kind=kind)

    def entity(self, entity_id: str) -> Entity:
        """The entity that an id leads to: its own or that of any mention; NotKnown for none."""
        found = self._ledger.entity(entity_id)
        if found is None:
            raise NotKnown(entity_id)
        return found

    def find(self, name: str) -> list[Entity]:
        """The entities that bear a name, the most used first; NotKnown, with near names, where none does."""
        found = self._ledger.named(name)
        if not found:
            raise NotKnown(name, tuple(dict.fromkeys(entity.name for entity in self._ledger.near(name))))
        return found

    def search(self, typed: str, limit: int = 20) -> list[Entity]:
        """The entities with a name that holds what was typed; nearly holds it, where none does."""
        return self._ledger.search(typed, limit) or self._ledger.near(typed, limit)

    def identities(self) -> Identities:
        """Who is who, with the rules' judgements, the questions for a person and the contradictions among persons."""
        if self._identities is None or self._known is None or self._known.upto != self._ledger.last():
            self._identities = self._caught_up().resolver.identities()
        return self._identities

    def judge(self, left: str, right: str, verdict: Verdict, *, by: str, because: str, date: dt.date) -> Judgement:
        """Keeps a person's word on whether two entities, by any of their mentions, are one; `by` is a name."""
        one, other = sorted((left, right))
        judgement = Judgement(one, other, verdict, f"person:{by}", because, date.isoformat())
        with self._ledger.writing() as writer:
            writer.judge(judgement)
        self.settle()
        return judgement

    def judgements(self) -> list[Judgement]:
        """What persons judged, in the order of their doing so."""
        return self._ledger.judgements()

    # Reports

    def reports(self, as_of: dt.date | None = None) -> Iterator[Report]:
        """Every report by day and id, withdrawn ones left out; of each the newest snapshot of that day."""
        return self._ledger.reports(as_of=as_of)

    def report(self, report_id: str, snapshot: int | None = None) -> Report:
        """A report, its newest snapshot or the one asked for; NotKnown for none."""
        found = self._ledger.report(report_id, snapshot)
        if found is None:
            raise NotKnown(report_id)
        return found

    def snapshots(self, report_id: str) -> list[Report]:
        """Every version of a report, the oldest first; empty for an unknown one."""
        return self._ledger.snapshots(report_id)

    def withdraw(self, report_id: str, *, by: str, because: str, date: dt.date) -> Withdrawal:
        """Takes a report back: from that day on it does not count; NotKnown for an unknown one."""
        withdrawal = Withdrawal(self.report(report_id).id, date, f"person:{by}", because)
        with self._ledger.writing() as writer:
            writer.withdraw(withdrawal)
        self.settle()
        return withdrawal

    def size(self) -> dict[str, int]:
        """How many reports, claims, mentions and entities the ledger holds."""
        return self._ledger.size()

    # What is said

    def statements(self, about: str | None = None, as_of: dt.date | None = None) -> list[Statement]:
        """What reports say of one entity, or of all, as of a day."""
        return self._ledger.statements(None if about is None else self.entity(about).id, as_of)

    def facts(self, about: str | None = None, as_of: dt.date | None = None) -> list[Fact]:
        """What stands as of a day: of one entity, as subject or as object, or of all; by subject and predicate."""
        if about is None:
            return [fact for weighed in self._weigh_all(as_of) for fact in weighed.facts]
        wanted = self.entity(about).id
        return [
            fact
            for weighed in self._weigh_about(wanted, as_of)
            for fact in weighed.facts
            if wanted == fact.subject or (fact.object_is_entity and wanted == fact.object)
        ]

    def conflicts(self, about: str | None = None, as_of: dt.date | None = None) -> list[Conflict]:
        """Where reports contradict each other as of a day: about one entity, or all."""
        if about is None:
            return [found for weighed in self._weigh_all(as_of) for found in weighed.conflicts]
        wanted = self.entity(about).id
        facts = {fact.id for fact in self.facts(wanted, as_of)}
        return [
            found
            for weighed in self._weigh_about(wanted, as_of)
            for found in weighed.conflicts
            if wanted == found.subject or facts.intersection(found.facts)
        ]

    def outlets(self) -> tuple[Source, ...]:
        """The outlets that newsreel knows by itself, with every name that they go by."""
        return outlets()

    def _weigh_all(self, as_of: dt.date | None) -> Iterator[Weighed]:
        concerning: dict[str, list[Statement]] = {}
        for statement in self._ledger.statements(as_of=as_of):
            for side in {statement.subject, statement.object}:
                if side is not None:
                    concerning.setdefault(side, []).append(statement)
        for subject in sorted(concerning):
            yield self._weigh(subject, concerning[subject], as_of)

    def _weigh_about(self, entity: str, as_of: dt.date | None) -> Iterator[Weighed]:
        """What stands of an entity and of all that it is said to belong to."""
        mine = self._ledger.statements(entity, as_of)
        for subject in sorted({entity, *(statement.subject for statement in mine)}):
            said = mine if subject == entity else self._ledger.statements(subject, as_of)
            yield self._weigh(subject, said, as_of)

    def _weigh(self, subject: str, said: list[Statement], as_of: dt.date | None) -> Weighed:
        if all(statement.subject != subject for statement in said):
            return Weighed((), ())
        return weigh(said, as_of, press=self._press(said), subjects={subject})

    def _press(self, said: list[Statement]) -> Press:
        """What weighing is told of the outlets and parties in these statements."""
        speakers = {name for statement in said for name in statement.claim.by}
        aliases = {**self._ledger.parties(speakers), **outlet_names()}
        copies = self._ledger.copies({statement.claim.report for statement in said})
        return Press(aliases, outlet_names(), copies)

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by their ids; unknown ids are left out."""
        return self._ledger.claims(set(ids))


def _added(placed: Placed, claims: list[Claim]) -> Added:
    return Added(placed.report.id, placed.news.value, len(claims), placed.report.snapshot)
