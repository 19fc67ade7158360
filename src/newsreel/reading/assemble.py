"""From drafts to claims: names for referents, one claim for what was read twice, evidence that holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsreel.model import Claim, Ref, Slots, Span
from newsreel.reading.attribution import CARRIED, passed_on
from newsreel.reading.document import KINDS, Referent
from newsreel.vocabulary import vocabulary

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft

# Statuses that stand beside each other as two claims rather than one replacing the other.
OPPOSED = frozenset({"denied", "unannounced"})
_LETTERS = {kind: letter.lower() for letter, kind in KINDS.items()}


def assemble(document: Document, drafts: list[Draft]) -> list[Claim]:
    """The claims of a report in the order of their evidence; the same thing said twice is one claim.

    Of two readings the status of greater strength is kept (statuses.yml), with its evidence; slots complete each other;
    a denial and an affirmation are two claims.
    """
    merged: dict[Any, Draft] = {}
    for draft in drafts:
        if _nameless(draft.subject) or (isinstance(draft.object, Referent) and _nameless(draft.object)):
            continue  # "《 》": marks of a title with nothing between
        key = (
            draft.predicate,
            id(draft.subject),
            id(draft.object) if isinstance(draft.object, Referent) else draft.object,
            draft.slots.get("relation") if draft.predicate == "based_on" else draft.slots.get("venue"),
            draft.status in OPPOSED,
        )
        if key in merged:
            _merge(merged[key], draft)
        else:
            merged[key] = draft
    _join_places(merged)
    locals_: dict[int, Ref] = {}
    amid, main = passed_on(document, drafts), _told_of(merged.values())
    claims = [_claim(document, draft, locals_, amid if draft.subject is main else ()) for draft in merged.values()]
    return sorted(claims, key=lambda c: (c.span, c.predicate, c.rule))


def _join_places(merged: dict[Any, Draft]) -> None:
    """A date said once with its place and once without is one claim: "In cinemas 20 May", "opens in Rome on 20 May"."""
    placed = {(key[:3], key[4]): draft for key, draft in merged.items() if draft.slots.get("venue")}
    for key, draft in list(merged.items()):
        if draft.predicate == "release_date" and not draft.slots.get("venue") and (key[:3], key[4]) in placed:
            _merge(placed[key[:3], key[4]], merged.pop(key))


def _told_of(drafts: Iterable[Draft]) -> Referent | None:
    """The work that most is said of: what a report passes on where it tells its news is about that."""
    works = Counter(id(draft.subject) for draft in drafts if draft.subject.kind == "work")
    best = max(works.values(), default=0)
    return next((draft.subject for draft in drafts if works.get(id(draft.subject)) == best), None)


def _nameless(referent: Referent) -> bool:
    return not any(character.isalnum() for character in referent.name) and not referent.name.strip("\"'“”‘’《》〈〉 ")


def _merge(kept: Draft, other: Draft) -> None:
    """The evidence is that of the reading whose status is kept; a voice that loses by that is remembered."""
    strength = vocabulary().strength
    lost = other.status, other.by
    if strength(other.status) > strength(kept.status) or (other.status == kept.status and other.by and not kept.by):
        lost = kept.status, kept.by
        kept.status, kept.by, kept.rule = other.status, other.by, other.rule
        kept.start, kept.end = other.start, other.end
    kept.within = kept.within or other.within
    if lost[1] and lost[0] in CARRIED:
        kept.also.append(lost)
    kept.also.extend(other.also)
    for slot, value in other.slots.items():
        kept.slots.setdefault(slot, value)


def _also(draft: Draft) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The other voices of a claim, each once, without those that it is said on the word of."""
    told = set(draft.by)
    found: list[tuple[str, tuple[str, ...]]] = []
    for status, by in draft.also:
        names = tuple(name for name in by if name not in told)
        told.update(names)
        if names:
            found.append((status, names))
    return tuple(found)


def _claim(document: Document, draft: Draft, locals_: dict[int, Ref], amid: tuple[tuple[str, str], ...]) -> Claim:
    # Another title is a string, even where the report says more of the work under it.
    obj = draft.object.name if draft.predicate == "alias" and isinstance(draft.object, Referent) else draft.object
    return Claim(
        report=document.report.id,
        subject=_ref(draft.subject, locals_),
        predicate=draft.predicate,
        object=_ref(obj, locals_) if isinstance(obj, Referent) else obj,
        status=draft.status or "stated",
        span=Span(draft.start, draft.end),
        rule=draft.rule,
        by=draft.by,
        slots=Slots.from_json(draft.slots),
        amid=() if draft.by else amid,
        within=() if draft.by else draft.within,
        also=_also(draft),
    )


def _ref(referent: Referent, locals_: dict[int, Ref]) -> Ref:
    key = id(referent)
    if key not in locals_:
        # Not the first letter of the kind's name: persons and places share it.
        local = f"{_LETTERS[referent.kind]}{sum(r.kind == referent.kind for r in locals_.values()) + 1}"
        locals_[key] = Ref(local, referent.kind, tuple(referent.names))
    return locals_[key]
