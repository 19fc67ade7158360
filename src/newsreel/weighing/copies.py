"""Near-copies: reports that print another's text without saying so, or syndicated texts.

Candidates come from MinHash signatures (Broder 1997) in locality-sensitive bands (rensa); each is then compared
exactly, so that the signatures decide what is looked at and never what is a copy.
"""

from __future__ import annotations

import datetime as dt
import re
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
_NO_LETTERS = re.compile(r"[\W_]+")
_LEAST, _SURELY = 40, 400
"""Shingles that a text has at least, and letters from which on that is taken for granted."""
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
_CANDIDATE = 0.4


class _Print(NamedTuple):
    """What is kept of a report: enough to compare it."""

    report: str
    published: dt.date
    length: int
    letters: str


class Copies:
    """The near-copies among the reports handed in so far, one at a time and in any order."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._prints: list[_Print] = []
        self._rank: dict[str, tuple[dt.date, int, str]] = {}
        self._twins: dict[str, set[str]] = {}
        self._bands: Any = RMinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._copied: dict[str, str] = {}
        self._changed: dict[str, str | None] = {}

    def add(self, report: Report) -> None:
        """Take a report in; one without a date or with next to no text is no copy of anything."""
        letters = _letters(report.text[report.body :])
        if report.published is None or (len(letters) < _SURELY and len(_shingles(letters)) < _LEAST):
            return
        from rensa import RMinHash

        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update([letters[i : i + SHINGLE] for i in range(len(letters) - SHINGLE + 1)])
        new = _Print(report.id, report.published, len(report.text) - report.body, letters)
        self._rank[new.report] = (new.published, -new.length, new.report)
        met = False
        for number in self._bands.query(signature):
            old = self._prints[number]
            if old.report != new.report and _near(old, new):
                self._twins.setdefault(old.report, set()).add(new.report)
                self._twins.setdefault(new.report, set()).add(old.report)
                met = True
        self._bands.insert(len(self._prints), signature)
        self._prints.append(new)
        if met or new.report in self._twins:
            self._regroup(new.report)

    def found(self) -> dict[str, str]:
        """The id of every copy → the id of the report copied: the earliest of those alike, on one day the longest."""
        return dict(sorted(self._copied.items()))

    def changes(self) -> dict[str, str | None]:
        """What of `found` has changed since this was asked last; None for a report that is no copy any longer."""
        changed, self._changed = self._changed, {}
        return changed

    def _regroup(self, report: str) -> None:
        """Finds anew which of those alike to a report, and alike to these, is the one that the others copy."""
        group, queue = {report}, [report]
        while queue:
            for twin in self._twins[queue.pop()] - group:
                group.add(twin)
                queue.append(twin)
        root = min(group, key=self._rank.__getitem__)
        for one in group - {root}:
            if self._copied.get(one) != root:
                self._copied[one] = self._changed[one] = root
        if self._copied.pop(root, None) is not None:
            self._changed[root] = None


def near_copies(reports: Iterable[Report]) -> dict[str, str]:
    """The near-copies among reports, in any order: the id of every copy → the id of the report copied."""
    copies = Copies()
    for report in reports:
        copies.add(report)
    return copies.found()


def _near(old: _Print, new: _Print) -> bool:
    if abs(old.published - new.published) > WINDOW:
        return False
    # The text itself is kept, not its pieces: they would take forty times the room.
    theirs, ours = _shingles(old.letters), _shingles(new.letters)
    return len(theirs & ours) >= CONTAINED * min(len(theirs), len(ours))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _shingles(letters: str) -> set[str]:
    return {letters[i : i + SHINGLE] for i in range(len(letters) - SHINGLE + 1)}
