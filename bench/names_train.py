"""Learns the tables of resolving/data from lists of names that are free to use.

    names_train.py --korean korean_latin_names.tsv.gz --persons persons.txt --out src/newsreel/resolving/data

korean_latin_names: personal names in Hangul and Latin letters, from Wikidata (CC0) by way of the NETransliteration data
of COLING 2018. persons: the lists of spellings of names by Wikidata item that the rigour package carries (MIT, from
Wikidata, CC0), in its release 1.2.9 as rigour/data/names/persons.txt. Same input, same bytes out. The weights are learned last and
from the tables in the package itself: let --out be its data folder.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import math
import pathlib
import random
import re
import sys
from collections.abc import Callable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from newsreel.resolving.alignment import breaks, table
from newsreel.resolving.korean import korean_table, traits
from newsreel.resolving.letters import HANGUL, KANA, KANJI, LATIN, latin_words, scripts
from newsreel.resolving.sounds import VOWELS, hangul_sounds, hangul_syllables, kana_sounds, katakana

Pair = tuple[tuple[str, ...], str]
Model = dict[str, dict[str, float]]
Counts = dict[str, collections.Counter[str]]
Allowed = Callable[[str, str], bool]
SEED = 20261122
EPOCHS, RATE, DECAY = 12, 0.1, 2e-5


def korean_pairs(path: pathlib.Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Korean-looking names (one word of two to four syllables) and the others, as (Hangul, Latin)."""
    native: list[tuple[str, str]] = []
    foreign: list[tuple[str, str]] = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        if line.startswith("#"):
            continue
        hangul, latin = line.split("\t")[:2]
        (native if re.fullmatch("[가-힣]{2,4}", hangul) else foreign).append((hangul, latin))
    return native, foreign


def person_rows(path: pathlib.Path) -> list[list[str]]:
    """The spellings of each item of the persons list."""
    return [
        line.split(" => ")[0].split(", ") for line in path.read_text(encoding="utf-8").splitlines() if " => " in line
    ]


def word_pairs(rows: list[list[str]], source: str, target: str) -> list[tuple[str, str]]:
    """All pairs of one-word spellings of one item in two scripts."""
    found = []
    for row in rows:
        left = [n for n in row if scripts(n) == {source} and " " not in n]
        right = [n for n in row if scripts(n) == {target} and " " not in n]
        found += [(a, b) for a in left for b in right]
    return found


def letters_of(target: str) -> str:
    return "".join(latin_words(target)).replace("-", "")


def parted(target: str) -> str:
    return "-".join(latin_words(target))


def learn(
    pairs: list[Pair],
    rounds: int,
    longest: int,
    rare: float = 1.5e-3,
    surplus: float = 0.0,
    allowed: Allowed | None = None,
) -> dict[str, dict[str, float]]:
    """Expectation-maximisation: how often each sound is written as each piece, over all monotone alignments.

    Halfway, the pairs whose spelling is no likelier than chance are dropped: they are two names of one person.
    """
    model: dict[str, dict[str, float]] | None = None
    letters = alphabet([target for _, target in pairs])
    for turn in range(rounds):
        if turn == rounds // 2:
            pairs = [pair for pair in pairs if expect(model, *pair, None, longest) > chance(letters, pair[1]) + surplus]
        scarce, share = (1.05, rare) if turn == rounds - 1 else (0.01, 2e-5)  # once is mostly another name
        counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
        total = 0.0
        for units, target in pairs:
            total += expect(model, units, target, counts, longest)
        model = {
            unit: {
                piece: c / norm
                for piece, c in sorted(found.items())
                if c > scarce and c > share * norm and (allowed is None or allowed(unit, piece))
            }
            for unit, found in sorted(counts.items())
            if (norm := sum(found.values())) > 0
        }
        print(f"  round {turn + 1}: {total / len(pairs):.4f} log likelihood a pair", file=sys.stderr)
    return model or {}


Option = tuple[int, int, float]


