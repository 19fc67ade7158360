"""Commands that answer: `about` a thing, and `why` a fact is held."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsreel.faces.cli import options
from newsreel.faces.cli.home import Shown, last_shown, ledger_path, remember
from newsreel.faces.cli.naming import meant, names_beginning, names_in
from newsreel.faces.cli.opening import ledger_to_read
from newsreel.faces.cli.output import print_json
from newsreel.faces.cli.screen import called, tell
from newsreel.model import Entity, Fact
from newsreel.model.errors import NotKnown

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="Any name in any script, or the beginning of an id.",
        autocompletion=names_beginning,
    ),
]


def enter(app: typer.Typer) -> None:
    """Enter these commands."""
    for command in (about, why, timeline):
        app.command()(command)


def about(
    name: Name,
    as_of: options.AsOf = None,
    ledger: options.LedgerPath = None,
    whole: Annotated[bool, typer.Option("--all", help="Also what a later or finer answer replaced.")] = False,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Show what is known of a work, person or company.

    Every line has its certainty and its sources; contradictions stand beside it. `newsreel why NUMBER` then shows the
    words behind a line.
    """
    with ledger_to_read(ledger) as reel:
        found, namesakes = meant(reel, name)
        entity = reel.entity(found.id, as_of)
        facts = reel.facts(about=entity.id, as_of=as_of)
        if as_json:
            print_json(_for_machines(entity, facts, as_of, reel.references(entity.id)))
            return
        _show(reel, entity, namesakes, facts, as_of, ledger_path(ledger), whole=whole)
    if not quiet and namesakes:
        tell(f"{len(namesakes)} more of that name: " + ", ".join(f"{called()} about {one.id[:8]}" for one in namesakes))


def why(
    fact: Annotated[str, typer.Argument(metavar="FACT", help="The number of a line last shown, or a fact's id.")],
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
) -> None:
    """Show who said a fact, in which words."""
    from newsreel.faces.cli.why_view import show_why

    with ledger_to_read(ledger) as reel:
        found = _fact(reel, fact, last_shown(ledger_path(ledger)))
        claims = reel.claims(voice.claim for voice in found.voices)
        reports = {one: reel.report(one) for one in {voice.report for voice in found.voices}}
        if as_json:
            rows = [claims[one].to_json(reports[claims[one].report].text) for one in claims]
            print_json({"fact": {"id": found.id, **found.to_json()}, "reason": found.reason, "claims": rows})
            return
        show_why(found, names_in(reel, [found]), claims, reports)


def timeline(
    name: Name,
    as_of: options.AsOf = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Show what happened when, and when it was known."""
    from newsreel.faces.cli.timeline_view import event_row, show_events

    with ledger_to_read(ledger) as reel:
        entity, _ = meant(reel, name)
        events = reel.timeline(entity.id, as_of=as_of)
        if as_json:
            print_json([event_row(event) for event in events])
            return
        show_events(entity, events, names_in(reel, [event.fact for event in events], as_of))
        if not events:
            tell(f"nothing of {entity.name} has a date", quiet=quiet)


def _show(
    reel: Newsreel,
    entity: Entity,
    namesakes: list[Entity],
    facts: list[Fact],
    as_of: dt.date | None,
    place: str,
    *,
    whole: bool,
) -> None:
    from newsreel.faces.cli.dossier_lines import lines_of
    from newsreel.faces.cli.dossier_view import show_foot, show_head, show_lines, show_open, show_standing

    names = names_in(reel, facts, as_of)
    standing = [fact for fact in facts if whole or fact.verdict != "superseded"]
    lines = lines_of(standing, reel.conflicts(about=entity.id, as_of=as_of), entity.id, names)
    references = reel.references(entity.id)
    show_head(entity, _epithet(facts, entity.id, names), (f"{one.name} ({one.kind})" for one in namesakes), references)
    show_standing(facts, as_of)
    show_open(lines)
    show_lines(lines)
    later = len(reel.changes(since=as_of + dt.timedelta(days=1), about=entity.id)) if as_of else 0
    show_foot(standing, later, len(facts) - len(standing), entity.name)
    day = as_of.isoformat() if as_of else ""
    remember(place, Shown(entity.id, day, tuple(line.fact.id for line in lines)))


def _epithet(facts: list[Fact], entity: str, names: dict[str, str]) -> str:
    """What it is in a few words: "series · Japan · Netflix"."""
    from newsreel.faces.cli.wording import answer

    wanted = ("work_type", "country", "platform", "occupation", "org_kind")
    found = [
        answer(fact, names)
        for predicate in wanted
        for fact in facts
        if fact.predicate == predicate
        and fact.subject == entity
        and fact.verdict in ("confirmed", "released", "reported")
    ]
    return " · ".join(dict.fromkeys(found))


def _fact(reel: Newsreel, asked: str, shown: Shown | None) -> Fact:
    """The fact on a line last shown, as of the day it was shown for, or the one of that id as known today."""
    if asked.isdigit() and len(asked) < len("1000"):
        if shown is None or not 0 < int(asked) <= len(shown.facts):
            had = f"the last dossier shown has {len(shown.facts)}" if shown else f"{called()} about NAME shows some"
            raise typer.BadParameter(f"there is no line {asked}: {had}", param_hint="FACT")
        day = dt.date.fromisoformat(shown.as_of) if shown.as_of else None
        facts = reel.facts(about=shown.entity, as_of=day)
        asked = shown.facts[int(asked) - 1]
    else:
        facts = reel.facts()
    found = [fact for fact in facts if fact.id.startswith(asked)]
    if not found:
        raise NotKnown(asked)
    return found[0]


def _for_machines(entity: Entity, facts: list[Fact], as_of: dt.date | None, references: list[str]) -> dict[str, Any]:
    rows = [{"id": fact.id, **fact.to_json(), "reason": fact.reason} for fact in facts]
    return {
        "entity": entity.to_json(),
        "references": list(references),
        "as_of": as_of.isoformat() if as_of else None,
        "facts": rows,
    }
