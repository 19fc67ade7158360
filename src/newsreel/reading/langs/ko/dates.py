"""Korean dates: how words become classes, and what rows of classes mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, partial

from newsreel.model import Period
from newsreel.reading import almanac, dating
from newsreel.reading.almanac import Meaning, definite
from newsreel.reading.dates import DateMention, Grammar, Item, Rule, Values, in_play, rule
from newsreel.reading.datewords import date_words, item_pattern, scan, word_pattern

# What holds digits or date words and is no date: "8시 30분", "15회", "6년 만에", "7월 2주차", "20.8%", "매주 금요일".
_SKIP = r"""
    \d{1,2}:\d\d | \d[\d,.]*(?:시(?!월)|분(?!기)|초|회|부작|세(?!기)|살|화|위|개국|개(?!월)|번|점|대|인|팀|곡|권|쌍|배|장|차례|건|곳|관|석
        |ml|kg|cm|km|m|여\s?(?:년|일|명|개|주|편))(?![0-9])
    | \d[\d,.]*\s?(?:명|편|억|만|천|백|원|%|퍼센트|달러|엔|부작|회차)(?![0-9])
    | \d+월\s?\d\s?주차? | \d+\s?주\s?차 | \d{1,3}(?:,\d{3})+ | \d+\s?(?:년|일|달|개월|주|월)\s?(?:여(?![가-힣])|여\s?간|차|산|호)(?![월일])
    | 매(?:주|월|년|일)(?:\s?[월화수목금토일](?:요일|,|·|\s)*)* | 평일 | 일일(?=드라마|극|연속)
    | 주말\s?(?:드라마|극|연속|안방|예능|미니|밤|박스|프라임|특별|저녁|오후|마다|흥행|기획|시간)
    | [월화수목금토일]요(?:드라마|극|예능|시리즈|스페셜|일마다) | 제\s?\d+\s?[가-힣]
