"""One million names: how fast they are filed, how soon a new one finds its place, and how much memory that takes.

    names_million.py [--count 1000000] [--ask 2000]

The names are made here, with collisions as they are in life: few surnames cover most people (Korean), given names come
from some thousands of words, three in ten names are written in Hangul or kana, and a third of the names asked for are
other spellings of names that are there. Times are those of the processor, one core. The same names are looked up in the same run with rapidfuzz, which must go
through all of them, as a peer. Prints names filed a second, median and 99th percentile of placing in milliseconds, how
many of the asked were found, and the peak resident memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time

from rapidfuzz import fuzz, process
from results import put, table

from newsreel.resolving.placing import NameIndex
from newsreel.resolving.sounds import ONSETS, VOWELS

SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구"
LATIN_SURNAMES = [
    "Kim",
    "Lee",
    "Park",
    "Choi",
    "Jung",
    "Kang",
    "Cho",
    "Yoon",
    "Jang",
    "Lim",
    "Han",
    "Oh",
    "Seo",
    "Shin",
    "Kwon",
    "Hwang",
    "Ahn",
    "Song",
    "Ryu",
    "Jeon",
    "Hong",
    "Ko",
    "Moon",
    "Yang",
    "Son",
    "Bae",
    "Baek",
    "Heo",
    "Yoo",
    "Nam",
    "Shim",
    "Noh",
    "Ha",
    "Kwak",
    "Sung",
    "Cha",
    "Joo",
    "Woo",
    "Koo",
]
LATIN_SOUNDS = dict(
    zip(
        "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
        ["g", "n", "d", "r", "m", "b", "s", "", "j", "ch", "k", "t", "p", "h"],
        strict=True,
    )
)
LATIN_VOWELS = {
    "ㅏ": "a",
    "ㅐ": "ae",
    "ㅓ": "eo",
    "ㅕ": "yeo",
    "ㅗ": "o",
    "ㅛ": "yo",
    "ㅜ": "u",
    "ㅠ": "yu",
    "ㅡ": "eu",
    "ㅣ": "i",
}
PARTS = [
    "ma",
    "ri",
    "ka",
    "to",
    "len",
    "son",
    "bel",
    "dan",
    "el",
    "vi",
    "ros",
    "har",
    "per",
    "lu",
    "ne",
    "gar",
    "mon",
    "tes",
    "wil",
    "bru",
]


def hangul(onset: str, vowel: str, coda: int) -> str:
    return chr(0xAC00 + ONSETS.index(onset) * 588 + VOWELS.index(vowel) * 28 + coda)


def korean(chosen: random.Random) -> tuple[str, str]:
    """A Korean name in Hangul and in Latin letters."""
    place = min(int(chosen.expovariate(0.18)), len(SURNAMES) - 1)
    spelled, latin = SURNAMES[place], []
    for _ in range(2):
        onset, vowel = chosen.choice(list(LATIN_SOUNDS)), chosen.choice(list(LATIN_VOWELS))
        coda, letters = chosen.choice([(0, ""), (4, "n"), (21, "ng"), (0, ""), (16, "m"), (8, "l")])
        spelled += hangul(onset, vowel, coda)
        latin.append(LATIN_SOUNDS[onset] + LATIN_VOWELS[vowel] + letters)
    return spelled, f"{LATIN_SURNAMES[place]} {latin[0].capitalize()}-{latin[1]}"


def western(chosen: random.Random, words: list[str], surnames: list[str]) -> str:
    return f"{words[min(int(chosen.expovariate(0.002)), len(words) - 1)]} {chosen.choice(surnames)}"


def names(count: int, chosen: random.Random) -> tuple[list[str], list[tuple[str, str]]]:
    """The names, and pairs of a new spelling with the name that it is a spelling of."""
    given = ["".join(chosen.choices(PARTS, k=chosen.choice([2, 3]))).capitalize() for _ in range(4000)]
    family = ["".join(chosen.choices(PARTS, k=chosen.choice([2, 3, 4]))).capitalize() for _ in range(60000)]
    made: list[str] = []
    other: list[tuple[str, str]] = []
    while len(made) < count:
        if chosen.random() < 0.6:
            in_hangul, latin = korean(chosen)
            made.append(in_hangul if chosen.random() < 0.5 else latin)
            other.append((latin if made[-1] is in_hangul else in_hangul, made[-1]))
        else:
            made.append(western(chosen, given, family))
    return made, other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--ask", type=int, default=2000)
    args = parser.parse_args()
    chosen = random.Random(7)
    made, other = names(args.count, chosen)
    index, began = NameIndex(), time.process_time()
    for name in made:
        index.add(name)
    filed = time.process_time() - began
    asked = chosen.sample(other, args.ask // 3)
    new = [(spelled, wanted) for spelled, wanted in asked] + [(chosen.choice(made), "") for _ in range(args.ask // 3)]
    new += [(korean(chosen)[chosen.randrange(2)], "") for _ in range(args.ask // 3)]
    chosen.shuffle(new)
    times, found = [], 0
    for name, wanted in new:
        began = time.process_time()
        places = index.place(name)
        times.append((time.process_time() - began) * 1e3)
        found += bool(wanted) and wanted in [place.name for place in places]
    began = time.process_time()
    for name, _ in new[:20]:
        process.extractOne(name, made, scorer=fuzz.token_sort_ratio)
    peer = (time.process_time() - began) / 20 * 1e3
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows: list[list[object]] = [
        ["names filed a second", f"{args.count / filed:,.0f}"],
        ["placing a name, median", f"{statistics.median(times):.2f} ms"],
        ["placing a name, 99th percentile", f"{times[int(len(times) * 0.99)]:.1f} ms"],
        ["rapidfuzz through all names, a name", f"{peer:.0f} ms, {peer / statistics.median(times):.0f} times as long"],
        ["other spellings found", f"{found} of {len(asked)}"],
        ["memory at the peak", f"{memory:,.0f} MB"],
    ]
    text = table([f"{args.count:,} names", ""], rows)
    put("Names: a great many", text)
    print(text)


if __name__ == "__main__":
    main()
