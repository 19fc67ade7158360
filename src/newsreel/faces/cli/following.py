"""`newsreel changes` and `newsreel follow`: what changed, told once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_state_path

from newsreel.faces.cli import options
from newsreel.faces.cli.home import hashed, ledger_path
from newsreel.faces.cli.lists import for_machines
from newsreel.faces.cli.naming import meant, names_in
from newsreel.faces.cli.opening import ledger_to_read
from newsreel.faces.cli.screen import called, tell
from newsreel.model import Change
from newsreel.model.canonical import identity
from newsreel.model.errors import Unwritable


def enter(app: typer.Typer) -> None:
    """Enter these commands."""
    for command in (changes, follow):
        app.command()(command)


def changes(
    since: options.Since = None,
    about: options.About = None,
    as_of: options.AsOf = None,
    ledger: options.LedgerPath = None,
    as_json: options.AsJson = False,
    jsonl: options.JsonLines = None,
    quiet: options.Quiet = False,
) -> None:
    """List what changed, each change once.

    New facts, firmer or weaker ones, new dates, denials; never retellings.
    """
    from newsreel.faces.cli.change_view import change_row, show_changes

    with ledger_to_read(ledger) as reel:
        found = reel.changes(since=since, about=meant(reel, about)[0].id if about else None, until=as_of)
        if for_machines(map(change_row, found), jsonl, as_json=as_json, quiet=quiet):
            return
        show_changes(found, names_in(reel, [change.fact for change in found]))
        if not found:
            tell("nothing changed", quiet=quiet)


def follow(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Whom or what to follow from now on.")] = None,
    stop: Annotated[bool, typer.Option("--stop", help="Follow it no longer.")] = False,
    ledger: options.LedgerPath = None,
    quiet: options.Quiet = False,
) -> None:
    """Follow a name; or show what changed since.

    With NAME: follow it. Without: what changed in all that you follow since you last asked, each change once.
    """
    from newsreel.faces.cli.change_view import show_changes

    with ledger_to_read(ledger) as reel:
        told = Told.load(ledger_path(ledger))
        if name is not None:
            entity = meant(reel, name)[0]
            reel.follow(entity.id, on=not stop)
            told.marks.update(mark(change) for change in reel.changes(about=entity.id))
            tell(f"{entity.name} is {'no longer ' if stop else ''}followed", quiet=quiet)
        else:
            followed = reel.follows()
            fresh = {mark(change): change for one in followed for change in reel.changes(about=one)}
            found = sorted(
                (change for key, change in fresh.items() if key not in told.marks),
                key=lambda change: (change.date, change.report, change.fact.id),
            )
            show_changes(found, names_in(reel, [change.fact for change in found]))
            told.marks.update(fresh)
            if not found:
                nothing = f"nothing new in {len(followed)} that you follow"
                tell(nothing if followed else f"{called()} follow NAME follows something", quiet=quiet)
        told.save()


@dataclass(slots=True)
class Told:
    """The marks of all changes that were told to this user from a ledger."""

    place: str
    marks: set[str]

    @classmethod
    def load(cls, place: str) -> Told:
        """Those kept for a ledger; none where nothing was kept, or what was kept cannot be read."""
        return cls(place, set(_kept().get(hashed(place), ())))

    def save(self) -> None:
        """Keep them, beside those for other ledgers; Unwritable where that fails."""
        kept = {**_kept(), hashed(self.place): sorted(self.marks)}
        try:
            _file().parent.mkdir(parents=True, exist_ok=True)
            _file().write_text(json.dumps(kept), encoding="utf-8")
        except OSError as error:
            raise Unwritable(error.strerror or "cannot be written", where=str(_file())) from error


def mark(change: Change) -> str:
    """What tells one change from all others."""
    return identity([change.date, change.report, change.kind, change.fact.id])


def _kept() -> dict[str, list[str]]:
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _file() -> Path:
    return user_state_path("newsreel", appauthor=False) / "told.json"
