"""Japanese text as date words: the class of each, and what looks like a date and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsreel.reading import dating
from newsreel.reading.dates import Item
from newsreel.reading.datewords import date_words, item_pattern, scan, word_pattern
from newsreel.reading.langs.ja.datenumbers import ERAS, NUMERAL, era_year, numeral

# What holds digits or date words and is no date: 後9・00, 第31回, 20・8%, 5年ぶり, 3日連続, 毎週金曜, 月曜劇場.
_SKIP = r"""
    [前後時]\s?\d{1,2}[・:.]\d\d | \d{1,2}:\d\d | \d{1,3}(?:,\d{3})+
    | 第\d{1,4}\s?(?:ORDINALS) | \d[\d,.・]{0,12}\s?(?:COUNTERS|時(?!点)|本(?!日)|世(?!紀))
    | (?:\d{1,4}|[一二三四五六七八九十]+)\s?(?:年|日|週間?|[かカヶ]月)
      \s?(?:ぶり|連続|目|生(?!ま)|間隔|半(?!ば)|以上|近く|あまり|余り|越し|がかり|分|組)
    | 毎(?:週|月|年|日)(?:[月火水木金土日](?:曜日?|・|、)*)*
    | [月火水木金土日]曜(?:劇場|ドラマ|ロードショー|プレミアム|ロード|スペシャル|映画|洋画)
    | [月火水木金土日]曜日?\s?(?:[前後]\s?\d|午[前後]|深夜|夜|よる|朝)
    | (?:昭和|平成|大正|明治)\s?\d{1,4}\s?年代 | 三日月 | 一日(?=署長|警察|店長|館長|限り|中|一) | 百年 | 千年 | 十代
