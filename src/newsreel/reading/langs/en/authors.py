"""A book that the report says an author has, in a report about what was made from it: "Ann Lee's manga ended in 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.basis import NAMED_AFTER
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence
    from newsreel.reading.mask import Masked

_BOOKS = frozenset({"book", "manga", "webtoon"})
_PLAYED = frozenset({"play", "game"})
_P, _T = (f"{kind_char(letter)}{NUMBER_CLASS}" for letter in "PT")
_WORDS = rf"(?:[\w-]+ |[{kind_char('A')}{kind_char('D')}{kind_char('G')}]{NUMBER_CLASS} )"
_ALONE = rf"(?! ?[\"“‘']?{kind_char('W')})(?! (?:deal|tour|club|launch|shop|tie-in|about the making))"
_HIS_BOOK = Sought(
    rf"(?P<author>{_P})['’]s? {_WORDS}{{0,4}}?(?P<type>{_T}){_ALONE}"
    rf"|\b(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Tt]heir) {_WORDS}{{0,4}}?(?P<type2>{_T})(?:,? (?:which|that))? (?P<author2>{_P}) (?:first |once |originally |had |also )*(?:wrote|drew|published|penned|created|serialised|serialized)\b"
    rf"|(?P<author4>{_P}) (?:first |originally |also |once )*(?:wrote|writes|drew|draws|created|penned|published|serialised|serialized) (?:the|an?) {_WORDS}{{0,3}}?(?P<type4>{_T})(?! ?[\"“‘']?{kind_char('W')})(?! (?:about|for|of the making))"
    rf"|\b(?:[Tt]he|[Aa]n?|[Ii]ts) {_WORDS}{{0,4}}?(?P<type3>{_T})(?:,? (?:written|drawn|published))? by (?P<author3>{_P})(?! ?(?:and|,) {kind_char('W')})"
)
_WAYS = ("", "2", "3", "4")
_APPOSED = re.compile(rf"{kind_char('W')}{NUMBER_CLASS}[\"”’']*,[\"”’']* $")
_OTHER = re.compile(
    r"\b(?:new|next|latest|first|debut|second|forthcoming|upcoming|own|other|previous|later|best-known|most famous) "
)


def authors(document: Document) -> Iterable[Draft]:
    """What a work that the report tells of is made from, where nothing else tells it."""
    told: set[int] = set()
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone != BODY or masked is None:
            continue
        for m in _HIS_BOOK.matches(masked.text, masked.low):
            work = document.work_at(masked.position(m.start()))
            if work is None or id(work) in told or not _may_come_from(document, work):
                continue
            drafts = list(_source(document, sentence, masked, m, work))
            if drafts:
                told.add(id(work))
                yield from drafts


def _source(
    document: Document, sentence: Sentence, masked: Masked, m: re.Match[str], work: Referent
) -> Iterator[Draft]:
    author, kind = (
        masked.mentions_in(next(m[f"{name}{n}"] for n in _WAYS if m[f"{name}{n}"]))[0] for name in ("author", "type")
    )
    if kind.value not in _BOOKS | _PLAYED or author.referent is None or author.indirect or _OTHER.search(m.group()):
        return
    if NAMED_AFTER.match(document.text, kind.end):
        return
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    rule = "en/basis/author-has"
    if _APPOSED.search(masked.text, 0, m.start()):  # "All of Tide, a 2017 novella by Ann Lee": no source of it
        named = next((w for w in reversed(masked.mentions) if w.kind == "W" and w.end <= start), None)
        if named is not None and named.referent is not None:
            yield Draft("creator", named.referent, author.referent, sentence, start, end, rule, mention=author)
            yield Draft("work_type", named.referent, kind.value, sentence, start, end, rule, mention=kind)
        return
    source = document.refer("work", work.name)
    source.facts["type"] = kind.value
    told = document.text[author.start : kind.end] if author.end < kind.start else kind.text
    for name in (f"{author.referent.name}'s {kind.text}", told, kind.text):
        source.call(name)
    yield Draft("based_on", work, source, sentence, start, end, rule, {"relation": "adaptation"})
    yield Draft("creator", source, author.referent, sentence, start, end, rule, mention=author)
    yield Draft("work_type", source, kind.value, sentence, start, end, rule, mention=kind)


def _may_come_from(document: Document, work: Referent) -> bool:
    """Whether a work is none to read itself, and no source of it has been read."""
    if work.facts.get("type") in _BOOKS | {"play", "game"}:
        return False
    twins: dict[tuple[int, str, str], object] = document.notes.get("twins", {})
    return not any(key[0] == id(work) for key in twins) and not (
        work is document.main_work and document.notes.get("twins parted")
    )
