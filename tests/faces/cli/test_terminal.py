"""Colour and bars are for terminals; what is piped is plain, and never mixed with progress."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
REPORT = ROOT / "examples" / "romantics-anonymous" / "02-en-harbor-k-screen.txt"
ESCAPE = "\x1b"


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    return {**kept, "XDG_DATA_HOME": str(home), "XDG_STATE_HOME": str(home), "HOME": str(home), "TERM": "xterm", **more}


def on_terminal(arguments: list[str], home: Path, *, out: bool, err: bool, **more: str) -> tuple[str, str]:
    """Run with standard output and error each a terminal or a pipe; what came out of either."""
    near, far = pty.openpty()
    command = [sys.executable, "-m", "newsreel", *arguments]
    with subprocess.Popen(
        command,
        stdout=far if out else subprocess.PIPE,
        stderr=far if err else subprocess.PIPE,
        env=environment(home, **more),
    ) as process:
        os.close(far)
        shown = b""
        while True:
            try:
                part = os.read(near, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
        piped = process.stdout or process.stderr
        rest = piped.read() if piped else b""
    os.close(near)
    return shown.decode(), rest.decode()


def test_a_terminal_gets_colour(tmp_path: Path) -> None:
    shown, _ = on_terminal(["read", str(REPORT)], tmp_path, out=True, err=True)
    assert f"{ESCAPE}[" in shown
    assert "Romantic Anonymous" in shown


def test_no_color_is_heeded(tmp_path: Path) -> None:
    shown, _ = on_terminal(["read", str(REPORT)], tmp_path, out=True, err=True, NO_COLOR="1")
    assert "Romantic Anonymous" in shown
    assert f"{ESCAPE}[3" not in shown
    assert f"{ESCAPE}[9" not in shown


@pytest.mark.parametrize("arguments", [["read", str(REPORT), "--json"], ["read", str(REPORT)]])
def test_what_is_piped_is_plain_though_progress_has_a_terminal(tmp_path: Path, arguments: list[str]) -> None:
    _, piped = on_terminal(arguments, tmp_path, out=False, err=True)
    assert "Romantic Anonymous" in piped
    assert ESCAPE not in piped
    assert not any(line != line.rstrip() for line in piped.splitlines())
    if "--json" in arguments:
        assert all(json.loads(line)["report"] == REPORT.stem for line in piped.splitlines())


def test_a_control_character_of_a_report_never_reaches_the_terminal(tmp_path: Path) -> None:
    report = tmp_path / "evil.html"
    words = "<p>Nothing much happened in the town today, and the paper says so at some length.</p>" * 9
    title = "&#x9b;2J&#27;]0;owned&#7;Blue Door"
    report.write_text(
        f"<html><title>{title}</title><article><h1>{title}</h1>{words}</article></html>", encoding="utf-8"
    )
    shown, _ = on_terminal(["read", str(report), "--date", "2024-01-01"], tmp_path, out=True, err=True)
    assert "Blue Door" in shown
    assert f"{ESCAPE}]0;" not in shown
    assert "\x9b" not in shown
    assert "\x07" not in shown
