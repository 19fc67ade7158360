"""The whole evaluation: claims, stories, names and dates, where it stands beside the checkout."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import results
from evaluate import OUT, ROOT, read_texts, score

LANGUAGES = ("en", "ko", "ja")
SETS = (("development", "eval/gold", "eval/reports"), ("training", "eval/train/gold", "eval/train/reports"))
VALIDATION = ("validation", "eval/val/gold", "eval/val/reports")


def run(shared: Path, *, misses: int = 0) -> None:
    """Score everything, print it, and write bench/RESULTS.md; ends the program where there is no evaluation."""
    if not (shared / "eval").is_dir():
        sys.exit(f"no evaluation at {shared}: name one with --gold and --texts")
    parts = [
        claims(shared, misses=misses),
        *(f"```\n{part}\n```" for part in (stories(shared), others(shared)) if part),
    ]
    results.put("Evaluation", "\n\n".join(parts))


def claims(shared: Path, *, misses: int) -> str:
    """A table of what was read against what was to be read, by set and language."""
    rows: list[list[object]] = []
    for name, gold, texts in (*SETS, VALIDATION):
        if not (shared / gold).is_dir():
            continue
        read, pace = read_texts(shared / texts)
        for lang in (None, *LANGUAGES):
            # Of the validation set only totals are looked at.
            hidden = name == "validation"
            shown, totals = score(shared / gold, shared / texts, read, lang=lang, misses=0 if hidden else misses)
            if shown.startswith("0 reports"):
                continue
            if lang is None and not hidden:
                print(f"== {name}\n{shown}\n{pace}\n")
            rows.append([name, lang or "all", *_figures(totals)])
    head = ["set", "language", "core P", "core R", "core F1", "all F1", "status", "source", "details", "bad spans"]
    made = results.table(head, rows)
    print(made)
    return made


def stories(shared: Path) -> str:
    """What the stories' own benchmark prints, from their texts."""
    if not (shared / "stories").is_dir():
        return ""
    made = _output([sys.executable, ROOT / "bench" / "stories.py"])
    print(made)
    return made


def others(shared: Path) -> str:
    """Names and dates."""
    made = "\n".join((*_names(shared / "eval"), *_dates(shared / "eval")))
    print(made)
    return made


def _names(folder: Path) -> Iterator[str]:
    program = ROOT / "bench" / "names.py"
    for cases in sorted((folder / "names").glob("*.tsv")) if program.is_file() else ():
        out = OUT / f"{cases.stem}.tsv"
        out.write_text(_output([sys.executable, program, cases]) + "\n", encoding="utf-8")
        yield f"names, {cases.stem}:\n" + _output([sys.executable, folder / "score_names.py", cases, out])


def _dates(folder: Path) -> Iterator[str]:
    program = ROOT / "bench" / "dates.py"
    for cases in sorted((folder / "dates").glob("*.jsonl")) if program.is_file() else ():
        out = OUT / cases.name
        lang = cases.stem.partition("_")[0]
        out.write_text(_output([sys.executable, program, cases, "--lang", lang]) + "\n", encoding="utf-8")
        yield f"dates, {cases.stem}: " + _output([sys.executable, folder / "score_dates.py", cases, out])


def _figures(totals: dict[str, object]) -> list[object]:
    core, every = totals["core"], totals["all"]
    assert isinstance(core, dict)
    assert isinstance(every, dict)
    shares = [totals[name] for name in ("status", "by", "detail")]
    figures = [core["precision"], core["recall"], core["f1"], every["f1"], *shares]
    return [*(f"{figure:.3f}" if figure is not None else "–" for figure in figures), totals["evidence_bad"]]


def _output(command: list[str | Path]) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        return f"{Path(str(command[1])).name}: failed, {last[0]}"
    return done.stdout.rstrip()
