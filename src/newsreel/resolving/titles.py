"""Titles of works: what is left when marks, articles and seasons are gone, and how alike two of them are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from newsreel.resolving.blocking import keys, worth_comparing
from newsreel.resolving.kanji import modern
from newsreel.resolving.letters import KANJI, LATIN, plain, scripts
from newsreel.resolving.likeness import likeness
from newsreel.resolving.sounds import katakana
from newsreel.resolving.translated import say_the_same
from newsreel.resolving.weights import weights

_SEASON = re.compile(
    r"(?:\bseason\s*\d+|\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\s+season|시즌\s*\d+|シーズン\s*\d+|第\s*\d+\s*(?:期|シーズン|シリーズ)|\bs\d\d?\b)\s*$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:\b(?:part|vol|volume|chapter)\.?\s*)?(?<![\d.])(\d{1,2})\s*(?:편|부|作目)?$|(?:\bpart\s+)?(?<=\s)(II|III|IV|V|VI)$|([ⅡⅢⅣⅤⅥ②③])$",
    re.IGNORECASE,
)
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4, "ⅴ": 5, "ⅵ": 6, "②": 2, "③": 3}
_SUBTITLE = re.compile(r"\s*[:：]\s*|\s+[-–—―~〜～]\s*|[~〜～―]|\u3000+")
_FOR_CINEMAS = re.compile(
    r"^(?:劇場版|극장판)[\s\u3000]*(?=\S)|"
    r"(?<=\S)[\s\u3000]*[:：]?[\s\u3000]+(?:the (?:movie|motion picture)|더 무비|ザ・?ムービー)$",
    re.IGNORECASE,
)
"""What tells the film of a series from the series, before a title or behind it, by language."""
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "un", "une", "el", "los", "las", "der", "die", "das", "il"})
_MARKS = re.compile(r"[\"'“”‘’«»「」『』《》〈〉<>【】]")
_SPELLED_ARTICLE = re.compile(r"^(?:(?:the|a|an)\s+(?=\S)|(?:더|디)\s+(?=\S)|(?:ザ|ジ)[・･\s](?=\S))", re.IGNORECASE)
"""An article as it is written, or spelled in Hangul or kana: many titles lose it on the way."""
_ENOUGH = 2
"""Consonant classes that two titles must share, all of them, to be compared though their letters differ."""
_QUICK = 60
"""Per cent of letters in common from which titles in two scripts are compared: long ones share many by chance."""
_LONG, _LONG_ELSEWHERE = 7, 4
"""Letters that two titles must have for one that differs to be a misprint: in Latin script, and in others."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: `main` and `subtitle` without marks, spaces and articles, `part` its number or 1."""

    main: str
    subtitle: str
    part: int

    @property
    def whole(self) -> str:
        """Main title and subtitle in one."""
        return self.main + self.subtitle


@lru_cache(maxsize=1 << 16)
def title(name: str) -> Title:
    """The parts of a title. Seasons are one work and leave no trace; parts of a film series are works of their own."""
    bare = _SEASON.sub("", _MARKS.sub("", name).strip()).strip(" ,-:")
    bare, for_cinemas = _FOR_CINEMAS.subn("", bare)
    head, *rest = [part for part in _SUBTITLE.split(bare) if part] or [bare]
    subtitle = " ".join(rest)
    number, head = _part(head)
    if number == 1 and subtitle:
        number, subtitle = _part(subtitle)
    return Title(_bare(head), _bare(subtitle) + ("movie" if for_cinemas else ""), number)


def _part(text: str) -> tuple[int, str]:
    """The number at the end of a title and what stands before it; 1 and the text when it has none, or is all number."""
    match = _PART.search(text)
    if match is None or not text[: match.start()].strip():
        return 1, text
    arabic, roman, sign = match.groups()
    number = int(arabic) if arabic else _ROMAN[(roman or sign).lower()]
    return (number, text[: match.start()].strip()) if number else (1, text)


def _bare(text: str) -> str:
    words = plain(modern(katakana_if_kana(text))).split()
    kept = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    return "".join(kept)


def katakana_if_kana(text: str) -> str:
    """A title all in kana as katakana, any other as it is: おしん and オシン are one."""
    return katakana(text) if scripts(text) == {"kana"} else text


@lru_cache(maxsize=1 << 16)
def compare_titles(left: str, right: str) -> tuple[str, str]:
    """What two titles are to each other, as a key of data/evidence.yml ("never": another part), and in words."""
    one, other = title(left), title(right)
    if one.part != other.part and _near(one.main, other.main):
        return "never", f"{left} and {right} are different parts"
    if one.whole == other.whole and one.whole in _kind_words():
        return "titles share no letters", f"both are only called {left}"
    if one.whole == other.whole:
        return "titles equal", f"both are called {left}" if left == right else f"{left} and {right} are one title"
    if one.main == other.main and bool(one.subtitle) != bool(other.subtitle):
        return "one title has a subtitle", f"of {left} and {right} only one has a subtitle"
    a, b = scripts(left), scripts(right)
    return _compare_letters(left, right) if a & b or a == b else _compare_sounds(left, right)


@lru_cache(maxsize=1)
def _kind_words() -> frozenset[str]:
    return frozenset(_bare(word) for word in weights().kind_words)


def _compare_letters(left: str, right: str) -> tuple[str, str]:
    one, other = title(left), title(right)
    if one.subtitle == other.subtitle and _near(one.main, other.main):
        return "titles differ in one letter", f"{left} and {right} differ in one letter"
    return "titles differ", f"{left} and {right} are different titles"


def _compare_sounds(left: str, right: str) -> tuple[str, str]:
    subtitles = title(left).subtitle and title(right).subtitle
    if _sound_alike(left, right) or (subtitles and _mains_alike(left, right)):
        return "titles sound alike", f"{left} sounds like {right}"
    if say_the_same(left, right):
        return "titles say the same", f"{left} is {right} word for word"
    return "titles share no letters", f"{left} and {right} have no letters in common"


def _mains_alike(left: str, right: str) -> bool:
    """Whether what stands before the subtitles sounds alike."""
    a, b = (_SUBTITLE.split(_FOR_CINEMAS.sub("", _MARKS.sub("", name)))[0] for name in (left, right))
    return _sound_alike(a, b)


def _sound_alike(left: str, right: str) -> bool:
    """Whether one title spells the other in another script; what is written in kanji is translated, not spelled."""
    if KANJI in scripts(left) | scripts(right):
        return False
    one, other = _without_article(left), _without_article(right)
    # Letters tell little of short vowels ("Bebop", ビバップ): names that share all their consonants are compared, too.
    near = worth_comparing(one, other, _QUICK) or not _whole_keys(one).isdisjoint(_whole_keys(other))
    return near and likeness(one, other).odds > 1


def _without_article(name: str) -> str:
    return _SPELLED_ARTICLE.sub("", name) or name


@lru_cache(maxsize=1 << 16)
def _whole_keys(name: str) -> frozenset[str]:
    return frozenset(key for key in keys(name) if key.isupper() and len(key) >= _ENOUGH)


def _near(one: str, other: str) -> bool:
    """Whether two long titles are equal but for one letter: a misprint, or an s. Years are told apart by one figure."""
    if one == other:
        return True
    found = scripts(one)
    least = _LONG if found == {LATIN} else _LONG_ELSEWHERE
    return bool(found) and min(len(one), len(other)) >= least and OSA.distance(one, other, score_cutoff=1) <= 1
