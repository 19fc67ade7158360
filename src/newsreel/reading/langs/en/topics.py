"""What a report is about: one on sport, the stage or music borrows the words of the screen trade."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document

# A report is of another field when that field's words are this many times as frequent as those of the screen.
OUTWEIGHS = 2
LEAST = 4
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


@cache
def _fields() -> dict[str, str]:
    """Word, or its plural -> the field that it belongs to."""
    data = load_data("en", "topics")
    fields = {"screen": data["screen"], **data["other"]}
    words = {str(word): field for field, words in fields.items() for word in words}
    return {**{f"{word}s": field for word, field in words.items()}, **words}


def weights(text: str) -> tuple[int, int, str]:
    """How many words of the screen trade, how many of the field that comes next, and that field's name."""
    fields = _fields()
    counts = dict.fromkeys(("sport", "stage", "music", "politics", "screen"), 0)
    words = Counter(_WORD.findall(text.lower()))
    for word in words.keys() & fields.keys():
        counts[fields[word]] += words[word]
    screen = counts.pop("screen")
    field = max(counts, key=lambda name: counts[name])
    return screen, counts[field], field


def elsewhere(text: str) -> bool:
    """Whether a report is plainly about another field."""
    screen, other, _field = weights(text)
    return other >= LEAST and other >= OUTWEIGHS * screen


_TV = re.compile(r"\b(?:pilots?|sitcoms?|upfronts?)\b")
_CINEMA = re.compile(r"\b(?:films?|movies?|features?|festivals?|cinemas?|theat(?:er|re)s|shorts?|screenings?)\b")
_MOSTLY, _OFTEN = 2, 2


def of_television(document: Document) -> bool:
    """Whether a report speaks of television, hardly of films."""
    if "of tv" not in document.notes:
        tv, films = len(_TV.findall(document.low)), len(_CINEMA.findall(document.low))
        document.notes["of tv"] = tv >= _OFTEN and tv > _MOSTLY * films
    told: bool = document.notes["of tv"]
    return told
