"""What languages share of dates that move: whether a shoot or a showing has a date; a move outweighs a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.frames import Draft

_DATED = frozenset({"release_date", "filming_start", "filming_end"})


def happens(
    document: Document,
    sentence: Sentence,
    mention: Mention,
    words: Iterable[tuple[str, re.Pattern[str]]],
    near: int,
) -> str:
    """The predicate of a date, by the word nearest to it of `words` (predicate and pattern), or "" where none stands.

    Looked for within `near` code points behind the date, then before it, then in all that is behind.
    """
    text, rows = document.text, tuple(words)
    behind, before = text[mention.end : sentence.end], text[sentence.start : mention.start]
    for stretch, last in ((behind[:near], False), (before, True), (behind, False)):
        found = sorted((m.start(), name) for name, pattern in rows for m in pattern.finditer(stretch))
        if found:
            return found[-1][1] if last else found[0][1]
    return ""


def over_others(drafts: list[Draft], rule: str) -> list[Draft]:
    """Without what rules other than `rule`, which tells of moves, said of the days that moved."""
    dates = {id(d.mention) for d in drafts if d.rule == rule}
    spoken = {(id(d.subject), d.predicate, d.object, id(d.sentence)) for d in drafts if d.rule == rule}
    return [
        d
        for d in drafts
        if d.rule == rule
        or d.predicate not in _DATED
        or (id(d.mention) not in dates and (id(d.subject), d.predicate, d.object, id(d.sentence)) not in spoken)
    ]
