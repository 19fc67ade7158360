"""Text files: header lines, then the article.

A report's text file may begin with lines such as

    date: 2024-03-13
    url: https://example.org/news/1
    outlet: Ilgan Sports

in any order, each of them optional, up to an empty line or the first line that is none. The stored text is the file as
read, header lines included, so that offsets can be checked against the file: line ends are U+000A (as Python's own
`read_text` gives them), a byte order mark does not count.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from pathlib import Path

from newsreel.model import Report
from newsreel.model.errors import InputError
from newsreel.sources.language import language_of

_HEADER = re.compile(r"(date|url|outlet|title|language)[ \t]*:[ \t]*(.*)\n?", re.IGNORECASE)
_BLANK = re.compile(r"[^\S\n]*\n")
_DAY = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?=$|[T .])")
_SENTENCE_END = re.compile(r"""[.。…]["'”’」』)]*$""")
_MAX_TITLE = 160


def report_from_text(
    text: str,
    report_id: str,
    *,
    date: dt.date | None = None,
    language: str | None = None,
    where: str = "",
) -> Report:
    """The report that a stored text holds; what its header lines do not say is taken from `date` and `language`.

    A header's date wins over `date`; `language` wins over what the text looks like. Raises InputError, naming
    `where`, for a date that is none.
    """
    header, body = _header(text)
    published = parse_day(header["date"], where or report_id) if header.get("date") else date
    return Report(
        id=report_id,
        text=text,
        language=language or header.get("language") or language_of(text[body:]),
        published=published,
        outlet=header.get("outlet", ""),
        url=header.get("url", ""),
        title=header.get("title") or _headline(text, body),
        body=body,
    )


def stem(path: str | Path) -> str:
    """A report's id from its file's name: the name without its ending."""
    return Path(path).stem


def parse_day(written: str, where: str) -> dt.date:
    """The day of a `date:` line: ISO 8601, with or without a time, dots and slashes allowed; InputError for others."""
    match = _DAY.match(written.strip())
    if match is not None:
        with suppress(ValueError):
            return dt.date(*(int(part) for part in match.groups()))
    raise InputError(f"not a date: {written!r}", where=where, advice="write it as YYYY-MM-DD")


def _header(text: str) -> tuple[dict[str, str], int]:
    """The header lines by name, and the offset at which the article begins."""
    header: dict[str, str] = {}
    at = 0
    while match := _HEADER.match(text, at):
        header.setdefault(match[1].lower(), match[2].strip())
        at = match.end()
    while match := _BLANK.match(text, at):
        at = match.end()
    return header, at


def _headline(text: str, body: int) -> str:
    """The first line of the article, if it stands alone and is no sentence of it."""
    line, _, rest = text[body:].partition("\n")
    line = line.strip()
    alone = rest.startswith("\n") or not rest.strip()
    return line if line and alone and len(line) <= _MAX_TITLE and not _SENTENCE_END.search(line) else ""
