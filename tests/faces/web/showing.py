"""A ledger to show, and a server that shows it."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from newsreel.faces.server import create_app
from newsreel.model import Claim, Ref, Report, Span
from newsreel.pipeline import Newsreel, read_paths

EXAMPLES = Path(__file__).parents[3] / "examples"
HOSTILE = (
    "<script>document.title='run'</script>",
    "<svg onload=document.title='run'>",
    "\u202eevil\u202c \"quoted\" 'single' &amp; {{ 7*7 }} {% raw %}",
    "javascript:document.title='run'",
    "Long" * 25_000,
    "한국\x1b[31m",
)


def sample_ledger(place: Path) -> Path:
    """The sample reports in a new ledger."""
    with Newsreel(place) as reel:
        outcomes = {added.outcome for added in reel.add(read_paths([EXAMPLES]))}
    assert outcomes == {"new"}
    return place


def crowded_ledger(place: Path, titles: int = 120) -> Path:
    """A ledger in which one company made many titles, each with a few people of its own and one that all share."""

    def reader(report: Report) -> list[Claim]:
        number = int(report.id)
        work = Ref("w", "work", (f"Harbour Tale {_name(number)}",))
        people = [Ref("p", "person", ("Mina Ode",))]
        people += [Ref(f"p{i}", "person", (f"{_name(number * 4 + i)} Lind",)) for i in range(3)]
        told = [("production_company", Ref("o", "organization", ("Quay Pictures",)))]
        told += [("cast_member", person) for person in people]
        return [Claim(report.id, work, what, who, "stated", Span(0, 9), "test") for what, who in told]

    reports = [
        Report(str(n), f"Report {_name(n)}.", "en", dt.date(2031, 1, 1), f"Outlet {n % 9}") for n in range(titles)
    ]
    with Newsreel(place, reader=reader) as reel:
        assert {added.outcome for added in reel.add(reports)} == {"new"}
    return place


def _name(number: int) -> str:
    """A name of its own for every number, unlike those beside it."""
    parts = ("ba", "do", "ki", "lu", "me", "no", "ra", "si", "tu", "ve")
    return "".join(parts[int(digit)] for digit in f"{number * 7919 % 100_000:05}").title()


def hostile_ledger(place: Path) -> Path:
    """A ledger whose every name, text and address comes from somebody who means ill."""

    def reader(report: Report) -> list[Claim]:
        number = int(report.id.rpartition("-")[2])
        bad = HOSTILE[number]
        work, person = Ref("w1", "work", (f"{bad} title",)), Ref("p1", "person", (f"{bad} person",))
        span = Span(report.body, min(report.body + 40, len(report.text)))
        return [
            Claim(report.id, work, "cast_member", person, "reported", span, "test", by=(bad,)),
            Claim(report.id, work, "genre", bad, "stated", span, "test"),
            Claim(report.id, work, "cast_member", person, "denied", span, "test", by=(bad,)),
        ]

    reports = [
        Report(f"<b>bad-{i}", f"{bad}\n\n{bad} stars in a film.", "en", dt.date(2031, 1, i + 1), bad, bad, bad)
        for i, bad in enumerate(HOSTILE)
    ]
    with Newsreel(place, reader=reader) as reel:
        assert {added.outcome for added in reel.add(reports)} == {"new"}
    return place


@contextmanager
def serving(ledger: Path, copy: Path) -> Iterator[str]:
    """The address of a server on a copy of a ledger, as long as the context lasts."""
    shutil.copy(ledger, copy)
    with Newsreel(copy) as reel:
        config = uvicorn.Config(create_app(reel, tokens=["secret"]), port=0, log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(10)
