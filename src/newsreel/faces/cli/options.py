"""The options that several commands share, each told once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer


def _day(text: str | dt.date) -> dt.date:
    if isinstance(text, dt.date):
        return text
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2024-03-14") from None


LedgerPath = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        envvar="NEWSREEL_LEDGER",
        metavar="PATH",
        help="The ledger: a file, a PostgreSQL address, or 'demo'. Default: one in your data directory.",
        show_default=False,
    ),
]
AsOf = Annotated[
    dt.date | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        parser=_day,
        help="What was known at the end of that day.",
        show_default=False,
    ),
]
Since = Annotated[
    dt.date | None,
    typer.Option("--since", metavar="YYYY-MM-DD", parser=_day, help="Only what came on that day or later."),
]
OfDay = Annotated[
    dt.date | None,
    typer.Option("--date", metavar="YYYY-MM-DD", parser=_day, help="The day of reports that do not say theirs."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="en|ko|ja", help="The reports' language, where finding it out fails."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead.")]
JsonLines = Annotated[
    Path | None,
    typer.Option("--jsonl", metavar="OUT", help="Write JSON lines there instead ('-' for standard output)."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no advice; errors are still told.")]
About = Annotated[
    str | None,
    typer.Option("--about", metavar="NAME", help="Only about this work, person or company."),
]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Text or HTML files, folders of them, or '-' for standard input."),
]
