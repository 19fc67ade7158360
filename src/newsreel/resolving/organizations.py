"""Names of companies, channels and festivals: legal forms aside, translated words made one."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from newsreel.resolving.blocking import keys
from newsreel.resolving.letters import HANGUL, KANA, KANJI, LATIN, plain, script, scripts
from newsreel.resolving.likeness import EQUAL, NEVER, Likeness, likeness
from newsreel.resolving.weights import weights

_SHARED_WORD = 1.0
"""What each word that two names share adds to the log odds that the rest is one name, too."""
_LONG_WORD = 4
_BRACKETED = re.compile(r"[(（]\s*(?:주|株|유|有)\s*[)）]")


@lru_cache(maxsize=1 << 15)
def company_words(name: str) -> tuple[str, ...]:
    """The telling words of a name in small letters, translated ones in English; parted where the script changes."""
    bare = plain(
        _BRACKETED.sub(" ", name).replace("㈜", " ").replace("㈱", " ").replace("+", " plus ").replace("＋", " plus ")
    )
    words: list[str] = []
    for chunk in bare.split():
        words += _split(chunk)
    forms, translated = weights().company_forms, weights().translated
    told = [translated.get(word, word) for word in words if word not in forms]
    return tuple(told or words)


@lru_cache(maxsize=1 << 15)
def organization_keys(name: str) -> frozenset[str]:
    """The keys under which an organization is looked for.

    Those of its whole name; the row of data/organizations.tsv that has it; and, where a word of it is translated rather
    than spelled (studio, film), those of the rest beside that word.
    """
    found = set(keys(name))
    if (row := known_organization(name)) is not None:
        found.add(f"o{row}")
    words = company_words(name)
    told = [word for word in words if word in _common_words()]
    if told and len(told) < len(words):
        rest = keys(" ".join(word for word in words if word not in told))
        found |= {f"{'+'.join(sorted(told))}/{key}" for key in rest if not key.startswith("=")}
    return frozenset(found)


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    return frozenset(weights().translated.values())


def known_organization(name: str) -> int | None:
    """The row of data/organizations.tsv that has a name, or None."""
    return _rows().get(_folded(name))


def _folded(name: str) -> str:
    return plain(name.replace("+", " plus ").replace("＋", " plus ")).replace(" ", "").replace("・", "")


@lru_cache(maxsize=1)
def _rows() -> dict[str, int]:
    text = resources.files(__package__).joinpath("data", "organizations.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {_folded(name): number for number, names in enumerate(rows) for name in names}


def _split(chunk: str) -> list[str]:
    """A chunk cut where its script changes and where a translated word ends it (용필름, 釜山国際映画祭)."""
    parts: list[str] = []
    before = ""
    for letter in chunk:
        now = script(letter) if script(letter) in (HANGUL, KANA, KANJI, LATIN) else before
        if parts and now == before:
            parts[-1] += letter
        else:
            parts.append(letter)
        before = now
    return [piece for part in parts for piece in _unglued(part)]


def _unglued(part: str) -> list[str]:
    """A piece of one script without the translated words that end it, or long ones that begin it: スタジオドラゴン."""
    own = [word for word in weights().translated if not word.isascii() and word != part]
    if ends := sorted((word for word in own if part.endswith(word)), key=len):
        return [*_unglued(part[: -len(ends[-1])]), ends[-1]]
    if heads := sorted((word for word in own if len(word) >= _LONG_WORD and part.startswith(word)), key=len):
        return [heads[-1], *_unglued(part[len(heads[-1]) :])]
    return [part]


@lru_cache(maxsize=1 << 16)
def company_likeness(left: str, right: str) -> Likeness:
    """How likely two names are one company's. Symmetric."""
    if left > right:
        left, right = right, left
    a, b = company_words(left), company_words(right)
    if "".join(a) == "".join(b):
        return Likeness(EQUAL, f"{left} and {right} are one name" if left != right else f"both are {left}")
    if (mine := known_organization(left)) is not None and (theirs := known_organization(right)) is not None:
        if mine == theirs:
            return Likeness(EQUAL - 1, f"{left} and {right} are known for names of one")
        return Likeness(NEVER, f"{left} and {right} are known for names of two")
    rest_a, rest_b = [w for w in a if w not in b], [w for w in b if w not in a]
    if not rest_a or not rest_b:
        return Likeness(NEVER / 4, f"{left} and {right} share words, one has more")
    if all(scripts_equal(x, y) for x in rest_a for y in rest_b):
        # Of names in mixed scripts (BH엔터테인먼트, YG엔터테인먼트) the rest alone tells them apart.
        whole = likeness(" ".join(rest_a), " ".join(rest_b)) if _mixed(left) or _mixed(right) else likeness(left, right)
        return whole if whole.odds > 0 else Likeness(NEVER, f"{left} and {right} are different names")
    rest = likeness(" ".join(rest_a), " ".join(rest_b))
    shared = len(a) - len(rest_a)
    whole = rest if _mixed(left) or _mixed(right) else likeness(left, right)
    odds = max(rest.odds + _SHARED_WORD * shared, whole.odds)
    return Likeness(min(odds, EQUAL - 1), rest.because if odds > whole.odds else whole.because)


def _mixed(name: str) -> bool:
    return len(scripts(name) & {HANGUL, KANA, LATIN}) > 1


def scripts_equal(one: str, other: str) -> bool:
    """Whether two words are written in one script."""
    return script(one[0]) == script(other[0])
