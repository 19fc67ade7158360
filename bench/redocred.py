"""Precision and recall on Wikipedia prose, which the English reader was not made for: Re-DocRED's documents on screen works.

    bench/redocred.py [--data redocred_screen_dev.json.gz] [--wrong N]

Re-DocRED (Tan and others, 2022, tonytan48/Re-DocRED, MIT; texts from Wikipedia, CC BY-SA) marks entities and Wikidata
relations. A claim counts where its work and its object are marked entities that stand in one sentence; it is right
where the relation is marked between them. Recall is over the marked triples whose two names stand in one sentence.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
DATA = ROOT.parent / "shared" / "data" / "redocred_screen_dev.json.gz"
RELATIONS = {
    "cast_member": ("P161", "P725"), "director": ("P57",), "screenwriter": ("P58",), "producer": ("P162",),
    "production_company": ("P272",), "platform": ("P449", "P123", "P750"), "release_date": ("P577", "P580"),
}  # fmt: skip
GOLD = {"P161": "cast_member", "P57": "director", "P58": "screenwriter", "P162": "producer", "P272": "production_company",
        "P449": "platform", "P577": "release_date"}  # fmt: skip
_CLOSE = re.compile(r" (?=[.,;:!?)\]%'’]|n't\b|'s\b|’s\b)")


def plain(tokens: list[str]) -> str:
    """A tokenized sentence as it is written."""
    text = _CLOSE.sub("", " ".join(tokens))
    text = re.sub(r"([(\[]) ", r"\1", text)
    parts = text.split('"')  # marks in pairs: no space inside them
    for i in range(1, len(parts), 2):
        parts[i] = parts[i].strip()
    return '"'.join(parts)


def key(name: str) -> str:
    """A name without case and marks."""
    return "".join(c for c in name.casefold() if c.isalnum()).removeprefix("the")


def names_of(vertex: list[dict[str, Any]]) -> set[str]:
    """The keys of an entity's mentions."""
    return {key(m["name"]) for m in vertex} - {""}


def claims_of(document: dict[str, Any], number: int) -> list[Any]:
    """What the reader reads in a document."""
    from newsreel.model import Report
    from newsreel.reading import read

    sentences = [plain(s) for s in document["sents"]]
    text = document["title"] + "\n\n" + " ".join(sentences) + "\n"
    return list(
        read(Report(id=f"redocred-{number}", text=text, language="en", published=dt.date(2018, 1, 1), outlet=""))
    )


def score(data: Path) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Counts of (predicate, right | read | gold), and the wrong claims in words."""
    documents = json.loads(gzip.decompress(data.read_bytes()))
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for number, document in enumerate(documents):
        entities = document["vertexSet"]
        keys = [names_of(v) for v in entities]
        at = [{m["sent_id"] for m in v} for v in entities]
        marked = {(x["h"], x["r"], x["t"]) for x in document["labels"]}
        works = {key(w) for w in document["works"]}
        found: set[tuple[int, str, int]] = set()
        for claim in claims_of(document, number):
            if claim.predicate not in RELATIONS or claim.object is None:
                continue
            heads = [i for i, k in enumerate(keys) if k & {key(n) for n in claim.subject.names} and k & works]
            tails = _tails(claim, entities, keys)
            pairs = [(h, t) for h in heads for t in tails if h != t and at[h] & at[t]]
            if not pairs:
                continue
            right = [(h, t) for h, t in pairs if any((h, r, t) in marked for r in RELATIONS[claim.predicate])]
            counts[claim.predicate, "read"] += 1
            counts[claim.predicate, "right"] += bool(right)
            if right:
                found.update((h, claim.predicate, t) for h, t in right)
            else:
                obj = getattr(claim.object, "name", claim.object)
                wrong.append(f"{document['title']}: {claim.predicate} {claim.subject.name} > {obj} ({claim.rule})")
        gold = {(h, GOLD[r], t) for h, r, t in marked if r in GOLD and at[h] & at[t]}
        for h, predicate, t in gold:
            counts[predicate, "gold"] += 1
            counts[predicate, "found"] += (h, predicate, t) in found
    return counts, wrong


def _tails(claim: Any, entities: list[Any], keys: list[set[str]]) -> list[int]:
    if claim.predicate == "release_date":
        year = str(claim.object)[:4]
        return [i for i, v in enumerate(entities) if v[0]["type"] == "TIME" and any(year in m["name"] for m in v)]
    wanted = {key(n) for n in claim.object.names}
    return [i for i, k in enumerate(keys) if k & wanted]


def table(counts: Counter[tuple[str, str]]) -> str:
    """The counts as a table."""
    lines = [f"{'predicate':20} {'right':>6} {'read':>6} {'gold':>6} {'P':>6} {'R':>6}"]
    total: Counter[str] = Counter()
    for predicate in RELATIONS:
        row = {what: counts[predicate, what] for what in ("right", "read", "gold", "found")}
        total.update(row)
        lines.append(_line(predicate, row))
    return "\n".join([*lines, _line("all", total)])


def _line(name: str, row: dict[str, int] | Counter[str]) -> str:
    precision = row["right"] / row["read"] if row["read"] else 0.0
    recall = row["found"] / row["gold"] if row["gold"] else 0.0
    return f"{name:20} {row['right']:6} {row['read']:6} {row['gold']:6} {precision:6.3f} {recall:6.3f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--wrong", type=int, default=0, help="print up to N wrong claims")
    args = parser.parse_args()
    if not args.data.is_file():
        parser.error(f"{args.data}: no such file")
    counts, wrong = score(args.data)
    print(table(counts))
    for line in wrong[: args.wrong]:
        print(line)


if __name__ == "__main__":
    main()
