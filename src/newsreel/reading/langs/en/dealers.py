"""What a company does with a work, whatever the verb: "Peacock has said yes to Harbor" puts Harbor on Peacock.

A company that a clause begins with and a work that its verb takes belong together: a channel or a service shows it; a
studio releases it where the clause speaks of dates and cinemas, and makes it where it speaks of scripts and makers.
Verbs that part the two, tell of others or only speak are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.clauses import clause_start
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.phrases import NUMBER_WORDS
from newsreel.reading.langs.en.subject import told

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_REACH = 80  # code points from a company to what its verb takes
_SHOWING = frozenset({"broadcaster", "streamer"})
_DOES = re.compile(
    r"(?: ?\([^()]*\))?(?:,? which| today| on [A-Z]\w+day| late \w+| early \w+|,? too,?)? (?:(?:has|have|had|is|are|was|will|would|also|now|today|just|already|finally|officially|first|then) )*"
    r"(?P<verb>[a-z][\w-]*)\b"
)
# What keeps the two apart, tells of something else, or says no more than that somebody speaks.
_APART = re.compile(
    r"\b(?:pass(?:ed|es|ing)? on|passed|lost|loses|den(?:y|ies|ied)|declin\w+|refus\w+|reject\w+|turn(?:ed|s|ing) down|walk(?:ed|s|ing)? away|su(?:ed|es|ing)|report\w*|learn\w*|understands?|hears?|"
    r"told|tells?|said|says|saying|that|not|never|n[’']t|beat|beats|rivals?|compar\w+|consider\w*|eye[ds]?|eyeing|hop(?:es|ed|ing)|ranks?|ranked|calls?|called|mourn\w*|prais\w+|credits?|credited|mentions?|mentioned|lists?|listed|"
    r"follow\w*|outbid|circling|weigh\w*|mull\w*|talks|reviews?|reviewed|describ\w+|compet\w+|owns?|sold|sells?|lets?|loses|los(?:es|ing)|sits?|stands?|remains?|became|becomes?|based|owned|made|makes?|making|"
    r"sequel|prequel|spin-?off|remake|reboot|version|adaptation|star|stars|director|creator|writer|writers|maker|makers|team|like|than|after|behind|similar|since|following|from|about|cast|actor|actress|success|"
    r"while|when|before|against|over|without|inspired|known|rights|trailer|teaser|poster|numbers|subscribers|viewers|originally|previously|formerly|used to)\b"
)
_HIRES = re.compile(
    r"\b(?:brought in|brings in|hir(?:es|ed)|tap(?:s|ped)|sets?|enlist(?:s|ed)|sign(?:s|ed)|attached|recruit(?:s|ed)|pick(?:s|ed)|chose|chosen|land(?:s|ed)|poach(?:es|ed)) $"
)
_TO = re.compile(
    r"^ (?:[a-z]+ ){0,2}to (?:co-)?(?:write|direct|helm|pen|script|adapt|rewrite|star|lead|headline|produce|run|showrun|take|make|create|develop|polish)\b"
)
_CINEMA = frozenset({"film", "animation_film", "short", "book", "play"})
_BESIDE = 12  # code points from a work to its date
_BETWEEN = frozenset("TGANDXSKMJL")
_RELEASES = re.compile(
    r"\b(?:dat(?:es?|ed|ing)|undated|bows?|slot\w*|theat(?:er|re)s|theatrical\w*|cinemas?|releas\w+|calendar|opens?|opening|opened|distribut\w*|box office|multiplex\w*|schedule|day-and-date|wide|premium|berth)\b"
)
_MAKES = re.compile(
    r"\b(?:develop\w*|scripts?|screenplay|hir(?:es|ed|ing)|tapp(?:ed|ing)|taps|option\w*|to (?:write|direct|helm|pen|adapt|star|produce)|produc\w+|greenl\w+|green-?light\w*|fast-?track\w*|shoot\w*|film(?:ing|ed)|mount\w*|financ\w*|bankroll\w*)\b"
)


def dealers(document: Document) -> Iterable[Draft]:
    """Platforms, distributors and makers by the clause that they begin."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE or sentence.masked is None:
            continue
        companies = [m for m in sentence.mentions if m.kind == "O" and m.referent is not None]
        for company in companies:
            if any(m.kind == "W" for m in sentence.mentions):
                yield from _dealt(document, sentence, company)
            yield from _gave_out(document, sentence, company)


