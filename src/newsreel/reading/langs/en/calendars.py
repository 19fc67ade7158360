"""Calendars and schedules: lines of titles under or beside their dates, without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.dates import resolve
from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.grids import country_code, names_in_rows
from newsreel.reading.langs.en.rows import rows
from newsreel.reading.langs.en.subject import heads_line
from newsreel.reading.langs.en.titlelines import title_lines

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_AFTER_TITLE = re.compile(r"[\"”’'*]* ?(?:S\d+ ?)?(?:\.{3,}|[(–—:|,-]) ?(?:to |on |from )?$")
_AROUND = re.compile(r"(?:[\W\d]|am|pm|noon)*", re.IGNORECASE)
_ARROW = re.compile(r" ?(?:→|->|=>) ?")
_DAY_FIRST = re.compile(r"[\W_]*\|[\"”’'*.]* ?(?:[–—:|-]|at \d[\d.:apm ]*[–—:|-]?) ?[\"“‘'*]*")
LEADING = 4
_SHOWING = frozenset({"broadcaster", "streamer"})
_FINE = frozenset({"day", "month", "weekend"})


def calendars(document: Document) -> Iterable[Draft]:
    """First showings from calendars: two lines or more of the same make."""
    found = [*_under(document), *_beside(document), *_of_month(document)]
    _in_its_month(document, found)
    listed = list(_in_brackets(document))
    in_rows = names_in_rows(document)
    if len({d.sentence.index for d in found}) < 2 and not in_rows:  # noqa: PLR2004 - two lines or more
        return listed
    found += listed
    channel = _channel(document)
    dated = [*found, *(d for d in rows(document) if d.predicate == "release_date")] if channel is not None else ()
    return found if channel is None else [*found, *_shown(dated, channel)]


_CALENDAR = re.compile(
    r"\b(?:new|coming|arriv\w+|what['’]s|everything|month|week|schedule|calendar|slate|line-?up|dates?|diary|in (?:January|February|March|April|May|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)


_DAY_ONLY = re.compile(r"[A-Za-z.,]* ?(\d{1,2})(?:st|nd|rd|th)?")


def _in_its_month(document: Document, found: list[Draft]) -> None:
    """A calendar's days without a month are of the one month that its headline names, where their weekdays agree."""
    head = next((s for s in document.sentences if s.zone == HEADLINE), None)
    months = [m.value for m in head.mentions if m.kind == "D" and m.value.kind == "month"] if head else []
    if len(months) != 1:
        return
    first = resolve(months[0], future=None).start
    for draft in found:
        day = _DAY_ONLY.fullmatch(draft.mention.text) if draft.mention is not None else None
        if day is None or draft.mention is None or not isinstance(draft.object, str):
            continue
        with suppress(ValueError):
            meant = first.replace(day=int(day[1]))
            named = draft.mention.text[:3].lower()
            if not named.isalpha() or named == meant.strftime("%a").lower():
                draft.object = meant.isoformat()


def _channel(document: Document) -> Mention | None:
    """The one service whose calendar the report is, as its headline says: "New on Kite TV in May"."""
    head = next((s for s in document.sentences if s.zone == HEADLINE), None)
    if head is None or not _CALENDAR.search(document.text, head.start, head.end):
        return None
    shown = [m for m in head.mentions if m.kind == "O" and org_kind(m.referent, m.text) in _SHOWING]
    if len({m.text for m in shown}) != 1 or shown[0].referent is None:
        return None
    name, _, country = shown[0].text.rpartition(" ")
    if name in lexicon.organizations() and country_code(country):  # "Netflix UK": what is shown there is on Netflix
        shown[0].referent.call(name)
    return shown[0]


def _shown(found: Iterable[Draft], channel: Mention) -> Iterator[Draft]:
    """Every title of a service's calendar is shown there, unless its line names another service."""
    for draft in found:
        others = (m for m in draft.sentence.mentions if m.kind == "O" and m.referent is not channel.referent)
        if draft.status != "denied" and not any(org_kind(m.referent, m.text) in _SHOWING for m in others):
            yield Draft(
                "platform",
                draft.subject,
                channel.referent,
                draft.sentence,
                draft.start,
                draft.end,
                "en/time/calendar-of",
                mention=channel,
            )


def _under(document: Document) -> Iterator[Draft]:
    """Titles that head the lines below a line that is a date and nothing else."""
    day: Mention | None = None
    text = document.text
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        only = _only_date(text, sentence)
        if only is not None:
            day = only
            continue
        opens = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip() == ""
        if day is None or not opens:
            continue
        title = next((m for m in sentence.mentions if m.kind == "W"), None)
        if title is not None and title.referent is not None and heads_line(document, title):
            yield _draft(sentence, title, day)


_DAY_MARK = re.compile(
    r"[ \t]*(?:[•*▪■-] ?)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?(\d{1,2})(?:st|nd|rd|th)?(?: [–—-]|:|,)? "
)
_HEAD = 24  # code points of a line that is a month


