"""A book that the report says an author has, in a report about what was made from it: "Ann Lee's manga ended in 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.basis import NAMED_AFTER
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_BOOKS = frozenset({"book", "manga", "webtoon"})
_HIS_BOOK = re.compile(
    rf"(?P<author>{kind_char('P')}{NUMBER_CLASS})['’]s? (?:[\w-]+ |[{kind_char('A')}{kind_char('D')}{kind_char('G')}]{NUMBER_CLASS} ){{0,4}}?(?P<type>{kind_char('T')}{NUMBER_CLASS})"
    rf"(?! ?[\"“‘']?{kind_char('W')})(?! (?:deal|tour|club|launch|shop|tie-in|about the making))"
)
_OTHER = re.compile(r"\b(?:new|next|latest|first|debut|second|forthcoming|upcoming|own|other|previous|later) ")


def authors(document: Document) -> Iterable[Draft]:
    """What the main work is made from, where nothing else tells it."""
    work = document.main_work
    if work is None or work.facts.get("type") in _BOOKS | {"play", "game"} or _has_source(document):
        return
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone != BODY or masked is None:
            continue
        for m in _HIS_BOOK.finditer(masked.text):
            author, kind = masked.mentions_in(m["author"])[0], masked.mentions_in(m["type"])[0]
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            if kind.value not in _BOOKS or author.referent is None or author.indirect or _OTHER.search(m.group()):
                continue
            if document.work_at(start) is not work or NAMED_AFTER.match(document.text, kind.end):
                continue
            source = document.refer("work", work.name)
            source.facts["type"] = kind.value
            for name in (f"{author.referent.name}'s {kind.text}", document.text[author.start : kind.end], kind.text):
                source.call(name)
            rule = "en/basis/author-has"
            yield Draft("based_on", work, source, sentence, start, end, rule, {"relation": "adaptation"})
            yield Draft("creator", source, author.referent, sentence, start, end, rule, mention=author)
            yield Draft("work_type", source, kind.value, sentence, start, end, rule, mention=kind)
            return


def _has_source(document: Document) -> bool:
    """Whether a source of the main work has been read."""
    twins: dict[tuple[int, str, str], object] = document.notes.get("twins", {})
    return any(key[0] == id(document.main_work) for key in twins) or bool(document.notes.get("twins parted"))
