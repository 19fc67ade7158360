"""Answers that give way without a contradiction: made finer, answered, or left behind by a later stage."""

from __future__ import annotations

import datetime as dt

from newsreel.weighing.answers import finer
from newsreel.weighing.holding import Judged
from newsreel.weighing.rules import Rules
from newsreel.weighing.standing import FIRM, PLANNED

_LONG_AGO = dt.date.min


def refine(found: list[Judged]) -> None:
    """Mark what somebody of no less standing has told more exactly."""
    for a in found:
        one = a.standing
        for b in found:
            other = b.standing
            if (
                other.yes.first
                and one.answer.qualifier == other.answer.qualifier
                and finer(one.answer, other.answer)
                and not other.answer.open
                and b.stands
                and not b.words & {"contradicted", "parties_clash"}
                and (other.weight or not one.weight or one.yes.level < FIRM == other.yes.level)
                and (other.yes.level == FIRM or one.yes.level != FIRM)
            ):
                a.words.add("refined")
                a.by = a.by or other


def settle_open(found: list[Judged], rules: Rules) -> None:
    """What was open is answered once somebody has said it, later than the last who did not know, or a party has."""
    for a in found:
        question = a.standing.answer
        if not question.open or not a.standing.yes.voices:
            continue
        asked = a.standing.yes.last
        closing = rules.closes.get(str(question.value), {question.value}) if question.value is not None else None
        for b in found:
            other = b.standing
            if other.answer.open or not other.yes.first or other.yes.level < PLANNED or b.denied or not b.stands:
                continue
            if closing is not None and other.answer.value not in closing:
                continue
            if other.answer.qualifier == "festival" and question.qualifier != "festival":
                continue
            if other.yes.parties or other.decided > asked:
                a.words.add("answered")
                a.by = other


def pass_stages(found: list[Judged], rules: Rules) -> None:
    """Mark the stages that a production has left behind."""
    for a in found:
        one = a.standing
        if one.answer.predicate != "production_status" or one.answer.open or not one.yes.voices:
            continue
        order = rules.stage_order.get(str(one.answer.value), 0)
        if one.answer.value == "cancelled" or order >= rules.stage_order["released"]:
            continue
        for b in found:
            other = b.standing
            further = rules.stage_order.get(str(other.answer.value), 0)
            if not other.answer.open and further > order and other.yes.level == FIRM and b.stands and not b.denied:
                # What was stopped goes on once a stage is told of again; else a stage is passed by one that is new.
                first = min((heard.day for heard in other.yes.first.values()), default=_LONG_AGO)
                since = other.yes.last if one.answer.value == "postponed" else first
                if since > one.yes.last:
                    a.words.add("passed")
                    a.by = other
