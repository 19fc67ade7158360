"""How likely two written names are one name, whatever scripts they are in, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newsreel.resolving.alignment import likeliest, table
from newsreel.resolving.kanji import modern, readings
from newsreel.resolving.korean import MOST_WORDS, korean_odds, orders
from newsreel.resolving.korean_kana import spells, spells_latin, spells_otherwise
from newsreel.resolving.latin import latin_likeness
from newsreel.resolving.letters import HANGUL, KANA, KANJI, LATIN, latin_words, plain, scripts
from newsreel.resolving.loanwords import spells_loan
from newsreel.resolving.sounds import hangul_sounds, katakana
from newsreel.resolving.spelling import gain_of, hangul_gain, kana_gain, spelled, words_of

EQUAL = 8.0
"""The log odds of two names that are the same letters."""
NEVER = -8.0
# The gain (natural log) at which a spelling is as likely as not, and how fast it grows surer: for a single word, and
# for names of several words, whose near misses share a word. Set where precision and recall met on name pairs that no
# table was learned from (docs/resolving.md).
_ONE_WORD, _MORE_WORDS, _SLOPE = 1.2, 5.0, 0.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """Log odds (natural) that two names are one, of even chances, and the reason in words."""

    odds: float
    because: str


@lru_cache(maxsize=1 << 17)
def likeness(left: str, right: str) -> Likeness:
    """How likely the two are one person's (place's, company's) name. Symmetric."""
    if left > right:
        left, right = right, left
    a, b = _script(left), _script(right)
    if _key(left) == _key(right):
        return Likeness(EQUAL, f"{left} and {right} are the same letters" if left != right else f"both are {left}")
    if a == b:
        return _same_script(left, right, a)
    pair = {a: left, b: right}
    odds = _across(pair)
    return Likeness(odds, f"{left} {_HOW[odds > 0]} {right}")


_HOW = {True: "sounds like", False: "does not sound like"}


def _key(name: str) -> str:
    return " ".join(sorted(modern(plain(katakana(name))).replace("・", " ").split()))


def _script(name: str) -> str:
    """The script that decides how a name is compared: kanji before kana, Hangul before Latin."""
    found = scripts(name)
    for script in (KANJI, HANGUL, KANA, LATIN):
        if script in found:
            return script
    return ""


def _same_script(left: str, right: str, script: str) -> Likeness:
    if script == LATIN:
        odds, because = latin_likeness(left, right)
        return Likeness(odds, because)
    one, other = (_sounds_key(name, script) for name in (left, right))
    if one == other:
        return Likeness(EQUAL - 1, f"{left} and {right} differ in spacing or marks only")
    if script != KANJI and len(one) >= _LONG and _one_apart(one, other):
        return Likeness(1.0, f"{left} and {right} differ in one sound")
    return Likeness(NEVER, f"{left} and {right} are written differently")


_LONG = 6


def _sounds_key(name: str, script: str) -> tuple[str, ...]:
    bare = "".join(words_of(name))
    if script == HANGUL:
        return hangul_sounds(bare)
    if script == KANA:
        return tuple(_old_v(katakana(bare)).replace("ー", "").replace("ッ", ""))
    return tuple(modern(bare))


def _one_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) == 1


def _across(pair: dict[str, str]) -> float:
    """The log odds of names in two scripts."""
    if "" in pair:
        return NEVER
    if KANJI in pair:
        return _from_kanji(pair)
    if HANGUL in pair and LATIN in pair:
        return _from_hangul(pair[HANGUL], pair[LATIN])
    if KANA in pair and LATIN in pair:
        return _from_kana(pair[KANA], pair[LATIN])
    if HANGUL in pair and KANA in pair:
        return _korean_in_kana(pair[HANGUL], pair[KANA])
    return NEVER


def _sure(gain: float, name: str) -> float:
    centre = _ONE_WORD if len(words_of(name)) == 1 else _MORE_WORDS
    return max(NEVER, min(EQUAL - 1, _SLOPE * (gain - centre)))


