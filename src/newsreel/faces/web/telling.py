"""Changes and conflicts in words, for pages and feeds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import Request
from starlette.exceptions import HTTPException

from newsreel.faces.web.views import FactView, FactViews, Names, Quote, entity_path
from newsreel.faces.web.wording import Words
from newsreel.model import Change, Conflict

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

MOST = 500


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change as a line: when, what kind, about whom, what is so now, and who brought it."""

    date: str
    day: str
    kind: str
    title: str
    href: str
    words: str
    report: str
    outlet: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a conflict with its quotes; `denies` where it says that the answer is not so."""

    view: FactView
    denies: bool
    likely: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict: what it is about, its sides, and which is likelier."""

    title: str
    href: str
    label: str
    reason: str
    sides: tuple[SideView, ...]


def since_asked(request: Request) -> dt.date | None:
    """The day in `since`, or None; 400 for what is no day."""
    asked = request.query_params.get("since", "")
    try:
        return dt.date.fromisoformat(asked) if asked else None
    except ValueError as error:
        raise HTTPException(400, f"no such day: {asked[:20]!r}") from error


def changes(
    reel: Newsreel, w: Words, *, since: dt.date | None = None, about: str | None = None, most: int = MOST
) -> list[ChangeView]:
    """The latest changes, newest first; `since` leaves out that day and what came before."""
    if since == dt.date.max:
        return []
    after = None if since is None else since + dt.timedelta(days=1)
    found = reel.changes(since=after, about=about, most=most)
    names = Names(reel)
    return [_change(change, names, reel, w) for change in reversed(found)]


def _change(change: Change, names: Names, reel: Newsreel, w: Words) -> ChangeView:
    entity = names.entity(change.subject)
    view = FactViews(reel, w, change.subject).one(change.fact)
    before = FactViews(reel, w, change.subject).one(change.before) if change.before else None
    now = " ".join(filter(None, (f"{view.label}: {view.value}", view.detail and f"({view.detail})")))
    words = f"{now} — {view.word}"
    if before and before.value != view.value:
        words = f"{now} ← {before.value} — {view.word}"
    elif before and before.word != view.word:
        words = f"{now} — {before.word} → {view.word}"
    outlet = reel.report(change.report).outlet or change.report
    path = f"{entity_path(entity)}#f-{change.fact.id}"
    return ChangeView(change.date, w.day(change.date), change.kind, entity.name, path, words, change.report, outlet)


def conflicts(reel: Newsreel, w: Words, as_of: dt.date | None, *, most: int) -> list[ConflictView]:
    """So many conflicts, the latest first, with their sides and the quotes."""
    found = reel.conflicts(as_of=as_of, most=most)
    facts = {}
    for subject in {conflict.subject for conflict in found}:
        facts.update({fact.id: fact for fact in reel.facts(about=subject, as_of=as_of)})
    views = []
    for conflict in found:
        entity = reel.entity(conflict.subject)
        making = FactViews(reel, w, conflict.subject)
        sides = []
        for side in conflict.sides:
            fact = facts.get(side.fact)
            if fact is None:
                continue
            told = [quote for voice, quote in _with_voices(making, fact) if voice in side.claims]
            sides.append(
                SideView(making.one(fact), side.denies, _likely(conflict, side.fact, denies=side.denies), tuple(told))
            )
        label = w(f"predicates.{conflict.predicate}")
        views.append(ConflictView(entity.name, entity_path(entity), label, conflict.reason, tuple(sides)))
    return views


def _likely(conflict: Conflict, fact: str, *, denies: bool) -> bool:
    return conflict.likely == fact and not denies


def _with_voices(making: FactViews, fact: object) -> list[tuple[str, Quote]]:
    voices = fact.voices  # type: ignore[attr-defined]
    claims = making.reel.claims([voice.claim for voice in voices])
    return [(v.claim, making.quote(claims[v.claim], v)) for v in voices if v.claim in claims]
