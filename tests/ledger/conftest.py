"""The ledger's suite runs on SQLite and on a PostgreSQL server that it starts for itself."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsreel.ledger import Ledger

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(p) for p in [shutil.which("initdb")] if p]
STORES = ["sqlite", "postgresql"]


class Server:
    """A PostgreSQL cluster in a folder of its own, reached through a socket in it."""

    def __init__(self) -> None:
        assert PROGRAMS, "PostgreSQL is not installed: apt-get install postgresql"
        self.programs = PROGRAMS[-1].parent
        # A socket's path has to be short, so it does not lie in pytest's folder.
        self.folder = Path(tempfile.mkdtemp(prefix="nr-pg-"))
        # The server refuses to run as root.
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            account = pwd.getpwnam(self.user)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self.data = self.folder / "data"
        self._run("initdb", "-D", self.data, "-U", "reel", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o", options, "start")

    def _run(self, program: str, *arguments: str | Path) -> None:
        command = [str(self.programs / program), *(str(a) for a in arguments)]
        subprocess.run(command, user=self.user, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def new_url(self) -> str:
        name = f"ledger_{secrets.token_hex(6)}"
        self._run("createdb", "-h", self.folder, "-U", "reel", name)
        return f"postgresql://reel@/{name}?host={self.folder}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return str(request.getfixturevalue("server").new_url())


@pytest.fixture
def open_ledger(place: str) -> Iterator[Callable[[], Ledger]]:
    """Opens the same ledger as often as it is called."""
    opened: list[Ledger] = []

    def open_it() -> Ledger:
        opened.append(Ledger.open(place))
        return opened[-1]

    yield open_it
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(open_ledger: Callable[[], Ledger]) -> Ledger:
    return open_ledger()
