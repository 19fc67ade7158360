"""From claims to voices: who had what from whom, and which of it is an independent first voice.

One pass over the claims, in the order in which they were published. What a claim counts for depends on earlier ones
only, so the state after any day is the state of knowledge on that day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from newsreel.model import Statement
from newsreel.weighing.answers import DATED, Answer, answer, exclude, period
from newsreel.weighing.naming import in_two_scripts
from newsreel.weighing.rules import Rules, rules
from newsreel.weighing.speakers import Press, Speaker, Speakers
from newsreel.weighing.standing import CONSIDERING, FIRM, PLANNED, RUMORED, Heard, Standing

_LEVELS = {"considering": CONSIDERING, "rumored": RUMORED, "planned": PLANNED}
_FIRST_HEARD = frozenset({"production_status", "release_date"})


class Passage(NamedTuple):
    """Where a report passes somebody on: the claim's place, who speaks, and of what."""

    start: int
    end: int
    speakers: tuple[Speaker, ...]
    subject: str


def in_order(statements: Iterable[Statement], press: Press) -> Iterator[list[Statement]]:
    """The claims report by report: by day, within a day those that others pass on before those that pass them on."""
    by_report: dict[tuple[dt.date, str], list[Statement]] = defaultdict(list)
    for s in statements:
        told = [s, *_also(s)] if s.claim.also else [s]
        by_report[s.published, s.claim.report].extend(told)
        if s.claim.predicate == "alias":
            by_report[s.published, s.claim.report].extend(_turned_round(told))
    speakers = Speakers(press)
    for _, day in groupby(sorted(by_report), key=lambda key: key[0]):
        reports = [by_report[key] for key in day]
        yield from reports if len(reports) == 1 else _within_a_day(reports, speakers)


def _also(s: Statement) -> Iterator[Statement]:
    """A claim once more for everybody else on whose word its report says the same."""
    for status, by in s.claim.also:
        yield replace(s, claim=replace(s.claim, status=status, by=by, also=()))


def _turned_round(told: Iterable[Statement]) -> Iterator[Statement]:
    """Of a work under one title another is told: the first is one of its titles as well, on the same word."""
    for s in told:
        if isinstance(s.claim.object, str) and s.claim.object != s.claim.subject.name:
            yield replace(s, claim=replace(s.claim, object=s.claim.subject.name))


def _within_a_day(reports: list[list[Statement]], speakers: Speakers) -> list[list[Statement]]:
    publishers: dict[str, list[int]] = defaultdict(list)
    for number, claims in enumerate(reports):
        publishers[speakers.outlet(claims[0].outlet)].append(number)
    before: list[set[int]] = []
    ids = {claims[0].claim.report: number for number, claims in enumerate(reports)}
    for number, claims in enumerate(reports):
        cited = {
            speaker.key for s in claims if s.claim.by for speaker in speakers.speakers(s) if speaker.kind == "outlet"
        }
        had = {other for key in cited for other in publishers.get(key, ())}
        if (copied := speakers.press.copies.get(claims[0].claim.report)) in ids:
            had.add(ids[copied])
        before.append(had - {number})
    return [reports[number] for number in _after(before)]


def _after(before: list[set[int]]) -> list[int]:
    """Numbers in order, each after those before it; of a ring the first goes first."""
    left = list(range(len(before)))
    done: list[int] = []
    while left:
        free = next((number for number in left if not before[number].difference(done)), left[0])
        left.remove(free)
        done.append(free)
    return done


