"""Whether kana spell a Korean name, syllable by syllable, as the Japanese press writes them: 이주영, イ・ジュヨン.

Voiced and voiceless kana are one class, ㅓ and ㅗ one vowel, ㅡ and ㅜ another; a final sound may run into the
vowel behind it (은우: ウヌ) and ㅎ be lost (신혜: シネ). A learned table knows what letters are likely; it does not
know that a name which is spelled otherwise is another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newsreel.resolving.romanised import all_readings
from newsreel.resolving.sounds import CODAS, SMALL, is_syllable, jamo, katakana

_ROWS = {
    "": "アイウエオ", "k": "カキクケコガギグゲゴ", "s": "サシスセソ", "t": "タテトダデド", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "p": "パピプペポバビブベボ", "m": "マミムメモ", "r": "ラリルレロ", "c": "チヂジザズゼゾツヅ",
}  # fmt: skip
_VOWELS = {
    "a": "アカサタナハパマラガダバザ", "i": "イキシニヒピミリギビチヂジ", "u": "ウクスヌフプムルグブズツヅ",
    "e": "エケセテネヘペメレゲデベゼ", "o": "オコソトノホポモロゴドボゾ",
}  # fmt: skip
_ALONE = {"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "N", "ッ": "Q", "ヴ": "pu"}
_GLIDES = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_ONSETS = {
    "ㄱ": "k", "ㄲ": "k", "ㅋ": "k", "ㄴ": "n", "ㄷ": "t", "ㄸ": "t", "ㅌ": "t", "ㄹ": "r", "ㅁ": "m", "ㅂ": "p",
    "ㅃ": "p", "ㅍ": "p", "ㅅ": "s", "ㅆ": "s", "ㅇ": "", "ㅈ": "c", "ㅉ": "c", "ㅊ": "c", "ㅎ": "h",
}  # fmt: skip
_LETTERS = {
    "a": "a", "ae": "e", "e": "e", "ya": "ya", "ye": "y?e", "eo": "o", "o": "o", "yeo": "yo", "yo": "yo", "u": "u",
    "eu": "u", "yu": "yu", "i": "i", "wa": "(?:u?wa|a)", "we": "u?w?e", "wo": "(?:u?wo|o)", "wi": "u?w?i",
    "ui": "u?w?i",
}  # fmt: skip
"""What a vowel is in kana, by the letters of the Revised Romanisation."""
_SPOKEN = {
    "ㅏ": "a", "ㅐ": "ae", "ㅑ": "ya", "ㅒ": "ye", "ㅓ": "eo", "ㅔ": "e", "ㅕ": "yeo", "ㅖ": "ye", "ㅗ": "o",
    "ㅘ": "wa", "ㅙ": "we", "ㅚ": "we", "ㅛ": "yo", "ㅜ": "u", "ㅝ": "wo", "ㅞ": "we", "ㅟ": "wi", "ㅠ": "yu",
    "ㅡ": "eu", "ㅢ": "ui", "ㅣ": "i",
}  # fmt: skip
_ENDS = dict.fromkeys(CODAS, "t") | {
    "": "", "ㄱ": "k", "ㄲ": "k", "ㅋ": "k", "ㄴ": "n", "ㅇ": "ng", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅍ": "p",
}  # fmt: skip
_CODAS = {
    "": "",
    "k": "(?:ku|Q|N)",
    "n": "N",
    "ng": "N",
    "l": "ru",
    "m": "(?:mu|N)",
    "p": "(?:pu|Q)",
    "t": "(?:Q|to|su)",
}
_RUNS_ON = {"k": "k", "n": "n", "l": "r", "m": "m", "p": "p", "t": "s"}
"""What a final sound becomes before a vowel, or before a lost ㅎ."""
_PARTS, _WHOLE = 2, 3
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지엄채원"
    "천방공현함변염여추도소석선설마연위표"
)
"""Most of those who bear a Korean name have one of these (census of 2015)."""


@lru_cache(maxsize=1 << 16)
def spells(hangul: str, kana: str) -> bool:
    """Whether the kana spell these Hangul syllables, all of them."""
    return _pattern(hangul).fullmatch(kana_classes(kana)) is not None


@lru_cache(maxsize=1 << 16)
def spells_latin(latin: str, kana: str) -> bool | None:
    """Whether the kana spell a Korean name in Latin letters of two syllables to four; None where it is no such name."""
    pattern = _latin_pattern(latin)
    return None if pattern is None else pattern.fullmatch(kana_classes(kana)) is not None


@lru_cache(maxsize=1 << 16)
def spells_otherwise(name: str, kana: str) -> bool:
    """Whether kana of two words begin as a Korean name does, with another given name behind it than this name's.

    `name` is one word of three or four Hangul syllables, whose surname the kana have; or in Latin letters, and the kana
    have any Korean surname.
    """
    words = [word for word in re.split(r"[・･\s]+", kana) if word]
    if len(words) != _PARTS:
        return False
    if all(map(is_syllable, name)):
        heads = {name[:size] for size in range(1, _PARTS + 1)} if _WHOLE <= len(name) <= _WHOLE + 1 else set[str]()
        return any(spells(head, words[0]) for head in heads) and not spells(name, kana)
    return spells_latin(name, kana) is False and _is_surname(words[0])


@lru_cache(maxsize=1 << 14)
def _is_surname(kana: str) -> bool:
    return any(spells(surname, kana) for surname in _SURNAMES)


@lru_cache(maxsize=1 << 14)
def kana_classes(kana: str) -> str:
    """Kana as classes of sounds: ジュヨン is cuyoN. What has no class is left as it is, and matches nothing."""
    units: list[str] = []
    for letter in katakana(kana):
        if letter in SMALL and units:
            units[-1] = _glided(units[-1], _GLIDES.get(letter, letter))
        elif letter not in "ー・･ 　=＝":
            units.append(_ALONE.get(letter) or _classed(letter))
    return "".join(units)


def _classed(letter: str) -> str:
    onset = next((row for row, letters in _ROWS.items() if letter in letters), letter)
    return onset + next((vowel for vowel, letters in _VOWELS.items() if letter in letters), "")


def _glided(unit: str, glide: str) -> str:
    """シ and ャ: sya; ジ and ュ: cu; ト and ゥ: tu; ウ and ォ: wo; ク and ァ: kwa; イ and ェ: ye."""
    head, vowel = unit[:-1], unit[-1:]
    if head == "c":
        return head + glide[-1]
    if glide in {"ya", "yu", "yo"}:
        return head + glide
    if vowel == "u":
        return f"{head}w{glide}"
    if vowel == "i" and not head:
        return f"y{glide}"
    return head + glide


@lru_cache(maxsize=1 << 14)
def _pattern(hangul: str) -> re.Pattern[str]:
    """What the kana of these syllables may be, in classes."""
    if not all(map(is_syllable, hangul)):
        return re.compile(r"(?!)")
    return re.compile(
        _spoken([(_ONSETS[onset], _LETTERS[_SPOKEN[vowel]], _ENDS[coda]) for onset, vowel, coda in map(jamo, hangul)])
    )


@lru_cache(maxsize=1 << 14)
def _latin_pattern(latin: str) -> re.Pattern[str] | None:
    """The same of a name in Latin letters, in every way to read it; None where it is no Korean name."""
    found = [
        _spoken(
            [(one.onset, "(?:" + "|".join(_LETTERS[v] for v in sorted(one.vowels)) + ")", one.coda) for one in reading]
        )
        for reading in all_readings(latin)
    ]
    return re.compile("|".join(found)) if found else None


def _spoken(syllables: Iterable[tuple[str, str, str]]) -> str:
    """What syllables of onset, vowel and coda sound like one behind the other."""
    found, before = [], ""
    for onset, vowel, coda in syllables:
        plain = _CODAS[before] + _glideless(onset, vowel)
        runs = _RUNS_ON.get(before) if onset in {"", "h"} else None
        found.append(f"(?:{plain}|{runs}{vowel})" if runs else plain)
        before = coda
    return "".join([*found, _CODAS[before]])


def _glideless(onset: str, vowel: str) -> str:
    """Onset and vowel; behind ㅈ and its like a glide is not heard."""
    if onset == "c":
        vowel = vowel.replace("y?", "").replace("y", "")
    return {"r": "(?:r|n|)", "": "r?"}.get(onset, onset) + vowel
