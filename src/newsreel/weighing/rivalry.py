"""Answers that exclude each other: whether one has taken the other's place, or the two contradict each other."""

from __future__ import annotations

import datetime as dt

from newsreel.weighing.answers import Answer, exclude, period
from newsreel.weighing.hearing import Hearing
from newsreel.weighing.holding import Judged
from newsreel.weighing.rules import Question, Rules
from newsreel.weighing.showings import two_markets, two_showings
from newsreel.weighing.standing import FIRM, PLANNED, Standing

_PASSED_ON = frozenset({"relay", "distort", "copy"})


def pairs(found: list[Judged], about: Question, hearing: Hearing) -> list[tuple[Judged, Judged]]:
    """The answers that exclude each other, as pairs."""
    if not about.compare:
        by_answer = {judged.standing.answer: judged for judged in found}
        apart: dict[frozenset[Answer], tuple[Judged, Judged]] = {}
        for judged in found:
            for answer in (*judged.standing.distorts, *judged.standing.excludes):
                if answer in by_answer:
                    apart.setdefault(frozenset((judged.standing.answer, answer)), (judged, by_answer[answer]))
        return list(apart.values())
    spoken = [judged for judged in found if judged.standing.yes.first]
    return [
        (a, b)
        for number, a in enumerate(spoken)
        for b in spoken[number + 1 :]
        if _excludes(a.standing, b.standing, about, hearing) and not _of_two(a.standing, b.standing, about, hearing)
    ]


def _excludes(a: Standing, b: Standing, about: Question, hearing: Hearing) -> bool:
    return exclude(a.answer, b.answer, (a.sample, b.sample), about, hearing.rules)


def _of_two(a: Standing, b: Standing, about: Question, hearing: Hearing) -> bool:
    """Whether two answers are about two things: seasons, works of one name, showings one after the other, countries."""
    subject, out = a.answer.subject, hearing.out.get(a.answer.subject)
    if about.event and FIRM in {a.yes.level, b.yes.level}:
        days, others = period(a.answer.value), period(b.answer.value)
        years_apart = days is not None and others is not None and abs(days.start - others.start) > hearing.rules.apart
        return years_apart or _renewed(subject, hearing) or two_showings(a, b) or two_markets(a, b, hearing)
    if about.event:
        return two_markets(a, b, hearing)
    later = max(a.sample.published, b.sample.published)
    return about.compare == "value" and out is not None and later - out > hearing.rules.season


def _renewed(subject: str, hearing: Hearing) -> bool:
    """Whether a work goes on after its first release: then it has more than one day of release."""
    return any(
        standing.answer.value == "renewed" and not standing.answer.open and standing.yes.first
        for standing in hearing.questions.get((subject, "production_status"), ())
    )


def move(found: list[Judged], apart: list[tuple[Judged, Judged]], about: Question, hearing: Hearing) -> None:
    """Mark what has been taken back, stopped, or replaced by a later answer."""
    both = [pair for a, b in apart for pair in ((a, b), (b, a))]
    for one, other in both:
        if one.standing.taken_back([other.standing.yes, one.standing.no]) and not one.standing.yes.parties:
            one.words.add("taken_back")
    _stop(found, hearing)
    for one, other in [pair for pair in both if _moved(*pair, about, hearing.rules)]:
        one.words.add("moved")
        one.by = other.standing


def _stop(found: list[Judged], hearing: Hearing) -> None:
    """A stop (postponed, cancelled) overtakes the days that were planned before it."""
    rules = hearing.rules
    subject, predicate = found[0].standing.answer[:2]
    if predicate not in rules.plans:
        return
    for stop in hearing.questions.get((subject, "production_status"), ()):
        if stop.answer.value not in rules.stops or stop.answer.open or stop.yes.level != FIRM or stop.no.parties:
            continue
        since = min(heard.day for heard in stop.yes.first.values())
        for judged in found:
            plan = judged.standing.yes
            if plan.level == PLANNED and plan.last < since and (stop.weight or not judged.standing.weight):
                judged.words.add("moved")
                judged.by = stop


def _moved(a: Judged, b: Judged, about: Question, rules: Rules) -> bool:
    """Whether `b` has taken the place of `a` in the course of things, so that the two are no contradiction."""
    if not about.moves or not a.stands or not b.stands or a.standing.answer in b.standing.distorts:
        return False
    one, other = a.standing, b.standing
    later = other.decided - one.decided
    days = about.compare == "days"
    if days and one.yes.level == FIRM:
        return False
    if days and one.yes.level <= PLANNED and other.yes.level == FIRM and later >= dt.timedelta(0):
        return True
    if later <= dt.timedelta(0) or (one.weight and not other.weight):
        return False
    if one.weight and (days or one.yes.parties.keys() & other.yes.parties.keys()):
        return True
    return later > rules.same_time


def contradict(apart: list[tuple[Judged, Judged]]) -> None:
    """Mark those that are disputed of what excludes each other and has not moved: the side without weight, or both."""
    for a, b in apart:
        if "moved" in a.words | b.words or a.denied or b.denied or _told_together(a.standing, b.standing):
            continue
        a.rivals.append(b.standing)
        b.rivals.append(a.standing)
        if "taken_back" in a.words | b.words:
            continue
        one, other = _outweighs(a, b), _outweighs(b, a)
        if other or not one:
            a.words.add("contradicted")
        if one or not other:
            b.words.add("contradicted")


def _told_together(a: Standing, b: Standing) -> bool:
    """Whether one report tells both in its own words: then they are two things of one matter, and no contradiction."""
    reports = {heard.statement.claim.report for heard in a.yes.voices if heard.kind not in _PASSED_ON}
    return any(heard.statement.claim.report in reports for heard in b.yes.voices if heard.kind not in _PASSED_ON)


def _outweighs(one: Judged, other: Judged) -> bool:
    """Whether a side has a party, a witness, or the very voice that the other side cites."""
    return one.standing.weight or one.standing.answer in other.standing.distorts
