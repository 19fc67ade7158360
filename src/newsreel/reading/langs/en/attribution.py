"""What a voice vouches for, in English, and what is only said in passing beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.attribution import nearest
from newsreel.reading.document import LISTING
from newsreel.reading.langs.en.voices import is_outlet
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft


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

# "The series will be a spin-off of Harbor": the news itself, not a word in passing.
_WILL_BE = re.compile(r"\b(?:will|would|is to|is set to) be an? ")


_ON_WORD = frozenset({"denied", "considering", "planned", "rumored"})  # said on somebody's word, where one is named
# "signed Lee to direct Harbor": what is to come of it is the news.
_NEWS = re.compile(r"\bto (?:co-)?(?:direct|helm|write|pen|adapt|produce|create|star|headline|play|topline)\b")
_MOVED_BY = re.compile(
    rf"(?P<who>[{kind_char('O')}]{NUMBER_CLASS}(?:,? and [{kind_char('O')}]{NUMBER_CLASS})?),? (?:(?:has|have|had|on|late on|{kind_char('D')}{NUMBER_CLASS}(?: night| morning)?) )*(?:taken|moved|pushed|called off|postponed|delayed|pulled|shifted|dated|set|pencilled|bumped)\b"
)


def _mover(document: Document, draft: Draft) -> tuple[str, ...]:
    """Who moved a date: "Acme has taken the film off its 5 May slot"."""
    masked = draft.sentence.masked
    m = _MOVED_BY.search(masked.text) if masked is not None else None
    if masked is None or m is None or masked.position(m.start()) > draft.start:
        return ()
    return tuple(
        x.referent.name if x.referent else x.text for x in masked.mentions_in(m["who"]) if not is_outlet(document, x)
    )


def temper(document: Document, draft: Draft) -> None:
    """Take a voice back from what is only said in passing, and from sentences that do not go on from it.

    "The film, directed by Lee, opens on 3 May, Netflix said": Netflix vouches for the date, not for Lee. Offers and
    refusals are about people's parts, not about who owns the film.
    """
    rule = draft.rule.removeprefix("en/")
    told = _FINITE.match(document.text, draft.start) or _WILL_BE.search(document.text, draft.start, draft.end)
    told = told or _NEWS.search(document.text, draft.start, draft.end)
    light = (rule in passing() or rule.rpartition("/")[2] in passing()) and not told
    here = [c for c in document.notes.get("cues", {}).get(draft.sentence.index, ()) if c.by]
    if draft.fixed:
        if draft.status in _ON_WORD and not draft.by:
            voice = nearest(document, here, draft)
            draft.by = voice.by if voice else _mover(document, draft) if draft.predicate == "release_date" else ()
        return
    if draft.predicate == "release_date" and not draft.by and draft.sentence.masked is not None:
        draft.by = _mover(document, draft)
    if draft.status in ("denied", "considering") and (light or draft.predicate not in CREDITS):
        draft.status, draft.by = "stated", ()
    elif draft.by and draft.status in ("confirmed", "reported"):
        stretch = document.text[max(draft.sentence.start, draft.start - 12) : draft.end]
        listed = draft.sentence.zone == LISTING and rule == "credits/cast-line"  # "Acme announced the cast:" above
        if light or _aside(document, draft) or (not here and not listed and not _onward().search(stretch)):
            draft.status, draft.by = "stated", ()


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
