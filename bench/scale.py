"""How newsreel does on a large ledger: adding, dossiers, rebuilding; and how cost grows with size.

    bench/scale.py [--claims N…] [--by-name]

A generator makes reports as the press would: a few productions have most of them, each report is about one production
and names some of its people, most of it repeats what others said (one date in seven is another one), one report in
five passes another outlet on. The
claims are given to the pipeline in place of a reader's, so that reading is not measured. Dossiers are asked for when
everything was weighed ahead; "not kept" is the first dossier of the most used entity, before that. With `--by-name`
everything of one kind and name is one thing, in place of resolving: what is left is the cost of all the rest.
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

import results

ROOT = results.ROOT
sys.path.insert(0, str(ROOT / "src"))

from newsreel.model import Claim, Entity, Ref, Report, Slots, Span, mention_id  # noqa: E402
from newsreel.pipeline import Identities, settling  # noqa: E402

CLAIMS_A_REPORT = 20
FIRST_DAY = dt.date(2020, 1, 1)
DAYS = 1800
_SKEW = 0.8
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
        self.titles = [f"The {self._word()} of {self._word()} {n}".title() for n in range(works)]
        self.weights = list(accumulate(1 / (n + 1) ** _SKEW for n in range(works)))
        self.people = [f"{self._word()} {self._word()}{n:x}".title() for n in range(works * 3)]
        self.companies = [f"{self._word()} Pictures {n}".title() for n in range(max(5, works // 40))]
        self.outlets = [f"The {self._word()} {kind}".title() for kind in ("News", "Times", "Post") for _ in range(60)]

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
        if place < 10:
            person = (work * 3 + pick.randrange(12)) % len(self.people)
            obj: Ref | str = Ref(f"p{person}", "person", (self.people[person],))
            predicate = "cast_member" if place < 7 else ("director", "screenwriter", "producer")[place - 7]
        elif place < 14:
            company = (work + pick.randrange(3)) % len(self.companies)
            obj = Ref(f"o{company}", "organization", (self.companies[company],))
            predicate = ("production_company", "platform", "distributor", "production_company")[place - 10]
        elif place < 17:
            predicate = ("filming_start", "filming_end", "release_date")[place - 14]
            month = (work * 7 + place * 5) % 60 + (pick.randrange(1, 4) if pick.random() < 1 / 7 else 0)
            obj = f"{2020 + month // 12}-{1 + month % 12:02d}"
        else:
            predicate, obj = "production_status", pick.choice(_STAGES)
        span = Span(place * 50, place * 50 + 45)
        return Claim(report.id, subject, predicate, obj, status, span, "bench", by, slots)


class ByName:
    """Takes the place of a Resolver: everything of one kind and name is one thing."""

    def __init__(self) -> None:
        self.entities: dict[tuple[str, str], Entity] = {}

    def judge(self, judgement: object) -> None:
        """Nobody judges here."""

    def add(self, report: Report, claims: list[Claim]) -> None:
        """Takes in the names of a report."""
        found = {ref.local: ref for claim in claims for ref in (claim.subject, claim.object) if isinstance(ref, Ref)}
        for ref in found.values():
            before = self.entities.get((ref.kind, ref.name))
            ids = sorted({mention_id(report.id, ref.local), *(before.mentions if before else ())})
            self.entities[ref.kind, ref.name] = Entity(ids[0], ref.kind, (ref.name,), tuple(ids))

    def identities(self) -> Identities:
        """Who is who."""
        entities = {entity.id: entity for entity in self.entities.values()}
        return Identities(entities, {one: entity.id for entity in entities.values() for one in entity.mentions})


def measured(claims: int) -> list[object]:
    """One row: a ledger of that many claims."""
    from newsreel.pipeline import Newsreel

    press = Press(claims + 50 * CLAIMS_A_REPORT)
    read: dict[str, list[Claim]] = {}

    def given(count: int) -> Iterator[Report]:
        for _ in range(count):
            report, found = next(source)
            read[report.id] = found
            yield report

    source = press.written()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.db"
        with Newsreel(place, reader=lambda report: read.pop(report.id)) as reel:
            bulk_s = _timed(lambda: sum(1 for _ in reel.add(given(claims // CLAIMS_A_REPORT))))
            adds = [_timed(lambda: list(reel.add(given(1)))) for _ in range(30)]
            grown = reel.digest()
            rebuild_s = _timed(reel.rebuild)
            same = reel.digest() == grown
        with Newsreel(place) as reel:
            pick = random.Random(1)
            ids = [entity.id for entity in reel.entities()]
            first_s = _timed(partial(reel.standing, ids[0]))
            ahead_s = _timed(reel.weigh_ahead)
            dossiers = [_timed(partial(reel.standing, one)) for one in pick.sample(ids, min(300, len(ids)))]
            heaviest = _timed(partial(reel.standing, ids[0]))
        size_mib = place.stat().st_size / 1024 / 1024
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        f"{claims:,}",
        f"{claims / bulk_s:,.0f}",
        f"{percentile(adds, 50) * 1000:.0f}",
        f"{percentile(adds, 99) * 1000:.0f}",
        f"{percentile(dossiers, 50) * 1000:.1f}",
        f"{percentile(dossiers, 99) * 1000:.1f}",
        f"{heaviest * 1000:.0f}",
        f"{first_s * 1000:.0f}",
        f"{claims / (first_s + ahead_s):,.0f}",
        f"{claims / rebuild_s:,.0f}",
        "yes" if same else "NO",
        f"{size_mib:,.0f}",
        f"{peak_mib:,.0f}",
    ]


HEAD = [
    "claims",
    "added, claims/s",
    "add one, p50 ms",
    "add one, p99 ms",
    "dossier, p50 ms",
    "dossier, p99 ms",
    "heaviest ms",
    "heaviest, not kept, ms",
    "weighed ahead, claims/s",
    "rebuilt, claims/s",
    "to the byte",
    "ledger MiB",
    "peak MiB",
]


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def percentile(values: list[float], share: int) -> float:
    """The value that `share` percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share / 100 * (len(ordered) - 1)))]


def main() -> None:
    """Measure ledgers of several sizes and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", nargs="+", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--dry", action="store_true", help="write no table")
    parser.add_argument("--by-name", action="store_true", help="leave resolving out")
    args = parser.parse_args()
    if args.by_name:
        vars(settling)["Resolver"] = ByName
    rows = []
    for claims in args.claims:
        rows.append(measured(claims))
        print(dict(zip(HEAD, rows[-1], strict=True)), flush=True)
    if not args.dry:
        results.put("Scale, identities by name" if args.by_name else "Scale", results.table(HEAD, rows))


if __name__ == "__main__":
    main()
