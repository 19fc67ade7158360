"""A source and its adaptation of one name, where the report gives the name once: "to turn the manga Harbor into a series".

The name with its type word beside it is the source's; the type word of what is made from it stands for the adaptation,
which has the name everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsreel.reading.document import FURNITURE, Mention
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_NOTE = "twins parted"
_BESIDE = 3  # a space and a quotation mark
_MADE = frozenset({"film", "series", "animation_film", "animation_series", "special", "documentary", "play"})
_MAKES = re.compile(
    r"\b(?:turn|adapt|mak|transform|develop|rework|spin)(?:s|ed|ing|e|es)?\b[^.;:]{0,90}$|\badaptation of [^.;:]{0,70}$",
    re.IGNORECASE,
)
_INTO = re.compile(r"[\"”’']?[^.;,\"“]{0,24}?\b(?:into|as|for) (?:an? |the )?[^.;,\"“]{0,60}$")
_FROM = re.compile(
    r"^[^.;\"“]{0,40}?\b(?P<how>based (?:up)?on|adapted from|adaptation of|version of|take on|remake of|reimagining of|drawn from|"
    r"inspired by|from)\b[^.;\"“]{0,60}[\"“‘']?$"
)
_GETS = re.compile(
    r"^[\"”’']? (?:[a-z]+ ){0,3}?(?:gets?|getting|being|headed|heading|set|adapted|turned|made|becom(?:es|ing)|lands)\b[^.;,\"“]{0,60}$"
)


class Parted(NamedTuple):
    """Where one name was parted: the sentence, the word for what is made, the adaptation, its source, their relation."""

    sentence: Sentence
    made: Mention
    work: Referent
    source: Referent
    relation: str


def part(document: Document, found: list[Mention]) -> list[Mention]:
    """The mentions, those of a source and its adaptation of one name told apart; the adaptation's word is its mention."""
    parted: list[Parted] = []
    row = sorted(found, key=lambda m: m.start)
    for place, m in enumerate(row):
        kind = row[place - 1] if place else None
        if m.kind != "W" or m.indirect or m.referent is None or kind is None or kind.kind != "T":
            continue
        sentence = document.sentence_at(m.start)
        if sentence is None or sentence.zone == FURNITURE or not 0 <= m.start - kind.end <= _BESIDE:
            continue
        if told := _adaptation(document, sentence, row, kind, m):
            parted.append(Parted(sentence, told[0], m.referent, m.referent, told[1]))
    made = {}
    for one in parted:
        source = _source_of(document, row, one)
        if source is not None:
            made[id(one.made)] = one._replace(source=source)
    document.notes[_NOTE] = list(made.values())
    for one in made.values():
        one.work.facts.setdefault("type", _kind(one.made))
        row.append(Mention(one.made.start, one.made.end, "W", one.made.text, referent=one.work, reasons=("is made",)))
    return [m for m in row if id(m) not in made]


def _adaptation(
    document: Document, sentence: Sentence, row: list[Mention], kind: Mention, name: Mention
) -> tuple[Mention, str] | None:
    """The type word of what is made from a source that is named, and how; None where nothing is, or it has a name."""
    text = document.text
    for made in row:
        if made is kind or _kind(made) not in _MADE or _kind(made) == kind.value:
            continue
        if not sentence.start <= made.start < sentence.end or _named(row, made, kind, name, sentence.end):
            continue
        if made.end < kind.start:
            told = _FROM.match(text[made.end : name.start])
            if told is not None:
                return made, "remake" if told["how"] == "remake of" else "adaptation"
        elif made.start > name.end:
            between = text[name.end : made.start]
            turns = _MAKES.search(text[sentence.start : kind.start]) and _INTO.match(between)
            if turns or _GETS.match(between):
                return made, "adaptation"
    return None


def _kind(made: Mention) -> str:
    """The type that a word tells: "series", or "the series" where it points back; "" for other words."""
    if made.kind == "W" and made.indirect:
        types, noun = lexicon.lexemes("types"), str(made.value)
        return types.get(noun) or types.get(noun.rsplit(" ", maxsplit=1)[-1], "")
    return str(made.value) if made.kind == "T" else ""