class Hearing:
    """Everything heard so far: how each answer stands. Feed it reports in the order that `in_order` gives.

    `out`: the day on which the news of a work's release was heard, by work.
    """

    def __init__(self, press: Press | None = None) -> None:
        self.press = press or Press()
        self.rules: Rules = rules()
        self.speakers = Speakers(self.press)
        self.standings: dict[Answer, Standing] = {}
        self.questions: dict[tuple[str, str], list[Standing]] = defaultdict(list)
        self._said: dict[tuple[Answer, bool, str], Heard] = {}
        self._answers_of: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
        self._latest: dict[tuple[str, str], Statement] = {}
        self.out: dict[str, dt.date] = {}
        self._root: dict[str, str] = {}
        self._tied: set[tuple[str, str]] = set()

    def hear(self, claims: Sequence[Statement]) -> list[Heard]:
        """Hear one report's claims; gives its voices."""
        outlet = self.speakers.outlet(claims[0].outlet)
        report = claims[0].claim.report
        self._root[report] = outlet
        self._tied = {(s.subject, s.object) for s in claims if s.object is not None}
        self.speakers.meet(claims)
        attributed: list[tuple[Statement, list[Speaker]]] = []
        plain: list[Statement] = []
        for s in sorted(claims, key=_reading_order):
            speakers = self.speakers.speakers(s) if s.claim.by else []
            if any(speaker.kind in {"outlet", "party"} for speaker in speakers):
                attributed.append((s, speakers))
            else:
                plain.append(s)
        passages = [
            Passage(s.claim.span.start, s.claim.span.end, tuple(speakers), s.subject) for s, speakers in attributed
        ]
        passages += self._amid(claims)
        denied = {(s.subject, s.claim.predicate) for s in plain if s.claim.status == "denied" and self._lasting(s)}
        voices = [self._attributed(s, speaker, outlet) for s, speakers in attributed for speaker in speakers]
        for s in plain:
            voices.extend(self._plain(s, outlet, passages, takes_side=(s.subject, s.claim.predicate) in denied))
        self._latest.update({(outlet, s.subject): s for s in claims})
        return voices

    def _amid(self, claims: Sequence[Statement]) -> list[Passage]:
        """The voices that a report passes on where it tells its news: passages of no place, on its main work."""
        told = next((s for s in claims if s.claim.amid), None)
        return [] if told is None else [Passage(-1, -1, (who,), told.subject) for who in self.speakers.amid(told)]

    def _keep(self, heard: Heard) -> Heard:
        standing = self.standings.get(heard.answer)
        if standing is None:
            standing = self.standings[heard.answer] = Standing(heard.answer)
            self.questions[heard.answer[:2]].append(standing)
        standing.side(denies=heard.denies).add(heard)
        self._said.setdefault((heard.answer, heard.denies, heard.outlet), heard)
        if not heard.denies:
            self._answers_of[heard.answer.subject, heard.answer.predicate, heard.outlet].append(heard.answer)
            if heard.origin and self._brings_out(heard):
                self.out.setdefault(heard.answer.subject, heard.day)
        return heard

    def _brings_out(self, heard: Heard) -> bool:
        a = heard.answer
        if a.predicate == "production_status":
            return a.value == "released" and heard.level == FIRM and not a.open
        return a.predicate == "release_date" and heard.seen and a.qualifier != "festival"

    def _lasting(self, s: Statement) -> bool:
        question = self.rules.question(s.claim.predicate)
        return not question.moves and not question.drops

    # A claim that names its source.

    def _attributed(self, s: Statement, speaker: Speaker, outlet: str) -> Heard:
        a = answer(s, by_party=speaker.kind == "party" or self._denied_by_party(s, speaker))
        denies, level = _denies(s, a), _level(s)
        if speaker.kind == "party":
            return self._keep(Heard(s, a, outlet, "party", speaker.key, level, denies, speaker.key))
        if speaker.kind != "outlet":
            return self._own(s, a, outlet, press=speaker.kind == "press")
        heard = self._copied(s, a, outlet)
        if heard is None and self._long_public(s, a, speaker):
            heard = Heard(s, a, outlet, "background", "", level, denies)
        return self._keep(heard or self._relayed(s, a, outlet, speaker.key))

    def _long_public(self, s: Statement, a: Answer, speaker: Speaker) -> bool:
        """Whether an outlet's news only brings up what everybody saw before: the day or the credits of what is out."""
        out = self.out.get(a.subject)
        question = self.rules.question(a.predicate)
        if out is None or out >= s.published or not (question.event or question.shows) or s.claim.status == "denied":
            return False
        return (a, False, speaker.key) not in self._said and self._settled(a, _level(s))

    def _denied_by_party(self, s: Statement, speaker: Speaker) -> bool:
        """Whether the outlet that is passed on had it from a party that something is not so."""
        return (answer(s, by_party=True), True, speaker.key) in self._said

    def _relayed(self, s: Statement, a: Answer, outlet: str, of: str) -> Heard:
        denies, level = _denies(s, a), _level(s)
        had = self._said.get((a, denies, of))
        if had is not None:
            source = had.statement.claim.report
            return Heard(s, a, outlet, "relay", had.origin, level, denies, of, source)
        changed = [] if denies else self._changed(s, a, of)
        if not changed:
            return Heard(s, a, outlet, "relay", of, level, denies, of, self._report_of(of, s))
        heard = Heard(s, a, outlet, "distort", outlet, level, denies, of, changed[0].statement.claim.report)
        standing = self.standings.get(a)
        if standing is None:
            standing = self.standings[a] = Standing(a)
            self.questions[a[:2]].append(standing)
        standing.distorts.extend(c.answer for c in changed if c.answer not in standing.distorts)
        return heard

    def _report_of(self, outlet: str, s: Statement) -> str:
        """The report that an outlet had on a claim's subject in the days before: what was passed on, if it is there."""
        had = self._latest.get((outlet, s.subject))
        return had.claim.report if had is not None and s.published - had.published <= self.rules.seen else ""

    def _changed(self, s: Statement, a: Answer, of: str) -> list[Heard]:
        """What the outlet that is passed on had said in the place of an answer that it never gave."""
        question = self.rules.question(a.predicate)
        theirs = [self._said[b, False, of] for b in dict.fromkeys(self._answers_of.get((*a[:2], of), ()))]
        if question.compare:
            apart = [h for h in theirs if exclude(a, h.answer, (s, h.statement), question, self.rules)]
            return apart if len(apart) == len([h for h in theirs if not h.answer.open and _rivals(a, h)]) else []
        if not question.sole or a.open:
            return []
        apart = [h for h in theirs if not h.answer.open]
        return apart if all(_plainly_other(s, h.statement) for h in apart) else []

    # A claim that the outlet makes in its own voice, or seems to.

    def _plain(self, s: Statement, outlet: str, passages: list[Passage], *, takes_side: bool) -> Iterator[Heard]:
        a = answer(s)
        press = any(speaker.kind == "press" for speaker in (self.speakers.speakers(s) if s.claim.by else ()))
        copied = self._copied(s, a, outlet)
        if copied is not None:
            yield self._keep(copied)
            return
        if s.claim.status in {"stated", "planned"} and not takes_side and not s.claim.by and not self._sees(s, a):
            carried = self._carried(s, a, outlet, passages)
            if carried:
                for heard in carried:
                    yield self._keep(heard)
                return
        yield self._own(s, a, outlet, press=press, takes_side=takes_side)

    def _copied(self, s: Statement, a: Answer, outlet: str) -> Heard | None:
        report = self.press.copies.get(s.claim.report)
        root = self._root.get(report) if report is not None else None
        if report is None or root is None or root == outlet:
            return None
        denies = _denies(s, a)
        had = self._said.get((a, denies, root))
        origin = had.origin if had is not None else root
        return Heard(s, a, outlet, "copy", origin, _level(s), denies, root, report)

    def _carried(self, s: Statement, a: Answer, outlet: str, passages: list[Passage]) -> list[Heard]:
        """The voices that a plain claim goes on with: those passed on in its sentence, else in all of its report."""
        if not passages or self._settled(a, _level(s)) or _bygone(s, _level(s)):
            return []
        span = s.claim.span
        near = [p for p in passages if p.start < span.end and span.start < p.end]
        near += self._within(s, passages)
        if not near and s.claim.subject.kind == "work":
            near = [p for p in passages if p.subject == s.subject and self._for_all(p, s.subject)]
            if len({speaker.key for p in passages for speaker in p.speakers}) > 1:
                # Among several voices it is that of the outlet that is known to have said so.
                near = [p for p in near if self._had(p, a)]
        # What it tells of a work's source and people it has from there, too, if the outlet that it passes on has it.
        near = near or [p for p in passages if (p.subject, s.subject) in self._tied and self._had(p, a, outlets=True)]
        found: dict[str, Heard] = {}
        for passage in near:
            for speaker in passage.speakers:
                heard = self._carried_by(s, a, outlet, speaker, of_subject=passage.subject == s.subject)
                if heard is not None:
                    found.setdefault(speaker.key, heard)
        return list(found.values())

    def _had(self, passage: Passage, a: Answer, *, outlets: bool = False) -> bool:
        """Whether all who are passed on there are known to have said so (`outlets`: and are outlets, no copyists)."""
        for speaker in passage.speakers:
            heard = self._said.get((a, False, speaker.key))
            if heard is None or (outlets and (speaker.kind != "outlet" or heard.kind == "copy")):
                return False
        return True

    def _within(self, s: Statement, passages: list[Passage]) -> list[Passage]:
        """The voices of a claim's own sentence; of its subject where they speak of it elsewhere in the report."""
        span = s.claim.span
        told = {speaker for p in passages if p.subject == s.subject for speaker in p.speakers}
        return [
            Passage(span.start, span.end, (speaker,), s.subject if speaker in told else "")
            for speaker in self.speakers.within(s)
        ]

    def _for_all(self, passage: Passage, work: str) -> bool:
        return all(speaker.kind != "party" or self.speakers.speaks_for(speaker, work) for speaker in passage.speakers)

    def _carried_by(self, s: Statement, a: Answer, outlet: str, speaker: Speaker, *, of_subject: bool) -> Heard | None:
        heard = Heard(s, a, outlet, "relay", speaker.key, _level(s), speaker=speaker.key)
        if speaker.kind == "party":
            return replace(heard, kind="party") if of_subject else None
        if speaker.kind != "outlet":
            return None
        had = self._said.get((a, False, speaker.key))
        if had is not None:
            return replace(heard, origin=had.origin, source=had.statement.claim.report)
        if s.claim.status == "planned":
            return None
        # Of the production it is had from there, even where it was not read in that report; or it was changed.
        return self._relayed(s, a, outlet, speaker.key) if of_subject else None

    def _settled(self, a: Answer, level: int, *, denies: bool = False) -> bool:
        standing = self.standings.get(a)
        return standing is not None and not a.open and standing.side(denies=denies).settled(level)

    def _own(self, s: Statement, a: Answer, outlet: str, *, press: bool = False, takes_side: bool = False) -> Heard:
        denies, level = _denies(s, a), _level(s)
        known = self._settled(a, level, denies=denies)
        if not known and (press or _bygone(s, level)):
            standing = self.standings.get(a)
            known = standing is not None and bool(standing.side(denies=denies).first)
        if known and not takes_side and not (s.claim.by and not press):
            return self._keep(Heard(s, a, outlet, "background", "", level, denies))
        seen = not denies and self._sees(s, a)
        return self._keep(Heard(s, a, outlet, "own", outlet, level, denies, seen=seen))

    def _sees(self, s: Statement, a: Answer) -> bool:
        """Whether the outlet tells what it saw: a showing within days of it, a credit of a work that is out."""
        if s.claim.status != "stated" or s.claim.by or a.open:
            return False
        question = self.rules.question(a.predicate)
        if question.event:
            days = period(a.value)
            return days is not None and days.start <= s.published < days.end + self.rules.seen
        return question.shows and a.subject in self.out


