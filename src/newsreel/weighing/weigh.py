"""Weigh what reports say: facts with their verdicts, contradictions, and what each report turned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsreel.model import Conflict, Fact, Statement, Turn
from newsreel.weighing.answers import Answer
from newsreel.weighing.conflicts import conflicts
from newsreel.weighing.details import contested
from newsreel.weighing.facts import fact, fact_id
from newsreel.weighing.hearing import Hearing, in_order
from newsreel.weighing.judging import Judged, judge
from newsreel.weighing.speakers import Press


@dataclass(frozen=True, slots=True)
class Weighed:
    """What stands as of a day."""

    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]


def weigh(
    statements: Iterable[Statement],
    as_of: dt.date | None = None,
    *,
    press: Press | None = None,
    subjects: Collection[str] | None = None,
) -> Weighed:
    """What stands at the end of a day, from what was published until then (None: from all of it).

    The order of `statements` makes no difference. A fact is complete if all statements are there that have its subject
    as their subject or object; `subjects` limits what is given back, not what is heard. Facts come by subject, predicate,
    and the day on which they were first heard.
    """
    press = press or Press()
    known = [s for s in statements if as_of is None or s.published <= as_of]
    hearing = Hearing(press)
    for claims in in_order(known, press):
        hearing.hear(claims)
    day = as_of or max((s.published for s in known), default=dt.date.min)
    facts: list[Fact] = []
    found: list[Conflict] = []
    for subject, predicate in sorted(hearing.questions):
        if subjects is None or subject in subjects:
            weighed = _question(hearing, (subject, predicate), day)
            facts.extend(weighed.facts)
            found.extend(weighed.conflicts)
    return Weighed(tuple(facts), tuple(found))


def turns(
    statements: Iterable[Statement],
    *,
    press: Press | None = None,
    subjects: Collection[str] | None = None,
) -> Iterator[Turn]:
    """Every fact that a report brought or changed, report by report in order of date; a mere retelling turns nothing."""
    press = press or Press()
    hearing = Hearing(press)
    before: dict[str, Fact] = {}
    for claims in in_order(statements, press):
        touched = {voice.answer[:2]: None for voice in hearing.hear(claims)}
        day, report = claims[0].published, claims[0].claim.report
        for subject, predicate in sorted(_reached(touched, hearing)):
            if subjects is None or subject in subjects:
                yield from _turned(_question(hearing, (subject, predicate), day).facts, before, day, report)


def _reached(touched: Iterable[tuple[str, str]], hearing: Hearing) -> set[tuple[str, str]]:
    """The questions that a report's claims may have turned: a stop reaches the plans of its production."""
    found = set(touched)
    for subject, predicate in list(found):
        if predicate == "production_status":
            found.update((subject, plan) for plan in hearing.rules.plans if (subject, plan) in hearing.questions)
    return found


def _turned(facts: Sequence[Fact], before: dict[str, Fact], day: dt.date, report: str) -> Iterator[Turn]:
    given_way: list[Fact] = []
    for now in facts:
        then = before.get(now.id)
        if then is not None and then.verdict != now.verdict and now.rule in {"moved", "refined"}:
            given_way.append(then)
    for now in facts:
        then = before.get(now.id)
        if then is None or then.verdict != now.verdict:
            fresh = then is None and given_way and now.verdict not in {"superseded", "denied", "disputed"}
            yield Turn(day.isoformat(), report, then, now, given_way[-1] if fresh else None)
        before[now.id] = now


def _question(hearing: Hearing, question: tuple[str, str], day: dt.date) -> Weighed:
    """The facts and contradictions of one question."""
    judged = judge(hearing.questions[question], hearing)
    names = hearing.speakers.names
    facts = [fact(one, names, day) for one in judged]
    found = conflicts(judged, names)
    slots = hearing.rules.question(question[1]).details
    if slots:
        for number, one in enumerate(judged):
            details = judge(contested(one.standing, slots), hearing) if len(one.standing.yes.voices) > 1 else []
            if details:
                facts[number], lost, clash = _with_details(facts[number], details, names, day)
                facts.extend(lost)
                found.extend(clash)
    facts.sort(key=_by_first)
    return Weighed(tuple(facts), tuple(found))


def _with_details(
    whole: Fact, details: list[Judged], names: dict[str, str], day: dt.date
) -> tuple[Fact, list[Fact], list[Conflict]]:
    """A fact whose details contradict each other: itself with those that stand, the others as facts, the contradictions."""
    kept: dict[Answer, Fact] = {}
    for one in details:
        kept[one.standing.answer] = fact(one, names, day)
    lost = [found for one, found in zip(details, kept.values(), strict=True) if one.verdict in {"disputed", "denied"}]
    slots = whole.slots
    for one, found in zip(details, kept.values(), strict=True):
        name = one.standing.answer.qualifier.partition(":")[0]
        if found in lost and getattr(slots, name) == getattr(found.slots, name):
            standing = [f for f in kept.values() if f not in lost and getattr(f.slots, name)]
            slots = replace(slots, **{name: getattr(standing[0].slots, name) if standing else None})
    standing_ids = {fact_id(one.standing.answer) for one in details} - {found.id for found in lost}
    clashes = [
        replace(
            clash,
            facts=tuple(dict.fromkeys(whole.id if key in standing_ids else key for key in clash.facts)),
            likely=whole.id if clash.likely in standing_ids else clash.likely,
            sides=tuple(replace(side, fact=whole.id) if side.fact in standing_ids else side for side in clash.sides),
        )
        for clash in conflicts(details, names)
    ]
    return replace(whole, slots=slots), lost, clashes


def _by_first(found: Fact) -> tuple[str, str, str]:
    return found.first_date, found.first_report, found.id
