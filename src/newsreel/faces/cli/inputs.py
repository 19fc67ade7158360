"""Commands that take reports in: `read` keeps nothing, `add` keeps everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from newsreel.faces.cli import options
from newsreel.faces.cli.opening import ledger_to_write
from newsreel.faces.cli.output import json_line, write_lines
from newsreel.faces.cli.screen import bar, called, complain, console, tell
from newsreel.model import Report
from newsreel.model.errors import InputError

_SOME_UNUSABLE = InputError.exit_code


def enter(app: typer.Typer) -> None:
    """Enter these commands."""
    app.command()(read)
    app.command()(add)


class Sieve:
    """Lets reports through and tells of each input that cannot be used; `refused` counts these."""

    def __init__(self, inputs: Iterable[Report | InputError]) -> None:
        self._inputs = inputs
        self.refused = 0

    def __iter__(self) -> Iterator[Report]:
        for item in self._inputs:
            if isinstance(item, Report):
                yield item
            else:
                self.refused += 1
                complain(str(item))


def read(
    files: options.Files,
    claims: Annotated[
        Path | None,
        typer.Option("--claims", metavar="OUT.jsonl", help="Write the claims there ('-' for standard output)."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show why: sentences, mentions, links, frames.")] = False,
    as_json: options.AsJson = False,
    date: options.OfDay = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what reports say, without keeping them.

    Every claim is shown with its status, on whose word it stands, and the words that carry it.
    """
    from newsreel.pipeline import read as read_report
    from newsreel.pipeline import read_paths

    sieve = Sieve(read_paths(files, date=date, language=language))
    reports: Iterable[Report] = sieve
    if claims is not None or as_json:
        out = claims or Path("-")
        # Where the claims go to standard output they show the progress themselves.
        total = None if str(out) == "-" else _how_many(files, quiet=quiet)
        reports = bar(reports, total=total, doing="reading", quiet=quiet or str(out) == "-")
        count = write_lines(out, _claim_rows(reports))
        if str(out) != "-":
            tell(f"{count} claims written to {out}", quiet=quiet)
    elif explain:
        _explain(reports)
    else:
        from newsreel.faces.cli.reading_view import show_claims

        for report in reports:
            show_claims(report, read_report(report))
    if sieve.refused:
        raise typer.Exit(_SOME_UNUSABLE)


def _claim_rows(reports: Iterable[Report]) -> Iterator[dict[str, Any]]:
    from newsreel.pipeline import read as read_report

    for report in reports:
        for claim in read_report(report):
            yield claim.to_json(report.text)


def _explain(reports: Iterable[Report]) -> None:
    from newsreel.faces.cli.reading_view import show_trace
    from newsreel.pipeline import explain

    for report in reports:
        show_trace(report, explain(report))


def add(
    files: options.Files,
    date: options.OfDay = None,
    language: options.Language = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Read reports into the ledger.

    What is already there adds nothing; a report that comes back changed is kept as a new snapshot. Each report is
    acknowledged once it is safely kept, and stays so whatever happens later.
    """
    from newsreel.pipeline import read_paths

    outcomes: Counter[str] = Counter()
    claims = 0
    with ledger_to_write(ledger) as reel:
        added_ones = reel.add(read_paths(files, date=date, language=language, dated=True))
        for added in bar(added_ones, total=_how_many(files, quiet=quiet), doing="adding", quiet=quiet or as_json):
            outcomes[added.outcome] += 1
            claims += added.claims
            if added.problem is not None:
                complain(str(added.problem))
            if as_json:
                typer.echo(json_line(added.to_json()))
    tell(_summary(outcomes, claims), quiet=quiet)
    if outcomes["refused"]:
        raise typer.Exit(_SOME_UNUSABLE)


def _how_many(files: list[Path], *, quiet: bool) -> int | None:
    """How many inputs there are, for the bar; not counted where no bar will be shown."""
    from newsreel.pipeline import files_in

    if quiet or not console(stderr=True).is_terminal:
        return None
    return sum(len(files_in(path)) if path.is_dir() else 1 for path in files)


def _summary(outcomes: Counter[str], claims: int) -> str:
    said = {
        "new": "added",
        "changed": "changed since last time",
        "known": "known already",
        "refused": "could not be used",
    }
    parts = [f"{outcomes[word]} {phrase}" for word, phrase in said.items() if outcomes[word]]
    total = outcomes.total()
    reports = "report" if total == 1 else "reports"
    return (
        f"{total} {reports}: {', '.join(parts) or 'nothing to add'}; {claims} new claims. Next: {called()} about NAME"
    )
