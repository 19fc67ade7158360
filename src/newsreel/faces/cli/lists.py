"""Commands that list what a ledger holds: reports, entities, facts, conflicts, changes, outlets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from newsreel.faces.cli import options
from newsreel.faces.cli.naming import meant, names_in
from newsreel.faces.cli.opening import ledger_to_read
from newsreel.faces.cli.output import print_json, write_lines
from newsreel.faces.cli.screen import called, tell
from newsreel.model.errors import NotKnown

Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only work, person, organization, character or place."),
]


def enter(app: typer.Typer) -> None:
    """Enter these commands."""
    for command in (search, conflicts, facts, entities, reports, outlets):
        app.command()(command)


def for_machines(rows: Iterable[dict[str, Any]], jsonl: Path | None, *, as_json: bool, quiet: bool) -> bool:
    """Write rows where a machine is to read them; whether that was asked for."""
    if jsonl is not None:
        count = write_lines(jsonl, rows)
        if str(jsonl) != "-":
            tell(f"{count} lines written to {jsonl}", quiet=quiet)
        return True
    if as_json:
        print_json(list(rows))
    return as_json


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A part of a name, or words of a report.")],
    ledger: options.LedgerPath = None,
    quiet: options.Quiet = False,
) -> None:
    """Find names and reports by a part of them."""
    from newsreel.faces.cli.list_views import show_entities, show_reports

    with ledger_to_read(ledger) as reel:
        found, texts = reel.search(text), reel.search_texts(text)
        if found:
            show_entities(found)
        if texts:
            show_reports(texts)
        if not found and not texts:
            tell(f"nothing holds {text!r}", quiet=quiet)
            raise typer.Exit(NotKnown.exit_code)


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
        if not for_machines(map(report_row, found), jsonl, as_json=as_json, quiet=quiet):
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
        if not for_machines((one.to_json() for one in found), jsonl, as_json=as_json, quiet=quiet):
            show_entities(found)
            tell(f"{called()} about NAME shows what is known of one", quiet=quiet)


def facts(
    about: options.About = None,
    as_of: options.AsOf = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    jsonl: options.JsonLines = None,
    quiet: options.Quiet = False,
) -> None:
    """List what stands, of one thing or of all."""
    from newsreel.faces.cli.list_views import show_facts

    with ledger_to_read(ledger) as reel:
        found = reel.facts(about=meant(reel, about)[0].id if about else None, as_of=as_of)
        if not for_machines((fact.to_json() for fact in found), jsonl, as_json=as_json, quiet=quiet):
            show_facts(found, names_in(reel, found, as_of))


def conflicts(
    about: options.About = None,
    as_of: options.AsOf = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    jsonl: options.JsonLines = None,
    quiet: options.Quiet = False,
) -> None:
    """List what reports contradict each other on.

    Each with its sides, whose word they rest on, the words themselves, and which is likelier, or that it is open.
    """
    from newsreel.faces.cli.conflict_view import conflict_row, show_conflict

    with ledger_to_read(ledger) as reel:
        wanted = meant(reel, about)[0].id if about else None
        found = reel.conflicts(about=wanted, as_of=as_of)
        by_id = {fact.id: fact for fact in reel.facts(about=wanted, as_of=as_of)}
        if for_machines((conflict_row(one, by_id) for one in found), jsonl, as_json=as_json, quiet=quiet):
            return
        names = names_in(reel, list(by_id.values()), as_of)
        for one in found:
            claims = reel.claims(claim for side in one.sides for claim in side.claims)
            reports = {claim.report: reel.report(claim.report) for claim in claims.values()}
            show_conflict(one, by_id, names, claims, reports)
        if not found:
            tell("no report contradicts another", quiet=quiet)


def outlets(
    as_of: options.AsOf = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    jsonl: options.JsonLines = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what became of each outlet's news.

    How often it was first; how much of that a party confirmed, how long before, how much was denied or is disputed; how
    much it passed on, and how often it changed what it passed on.
    """
    from newsreel.faces.cli.list_views import record_row, show_records

    with ledger_to_read(ledger) as reel:
        found = reel.records(as_of)
        if not for_machines(map(record_row, found), jsonl, as_json=as_json, quiet=quiet):
            show_records(found)
