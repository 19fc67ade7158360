"""English dates: what rows of date words mean."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, partial

from newsreel.model import Period
from newsreel.reading import almanac, dating
from newsreel.reading.almanac import Meaning, definite
from newsreel.reading.dates import DateMention, Grammar, Rule, Values, in_play, rule
from newsreel.reading.langs.en.datenumbers import NUMBER_RULES
from newsreel.reading.langs.en.datetokens import CORE, tokens


def _now(today: dt.date, _v: Values) -> Meaning | None:
    return dating.day_offset(today, {"t": 0})


def _said_weekday(today: dt.date, v: Values) -> Meaning | None:
    """Last Friday (the last gone), this Friday (this week's), next Friday (next week's)."""
    return dating.last_weekday(today, v) if v["r"] < 0 else dating.weekday(today, v)


def _said_date(today: dt.date, v: Values) -> Meaning | None:
    """Next June 28, last October 3: the next, the last such day."""
    way = dating.day_said_past if v["ry"] < 0 else dating.day_said_future
    return way(today, v)


def _next_but_one(today: dt.date, v: Values) -> Meaning | None:
    """The month after next."""
    return dating.relative(today, {"u": v["u"], "r": v["r"] + 1}) if v["r"] > 0 else None


def _day_beyond(today: dt.date, v: Values) -> Meaning | None:
    """The day after tomorrow, the day before yesterday."""
    step = 1 if v["t"] > 0 else -1
    return dating.day_offset(today, {"t": v["t"] + step}) if v["t"] else None


def _later_or_earlier(today: dt.date, v: Values) -> Meaning | None:
    """Two years later; earlier is from what was told before."""
    return dating.after_that(today, v) if v["e"] == "later" else None


def _stretch(today: dt.date, v: Values) -> Meaning | None:
    """The past three weeks, the next two days."""
    return dating.past_stretch(today, v) if v["r"] < 0 else dating.next_stretch(today, v) if v["r"] > 0 else None


def _later_in(today: dt.date, v: Values) -> Meaning | None:
    """Later in the year (r 0), earlier in the week."""
    whole = dating.relative(today, v)
    return whole and dating.later_part(today, {"a": whole, "e": v["e"]})


def _part_in(today: dt.date, v: Values) -> Meaning | None:
    """The end of the year, early in the month: of this one."""
    whole = dating.relative(today, {"u": v["u"], "r": 0})
    return whole and dating.part_of(today, {"a": whole, "e": v["e"]})


def _rest(today: dt.date, v: Values) -> Meaning | None:
    """The rest of the week."""
    whole = dating.relative(today, {"u": v["u"], "r": 0})
    return whole and dating.rest_of(today, {"a": whole})


def _last_of(today: dt.date, v: Values) -> Meaning | None:
    """The last week, the last Monday of a month or year (a)."""
    if v["r"] >= 0:
        return None
    last = {**v, "n": -1}
    return dating.nth_weekday(today, last) if "w" in v else dating.nth_week(today, last)


def _days_in_week(_today: dt.date, v: Values) -> Meaning | None:
    """Next week between Wednesday and Friday."""
    first, last = (v[name].cycle for name in "bc")
    if v["a"].kind != "week" or first is None or last is None:
        return None
    start, end = (cycle.after(v["a"].past.start) for cycle in (first, last))
    return start and end and almanac.between(definite(start, "day"), definite(end, "day"))


def _full_decade(today: dt.date, v: Values) -> Meaning | None:
    """1990s; "30s" alone is an age."""
    return dating.decade(today, v) if v["n"] >= 100 else None  # noqa: PLR2004 - four figures


def _this_unit(today: dt.date, v: Values) -> Meaning | None:
    """The coming weekend: this week's."""
    return dating.relative(today, {"u": v.get("u", "weekend"), "r": 0})


def _weekend_of(_today: dt.date, v: Values) -> Meaning | None:
    """The weekend of November 12."""
    return almanac.changed(v["a"], lambda period: almanac.weekend(period.start), "weekend")


def _weeks_back(today: dt.date, v: Values) -> Meaning | None:
    """Two Fridays ago."""
    last = dating.last_weekday(today, v)
    return last and definite(Period.day(last.past.start - (v["n"] - 1) * almanac.WEEK), "day", "past")


def _nth_day(today: dt.date, v: Values) -> Meaning | None:
    """The first day of next month (a), the last day of the month (u)."""
    whole = v["a"] if "a" in v else dating.relative(today, {"u": v["u"], "r": 0})
    if v["n"] == 0 or whole is None or whole.kind not in {"month", "year"}:
        return None
    return almanac.changed(whole, lambda period: almanac.nth_day(period, v["n"]), "day")


def _soon(today: dt.date, v: Values) -> Meaning | None:
    """Soon, recently: the year."""
    return definite(Period.year(today.year), "year", v["s"], "soon")


