"""Reading against the analysers of a language, bare, over the same texts in the same run.

    bench/rates_analysers.py [--lang ja|ko] [--texts DIR…] [--reports N] [--ginza PYTHON]

Japanese: SudachiPy and the named entities of ja-ginza. Korean: Kiwi. The texts are those of the language in the
evaluation where it stands beside the checkout, else in examples/, cut into reports of 800 characters. Rates are reports of that length a second of processor time, warm, the best of three rounds that take
turns; load is from the first import to the first text read; each peer runs in a process of its own, which is what
its peak of memory is of. ja-ginza is no part of this project: `--ginza` names the interpreter of an environment that has it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LENGTH = 800
ROUNDS = 3
Reader = Callable[[str], object]


def newsreel(language: str) -> Reader:
    """Claims, by this project."""
    sys.path.insert(0, str(ROOT / "src"))
    import datetime as dt

    from newsreel.model import Report
    from newsreel.reading import read

    day = dt.date(2024, 1, 1)
    return lambda text: read(Report(id="r", text=text, language=language, published=day))


def sudachipy() -> Reader:
    """Words alone, in the mode that the pack uses."""
    from sudachipy import Dictionary, SplitMode

    tokenizer = Dictionary().tokenizer(mode=SplitMode.C)
    return lambda text: [(m.surface(), m.part_of_speech_id()) for m in tokenizer.tokenize(text)]


def ginza() -> Reader:
    """Named entities of ja-ginza, with what they need of its pipeline."""
    import spacy

    pipeline = spacy.load("ja_ginza", exclude=["parser", "compound_splitter", "bunsetu_recognizer"])
    return lambda text: [(e.text, e.label_) for e in pipeline(text).ents]


def kiwi() -> Reader:
    """Words alone, as Kiwi cuts and names them."""
    from kiwipiepy import Kiwi

    tokenizer = Kiwi(num_workers=1)
    return lambda text: [(t.form, t.tag) for t in tokenizer.tokenize(text)]


PEERS: dict[str, Callable[[], Reader]] = {
    "ja": lambda: newsreel("ja"),
    "ko": lambda: newsreel("ko"),
    "sudachipy": sudachipy,
    "ginza": ginza,
    "kiwi": kiwi,
}
NAMES = {
    "ja": "newsreel, reading",
    "ko": "newsreel, reading",
    "sudachipy": "SudachiPy, words alone",
    "ginza": "ja-ginza, named entities",
    "kiwi": "Kiwi, words alone",
}
LANGUAGES = {"ja": "Japanese", "ko": "Korean"}


def serve(name: str, texts: list[str]) -> None:
    """Load a peer, then time the texts at every line of standard input; a line of JSON for each."""
    import resource

    started = time.perf_counter()
    reader = PEERS[name]()
    reader(texts[0])
    load = time.perf_counter() - started
    for text in texts[:20]:
        reader(text)
    for _ in sys.stdin:
        began = time.process_time()
        for text in texts:
            reader(text)
        took = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"rate": len(texts) / took, "load": load, "peak": peak}), flush=True)


def measure(pythons: dict[str, str], texts: Path) -> dict[str, dict[str, float]]:
    """Every peer's best round; they take turns, so that a busy machine is busy for all."""
    servers = {
        name: subprocess.Popen(
            [python, __file__, "--serve", name, "--texts", str(texts)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name, python in pythons.items()
    }
    best: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        for name, server in servers.items():
            if server.stdin is None or server.stdout is None:
                continue
            server.stdin.write("\n")
            server.stdin.flush()
            line = server.stdout.readline()
            if not line:
                sys.exit(f"{name} did not run")
            measured = json.loads(line)
            if name not in best or measured["rate"] > best[name]["rate"]:
                best[name] = measured
    for server in servers.values():
        server.communicate()
    return best


def cut(folders: list[Path], count: int, language: str) -> list[str]:
    """Reports of 800 characters, as many as asked for."""
    sys.path.insert(0, str(ROOT / "src"))
    from newsreel.model import Report
    from newsreel.sources import read_paths

    found = [r.text[r.body :] for r in read_paths(folders) if isinstance(r, Report) and r.language == language]
    whole = "\n\n".join(found)
    pieces = [whole[at : at + LENGTH] for at in range(0, len(whole) - LENGTH + 1, LENGTH)]
    if not pieces:
        sys.exit("no text of the language: name a folder with --texts")
    return [pieces[n % len(pieces)] for n in range(count)]


def main() -> None:
    """Measure, print the table and put it into the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=LANGUAGES, default="ja")
    parser.add_argument("--texts", nargs="+", type=Path)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--ginza", help="interpreter of an environment with ja-ginza")
    parser.add_argument("--serve", choices=PEERS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        serve(args.serve, json.loads(args.texts[0].read_text(encoding="utf-8")))
        return
    import results

    shared = ROOT.parent / "shared" / "eval"
    beside = [p for p in (shared / "reports", shared / "train" / "reports") if p.is_dir()]
    pieces = cut(args.texts or beside or [ROOT / "examples"], args.reports, args.lang)
    pythons = {args.lang: sys.executable, {"ja": "sudachipy", "ko": "kiwi"}[args.lang]: sys.executable}
    if args.ginza and args.lang == "ja":
        pythons["ginza"] = args.ginza
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(pieces), encoding="utf-8")
        best = measure(pythons, texts)
    ours = best[args.lang]["rate"]
    rows: list[list[object]] = [
        [NAMES[n], f"{m['rate']:,.0f}", f"{ours / m['rate']:.2f}", f"{m['load']:.2f}", f"{m['peak']:,.0f}"]
        for n, m in best.items()
    ]
    name = LANGUAGES[args.lang]
    made = results.table(
        [f"{name}, reports of 800 characters", "reports/s", "newsreel's of it", "load, s", "peak MiB"], rows
    )
    print(made)
    results.put(f"Rates: {name}", made)


if __name__ == "__main__":
    main()
