"""Near-copies: reports that print another's text without saying so, or syndicated texts.

Candidates come from MinHash signatures in locality-sensitive bands (Broder 1997), made from one hash of every shingle
(Li et al. 2012, the bins that stay empty filled as in Shrivastava and Li 2014); each is then compared exactly, so that
the signatures decide what is looked at and never what is a copy. A report's signature, its imprint, is all that has to
be kept: texts are fetched again for the few that come near each other.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

import numpy as np

from newsreel.model import Imprint, Report

SHINGLE = 7
"""Letters in a shingle: about a word and a half of English, three words of Korean or Japanese."""
CONTAINED = 0.66
"""How much of the shorter text must stand in the longer: a copy is cut and gets a new head, but two thirds stay."""
WINDOW = dt.timedelta(days=14)
"""Copies follow within days; the same words a year later are an archive's."""
_LETTERS = re.compile(r"[^\W_]+")
_LEAST, _SURELY = 40, 400
"""Shingles that a text has at least, and letters from which on that is taken for granted."""
_BINS, _BANDS = 128, 32
_BIN_BITS = 7
_WORD = np.uint64
_ODD = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(_ODD, n, 1 << 64) for n in range(max(SHINGLE, _BINS // _BANDS))], dtype=_WORD)
_OF_SHINGLE, _OF_BAND = _POWERS[:SHINGLE], _POWERS[: _BINS // _BANDS]
_MOST = np.iinfo(_WORD).max
_NUMBERS = np.arange(_BINS)
Rows = np.ndarray[Any, np.dtype[np.uint32]]


class Archive(Protocol):
    """Where the imprints and texts of earlier reports are kept."""

    def imprints(self, first: str, last: str) -> Iterable[Imprint]:
        """Those published from one day (ISO) to another, both included."""

    def imprints_of(self, reports: Collection[str]) -> Iterable[Imprint]:
        """Those of all snapshots of these reports, in the order of their places."""

    def alike(self, report: str) -> Collection[str]:
        """The reports that are near-copies of one text with this one, itself too; the one copied first."""

    def body(self, seq: int) -> str:
        """The text, without its header lines, of the snapshot at a place."""


def imprint_of(report: Report, seq: int) -> Imprint | None:
    """What is kept of a report; None for one without a date or with next to no text, which is no copy of anything."""
    letters = _letters(report.text[report.body :])
    if report.published is None or (len(letters) < _SURELY and len(_shingles(letters)) < _LEAST):
        return None
    day = report.published.isoformat()
    return Imprint(seq, report.id, day, len(report.text) - report.body, _bands(letters).tobytes().hex())


@dataclass(slots=True)
class _Day:
    """The imprints of one day, and their bands as rows."""

    imprints: list[Imprint]
    rows: Rows


@dataclass(slots=True)
class Copies:
    """The near-copies among reports, those in the archive and those handed in: in any order."""

    archive: Archive
    _new: list[Imprint] = field(default_factory=list)
    _days: dict[str, _Day] = field(default_factory=dict)
    _groups: dict[str, set[str]] = field(default_factory=dict)
    _ranks: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    _of: dict[str, str | None] = field(default_factory=dict)

    def add(self, imprint: Imprint) -> None:
        """Takes in a report's imprint, in the order of places."""
        self._new.append(imprint)

    def changes(self) -> tuple[list[Imprint], dict[str, str | None]]:
        """What was handed in since this was asked last, and what became of copies: the report copied by each, or None.

        Of those alike the earliest is the one copied, on one day the longest.
        """
        new, self._new = self._new, []
        met = self._again(new)
        for one in new:
            self._ranks[one.report] = _rank(one)
        by_day: dict[str, list[Imprint]] = {}
        for one in new:
            by_day.setdefault(one.published, []).append(one)
        self._load({other for day in by_day for other in _around(day)})
        for day, some in by_day.items():
            self._days[day] = _filed(self._days[day], some)
        for day in sorted(by_day):
            met |= self._meet(day, by_day[day])
        changed: dict[str, str | None] = {}
        while met:
            met -= self._regroup(met.pop(), changed)
        return new, changed

    def _again(self, new: Sequence[Imprint]) -> set[str]:
        """Those of these reports of which there was a snapshot before: their place among those alike may change."""
        kept = {one.report for one in self.archive.imprints_of({one.report for one in new})}
        times = Counter(one.report for one in new)
        return {one for one, count in times.items() if count > 1 or one in kept or one in self._ranks}

    def _load(self, days: set[str]) -> None:
        """Fetches those of these days that are not at hand."""
        found: dict[str, list[Imprint]] = {day: [] for day in days - self._days.keys()}
        for first, last in _runs(sorted(found)):
            for one in self.archive.imprints(first, last):
                found[one.published].append(one)
        self._days.update((day, _filed(None, some)) for day, some in found.items())

    def _meet(self, day: str, new: Iterable[Imprint]) -> set[str]:
        """Joins those of one day with those that they are alike to; gives those that were joined."""
        around = [self._days[other] for other in _around(day)]
        rows = np.concatenate([one.rows for one in around])
        imprints = [one for some in around for one in some.imprints]
        met = set()
        for one in new:
            for at in (rows == _row(one)).any(axis=1).nonzero()[0]:
                other = imprints[at]
                if other.report in self._groups.get(one.report, {one.report}) or not self._near(one, other):
                    continue
                self._join(one.report, other.report)
                met.add(one.report)
        return met

    def _near(self, one: Imprint, other: Imprint) -> bool:
        """Whether one of two texts stands in the other, for the most part."""
        theirs, ours = (_shingles(_letters(self.archive.body(seq))) for seq in (one.seq, other.seq))
        return len(theirs & ours) >= CONTAINED * min(len(theirs), len(ours))

    def _group(self, report: str) -> set[str]:
        if report not in self._groups:
            first, *others = found = list(self.archive.alike(report))
            self._of.update({**dict.fromkeys(others, first), first: None})
            group = set(found)
            self._groups.update((one, group) for one in found)
        return self._groups[report]

    def _join(self, one: str, other: str) -> None:
        group = self._group(one) | self._group(other)
        self._groups.update((other, group) for other in group)

    def _regroup(self, report: str, changed: dict[str, str | None]) -> set[str]:
        """Finds anew which of those alike to a report is the one that the others copy; gives them all."""
        group = self._group(report)
        for imprint in self.archive.imprints_of(group - self._ranks.keys()):
            self._ranks[imprint.report] = _rank(imprint)
        root = min(group, key=self._ranks.__getitem__)
        for one in group:
            of = None if one == root else root
            if self._of.get(one) != of:
                self._of[one] = changed[one] = of
        return group


def near_copies(reports: Iterable[Report]) -> dict[str, str]:
    """The near-copies among reports, in any order: the id of every copy → the id of the report copied."""
    read = list(reports)
    copies = Copies(_Nothing(read))
    for seq, report in enumerate(read):
        if (imprint := imprint_of(report, seq)) is not None:
            copies.add(imprint)
    return {one: of for one, of in sorted(copies.changes()[1].items()) if of is not None}


@dataclass(frozen=True, slots=True)
class _Nothing:
    """An archive without imprints; `reports` are those handed in."""

    reports: Sequence[Report]

    def imprints(self, _first: str, _last: str) -> Iterable[Imprint]:
        return ()

    def imprints_of(self, _reports: Collection[str]) -> Iterable[Imprint]:
        return ()

    def alike(self, report: str) -> Collection[str]:
        return (report,)

    def body(self, seq: int) -> str:
        return self.reports[seq].text[self.reports[seq].body :]


def _rank(imprint: Imprint) -> tuple[str, int, str]:
    return imprint.published, -imprint.length, imprint.report


def _filed(day: _Day | None, new: Iterable[Imprint]) -> _Day:
    """A day with further imprints, those left out that it has."""
    imprints = list(day.imprints) if day else []
    seen = {one.seq for one in imprints}
    imprints += [one for one in new if one.seq not in seen]
    whole = bytes.fromhex("".join(one.bands for one in imprints))
    return _Day(imprints, np.frombuffer(whole, dtype="<u4").reshape(-1, _BANDS))


def _row(imprint: Imprint) -> Rows:
    return np.frombuffer(bytes.fromhex(imprint.bands), dtype="<u4")


@lru_cache(maxsize=4096)
def _around(day: str) -> tuple[str, ...]:
    """The days on which copies of a report of one day may appear, in order."""
    middle = dt.date.fromisoformat(day).toordinal()
    window = range(max(1, middle - WINDOW.days), min(dt.date.max.toordinal(), middle + WINDOW.days) + 1)
    return tuple(dt.date.fromordinal(one).isoformat() for one in window)


def _runs(days: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first and the last day of each run of days that follow each other."""
    numbers = [dt.date.fromisoformat(day).toordinal() - place for place, day in enumerate(days)]
    for _, run in groupby(zip(numbers, days, strict=True), key=itemgetter(0)):
        some = [day for _, day in run]
        yield some[0], some[-1]


def _bands(letters: str) -> Rows:
    """The bands of a text's signature: two texts of which so many shingles are the same share one, likely.

    Every shingle has one hash, whose first bits say in which bin it falls: of each bin the least counts.
    """
    points = np.frombuffer(letters.encode("utf-32-le"), dtype="<u4").astype(_WORD)
    hashes = np.convolve(points, _OF_SHINGLE, "valid")
    hashes ^= hashes >> _WORD(31)
    hashes *= _WORD(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> _WORD(29)
    least = np.full(_BINS, _MOST, dtype=_WORD)
    np.minimum.at(least, (hashes >> _WORD(64 - _BIN_BITS)).astype(np.intp), hashes)
    full = np.flatnonzero(least != _MOST)
    if len(full) < _BINS:
        # An empty bin takes after the next that is not.
        source = full[np.searchsorted(full, _NUMBERS) % len(full)]
        least = least[source] + ((source - _NUMBERS) % _BINS).astype(_WORD) * _WORD(_ODD)
    bands = least.reshape(_BANDS, -1) @ _OF_BAND
    return ((bands * _WORD(_ODD)) >> _WORD(32)).astype("<u4")


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", text).casefold()))


def _shingles(letters: str) -> set[str]:
    return {letters[i : i + SHINGLE] for i in range(len(letters) - SHINGLE + 1)}
