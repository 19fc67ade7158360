"""Works that are told of without a title: "an untitled Ann Lee project", "the 1986 film", told apart from the work spoken of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, Mention
from newsreel.reading.langs.en import lexicon
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent

_NOUN = r"(?:[Pp]roject|[Ff]ilm|[Mm]ovie|[Ss]eries|drama|thriller|comedy|feature|biopic|documentary|pilot|miniseries|picture|pic|show|romcom|horror|western|musical|sitcom)"
_NAMED = r"(?!,? (?:titled|entitled|called|dubbed|named) |,? ?[\"“‘'*])"
_UNTITLED = Sought(
    rf"\b(?:[Aa]s[ -]yet[ -]|[Ss]till[ -])?(?P<name>[Uu]ntitled (?:[\w.’'-]+ ){{1,5}}?(?P<noun>{_NOUN})\b(?! (?:film|series|feature|movie|drama|comedy|pilot|project)\b)(?: (?:of|about) (?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}))?|[Uu]ntitled (?P<b>biopic|documentary|series|film) (?:of|about) (?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}})){_NAMED}"
)
_OF_A_YEAR = Sought(
    rf"\b(?P<name>[Tt]he (?P<year>(?:19|20)\d\d) (?:(?:[a-z-]+|[A-Z][a-z]+(?:-language)?) )?(?P<noun>film|movie|series|version|original|miniseries|show|picture|adaptation|cycle|serial))\b(?! (?:of|version|adaptation|festival|season|by [A-Z]|awards?|based|directed)\b|['’]s? [A-Z]|,? [A-Z\"“‘'*]){_NAMED}"
)
_APPOSED = re.compile(r"[A-Z\d][\w!?’'-]*[\"”’'*]*,[\"”’']? $")  # "Harbor, the 1986 film"
_OLD = 3  # years after which what a report tells of is news no longer
_ONES = re.compile(r"[\"”’'*]* ?\((?P<a>(?:19|20)\d\d)|, (?:from |in )?(?P<b>(?:19|20)\d\d)\b")
_YEARS = re.compile(r"\b(?P<a>(?:19|20)\d\d)(?:['’]s)? (?:[a-z-]+ ){0,3}[\"“‘'*]?$")


def unnamed(document: Document, found: list[Mention]) -> list[Mention]:
    """The mentions, with those of works without a title at the noun that stands for each."""
    known: dict[str, Referent] = {}
    new: list[Mention] = []
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for m in document.matches(_UNTITLED, sentence):
            if not any(x.kind == "W" and not x.indirect and x.start < m.end() and m.start() < x.end for x in found):
                name = m["name"][0].lower() + m["name"][1:] if (m["noun"] or m["b"])[0].islower() else m["name"]
                new.append(_mention(document, known, m, re.sub(r"\s+", " ", name)))
        for m in document.matches(_OF_A_YEAR, sentence) if sentence.zone != HEADLINE else ():
            if document.anchor.year - int(m["year"]) >= _OLD and not _APPOSED.search(
                document.text, sentence.start, m.start()
            ):
                work = _of_year(document, found, m["year"])
                if work is not None:
                    known[m["name"].lower()] = work
                new.append(_mention(document, known, m, m["name"]))
    spans = [(m.start, m.end) for m in new]
    return [m for m in found if not any(a < m.end and m.start < b for a, b in spans)] + new if new else found


def _mention(document: Document, known: dict[str, Referent], m: re.Match[str], name: str) -> Mention:
    key, noun = name.lower(), m["noun"] or m["b"]
    if key not in known:
        known[key] = document.refer("work", name)
        kind = lexicon.lexemes("types").get(noun.lower())
        if kind:
            known[key].facts["type"] = kind
    start, end = m.span("noun") if m["noun"] else m.span("b")
    return Mention(start, end, "W", name, referent=known[key], reasons=("a work without a title",))


def _of_year(document: Document, found: list[Mention], year: str) -> Referent | None:
    """The work that the report dates to a year beside its name; None where it names none, or two."""
    works = set()
    dated: list[Referent] = []
    for m in found:
        if m.kind != "W" or m.indirect or m.referent is None or id(m.referent) in works:
            continue
        behind = _ONES.match(document.text, m.end)
        before = _YEARS.search(document.text, max(0, m.start - 40), m.start)
        if (behind and year in (behind["a"], behind["b"])) or (before and before["a"] == year):
            works.add(id(m.referent))
            dated.append(m.referent)
    return dated[0] if len(dated) == 1 else None
