"""Masked sentences: every mention becomes two characters, its kind and its number, so that frames are plain patterns.

"Han will star in 'Blue Door'" becomes "⟨P0⟩ will star in ⟨W1⟩", where ⟨P0⟩ is a private-use character for the kind
and one for the number. Frames are regular expressions over such text: a cascade of finite-state stages, as in FASTUS
(Hobbs and others, 1997).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from newsreel.reading.literals import lowered

if TYPE_CHECKING:
    from newsreel.reading.document import Mention

KIND_BASE = 0xE000  # a kind's character: this + its letter's code
NUMBER_BASE = 0xF000  # a mention's character: this + its place in the sentence
NUMBERS = 0x8FF
NUMBER_CLASS = "."  # the character behind a kind's is always a mention's: any will do, and none is found sooner
_PRIVATE = re.compile(f"[{chr(KIND_BASE)}-{chr(NUMBER_BASE + NUMBERS)}]")
_NUMBER = re.compile(f"[{chr(NUMBER_BASE)}-{chr(NUMBER_BASE + NUMBERS)}]")


def kind_char(kind: str) -> str:
    """The character that stands for a kind's letter in masked text."""
    return chr(KIND_BASE + ord(kind))


def kinds_of(characters: frozenset[str]) -> frozenset[str]:
    """The letters of the kinds that characters of masked text stand for; none where one of them is no kind's."""
    codes = [ord(c) - KIND_BASE for c in characters]
    return frozenset(map(chr, codes)) if all(0 <= code < NUMBER_BASE - KIND_BASE for code in codes) else frozenset()


class Masked:
    """A sentence with its mentions masked. `text` is what patterns see, `low` the same in lower case, place for place.

    Positions lead back to the stored text.
    """

    __slots__ = ("_at", "_offset", "low", "mentions", "text")

    def __init__(self, stored: str, start: int, end: int, mentions: list[Mention]) -> None:
        self.mentions = mentions[: NUMBERS + 1]
        parts: list[str] = []
        at: list[int] = [0]
        offset: list[int] = [start]
        length, here = 0, start
        for number, mention in enumerate(self.mentions):
            between = _clean(stored[here : mention.start])
            comma = _inner_comma(stored, mention.start, mention.end)
            parts += (between, kind_char(mention.kind), chr(NUMBER_BASE + number), comma)
            length += len(between)
            at += (length, length + 2 + len(comma))
            offset += (mention.start, mention.end)
            length += 2 + len(comma)
            here = mention.end
        parts.append(_clean(stored[here:end]))
        self.text = "".join(parts)
        self.low = lowered(self.text)
        self._at = at
        self._offset = offset

    def position(self, masked: int, *, end: bool = False) -> int:
        """The code point of the stored text for a place in the masked text (`end`: as the end of a match)."""
        i = bisect_right(self._at, masked) - 1
        if end and i > 0 and self._at[i] == masked:
            return self._offset[i]
        if i % 2:  # inside a mention: its start, or its end when an end is asked for
            return self._offset[i + 1] if end and masked > self._at[i] else self._offset[i]
        return self._offset[i] + masked - self._at[i]

    def mentions_in(self, piece: str) -> list[Mention]:
        """The mentions that a piece of masked text holds, in order."""
        mentions = self.mentions
        return [mentions[ord(c) - NUMBER_BASE] for c in _NUMBER.findall(piece)]

    def plain(self, piece: str) -> str:
        """A piece of masked text with the mentions' names put back."""
        return piece if piece.isascii() else _PRIVATE.sub(self._name, piece)

    def _name(self, m: re.Match[str]) -> str:
        code = ord(m[0])
        return self.mentions[code - NUMBER_BASE].text if code >= NUMBER_BASE else ""

    def show(self) -> str:
        """The masked text for people: "⟨P:Han⟩ will star in ⟨W:Blue Door⟩"."""
        out: list[str] = []
        kind = ""
        for c in self.text:
            code = ord(c)
            if NUMBER_BASE <= code <= NUMBER_BASE + NUMBERS:
                out.append(f"⟨{kind}:{self.mentions[code - NUMBER_BASE].text}⟩")
            elif KIND_BASE <= code < NUMBER_BASE:
                kind = chr(code - KIND_BASE)
            else:
                out.append(c)
        return "".join(out)


def _inner_comma(stored: str, start: int, end: int) -> str:
    """The comma or full stop that American typesetting puts inside the closing quotation mark ("Blue Door," a film)."""
    if end - start > 2 and stored[end - 1] in "\"”’'" and stored[end - 2] in ",.;":  # noqa: PLR2004 - both marks and a letter
        abbreviated = stored[end - 2] == "." and stored[end - 3].isupper()  # 'D.P.': the stop belongs to the title
        return "" if abbreviated else stored[end - 2]
    return ""


def _clean(text: str) -> str:
    """Text between mentions without characters of the private-use area, which would pass for mentions; same length."""
    return text if text.isascii() else _PRIVATE.sub("\ufffd", text)
