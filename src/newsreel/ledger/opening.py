"""Opening a ledger: where it is, whether it is one, and bringing an older one up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from newsreel.model.errors import LedgerError, LedgerUnwritable, NewerLedger, NotALedger

HEAD = "0001"
"""The newest migration (migrations/versions); a test holds the two together."""

APPLICATION_ID = 0x4E52454C
"""What SQLite's header says of a ledger: "NREL"."""

BUSY_S = 60
"""How long a writer waits for another one."""

_LOG_PAGES = 8192
"""Pages (32 MiB) that SQLite lets its log grow to before it copies them back: whoever adds then waits for that."""

_SQLITE_MAGIC = b"SQLite format 3\0"
_WRITER_LOCK = 0x4E52454C
_CLASSES = (
    (("readonly", "read-only", "permission denied", "unable to open"), "it cannot be written", "check permissions"),
    (("is full", "no space", "disk i/o"), "the disk is full", "make room; nothing that was acknowledged is lost"),
    (("locked", "timeout"), "another newsreel is writing to it", "try again when that has ended"),
)


@contextmanager
def faults(where: str) -> Iterator[None]:
    """Turns what the database says into errors of newsreel, naming the ledger at `where`."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _fault(error, where) from error


def _fault(error: SQLAlchemyError, where: str) -> LedgerError:
    said = str(error.orig if isinstance(error, DBAPIError) and error.orig else error)
    first = said.strip().splitlines()[0] if said.strip() else type(error).__name__
    low = said.lower()
    for marks, what, advice in _CLASSES:
        if any(mark in low for mark in marks):
            return LedgerUnwritable(what, where=where, advice=advice)
    if "not a database" in low:
        return NotALedger("no ledger of newsreel", where=where, advice="name another file with --ledger")
    if "malformed" in low:
        return LedgerError("damaged", where=where, advice="restore it from a copy")
    if "connect" in low:
        return LedgerError(f"cannot be reached: {first}", where=where, advice="is the server running?")
    return LedgerError(first, where=where)


def open_engine(place: Path | str) -> Engine:
    """The ledger at a path or a URL ("postgresql://…"), created where there is none, brought up to date.

    A path that ends in "?mode=ro" is only read.

    Raises NotALedger, NewerLedger, LedgerUnwritable or LedgerError, each naming the place.
    """
    url = str(place)
    if "://" in url and not url.startswith("sqlite:"):
        engine = _postgres(url)
    else:
        path, _, asked = url.removeprefix("sqlite:///").partition("?mode=")
        engine = _sqlite(Path(path), read_only=asked == "ro")
    where = place_of(engine)
    try:
        with faults(where):
            _bring_up_to_date(engine, where)
    except BaseException:
        engine.dispose()
        raise
    return engine


def place_of(engine: Engine) -> str:
    """How messages name the ledger: its path, or its URL without the password."""
    url = engine.url
    return str(url.query.get("path") or url.database or "") if url.drivername.startswith("sqlite") else str(url)


def _postgres(url: str) -> Engine:
    scheme, _, rest = url.partition("://")
    if scheme.split("+")[0] not in ("postgresql", "postgres"):
        raise LedgerError(f"no kind of ledger is called {scheme!r}", where=url, advice="give a path or postgresql://…")
    engine = create_engine(f"postgresql+psycopg://{rest}")

    @event.listens_for(engine, "begin")
    def _one_writer(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("writes"):
            if options.get("patient", True):
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
            elif not connection.exec_driver_sql(f"SELECT pg_try_advisory_xact_lock({_WRITER_LOCK})").scalar():
                raise LedgerUnwritable("another newsreel is writing to it", where=place_of(engine))
            if not options.get("durable", True):
                connection.exec_driver_sql("SET LOCAL synchronous_commit = off")

    return engine


def _sqlite(path: Path, *, read_only: bool) -> Engine:
    _check_file(path)
    uri = path.absolute().as_uri()
    read_only = read_only or (path.exists() and not os.access(path, os.W_OK))
    mode = "?mode=ro" if read_only else ""
    if read_only and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        mode = "?immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri + mode, uri=True, timeout=BUSY_S, isolation_level=None, check_same_thread=False)

    engine = create_engine(f"sqlite:///{path}", creator=connect)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        connection.execute("PRAGMA cache_size = -65536")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("writes"):
            # With FULL a commit is on the disk when it returns, even if the power fails right after.
            mode = "FULL" if options.get("durable", True) else "NORMAL"
            connection.exec_driver_sql(f"PRAGMA synchronous = {mode}")
            wait_ms = 1000 * BUSY_S if options.get("patient", True) else 0
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait_ms}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

    return engine


def _check_file(path: Path) -> None:
    where = str(path)
    if path.is_dir():
        raise NotALedger("a folder, not a ledger", where=where, advice="name a file with --ledger")
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerUnwritable(error.strerror or "cannot be created", where=where) from error
        return
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise LedgerError(error.strerror or "cannot be read", where=where) from error
    if not head:
        return
    application = int.from_bytes(head[68:72], "big")
    if not head.startswith(_SQLITE_MAGIC) or application not in (0, APPLICATION_ID):
        raise NotALedger("no ledger of newsreel", where=where, advice="name another file with --ledger")


def _bring_up_to_date(engine: Engine, where: str) -> None:
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        version = None
        if "alembic_version" in tables:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if version == HEAD:
            return
        if version is None and tables:
            raise NotALedger("a database, but no ledger of newsreel", where=where, advice="name another one")
    if version is not None and version not in _revisions():
        raise NewerLedger(
            f"written by a later newsreel (its form is {version}, this one knows {HEAD})",
            where=where,
            advice="upgrade newsreel",
        )
    _migrate(engine)


def _revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory(str(_migrations())).walk_revisions()}


def _migrations() -> Path:
    return Path(__file__).parent / "migrations"


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_migrations()))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        # Another process may have done it while this one waited for the lock.
        if "alembic_version" in inspect(connection).get_table_names():
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if found == HEAD:
                return
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
