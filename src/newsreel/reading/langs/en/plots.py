"""Plots: the sentence that tells what happens in a work.

A sentence is weighed by its words: what people in plots do, are and run into speaks for it; words of the trade, names of
people, companies and other works, dates and the past tense speak against it. The weights were rounded from a logistic
regression over annotated reports (of each work with a plot its best sentence, of the others all); the best sentence of a
work stands if it weighs enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.needs import Sought
from newsreel.reading.pack import load_data
from newsreel.reading.patterns import guarded

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

ENOUGH = 2.1
SHORT = 8  # words; a sentence of fewer tells little
_LABEL = re.compile(r"(?:Synopsis|Plot|Logline|The plot|The story)\b[:.]", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|went|came|made|took|said|got|began|became|\w{2,}ed)\b")
_WHEN = re.compile(
    r"\b(?:when|until|after|as|before|while|where) (?:a|an|the|her|his|their|she|he|they|it|two|one|being|someone|everyone|[a-z]+ing)\b"
)
# "a nurse who", "two sisters forced to": somebody without a name, and what becomes of them
_SOMEBODY = re.compile(
    r"\b(?:an?|the|two|three|four|five|one|her|his|their|whose|[a-z]+s) [^,.;()]{2,60}? (?:who(?:m|se)?|forced to|trying to|determined to|accused of|caught (?:in|between|up)|haunted by|sent to|hired to|torn between|"
    r"drawn into|struggling|struggles|fleeing|seeking|investigating|fighting|on the run|desperate to|hell-bent|out to|living in|returning|coming to terms|obsessed with|tasked with|set on|dealing with|grappling)\b"
)
_WHO = re.compile(
    r"\bwho(?:se)? (?!(?:also|previously|recently|was|were|has|had|will|won|wrote|directed|directs|made|starred|stars|plays|played|created|produced|said|told|is best|is known|serves|joined|joins|last|most)\b)[a-z]"
)
_ABOUT = re.compile(r"\b(?:about|of|on) (?:an?|two|three|four|the|how|what|one) ")
_ITSELF = re.compile(r"(?:It|The (?:film|series|show|story|drama|movie))\b")
_WITHIN = re.compile(r"(?:In|Titled|Set in) [^,.;]{2,60}, (?:an?|the|two|three|four) [a-z]")
_SPEAKER = re.compile(r"\b(?:I|we|you|my|our|your)\b")
_LONG = 50  # words; no sentence counts as longer


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
        if document.text[sentence.end - 1] == "?" or _found(document, sentence, "told_of"):
            continue
        at = _told_at(document, sentence)
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
    """Where a sentence begins to tell a plot: its start where no word says so."""
    if _LABEL.match(document.text, sentence.start, sentence.end):
        return sentence.start
    for name in ("tells", "does"):
        if found := _found(document, sentence, name):
            return found[0]
    when = _WHEN.search(document.text, sentence.start, sentence.end)
    return when.start() if when else sentence.start


def _weight(document: Document, sentence: Sentence, work: Referent) -> float:
    """How much a sentence tells of a plot, and how little of anything else."""
    text = document.text[sentence.start : sentence.end]
    does, nouns, trade = (len(_found(document, sentence, name)) for name in ("does", "nouns", "trade"))
    past, length = len(_PAST.findall(text)), len(text.split())
    told = 1.6 * bool(_found(document, sentence, "tells")) + min(does, 3) + 0.8 * min(len(_WHEN.findall(text)), 2)
    told += 0.9 * min(nouns, 4) + 3.0 * bool(_LABEL.match(text)) + 0.5 * min(len(_SOMEBODY.findall(text)), 2)
    told += min(len(_WHO.findall(text)), 2) + 1.2 * bool(_ABOUT.search(text)) + 1.5 * bool(_ITSELF.match(text))
    told += 1.7 * min(length, _LONG) / _LONG
    against = 0.7 * min(trade, 5) + 0.5 * min(past, 5) + 0.3 * (text.count('"') + text.count("“"))
    against += (
        1.8 * (length < SHORT) + bool(_SPEAKER.search(text)) + 0.8 * min(sum(_names(document, sentence, work)), 4)
    )
    own = any(m.referent is work and not m.indirect for m in sentence.mentions)
    return told - against + (1.4 if own and _WITHIN.match(text) else -0.6 * own)


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
