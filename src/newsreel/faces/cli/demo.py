"""`newsreel demo`: the sample reports, read into a ledger of their own, and what comes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from newsreel.faces.cli import options
from newsreel.faces.cli.home import DEMO, ledger_path
from newsreel.faces.cli.screen import called, show
from newsreel.faces.cli.style import HEAD, dim
from newsreel.model.errors import UnreadableInput

_SHOWN = "Romantics Anonymous"
_NEXT = (
    (f"why 1 --ledger {DEMO}", "who said line 1, who passed it on, in which words"),
    (f'about "{_SHOWN}" --as-of 2024-03-14 --ledger {DEMO}', "what was known the day after the news broke"),
    (f"about 한효주 --ledger {DEMO}", "a person, under any name in any script"),
    (f"conflicts --ledger {DEMO}", "where reports contradict each other"),
    ("add FILE…", "your own reports, into your own ledger"),
)


def enter(app: typer.Typer) -> None:
    """Enter this command."""
    app.command()(demo)


def demo(
    serve: Annotated[bool, typer.Option("--serve", help="Show it in the browser instead.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """See what newsreel does with sample reports.

    Twenty reports on three real productions, in English, Korean and Japanese, go into a ledger of their own, made
    anew each time; your own ledger is not touched.
    """
    from newsreel.faces.cli.answers import about
    from newsreel.faces.cli.inputs import add

    ledger = Path(ledger_path(DEMO))
    for part in ("", "-wal", "-shm"):
        Path(f"{ledger}{part}").unlink(missing_ok=True)
    add([samples()], ledger=str(ledger), quiet=quiet)
    if serve:
        from newsreel.faces.cli.serving import serve as serve_site

        serve_site(ledger=str(ledger), quiet=quiet)
        return
    show()
    about(_SHOWN, ledger=str(ledger), quiet=True)
    if not quiet:
        show(Text(), Text("NEXT", style=HEAD))
        for command, what in _NEXT:
            show(Text(f"  {called()} {command}"), dim(f"      {what}"))


def samples() -> Path:
    """The folder of the sample reports: the package's own, or the checkout's."""
    package = Path(__file__).resolve().parents[2]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if folder.is_dir():
            return folder
    raise UnreadableInput("the sample reports are missing", where=str(package), advice="install newsreel again")
