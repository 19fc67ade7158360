"""Commands that list what a ledger holds: reports, entities, facts, conflicts, changes, outlets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from newsreel.faces.cli import options
from newsreel.faces.cli.opening import ledger_to_read
from newsreel.faces.cli.output import print_json, write_lines
from newsreel.faces.cli.screen import called, tell

Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only work, person, organization, character or place."),
]


def enter(app: typer.Typer) -> None:
    """Enter these commands."""
    for command in (reports, entities):
        app.command()(command)


def _for_machines(rows: Iterable[dict[str, Any]], jsonl: Path | None, *, as_json: bool, quiet: bool) -> bool:
    """Write rows where a machine is to read them; whether that was asked for."""
    if jsonl is not None:
        count = write_lines(jsonl, rows)
        if str(jsonl) != "-":
            tell(f"{count} lines written to {jsonl}", quiet=quiet)
        return True
    if as_json:
        print_json(list(rows))
    return as_json


def reports(
    as_of: options.AsOf = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    jsonl: options.JsonLines = None,
    quiet: options.Quiet = False,
) -> None:
    """List the reports in the ledger."""
    from newsreel.faces.cli.list_views import report_row, show_reports

    with ledger_to_read(ledger) as reel:
        found = reel.reports(as_of=as_of)
        if not _for_machines(map(report_row, found), jsonl, as_json=as_json, quiet=quiet):
            show_reports(found)


def entities(
    kind: Kind = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    jsonl: options.JsonLines = None,
    quiet: options.Quiet = False,
) -> None:
    """List the works, persons, companies, places.

    The most used come first.
    """
    from newsreel.faces.cli.list_views import show_entities
    from newsreel.vocabulary import vocabulary

    if kind is not None and kind not in vocabulary().kinds:
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(vocabulary().kinds)}", param_hint="--kind")
    with ledger_to_read(ledger) as reel:
        found = reel.entities(kind or "")
        if not _for_machines((one.to_json() for one in found), jsonl, as_json=as_json, quiet=quiet):
            show_entities(found)
            tell(f"{called()} about NAME shows what is known of one", quiet=quiet)
