"""Plots: the sentence that tells what happens in a work.

A sentence is weighed by its words: what people in plots do, are and run into speaks for it; words of the trade, names of
people, companies and other works, dates and the past tense speak against it. The weights were set by hand on annotated
reports; the best sentence of a work stands if it weighs enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.needs import Sought, guarded
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

ENOUGH = 1.5
STORY = 1.8  # what only words of time have may be no story
SHORT = 8  # words; a sentence of fewer tells little
_LABEL = re.compile(r"(?:Synopsis|Plot|Logline|The plot|The story)\b[:.]", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|went|came|made|took|said|got|began|became|\w{2,}ed)\b")
_WHEN = re.compile(
    r"\b(?:when|until|after|as|before|while|where) (?:a|an|the|her|his|their|she|he|they|it|two|one|being|someone|everyone|[a-z]+ing)\b"
)


@cache
def _words(name: str) -> Sought:
    """A row of data/plots.yml, for texts in lower case."""
    body = guarded(f"(?:{'|'.join(map(str, load_data('en', 'plots')[name]))})")
    lead = r"(?:who|whose|and|that) " if name == "does" else ""
    return Sought(rf"\b{lead}{body}\b" if name != "tells" else rf"\b{body}")


def _found(document: Document, sentence: Sentence, name: str) -> list[int]:
    """Where words of a row stand in a sentence."""
    if not document.may_stand(_words(name), sentence.start, sentence.end):
        return []
    return [m.start() for m in _words(name).compiled.finditer(document.low, sentence.start, sentence.end)]


def loglines(document: Document) -> Iterable[Draft]:
    """One logline a work: the sentence that tells most of its plot."""
    best: dict[int, tuple[float, Referent, Sentence]] = {}
    for sentence in document.sentences:
        if sentence.zone not in (BODY, LISTING):
            continue
        at = _told_at(document, sentence)
        if at < 0 or document.text[sentence.end - 1] == "?" or _found(document, sentence, "told_of"):
            continue
        work = document.work_at(at)
        if work is None:
            continue
        weight = _weight(document, sentence, work)
        if weight >= ENOUGH and (id(work) not in best or weight > best[id(work)][0]):
            best[id(work)] = (weight, work, sentence)
    for _, work, sentence in sorted(best.values(), key=lambda found: found[2].start):
        yield Draft(
            "logline",
            work,
            True,  # noqa: FBT003 - fields in their order
            sentence,
            sentence.start,
            sentence.end,
            "en/plot",
            status="stated",
            fixed=True,
        )


def _told_at(document: Document, sentence: Sentence) -> int:
    """Where a sentence begins to tell a plot, -1 where it tells none."""
    if _LABEL.match(document.text, sentence.start, sentence.end):
        return sentence.start
    for name in ("tells", "does"):
        if found := _found(document, sentence, name):
            return found[0]
    when = _WHEN.search(document.text, sentence.start, sentence.end)
    return when.start() if when else -1


def _weight(document: Document, sentence: Sentence, work: Referent) -> float:
    """How much a sentence tells of a plot, and how little of anything else."""
    text = document.text[sentence.start : sentence.end]
    does, nouns, trade = (len(_found(document, sentence, name)) for name in ("does", "nouns", "trade"))
    when, past = len(_WHEN.findall(text)), len(_PAST.findall(text))
    told = 2.5 * bool(_found(document, sentence, "tells")) + min(does, 3) + 0.8 * min(when, 2)
    if not nouns and when and told < STORY:  # "enjoy it while it lasts"
        return 0.0
    told += 0.6 * min(nouns, 4) + 3.0 * bool(_LABEL.match(text))
    told += 0.5 * (work is document.main_work) + 0.6 * (does + when > 0 and past == 0)
    against = trade + 0.25 * past + 0.7 * (text.count('"') + text.count("“"))
    against += 2.0 * (len(text.split()) < SHORT) + sum(_names(document, sentence, work))
    return told - against


def _names(document: Document, sentence: Sentence, work: Referent) -> Iterable[float]:
    """What the names of a sentence weigh: those of people in brackets are who plays whom."""
    for m in sentence.mentions:
        if m.kind == "P" and not m.indirect and document.text[m.start - 1] != "(":
            yield 0.5
        elif m.kind == "W" and not m.indirect and m.referent is not work:
            yield 1.0
        elif m.kind == "O":
            yield 0.8
        elif m.kind == "D":
            yield 0.5
