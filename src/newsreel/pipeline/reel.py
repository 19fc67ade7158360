"""The library's main name: a ledger with everything that can be asked of it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

from platformdirs import user_data_path

from newsreel.dossier import Event, timeline
from newsreel.ledger import Correction, Ledger, Withdrawal
from newsreel.model import (
    Change,
    Claim,
    Conflict,
    Entity,
    Fact,
    Judgement,
    Period,
    Record,
    Ref,
    Report,
    Source,
    Statement,
    Verdict,
)
from newsreel.model.errors import InputError, LedgerUnwritable, NotKnown
from newsreel.pipeline.adding import Added, Adding, Reader
from newsreel.pipeline.settling import Settling
from newsreel.pipeline.weighing import Scales
from newsreel.reading import read
from newsreel.resolving import Explanation, Identities, link_catalog
from newsreel.resolving.replaying import is_reference, standing
from newsreel.sources import outlets


def default_ledger() -> str:
    """The ledger in NEWSREEL_LEDGER, else in the user's data directory."""
    return os.environ.get("NEWSREEL_LEDGER") or str(user_data_path("newsreel", appauthor=False) / "ledger.db")


class Newsreel:
    """A ledger with everything that can be asked of it.

    `ledger` is a path or a PostgreSQL URL; without one the user's own ledger is used. Reports given to `add` are read
    by `reader`, kept and compared; what is known of an entity is weighed when asked. Raises LedgerError and its kinds.
    """

    def __init__(self, ledger: Path | str | None = None, *, reader: Reader = read) -> None:
        self._ledger = Ledger.open(ledger or default_ledger())
        self._settling = Settling(self._ledger)
        self._adding = Adding(self._ledger, reader, self._settling.settle)
        self._scales = Scales(self._ledger)
        # Identities lag behind when adding was interrupted; a ledger that cannot be written is read as it is.
        with suppress(LedgerUnwritable):
            self._settling.settle()

    def close(self) -> None:
        """Lets go of the ledger."""
        self._settling.keep()
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
        return self._adding.add(reports)

    def rebuild(self) -> None:
        """Makes everything that was derived anew from the entries alone; the result is the same to the byte."""
        self._settling.rebuild()

    def digest(self) -> str:
        """One hash of all that was derived from the entries: equal states have equal digests."""
        return self._ledger.digest()

    def version(self) -> str:
        """What the ledger holds, in one word: as long as it is the same, so are all answers."""
        return ".".join(map(str, self._ledger.seen()))

    def reading(self) -> AbstractContextManager[None]:
        """Whatever is asked within, in this thread, is answered from one state of the ledger, and sooner."""
        return self._ledger.reading()

    # Who and what

    def entities(self, kind: str = "") -> list[Entity]:
        """Everything of which something stands, the most used first; of one kind, if given."""
        return self._ledger.entities(kind=kind)

    def entity(self, entity_id: str, as_of: dt.date | None = None) -> Entity:
        """The entity that an id leads to: its own or that of any mention; NotKnown for none.

        With a day, its names are those that reports had used by then; the most used one, if none had.
        """
        found = self._ledger.entity(entity_id)
        if found is None:
            raise NotKnown(entity_id)
        if as_of is None:
            return found
        used = {name for statement in self.statements(found.id, as_of) for name in _names_for(found.id, statement)}
        return replace(found, names=tuple(name for name in found.names if name in used) or found.names[:1])

    def those(self, ids: Iterable[str]) -> dict[str, Entity]:
        """Entities by their own ids, without their mentions; unknown ids are left out."""
        return {entity.id: entity for entity in self._ledger.entities(sorted(set(ids)))}

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
        return self._settling.identities()

    def explain(self, one: str, other: str) -> Explanation:
        """Why two mentions are one thing, or two: the evidence, and what persons said; NotKnown for an unknown one."""
        return self._settling.explain(one, other)

    def judge(  # noqa: PLR0913 - a judgement has six parts, and nobody should have to make one up
        self, left: str, right: str, verdict: Verdict, *, by: str, because: str, date: dt.date
    ) -> Judgement:
        """Keeps a person's word on whether two entities, by any of their mentions, are one; `by` is a name."""
        one, other = sorted((left, right))
        # Of two words on one day the later counts, and a word said again after it was taken back is a new one.
        moment = dt.datetime.combine(date, dt.datetime.now(tz=dt.UTC).time()).isoformat(timespec="microseconds")
        judgement = Judgement(one, other, verdict, f"person:{by}", because, moment)
        with self._ledger.writing() as writer:
            writer.judge(judgement)
        self._settling.settle()
        return judgement

    def add_catalog(self, path: Path | str, progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        """Ties entities to the records of a public catalog's file; gives the judgements that were not known before.

        `progress` is called now and then with the bytes read and the size of the file. InputError for other files.
        """
        years: dict[str, set[int]] = {}
        for statement in self.statements():
            if statement.claim.predicate == "release_date" and isinstance(statement.claim.object, str):
                years.setdefault(statement.subject, set()).add(Period.parse(statement.claim.object).start.year)
        known = {entity: frozenset(found) for entity, found in years.items()}
        tied = list(link_catalog(Path(path), self.entities(), known, progress))
        with self._ledger.writing() as writer:
            fresh = [judgement for judgement in tied if writer.judge(judgement)]
        self._settling.settle()
        return fresh

    def references(self, entity_id: str) -> list[str]:
        """The entity's ids in public catalogs ("imdb:nm0000001"), sorted."""
        mentions = set(self.entity(entity_id).mentions)
        tied = (one for one in standing(self.judgements()).values() if is_reference(one))
        sides = [(one.left, one.right) for one in tied if one.verdict is Verdict.SAME]
        return sorted(
            {other for left, right in sides for one, other in ((left, right), (right, left)) if one in mentions}
        )

    def judgements(self) -> list[Judgement]:
        """What persons judged, in the order of their doing so."""
        return self._ledger.judgements()

    def follow(self, entity_id: str, *, on: bool = True) -> None:
        """Follows an entity from now on, or no longer; NotKnown for none."""
        with self._ledger.writing() as writer:
            writer.follow(self.entity(entity_id).id, on=on)
        self._settling.settle()

    def follows(self) -> list[str]:
        """The ids of the entities that are followed."""
        return self._ledger.follows()

    # Reports

    def reports(self, as_of: dt.date | None = None) -> Iterator[Report]:
        """Every report by day and id, withdrawn ones left out; of each the newest snapshot of that day."""
        return self._ledger.reports(as_of=as_of)

    def published_by(self, outlet: str, most: int) -> list[Report]:
        """An outlet's latest reports by day and id, at most so many; withdrawn ones left out."""
        return list(self._ledger.reports(self._ledger.published_by(outlet, most)))

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
        self._settling.settle()
        return withdrawal

    def report_claims(self, report_id: str, snapshot: int | None = None) -> list[Claim]:
        """What was read from a report, from its newest snapshot or the one asked for; corrected claims left out."""
        return self._ledger.report_claims(report_id, snapshot)

    def search_texts(self, typed: str, limit: int = 20) -> list[Report]:
        """The newest reports whose text holds what was typed."""
        return self._ledger.holding(typed, limit)

    def correct(self, claim_id: str, *, by: str, because: str, date: dt.date) -> Correction:
        """Keeps a person's word that a claim is not what its report says: it counts on no day; NotKnown for none."""
        correction = Correction(claim_id, date, f"person:{by}", because)
        with self._ledger.writing() as writer:
            writer.correct(correction)
        self._settling.settle()
        return correction

    def size(self) -> dict[str, int]:
        """How many reports, claims, mentions and entities the ledger holds."""
        return self._ledger.size()

    # What is said, and what stands of it

    def statements(self, about: str | None = None, as_of: dt.date | None = None) -> list[Statement]:
        """What reports say of one entity, or of all, as of a day."""
        return self._ledger.statements(self._id(about), as_of)

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by their ids, also such as stand no longer; unknown ids are left out."""
        return self._ledger.claims(set(ids))

    def facts(self, about: str | None = None, as_of: dt.date | None = None) -> list[Fact]:
        """What stands as of a day: of one entity, as subject or as object, or of all; by subject and predicate."""
        return self._scales.standing(self._id(about), as_of)[0]

    def facts_of(self, ids: Collection[str], predicate: str, as_of: dt.date | None = None) -> dict[str, list[Fact]]:
        """What stands of one predicate as of a day, by entity; `ids` are entities' own."""
        return self._scales.facts_of(ids, predicate, as_of)

    def fact(self, fact_id: str, as_of: dt.date | None = None) -> Fact:
        """The fact of that id as of a day; NotKnown where none has it then."""
        for fact in self.facts(as_of=as_of):
            if fact.id == fact_id:
                return fact
        raise NotKnown(fact_id)

    def standing(self, about: str | None = None, as_of: dt.date | None = None) -> tuple[list[Fact], list[Conflict]]:
        """`facts` and `conflicts` of the same, weighed once."""
        return self._scales.standing(self._id(about), as_of)

    def weigh_ahead(self, on: Callable[[], bool] = lambda: True) -> int:
        """Weighs whatever changed since somebody asked for it last, so that nobody has to wait; gives the number.

        `on` is asked after each whether to go on.
        """
        return self._scales.weigh_ahead(on)

    def conflicts(
        self, about: str | None = None, as_of: dt.date | None = None, most: int | None = None
    ) -> list[Conflict]:
        """Where reports contradict each other as of a day: about one entity, or all.

        `most`: only so many; of all that stand today, those with the latest news, the latest first.
        """
        if about is None and as_of is None:
            return self._scales.conflicts(most)
        return self._scales.standing(self._id(about), as_of)[1][:most]

    def changes(
        self,
        since: dt.date | None = None,
        about: str | None = None,
        until: dt.date | None = None,
        most: int | None = None,
    ) -> list[Change]:
        """What a follower should be told, once, in order; `since` and `until` are days that count.

        `most`: only so many, the latest.
        """
        return self._scales.changes(self._id(about), since, until, most)

    def timeline(self, about: str, as_of: dt.date | None = None) -> list[Event]:
        """What happened when, and when it became known: to a work, or to the works of a person or company."""
        mine = self.facts(about, as_of)
        works = sorted({fact.subject for fact in mine} - {self.entity(about).id})
        theirs = (fact for work in works for fact in self.facts(work, as_of) if fact.subject == work)
        return timeline([*mine, *theirs])

    def records(self, as_of: dt.date | None = None) -> list[Record]:
        """What became of every outlet's news as of a day, those with the most first voices first."""
        return self._scales.records(as_of)

    def outlets(self) -> tuple[Source, ...]:
        """The outlets that newsreel knows by itself, with every name that they go by."""
        return outlets()

    def _id(self, about: str | None) -> str | None:
        if about is None:
            return None
        found = self._ledger.entity_id(about)
        if found is None:
            raise NotKnown(about)
        return found


def _names_for(entity: str, statement: Statement) -> Iterator[str]:
    """Every form by which a statement calls an entity."""
    for side, ref in ((statement.subject, statement.claim.subject), (statement.object, statement.claim.object)):
        if side == entity and isinstance(ref, Ref):
            yield from ref.names