"""
_FIGURES = r"""
    (?P<numeric>(?:\d{4}|\d\d)\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d) | \d{1,2}[-/]\d{1,2}[-/]\d{4}(?!\d))
  | (?P<yearmonth>(?:1[89]|20)\d\d\s?[-/.]\s?(?:1[0-2]|0?[1-9])(?![\d.]))
  | (?P<short>(?<![\d.,/])\d{1,2}[/.]\d{1,2}(?![\d%/.]|\s?[만억천명%년월일세]))
  | (?P<quarter>[1-4일이삼사]\s?(?:사\s?)?분기)
  | (?P<decade>['’]?\d{2,4}\s?년대)
  | (?P<century>\d{1,2}\s?세기)
  | (?P<weekday>\(\s?[월화수목금토일](?:요일)?\s?\)|(?<=일\s)[월화수목금토일](?=\s|,|\)))
  | (?P<dayword>(?<=월)\s?(?:이십|삼십|십)?[일이삼사오육칠팔구]?일(?![가-힣]요)|(?<=월)\s?(?:십|이십|삼십)일(?![가-힣]요))
  | (?P<born>\d\d(?=년생))
  | (?P<listed>(?<![\d.,·~-])(?:19|20)\d\d(?=\s[가-힣'‘<〈《「『"“]|\)))
  | (?P<number>\d{1,4}(?![\d]|[.,:]\d))
  | (?P<part>(?<=[월년달해기])\s?(?:초순|초반|초(?![등대연월청특보]))|(?<=[월년달해기])\s?(?:중순|중반)|(?<=[월년달해기])\s?(?:하순|후반|말(?![하했씀미투을])))
  | (?P<season>(?<=[년해])\s?(?:봄|여름|가을|겨울)(?![가-힣]{2,}하)|(?:봄|여름|가을|겨울)(?=\s?(?:개봉|방송|방영|공개|첫\s?방송|편성|크랭크|시장|극장가|시즌|성수기)))
  | (?P<saidseason>(?:이번|지난|다음|오는|다가오는)\s?(?:봄|여름|가을|겨울))
  | (?P<weekend>주말(?![가-힣]*\s?드라마))
  | (?P<thisweek>(?<![가-힣])이\s?주(?![가-힣]))
  | (?P<thisyear>(?<![가-힣])올(?=\s?(?:\d|[상하전후]반기|연말|연초|한\s?해|[1-4]\s?분기|추석|설)))
  | (?P<span>(?:간(?![가-힣])|동안|만(?=[에의이]|\s|$|[^가-힣])|째|내내|짜리))
  | (?P<paren>[()])
"""
# What the patterns above can begin with.
_FIRSTS = r"\s\-\d'’()월화수목금토일이삼사십봄여가겨매평주제초중하후말올간동만째내짜지다오"
_SEASONS = {"봄": 21, "여름": 22, "가을": 23, "겨울": 24}
_SAID = {"이번": 0, "지난": -1, "다음": 1, "오는": 1, "다가오는": 1}
_PARTS = {"초": "early", "중": "mid", "하": "late", "후": "late", "말": "late"}
_NUMERALS = {c: n for n, c in enumerate("일이삼사오육칠팔구", 1)}
_WEEKDAYS = "월화수목금토일"
# A word of these is one only where no other word goes on from it ("전체", "후보", "뒤늦게", "주연", "와인", "한국", "의사").
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
    guarded = [f"(?:{w}(?:{_GUARDED[w]}))" for w in _GUARDED]
    heads = f"(?:(?<![가-힣])(?:{'|'.join(_HEADS)}){_COUNTED})"
    months = "|".join(w for w, (cls, _) in words.items() if cls == "m")
    free = {
        w: 0 for w, (cls, _) in words.items() if w not in _GUARDED and w not in _HEADS and cls not in "mJ" and w != "-"
    }
    nths = {w: 0 for w, (cls, _) in words.items() if cls == "J"}
    named = rf"(?:{word_pattern(nths)})(?=\s?(?:주|[월화수목금토일]요일))"
    row = "|".join(
        [
            rf"(?:(?<![가-힣])(?:{months})(?=\s|에|의|(?:이|삼)?십|[일이삼사오육칠팔구]일))",
            named,
            *guarded,
            heads,
            word_pattern(free),
        ]
    )
    return item_pattern(
        rf"(?P<skip>{_SKIP})|{_FIGURES}|(?P<word>{row})|(?P<dash>(?<=[\d일월년])\s?-\s?(?=\d))", words, _FIRSTS
    )


def _items(text: str) -> Iterator[Item]:
    return scan(text, _pattern(), _read)


def _read(match: re.Match[str]) -> Iterator[Item]:  # noqa: C901, PLR0911, PLR0912 - one case a kind of token
    kind, token, (start, end) = match.lastgroup, match[0], match.span()
    digits = re.findall(r"\d+", token)
    if kind == "word":
        words = date_words("ko")
        found = words.get(token) or words.get(re.sub(r"\s+", " ", token)) or words.get(re.sub(r"\s+", "", token))
        yield Item(*(found or (".", None)), start, end)
    elif kind == "number":
        number = int(token)
        cls = "n" if len(token) <= 2 else "Y" if 1000 <= number <= 2199 else "."  # noqa: PLR2004 - days, years
        yield Item(cls, number, start, end)
    elif kind in {"numeric", "yearmonth", "short"}:
        value = dating.sort_numbers(digits, year_first=True)
        sure = kind != "short" or "/" in token
        yield Item("." if value is None else "q" if sure else "z", value, start, end)
    elif kind == "born":
        yield Item("Y", dating.full_year(int(token)), start, end)
    elif kind == "listed":
        yield Item("Y", int(token), start, end)
        yield Item("|", None, end, end)
    elif kind == "quarter":
        number = int(digits[0]) if digits else _NUMERALS[token[0]]
        yield Item("H", 32 + number, start, end)
    elif kind in {"decade", "century"}:
        yield Item("C" if kind == "decade" else "c", int(digits[0]), start, end)
    elif kind == "weekday":
        yield Item("W", _WEEKDAYS.index(token.strip("( ")[0]), start, end)
    elif kind == "dayword":
        yield Item("d", _numeral(token.strip()[:-1]), start, end)
    elif kind == "part":
        yield Item("e", _PARTS[token.strip()[0]], start, end)
    elif kind == "season":
        yield Item("S", _SEASONS[token.strip()], start, end)
    elif kind == "saidseason":
        season = next(name for name in _SEASONS if token.endswith(name))
        yield Item("r", _SAID[token.removesuffix(season).strip()], start, start + 1)
        yield Item("S", _SEASONS[season], start + 1, end)
    elif kind in {"weekend", "thisweek", "thisyear"}:
        yield Item({"weekend": "v", "thisweek": "k", "thisyear": "y"}[kind], 0, start, end)
    elif kind == "dash":
        yield Item("T", None, start, end)
    else:
        yield Item({"span": "=", "paren": token}.get(kind or "", "."), None, start, end)


def _numeral(word: str) -> int:
    """A number up to 99 in Sino-Korean words."""
    tens, ten, ones = word.rpartition("십")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + (_NUMERALS[ones] if ones else 0)


def _day_counted(_today: dt.date, v: Values) -> Values:
    """이틀: two days."""
    return {"day": v["n"]}


def _year_part(today: dt.date, v: Values) -> Meaning | None:
    """연말, 내년 연초: the last, the first quarter of a year."""
    whole = almanac.year(today.year + v.get("r", 0))
    return dating.part_of(today, {"a": whole, "e": v["e"]})


def _of_year(today: dt.date, v: Values) -> Meaning | None:
    """내년: the year so many on."""
    return dating.relative(today, {"u": "year", "r": v["r"]})


def _of_month(today: dt.date, v: Values) -> Meaning | None:
    """내달: the month so many on."""
    return dating.relative(today, {"u": "month", "r": v["r"]})


def _of_week(today: dt.date, v: Values) -> Meaning | None:
    """다음 주: the week so many on."""
    return dating.relative(today, {"u": "week", "r": v["r"]})


def _of_weekend(today: dt.date, v: Values) -> Meaning | None:
    """이번 주말: the weekend so many on."""
    return dating.relative(today, {"u": "weekend", "r": v["r"]})


def _said_day(today: dt.date, v: Values) -> Meaning | None:
    """지난 6일, 지난 3월 6일."""
    return dating.day_said_past(today, v) if v["r"] < 0 else dating.day_said_future(today, v) if v["r"] > 0 else None


def _said_weekday(today: dt.date, v: Values) -> Meaning | None:
    """지난 일요일 (the last gone), 이번 금요일 (this week's), 다음 금요일 (next week's)."""
    return dating.last_weekday(today, v) if v["r"] == -1 else dating.weekday(today, v)


def _said_month(today: dt.date, v: Values) -> Meaning | None:
    """지난 3월: the last gone; 이번 3월: this year's; 다음 3월: the next."""
    return dating.said_month(today, v)


def _said_year(_today: dt.date, v: Values) -> Meaning | None:
    """지난 2003년, 오는 2026년."""
    return definite(Period.year(v["y"]), "year", "past" if v["r"] < 0 else "future")


def _stretch(today: dt.date, v: Values) -> Meaning | None:
    """지난 3주 (간), 다음 2일."""
    return dating.past_stretch(today, v) if v["r"] < 0 else dating.next_stretch(today, v)


_rule = partial(rule, DAY="nd", DATE="XPG", SAID="rf", UNIT="1234")

# Rows of one expression come before the rows that they are part of. Classes: data/dates.yml, and
# n number of one or two digits, Y year of four digits, d day in words, e part, S season, C decade, c century, q date in
# figures, z the same with a point; X day, P period, G range, # counted units, = a length of time (만, 간, 동안).
_RULES: tuple[Rule, ...] = (
    # 2016년 1월 12일~22일; 10월 2일에서 22일 사이; 10~12월; 2003~2007년
    _rule("(?:y:Y 4)? m:n M d:n 1? W? [FTZ] (?:b:n) 1 W? U?", "G", dating.days_between),
    _rule("ry:y m:n M d:n 1? W? [FTZ] (?:b:n) 1 W? U?", "G", dating.days_between),
    _rule("r:o d:n 1? W? [FTZ] b:n 1 W? U?", "G", dating.days_between),
    _rule("y:Y 4 m:n M? T b:n M U?", "G", dating.months_between),
    _rule("m:n M? T b:n M (?!<DAY>1) U?", "G", dating.months_between),
    _rule("y:Y 4? [TF] b:Y 4? U?", "G", dating.years_between),
    # 2016년 1월 12일 월요일; 올해 3월 5일; 내달 5일; 지난 6일; 오는 18일; 13일(목)
    _rule("y:Y 4? m:n M d:n 1 ,? (?:w:W)?", "X", dating.day),
    _rule("y:Y 4 m:m d:d", "X", dating.day),
    _rule("ry:y m:n M d:n 1 ,? W?", "X", dating.day),
    _rule("r:SAID m:n M d:n 1 ,? W?", "X", _said_day),
    _rule("m:n M d:DAY 1? ,? (?:w:W)? (?!=)", "X", dating.day),
    _rule("m:m d:DAY 1? ,? (?:w:W)?", "X", dating.day),
    _rule("r:o O? d:n 1 W?", "X", dating.day_in_month),
    _rule("w:W ,? d:n 1", "X", dating.day_alone),
    _rule("d:n 1 ,? w:W", "X", dating.day_alone),
    _rule("f r:k w:W", "X", dating.weekday),
    _rule("r:k O? w:W", "X", dating.weekday),
    _rule("z:q W?", "X", dating.numeric),
    _rule("z:z (?=W|F|T|\\()", "X", dating.numeric),
    # 2주 후; 이틀 전; 지금으로부터 2주 후; 지난 3주; 2주 이내
    _rule("n:n u:4 (?=[#n]|K|[ba=I])", "#", dating.units),
    _rule("n:nK u:23", "#", dating.units),
    _rule("n:n u:1 (?=[baI])", "#", dating.units),
    _rule("(?<=[rf]) n:n u:14 (?==)", "#", dating.units),
    _rule("(?<=r) n:n u:4", "#", dating.units),
    _rule("(?<=#) n:n u:1", "#", dating.units),
    _rule("n:D", "#", _day_counted),
    _rule("k:# l:#", "#", dating.units_together),
    _rule("(?:N F)? k:# b", "X", dating.ago),
    _rule("N F k:# a", "X", dating.later),
    _rule("a:X F k:# a", "X", dating.later),
    _rule("k:# a w:W", "X", lambda today, v: _weeks_on(today, v)),
    _rule("k:# a", "X", dating.after_that),
    _rule("(?:a:X F)? k:# I", "G", dating.within),
    _rule("r:SAID k:# =?", "P", _stretch),
    _rule("r:SAID d:n 1 (?:,? W)? (?!=)", "X", _said_day),
    _rule("f w:W", "X", dating.coming_weekday),
    _rule("r:r w:W", "X", _said_weekday),
    _rule("t:t", "X", dating.day_offset),
    # 7월 첫째 주; 다음 달 첫 번째 금요일; 내년 첫째 주
    _rule("a:P O? n:J 2", "P", dating.nth_week),
    _rule("a:P O? n:J 2? w:W", "X", dating.nth_weekday),
    # 2016년 3월; 내년 3월; 지난 3월; 내달; 2025년 봄; 올가을; 올 하반기; 연말
    _rule("y:Y 4 O? m:n M", "P", dating.month),
    _rule("ry:y O? m:n M", "P", dating.month),
    _rule("r:SAID m:n M", "P", _said_month),
    _rule("y:Y 4 O? m:m", "P", dating.month),
    _rule("y:Y 4 O? c:SH", "P", dating.part),
    _rule("ry:y O? c:SH", "P", dating.part),
    _rule("r:SAID c:SH", "P", dating.said_part),
    _rule("c:s", "P", lambda today, v: dating.said_part(today, {**v, "r": 0})),
    _rule("c:HS", "P", dating.part),
    _rule("r:y e:E", "P", _year_part),
    _rule("y:Y 4 e:E", "P", lambda today, v: dating.part_of(today, {"a": almanac.year(v["y"]), "e": v["e"]})),
    _rule("e:E", "P", _year_part),
    _rule("n:C", "P", dating.decade),
    _rule("n:c", "P", dating.century),
    _rule("r:SAID y:Y 4", "P", _said_year),
    _rule("y:Y 4", "P", dating.year),
    _rule("m:n M", "P", dating.month),
    _rule("m:m", "P", dating.month),
    _rule("r:y", "P", _of_year),
    _rule("r:o", "P", _of_month),
    _rule("r:k", "P", _of_week),
    _rule("r:v", "P", _of_weekend),
    _rule("a:P e:e", "P", dating.part_of),
    _rule("x:x", "X", dating.holiday),
    _rule("(?<![rf]) d:n 1 (?![=baI0-9])", "X", dating.day_alone),
    _rule("w:W", "X", dating.weekday),
    _rule("y:Y (?=\\||\\))", "P", dating.bare_year),
    # one to another
    _rule("a:DATE [FTZ] ,? b:DATE U", "G", dating.between),
    _rule("a:DATE T b:DATE", "G", dating.between_equals),
)


def _weeks_on(today: dt.date, v: Values) -> Meaning | None:
    """2주 후 금요일."""
    weeks = v["k"].get("week")
    return dating.weekday(today, {"w": v["w"], "r": weeks}) if weeks else None


@cache
def _grammar() -> Grammar:
    return Grammar(_items, _RULES, "Y1234MmWyokvtsHEDJCcqzxSX#")


def find_dates(text: str, anchor: dt.date) -> list[DateMention]:
    """The dates that a Korean text names, in order, none overlapping another; `anchor` is the report's day.

    A day that stands alone ("20일") is of the month of the date before it in the sentence, else of the report's.
    """
    mentions = _grammar().find(text, anchor)
    return in_play(mentions, lambda end, start: not re.search(r"다[.\s”\"]|[.?!\n]", text[end:start]), onward=True)
