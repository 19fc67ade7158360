"""`newsreel serve`: the site and the API, from this machine."""

from __future__ import annotations

import os
import socket
from typing import Annotated

import typer

from newsreel.faces.cli import options
from newsreel.faces.cli.home import ledger_path
from newsreel.faces.cli.screen import tell
from newsreel.model.errors import CannotServe

_SITE = "newsreel.faces.server.app:create"


def enter(app: typer.Typer) -> None:
    """Enter this command."""
    app.command()(serve)


def serve(
    host: Annotated[
        str, typer.Option("--host", help="Where to listen; only this machine can reach the default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Which port.")] = 8420,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help="How many processes answer; each uses a processor.")
    ] = 1,
    ledger: options.LedgerPath = None,
    quiet: options.Quiet = False,
) -> None:
    """Show the ledger in the browser."""
    import uvicorn

    _check_free(host, port)
    os.environ["NEWSREEL_LEDGER"] = ledger_path(ledger)
    tell(f"open http://{host}:{port}/ in your browser; Ctrl-C ends it", quiet=quiet)
    uvicorn.run(_SITE, factory=True, host=host, port=port, workers=workers, log_level="warning")


def _check_free(host: str, port: int) -> None:
    """Raises CannotServe where nobody could listen there: uvicorn itself says so in a traceback of its own."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            where = f"{host}:{port}"
            raise CannotServe(error.strerror or "cannot listen", where=where, advice="choose another --port") from error