def _of_month(document: Document) -> Iterator[Draft]:
    """Titles whose lines begin with a day, under a line that is a month and nothing else: "8 – Harbor (Acme)" under "MAY"."""
    month: Mention | None = None
    text = document.text
    titles = {start for start, _ in title_lines(document).values()}
    for sentence in document.sentences:
        if sentence.zone in (FURNITURE, HEADLINE):
            continue
        row = sentence.mentions
        if len(row) == 1 and row[0].kind == "D" and row[0].value.kind == "month":
            whole = text[text.rfind("\n", 0, row[0].start) + 1 : (text.find("\n", row[0].end) + 1 or len(text) + 1) - 1]
            alone = len(whole) < _HEAD and not re.sub(
                r"[\W\d]", "", text[sentence.start : row[0].start] + text[row[0].end : sentence.end]
            )
            month = row[0] if alone else month
            continue
        title = next((m for m in row if m.kind == "W"), None)
        day = _DAY_MARK.match(text, text.rfind("\n", 0, sentence.start) + 1)
        if month is None or day is None or title is None or title.referent is None or title.start not in titles:
            continue
        with suppress(ValueError):
            named = any(c.isdigit() for c in month.text)
            first = resolve(month.value, future=None if named else True).start
            draft = _draft(sentence, title, month)
            draft.object = first.replace(day=int(day[1])).isoformat()
            yield draft


def _only_date(text: str, sentence: Sentence) -> Mention | None:
    row = [m for m in sentence.mentions if m.kind == "D"]
    if len(row) != 1 or row[0].value.kind != "day":
        return None
    rest = text[sentence.start : row[0].start] + text[row[0].end : sentence.end]
    return row[0] if _AROUND.fullmatch(rest) else None


def _beside(document: Document) -> Iterator[Draft]:
    """Titles that head a line with their date right behind ("Harbor (Friday, 9pm)", "Harbor: May 3 → May 10")."""
    text = document.text
    for sentence in document.sentences:
        works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
        dates = [m for m in sentence.mentions if m.kind == "D" and m.value.kind in _FINE]
        if sentence.zone == FURNITURE or not dates or sentence.start in names_in_rows(document):
            continue
        if (
            len(dates) > 1
            and dates[0].start - sentence.start < LEADING
            and _ARROW.fullmatch(text[dates[0].end : dates[1].start])
        ):
            yield from _row(document, sentence, dates)
            continue
        if not works or not heads_line(document, works[0]):
            continue
        if dates[0].end <= works[0].start and _DAY_FIRST.fullmatch(
            text[sentence.start : dates[0].start] + "|" + text[dates[0].end : works[0].start]
        ):
            yield _draft(sentence, works[0], dates[0])
            continue
        title, first = works[0], dates[0]
        if not _AFTER_TITLE.fullmatch(text[title.end : first.start]):
            continue
        if len(dates) > 1 and _ARROW.fullmatch(text[first.end : dates[1].start]):
            gone = _draft(sentence, title, first)
            gone.status, gone.fixed = "denied", True
            yield gone
            first = dates[1]
        yield _draft(sentence, title, first)


def _in_brackets(document: Document) -> Iterator[Draft]:
    """Titles of one sentence with their dates in brackets: '"Harbor" (Feb. 1), "Kite" (March 8)'; two or more."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        row = [
            (a, b)
            for a, b in pairwise(sentence.mentions)
            if a.kind == "W"
            and a.referent is not None
            and b.kind == "D"
            and b.value.kind in _FINE
            and document.text[a.end : b.start].strip("\"”’',*") == " ("
            and document.text[b.end : b.end + 1] in {")", ",", ";"}
        ]
        if len(row) > 1:
            yield from (_draft(sentence, title, day) for title, day in row)


def _row(document: Document, sentence: Sentence, dates: list[Mention]) -> Iterator[Draft]:
    """The old date and the new one, of the work that the line speaks of."""
    work = document.work_at(sentence.start)
    if work is None:
        return
    for day, gone in ((dates[0], True), (dates[1], False)):
        draft = Draft(
            "release_date",
            work,
            resolve(day.value, future=None).edtf,
            sentence,
            day.start,
            day.end,
            "en/time/listed",
            mention=day,
        )
        if gone:
            draft.status, draft.fixed = "denied", True
        yield draft


def _draft(sentence: Sentence, title: Mention, day: Mention) -> Draft:
    assert title.referent is not None  # noqa: S101 - asked before
    weekday = day.text.strip().lower() in lexicon.WEEKDAYS  # of the week to come
    value = resolve(day.value, future=True if weekday else None).edtf
    return Draft(
        "release_date",
        title.referent,
        value,
        sentence,
        title.start,
        max(title.end, day.end if day.end <= sentence.end and day.start >= sentence.start else title.end),
        "en/time/listed",
        mention=day,
    )
