"""The consonants of a name in coarse classes: what stays the same however a name is spelled, in any script.

Letters: K (g, k, q, hard c), T (d, t), P (b, p, f, v), C (j, z, ch, zh), S (s, sh, x, soft c), H, L (l, r), M, N, and
G for the ng that closes a syllable. Vowels and half-vowels have none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreel.resolving.sounds import is_syllable, jamo, katakana

_ONSETS = dict(zip("ㄱㄲㅋㄴㄷㄸㅌㄹㅁㅂㅃㅍㅅㅆㅈㅉㅊㅎㅇ", [*"KKKNTTTLMPPPSSCCCH", ""], strict=True))
_CODAS = dict(zip("ㄱㄲㅋㄳㄺㄴㄵㄶㄷㅅㅆㅈㅊㅌㅎㄹㄼㄽㄾㅀㅁㄻㅂㅍㅄㄿㅇ", "KKKKKNNNTTTTTTTLLLLLMMPPPPG", strict=True))
_LATIN = (
    (re.compile(r"ng(?![aeiouyw])"), "G"),
    (re.compile(r"ch(?=[rl])"), "K"),
    (re.compile(r"(?<=[aeiou])x"), "KS"),
    (re.compile(r"s?ch|tch|tsch|cz|zh|dj|ts|tz|dz|[jz]"), "C"),
    (re.compile(r"sh|sz|ss|[sx]|c(?=[eiy])"), "S"),
    (re.compile(r"ph|bh|[bpfv]"), "P"),
    (re.compile(r"th|dh|[dt]"), "T"),
    (re.compile(r"ck|gh|kh|[gkqc]"), "K"),
    (re.compile(r"rh|[lr]"), "L"),
    (re.compile(r"m"), "M"),
    (re.compile(r"n"), "N"),
    (re.compile(r"h(?=[aeiouyw])"), "H"),
    (re.compile(r"."), ""),
)
_ROWS = {
    "": "アイウエオァィゥェォャュョヤユヨワヰヱヲヮー",
    "K": "カキクケコガギグゲゴヵヶ",
    "S": "サシスセソシ",
    "C": "ザジズゼゾチヂツヅ",
    "T": "タテトダデド",
    "N": "ナニヌネノン",
    "H": "ハヒヘホ",
    "P": "フバビブベボパピプペポヴ",
    "M": "マミムメモ",
    "L": "ラリルレロ",
}
_KANA = {kana: letter for letter, row in _ROWS.items() for kana in row}


@lru_cache(maxsize=65536)
def skeleton_of_latin(word: str) -> str:
    """The classes of a word in letters from a to z; hyphens part syllables."""
    return squeezed("".join(_latin_part(part) for part in word.split("-")))


def _latin_part(part: str) -> str:
    made, place = [], 0
    while place < len(part):
        for pattern, letter in _LATIN:
            if match := pattern.match(part, place):
                made.append(letter)
                place = match.end()
                break
    return "".join(made)


@lru_cache(maxsize=65536)
def skeleton_of_hangul(word: str) -> str:
    """The classes of a word in Hangul."""
    made = []
    for letter in word:
        if is_syllable(letter):
            onset, _, coda = jamo(letter)
            made.append(_ONSETS[onset] + (_CODAS[coda] if coda else ""))
    return squeezed("".join(made))


@lru_cache(maxsize=65536)
def skeleton_of_kana(word: str) -> str:
    """The classes of a word in kana."""
    return squeezed("".join(_KANA.get(letter, "") for letter in katakana(word)))


def squeezed(classes: str) -> str:
    """Runs of one class as one: "Philipp", "Anna"."""
    return "".join(c for i, c in enumerate(classes) if i == 0 or classes[i - 1] != c)
