"""What kind of thing a name is: all its occurrences in the report vote, with weights learned from annotated reports.

The weights (data/kinds.json, made by training/en/train_kinds.py) belong to reasons that a person can read: "in quotation
marks", "a known given name first", "the word before is 'plays'". A name that the lists know as an organisation or a
place needs no vote unless its name is a common word too.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.langs.en import lexicon, places
from newsreel.reading.langs.en.tokens import personal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

KINDS = "PWOCLN"  # N: a name of no use here (an award, a month, a team, a slogan)
REACH = 40  # code points on each side of a name
_WORD = re.compile(r"[^\W_][\w’'-]*|[^\w\s]")
_TITLES = frozenset(
    [
        "dr.",
        "dr",
        "captain",
        "colonel",
        "queen",
        "king",
        "prince",
        "princess",
        "detective",
        "inspector",
        "sergeant",
        "lt.",
        "lord",
        "lady",
        "professor",
        "agent",
        "father",
        "sister",
        "miss",
        "mr.",
        "mrs.",
        "mr",
        "mrs",
        "ms.",
        "doctor",
        "officer",
        "sheriff",
        "sgt.",
        "capt.",
        "col.",
        "uncle",
        "aunt",
        "principal",
        "general",
        "emperor",
        "empress",
        "count",
        "duke",
        "chief",
        "commander",
    ]
)
_AWARDS = re.compile(
    r"\b(?:Oscars?|Emmys?|Emmies|BAFTAs?|Baftas?|Golden Globes?|Academy Awards?|Awards?|Prize|Palme|Tonys?|Grammys?|Medal|Cup|League|"
    r"Olympics?|Lion|Bear|Globes?|Festival|Festivals)\b"
)
_INITIAL = re.compile(r"[A-Z]\.")
_ROMAN = re.compile(r"^(?:II|III|IV|V|VI|VII|VIII|IX|X|\d{1,4})$")


@cache
def weights() -> dict[str, list[int]]:
    """Reason -> a weight for each of KINDS, in thousandths; empty when the model is left out."""
    file = resources.files("newsreel.reading.langs.en").joinpath("data", "kinds.json")
    if not file.is_file():
        return {}
    table: dict[str, list[int]] = json.loads(file.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=16384)
def _form(name: str) -> tuple[str, ...]:
    return tuple(_shape(name))


def _shape(name: str) -> Iterable[str]:  # noqa: C901, PLR0912, PLR0915 - one case a reason
    parts = name.replace("’", "'").split()
    first, last = parts[0].lower().strip(".,"), parts[-1].lower().strip(".,!?")
    given, family, common = lexicon.words("given"), lexicon.words("family"), lexicon.words("common")
    yield f"parts {min(len(parts), 5)}"
    f, family_last = first in given, last in family
    yield f"given {f:d} family {family_last:d} parts {min(len(parts), 4)}"
    yield f"common first {first in common:d} last {last in common:d} parts {min(len(parts), 3)}"
    if personal(parts):
        yield "personal"
        yield f"personal {min(len(parts), 3)}"
    if "-" in last and first in family:
        yield "korean"
    if parts[-1] in lexicon.suffixes() and len(parts) > 1:
        yield "org suffix"
        yield f"org suffix {last}"
    if parts[0] == "The":
        yield "the"
    if any(p[0].islower() for p in parts):
        yield "small words"
    if ":" in name:
        yield "colon"
    if any(c.isdigit() for c in name):
        yield "digits"
    if _ROMAN.match(parts[-1]) and len(parts) > 1:
        yield "number last"
    if name.isupper() and len(name) > 3:  # noqa: PLR2004 - initials are short
        yield f"capitals {min(len(parts), 2)}"
    elif name.isupper():
        yield "initials"
    if first + "." in _TITLES or first in _TITLES:
        yield "title first"
    if "'s" in name:
        yield "'s inside"
    if _INITIAL.match(parts[0]) or any(_INITIAL.fullmatch(p) for p in parts[1:]):
        yield "initial letter"
    if _AWARDS.search(name):
        yield "award word"
    if name[-1] in "!?":
        yield "exclaims"
    for p in parts[:3]:
        word = p.lower()
        if word in lexicon.lexemes("occupations"):
            yield "occupation inside"
        if p in lexicon.adjectives():
            yield "nationality inside"
    if lexicon.key(name) in lexicon.titles():
        yield f"known title, parts {min(len(parts), 3)}"
    if name in lexicon.organizations():
        yield f"known {lexicon.organizations()[name]}"
        yield "known org" + (" ambiguous" if name in lexicon.ambiguous() else "")
    if name in lexicon.places():
        yield "known place"
    if name in lexicon.festivals():
        yield "known festival"
    if first in lexicon.MONTHS or first in lexicon.WEEKDAYS:
        yield "calendar"
    if len(parts) == 1:
        yield f"one word given {f:d} family {family_last:d} common {first in common:d}"


@cache
def _trade() -> dict[str, tuple[str, ...]]:
    """Words of the trade -> what stands beside a name where one of them does."""
    found: dict[str, list[str]] = defaultdict(list)
    for what, words in (
        ("type word", lexicon.lexemes("types")),
        ("occupation", lexicon.lexemes("occupations")),
        ("genre", lexicon.word_list("genre_heads")),
        ("org kind", lexicon.lexemes("org_kinds")),
    ):
        for word in words:
            found[word].append(what)
    return {word: tuple(row) for word, row in found.items()}


def _context(text: str, c: Candidate) -> list[str]:
    """Reasons from the words around a name at one of its places."""
    a, b = c.outer
    left = max(c.sentence.start, a - REACH)
    near = max(left, text.rfind(" ", left, max(left, text.rfind(" ", left, a - 1))))  # two words are enough
    before = _WORD.findall(text, near, a)
    after = [m[0] for m in islice(_WORD.finditer(text, b, min(c.sentence.end, b + REACH)), 2)]
    p1 = before[-1].lower() if before else "^"
    n1 = after[0].lower() if after else "$"
    found = [f"before {p1}", f"after {n1}", *((f"quoted {c.quoted}", "quoted") if c.quoted else ("bare",))]
    if c.owns:
        found.append("owns")
    if len(before) > 1:
        found.append(f"before {before[-2].lower()} {p1}")
    if len(after) > 1:
        n2 = after[1].lower()
        found.append(f"after {n1} {n2}")
        if c.owns:
            found.append(f"owns {n2}")
    found += [f"before {what}" for what in _trade().get(p1, ())]
    found += [f"after {what}" for what in _trade().get(n1, ())]
    return found + _layout(text, c, p1, alone=not before and not after)


def _layout(text: str, c: Candidate, p1: str, *, alone: bool) -> list[str]:
    """Reasons from brackets, sentences and lines; `p1` is the word before."""
    found: list[str] = []
    a, b = c.outer
    opening = text.rfind("(", c.sentence.start, a) if p1 not in {"(", "^"} else -1
    if opening >= 0 and text.find(")", opening, a) < 0:
        found += ("in brackets", "in bracketed list") if p1 in {",", "and", "&", ";"} else ("in brackets",)
    if c.initial:
        found.append("begins sentence")
    found += places.classes(text, c)
    line = text.rfind("\n", 0, a) + 1
    if not text[line:a].strip(' \t•*-–—·+"“'):
        end = text[b : b + 2]
        found += (
            "begins its line",
            f"begins its line {'alone' if end[:1] in ('', chr(10)) else end.strip()[:1]}",
        )
        if c.text.isupper():
            found.append("begins its line in capitals")
    if alone:
        found.append("alone on its line")
    return found


class Surroundings:
    """What the whole report says of its names: how often each stands there, the headline, parts of longer names."""

    def __init__(self, document: Document, groups: dict[str, list[Candidate]]) -> None:
        self.text = document.text
        head = [s for s in document.sentences if s.zone == HEADLINE]
        words = " ".join(document.text[s.start : s.end] for s in head).replace("’", "'").lower()
        self.headline = f" {_MARKS.sub(' ', words)} "
        body = [s for s in document.sentences if s.zone not in (HEADLINE, FURNITURE)]
        self.first = body[min(2, len(body) - 1)].end if body else 0
        self.counts = {name: len(row) for name, row in groups.items()}
        self.whole: dict[str, str] = {}
        for name in groups:
            parts = name.split()
            if len(parts) > 1:
                for part in (parts[0], parts[-1]):
                    self.whole.setdefault(part, name)
        solo = [
            n
            for name, n in self.counts.items()
            if name not in self.whole
            and not personal(groups[name][0].text.split())
            and groups[name][0].text not in lexicon.organizations()
            and groups[name][0].text not in lexicon.places()
        ]
        self.top = max(solo, default=0)

    def say(self, name: str, row: list[Candidate]) -> Iterable[str]:
        """Reasons from the whole report for one name."""
        n = self.counts.get(name, len(row))
        yield f"met {min(n, 5)}"
        plain = name if name.replace(" ", "").isalnum() else _MARKS.sub(" ", name)
        if f" {plain} " in self.headline:
            yield "in headline"
            yield f"in headline, parts {min(len(name.split()), 3)}"
            if n == self.top:
                yield "in headline, most met"
        if n == self.top and n > 1:
            yield "most met"
        if row[0].start < self.first:
            yield "at the top"
        whole = self.whole.get(name)
        if whole:
            yield "part of a longer name"
            if personal([p.capitalize() for p in whole.split()]):
                yield "part of a person's name"
        text = self.text
        if any(_SEASON.match(text, c.outer[1]) for c in row):
            yield "season behind"
        follows = [c.outer[0] for c in row if _PLACE_AFTER.match(text, c.outer[1])]
        if any(_PLACE_BEFORE.search(text, max(0, start - 10), start) for start in follows):
            yield "like a work in its place"


_MARKS = re.compile(r"[^\w']+|(?<!\w)'|'(?!\w)")
_SEASON = re.compile(r"(?: \(|,? (?:[Ss]eason|[Ss]eries|[Cc]hapter|[Pp]art|[Vv]ol)\b)")
_PLACE_BEFORE = re.compile(r"(?:\b(?:of|in|on|for|to|from|about|behind|watch|making)|[Tt]he) $")
_PLACE_AFTER = re.compile(r"[.,;:]| (?:is|was|will|has|follows|stars|opens|premieres|returns|begins)\b")


def reasons(text: str, occurrences: list[Candidate], around: Surroundings | None = None) -> dict[str, float]:
    """Reason -> how much it counts, over all occurrences of one name."""
    found: dict[str, float] = {}
    if around is not None:
        found = dict.fromkeys(around.say(lexicon.key(occurrences[0].text), occurrences), 1.0)
    once = len(occurrences) == 1
    best = occurrences[0] if once else max(occurrences, key=lambda c: (len(c.text), bool(c.quoted)))
    found.update(dict.fromkeys(_form(best.text), 1.0))
    share = 1.0 / len(occurrences) ** 0.5
    for c in occurrences:
        for reason in _context(text, c):
            found[reason] = found.get(reason, 0.0) + share
    found["always"] = 1.0
    if len(occurrences) > 2:  # noqa: PLR2004 - met three times
        found["often"] = 1.0
    if any(c.quoted for c in occurrences):
        found["quoted somewhere"] = 1.0
    return found


def judge(
    text: str, occurrences: list[Candidate], around: Surroundings | None = None
) -> tuple[str, float, tuple[str, ...]]:
    """The kind of a name, how far it leads the next one, and the reasons that spoke loudest for it."""
    name = max((c.text for c in occurrences), key=len)
    if name in lexicon.organizations() and name not in lexicon.ambiguous() and not any(c.quoted for c in occurrences):
        return "O", 5.0, ("known organisation",)
    table = weights()
    found = reasons(text, occurrences, around)
    told: list[tuple[str, float, list[int]]] = []
    p = w = o = c = at = n = 0.0  # as in KINDS
    for reason, count in found.items():
        if (row := table.get(reason)) is None:
            continue
        told.append((reason, count, row))
        a, b, d, e, f, g = row
        p, w, o, c, at, n = p + count * a, w + count * b, o + count * d, c + count * e, at + count * f, n + count * g
    scores = [p, w, o, c, at, n]
    first, second = sorted(scores, reverse=True)[:2]
    best = scores.index(first)
    told.sort(key=lambda row: -row[1] * row[2][best])
    return KINDS[best], (first - second) / 1000, tuple([reason for reason, _, _ in told[:3]])
