"""What the layout of a report says of names: titles that begin entries, people and companies in columns, headings in capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.grids import NAME, country_code
from newsreel.reading.langs.en.titlelines import title_lines

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

_PARTS = re.compile(r"\s*(?:/|,|;|\+|&| and )\s*")
_SET = {
    "slate": ("W", 2.0, ("begins an entry of a slate",)),
    "people": ("P", 2.0, ("stands in a column of people",)),
    "companies": ("O", 2.0, ("stands in a column of companies",)),
}


def _kicker_words(document: Document, c: Candidate) -> bool:
    """Whether a run of capitals opens a line as its heading: "CHANGED SINCE LAST WEEK: Harbor is Wednesday"."""
    words = c.text.split()
    if len(words) < 2 or not c.text.isupper() or document.text[c.outer[1] : c.outer[1] + 2] != ": ":  # noqa: PLR2004 - a label
        return False
    plain = all(word.lower() in lexicon.words("common") for word in words)
    return plain and lexicon.key(c.text) not in lexicon.titles() and document.text.count(c.text) == 1


_WHERE = re.compile(r" \(([^()]{2,20})\)")


def _sold(document: Document, c: Candidate) -> bool:
    """Whether a name has a territory in its bracket and stands behind the title and the dash of an entry: "Harbor – Acme (UK), Quay (US)"."""
    text = document.text
    title = title_lines(document).get(text.rfind("\n", 0, c.start) + 1)
    where = _WHERE.match(text, c.outer[1])
    if title is None or where is None or c.start <= title[1] or not _DASHED.match(text, title[1]):
        return False
    return all(country_code(part) for part in _PARTS.split(where[1]))


_DASHED = re.compile(r"(?: \([^()\n]*\))? [–—-] ")
# "To the Quay (Ann Lee; Bo Roe, Cy Kim)": who directs and who plays
_CREDITED = re.compile(rf" \({NAME}(?: and {NAME})?; {NAME}(?:, {NAME})*\)")


def by_layout(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """Names are what the layout of a report makes them: titles of entries, people and companies of columns."""
    for c in found:
        name = lexicon.key(c.text)
        if c.quoted in _SET and name in judged:
            judged[name] = _SET[c.quoted]
        elif name in judged and judged[name][0] in "XNCP" and _CREDITED.match(document.text, c.outer[1]):
            judged[name] = _SET["slate"]
        elif name in judged and judged[name][0] in "XNWC" and not c.quoted and _sold(document, c):
            judged[name] = _SET["companies"]
        elif name in judged and judged[name][0] == "W" and _kicker_words(document, c):
            judged[name] = ("N", 1.0, ("a heading in capitals before a colon",))
