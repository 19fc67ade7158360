"""Opening the ledger for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsreel.faces.cli.home import DEMO, ledger_path
from newsreel.faces.cli.screen import called
from newsreel.model.errors import LedgerError

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel


@contextmanager
def ledger_to_read(asked: str | None) -> Iterator[Newsreel]:
    """The ledger that was asked for; LedgerError where there is none yet: asking makes none."""
    place = ledger_path(asked)
    if "://" not in place and not Path(place).exists():
        first = "newsreel demo" if asked == DEMO else "newsreel add FILE…"
        advice = f"{first.replace('newsreel', called())} makes one"
        raise LedgerError("there is no ledger yet", where=place, advice=advice)
    with ledger_to_write(asked) as reel:
        yield reel


@contextmanager
def ledger_to_write(asked: str | None) -> Iterator[Newsreel]:
    """The ledger that was asked for, made where there is none."""
    from newsreel.pipeline import Newsreel

    with Newsreel(ledger_path(asked)) as reel:
        yield reel
