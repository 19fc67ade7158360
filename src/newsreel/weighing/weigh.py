"""Weigh what reports say: facts with their verdicts, contradictions, and what each report turned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from newsreel.model import Conflict, Fact, Statement, Turn
from newsreel.weighing.answers import Answer
from newsreel.weighing.conflicts import conflicts
from newsreel.weighing.details import contested
from newsreel.weighing.facts import fact, fact_id
from newsreel.weighing.hearing import Hearing, in_order
from newsreel.weighing.holding import Judged
from newsreel.weighing.judging import judge
from newsreel.weighing.speakers import Press

_LOST = frozenset({"disputed", "denied"})


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

    The order of `statements` makes no difference. A fact is complete if all statements are there that have its
    subject as their subject or object; `subjects` limits what is given back, not what is heard. Facts come by subject,
    predicate, and the day on which they were first heard.
    """
    press = press or Press()
    known = [s for s in statements if as_of is None or s.published <= as_of]
    hearing = Hearing(press)
    for claims in in_order(known, press):
        hearing.hear(claims)
    day = as_of or max((s.published for s in known), default=dt.date.min)
    facts: list[Fact] = []
    found: list[Conflict] = []
    for question in sorted(hearing.questions):
        if subjects is None or question[0] in subjects:
            weighed = _question(hearing, question, day)
            facts.extend(weighed.facts)
            found.extend(weighed.conflicts)
    return Weighed(tuple(facts), tuple(found))


def turns(
    statements: Iterable[Statement],
    *,
    press: Press | None = None,
    subjects: Collection[str] | None = None,
) -> Iterator[Turn]:
    """Every fact that a report brought or changed, report by report in order of date; a mere retelling turns nothing.

    `before` is the fact as it stood when it last turned.
    """
    press = press or Press()
    hearing = Hearing(press)
    before: dict[str, Fact] = {}
    for claims in in_order(statements, press):
        touched = {voice.answer for voice in hearing.hear(claims)}
        for question in sorted(_reached(touched, hearing)):
            if subjects is None or question[0] in subjects:
                yield from _turned(hearing, question, touched, before, claims[0])


def _reached(touched: Collection[Answer], hearing: Hearing) -> set[tuple[str, str]]:
    """The questions that a report's claims may have turned: a stop reaches the plans of its production."""
    found = {answer[:2] for answer in touched}
    for subject, predicate in list(found):
        if predicate == "production_status":
            found.update((subject, plan) for plan in hearing.rules.plans if (subject, plan) in hearing.questions)
    return found


def _turned(
    hearing: Hearing, question: tuple[str, str], touched: Collection[Answer], before: dict[str, Fact], told: Statement
) -> Iterator[Turn]:
    facts: list[Fact] = []
    for one in judge(hearing.questions[question], hearing):
        then = before.get(fact_id(one.standing.answer))
        if then is None or then.verdict != one.verdict:
            then = fact(one, hearing.speakers.names, told.published)
            facts.append(then)
        if one.standing.answer in touched:
            details = _details(hearing, one, then, told.published)[1]
            facts.extend(detail for detail in details if detail.verdict in _LOST or detail.id in before)
    facts = [now for now in facts if now.id not in before or before[now.id].verdict != now.verdict]
    given_way = [before[now.id] for now in facts if now.id in before and now.rule in {"moved", "refined"}]
    for now in sorted(facts, key=_by_first):
        then = before.get(now.id)
        fresh = then is None and given_way and now.verdict not in _LOST | {"superseded"}
        yield Turn(told.published.isoformat(), told.claim.report, then, now, given_way[-1] if fresh else None)
        before[now.id] = now


def _question(hearing: Hearing, question: tuple[str, str], day: dt.date) -> Weighed:
    """The facts and contradictions of one question."""
    judged = judge(hearing.questions[question], hearing)
    facts: list[Fact] = []
    found = conflicts(judged, hearing.speakers.names)
    for one in judged:
        own, clashes = _facts(hearing, one, day)
        facts.extend(own)
        found.extend(clashes)
    return Weighed(tuple(sorted(facts, key=_by_first)), tuple(found))


def _facts(hearing: Hearing, judged: Judged, day: dt.date) -> tuple[list[Fact], list[Conflict]]:
    """The fact of one answer, those of its contested details that it does not show, and what contradicts what."""
    whole = fact(judged, hearing.speakers.names, day)
    whole, details, clashes = _details(hearing, judged, whole, day)
    sides = {key for clash in clashes for key in clash.facts}
    return [whole, *(detail for detail in details if detail.id in sides)], clashes


def _details(hearing: Hearing, judged: Judged, whole: Fact, day: dt.date) -> tuple[Fact, list[Fact], list[Conflict]]:
    """A fact with those of its details that stand, its contested details as facts, and the contradictions."""
    slots = hearing.rules.question(judged.standing.answer.predicate).details
    if not slots or len(judged.standing.yes.voices) < 2:  # noqa: PLR2004 - one voice contradicts nobody
        return whole, [], []
    details = judge(contested(judged.standing, slots), hearing)
    if not details:
        return whole, [], []
    told = [
        (one.standing.answer.qualifier.partition(":")[0], fact(one, hearing.speakers.names, day)) for one in details
    ]
    kept = whole.slots
    for name, found in told:
        if found.verdict in _LOST and getattr(kept, name) == getattr(found.slots, name):
            standing = [getattr(f.slots, n) for n, f in told if n == name and f.verdict not in _LOST]
            kept = replace(kept, **{name: standing[0] if standing else None})
    within = {
        found.id
        for name, found in told
        if found.verdict not in _LOST and getattr(kept, name) == getattr(found.slots, name)
    }
    clashes = [_as_of_whole(clash, whole.id, within) for clash in conflicts(details, hearing.speakers.names)]
    return replace(whole, slots=kept), [found for _, found in told], clashes


def _as_of_whole(clash: Conflict, whole: str, within: Collection[str]) -> Conflict:
    """A contradiction of details, those that stand named as the fact that holds them."""
    return replace(
        clash,
        facts=tuple(dict.fromkeys(whole if key in within else key for key in clash.facts)),
        likely=whole if clash.likely in within else clash.likely,
        sides=tuple(replace(side, fact=whole) if side.fact in within else side for side in clash.sides),
    )


def _by_first(found: Fact) -> tuple[str, str, str]:
    return found.first_date, found.first_report, found.id
