"""How fast the site is on a large ledger: production pages asked for by several clients at once, over loopback.

    bench/site.py [--claims N | --ledger FILE] [--clients 8] [--workers 1] [--requests N]

The ledger is bench/scale.py's, made anew or one that it left. Clients and server are processes of one machine and share its processors, so that the
figures hold the clients' own cost too. Every page is asked for once as its server first makes it, then again from the
pages it kept; addresses are drawn with the press's own skew. Bytes are those over the wire, gzip, scripts and styles in.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import results
import scale

sys.path.insert(0, str(results.ROOT / "src"))

from newsreel.model import Claim, Report


def made(place: Path, claims: int) -> None:
    """A ledger of that many claims."""
    from newsreel.pipeline import Newsreel

    press, read = scale.Press(claims), dict[str, list[Claim]]()

    def given() -> Iterator[Report]:
        for report, found in press.written():
            read[report.id] = found
            yield report

    with Newsreel(place, reader=lambda report: read.pop(report.id)) as reel:
        for _ in reel.add(given()):
            pass
        reel.weigh_ahead()


@contextmanager
def served(place: Path, port: int, workers: int) -> Iterator[None]:
    """The server as users start it, for as long as it lasts."""
    command = [sys.executable, "-m", "newsreel", "serve", "--port", str(port), "--workers", str(workers)]
    environment = os.environ | {"PYTHONPATH": str(results.ROOT / "src")}
    process = subprocess.Popen([*command, "--ledger", str(place)], env=environment)
    try:
        _wait(port)
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def asked(port: int, paths: list[str]) -> list[tuple[float, int]]:
    """Seconds and bytes of every answer, asked for one after another over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    found = []
    for path in paths:
        started = time.perf_counter()
        connection.request("GET", path, headers={"accept-encoding": "gzip", "accept-language": "en"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != http.client.OK:
            message = f"{path}: {answer.status}"
            raise RuntimeError(message)
        found.append((time.perf_counter() - started, len(body)))
    connection.close()
    return found


def load(port: int, paths: list[str], clients: int) -> list[float]:
    """Milliseconds of every answer, `clients` asking at once."""
    with concurrent.futures.ProcessPoolExecutor(clients) as pool:
        runs = [pool.submit(asked, port, paths[n::clients]) for n in range(clients)]
        return [seconds * 1000 for run in runs for seconds, _ in run.result()]


def whole_page_bytes(port: int, path: str) -> int:
    """A page with every script and style that it names."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    assets = re.findall(r'(?:src|href)="(/static/[^"]+)"', text)
    return sum(size for _, size in asked(port, [path, *assets]))


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--ledger", type=Path, help="one that is there already, weighed ahead")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--rest", type=int, default=60, help="seconds that the server has run when it is asked first")
    parser.add_argument("--workers", type=int, default=1, help="processes that answer")
    parser.add_argument("--dry", action="store_true", help="write no table")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = args.ledger or Path(folder) / "ledger.db"
        if not args.ledger:
            made(place, args.claims)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        from newsreel.pipeline import Newsreel

        with Newsreel(place) as reel:
            works = [f"/title/{entity.id}" for entity in reel.entities("work")]
            claims = reel.size()["claims"]
        pick = random.Random(3)
        weights = [1 / (n + 1) ** 0.8 for n in range(len(works))]
        skewed = pick.choices(works, weights, k=args.requests)
        with served(place, port, args.workers):
            time.sleep(args.rest)
            first = load(port, list(dict.fromkeys(skewed)), args.clients)
            again = load(port, skewed, args.clients)
            heaviest = whole_page_bytes(port, works[0])
    rows = [
        [name, len(times), *(f"{scale.percentile(times, share):.0f}" for share in (50, 90, 99))]
        for name, times in (("made for the first time", first), ("with the skew of readers", again))
    ]
    header = ["production pages", "requests", "p50 ms", "p90 ms", "p99 ms"]
    text = f"{claims:,} claims, {args.clients} clients at once, {args.workers} process(es) answering for {args.rest} s; the heaviest page with scripts: {heaviest / 1000:.0f} kB.\n\n"
    print(text + results.table(header, rows))
    if not args.dry:
        results.put("Site under load", text + results.table(header, rows))


def _wait(port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    message = "the server did not start"
    raise RuntimeError(message)


if __name__ == "__main__":
    main()
