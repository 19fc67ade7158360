"""What is written for machines: JSON and JSON lines, as docs/formats.md has them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from newsreel.model.errors import Unwritable

_STANDARD_OUTPUT = "-"


def json_line(value: Any) -> str:
    """One line of JSON, without its end; characters stay as they are, save lone surrogates, which UTF-8 has not."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return line


def print_json(value: Any) -> None:
    """A JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_lines(path: Path, rows: Iterable[Any]) -> int:
    """Write every row as a line of JSON and give their number; raises Unwritable.

    The file appears whole or not at all: rows go to a file beside it, which takes its place at the end.
    """
    count = 0
    with _opened(path) as stream:
        for row in rows:
            stream.write(json_line(row) + "\n")
            count += 1
    return count


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    if str(path) == _STANDARD_OUTPUT:
        yield sys.stdout
        return
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8") as stream:
            yield stream
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        raise Unwritable(error.strerror or "cannot be written", where=str(path), advice="name another file") from error
    finally:
        part.unlink(missing_ok=True)
