"""People told by what they wrote: "오산하의 소설 '가'", "작가 오산하가 쓴 웹툰"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.langs.ko.lexicon import names
from newsreel.reading.langs.ko.shapes import FAIR, plain_word

if TYPE_CHECKING:
    from newsreel.reading.langs.ko.names import Finder

_WORKS = r"(?:소설|장편소설|웹툰|웹소설|만화|에세이)"
# Behind a name: that its bearer writes.
WROTE = re.compile(
    r"(?:의 (?:[가-힣]{1,6} ){0,2}?(?:소설|장편|웹툰|웹소설|만화|에세이|동화|베스트셀러|원작|책)|"
    r"(?:이|가) (?:[^ .,]{1,8} ){0,3}?(?:쓴|펴낸|그린|지은|발표한|연재))"
)
_AUTHOR_OF = re.compile(
    r"(?<![가-힣])([가-힣]{3})(?:의|[이가] 쓴|[이가] 펴낸|[이가] 그린) (?:[가-힣]{1,6} ){0,2}?"
    rf"{_WORKS}(?:인)? ?['‘’“\"<《〈『]"
)


def authored(finder: Finder) -> None:
    """Note full Korean names before something written that has a title."""
    lexicon = names()
    for m in _AUTHOR_OF.finditer(finder.text):
        word, sentence = m[1], finder.document.sentence_at(m.start())
        if sentence is None or sentence.zone == FURNITURE or not lexicon.surname(word[0]) or lexicon.noun(word):
            continue
        closed = any(a <= m.start() < b for a, b in finder.closed)
        if word not in lexicon.common and plain_word(word) and not closed:
            finder.add(m.start(1), word, FAIR, "before what was written")
