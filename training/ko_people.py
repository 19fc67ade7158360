"""Make the Korean pack's lexicons of personal names from a table of names in Hangul and Latin letters.

    training/ko_people.py korean_latin_names.tsv.gz klue_ner_ko_dev.tsv.gz

The table: one name a line, Hangul and Latin apart by a tab; 67,795 names from Wikidata (CC0) by way of the data of
Merhav and Ash, "Design Challenges in Named Entity Transliteration" (COLING 2018). Writes three files under the pack's
data/: people.txt (names of one word), foreign.txt (words of names of several words, which foreign names are written
with), syllables.txt (how often a syllable stands second and third in a Korean name of three) and loans.txt (how much
likelier a syllable is in words of foreign names than in Korean prose, as a natural logarithm). The prose is that of
KLUE's named entity sentences (KLUE-benchmark/KLUE, CC BY-SA 4.0), of which only these frequencies are kept.
"""

from __future__ import annotations

import gzip
import math
import re
import sys
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src/newsreel/reading/langs/ko/data"
SURNAMES = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도석소선설마길연위표명기반왕금옥육인맹제모탁국"
HEAD = "# Personal names in Hangul, made by training/ko_people.py from Wikidata (CC0).\n"
RARE = 2


def prose(path: str) -> Counter[str]:
    """How often each syllable stands in words of prose that name nobody (rows of syllable, tab, tag)."""
    found: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            syllable, _, tag = row.rstrip("\n").partition("\t")
            if tag and not tag.endswith("PS") and re.fullmatch("[가-힣]", syllable):
                found[syllable] += 1
    return found


def loans(words: Counter[str], korean: Counter[str]) -> list[str]:
    """A row for every syllable: its log-odds of foreign names against prose, smoothed by one half."""
    foreign = Counter(syllable for word in words for syllable in word)
    a, b = sum(foreign.values()), sum(korean.values())
    kinds = sorted(foreign.keys() | korean.keys())
    return [f"{s} {math.log((foreign[s] + 0.5) / a) - math.log((korean[s] + 0.5) / b):.2f}" for s in kinds]


def main(path: str, prose_path: str) -> None:
    """Read the tables and write the four files, sorted, so that a rerun gives the same bytes."""
    people: set[str] = set()
    words: Counter[str] = Counter()
    second: Counter[str] = Counter()
    third: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            hangul = re.sub(r"\s*\(.*?\)", "", row.split("\t")[0]).strip()
            parts = hangul.split()
            if not parts or not all(re.fullmatch("[가-힣]+", part) for part in parts):
                continue
            if len(parts) > 1:
                words.update(part for part in parts if len(part) > 1)
            elif 2 <= len(hangul) <= 5:
                people.add(hangul)
                if len(hangul) == 3 and hangul[0] in SURNAMES:
                    second[hangul[1]] += 1
                    third[hangul[2]] += 1
    foreign = sorted(w for w, n in words.items() if n >= RARE or len(w) > 2)
    (DATA / "people.txt").write_text(HEAD + "\n".join(sorted(people)) + "\n", encoding="utf-8")
    (DATA / "foreign.txt").write_text(HEAD + "\n".join(foreign) + "\n", encoding="utf-8")
    rows = [f"{s} {second[s]} {third[s]}" for s in sorted(second.keys() | third.keys())]
    (DATA / "loans.txt").write_text(HEAD + "\n".join(loans(words, prose(prose_path))) + "\n", encoding="utf-8")
    (DATA / "syllables.txt").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
