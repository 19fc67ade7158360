"""What the rows of grids say of their titles, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsreel.reading.dates import resolve
from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.grids import country_code, grids
from newsreel.reading.langs.en.labels import predicates_of

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.langs.en.grids import Cell, Row

_UNDATED = re.compile(
    r"\W*(?:undated|no date|unset|tb[acd]|date tb[acd]|to be (?:announced|confirmed|decided))\W*", re.IGNORECASE
)
_LABEL = re.compile(r"([A-Za-z][A-Za-z/& .-]{1,24}?)(?:\.|:|: )\s*$")
_BRACKET = re.compile(r"[\"”’'*]* ?[(\[](?P<inside>[^()\[\]\n]{2,50})[)\]]")
_SEVERAL = re.compile(r"\s*(?:,|/|;|\+|&| and | – |-)\s*")
_SHOWING = frozenset({"streamer", "broadcaster"})
_SALES = re.compile(r"\b(?:Sales|International|Distribution|Releasing|Intl|Rights)\b")


def rows(document: Document) -> Iterable[Draft]:
    """The claims of every row: dates that hold and dates that no longer do, countries, people and companies by column."""
    for row in grids(document):
        sentence = document.sentence_at(row.cells[0][0])
        cell = row.title()
        if sentence is None or cell is None or sentence.zone == FURNITURE:
            continue
        title = next((m for m in sentence.mentions if m.kind == "W" and cell[0] <= m.start < cell[1]), None)
        if title is None or title.referent is None:
            continue
        for where, what in zip(row.cells, row.holds, strict=True):
            for predicate, value, mention, slots in _values(document, row, sentence, where, what):
                start, end = min(title.start, where[0]), max(title.end, where[1])
                draft = Draft(
                    predicate, title.referent, value, sentence, start, end, f"en/row/{what}", slots, mention=mention
                )
                if what == "old":
                    draft.status, draft.fixed = "denied", True
                elif value is None:
                    draft.status, draft.fixed = "unannounced", True
                yield draft


def _bracketed(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)


_Value = tuple[str, Any, "Mention | None", dict[str, Any]]


def _values(document: Document, row: Row, sentence: Sentence, where: Cell, what: str) -> Iterator[_Value]:
    """Predicate, object, mention and slots of all that a cell holds."""
    text = document.text
    inside = [
        m for m in sentence.mentions if where[0] <= m.start < where[1] and not _bracketed(text, where[0], m.start)
    ]
    if what in _DAYS:
        yield from _day(text, where, inside, what)
    elif what == "country":
        codes = map(country_code, _SEVERAL.split(text[slice(*where)].strip(" .")))
        yield from ((what, code, None, {}) for code in dict.fromkeys(codes) if code)
    elif what == "filming_location":
        yield from ((what, m.referent, m, {}) for m in inside if m.kind == "L" and m.referent is not None)
    elif what in {"work_type", "genre"}:
        yield from (("work_type" if m.kind == "T" else "genre", m.value, m, {}) for m in inside if m.kind in "TG")
    elif what in {"companies", "platform", "production_company", "distributor"}:
        yield from _companies(row, inside, what)
    elif what in _POSTS:
        yield from _people(text, where, inside, what)


_DAYS = {
    "release_date": "release_date",
    "old": "release_date",
    "filming_start": "filming_start",
    "filming_end": "filming_end",
}


def _day(text: str, where: Cell, inside: list[Mention], what: str) -> Iterator[_Value]:
    day = next((m for m in inside if m.kind == "D"), None)
    if day is not None:
        yield _DAYS[what], resolve(day.value, future=None).edtf, day, {}
    elif what == "release_date" and _UNDATED.fullmatch(text[slice(*where)]):
        yield what, None, None, {}


def _companies(row: Row, inside: list[Mention], what: str) -> Iterator[_Value]:
    for m in inside:
        if m.kind != "O" or m.referent is None:
            continue
        kind = org_kind(m.referent, m.text)
        if what == "companies":
            dated = "release_date" in row.holds
            sells = _SALES.search(m.text) or (dated and kind == "studio")
            predicate = "platform" if kind in _SHOWING else "distributor" if sells else "production_company"
        else:
            predicate = "platform" if what == "distributor" and kind == "broadcaster" else what
        yield predicate, m.referent, m, {}


def _people(text: str, where: Cell, inside: list[Mention], what: str) -> Iterator[_Value]:
    """People of a column; a label before one overrules it ("voices: Ann Lee", "dir. Bo Kim"), a bracket is whom one plays."""
    now = [what]
    for m in inside:
        before = text[where[0] : m.start]
        if m.kind != "P" or m.referent is None:
            continue
        label = _LABEL.search(before)
        now = (predicates_of(label[1].lower().rstrip(".")) or now) if label else now
        bracket = _BRACKET.match(text, m.end, where[1])
        for predicate in now:
            slots = (
                {"character": bracket["inside"]}
                if bracket and predicate == "cast_member" and _part(bracket["inside"])
                else {}
            )
            yield predicate, m.referent, m, slots


_POSTS = frozenset(
    {
        "director",
        "cast_member",
        "screenwriter",
        "producer",
        "executive_producer",
        "creator",
        "showrunner",
        "composer",
        "cinematographer",
    }
)


def _part(inside: str) -> bool:
    """Whether what stands in a bracket behind an actor may be a part: a name that no list of titles or countries has."""
    return inside[:1].isupper() and lexicon.key(inside) not in lexicon.titles() and not country_code(inside)
