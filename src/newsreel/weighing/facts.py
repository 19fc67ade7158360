"""From a verdict to a Fact: its object as it is written, its slots, its voices, its id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newsreel.model import Fact, Ref, Slots, Voice
from newsreel.model.canonical import identity
from newsreel.weighing.answers import DATED, Answer
from newsreel.weighing.holding import Judged
from newsreel.weighing.reasons import reason
from newsreel.weighing.standing import Heard, Side

_SLOTS = ("character", "role", "billing", "relation", "venue", "as_", "for_", "date")


def fact_id(answer: Answer) -> str:
    """The id of the fact that gives an answer: from the answer, so that it stays the same whatever is heard of it."""
    return identity(["fact", *answer])


def fact(judged: Judged, names: dict[str, str], day: dt.date) -> Fact:
    """The fact as of a day; `names` gives the printed name of every speaker's key."""
    standing = judged.standing
    side = _rests_on(judged)
    first = next(iter(side.first.values()), side.voices[0])
    rivals = [heard.statement.id for rival in judged.rivals for heard in rival.yes.voices]
    against = [heard.statement.id for heard in standing.no.voices]
    value = _object(standing.yes.voices or standing.no.voices)
    return Fact(
        id=fact_id(standing.answer),
        subject=standing.answer.subject,
        predicate=standing.answer.predicate,
        object=standing.answer.value if standing.answer.is_entity else value,
        object_is_entity=standing.answer.is_entity,
        verdict=judged.verdict,
        origins=side.origins(names),
        first_report=first.statement.claim.report,
        first_date=first.day.isoformat(),
        claims=tuple(dict.fromkeys(heard.statement.id for heard in standing.yes.voices)),
        against=tuple(dict.fromkeys([*against, *rivals])),
        slots=_slots(judged),
        reason=reason(judged, names, day),
        rule=judged.rule,
        voices=tuple(_voice(heard, names) for heard in sorted(_both(judged), key=_when)),
    )


def _rests_on(judged: Judged) -> Side:
    """The side that the verdict rests on: those who deny where it is denied by them, else those who say so.

    A date that somebody withdraws stays the date of those who gave it: what is known of it is that it was overtaken.
    """
    standing = judged.standing
    denied = judged.rule in {"party-denies", "dropped", "only-denied"}
    withdrawn = standing.answer.predicate in DATED and bool(standing.yes.first)
    return standing.no if (denied and not withdrawn) or not standing.yes.voices else standing.yes


def _both(judged: Judged) -> Iterable[Heard]:
    yield from judged.standing.yes.voices
    yield from judged.standing.no.voices


def _when(heard: Heard) -> tuple[dt.date, bool]:
    return heard.day, heard.denies


def _object(voices: list[Heard]) -> str | int | bool | None:
    value = voices[0].statement.claim.object
    return value.name if isinstance(value, Ref) else value


def _slots(judged: Judged) -> Slots:
    """For every slot the word of a party or a witness if there is one, else the first; none that is contradicted."""
    detail, _, contested = judged.standing.answer.qualifier.partition(": ")
    voices = judged.standing.yes.voices or judged.standing.no.voices
    ranked = sorted(voices, key=_worth)
    found: dict[str, str] = {}
    for name in _SLOTS:
        for heard in ranked:
            value = getattr(heard.statement.claim.slots, name)
            if value:
                found[name] = value
                break
    if detail in {"role", "character"} and contested:
        found = {name: value for name, value in found.items() if name == detail}
    return Slots(**found)


def _worth(heard: Heard) -> int:
    return 0 if heard.kind == "party" or heard.seen else 2 if heard.kind == "distort" else 1


def _voice(heard: Heard, names: dict[str, str]) -> Voice:
    claim = heard.statement.claim
    return Voice(
        claim=heard.statement.id,
        report=claim.report,
        outlet=heard.statement.outlet,
        date=heard.day.isoformat(),
        kind=heard.kind,
        speaker=names.get(heard.speaker, heard.speaker),
        source=heard.source,
        origin=names.get(heard.origin, heard.origin),
        denies=heard.denies,
    )