def expect(model: Model | None, units: tuple[str, ...], target: str, counts: Counts | None, longest: int) -> float:
    """Adds what one pair lets expect to the counts, if there are any; gives its log likelihood."""
    letters, reach = breaks(target)
    size = len(letters)
    if size > len(units) * longest:
        return 0.0
    options = [options_of(model, units, place, letters, reach, longest) for place in range(len(units))]
    ahead = forward(options, size)
    whole = ahead[-1][size]
    if whole <= 0.0:
        return -50.0
    if counts is not None:
        backward(options, ahead, units, letters, counts)
    return math.log(whole)


def options_of(
    model: Model | None, units: tuple[str, ...], place: int, letters: str, reach: list[int], longest: int
) -> list[Option]:
    """The pieces that one sound may stand for: start, end, share; near the diagonal, and by length alone at first."""
    per, size = len(letters) / len(units), len(letters)
    pieces = model.get(units[place], {}) if model is not None else None
    found = []
    for start in range(max(0, int(place * per) - 5), min(size, int(place * per) + 6) + 1):
        for end in range(start, min(reach[start], start + longest) + 1):
            if pieces is None:
                share = math.exp(-abs(end - start - per) - 0.5 * abs(start - place * per))
            else:
                share = pieces.get(letters[start:end], 0.0)
            if share:
                found.append((start, end, share))
    return found


def forward(options: list[list[Option]], size: int) -> list[list[float]]:
    """For each number of sounds and letters, the likelihood of having written these letters with these sounds."""
    rows = [[1.0] + [0.0] * size]
    for here in options:
        fresh = [0.0] * (size + 1)
        for start, end, share in here:
            fresh[end] += rows[-1][start] * share
        rows.append(fresh)
    return rows


def backward(
    options: list[list[Option]], ahead: list[list[float]], units: tuple[str, ...], letters: str, counts: Counts
) -> None:
    """Counts every piece of every sound by how likely it is in this pair."""
    size = len(letters)
    behind = [0.0] * size + [1.0]
    for place in range(len(units) - 1, -1, -1):
        fresh, row, tally = [0.0] * (size + 1), ahead[place], counts[units[place]]
        for start, end, share in options[place]:
            fresh[start] += share * behind[end]
            if row[start] and behind[end]:
                tally[letters[start:end]] += row[start] * share * behind[end] / ahead[-1][size]  # type: ignore[assignment]  # expected counts are shares
        behind = fresh


def marginals(pieces: dict[str, dict[str, float]], pairs: list[Pair]) -> dict[str, dict[str, float]]:
    """How often any first syllable (^*) and any other (*) is written as each piece."""
    found: dict[str, collections.Counter[str]] = {"^*": collections.Counter(), "*": collections.Counter()}
    for unit, count in collections.Counter(unit for units, _ in pairs for unit in units).items():
        for piece, share in pieces.get(unit, {}).items():
            found["^*" if unit.startswith("^") else "*"][piece] += share * count  # type: ignore[assignment]  # likewise
    return {unit: {piece: c / sum(tally.values()) for piece, c in tally.items()} for unit, tally in found.items()}


def weigh(native: list[tuple[str, str]], chosen: random.Random, out: pathlib.Path) -> None:
    """Logistic regression over the traits of true pairs and of near misses (AdaGrad, L2); even chances of both."""
    table.cache_clear()
    korean_table.cache_clear()
    bare = [letters_of(latin) for _, latin in native]
    rows: list[tuple[dict[str, float], bool]] = []
    for place, (hangul, latin) in enumerate(native):
        rows.append((traits(hangul, latin), True))
        others = [n for n in misses(place, bare, chosen) if native[n][0] != hangul and bare[n] != bare[place]]
        rows += [(traits(hangul, native[n][1]), False) for n in others]
        if place % 2000 == 0:
            print(f"  {place} of {len(native)} names", file=sys.stderr)
    weight = fit(rows, chosen)
    odds = sum(not same for _, same in rows) / sum(same for _, same in rows)
    weight["bias"] += math.log(odds)
    lines = [f"{name}\t{value:.3f}" for name, value in sorted(weight.items()) if abs(value) >= 0.02]
    remark = (
        "# weights of the traits of resolving/korean.py, learned by bench/names_train.py from names of Wikidata (CC0)"
    )
    path = out / "korean_weights.tsv.gz"
    path.write_bytes(gzip.compress(("\n".join([remark, *lines]) + "\n").encode(), 9, mtime=0))
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes", file=sys.stderr)


