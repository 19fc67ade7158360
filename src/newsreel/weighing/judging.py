"""From how the answers to one question stand to their verdicts: what holds of each, and the first row that fits."""

from __future__ import annotations

from collections.abc import Sequence

from newsreel.weighing.giving_way import pass_stages, refine, settle_open
from newsreel.weighing.hearing import Hearing
from newsreel.weighing.holding import Judged, hold
from newsreel.weighing.rivalry import contradict, move, pairs
from newsreel.weighing.standing import Standing


def judge(question: Sequence[Standing], hearing: Hearing) -> list[Judged]:
    """The verdicts of all answers to one question (one subject, one predicate)."""
    rules = hearing.rules
    found = [Judged(standing) for standing in question]
    if not found:
        return found
    about = rules.question(question[0].answer.predicate)
    apart = pairs(found, about, hearing)
    for judged in found:
        hold(judged, about, rules)
    move(found, apart, about, hearing)
    contradict(apart)
    refine(found)
    settle_open(found, rules)
    pass_stages(found, rules)
    for judged in found:
        row = next(row for row in rules.verdicts if row.when <= judged.words and not row.unless & judged.words)
        judged.verdict, judged.rule = row.verdict, row.rule
    return found
