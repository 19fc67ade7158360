"""Interim: common dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from newsreel.model import Period
from newsreel.reading.almanac import definite, month_day
from newsreel.reading.dates import DateMention

_S = {"春": 21, "夏": 22, "秋": 23, "冬": 24, "初夏": 22, "初春": 21}
_RE = re.compile(
    r"(?P<era>昭和|平成|令和)?(?P<y>\d{4}|(?<!\d)\d{2}|来|今|昨|再来|一昨|翌|同)?(?P<yy>年)?(?P<sp>の)?(?:(?P<m>\d{1,2})(?P<mm>月期|月)(?:(?P<d>\d{1,2})日(?:[（(](?P<w>[月火水木金土日])[^）)]{0,4}[）)])?|(?P<part>上旬|中旬|下旬|初旬|初め|末|頭))?|(?P<s>初夏|初春|春|夏|秋|冬)|(?P<h>上半期|下半期))?"
    r"|(?P<rm>今月|来月|先月|翌月)(?:(?P<rd>\d{1,2})日|(?P<rpart>上旬|中旬|下旬|初旬|末))?|(?P<rs>[今来昨])(?P<rss>春|夏|秋|冬|初夏)|(?P<od>(?<![\d月])\d{1,2})日(?!間|目|連続)|(?P<rel>きょう|今日|本日|あす|明日|昨日|きのう)|(?P<ny>年内)"
)


def find_dates(text: str, anchor: dt.date) -> list[DateMention]:
    text = unicodedata.normalize("NFKC", text) if len(unicodedata.normalize("NFKC", text)) == len(text) else text
    out = []
    last = None
    for m in _RE.finditer(text):
        p = None
        try:
            p = _period(m, anchor, last)
        except ValueError:
            p = None
        if p is not None:
            if m["m"] or m["rm"]:
                last = p
            out.append(DateMention(m.start(), m.end(), p, definite(p, "day")))
    return out


def _year(m, anchor):
    y = m["y"]
    if not y or (not m["yy"]):
        return None
    if y.isdigit():
        n = int(y)
        if m["era"]:
            return n + {"昭和": 1925, "平成": 1988, "令和": 2018}[m["era"]]
        return n if n > 999 else (2000 + n if n < 50 else 1900 + n)
    return anchor.year + {"来": 1, "今": 0, "昨": -1, "再来": 2, "一昨": -2, "翌": 1, "同": 0}[y]


def _period(m, anchor, last):
    y = _year(m, anchor)
    if m["rel"]:
        return Period.day(anchor + dt.timedelta({"あす": 1, "明日": 1, "昨日": -1, "きのう": -1}.get(m["rel"], 0)))
    if m["ny"]:
        return Period.year(anchor.year)
    if m["rm"]:
        mo = anchor.month + {"今月": 0, "来月": 1, "先月": -1, "翌月": 1}[m["rm"]]
        if m["rd"]:
            f = Period.month(anchor.year, mo).start
            return Period.day(f.replace(day=int(m["rd"])))
        if m["rpart"]:
            return Period.third(anchor.year, mo, {"上旬": 0, "初旬": 0, "中旬": 1}.get(m["rpart"], 2))
        return Period.month(anchor.year, mo)
    if m["rs"]:
        return Period.part(anchor.year + {"今": 0, "来": 1, "昨": -1}[m["rs"]], _S[m["rss"]])
    if m["od"]:
        d = int(m["od"])
        base = last.start if last else anchor
        c = []
        for k in (-1, 0, 1):
            try:
                f = Period.month(base.year, base.month + k).start
                c.append(f.replace(day=d))
            except ValueError:
                pass
        if last:
            c = [x for x in c if x >= last.start] or c
            return Period.day(c[0])
        return Period.day(min(c, key=lambda x: (abs((x - anchor).days), x < anchor)))
    if m["m"]:
        mo = int(m["m"])
        if not 1 <= mo <= 12:
            return None
        if m["mm"] == "月期":
            yy = y or (anchor.year if mo >= anchor.month - 6 else anchor.year + 1)
            return Period.part(yy, {1: 33, 4: 34, 7: 35, 10: 36}.get(mo, 33))
        if m["d"]:
            w = "月火水木金土日".index(m["w"]) if m["w"] else None
            mean = month_day(anchor, mo, int(m["d"]), y, w)
            if mean is None:
                return None
            return min((mean.past, mean.future), key=lambda q: abs((q.start - anchor).days - 60))
        if y is None:
            y = min((anchor.year - 1, anchor.year, anchor.year + 1), key=lambda q: abs((dt.date(q, mo, 15) - anchor).days - 60))
        if m["part"]:
            return Period.third(y, mo, {"上旬": 0, "初旬": 0, "初め": 0, "頭": 0, "中旬": 1}.get(m["part"], 2))
        return Period.month(y, mo)
    if y is not None and m["s"]:
        return Period.part(y, _S[m["s"]])
    if y is not None and m["h"]:
        return Period.part(y, 40 if m["h"] == "上半期" else 41)
    if m["h"]:
        return Period.part(anchor.year, 40 if m["h"] == "上半期" else 41)
    if y is not None:
        return Period.year(y)
    return None
