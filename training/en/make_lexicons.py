"""Make the English lexicons of names and common words from open data.

    training/en/make_lexicons.py --names korean_latin_names.tsv.gz --ewt ud_english_ewt.tar.gz --films FOLDER

Films: titles of the decades 1970s to 2020s of prust/wikipedia-movie-data (MIT, from Wikipedia). Names: personal names of Wikidata in Hangul and Latin (by way of NETransliteration-COLING2018, CC0). Words: forms of
Universal Dependencies English EWT (CC BY-SA 4.0); a word list alone is kept, no sentence. Writes, sorted:

    data/given.txt     parts that stand first in at least three Latin names
    data/family.txt    parts that stand last in at least two
    data/common.txt    words met in lower case at least twice
    data/films.txt     titles of films that are no common word alone
    data/people.txt    those named among the casts of at least four of these films
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tarfile
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "src" / "newsreel" / "reading" / "langs" / "en" / "data"
PART = re.compile(r"[^\W\d_][\w'’-]*[^\W\d_]")
PERSON = re.compile(
    r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|la|von|van|der|del|di|da|le|bin|al|du|st\.))* [A-Z][\w'’-]*\.?"
)
GIVEN, FAMILY, COMMON, CASTS = 3, 2, 2, 4


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


def film_titles(folder: Path, common: set[str]) -> set[str]:
    """Titles in a folder of movies-YYYYs.json, without those that are a common word or a bare number."""
    titles: set[str] = set()
    for decade in range(1970, 2030, 10):
        for film in json.loads((folder / f"movies-{decade}s.json").read_text(encoding="utf-8")):
            title = film["title"].strip()
            if len(title) > 3 and title.lower() not in common and not title.isdigit() and "\n" not in title:
                titles.add(title)
    return titles


def people(folder: Path) -> set[str]:
    """Names of two words and more in the casts of several films in a folder of movies-YYYYs.json."""
    seen: Counter[str] = Counter()
    for decade in range(1970, 2030, 10):
        for film in json.loads((folder / f"movies-{decade}s.json").read_text(encoding="utf-8")):
            seen.update(set(film["cast"]))
    return {name for name, n in seen.items() if n >= CASTS and PERSON.fullmatch(name)}


def main() -> None:
    """Write the lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--ewt", type=Path, required=True)
    parser.add_argument("--films", type=Path, required=True)
    args = parser.parse_args()
    given, family = parts_of_names(args.names)
    common = common_words(args.ewt)
    for name, words in (
        ("given", given),
        ("family", family),
        ("common", common),
        ("films", film_titles(args.films, common)),
        ("people", people(args.films)),
    ):
        (DATA / f"{name}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
