"""Who had a story first, where a report says so beside its news: "(via Variety)", "Source: Deadline", a closing line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import Cue

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_SENDERS, _HAD_IT = "senders", "had it first"

# What ends a paragraph or a sentence: "[via Variety]", "(via Variety)."
_SENDER = re.compile(
    r"[\[(](?:via:? |source:? |from |per |h/t:? |according to |as reported by )?(?P<names>[^\[\]()]{2,60})[\])]\.?$",
    re.IGNORECASE,
)
# A line of its own: "Source: Deadline", "Via Variety", "h/t Variety".
_SOURCE_LINE = re.compile(
    r"^\W*(?:sources?|via|news source|h/t|hat tip)\s*(?:[:：\-–]|\b(?=\s[A-Z]))\s*(?:the )?(?P<names>[^.\n]{2,80}?)\W*$",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r",? and | & |, |\s*/\s*|\s*\|\s*|; ")
_O = rf"(?:[Tt]he )?[{kind_char('O')}]{NUMBER_CLASS}"
_NEWS = r"(?:the )?(?:news|story|casting(?: news)?|report|project|deal|development|announcement|exit|hire|pickup|item|it|this|that|renewal|cancellation)"
# "Deadline first reported the news.", "The story was first reported by Deadline.", "News of the deal was broken by Variety."
_FIRST = re.compile(
    rf"^(?P<by>{_O}(?:(?:,? and |, ){_O})*) (?:was|were|had) (?:the )?(?:first )?(?:(?:outlets? )?(?:to )?(?:report|break|announce)(?:ed|s)? {_NEWS}|first with {_NEWS}|{_NEWS} first)\b"
    rf"|^(?P<by2>{_O}(?:(?:,? and |, ){_O})*) (?:first |exclusively )?(?:broke|reported|scooped|had) (?:on |about |of )?{_NEWS}(?: first| exclusively| earlier)?\b"
    rf"|^{_NEWS}(?: of [^.;]{{3,60}}?)? (?:was|were|had been|has been|is) (?:first |originally |initially |exclusively )?(?:reported|broken|revealed|announced|published|covered|carried) (?:first )?(?:by|in|on|at) (?P<by3>{_O})"
    rf"|^(?:As )?(?:[Ff]irst |[Oo]riginally )(?:reported|revealed|published|seen) (?:by|in|on|at) (?P<by4>{_O})",
    re.IGNORECASE,
)


def _outlets(names: str) -> tuple[str, ...]:
    """The outlets that a line names; () where one of them is none."""
    row = tuple(name.strip().removeprefix("the ") for name in _BETWEEN_NAMES.split(names))
    known = lexicon.organizations()
    fits = all(known.get(name) == "outlet" or org_kind(None, name) == "outlet" for name in row if name)
    return row if row and all(row) and fits else ()


def sender(document: Document, sentence: Sentence) -> list[Cue]:
    """The outlets in brackets at the end of a sentence or its paragraph, else those that had the report's news first."""
    if _SENDERS not in document.notes:
        lasts = {s.paragraph: s for s in document.sentences}
        document.notes[_SENDERS] = {
            paragraph: _bracket(document, last) if document.text[last.end - 1] in ")]" else ()
            for paragraph, last in lasts.items()
        }
    of_paragraphs: dict[int, tuple[str, ...]] = document.notes[_SENDERS]
    own = _bracket(document, sentence) or of_paragraphs[sentence.paragraph]
    by = own or (had_it_first(document) if _tells_the_news(document, sentence) else ())
    return [Cue(sentence.end, sentence.end, "reported", by, "sentence", rule="en/cue/sender")] if by else []


def _bracket(document: Document, sentence: Sentence) -> tuple[str, ...]:
    if document.text[max(0, sentence.end - 2) : sentence.end].rstrip(".")[-1:] not in (")", "]"):
        return ()
    m = _SENDER.search(document.text, sentence.start, sentence.end)
    return _outlets(m["names"]) if m else ()


def _tells_the_news(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence stands where a report tells its news: its headline or its first paragraph."""
    if sentence.zone == HEADLINE:
        return True
    lead = next((s for s in document.sentences if s.zone == BODY), None)
    return lead is not None and sentence.paragraph == lead.paragraph


def had_it_first(document: Document) -> tuple[str, ...]:
    """The outlets of which a line at the report's end says that they had its news; () where none does."""
    if _HAD_IT not in document.notes:
        document.notes[_HAD_IT] = _closing(document)
    told: tuple[str, ...] = document.notes[_HAD_IT]
    return told


def _closing(document: Document) -> tuple[str, ...]:
    for sentence in reversed(document.sentences):
        line = document.text[sentence.start : sentence.end]
        if (m := _SOURCE_LINE.match(line)) is not None and (names := _outlets(m["names"])):
            return names
        if sentence.zone == FURNITURE or sentence.masked is None:
            continue
        m = _FIRST.match(sentence.masked.text.strip())
        if m is not None:
            row = sentence.masked.mentions_in(next(filter(None, m.groups())))
            names = tuple(x.referent.name if x.referent else x.text for x in row if x.kind == "O")
            return tuple(name for name in names if name != document.report.outlet)
    return ()
