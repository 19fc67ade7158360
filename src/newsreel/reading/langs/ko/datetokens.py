"""Korean text as date words: the class of each, and what looks like a date and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsreel.reading import dating
from newsreel.reading.dates import Item
from newsreel.reading.datewords import date_words, item_pattern, scan, word_pattern

# What holds digits or date words and is no date: "8:30", "15회", "7월 2주차", "10년 차", "매주 금요일", "주말드라마".
_SKIP = r"""
    \d{1,2}:\d\d | \d[\d,.]{0,12}(?:COUNTERS|시(?!월)|분(?!기)|세(?!기)|개(?!월)|여\s?(?:년|일|명|개|주|편))(?![0-9])
    | \d[\d,.]{0,12}\s?(?:LOOSE)(?![0-9]) | \d{1,3}(?:,\d{3})+
    | \d{1,4}월\s?\d\s?주차? | \d{1,4}\s?주\s?차
    | \d{1,4}\s?(?:년|일|달|개월|주|월)\s?(?:여(?![가-힣])|여\s?간|차|산|호)(?![월일])
    | 매(?:주|월|년|일)(?:\s?[월화수목금토일](?:요일|,|·|\s)*)* | 평일 | 일일(?=드라마|극|연속)
    | 주말\s?(?:드라마|극|연속|안방|예능|미니|밤|박스|프라임|특별|저녁|오후|마다|흥행|기획|시간)
    | [월화수목금토일]요(?:드라마|극|예능|시리즈|스페셜|일마다) | 제\s?\d{1,4}\s?[가-힣]
