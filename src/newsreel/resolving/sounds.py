"""Names in Hangul and kana cut into the units that are spelled one by one in other scripts."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = 0xAC00, 0xD7A3
SMALL = "ァィゥェォャュョヮ"


def is_syllable(letter: str) -> bool:
    """Whether this is a whole Hangul syllable."""
    return _FIRST <= ord(letter) <= _LAST


def jamo(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda of a Hangul syllable; the coda may be empty."""
    code = ord(syllable) - _FIRST
    return ONSETS[code // 588], VOWELS[code % 588 // 28], CODAS[code % 28]


@lru_cache(maxsize=16384)
def hangul_sounds(word: str) -> tuple[str, ...]:
    """The sounds of a word in Hangul: onsets, vowels and codas (behind a dot); a silent onset is no sound.

    The first sound of the word is marked with ^: it is spelled unlike the same sound inside (이: Lee, 기: K).
    """
    units: list[str] = []
    for letter in word:
        if not is_syllable(letter):
            continue
        onset, vowel, coda = jamo(letter)
        if onset != "ㅇ":
            units.append(onset if units else "^" + onset)
        units.append(vowel if units else "^" + vowel)
        if coda:
            units.append("." + coda)
    return tuple(units)


@lru_cache(maxsize=16384)
def hangul_syllables(word: str) -> tuple[str, ...]:
    """The syllables of a Korean name, the first, which is mostly the surname, marked with ^."""
    units = [letter for letter in word if is_syllable(letter)]
    return ("^" + units[0], *units[1:]) if units else ()


def katakana(text: str) -> str:
    """Hiragana as katakana, half-width letters as full ones; everything else as it is."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" or "ゝ" <= c <= "ゞ" else c for c in wide)


@lru_cache(maxsize=16384)
def kana_sounds(word: str) -> tuple[str, ...]:
    """The sounds of a word in kana: a kana with the small one behind it, ッ, ン and ー on their own.

    The last sound is marked with $: ス and ト lose their vowel there.
    """
    units: list[str] = []
    for letter in katakana(word):
        if letter in SMALL and units:
            units[-1] += letter
        elif "ァ" <= letter <= "ヺ" or letter == "ー":
            units.append(letter)
    if units:
        units[-1] += "$"
    return tuple(units)
