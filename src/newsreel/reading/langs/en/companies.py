"""Guards of frames about companies: who makes a work, who shows it, who buys it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.clauses import Event, subjects_of
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.slates import lists_countries

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent
    from newsreel.reading.frames import Draft, Match


def company_of_work(document: Document, match: Match) -> bool:
    """An outlet's own name before a work says nothing of it; a work with an owner of its own is not the first one's."""
    owners = [o for o in match.sentence.mentions if o.kind == "O" and o not in match.bound["company"]]
    row = [w for w in match.bound["work"] if not any(0 <= w.start - o.end <= 4 for o in owners)]  # noqa: PLR2004 - "'s" and a quotation mark
    match.bound["work"] = row
    company = match.bound["company"][0]
    return bool(row) and org_kind(company.referent, company.text) not in {"outlet", "agency", "group"}


_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|reps?|representatives?|publicists?|executives?(?! produc)|president|head|chief|lawyers?|statement|deal|pact)(?: \w+)? $",
    re.IGNORECASE,
)


def makes_works(document: Document, match: Match) -> bool:
    """Outlets and agencies do not produce; nor is a film made for whom its spokesman speaks."""
    if _SPEAKS_FOR.search(document.text, max(match.sentence.start, match.start - 40), match.start):
        return False
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) not in {"outlet", "agency"}]
    match.bound["company"] = row
    return bool(row)


def produces(document: Document, match: Match) -> bool:
    """A maker that produces, or by which a work is produced; "produced for Acme TV" tells who shows it."""
    company = match.bound["company"][0]
    shown = company.start != match.start and document.text[: company.start].endswith("for ")
    if shown and org_kind(company.referent, company.text) in _SHOWING:
        return False
    if not does_itself(document, match) or not makes_works(document, match):
        return False
    if company.start != match.start:
        _of_clause(document, match)
    return True


def produced_by(document: Document, match: Match) -> bool:
    """A company by which something is released or made, of the work that its clause speaks of."""
    company = match.bound["company"][0]
    if company.start != match.start:
        _of_clause(document, match)
        return True
    return does_itself(document, match)


_MADE = re.compile(
    r"\b(?:(?:co-)?produc\w*|EPs?\b|EP['’]\w+|ma(?:de|kes?|king)|mount\w*|financ\w*|bankroll\w*|back(?:ed|s|ing)|direct\w*|writ\w*|wrote|creat\w*|develop\w*|shoot\w*|shot|film(?:ed|ing)|"
    r"helm\w*|series|project|adapt\w*|banner|label|shingle|co-production|partner\w*|work(?:s|ing|ed)|star|pen(?:s|ned|ning)|script\w*|anime|animat\w*)"
)
_RELEASED = re.compile(
    r"\b(?:releas\w*|open(?:s|ed|ing)?|bows?|bowed|lands?|landed|hits?|goes out|out|theaters|theatres|cinemas|arriv\w+|distribut\w*|sales|premier\w*|stream\w*|air(?:s|ed|ing)?)\b"
)


def made_for(document: Document, match: Match) -> bool:
    """Whether somebody makes a work "for", "with" or "through" a company, rather than showing or selling it there."""
    clause = document.text[match.sentence.start : match.start]
    clause = clause[max(clause.rfind("; "), 0) :]
    made = [m.end() for m in _MADE.finditer(clause)]
    released = [m.end() for m in _RELEASED.finditer(clause)]
    if not made or (released and released[-1] > made[-1]) or _DEAL.search(clause):
        return False
    lead = document.text[match.start : match.bound["company"][0].start]
    return not _NO_LEAD.search(lead) and not _channel_of(document, match) and makes_works(document, match)


# "signs with Acme", "an overall deal to produce for Acme"; "in the can for months and Acme", "for which Acme"; "with an Acme channel"
_DEAL = re.compile(r"\b(?:overall deal|first-look|signs|signed|inked|pact|multi-?year|talks)\b")
_NO_LEAD = re.compile(r"\b(?:and|which|whom|whose|who|that|some|months|years|weeks)\b")
_ITS_CHANNEL = re.compile(
    r" (?:channel|account|page|video|subscribers?|viewers?|executives?|bosses|boss|chiefs?|shares)\b"
)


def _channel_of(document: Document, match: Match) -> bool:
    return _ITS_CHANNEL.match(document.text, match.bound["company"][-1].end) is not None


def shown_there(document: Document, match: Match) -> bool:
    """Companies that what is said of a work ends with: none that owns what follows; the work is the clause's."""
    text = document.text
    row = [m for m in match.bound["company"] if text[m.end : m.end + 2] not in _OWNS]
    match.bound["company"] = row
    if not row or _channel_of(document, match):
        return False
    if text[: row[0].start].endswith(" from ") and _BOUGHT.search(text, match.sentence.start, match.start):
        return False  # "bought the rights to Harbor from Acme Films"
    if not match.bound.get("work") and text[match.start].islower():
        _of_clause(document, match)
    return True