def _named(row: list[Mention], made: Mention, kind: Mention, name: Mention, end: int) -> bool:
    """Whether what is made has a name of its own: beside its type word, or on the way to the source."""
    low, high = min(made.start, name.start) - _BESIDE, min(max(made.end + _BESIDE, kind.start), end - 1)
    others = [m for m in row if m.kind == "W" and m is not name and m is not made]
    if made.indirect:  # "the series" is the one named before
        return any(m.referent is not None and m.referent is not name.referent and m.start < made.start for m in others)
    return any(m.end > low and m.start <= high for m in others)


def _source_of(document: Document, row: list[Mention], one: Parted) -> Referent | None:
    """The source as a thing of its own: what bears the name beside a type word of its kind is it from now on."""
    kinds = {
        id(m): row[place - 1].value
        for place, m in enumerate(row)
        if place and row[place - 1].kind == "T" and 0 <= m.start - row[place - 1].end <= _BESIDE
    }
    named = [m for m in row if m.referent is one.work and m.kind == "W" and not m.indirect]
    at = next((m for m in named if one.sentence.start <= m.start < one.sentence.end and id(m) in kinds), None)
    if at is None:
        return _known(document, one)
    source = _known(document, one) or document.refer("work", at.text)
    source.facts["type"] = kinds[id(at)]
    source.facts["source"] = True
    document.notes.setdefault("twin sources", {})[id(one.work)] = source
    for m in named:
        if kinds.get(id(m)) == kinds[id(at)]:
            m.referent = source
    return source


def _known(document: Document, one: Parted) -> Referent | None:
    known: dict[int, Referent] = document.notes.get("twin sources", {})
    return known.get(id(one.work))


def twin_of(document: Document, work: Referent, kind: str) -> Referent:
    """The source of a work that has its name, where the report tells them apart by a type word alone."""
    twins: dict[int, Referent] = document.notes.setdefault("twin sources", {})
    known = twins.get(id(work))
    if known is not None and known.facts.get("type") == kind:
        return known
    twin = document.refer("work", work.name)
    twin.facts.update(type=kind, source=True)
    return twins.setdefault(id(work), twin)


def adaptations(document: Document) -> Iterable[Draft]:
    """What is made is of its type, and from the source."""
    yield from _drafts(document.notes.get(_NOTE, ()))


def _drafts(parted: Iterable[Parted]) -> Iterator[Draft]:
    for sentence, made, work, source, relation in parted:
        yield Draft("work_type", work, _kind(made), sentence, made.start, made.end, "en/twins/type")
        yield Draft(
            "based_on", work, source, sentence, made.start, made.end, "en/twins/based-on", {"relation": relation}
        )


_WRITTEN = frozenset({"book", "manga", "webtoon"})
_MADE_OF = re.compile(
    r"\b(?:adaptation|anime|film|movie|series|drama|version|special|show)s?\b[^.;]{0,40}?\b(?:of|based on|from)\b[^.;]{0,50}$"
)
_IS_MADE = re.compile(r"[^.;,]{0,24}?\b(?:get(?:s|ting)?|receiv\w+|inspir\w+|adapted|turned|becom\w+)\b")


def _adapted(document: Document, sentence: Sentence, work: Mention, kind: Mention) -> bool:
    """Whether a name that a written kind stands behind is told of as adapted: "the anime of Ann Lee's Harbor manga"."""
    if kind.value not in _WRITTEN:
        return False
    text = document.text
    return bool(_MADE_OF.search(text[sentence.start : work.start]) or _IS_MADE.match(text[kind.end : sentence.end]))


def note_types(document: Document, sentence: Sentence) -> None:
    """Note the type word that stands beside a work's name ("the film Harbor", "Harbor, a series")."""
    row = sentence.mentions
    for i, m in enumerate(row):
        if m.kind != "W" or m.referent is None:
            continue
        if i and row[i - 1].kind == "T" and m.start - row[i - 1].end <= _BESIDE:
            m.referent.facts.setdefault("type", row[i - 1].value)
        behind = row[i + 1] if i + 1 < len(row) and row[i + 1].kind == "T" else None
        if behind is None:
            continue
        if behind.start - m.end <= _BESIDE and not _adapted(document, sentence, m, behind):
            m.referent.facts.setdefault("type", behind.value)
        if re.fullmatch(r"[\"”’']?(?:,| is| was)? (?:an?|the) [\w -]*", document.text[m.end : behind.start]):
            m.referent.facts.setdefault("type", behind.value)
