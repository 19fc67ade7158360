"""Claims that give way to others: dates to finer ones and to titles nearby, what is told of a guide as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.document import Referent
from newsreel.reading.langs.ja.makers import known_for, trade_of
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
        if _of_the_first(document, draft):
            continue
        if _acted_before(document, draft):
            draft.predicate = "cast_member"
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


def _of_the_first(document: Document, draft: Draft) -> bool:
    """監督は『A』の佐藤花と、林渚: A is what the first is known for, and no work of the second's."""
    maker = draft.mention
    if maker is None or not draft.rule.startswith("ja/staff/") or draft.subject is document.work_at(draft.start):
        return False
    named = [
        m for m in draft.sentence.mentions if m.kind == "W" and m.referent is draft.subject and m.end < maker.start
    ]
    if not named:
        return False
    between = [m for m in draft.sentence.mentions if m.kind in "PX" and named[-1].end <= m.start < maker.start]
    return bool(between) and "、" in document.text[between[-1].end : maker.start]


def _acted_before(document: Document, draft: Draft) -> bool:
    """『A』の主演俳優・佐藤花が監督した『B』: in A the same person acted."""
    who, here = draft.object, document.work_at(draft.start)
    if draft.predicate not in ("director", "screenwriter") or not isinstance(who, Referent) or draft.mention is None:
        return False
    acts = "actor" in (who.facts.get("occupations") or ()) or known_for(who) == "actor"
    past = draft.rule in ("ja/staff/director", "ja/staff/screenwriter") and draft.subject is not here
    before = document.text[max(draft.start, draft.mention.start - 2) : draft.mention.start]
    return acts and past and before.endswith(("」の", "』の", "の")) and here is not None


_ACTS = re.compile(r"演|役|扮|ふん[しす]|声|キャスト|カメオ|ゲスト")


def no_actor(document: Document, draft: Draft) -> bool:
    """Whether somebody known for another trade is taken for an actor where no word of acting stands near."""
    credited = (
        draft.mention is not None
        and isinstance(draft.object, Referent)
        and draft.object.kind == "person"
        and draft.status != "denied"
    )
    if credited and draft.mention and _RULED_OUT.match(document.text, draft.mention.end, draft.sentence.end):
        return True
    if draft.predicate != "cast_member" or not isinstance(draft.object, Referent) or not trade_of(draft.object):
        return False
    return not _ACTS.search(document.text, draft.start, min(draft.end + _AFTER, draft.sentence.end))


_AFTER = 10
# 新人の佐藤花ではなく、林渚が: who is named only to be ruled out.
_RULED_OUT = re.compile(r"(?:さん|氏|監督)?(?:では|じゃ|で)な[くい]")
