"""Whether a name is a person's or a character's: words around all its places are weighed together."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.makers import known_for
from newsreel.reading.mask import NUMBER_CLASS, Masked, kind_char
from newsreel.reading.needs import Sought, Together
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent

_SLOT = re.compile(r"\{([A-Z])(?::(\w))?\}")
# From this sum on, and this far ahead of the other, a kind counts as known.
_ENOUGH, _AHEAD = 2, 1


@cache
def _votes() -> list[tuple[int, Sought, tuple[str, ...]]]:
    data = load_data("ja", "kinds")
    rows = []
    for side in ("person", "character"):
        for weight, pattern in data[side]:
            groups: list[str] = []

            def slot(m: re.Match[str], groups: list[str] = groups) -> str:
                one = f"{kind_char(m[1])}{NUMBER_CLASS}"
                if not m[2]:
                    return one
                groups.append(m[2])
                return f"(?P<{m[2]}{len(groups)}>{one})"

            text = _SLOT.sub(slot, pattern)
            rows.append((int(weight), Sought(text), tuple(f"{g}{i}" for i, g in enumerate(groups, 1))))
    return rows


@cache
def _together() -> Together:
    return Together([pattern for _weight, pattern, _groups in _votes()])


def decide(document: Document) -> None:
    """Set the kind of every name (X) to P or C where the words around say so; and of its referent."""
    sums: dict[int, dict[str, int]] = {}
    for sentence in document.sentences:
        if not any(m.kind == "X" for m in sentence.mentions):
            continue
        masked = Masked(document.text, sentence.start, sentence.end, sentence.mentions)
        votes = _votes()
        for number in _together().possible(masked.low):
            weight, pattern, groups = votes[number]
            for match in pattern.compiled.finditer(masked.text):
                bound = [(g[0], m) for g in groups for m in masked.mentions_in(match[g] or "")]
                for side, mention in _turned(bound):
                    vote = sums.setdefault(id(mention.referent), {"p": 0, "c": 0})
                    vote[side] += weight
    titles = {name for r in document.referents if r.kind == "work" for name in r.names}
    for mention in document.mentions:
        if mention.kind == "X" and mention.referent is not None and mention.text in titles:
            sums.setdefault(id(mention.referent), {"p": 0, "c": 0})["c"] += 1
    for mention in document.mentions:
        if mention.kind == "X" and mention.referent is not None:
            mention.kind = _kind(mention.referent, sums.get(id(mention.referent)))


def _turned(bound: list[tuple[str, Mention]]) -> list[tuple[str, Mention]]:
    """A pair the other way round where the first is known as a person: 山田花さん（ヒロイン役の名）."""
    if [side for side, _m in bound] == ["c", "p"]:
        first, second = bound[0][1], bound[1][1]
        if _real(first.referent) and not _real(second.referent):
            return [("p", first), ("c", second)]
    return bound


def _real(referent: Referent | None) -> bool:
    return referent is not None and bool(referent.facts.get("real") or known_for(referent))


def _kind(referent: Referent, vote: dict[str, int] | None) -> str:
    vote = vote or {"p": 0, "c": 0}
    person = (
        vote["p"]
        + (6 if referent.facts.get("real") else 0)
        + (2 if referent.facts.get("occupations") or referent.facts.get("directs") else 0)
        + (4 if known_for(referent) else 0)
    )
    character = (
        vote["c"]
        + (6 if referent.facts.get("hero") else 0)
        + (1 if referent.facts.get("role") and not referent.facts.get("occupations") else 0)
    )
    if person >= _ENOUGH and person - character >= _AHEAD:
        return "P"
    if character >= _ENOUGH and character - person >= _AHEAD:
        return "C"
    return "X"
