"""The site's words in three languages, and dates, countries and values as each language writes them.

Words stand in words/XX.yml, one file a language with the same keys. Dates and country names are CLDR's, through Babel.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date, format_skeleton

from newsreel.model import Period

LANGUAGES = ("en", "ko", "ja")
_THIRDS = {
    "en": ("early {m}", "mid-{m}", "late {m}"),
    "ko": ("{m} 초", "{m} 중순", "{m} 말"),
    "ja": ("{m}上旬", "{m}中旬", "{m}下旬"),
}
_PARTS = {
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4",
           40: "first half of", 41: "second half of"},
    "ko": {21: "봄", 22: "여름", 23: "가을", 24: "겨울", 33: "1분기", 34: "2분기", 35: "3분기", 36: "4분기",
           40: "상반기", 41: "하반기"},
    "ja": {21: "春", 22: "夏", 23: "秋", 24: "冬", 33: "1～3月期", 34: "4～6月期", 35: "7～9月期", 36: "10～12月期",
           40: "上半期", 41: "下半期"},
}  # fmt: skip
_YEAR = {"en": "{part} {year}", "ko": "{year}년 {part}", "ja": "{year}年{part}"}
_MONTHS_PAST_CALENDAR = 12


class Words:
    """One language's words. `lang` is its tag; missing keys are a KeyError, since every file has the same."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._locale = Locale.parse(lang)
        self._words = _load(lang)

    def __call__(self, key: str, **fill: Any) -> str:
        """The words of a key ("dossier.first"), filled in."""
        text = self._words[key]
        return text.format(**fill) if fill else text

    def count(self, key: str, n: int) -> str:
        """The words for a number ("1 relay", "3 relays"): the key's own words for one where it has any."""
        one = self._words.get(f"{key}_one")
        return one if n == 1 and one else self(key, n=n)

    def word(self, value: object) -> str:
        """A word of the vocabulary in this language; any other value as it is, underscores opened."""
        return self._words.get(f"values.{value}") or str(value).replace("_", " ")

    def country(self, code: str) -> str:
        """A country's name for its ISO code; the code itself where it is none."""
        return str(self._locale.territories.get(code, code))

    def day(self, iso: str) -> str:
        """A day: "13 March 2024", "2024년 3월 13일", "2024年3月13日"."""
        return _day(self.lang, iso)

    def date(self, edtf: str) -> str:
        """An EDTF date in words; the string itself when it is none that newsreel writes."""
        return _date(self.lang, edtf)


@cache
def words(lang: str) -> Words:
    """The words of a language, loaded once."""
    return Words(lang)


# A page has a date a line, and few days are told on many pages: CLDR's patterns are filled in once for each.


@lru_cache(maxsize=20_000)
def _day(lang: str, iso: str) -> str:
    day = dt.date.fromisoformat(iso)
    return f"{day.day} {format_date(day, 'MMMM y', 'en')}" if lang == "en" else format_date(day, "long", lang)


@lru_cache(maxsize=20_000)
def _date(lang: str, edtf: str) -> str:
    try:
        period = Period.parse(edtf)
    except ValueError:
        return edtf
    if "/" in edtf:
        return _range(lang, period, edtf)
    return _point(lang, edtf)


def _point(lang: str, edtf: str) -> str:
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 1:
        return _YEAR[lang].format(part="", year=parts[0]).strip()
    if len(parts) == 3:  # noqa: PLR2004 - year, month, day
        return _day(lang, edtf)
    year, part = parts
    if part > _MONTHS_PAST_CALENDAR:
        return _YEAR[lang].format(part=_PARTS[lang][part], year=year)
    return _month(lang, dt.date(year, part, 1))


def _month(lang: str, first: dt.date) -> str:
    return str(format_skeleton("yMMMM", first, locale=lang))


def _range(lang: str, period: Period, edtf: str) -> str:
    for third in range(3):
        if Period.third(period.start.year, period.start.month, third) == period:
            return _THIRDS[lang][third].format(m=_month(lang, period.start))
    first, last = edtf.split("/", 1)
    return f"{_point(lang, first)} – {_point(lang, last)}"


def choose(asked: str | None, kept: str | None, accepts: str) -> str:
    """The language to answer in: asked for in the address, kept in a cookie, by Accept-Language, else English."""
    for wanted in (asked, kept):
        if wanted in LANGUAGES:
            return str(wanted)
    weighed = []
    for place, item in enumerate(accepts.split(",")):
        tag, _, quality = item.strip().partition(";q=")
        try:
            weighed.append((-float(quality or 1), place, tag[:2].lower()))
        except ValueError:
            continue
    return next((tag for _, _, tag in sorted(weighed) if tag in LANGUAGES), "en")


@cache
def _load(lang: str) -> dict[str, str]:
    text = resources.files(__package__).joinpath("words", f"{lang}.yml").read_text(encoding="utf-8")
    return dict(_flat(yaml.safe_load(text), ""))


def _flat(tree: dict[Any, Any], above: str) -> list[tuple[str, str]]:
    rows = []
    for key, value in tree.items():
        path = f"{above}{key}"
        rows += _flat(value, f"{path}.") if isinstance(value, dict) else [(path, str(value))]
    return rows
