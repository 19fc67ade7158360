"""Works that the field knows under several titles: data/works.tsv, which anybody may add to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from newsreel.model.errors import VocabularyError
from newsreel.resolving.titles import title
from newsreel.resolving.weights import weights

_FILE = "works.tsv"
_COLUMNS = 5
_YEARS_APART = 2


@dataclass(frozen=True, slots=True)
class KnownWork:
    """One row: its type, the year of its first showing, and all its titles."""

    kind: str
    year: int
    titles: tuple[str, ...]


@lru_cache(maxsize=1)
def known_works() -> tuple[KnownWork, ...]:
    """The rows of the file; VocabularyError for one that is not as it must be."""
    return parse_works(resources.files(__package__).joinpath("data", _FILE).read_text(encoding="utf-8"))


def parse_works(text: str) -> tuple[KnownWork, ...]:
    """The works of such a text: type, year and titles in three languages, tab-separated; # begins a remark."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != _COLUMNS or not cells[1].isdigit():
            raise VocabularyError(f"five cells, the second a year, are wanted: {line!r}", where=f"{_FILE}:{number}")
        titles = tuple(name for cell in cells[2:] for name in cell.split("|") if name)
        found.append(KnownWork(cells[0], int(cells[1]), titles))
    return tuple(found)


@lru_cache(maxsize=1)
def _rows_by_title() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for row, work in enumerate(known_works()):
        for name in work.titles:
            found.setdefault(_whole(name), set()).add(row)
    return {name: frozenset(rows) for name, rows in found.items()}


def _whole(name: str) -> str:
    made = title(name)
    return f"{made.whole}|{made.part}"


def rows_of(names: tuple[str, ...], kinds: frozenset[str], years: frozenset[int]) -> frozenset[int]:
    """The rows that a work of these titles may be: those with one of its titles that fit its type and years."""
    rows = frozenset(row for name in names for row in _rows_by_title().get(_whole(name), ()))
    return frozenset(row for row in rows if _fits(known_works()[row], kinds, years))


def _fits(work: KnownWork, kinds: frozenset[str], years: frozenset[int]) -> bool:
    alike = weights().alike_types
    kind_fits = not kinds or any(kind == work.kind or frozenset((kind, work.kind)) in alike for kind in kinds)
    return kind_fits and (not years or years_fit(work.year, years))


def years_fit(year: int, years: frozenset[int]) -> bool:
    """Whether a year of first showing agrees with one of these; other countries follow within two years."""
    return any(abs(other - year) <= _YEARS_APART for other in years)
