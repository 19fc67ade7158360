"""All mentions of an English report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, Mention
from newsreel.reading.langs.en import lexicon, offspring
from newsreel.reading.langs.en.dates import find_dates
from newsreel.reading.langs.en.names import names
from newsreel.reading.langs.en.phrases import phrases
from newsreel.reading.langs.en.twins import part
from newsreel.reading.langs.en.unnamed import unnamed
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent


_SHOT = re.compile(r"(?:[Ff]ilm|[Ss]ho[ot]|[Cc]amera|[Ll]ocation|take place)[^.;]*$")


def mentions(document: Document) -> list[Mention]:
    """Names first, then dates, then words of the trade; none overlaps another."""
    found = names(document)
    for m in found:
        if m.text in lexicon.festivals() and m.kind in "XOLN":
            shot = m.text in lexicon.places() and _SHOT.search(document.text[max(0, m.start - 70) : m.start])
            m.kind, m.referent = ("L" if shot else "E"), None
        elif m.text in lexicon.places() and m.kind in "XL":
            m.kind = "L"
    _at_trades(document, found)
    _places(document, found)
    _outlets(document, found)
    found = [part for m in found for part in _two_countries(m)]
    told = _dates(document)
    found = [m for m in found if not _feast(document, m, told)]
    spans = [(m.start, m.end) for m in found if m.kind != "X"]
    dates = [m for m in told if not any(a < m.end and m.start < b for a, b in spans)]
    found = [m for m in found if m.kind != "X" or not any(d.start < m.end and m.start < d.end for d in dates)]
    found += dates
    found += _known_by(document, found)
    offspring.part(document, found)
    return unnamed(document, part(document, found + phrases(document, found)))


def _two_countries(mention: Mention) -> list[Mention]:
    """The two adjectives of "Franco-German", which looks like a name; else the mention itself."""
    first, hyphen, second = mention.text.partition("-")
    prefixes = load_data("en", "places")["prefixes"]
    if mention.kind not in "XWPN" or not hyphen or first not in prefixes or second not in lexicon.adjectives():
        return [mention]
    middle = mention.start + len(first)
    return [
        Mention(mention.start, middle, "A", first, prefixes[first]),
        Mention(middle + 1, mention.end, "A", second, lexicon.adjectives()[second]),
    ]


_FEAST = re.compile(
    r"(?:\b(?:on|over|at|by|until|till|from|for|come|since|before|after|around|this|next|last|as) (?:St\.? )?|\bSt\.? )$",
    re.IGNORECASE,
)


def _feast(document: Document, name: Mention, dates: list[Mention]) -> bool:
    """Whether a name is a day of the calendar after all: "goes out over Christmas", "on Valentine's Day"."""
    before = document.text[max(0, name.start - 12) : name.start]
    told = name.kind in "WCPX" and not any(c.isdigit() for c in name.text)
    return told and any(d.start <= name.start and name.end <= d.end for d in dates) and bool(_FEAST.search(before))


_KNOWN_BY = re.compile(
    r"['’]?s? (?:[a-z]+ )??(?P<noun>star|actor|actress|alum|alumna|alumnus|breakout|lead|veteran|hunk|beauty|favou?rite|legend|heart-?throb|stalwart|regular|villain|icon|funnyman|stunner|heroine|director|helmer|filmmaker|creator|showrunner)"
    r"(?=(?:[,.;:)]|['’]s)? (?!and (?:[a-z]+ )?[A-Z])(?:who |whose )?[a-z]|[,.;:)]|['’]s|$)(?!-)(?! (?:actor|actress|director|of|producer|writer|cast|power|turn|vehicle)\b)"
)
_THE = re.compile(r"(?:^|[\s“\"(])[Tt]he (?:[a-z]+ )?(?:[^,.;()]{2,40} and (?:[a-z]+ )?)?[\"“‘'*]?$")


def _known_by(document: Document, found: list[Mention]) -> list[Mention]:
    """Who is meant by "the Harbor star", where no name follows: a person, said once more."""
    out: list[Mention] = []
    text = document.text
    for m in found:
        if m.kind != "W":
            continue
        said = _KNOWN_BY.match(text, m.end)
        article = m.text.startswith("The ") or _THE.search(text[max(0, m.start - 60) : m.start])
        if said is not None and article:
            noun = said["noun"]
            out.append(
                Mention(*said.span("noun"), "P", noun, f"the {noun}", indirect=True, reasons=("known by a work",))
            )
    return out


_TRADE_BEFORE = re.compile(
    r"(?:^|[\s,(])(?:executive producer|producer|writer|director|screenwriter|filmmaker|showrunner|cinematographer|composer|actor|actress|novelist|author) $"
)
_FULL_NAME = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+){1,2}")


def _at_trades(document: Document, found: list[Mention]) -> None:
    """A bare name of two words behind a trade is a person's, whatever titles are alike: "producer Ann Lee"."""
    text = document.text
    people: dict[str, Referent] = {}
    for m in found:
        if m.kind == "W" and not m.indirect and _FULL_NAME.fullmatch(text, m.start, m.end):  # noqa: SIM102 - cheap first
            if _TRADE_BEFORE.search(text, max(0, m.start - 24), m.start) and not m.text.startswith("The "):
                people[m.text] = document.refer("person", m.text)
    for m in found if people else ():
        if m.kind == "W" and m.text in people and _FULL_NAME.fullmatch(text, m.start, m.end):
            m.kind, m.referent = "P", people[m.text]


def _places(document: Document, found: list[Mention]) -> None:
    """One referent for every place that is named."""
    known: dict[str, Referent] = {}
    for m in found:
        if m.kind == "L" and m.referent is None:
            if m.text not in known:
                known[m.text] = document.refer("place", m.text)
            m.referent = known[m.text]


_SAYS = re.compile(
    r"(?:,? |, (?:citing|quoting|which|whose) [^,;.]{3,60}, )(?:(?:first|exclusively|also|has|have|had|was|was the) )*(?:first to report\b|it (?:first|on|that)\b|hears?\b|report(?:ed|s)|learned|understands|wrote|writes|said|says|broke|confirmed)\b"
)
_TOLD_BY = re.compile(
    r"\b(?:[Aa]ccording to|[Pp]er|told|tells?|reported by|report (?:from|in|by)|[Tt]he (?:scoop|exclusive|story) (?:is|was)) (?:the )?$"
)


def _outlets(document: Document, found: list[Mention]) -> None:
    """Outlets whose names are words too (Deadline, Variety), where they pass something on: no works."""
    known: dict[str, Referent] = {}
    for m in found:
        if (
            m.kind not in "WX"
            or m.indirect
            or lexicon.organizations().get(m.text) != "outlet"
            or document.text[m.start] in "\"“‘'"
        ):
            continue
        if _SAYS.match(document.text, m.end) or _TOLD_BY.search(document.text[max(0, m.start - 20) : m.start]):
            if m.text not in known:
                known[m.text] = document.refer("organization", m.text)
            m.kind, m.referent = "O", known[m.text]


_SLOT = re.compile(
    r"(?:[-–&/](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)? (?:night )?(?:K-)?(?:drama|slot|series|miniseries|mini-series|sitcom)\b"
)  # "the Monday-Tuesday drama"


def _dates(document: Document) -> list[Mention]:
    found = []
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for d in find_dates(document.text[sentence.start : sentence.end], document.anchor):
            start, end = sentence.start + d.start, sentence.start + d.end
            if document.text[start:end].endswith("day") and _SLOT.match(document.text, end):
                continue
            found.append(Mention(start, end, "D", document.text[start:end], d))
    return found
