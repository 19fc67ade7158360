"""Whether a foreign name in Hangul or kana is the spelling of a Latin name: words in any order, some left out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import permutations

from newsreel.resolving.alignment import HOPELESS, Table, chance, likelihood, table
from newsreel.resolving.korean import MOST_WORDS, orders
from newsreel.resolving.letters import latin_words
from newsreel.resolving.sounds import hangul_sounds, kana_sounds

_BETWEEN = "・＝=·･"
_LEFT_OUT = 3.0
"""What a word costs that only one side has, in natural logs."""


@lru_cache(maxsize=1)
def _kana() -> Table:
    """Sounds of kana; those at the end of a word backed by those inside."""
    whole = table("kana")
    return Table(whole.pieces, whole.letters, (whole, _inside))


def _inside(unit: str) -> tuple[str, ...]:
    bare = unit.strip("$")
    return (bare,) if bare in table("kana").pieces else tuple(bare)


@lru_cache(maxsize=1 << 16)
def hangul_gain(word: str, target: str) -> float:
    """How much likelier the Latin letters are as a spelling of this Hangul word than by chance (natural log)."""
    return gain_of(table("hangul"), hangul_sounds(word), target)


@lru_cache(maxsize=1 << 16)
def kana_gain(word: str, target: str) -> float:
    """How much likelier the Latin letters are as a spelling of this kana word than by chance (natural log)."""
    return gain_of(_kana(), kana_sounds(word), target)


def gain_of(model: Table, sounds: tuple[str, ...], target: str) -> float:
    """How much likelier the target is as a spelling of the sounds than as letters by chance (natural log)."""
    letters = target.replace("-", "")
    if not sounds or not letters:
        return HOPELESS
    found = likelihood(model, sounds, letters)
    # What cannot be aligned at all gains nothing, however unlikely a long name's letters are by chance.
    return HOPELESS if found == HOPELESS else max(found - chance(model, letters), HOPELESS)


def spelled(name: str, latin: str, gain: Callable[[str, str], float]) -> float:
    """How much likelier a Latin name is as a spelling of this one than by chance, words in any order (natural log).

    A word that only one side has (a middle name, a title) costs what `_LEFT_OUT` says.
    """
    words, target = words_of(name)[:MOST_WORDS], latin_words(latin)[:MOST_WORDS]
    if not words or not target:
        return HOPELESS
    joined = "".join(words)
    whole = max(gain(joined, "".join(order)) - _LEFT_OUT * left_out for order, left_out in orders(target))
    return max(whole, _word_by_word(words, target, gain)) if len(words) > 1 else whole


def words_of(name: str) -> list[str]:
    """The words of a name in Hangul or kana: parted by spaces and middle dots."""
    for mark in _BETWEEN:
        name = name.replace(mark, " ")
    return name.split()


def _word_by_word(words: list[str], target: list[str], gain: Callable[[str, str], float]) -> float:
    """The best sum of gains over the ways to pair the words of both sides."""
    turned = len(words) > len(target)
    few, many = (target, words) if turned else (words, target)
    gains = [[gain(b, a) if turned else gain(a, b) for b in many] for a in few]
    over = len(many) - len(few)
    return max(
        sum(max(gains[row][column], -2 * _LEFT_OUT) for row, column in enumerate(chosen)) - over * _LEFT_OUT
        for chosen in permutations(range(len(many)), len(few))
    )
