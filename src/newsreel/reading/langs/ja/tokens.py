"""Words of a sentence as SudachiPy has them, each with one letter for its class; the analyser loads with the first."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer

_local = threading.local()
_classes: dict[int, str] = {}
# Sudachi takes 49,149 bytes at a time; no sentence of prose comes near that.
_LONGEST = 12_000
# Forms of characters that names are written in and the dictionary has in the common form; place for place.
_COMMON_FORMS = str.maketrans("髙﨑𠮷濵嵜邉邊德瀨槗", "高崎吉浜崎辺辺徳瀬橋")


class Token(NamedTuple):
    """A word: code points of the stored text, and its class.

    Classes: S surname, M given name, B name of a person, L place, O other proper noun, N noun, Z verbal noun,
    F adverbial noun, J adjectival noun, R pronoun, U number, C counter, p particle, v verb, a adjective, x auxiliary,
    h prefix, t suffix, s mark, w blank, e other. `known` is False for nouns that the dictionary does not have.
    """

    start: int
    end: int
    text: str
    cls: str
    known: bool = True


def prepare() -> Tokenizer:
    """This thread's analyser, loaded when first asked for (0.2 s)."""
    tokenizer: Tokenizer | None = getattr(_local, "tokenizer", None)
    if tokenizer is None:
        from sudachipy import Dictionary, SplitMode

        tokenizer = Dictionary().tokenizer(mode=SplitMode.C)
        _local.tokenizer = tokenizer
    return tokenizer


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words between two code points of a text."""
    tokenizer = prepare()
    found = []
    for at in range(start, end, _LONGEST):
        for word in tokenizer.tokenize(text[at : min(end, at + _LONGEST)].translate(_COMMON_FORMS)):
            number = word.part_of_speech_id()
            cls = _classes.get(number)
            if cls is None:
                cls = _classes[number] = _class(word)
            a, b = at + word.begin(), at + word.end()
            # Asked of the classes alone where it is looked at: the question costs as much as a place.
            found.append(Token(a, b, text[a:b], cls, cls not in "NZFJOLSMBUC" or not word.is_oov()))
    return found


def _class(word: Morpheme) -> str:  # noqa: PLR0911 - one table of shapes, read from the top
    main, second, third, fourth = word.part_of_speech()[:4]
    if main == "名詞":
        if second == "固有名詞":
            if third == "人名":
                return {"姓": "S", "名": "M"}.get(fourth, "B")
            return "L" if third == "地名" else "O"
        if second == "数詞":
            return "U"
        return {"サ変可能": "Z", "副詞可能": "F", "助数詞可能": "C", "形状詞可能": "J"}.get(third, "N")
    table = {"助詞": "p", "動詞": "v", "形容詞": "a", "助動詞": "x", "接頭辞": "h", "接尾辞": "t", "空白": "w"}
    if main in table:
        return table[main]
    if main == "補助記号":
        return "s"
    return {"代名詞": "R", "形状詞": "J", "記号": "s"}.get(main, "e")
