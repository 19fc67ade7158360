"""Titles translated word for word: Blue Lighthouse, 푸른 등대, 青い灯台 say the same in data/title_words.tsv."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from newsreel.resolving.letters import HANGUL, KANJI, LATIN, latin_words, plain, scripts

_LEAST = 2
"""Words that two titles must have in common: one alone is the title of too many."""
_LITTLE = frozenset("a an the of in at on and to my his her their our your from for with by".split())  # noqa: SIM905
_JOINTS = {
    "ko": re.compile(r"(?:에서|으로|의|에|을|를|은|는|이|가|과|와|로|들|\s)+"),
    "ja": re.compile(r"(?:[のはがをにでとへな]|\s)+"),
}


@lru_cache(maxsize=1 << 15)
def say_the_same(left: str, right: str) -> bool:
    """Whether two titles in two languages are made of the same words, all of them known, and no fewer than two."""
    one, other = meanings(left), meanings(right)
    return len(one) >= _LEAST and one == other


@lru_cache(maxsize=1 << 15)
def meanings(name: str) -> frozenset[str]:
    """The words of a title, in English; none where one of them is not in the table."""
    found = scripts(name)
    if found == {LATIN}:
        return _english(name)
    if found == {HANGUL}:
        return _joined(plain(name), "ko")
    return _joined(plain(name), "ja") if KANJI in found and HANGUL not in found and LATIN not in found else frozenset()


def _english(name: str) -> frozenset[str]:
    words = [word for word in latin_words(name.replace("-", " ")) if word not in _LITTLE]
    text = " ".join(words)
    for whole in _table("en"):
        if " " in whole:
            text = text.replace(whole, whole.replace(" ", "_"))
    table = _table("en")
    told = [table.get(word.replace("_", " ")) or table.get(word.removesuffix("s")) for word in text.split()]
    return frozenset(word for word in told if word) if all(told) else frozenset()


def _joined(text: str, language: str) -> frozenset[str]:
    """Words run together, the longest first, with what joins them."""
    table, joint = _table(language), _JOINTS[language]
    found, at = set[str](), 0
    while at < len(text):
        size = next((n for n in range(min(6, len(text) - at), 0, -1) if text[at : at + n] in table), 0)
        if size:
            found.add(table[text[at : at + size]])
            at += size
        elif (m := joint.match(text, at)) is not None:
            at = m.end()
        else:
            return frozenset()
    return frozenset(found)


@lru_cache(maxsize=4)
def _table(language: str) -> dict[str, str]:
    text = resources.files(__package__).joinpath("data", "title_words.tsv").read_text(encoding="utf-8")
    column = ("en", "ko", "ja").index(language)
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {word: row[0].split("|")[0] for row in rows for word in row[column].split("|")}
