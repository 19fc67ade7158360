"""Reports per second and memory of each stage, against a bare spaCy pipeline over the same texts in the same run.

    bench/rates.py [--texts DIR…] [--reports N]

Texts are those of the evaluation where it stands beside the checkout, else examples/, repeated with other ids up to N
reports. The peer is spaCy's blank pipeline with a sentencizer ("en", and "xx" for Korean and Japanese, whose own ones want
MeCab): tokens and sentence ends, nothing of what is measured here. Each stage runs in a process of its own, which is what its peak of memory is of.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import results

ROOT = results.ROOT
sys.path.insert(0, str(ROOT / "src"))

from newsreel.model import Claim, Report  # noqa: E402

LANGUAGES = ("en", "ko", "ja")
Measured = dict[str, float]


def texts(folders: list[Path], count: int) -> list[Report]:
    """Reports of these folders, as many as asked for, repeated under other ids."""
    from newsreel.sources import read_paths

    found = [report for report in read_paths(folders) if isinstance(report, Report) and report.language in LANGUAGES]
    if not found:
        sys.exit("no text: name a folder with --texts")
    rounds = -(-count // len(found))
    day = dt.date(2024, 1, 1)
    copies = (
        replace(report, id=f"{report.id}-{n}", url="", published=report.published or day)
        for n in range(rounds)
        for report in found
    )
    return [report for report, _ in zip(copies, range(count), strict=False)]


def sources(folders: list[Path], count: int) -> Iterator[object]:
    """Files into reports."""
    from newsreel.sources import read_paths

    rounds = -(-count // sum(1 for _ in read_paths(folders)))
    return (report for _ in range(rounds) for report in read_paths(folders))


def reading(folders: list[Path], count: int) -> Iterator[object]:
    """Reports into claims."""
    from newsreel.reading import read

    return (read(report) for report in texts(folders, count))


def resolving(folders: list[Path], count: int) -> Iterator[object]:
    """Claims into identities."""
    from newsreel.resolving import Resolver

    read = _read(folders, count)

    def run() -> Iterator[object]:
        resolver = Resolver()
        for report, claims in read:
            resolver.add(report, claims)
            yield report
        resolver.identities()

    return run()


def adding(folders: list[Path], count: int) -> Iterator[object]:
    """Read claims into the ledger, identities and caches with them."""
    from newsreel.pipeline import Newsreel

    read = {report.id: claims for report, claims in _read(folders, count)}
    reports = texts(folders, count)

    def run() -> Iterator[object]:
        with (
            tempfile.TemporaryDirectory() as folder,
            Newsreel(Path(folder) / "l.db", reader=lambda r: read[r.id]) as reel,
        ):
            yield from reel.add(reports)

    return run()


def weighing(folders: list[Path], count: int) -> Iterator[object]:
    """Everything in a ledger into facts; counted by report."""
    from newsreel.pipeline import Newsreel

    read = {report.id: claims for report, claims in _read(folders, count)}
    folder = tempfile.TemporaryDirectory()
    reel = Newsreel(Path(folder.name) / "l.db", reader=lambda r: read[r.id])
    added = list(reel.add(texts(folders, count)))

    def run() -> Iterator[object]:
        reel.facts()
        yield from added
        reel.close()
        folder.cleanup()

    return run()


def peer(folders: list[Path], count: int) -> Iterator[object]:
    """SpaCy's blank pipelines with a sentencizer."""
    import spacy

    names = {"en": "en", "ko": "xx", "ja": "xx"}
    loaded = {lang: spacy.blank(name) for lang, name in names.items()}
    for pipeline in loaded.values():
        pipeline.add_pipe("sentencizer")
    return (loaded[report.language](report.text) for report in texts(folders, count))


STAGES: dict[str, Callable[[list[Path], int], Iterator[object]]] = {
    "spaCy blank + sentencizer (peer)": peer,
    "sources": sources,
    "reading": reading,
    "resolving": resolving,
    "ledger (add, settle)": adding,
    "weighing (all facts)": weighing,
}


def _read(folders: list[Path], count: int) -> list[tuple[Report, list[Claim]]]:
    from newsreel.reading import read

    return [(report, read(report)) for report in texts(folders, count)]


def measure(name: str, folders: list[Path], count: int) -> Measured:
    """Run one stage in a process of its own: reports a second, warm, and the peak of memory."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_measure, (name, folders, count))


def _measure(name: str, folders: list[Path], count: int) -> Measured:
    for _ in STAGES[name](folders, min(count, 12)):
        pass
    run = STAGES[name](folders, count)
    started = time.perf_counter()
    done = sum(1 for _ in run)
    took = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"reports": done, "seconds": took, "rate": done / took, "peak_mib": peak}


def main() -> None:
    """Measure every stage and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", nargs="+", type=Path)
    parser.add_argument("--reports", type=int, default=600)
    parser.add_argument("--json", action="store_true", help="print the figures, write no table")
    args = parser.parse_args()
    shared = ROOT.parent / "shared" / "eval" / "reports"
    folders = args.texts or ([shared] if shared.is_dir() else [ROOT / "examples"])
    measured = {name: measure(name, folders, args.reports) for name in STAGES}
    if args.json:
        print(json.dumps(measured))
        return
    base = next(iter(measured.values()))["rate"]
    rows: list[list[object]] = [
        [name, int(m["reports"]), f"{m['rate']:,.0f}", f"{m['rate'] / base:.2f}", f"{m['peak_mib']:,.0f}"]
        for name, m in measured.items()
    ]
    made = results.table(["stage", "reports", "reports/s", "of the peer's", "peak MiB"], rows)
    print(made)
    results.put("Rates", made)


if __name__ == "__main__":
    main()
