"""Claims by learned weights: pairs of mentions scored by their reasons, frames among them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.pairs import PREDICATES, Pair, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreel.reading.document import Document

_SHORT = {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41, "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_THIRDS = {"early": ("01", "10"), "mid": ("11", "20")}


def edtf(value: str) -> str:
    """An annotator's shorthand for a date ("2024-Q1", "2024-03/mid") as EDTF; other text unchanged."""
    if m := re.fullmatch(r"(\d{4})-(Q[1-4]|H[12]|spring|summer|autumn|fall|winter)", value):
        return f"{m[1]}-{_SHORT[m[2]]}"
    if m := re.fullmatch(r"(\d{4}-\d\d)/(early|mid)", value):
        a, b = _THIRDS[m[2]]
        return f"{m[1]}-{a}/{m[1]}-{b}"
    return value


def object_names(pair: Pair) -> list[str]:
    """The names, or the value, of what a pair's work is paired with."""
    other = pair.other
    if other.referent is not None:
        return other.referent.names
    if other.kind == "D":
        return [other.value.edtf]
    if other.kind in "TA":
        return [str(other.value)]
    return [other.text.lower() if other.kind == "G" else other.text]


def with_frames(document: Document, read: Iterable[Draft]) -> list[Pair]:
    """All pairs, with the names of frames that read the same among their reasons; frames' own pairs are added."""
    found = list(pairs(document))
    by_key: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for draft in read:
        if draft.mention is None:
            continue
        by_key[(id(draft.subject), id(draft.mention))].append(f"frame {draft.rule} {draft.predicate}")
    for pair in found:
        pair.reasons += by_key.get((id(pair.work), id(pair.other)), ())
    have = {(id(p.work), id(p.other)) for p in found}
    for draft in read:
        m = draft.mention
        if m is None or m.kind not in PREDICATES or draft.predicate not in PREDICATES[m.kind] or draft.status:
            continue
        slot = (id(draft.subject), id(m))
        if slot not in have:
            have.add(slot)
            found.append(Pair(m.kind, draft.subject, m, draft.sentence, draft.start, draft.end, [*by_key[slot], "work by frame"]))
    return found


def gathered(found: Iterable[Pair]) -> list[list[Pair]]:
    """Pairs of the same two things together, in the order of their first."""
    groups: dict[tuple[Any, ...], list[Pair]] = {}
    for pair in found:
        other = pair.other
        slot = (pair.kind, id(pair.work), id(other.referent) if other.referent else object_names(pair)[0])
        groups.setdefault(slot, []).append(pair)
    return list(groups.values())


def union(row: list[Pair]) -> list[str]:
    """All reasons of a group of pairs; what is met more than once says so."""
    reasons = {r for pair in row for r in pair.reasons}
    reasons.add(f"seen together {min(len(row), 4)}")
    return sorted(reasons)


class Weights:
    """The learned weights of one kind of pair."""

    def __init__(self, table: Any, kind: str) -> None:
        reasons = str(table[f"{kind}_reasons"]).split("\n")
        self.index = {r: i for i, r in enumerate(reasons)}
        self.rows = table[f"{kind}_weights"].astype(np.float32) / 100
        self.thresholds = table[f"{kind}_thresholds"]
        self.bias = self.rows[self.index["always"]]


@cache
def weights() -> dict[str, Weights]:
    """Weights by kind; empty when the model is left out."""
    file = resources.files("newsreel.reading.langs.en").joinpath("data", "pairs.npz")
    if not file.is_file():
        return {}
    with resources.as_file(file) as path, np.load(path) as table:
        return {kind: Weights(table, kind) for kind in PREDICATES if f"{kind}_weights" in table}


def propose(document: Document, read: list[Draft]) -> list[Draft]:
    """Drafts for pairs whose reasons outweigh their predicate's threshold; frames' drafts that the weights reject go."""
    model = weights()
    if not model:
        return read
    judged: dict[tuple[Any, ...], float] = {}
    accepted: dict[tuple[Any, ...], list[Pair]] = {}
    for row in gathered(with_frames(document, read)):
        table = model.get(row[0].kind)
        if table is None:
            continue
        rows = [i for r in union(row) if (i := table.index.get(r)) is not None]
        scores = table.rows[rows].sum(axis=0) + table.bias
        other = row[0].other
        for c, predicate in enumerate(PREDICATES[row[0].kind]):
            lead = float(scores[c] - table.thresholds[c])
            slot = (id(row[0].work), predicate, id(other.referent) if other.referent else object_names(row[0])[0])
            judged[slot] = lead
            if lead > 0:
                accepted[slot] = row
    kept, covered = [], set()
    for draft in read:
        m = draft.mention
        if m is not None and not draft.status and m.kind in PREDICATES and draft.predicate in PREDICATES[m.kind]:
            value = m.value.edtf if m.kind == "D" else str(m.value) if m.kind in "TA" else m.text.lower() if m.kind == "G" else m.text
            slot = (id(draft.subject), draft.predicate, id(m.referent) if m.referent else value)
            if judged.get(slot, 0.0) <= 0:
                continue
            covered.add(slot)
        kept.append(draft)
    for slot, row in accepted.items():
        if slot not in covered:
            kept.append(_draft(slot[1], _clearest(model[row[0].kind], slot[1], row)))
    return kept


def _clearest(table: Weights, predicate: str, row: list[Pair]) -> Pair:
    """The pair of a group whose own reasons speak loudest."""
    c = PREDICATES[row[0].kind].index(predicate)
    return max(row, key=lambda pair: sum(table.rows[i][c] for r in set(pair.reasons) if (i := table.index.get(r)) is not None))


def _draft(predicate: str, pair: Pair) -> Draft:
    other = pair.other
    value: Any = other.referent or (other.value.edtf if other.kind == "D" else other.value if other.kind in "TA" else object_names(pair)[0])
    rule = f"en/pair/{predicate.replace('_', '-')}"
    return Draft(predicate, pair.work, value, pair.sentence, pair.start, pair.end, rule, mention=other)
