"""Decides name pairs, or shows how well others do on them.

    names.py CASES.tsv [--against]

CASES.tsv: left, right, and whatever follows. Prints left, right, 1 or 0, and the score (log odds), tab-separated, one
line a case. With --against it prints instead how well we and others do on the labels of the third column (1 or 0), by
the kinds of the fourth: rapidfuzz over an ASCII transliteration and nomenklatura's name matcher, each at the threshold
that is best for it on these very cases. These need the packages normality, followthemoney and nomenklatura.
"""

from __future__ import annotations

import argparse
import pathlib
import sys
import time
from collections.abc import Callable

from results import put, table

from newsreel.resolving.likeness import likeness

Row = list[str]


def rows(path: pathlib.Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def decide(cases: list[Row]) -> None:
    for left, right, *_ in cases:
        odds = likeness(left, right).odds
        sys.stdout.write(f"{left}\t{right}\t{int(odds > 0)}\t{odds:.3f}\n")


def compare(cases: list[Row]) -> None:
    """A table of F1 by kind, and how long each takes for a pair; kept in RESULTS.md."""
    lines: list[list[object]] = []
    for name, scorer in scorers().items():
        began = time.perf_counter()
        scores = [scorer(left, right) for left, right, *_ in cases]
        micros = (time.perf_counter() - began) / len(cases) * 1e6
        for kind in sorted({case[3] for case in cases}):
            chosen = [(s, case[2] == "1") for s, case in zip(scores, cases, strict=True) if case[3] == kind]
            threshold = 0.0 if name == "newsreel" else best_threshold(chosen)
            p, r, f = quality(chosen, threshold)
            lines.append([name, kind, f"{threshold:.2f}", f"{p:.4f}", f"{r:.4f}", f"{f:.4f}", f"{micros:.0f}"])
    made = table(["scorer", "kind", "threshold", "precision", "recall", "F1", "µs a pair"], lines)
    put(f"Names: {', '.join(sorted({case[3] for case in cases}))}", made)
    print(made)


def quality(scores: list[tuple[float, bool]], threshold: float) -> tuple[float, float, float]:
    right = sum(same and s > threshold for s, same in scores)
    said, true = sum(s > threshold for s, _ in scores), sum(same for _, same in scores)
    return (
        right / said if said else 0.0,
        right / true if true else 0.0,
        2 * right / (said + true) if said + true else 0.0,
    )


def best_threshold(scores: list[tuple[float, bool]]) -> float:
    return max(sorted({s for s, _ in scores}), key=lambda at: quality(scores, at)[2])


def scorers() -> dict[str, Callable[[str, str], float]]:
    from normality import ascii_text
    from rapidfuzz import fuzz

    def over_ascii(left: str, right: str) -> float:
        return fuzz.token_sort_ratio(ascii_text(left) or "", ascii_text(right) or "")

    found: dict[str, Callable[[str, str], float]] = {
        "newsreel": lambda left, right: likeness(left, right).odds,
        "rapidfuzz over ASCII": over_ascii,
    }
    try:
        found["nomenklatura logic-v2"] = nomenklatura_scorer()
    except ImportError as error:
        print(f"nomenklatura left out: {error}", file=sys.stderr)
    return found


def nomenklatura_scorer() -> Callable[[str, str], float]:
    from followthemoney import EntityProxy, model
    from nomenklatura.matching import LogicV2, ScoringConfig

    config = ScoringConfig.defaults()

    def person(name: str) -> EntityProxy:
        return EntityProxy.from_dict({"id": name, "schema": "Person", "properties": {"name": [name]}})

    del model
    return lambda left, right: LogicV2.compare(person(left), person(right), config).score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=pathlib.Path)
    parser.add_argument("--against", action="store_true", help="compare with other matchers instead")
    args = parser.parse_args()
    (compare if args.against else decide)(rows(args.cases))


if __name__ == "__main__":
    main()
