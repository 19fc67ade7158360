"""Headings and questions: short lines of their own, what they ask for, and the lines that answer them.

As in "WHO IS ON BOARD" above a list of names, "WHO PAYS" above a line of companies, "Where do they film?" above "Belfast."
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, LISTING
from newsreel.reading.langs.en.titlelines import title_lines
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_ENDS = re.compile(r"\?[\"”’')\]*]*$")
_MARK = re.compile(r"^(?:(?:Q|Question|A)[.:)] ?|\d{1,2}[.)] ?|[*#•_–—>-]+ ?)*")
_LONG, _WORDS = 60, 7  # code points and words of a heading that is no question


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or question with what it asks for (a predicate, "money" or "gone"), and the sentences under it.

    `part`: where the words end that ask for whom somebody plays ("Who plays Rin?"), a place in the stored text.
    """

    sentence: Sentence
    tells: str
    asked: bool
    lines: tuple[Sentence, ...]
    part: int | None = None


def headings(document: Document) -> list[Heading]:
    """The headings of a report that ask for something known, in order; found once."""
    if "headings" not in document.notes:
        document.notes["headings"] = _found(document)
    found: list[Heading] = document.notes["headings"]
    return found


@cache
def _asked() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    rows = [(str(what), str(p)) for what, patterns in load_data("en", "headings").items() for p in patterns]
    whole = "|".join(f"(?P<q{i}>{pattern})" for i, (_, pattern) in enumerate(rows))
    return re.compile(whole), tuple(rows)


def _found(document: Document) -> list[Heading]:
    out: list[Heading] = []
    body = [s for s in document.sentences if s.zone != FURNITURE]
    places = [i for i, s in enumerate(body) if _may_head(document, body, i)]
    for number, i in enumerate(places):
        line = body[i]
        end = places[number + 1] if number + 1 < len(places) else len(body)
        asked = _ENDS.search(document.text, line.start, line.end) is not None
        under = body[i + 1 : end]
        if asked and under and under[0].paragraph > line.paragraph + 1:
            continue
        text = document.text[line.start : line.end]
        mark = _MARK.match(text)
        skip = mark.end() if mark else 0
        pattern, rows = _asked()
        said = pattern.search(text[skip:].lower().rstrip("?:. \"”’'") if not asked else text[skip:].lower())
        if said is None or not under:
            continue
        what = next(what for n, (what, _) in enumerate(rows) if said[f"q{n}"] is not None)
        part = line.start + skip + said.end("part") if said["part"] else None
        out.append(Heading(line, what, asked, tuple(under), part))
    return out


def _may_head(document: Document, body: list[Sentence], i: int) -> bool:
    """Whether a sentence is a question, or a short line of its own without a full stop, in capitals or of few words."""
    line = body[i]
    text = document.text[line.start : line.end]
    if _ENDS.search(text):
        return True
    if line.zone in (HEADLINE, LISTING) or len(text) > _LONG or text[-1] in ".,;!)":
        return False
    alone = all(
        abs(j - i) != 1 or s.paragraph != line.paragraph
        for j, s in enumerate(body[max(0, i - 1) : i + 2], max(0, i - 1))
    )
    if line.start in title_lines(document):
        return False
    if not alone or ": " in text or len(text.split()) > _WORDS:
        return False
    return text.isupper() or not any(m.kind in "PWD" for m in line.mentions)
