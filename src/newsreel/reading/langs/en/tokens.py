"""Words of a stretch of text, and what a candidate for a name is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Sentence

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,9}|[^\W_]+(?:[’'\-‑.·&/][^\W_]+)*\+?|[&+]")
_APOSTROPHES = frozenset(["'", "’"])
_MARKED = re.compile(f"({TOKEN.pattern})(?:(?=([.'’]))|)")  # with the mark right behind
SMALL = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "and",
        "or",
        "from",
        "by",
        "de",
        "la",
        "le",
        "du",
        "des",
        "del",
        "der",
        "den",
        "van",
        "von",
        "y",
        "e",
        "o",
        "el",
        "en",
        "vs",
        "as",
        "into",
        "is",
        "it",
        "not",
        "who",
        "be",
        "que",
        "&",
        "no",
        "off",
        "up",
        "over",
        "that",
    ]
)
ABBREVIATED = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Jr",
        "Sr",
        "St",
        "Bros",
        "Inc",
        "Ltd",
        "Co",
        "Vol",
        "No",
        "NO",
        "Lt",
        "Sgt",
        "Capt",
        "Col",
        "Gen",
        "Rev",
        "Prof",
        "Det",
        "Mt",
        "Ft",
    ]
)
# Of public life: before a full name they are no part of it ("Mayor Ann Lee").
OFFICES = frozenset(
    ["Mayor", "Governor", "Gov", "Gov.", "Senator", "Sen", "Sen.", "Councillor", "Councilman", "Councilwoman", "Commissioner", "Minister",
     "Congressman", "Congresswoman", "Ambassador"]
)  # fmt: skip
HONORIFICS = frozenset(["Mr", "Mrs", "Ms", "Miss", "Mr.", "Mrs.", "Ms.", "Sir", "Dame", "Lord", "Lady"])


@dataclass(slots=True)
class Token:
    """A word of a sentence; `text` without a possessive ending, which `owns` tells of; offsets of the stored text."""

    start: int
    end: int
    text: str
    owns: bool = False
    capital: bool = False


@dataclass(slots=True)
class Candidate:
    """Words that may be a name. `quoted` is how it was set off ("", a quotation mark, "*"); `initial`: it begins a sentence."""

    start: int
    end: int
    text: str
    sentence: Sentence
    quoted: str = ""
    initial: bool = False
    owns: bool = False
    outer: tuple[int, int] = (0, 0)
    tokens: list[Token] = field(default_factory=list)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of text."""
    out: list[Token] = []
    for m in _MARKED.finditer(text, start, end):
        word, mark = m.groups()
        a, b = m.span()
        if b == end:
            mark = text[b : b + 1]  # what stands behind the stretch
        owns = False
        if word[-1] in "sSzx":
            if word.endswith(("'s", "’s")):
                word, b, owns, mark = word[:-2], b - 2, True, None
            elif mark in _APOSTROPHES and not text[b + 1 : b + 2].isalnum():
                owns = True
        if mark == "." and (word in ABBREVIATED or (len(word) == 1 and word.isupper() and word != "I")):
            word, b = word + ".", b + 1
        out.append(Token(a, b, word, owns, word[0].isupper() or (len(word) > 3 and word != word.lower())))  # noqa: PLR2004 - "iLembe", "9JKL"
    return out


_FOREIGN_ARTICLES = frozenset(["la", "el", "los", "las", "il", "les", "das", "der", "die", "una", "un", "une", "os"])
_GIVEN_TOO = frozenset(
    [
        "can",
        "rain",
        "joy",
        "reed",
        "pearl",
        "carter",
        "cooper",
        "porter",
        "walker",
        "sierra",
        "colt",
        "autumn",
        "winter",
        "dakota",
    ]
)
_WITHIN_NAMES = frozenset(
    "de da di du del della dos das van von der den la le al el bin ibn y e zu af av ten ter abu bint ap na ni".split()  # noqa: SIM905 - reads better
)
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}")


def personal(parts: list[str]) -> bool:
    """Whether words look like a person's full name: a known given name first, or a Korean name with its hyphen."""
    if not 2 <= len(parts) <= 4 or any(p[0].islower() and p not in _WITHIN_NAMES for p in parts[1:-1]):  # noqa: PLR2004 - two to four parts
        return False
    return _personal(parts[0], parts[-1])


@lru_cache(maxsize=16384)
def _personal(given: str, family: str) -> bool:
    first, last = given.lower(), family.lower()
    if first in _FOREIGN_ARTICLES:
        return False
    if first in lexicon.words("given"):
        common = lexicon.words("common")
        if last not in common or first not in common or last in lexicon.words("family"):
            return given not in {"The", "A"}
    if first in _GIVEN_TOO and last.isalpha() and not family.isupper():
        return last not in lexicon.words("common")
    if _INITIALS.fullmatch(given) and given not in lexicon.organizations() and not family.isupper():
        return last in lexicon.words("family") and last not in lexicon.words("common")  # "JRR Tolkien"
    return "-" in last and first in lexicon.words("family")
