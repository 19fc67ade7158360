"""What a voice vouches for, in English, and what is only said in passing beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.attribution import nearest
from newsreel.reading.document import BODY, LISTING
from newsreel.reading.langs.en.voices import is_outlet
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft
    from newsreel.reading.pack import Cue


@cache
def passing() -> frozenset[str]:
    """The names of rules whose words are said in passing."""
    return frozenset(load_data("en", "cues")["passing"])


@cache
def _onward() -> re.Pattern[str]:
    return re.compile(load_data("en", "cues")["onward"])


CREDITS = frozenset(
    {"cast_member", "director", "screenwriter", "producer", "executive_producer", "creator", "showrunner", "composer", "cinematographer"}
)  # fmt: skip
_FINITE = re.compile(r"(?:(?:will|is|are|be) )?(?:joined by|teams? up|team|reunites?|reuniting|will be played)\b")

# "The new show is a spin-off of Harbor": the news itself, not a word in passing.
_WILL_BE = re.compile(r"\b(?:will|would|is to|is set to) be an? ")


_ON_WORD = frozenset({"denied", "considering", "planned", "rumored"})  # said on somebody's word, where one is named
# "signed Lee to direct Harbor": what is to come of it is the news.
_NEWS = re.compile(r"\bto (?:co-)?(?:direct|helm|write|pen|adapt|produce|create|star|headline|play|topline)\b")
_ANY = "[^.;]"
_MOVED_BY = re.compile(
    rf"(?P<who>[{kind_char('O')}]{NUMBER_CLASS}(?:,? and [{kind_char('O')}]{NUMBER_CLASS})?),? (?:(?:has|have|had|itself|now|on|late on|{kind_char('D')}{NUMBER_CLASS}(?: night| morning)?) )*(?:taken|moved|moves|pushed|pushes|called off|postponed|postpones|delayed|delays|pulled|pulls|shifted|shifts|dated|dates|set|sets|pencilled|bumped|"
    rf"has {_ANY}{{0,40}}?(?:down for|slated for|scheduled for)|(?:is |are )?(?:aiming (?:for|at)|aims (?:for|at)|targeting|targets|eyeing|eyes|hopes? for|hoping for|(?:has |have )?(?:staked out|plants?|planted)))\b"
)


# "The BBC and Acme have jointly ordered a second series": who decides vouches for it.
_ORDERED_BY = re.compile(
    rf"(?P<who>[{kind_char('O')}]{NUMBER_CLASS}(?:,? and (?:the )?[{kind_char('O')}]{NUMBER_CLASS})?),? (?:(?:has|have|had|officially|jointly|today|also) )+(?:ordered|commissioned|recommissioned|renewed|picked up|greenlit|cancell?ed|axed)\b"
)


def _orderer(document: Document, draft: Draft) -> tuple[str, ...]:
    """Who ordered, renewed or ended the work that the report is about; () where that is told in passing."""
    masked = draft.sentence.masked
    lead = [s for s in document.sentences if s.zone == BODY][:3]
    if masked is None or draft.sentence not in lead or draft.object not in ("renewed", "cancelled"):
        return ()
    if draft.subject is not document.main_work or document.notes.get("roundup"):
        return ()
    m = _ORDERED_BY.search(masked.text)
    row = masked.mentions_in(m["who"]) if m else []
    return tuple(x.referent.name if x.referent else x.text for x in row if x.kind == "O" and not is_outlet(document, x))


def _mover(document: Document, draft: Draft) -> tuple[str, ...]:
    """Who moved a date: "Acme has taken the film off its 5 May slot"."""
    masked = draft.sentence.masked
    m = _MOVED_BY.search(masked.text) if masked is not None else None
    if masked is None or m is None or masked.position(m.start()) > draft.start:
        return ()
    return tuple(
        x.referent.name if x.referent else x.text for x in masked.mentions_in(m["who"]) if not is_outlet(document, x)
    )


def _is_news(document: Document, draft: Draft, rule: str) -> bool:
    """Whether the words of what is mostly said in passing are the news itself."""
    text, start, end = document.text, draft.start, draft.end
    if _FINITE.match(text, start) or _WILL_BE.search(text, start, end) or _NEWS.search(text, start, end):
        return True
    return rule == "company/its" and " its " in text[start:end]  # "Netflix announced its first …"


def temper(document: Document, draft: Draft) -> None:
    """Take a voice back from what is only said in passing, and from sentences that do not go on from it.

    "The film, directed by Lee, opens on 3 May, Netflix said": Netflix vouches for the date, not for Lee. Offers and
    refusals are about people's parts, not about who owns the film.
    """
    rule = draft.rule.removeprefix("en/")
    light = (rule in passing() or rule.rpartition("/")[2] in passing()) and not _is_news(document, draft, rule)
    here = [c for c in document.notes.get("cues", {}).get(draft.sentence.index, ()) if c.by]
    if draft.fixed:
        if draft.status in _ON_WORD and not draft.by:
            voice = nearest(document, here, draft)
            draft.by = voice.by if voice else _mover(document, draft) if draft.predicate == "release_date" else ()
        return
    if draft.predicate == "release_date" and not draft.by and draft.sentence.masked is not None:
        draft.by = _mover(document, draft)
    if draft.predicate == "production_status" and draft.status == "stated" and (by := _orderer(document, draft)):
        draft.status, draft.by = "confirmed", by
        return
    if draft.status in ("denied", "considering") and (light or draft.predicate not in CREDITS):
        draft.status, draft.by = "stated", ()
    elif draft.by and draft.status in ("confirmed", "reported"):
        stretch = document.text[max(draft.sentence.start, draft.start - 12) : draft.end]
        listed = draft.sentence.zone == LISTING and rule == "credits/cast-line"  # "Acme announced the cast:" above
        unveiled = draft.predicate == "cast_member" and _unveiled(document, draft)
        light, listed = light and not unveiled, listed or unveiled
        if light or _aside(document, draft) or (not here and not listed and not _onward().search(stretch)):
            draft.status, draft.by = "stated", ()


def _unveiled(document: Document, draft: Draft) -> bool:
    """Whether the paragraph began with who made the cast known, and goes on with it."""
    cues: dict[int, list[Cue]] = document.notes.get("cues", {})
    return any(
        cue.rule == "en/cue/unveils" and cue.by == draft.by
        for index in range(draft.sentence.index + 1)
        if document.sentences[index].paragraph == draft.sentence.paragraph
        for cue in cues.get(index, ())
    )


# "Ann Lee, who plays Rin in Harbor, will star in Night Ferry": Harbor is told of in passing.
_ASIDE = re.compile(
    r"(?:, (?:also )?(?:who|whose|which|last seen|best known|known|fresh|of|from|the (?:star|creator|director|writer|maker)s? of) [^,;()]*|\([^()]*)$"
)


def _aside(document: Document, draft: Draft) -> bool:
    """Whether a claim is about another work than the report's and stands in a clause about one of its people."""
    if draft.subject is document.main_work or draft.subject.kind != "work" or document.main_work is None:
        return False
    return _ASIDE.search(document.text, draft.sentence.start, draft.end) is not None


_TO_COME = re.compile(
    r"\b(?:will|to (?:film|shoot|roll|begin|start|get)|is to|are to|due|set to|slated|scheduled|expected|targeting|supposed|was to|were to|yet to|planned|plans|hopes|next)\b"
)


def foresee(document: Document, drafts: list[Draft]) -> None:
    """A place of a shoot that has not begun is planned, as the shoot is."""
    starts = {
        (d.sentence.index, id(d.subject)) for d in drafts if d.predicate == "filming_start" and d.status == "planned"
    }
    for draft in drafts:
        if (
            draft.predicate != "filming_location"
            or draft.fixed
            or draft.status not in ("stated", "confirmed", "reported")
        ):
            continue
        stretch = document.text[max(draft.sentence.start, draft.start - 25) : draft.end]
        if (draft.sentence.index, id(draft.subject)) in starts or _TO_COME.search(stretch):
            draft.status = "planned"
