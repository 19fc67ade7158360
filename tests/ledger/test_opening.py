"""What is no ledger, or cannot be written, says so in one line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.ledger.making import claim, keep, report

from newsreel.ledger import Ledger, opening, schema
from newsreel.model.errors import LedgerError, LedgerUnwritable, NewerLedger, NotALedger


@pytest.mark.parametrize(
    "content",
    [b"date: 2024-03-13\n\nA report, not a ledger.\n", os.urandom(5000), b"SQLite format 3\0 but no more of it"],
    ids=["text", "binary", "the start of one"],
)
def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises((NotALedger, LedgerError), match=r"notes\.txt"):
        Ledger.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    with pytest.raises(NotALedger, match=r"other\.db"):
        Ledger.open(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]
    other.close()


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedger, match="folder"):
        Ledger.open(tmp_path)


def test_a_ledger_of_a_later_version_is_not_touched(place: str) -> None:
    with Ledger.open(place) as ledger, ledger._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerLedger, match="upgrade newsreel"):
        Ledger.open(place)


# psycopg leaves the connection that it could not make to the garbage collector, and warns of that itself.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(LedgerError, match="cannot be reached"):
        Ledger.open("postgresql://reel@/none?host=/nonexistent&connect_timeout=2")


def test_an_unknown_kind_of_address_is_refused() -> None:
    with pytest.raises(LedgerError, match="mysql"):
        Ledger.open("mysql://somewhere/ledger")


def test_a_folder_for_it_is_made(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a" / "b" / "ledger.db") as ledger:
        assert ledger.last() == 0


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerError, match="file"):
        Ledger.open(tmp_path / "file" / "ledger.db")


def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        keep(ledger, report("r1"))
        pages = ledger._engine.connect().exec_driver_sql("PRAGMA page_count").scalar_one()
        with ledger._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerUnwritable, match="disk is full"):
            keep(ledger, report("r2", text="long " * 100_000))
        assert [r.id for r in ledger.reports()] == ["r1"]
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert [r.id for r in ledger.reports()] == ["r1"]


def test_a_ledger_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        keep(ledger, report("r1"))
    with Ledger.open(f"{path}?mode=ro") as ledger:
        assert [r.id for r in ledger.reports()] == ["r1"]
        with pytest.raises(LedgerUnwritable, match="cannot be written"):
            keep(ledger, report("r2", text="Two."))


def test_the_migrations_make_what_the_program_expects(place: str) -> None:
    with Ledger.open(place) as ledger, ledger._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_memory})
        assert compare_metadata(context, schema.memory) == []
    assert ScriptDirectory(str(opening._migrations())).get_current_head() == opening.HEAD


def _is_memory(_thing: object, name: str | None, kind: str, *_: object) -> bool:
    return kind != "table" or name in schema.memory.tables


def test_caches_of_another_layout_are_made_anew(place: str) -> None:
    one = report()
    with Ledger.open(place) as ledger:
        keep(ledger, one, claim(one))
        with ledger._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE cache_state SET value = '0'")
            connection.exec_driver_sql("DELETE FROM statement")
    with Ledger.open(place) as ledger:
        assert ledger.claims([claim(one).id]) == {claim(one).id: claim(one)}
        assert ledger.settled() == 0


_WRITER = """
import sys
from newsreel.ledger import Ledger
from tests.ledger.making import keep, report, claim
with Ledger.open(sys.argv[1]) as ledger:
    for number in range(100000):
        one = report(f"r{number}", text=f"Text {number}.")
        keep(ledger, one, claim(one))
        print(number, flush=True)
"""


def test_a_writer_killed_midway_loses_nothing_it_acknowledged(place: str) -> None:
    top = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{top / 'src'}:{top}"}
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, place], stdout=subprocess.PIPE, text=True, env=environment
    ) as writer:
        assert writer.stdout is not None
        acknowledged = [next(writer.stdout).strip() for _ in range(20)]
        writer.kill()
        acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]
    with Ledger.open(place) as ledger:
        kept = {r.id for r in ledger.reports()}
        assert {f"r{number}" for number in acknowledged} <= kept
        for of, claims in ledger.read_reports():
            assert claims == [claim(of)]
        keep(ledger, report("after", text="After."))
