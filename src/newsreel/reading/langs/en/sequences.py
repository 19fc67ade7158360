"""First showings told one after another: days that only the first verb governs, and days counted from the one before.

"Mark your diaries: Harbor on 5 June, Kite a week later, and on the 26th Tide"; "The French get it on the 13th, the rest
of us on 17 June".
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from newsreel.reading.dates import resolve
from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.mask import NUMBER_BASE, NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreel.reading.document import Document, Referent, Sentence
    from newsreel.reading.mask import Masked

_W, _D = (f"{kind_char(letter)}{NUMBER_CLASS}" for letter in "WD")
_WHERE = f"[{''.join(map(kind_char, 'LOKAX'))}]{NUMBER_CLASS}"
_MARK = r"[\"”’'“‘*]*"
_OWN = rf"(?:(?:{_WHERE}|[A-Z][a-z]+)['’]s )?{_MARK}"  # "Acme's Harbor"
_PLACED = rf"(?: ?\([^()]{{0,40}}\))?(?: (?:in|at|to|for) (?:the )?(?:{_WHERE}|cinemas|theat(?:er|re)s))?"
_VERB = r"(?: (?:is|are|comes?|goes|arrives?|follows?|opens?|lands?|bows?|turns up|drops?|then|also|out|next|up))*"
# A title with its day, in either order: Harbor on 5 June, on the 26th Tide, 22 May: Kite.
_PAIR = rf"(?:{_OWN}(?P<w{{n}}>{_W}){_MARK}{_PLACED}{_VERB},?(?: on| for| in| from|:| [–—-]| \((?:[^()]{{0,30}}, )?)? ?(?:the )?(?P<d{{n}}>{_D})\)?|(?:[Oo]n |[Ff]rom |[Cc]ome )?(?:the )?(?P<e{{n}}>{_D})(?:,|:| [–—-])?{_VERB}(?: [a-z]+ing)? {_OWN}(?P<v{{n}}>{_W}){_MARK})"
_JOINT = r"(?:,? and |, |; ?|\. )(?:then |finally |lastly |also )?"
_JOINED = re.compile(_JOINT + r"[\"“‘]?")
_ONE = Sought(_PAIR.replace("{n}", ""))
_SIX = "one|two|three|four|five|six|seven|eight|ten|twelve|a couple of|a few|a|an|the"
_LATER = Sought(
    rf"(?P<n>{_SIX}|\d+) (?P<u>day|week|fortnight|month)s? (?P<way>later|after(?:wards)?|on(?= |[,.;]|$)|behind|earlier|before)\b(?! that {_W})"
)
_COUNTS = {
    "a": 1, "an": 1, "the": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12,
}  # fmt: skip
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_TOO = re.compile(
    rf"(?:{_W}{_MARK}{_PLACED})?(?:,? and|,|;|,? but|,? while| –)? (?:then )?(?:in )?(?:the rest of us|the rest|the others?|everyone else|elsewhere|here|there|(?:the )?{_WHERE}(?:ns|s)?(?:(?:,| and) (?:the )?{_WHERE})*|(?:the )?[A-Z][a-z]+s|(?:the )?(?:world|British|French|Americans?|public|critics|cinemas|theaters|others))?"
    r"(?: (?:follows?|gets? it|get theirs|a|will|must wait|waits?|have to wait|from))*,? ?(?:on|until|till|in|from|for|to) $"
)
_SHOWS = "release_date"
_AHEAD_OF = 45  # characters of masked text between a title and the days counted
_OTHER = re.compile(
    r"\b(?:wrap|shot|shoot|film(?:ed|ing)|product|announc|died|born|old|married|said|told|join|sign|hospital|trailer|cast)\w*",
    re.IGNORECASE,
)


def sequences(document: Document, sentence: Sentence, told: list[Draft]) -> Iterator[Draft]:
    """First showings of a sentence that go on from those told in it or in the one before (`told`, in order)."""
    masked = sentence.masked
    if sentence.zone == FURNITURE or masked is None:
        return
    here = [draft for draft in told if draft.predicate == _SHOWS and draft.sentence is sentence]
    found = list(_row(sentence, masked, here)) if any(m.kind == "D" for m in sentence.mentions) else []
    found += _elsewhere(sentence, masked, [*here, *found])
    yield from found
    yield from _counted(document, sentence, masked, [d for d in [*told, *found] if d.predicate == _SHOWS])


def _row(sentence: Sentence, masked: Masked, here: list[Draft]) -> Iterator[Draft]:
    """Titles with their days, two or more of one make, of which no verb governs each."""
    text = masked.text
    known = {id(draft.mention) for draft in here}
    ends = [_place(masked, draft) + 1 for draft in here]
    pairs = list(_ONE.matches(text, masked.low))
    counted = [m for m in _LATER.matches(text, masked.low) if masked.text[m.start() - 3 : m.start() - 2] == _W[0]]
    items = sorted([*pairs, *counted], key=lambda m: m.start())
    for number, m in enumerate(items):
        if m not in pairs:
            continue
        behind = any(_JOINED.fullmatch(text, end, m.start()) for end in [*ends, *(o.end() for o in items[:number])])
        ahead = number + 1 < len(items) and _JOINED.fullmatch(text, m.end(), _opens(items[number + 1], text))
        if behind or ahead:
            work, day = (masked.mentions_in(m[a] or m[b])[0] for a, b in (("w", "v"), ("d", "e")))
            if id(day) in known or work.referent is None or day.indirect or day.value.kind not in _FINE:
                continue
            draft = _draft(sentence, masked, work.referent, m, resolve(day.value, future=None).edtf)
            draft.mention = day
            yield draft


def _opens(m: re.Match[str], text: str) -> int:
    """Where an item of a row begins: days counted stand behind their title."""
    if "w" in m.re.groupindex:
        return m.start()
    quoted = text[max(0, m.start() - 5) : m.start()]
    return m.start() - len(quoted) + (quoted.find(_W[0]) if _W[0] in quoted else len(quoted))


_FINE = frozenset({"day", "month", "weekend", "week", "part"})


def _place(masked: Masked, draft: Draft) -> int:
    """Where a draft's date ends in masked text; -1 where it has none."""
    if draft.mention is None or draft.mention not in masked.mentions:
        return -1
    return masked.text.find(chr(NUMBER_BASE + masked.mentions.index(draft.mention))) + 1


