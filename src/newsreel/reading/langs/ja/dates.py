"""Japanese dates: what rows of date words mean."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, partial

from newsreel.model import Period
from newsreel.reading import almanac, dating
from newsreel.reading.almanac import Meaning, definite
from newsreel.reading.dates import DateMention, Grammar, Rule, Values, in_play, rule
from newsreel.reading.langs.ja.datetokens import items


def _of_year(today: dt.date, v: Values) -> Meaning | None:
    """来年: the year so many on."""
    return dating.relative(today, {"u": "year", "r": v["r"]})


def _of_month(today: dt.date, v: Values) -> Meaning | None:
    """来月: the month so many on."""
    return dating.relative(today, {"u": "month", "r": v["r"]})


def _of_week(today: dt.date, v: Values) -> Meaning | None:
    """来週: the week so many on."""
    return dating.relative(today, {"u": "week", "r": v["r"]})


def _of_weekend(today: dt.date, v: Values) -> Meaning | None:
    """今週末: the weekend so many on."""
    return dating.relative(today, {"u": "weekend", "r": v["r"]})


def _century_of(today: dt.date, number: int) -> int:
    """The year that two figures mean: none far ahead of the report's."""
    if number >= 100:  # noqa: PLR2004 - a year of more than two figures is written out
        return number
    return number + (2000 if number + 2000 <= today.year + 3 else 1900)


def _short_year(today: dt.date, v: Values) -> Meaning | None:
    """04年, 『…』(05)."""
    return almanac.year(_century_of(today, v["y"])) if v["y"] else None


def _in_short_year(today: dt.date, v: Values) -> Meaning | None:
    """23年の夏, 16年5月."""
    inner = {**v, "y": _century_of(today, v["y"])}
    return (
        dating.part(today, inner) if "c" in v else dating.day(today, inner) if "d" in v else dating.month(today, inner)
    )


def _season(today: dt.date, v: Values) -> Meaning | None:
    """今秋, 来春: of this year, of the next."""
    offset, code = (int(piece) for piece in v["s"].split())
    return dating.said_part(today, {"r": offset, "c": code})


def _year_part(today: dt.date, v: Values) -> Meaning | None:
    """年末 (this year's), 年明け (next year's beginning); of a year said before it, that year's."""
    offset, part = v["e"].split()
    year = today.year + (v["r"] if "r" in v else int(offset))
    return dating.part_of(today, {"a": almanac.year(v.get("y", year)), "e": part})


def _this_year(today: dt.date, _v: Values) -> Meaning | None:
    """年内: within the year."""
    return definite(Period.year(today.year), "year", "future")


def _quarter(today: dt.date, v: Values) -> Meaning | None:
    """第3四半期."""
    return dating.part(today, {**v, "c": 32 + v["n"]}) if 1 <= v["n"] <= 4 else None  # noqa: PLR2004 - quarters


def _weeks_on_weekday(today: dt.date, v: Values) -> Meaning | None:
    """今から2週先の日曜日: the second Sunday from now."""
    count = v["k"].get("week") if "k" in v else v["n"]
    return dating.weeks_on(today, {"n": count, "w": v["w"]}) if count else None


def _days_in_week(today: dt.date, v: Values) -> Meaning | None:
    """来週の水曜日から金曜日."""
    first, last = almanac.weekday(today, v["w"], v["r"]), almanac.weekday(today, v["b"], v["r"])
    return first and last and almanac.between(first, last)


def _stretch(today: dt.date, v: Values) -> Meaning | None:
    """この10年 (up to today), 次の10年間 (from tomorrow)."""
    return dating.next_stretch(today, v) if v["r"] > 0 else dating.past_stretch(today, v)


def _half(today: dt.date, v: Values) -> Meaning | None:
    """9月後半: the late part of what is no year."""
    return dating.part_of(today, {"a": v["a"], "e": "early" if v["c"] == 40 else "late"})  # noqa: PLR2004 - EDTF's first half


def _month_part(today: dt.date, v: Values) -> Meaning | None:
    """月末: of this month."""
    return dating.part_of(today, {"a": _of_month(today, {"r": 0}), "e": v["e"]})


def _half_year(_today: dt.date, v: Values) -> Values:
    """半年: six months."""
    return {"month": v["n"]}


