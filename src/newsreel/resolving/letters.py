"""Letters of a name: which script they are of, and what is left of Latin ones without accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HANGUL, KANA, KANJI, LATIN, OTHER = "hangul", "kana", "kanji", "latin", "other"

# Letters that Unicode does not decompose, written as passports write them (ICAO Doc 9303-3, section 6).
_PASSPORT = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h",
        "ŧ": "t", "ŋ": "n", "ə": "a", "ĸ": "k",
    }
)  # fmt: skip
_RANGES = (
    (0x1100, 0x11FF, HANGUL),
    (0x3005, 0x3007, KANJI),
    (0x3041, 0x3096, KANA),
    (0x309D, 0x309E, KANA),
    (0x30A1, 0x30FA, KANA),
    (0x30FC, 0x30FF, KANA),
    (0x3130, 0x318F, HANGUL),
    (0x3400, 0x9FFF, KANJI),
    (0xAC00, 0xD7A3, HANGUL),
    (0xF900, 0xFAFF, KANJI),
    (0x20000, 0x3FFFF, KANJI),
)


def script(letter: str) -> str:
    """The script of one letter; OTHER for what is no letter or of a script that newsreel does not compare."""
    code = ord(letter)
    if code < 0x250:  # noqa: PLR2004 - Basic Latin to Latin Extended-B
        return LATIN if letter.isalpha() else OTHER
    if code < 0x1100:  # noqa: PLR2004 - the first block of Hangul; Latin lies before it
        return LATIN if letter.isalpha() and "LATIN" in unicodedata.name(letter, "") else OTHER
    for first, last, name in _RANGES:
        if first <= code <= last:
            return name
    return OTHER


@lru_cache(maxsize=65536)
def scripts(name: str) -> frozenset[str]:
    """The scripts that the letters of a name are of."""
    if name.isascii():
        return _LATIN_ONLY if any(map(str.isalpha, name)) else _NO_SCRIPT
    return frozenset(script(letter) for letter in name if letter.isalpha()) - {OTHER}


_LATIN_ONLY: frozenset[str] = frozenset({LATIN})
_NO_SCRIPT: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Small Latin letters and digits without accents; every other mark is a space; other scripts stay as they are."""
    if text.isascii():
        return " ".join(_NO_WORD.sub(" ", text.lower().replace("'", "").replace("`", "")).split())
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_PASSPORT)
    bare = "".join(c for c in folded if not unicodedata.combining(c) or c in "\u3099\u309a")
    kept = "".join(c if c.isalnum() or c in "ー々\u3099\u309a" else _gap(c) for c in bare)
    return unicodedata.normalize("NFC", " ".join(kept.split()))


_NO_WORD = re.compile(r"[^a-z0-9]+")


def _gap(mark: str) -> str:
    """An apostrophe joins what it stands between ("O'Neil"), any other mark parts it."""
    return "" if mark in "'’‘`´ʼ" else " "


def latin_words(name: str) -> list[str]:
    """The words of a Latin name, parted by white space alone, as letters from a to z; a hyphen inside stays."""
    if name.isascii():
        return [word for part in _NO_LETTER.sub("", name.lower()).split() if (word := part.strip("-"))]
    words = ("-".join(_letters(part) for part in word.split("-")).strip("-") for word in name.split())
    return [word for word in words if word]


_NO_LETTER = re.compile(r"[^a-z \t-]+")


def _letters(word: str) -> str:
    return "".join(c for c in plain(word) if "a" <= c <= "z")
