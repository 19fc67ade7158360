"""Numbers as Japanese dates hold them: 二十九, 二〇一六, 平成22."""

from __future__ import annotations

NUMERAL = "[〇零一二三四五六七八九十廿卅百千]"
# The year before the first of an era.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCORES = {"廿": 20, "卅": 30}


def numeral(word: str) -> int:
    """A number in figures or in kanji, by place (二〇一六) or by value (二千十六, 廿九)."""
    if word.isdigit() and word.isascii():
        return int(word)
    if not any(c in _TENS or c in _SCORES for c in word):
        return int("".join(str(_DIGITS[c]) for c in word))
    total = digit = 0
    for c in word:
        if c in _TENS:
            total, digit = total + max(digit, 1) * _TENS[c], 0
        elif c in _SCORES:
            total += _SCORES[c]
        else:
            digit = _DIGITS[c]
    return total + digit


def era_year(words: str) -> int:
    """The year of an era: 平成22 is 2010, 令和元 2019."""
    count = words[2:].strip()
    return ERAS[words[:2]] + (1 if count == "元" else numeral(count))
