"""The files of public catalogs, one record at a time, however long they are.

- IMDb's data sets (tab-separated, gzip): name.basics (nconst, primaryName), title.basics (tconst, titleType,
  primaryTitle, originalTitle, startYear), title.akas (titleId, title), told apart by their first line.
- Wikidata: a JSON dump (an array with one entity a line), or the JSON of a query with ?item, ?itemLabel and, if
  wanted, ?year and ?kind.
- TMDB's daily id exports (one JSON object a line: id, original_title, original_name or name).
- KOBIS: lists of films (영화코드, 영화명, 영화명(영문), 제작연도) or people (영화인코드, 영화인명, 영화인명(영문))
  as CSV with a heading, or its open API's JSON (movieCd, movieNm, movieNmEn, prdtYear; peopleCd, peopleNm, peopleNmEn).

Any of them may be compressed with gzip or bzip2.
"""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from newsreel.model.errors import UnreadableInput

Progress = Callable[[int, int], None]
_EVERY = 5000
_LANGUAGES = ("en", "ko", "ja", "mul")
# Wikidata classes (P31) of what newsreel keeps; https and dumps give the same ids.
_WIKIDATA_KINDS = {
    "Q5": "person",
    "Q11424": "work",
    "Q5398426": "work",
    "Q1259759": "work",
    "Q21191270": "work",
    "Q63952888": "work",
    "Q581714": "work",
    "Q202866": "work",
    "Q20650540": "work",
    "Q8274": "work",
    "Q21198342": "work",
    "Q506240": "work",
    "Q93204": "work",
    "Q1107": "work",
    "Q1761818": "organization",
    "Q1762059": "organization",
    "Q43229": "organization",
    "Q4830453": "organization",
    "Q1616075": "organization",
    "Q15265344": "organization",
    "Q63241860": "organization",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One thing of a catalog: `reference` ("imdb:tt0000001"), kind, names, and its year or 0; `source` in words."""

    reference: str
    kind: str
    names: tuple[str, ...]
    year: int
    source: str


def read_catalog(path: Path, progress: Progress | None = None) -> Iterator[Record]:
    """The records of a catalog file; UnreadableInput when it is none of the known ones, or breaks off.

    `progress` is called with the bytes read of the file as it lies on disk, and its size.
    """
    try:
        yield from _records(path, progress)
    except (OSError, EOFError, UnicodeDecodeError, json.JSONDecodeError, csv.Error, KeyError, ValueError) as error:
        advice = "see docs/resolving.md for the files that can be read"
        raise UnreadableInput(f"this catalog cannot be read: {error}", where=str(path), advice=advice) from error


def _records(path: Path, progress: Progress | None) -> Iterator[Record]:
    size = path.stat().st_size
    with path.open("rb") as raw:
        with _opened(raw) as text:
            head = text.readline()
            rows = _reader(head, text, path)
            for number, record in enumerate(rows):
                if progress is not None and number % _EVERY == 0:
                    progress(raw.tell(), size)
                yield record
        if progress is not None:
            progress(size, size)


def _opened(raw: IO[bytes]) -> IO[str]:
    """The text of a file, whether it is compressed or not."""
    start = raw.read(3)
    raw.seek(0)
    if start[:2] == b"\x1f\x8b":
        return io.TextIOWrapper(gzip.GzipFile(fileobj=raw), encoding="utf-8")
    if start == b"BZh":
        return io.TextIOWrapper(bz2.BZ2File(raw), encoding="utf-8")
    return io.TextIOWrapper(raw, encoding="utf-8-sig")


def _reader(head: str, text: IO[str], path: Path) -> Iterator[Record]:
    """The reader for the file that begins with this line."""
    cells = head.rstrip("\r\n").split("\t")
    if cells[0] in ("nconst", "tconst", "titleId"):
        return _imdb(cells, text)
    if head.lstrip().startswith("["):
        return _wikidata_dump(head, text)
    if head.lstrip().startswith("{"):
        return _json_lines(head, text, path)
    if "코드" in head:
        return _kobis_csv(head, text)
    raise ValueError("neither IMDb, Wikidata, TMDB nor KOBIS")


def _imdb(heading: list[str], text: IO[str]) -> Iterator[Record]:
    for line in text:
        row = dict(zip(heading, line.rstrip("\n").split("\t"), strict=False))
        if "nconst" in row:
            yield Record(f"imdb:{row['nconst']}", "person", (row["primaryName"],), 0, "IMDb")
        elif "tconst" in row:
            if row.get("titleType") == "tvEpisode":
                continue
            names = tuple(dict.fromkeys((row["primaryTitle"], row["originalTitle"])))
            yield Record(f"imdb:{row['tconst']}", "work", names, _year(row.get("startYear")), "IMDb")
        else:
            yield Record(f"imdb:{row['titleId']}", "work", (row["title"],), 0, "IMDb")


def _year(text: Any) -> int:
    digits = str(text or "").lstrip("+")[:4]
    return int(digits) if digits.isdigit() else 0


def _wikidata_dump(head: str, text: IO[str]) -> Iterator[Record]:
    yield from _wikidata_line(head.lstrip()[1:])
    for line in text:
        yield from _wikidata_line(line)


def _wikidata_line(line: str) -> Iterator[Record]:
    bare = line.strip().rstrip(",").removesuffix("]")
    if not bare:
        return
    item = json.loads(bare)
    claims = item.get("claims", {})
    kinds = [_WIKIDATA_KINDS.get(_value(claim).get("id", "")) for claim in claims.get("P31", [])]
    kind = next((kind for kind in kinds if kind), None)
    names = [item["labels"][lang]["value"] for lang in _LANGUAGES if lang in item.get("labels", {})]
    names += [alias["value"] for lang in _LANGUAGES for alias in item.get("aliases", {}).get(lang, [])]
    if kind and names:
        years = [_year(_value(claim).get("time")) for key in ("P577", "P580") for claim in claims.get(key, [])]
        year = min((year for year in years if year), default=0)
        yield Record(f"wikidata:{item['id']}", kind, tuple(dict.fromkeys(names)), year, "Wikidata")


def _value(claim: dict[str, Any]) -> dict[str, Any]:
    value = claim.get("mainsnak", {}).get("datavalue", {}).get("value", {})
    return value if isinstance(value, dict) else {}


def _json_lines(head: str, text: IO[str], path: Path) -> Iterator[Record]:
    """TMDB's lines, or one JSON document: a Wikidata query's result or an answer of KOBIS."""
    try:
        first = json.loads(head)
    except json.JSONDecodeError:
        first = json.loads(head + text.read())
    if "results" in first and "bindings" in first["results"]:
        yield from _query_results(first["results"]["bindings"])
    elif "id" in first:
        yield from _tmdb_line(first, path)
        for line in text:
            if line.strip():
                yield from _tmdb_line(json.loads(line), path)
    else:
        yield from _kobis_json(first)


def _query_results(bindings: list[dict[str, Any]]) -> Iterator[Record]:
    names: dict[str, list[str]] = {}
    rows: dict[str, dict[str, Any]] = {}
    for row in bindings:
        item = row["item"]["value"].rsplit("/", 1)[-1]
        rows.setdefault(item, row)
        labels = [cell["value"] for key, cell in row.items() if key.endswith("Label") and key.startswith("item")]
        names.setdefault(item, []).extend(labels)
    for item, row in rows.items():
        kind = row["kind"]["value"] if "kind" in row else "work"
        year = _year(row["year"]["value"]) if "year" in row else 0
        yield Record(f"wikidata:{item}", kind, tuple(dict.fromkeys(names[item])), year, "Wikidata")


def _tmdb_line(row: dict[str, Any], path: Path) -> Iterator[Record]:
    """One line of an id export: films bear original_title, series original_name, people and companies name."""
    if "original_title" in row:
        yield Record(f"tmdb:movie/{row['id']}", "work", (row["original_title"],), 0, "TMDB")
    elif "original_name" in row:
        yield Record(f"tmdb:tv/{row['id']}", "work", (row["original_name"],), 0, "TMDB")
    elif row.get("name"):
        company = any(word in path.name for word in ("company", "network"))
        kind, part = ("organization", "company") if company else ("person", "person")
        yield Record(f"tmdb:{part}/{row['id']}", kind, (row["name"],), 0, "TMDB")


def _kobis_csv(head: str, text: IO[str]) -> Iterator[Record]:
    heading = next(csv.reader([head]))
    for cells in csv.reader(text):
        row = dict(zip((name.strip() for name in heading), cells, strict=False))
        film = "영화코드" in row
        names = (
            (row.get("영화명", ""), row.get("영화명(영문)", ""))
            if film
            else (row.get("영화인명", ""), row.get("영화인명(영문)", ""))
        )
        told = tuple(name.strip() for name in names if name.strip())
        if told and film:
            yield Record(f"kobis:{row['영화코드']}", "work", told, _year(row.get("제작연도")), "KOBIS")
        elif told:
            yield Record(f"kobis:person/{row['영화인코드']}", "person", told, 0, "KOBIS")


def _kobis_json(answer: dict[str, Any]) -> Iterator[Record]:
    result = answer.get("movieListResult") or answer.get("peopleListResult")
    if result is None:
        raise ValueError("neither IMDb, Wikidata, TMDB nor KOBIS")
    for row in result.get("movieList", []):
        names = tuple(name for name in (row.get("movieNm"), row.get("movieNmEn")) if name)
        yield Record(f"kobis:{row['movieCd']}", "work", names, _year(row.get("prdtYear")), "KOBIS")
    for row in result.get("peopleList", []):
        names = tuple(name for name in (row.get("peopleNm"), row.get("peopleNmEn")) if name)
        yield Record(f"kobis:person/{row['peopleCd']}", "person", names, 0, "KOBIS")