_rule = partial(rule, NUM="njkvwf", DAY="njkvwoJ", DIG="no", ORD="oJ", MON="Mm", WD="Dd", DATE="XPG", UNIT="1234568py",
                REL="rg", THIS="rgHh", PRE="Ii")  # fmt: skip

# Rows of one expression come before the rows that they are part of. Classes: data/dates.yml, and
# n number of one or two digits, o 21st, Y year of four digits, C 1990s, Z date in numbers, z the same where it needs a
# word before it, w number in words; X day, P period, G range, # counted units; ; the end of a sentence.
_RULES: tuple[Rule, ...] = (
    *NUMBER_RULES,
    # October 16 to 20, 2025; Feb between 2-7; from 3 until 12 of Sept; from 4 to January 22; from 4 to 22 this month
    _rule("F? m:MON [Ii]? F? H? d:DAY [T-] H? b:DAY ,? O? y:Y", "G", dating.days_between),
    _rule("F? m:MON F? H? d:DAY [T-] H? b:DAY (?![-,O]?[MmY1-9p])", "G", dating.days_between),
    _rule("m:MON B H? d:DAY [T&-] H? b:DAY (?:,?y:Y)?", "G", dating.days_between),
    _rule("B m:MON H? d:DAY [T&-] H? b:DAY (?:,?y:Y)?", "G", dating.days_between),
    _rule("F? H? d:DAY [T-] H? b:DAY O? m:MON (?:,?y:Y)?", "G", dating.days_between),
    _rule("B H? d:DAY [T&-] H? b:DAY O? m:MON (?:,?y:Y)?", "G", dating.days_between),
    _rule("[FB] H? d:DAY [T&-] m:MON H? b:DAY (?:,?y:Y)?", "G", dating.days_between),
    _rule("[FB] H? d:DAY [T&-] H? b:DAY [OIi]? H? r:REL 3", "G", dating.days_between),
    _rule("F? m:MON [T-] b:MON ,? O? ry:REL 4", "G", dating.months_between),
    _rule("B m:MON [T&-] b:MON ,? O? ry:REL 4", "G", dating.months_between),
    _rule("F? m:MON [T-] b:MON (?:,? O? y:Y)? (?!-?[nowJ])", "G", dating.months_between),
    _rule("B m:MON [T&-] b:MON (?:,? O? y:Y)? (?!-?[nowJ])", "G", dating.months_between),
    # Wednesday, October 16, 2025; 16 October 2025; 2025 Oct 16; Oct. 16; 16th of October
    _rule("(?:w:WD,?)? -? m:MON [-,]? H? d:DAY (?:\\([Dd]\\))? ,? [OIi]? y:Y", "X", dating.day),
    _rule("(?:w:WD,?H?)? d:DAY [-,]? O? m:MON [-,]? [OIi]? y:Y", "X", dating.day),
    _rule("m:MON [-,]? H? d:DAY ,? O? ry:REL 4", "X", dating.day),
    _rule("H? d:DAY O? m:MON ,? O? ry:REL 4", "X", dating.day),
    _rule("ry:REL m:M H? d:DAY", "X", _said_date),
    _rule("y:Y -? m:MON -? H? d:DAY (?![-T]<DAY>)", "X", dating.day),
    _rule("w:WD ,? \\(? m:MON [-,]? H? d:DAY \\)?", "X", dating.day),
    _rule("w:WD ,? \\(? H? d:DAY -? O? m:MON \\)?", "X", dating.day),
    _rule("m:M [-,]? H? d:DAY ,? \\(? w:WD \\)?", "X", dating.day),
    _rule("m:M -? H? d:DAY (?![1-9pYDd])", "X", dating.day),
    _rule("m:m d:DIG (?![1-9p])", "X", dating.day),
    _rule("(?<!2) d:DIG -? O? m:M", "X", dating.day),
    _rule("3 O m:m", "P", dating.month),
    _rule("(?<!2) d:DAY O m:MON", "X", dating.day),
    _rule("d:ORD m:M", "X", dating.day),
    _rule("(?<=[Ii]) H? d:DIG m:m", "X", dating.day),
    _rule("(?:w:WD,?)? z:Z", "X", dating.numeric),
    _rule("(?<=[IiFTB&-]) (?:w:WD,?)? z:z", "X", dating.numeric),
    _rule("z:z (?=[T-][Zz])", "X", dating.numeric),
    _rule("w:WD ,? z:z", "X", dating.numeric),
    _rule("(?<=[Ii]) m:n - d:n (?![1-9pYMm-])", "X", dating.day),
    # Thursday the 21st; the 20th of next month; Friday next week; last Friday; the coming Friday
    _rule("w:WD ,? H? d:ORD", "X", dating.day_alone),
    _rule("H? d:DAY O r:REL 3", "X", dating.day_in_month),
    _rule("w:WD d:n (?![1-9p])", "X", dating.day_alone),
    _rule("r:REL 2 ,? I? w:WD", "X", dating.weekday),
    _rule("I? w:WD ,? O? H? r:REL 2", "X", dating.weekday),
    _rule("r? g w:WD", "X", dating.coming_weekday),
    _rule("r? r:r w:D (?![OIi]?[PMm])", "X", _said_weekday),
    _rule("n:NUM w:qD (?:l|FN|c)", "X", dating.weeks_on),
    _rule("n:NUM w:qD a", "X", _weeks_back),
    # the day after tomorrow; today; the next day; the month after next
    _rule("H? 1 [b_] t:t", "X", _day_beyond),
    _rule("H? u:2347 b H? r:r", "P", _next_but_one),
    _rule("t:t", "X", dating.day_offset),
    _rule("H r:r 1 (?!O)", "X", dating.day_told),
    _rule("r:h u:1", "X", dating.relative),
    _rule("(?<!H) r:r u:1 (?!O)", "X", dating.relative),
    # two weeks ago; two weeks from now; two days from tomorrow; within five days; for three days from today
    _rule("n:NUM & A? 9 u:UNIT", "#", dating.units_and_half),
    _rule("n:NUM -? O? u:UNIT", "#", dating.units),
    _rule("A f O? u:UNIT", "#", dating.units),
    _rule("A u:12345 & A 9", "#", dating.units),
    _rule("A u:12345y", "#", dating.units),
    _rule("k:# ,? &? l:#", "#", dating.units_together),
    _rule("k:# a", "X", dating.ago),
    _rule("k:# FN", "X", dating.later),
    _rule("k:# (?:l|iH?\\^)", "G", dating.next_stretch),
    _rule("W H? <REL>? k:# F? a:X?", "G", dating.within),
    _rule("< k:# ,? F a:X", "G", dating.within),
    _rule("<? k:# s F? I? H? a:X", "G", dating.within),
    _rule("k:# [Fb] a:X", "X", dating.later),
    _rule("k:# _ a:X", "X", dating.ago),
    _rule("H? r:REL k:#", "P", _stretch),
    _rule("k:# e:c", "X", _later_or_earlier),
    _rule("i k:#", "X", dating.after_that),
    # October 2025; 2016, nov; October next year; next October
    _rule("m:MON ,? [OIi]? y:Y", "P", dating.month),
    _rule("y:Y ,? m:M", "P", dating.month),
    _rule("m:M ,? [Oi]? ry:REL 4", "P", dating.month),
    _rule("r? r:REL m:M", "P", dating.said_month),
    # fall 2025; this fall; in the fall; early summer; Q4 2025; the third quarter of this year; H2
    _rule("e? -? c:SQ ,? [Oi]? H? y:Y", "P", dating.part),
    _rule("y:Y -? c:SQ", "P", dating.part),
    _rule("c:SQ ,? [Oi]? H? ry:THIS 4", "P", dating.part),
    _rule("r? r:REL e? c:S", "P", dating.said_part),
    _rule("(?<=[Iie<-]) (?:HeO?)? H? c:S", "P", dating.part),
    _rule("(?<=EO) H? c:S", "P", dating.part),
    _rule("e c:S", "P", dating.part),
    _rule("H? c:Q", "P", dating.part),
    _rule("H? n:ORD -? u:89 ,? [Oi]? y:Y", "P", dating.nth_part),
    _rule("y:Y ,? -? H? n:ORD -? u:89", "P", dating.nth_part),
    _rule("H? n:ORD -? u:89 [Oi]? ry:THIS 4", "P", dating.nth_part),
    _rule("[Ii] H? n:ORD u:8", "P", dating.nth_part),
    _rule("m:M (?![nowJ])", "P", dating.month),
    _rule("(?<=[IiOFTB_&e-]) m:M", "P", dating.month),
    # later in the year; the end of the year; year's end; the rest of the week; this week; the weekend
    _rule("e:c i r:H u:2347", "P", _later_in),
    _rule("H? e:E O H? u:2348", "P", _part_in),
    _rule("e:e i H u:2348", "P", _part_in),
    _rule("(?:H|r)? u:4 -? e:E", "P", _part_in),
    _rule("R O? <THIS>? u:2347", "P", _rest),
    _rule("H? r? g u:7", "P", _this_unit),
    _rule("H? r? r:REL u:234578 (?!O[YPMmr])", "P", dating.relative),
    _rule("H? r:REL u:6", "P", dating.relative),
    _rule("r:h u:2347", "P", dating.relative),
    _rule("r:H u:7 (?!s|O)", "P", dating.relative),
    _rule("_ r:H u:4 (?!O)", "P", dating.relative),
    # early next month; the beginning of March; later this month; the second half of 2025
    _rule("e:e -? y:Y", "P", lambda today, v: dating.part_of(today, {"e": v["e"], "a": almanac.year(v["y"])})),
    _rule("H? e:E O y:Y", "P", lambda today, v: dating.part_of(today, {"e": v["e"], "a": almanac.year(v["y"])})),
    _rule("(?:e[T-]|H)? e:e -? H? a:P", "P", dating.part_of),
    _rule("H? e:E O H? a:P", "P", dating.part_of),
    _rule("e:c i? a:P", "P", dating.later_part),
    _rule("H? n:ORD u:89 [Oi] a:P", "P", dating.nth_part_of),
    # first week of October; last week of 2015; week of the 18th; week 31; first Friday of July; last Monday of April
    _rule("H? n:ORD 2 [Oi]? H? a:P", "P", dating.nth_week),
    _rule("H? r:r 2 [Oi] a:P", "P", _last_of),
    _rule("H? n:ORD w:WD [Oi]? H? a:P", "X", dating.nth_weekday),
    _rule("H? r:r w:WD [Oi]? H? a:P", "X", _last_of),
    _rule("H? n:J w:WD", "X", dating.nth_weekday),
    _rule("H? 2 [Os] I? H? d:o", "P", lambda today, v: dating.week_of(today, {"a": dating.day_alone(today, v)})),
    _rule("H? 2 [Os] I? H? a:X", "P", dating.week_of),
    _rule("3 O H? a:X", "P", dating.month_of),
    _rule("H? 7 O H? a:X", "P", _weekend_of),
    _rule("H? n:ORD 1 [Oi] H? a:P", "X", _nth_day),
    _rule("H? n:r 1 [Oi] H? a:P", "X", _nth_day),
    _rule("H? n:ORD 1 [Oi] H u:34", "X", _nth_day),
    _rule("H? n:r 1 [Oi] H u:34", "X", _nth_day),
    _rule("2 n:n (?:[Oi]a:P)?", "P", dating.nth_week),
    # the 1970s; the 15th century; Christmas Day; the 27th
    _rule("[HA] n:C", "P", dating.decade),
    _rule("(?<=i) n:C", "P", dating.decade),
    _rule("n:C", "P", _full_decade),
    _rule("H n:V", "P", dating.decade),
    _rule("n:ORD u:6", "P", dating.century),
    _rule("r? x:x (?:,?y:Y)?", "X", dating.holiday),
    _rule("(?<=[IiFT_b<]) x:*", "X", dating.holiday),
    _rule("ry:REL x:*", "X", dating.holiday),
    _rule("x:* y:Y", "X", dating.holiday),
    _rule("H d:o (?=[;,)T])", "X", dating.day_alone),
    _rule("(?<=[IF])H d:o", "X", dating.day_alone),
    _rule("(?<=[Ii<])H d:njkvw (?=;)", "X", dating.day_alone),
    # from 2003 to 2007; 2024-25; in 1728; 2019
    _rule("F? y:Y [T-] b:Y", "G", dating.years_between),
    _rule("B y:Y & b:Y", "G", dating.years_between),
    _rule("y:Y - b:n (?!-)", "G", dating.years_between),
    _rule("(?<=[IiFT_b]) y:Y", "P", dating.year),
    _rule("y:Y", "P", dating.bare_year),
    _rule("w:D", "X", dating.weekday),
    _rule("(?<=[FB])N", "X", _now),
    _rule("s:%", "P", _soon),
    _rule("g p", "P", lambda today, _v: _soon(today, {"s": "future"})),
    # one to another
    _rule("a:P B b:X & c:X", "G", _days_in_week),
    _rule("F? a:DATE ,? [T-] H? b:DATE", "G", dating.between),
    _rule("B a:DATE & H? b:DATE", "G", dating.between),
)


@cache
def _grammar() -> Grammar:
    return Grammar(tokens, _RULES, CORE)


# A sentence looks ahead where one of these stands before "in two weeks", "two years later".
_AHEAD = re.compile(r"(?:\b(?:will|shall|to|due|set|slated|expected|scheduled|plans?|hopes?)\b|['’]ll\b)[^.!?]*$")


def find_dates(text: str, anchor: dt.date, *, told: bool = False) -> list[DateMention]:
    """The dates that an English text names, in order, none overlapping another; `anchor` is the report's day.

    What may be counted from something told before ("two years later") is left out where the sentence does not look
    ahead, unless `told` asks for it.
    """
    mentions = _grammar().find(text, anchor)
    if not told:
        mentions = [m for m in mentions if not m.told or _AHEAD.search(text, max(m.start - 120, 0), m.start)]
    return in_play(mentions, lambda end, start: re.search(r"[.!?]\s|\n\s*\n", text[end:start]) is None)
