"""The Korean pack's words, loaded once: particles, labels, types, countries, organisations, names."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from newsreel.reading.pack import load_data

# What may follow a name: particles, the copula, courtesy; a cut anywhere else would take a syllable from the name.
PARTICLE = re.compile(
    r"(?:씨|님|양|군|측)?(?:[은는이가을를과와의도만]|에게서?|에게로|에서(?:는|도)?|에는?|엔|으?로(?:는|도|서|"
    r"써|선|부터)?|으?론|"
    r"까지|부터|처럼|보다|이?나|이?자|이?며|이?고|이?란|이?라(?:는|고|며)?|이?다|였다|이었다|이?던|였던|이었던|"
    r"였고|인|일|표|"
    r"하고|이?랑|조차|마저|뿐|과의|와의|[과와]는|[과와]도|만[은이의도]|에게도|까지도|부터는|뿐만|에겐|에게는|"
    r"께서?|이?지만|이?라면|이?든|입니다|이?에요|예요|이?였습니다|이었습니다)?"
)
_AFTER_VOWEL = ("는", "가", "를", "와", "로", "나", "며", "고", "다", "라", "였")
_AFTER_CONSONANT = ("은", "이", "을", "과", "으로")
_HANGUL, _FINALS, _RIEUL = 0xAC00, 28, 8
_ONE_SURNAME = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도석"
    "나소선설마길연위표명기반왕금옥육인맹제모탁국봉라예은태경"
)
_TWO_SURNAME = ("남궁", "황보", "선우", "제갈", "독고", "서문", "사공")
_LIKELY = -11.6
# What nouns are made with from shorter ones: 공백기, 진흥원, 유용해.
_NOUN_ENDS = frozenset("기원자사시군구실남녀장부국소학회해화법권력성용품체")


def final(syllable: str) -> int:
    """The number of a syllable's closing consonant, 0 for none."""
    code = ord(syllable) - _HANGUL
    return code % _FINALS if 0 <= code < 11172 else 0  # noqa: PLR2004 - the syllables of Hangul


def agrees(name: str, rest: str) -> bool:
    """Whether a particle has the form that the name's last sound asks for (은 after a consonant, 는 after a vowel)."""
    closing = final(name[-1])
    if rest.startswith(("로", "론")):
        return closing in {0, _RIEUL}
    if rest.startswith(("이나", "이다", "이라", "이며", "이고", "이란", "이자", "이었")):
        return closing != 0
    if rest.startswith(_AFTER_CONSONANT):
        return closing != 0
    return not (rest.startswith(_AFTER_VOWEL) and closing != 0)


@lru_cache(maxsize=1 << 14)
def _hangs(last: str, rest: str) -> bool:
    return PARTICLE.fullmatch(rest) is not None and agrees(last, rest)


def hangs(name: str, rest: str) -> bool:
    """Whether what follows a name is a particle in the form that the name asks for, or nothing."""
    return _hangs(name[-1], rest)


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a plain list of the pack's data that are no comments."""
    text = resources.files("newsreel.reading.langs.ko").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names: whole names, words of foreign names, common words, and how likely syllables are.

    `words_too` are whole names that are common words as well (고수, 공유): only a row of names tells them.
    """

    people: frozenset[str]
    words_too: frozenset[str]
    foreign: frozenset[str]
    common: frozenset[str]
    nouns: frozenset[str]
    second: dict[str, float]
    third: dict[str, float]
    loans: dict[str, float]

    def loan(self, word: str) -> float:
        """How much a word looks like one of a foreign name, by its syllables; above 0 it does."""
        return sum(self.loans.get(c, -1.0) for c in word) / len(word) if word else -9.0

    def native(self, name: str) -> bool:
        """Whether a word looks like a Korean name of three or four syllables."""
        if len(name) == 4 or name.startswith(_TWO_SURNAME):  # noqa: PLR2004
            return name.startswith(_TWO_SURNAME) and len(name) in {3, 4}
        return name not in self.common and self.shaped(name)

    def shaped(self, name: str, least: float = _LIKELY) -> bool:
        """Whether three syllables are a family name and two that given names have; `least` is a log-probability."""
        if len(name) != 3 or name[0] not in _ONE_SURNAME:  # noqa: PLR2004
            return False
        return self.second.get(name[1], -9.0) + self.third.get(name[2], -9.0) >= least

    def noun(self, name: str) -> bool:
        """Whether a word that no lexicon of people has is a plain noun: 장르, or 진흥원 with what such nouns end in."""
        if name in self.people:
            return False
        return name in self.nouns or (len(name) == 3 and name[2] in _NOUN_ENDS and name[:2] in self.nouns)  # noqa: PLR2004

    def surname(self, word: str) -> bool:
        """Whether a word is a Korean family name."""
        return word in _ONE_SURNAME if len(word) == 1 else word in _TWO_SURNAME


@cache
def names() -> Names:
    """The lexicons of names (training/ko_people.py makes them)."""
    rows = [line.split() for line in lines("syllables.txt")]
    total = sum(int(row[1]) for row in rows)
    common = frozenset(lines("common.txt")) | {w for words in load_data("ko", "words")["types"].values() for w in words}
    labels = load_data("ko", "words")
    said = {w for row in labels["occupations"].values() for w in (*row["before"], *row["after"])}
    common |= said | set(labels["real_before"]) | set(labels["countries"]) | set(labels["org_kinds"])
    common |= set(load_data("ko", "roles")["nouns"]) | set(labels["genres"]) | set(labels["genre_heads"])
    people = frozenset(lines("people.txt")) | frozenset(lines("players.txt"))
    return Names(
        people=people - common,
        words_too=people & common,
        foreign=frozenset(lines("foreign.txt")) - common,
        common=common,
        nouns=frozenset(lines("nouns.txt")),
        second={row[0]: math.log((int(row[1]) + 0.3) / total) for row in rows},
        third={row[0]: math.log((int(row[2]) + 0.3) / total) for row in rows},
        loans={row[0]: float(row[1]) for row in map(str.split, lines("loans.txt"))},
    )


def alternation(words: Any) -> str:
    """A regular expression for any of some words, the longest first."""
    return "|".join(sorted((re.escape(str(w)) for w in words), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Words:
    """Words of data/words.yml by their Korean form, and patterns for them."""

    type_of: dict[str, str]
    type_genre: dict[str, str]
    types: str
    before: dict[str, str]
    after: dict[str, str]
    countries: dict[str, str]
    org_kinds: dict[str, str]
    data: dict[str, Any]


@cache
def words() -> Words:
    """The words, turned round once."""
    data = load_data("ko", "words")
    type_of = {str(w): kind for kind, row in data["types"].items() for w in row}
    before = {w: job for job, row in data["occupations"].items() for w in row["before"]}
    after = {w: job for job, row in data["occupations"].items() for w in row["after"]}
    return Words(
        type_of=type_of,
        type_genre=data["type_genres"],
        types=alternation(type_of),
        before=before,
        after=after,
        countries={**data["countries"], **data["country_letters"]},
        org_kinds=data["org_kinds"],
        data=data,
    )