def _this_century(today: dt.date, v: Values) -> Meaning | None:
    """今世紀の20年代."""
    return almanac.decade(today, today.year // 100 * 100 + v["n"])


def _counted_from(today: dt.date, v: Values) -> Meaning | None:
    """昨日から4日, 明日から3週間: the day so many on from it."""
    start = dating.day_offset(today, v)
    return start and dating.later(today, {"a": start, "k": {v["u"]: v["n"]}})


def _rest(today: dt.date, v: Values) -> Meaning | None:
    """週の残りの日, その年いっぱい."""
    whole = dating.relative(today, {"u": v["u"], "r": 0})
    return whole and dating.rest_of(today, {"a": whole})


def _soon(today: dt.date, v: Values) -> Meaning | None:
    """近日: the year."""
    return definite(Period.year(today.year), "year", v["s"], "soon")


_rule = partial(rule, DATE="XPG", WD="Ww", UNIT="123457")

# Rows of one expression come before the rows that they are part of. Classes: data/dates.yml, and
# n number of one or two digits, Y year, T term of three months, C decade, L century, w weekday in brackets, i ordinal,
# q date in figures, z the same with a point or hyphen; X day, P period, G range, # counted units.
_RULES: tuple[Rule, ...] = (
    # 9月3日から12日まで; 来月の4日から23日まで; 08日から12日まで; 2019年2月から5月
    _rule("y:Y 4? O? m:n M O? d:n 1? <WD>? F b:n 1 <WD>? U?", "G", dating.days_between),
    _rule("ry:y O? m:n M O? d:n 1? <WD>? F b:n 1 <WD>? U?", "G", dating.days_between),
    _rule("m:n M O? d:n 1? <WD>? F b:n 1 <WD>? U?", "G", dating.days_between),
    _rule("r:o O? d:n 1? <WD>? F b:n 1 <WD>? U?", "G", dating.days_between),
    _rule("d:n 1 F b:n 1 U?", "G", dating.days_between),
    _rule("r:k O? w:W F b:W U?", "G", _days_in_week),
    _rule("y:Y 4 O? m:n M? F b:n M (?!O?n1) U?", "G", dating.months_between),
    _rule("ry:y O? m:n M? F b:n M (?!O?n1) U?", "G", dating.months_between),
    _rule("m:n M? F b:n M (?!O?n1) U?", "G", dating.months_between),
    _rule("y:Y 4? F b:Y (?:4(?!O?n)|(?![4n])) U?", "G", dating.years_between),
    # 2016年1月12日月曜日; 来年3月5日; 10月16日(木); 来月の20日; 16日(木); 去る6日
    _rule("y:Y 4? O? m:n M O? d:n 1 (?:,? O? w:WD)?", "X", dating.day),
    _rule("y:n 4 O? m:n M O? d:n 1 (?:,? O? w:WD)?", "X", _in_short_year),
    _rule("ry:y ,? O? m:n M O? d:n 1 (?:,? O? <WD>)?", "X", dating.day),
    _rule("l m:n M d:n 1", "X", dating.day_said_past),
    _rule("j m:n M d:n 1", "X", dating.day_said_future),
    _rule("w:W ,? \\(? m:n M O? d:n 1 \\)?", "X", dating.day),
    _rule("m:n M O? d:n 1 (?:,? O? w:WD)?", "X", dating.day),
    _rule("r:o O? d:n 1 (?:,? O? <WD>)?", "X", dating.day_in_month),
    _rule("l d:n 1", "X", dating.day_said_past),
    _rule("j d:n 1", "X", dating.day_said_future),
    _rule("z:q (?:w:WD)?", "X", dating.numeric),
    _rule("z:z w:WD", "X", dating.numeric),
    _rule("z:z", "X", dating.numeric),
    _rule("d:n 1 ,? O? w:WD", "X", dating.day_alone),
    # 二日前; 1か月、21日前; 今から2週間で; 昨日から4日; 向こう3か月; 2週間以内; 今から2週先の日曜日
    _rule("t:t F n:nD u:12357 (?:A|B)? (?!I)", "X", _counted_from),
    _rule("t:t", "X", dating.day_offset),
    _rule("N n:n u A? O? w:W", "X", _weeks_on_weekday),
    _rule("n:nD u:123457 (?=[bAIB#]|[,&]?n[1-57])", "#", dating.units),
    _rule("(?<=[fpr]) O? n:nD u:123457", "#", dating.units),
    _rule("(?<=#)[,&]? n:nD u:123457", "#", dating.units),
    _rule("(?<=XF) n:nD u:12357 (?=I)", "#", dating.units),
    _rule("(?<=N) n:nD u:123457", "#", dating.units),
    _rule("n:Z", "#", _half_year),
    _rule("k:# [,&]? l:#", "#", dating.units_together),
    _rule("N k:# A O? w:W", "X", _weeks_on_weekday),
    _rule("k:# A O? w:W", "X", _weeks_on_weekday),
    _rule("a:X O k:# b", "X", dating.ago),
    _rule("k:# b", "X", dating.ago),
    _rule("(?:a:X F|N)? k:# I", "G", dating.within),
    _rule("N k:# (?:A|B)?", "X", dating.later),
    _rule("a:X [FO] k:# (?:A|B)?", "X", dating.later),
    _rule("k:# [AB]", "X", dating.after_that),
    _rule("f O? k:#", "P", dating.next_stretch),
    _rule("p O? k:#", "P", dating.past_stretch),
    _rule("r:r k:#", "P", _stretch),
    # 先週の日曜日; この金曜日; 7月の第1金曜日; 今月の最初の金曜日; 7月の最後の週; 今年の第1週; 9月16日の週
    _rule("r:k O? w:W", "X", dating.weekday),
    _rule("r:r w:W", "X", dating.weekday),
    _rule("p w:W", "X", dating.last_weekday),
    _rule("a:P O? n:iJ O? w:W", "X", dating.nth_weekday),
    _rule("a:P O? n:iJ O? 2", "P", dating.nth_week),
    _rule("a:X O 2", "P", dating.week_of),
    _rule("d:n 1 O 2", "P", lambda today, v: dating.week_of(today, {"a": dating.day_alone(today, v)})),
    _rule("r:h", "X", dating.day_told),
    # 2016年3月; 来年3月; 2025年秋; 今秋; 来年1月期; 第3四半期; 2016年の下半期; 年末; 年内
    _rule("y:n 4 O? m:n M", "P", _in_short_year),
    _rule("y:Y 4? O? c:H0", "P", dating.part),
    _rule("ry:y O? c:0", "P", dating.part),
    _rule("y:Y 4 O? c:TSH", "P", dating.part),
    _rule("y:n 4 O? c:TSH", "P", _in_short_year),
    _rule("ry:y O? c:TSH", "P", dating.part),
    _rule("s:s", "P", _season),
    _rule("c:THS", "P", dating.part),
    _rule("y:Y 4 O? n:i Q", "P", _quarter),
    _rule("ry:y O? n:i Q", "P", _quarter),
    _rule("n:i Q", "P", _quarter),
    _rule("y:Y 4 O? x:x", "X", dating.holiday),
    _rule("ry:y O? x:x", "X", dating.holiday),
    _rule("y:Y 4 O? m:n M", "P", dating.month),
    _rule("ry:y O? m:n M", "P", dating.month),
    _rule("y:Y 4? O? e:E", "P", _year_part),
    _rule("r:y O? e:E", "P", _year_part),
    _rule("e:E", "P", _year_part),
    _rule("y:Y V", "P", dating.year),
    _rule("y:n V", "P", dating.year),
    _rule("V", "P", _this_year),
    _rule("6 O? n:C", "P", _this_century),
    _rule("n:C", "P", dating.decade),
    _rule("n:L", "P", dating.century),
    _rule("y:Y 4", "P", dating.year),
    _rule("y:a", "P", _short_year),
    _rule("y:n 4", "P", _short_year),
    _rule("m:n M", "P", dating.month),
    _rule("u:g2 R", "P", _rest),
    _rule("r:y", "P", _of_year),
    _rule("r:o", "P", _of_month),
    _rule("r:v", "P", _of_weekend),
    _rule("r:k", "P", _of_week),
    _rule("a:X O M", "P", dating.month_of),
    _rule("a:P O? e:e", "P", dating.part_of),
    _rule("a:P O? c:0", "P", _half),
    _rule("e:z", "P", _month_part),
    _rule("a:P e:c", "P", dating.later_part),
    _rule("a:P R", "P", dating.rest_of),
    _rule("n:iJ O? w:W", "X", dating.nth_weekday),
    _rule("n:i 2", "P", dating.nth_week),
    _rule("x:x", "X", dating.holiday),
    _rule("(?<![fprN#]) d:n 1 (?![bAIBu#O]|,n\\d)", "X", dating.day_alone),
    _rule("d:n 1 (?=O(?!2))", "X", dating.day_alone),
    _rule("w:W", "X", dating.weekday),
    _rule("(?<=\\() y:Y (?=\\))", "P", dating.bare_year),
    _rule("s:%", "P", _soon),
    # one to another
    _rule("a:DATE ,? F b:DATE U", "G", dating.between),
    _rule("a:DATE F b:DATE", "G", dating.between_equals),
)


@cache
def _grammar() -> Grammar:
    return Grammar(items, _RULES, "60zZY12347MWyokvtshaSHTQEVCLxqz%wg5X#")


# A sentence looks ahead where one of these stands behind a length of time.
_AHEAD = re.compile(r"[^.。\n]{0,40}?(?:予定|見込み|(?:する|れる|ます|まる|開く|なる)(?:[。\s]|$))")


def find_dates(text: str, anchor: dt.date, *, told: bool = False) -> list[DateMention]:
    """The dates that a Japanese text names, in order, none overlapping another; `anchor` is the report's day.

    A day that stands alone ("5日") is of the month of the date before it in the sentence, else of the nearest month.
    What may be counted from something told before (2년 뒤, 翌日) is left out where the sentence does not look ahead,
    unless `told` asks for it.
    """
    mentions = _grammar().find(text, anchor)
    if not told:
        mentions = [m for m in mentions if not m.told or _AHEAD.match(text, m.end)]
    return in_play(mentions, lambda end, start: not re.search(r"[。\n]", text[end:start]))
