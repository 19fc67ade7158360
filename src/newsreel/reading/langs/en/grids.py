"""Grids: lines that one separator cuts into cells, with what each column holds, by a heading row or by the cells themselves.

As in "Film | Was | Is" above "Harbor | 3 May | 26 July", "Kite ....... 5 March", "Lantern / Spain / Ann Lee / Bo Kim, Cy Roe / Acme Sales".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.dates import find_dates
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.document import Document

Cell = tuple[int, int]
# Separators of one class cut a line together; of the classes the first that fits a line counts. The least cells a line must have.
_CLASSES = (
    (re.compile(r"\s*\t\s*|\s*\|\s*|\s*(?:→|->|=>|⇒|►)\s*|\s*(?:\.{3,}|…{2,}|(?:\. ){3,}\.?|_{3,})\s+"), 2, 2),
    (re.compile(r" / "), 3, 2),
    (re.compile(r"; "), 3, 3),
    (re.compile(r" [–—-] "), 2, 3),
)
_MAY_CUT = re.compile(r"[\t|→⇒►]|->|=>|\.{3}|…{2}| / |;[^;\n]*;| [–—-] ")
_MARK = re.compile(r"\s*(?:[•*·▪■●○◦★☆✦✓✔➤▶►>–—-]|\d{1,2}[.)])?\s*")
_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|►)\s*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_UNDATED = re.compile(
    r"(?:undated|no date|unset|tb[acd]|date tb[acd]|off (?:the )?(?:calendar|schedule)|removed|shelved|(?:19|20)\d\d)\.?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}(?: ?(?:x|×) ?\d{1,3}['’′m]?(?:in)?)?(?: ?(?:eps?|episodes|parts|min(?:ute)?s?))?\.?")
NAME = r"[A-Z][\w.’'-]*(?:(?: (?:de|da|di|du|del|della|dos|van|von|der|den|la|le|al|el|bin|ibn|y|zu|af|ten|ter))* (?:[A-Z]|d[’'][A-Z]|al-|el-)[\w.’'-]*){1,3}"
_PEOPLE = re.compile(rf"(?:[a-z. ]{{2,14}}:? )?{NAME}(?:(?:,? and |, | & | with ){NAME})*(?:,? et al\.?|, etc\.?)?\.?")
_LEGEND = re.compile(r"[^:\n]{2,40}: ")
LEAST_WIDE = 3  # columns of which one may be empty in a row
_LONG = 260  # code points of a line: longer ones are prose
_TOLD = re.compile(
    r"[a-z)]{3}[.!?] [A-Z“\"]|, (?:who|which) | (?:is|are|was|were|will|has|have|directs|plays|stars) "
)  # prose between two dashes
_CELL = 110  # of a cell


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a grid: its cells as spans of the stored text and what each of them holds, a predicate or "title", "old", "character", ""."""

    start: int
    cells: tuple[Cell, ...]
    holds: tuple[str, ...]

    def title(self) -> Cell | None:
        """Where the title stands."""
        return next((cell for cell, what in zip(self.cells, self.holds, strict=True) if what == "title"), None)


def grids(document: Document) -> list[Row]:
    """The rows of every grid of a report that has a column of titles, in order; found once."""
    if "grids" not in document.notes:
        document.notes["grids"] = list(_found(document)) if _MAY_CUT.search(document.text, document.report.body) else []
    rows: list[Row] = document.notes["grids"]
    return rows


@cache
def _columns() -> dict[str, str]:
    labels = {str(word): predicate for predicate, row in load_data("en", "labels").items() for word in row}
    return {**labels, **{str(word): what for what, row in load_data("en", "columns").items() for word in row}}


def _found(document: Document) -> list[Row]:
    lines = _lines(document)
    out: list[Row] = []
    for number, (separator, cells, rows) in enumerate(_CLASSES):
        cut = [(start, _cells(document.text, start, end, separator), own) for start, end, own in lines if own == number]
        cut = [(start, row, own) for start, row, own in cut if len(row) >= cells]
        heading: list[str] = []
        block: list[tuple[int, list[Cell]]] = []
        for start, row, _ in cut:
            names = _heading(document.text, row)
            fits = not heading or len(heading) - (len(heading) > LEAST_WIDE) <= len(row) <= len(heading)
            if names or not fits:
                out += _typed(document, block, heading) if len(block) >= (1 if heading else rows) else []
                heading, block = names, []
            if not names:
                block.append((start, row))
        if len(block) >= (1 if heading else rows):
            out += _typed(document, block, heading)
    return sorted(out, key=lambda row: row.start)


