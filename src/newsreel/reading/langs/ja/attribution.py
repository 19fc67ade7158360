"""Cues of Japanese prose: on whose word something is said, and how sure it is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import Cue, load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_SLOT = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of cues.yml, compiled."""

    name: str
    pattern: re.Pattern[str]
    status: str
    voice: str
    reach: str
    carries: bool


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            name=f"ja/cue/{row['id']}",
            pattern=re.compile(_SLOT.sub(_slot, row["pattern"])),
            status=row["status"],
            voice=row.get("voice", ""),
            reach=row.get("reach", "sentence"),
            carries=bool(row.get("carries", False)),
        )
        for row in load_data("ja", "cues")["cues"]
    )


def _slot(m: re.Match[str]) -> str:
    return f"[{''.join(map(kind_char, m[1]))}]{NUMBER_CLASS}"


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence in order; a voice named by its kind alone (同紙) is the last one named before."""
    masked = sentence.masked
    if masked is None or sentence.zone == "headline":
        return []
    found = []
    for rule in _rules():
        for match in rule.pattern.finditer(masked.text):
            by = _voice(document, sentence, rule, match)
            found.append(
                Cue(
                    masked.position(match.start()),
                    masked.position(match.end(), end=True),
                    rule.status,
                    by,
                    rule.reach,
                    rule.carries,
                    rule.name,
                    _clause(document, sentence, masked.position(match.start())) if rule.reach == "clause" else None,
                )
            )
    return sorted(found, key=lambda c: c.start)


# Where a clause ends: a comma behind a word that joins clauses.
_BOUNDARY = re.compile(r"(?:が|ており|たり|し|で|ものの|けれど|一方|る中|ため|り|れ|せ|ず)、")


def _clause(document: Document, sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause that holds a code point."""
    low, high = sentence.start, sentence.end
    for match in _BOUNDARY.finditer(document.text, sentence.start, sentence.end):
        if match.end() <= at:
            low = match.end()
        elif match.end() > at:
            high = match.end()
            break
    return low, high


def _voice(document: Document, sentence: Sentence, rule: Rule, match: re.Match[str]) -> tuple[str, ...]:  # noqa: PLR0911 - one table of shapes, read from the top
    masked = sentence.masked
    if masked is None:
        return ()
    if "by" in match.re.groupindex and match["by"]:
        named = masked.mentions_in(match["by"])
        if not named:
            return (match["by"],)
        referent = named[0].referent
        return (referent.name if referent is not None else named[0].text,)
    if rule.voice == "reports":
        return ("reports",)
    if rule.voice == "last":
        return _last_voice(document, sentence)
    if rule.voice == "head":
        head = re.split("は|が", masked.plain(match[0]), maxsplit=1)[0]
        if head.startswith("同"):
            return _last_voice(document, sentence) or (head,)
        return (head,)
    return ()


def _last_voice(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """The organisation named last before the sentence's end, outlets and broadcasters alike."""
    for earlier in reversed(document.sentences[: sentence.index + 1]):
        for mention in reversed(earlier.mentions):
            if mention.kind == "O" and mention.referent is not None and mention.start < sentence.start:
                return (mention.referent.name,)
    return ()
