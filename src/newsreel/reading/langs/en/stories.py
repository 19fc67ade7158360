"""Where a next story begins in an English report, and whether each of its paragraphs tells of a work of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import CAPTION, FURNITURE, HEADLINE, LISTING
from newsreel.reading.langs.en.subject import told
from newsreel.reading.langs.en.titlelines import title_lines

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_SEPARATOR = re.compile(r"[*•~_=#–—-]{3,}|(?:\* ?){3,}|· · ·")
_EXCLUSIVE = re.compile(r"EXCLUSIVE ?:")
_NEXT = re.compile(
    r"(?:In (?:other|related|more) [\w ]{0,20}news|Elsewhere|Meanwhile|Finally|Lastly|Separately|Over (?:at|on|in)|Next up|Further down|Also (?:on|in|at|from|coming|new)|And finally)\b"
)


def _headed(document: Document) -> set[int]:
    """The works that a headline of several stories names, one in each of its parts ("Lee Joins 'Harbor'; 'Kite' Sets Date")."""
    parts: list[int] = []
    for sentence in document.sentences:
        if sentence.zone != HEADLINE:
            continue
        last = None
        for m in sentence.mentions:
            if not told(document, m):
                continue
            between = document.text[last.end : m.start] if last else ";"
            if ";" in between or " & " in between or " | " in between:
                parts.append(id(m.referent))
            last = m
    return set(parts) if len(set(parts)) > 1 else set()


_LONG = 60  # code points: a bullet that tells, not an item of a list


def _bullets(document: Document, rows: dict[int, list[Sentence]]) -> dict[int, Referent | None]:
    """The works of bullets that each tell of their own; what none is said of is told of none."""
    if len(title_lines(document)) > 1 and not any(
        row[0].start in title_lines(document) for row in rows.values() if row[0].zone == LISTING
    ):
        return {}  # bullets under titles
    told_of = {
        paragraph: next((m.referent for s in row for m in s.mentions if told(document, m)), None)
        for paragraph, row in rows.items()
        if row[0].zone == LISTING and row[-1].end - row[0].start > _LONG
    }
    works = {id(work) for work in told_of.values() if work is not None}
    return told_of if len(told_of) > 2 and len(works) > 1 else {}  # noqa: PLR2004 - a round-up has three


def in_brief(document: Document) -> bool:
    """Whether most paragraphs tell of works of their own, each of another."""
    first: dict[int, Referent] = {}
    for sentence in document.sentences:
        if sentence.zone not in (HEADLINE, FURNITURE, CAPTION) and sentence.paragraph not in first:
            work = next((m.referent for m in sentence.mentions if told(document, m)), None)
            if work is not None:
                first[sentence.paragraph] = work
    return len(first) > 2 and len({id(work) for work in first.values()}) * 4 >= 3 * len(first)  # noqa: PLR2004 - a round-up has three


def keeps_coming_back(document: Document, work: Referent | None) -> bool:
    """Whether a headline names a work, or more than one paragraph does or points back to it."""
    places = [document.sentence_at(m.start) for m in document.mentions if m.referent is work and m.kind == "W"]
    return any(s is not None and s.zone == HEADLINE for s in places) or len({s.paragraph for s in places if s}) > 1


def first_paragraph(document: Document, work: Referent | None) -> int:
    """The paragraph that first names a work; 0 where none does."""
    first = next((m for m in document.mentions if m.referent is work and m.kind == "W"), None)
    home = document.sentence_at(first.start) if first and work else None
    return home.paragraph if home else 0


def _introduced(document: Document, rows: dict[int, list[Sentence]]) -> dict[int, Referent]:
    """The works of paragraphs that each begin with a heading and a colon: "Ann Lee heads to Harbor: The actress …"."""
    found: dict[int, Referent] = {}
    for paragraph, row in rows.items():
        head = document.text.find(": ", row[0].start, min(row[0].start + _HEAD_LENGTH, row[0].end))
        works = [m.referent for m in row[0].mentions if m.end <= head + 1 and told(document, m) and m.referent]
        if head > 0 and works and row[-1].end - head > _HEAD_LENGTH:
            found[paragraph] = works[-1]
    return found if len({id(work) for work in found.values()}) > 1 else {}


_SHORT = 60  # code points: a line that heads a section


def _sections(document: Document, rows: dict[int, list[Sentence]]) -> dict[int, Referent]:
    """The works of sections under short lines without a full stop, where they tell of several works."""
    found: dict[int, Referent] = {}
    for paragraph, row in rows.items():
        line = document.text[row[0].start : row[-1].end]
        behind = rows.get(paragraph + 1)
        if len(row) > 1 or row[0].zone == LISTING or len(line) > _SHORT or line[-1] in ".:;,?!)" or behind is None:
            continue
        if behind[-1].end - behind[0].start > 2 * _HEAD_LENGTH:
            work = next((m.referent for s in (*row, *behind) for m in s.mentions if told(document, m)), None)
            if work is not None:
                found[paragraph] = work
    return found if len({id(work) for work in found.values()}) > 1 else {}


_HEAD_LENGTH = 110
_BRACKETS = re.compile(r" ?\([^()]*\)")


def _subhead(document: Document, row: list[Sentence], behind: list[Sentence] | None) -> bool:
    """Whether a paragraph is the headline of a story of its own: one line without a full stop, above text that names its work."""
    line = document.text[row[0].start : row[-1].end]
    if len(row) > 1 or row[0].zone == LISTING or len(line) > _HEAD_LENGTH or behind is None:
        return False
    first = next((m for m in row[0].mentions if told(document, m)), None)
    if first is not None and _BRACKETS.sub("", line).strip("\"“”‘’'* ") == first.text:
        return behind[-1].end - behind[0].start > _HEAD_LENGTH
    if line.rstrip("\"”’' ")[-1:] in ".:;,?)":
        return False
    works = {id(m.referent) for m in row[0].mentions if told(document, m)}
    below = [m.referent for s in behind or () for m in s.mentions if m.kind == "W" and m.referent is not None]
    again = any(id(work) in works or work.name in line for work in below)
    return behind[-1].end - behind[0].start > _HEAD_LENGTH and bool(works) and again


def stories(document: Document) -> dict[int, Referent | None]:
    """Paragraph -> the work that a story beginning there tells of; None where that is not said.

    A story begins behind a separator, with a repeated "EXCLUSIVE:", with "Meanwhile" or "Finally" and a work told of, or where
    the text comes to the next of several works of the headline.
    """
    rows: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if sentence.zone not in (HEADLINE, FURNITURE, CAPTION):
            rows.setdefault(sentence.paragraph, []).append(sentence)
    headed = _headed(document)
    introduced = _introduced(document, rows) or _sections(document, rows)
    found: dict[int, Referent | None] = _bullets(document, rows)
    parted, exclusives = False, 0
    for paragraph, row in rows.items():
        line = document.text[row[0].start : row[-1].end]
        if _SEPARATOR.fullmatch(line.strip()):
            parted = True
            continue
        exclusives += bool(_EXCLUSIVE.match(line))
        first = next((m for s in row for m in s.mentions if told(document, m)), None)
        work = introduced.get(paragraph) or (first.referent if first else None)
        if (
            parted
            or paragraph in introduced
            or (
                work is not None and work is not document.main_work and _subhead(document, row, rows.get(paragraph + 1))
            )
            or (exclusives > 1 and _EXCLUSIVE.match(line))
            or (
                work is not None
                and (
                    id(work) in headed
                    or (
                        _NEXT.match(line)
                        and work is not document.main_work
                        and first is not None
                        and first.start < row[0].end
                    )
                )
            )
        ):
            found[paragraph] = work
        parted = False
    return found
