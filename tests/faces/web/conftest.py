"""The sample ledger shown: to a client in this process, and to a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.faces.web.showing import hostile_ledger, sample_ledger, serving

from newsreel.pipeline import Newsreel

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_ledger(tmp_path_factory.mktemp("sample") / "ledger.db")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_ledger(tmp_path_factory.mktemp("hostile") / "ledger.db")


@pytest.fixture
def reel(sample: Path, tmp_path: Path) -> Iterator[Newsreel]:
    copy = tmp_path / "ledger.db"
    shutil.copy(sample, copy)
    with Newsreel(copy) as opened:
        yield opened


@pytest.fixture
def site(sample: Path, tmp_path: Path) -> Iterator[httpx.Client]:
    """A client of a server on a copy of the sample ledger."""
    with serving(sample, tmp_path / "served.db") as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium: Debian's, or what NEWSREEL_BROWSER points to."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path is not None, "the browser tests need a Chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()
