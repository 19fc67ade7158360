"""Entries without verbs: who directs and who plays by their order, who shows it by its name alone.

As in "Harbor: Mara Quist / Ann Lee, Bo Roe", "Kite (Ivy Lang; Cy Kim, Dana Roe)", and under a title "Ann Lee, Bo Roe. Netflix."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.dates import resolve
from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.grids import country_code, names_in_rows
from newsreel.reading.langs.en.headings import headings
from newsreel.reading.langs.en.subject import heads_line, told

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_BEHIND = re.compile(
    r"[\"”’'*]*(?:,? (?:[Ss]\d{1,2}|[Ss](?:eason|eries) \w+))?(?: \([^();,\n]{2,40}\))?(?:, ?| ?: | [–—-] | \(| / | \| )"
)
_CUT = re.compile(r"[;/|)(]|[.] | [–—] |$")
_LISTED = re.compile(r"(?:\s|,|/|&|\+|\band\b|\bwith\b|\bplus\b|[\"“”'‘’.])*")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LABELLED = re.compile(
    r"(?i)\b(?:dirs?|scrs?|wr|wri|prods?|mus|dop|exec|cos?|dir-scr|scr-dir)\.\s*$"
)  # "Dirs. Ann Lee, Bo Roe."
_FINE = frozenset({"day", "month"})
_LINE_UP = 2  # titles with one name behind: a list of works with their makers
_SHOWING = frozenset({"streamer", "broadcaster"})


def verbless(document: Document) -> Iterable[Draft]:
    """Claims of the groups of names behind a title, and of sentences under one that are names and nothing else."""
    governed = {s.index for heading in headings(document) for s in heading.lines}
    entries = list(_entries(document))
    lone = sum(len(groups) == 1 and len(groups[0]) == 1 for _, _, groups in entries)
    for sentence, title, groups in entries:
        yield from _companies(document, sentence, title)
        if title.referent is None or sentence.start in names_in_rows(document):
            continue
        if len(groups) > 1 and len(groups[0]) <= 2:  # noqa: PLR2004 - one who directs, or two who do
            yield from _credits(sentence, title.referent, groups[0], "director")
            yield from _credits(sentence, title.referent, groups[1], "cast_member")
        elif len(groups) == 1 and _goes_on(document, sentence, groups[0][0]):
            yield from _credits(sentence, title.referent, groups[0], "director")
        elif (len(groups) == 1 and len(groups[0]) > 1 and lone < _LINE_UP) or (
            len(groups) == 1 and _DIRECTED.search(document.text, groups[0][-1].end, sentence.end)
        ):
            yield from _credits(sentence, title.referent, groups[0], "cast_member")
    for sentence, work, (makers, actors) in _bracketed(document):
        yield from _credits(sentence, work, makers, "director")
        yield from _credits(sentence, work, actors, "cast_member")
    if document.notes.get("roundup"):
        for sentence in document.sentences:
            if sentence.zone not in (HEADLINE, FURNITURE) and sentence.index not in governed:
                yield from _under(document, sentence)


def _entries(document: Document) -> Iterator[tuple[Sentence, Mention, list[list[Mention]]]]:
    """Sentences that a title heads and that go on with groups of people and no verb between."""
    text = document.text
    for sentence in document.sentences:
        title = sentence.mentions[0] if sentence.mentions else None
        if (
            sentence.zone in (HEADLINE, FURNITURE)
            or title is None
            or not told(document, title)
            or not heads_line(document, title)
        ):
            continue
        behind = _BEHIND.match(text, title.end, sentence.end)
        groups = list(_groups(document, sentence, behind.end())) if behind is not None else []
        if behind is not None:
            yield sentence, title, groups


def _goes_on(document: Document, sentence: Sentence, maker: Mention) -> bool:
    """Whether a sentence ends with one name and the next of its line lists people: "Harbor – Ann Lee. Bo Roe, Cy Kim."."""
    after = next(iter(document.sentences[sentence.index + 1 : sentence.index + 2]), None)
    if after is None or after.paragraph != sentence.paragraph or document.text[maker.end : sentence.end] != ".":
        return False
    people = [m for m in after.mentions if m.kind == "P"]
    return len(people) > 1 and _bare(document.text, people, after.start, people[-1].end)


_DIRECTED = re.compile(r"\bdir(?:ector|ected by)?[.:] ?[A-Z]", re.IGNORECASE)
_ENDS = re.compile(r"[.,;|\n]| [–—-] |$")
_WHERE = re.compile(r" \((?P<where>[^();\n]{2,40})\)")
_LAST = re.compile(
    r"['’]s?(?=[.;,]|$)|['’]s? (?:last|latest|newest|new one|first|second|third|debut|next|return|comeback)\b"
)


def _companies(document: Document, sentence: Sentence, title: Mention) -> Iterator[Draft]:
    """Who shows an entry, who bought it for where, and whose film it is said to be, right behind its dash."""
    text, work = document.text, title.referent
    behind = _BEHIND.match(text, title.end, sentence.end)
    if work is None or behind is None:
        return
    here = behind.end()
    for m in (m for m in sentence.mentions if m.start >= here):
        if text[here : m.start].strip(" ,/&"):
            return
        where = _WHERE.match(text, m.end, sentence.end)
        sold = where is not None and all(country_code(part) for part in re.split(r", ?|/| and ", where["where"]))
        if m.kind == "O" and m.referent is not None:
            shows = org_kind(m.referent, m.text) in _SHOWING
            if sold or (shows and _ENDS.match(text, m.end)) or text[m.end : m.end + 1] == "/":
                yield from _credits(sentence, work, [m], "platform" if shows else "distributor")
        elif m.kind == "P" and _LAST.match(text, m.end):
            yield from _credits(sentence, work, [m], "director")
        elif m.kind != "A":
            return
        here = where.end() if where is not None and sold else m.end


def _bracketed(document: Document) -> Iterator[tuple[Sentence, Referent, list[list[Mention]]]]:
    """Titles anywhere with who directs and who plays in the bracket behind: "Kite (Ivy Lang; Cy Kim, Dana Roe)"."""
    text = document.text
    for sentence in document.sentences if ";" in text else ():
        for m in sentence.mentions:
            opening = (
                text.find("(", m.end, m.end + 3) if m.kind == "W" and m.referent is not None and not m.indirect else -1
            )
            closing = text.find(")", opening, sentence.end) if opening > 0 else -1
            if closing < 0 or text.count(";", opening, closing) != 1 or m.referent is None:
                continue
            cut = text.index(";", opening)
            halves = [[x for x in sentence.mentions if a < x.start < b] for a, b in ((opening, cut), (cut, closing))]
            spans = ((opening + 1, cut), (cut + 1, closing))
            if all(half and all(x.kind == "P" and x.referent is not None for x in half) for half in halves) and all(
                _bare(text, half, *span) for half, span in zip(halves, spans, strict=True)
            ):
                yield sentence, m.referent, halves


def _groups(document: Document, sentence: Sentence, start: int) -> Iterator[list[Mention]]:
    """The groups of people from a place on, up to the first piece that is anything else than people, places or types."""
    here = start
    for cut in _CUT.finditer(document.text, start, sentence.end):
        if cut.start() < here:
            continue
        inside = [m for m in sentence.mentions if here <= m.start < cut.start()]
        if inside and _bare(document.text, inside, here, cut.start()):
            if all(m.kind == "P" and m.referent is not None and not m.indirect for m in inside):
                yield inside
        elif document.text[here : cut.start()].strip(" .") and cut[0] == ".":
            return
        here = cut.end()


def _bare(text: str, row: list[Mention], start: int, end: int) -> bool:
    """Whether a stretch holds some names, what joins them, and nothing more."""
    here = start
    for m in row:
        if not _LISTED.fullmatch(_BRACKETED.sub("", text[here : m.start])):
            return False
        here = m.end
    return _LISTED.fullmatch(_BRACKETED.sub("", text[here:end])) is not None


def _under(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """Lists of people between semicolons, or one company that shows works, under the title of their entry."""
    text, work = document.text, document.work_at(sentence.start)
    head = sentence.mentions[0] if sentence.mentions else None
    if (
        work is None
        or head is None
        or heads_line(document, head)
        or _LABELLED.search(text, max(0, sentence.start - 10), sentence.start)
    ):
        return
    if sentence.mentions == [head] and head.kind == "D":
        if head.value.kind in _FINE and _DAY.fullmatch(text, sentence.start, sentence.end) and _dates(document):
            day = resolve(head.value, future=True).edtf
            yield Draft("release_date", work, day, sentence, head.start, head.end, "en/verbless/date", mention=head)
        return
    here = sentence.start
    for cut in _PIECE.finditer(text, sentence.start, sentence.end):
        row = [
            m
            for m in sentence.mentions
            if here <= m.start < cut.start() and text.count("(", here, m.start) == text.count(")", here, m.start)
        ]
        if row and all(m.referent is not None and not m.indirect for m in row) and _bare(text, row, here, cut.start()):
            listed = len(row) > 2 or cut[0] == ";" or here > sentence.start or "," in text[row[0].end : row[-1].start]  # noqa: PLR2004 - "Ann Lee and Bo Kim." may have made it
            if len(row) > 1 and listed and all(m.kind == "P" for m in row):
                yield from _credits(sentence, work, row, "cast_member")
            elif (
                all(m.kind == "O" and org_kind(m.referent, m.text) in _SHOWING for m in row)
                and text[sentence.end - 1] == "."
            ):
                yield from _credits(sentence, work, row, "platform")
        here = cut.end()


_PIECE = re.compile(r";|$")
_DAY = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?(?:[A-Z][a-z]{2,8}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8})(?:,? \d{4})?\.?"
)


_MAKING = re.compile(r"\b(?:shoot\w*|film(?:ing|ed)|production|casting|corrections?|memo)\b", re.IGNORECASE)


def _dates(document: Document) -> bool:
    """Whether a day by itself under a title is that of its release: the headline speaks of nothing else that has days."""
    head = next((s for s in document.sentences if s.zone == HEADLINE), None)
    return head is None or _MAKING.search(document.text, head.start, head.end) is None


def _credits(sentence: Sentence, work: Referent, row: list[Mention], predicate: str) -> Iterator[Draft]:
    for m in row:
        yield Draft(predicate, work, m.referent, sentence, m.start, m.end, f"en/verbless/{predicate}", mention=m)
