"""While the server runs, what a new report sets in motion is weighed before somebody asks."""

from __future__ import annotations

import datetime as dt
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

from newsreel.faces.server.ahead import working_ahead
from newsreel.faces.web import Site
from newsreel.faces.web.pages import make_ahead, page_request
from newsreel.faces.web.views import entity_path
from newsreel.model import Report
from newsreel.pipeline import Newsreel
from newsreel.pipeline.weigher import weigher

PATIENCE_S = 30.0


def test_what_changed_is_weighed_ahead(reel: Newsreel) -> None:
    reel.weigh_ahead()
    text = 'Mina Ode will star in the film "Glass Harbour," the Daily Slate reported.'
    with working_ahead(reel, Site(reel), every_s=0.01):
        (added,) = reel.add([Report("new", text, "en", dt.date(2031, 3, 13), "The Slate")])
        given_up = time.monotonic() + PATIENCE_S
        while _waiting(reel):
            assert time.monotonic() < given_up, "nobody weighed it"
            time.sleep(0.02)
    assert added.report is not None
    assert reel.weigh_ahead() == 0


def test_the_pages_most_told_of_are_made_ahead_in_the_languages_asked_for(reel: Newsreel) -> None:
    site = Site(reel)
    site.asked.add("ko")
    titles = reel.entities("work")
    assert make_ahead(site, lambda: True) == 2 * len(titles)
    assert make_ahead(site, lambda: True) == 0
    kept = site.kept(page_request(entity_path(titles[0]), "ko"))
    assert kept is not None
    assert 'lang="ko"' in bytes(kept.body).decode()
    assert site.kept(page_request(entity_path(titles[0]), "ja")) is None
    assert make_ahead(Site(reel), lambda: False) == 0


def _waiting(reel: Newsreel) -> list[str]:
    """What the ledger says is yet to be weighed; asking the scales would have them weigh it."""
    return [*reel._ledger.unweighed(None, weigher()), *reel._ledger.unweighed(None, weigher(), told=True)]


def test_it_ends_at_once_when_the_server_does(reel: Newsreel) -> None:
    asked = []

    def going() -> bool:
        asked.append(True)
        return len(asked) < 2

    reel.rebuild()
    assert len(reel.entities()) > 3
    assert reel.weigh_ahead(going) == 2


def test_two_processes_answer_and_weigh_for_one_ledger(sample: Path, tmp_path: Path) -> None:
    shutil.copy(sample, tmp_path / "l.db")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "newsreel", "serve", "--port", str(port), "--workers", "2"]
    server = subprocess.Popen([*command, "--ledger", str(tmp_path / "l.db"), "--quiet"])
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_S) as client:
            given_up = time.monotonic() + PATIENCE_S
            while not _answers(client):
                assert server.poll() is None, "the server did not start"
                assert time.monotonic() < given_up, "the server does not answer"
                time.sleep(0.1)
            pages = {client.get("/search", params={"q": "Netflix"}, follow_redirects=True).text for _ in range(6)}
        assert len(pages) == 1
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE_S) == 0


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/").is_success
    except httpx.TransportError:
        return False
