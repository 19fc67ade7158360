"""Learn the weights by which English names are told to be persons, works, organisations, characters or places.

    training/en/train_kinds.py GOLD_DIR:TEXTS_DIR [...]

Multinomial logistic regression (numpy) over the reasons of newsreel.reading.langs.en.kinds, one example a name and
report; labels are the kinds of the annotated entities. Prints the share that ten-fold cross-validation by report gets
right, and writes data/kinds.json.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from newsreel.model import Report  # noqa: E402
from newsreel.reading.document import Document  # noqa: E402
from newsreel.reading.langs.en import kinds, sentences  # noqa: E402
from newsreel.reading.langs.en.names import gather  # noqa: E402
from newsreel.sources import read_paths  # noqa: E402

DATA = ROOT / "src" / "newsreel" / "reading" / "langs" / "en" / "data" / "kinds.json"
BENEFIT = 0.5  # of the doubt: frames weed out what is no name of use
LETTER = {"person": "P", "work": "W", "organization": "O", "place": "L"}


def plain(name: str) -> str:
    """A name as keys compare it."""
    return re.sub(r"[^\w]", "", re.sub(r"^(?:the|a|an) ", "", name.lower()))


def labels(gold: dict[str, object]) -> dict[str, str]:  # noqa: C901 - one case a reason
    """Plain name -> letter, from the entities and slots of an annotated report."""
    found: dict[str, str] = {}
    entities = gold["entities"]
    for claim in gold["claims"]:
        if claim["p"] == "filming_location" and claim["o"] not in entities:
            found[plain(str(claim["o"]))] = "L"
        character = claim.get("character")
        if character:
            names = entities[character]["names"] if character in entities else [character]
            for name in names:
                found[plain(name)] = "C"
                for part in name.split():
                    found.setdefault(plain(part), "C")
        if claim["p"] == "alias" and isinstance(claim["o"], str):
            found[plain(claim["o"])] = "W"
        for voice in claim.get("by", ()):
            found.setdefault(plain(str(voice)), "O")
    for entity in entities.values():
        letter = LETTER.get(entity["kind"], "N")
        for name in entity["names"]:
            found[plain(name)] = letter
            if letter == "P":
                found.setdefault(plain(name.split()[-1]), "P")
                found.setdefault(plain(name.split()[0]), "P")
    return found


def examples(pairs: list[tuple[Path, Path]]) -> tuple[list[dict[str, float]], list[str], list[int], list[str]]:
    """Reasons, labels, the number of the report, and names."""
    rows, marks, groups, names = [], [], [], []
    group = 0
    for gold_dir, texts in pairs:
        for path in sorted(texts.glob("*.txt")):
            gold_file = gold_dir / f"{path.stem}.json"
            if not gold_file.is_file():
                continue
            gold = json.loads(gold_file.read_text(encoding="utf-8"))
            report = next(iter(read_paths([path])))
            if gold["lang"] != "en" or not isinstance(report, Report):
                continue
            group += 1
            document = Document(report, sentences.split(report))
            _, found = gather(document)
            around = kinds.Surroundings(document, found)
            marked = labels(gold)
            for occurrences in found.values():
                name = occurrences[0].text
                rows.append(kinds.reasons(report.text, occurrences, around))
                marks.append(marked.get(plain(name), "N"))
                groups.append(group)
                names.append(name)
    return rows, marks, groups, names


def fit(x: np.ndarray, y: np.ndarray, strength: float = 2.0, rounds: int = 150, rate: float = 0.1) -> np.ndarray:
    """Weights (features x kinds) by AdaGrad on the regularised cross-entropy."""
    k = len(kinds.KINDS)
    w = np.zeros((x.shape[1], k), dtype=np.float32)
    squares = np.full_like(w, 1e-8)
    target = np.eye(k, dtype=np.float32)[y]
    for _ in range(rounds):
        z = x @ w
        z -= z.max(axis=1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(axis=1, keepdims=True)
        grad = x.T @ (p - target) + strength * w
        squares += grad * grad
        w -= rate * grad / np.sqrt(squares)
    return w


def main() -> None:
    """Cross-validate, fit on everything, write."""
    pairs = [tuple(Path(p) for p in arg.split(":")) for arg in sys.argv[1:] if ":" in arg]
    rows, marks, groups, names = examples(pairs)
    seen = Counter(r for row in rows for r in row)
    index = {r: i for i, r in enumerate(sorted(r for r, n in seen.items() if n >= 3))}
    x = np.zeros((len(rows), len(index)), dtype=np.float32)
    for i, row in enumerate(rows):
        for reason, count in row.items():
            if reason in index:
                x[i, index[reason]] = count
    y = np.array([kinds.KINDS.index(m) for m in marks])
    fold = np.array(groups) % 5
    confusion = np.zeros((len(kinds.KINDS),) * 2, dtype=int)
    for f in range(5):
        w = fit(x[fold != f], y[fold != f])
        guess = (x[fold == f] @ w).argmax(axis=1)
        for a, b, name, g in zip(
            y[fold == f], guess, np.array(names)[fold == f], np.array(groups)[fold == f], strict=True
        ):
            confusion[a, b] += 1
            if a != b and "--show" in sys.argv:
                print(kinds.KINDS[a], "read as", kinds.KINDS[b], g, name)
    print(len(rows), "names,", len(index), "reasons; right:", round(float(np.trace(confusion) / confusion.sum()), 4))
    print("     " + "  ".join(f"{k:>5}" for k in kinds.KINDS))
    for k, row in zip(kinds.KINDS, confusion, strict=True):
        print(k, *(f"{n:6}" for n in row))
    w = fit(x, y)
    w[index["always"], kinds.KINDS.index("N")] -= BENEFIT
    table = {r: [round(float(v) * 1000) for v in w[i]] for r, i in index.items()}
    table = {r: row for r, row in table.items() if max(map(abs, row)) >= 60}
    DATA.write_text(
        json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("],", "],\n") + "\n",
        encoding="utf-8",
    )
    print(len(table), "reasons kept,", DATA.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
