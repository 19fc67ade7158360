"""Contradictions with their sides, and which of them is likelier, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import chain

from newsreel.model import Conflict, Side
from newsreel.weighing.answers import Answer
from newsreel.weighing.facts import fact_id
from newsreel.weighing.holding import Judged
from newsreel.weighing.rules import rules
from newsreel.weighing.standing import Side as Voices
from newsreel.weighing.standing import Standing


def conflicts(judged: Sequence[Judged], names: dict[str, str]) -> list[Conflict]:
    """The contradictions among the answers to one question, each group of answers that hang together as one."""
    by_answer = {one.standing.answer: one for one in judged}
    contested = [one for one in judged if one.rivals or one.words & {"contradicted", "parties_clash"} or _disowned(one)]
    found: list[Conflict] = []
    seen: set[Answer] = set()
    for one in contested:
        if one.standing.answer in seen:
            continue
        group = _together(one, by_answer)
        seen.update(member.standing.answer for member in group)
        found.append(_conflict(group, names))
    return found


def _disowned(one: Judged) -> bool:
    """Whether outlets deny what stands, or assert what parties deny: a side that has lost, but was taken.

    A date that is withdrawn was none: things have moved. Nor was a part that somebody turned down, or left later.
    """
    yes, no = one.standing.yes, one.standing.no
    question = rules().question(one.standing.answer.predicate)
    if question.moves or (question.drops and _ended(one)):
        return False
    reports = {heard.statement.claim.report for heard in yes.voices}
    apart = any(heard.statement.claim.report not in reports for heard in no.first.values())
    return bool(yes.first and no.first) and apart and not one.words & {"dropped", "taken_back"}


def _ended(one: Judged) -> bool:
    """Whether parties that deny an answer end it: they held to it before, or long after the last that did."""
    yes, no = one.standing.yes, one.standing.no
    if not no.parties:
        return False
    return no.parties.keys() <= yes.parties.keys() or no.last - yes.last > rules().same_time


def _together(one: Judged, by_answer: dict[Answer, Judged]) -> list[Judged]:
    group, queue = [one], [one]
    while queue:
        current = queue.pop()
        upheld = _upheld(current, by_answer)
        for standing in chain(current.rivals, upheld):
            other = by_answer.get(standing.answer)
            if other is not None and other not in group:
                group.append(other)
                queue.append(other)
    return sorted(group, key=_first_said)


def _upheld(one: Judged, by_answer: dict[Answer, Judged]) -> list[Standing]:
    """What those who deny an answer say in its place, in the same report, where the question is a lasting one."""
    if not one.standing.no.first or one.standing.answer.predicate != "based_on":
        return []
    reports = {heard.statement.claim.report for heard in one.standing.no.first.values()}
    return [
        other.standing
        for other in by_answer.values()
        if other is not one and any(h.statement.claim.report in reports and h.origin for h in other.standing.yes.voices)
    ]


def _conflict(group: list[Judged], names: dict[str, str]) -> Conflict:
    likely, reason = _likely(group)
    sides = [_side(one, group, names, denies=False) for one in group if one.standing.yes.voices]
    sides += [_side(one, group, names, denies=True) for one in group if one.standing.no.first]
    answer = group[0].standing.answer
    return Conflict(
        subject=answer.subject,
        predicate=answer.predicate,
        facts=tuple(fact_id(one.standing.answer) for one in group),
        likely=likely,
        reason=reason,
        sides=tuple(sides),
    )


def _side(one: Judged, group: list[Judged], names: dict[str, str], *, denies: bool) -> Side:
    voices = one.standing.side(denies=denies)
    held = _held(voices, [other.standing.side(denies=d) for other in group for d in (False, True)])
    return Side(
        fact=fact_id(one.standing.answer),
        denies=denies,
        origins=voices.origins(names, held),
        claims=tuple(dict.fromkeys(heard.statement.id for heard in voices.voices if heard.origin)),
    )


def _held(voices: Voices, others: Sequence[Voices]) -> list[str]:
    """The first voices that have not gone over to another side since."""
    last = {key: _last(voices, key) for key in voices.first}
    return [
        key
        for key, day in last.items()
        if all(other is voices or key not in other.first or _last(other, key) <= day for other in others)
    ]


def _last(voices: Voices, key: str) -> dt.date:
    return max(
        heard.day
        for heard in voices.voices
        if heard is voices.first[key] or (heard.origin == key and heard.kind != "relay")
    )


def _likely(group: list[Judged]) -> tuple[str, str]:
    """The id of the likelier fact and why; "" and why it is open."""
    lost = {"party_against", "taken_back", "parties_clash"}
    standing = [one for one in group if one.standing.yes.first and not one.words & lost]
    for why, test in (
        ("a party to it says so", lambda one: bool(one.standing.yes.parties)),
        ("an outlet saw it", lambda one: one.standing.yes.seen),
        ("the other side cites it, and changes it", lambda one: _cited(one, group)),
    ):
        best = [one for one in standing if test(one)]
        if len(best) == 1:
            return fact_id(best[0].standing.answer), why
        if best:
            standing = best
    if len(group) == 1:
        return _yes_or_no(group[0])
    sides = [other.standing.side(denies=d) for other in group for d in (False, True)]
    counts = {fact_id(one.standing.answer): len(_held(one.standing.yes, sides)) for one in standing}
    most = max(counts.values(), default=0)
    leading = [key for key, count in counts.items() if count == most]
    if len(leading) == 1 and most:
        return leading[0], f"{most} independent origin{'s' if most > 1 else ''} against {_rest(counts, leading[0])}"
    return "", "open: no party has spoken and no side has more origins"


def _yes_or_no(one: Judged) -> tuple[str, str]:
    yes, no = one.standing.yes, one.standing.no
    key = fact_id(one.standing.answer)
    if yes.parties and not no.parties:
        return key, "a party to it says so"
    if "party_against" in one.words:
        return "", "a party to it denies it"
    if not yes.parties and not no.parties and len(yes.first) != len(no.first):
        more, less = max(len(yes.first), len(no.first)), min(len(yes.first), len(no.first))
        words = f"{more} independent origin{'s' if more > 1 else ''} against {less}"
        return (key if len(yes.first) > len(no.first) else ""), words
    return "", "open: word against word"


def _cited(one: Judged, group: list[Judged]) -> bool:
    return any(one.standing.answer in other.standing.distorts for other in group)


def _rest(counts: dict[str, int], key: str) -> int:
    return max((count for other, count in counts.items() if other != key), default=0)


def _first_said(one: Judged) -> tuple[dt.date, str]:
    return one.standing.sample.published, one.standing.sample.id
