"""How precisely the English reader reads encyclopaedia prose that it was not made for.

    bench/redocred.py [--data FILE] [--misses N]

Documents and relations of Re-DocRED (dev, screen works only): a triple counts where its two names stand in one
sentence. Prints precision and recall for each relation; FILE is redocred_screen_dev.json.gz, looked for beside the
checkout.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DAY = dt.date(2020, 1, 1)  # the documents have no date of their own
sys.path.insert(0, str(ROOT / "src"))
RELATIONS = {
    "P161": "cast_member", "P57": "director", "P58": "screenwriter", "P162": "producer", "P272": "production_company",
    "P449": "platform", "P577": "release_date",
}  # fmt: skip


def plain(name: str) -> str:
    """A name without case, accents, spaces and punctuation."""
    text = unicodedata.normalize("NFKD", re.sub(r"^(?:the|a|an) ", "", name.lower()))
    return "".join(c for c in text if c.isalnum())


def text_of(document: dict[str, Any]) -> str:
    """The document as running text: tokens joined as they are written."""
    words = " ".join(" ".join(sentence) for sentence in document["sents"])
    words = re.sub(r" (?=[.,;:!?)\]])|(?<=[(\[]) | (?='s\b|n't\b|’s\b)", "", words)
    return re.sub(r'" ([^"]*) "', r'"\1"', words)


def main() -> None:  # noqa: C901 - one case a reason
    """Read every document, compare, print."""
    from newsreel.model import Ref, Report
    from newsreel.reading import read

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "redocred_screen_dev.json.gz")
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    wrong = []
    with gzip.open(args.data, "rt", encoding="utf-8") as stream:
        documents = json.load(stream)
    for number, document in enumerate(documents):
        vertices = document["vertexSet"]
        names = [{plain(m["name"]) for m in row} for row in vertices]
        works = set().union(*(names[label["h"]] for label in document["labels"] if label["r"] in RELATIONS), set())
        truth = {
            (label["h"], RELATIONS[label["r"]], label["t"]) for label in document["labels"] if label["r"] in RELATIONS
        }
        near = {
            (h, p, t) for h, p, t in truth if {m["sent_id"] for m in vertices[h]} & {m["sent_id"] for m in vertices[t]}
        }
        gold.update(p for _, p, _ in near)
        found = set()
        for claim in read(Report(f"doc{number}", text_of(document), "en", DAY)):
            if claim.predicate not in RELATIONS.values() or claim.status != "stated":
                continue
            subjects = {plain(n) for n in claim.subject.names}
            if not subjects & works:
                continue  # a work that the annotation does not know
            if claim.predicate == "release_date":
                years = str(claim.object)[:4]
                hits = {
                    (h, p, t)
                    for h, p, t in truth
                    if p == "release_date" and names[h] & subjects and any(years in n for n in names[t])
                }
            else:
                objects = {plain(n) for n in claim.object.names} if isinstance(claim.object, Ref) else set()
                hits = {
                    (h, p, t)
                    for h, p, t in truth
                    if p == claim.predicate and names[h] & subjects and names[t] & objects
                }
            said[claim.predicate] += 1
            right[claim.predicate] += bool(hits)
            if not hits:
                wrong.append(
                    (
                        number,
                        claim.predicate,
                        claim.subject.name,
                        getattr(claim.object, "name", claim.object),
                        claim.rule,
                    )
                )
            found |= hits
        for h, p, t in near & found:  # noqa: B007 - one case after the other
            gold[f"{p} found"] += 1
    print(f"{'relation':20} {'read':>5} {'right':>6} {'P':>6} {'gold':>5} {'R':>6}")
    for p in (*RELATIONS.values(), "all"):
        if p == "all":
            r, s, g = sum(right.values()), sum(said.values()), sum(gold[q] for q in RELATIONS.values())
            f = sum(gold[f"{q} found"] for q in RELATIONS.values())
        else:
            r, s, g, f = right[p], said[p], gold[p], gold[f"{p} found"]
        print(f"{p:20} {s:5} {r:6} {r / max(1, s):6.3f} {g:5} {f / max(1, g):6.3f}")
    for row in wrong[: args.misses]:
        print(*row, sep=" | ")


if __name__ == "__main__":
    main()