def misses(place: int, bare: list[str], chosen: random.Random) -> list[int]:
    """Other names that look like this one, from samples of several sizes."""
    found = []
    for _ in range(6):
        sample = chosen.sample(range(len(bare)), chosen.choice([100, 300, 1000]))
        how = chosen.random()
        scorer = JaroWinkler.similarity if how < 0.45 else fuzz.ratio if how < 0.9 else None
        if scorer is None:
            alike = [i for i in sample if bare[i][:2] == bare[place][:2]]
            found.append(chosen.choice(alike or sample))
        else:
            found.append(sample[process.extractOne(bare[place], [bare[i] for i in sample], scorer=scorer)[2]])
    return found


def fit(rows: list[tuple[dict[str, float], bool]], chosen: random.Random) -> dict[str, float]:
    weight: dict[str, float] = collections.defaultdict(float)
    steps: dict[str, float] = collections.defaultdict(lambda: 1e-6)
    for _ in range(EPOCHS):
        chosen.shuffle(rows)
        for found, same in rows:
            total = weight["bias"] + sum(weight[name] * value for name, value in found.items())
            error = 1 / (1 + math.exp(-max(min(total, 30), -30))) - same
            for name, value in (*found.items(), ("bias", 1.0)):
                slope = error * value + DECAY * weight[name]
                steps[name] += slope * slope
                weight[name] -= RATE * slope / math.sqrt(steps[name])
    return weight


def sounds_like(unit: str, piece: str) -> bool:
    """Whether a consonant is written in consonants and a vowel in vowels: else it is another name of the person."""
    vowel = unit.strip("^") in VOWELS
    return not set(piece) & set("bcdfgjkmpqstvxz" if vowel else "aeiouy") and (bool(piece) or not vowel)


def chance(letters: dict[str, float], target: str) -> float:
    """The log likelihood of the letters on their own, each after the one before it."""
    target = target.replace("-", "")
    return sum(math.log(letters[a + b]) for a, b in zip("^" + target, target, strict=False))


def alphabet(targets: list[str]) -> dict[str, float]:
    """Shares of letters, and of letters after a letter (two letters; ^ is the start)."""
    targets = [target.replace("-", "") for target in targets]
    single = collections.Counter("".join(targets))
    double: collections.Counter[str] = collections.Counter()
    for target in targets:
        double.update(a + b for a, b in zip("^" + target, target, strict=False))
    first: collections.Counter[str] = collections.Counter()
    for pair, count in double.items():
        first[pair[0]] += count
    size = sum(single.values())
    found = {c: k / size for c, k in single.items()}
    found.update({pair: k / first[pair[0]] for pair, k in double.items()})
    return found


def write(path: pathlib.Path, remark: str, pieces: dict[str, dict[str, float]], letters: dict[str, float]) -> None:
    """A table as compressed text, without a date in it."""
    lines = [f"# {remark}"]
    lines += [f"\t{k}\t{round(v * 1e6)}" for k, v in sorted(letters.items()) if v >= 2e-6]
    for unit, found in sorted(pieces.items()):
        kept = {piece: share for piece, share in found.items() if share >= 1e-4}
        norm = sum(kept.values())
        lines += [f"{unit}\t{piece}\t{round(share / norm * 1e6)}" for piece, share in sorted(kept.items())]
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes", file=sys.stderr)


