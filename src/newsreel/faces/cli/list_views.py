"""What the listing commands show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from rich.text import Text

from newsreel.faces.cli.screen import show
from newsreel.faces.cli.style import HEAD, certainty, dim
from newsreel.faces.cli.table import table
from newsreel.faces.cli.voices import called_voice, first_voice
from newsreel.faces.cli.wording import sentence
from newsreel.model import Entity, Fact, Report

if TYPE_CHECKING:
    from newsreel.pipeline import Record


def report_row(report: Report) -> dict[str, Any]:
    """A report for a machine, without its text."""
    return {
        "id": report.id,
        "date": report.published.isoformat() if report.published else None,
        "outlet": report.outlet,
        "language": report.language,
        "title": report.title,
        "url": report.url,
        "snapshot": report.snapshot,
        "sha256": report.hash,
    }


def show_reports(reports: Iterable[Report]) -> None:
    """One line a report."""
    made = table("date", "report", "outlet", "", "headline", widest=4)
    for report in reports:
        day = report.published.isoformat() if report.published else ""
        made.add_row(dim(day), report.id, report.outlet, dim(report.language), Text(report.title))
    show(made)


def show_facts(facts: Iterable[Fact], names: Mapping[str, str]) -> None:
    """One line a fact: what it says, how sure, on whose word first, since when."""
    made = table("id", "fact", "how sure", "first heard", "from", widest=1)
    for fact in facts:
        said = Text(sentence(fact, names))
        made.add_row(dim(fact.id[:8]), said, certainty(fact.verdict), dim(fact.first_date), dim(first_voice(fact)))
    show(made)


def show_entities(entities: Iterable[Entity]) -> None:
    """One line an entity: its kind, its most used name, its other names."""
    made = table("id", "kind", "name", "also", widest=3)
    for entity in entities:
        made.add_row(
            dim(entity.id[:8]), dim(entity.kind), Text(entity.name, style=HEAD), dim(" · ".join(entity.names[1:]))
        )
    show(made)


def record_row(record: Record) -> dict[str, Any]:
    """An outlet's record for a machine."""
    return {
        "outlet": record.outlet,
        "first": record.first,
        "confirmed": record.confirmed,
        "denied": record.denied,
        "disputed": record.disputed,
        "open": record.open,
        "ahead_days": record.ahead_days,
        "relayed": record.relayed,
        "changed": record.changed,
    }


def show_records(records: Iterable[Record]) -> None:
    """One line an outlet, with the counts that any judgement of it would have to rest on."""
    made = table("outlet", "first", "confirmed", "days ahead", "denied", "disputed", "open", "passed on", "changed")
    for column in made.columns[1:]:
        column.justify = "right"
    for record in records:
        ahead = "" if record.median_ahead_days is None else f"{record.median_ahead_days:g}"
        counts = (record.denied, record.disputed, record.open, record.relayed, record.changed)
        made.add_row(
            called_voice(record.outlet, "no outlet named"),
            *map(str, (record.first, record.confirmed, ahead, *(one or "" for one in counts))),
        )
    show(made)
    show(dim("days ahead: the median, of what a party said later"))