def _from_hangul(hangul: str, latin: str) -> float:
    words = words_of(hangul)
    foreign = _sure(spelled(hangul, latin, hangul_gain), hangul)
    if len(words) > 1 or len(hangul) > MOST_WORDS:
        return foreign
    native = korean_odds(words[0], latin) - _KOREAN_MARGIN if words else NEVER
    return max(NEVER, min(EQUAL - 1, native))


_KOREAN_MARGIN = 0.5
"""What a Korean name must have above even odds: a wrong identity costs more than an open question."""


def _from_kanji(pair: dict[str, str]) -> float:
    """Japanese names by their readings, Chinese and Korean ones by what their characters are written as."""
    kanji = pair[KANJI]
    if LATIN in pair:
        words = latin_words(pair[LATIN])[:MOST_WORDS]
        whole = {"".join(order) for order, left_out in orders(words) if not left_out}
        gain = max((gain_of(table("kanji"), tuple(modern(kanji)), order) for order in sorted(whole)), default=0.0)
        spoken = {reading.replace(" ", "") for reading in readings(kanji)[:_READINGS]}
        read = max((kana_gain(reading, order) for reading in sorted(spoken) for order in sorted(whole)), default=0.0)
        return max(NEVER, min(EQUAL - 2, _SLOPE * (max(gain, read) - _MORE_WORDS)))
    if KANA in pair:
        wanted = _sounds_key(pair[KANA], KANA)
        return 6.0 if any(_sounds_key(reading, KANA) == wanted for reading in readings(kanji)) else -2.0
    latin = "".join(likeliest("hangul", sound) for word in words_of(pair[HANGUL]) for sound in hangul_sounds(word))
    by_letter = _SLOPE * (gain_of(table("kanji"), tuple(modern(kanji)), latin) - _MORE_WORDS)
    by_reading = max((_hangul_kana(pair[HANGUL], reading) for reading in readings(kanji)[:_READINGS]), default=NEVER)
    return max(NEVER, min(EQUAL - 2, max(by_letter, by_reading) - 0.5))


_READINGS = 6
"""Readings of a name that are compared."""


def _from_kana(kana: str, latin: str) -> float:
    odds = _sure(spelled(kana, latin, kana_gain), kana)
    if spells_latin(latin, kana):
        return max(odds, _SPELLED if len(kana) > _SHORT_KANA else _SPELLED_SHORT)
    return max(NEVER, odds - _OTHERWISE) if spells_otherwise(latin, kana) else odds


def _korean_in_kana(hangul: str, kana: str) -> float:
    """By syllables where a Korean name is spelled so; a surname with another given name behind it is another's."""
    odds = _hangul_kana(hangul, kana)
    if spells(hangul, kana):
        return max(odds, _SPELLED if len(hangul) >= _WHOLE_NAME else _SPELLED_SHORT)
    if spells_otherwise(hangul, kana):
        return max(NEVER, odds - _OTHERWISE)
    consonants = spells_loan(hangul, kana)
    return max(odds, _LOAN if consonants >= _MANY else _LOAN_SHORT) if consonants else odds


_LOAN, _LOAN_SHORT, _MANY = 2.5, 1.5, 4
"""Log odds of foreign words that agree in four consonants, and in three."""
_SPELLED, _SPELLED_SHORT, _WHOLE_NAME, _SHORT_KANA = 3.5, 1.5, 3, 4
"""Log odds of Korean names of three syllables, and of shorter ones, that kana spell to the letter."""
_OTHERWISE = 4.0
"""What is taken off where kana spell the surname and something else behind it."""


def _hangul_kana(hangul: str, kana: str) -> float:
    """Through the table of Hangul sounds in kana, with the words joined in every order."""
    joined = "".join(words_of(hangul))
    found = max(
        gain_of(table("hangul_kana"), hangul_sounds(joined), katakana("".join(order))) - 4.0 * left_out
        for order, left_out in orders(words_of(kana)[:MOST_WORDS])
    )
    return max(NEVER, min(EQUAL - 2, _SLOPE * (found - _MORE_WORDS)))


_V = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴ": "ブ"}


def _old_v(kana: str) -> str:
    """ヴィ and ビ are two ways to write one sound."""
    for new, old in _V.items():
        kana = kana.replace(new, old)
    return kana
