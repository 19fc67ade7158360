"""Names known by their place in a row of names, beside a title or behind a part, where the analyser cuts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.lexicon import lexicon
from newsreel.reading.langs.ja.tokens import Token

if TYPE_CHECKING:
    from newsreel.reading.langs.ja.around import Name

# Kanji with kana behind (片桐はいり), kanji alone (白山乃愛), katakana (バカリズム), capitals (DAIGO).
_SHAPE = r"(?:[一-龥々]{1,4}[ぁ-ん]{2,5}|[一-龥々]{3,5}|[一-龥々]{1,3}[ァ-ヴー]{2,5}|[ァ-ヴー]{4,12}|[A-Z]{3,10})"
_BEHIND = (
    r"(?=(?:さん|氏)?(?:、|。|・|／|ら(?:が|の|も|、|出|豪|を)|ほか|[（(]|$)|さん(?:が|も|と|や|は)"
    r"|(?:が|も|と|や)(?![ぁ-ん]))"
)
_ITEM = re.compile(rf"(?<=[、・／と])(?P<name>{_SHAPE}){_BEHIND}")
_SINGLE = re.compile(r"(?<=、)(?P<name>[一-龥]{1,2})(?=、|ら(?:が|の|も))")
_FIRST = re.compile(
    rf"(?:(?:主演|共演|出演|キャスト|声優|俳優|女優)(?:の|は|に(?:は)?|として|、)|[」』]に(?:は)?、?)(?P<name>{_SHAPE}){_BEHIND}"
)
_OF_TITLE = re.compile(
    rf"[」』]に(?:は)?、?(?P<a>{_SHAPE})(?=(?:さん)?(?:が|も)[^。「」]{{0,12}}(?:出演|主演|参加|登場))|"
    rf"(?:主演は|主演の)、?(?P<b>{_SHAPE})(?=。|さん|が務|だ。|で、|に決)|^(?P<c>{_SHAPE})(?=主演(?:の|で|映画|ドラマ|『|「))|"
    rf"(?:・|の)[一-龥々ァ-ヴー]{{2,6}}[（(](?P<d>(?=[一-龥]){_SHAPE})(?=[）)])"
)
_KANJI = re.compile(r"[一-龥々]+")
_NEXT = re.compile(r"(?:さん|氏)?(?:[（(][^（）()]{1,12}[）)])?[、・／と]")


def listed(text: str, tokens: list[Token], names: list[Name]) -> Iterator[tuple[int, int]]:
    """Spans of names that stand in a row with one of `names`, or where a title or a part wants a name."""
    if not tokens:
        return
    low, high = tokens[0].start, tokens[-1].end
    ends = {n.core[1] for n in names if n.full}
    starts = {n.core[0] for n in names if n.full}
    for pattern in (_ITEM, _FIRST):
        for match in pattern.finditer(text, low, high):
            a, b = match.span("name")
            beside = (pattern is _ITEM and _ends_at(text, a - 1, ends)) or _goes_on(text, b, high, starts)
            known = any(n.full and n.core[0] == a and n.core[1] < b for n in names)  # 役所広司ほか
            if beside and not known and _fits(text[a:b], tokens, a, b):
                yield a, b
    for match in _SINGLE.finditer(text, low, high):
        a, b = match.span("name")
        both = _ends_at(text, a - 1, ends) and (text[b] != "、" or b + 1 in starts)
        if both and text[a:b] not in lexicon().roles and not any(t.cls == "v" for t in tokens if t.start == a):
            yield a, b
    for match in _OF_TITLE.finditer(text, low, high):
        a, b = match.span(match.lastgroup or 0)
        if _fits(text[a:b], tokens, a, b) and (match.lastgroup != "d" or _person_like(tokens, a, b)):
            yield a, b


def _ends_at(text: str, at: int, ends: set[int]) -> bool:
    """Whether a name ends before the mark at a place, its honorific between or not."""
    return at in ends or (text.startswith("さん", at - 2) and at - 2 in ends)


def _goes_on(text: str, end: int, high: int, starts: set[int]) -> bool:
    match = _NEXT.match(text, end, high)
    return match is not None and match.end() in starts


def _fits(name: str, tokens: list[Token], a: int, b: int) -> bool:
    """Whether the words may be a name: no role, trade or label, and no row of common nouns (人間関係)."""
    words = lexicon()
    if name in words.roles or name in words.occupations or name in words.types or name in words.labels:
        return False
    inside = [t for t in tokens if a <= t.start < b]
    if not inside or inside[0].start != a or name.endswith(words.endings) or _NO_NAME.search(name):
        return False
    if all(t.known and t.cls in "NZJFUChat" and len(t.text) > 1 for t in inside):
        return False
    if _KANJI.fullmatch(name):
        return _person_like(tokens, a, b) and inside[-1].end == b
    return not any(t.cls in "Rx" for t in inside) and (inside[0].cls in "SMBLNOtC" or not inside[0].known)


_NO_NAME = re.compile(
    r"(?:監督|役|主演|出演|共演|作品|映画|ドラマ|番組|会社|部門|組|さん|たち|など|だけ|まで|から)$|"
    r"さん|ほか|をはじめ|として|によ|といった|では|には|とは"
)


def _person_like(tokens: list[Token], a: int, b: int) -> bool:
    """Whether one of the words is of a name, a place, or unknown."""
    return any(t.cls in "SMBL" or not t.known for t in tokens if a <= t.start < b)
