"""The language of a text, from its script and its commonest words.

Hangul and kana settle Korean and Japanese; a Japanese page without kana does not occur in prose. Among Latin scripts
English is told by its commonest function words, which must outnumber those of its neighbours (common_words.yml);
anything else is "und" (ISO 639-2: undetermined).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

UNDETERMINED = "und"
LANGUAGES = ("en", "ko", "ja")
_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[ぁ-んァ-ヶ]")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_LATIN_LETTER = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")
_MIN_ENGLISH_SHARE = 0.06
_WEIGHT = 3
_FEW_WORDS = 12
_SAMPLE = 20_000


def language_of(text: str) -> str:
    """The language of a text as ISO 639-1: "en", "ko" or "ja"; "und" for any other or too little to tell."""
    sample = text[:_SAMPLE]
    hangul, kana = len(_HANGUL.findall(sample)), len(_KANA.findall(sample))
    japanese = kana + len(_IDEOGRAPH.findall(sample)) if kana else 0
    latin = len(_LATIN_LETTER.findall(sample))
    # One such character carries about as much as three Latin letters; an English text may cite a title.
    if _WEIGHT * max(hangul, japanese) > latin:
        return "ko" if hangul >= kana else "ja"
    return "en" if _is_english(sample) else UNDETERMINED


def _is_english(sample: str) -> bool:
    words = [word.casefold() for word in _LATIN_WORD.findall(sample)]
    common = _common_words()
    english = sum(word in common["english"] for word in words)
    foreign = sum(word in common["neighbours"] for word in words)
    # A headline may have no function word at all; then it is English if nothing speaks for another language.
    if 0 < len(words) < _FEW_WORDS and sample.isascii():
        return english >= foreign
    return english > foreign and english >= _MIN_ENGLISH_SHARE * len(words)


@cache
def _common_words() -> dict[str, frozenset[str]]:
    text = resources.files(__package__ or "").joinpath("common_words.yml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in yaml.safe_load(text).items()}
