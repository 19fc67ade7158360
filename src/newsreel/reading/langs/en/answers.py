"""What agencies answer: "Her agency said the offer had reached them and was being read" names no work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.cues import cues
from newsreel.reading.langs.en.frames import org_kind

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.pack import Cue

_AGENCY = re.compile(r"\b(?:agency|label|management|representatives?|reps?)\b", re.IGNORECASE)
_ANSWERS = frozenset({"en/cue/talks", "en/cue/denial"})


def answers(document: Document) -> Iterable[Draft]:
    """Parts considered or refused, on the word of an agency named in the sentence or the one before."""
    last: tuple[int, Mention] | None = None
    for sentence in document.sentences:
        if sentence.zone in (FURNITURE, HEADLINE) or sentence.masked is None:
            continue
        doubt = next((c for c in cues(document, sentence) if c.rule in _ANSWERS), None)
        named = [m for m in sentence.mentions if m.kind == "O" and _is_agency(document, m)]
        agency = next(
            (m for m in reversed(named) if doubt is None or m.start < doubt.start), named[0] if named else None
        )
        said = agency or (last[1] if last is not None and sentence.index - last[0] == 1 else None)
        if agency is not None:
            last = (sentence.index, agency)
        if said is None or doubt is None:
            continue
        who = _who(document, sentence, doubt)
        work = next(
            (m.referent for m in sentence.mentions if m.kind == "W" and m.referent is not None), document.main_work
        )
        if who is None or work is None or who is work:
            continue
        if said is not agency and any(
            m.kind == "P" and m.start > doubt.end and not m.indirect for m in sentence.mentions
        ):
            continue  # "… is in talks with Bo Kim": no answer of hers
        start, end = (
            (min(doubt.start, said.start), max(doubt.end, said.end)) if said is agency else (doubt.start, doubt.end)
        )
        by = (said.referent.name if said.referent else said.text,)
        yield Draft("cast_member", work, who, sentence, start, end, "en/answer", status=doubt.status, by=by, fixed=True)


def _is_agency(document: Document, mention: Mention) -> bool:
    kind = org_kind(mention.referent, mention.text)
    if kind in {"outlet", "streamer", "broadcaster"}:
        return False
    return (
        kind == "agency"
        or _AGENCY.search(document.text, max(0, mention.start - 30), mention.start) is not None
        or (_AGENCY.match(document.text, mention.end + 8) is not None)
    )


def _who(document: Document, sentence: Sentence, cue: Cue) -> Referent | None:
    """The person offered the part: named in the sentence before the words of doubt, else the one spoken of."""
    named = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None and m.end <= cue.start]
    if named:
        return named[-1].referent
    return document.person_at(cue.start)
