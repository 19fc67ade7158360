"""Keys and pieces of names, for finding an entity by what somebody types.

Pieces are two characters of Chinese, Japanese and Korean and three of other scripts: a word of two characters (개봉,
公開) has no piece of three, and would never be found in an index of those.
"""

from __future__ import annotations

import re
import unicodedata

_WIDE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_WIDE_PIECE, _NARROW_PIECE = 2, 3


def key(name: str) -> str:
    """A name without case, accents, spaces and marks: what is typed carelessly still has the same key."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in plain if not unicodedata.combining(c) or c in "\u3099\u309a")
    return "".join(c for c in unicodedata.normalize("NFC", kept) if c.isalnum() or c == "ー")


def pieces(key_: str) -> list[str]:
    """The pieces of a key, each once, sorted; a key shorter than a piece is its own piece."""
    size = _WIDE_PIECE if _WIDE.search(key_) else _NARROW_PIECE
    if len(key_) <= size:
        return [key_] if key_ else []
    return sorted({key_[i : i + size] for i in range(len(key_) - size + 1)})
