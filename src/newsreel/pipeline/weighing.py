"""Statements onto the scales: what stands of one thing or of all, and what each report changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain

from newsreel.dossier import changes, in_order, records, worded
from newsreel.ledger import Answers, Ledger
from newsreel.model import Change, Conflict, Fact, Record, Statement
from newsreel.model.errors import LedgerUnwritable
from newsreel.pipeline.calling import told_apart
from newsreel.pipeline.publishing import one_outlet, voices_of
from newsreel.pipeline.weigher import weigher
from newsreel.sources import outlet_names
from newsreel.weighing import Press, turns, weigh

_TOGETHER = 50
"""Subjects that are kept in one transaction."""


class Scales:
    """Weighs what a ledger holds, subject by subject: the answer about one thing is a part of the answer about all."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def standing(self, about: str | None, as_of: dt.date | None) -> tuple[list[Fact], list[Conflict]]:
        """What stands as of a day, and where reports contradict each other, of an entity on either side or of all."""
        answers = (
            self._today(about)
            if as_of is None
            else [self._weigh(*one, as_of) for one in self._concerning(about, as_of)]
        )
        facts: list[Fact] = []
        conflicts: list[Conflict] = []
        for one in answers:
            mine = [fact for fact in one.facts if about is None or _is_about(fact, about)]
            ids = {fact.id for fact in mine}
            facts += mine
            conflicts += [c for c in one.conflicts if about in {None, c.subject} or ids.intersection(c.facts)]
        return facts, conflicts

    def facts_of(self, subjects: Collection[str], predicate: str, as_of: dt.date | None) -> dict[str, list[Fact]]:
        """What stands of one predicate as of a day, by subject."""
        found = {} if as_of is not None else self._ledger.weighed_of(subjects, predicate, weigher())
        for one in set(subjects) - found.keys():
            facts = self._weigh(one, self._ledger.statements(one, as_of), as_of).facts
            found[one] = [fact for fact in facts if fact.predicate == predicate]
        return found

    def conflicts(self, most: int | None) -> list[Conflict]:
        """Where reports contradict each other today: all, by subject; or so many, the latest first."""
        fresh = {one.subject: one.dated() for one in self._weighed_now(None)}
        found = [one for one in self._ledger.conflicts(weigher(), most) if one[1].subject not in fresh]
        found += [dated for some in fresh.values() for dated in some]
        found.sort(key=lambda one: one[1].subject)
        if most is not None:
            found.sort(key=lambda one: one[0], reverse=True)
        return [conflict for _, conflict in found[:most]]

    def records(self, as_of: dt.date | None) -> list[Record]:
        """What became of every outlet's news as of a day, those with the most first voices first."""
        if as_of is not None:
            return records(self.standing(None, as_of)[0])
        fresh = {one.subject: one.records for one in self._weighed_now(None)}
        # The ledger's sums lack what could not be kept.
        missing = fresh.keys() & set(self._ledger.unweighed(None, weigher()))
        found = {record.outlet: record for record in self._ledger.records(weigher())}
        for record in (record for subject in missing for record in fresh[subject]):
            found.setdefault(record.outlet, Record(record.outlet)).add(record)
        return in_order(found.values())

    def weigh_ahead(self, on: Callable[[], bool]) -> int:
        """Weighs everything of which it is not kept how it stands, or what changed; gives the number of subjects."""
        weighed: set[str] = set()
        for subject in chain(
            (one.subject for one in self._weighed_now(None)), (one for one, _ in self._told_now(None))
        ):
            weighed.add(subject)
            if not on():
                break
        return len(weighed)

    def _today(self, about: str | None) -> list[Answers]:
        """What stands today: as it is kept, where it is, else weighed now."""
        fresh = {one.subject: one for one in self._weighed_now(about)}
        kept = (one for one in self._ledger.weighed(about, weigher()) if one.subject not in fresh)
        return sorted((*fresh.values(), *kept), key=lambda one: one.subject)

    def _weighed_now(self, about: str | None) -> Iterator[Answers]:
        """Weighs what is not kept, and keeps it, where the ledger can be written and nobody else is writing."""
        seen = self._ledger.seen()
        subjects = self._ledger.unweighed(about, weigher())
        for at in range(0, len(subjects), _TOGETHER):
            found = [self._weigh(one, self._ledger.statements(one), None) for one in subjects[at : at + _TOGETHER]]
            with suppress(LedgerUnwritable), self._ledger.writing(durable=False, patient=False) as writer:
                writer.keep(weigher(), found, seen)
            yield from found

    def _weigh(self, subject: str, said: list[Statement], as_of: dt.date | None) -> Answers:
        weighed = weigh(said, as_of, press=self._press(said), subjects={subject})
        speakers = {name for one in said for _, name in voices_of(one)}
        return Answers(subject, weighed.facts, weighed.conflicts, speakers, records(weighed.facts))

    def changes(
        self, about: str | None, since: dt.date | None, until: dt.date | None, most: int | None = None
    ) -> list[Change]:
        """What a follower should be told, once: by day and report; `since` and `until` are days that count.

        `most`: only so many, the latest.
        """
        first = since.isoformat() if since else ""
        found: list[Change]
        if until is None:
            found = self._told_today(about, first, most)
        else:
            told = (self._told(*one) for one in self._concerning(about, until))
            found = [one for some in told for one in some if _tells_of(one, about) and one.date >= first]
        found.sort(key=lambda one: (one.date, one.report, one.fact.id))
        found = found if most is None else found[-most:]
        names = self._names(found)
        return [worded(one, names) for one in found]

    def _told_today(self, about: str | None, first: str, most: int | None) -> list[Change]:
        """What was told until today: as it is kept, where it is, else found out now."""
        fresh = dict(self._told_now(about))
        kept = [one for one in self._ledger.turned(about, weigher(), first, most) if one.subject not in fresh]
        new = (one for some in fresh.values() for one in some)
        return [*kept, *(one for one in new if _tells_of(one, about) and one.date >= first)]

    def _told_now(self, about: str | None) -> Iterator[tuple[str, list[Change]]]:
        """Finds out what is not kept, and keeps it, where the ledger can be written and nobody else is writing."""
        seen = self._ledger.seen()
        subjects = self._ledger.unweighed(about, weigher(), told=True)
        for at in range(0, len(subjects), _TOGETHER):
            some = {one: self._told(one, self._ledger.statements(one)) for one in subjects[at : at + _TOGETHER]}
            with suppress(LedgerUnwritable), self._ledger.writing(durable=False, patient=False) as writer:
                writer.keep_turned(weigher(), some, seen)
            yield from some.items()

    def _told(self, subject: str, said: list[Statement]) -> list[Change]:
        titles = _titles(subject, said)
        told = changes(turns(said, press=self._press(said), subjects={subject}))
        return [one for one in told if titles.get(_alias(one), one.date) >= one.date]

    def _concerning(self, about: str | None, as_of: dt.date | None) -> Iterator[tuple[str, list[Statement]]]:
        """Each subject of which something is said that concerns `about`, with all statements on that subject."""
        if about is None:
            yield from _by_subject(self._ledger.statements(as_of=as_of))
            return
        mine = self._ledger.statements(about, as_of)
        for subject in sorted({statement.subject for statement in mine}):
            yield subject, mine if subject == about else self._ledger.statements(subject, as_of)

    def _press(self, said: Iterable[Statement]) -> Press:
        """What weighing is told of the outlets and parties in these statements."""
        said = list(said)
        speakers = {name for statement in said for _, name in voices_of(statement)}
        copies = self._ledger.copies({statement.claim.report for statement in said})
        return Press(outlet_names(), self._ledger.parties(speakers) | one_outlet(said), copies)

    def _names(self, told: Iterable[Change]) -> dict[str, str]:
        """The names of everything that these changes speak of."""
        facts = [fact for one in told for fact in (one.fact, one.before) if fact is not None]
        ids = {fact.subject for fact in facts} | {str(fact.object) for fact in facts if fact.object_is_entity}
        names = {entity.id: entity.name for entity in self._ledger.entities(sorted(ids))}
        return told_apart(names, lambda some: self.facts_of(some, "work_type", None))


def _titles(subject: str, said: Iterable[Statement]) -> dict[str, str]:
    """The day on which each title of a work was first used for it: another title that was used before is no news."""
    found: dict[str, str] = {}
    for one in said:
        if one.subject == subject:
            day = one.published.isoformat()
            for name in one.claim.subject.names:
                found[name.casefold()] = min(found.get(name.casefold(), day), day)
    return found


def _alias(change: Change) -> str:
    """The other title that a change tells of, "" for any other change."""
    return str(change.fact.object).casefold() if change.fact.predicate == "alias" else ""


def _is_about(fact: Fact, entity: str) -> bool:
    return entity == fact.subject or (fact.object_is_entity and entity == fact.object)


def _tells_of(change: Change, about: str | None) -> bool:
    return about is None or _is_about(change.fact, about)


def _by_subject(statements: Iterable[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    """Each subject with the statements that it is a side of."""
    concerning: dict[str, list[Statement]] = {}
    subjects = set()
    for statement in statements:
        subjects.add(statement.subject)
        for side in {statement.subject, statement.object} - {None}:
            concerning.setdefault(str(side), []).append(statement)
    for subject in sorted(subjects):
        yield subject, concerning[subject]
