"""How newsreel does on a large ledger: adding, dossiers, rebuilding; and how cost grows with size.

    bench/scale.py [--claims N…] [--keep LEDGER]

A generator makes reports as the press would: a few productions have most of them, a few people are in many
productions, each report is about one production and names some of its people, most of it repeats what others said, one
detail in twelve is another than most say, one report in five passes another outlet on. The claims are given to the
pipeline in place of a reader's, so that reading is not measured. Dossiers are asked for when
everything was weighed ahead; "not kept" is the first dossier of the most used entity, before that. With `--keep` the
ledger of the last size is left where that says.
"First of a process" adds one report with a ledger that was opened anew.
Rates are of processor time, since the machine has other work to do; "wall" says by how much longer it took.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import results

ROOT = results.ROOT
sys.path.insert(0, str(ROOT / "src"))

from newsreel.model import Claim, Ref, Report, Slots, Span  # noqa: E402

CLAIMS_A_REPORT = 20
FIRST_DAY = dt.date(2020, 1, 1)
DAYS = 1800
_SKEW, _FAME = 0.8, 0.5
"""How unevenly reports are spread over productions, and productions over people."""
_WRONG = 1 / 12
_SYLLABLES = [a + b for a in "bdfghjklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "or")]
_STATUSES = ["stated", "stated", "reported", "confirmed", "planned"]
_STAGES = ["announced", "pre_production", "filming", "post_production", "completed", "released"]


class Press:
    """The world that is reported on, and the reports, the same for the same seed."""

    def __init__(self, claims: int, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.reports = claims // CLAIMS_A_REPORT
        works = max(20, claims // 120)
        self.words = [self._word() for _ in range(4000)]
        self.titles = [f"The {self._word()} of {self._word()} {_told(n)}".title() for n in range(works)]
        self.weights = list(accumulate(1 / (n + 1) ** _SKEW for n in range(works)))
        self.people = [f"{self._word()} {_told(n)}{self._word()}".title() for n in range(works * 3)]
        self.companies = [f"{self._word()}{_told(n)} Pictures".title() for n in range(max(5, works // 40))]
        self.outlets = [f"The {self._word()} {kind}".title() for kind in ("News", "Times", "Post") for _ in range(60)]
        popular = [
            list(accumulate(1 / (n + 10) ** _FAME for n in range(len(of)))) for of in (self.people, self.companies)
        ]
        self.crews = [
            [
                self.random.choices(range(len(weights)), cum_weights=weights, k=k)
                for weights, k in zip(popular, (12, 3), strict=True)
            ]
            for _ in range(works)
        ]

    def _word(self) -> str:
        return "".join(self.random.choice(_SYLLABLES) for _ in range(self.random.randint(2, 3)))

    def written(self) -> Iterator[tuple[Report, list[Claim]]]:
        """Report by report, with its claims."""
        for number in range(self.reports):
            yield self.report(number)

    def report(self, number: int) -> tuple[Report, list[Claim]]:
        """One report on one production."""
        pick = self.random
        work = pick.choices(range(len(self.titles)), cum_weights=self.weights)[0]
        text = " ".join(pick.choices(self.words, k=220))
        day = FIRST_DAY + dt.timedelta(days=pick.randrange(DAYS))
        report = Report(f"r{number:07}", text, "en", day, pick.choice(self.outlets))
        subject = Ref("w1", "work", (self.titles[work],))
        by = (pick.choice(self.outlets),) if pick.random() < 0.2 else ()
        claims = [self._claim(report, subject, work, place, by) for place in range(CLAIMS_A_REPORT)]
        return report, claims

    def _claim(self, report: Report, subject: Ref, work: int, place: int, by: tuple[str, ...]) -> Claim:
        pick = self.random
        status = pick.choice(_STATUSES)
        slots = Slots()
        people, companies = self.crews[work]
        wrong = pick.random() < _WRONG
        if place < 10:
            one = pick.randrange(12) if place < 7 or wrong else place - 7
            obj: Ref | str = Ref(f"p{people[one]}", "person", (self.people[people[one]],))
            predicate = "cast_member" if place < 7 else ("director", "screenwriter", "producer")[place - 7]
        elif place < 14:
            one = companies[pick.randrange(3) if wrong else (0, 1, 2, 0)[place - 10]]
            obj = Ref(f"o{one}", "organization", (self.companies[one],))
            predicate = ("production_company", "platform", "distributor", "production_company")[place - 10]
        elif place < 17:
            month = (work * 7 + place * 5) % 60 + (pick.randrange(1, 4) if wrong else 0)
            obj = f"{2020 + month // 12}-{1 + month % 12:02d}"
            predicate = ("filming_start", "filming_end", "release_date")[place - 14]
        else:
            predicate, obj = "production_status", pick.choice(_STAGES)
        span = Span(place * 50, place * 50 + 45)
        return Claim(report.id, subject, predicate, obj, status, span, "bench", by, slots)


def _told(number: int) -> str:
    """A number in syllables: names with figures in them are seldom."""
    more, last = divmod(number, len(_SYLLABLES))
    return (_told(more - 1) if more else "") + _SYLLABLES[last]


def measured(claims: int, place: Path) -> list[object]:
    """One row: a ledger of that many claims, made at that place."""
    from newsreel.pipeline import Newsreel

    press = Press(claims + 110 * CLAIMS_A_REPORT)
    read: dict[str, list[Claim]] = {}

    def given(count: int) -> Iterator[Report]:
        for _ in range(count):
            report, found = next(source)
            read[report.id] = found
            yield report

    source = press.written()
    with Newsreel(place, reader=lambda report: read.pop(report.id)) as reel:
        bulk = _timed(lambda: sum(1 for _ in reel.add(given(claims // CLAIMS_A_REPORT))))
        adds = [_timed(lambda: list(reel.add(given(1)))) for _ in range(100)]
        grown = reel.digest()
        rebuild = _timed(reel.rebuild)
        same = reel.digest() == grown
    with Newsreel(place, reader=lambda report: read.pop(report.id)) as reel:
        afresh = _timed(lambda: list(reel.add(given(1))))
        waiting = _timed(reel.identities)
    print(f"{claims:,}: added {bulk}, one more {sorted(adds)[50]}, rebuilt {rebuild}, the same: {same}", flush=True)
    print(f"the first report of a new process {afresh}, what waits for a person {waiting}", flush=True)
    with Newsreel(place) as reel:
        pick = random.Random(1)
        ids = [entity.id for entity in reel.entities()]
        first = _timed(partial(reel.standing, ids[0]))
        ahead = _timed(reel.weigh_ahead)
        dossiers = [_timed(partial(reel.standing, one)).wall for one in pick.sample(ids, min(300, len(ids)))]
        heaviest = _timed(partial(reel.standing, ids[0]))
    size_mib = place.stat().st_size / 1024 / 1024
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    walls = [one.wall for one in adds]
    return [
        f"{claims:,}",
        f"{claims / bulk.cpu:,.0f}",
        f"{percentile([one.cpu for one in adds], 50) * 1000:.0f}",
        f"{percentile(walls, 50) * 1000:.0f}",
        f"{percentile([one.cpu for one in adds], 99) * 1000:.0f}",
        f"{percentile(walls, 99) * 1000:.0f}",
        f"{afresh.cpu:.2f}",
        f"{waiting.cpu:.2f}",
        f"{percentile(dossiers, 50) * 1000:.1f}",
        f"{percentile(dossiers, 99) * 1000:.1f}",
        f"{heaviest.wall * 1000:.0f}",
        f"{first.wall * 1000:.0f}",
        f"{claims / (first.cpu + ahead.cpu):,.0f}",
        f"{claims / rebuild.cpu:,.0f}",
        f"{(bulk.wall + rebuild.wall) / (bulk.cpu + rebuild.cpu):.1f}",
        "yes" if same else "NO",
        f"{size_mib:,.0f}",
        f"{peak_mib:,.0f}",
    ]


HEAD = [
    "claims",
    "added, claims/s",
    "add one, processor ms",
    "add one, p50 ms",
    "add one, p99 processor ms",
    "add one, p99 ms",
    "first of a process, s",
    "what waits for a person, s",
    "dossier, p50 ms",
    "dossier, p99 ms",
    "heaviest ms",
    "heaviest, not kept, ms",
    "weighed ahead, claims/s",
    "rebuilt, claims/s",
    "wall",
    "to the byte",
    "ledger MiB",
    "peak MiB",
]


PLOTTED = ["add one, processor ms", "dossier, p99 ms", "added, claims/s", "rebuilt, claims/s"]
_WIDTH = 40


def plotted(rows: list[list[object]]) -> str:
    """How what is measured grows with the number of claims, as bars."""
    lines = []
    for name in PLOTTED:
        values = [float(str(row[HEAD.index(name)]).replace(",", "")) for row in rows]
        lines.append(name)
        for row, value in zip(rows, values, strict=True):
            bar = "█" * max(1, round(_WIDTH * value / max(values)))
            lines.append(f"{row[0]!s:>10} {bar} {row[HEAD.index(name)]}")
    return "\n".join(["```", *lines, "```"])


class Spent(NamedTuple):
    """Seconds by the clock, and of the processor."""

    wall: float
    cpu: float


def _timed(do: Callable[[], object]) -> Spent:
    started, used = time.perf_counter(), time.process_time()
    do()
    return Spent(time.perf_counter() - started, time.process_time() - used)


def percentile(values: list[float], share: int) -> float:
    """The value that `share` percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share / 100 * (len(ordered) - 1)))]


def main() -> None:
    """Measure ledgers of several sizes and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", nargs="+", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--dry", action="store_true", help="write no table")
    parser.add_argument("--keep", type=Path, help="make the ledger of the last size here, and leave it")
    args = parser.parse_args()
    rows = []
    for claims in args.claims:
        with tempfile.TemporaryDirectory() as folder:
            keep = args.keep if claims == args.claims[-1] else None
            rows.append(measured(claims, keep or Path(folder) / "ledger.db"))
        print(dict(zip(HEAD, rows[-1], strict=True)), flush=True)
    if not args.dry:
        body = f"{results.table(HEAD, rows)}\n\n{plotted(rows)}"
        results.put("Scale", body)


if __name__ == "__main__":
    main()
