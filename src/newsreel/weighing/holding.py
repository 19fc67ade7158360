"""What holds of an answer by its own voices alone, in the words of weights.yml."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from newsreel.weighing.rules import Question, Rules
from newsreel.weighing.standing import CONSIDERING, FIRM, PLANNED, RUMORED, Standing


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
        return not self.words & {"party_against", "dropped", "taken_back", "moved"}

    @property
    def denied(self) -> bool:
        """Whether nobody says so, or those who deny it have settled it."""
        return bool(self.words & {"party_against", "dropped"}) or "for" not in self.words


def hold(judged: Judged, about: Question, rules: Rules) -> None:
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
    told_at_once = no.first.keys() <= yes.first.keys() and no.last >= yes.last
    if about.drops and (no.last - yes.last > rules.same_time or told_at_once):
        words.add("dropped")
    elif standing.taken_back([no]):
        words.add("taken_back")
    else:
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