_BOUGHT = re.compile(r"\b(?:acquir\w+|bought|buys|purchas\w+|rights|picked up|snapped up)\b")
_OWNS = frozenset(["'s", "’s"])


def _of_clause(document: Document, match: Match) -> None:
    """Bind the work that the verb at a match's start is said of."""
    masked = match.sentence.masked
    if masked is None:
        return
    start = next((i for i in range(len(masked.text)) if masked.position(i) >= match.start), None)
    if start is None:
        return
    found = subjects_of(document, match.sentence, Event("carried", start, start + 1))
    match.bound["clause"] = [Mention(match.start, match.end, "W", w.name, referent=w) for w in found]


# "a film about the founder of Acme has been picked up": what a preposition governs does nothing
_GOVERNED = re.compile(r"\b(?:of|with|for|at|by|about|to|from|behind|against|like)(?: the)? $")
_DOING = re.compile(r"(?: ?\([^()]*\))? [a-z]+ing\b")
_SHOWN_OF_IT = re.compile(
    r"\b(?:logo|trailer|teaser|poster|stills?|images?|cast of|director of|star of|version|first look|look at|key art|photos?|soundtrack)\b"
)


def does_itself(document: Document, match: Match) -> bool:
    """Whether a company that a match begins with does something with the work itself."""
    company = match.bound["company"][0]
    if company.start == match.start:
        before = document.text[max(match.sentence.start, match.start - 16) : match.start]
        absolute = before.endswith("with ") and _DOING.match(document.text, company.end)  # "with Acme picking it up"
        if _GOVERNED.search(before) and not absolute and ", which" not in document.text[match.start : match.end]:
            return False
    return not _SHOWN_OF_IT.search(document.text, company.end, match.end)


def buys_rights(document: Document, match: Match) -> bool:
    """Whether a company that "picks up" a work buys it to show it: rights are named, or it is a distributor."""
    words = document.text[match.start : match.end]
    barred = _NOT_SELLERS if _US_RIGHTS.search(words) else _NO_BUYERS
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) not in barred]
    match.bound["company"] = row
    kinds = {org_kind(m.referent, m.text) for m in row}
    return bool(row) and ("right" in words or kinds <= {"studio", "distributor"})


_US_RIGHTS = re.compile(
    r"\b(?:U\.?S\.?|American|worldwide|global|UK|U\.K\.|international|distribution|theatrical)\b[^.;]{0,40} rights\b"
)
_NOT_SELLERS = frozenset({"outlet", "agency", "group"})
_NO_BUYERS = frozenset({"outlet", "agency", "group", "broadcaster", "streamer"})
_SHOWING = frozenset({"broadcaster", "streamer"})


def shows_works(document: Document, match: Match) -> bool:
    """Whether the companies are ones that show works."""
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) in _SHOWING]
    row = [m for m in row if m.text != "USA" or not lists_countries(document)]
    match.bound["company"] = row
    return bool(row)


_OWN_BRACKET = re.compile(r"[\"”’'*,]* ?\([^()]*\)")


def shows_bracketed(document: Document, match: Match) -> bool:
    """Whether the companies of a bracket show works; works before it that have brackets of their own are not meant."""
    at = match.bound["company"][0].start
    match.bound["work"] = [
        w for w in match.bound["work"] if (own := _OWN_BRACKET.match(document.text, w.end)) is None or own.end() > at
    ]
    return bool(match.bound["work"]) and shows_works(document, match)


