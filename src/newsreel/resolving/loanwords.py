"""Whether Hangul and kana spell one foreign word: 브로커, ブローカー; 킹덤, キングダム.

Both scripts write its consonants one by one, each with vowels of its own between those that stand together: the
consonants must agree in order, the vowels more or less.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreel.resolving.korean_kana import kana_classes
from newsreel.resolving.letters import plain
from newsreel.resolving.sounds import is_syllable, jamo

_ONSETS = {
    "ㄱ": "Q?k", "ㄲ": "Q?k", "ㅋ": "Q?k", "ㄴ": "N?n", "ㄷ": "Q?[tc][yw]?", "ㄸ": "Q?t", "ㅌ": "Q?[tc][yw]?",
    "ㄹ": "r", "ㅁ": "N?m", "ㅂ": "Q?pw?", "ㅃ": "Q?p", "ㅍ": "Q?[ph]w?", "ㅅ": "Q?[sc]y?", "ㅆ": "Q?[sc]y?",
    "ㅇ": "", "ㅈ": "Q?[cs]y?", "ㅉ": "Q?c", "ㅊ": "Q?c", "ㅎ": "[hk]?w?",
}  # fmt: skip
_VOWELS = {
    "ㅏ": "[ao]", "ㅐ": "y?[ae]i?", "ㅑ": "i?y?a", "ㅒ": "y?e", "ㅓ": "[aoe]", "ㅔ": "[ei]i?", "ㅕ": "i?y?[eoa]",
    "ㅖ": "i?y?e", "ㅗ": "ou?", "ㅘ": "u?w?a", "ㅙ": "u?w?e", "ㅚ": "u?w?[oe]", "ㅛ": "i?y?o", "ㅜ": "u",
    "ㅝ": "u?w?[oa]", "ㅞ": "u?w?e", "ㅟ": "u?w?i", "ㅠ": "i?y?u", "ㅡ": "[uoi]?", "ㅢ": "u?i", "ㅣ": "y?[ie]i?",
}  # fmt: skip
_CODAS = {
    "": "", "ㄱ": "Q?ku", "ㅋ": "Q?ku", "ㄴ": "N", "ㅇ": "N(?:k[u]?)?", "ㄹ": "ru?", "ㅁ": "(?:mu|N)", "ㅂ": "Q?pu",
    "ㅍ": "Q?pu", "ㅅ": "Q?(?:to|su|cu)", "ㄷ": "Q?to", "ㅌ": "Q?to",
}  # fmt: skip
_LEAST = 3
"""Consonants that a word must have for its agreement to tell anything."""


@lru_cache(maxsize=1 << 16)
def spells_loan(hangul: str, kana: str) -> int:
    """How many consonants the two agree in, all of either in order; 0 where they do not, or are too few."""
    letters = [c for c in plain(hangul) if c != " "]
    if not letters or not all(map(is_syllable, letters)):
        return 0
    pattern, consonants = _pattern("".join(letters))
    if consonants < _LEAST or pattern.fullmatch(kana_classes(kana)) is None:
        return 0
    return consonants


@lru_cache(maxsize=1 << 14)
def _pattern(hangul: str) -> tuple[re.Pattern[str], int]:
    found: list[str] = []
    consonants, before = 0, ""
    for onset, vowel, coda in map(jamo, hangul):
        # What is one sound in Hangul may end a syllable and begin the next in kana: 달라, ダラ.
        head = "r?" if onset == "ㄹ" and before == "ㄹ" else _ONSETS[onset]
        spoken = _VOWELS[vowel]
        if onset == "ㅇ" and vowel == "ㅣ" and found and not before:  # 데이: デー
            spoken = f"(?:{spoken})?"
        found.append(head + spoken + _CODAS.get(coda, "Q?(?:to|su)"))
        consonants += (onset not in "ㅇㅎ") + bool(coda)
        before = coda
    return re.compile("".join(found)), consonants
