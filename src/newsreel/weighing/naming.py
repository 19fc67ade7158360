"""What a name says of itself: its other spellings, that it names nobody, that it has an outlet's or agency's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache

from newsreel.weighing.rules import speech

_SPLIT = re.compile(r"[\s,()（）「」'’\"“”]+")
_LATIN_ENDS = 0x250
_PARTS = re.compile(r"[\s・·＝=]+")
_FULL_LETTERS = 3


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without case, width, spaces, punctuation, Latin accents, and without a leading article."""
    text = unicodedata.normalize("NFKC", name).casefold().removeprefix("the ")
    plain = "".join(unicodedata.normalize("NFKD", c)[0] if ord(c) < _LATIN_ENDS else c for c in text if c.isalnum())
    return plain or text


@lru_cache(maxsize=65536)
def office(name: str) -> str:
    """The office that is all that a name says ("소속사 관계자": agency), or ""."""
    words = speech()
    for kind, own in words.offices.items():
        if _covered(name, own | words.titles) and not _covered(name, words.titles - own):
            return kind
    return ""


@lru_cache(maxsize=65536)
def nobody(name: str) -> str:
    """Where a name names no one: "press" or "unnamed", else ""."""
    words = speech()
    if _covered(name, words.press):
        return "press"
    return "unnamed" if _covered(name, words.unnamed | words.press | words.titles) else ""


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """A party's name without the words for who speaks for it ("BH엔터테인먼트 관계자": BH엔터테인먼트)."""
    titles = speech().titles
    parts = [part for part in name.split() if part]
    while len(parts) > 1 and parts[-1].casefold() in titles:
        parts.pop()
    last = parts[-1] if parts else name
    for title in sorted(titles, key=len, reverse=True):
        if not title.isascii() and last.endswith(title) and len(last) > len(title) + 1:
            last = last[: -len(title)]
            break
    return " ".join([*parts[:-1], last]).strip() or name


@lru_cache(maxsize=65536)
def like_an_outlet(name: str) -> bool:
    """Whether a name has a word that outlets' names have."""
    return _has(name, speech().outlets)


@lru_cache(maxsize=65536)
def like_an_agency(name: str) -> bool:
    """Whether a name has a word that agencies' names have."""
    return _has(name, speech().agencies)


@lru_cache(maxsize=65536)
def in_two_scripts(one: str, other: str) -> bool:
    """Whether two names are written in different scripts, so that their letters tell little of whether they are one."""
    return _script(one) != _script(other)


def _script(name: str) -> str:
    for char in name:
        for script in ("HANGUL", "KATAKANA", "HIRAGANA", "CJK"):
            if unicodedata.name(char, "").startswith(script):
                return script
    return ""


@lru_cache(maxsize=65536)
def is_full(name: str) -> bool:
    """Whether a name is a person's full one: a given or a family name alone says little of whose it is."""
    if len(_PARTS.split(name.strip())) > 1:
        return True
    return _script(name) in {"HANGUL", "CJK"} and len(name.strip()) >= _FULL_LETTERS


def is_festival(venue: str | None) -> bool:
    """Whether a venue is a festival."""
    return venue is not None and _festival(venue)


@lru_cache(maxsize=65536)
def _festival(venue: str) -> bool:
    return _has(venue, speech().festivals)


def _has(name: str, words: Collection[str]) -> bool:
    folded = fold(name)
    tokens = {part.casefold() for part in _SPLIT.split(name)} | {folded}
    return any((word in tokens) if word.isascii() and " " not in word else (fold(word) in folded) for word in words)


def _covered(name: str, words: frozenset[str]) -> bool:
    text = unicodedata.normalize("NFKC", name).casefold()
    tokens = [part for part in _SPLIT.split(text) if part]
    native = _native(words)
    return bool(tokens) and all(t in words or (not t.isascii() and native.fullmatch(t) is not None) for t in tokens)


@cache
def _native(words: frozenset[str]) -> re.Pattern[str]:
    scripts = sorted((re.escape(word) for word in words if not word.isascii()), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(scripts)})+")
