"""Outlets, their reports, and places in a report's text."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import NamedTuple


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: who publishes. `names` holds every form that it goes by, the fullest first."""

    names: tuple[str, ...]
    group: str = ""
    language: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A press report as it was read; immutable.

    `text` is the stored text, header lines included; every offset in newsreel counts code points into it.
    `id` is the file's name without its ending, or what the caller chose. `body` is the offset at which the article
    begins, behind the header lines. `snapshot` counts the versions of one report from 1; `previous` is the hash of
    the version before, or "".
    """

    id: str
    text: str
    language: str
    published: dt.date | None = None
    outlet: str = ""
    url: str = ""
    title: str = ""
    body: int = 0
    snapshot: int = 1
    previous: str = ""

    @property
    def hash(self) -> str:
        """SHA-256 of the stored text, in hexadecimal."""
        return text_hash(self.text)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a report's stored text: code points, end exclusive."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]


class Imprint(NamedTuple):
    """What is kept of a report's snapshot, for its near-copies to be found (weighing/copies.py).

    `seq`: the place of its entry in the ledger; `published`: the day (ISO); `length`: of the article, in code points;
    `bands`: the bands of its text's signature, in hexadecimal.
    """

    seq: int
    report: str
    published: str
    length: int
    bands: str
