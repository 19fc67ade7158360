"""Score the program against the evaluation.

    bench/evaluate.py --gold DIR --texts DIR [--lang en|ko|ja] [--misses N]
    bench/evaluate.py [--misses N]

With --gold and --texts: reads every text, writes the claims to bench/out/ and prints the table of the score.py that
stands beside the gold (or above it). Without: the whole evaluation (reports, stories, names, dates) where it stands
beside the checkout as ../shared, and its table goes to bench/RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out"
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "bench"))


def scorer(gold: Path, name: str = "score.py") -> Path:
    """The scoring program beside the gold, or in one of the folders above it."""
    for folder in (gold.resolve(), *gold.resolve().parents):
        if (folder / name).is_file():
            return folder / name
    sys.exit(f"{gold}: no {name} beside the gold or above it")


def write_claims(texts: Path, out: Path, lang: str | None = None) -> int:
    """Read every text in a folder, of one language if given, into JSON lines; gives the number of reports."""
    from newsreel.model import Report
    from newsreel.reading import read
    from newsreel.sources import read_paths

    out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        for report in read_paths([texts]):
            if not isinstance(report, Report):
                print(report, file=sys.stderr)
                continue
            if lang and report.language != lang:
                continue
            count += 1
            for claim in read(report):
                stream.write(json.dumps(claim.to_json(report.text), ensure_ascii=False) + "\n")
    return count


def read_texts(texts: Path, lang: str | None = None) -> tuple[Path, str]:
    """Read every text into a claims file under bench/out; gives its path, and how fast that went, in words."""
    # Several runs at once must not write into one file.
    out = OUT / f"claims-{texts.resolve().parent.name}-{texts.name}-{lang or 'all'}-{os.getpid()}.jsonl"
    started = time.perf_counter()
    count = write_claims(texts, out, lang)
    return out, f"{count} reports read in {time.perf_counter() - started:.1f} s"


def score(
    gold: Path, texts: Path, claims: Path, *, lang: str | None = None, misses: int = 0
) -> tuple[str, dict[str, object]]:
    """Score a claims file: score.py's table, and its totals."""
    command = [sys.executable, scorer(gold), "--gold", gold, "--claims", claims, "--texts", texts, "--json"]
    command += ["--misses", str(misses), *(["--lang", lang] if lang else [])]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    table, _, totals = done.stdout.rstrip().rpartition("\n")
    return table, json.loads(totals)


def main() -> None:
    """Score one set, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--lang", choices=("en", "ko", "ja"))
    parser.add_argument("--misses", type=int, default=0, help="print up to N missed and N spurious claims")
    args = parser.parse_args()
    if args.gold and args.texts:
        claims, pace = read_texts(args.texts, args.lang)
        print(score(args.gold, args.texts, claims, lang=args.lang, misses=args.misses)[0])
        print(pace)
        return
    if args.gold or args.texts:
        parser.error("--gold and --texts go together")
    import whole

    whole.run(ROOT.parent / "shared", misses=args.misses)


if __name__ == "__main__":
    main()