def both_ends(
    pairs: list[tuple[str, str]], sounds: Callable[[str], tuple[str, ...]], target: Callable[[str], str] = letters_of
) -> list[Pair]:
    made = [(sounds(a), target(b)) for a, b in pairs]
    return [(units, target) for units, target in made if units and target and len(target) <= len(units) * 7]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--korean", type=pathlib.Path, required=True)
    parser.add_argument("--persons", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    rows = person_rows(args.persons)
    native, foreign = korean_pairs(args.korean)
    source = "learned by bench/names_train.py from names of Wikidata (CC0)"
    if args.only in ("", "korean_names"):
        turned = [(h, rotated(latin)) for h, latin in native]
        for name, sounds, longest in (("korean_names", hangul_syllables, 6), ("korean_sounds", hangul_sounds, 4)):
            pairs = both_ends(turned, sounds, parted)
            pieces = learn(
                pairs, 8, longest, 3e-3 if longest == 6 else 4e-3, 4.0, None if longest == 6 else sounds_like
            )
            remark = (
                f"{'syllables' if longest == 6 else 'sounds'} of Korean and Chinese names in Latin letters, {source}"
            )
            if longest == 6:
                pieces |= marginals(pieces, pairs)
            write(args.out / f"{name}.tsv.gz", remark, pieces, alphabet([t for _, t in pairs]))
    if args.only in ("", "hangul"):
        words = [p for h, latin in foreign for p in split_words(h, latin)] + word_pairs(rows, HANGUL, LATIN)
        pairs = both_ends(sample(words), hangul_sounds)
        pieces = learn(pairs, 6, 4)
        write(
            args.out / "hangul.tsv.gz",
            f"sounds of names in Hangul in Latin letters, {source}",
            pieces,
            alphabet([t for _, t in pairs]),
        )
    if args.only in ("", "kana"):
        words = word_pairs(rows, KANA, LATIN)
        pairs = both_ends(sample(words), kana_sounds)
        pieces = learn(pairs, 6, 5)
        write(
            args.out / "kana.tsv.gz",
            f"sounds of names in kana in Latin letters, {source}",
            pieces,
            alphabet([t for _, t in pairs]),
        )
    if args.only in ("", "kanji"):
        words = [
            pair
            for pair in word_pairs([row for row in rows if eastern(row)], KANJI, LATIN)
            if len(pair[0]) <= 4 and len(letters_of(pair[1])) <= 6 * len(pair[0])
        ]
        print(f"  {len(words)} pairs", file=sys.stderr)
        pairs = both_ends(sample(words), tuple)
        pieces = learn(pairs, 8, 7, 4e-3, 1.0)
        write(
            args.out / "kanji.tsv.gz",
            f"kanji of names in Latin letters, {source}",
            pieces,
            alphabet([t for _, t in pairs]),
        )
    if args.only in ("", "hangul_kana"):
        words = word_pairs(rows, HANGUL, KANA)
        made = [(hangul_sounds(a), "".join(c for c in katakana(b) if c not in "・＝")) for a, b in words]
        pairs = [(u, t) for u, t in made if u and t and len(t) <= len(u) * 3]
        pieces = learn(pairs, 6, 3)
        write(
            args.out / "hangul_kana.tsv.gz",
            f"sounds of names in Hangul in kana, {source}",
            pieces,
            alphabet([t for _, t in pairs]),
        )

    if args.only in ("", "weights"):
        weigh(native, random.Random(SEED), args.out)


def eastern(row: list[str]) -> bool:
    """Whether a name is written in no script but those of East Asia and Latin: a name from there, not one spelled there."""
    return all(scripts(name) <= {HANGUL, KANA, KANJI, LATIN} and scripts(name) for name in row)


def sample(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """At most 60,000 of the pairs, the same ones each time."""
    return random.Random(SEED).sample(words, min(len(words), 60000))


def split_words(hangul: str, latin: str) -> list[tuple[str, str]]:
    """The words of a foreign name pair, where both have as many; in the order that fits the lengths better."""
    left, right = hangul.split(), latin.split()
    return list(zip(left, right, strict=True)) if len(left) == len(right) else []


def rotated(latin: str) -> str:
    """A Korean name in Latin letters with the surname first: the last word comes first where it is the short one."""
    words = latin_words(latin)
    if (
        len(words) == 2
        and "-" not in words[1]
        and len(words[1]) <= 5 < len(words[0]) + 1
        and len(words[0]) > len(words[1])
    ):
        return f"{words[1]} {words[0]}"
    return " ".join(words)


if __name__ == "__main__":
    main()
