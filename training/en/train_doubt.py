"""Learn how far English drafts are to be trusted.

    training/en/train_doubt.py GOLD_DIR:TEXTS_DIR [...]

Logistic regression (numpy, AdaGrad) over the reasons of newsreel.reading.langs.en.doubt; a draft is right when an
annotated claim says the same. Prints precision and share kept at several thresholds under five-fold cross-validation
by report, and writes data/doubt.json.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from newsreel.model import Report  # noqa: E402
from newsreel.reading.document import Referent  # noqa: E402
from newsreel.reading.engine import _matches, _settled, lay_out  # noqa: E402
from newsreel.reading.langs.en import doubt  # noqa: E402
from newsreel.reading.pack import pack_for  # noqa: E402
from newsreel.sources import read_paths  # noqa: E402

DATA = ROOT / "src" / "newsreel" / "reading" / "langs" / "en" / "data" / "doubt.json"
FOLDS, LEAST, STRENGTH = 5, 3, 3.0
PARTS = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41", "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


def plain(name: object) -> str:
    """A name without case, accents, punctuation and article; a date's shorthand as EDTF has it."""
    text = str(name)
    if m := re.fullmatch(r"(\d{4})-(\w+)", text):
        text = f"{m[1]}-{PARTS.get(m[2], m[2])}"
    if m := re.fullmatch(r"(\d{4}-\d\d)/(early|mid|late)", text):
        text = f"{m[1]}-{({'early': '01', 'mid': '11', 'late': '21'})[m[2]]}"
    elif m := re.fullmatch(r"(\d{4}-\d\d-\d\d)/\d{4}-\d\d-\d\d", text):
        text = m[1]
    text = unicodedata.normalize("NFKD", re.sub(r"^(?:the|a|an) ", "", text.lower()))
    return "".join(c for c in text if c.isalnum())


def truth(gold: dict) -> set[tuple[str, str, str]]:
    """All (subject, predicate, object) that an annotation allows."""
    entities = gold["entities"]
    found = set()
    for claim in gold["claims"]:
        for o in [claim.get("o"), *claim.get("o_also", [])]:
            objects = entities[o]["names"] if isinstance(o, str) and o in entities else [o]
            found |= {(plain(s), claim["p"], plain(name)) for s in entities[claim["s"]]["names"] for name in objects}
    return found


def main() -> None:
    """Cross-validate, fit, write."""
    doubt.weights = lambda: {}  # judge nothing while learning
    pack = pack_for("en")
    rows: list[list[str]] = []
    marks: list[float] = []
    fold: list[int] = []
    for group, arg in enumerate(sys.argv[1:]):
        gold_dir, texts = map(Path, arg.split(":"))
        for number, path in enumerate(sorted(texts.glob("*.txt"))):
            gold_file = gold_dir / f"{path.stem}.json"
            gold = json.loads(gold_file.read_text(encoding="utf-8")) if gold_file.is_file() else {}
            report = next(iter(read_paths([path])))
            if gold.get("lang") != "en" or not isinstance(report, Report) or not pack.relevant(report.text):
                continue
            document = lay_out(report, pack)
            right = truth(gold)
            surety = doubt.Surety(document)
            for row in doubt.groups(_settled(document, pack, _matches(document, pack))):
                d = row[0]
                objects = d.object.names if isinstance(d.object, Referent) else [d.object]
                rows.append(list(doubt.reasons(document, row, surety)))
                marks.append(float(any((plain(s), d.predicate, plain(o)) in right for s in d.subject.names for o in objects)))
                fold.append((number + group) % FOLDS)
    seen = Counter(r for row in rows for r in set(row))
    index = {r: i for i, r in enumerate(sorted(r for r, n in seen.items() if n >= LEAST))}
    x = np.zeros((len(rows), len(index)))
    for i, row in enumerate(rows):
        x[i, [index[r] for r in row if r in index]] = 1
    y, folds = np.array(marks), np.array(fold)
    scores = np.zeros(len(rows))
    for f in range(FOLDS):
        scores[folds == f] = x[folds == f] @ fit(x[folds != f], y[folds != f])
    for threshold in (-9.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5):
        kept = scores > threshold
        print(f"{threshold:5.1f}: precision {y[kept].mean():.3f}, right ones kept {y[kept].sum() / y.sum():.3f}")
    w = fit(x, y)
    table = {r: round(float(w[i]), 2) for r, i in index.items() if abs(w[i]) >= 0.02}
    DATA.write_text(json.dumps(table, sort_keys=True, indent=0) + "\n", encoding="utf-8")
    print(len(rows), "drafts,", len(table), "reasons")


def fit(x: np.ndarray, y: np.ndarray, rounds: int = 200, rate: float = 0.1) -> np.ndarray:
    """Weights by AdaGrad on the regularised logistic loss."""
    w = np.zeros(x.shape[1])
    squares = np.full_like(w, 1e-6)
    for _ in range(rounds):
        grad = x.T @ (1 / (1 + np.exp(-(x @ w))) - y) + STRENGTH * w
        squares += grad * grad
        w -= rate * grad / np.sqrt(squares)
    return w


if __name__ == "__main__":
    main()