"""
_FIGURES = r"""
    (?P<numeric>(?:\d{4}|\d\d)\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d) | \d{1,2}[-/]\d{1,2}[-/]\d{4}(?!\d))
  | (?P<quarter>[1-4일이삼사]\s?(?:사\s?|/\s?4\s?)?분기)
  | (?P<yearmonth>(?:1[89]|20)\d\d\s?[-/.]\s?(?:1[0-2]|0?[1-9])(?![\d.]))
  | (?P<monthyear>(?<![\d/])(?:1[0-2]|0?[1-9])/(?:19|20)\d\d(?![\d/]))
  | (?P<short>(?<![\d.,/])\d{1,2}[/.]\d{1,2}(?![\d%/.]|\s?[만억천명%년월일세]))
  | (?P<decade>(?:['’]?\d{2,4}|[이삼사오육칠팔구]?십)\s?년대)
  | (?P<sino>(?<![가-힣])[일이]?천(?:[일이삼사오육칠팔구]?백)?(?:[일이삼사오육칠팔구]?십)?
      [일이삼사오육칠팔구]?(?=\s?년))
  | (?P<century>\d{1,2}\s?세기)
  | (?P<weekday>\(\s?[월화수목금토일](?:요일)?\s?\) | (?<=일\s)[월화수목금토일](?=\s|,|\)))
  | (?P<dayword>(?<=월)\s?(?:(?:이십|삼십|십)?[일이삼사오육칠팔구]?|십|이십|삼십)일(?![가-힣]요))
  | (?P<born>\d\d(?=년생))
  | (?P<listed>(?<![\d.,·~-])(?:19|20)\d\d(?=\s[가-힣'‘<〈《「『"“]|\)))
  | (?P<number>\d{1,4}(?![\d]|[.,:]\d))
  | (?P<part>(?<=[월년달해기])\s?(?:초순|초반|초(?![등대연월청특보])|중순|중반|하순|후반|말(?![하했씀미투을]))
      | (?<=주)\s?초(?![가-힣]) | (?<=주)\s말(?![가-힣]))
  | (?P<season>(?<=[년해])\s?(?:봄|여름|가을|겨울)
      | (?:봄|여름|가을|겨울)(?=\s?(?:개봉|방송|방영|공개|첫\s?방송|편성|크랭크|시장|극장가|시즌|성수기)))
  | (?P<saidseason>(?:이번|지난|다음|오는|다가오는)\s?(?:봄|여름|가을|겨울))
  | (?P<weekend>주말)
  | (?P<thisweek>(?<![가-힣])이\s?주(?![가-힣]))
  | (?P<thisyear>(?<![가-힣])올(?=\s?(?:\d|[상하전후]반기|연말|연초|한\s?해|[1-4]\s?분기|추석|설)))
  | (?P<span>간(?![가-힣])|동안|만(?=[에의이]|\s|$|[^가-힣])|째|내내|짜리)
  | (?P<dash>(?<=[\d일월년])\s?-\s?(?=\d))
  | (?P<paren>[()])
"""
# What the patterns above can begin with.
_FIRSTS = r"\s\-\d'’()월화수목금토일이삼사십백천육칠팔구오봄여가겨매평주제초중하후말올간동만째내짜지다오"
_SEASONS = {"봄": 21, "여름": 22, "가을": 23, "겨울": 24}
_SAID = {"이번": 0, "지난": -1, "다음": 1, "오는": 1, "다가오는": 1}
_PARTS = {"초": "early", "중": "mid", "하": "late", "후": "late", "말": "late"}
_NUMERALS = {c: n for n, c in enumerate("일이삼사오육칠팔구", 1)}
_WEEKDAYS = "월화수목금토일"
_PLACES = {"십": 10, "백": 100, "천": 1000}
_PLAIN = {"decade": "C", "century": "c"}
_ZERO = {"weekend": "v", "thisweek": "k", "thisyear": "y", "span": "=", "dash": "T"}
# A word of these is one only where no other word goes on from it (전체, 후보, 뒤늦게, 주연, 와인, 의사).
_GUARDED = {
    "전": r"(?![가-힣])|(?=[에의이]|부터|까지|쯤)",
    "후": r"(?![가-힣])|(?=[에의]|쯤|부터)",
    "뒤": r"(?![가-힣])|(?=[에의]|쯤|부터)",
    "주": r"(?![가-힣])|(?=[에의부간동째])",
    "달": r"(?![가-힣])|(?=[에의부간동])",
    "일": r"(?!요일)",
    "과": r"(?=\s?\d)",
    "와": r"(?=\s?\d)",
    "의": r"(?=\s)",
    "에서": r"(?=\s)",
    "오는": r"(?=\s)",
    "지금": r"(?=[으부]|\s)",
    "모레": r"(?![가-힣])|(?=[부에는])",
    "그제": r"(?![가-힣])",
}
_HEADS = {"한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "몇"}
_COUNTED = r"(?=\s?(?:달|주|해|개월|년|일)(?![가-힣])|\s?(?:달|주|해|개월|년|일)\s?(?:전|후|뒤))"


@cache
def _pattern() -> re.Pattern[str]:
    words = date_words("ko")
    of = {cls: [w for w, (c, _) in words.items() if c == cls] for cls in "mJ!?"}
    apart = {*_GUARDED, *_HEADS, *of["m"], *of["J"], *of["!"], *of["?"], "-"}
    rows = [
        rf"(?<![가-힣])(?:{'|'.join(of['m'])})(?=\s|에|의|(?:이|삼)?십|[일이삼사오육칠팔구]일)",
        rf"(?:{word_pattern(of['J'])})(?=\s?(?:주|[월화수목금토일]요일))",
        f"(?<![가-힣])(?:{'|'.join(sorted(_HEADS))}){_COUNTED}",
        word_pattern([word for word in words if word not in apart]),
        *(f"{word}(?:{guard})" for word, guard in _GUARDED.items()),
    ]
    skip = _SKIP.replace("COUNTERS", word_pattern(of["!"])).replace("LOOSE", word_pattern(of["?"]))
    row = "|".join(f"(?:{one})" for one in rows)
    return item_pattern(rf"(?P<skip>{skip})|{_FIGURES}|(?P<word>{row})", words, _FIRSTS)


def items(text: str) -> Iterator[Item]:
    """The date words and numbers of a text, an item of class "." wherever other words stand between."""
    return scan(text, _pattern(), _read)


def _read(match: re.Match[str]) -> Iterator[Item]:
    kind, written, (start, end) = match.lastgroup or "", match[0], match.span()
    if kind == "word":
        words = date_words("ko")
        found = words.get(written) or words.get(re.sub(r"\s+", " ", written)) or words.get(re.sub(r"\s+", "", written))
        cls, value = found or (".", None)
        yield Item(cls, value, start, end)
    elif kind == "saidseason":
        season = next(name for name in _SEASONS if written.endswith(name))
        yield Item("r", _SAID[written.removesuffix(season).strip()], start, start + 1)
        yield Item("S", _SEASONS[season], start + 1, end)
    elif kind == "listed":
        yield Item("Y", int(written), start, end)
        yield Item("|", None, end, end)
    elif kind in {"weekday", "dayword", "part", "season"}:
        yield _worded(kind, written.strip("()").strip(), start, end)
    elif kind in _ZERO:
        yield Item(_ZERO[kind], 0, start, end)
    elif kind == "paren":
        yield Item(written, None, start, end)
    elif kind == "skip":
        yield Item(".", None, start, end)
    else:
        yield _figured(kind, written, start, end)


def _worded(kind: str, word: str, start: int, end: int) -> Item:
    """A weekday, a day after its month, a part of what stands before, a season."""
    if kind == "weekday":
        return Item("W", _WEEKDAYS.index(word[0]), start, end)
    if kind == "dayword":
        return Item("d", _numeral(word[:-1]), start, end)
    return Item("e", _PARTS[word[0]], start, end) if kind == "part" else Item("S", _SEASONS[word], start, end)


def _figured(kind: str, written: str, start: int, end: int) -> Item:
    """A date in figures, a day, a year, a quarter, a decade …."""
    digits = re.findall(r"\d+", written)
    if kind in {"numeric", "yearmonth", "monthyear", "short"}:
        value = dating.sort_numbers(digits, year_first=True)
        sure = kind != "short" or "/" in written
        return Item("." if value is None else "q" if sure else "z", value, start, end)
    number = int(digits[0]) if digits else _numeral(re.split("년|사?분기", written, maxsplit=1)[0].strip())
    if kind == "number":
        cls = "n" if len(written) <= 2 else "Y" if 1000 <= number <= 2199 else "."  # noqa: PLR2004 - days, years
        return Item(cls, number, start, end)
    if kind in {"born", "sino"}:
        return Item("Y", dating.full_year(number), start, end)
    if kind == "quarter":
        return Item("H", 32 + number, start, end)
    return Item(_PLAIN.get(kind, "."), number, start, end)


def _numeral(word: str) -> int:
    """A number below 10,000 in Sino-Korean words: 이십일, 이천십팔."""
    total = digit = 0
    for letter in word:
        if letter in _PLACES:
            total, digit = total + max(digit, 1) * _PLACES[letter], 0
        else:
            digit = _NUMERALS[letter]
    return total + digit
