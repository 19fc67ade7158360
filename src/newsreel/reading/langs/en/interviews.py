"""Interviews in questions and answers: whose words the answers are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE
from newsreel.reading.pack import Cue

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_SPEAKERS = "interview"
_LEAST = 3  # questions, before a text is an interview
_LABEL = re.compile(r":\s")
_ASKED = re.compile(r"Q(?:uestion)?[.:] |(?s:.*)\?[\"”’')\]]*$")


def answering(document: Document, sentence: Sentence) -> list[Cue]:
    """The voice of the one who answers: named before a colon, or the one person that an interview is with."""
    speakers: dict[int, str] | None = document.notes.get(_SPEAKERS)
    if speakers is None:
        speakers = document.notes[_SPEAKERS] = _speakers(document)
    name = speakers.get(sentence.paragraph)
    if name is None or document.text[sentence.start] in "([":
        return []
    return [Cue(sentence.end, sentence.end, "confirmed", (name,), "sentence", rule="en/cue/interview")]


def _speakers(document: Document) -> dict[int, str]:
    """Paragraph -> who speaks there; empty where the text is no interview."""
    rows: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if sentence.zone == BODY:
            rows.setdefault(sentence.paragraph, []).append(sentence)
    asked = [p for p, row in rows.items() if _ASKED.match(document.text[row[0].start : row[-1].end])]
    if len(asked) < _LEAST or 4 * len(asked) < len(rows):
        return {}
    labelled = {p: name for p, row in rows.items() if (name := _label(document, row[0]))}
    if labelled:
        return {p: name for p, name in labelled.items() if p not in asked}
    guest = _guest(document, asked[0])
    if guest is None:
        return {}
    last = max(asked) + 1  # what follows the last answer is no answer
    return {p: guest for p in rows if min(asked) < p <= last and p not in asked}


def _label(document: Document, sentence: Sentence) -> str:
    """The person whose name and a colon a paragraph begins with."""
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.kind != "P" or first.start != sentence.start:
        return ""
    return _name(first) if _LABEL.match(document.text, first.end) else ""


def guest(document: Document) -> str | None:
    """Whom an interview of any length is with, where its headline or the words before the first question say so."""
    known: str | None = document.notes.get("guest", "")
    if known == "":
        asked = next(
            (s for s in document.sentences if s.zone == BODY and _ASKED.match(document.text[s.start : s.end])), None
        )
        known = document.notes["guest"] = _guest(document, asked.paragraph) if asked is not None else None
    return known


_WITH = re.compile(
    r"\b(?:questions for|minutes with|with(?:\.\.\.|…)?|[Ii]nterview:|[Qq]&[Aa]:|spoke to|talked to|chat(?:ted)? (?:with|to)|sat down with|meets?) (?:[\w’'-]+ ){0,4}$"
)
_TALKS = re.compile(
    r"(?: on| talks?\b| discusses| reveals| explains| opens up| tells| says|,? (?:the )?(?:creator|director|writer|showrunner|star)\b)"
)


def _guest(document: Document, before: int) -> str | None:
    """Whom an interview is with: a person of the headline, or of the words before the first question."""
    opening = [s for s in document.sentences if s.zone != FURNITURE and (s.zone == HEADLINE or s.paragraph < before)]
    people = [m for s in opening for m in s.mentions if m.kind == "P" and not m.indirect and " " in _name(m)]
    for m in people:
        ahead = document.text[max(0, m.start - 40) : m.start]
        if _WITH.search(ahead.rsplit("\n", maxsplit=1)[-1]) or _TALKS.match(document.text, m.end):
            return _name(m)
    names = {_name(m) for m in people}
    return names.pop() if len(names) == 1 else None


def _name(mention: Mention) -> str:
    return mention.referent.name if mention.referent else mention.text