# What a channel or a service gives out is its own: "Netflix tweeted five posters", "HBO has yet to say who returns"
_GIVES_OUT = re.compile(
    r"(?:, (?:which|the|whose) [^,;.]{3,60},)?(?: (?:has|have|had|also|today|now|just|since|officially|finally|yesterday|on [A-Z]\w+day(?: night| morning| evening)?|this (?:week|morning|lunchtime|afternoon|evening)|late \w+|last \w+),?)* "
    r"(?:announced|announces|confirmed|confirms|revealed|reveals|unveiled|unveils|released|releases|dropped|drops|posted|posts|tweeted|tweets|ordered|orders|renewed|renews|axed|axes|cancelled|canceled|cancels|greenlit|"
    r"commissioned|commissions|gave (?:it|the \w+)|gives (?:it|the \w+)|dated|dates|scheduled|nodded|teased|teases|is not done|isn[’']t done|is bringing|let it go|"
    r"(?P<says>said|says)|(?:not |n[’']t |yet to )(?:said|say|handed|hand|announced?|confirmed?|dated?|revealed?|set)|hasn[’']t (?:said|handed|announced|confirmed|dated|revealed|set))\b"
)
_OPENS = re.compile(r"(?:^[^\w]*|[;:—–] |, (?:and|but|while) |\bwhen )(?:[Tt]he )?$")


def _gave_out(document: Document, sentence: Sentence, company: Mention) -> Iterator[Draft]:
    """The channel that tells news of the report's own work, where its sentence names no other."""
    kind, work = org_kind(company.referent, company.text), document.work_at(company.start)
    if kind not in _SHOWING or work is None or work is not document.main_work or company.text.lower() in NUMBER_WORDS:
        return
    said = _GIVES_OUT.match(document.text, company.end)
    if said is None or (said["says"] and kind != "streamer"):
        return  # channels with a newsroom say much of others
    if _OPENS.search(document.text[sentence.start : company.start]) is None or work.facts.get("type") in _CINEMA:
        return
    if any(m.kind == "W" and m.referent is not work for m in sentence.mentions):
        return
    span = (company.start, said.end())
    yield Draft("platform", work, company.referent, sentence, *span, "en/company/gives-out", mention=company)


def _dealt(document: Document, sentence: Sentence, company: Mention) -> Iterator[Draft]:
    kind = org_kind(company.referent, company.text)
    if kind not in _SHOWING and kind != "studio":
        return
    text = document.text
    start = sentence.start + clause_start(text[sentence.start : sentence.end], company.start - sentence.start)
    if text[start : company.start].strip(" \"“‘'•*–—-,").lower() not in {
        "",
        "the",
        "and",
        "but",
        "now",
        "meanwhile",
        "also",
        "so",
        "then",
        "later",
    }:
        return
    does = _DOES.match(text, company.end)
    if does is None:
        return
    behind = [m for m in sentence.mentions if m.start >= company.end]
    taken = next((m for m in behind if m.kind not in _BETWEEN), None)
    if taken is not None and taken.kind == "P" and _HIRES.search(text[company.end : taken.start]):
        taken = _hired_for(text, behind, taken)
    if taken is None or taken.kind != "W" or taken.referent is None or taken.start - company.end > _REACH:
        return
    between = text[company.end : taken.start]
    if _APART.search(between) or "," in between.replace(", which", "") or not told(document, taken):
        return
    dated = any(m.kind == "D" and 0 <= m.start - taken.end < _BESIDE for m in behind)
    what = "platform" if kind in _SHOWING else "distributor" if dated else _of_studio(text[start : sentence.end])
    for work in _listed(text, behind, taken) if what else ():
        yield Draft(
            what,
            work,
            company.referent,
            sentence,
            company.start,
            taken.end,
            "en/company/deals-in",
            mention=company,
        )


_AND = re.compile(r"[\"”’'*]*(?: ?\([^()\n]*\))?(?:,|,? (?:and|&|plus|as well as)) [\"“‘'*]*")


def _listed(text: str, behind: list[Mention], first: Mention) -> Iterator[Referent]:
    """The works that a list begins with one: "Acme will release Harbor and Still"."""
    here = first
    for m in behind[behind.index(first) :]:
        if m.kind != "W" or m.indirect or m.referent is None:
            continue
        if m is not first and not _AND.fullmatch(text, here.end, m.start):
            return
        here = m
        yield m.referent


def _hired_for(text: str, behind: list[Mention], person: Mention) -> Mention | None:
    """The work that somebody is hired for: "has hired Ann Lee to direct Harbor"."""
    work = next((m for m in behind if m.start >= person.end and m.kind not in _BETWEEN), None)
    return work if work is not None and _TO.match(text[person.end : work.start]) else None


def _of_studio(clause: str) -> str:
    """What a studio is to a work by the words of its clause; "" where they do not say."""
    return "distributor" if _RELEASES.search(clause) else "production_company" if _MAKES.search(clause) else ""
