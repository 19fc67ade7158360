"""What is asked and what is answered: claims that give the same answer, and answers that exclude each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from newsreel.model import Period, Ref, Statement
from newsreel.weighing.naming import fold, in_two_scripts, is_festival
from newsreel.weighing.rules import Question, Rules, rules

DATED = frozenset({"filming_start", "filming_end", "release_date"})
_PERIODS = DATED | {"birth_date", "career_start"}


class Answer(NamedTuple):
    """One answer to one question.

    `value` is an entity's id or a plain value, folded where it is text. `qualifier` tells answers of one value apart:
    the relation to a source, "festival" for a showing there, what a career or an award was for, or a detail
    ("role: …").
    `open` is set where reports say that the answer is not known.
    """

    subject: str
    predicate: str
    value: str | int | bool | None
    is_entity: bool
    qualifier: str = ""
    open: bool = False


def answer(s: Statement, *, by_party: bool = False) -> Answer:
    """The answer that a claim gives, or denies.

    An outlet's "no second season has been ordered" denies nothing: it says that a stage has not come, which is open.
    """
    claim = s.claim
    not_come = claim.status == "denied" and not by_party and claim.predicate == "production_status"
    unknown = claim.status == "unannounced" or claim.object is None or (not_come and claim.object in rules().closes)
    if s.object is not None:
        return Answer(s.subject, claim.predicate, s.object, True, _qualifier(s), unknown)  # noqa: FBT003
    value = claim.object
    if isinstance(value, Ref):
        value = fold(value.name)
    elif isinstance(value, str) and claim.predicate not in _PERIODS:
        value = fold_value(value)
    return Answer(s.subject, claim.predicate, value, False, _qualifier(s), unknown)  # noqa: FBT003


@lru_cache(maxsize=65536)
def fold_value(value: str) -> str:
    """A value as a key: without case and outer white space; the signs in it count (a title, a genre)."""
    return " ".join(value.casefold().split())


def _qualifier(s: Statement) -> str:
    predicate, slots = s.claim.predicate, s.claim.slots
    if predicate == "based_on":
        return slots.relation or ""
    if predicate == "release_date":
        return "festival" if is_festival(slots.venue) else ""
    if predicate == "career_start":
        return fold_value(slots.as_ or "")
    if predicate == "award":
        return fold_value(slots.for_ or "")
    return ""


@lru_cache(maxsize=65536)
def period(value: str | int | bool | None) -> Period | None:
    """The days that a date means, or None where it is none."""
    if not isinstance(value, str):
        return None
    try:
        return Period.parse(value)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def born(age: int, said: dt.date, years_ahead: int) -> tuple[dt.date, dt.date]:
    """The days of birth, first and last, of somebody of an age on a day (`years_ahead`: years counted too many)."""
    first = _years_before(said, age + 1) + dt.timedelta(days=1)
    return first, _years_before(said, age - years_ahead)


def _years_before(day: dt.date, years: int) -> dt.date:
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _age_apart(a: Statement, b: Statement, rules: Rules) -> bool:
    spans = []
    for s in (a, b):
        age = s.claim.object
        if not isinstance(age, int) or isinstance(age, bool):
            return False
        ahead = s.language == rules.ahead_language and s.published < rules.ahead_until
        spans.append(born(age, s.published, rules.ahead_years if ahead else 0))
    return spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0]


def finer(a: Answer, b: Answer) -> bool:
    """Whether `b` says the same as `a`, more exactly: a period within its period."""
    if a.predicate not in _PERIODS or a.value == b.value:
        return False
    days, others = period(a.value), period(b.value)
    return days is not None and others is not None and days.covers(others) and not others.covers(days)


def exclude(a: Answer, b: Answer, sample: tuple[Statement, Statement], question: Question, rules: Rules) -> bool:
    """Whether two answers to one question cannot both be right; `sample` is a claim for each."""
    if a.open or b.open or a == b:
        return False
    if question.compare == "relation":
        return a.value == b.value and bool(a.qualifier and b.qualifier) and a.qualifier != b.qualifier
    if a.qualifier != b.qualifier or not question.compare:
        return False
    apart: dict[str, Callable[[], bool]] = {
        "days": lambda: _days_apart(a, b, sample),
        "age": lambda: _age_apart(*sample, rules),
        "family": lambda: _families_apart(a.value, b.value, rules),
        "value": lambda: a.value != b.value,
    }
    return apart[question.compare]()


def _days_apart(a: Answer, b: Answer, sample: tuple[Statement, Statement]) -> bool:
    days, others = period(a.value), period(b.value)
    if days is None or others is None or days.overlaps(others):
        return False
    return not _elsewhere(sample[0].claim.slots.venue, sample[1].claim.slots.venue)


def _families_apart(one: object, other: object, rules: Rules) -> bool:
    placed = [family for family in rules.families if one in family]
    others = [family for family in rules.families if other in family]
    return bool(placed and others) and not any(family in others for family in placed)


def _elsewhere(one: str | None, other: str | None) -> bool:
    """Whether two venues are plainly two: named in one script, and not alike."""
    if not one or not other or in_two_scripts(one, other):
        return False
    a, b = fold(one), fold(other)
    return a not in b and b not in a
