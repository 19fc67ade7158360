"""Make the English lexicons of names and common words from open data.

    training/en/make_lexicons.py --names korean_latin_names.tsv.gz --ewt ud_english_ewt.tar.gz

Names: personal names of Wikidata in Hangul and Latin (by way of NETransliteration-COLING2018, CC0). Words: forms of
Universal Dependencies English EWT (CC BY-SA 4.0); a word list alone is kept, no sentence. Writes, sorted:

    data/given.txt     parts that stand first in at least three Latin names
    data/family.txt    parts that stand last in at least two
    data/common.txt    words met in lower case at least twice
"""

from __future__ import annotations

import argparse
import gzip
import re
import tarfile
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "src" / "newsreel" / "reading" / "langs" / "en" / "data"
PART = re.compile(r"[^\W\d_][\w'’-]*[^\W\d_]")
GIVEN, FAMILY, COMMON = 3, 2, 2


def parts_of_names(path: Path) -> tuple[set[str], set[str]]:
    """The parts that stand first, and those that stand last, in the names of a file of "hangul<TAB>latin"."""
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = line.rstrip("\n").split("\t")[1].split()
            if len(words) < 2 or any(w in {"of", "the", "von", "de"} for w in words[1:2]):
                continue
            if PART.fullmatch(words[0]) and words[0][0].isupper():
                first[words[0].lower()] += 1
            if PART.fullmatch(words[-1]) and words[-1][0].isupper():
                last[words[-1].lower()] += 1
    return {w for w, n in first.items() if n >= GIVEN}, {w for w, n in last.items() if n >= FAMILY}


def common_words(path: Path) -> set[str]:
    """Words that the treebank writes in lower case."""
    seen: Counter[str] = Counter()
    with tarfile.open(path) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.name.endswith(".conllu") else None
            for raw in stream or ():
                fields = raw.decode("utf-8").split("\t")
                if len(fields) > 3 and fields[1].isalpha() and fields[1].islower() and fields[3] != "PROPN":
                    seen[fields[1]] += 1
    return {w for w, n in seen.items() if n >= COMMON and len(w) > 1}


def main() -> None:
    """Write the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--ewt", type=Path, required=True)
    args = parser.parse_args()
    given, family = parts_of_names(args.names)
    common = common_words(args.ewt)
    for name, words in (
        ("given", given),
        ("family", family),
        ("common", common),
    ):
        (DATA / f"{name}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