"""
_FIGURES = rf"""
    (?P<numeric>(?:\d{{4}}|\d\d)\s?(?P<mark>[-/.])\s?\d{{1,2}}\s?(?P=mark)\s?\d{{1,2}}(?!\d)
      | \d{{1,2}}(?P<mark2>[-/.])\d{{1,2}}(?P=mark2)(?:\d{{4}}|\d\d)(?!\d) | \d{{1,2}}/\d{{1,2}},\d{{4}}(?!\d))
  | (?P<yearmonth>(?:1[89]|20)\d\d\s?[-/.]\s?(?:1[0-2]|0?[1-9])(?![\d.]))
  | (?P<short>(?<![\d.,/・-])\d{{1,2}}/\d{{1,2}}(?![\d%/.・])
      | (?<![\d.,/・-])\d{{1,2}}[-.・]\d{{1,2}}(?=\s?(?:に|から|より|まで|公開|放送|配信|スタート|上映|発売|\()))
  | (?P<era>(?:{"|".join(ERAS)})\s?(?:元|\d{{1,2}}|{NUMERAL}+)(?=\s?年(?!代)))
  | (?P<decade>(?:\d{{2,4}}|{NUMERAL}+)\s?年代)
  | (?P<century>(?:\d{{1,2}}|{NUMERAL}+)\s?世紀)
  | (?P<term>(?:10|[147])\s?月期|(?:10|[147])\s?月クール)
  | (?P<weekday>\(\s?[月火水木金土日](?:曜日?)?(?:\s?[・/]\s?(?:祝|振休|休))?\s?\))
  | (?P<nth>第\s?(?:\d{{1,2}}|{NUMERAL}+)(?=\s?(?:の\s?)?(?:[月火水木金土日]曜|週|四半期|クォーター|クオーター)))
  | (?P<kanji>{NUMERAL}+(?=\s?(?:年|月|日|週|[かカヶヵ箇個ケ]月|営業日|世紀)))
  | (?P<number>\d{{1,4}}(?!\d|[.,:・]\d))
  | (?P<titled>(?<=[』」])\((?:19|20)?\d\d\)) | (?P<paren>[()])
"""
# A season stands behind a year, or before what is done in it.
_SEASON = r"""
    (?<=[年の])(?:初|早|晩|真|盛)?[春夏秋冬](?![\u4e00-\u9fff]|ちゃん|さん)
  | (?<=[年の])[春夏秋冬](?=公開|放送|配信|上映|開催|期|頃) | (?:初|早|晩)[春夏秋冬](?=[にの]|公開)
"""
# What the patterns above can begin with.
_FIRSTS = r"\d()第前後時毎月火水木金土日三一百千十令平昭大明初早晩真盛春夏秋冬〇零二四五六七八九廿卅"
_WEEKDAYS = "月火水木金土日"
_TERMS = {1: 33, 4: 34, 7: 35, 10: 36}
# A word of these is one only where what stands around it says so.
_GUARDED = {
    "年": r"(?<=[\d元〇一二三四五六七八九十百千]年)|(?<=[\d元〇一二三四五六七八九十] 年)",
    "月": r"(?<=[\d〇一二三四五六七八九十]月)(?!曜)|(?<=\d\s月)(?!曜)",
    "日": r"(?<=[\d〇一二三四五六七八九十廿卅数]日)(?!曜|本|劇|常|程)|(?<=\d\s日)(?!曜|本)",
    "の": r"",
    "と": r"(?=\s?[\d一二三四五六七八九十])",
    "数": r"(?=日|週|[かカヶヵ]月|年)",
    "前": r"(?<=[日間月年]前)(?!日|半|後|作|売|回|倒)",
    "後": r"(?<=[日間月年]後)(?!半|日|編|任|期)",
    "先": r"(?<=[週個間日]先)",
    "で": r"(?<=[日間]で)(?!す|は|も|の|あ)",
    "今": r"(?=\s?[\d月火水木金土日]曜)",
    "ここ": r"(?=\s?[\d数一二三四五六七八九十])",
    "個": r"(?=先)",
    "至": r"(?=\s?\d)",
    "頭": r"(?<=[月年期]頭)",
    "末": r"(?<=[月年期]末)",
    "後半": r"(?<=[月年期の]後半)",
    "前半": r"(?<=[月年期の]前半)",
    "週": r"(?!刊)",
    "来る": r"(?=\s?\d)",
    "去る": r"(?=\s?\d)",
    "あす": r"(?![かなをみ])",
    "過去": r"(?=\s?[\d数一二三四五六七八九十])",
    "この後": r"(?<=[年月週]この後)",
    "月末": r"(?<![\d一二三四五六七八九十]月末)",
    "月初": r"(?<![\d一二三四五六七八九十]月初)(?![旬め])",
    "年初": r"(?![春夏秋冬旬め])",
    "今日": r"(?!的)",
    "-": r"(?=\s?\d)",
}


@cache
def _pattern() -> re.Pattern[str]:
    words = date_words("ja")
    names = sorted(_GUARDED, key=len, reverse=True)
    guarded = [f"(?:{re.escape(w)}(?:{_GUARDED[w]}))" for w in names]
    free = [w for w, (cls, _) in words.items() if w not in _GUARDED and cls not in "S!?"]
    counters, ordinals = (word_pattern([w for w, (c, _) in words.items() if c in kinds]) for kinds in ("!", "!?"))
    skip = _SKIP.replace("COUNTERS", counters).replace("ORDINALS", ordinals)
    phrases = [row for row, word in zip(guarded, names, strict=True) if len(word) > 1]
    row = "|".join([*phrases, word_pattern(free), *(row for row in guarded if row not in phrases)])
    return item_pattern(rf"(?P<skip>{skip})|{_FIGURES}|(?P<season>{_SEASON})|(?P<word>{row})", words, _FIRSTS)


# Full-width figures and marks as half-width ones, character for character.
_NARROW = str.maketrans("０１２３４５６７８９（）／－．，：～％", "0123456789()/-.,:~%")


def items(text: str) -> Iterator[Item]:
    """The date words and numbers of a text, an item of class "." wherever other words stand between."""
    return scan(text.translate(_NARROW), _pattern(), _read)


def _read(match: re.Match[str]) -> Iterator[Item]:
    kind, written, (start, end) = match.lastgroup or "", match[0], match.span()
    if kind == "word":
        cls, value = date_words("ja").get(written, (".", None))
        yield Item(cls, value, start, end)
    elif kind in {"numeric", "yearmonth", "short"}:
        value = dating.sort_numbers(re.findall(r"\d+", written), year_first=True)
        cls = "q" if kind != "short" or "/" in written else "z"
        yield Item(cls if value else ".", value, start, end)
    elif kind == "number":
        number = int(written)
        cls = "n" if len(written) <= 2 else "Y" if 1000 <= number <= 2199 else "."  # noqa: PLR2004 - years of the press
        yield Item(cls, number, start, end)
    elif kind == "weekday":
        yield Item("w", _WEEKDAYS.index(written.strip("( ")[0]), start, end)
    elif kind == "titled":
        yield Item("a", int(written[1:-1]), start + 1, end - 1)
    elif kind == "season":
        yield Item("S", date_words("ja")[written][1], start, end)
    elif kind == "paren":
        yield Item(written, None, start, end)
    else:
        yield _numbered(kind, written, start, end)


def _numbered(kind: str, written: str, start: int, end: int) -> Item:
    """A number with the word that makes it an era's year, a decade, an ordinal …."""
    if kind == "era":
        return Item("Y", era_year(written), start, end)
    figures = re.search(rf"\d+|{NUMERAL}+", written)
    number = numeral(figures[0]) if figures else 0
    if kind == "kanji":
        return Item("Y" if number >= 1000 else "n" if number < 100 else ".", number, start, end)  # noqa: PLR2004 - a year
    if kind == "term":
        return Item("T", _TERMS[number], start, end)
    return Item({"decade": "C", "century": "L", "nth": "i"}.get(kind, "."), number, start, end)