def _reading_order(s: Statement) -> tuple[int, bool, int, int, str]:
    claim = s.claim
    return (claim.predicate not in _FIRST_HEARD, not claim.by, claim.span.start, claim.span.end, s.id)


def _level(s: Statement) -> int:
    """How firm a claim is; a day that has not come is no more than planned, whatever the words."""
    level = _LEVELS.get(s.claim.status, FIRM)
    if level == FIRM and s.claim.predicate in DATED:
        days = period(s.claim.object if isinstance(s.claim.object, str) else None)
        if days is not None and days.start > s.published:
            return PLANNED
    return level


def _denies(s: Statement, a: Answer) -> bool:
    return s.claim.status == "denied" and not a.open


def _bygone(s: Statement, level: int) -> bool:
    """Whether a claim tells of a plan whose time is over: history, that puts the plan off no more."""
    days = period(s.claim.object if isinstance(s.claim.object, str) else None) if level == PLANNED else None
    return days is not None and days.end <= s.published


def _rivals(a: Answer, heard: Heard) -> bool:
    return heard.answer.qualifier == a.qualifier or (a.predicate == "based_on" and heard.answer.value == a.value)


def _plainly_other(one: Statement, other: Statement) -> bool:
    """Whether two claims name two things, as far as can be seen: in one script, and not alike."""
    from rapidfuzz.fuzz import ratio

    from newsreel.model import Ref

    a, b = one.claim.object, other.claim.object
    if not isinstance(a, Ref) or not isinstance(b, Ref):
        return False
    return any(
        not in_two_scripts(x, y) and ratio(x.casefold(), y.casefold()) < 60  # noqa: PLR2004 - half the letters differ
        for x in a.names
        for y in b.names
    )
