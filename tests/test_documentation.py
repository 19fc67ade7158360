"""What the documentation says holds: its links, its commands, its example."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_every_command_that_is_shown_exists() -> None:
    done = subprocess.run([sys.executable, "-m", "newsreel", "--help"], capture_output=True, text=True, check=True)
    known = set(re.findall(r"^  ([a-z]+)  ", done.stdout, flags=re.MULTILINE))
    shown = {
        command: page.name
        for page in PAGES
        for command in re.findall(r"(?:\./|`)newsreel ([a-z]+)", page.read_text(encoding="utf-8"))
    }
    assert {command: page for command, page in shown.items() if command not in known} == {}


def test_the_readmes_first_commands_are_there_and_can_be_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("newsreel", "check"):
        assert f"./{command}" in readme
        assert (ROOT / command).stat().st_mode & 0o111


def test_the_readmes_library_example_runs(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    shutil.copytree(ROOT / "examples", tmp_path / "reports")
    done = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "cast_member" in done.stdout


def test_no_file_of_requirements_names_an_address() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
