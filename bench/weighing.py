"""How much processor time weighing takes as one title's statements grow, against a bare count of the same statements.

    bench/weighing.py [--sizes 200 2000 8000]

Prints, for each size: facts, milliseconds for `weigh`, the ratio to grouping the statements by answer with a Counter (the
least that any weighing must do), and milliseconds for `turns`. Reports, outlets and answers are skewed as in real coverage:
few answers are said by many, many by few.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from newsreel.model import NO_SLOTS, Claim, Ref, Slots, Span, Statement
from newsreel.weighing import turns, weigh

WORK = Ref("w", "work", ("Glass Harbour",))
PREDICATES = ("cast_member",) * 6 + (
    "director",
    "release_date",
    "platform",
    "production_status",
    "episodes",
    "filming_start",
)
DATES = ("2031", "2032", "2032-05", "2032-05-03", "2033-01", "2031-10-02")


def made(size: int, seed: int = 1) -> list[Statement]:
    """Statements on one title, reproducible."""
    rng = random.Random(seed)
    outlets = [f"Outlet {number} News" for number in range(60)]
    found: list[Statement] = []
    while len(found) < size:
        report = f"r{len(found):06d}"
        day = dt.date(2031, 1, 1) + dt.timedelta(days=len(found) * 700 // size)
        outlet = outlets[min(int(rng.expovariate(0.1)), 59)]
        found += [_statement(rng, report, day, outlet, outlets, number) for number in range(rng.randint(3, 14))]
    return found[:size]


def _statement(
    rng: random.Random, report: str, day: dt.date, outlet: str, outlets: list[str], number: int
) -> Statement:
    by: tuple[str, ...] = ()
    drawn, status = rng.random(), "stated"
    if drawn < 0.2:
        status, by = "reported", (rng.choice(outlets),)
    elif drawn < 0.35:
        status, by = "confirmed", ("Channel Nine",)
    elif drawn < 0.37:
        status = "denied"
    predicate = rng.choice(PREDICATES)
    value, entity = _object(rng, predicate)
    slots = Slots(role=rng.choice(("chemist", "owner of a shop"))) if predicate == "cast_member" else NO_SLOTS
    claim = Claim(report, WORK, predicate, value, status, Span(number * 100, number * 100 + 90), "bench", by, slots)
    return Statement(claim.id, claim, "w", entity, day, outlet, "en")


def _object(rng: random.Random, predicate: str) -> tuple[Ref | str | int, str | None]:
    if predicate in {"cast_member", "director"}:
        number = min(int(rng.expovariate(0.15)), 59)
        return Ref(f"p{number}", "person", (f"Person {number}",)), f"p{number}"
    if predicate == "platform":
        return Ref("n", "organization", ("Channel Nine",)), "n"
    if predicate == "episodes":
        return rng.choice((8, 8, 8, 10)), None
    return rng.choice(("filming", "announced", "completed") if predicate == "production_status" else DATES), None


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2000, 8000])
    sizes = parser.parse_args().sizes
    print(f"{'statements':>10} {'facts':>6} {'weigh ms':>9} {'x count':>8} {'turns ms':>9}")
    for size in sizes:
        said = made(size)
        weighing = milliseconds(lambda said=said: weigh(said))  # type: ignore[misc]
        counting = milliseconds(lambda said=said: Counter((s.subject, s.claim.predicate, s.object) for s in said))  # type: ignore[misc]
        turning = milliseconds(lambda said=said: list(turns(said)), times=1)  # type: ignore[misc]
        print(f"{size:>10} {len(weigh(said).facts):>6} {weighing:>9.1f} {weighing / counting:>8.0f} {turning:>9.0f}")


if __name__ == "__main__":
    main()
