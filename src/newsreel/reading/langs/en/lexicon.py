"""The English word lists, loaded once: names, common words, organisations, places, type words, occupations."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from newsreel.reading.pack import load_data

MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()  # noqa: SIM905 - reads better
)
# Words of sentence grammar that begin a sentence with a capital and are no part of a name.
FUNCTION = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "it", "its", "it's", "he", "she", "they", "we", "i", "you", "his", "her", "their", "our",
     "my", "your", "him", "them", "us", "me", "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "in", "on", "at", "by", "for",
     "from", "of", "to", "with", "without", "into", "onto", "over", "under", "after", "before", "during", "since", "until", "till", "through",
     "about", "against", "between", "among", "amid", "along", "alongside", "opposite", "across", "behind", "beyond", "despite", "except", "per",
     "via", "as", "than", "like", "unlike", "near", "off", "out", "up", "down", "and", "or", "but", "nor", "so", "yet", "if", "though", "although",
     "because", "while", "whereas", "unless", "once", "also", "then", "there", "here", "now", "just", "only", "even", "still", "already", "again",
     "ever", "never", "not", "no", "yes", "both", "either", "neither", "each", "every", "all", "any", "some", "such", "same", "other", "another",
     "more", "most", "much", "many", "few", "several", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "is", "are",
     "was", "were", "be", "been", "being", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "shall", "should", "may",
     "might", "must", "let's", "i'm", "i've", "he's", "she's", "they're", "we're", "you're", "don't", "doesn't", "didn't", "isn't", "aren't", "can't",
     "won't", "that's", "there's", "here's", "what's", "who's", "meanwhile", "however", "moreover", "besides", "instead", "elsewhere", "today",
     "yesterday", "tomorrow", "tonight", "last", "next", "earlier", "later", "recently", "soon", "first", "second", "third", "finally", "according",
     "asked", "starring", "directed", "written", "produced", "based", "set", "adapted", "created", "penned", "helmed", "playing", "speaking",
     "following", "including", "featuring", "known", "best", "born", "having", "rounding", "joining", "wrapped", "filmed", "shot", "taken", "drawn"]
)  # fmt: skip


@cache
def words(name: str) -> frozenset[str]:
    """A list of data/NAME.txt, one word a line, in lower case."""
    text = resources.files("newsreel.reading.langs.en").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def titles() -> frozenset[str]:
    """Known films and series, in lower case without a leading article."""
    return frozenset(_known_titles()) - {name.lower() for name in places() if " " in name}


@cache
def people() -> frozenset[str]:
    """Stars and directors whom many know by their full names, as written."""
    return frozenset(load_data("en", "people")["full_names"])


@cache
def famous() -> dict[str, frozenset[str]]:
    """Works that many know: in lower case without a leading article -> how they are written; none is a common word alone."""
    return {key: row for key, row in _known_titles().items() if key not in words("common")}


@cache
def _known_titles() -> dict[str, frozenset[str]]:
    file = resources.files("newsreel.reading.langs.en").joinpath("data", "titles.txt")
    rows: dict[str, set[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        for title in line.split(" | ") if line and line[0] != "#" else ():
            rows.setdefault(_title_key(title), set()).add(_ARTICLE.sub("", title))
    return {key: frozenset(row) for key, row in rows.items() if len(key) > 2}  # noqa: PLR2004 - initials are short


_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


def _title_key(title: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", title.lower().replace("’", "'"))


@cache
def mononyms() -> frozenset[str]:
    """What people are called by who have one name, initials or a nickname, as written."""
    rows = load_data("en", "people")
    return frozenset(str(name) for what in ("one_name", "initials", "nicknames") for name in rows[what])


@cache
def organizations() -> dict[str, str]:
    """Known organisations: name as written -> what it is."""
    data = load_data("en", "organizations")
    kinds = ("streamer", "broadcaster", "studio", "agency", "outlet", "group")
    return {name: kind for kind in reversed(kinds) for name in data[kind]}


@cache
def ambiguous() -> frozenset[str]:
    """Organisations whose names are common words too."""
    return frozenset(load_data("en", "organizations")["ambiguous"])


@cache
def theatrical() -> frozenset[str]:
    """Streamers that buy works for cinemas too."""
    return frozenset(load_data("en", "organizations")["theatrical"])


@cache
def suffixes() -> frozenset[str]:
    """Last words of organisations' names."""
    return frozenset(load_data("en", "organizations")["suffixes"])


@cache
def sellers() -> frozenset[str]:
    """Services that bring works to cinemas too."""
    return frozenset(load_data("en", "organizations")["sellers"])


@cache
def festivals() -> frozenset[str]:
    """Festivals and fairs."""
    return frozenset(load_data("en", "organizations")["festival"])


@cache
def places() -> dict[str, str]:
    """Places -> ISO code for countries, "" for others."""
    data = load_data("en", "places")
    found = dict.fromkeys([*data["regions"], *data["cities"]], "")
    found |= {name: code for code, row in data["countries"].items() for name in row["names"]}
    return found


@cache
def territories() -> frozenset[str]:
    """What rights are sold for: countries, their abbreviations and parts of the world."""
    data = load_data("en", "places")
    return frozenset(data["territories"]) | {name for row in data["countries"].values() for name in row["names"]}


@cache
def adjectives() -> dict[str, str]:
    """Adjectives of countries -> ISO code."""
    data = load_data("en", "places")["countries"]
    return {word: code for code, row in data.items() for word in row["adjectives"]}


@cache
def demonyms() -> dict[str, str]:
    """What somebody of a country is called, noun or adjective -> ISO code."""
    nouns = {str(word): str(code) for code, row in load_data("en", "places")["demonyms"].items() for word in row}
    return {word: code for word, code in adjectives().items() if word not in languages()} | nouns


@cache
def languages() -> frozenset[str]:
    """Adjectives of languages that are no country's."""
    return frozenset(load_data("en", "places")["languages"])


@cache
def lexemes(name: str) -> dict[str, str]:
    """A table of words.yml turned over: word in lower case -> what it means."""
    table: dict[str, list[Any]] = load_data("en", "words")[name]
    return {str(word).lower(): meaning for meaning, row in table.items() for word in row}


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of words.yml."""
    return frozenset(str(word) for word in load_data("en", "words")[name])


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """Under which occurrences of a name are gathered: without "the", case kept apart from all-capitals."""
    text = re.sub(r"^(?:The|the|THE|A|An) ", "", name)
    return text.replace("’", "'").lower()
