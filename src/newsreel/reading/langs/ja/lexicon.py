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
# 日本アカデミー賞: the country is part of a prize's name.
OF_A_PRIZE = re.compile(r"アカデミー賞|映画(?:批評家|プロフェッショナル|テレビ)[^、。]{0,10}賞|レコード大賞")
_COUNTRY_AFTER = re.compile(
    r"(?:の|で|版|発|映画|ドラマ|公開|から|、|と|人気|国内|制作|製作|リメイク|オリジナル|アニメ|合作|・|俳優|女優|出身|では|に|人|メディア|紙|『|「|[ァ-ヴA-Z]|$)"
)
# 観察映画, 近代映画: a word for a type that ends a longer word is none, save behind words that say which of the type.
_QUALIFIES = re.compile(
    r"(?:人気|最新|新作|同名|主演|原作|話題|大作|長編|短編|実写|名作|傑作|代表|ヒット|公開|今年|今回|次回|初|本格|国|韓国|日本|米国|中国|台湾|香港|英国|仏|米|英|伊|系|組|新|発|演|版|年|的|同題|続編|前作|単独|"
    r"経済|警察|青春|恋愛|時代|歴史|推理|冒険|怪奇|幻想|連載|学園|料理|医療|企業|伝奇|犯罪|社会派|法廷|家族|児童|少年|少女|戦争|実録|怪獣|音楽|任侠|娯楽|特撮|伝記|災害|独立|時代劇)$"
)
_STATION_TAIL = re.compile(r"系(?:列|全国ネット|で|の)?(?=[列で、。，,（(）)「『・の／/ 　\d]|$)")
# ウォルト・ディズニー・カンパニー: the name goes on.
_COMPANY_TAIL = re.compile(
    r"・(?:カンパニー(?:・?ジャパン)?|ジャパン|エンターテイメント|エンタテインメント|スタジオ)(?![ァ-ヴー])"
)
_NAME_OF_COMPANY = re.compile(
    r"(?:株式会社|有限会社)([^\s、。（(）)「」『』は]{2,16})|([^\s、。（(）)「」『』はがの]{2,16})(?:株式会社)"
)


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
    canon: dict[str, str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    heroes: frozenset[str]
    labels: frozenset[str]
    outside: frozenset[str]
    occupations: dict[str, str]
    stage_names: tuple[str, ...]
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
        canon={plain(form): word.name for form, word in rows.items() if word.kind == "O"},
        roles=frozenset(data["roles"]),
        role_endings=tuple(data["role_endings"]),
        heroes=frozenset(data["hero"]),
        labels=frozenset(label for forms in load_data("ja", "credits").values() for label in forms),
        outside=frozenset(data["outside"]),
        occupations={form: value for value, forms in data["occupations"].items() for form in forms},
        stage_names=tuple(map(str, data["stage_names"])),
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
        if word.kind == "A" and OF_A_PRIZE.match(text, end):
            continue
        if word.kind == "A" and not (_SHORT_AFTER if form in words.short else _COUNTRY_AFTER).match(text, end):
            continue
        if word.kind == "T" and not _type_stands(text, start, end, form):
            continue
        tail = _STATION_TAIL.match(text, end) if word.kind == "O" else None
        stop = end + 1 if tail else end
        if word.kind == "O" and (whole := _COMPANY_TAIL.match(text, end)):
            stop, form = whole.end(), text[start : whole.end()]
        found.append(Mention(start, stop, word.kind, form, value=word.value, reasons=("lexicon",)))
    found += [
        Mention(match.start(), match.end(), "O", match[0], value="", reasons=("company form",))
        for match in _NAME_OF_COMPANY.finditer(text, document.report.body)
    ]
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


def _type_stands(text: str, start: int, end: int, form: str) -> bool:
    if form == "シリーズ":
        return text[end : end + 1] in ("「", "『")
    if form == "舞台":
        return (text[end : end + 1] in ("「", "『", "版") and text[start - 1 : start] not in ("の", "が")) or text[
            max(0, start - 2) : start
        ] in ("主演", "出演")
    if form in ("映画", "小説", "漫画", "劇画") and start and _KANJI.match(text[start - 1]):
        return _QUALIFIES.search(text[max(0, start - 4) : start]) is not None
    return True


def plain(text: str) -> str:
    """Text in compatibility form: full-width letters and digits as plain ones."""
    return unicodedata.normalize("NFKC", text)
