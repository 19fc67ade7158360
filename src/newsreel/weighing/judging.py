"""From how the answers to one question stand to their verdicts: what holds of each, and the first row that fits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsreel.weighing.answers import Answer, exclude, finer
from newsreel.weighing.hearing import Hearing
from newsreel.weighing.rules import Question, Rules
from newsreel.weighing.standing import CONSIDERING, FIRM, PLANNED, RUMORED, Standing

_LONG_AGO = dt.date.min


@dataclass(slots=True, eq=False)
class Judged:
    """An answer's verdict and the rule that gave it; `rivals` contradict it, `by` has taken its place or refined it."""

    standing: Standing
    verdict: str = ""
    rule: str = ""
    words: set[str] = field(default_factory=set)
    rivals: list[Standing] = field(default_factory=list)
    by: Standing | None = None

    @property
    def stands(self) -> bool:
        """Whether the answer may still be the right one, going by its own voices."""
        return not self.words & {"party_against", "dropped", "taken_back", "only_against", "moved"}


def judge(question: Sequence[Standing], hearing: Hearing) -> list[Judged]:
    """The verdicts of all answers to one question (one subject, one predicate)."""
    rules = hearing.rules
    found = [Judged(standing) for standing in question]
    if not found:
        return found
    about = rules.question(question[0].answer.predicate)
    pairs = _pairs(found, about, hearing)
    for judged in found:
        _own_words(judged, about, rules)
    for a, b in pairs:
        for one, other in ((a, b), (b, a)):
            if one.standing.taken_back([other.standing.yes, one.standing.no]) and not one.standing.yes.parties:
                one.words.add("taken_back")
    _stopped(found, hearing)
    moved = [(one, other) for a, b in pairs for one, other in ((a, b), (b, a)) if _moved(one, other, about, rules)]
    for one, other in moved:
        one.words.add("moved")
        one.by = other.standing
    _contradict(pairs)
    _refine(found)
    _answer(found, rules)
    _pass_stages(found, rules)
    for judged in found:
        row = next(row for row in rules.verdicts if row.when <= judged.words and not row.unless & judged.words)
        judged.verdict, judged.rule = row.verdict, row.rule
    return found


def _pairs(found: list[Judged], about: Question, hearing: Hearing) -> list[tuple[Judged, Judged]]:
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
    again = about.event and _renewed(found[0].standing.answer.subject, hearing)
    pairs = []
    for number, a in enumerate(spoken):
        for b in spoken[number + 1 :]:
            sample = (a.standing.sample, b.standing.sample)
            if exclude(a.standing.answer, b.standing.answer, sample, about, hearing.rules) and not (
                again and FIRM in {a.standing.yes.level, b.standing.yes.level}
            ):
                pairs.append((a, b))
    return pairs


def _renewed(subject: str, hearing: Hearing) -> bool:
    """Whether a work goes on after its first release: then it has more than one day of release."""
    return any(
        standing.answer.value == "renewed" and not standing.answer.open and standing.yes.first
        for standing in hearing.questions.get((subject, "production_status"), ())
    )


def _own_words(judged: Judged, about: Question, rules: Rules) -> None:
    """What holds of an answer by its own voices alone."""
    standing, words = judged.standing, judged.words
    yes, no = standing.yes, standing.no
    if yes.first:
        words.add("for")
    if no.first:
        words.add("against")
    if standing.answer.open:
        words.add("open")
    if about.event:
        words.add("event")
    if standing.answer.predicate == "production_status" and standing.answer.value == "released":
        words.add("out")
    if yes.seen:
        words.add("seen")
    _levels(judged)
    _parties(judged, rules)
    if yes.first and no.first and not yes.parties and not no.parties and not yes.seen:
        _outlets_deny(judged, about, rules)


def _outlets_deny(judged: Judged, about: Question, rules: Rules) -> None:
    standing, words = judged.standing, judged.words
    yes, no = standing.yes, standing.no
    if about.drops and no.last - yes.last > rules.same_time:
        words.add("dropped")
    elif standing.taken_back([no]):
        words.add("taken_back")
    elif not no.first.keys() <= yes.first.keys() or no.last < yes.last:
        words.add("contradicted")


def _levels(judged: Judged) -> None:
    yes, words = judged.standing.yes, judged.words
    for level, word in ((FIRM, "firm"), (PLANNED, "planned"), (CONSIDERING, "considering"), (RUMORED, "rumored")):
        if yes.level == level:
            words.add(word)
    if yes.party_level == FIRM:
        words.update(("party_firm", "happened"))
    elif yes.party_level:
        words.add("party_plans" if yes.party_level == PLANNED else "party_considers")
        if yes.firm > max(heard.day for heard in yes.parties.values()):
            words.add("firmer_since")
    if yes.level == FIRM and yes.planned:
        words.add("happened")


def _parties(judged: Judged, rules: Rules) -> None:
    yes, no, words = judged.standing.yes, judged.standing.no, judged.words
    last: dict[str, tuple[dt.date, bool]] = {key: (heard.day, True) for key, heard in yes.parties.items()}
    for key, heard in no.parties.items():
        if key not in last or last[key][0] <= heard.day:
            last[key] = (heard.day, False)
    hold = max((day for day, so in last.values() if so), default=None)
    deny = max((day for day, so in last.values() if not so), default=None)
    if hold is not None:
        words.add("party_for")
    if deny is None:
        return
    if hold is not None and abs(hold - deny) <= rules.same_time:
        words.add("parties_clash")
    elif hold is None or deny > hold:
        words.discard("party_for")
        words.add("party_against")


def _stopped(found: list[Judged], hearing: Hearing) -> None:
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


def _contradict(pairs: list[tuple[Judged, Judged]]) -> None:
    for a, b in pairs:
        if "moved" in a.words | b.words or _denied(a) or _denied(b):
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


def _denied(judged: Judged) -> bool:
    return bool(judged.words & {"party_against", "dropped"}) or "for" not in judged.words


def _outweighs(one: Judged, other: Judged) -> bool:
    """Whether a side has a party, a witness, or the very voice that the other side cites."""
    return one.standing.weight or one.standing.answer in other.standing.distorts


def _refine(found: list[Judged]) -> None:
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
                and (other.weight or not one.weight)
                and (other.yes.level == FIRM or one.yes.level != FIRM)
            ):
                a.words.add("refined")
                a.by = a.by or other


def _answer(found: list[Judged], rules: Rules) -> None:
    """What was open is answered once somebody has said it, later than the last who did not know, or a party has."""
    for a in found:
        question = a.standing.answer
        if not question.open or not a.standing.yes.voices:
            continue
        asked = a.standing.yes.last
        closing = rules.closes.get(str(question.value), {question.value}) if question.value is not None else None
        for b in found:
            other = b.standing
            if other.answer.open or not other.yes.first or other.yes.level < PLANNED or _denied(b) or not b.stands:
                continue
            if closing is not None and other.answer.value not in closing:
                continue
            if other.answer.qualifier == "festival" and question.qualifier != "festival":
                continue
            if other.yes.parties or other.decided > asked:
                a.words.add("answered")
                a.by = other


def _pass_stages(found: list[Judged], rules: Rules) -> None:
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
            if not other.answer.open and further > order and other.yes.level == FIRM and b.stands and not _denied(b):
                # What was stopped goes on once a stage is told of again; else a stage is passed by one that is new.
                first = min((heard.day for heard in other.yes.first.values()), default=_LONG_AGO)
                since = other.yes.last if one.answer.value == "postponed" else first
                if since > one.yes.last:
                    a.words.add("passed")
                    a.by = other
