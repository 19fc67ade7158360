"""How likely one spelling stands for another: a learned table of what each sound is written as.

A table holds, for each sound of the source script, the pieces of target letters that it was seen written as and how
often (bench/names_train.py learns it by expectation-maximisation over monotone alignments, after Li, Zhang and Su,
"A joint source-channel model for machine transliteration", ACL 2004). The score is the log of how many times likelier
the target is as a spelling of the source than as a string of its letters on their own.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from newsreel.resolving.skeleton import skeleton_of_latin

LONGEST = 6
"""Letters in the longest piece."""
_SKIPPED = 0.001
"""The share of sounds that are not written at all, where training never saw that."""
_SLIP = 0.005
"""The share of sounds that are written in a way never seen in training: a misprint or a rare spelling."""
_SLIP_MORE = 0.7
"""How much seldomer yet another letter is in such a spelling."""
_NEAR = 0.008
"""The share of spellings that were never seen but sound like one that was, for each such spelling."""
_STRANGE = 1e-4
"""The share of a letter that training never saw."""
_VOWELS = dict(zip("aeiouwy", "AEIOOOI", strict=True))
_HARDLY = 1e-6
"""Alignments that are so much less likely than the best at the same sound are not followed."""
_PARTS_SHARE = 0.08
"""How far a syllable is taken to be written as its single sounds are, rather than as it was seen written whole."""
_ELSEWHERE_SHARE = 0.1
"""How far a syllable is taken to be written as it is elsewhere in a name."""
_NEGLIGIBLE = 2e-4
HOPELESS = -60.0
"""The score of what cannot be aligned at all."""


@dataclass(slots=True)
class Table:
    """What the sounds of one script are written as in another.

    `letters`: the share of each letter of the target script on its own, and of each letter behind another ("ab"; "^a"
    at the start). `parts`: a table and a rule that cut a sound of this one into smaller sounds of that one, for what
    was seldom or never seen here.
    """

    pieces: Mapping[str, Mapping[str, float]]
    letters: Mapping[str, float]
    parts: tuple[Table, Callable[[str], tuple[str, ...]]] | None = None
    near: bool = False
    classes: dict[str, Mapping[str, float]] = field(default_factory=dict)
    elsewhere: Mapping[str, Mapping[str, float]] | None = None
    _memory: dict[str, Mapping[str, float]] = field(default_factory=dict)

    def written(self, unit: str) -> Mapping[str, float]:
        """The pieces that a sound is written as, with their shares; those of the unmarked sound if never seen."""
        found = self._memory.get(unit)
        if found is None:
            found = self._memory[unit] = self._find(unit)
        return found

    def _find(self, unit: str) -> Mapping[str, float]:
        seen = self.pieces.get(unit) or self.pieces.get(unit.strip("^$"), {})
        if self.parts is None:
            return seen
        table, cut = self.parts
        made = _composed(table, cut(unit))
        other = (self.elsewhere or {}).get(unit[1:] if unit.startswith("^") else "^" + unit, {})
        small = _PARTS_SHARE if seen else 1.0 - _ELSEWHERE_SHARE
        far = _ELSEWHERE_SHARE if other else 0.0
        return {
            piece: (1 - small - far) * seen.get(piece, 0.0) + small * made.get(piece, 0.0) + far * other.get(piece, 0.0)
            for piece in seen.keys() | made.keys() | other.keys()
        }


def _composed(table: Table, units: tuple[str, ...]) -> dict[str, float]:
    """What a run of sounds is written as, the likelier pieces only."""
    whole = {"": 1.0}
    for unit in units:
        longer: dict[str, float] = {}
        for head, mass in whole.items():
            for tail, share in table.written(unit).items():
                if len(head) + len(tail) <= LONGEST and mass * share > _NEGLIGIBLE:
                    longer[head + tail] = longer.get(head + tail, 0.0) + mass * share
        whole = longer
    return whole


def likelihood(table: Table, units: tuple[str, ...], target: str) -> float:
    """The natural log of P(target | units); HOPELESS where nothing of the table fits.

    Sum over all monotone alignments; every sound is written as a piece of at most LONGEST letters, perhaps none. A
    hyphen in the target is a break that no piece crosses: "kim-hyo-joo" has three syllables and no other three.
    """
    target, reach = breaks(target)
    size = len(target)
    letter = [table.letters.get(c, _STRANGE) * _SLIP_MORE for c in target]
    row = [0.0] * (size + 1)
    row[0] = 1.0
    for unit in units:
        pieces = table.written(unit)
        get = pieces.get
        fresh = [0.0] * (size + 1)
        nothing = get("", 0.0) + _SKIPPED
        least = max(row) * _HARDLY
        for start, mass in enumerate(row):
            if mass <= least:
                continue
            fresh[start] += mass * nothing
            slip = _SLIP
            for end in range(start + 1, min(reach[start], start + LONGEST) + 1):
                slip *= letter[end - 1]
                piece = target[start:end]
                share = get(piece)
                if share is None:
                    share = near(table, unit, piece) if table.near else 0.0
                fresh[end] += mass * (share + slip)
        row = fresh
    return math.log(row[size]) if row[size] > 0.0 else HOPELESS


@lru_cache(maxsize=1 << 17)
def _sound_class(piece: str) -> str:
    """The consonants of a piece and the kinds of its vowels: "keun" and "kuen" are alike, "ho" and "ha" are not."""
    vowels = {_VOWELS.get(c, "") for c in piece}
    return skeleton_of_latin(piece) + "".join(sorted(vowels))


def slip(table: Table, piece: str) -> float:
    """The share of a piece of which nothing is known but its letters."""
    share = _SLIP if piece else _SKIPPED
    for letter in piece:
        share *= table.letters.get(letter, _STRANGE) * _SLIP_MORE
    return share


def near(table: Table, unit: str, piece: str) -> float:
    """The share of a piece that was never seen for the sound, from those that sound alike."""
    found = table.classes.get(unit)
    if found is None:
        made: dict[str, float] = {}
        for known, share in table.written(unit).items():
            key = _sound_class(known)
            made[key] = made.get(key, 0.0) + share
        found = table.classes[unit] = made
    return _NEAR * found.get(_sound_class(piece), 0.0)


def breaks(target: str) -> tuple[str, list[int]]:
    """The target without its hyphens, and for each place in it how far a piece that begins there may reach."""
    letters = target.replace("-", "")
    reach: list[int] = []
    for part in target.split("-"):
        reach += [len(reach) + len(part)] * len(part)
    return letters, [*reach, len(letters)]


def chance(table: Table, target: str) -> float:
    """The natural log of the probability of the letters on their own: each after the one before it.

    A letter of another script is as seldom here as in a spelling, so that it speaks for none.
    """
    total, before = 0.0, "^"
    for c in target.replace("-", ""):
        alone = table.letters.get(c)
        share = _STRANGE if alone is None else table.letters.get(before + c, 0.0) * 0.8 + alone * 0.2
        total += math.log(share)
        before = c
    return total


def read_table(name: str) -> Table:
    """The table of that name in this package's data: lines of sound, piece and probability in parts of a million."""
    raw = resources.files(__package__).joinpath("data", f"{name}.tsv.gz").read_bytes()
    return parse_table(gzip.decompress(raw).decode("utf-8"))


def parse_table(text: str) -> Table:
    """The table that a text holds; lines that begin with # are remarks, those without a sound are the letters' own."""
    pieces: dict[str, dict[str, float]] = {}
    letters: dict[str, float] = {}
    for line in text.splitlines():
        if line.startswith("#") or not line:
            continue
        unit, piece, parts = line.split("\t")
        if unit:
            pieces.setdefault(unit, {})[piece] = int(parts) / 1e6
        else:
            letters[piece] = int(parts) / 1e6
    return Table(pieces, letters)


@lru_cache(maxsize=8)
def table(name: str) -> Table:
    """`read_table`, once."""
    return read_table(name)


@lru_cache(maxsize=1 << 14)
def likeliest(name: str, unit: str) -> str:
    """What a sound is most often written as, by the table of that name."""
    return likeliest_in(table(name), unit)


def likeliest_in(found: Table, unit: str) -> str:
    """What a sound is most often written as."""
    written = found.written(unit)
    return min(written, key=lambda piece: (-written[piece], piece)) if written else ""
