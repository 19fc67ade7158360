"""Wrong usage, unusable input and missing ledgers: one line that says what to do, and the right exit code."""

import errno
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from tests.faces.cli.running import Run

from newsreel.faces.cli import main

ROOT = Path(__file__).resolve().parents[3]


def one_line(text: str) -> str:
    assert text.count("\n") == 1
    return text.strip()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["abou", "x"], "Did you mean 'about'?"),
        (["about"], "Missing argument 'NAME'"),
        (["about", "x", "--as-of", "yesterday"], "write it as 2024-03-14"),
        (["read", "x", "--claim", "y"], "--claims"),
        (["entities", "--kind", "film"], "none of work, person"),
        (["same", "a", "b"], "--because"),
        (["serve", "--port", "99999"], "65535"),
    ],
)
def test_wrong_usage_is_2_and_says_what_would_be_right(run: Run, arguments: list[str], said: str) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert said in outcome.err


@pytest.mark.parametrize("arguments", [["about", "X"], ["facts"], ["entities"], ["why", "2"], ["conflicts"]])
def test_asking_without_a_ledger_says_how_to_make_one_and_makes_none(
    run: Run, home: Path, arguments: list[str]
) -> None:
    outcome = run(*arguments)
    assert outcome.code == 74
    assert "there is no ledger yet (newsreel add FILE… makes one)" in one_line(outcome.err)
    assert not list(home.rglob("*.db"))


def test_an_address_that_is_taken_is_told_and_is_69(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = run("serve", "--port", port)
    assert outcome.code == 69
    assert "choose another --port" in one_line(outcome.err)


def test_a_missing_file_is_told_and_is_65(run: Run) -> None:
    outcome = run("read", "/nowhere/at/all.txt")
    assert outcome.code == 65
    assert one_line(outcome.err) == "newsreel: /nowhere/at/all.txt: no such file (check the path)"


def test_a_file_that_is_no_ledger_is_left_as_it_is(run: Run, home: Path) -> None:
    other = home / "letter.db"
    other.write_text("Dear Sir or Madam", encoding="utf-8")
    outcome = run("entities", "--ledger", other)
    assert outcome.code == 74
    assert str(other) in one_line(outcome.err)
    assert other.read_text(encoding="utf-8") == "Dear Sir or Madam"


def test_a_file_that_cannot_be_written_is_73_and_nothing_is_left_of_it(run: Run, home: Path) -> None:
    report = home / "r.txt"
    report.write_text("date: 2024-01-01\n\nNothing.\n", encoding="utf-8")
    outcome = run("read", report, "--claims", home / "missing" / "out.jsonl")
    assert outcome.code == 73
    assert "missing/out.jsonl" in one_line(outcome.err)


# A shell in the background has its programs ignore the signal: this one hears it wherever the tests run.
HEARING = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('newsreel', run_name='__main__', alter_sys=True)"
)


def test_an_interruption_is_130_and_says_that_nothing_is_lost(home: Path) -> None:
    command = [sys.executable, "-c", HEARING, "add", "-", "--ledger", str(home / "l.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        while not (home / "l.db").exists() and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.stdin.close()
        said = process.stderr.read()
    assert process.returncode == 130
    assert "everything that was acknowledged is kept" in one_line(said)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/x"), 74, "/x: No space left on device"),
        (RuntimeError("odd"), 70, "a defect: RuntimeError: odd"),
    ],
)
def test_what_nobody_expected_is_still_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, said: str
) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.delenv("NEWSREEL_DEBUG", raising=False)
    monkeypatch.setattr(main, "app", fail)
    outcome = run("add", "x")
    assert outcome.code == code
    assert said in one_line(outcome.err)


def test_help_names_every_command_and_the_manual_does_too(run: Run) -> None:
    manual = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    listed = run("--help").out.split("Commands:")[1]
    commands = re.findall(r"^  ([a-z]+)  ", listed, flags=re.MULTILINE)
    assert len(commands) > 10
    for command in commands:
        assert f"`{command}" in manual
        options = re.findall(r"  (--[a-z-]+)", run(command, "--help").out)
        assert [option for option in options if option not in manual and option != "--help"] == []


def test_help_imports_neither_store_nor_analysers() -> None:
    code = "import sys; import newsreel.faces.cli.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"sqlalchemy", "kiwipiepy", "sudachipy", "trafilatura", "fastapi", "newsreel.pipeline"})
