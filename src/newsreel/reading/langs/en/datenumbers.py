"""Numbers in words as English dates hold them: twenty-first, nineteen seventy eight, two thousand and eighteen."""

from __future__ import annotations

import datetime as dt

from newsreel.reading.dates import Values, rule

# "nineteen seventy eight", "twenty twenty-five": the hundreds that years are said with.
_HUNDREDS = range(15, 22)


def _sum(_today: dt.date, v: Values) -> int:
    """Twenty-one, twenty-first."""
    return int(v["v"]) + int(v["j"])


def _by_hundreds(_today: dt.date, v: Values) -> int | None:
    """Nineteen seventy eight, twenty fifteen, nineteen zero one, eighteen hundred (and five)."""
    if v["a"] not in _HUNDREDS:
        return None
    return int(v["a"]) * 100 + int(v.get("v", 0)) + int(v.get("j", 0)) + int(v.get("k", 0))


def _by_thousands(_today: dt.date, v: Values) -> int | None:
    """Two thousand and eighteen, one thousand seven hundred and eighty nine."""
    if v["a"] not in {1, 2}:
        return None
    return int(v["a"]) * 1000 + int(v.get("h", 0)) * 100 + sum(int(v.get(name, 0)) for name in "vjk")


def _tens(_today: dt.date, v: Values) -> int:
    """The two thousand and tens, the nineteen eighties, the two thousands."""
    return int(v["a"]) * (1000 if v["a"] < 10 else 100) + int(v["d"])  # noqa: PLR2004 - thousands, or hundreds


NUMBER_RULES = (
    rule("a:j K &? d:V", "C", _tens),
    rule("a:j d:L", "C", _tens),
    rule("a:kv d:V", "C", _tens),
    rule("a:j K (?:&? h:j U &?)? v:v (?:-? j:j)?", "Y", _by_thousands),
    rule("a:j K (?:&? h:j U &?)? &? k:k", "Y", _by_thousands),
    rule("a:j K &? v:v (?:-? j:j)?", "Y", _by_thousands),
    rule("a:j K (?:&? h:j U)? & j:j", "Y", _by_thousands),
    rule("a:j K (?:h:j U)? (?!&?[jkv])", "Y", _by_thousands),
    rule("a:kv U? &? v:v (?:-? j:j)?", "Y", _by_hundreds),
    rule("a:kv U? &? k:k", "Y", _by_hundreds),
    rule("a:kv (?:0|U &?) j:j", "Y", _by_hundreds),
    rule("a:kv U", "Y", _by_hundreds),
    rule("v:v -? j:j", "w", _sum),
    rule("v:v -? j:J", "o", _sum),
)
