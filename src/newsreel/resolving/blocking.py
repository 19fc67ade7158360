"""Keys under which a name is looked for: two names that may be one share a key, whatever scripts they are in.

A key is the consonant classes of a name (resolving/skeleton.py) in alphabetical order, so that the order of words does
not matter. A name in Hangul, kana or kanji is filed under the classes of its likelier spellings in Latin letters, as
the learned tables have them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from newsreel.resolving.alignment import Table, likeliest, likeliest_in, table
from newsreel.resolving.kanji import modern, readings
from newsreel.resolving.korean import MOST_WORDS, korean_table
from newsreel.resolving.latin import surely_two
from newsreel.resolving.letters import HANGUL, KANA, KANJI, LATIN, latin_words, plain, scripts
from newsreel.resolving.skeleton import skeleton_of_latin, squeezed
from newsreel.resolving.sounds import hangul_sounds, hangul_syllables, kana_sounds, katakana
from newsreel.resolving.spelling import words_of

_RARE = 0.04
"""A spelling of one sound that is seldomer than this is not followed."""
_WIDEST = 4
"""Spellings of one word that are followed at a time."""


def _option_finder(model: Callable[[], Table]) -> Callable[[str], tuple[tuple[str, float], ...]]:
    @lru_cache(maxsize=1 << 14)
    def options(unit: str) -> tuple[tuple[str, float], ...]:
        """The consonant classes that a sound is written in, with their shares, the likelier first."""
        found: dict[str, float] = {}
        for piece, share in model().written(unit).items():
            classes = skeleton_of_latin(piece)
            found[classes] = found.get(classes, 0.0) + share
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return tuple(item for item in ranked if item[1] >= _RARE) or tuple(ranked[:1])

    return options


_OF_SYLLABLE = _option_finder(korean_table)
_OF_HANGUL = _option_finder(lambda: table("hangul"))
_OF_KANA = _option_finder(lambda: table("kana"))
_OF_KANJI = _option_finder(lambda: table("kanji"))


def _beam(units: tuple[str, ...], options: Callable[[str], tuple[tuple[str, float], ...]], width: int) -> list[str]:
    """The likelier class strings of a run of sounds."""
    row: list[tuple[float, str]] = [(1.0, "")]
    for unit in units:
        fresh: dict[str, float] = {}
        for mass, head in row:
            for tail, share in options(unit):
                whole = squeezed(head + tail)
                fresh[whole] = fresh.get(whole, 0.0) + mass * share
        row = sorted(((mass, whole) for whole, mass in fresh.items()), reverse=True)[:width]
    return [whole for _, whole in row]


@lru_cache(maxsize=1 << 16)
def _word_classes(word: str, script: str) -> tuple[str, ...]:
    """The class strings under which one word may be found."""
    if script == LATIN:
        return (skeleton_of_latin(word),)
    if script == KANA:
        return tuple(_beam(kana_sounds(word), _OF_KANA, _WIDEST))
    found = _beam(hangul_sounds(word), _OF_HANGUL, _WIDEST)
    if len(word) <= MOST_WORDS:
        found = _beam(hangul_syllables(word), _OF_SYLLABLE, _WIDEST) + found[: _WIDEST // 2]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 16)
def keys(name: str) -> frozenset[str]:
    """The keys of a name: its own letters, order-free; its classes; and those of each word that has enough of them."""
    found = {"=" + "".join(sorted(plain(katakana(name)).replace(" ", "")))}
    for words in _words_classes(name):
        made = [""]
        for word in words:
            made = [head + tail for head in made for tail in word][:_MOST_KEYS]
            if len(words) > 1:
                found.update("w" + part for part in (coarse(w) for w in word[:2]) if len(part) >= _ENOUGH)
        found.update("".join(sorted(coarse(whole))) for whole in made)
    return frozenset(found)


class Places(NamedTuple):
    """Where a name is filed, and where others that may be one with it are looked for."""

    filed: frozenset[str]
    looked: frozenset[str]


_SCRIPTS = (HANGUL, KANA, KANJI, LATIN, "")


@lru_cache(maxsize=1 << 16)
def places(name: str) -> Places:
    """Where a person's name is filed among others.

    Names of two scripts meet under their classes. Two in Latin letters that are one share a word, or all their letters:
    they are looked for under these, since a great many share their classes.
    """
    found, script = keys(name), script_of(name)
    filed = {f"{key}|{script}" for key in found}
    if script != LATIN:
        return Places(frozenset(filed), frozenset(f"{key}|{other}" for key in found for other in _SCRIPTS))
    words = latin_words(name)
    own = {f"{key}|" for key in found if key.startswith("=")}
    own |= {f"w{word}" for word in words if len(coarse(skeleton_of_latin(word))) >= _ENOUGH}
    whole = [key for key in found if not key.startswith(("=", "w"))]
    own |= {f"{key}/{word}" for key in whole for word in (words if len(words) > 1 else [""])}
    elsewhere = {f"{key}|{other}" for key in found for other in _SCRIPTS if other != LATIN}
    return Places(frozenset(filed | own), frozenset(elsewhere | own))


def titled(name: str) -> Places:
    """Where a title is filed, and others that may sound or be written alike are looked for.

    A word in common makes no two titles in Latin letters one.
    """
    found, script = keys(name), script_of(name)
    filed = frozenset(f"{key}|{script}" for key in found)
    looked = {f"{key}|{other}" for key in found for other in _SCRIPTS}
    if script == LATIN:
        looked -= {f"{key}|{LATIN}" for key in found if key.startswith("w")}
    return Places(filed, frozenset(looked))


@lru_cache(maxsize=1 << 16)
def companions(name: str, least: int) -> Places:
    """Where a person's name is filed as one of a work's company: those that are surely one with it meet there.

    `least`: the classes that a key has to have.
    """
    script = script_of(name)
    found = [key for key in keys(name) if len(key) >= least and not key.startswith("w")]
    filed = {f"{key}|{script}" for key in found}
    if script != LATIN:
        return Places(frozenset(filed), frozenset(f"{key}|{other}" for key in found for other in _SCRIPTS))
    words = [word.replace("-", "") for word in latin_words(name)]
    own = {f"{key}|" for key in found if key.startswith("=")}
    # Robert W. Holley and Robert Holley, Chris Yost and Christopher Yost.
    own |= {f"{words[-1]}/{words[0][:_ENOUGH]}"} if len(words) > 1 else set()
    elsewhere = {f"{key}|{other}" for key in found for other in _SCRIPTS if other != LATIN}
    return Places(frozenset(filed | own), frozenset(elsewhere | own))


def script_of(name: str) -> str:
    """The script that a name is compared in."""
    found = scripts(name)
    return next((script for script in (KANJI, HANGUL, KANA, LATIN) if script in found), "")


_ENOUGH = 3
"""Classes that a word must have to be a key on its own."""
_MOST_KEYS = 8
_CLASSES = str.maketrans("GC", "NS", "LH")


def coarse(classes: str) -> str:
    """Classes without those that spellings leave out or take for one another."""
    return classes.translate(_CLASSES)


def _words_classes(name: str) -> list[list[tuple[str, ...]]]:
    """The class strings of every word of a name; of a name in kanji, for each way to read it."""
    found = scripts(name)
    if KANJI in found:
        bare = plain(name).replace(" ", "")
        whole = [[tuple(_beam(tuple(modern(bare)), _OF_KANJI, _WIDEST))]] if len(bare) <= _KANJI_NAME else []
        return whole + [[_word_classes(word, KANA) for word in reading.split()] for reading in readings(name)[:2]]
    script = HANGUL if HANGUL in found else KANA if KANA in found else LATIN
    words = latin_words(name) if script == LATIN else words_of(katakana(name) if script == KANA else name)
    return [[_word_classes(word, script) for word in words[:MOST_WORDS]]]


_KANJI_NAME = 6
"""Characters of the longest name that is read character by character."""


@lru_cache(maxsize=1 << 18)
def guesses(name: str) -> tuple[str, ...]:
    """The letters of a name as it would most likely be written in Latin script, in alphabetical order.

    A name in kanji has two: by its reading, and character by character.
    """
    return tuple("".join(sorted(guessed)) for guessed in _guessed_names(name))


def spelled_out(name: str) -> str:
    """A name as it would most likely be written in Latin letters, without marks, in the order of its own words."""
    return _guessed_names(name)[0]


def _guessed_names(name: str) -> list[str]:
    found = scripts(name)
    if KANJI in found:
        # The dictionary gives a rare character back as its own reading.
        read = [g for reading in readings(name)[:1] if KANJI not in scripts(reading) for g in _guessed_names(reading)]
        return [*read, "".join(likeliest("kanji", c) for c in modern(name))]
    if HANGUL in found:
        words = words_of(name)
        by_sound = "".join(likeliest("hangul", sound) for word in words for sound in hangul_sounds(word))
        return list(dict.fromkeys(["".join(_guessed(word, HANGUL) for word in words), by_sound]))
    if KANA in found:
        return ["".join(_guessed(word, KANA) for word in words_of(katakana(name)))]
    return ["".join(latin_words(name)).replace("-", "")]


@lru_cache(maxsize=1 << 16)
def _guessed(word: str, script: str) -> str:
    if script == KANA:
        return "".join(likeliest("kana", unit) for unit in kana_sounds(word))
    if len(word) in (2, 3):
        return "".join(_likeliest_syllable(unit) for unit in hangul_syllables(word))
    return "".join(likeliest("hangul", unit) for unit in hangul_sounds(word))


@lru_cache(maxsize=1 << 14)
def _likeliest_syllable(unit: str) -> str:
    return likeliest_in(korean_table(), unit)


QUICK, QUICKER = 50, 42
"""Per cent of letters in common from which names are compared in earnest: any two, and two of one production."""


@lru_cache(maxsize=1 << 18)
def worth_comparing(one: str, other: str, least: int = QUICK) -> bool:
    """Whether two names are near enough, at a quick look, to be compared in earnest."""
    if surely_two(one, other):
        return False
    return any(ratio(a, b, score_cutoff=least) for a in guesses(one) for b in guesses(other))


def file_under(name: str) -> str:
    """The one key that a name is filed under among a great many: the classes of its words as it is likeliest spelled.

    The first syllable of a Korean name is a word of its own, for it is the surname.
    """
    found = scripts(name)
    if KANJI in found:
        return _filed(reading.split(), KANA) if (reading := next(iter(readings(name)), "")) else ""
    script = HANGUL if HANGUL in found else KANA if KANA in found else LATIN
    if script == LATIN:
        return _joined([skeleton_of_latin(word) for word in latin_words(name)])
    return _filed(words_of(katakana(name) if script == KANA else name), script)


def _filed(words: list[str], script: str) -> str:
    if script == KANA:
        return _joined(
            ["".join(_OF_KANA(unit)[0][0] for unit in kana_sounds(word) if _OF_KANA(unit)) for word in words]
        )
    if len(words) == 1 and 1 < len(words[0]) <= MOST_WORDS:
        first, *rest = (options[0][0] if (options := _OF_SYLLABLE(unit)) else "" for unit in hangul_syllables(words[0]))
        return _joined([first, "".join(rest)])
    return _joined(["".join(o[0][0] for unit in hangul_sounds(word) if (o := _OF_HANGUL(unit))) for word in words])


def look_under(name: str) -> frozenset[str]:
    """The keys under which a name may have been filed: those of its likelier spellings, its words joined in any way."""
    found = scripts(name)
    made = {file_under(name)}
    if LATIN in found and not found - {LATIN}:
        parts = [skeleton_of_latin(word) for word in latin_words(name)]
        if len(parts) == MOST_WORDS - 1:
            made |= {_joined([parts[0], parts[1] + parts[2]]), _joined([parts[0] + parts[1], parts[2]])}
        return frozenset(made)
    for words in _words_classes(name):
        if HANGUL in found and len(words) == 1 and 1 < len(words_of(name)[0]) <= MOST_WORDS:
            units = hangul_syllables(words_of(name)[0])
            rest = _beam(units[1:], _OF_SYLLABLE, _WIDEST)
            made |= {_joined([first, tail]) for first, _ in _OF_SYLLABLE(units[0])[:3] for tail in rest}
        else:
            wholes: list[list[str]] = [[]]
            for word in words:
                wholes = [[*head, tail] for head in wholes for tail in word[:3]][: 2 * _WIDEST]
            made |= {_joined(whole) for whole in wholes}
    return frozenset(made)


_TOLD = str.maketrans("G", "N", "L")


def _joined(words: list[str]) -> str:
    return "|".join(sorted(squeezed(word.translate(_TOLD)) for word in words))
