"""Works told by their makers in a row: "Ann Lee's Harbor, Bo Kim's Kite and Cy Roe's Lantern"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.tokens import personal
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

Judged = dict[str, tuple[str, float, tuple[str, ...]]]

_OWNS = re.compile(r"['’]s? [\"“‘'*]?")
_NEXT = re.compile(r"[\"”’'*]*(?: ?\([^()\n]*\))?[,;]?[\"”’]?(?: and| &|,? plus|,? as well as)? ")
_SHOWN = Sought(
    r"\b(?:premier\w*|competition|screen(?:s|ing|ed)?|line-?up|selection|films|titles|features|sections?|festival|slate|such as|including|likes of)\b"
)
_SURE, _LEAD = 1.0, 1.5


def owned(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Names owned by people, one after the other in a row, are works, where one of them is or films are spoken of."""
    rows: dict[int, list[tuple[Candidate, Candidate]]] = defaultdict(list)
    for owner, c in pairwise(found):
        named = owner.owns and personal(owner.text.split()) and _OWNS.fullmatch(document.text, owner.end, c.start)
        if named and c.sentence is owner.sentence and judged.get(lexicon.key(owner.text), ("",))[0] == "P":
            rows[c.sentence.index].append((owner, c))
    for row in rows.values():
        joined = {
            id(c)
            for (_, first), (b, second) in pairwise(row)
            if _NEXT.fullmatch(document.text, first.outer[1], b.outer[0])
            for c in (first, second)
        }
        members = [c for _, c in row if id(c) in joined]
        if not members:
            continue
        home = members[0].sentence
        works = any(c.quoted or judged.get(lexicon.key(c.text), ("",))[0] == "W" for c in members)
        if not works and document.search(_SHOWN, home.start, home.end) is None:
            continue
        for c in members:
            k = lexicon.key(c.text)
            if (
                k in judged
                and judged[k][0] in "NXCP"
                and judged[k][1] < _LEAD
                and c.text not in lexicon.organizations()
            ):
                judged[k] = ("W", _SURE, ("one of a row of works with their makers",))