def _elsewhere(sentence: Sentence, masked: Masked, here: list[Draft]) -> Iterator[Draft]:
    """The days on which others get the same work: "on the 13th in France, the rest of us on 17 June"."""
    last = max(here, key=lambda draft: _place(masked, draft), default=None)
    if last is None or last.status == "denied":
        return
    known = {id(draft.mention) for draft in here}
    for m in re.finditer(_D, masked.text):
        day = masked.mentions_in(m.group())[0]
        end = _place(masked, last)
        if m.start() < end or id(day) in known or day.value.kind not in _FINE:
            continue
        if not _TOO.fullmatch(masked.text, end, m.start()):
            return
        last = _draft(sentence, masked, last.subject, m, resolve(day.value, future=None).edtf)
        last.mention = day
        yield last


def _counted(document: Document, sentence: Sentence, masked: Masked, told: list[Draft]) -> Iterator[Draft]:
    """Days counted from the one told last: "Kite follows a week later"."""
    for m in _LATER.matches(masked.text, masked.low):
        first = _before(document, sentence, masked, told, m.start())
        count = _COUNTS.get(m["n"].lower()) or (int(m["n"]) if m["n"].isdigit() else 0)
        work = _titled(masked, m)
        if first is None or not count or work is None or work is first.subject:
            continue
        day = _shifted(str(first.object), -count if m["way"] in {"earlier", "before"} else count, m["u"])
        if day:
            yield _draft(sentence, masked, work, m, day)


def _before(document: Document, sentence: Sentence, masked: Masked, told: list[Draft], at: int) -> Draft | None:
    """The first showing, to the day, that is told last before a place of a sentence."""
    start = masked.position(at)
    near = [
        draft
        for draft in told
        if draft.start <= start and draft.status != "denied" and draft.sentence.paragraph >= sentence.paragraph - 1
    ]
    last = max(near, key=lambda draft: draft.mention.end if draft.mention else draft.end, default=None)
    return last if last is not None and start - last.end < len(document.text) else None


def _titled(masked: Masked, m: re.Match[str]) -> Referent | None:
    """The title that days counted are said of: the nearest before them, and nothing else happens between."""
    left = masked.text[max(0, m.start() - _AHEAD_OF) : m.start()]
    names = list(re.finditer(_W, left))
    if not names or _OTHER.search(left[names[-1].end() :]) or re.search(r"[;.:]", left[names[-1].end() :]):
        return None
    return masked.mentions_in(names[-1].group())[0].referent


def _shifted(edtf: str, count: int, unit: str) -> str:
    """A day moved by days, weeks, fortnights or months; "" where it is no day."""
    with suppress(ValueError):
        day = dt.date.fromisoformat(edtf)
        if unit in _DAYS:
            return (day + dt.timedelta(days=count * _DAYS[unit])).isoformat()
        months = day.month - 1 + count
        return day.replace(year=day.year + months // 12, month=months % 12 + 1).isoformat()[:7]
    return ""


def _draft(sentence: Sentence, masked: Masked, work: Referent, m: re.Match[str], value: str) -> Draft:
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    return Draft(_SHOWS, work, value, sentence, start, end, "en/time/in-turn")


def all_of(document: Document, rows: Iterable[tuple[Sentence, list[Draft]]]) -> Iterator[Draft]:
    """The drafts of each sentence, with those that go on from them."""
    last: list[Draft] = []
    for sentence, drafts in rows:
        for draft in drafts:
            _in_month_told(draft, last)
        found = [*drafts, *sequences(document, sentence, [*last, *drafts])]
        last = found or last
        yield from found


_DAY_ONLY = re.compile(r"(?:[Tt]he )?(\d{1,2})(?:st|nd|rd|th)")


def _in_month_told(draft: Draft, told: list[Draft]) -> None:
    """A day without a month is of the month told last, where it lies behind the day told there: "3 July … the 17th"."""
    day = _DAY_ONLY.fullmatch(draft.mention.text) if draft.mention is not None else None
    before = [str(d.object) for d in told if d.predicate == _SHOWS and d.status != "denied"]
    if day is None or not before or draft.predicate != _SHOWS or not isinstance(draft.object, str):
        return
    with suppress(ValueError):
        last = dt.date.fromisoformat(before[-1])
        meant = last.replace(day=int(day[1]))
        if draft.object < before[-1] <= meant.isoformat():
            draft.object = meant.isoformat()
