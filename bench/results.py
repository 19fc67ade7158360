"""bench/RESULTS.md: one section for each benchmark, each written by the benchmark itself."""

from __future__ import annotations

import datetime as dt
import platform
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATH = ROOT / "bench" / "RESULTS.md"
_HEAD = """# Results

Written by the programs in this folder; each section says when, at which commit and on what it was measured.
"""


def put(title: str, body: str, path: Path = PATH) -> None:
    """Write a section in place of the one of that title, or behind all others."""
    old = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    head, *sections = re.split(r"^(?=## )", old, flags=re.MULTILINE)
    new = f"## {title}\n\n{stamp()}\n\n{body.strip()}\n\n"
    kept = [section for section in sections if not section.startswith(f"## {title}\n")]
    place = next((n for n, section in enumerate(sections) if section.startswith(f"## {title}\n")), len(kept))
    kept.insert(place, new)
    text = head.rstrip() + "\n\n" + "".join(section.rstrip() + "\n\n" for section in kept)
    path.write_text(text.rstrip() + "\n", encoding="utf-8")


def stamp() -> str:
    """When, at which commit and on what."""
    commit = _git("rev-parse", "--short=10", "HEAD")
    changed = " with changes" if _git("status", "--porcelain", "--untracked-files=no") else ""
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return f"{day}, commit {commit}{changed}, Python {platform.python_version()}, {_processors()} processors."


def table(header: list[str], rows: list[list[object]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *[[str(cell) for cell in row] for row in rows]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _processors() -> int:
    import os

    return len(os.sched_getaffinity(0))


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()
