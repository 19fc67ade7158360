"""The words of a language's dates, from its dates.yml: for every class (one letter) the words and their values.

M:                      # months
  october: 10
  oct: 10
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from newsreel.model.errors import VocabularyError
from newsreel.reading.dates import Item


@cache
def date_words(language: str) -> Mapping[str, tuple[str, Any]]:
    """Word to (class, value), as written in reading/langs/LANGUAGE/data/dates.yml.

    Raises VocabularyError for a class that is no single letter, or a word that stands in two classes.
    """
    where = f"reading/langs/{language}/data/dates.yml"
    text = resources.files("newsreel").joinpath(where).read_text("utf-8")
    classes: dict[str, dict[str, Any]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    words: dict[str, tuple[str, Any]] = {}
    for name, row in classes.items():
        if len(str(name)) != 1:
            raise VocabularyError(f"a class of date words is one character, not {name!r}", where=where)
        for word, value in row.items():
            if str(word) in words:
                raise VocabularyError(f"{word!r} stands in classes {words[str(word)][0]} and {name}", where=where)
            words[str(word)] = (str(name), value)
    return words


def word_pattern(words: Iterable[str]) -> str:
    """A pattern of all words, the longest first; a space in a word may be left out or be several."""
    return "|".join(re.escape(word).replace("\\ ", r"\s*") for word in sorted(words, key=len, reverse=True))


def item_pattern(row: str, words: Mapping[str, Any], firsts: str) -> re.Pattern[str]:
    """A verbose pattern tried only where one of the words, or what `firsts` (a set of characters) holds, can begin."""
    letters = "".join(sorted({re.escape(word[0]) for word in words}))
    return re.compile(rf"(?=[{letters}{firsts}])(?:{row})", re.VERBOSE)


def scan(text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], Iterator[Item]]) -> Iterator[Item]:
    """The items that `read` makes of every match, and an item of class "." wherever other words stand between."""
    end = 0
    for match in pattern.finditer(text):
        if text[end : match.start()].strip(" \t\u3000\xa0"):
            yield Item(".", None, end, match.start())
        yield from read(match)
        end = match.end()
