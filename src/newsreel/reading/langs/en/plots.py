"""Plots: a sentence that tells what happens in a work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_PLOT = Sought(  # in a text in lower case
    r"\b(?:follows (?!the (?:success|release))|cent(?:er|re)s (?:on|around)|revolves around|tells (?:of|the (?:story|tale))|tells a|"
    r"story (?:of|follows|about|is set|centers)|is about|chronicles|charts|traces|depicts|tracks|the tale of|narrates|explores|"
    r"set in (?:the )?(?:\w+ )?(?:\d{4}|[a-z])|in which|finds (?:herself|himself|themselves|out)|picks up|who (?:discovers?|finds?|falls?|must|"
    r"is forced|returns?|becomes?|tries|gets|sets out|fights)|sets out to|plot (?:follows|concerns|centers|centres|revolves|involves|sees))\b"
    r"|^(?:synopsis|plot|logline)"
)
# what is kept quiet, what was said and who was in the running is no plot
_TOLD_OF = re.compile(
    r"(?i)under (?:wraps|lock)|kept (?:quiet|secret)|plot (?:details|twist)|details of the plot|speculation|press conference|box office|in the frame|rumou?r"
)


def loglines(document: Document) -> Iterable[Draft]:
    """One logline a work: the first sentence that tells its plot."""
    seen: set[int] = set()
    for sentence in document.sentences:
        if sentence.zone not in (BODY, LISTING) or not document.may_stand(_PLOT, sentence):
            continue
        m = _PLOT.compiled.search(document.low, sentence.start, sentence.end)
        if m is None or document.text[sentence.end - 1] == "?":
            continue
        if _TOLD_OF.search(document.text, sentence.start, sentence.end):
            continue
        work = document.work_at(m.start())
        if work is None or id(work) in seen:
            continue
        seen.add(id(work))
        yield Draft(
            "logline",
            work,
            True,  # noqa: FBT003 - fields in their order
            sentence,
            sentence.start,
            sentence.end,
            "en/plot",
            status="stated",
            fixed=True,
        )
