"""Reports in: read, placed, and made durable in groups."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newsreel.ledger import Ledger, News, Placed, Writer
from newsreel.model import Claim, Report
from newsreel.model.errors import InputError

REFUSED = "refused"

Reader = Callable[[Report], list[Claim]]
"""What a report says. Every claim's span holds in the report's text; the same report always gives the same claims."""


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


@dataclass(frozen=True, slots=True)
class _Read:
    placed: Placed
    claims: list[Claim]


class Adding:
    """Takes reports into a ledger; `settle` decides anew what follows from all of them together."""

    def __init__(self, ledger: Ledger, reader: Reader, settle: Callable[[], None]) -> None:
        self._ledger = ledger
        self._reader = reader
        self._settle = settle

    def add(self, reports: Iterable[Report | InputError]) -> Iterator[Added]:
        """Reads reports and keeps them, group by group; what comes out is durable."""
        try:
            yield from self._added(reports)
        except GeneratorExit:
            # Whoever takes the first acknowledgement and goes has added all the same.
            self._settle()
            raise
        self._settle()

    def _added(self, reports: Iterable[Report | InputError]) -> Iterator[Added]:
        pace = _Pace()
        group: list[_Read | Added] = []
        began = self._ledger.last()
        for item in reports:
            group.append(self._prepare(item))
            if pace.group_is_full(len(group)):
                yield from self._keep(group, began)
                group = []
                if pace.settling_is_due():
                    self._settle()
                    pace.settled()
                pace.next_group()
                began = self._ledger.last()
        yield from self._keep(group, began)

    def _prepare(self, item: Report | InputError) -> _Read | Added:
        if isinstance(item, InputError):
            return Added(item.where, REFUSED, problem=item)
        try:
            placed = self._ledger.where(item)
        except InputError as problem:
            return Added(item.id, REFUSED, problem=problem)
        return _Read(placed, [] if placed.news is News.KNOWN else self._reader(placed.report))

    def _keep(self, group: list[_Read | Added], began: int) -> list[Added]:
        """Writes a group in one transaction. `began`: the place of the last entry before any of it was placed."""
        if all(isinstance(item, Added) or item.placed.news is News.KNOWN for item in group):
            return [item if isinstance(item, Added) else _added(item.placed, []) for item in group]
        done: list[Added] = []
        with self._ledger.writing() as writer:
            waiting = _Waiting(writer)
            alone = writer.last() == began
            for item in group:
                if isinstance(item, Added):
                    done.append(item)
                    continue
                placed, claims = item.placed, item.claims
                # Another report of this group, or another process, may have come first.
                if not alone or waiting.holds(placed.report):
                    waiting.write()
                    placed = writer.place(placed.report)
                    moved = placed.report.id != item.placed.report.id
                    claims = self._reader(placed.report) if moved else claims
                waiting.take(placed, claims)
                done.append(_added(placed, claims))
            waiting.write()
        return done


class _Waiting:
    """Reports that are to be written together, none of which may be another one of them."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._read: list[tuple[Placed, list[Claim]]] = []
        self._marks: set[tuple[str, str]] = set()

    def holds(self, report: Report) -> bool:
        """Whether one of them may be the same report as this one."""
        return not self._marks.isdisjoint(_marks(report))

    def take(self, placed: Placed, claims: list[Claim]) -> None:
        self._read.append((placed, claims))
        self._marks |= _marks(placed.report)

    def write(self) -> None:
        self._writer.add_all(self._read)
        self._read, self._marks = [], set()


def _marks(report: Report) -> set[tuple[str, str]]:
    """What a report is known again by."""
    found = {("id", report.id), ("text", report.hash)}
    return found | {("url", report.url)} if report.url else found


class _Pace:
    """When a group of reports is made durable, and when identities are decided anew while adding goes on.

    A group is what was read in half a second. Deciding identities costs the more the larger the ledger is: it is done
    again after a minute at the earliest, and when adding has taken ten times as long as it took last.
    """

    _GROUP = 64
    _GROUP_S = 0.5
    _SETTLE_S = 60.0
    _PATIENCE = 10

    def __init__(self) -> None:
        self._group_began = self._settled = self._settling_began = time.monotonic()
        self._wait_s = self._SETTLE_S

    def group_is_full(self, size: int) -> bool:
        return size >= self._GROUP or time.monotonic() - self._group_began > self._GROUP_S

    def next_group(self) -> None:
        self._group_began = time.monotonic()

    def settling_is_due(self) -> bool:
        self._settling_began = time.monotonic()
        return self._settling_began - self._settled > self._wait_s

    def settled(self) -> None:
        self._settled = time.monotonic()
        self._wait_s = max(self._SETTLE_S, self._PATIENCE * (self._settled - self._settling_began))


def _added(placed: Placed, claims: list[Claim]) -> Added:
    return Added(placed.report.id, placed.news.value, len(claims), placed.report.snapshot)
