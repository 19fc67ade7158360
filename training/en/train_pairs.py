"""Learn the weights by which English pairs of mentions are told to be claims.

    training/en/train_pairs.py GOLD_DIR:TEXTS_DIR [...]

One-against-all logistic regression (numpy, AdaGrad) over the reasons of newsreel.reading.langs.en.pairs and the names of
the frames that read the same claim; labels are the annotated claims. Cross-validates by report, picks for each
predicate the threshold at which precision holds, and writes data/pairs.npz.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from newsreel.model import Report  # noqa: E402
from newsreel.reading.document import Referent  # noqa: E402
from newsreel.reading.engine import _matches, lay_out  # noqa: E402
from newsreel.reading.frames import drafts as drafts_of  # noqa: E402
from newsreel.reading.langs.en import frames, pairs, proposals  # noqa: E402
from newsreel.reading.pack import pack_for  # noqa: E402
from newsreel.sources import read_paths  # noqa: E402

DATA = ROOT / "src" / "newsreel" / "reading" / "langs" / "en" / "data"
FOLDS = 5
LEAST, STRENGTH, PRECISION = 4, 2.0, float(__import__('os').environ.get('PREC', '0.8'))


def plain(name: str) -> str:
    """A name without case, accents, punctuation and article."""
    text = unicodedata.normalize("NFKD", re.sub(r"^(?:the|a|an) ", "", str(name).lower()))
    return "".join(c for c in text if c.isalnum())


def gold_claims(gold: dict) -> dict[tuple[str, str, str], bool]:
    """(subject, predicate, object) for all names -> whether the claim counts (optional ones do not)."""
    entities = gold["entities"]
    found: dict[tuple[str, str, str], bool] = {}
    for claim in gold["claims"]:
        for o in [claim.get("o"), *claim.get("o_also", [])]:
            objects = entities[o]["names"] if isinstance(o, str) and o in entities else [proposals.edtf(str(o))]
            for s in entities[claim["s"]]["names"]:
                for name in objects:
                    key = (plain(s), claim["p"], plain(name))
                    found[key] = found.get(key, False) or not claim.get("optional")
    return found


def label(pair: pairs.Pair, predicate: str, truth: dict) -> int:
    """1, 0, or -1 for a claim that does not count."""
    for s in pair.work.names:
        for o in proposals.object_names(pair):
            hit = truth.get((plain(s), predicate, plain(o)))
            if hit is not None:
                return 1 if hit else -1
    return 0


def examples(folders: list[tuple[Path, Path]]) -> dict[str, list]:
    """For every kind: (reasons, labels, report number) rows."""
    pack = pack_for("en")
    found: dict[str, list] = defaultdict(list)
    group = 0
    for gold_dir, texts in folders:
        for path in sorted(texts.glob("*.txt")):
            gold_file = gold_dir / f"{path.stem}.json"
            if not gold_file.is_file():
                continue
            gold = json.loads(gold_file.read_text(encoding="utf-8"))
            report = next(iter(read_paths([path])))
            if gold["lang"] != "en" or not isinstance(report, Report):
                continue
            group += 1
            document = lay_out(report, pack)
            read = [d for match in _matches(document, pack) for d in drafts_of(document, match, pack)]
            truth = gold_claims(gold)
            for row in proposals.gathered(proposals.with_frames(document, read)):
                pair = row[0]
                marks = [label(pair, p, truth) for p in pairs.PREDICATES[pair.kind]]
                found[pair.kind].append((proposals.union(row), marks, group, (id(pair.work), proposals.object_names(pair)[0])))
    return found


def fit(rows: list[np.ndarray], y: np.ndarray, known: np.ndarray, size: int, strength: float, rounds: int = 60, rate: float = 0.15) -> np.ndarray:
    """Weights by AdaGrad on the regularised logistic loss; the last row is the bias."""
    indptr = np.cumsum([0, *[len(r) for r in rows]])
    flat = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
    owner = np.repeat(np.arange(len(rows)), np.diff(indptr))
    k = y.shape[1]
    w = np.zeros((size, k), dtype=np.float64)
    squares = np.full_like(w, 1e-6)
    for _ in range(rounds):
        z = np.add.reduceat(w[flat], indptr[:-1], axis=0)
        error = np.where(known, 1 / (1 + np.exp(-z)) - y, 0)
        grad = np.zeros_like(w)
        for c in range(k):
            grad[:, c] = np.bincount(flat, weights=error[owner, c], minlength=size)
        grad += strength * w
        squares += grad * grad
        w -= rate * grad / np.sqrt(squares)
    return w


def main() -> None:
    """Cross-validate, choose thresholds, fit on everything, write."""
    folders = [tuple(Path(p) for p in arg.split(":")) for arg in sys.argv[1:] if ":" in arg]
    precision = PRECISION
    out: dict[str, np.ndarray] = {}
    names: dict[str, list[str]] = {}
    for kind, rows in examples(folders).items():
        seen = Counter(r for reasons, _, _, _ in rows for r in set(reasons))
        vocabulary = sorted(r for r, n in seen.items() if n >= LEAST)
        index = {r: i for i, r in enumerate(vocabulary)}
        coded = [np.array([index[r] for r in set(reasons) if r in index] + [len(index)], dtype=np.int64) for reasons, _, _, _ in rows]
        marks = np.array([m for _, m, _, _ in rows])
        y, known = (marks == 1).astype(float), marks >= 0
        fold = np.array([g for _, _, g, _ in rows]) % FOLDS
        scores = np.zeros_like(y)
        for f in range(FOLDS):
            train = np.flatnonzero(fold != f)
            test = np.flatnonzero(fold == f)
            w = fit([coded[i] for i in train], y[train], known[train], len(index) + 1, STRENGTH)
            for i in test:
                scores[i] = w[coded[i]].sum(axis=0)
        thresholds = []
        for c, predicate in enumerate(pairs.PREDICATES[kind]):
            best: dict = {}
            for (_, m, g, key), s in zip(rows, scores[:, c], strict=True):
                if m[c] >= 0:
                    slot = (g, *key)
                    best[slot] = max(best.get(slot, (-99.0, 0)), (s, m[c]))
            ranked = sorted(best.values(), reverse=True)
            total = sum(m for _, m in ranked)
            right, choice, line = 0, 9.0, (0.0, 0.0)
            for n, (s, m) in enumerate(ranked, 1):
                right += m
                if right / n >= precision and n >= 5:
                    choice, line = s, (right / n, right / max(1, total))
            thresholds.append(choice)
            zero = [(s, m) for s, m in ranked if s > 0]
            print(f"{kind} {predicate:20} candidates {len(best):6} true {total:5}  at {choice:5.2f}: P {line[0]:.3f} R {line[1]:.3f}"
                  f"  at 0: P {sum(m for _, m in zero) / max(1, len(zero)):.3f} R {sum(m for _, m in zero) / max(1, total):.3f}")
        w = fit(coded, y, known, len(index) + 1, STRENGTH)
        keep = np.flatnonzero(np.abs(w).max(axis=1) >= 0.05)
        names[kind] = [("always" if i == len(index) else vocabulary[i]) for i in keep]
        out[f"{kind}_weights"] = np.round(w[keep] * 100).clip(-32000, 32000).astype(np.int16)
        out[f"{kind}_thresholds"] = np.array(thresholds)
        out[f"{kind}_reasons"] = np.array("\n".join(names[kind]))
    np.savez_compressed(DATA / "pairs.npz", **out)
    print((DATA / "pairs.npz").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
