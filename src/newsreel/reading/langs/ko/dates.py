"""Korean dates: what rows of date words mean."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, partial

from newsreel.model import Period
from newsreel.reading import almanac, dating
from newsreel.reading.almanac import Meaning, definite
from newsreel.reading.dates import DateMention, Grammar, Rule, Values, in_play, rule
from newsreel.reading.langs.ko.datetokens import items


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


def _weeks_on(today: dt.date, v: Values) -> Meaning | None:
    """2주 후 금요일."""
    weeks = v["k"].get("week")
    return dating.weekday(today, {"w": v["w"], "r": weeks}) if weeks else None


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
    _rule("t:t", "X", dating.day_offset),
    _rule("r:h", "X", dating.day_told),
    # 2주 후; 이틀 전; 지금으로부터 2주 후; 지난 3주; 2주 이내
    _rule("n:n u:4 (?=[#nKba=I])", "#", dating.units),
    _rule("n:nK u:23", "#", dating.units),
    _rule("n:n u:1 (?=[baI])", "#", dating.units),
    _rule("(?<=[rf]) n:n u:14 (?==)", "#", dating.units),
    _rule("(?<=g) n:nK u:1234", "#", dating.units),
    _rule("(?<=r) n:n u:4", "#", dating.units),
    _rule("(?<=#) n:n u:1", "#", dating.units),
    _rule("n:D", "#", _day_counted),
    _rule("r:g k:# =?", "P", _stretch),
    _rule("k:# l:#", "#", dating.units_together),
    _rule("(?:N F)? k:# b", "X", dating.ago),
    _rule("N F k:# a", "X", dating.later),
    _rule("a:X F k:# a", "X", dating.later),
    _rule("(?<=F) n:n u:1 (?=I)", "#", dating.units),
    _rule("k:# a w:W", "X", _weeks_on),
    _rule("k:# a", "X", dating.after_that),
    _rule("(?:a:X F)? k:# I", "G", dating.within),
    _rule("r:SAID k:# =?", "P", _stretch),
    _rule("r:SAID d:n 1 (?:,? W)? (?!=)", "X", _said_day),
    _rule("f w:W", "X", dating.coming_weekday),
    _rule("r:r w:W", "X", _said_weekday),
    # 7월 첫째 주; 다음 달 첫 번째 금요일; 내년 첫째 주
    _rule("a:X [Oj] 2", "P", dating.week_of),
    _rule("a:X [Oj] 3", "P", dating.month_of),
    _rule("a:P O? n:J 2", "P", dating.nth_week),
    _rule("a:P O? n:J 2? w:W", "X", dating.nth_weekday),
    # 2016년 3월; 내년 3월; 지난 3월; 내달; 2025년 봄; 올가을; 올 하반기; 연말
    _rule("y:Y 4 O? x:x", "X", dating.holiday),
    _rule("ry:y O? x:x", "X", dating.holiday),
    _rule("y:Y 4 O? m:n M", "P", dating.month),
    _rule("ry:y O? m:n M", "P", dating.month),
    _rule("r:SAID m:n M", "P", _said_month),
    _rule("y:Y 4 O? m:m", "P", dating.month),
    _rule("y:Y 4 O? c:SH", "P", dating.part),
    _rule("ry:y O? c:SH", "P", dating.part),
    _rule("f c:SH", "P", dating.coming_part),
    _rule("r:r c:SH", "P", dating.said_part),
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


@cache
def _grammar() -> Grammar:
    return Grammar(items, _RULES, "Y1234MmWyokvtshHEDJCcqzxSX#")


# A sentence looks ahead where one of these stands behind a length of time.
_AHEAD = re.compile(r"[^.。\n]{0,40}?(?:예정|계획|목표|[된한간온운진]다|는다|[될할갈올]\s)")


def find_dates(text: str, anchor: dt.date, *, told: bool = False) -> list[DateMention]:
    """The dates that a Korean text names, in order, none overlapping another; `anchor` is the report's day.

    A day that stands alone ("20일") is of the month of the date before it in the sentence, else of the report's.
    What may be counted from something told before (2년 뒤, 翌日) is left out where the sentence does not look ahead,
    unless `told` asks for it.
    """
    mentions = _grammar().find(text, anchor)
    if not told:
        mentions = [m for m in mentions if not m.told or _AHEAD.match(text, m.end)]
    return in_play(mentions, lambda end, start: not re.search(r"다[.\s”\"]|[.?!\n]", text[end:start]), onward=True)
