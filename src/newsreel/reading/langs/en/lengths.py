"""How many episodes a series has: "the ten-part Harbor Light", "eight episodes of it"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.clauses import Event, subjects_of
from newsreel.reading.langs.en.phrases import NUMBER_WORDS
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_LENGTH = re.compile(
    rf"(?P<count>{kind_char('N')}{NUMBER_CLASS})(?:[ -](?:episode|part|parter|chapter)\b|-parter\b|[ -](?:one-)?(?:half-)?hour(?:-long)? (?:episodes|series|installments|drama|parts)| (?:\w+ )?(?:episodes|parts|chapters|installments|instalments)\b)"
    r"(?! (?:in|into|of the (?:first|second|final|last|latest)|later|ago|from|left|remaining|deal|block|special|documentary special|finale|premiere|film|movie|shape|structure|novel|podcast|interview|opener|pilot|story|arc))"
)
# A part of the whole: "the first three episodes", "another two parts".
_PART = re.compile(
    r"\b(?:first|last|final|next|opening|another|more|directed|of the|initial|remaining|other|directs|direct|past|only|new|extra|further|wrote|writes|helmed|least|over|after|linked to the|"
    r"a week|nights?|watch all|in its|earlier|previous|two more|for his|for her|appeared in|both) $",
    re.IGNORECASE,
)
LEAST = 2


_WITHIN = re.compile(r"\b(\w+)-(?:part|episode|parter)\b")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word, 0)


def lengths(document: Document) -> Iterable[Draft]:
    """Claims of episodes."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone == FURNITURE or masked is None:
            continue
        for mention in sentence.mentions:  # "the ten-part series" points back as a whole
            said = _WITHIN.search(mention.text.lower()) if mention.kind == "W" and mention.indirect else None
            if said is not None and mention.referent is not None and (number := _number(said[1])) >= LEAST:
                yield Draft(
                    "episodes", mention.referent, number, sentence, mention.start, mention.end, "en/title/episodes",
                    mention=mention,
                )  # fmt: skip
        for m in _LENGTH.finditer(masked.text):
            count = masked.mentions_in(m["count"])[0]
            if m.group().endswith("episodes") and int(count.value) <= LEAST:
                continue  # the first evening's, not the whole
            part = _PART.search(masked.text, max(0, m.start() - 24), m.start())
            whole = "-" in m.group() and part is not None and part.group().lower() == "new "  # "a new ten-part series"
            if (part is not None and not whole) or int(count.value) < LEAST:
                continue
            event = Event("length", m.start(), m.end())
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            for work in subjects_of(document, sentence, event)[:1]:
                if work.facts.get("type") not in {"film", "book", "manga", "webtoon", "play", "game", "animation_film"}:
                    yield Draft("episodes", work, count.value, sentence, start, end, "en/title/episodes", mention=count)
