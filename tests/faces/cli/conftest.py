"""The command line, run in this process with a home of its own."""

import sys
from pathlib import Path

import pytest
from tests.faces.cli.running import Outcome, Run

from newsreel.faces.cli.main import run as run_program
from newsreel.faces.cli.screen import console


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, with no terminal about it."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("NEWSREEL_LEDGER", "NEWSREEL_CALLED", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    console.cache_clear()
    return tmp_path


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `newsreel` with arguments."""
    assert home.is_dir()

    def do(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["newsreel", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run_program()
        said = capsys.readouterr()
        return Outcome(ended.value.code if isinstance(ended.value.code, int) else 0, said.out, said.err)

    return do
