"""Lists and letters that somebody announced: their lines are the announcer's word though no line says so again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, LISTING
from newsreel.reading.langs.ko import attribution

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.frames import Draft

_OPENS = re.compile(
    r"(?:명단|라인업|일정표|목록|[가-힣\d]+ ?(?:명|편)(?:을|의|에)|면면|전문)[^.]{0,24}(?:밝혔|알렸|공개했|"
    r"발표했|전했|올렸|내놨)|"
    r"(?:다음과 같다|전문을 옮긴다|전문이다)\.$"
)
_LETTER = re.compile(r"전문을 옮긴다|다음은 [^.]{0,20}전문|글을 올렸다\.? ?전문")
_VERB_END = re.compile(r"(?:다|요|까|죠)[.!?]?[\"”']?\s*$")
_DATED = frozenset({"release_date", "filming_start", "filming_end", "filming_location"})
_PASSING = frozenset(
    {"work_type", "country", "genre", "occupation", "nationality", "age", "org_kind", "alias", "agency"}
)


def pass_on(document: Document, drafts: list[Draft]) -> None:
    """Give the lines of an announced list, and the paragraphs of a quoted letter, the announcer as their source."""
    opening = _opening(document)
    if opening is None:
        return
    first, by, letter = opening
    terse = _terse(document, first)
    openings = {s.paragraph: s for s in reversed(document.sentences)}
    bare = {number for number, s in openings.items() if not _told(document, s)}
    for draft in drafts:
        sentence = draft.sentence
        if draft.rule == "ko/line-up/host" and terse:
            draft.by, draft.status = by, "confirmed"
        if draft.start < first.end or draft.status not in {"stated", "planned"} or draft.by:
            continue
        if draft.predicate in _PASSING or (draft.background and draft.predicate != "release_date"):
            continue
        listed = sentence.zone == LISTING and (terse or draft.predicate == "release_date")
        names_only = sentence.paragraph == first.paragraph + 1 and sentence.paragraph in bare
        if letter or listed or names_only:
            draft.by = by
            draft.status = "planned" if draft.status == "planned" or draft.predicate in _DATED else "confirmed"


def _told(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence ends in a verb, as the reporter's own prose does."""
    return _VERB_END.search(document.text[sentence.start : sentence.end]) is not None


def _terse(document: Document, first: Sentence) -> bool:
    """Whether the list after a sentence is keywords rather than the reporter's prose."""
    lines = [s for s in document.sentences if s.zone == LISTING and s.start > first.start]
    return sum(_told(document, s) for s in lines) * 4 <= len(lines)


def _opening(document: Document) -> tuple[Sentence, tuple[str, ...], bool] | None:
    """The sentence that announces, whose word it is, and whether it is a letter given in full."""
    told = [s for s in document.sentences if s.zone not in {FURNITURE, HEADLINE}]
    for i, sentence in enumerate(told[:8]):
        text = document.text[sentence.start : sentence.end]
        follows = document.text[told[i + 1].start : told[i + 1].end] if i + 1 < len(told) else ""
        letter = _LETTER.search(f"{text} {follows}") is not None
        if not letter and not _OPENS.search(text):
            continue
        by = _speaker(document, sentence)
        if by:
            return sentence, by, letter
    return None


def _speaker(document: Document, sentence: Sentence) -> tuple[str, ...]:
    voice = next((c for c in attribution.cues(document, sentence) if c.status == "confirmed" and c.by), None)
    if voice is not None:
        return voice.by
    for mention in sentence.mentions:
        right = document.text[mention.end : mention.end + 8]
        if mention.kind == "O" and mention.referent is not None and re.match(r" ?(?:측)?(?:가|이|는|은) ", right):
            return (mention.referent.name,)
    return ()
