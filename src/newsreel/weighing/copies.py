"""Near-copies: reports that print another's text without saying so, or syndicated texts.

Candidates come from MinHash signatures (Broder 1997) in locality-sensitive bands (rensa); each is then compared
exactly, so that the signatures decide what is looked at and never what is a copy.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from newsreel.model import Report

SHINGLE = 7
"""Letters in a shingle: about a word and a half of English, three words of Korean or Japanese."""
CONTAINED = 0.66
"""How much of the shorter text must stand in the longer: a copy is cut and gets a new head, but two thirds stay."""
WINDOW = dt.timedelta(days=14)
"""Copies follow within days; the same words a year later are an archive's."""
_LEAST = 40
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
_CANDIDATE = 0.4


class _Print(NamedTuple):
    """What is kept of a report: enough to compare it."""

    report: str
    published: dt.date
    length: int
    shingles: frozenset[str]


class Copies:
    """The near-copies among the reports handed in so far, one at a time and in any order."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._prints: list[_Print] = []
        self._rank: dict[str, tuple[dt.date, int, str]] = {}
        self._twins: dict[str, set[str]] = {}
        self._bands: Any = RMinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS, num_bands=_BANDS)

    def add(self, report: Report) -> None:
        """Take a report in; one without a date or with next to no text is no copy of anything."""
        shingles = _shingles(report.text[report.body :])
        if report.published is None or len(shingles) < _LEAST:
            return
        from rensa import RMinHash

        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update(sorted(shingles))
        new = _Print(report.id, report.published, len(report.text) - report.body, shingles)
        for number in self._bands.query(signature):
            old = self._prints[number]
            if old.report != new.report and _near(old, new):
                self._twins.setdefault(old.report, set()).add(new.report)
                self._twins.setdefault(new.report, set()).add(old.report)
        self._bands.insert(len(self._prints), signature)
        self._prints.append(new)
        self._rank[new.report] = (new.published, -new.length, new.report)

    def found(self) -> dict[str, str]:
        """The id of every copy → the id of the report copied: the earliest of those alike, on one day the longest."""
        copies: dict[str, str] = {}
        left = sorted(self._twins, key=self._rank.__getitem__)
        seen: set[str] = set()
        for root in left:
            if root in seen:
                continue
            group, queue = {root}, [root]
            while queue:
                for twin in self._twins[queue.pop()] - group:
                    group.add(twin)
                    queue.append(twin)
            seen |= group
            copies.update((report, root) for report in group - {root})
        return dict(sorted(copies.items()))


def near_copies(reports: Iterable[Report]) -> dict[str, str]:
    """The near-copies among reports, in any order: the id of every copy → the id of the report copied."""
    copies = Copies()
    for report in reports:
        copies.add(report)
    return copies.found()


def _near(one: _Print, other: _Print) -> bool:
    if abs(one.published - other.published) > WINDOW:
        return False
    return len(one.shingles & other.shingles) >= CONTAINED * min(len(one.shingles), len(other.shingles))


def _shingles(text: str) -> frozenset[str]:
    letters = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return frozenset(letters[i : i + SHINGLE] for i in range(len(letters) - SHINGLE + 1))
