"""A work under the title that it had before: 「朝の庭」（「夜の庭」から改題）, 「夜の庭」改め「朝の庭」."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent

_CHANGED = r"(?:改題|改称|(?:題名|タイトル|題)(?:を|の)?変更)"
_FORMER = re.compile(
    rf"(?:から|より)(?:の)?{_CHANGED}|(?:の|という|との)仮(?:題|タイトル)|を{_CHANGED}|(?:から|より)(?:題名|タイトル)(?:が|を)変"
)
"""Behind a title: it is the old one, of the work told of beside it."""
_BEFORE = re.compile(r"(?:仮題|旧題|旧タイトル|仮タイトル|当初の(?:題|タイトル)(?:は|の))(?:は|の|：|:|・)?$")
_NEXT = re.compile(r"(?:改め|(?:が|は|を|から|より)、?(?:題名|タイトル|題)?(?:を|が)?)(?=[「『])")
"""Between the old title and the new one behind it; 改め says so by itself, the others by what follows."""
_NOW = re.compile(rf"(?:に|へと?|と){_CHANGED}|(?:に|へと?)(?:タイトル|題名)?(?:が|を)?(?:変更|変わ)")
_LEAD = 12


def renamed(document: Document, found: list[Mention]) -> None:
    """Makes one work of the old title and the new, which is an alias of it."""
    row = sorted(found, key=lambda m: m.start)
    for number, mention in enumerate(row):
        bearer = _bearer(document, row, number)
        old = mention.referent
        if bearer is None or old is None or bearer is old:
            continue
        sentence = document.sentence_at(mention.start)
        if sentence is None:
            continue
        bearer.facts.setdefault("aliases", []).append((old.name, mention.start, mention.end, sentence))
        bearer.facts["aliases"] += old.facts.pop("aliases", [])
        if old.facts.get("type"):
            bearer.facts.setdefault("type", old.facts["type"])
        for other in row:
            if other.referent is old:
                other.referent = bearer
        if old in document.referents:
            document.referents.remove(old)


def _bearer(document: Document, row: list[Mention], number: int) -> Referent | None:
    """The work that had a title before, where the words around it say so."""
    text, mention = document.text, row[number]
    behind = row[number + 1] if number + 1 < len(row) else None
    if behind is not None and (between := _NEXT.match(text, mention.end)) and between.end() == behind.start:
        return behind.referent if between[0] == "改め" or _NOW.match(text, behind.end) else None
    if not _FORMER.match(text, mention.end) and not _BEFORE.search(text, max(0, mention.start - _LEAD), mention.start):
        return None
    sentence = document.sentence_at(mention.start)
    others = [m for m in row if m.referent is not None and m.referent is not mention.referent]
    beside = [m for m in others if sentence is not None and sentence.start <= m.start < sentence.end]
    if beside:
        return min(beside, key=lambda m: abs(m.start - mention.start)).referent
    uses = Counter(id(m.referent) for m in others)
    return max(others, key=lambda m: (uses[id(m.referent)], -m.start)).referent if others else None
