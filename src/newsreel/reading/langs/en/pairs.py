"""Pairs of mentions that may stand in a relation, each with what its words say, for weights learned from annotated reports.

Frames read what is written as they expect; reports write it in a hundred other ways. Here every person, company, date,
place and type word is paired with the works it may belong to, and the words around both are noted as reasons
("left directed by", "work implied"). The weights (data/pairs.npz, made by training/en/train_pairs.py) say how much each
reason speaks for each predicate; a frame that read the same claim is one reason among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE
from newsreel.reading.langs.en.links import bracketed, passing
from newsreel.reading.mask import KIND_BASE, NUMBER_BASE, NUMBERS

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

PREDICATES = {
    "P": ("cast_member", "director", "screenwriter", "producer", "executive_producer", "creator", "showrunner", "composer", "cinematographer"),
    "O": ("platform", "production_company", "distributor"),
    "D": ("release_date", "filming_start", "filming_end"),
    "L": ("filming_location",),
    "T": ("work_type",),
    "G": ("genre",),
    "A": ("country",),
    "W": ("based_on",),
}  # fmt: skip
_TOKEN = re.compile(
    f"[{chr(KIND_BASE)}-{chr(KIND_BASE + 127)}][{chr(NUMBER_BASE)}-{chr(NUMBER_BASE + NUMBERS)}]|[^\\W_]+(?:[’'-][^\\W_]+)*|[^\\w\\s]"
)
_JOINS = frozenset({",", "and", "&", ";", "or", "plus", "/", "alongside"})
WINDOW = 7
NEAREST = 2


@dataclass(slots=True)
class Row:
    """A sentence as words and mentions: `words` in lower case, a mention as its letter; `at` the mention at a place."""

    words: list[str]
    at: list[Mention | None]
    where: dict[int, int]  # id of a mention -> its place


@dataclass(slots=True)
class Pair:
    """A work and something said of it, perhaps."""

    kind: str
    work: Referent
    other: Mention
    sentence: Sentence
    start: int
    end: int
    reasons: list[str] = field(default_factory=list)


def row_of(sentence: Sentence) -> Row:
    """The words and mentions of a sentence in order."""
    words: list[str] = []
    at: list[Mention | None] = []
    where: dict[int, int] = {}
    masked = sentence.masked
    if masked is None:
        return Row(words, at, where)
    for m in _TOKEN.finditer(masked.text):
        token = m.group()
        code = ord(token[0])
        if KIND_BASE <= code < NUMBER_BASE:
            mention = masked.mentions[ord(token[1]) - NUMBER_BASE]
            where[id(mention)] = len(words)
            words.append("<" + mention.kind + ("*>" if mention.indirect else ">"))
            at.append(mention)
        else:
            words.append(token.lower())
            at.append(None)
    return Row(words, at, where)


def pairs(document: Document) -> Iterator[Pair]:
    """Every pair of a report."""
    counts: dict[int, int] = {}
    for m in document.mentions:
        if m.referent is not None:
            counts[id(m.referent)] = counts.get(id(m.referent), 0) + 1
    labels: dict[int, str] = {}
    label = ""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE or sentence.masked is None:
            continue
        row = row_of(sentence)
        label = _label(row) or ("" if sentence.zone == BODY else label)
        labels[sentence.index] = label
        works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
        for other in sentence.mentions:
            if other.kind not in PREDICATES or (other.kind in "POW" and other.referent is None):
                continue
            own = _own(document, sentence, row, other, counts, label)
            for work, how, shown in _works(document, sentence, row, other, works):
                if work is other.referent:
                    continue
                start = min(other.start, shown.start) if shown else other.start
                end = max(other.end, shown.end) if shown else other.end
                start, end = _evidence(document, sentence, row, other, start, end)
                yield Pair(other.kind, work, other, sentence, start, end, own + _between(document, row, other, shown, work, how, counts, own))


def _evidence(document: Document, sentence: Sentence, row: Row, other: Mention, start: int, end: int) -> tuple[int, int]:
    """The clause around: from the work to the other, with a few words on both sides."""
    return max(sentence.start, _word_start(document.text, max(sentence.start, start - 24))), min(sentence.end, _word_end(document.text, min(sentence.end, end + 24), sentence.end))


def _word_start(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isalnum():
        position -= 1
    return position


def _word_end(text: str, position: int, last: int) -> int:
    while position < last and text[position].isalnum():
        position += 1
    return position


def _label(row: Row) -> str:
    """What a line says it lists ("Cast:", "Director -")."""
    for i, word in enumerate(row.words[:5]):
        if word == ":" and i:
            return row.words[i - 1]
    return ""


def _works(
    document: Document, sentence: Sentence, row: Row, other: Mention, works: list[Mention]
) -> Iterator[tuple[Referent, str, Mention | None]]:
    """The works that something may belong to: the nearest named ones, and the one the text is about there."""
    seen: set[int] = set()
    left = [w for w in works if w.end <= other.start][::-1]
    right = [w for w in works if w.start >= other.end]
    inside = _bracket(row, other)
    for side, near in (("left", left), ("right", right)):
        for n, w in enumerate(near):
            if n >= NEAREST and not (inside and _bracket(row, w) == inside) and not (row.where[id(w)] in _after_bracket(row, other)):
                continue
            if w.referent is None or id(w.referent) in seen:
                continue
            seen.add(id(w.referent))
            yield w.referent, f"{side}{min(n, 2)}", w
    here = document.work_at(other.start)
    for how, work in (("topic", here), ("main", document.main_work)):
        if work is not None and id(work) not in seen:
            seen.add(id(work))
            yield work, how, None


def _bracket(row: Row, mention: Mention) -> int:
    """The place of the opening bracket that a mention stands in, or 0."""
    i = row.where.get(id(mention), -1)
    depth = 0
    for j in range(i - 1, -1, -1):
        if row.words[j] in ")]":
            depth += 1
        elif row.words[j] in "([":
            if depth == 0:
                return j + 1
            depth -= 1
    return 0


def _after_bracket(row: Row, mention: Mention) -> range:
    """The places within the bracket that follows a mention directly."""
    i = row.where.get(id(mention), -1)
    if 0 <= i < len(row.words) - 1 and row.words[i + 1] in "([":
        for j in range(i + 2, len(row.words)):
            if row.words[j] in ")]":
                return range(i + 2, j)
        return range(i + 2, len(row.words))
    return range(0)


def _list_edges(row: Row, i: int) -> tuple[int, int]:
    """The first and last place of the list that the mention at a place is a member of."""
    kind = row.words[i][:2]
    words = row.words
    first = i
    while True:
        j = _skip_back(words, first - 1)
        k = j
        while k >= 0 and words[k] in _JOINS:
            k -= 1
        k = _skip_back(words, k)
        if k < j and k >= 0 and words[k].startswith(kind):
            first = k
        else:
            break
    last = i
    while True:
        j = _skip_on(words, last + 1)
        k = j
        while k < len(words) and words[k] in _JOINS:
            k += 1
        if k > j and k < len(words) and words[k].startswith(kind):
            last = k
        else:
            break
    return first, _skip_on(words, last + 1) - 1


def _skip_back(words: list[str], j: int) -> int:
    while j >= 0 and words[j] in ")]":
        while j >= 0 and words[j] not in "([":
            j -= 1
        j -= 1
    return j


def _skip_on(words: list[str], j: int) -> int:
    while j < len(words) and words[j] in "([":
        while j < len(words) and words[j] not in ")]":
            j += 1
        j += 1
    return j


def _own(document: Document, sentence: Sentence, row: Row, other: Mention, counts: dict[int, int], label: str) -> list[str]:
    """Reasons from the words around the one that is not the work."""
    words = row.words
    i = row.where[id(other)]
    first, last = _list_edges(row, i)
    left = words[max(0, first - 3) : first]
    right = words[last + 1 : last + 4]
    l1 = left[-1] if left else "^"
    r1 = right[0] if right else "$"
    found = [f"l {l1}", f"r {r1}", f"l2 {' '.join(left[-2:])}", f"r2 {' '.join(right[:2])}", f"l3 {' '.join(left)}", f"r3 {' '.join(right)}"]
    for word in set(words[max(0, first - WINDOW) : first]):
        found.append(f"lw {word[:7]}")
    for word in set(words[last + 1 : last + 1 + WINDOW]):
        found.append(f"rw {word[:7]}")
    if first != last:
        found.append("in a list")
        if i != first:
            found.append(f"own l {words[i - 1]}")
    if i + 1 < len(words) and words[i + 1] in "([":
        inner = _after_bracket(row, other)
        found.append("brackets follow " + " ".join(sorted({words[j] for j in inner if words[j].startswith("<")})))
    inside = _bracket(row, other)
    if inside:
        found.append("in brackets")
        found.append(f"in brackets after {words[inside - 2] if inside > 1 else '^'}")
    if label:
        found.append(f"label {label}")
    if sentence.zone != BODY:
        found.append(f"zone {sentence.zone}")
    if other.referent is not None:
        found.append(f"craft {other.referent.facts.get('craft', '')}")
        found.append(f"met {min(counts.get(id(other.referent), 0), 3)}")
    if other.kind == "O":
        from newsreel.reading.langs.en.frames import org_kind

        found.append(f"org {org_kind(other.referent, other.text)}")
    elif other.kind == "D":
        found.append(f"date {other.value.kind} {'past' if other.value.period.end <= document.anchor else 'future'}")
    elif other.kind == "T":
        found.append(f"type {other.value}")
        found.append(f"word {other.text.lower()}")
    elif other.kind == "G":
        found.append(f"genre {other.text.lower()}")
    if other.indirect:
        found.append(f"indirect {other.text.lower()}")
    return found


def _between(  # noqa: PLR0913 - what both ends and the way between them say
    document: Document, row: Row, other: Mention, shown: Mention | None, work: Referent, how: str, counts: dict[int, int], own: list[str]
) -> list[str]:
    """Reasons from the work and the way to it."""
    words = row.words
    found = [f"work {how}"]
    if work is document.main_work:
        found.append("main work")
        found.append(f"main work {how[:4]}")
    found.append(f"work type {work.facts.get('type', '')}")
    found.append(f"work met {min(counts.get(id(work), 0), 4)}")
    found += [f"{how[:4]} {reason}" for reason in own[:4]]
    found += [f"{how[:4]} {reason}" for reason in own[6:] if reason[1:3] == "w "]
    if shown is None:
        if any(w.startswith("<W") for w in words):
            found.append(f"{how} beside others")
        return found
    i, j = row.where[id(other)], row.where[id(shown)]
    a, b = min(i, j), max(i, j)
    way = words[a + 1 : b]
    side = how[:4]
    if len(way) <= 6:  # noqa: PLR2004 - a short way is kept whole
        found.append(f"{side} way {' '.join(way)}")
    found.append(f"{side} distance {min(len(way) // 3, 6)}")
    for word in set(way[:12]):
        found.append(f"{side} via {word[:7]}")
    crossed = sum(w.startswith("<P") for w in way), sum(w.startswith("<W") for w in way)
    found.append(f"{side} crosses P{min(crossed[0], 2)} W{min(crossed[1], 2)}")
    if ";" in way or ":" in way:
        found.append(f"{side} crosses ;")
    if passing(document, shown):
        found.append(f"{side} passing")
    if bracketed(document, shown):
        found.append(f"{side} work in brackets")
        if _bracket(row, shown) and _bracket(row, shown) == _bracket(row, other):
            found.append("same brackets")
        if j in _after_bracket(row, other):
            found.append("work in own brackets")
            found.append(f"work in own brackets, craft {other.referent.facts.get('craft', '') if other.referent else ''}")
    if i in _after_bracket(row, shown):
        found.append("in the work's brackets")
    if shown.indirect:
        found.append(f"{side} indirect")
    wl = words[j - 1] if j else "^"
    wr = words[j + 1] if j + 1 < len(words) else "$"
    found += [f"{side} wl {wl}", f"{side} wr {wr}"]
    if j + 2 < len(words):
        found.append(f"{side} wr2 {wr} {words[j + 2]}")
    return found