def _lines(document: Document) -> list[tuple[int, int, int]]:
    """Start and end of every line that may be a row, and the class of its separator."""
    text, out = document.text, []
    seen = -1
    for sentence in document.sentences:
        if sentence.zone in (HEADLINE, FURNITURE) or sentence.paragraph == seen:
            continue
        seen = sentence.paragraph
        end = text.find("\n", sentence.start)
        end = len(text) if end < 0 else end
        if end - sentence.start > _LONG or not _MAY_CUT.search(text, sentence.start, end):
            continue
        for number, (separator, cells, _) in enumerate(_CLASSES):
            row = _cells(text, sentence.start, end, separator)
            if (
                len(row) >= cells
                and all(b - a <= _CELL for a, b in row)
                and not (number > 1 and _TOLD.search(text, row[0][0], end))
            ):
                out.append((sentence.start, end, number))
                break
    return out


def _cells(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[Cell]:
    """The cells of a line, outside brackets; a mark before the first is left out."""
    mark = _MARK.match(text, start, end)
    here = mark.end() if mark else start
    inside = [m.span() for m in _BRACKETS.finditer(text, here, end)]
    cells: list[Cell] = []
    for cut in separator.finditer(text, here, end):
        if not any(a < cut.start() < b for a, b in inside):
            cells.append((here, cut.start()))
            here = cut.end()
    cells.append((here, end))
    return [_stripped(text, *cell) for cell in cells if text[slice(*cell)].strip()]


def _stripped(text: str, start: int, end: int) -> Cell:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _heading(text: str, row: list[Cell]) -> list[str]:
    """What the columns are called by a row of labels or by a legend ("In this order: title / country / director"), else []."""
    legend = _LEGEND.match(text, *row[0])
    first = (legend.end(), row[0][1]) if legend else row[0]
    names = [text[slice(*cell)].strip(" .*_:").lower() for cell in (first, *row[1:])]
    known = _columns()
    if sum(name in known for name in names) * 4 < 3 * len(names):
        return []
    return [known.get(name, "") for name in names]


def _typed(document: Document, block: list[tuple[int, list[Cell]]], heading: list[str]) -> list[Row]:
    """Rows with what their cells hold; [] where no column is one of titles."""
    if heading and "title" in heading:
        return [
            Row(start, tuple(row[: len(heading)]), tuple(heading[: len(row)])) for start, row in block if len(row) > 1
        ]
    kinds = [[_kind(document, *cell) for cell in row] for _, row in block]
    if heading:  # who plays whom, or labels without a title
        return []
    column = _title_column(document, block, kinds)
    if column is None:
        return []
    makers = _makers(document, block, kinds, column)
    out = []
    for (start, row), own in zip(block, kinds, strict=True):
        holds = [_HOLDS.get(kind, "") for kind in own]
        if len(own) <= column or _TOLD.search(document.text, *row[column]):
            continue
        for i, kind in enumerate(own):
            if kind == "people":
                holds[i] = makers.get(i, "")
        days = [i for i, kind in enumerate(own) if kind == "date"]
        if len(days) > 1 and _ARROW.fullmatch(document.text[row[days[0]][1] : row[days[1]][0]]):
            holds[days[0]] = "old"
        holds[column] = "title"
        out.append(Row(start, tuple(row), tuple(holds)))
    return out


_HOLDS = {"date": "release_date", "countries": "country", "companies": "companies", "number": "", "type": "work_type"}


def _kind(document: Document, start: int, end: int) -> str:
    """What a cell looks like: date, countries, companies, number, type, people, or "" for anything else."""
    whole = document.text[start:end]
    bare = _BRACKETS.sub("", whole).strip(" .,;*")
    parts = [part for part in re.split(r", | ?/ ?| and | & ?", bare) if part]
    if _UNDATED.fullmatch(bare) or _is_date(bare, document):
        return "date"
    if _NUMBER.fullmatch(bare):
        return "score" if bare.isdigit() and len(bare) < len("2024") else "number"
    return _named(parts) or ("people" if _PEOPLE.fullmatch(bare) else "")


def _named(parts: list[str]) -> str:
    if parts and all(country_code(part) for part in parts):
        return "countries"
    if any(part in lexicon.organizations() or part.split()[-1] in lexicon.suffixes() for part in parts if part.strip()):
        return "companies"
    return "type" if parts and parts[-1].split()[-1] in lexicon.lexemes("types") else ""


def _is_date(bare: str, document: Document) -> bool:
    return any((d.end - d.start) * 2 > len(bare) for d in find_dates(bare, document.anchor)) if bare else False


def country_code(name: str) -> str:
    """The ISO code of a country by its name or abbreviation, "" for others."""
    return lexicon.places().get(name) or lexicon.places().get(name.removeprefix("the ")) or _ABBREVIATED.get(name, "")


_ABBREVIATED = {
    "UK": "GB",
    "USA": "US",
    "US": "US",
    "U.S.": "US",
    "U.K.": "GB",
    "UAE": "AE",
    "Korea": "KR",
    "S. Korea": "KR",
}


def _title_column(document: Document, block: list[tuple[int, list[Cell]]], kinds: list[list[str]]) -> int | None:
    """The column of titles: the first, or the second behind days, where another column holds what works have."""
    first = Counter(own[0] for own in kinds)
    column = 1 if first["date"] * 2 > len(kinds) else 0
    if column == 0 and first[""] + first["people"] + first["companies"] < len(kinds) / 2:
        return None
    rest = Counter(kind for own in kinds for i, kind in enumerate(own) if i != column)
    if rest["score"] * 2 >= len(kinds):
        return None
    telling = rest["date"] + rest["countries"] + rest["companies"]
    if telling * 2 >= len(kinds) and (column == 0 or all(len(own) > 1 for own in kinds)):
        return column
    names = [document.text[slice(*row[column])] for _, row in block if len(row) > column]
    known = sum(1 for name in names if lexicon.key(name) in lexicon.titles() or name[:1] in "\"“‘'")
    return column if known * 2 >= len(names) and rest["people"] * 2 >= len(kinds) else None


def _makers(
    document: Document, block: list[tuple[int, list[Cell]]], kinds: list[list[str]], column: int
) -> dict[int, str]:
    """What the columns of people are: who directs stands alone, who plays in a list behind; one column of lists is the cast."""
    several: dict[int, list[bool]] = {}
    for (_, row), own in zip(block, kinds, strict=True):
        for i, kind in enumerate(own):
            if kind == "people" and i != column:
                several.setdefault(i, []).append(", " in document.text[slice(*row[i])])
    columns = sorted(several)
    lists = [i for i in columns if sum(several[i]) * 2 >= len(several[i])]
    if len(columns) > 1:
        return {columns[0]: "director", columns[1]: "cast_member"}
    if lists:
        return {lists[0]: "cast_member"}
    of_line_up = any("countries" in own for own in kinds)
    return {columns[0]: "director"} if columns and of_line_up else {}


_TITLE = re.compile(
    r"(?P<mark>[\"“‘'*]*)(?P<title>[^(\[\n]+?)[\"”’'*,]*(?:,? (?:[Ss]\d{1,2}|[Ss](?:eason|eries) (?:\d{1,2}|[a-z]+))\b.*)?(?: ?[(\[].*)?$"
)
NAMED = re.compile(NAME)
_FIRM = re.compile(r"[A-Z0-9][\w.’'&+!-]*(?: (?:of |the |and |& |de |du )?[A-Z0-9][\w.’'&+!-]*)*")
_NAMED = {
    "director",
    "cast_member",
    "screenwriter",
    "producer",
    "composer",
    "cinematographer",
    "creator",
    "showrunner",
    "executive_producer",
}
_FIRMS = {"companies", "distributor", "production_company", "platform"}


def title_starts(document: Document) -> set[int]:
    """Where the titles of rows begin."""
    if "row titles" not in document.notes:
        rows = names_in_rows(document).values()
        document.notes["row titles"] = {a for row in rows for a, _, how in row if how == "slate"}
    found: set[int] = document.notes["row titles"]
    return found


def names_in_rows(document: Document) -> dict[int, list[tuple[int, int, str]]]:
    """The names in the rows of grids by the starts of their lines: where each stands, and "slate" (a title), "people" or "companies"."""
    if "row names" not in document.notes:
        document.notes["row names"] = {row.start: list(_names(document.text, row)) for row in grids(document)}
    found: dict[int, list[tuple[int, int, str]]] = document.notes["row names"]
    return found


def _names(text: str, row: Row) -> Iterator[tuple[int, int, str]]:
    for (start, end), what in zip(row.cells, row.holds, strict=True):
        if what == "title":
            said = _TITLE.match(text[start:end])
            if said is not None:
                yield start + said.start("title"), start + said.end("title"), "slate"
        elif what in _NAMED or what in _FIRMS:
            bare = _BRACKETS.sub(lambda m: " " * len(m[0]), text[start:end])
            for piece in (NAMED if what in _NAMED else _FIRM).finditer(bare):
                yield start + piece.start(), start + piece.end(), "people" if what in _NAMED else "companies"
