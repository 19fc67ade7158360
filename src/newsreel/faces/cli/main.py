"""The command line's front door: the commands, and what becomes of errors.

Exit codes: 0 done, 1 nothing known of that name, 2 wrong usage, 65 some input could not be used, 69 an address that is
taken, 70 a defect of newsreel, 73 a file or ledger that cannot be written, 74 a ledger that cannot be read, 78 a data
file that breaks the rules, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from newsreel import __version__
from newsreel.faces.cli import answers, demo, following, inputs, judging, lists, serving
from newsreel.faces.cli.screen import complain
from newsreel.model.errors import LedgerError, NewsreelError

_DEFECT = 70
_INTERRUPTED = 130
_BROKEN_PIPE = 141

app = typer.Typer(
    name="newsreel",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with `newsreel demo`. Every command has --help of its own.",
)
for group in (demo, inputs, answers, following, lists, judging, serving):
    group.enter(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"newsreel {__version__}")
        raise typer.Exit


@app.callback()
def newsreel(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and go.")
    ] = False,
) -> None:
    """What is known about film and television productions, on whose word, and what changed.

    newsreel reads press reports in English, Korean and Japanese and keeps, for every title, person and company, what
    is known, who said it first, how sure it is, what contradicts it and what has changed.
    """


def run() -> None:
    """Run the command line and exit with the code that tells how it went."""
    sys.exit(_run())


def _run() -> int:
    try:
        app(prog_name="newsreel")
    except SystemExit as done:
        if done.code == _INTERRUPTED:
            complain("interrupted; everything that was acknowledged is kept")
        return done.code if isinstance(done.code, int) else 0
    except NewsreelError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has seen enough (`newsreel facts | head`); let Python not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except OSError as error:
        complain(f"{error.filename or 'the system'}: {error.strerror or error}")
        return LedgerError.exit_code
    except Exception as error:
        if os.environ.get("NEWSREEL_DEBUG"):
            raise
        complain(f"a defect: {type(error).__name__}: {error} (NEWSREEL_DEBUG=1 shows where; please report it)")
        return _DEFECT
    return 0
