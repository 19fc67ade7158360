"""How one answer stands: everybody who has said it or denied it, in the order in which they spoke."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsreel.model import Origin, Statement
from newsreel.weighing.answers import Answer

RUMORED, CONSIDERING, PLANNED, FIRM = 1, 2, 3, 4


@dataclass(slots=True, eq=False)
class Heard:
    """A claim, heard as one voice.

    `kind` as in `model.Voice`. `origin` is the key of the first voice that it belongs to, "" where it adds none.
    `speaker` is the key of who is passed on, "" where the outlet speaks for itself; `source` the report that it was had
    from.
    """

    statement: Statement
    answer: Answer
    outlet: str
    kind: str
    origin: str
    level: int
    denies: bool = False
    speaker: str = ""
    source: str = ""
    seen: bool = False

    @property
    def day(self) -> dt.date:
        """The day on which it was published."""
        return self.statement.published


@dataclass(slots=True, eq=False)
class Side:
    """All who say that an answer is so, or all who say that it is not; background included in `voices` only.

    `last` is the day of the latest that is no mere retelling, `weighty` of the latest word of a party or a witness,
    `firm` of the latest firm word of anybody but a party. `first` goes by origin.
    """

    voices: list[Heard] = field(default_factory=list)
    first: dict[str, Heard] = field(default_factory=dict)
    parties: dict[str, Heard] = field(default_factory=dict)
    party_level: int = 0
    level: int = 0
    seen: bool = False
    planned: bool = False
    last: dt.date = dt.date.min
    weighty: dt.date = dt.date.min
    firm: dt.date = dt.date.min

    def add(self, heard: Heard) -> None:
        """One more voice, later than all before it. One that only passes on what was said before changes nothing."""
        self.voices.append(heard)
        if not heard.origin or (heard.kind in {"relay", "copy"} and heard.origin in self.first):
            return
        self.first.setdefault(heard.origin, heard)
        self.planned = self.planned or heard.level == PLANNED
        self.last = heard.day
        self.level = max(self.level, heard.level)
        if heard.kind == "party":
            self.parties[heard.origin] = heard
            self.party_level = max(self.party_level, heard.level)
            self.weighty = heard.day
        elif heard.level == FIRM:
            self.firm = heard.day
        if heard.seen:
            self.seen = True
            self.weighty = heard.day

    def settled(self, level: int) -> bool:
        """Whether it is so well known that an outlet's plain word of that level only repeats it."""
        return self.party_level >= level or (self.seen and len(self.first) > 1)

    def origins(self, names: dict[str, str], only: Iterable[str] | None = None) -> tuple[Origin, ...]:
        """The independent first voices, in the order in which they spoke; of these, those in `only`."""
        wanted = set(self.first if only is None else only)
        relays: dict[str, dict[str, None]] = {key: {} for key in wanted}
        for heard in self.voices:
            if (
                heard.origin in wanted
                and heard.statement.claim.report != self.first[heard.origin].statement.claim.report
            ):
                relays[heard.origin][heard.statement.claim.report] = None
        return tuple(
            Origin(
                voice=names.get(key, key),
                kind="own" if heard.kind == "copy" else heard.kind,
                report=heard.statement.claim.report,
                date=heard.day.isoformat(),
                relays=tuple(relays[key]),
            )
            for key, heard in self.first.items()
            if key in wanted
        )


@dataclass(slots=True, eq=False)
class Standing:
    """One answer with both its sides.

    `distorts`: the answers that relays made this one of. `excludes`: others that cannot be right beside it, where that
    cannot be told from the answers themselves.
    """

    answer: Answer
    yes: Side = field(default_factory=Side)
    no: Side = field(default_factory=Side)
    distorts: list[Answer] = field(default_factory=list)
    excludes: list[Answer] = field(default_factory=list)

    def side(self, *, denies: bool) -> Side:
        """The side of those who say so, or of those who deny it."""
        return self.no if denies else self.yes

    @property
    def sample(self) -> Statement:
        """The first claim about it."""
        return (self.yes.voices or self.no.voices)[0].statement

    @property
    def weight(self) -> bool:
        """Whether a party says so, or a witness."""
        return bool(self.yes.parties) or self.yes.seen

    @property
    def decided(self) -> dt.date:
        """The day of the latest word that it rests on: a party's or a witness's where there is one."""
        return self.yes.weighty if self.weight else self.yes.last

    def taken_back(self, others: Iterable[Side]) -> bool:
        """Whether every first voice for it has since spoken on another side."""
        if not self.yes.first:
            return False
        turned: dict[str, dt.date] = {}
        for side in others:
            for key, heard in side.first.items():
                turned[key] = max(turned.get(key, dt.date.min), heard.day)
        return all(turned.get(key, dt.date.min) > heard.day for key, heard in self.yes.first.items())
