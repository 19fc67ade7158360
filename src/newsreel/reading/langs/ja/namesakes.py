"""Which names of a report have one bearer: full names first, then what is part of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.makers import is_known

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent
    from newsreel.reading.langs.ja.around import Name

# A short form leaves out so many characters at most.
_LEFT_OUT = 4
_FOREIGN = re.compile(r"[ァ-ヴ]")
_SPACES = re.compile(r"[\s　・=＝]")


class Namesakes:
    """The bearers of names in one report: full names first, then what is part of them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_text: dict[str, Referent] = {}
        self._full: list[Referent] = []

    def link(self, names: list[Name]) -> dict[int, Referent]:
        """The bearer of each name, by its place in the list; surnames go to the nearest full name before them."""
        found: dict[int, Referent] = {}
        for i, name in enumerate(names):
            if name.full:
                found[i] = self._new(name)
        for i, name in enumerate(names):
            if i not in found:
                found[i] = self._part(name, i, names, found) or self._new(name)
        return found

    def _new(self, name: Name) -> Referent:
        plain = _SPACES.sub("", name.text)
        referent = self._by_text.get(plain)
        if referent is None:
            referent = self._by_text[plain] = self._document.refer("person", name.text)
            self._full.append(referent)
        else:
            referent.call(name.text)
        return referent

    def _part(self, name: Name, place: int, names: list[Name], found: dict[int, Referent]) -> Referent | None:
        """The bearer of a full name that begins or ends with this one; before it in the text, or else behind."""
        best: Referent | None = None
        for i, referent in sorted(found.items()):
            full = names[i].text
            if full == name.text or len(full) <= len(name.text):
                continue
            if _is_part(name.text, full, honoured=name.real) and (
                name.real or not _given_name_of_known(name.text, full)
            ):
                if i < place or best is None:
                    best = referent
                if i > place:
                    break
        if best is not None:
            best.call(name.text)
        return best


def _given_name_of_known(part: str, full: str) -> bool:
    """恭子 beside 深田恭子: whom everybody knows is called by the surname, and the part is another's."""
    return not _FOREIGN.search(full) and not full.startswith(part) and is_known(full)


def _is_part(part: str, full: str, *, honoured: bool = False) -> bool:
    pieces = re.split(r"[・=＝\s　]", full)
    if len(pieces) > 1:
        return part in pieces[1:] or part == pieces[0]
    return (full.startswith(part) and len(full) - len(part) <= _LEFT_OUT) or (
        full.endswith(part) and (len(part) > 1 or honoured)
    )
