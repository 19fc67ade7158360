"""Claims that give way to others: dates to finer ones and to titles nearby, what is told of a guide as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.langs.ja.sections import DATE_LINE

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft


def narrow(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without dates that a title nearby takes, those that a finer one refines, and casts of a whole guide."""
    taken = {
        id(d.mention): d.subject
        for d in drafts
        if d.predicate == "release_date"
        and d.mention is not None
        and d.rule in ("ja/title/release-of", "ja/title/release-named")
    }
    first = _first_section(document)
    renewed = {id(d.subject) for d in drafts if d.predicate == "production_status" and d.object == "renewed"}
    kept = []
    for draft in drafts:
        owner = taken.get(id(draft.mention)) if draft.mention is not None else None
        if draft.predicate == "release_date" and owner is not None and owner is not draft.subject:
            continue
        if draft.predicate == "production_status" and draft.object == "announced" and id(draft.subject) in renewed:
            continue  # シーズン2の制作が決まった: it goes on
        if draft.sentence.index < first and draft.subject is document.main_work and _of_the_guide(document, draft):
            continue
        if draft.predicate == "release_date" and (
            _refined(draft, drafts) or _said_with_service(document, draft, drafts)
        ):
            continue
        kept.append(draft)
    return kept


def _of_the_guide(document: Document, draft: Draft) -> bool:
    """Whether a cast or date is told of a guide as a whole, in a sentence that does not name the work."""
    return draft.predicate == "cast_member" or (
        draft.predicate == "release_date"
        and not any(m.referent is draft.subject for m in draft.sentence.mentions)
        and DATE_LINE.fullmatch(document.text, draft.sentence.start, draft.sentence.end) is None
    )


def _first_section(document: Document) -> int:
    """The sentence with which the sections of a guide begin, or 0."""
    heads = document.notes.get("sections") or []
    return next(
        (s.index for s in document.sentences if any(m.kind == "W" and m.referent in heads for m in s.mentions)), 0
    )


def _said_with_service(document: Document, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the same date is said elsewhere with the service that streams from it."""
    services = {r.name for r in document.referents if r.facts.get("org_kind") == "streamer"}
    return "venue" not in draft.slots and any(
        other.predicate == "release_date"
        and other.subject is draft.subject
        and other.object == draft.object
        and other.status == draft.status
        and other.slots.get("venue") in services
        for other in drafts
    )


def _refined(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether another date said of the same work, as far ahead or past, lies within this one: 来年1月期 and 1月4日."""
    if not isinstance(draft.object, str) or draft.slots.get("venue"):
        return False
    period = Period.parse(draft.object)
    return any(
        other.predicate == "release_date"
        and other.subject is draft.subject
        and isinstance(other.object, str)
        and other.object != draft.object
        and other.status == draft.status
        and period.covers(Period.parse(other.object))
        for other in drafts
    )
