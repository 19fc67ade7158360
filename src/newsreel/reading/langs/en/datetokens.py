"""English text as rows of date words: which words stand together, and the class of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import digits
from typing import Any

from newsreel.reading import dating
from newsreel.reading.dates import Item
from newsreel.reading.datewords import date_words
from newsreel.reading.literals import Signs, alternation, lowered

# A written: what is no date though it holds digits (times, money, shares, decimals), a date in numbers, or a word.
_TOKEN = re.compile(
    r"""
    (?P<skip>\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)? | \d{1,2}\s?[ap]\.?m\b\.? | [$€£¥₩\#]\s?\d[\d,.]*
        | \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+(?:\.\d+)?\s?% | (?:No|Nos|vol|ep)\.\s?\d+ | \d+['’]\d )
  | (?P<joined>(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))
  | (?P<numeric>\d{4}(?P<mark1>\s?[-/.]\s?)\d{1,2}(?P=mark1)\d{1,2}(?!\d)
        | \d{1,2}(?P<mark2>[-/.])\d{1,2}(?P=mark2)(?:\d{4}|\d\d)(?!\d) | \d{1,2}/\d{1,2},(?:\d{4}|\d\d)(?!\d) )
  | (?P<yearmonth>(?:1[89]|20)\d\d\s?[-/.]\s?(?:1[0-2]|0?[1-9])(?![\d.,/]{0,8}\d)
        | (?:1[0-2]|0?[1-9])\s?[-/]\s?(?:1[89]|20)\d\d(?!\d))
  | (?P<short>(?<![\d.,/-])\d{1,2}[/.]\d{1,2}(?![\d%/-]|[.,]\d|\s?(?:million|billion|percent|stars?)\b))
  | (?P<decade>(?:1[5-9]|20)\d0['’]?s\b | ['’‘]?[1-9]0['’]?s\b)
  | (?P<yy>['’‘]\d\d\b)
  | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<short_part>[QH][1-4]\b | [1-4][QH]\b)
  | (?P<number>\d+)
  | (?P<word>[A-Za-z]+(?:['’]s\b)?)
  | (?P<mark>[-–—~,()&])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)
# Classes without one of which no row is a date; words of the other classes only go with them.
CORE = "MmDd12345678SQCZzYxtVaNc%*pynoKLvkq"
_LEADING, _FOLLOWING = 8, 40
# Months that are first names, surnames or common words: before a capital word they are none ("June Squibb").
_NAMES = frozenset({"may", "april", "june", "august", "march", "jan", "mar"})
_SURNAME = re.compile(r"['’]s\b| +[A-Z][a-z]+\b(?! +\d)")
_LOWER_WORDS = frozenset({"may", "march", "mar", "august"})
_NO_YEAR = re.compile(
    r"[-\s]?(?:people|persons|episodes?|screens?|theat\w+|cinemas|copies|seats|fans|women|men|children|students|points"
    r"|votes|dollars|won|yen|miles?|meters|metres|feet|km|kg|pounds|euros|titles|entries|times|actors|extras)\b"
)
# A season before one of these is one of this or the coming year: "a spring start", "its fall slate".
_SEASON_OF = re.compile(
    r" (?:start|release|launch|shoot|premiere|bow|debut|production|schedule|opening|return|rollout)\b"
)
_PAUSE = re.compile(r"\s*(?:[.!?]|\n\s*\n|$)")
_STOP = re.compile(r"[.!?](?:\s|$)|\n\s*\n")


@cache
def _phrases() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of those entries that are several words, and a pattern of them all."""
    phrases = sorted((word for word in date_words("en") if " " in word), key=len, reverse=True)
    row = "|".join(re.escape(phrase).replace("\\ ", r"\s+").replace("'", "['’]") for phrase in phrases)
    return frozenset(phrase.split(" ")[0].removesuffix("'s") for phrase in phrases), re.compile(
        rf"(?:{row})\b", re.IGNORECASE
    )


@cache
def _core() -> frozenset[str]:
    """The words one of which every row holds that has no figures."""
    return frozenset(
        w.split(" ")[0].removesuffix("'s") if cls in "x*" else w
        for w, (cls, _) in date_words("en").items()
        if cls in CORE + "x@"
    )


@cache
def _signs() -> Signs:
    return Signs([[*_core(), *digits]])


@cache
def _rows() -> re.Pattern[str]:
    """A row in lower-case text: words of dates that stand together, one of them at least of a class in CORE."""
    words, core = date_words("en"), _core()
    loose = {w for w, (cls, _) in words.items() if cls not in CORE + "x@"} - core
    figures = r"(?:nos?\.\s?|vol\.\s?|ep\.\s?|[$€£¥₩#]\s?|['’‘])?\d[\d.,:/'’]*(?:%|[a-z]+)?"
    ends = r"(?:['’]s)?(?![a-z])\.?"
    strong = rf"(?:{figures}|(?:{alternation(core)}|q[1-4]|h[12]){ends}|(?:{alternation(core)})(?=\d))"
    weak = rf"(?:(?:{alternation(loose)}){ends}|[-–—~,()&])"
    gap = r"(?:[ \t\xa0]*(?:\n(?!\s*\n)[ \t]*)?)"
    return re.compile(
        rf"(?<![a-z\d])(?:{weak}{gap}){{0,{_LEADING}}}{strong}(?:{gap}(?:{strong}|{weak})){{0,{_FOLLOWING}}}"
    )


def tokens(text: str) -> Iterator[Item]:
    """The words, numbers and marks of the rows of a text, an item of class "." after each row."""
    low = lowered(text)
    if not _signs().found(low):
        return
    moved = -1
    for row in _rows().finditer(low):
        start, end = row.span()
        for item in _row(text, start, end):
            if item.cls == "@":
                moved = item.end
            elif item.cls in "FT" and moved >= 0 and _STOP.search(text, moved, item.start) is None:
                yield Item(".", None, item.start, item.end)
                continue
            yield item
        if _PAUSE.match(text, end) or text[end - 1] == ".":
            yield Item(";", None, end, end)
        yield Item(".", None, end, end)


def _row(text: str, position: int, end: int) -> Iterator[Item]:
    words = date_words("en")
    heads, phrases = _phrases()
    while position < end and (match := _TOKEN.search(text, position)) and match.start() < end:
        kind, written, start = match.lastgroup or "", match[0], match.start()
        position = match.end()
        if kind == "word":
            low = written.lower().removesuffix("'s").removesuffix("’s")
            found = words.get(low)
            if low in heads and (phrase := phrases.match(text, start)):
                found = words[re.sub(r"\s+", " ", phrase[0].lower().replace("’", "'"))]
                position = phrase.end()
            item = _word(text, low, found, start, position) if found else Item(".", None, start, position)
            position = item.end
            yield item
        elif kind == "mark":
            yield Item("-" if written in "-–—~" else written, None, start, position)
        elif kind == "number":
            yield _number(text, written, start, position)
        else:
            yield _digits(kind, written, start, position)


def _word(text: str, low: str, found: tuple[str, Any], start: int, end: int) -> Item:
    cls, value = found
    as_written = text[start : start + len(low)]
    if cls == "M" and low in _NAMES and (as_written in _LOWER_WORDS or _SURNAME.match(text, end)):
        cls = "M" if as_written != low and text[max(start - 2, 0) : start - 1].isdigit() else "m"
    elif cls == "S" and _SEASON_OF.match(text, end):
        cls = "Q"
    elif (low == "century" and as_written != low) or (cls == "%" and text[max(start - 3, 0) : start] == "as "):
        cls = "."
    if cls in "Mmd" and text[end : end + 1] == ".":
        end += 1
    return Item(cls, value, start, end)


def _number(text: str, written: str, start: int, end: int) -> Item:
    number = int(written) if len(written) <= 4 else 0  # noqa: PLR2004 - no year has more digits
    if len(written) <= 2:  # noqa: PLR2004 - a day or month
        return Item("n", number, start, end)
    if len(written) == 4 and 1000 <= number <= 2199 and not _NO_YEAR.match(text, end):  # noqa: PLR2004 - years written of
        return Item("Y", number, start, end)
    return Item(".", None, start, end)


def _digits(kind: str, written: str, start: int, end: int) -> Item:
    if kind == "short_part":
        found = date_words("en").get(written.lower())
        return Item(found[0], found[1], start, end) if found else Item(".", None, start, end)
    numbers = [written[:4], written[4:6], written[6:]] if kind == "joined" else re.findall(r"\d+", written)
    if kind in {"joined", "numeric", "yearmonth", "short"}:
        value = dating.sort_numbers(numbers)
        sure = kind != "short" or ("/" in written and (written[0] == "0" or "/0" in written))
        cls = "." if value is None or written in {"24/7", "9/11", "50/50"} else "Z" if sure else "z"
        return Item(cls, value, start, end)
    if kind == "yy":
        return Item("Y", dating.full_year(int(numbers[0])), start, end)
    if kind in {"decade", "nth"}:
        return Item("C" if kind == "decade" else "o", int(numbers[0]), start, end)
    return Item(".", None, start, end)
