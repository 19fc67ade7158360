"""How sure a claim is and on whose word: cues of the nearest words, and attributions that carry over.

A draft takes the nearest cue of its sentence that reaches it; failing that, the attribution carried from an earlier
sentence of its paragraph; failing that, it is stated. Nouns said in passing (work type, country, genre, occupation,
earlier credits) stay stated, whoever is quoted: the announced fact is what the voice vouches for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, LISTING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.frames import Draft
    from newsreel.reading.pack import Cue, Pack

# Predicates that a passing noun makes: GUIDE words for what stays "stated" in a passed-on sentence.
PASSING = frozenset(
    {"work_type", "country", "genre", "occupation", "nationality", "age", "birth_date", "org_kind", "alias", "logline",
     "career_start", "award", "agency"}
)  # fmt: skip
CARRIED = frozenset({"reported", "confirmed"})
_CUES = "cues"
_LEAD = 3


def attribute(document: Document, drafts: list[Draft], pack: Pack) -> None:
    """Give every draft that has none its status and the names of those on whose word it is said."""
    cues = {s.index: pack.cues(document, s) for s in document.sentences}
    document.notes[_CUES] = cues
    carried = _carry(document, cues)
    for draft in drafts:
        here = cues[draft.sentence.index]
        said = nearest(document, [c for c in here if c.status in CARRIED], draft)
        draft.within = tuple((said.status, name) for name in said.by) if said else ()
        if draft.fixed:
            continue
        cue = voice = None
        if not draft.background and draft.predicate not in PASSING:
            voice = said or carried[draft.sentence.index]
            doubt = nearest(document, [c for c in here if c.status not in CARRIED and not _decided(c, draft)], draft)
            cue = doubt or voice
        draft.status = cue.status if cue else "stated"
        draft.by = (cue.by or (voice.by if voice else ())) if cue else ()
    _said_first(document, drafts, cues)


def _said_first(document: Document, drafts: list[Draft], cues: dict[int, list[Cue]]) -> None:
    """What a party confirms beside the words for who had the news first, that voice has said as well."""
    first = [(document.sentences[i].paragraph, cue) for i, here in cues.items() for cue in here if cue.first]
    for paragraph, cue in first:
        for draft in drafts:
            told = draft.sentence.paragraph == paragraph or draft.sentence.zone == HEADLINE
            passing = draft.background or draft.predicate in PASSING
            if told and not passing and draft.status == "confirmed" and draft.by not in {(), cue.by}:
                draft.also.append((cue.status, cue.by))


def _decided(cue: Cue, draft: Draft) -> bool:
    """Whether a word of what is to come says nothing of a claim: a stop or an order is decided when it is told."""
    return cue.status == "planned" and draft.predicate == "production_status" and draft.object in _DECISIONS


_DECISIONS = frozenset({"postponed", "cancelled", "renewed", "announced"})
_CLAUSE_END = re.compile(
    r";|: |, (?:who|which|and|but|while|whom|whose|though|although|as|where) | but | while |—|\.(?= |$)|。|、|，"
)


_RELATIVE = re.compile(r", (?:who|which|whose) ")


def _one_clause(document: Document, cue: Cue, draft: Draft) -> bool:
    """Whether nothing between a cue and a draft ends the clause, nor leads to whom the draft tells of behind it."""
    told = draft.mention
    if told is not None and told.start > cue.end and _RELATIVE.search(document.text, cue.end, told.start):
        return False
    a, b = min(cue.end, draft.end), max(cue.start, draft.start)
    return a >= b or _CLAUSE_END.search(document.text, a, b) is None


def nearest(document: Document, cues: list[Cue], draft: Draft) -> Cue | None:
    """The cue that governs a draft: it must reach it; of several the nearest, and of two as near the later."""
    best, distance = None, 0
    for cue in cues:
        if not reaches(cue, draft) or (cue.reach == "clause" and not _one_clause(document, cue, draft)):
            continue
        gap = max(cue.start - draft.end, draft.start - cue.end, 0)
        if best is None or gap <= distance:
            best, distance = cue, gap
    return best


def reaches(cue: Cue, draft: Draft) -> bool:
    """Whether a cue governs what stands at a draft's place in the cue's own sentence."""
    if cue.reach == "before":
        return draft.start < cue.start
    if cue.reach == "after":
        return draft.end > cue.end
    if cue.reach == "clause" and cue.scope is not None:
        return draft.start < cue.scope[1] and draft.end > cue.scope[0]
    return True


def _carry(document: Document, cues: dict[int, list[Cue]]) -> dict[int, Cue | None]:
    """For every sentence the attribution that goes on into it from those before: in its paragraph, or over its list."""
    carried: dict[int, Cue | None] = {}
    going: Cue | None = None
    over: Cue | None = None  # what stood before a list goes on into each of its lines
    paragraph, zone = -1, ""
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            if sentence.zone == LISTING and zone != LISTING:
                over = going
            going = over if sentence.zone == LISTING else going if _leads_in(document, sentence) else None
            paragraph, zone = sentence.paragraph, sentence.zone
        carried[sentence.index] = going
        for cue in cues[sentence.index]:
            if cue.carries and cue.status in CARRIED:
                going = cue
    return carried


_LEAD_IN = 60  # code points of a line that only leads to a list


def _leads_in(document: Document, sentence: Sentence) -> bool:
    """Whether a line only leads from an announcement to its list: "In alphabetical order:"."""
    short = sentence.end - sentence.start < _LEAD_IN
    return short and document.text[sentence.start : sentence.end].rstrip().endswith((":", "："))


def passed_on(document: Document, drafts: list[Draft]) -> tuple[tuple[str, str], ...]:
    """The voices that a report passes on in its headline and first two paragraphs: from whom it has its news.

    A sentence that tells what is not announced passes nobody's news on.
    """
    cues: dict[int, list[Cue]] = document.notes.get(_CUES, {})
    silent = {draft.sentence.index for draft in drafts if draft.status == "unannounced"}
    told = [s for s in document.sentences if s.zone != FURNITURE]
    lead = set(list(dict.fromkeys(s.paragraph for s in told))[:_LEAD])
    found = {
        (cue.status, name): None
        for sentence in told
        if sentence.paragraph in lead and sentence.index not in silent
        for cue in cues.get(sentence.index, ())
        if cue.status in CARRIED
        for name in cue.by
    }
    return tuple(found)
