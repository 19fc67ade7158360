"""Words that stand for words of the vocabulary: types, genres, countries and organisations, found in one pass."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import ahocorasick_rs

from newsreel.reading.document import Mention
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_KATAKANA = re.compile(r"[ァ-ヴー]")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ0-9]")
_KANJI = re.compile(r"[一-龥々]")
# What may follow a country's short form: 米メディア, 仏女優, 米公開. A name of a person or company may as well.
_SHORT_AFTER = re.compile(
    r"(?:メディア|紙|誌|国|映画|女優|俳優|歌手|ドラマ|版|人気|放送|配信|公開|合作|での|では|で|[ァ-ヴＡ-ＺA-Z])"
)
_STATION_TAIL = re.compile(r"系(?:列|全国ネット|で|の)?(?=[列で、。，,（(）)「『・の／/ 　\d]|$)")
_NAME_OF_COMPANY = re.compile(r"(?:株式会社|有限会社)([^\s、。（(）)「」『』は]{2,16})|([^\s、。（(）)「」『』はがの]{2,16})(?:株式会社)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the lexicon: the kind of mention that it makes, what it means, and its canonical form."""

    kind: str
    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of words.yml and organizations.yml as they are looked for."""

    finder: Any
    words: tuple[Word, ...]
    patterns: tuple[str, ...]
    types: dict[str, str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    heroes: frozenset[str]
    occupations: dict[str, str]
    honorifics: tuple[str, ...]
    real: frozenset[str]
    endings: tuple[str, ...]
    blocked_after: re.Pattern[str]
    short: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, loaded once."""
    data: dict[str, Any] = load_data("ja", "words")
    orgs: dict[str, list[list[str]]] = load_data("ja", "organizations")
    rows: dict[str, Word] = {}
    for kind, letter in (("types", "T"), ("genres", "G"), ("countries", "A")):
        for value, forms in data[kind].items():
            for form in forms:
                rows.setdefault(form, Word(letter, value, form))
    for kind, groups in orgs.items():
        if kind == "endings":
            continue
        for forms in groups:
            for form in forms:
                rows[form] = Word("O", "" if kind == "studio" else kind, forms[0])
    patterns = tuple(rows)
    finder = ahocorasick_rs.AhoCorasick(list(patterns), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return Lexicon(
        finder=finder,
        words=tuple(rows.values()),
        patterns=patterns,
        types={form: word.value for form, word in rows.items() if word.kind == "T"},
        roles=frozenset(data["roles"]),
        role_endings=tuple(data["role_endings"]),
        heroes=frozenset(data["hero"]),
        occupations={form: value for value, forms in data["occupations"].items() for form in forms},
        honorifics=tuple(data["honorifics"]),
        real=frozenset(data["honorifics_real"]),
        endings=tuple(map(str, orgs["endings"])),
        blocked_after=re.compile("|".join(sorted(data["type_blocked_after"], key=len, reverse=True))),
        short=frozenset(data["country_short"]),
    )


def words_in(document: Document) -> list[Mention]:
    """Every type, genre, country and organisation that the lexicon knows, with its span; organisations unlinked."""
    text, words = document.text, lexicon()
    found: list[Mention] = []
    for number, start, end in words.finder.find_matches_as_indexes(text):
        word, form = words.words[number], words.patterns[number]
        if not _stands_alone(text, start, end, form):
            continue
        if word.kind in "TG" and words.blocked_after.match(text, end):
            continue
        if word.kind == "A" and form in words.short and not _SHORT_AFTER.match(text, end):
            continue
        tail = _STATION_TAIL.match(text, end) if word.kind == "O" else None
        stop = end + 1 if tail else end
        found.append(Mention(start, stop, word.kind, form, value=word.value, reasons=("lexicon",)))
    for match in _NAME_OF_COMPANY.finditer(text, document.report.body):
        name = match[1] or match[2]
        found.append(Mention(match.start(), match.end(), "O", name, value="", reasons=("company form",)))
    return found


def _stands_alone(text: str, start: int, end: int, form: str) -> bool:
    """No word goes on across its ends: ABC in ABCD, コミック in コミックス, 大河 in 大河内."""
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    first, last = form[0], form[-1]
    for here, there in ((first, before), (last, after)):
        if not there:
            continue
        if _KATAKANA.match(here) and _KATAKANA.match(there):
            return False
        if _LATIN.match(here) and _LATIN.match(there):
            return False
    return not (form == "大河" and _KANJI.match(after) and after not in "主初出")


def plain(text: str) -> str:
    """Text in compatibility form: full-width letters and digits as plain ones."""
    return unicodedata.normalize("NFKC", text)
