"""Names with brackets where the part stands inside: "주연: 한지우(오산) | 이두리(바다)", and rows of such names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from newsreel.reading.langs.ko import bracketrows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreel.reading.document import Document, Sentence


class Vote(Protocol):
    """What speaks for a name being a person's and a character's."""

    person: float
    character: float


# A line of the cast with parts in brackets.
CAST_LINE = re.compile(r"[^가-힣]{0,3}(?:주연|출연|출연진|캐스트|캐스팅) ?[:：|] ?[가-힣 ]{2,9}\(")
_STAGE = re.compile(r"(?<![가-힣])([가-힣]{2,4})\(([가-힣]{2,4})\) (?:주연|출연)(?:의|작|이| )")
_SURE = 9


def vote(document: Document, sentence: Sentence, votes: Mapping[str, Vote]) -> bool:
    """Let the brackets of a sentence vote; whether it is a line of the cast, which the casting frames read wrongly."""
    if CAST_LINE.match(document.text, sentence.start) is None:
        return False
    for mention in sentence.mentions:
        if mention.kind == "P":
            inside = document.text[mention.start - 1] == "(" or document.text[mention.end : mention.end + 1] == ")"
            votes[mention.text].character += _SURE if inside else 0
            votes[mention.text].person += 0 if inside else _SURE
    return True


def vote_rows(document: Document, votes: Mapping[str, Vote]) -> None:
    """Let the settled rows of brackets vote."""
    for m in _STAGE.finditer(document.text):  # two names of one player
        votes[m[1]].person += _SURE
        votes[m[2]].person += _SURE
    for row in bracketrows.rows(document):
        for pair in row.pairs:
            player, part = (pair.outer, pair.inner) if row.outer_plays else (pair.inner, pair.outer)
            votes[player].person += _SURE
            votes[part].character += _SURE
