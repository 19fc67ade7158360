"""Two spellings in Latin letters of one Korean or Japanese name: Yoon Do Hyun and Yun Do-hyeon, Ryo and Ryou.

Korean syllables are taken apart into what their letters may stand for, after the systems in use (Revised Romanisation,
McCune-Reischauer) and the spellings that people choose for themselves; Japanese ones are brought to Hepburn without
long vowels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# What letters begin a syllable with, what vowels they may stand for, and what they end it in.
_ONSETS = dict.fromkeys(["g", "k", "kk", "gg"], "k") | dict.fromkeys(["d", "t", "dd", "tt"], "t")
_ONSETS |= dict.fromkeys(["b", "p", "bb", "pp"], "p") | dict.fromkeys(["j", "jj", "ch"], "c")
_ONSETS |= dict.fromkeys(["s", "ss", "sh"], "s") | dict.fromkeys(["r", "l", "rh"], "r")
_ONSETS |= {"": "", "h": "h", "n": "n", "m": "m"}
_SOUNDS = {
    "a": "a ah ar", "ae e": "ae ai ay e eh", "eo": "eo uh ur", "o eo": "o", "o": "oh", "u eo eu": "u", "u": "oo wu woo",
    "eu": "eu", "i": "i ee yi ie ih", "ya": "ya", "ye": "yae ye", "yeo": "yeo yuh", "yeo yu": "you yu", "yo yeo": "yo",
    "yu": "yoo", "wa": "wa", "we": "wae we oe oi", "wo": "wo weo", "wi": "wi wee", "ui wi": "ui", "ui": "eui",
}  # fmt: skip
_VOWELS = {letters: vowels for vowels, spelled in _SOUNDS.items() for letters in spelled.split()}
_CODAS = dict.fromkeys(["k", "g", "ck"], "k") | dict.fromkeys(["p", "b"], "p") | dict.fromkeys(["t", "d"], "t")
_CODAS |= {"": "", "n": "n", "m": "m", "ng": "ng", "l": "l"}
_SYLLABLE = [sorted(table, key=len, reverse=True) for table in (_ONSETS, _VOWELS, _CODAS)]
_LEAST, _MOST, _AT_ONCE = 3, 4, 3
"""Syllables of a name: with fewer too many names look alike. A word holds at most three."""
_FRONT = frozenset({"i", "ya", "ye", "yeo", "yo", "yu"})


class Syllable(NamedTuple):
    """What a syllable begins with, the vowels that its letters may stand for, and what it ends in."""

    onset: str
    vowels: frozenset[str]
    coda: str


def one_korean_name(left: str, right: str) -> bool:
    """Whether two names in Latin letters may spell one Korean name of three syllables or more, in either order."""
    others = korean_readings(right)
    return any(len(a) == len(b) and all(map(_alike, a, b)) for a in korean_readings(left) for b in others)


def may_be_korean(name: str) -> bool:
    """Whether a name in Latin letters can be parted into three or four Korean syllables."""
    return bool(korean_readings(name))


def one_japanese_name(left: str, right: str) -> bool:
    """Whether two names in Latin letters are one in Hepburn spelling without long vowels."""
    one, other = (sorted(map(_hepburn, re.findall(r"[a-z']+", name.lower()))) for name in (left, right))
    return len(one) > 1 and one == other


def _alike(a: Syllable, b: Syllable) -> bool:
    return a.onset == b.onset and a.coda == b.coda and not a.vowels.isdisjoint(b.vowels)


def korean_readings(name: str) -> tuple[tuple[Syllable, ...], ...]:
    """The ways in which a name may be read as one of three or four Korean syllables, its family name first."""
    return tuple(reading for reading in all_readings(name) if len(reading) >= _LEAST)


@lru_cache(maxsize=1 << 15)
def all_readings(name: str) -> tuple[tuple[Syllable, ...], ...]:
    """The same of two syllables to four: Gong Yoo."""
    words = re.findall(r"[a-z]+", name.lower())
    if not 1 < len(words) <= _MOST:
        return ()
    found = set()
    orders = {tuple(words), (words[-1], *words[:-1])}
    for order in orders:
        for reading in _read(order):
            if 1 < len(reading) <= _MOST:
                found.add(reading)
    return tuple(sorted(found, key=repr))


def _read(words: tuple[str, ...]) -> Iterator[tuple[Syllable, ...]]:
    if not words:
        yield ()
        return
    for head in _syllables(words[0]):
        for rest in _read(words[1:]):
            yield (_at_the_head(head[0]), *head[1:], *rest)


def _at_the_head(first: Syllable) -> Syllable:
    """A word's first syllable: Lee and Yi, Lim and Im, Roh and Noh are one."""
    if first.onset != "r":
        return first
    return first._replace(onset="" if first.vowels <= _FRONT else "n")


@lru_cache(maxsize=1 << 15)
def _syllables(word: str) -> tuple[tuple[Syllable, ...], ...]:
    """The ways to part a word into syllables."""
    return tuple(_parted(word, _AT_ONCE))


def _parted(word: str, most: int) -> Iterator[tuple[Syllable, ...]]:
    if not word:
        yield ()
        return
    if not most:
        return
    for onset in (one for one in _SYLLABLE[0] if word.startswith(one)):
        behind = word[len(onset) :]
        for vowel in (one for one in _SYLLABLE[1] if behind.startswith(one)):
            rest = behind[len(vowel) :]
            for coda in (one for one in _SYLLABLE[2] if rest.startswith(one)):
                first = Syllable(_ONSETS[onset], frozenset(_VOWELS[vowel].split()), _CODAS[coda])
                for others in _parted(rest[len(coda) :], most - 1):
                    yield (first, *others)


_HEPBURN = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("sy", "sh"), ("ty", "ch"), ("zy|jy", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("zi", "ji"),
        ("hu", "fu"), ("n'", "n"), ("m(?=[bpm])", "n"), ("ou|oo|oh(?![aeiouy])", "o"), ("uu", "u"),
    )
]  # fmt: skip


@lru_cache(maxsize=1 << 15)
def _hepburn(word: str) -> str:
    for pattern, plain in _HEPBURN:
        word = pattern.sub(plain, word)
    return word
