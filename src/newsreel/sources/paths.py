"""Files, folders and standard input as reports, one at a time, so that one bad file of many stops nothing."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsreel.model import Report
from newsreel.model.errors import InputError, UndatedReport, UnreadableInput
from newsreel.sources.decode import MAX_BYTES, decode
from newsreel.sources.file import report_from_text, stem
from newsreel.sources.page import is_page, report_from_page

STANDARD_INPUT = "-"
_ENDINGS = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml"})


class _Told(NamedTuple):
    """What the caller says of the reports: their day and language, and whether they must have a day."""

    date: dt.date | None = None
    language: str | None = None
    dated: bool = False


def read_paths(
    paths: Iterable[str | Path],
    *,
    date: dt.date | None = None,
    language: str | None = None,
    dated: bool = False,
) -> Iterator[Report | InputError]:
    """Every report in `paths`, and an InputError in place of each one that cannot be used.

    A folder gives its text and HTML files, sorted by path, folders within it included, hidden ones not; "-" is
    standard input. `date` is the day of reports that do not say theirs; `language` overrides what is found out; with
    `dated` a report without a day is one that cannot be used.
    """
    told = _Told(date, language, dated)
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield _report(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin", "standard input", told)
            continue
        yield from _from_path(Path(path), told)


def read_file(path: str | Path, *, date: dt.date | None = None, language: str | None = None) -> Report:
    """The report in one file; raises InputError where it cannot be used."""
    result = _from_file(Path(path), _Told(date, language))
    if isinstance(result, InputError):
        raise result
    return result


def files_in(path: Path) -> list[Path]:
    """The text and HTML files of a folder and its folders, hidden ones aside, sorted by path."""
    found = (p for p in path.rglob("*") if p.suffix.lower() in _ENDINGS and p.is_file())
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(path).parts))


def _from_path(path: Path, told: _Told) -> Iterator[Report | InputError]:
    try:
        files = files_in(path) if path.is_dir() else [path]
    except OSError as error:
        yield _unreachable(error, path)
        return
    if not files:
        yield InputError("no text or HTML file in this folder", where=str(path), advice="name the files themselves")
    for file in files:
        yield _from_file(file, told)


def _from_file(path: Path, told: _Told) -> Report | InputError:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreachable(error, path)
    return _report(data, stem(path), str(path), told)


def _report(data: bytes, report_id: str, where: str, told: _Told) -> Report | InputError:
    try:
        text = decode(data, where)
        made = report_from_page if is_page(text) else report_from_text
        report = made(text, report_id, date=told.date, language=told.language, where=where)
    except InputError as error:
        return error
    if told.dated and report.published is None:
        return UndatedReport("no date in it", where=where, advice="give the day it was published: --date YYYY-MM-DD")
    return report


def _unreachable(error: OSError, path: Path) -> UnreadableInput:
    reasons = {
        FileNotFoundError: ("no such file", "check the path"),
        PermissionError: ("not readable: permission denied", "check its permissions"),
        IsADirectoryError: ("a folder, not a file", "check the path"),
    }
    what, advice = reasons.get(type(error), (error.strerror or "cannot be read", "check the path"))
    return UnreadableInput(what, where=str(path), advice=advice)
