"""Korean and Chinese names in Hangul against their many spellings in Latin letters.

A name of one word in Hangul is aligned syllable by syllable with the Latin words in every sensible order; what the
alignment shows (which consonant stands for which, how usual a spelling is, what is left over) is weighed by a logistic
regression. Table and weights are learned by bench/names_train.py from names of Wikidata (CC0).
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from newsreel.resolving.alignment import LONGEST, Table, breaks, chance, likelihood, near, slip, table
from newsreel.resolving.letters import latin_words
from newsreel.resolving.skeleton import skeleton_of_hangul, skeleton_of_latin
from newsreel.resolving.sounds import hangul_sounds, hangul_syllables, jamo

MOST_WORDS = 4
_NOWHERE = -15.0
_PARTS = re.compile(r"([^aeiouwy]*)([aeiouwy]*(?:h(?![aeiouwy]))?)(.*)")
_ROOM = {
    "gain": (-20, 20),
    "worst": (-8, 8),
    "second": (-8, 8),
    "plain": (-8, 8),
    "usual": (-25, 0),
    "foreign": (-10, 20),
}
Path = tuple[tuple[int, int, float], ...]


@lru_cache(maxsize=1)
def korean_table() -> Table:
    """Syllables of Korean and Chinese names, backed by single sounds and by the same syllable elsewhere in a name."""
    whole = table("korean_names")
    return Table(whole.pieces, whole.letters, (table("korean_sounds"), _cut), near=True, elsewhere=whole.pieces)


def _cut(unit: str) -> tuple[str, ...]:
    sounds = hangul_sounds(unit.strip("^"))
    return sounds if unit.startswith("^") else tuple(sound.strip("^") for sound in sounds)


def orders(words: list[str]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The words as they stand, last first, first last, and with some left out; with the number of those left out."""
    for left_out in range(len(words)):
        for kept in combinations(words, len(words) - left_out):
            yield kept, left_out
            if len(kept) > 1:
                yield (kept[-1], *kept[:-1]), left_out
            if len(kept) > 2:  # noqa: PLR2004 - of two words, both turns are one
                yield (*kept[1:], kept[0]), left_out


def best_path(units: tuple[str, ...], target: str) -> Path | None:
    """The likeliest way to cut the target into one piece a syllable: start, end and probability of each piece."""
    model = korean_table()
    letters, reach = breaks(target)
    size = len(letters)
    row: dict[int, tuple[float, Path]] = {0: (0.0, ())}
    for unit in units:
        written = model.written(unit)
        fresh: dict[int, tuple[float, Path]] = {}
        for start, (mass, path) in row.items():
            for end in range(start, min(reach[start], start + LONGEST) + 1):
                piece = letters[start:end]
                share = (written.get(piece) or near(model, unit, piece)) + slip(model, piece)
                total = mass + math.log(share)
                if end not in fresh or total > fresh[end][0]:
                    fresh[end] = (total, (*path, (start, end, share)))
        row = fresh
    return row[size][1] if size in row else None


def usual(piece: str, *, first: bool) -> float:
    """The log of how often any syllable is written so, or of the chance of its letters where that is greater."""
    seen = korean_table().pieces.get("^*" if first else "*", {}).get(piece, 1e-9)
    return max(math.log(seen), chance(korean_table(), piece) if piece else -9.0)


def traits(hangul: str, latin: str) -> dict[str, float]:
    """What speaks for and against `latin` as a spelling of `hangul`, for the logistic regression."""
    units = hangul_syllables(hangul)
    best: _Aligned | None = None
    for order, left_out in orders(latin_words(latin)[:MOST_WORDS]):
        if left_out and best is not None and best.gain > 0:
            break
        target = "-".join(order)
        path = best_path(units, target)
        if path is None:
            continue
        bare = target.replace("-", "")
        gains = [math.log(p) - usual(bare[a:b], first=i == 0) for i, (a, b, p) in enumerate(path)]
        gain = sum(gains) - 6.0 * left_out
        if best is None or gain > best.gain:
            best = _Aligned(gain, target, path, gains, left_out)
    return {"none": 1.0} if best is None else _measured(hangul, units, best)


@dataclass(frozen=True, slots=True)
class _Aligned:
    """One order of the Latin words aligned: its gain, the words, the pieces, the gain of each, words left out."""

    gain: float
    target: str
    path: Path
    gains: list[float]
    left_out: int


def _measured(hangul: str, units: tuple[str, ...], best: _Aligned) -> dict[str, float]:
    model, bare, path, gains = korean_table(), best.target.replace("-", ""), best.path, best.gains
    found = _pieces(units, bare, path)
    ones = skeleton_of_latin(best.target)
    theirs = skeleton_of_hangul(hangul)
    distance = min(Levenshtein.distance(theirs, form) for form in (ones, ones.removeprefix("L")))
    spread = [math.log(p) - (chance(model, bare[a:b]) if b > a else 0.0) for a, b, p in path]
    rarity = sum(
        math.log(p / max(model.written(unit).values(), default=1.0))
        for unit, (_, _, p) in zip(units, path, strict=True)
    )
    base = chance(table("hangul"), bare)
    measures = {
        "gain": best.gain,
        "worst": min(gains),
        "second": sorted(gains)[1] if len(gains) > 1 else gains[0],
        "plain": min(spread),
        "usual": rarity,
        "foreign": likelihood(table("hangul"), hangul_sounds(hangul), bare) - base - 6.0 * best.left_out,
    }
    for name, value in measures.items():
        low, high = _ROOM[name]
        found["#" + name] = min(max(value, low), high) / 5
    found["#letters"] = len(bare) / 5
    found["#apart"] = min(distance, 3) / 5
    found["#alike"] = (distance == 0) / 5
    found["#left out"] = best.left_out / 5
    found["#syllables"] = len(units) / 5
    return found


def _pieces(units: tuple[str, ...], bare: str, path: Path) -> dict[str, float]:
    """Which consonants and vowels stand for which, and how usual each syllable's spelling is."""
    seen = korean_table().pieces
    found: dict[str, float] = {}
    for place, (unit, (start, end, _)) in enumerate(zip(units, path, strict=True)):
        onset, vowel, coda = jamo(unit.strip("^"))
        match = _PARTS.fullmatch(bare[start:end])
        head, middle, tail = match.groups() if match else ("", "", "")
        mark = "" if place else "^"
        share = seen.get(unit, {}).get(bare[start:end], 0.0)
        names = [f"{mark}{onset}={head}", f"{vowel}={middle}", f".{coda}={tail}"]
        names.append(f"{mark}share {int(math.log10(share) * 2) if share else 'none'}")
        for name in names:
            found[name] = found.get(name, 0.0) + 1.0
    return found


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weights of the traits, learned by bench/names_train.py."""
    raw = resources.files(__package__).joinpath("data", "korean_weights.tsv.gz").read_bytes()
    lines = (line.split("\t") for line in gzip.decompress(raw).decode("utf-8").splitlines() if line[:2] != "# ")
    return {name: float(weight) for name, weight in lines}


@lru_cache(maxsize=1 << 16)
def korean_odds(hangul: str, latin: str) -> float:
    """The log odds (natural) that a Latin name spells a Korean or Chinese name in Hangul, of even chances."""
    weight = weights()
    total = weight["bias"] + sum(weight.get(name, 0.0) * value for name, value in traits(hangul, latin).items())
    return max(total, _NOWHERE)
