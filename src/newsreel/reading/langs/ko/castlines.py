"""Names with brackets where the part stands inside: "주연: 한지우(오산) | 이두리(바다)", and rows of such names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from newsreel.reading.langs.ko.lexicon import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreel.reading.document import Document, Sentence


class Vote(Protocol):
    """What speaks for a name being a person's and a character's."""

    person: float
    character: float


# A line of the cast with parts in brackets.
CAST_LINE = re.compile(r"[^가-힣]{0,3}(?:주연|출연|출연진|캐스트|캐스팅) ?[:：|] ?[가-힣 ]{2,9}\(")
_PAIR = re.compile(r"([가-힣]{2,4})\(([가-힣]{2,6})\)(?=, |·|와 |과 | 등|이 |가 |을 |를 |\.)")
_PAIRS = 3
_SURE = 9


def vote(document: Document, sentence: Sentence, votes: Mapping[str, Vote]) -> bool:
    """Let the brackets of a sentence vote; whether it is a line of the cast, which the casting frames read wrongly."""
    _vote_row(document, sentence, votes)
    if CAST_LINE.match(document.text, sentence.start) is None:
        return False
    for mention in sentence.mentions:
        if mention.kind == "P":
            inside = document.text[mention.start - 1] == "(" or document.text[mention.end : mention.end + 1] == ")"
            votes[mention.text].character += _SURE if inside else 0
            votes[mention.text].person += 0 if inside else _SURE
    return True


def _vote_row(document: Document, sentence: Sentence, votes: Mapping[str, Vote]) -> None:
    """In a row of three or more names with brackets, "한지우(오산), 이두리(바다)", the known people stand outside."""
    text = document.text
    if text.count("(", sentence.start, sentence.end) < _PAIRS:
        return
    pairs = [(m[1], m[2]) for m in _PAIR.finditer(text, sentence.start, sentence.end)]
    people = names().people
    outside = sum(a in people and b not in people for a, b in pairs)
    if len(pairs) < _PAIRS or outside <= sum(b in people and a not in people for a, b in pairs):
        return
    for person, part in pairs:
        votes[person].person += _SURE
        votes[part].character += _SURE
