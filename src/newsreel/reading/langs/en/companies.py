"""Guards of frames about companies: who makes a work, who shows it, who buys it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.slates import lists_countries

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Match


def company_of_work(document: Document, match: Match) -> bool:
    """An outlet's own name before a work says nothing of it; a work with an owner of its own is not the first one's."""
    owners = [o for o in match.sentence.mentions if o.kind == "O" and o not in match.bound["company"]]
    row = [w for w in match.bound["work"] if not any(0 <= w.start - o.end <= 4 for o in owners)]  # noqa: PLR2004 - "'s" and a quotation mark
    match.bound["work"] = row
    company = match.bound["company"][0]
    return bool(row) and org_kind(company.referent, company.text) not in {"outlet", "agency", "group"}


_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|reps?|representatives?|publicists?|executives?|president|head|chief|lawyers?|statement|deal|pact)(?: \w+)? $",
    re.IGNORECASE,
)


def makes_works(document: Document, match: Match) -> bool:
    """Outlets and agencies do not produce; nor is a film made for whom its spokesman speaks."""
    if _SPEAKS_FOR.search(document.text, max(match.sentence.start, match.start - 40), match.start):
        return False
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) not in {"outlet", "agency"}]
    match.bound["company"] = row
    return bool(row)


_MADE = re.compile(
    r"\b(?:(?:co-)?produc\w*|EPs?\b|EP['’]\w+|ma(?:de|kes?|king)|mount\w*|financ\w*|bankroll\w*|back(?:ed|s|ing)|direct\w*|writ\w*|wrote|creat\w*|develop\w*|shoot\w*|shot|film(?:ed|ing)|"
    r"helm\w*|series|project|adapt\w*|banner|label|shingle|co-production|partner\w*|work(?:s|ing|ed)|star|pen(?:s|ned|ning)|script\w*|anime|animat\w*)"
)
_RELEASED = re.compile(
    r"\b(?:releas\w*|open(?:s|ed|ing)?|bows?|bowed|lands?|hits?|goes out|out|theaters|theatres|cinemas|arriv\w+|distribut\w*|sales|premier\w*|stream\w*|air(?:s|ed|ing)?)\b"
)


def made_for(document: Document, match: Match) -> bool:
    """Whether somebody makes a work "for", "with" or "through" a company, rather than showing or selling it there."""
    clause = document.text[match.sentence.start : match.start]
    clause = clause[max(clause.rfind("; "), 0) :]
    made = [m.end() for m in _MADE.finditer(clause)]
    released = [m.end() for m in _RELEASED.finditer(clause)]
    if not made or (released and released[-1] > made[-1]):
        return False
    return makes_works(document, match)


def buys_rights(document: Document, match: Match) -> bool:
    """Whether a company that "picks up" a work buys it to show it: rights are named, or it is a distributor."""
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) not in _NO_BUYERS]
    match.bound["company"] = row
    words = document.text[match.start : match.end]
    kinds = {org_kind(m.referent, m.text) for m in row}
    return bool(row) and ("right" in words or kinds <= {"studio", "distributor"})


_NO_BUYERS = frozenset({"outlet", "agency", "group", "broadcaster", "streamer"})
_SHOWING = frozenset({"broadcaster", "streamer"})


def shows_works(document: Document, match: Match) -> bool:
    """Whether the companies are ones that show works."""
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) in _SHOWING]
    row = [m for m in row if m.text != "USA" or not lists_countries(document)]
    match.bound["company"] = row
    return bool(row)


def makes_for(_document: Document, match: Match) -> bool:
    """Whether the companies behind producers are makers, not those that show or report."""
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) in _MAKING]
    match.bound["company"] = row
    return bool(row)


_MAKING = frozenset({"studio", ""})


def a_maker(document: Document, match: Match) -> bool:
    """Whether the noun said of a company is one for makers of works."""
    return match.bound["kind"][0].value == "production_company" and makes_for(document, match)


GUARDS = {f.__name__: f for f in (company_of_work, makes_works, made_for, buys_rights, shows_works, makes_for, a_maker)}