def options_it(document: Document, match: Match) -> bool:
    """Whether a company takes up the screen rights of what its sentence names, which it will make."""
    work = next(
        (m for m in match.sentence.mentions if m.kind == "W" and m.referent is not None and not m.indirect), None
    )
    if work is not None:
        match.bound["clause"] = [work]
    return does_itself(document, match) and makes_works(document, match)


def makes_for(_document: Document, match: Match) -> bool:
    """Whether the companies behind producers are makers, not those that show or report."""
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) in _MAKING]
    match.bound["company"] = row
    return bool(row)


_MAKING = frozenset({"studio", ""})


def a_maker(document: Document, match: Match) -> bool:
    """Whether the noun said of a company is one for makers of works."""
    return match.bound["kind"][0].value == "production_company" and makes_for(document, match)


_ORDERS = re.compile(r"\b(?:renew|order|greenl|green-l|commission)\w*|\bseason\b", re.IGNORECASE)  # what a network does


_FOR_FROM = re.compile(
    r" (?:for|from) (?!.* (?:on|at|via|by) )"
)  # who a film is for or from, when it shows nothing, made it


_LANDED = re.compile(r"\bland(?:s|ed|ing)\b")


_IN_CINEMAS = re.compile(r"\b(?:theat(?:er|re|rical)\w*|cinemas?|big screen)\b")


def makes_or_carries(document: Document, draft: Draft, company: Referent) -> None:
    """What a company is to a work, by what it is and by the words beside it."""
    at = (
        not _LANDED.search(document.text[draft.start : draft.end])
        and draft.rule.endswith("company/on")
        and " at " in document.text[draft.start : draft.end]
    )
    if at and org_kind(company, company.name) not in _SHOWING:
        draft.predicate = "production_company"  # "directing the anime at Acme"
    if draft.rule.endswith("company/carries") and re.search(
        r"\bto (?:co-)?produce\b", document.text[draft.start : draft.end]
    ):
        draft.predicate = "production_company"
    _company(document, draft)
    if (
        draft.predicate == "distributor"
        and draft.rule.endswith("company/carries")
        and _ORDERS.search(document.text[draft.start : draft.end])
    ):
        draft.predicate = "platform"
    if (
        draft.predicate == "distributor"
        and org_kind(company, company.name) in _SHOWING
        and company.name not in lexicon.sellers()
    ):
        around = document.text[draft.sentence.start : draft.sentence.end]
        draft.predicate = "distributor" if _IN_CINEMAS.search(around) else "platform"
    made = draft.mention is not None and _FOR_FROM.search(document.text, draft.start, draft.mention.start)
    if made and draft.predicate == "distributor" and draft.rule.endswith("company/on"):
        draft.predicate = "production_company"


_RIGHTS = re.compile(r"\brights\b")


def _company(document: Document, draft: Draft) -> None:
    kind = org_kind(draft.object, draft.object.name)
    if draft.predicate == "platform" and not kind and _RIGHTS.search(document.text, draft.start, draft.end):
        draft.predicate = "distributor"
    elif draft.predicate == "platform" and kind in {"studio", ""}:
        draft.predicate = (
            "production_company"
            if not draft.rule.endswith(("company/on", "company/carries"))
            else "platform"
            if not kind
            else "distributor"
        )
    elif draft.predicate == "distributor" and kind in _SHOWING and draft.object.name not in lexicon.theatrical():
        draft.predicate = "platform"  # "the BBC has acquired the series"
    elif (
        draft.predicate == "production_company"
        and kind in _SHOWING
        and draft.rule.endswith(("company/for", "company/label", "company/options"))
    ):
        draft.predicate = "platform"


GUARDS = {
    f.__name__: f
    for f in (
        company_of_work, makes_works, made_for, buys_rights, options_it, shows_works, shows_bracketed, makes_for, a_maker, shown_there, does_itself,
        produces, produced_by,
    )
}  # fmt: skip
