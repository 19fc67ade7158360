"""`newsreel changes` and `newsreel follow`: what changed, told once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from platformdirs import user_data_path

from newsreel.faces.cli import options
from newsreel.faces.cli.home import hashed, ledger_path
from newsreel.faces.cli.lists import for_machines
from newsreel.faces.cli.naming import meant, names_in
from newsreel.faces.cli.opening import ledger_to_read
from newsreel.faces.cli.screen import called, tell
from newsreel.model import Change
from newsreel.model.canonical import identity
from newsreel.model.errors import NotKnown, Unwritable

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel


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
        kept = Follows.load(ledger_path(ledger))
        if name is not None:
            entity = meant(reel, name)[0]
            if stop:
                kept.told.pop(entity.id, None)
            else:
                kept.told[entity.id] = [_mark(change) for change in reel.changes(about=entity.id)]
            tell(f"{entity.name} is {'no longer ' if stop else ''}followed", quiet=quiet)
        else:
            fresh = {_mark(change): change for change in _untold(reel, kept)}
            show_changes(fresh.values(), names_in(reel, [change.fact for change in fresh.values()]))
            if not fresh:
                following = f"nothing new in {len(kept.told)} that you follow"
                tell(following if kept.told else f"{called()} follow NAME follows something", quiet=quiet)
        kept.save()


@dataclass(slots=True)
class Follows:
    """Whom the user follows in a ledger: by entity id, the marks of the changes that were told."""

    place: str
    told: dict[str, list[str]]

    @classmethod
    def load(cls, place: str) -> Follows:
        """Those kept for a ledger; none where nothing was kept, or what was kept cannot be read."""
        try:
            kept = json.loads(_file().read_text(encoding="utf-8"))
            return cls(place, dict(kept.get(hashed(place), {})))
        except (OSError, ValueError, AttributeError):
            return cls(place, {})

    def save(self) -> None:
        """Keep them, beside those for other ledgers; Unwritable where that fails."""
        try:
            kept = json.loads(_file().read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = {}
        try:
            _file().parent.mkdir(parents=True, exist_ok=True)
            _file().write_text(json.dumps({**kept, hashed(self.place): self.told}), encoding="utf-8")
        except OSError as error:
            raise Unwritable(error.strerror or "cannot be written", where=str(_file())) from error


def _untold(reel: Newsreel, kept: Follows) -> Iterator[Change]:
    """Every change not told yet, by day; they count as told from then on. Of what is no longer there, none."""
    found: list[Change] = []
    for followed, told in kept.told.items():
        try:
            news = [change for change in reel.changes(about=followed) if _mark(change) not in told]
        except NotKnown:
            continue
        told.extend(_mark(change) for change in news)
        found.extend(news)
    yield from sorted(found, key=lambda change: (change.date, change.report, change.fact.id))


def _mark(change: Change) -> str:
    return identity([change.date, change.report, change.kind, change.fact.id])


def _file() -> Path:
    return user_data_path("newsreel", appauthor=False) / "follows.json"
