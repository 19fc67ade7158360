"""Works named in passing: in brackets, in an epithet ("Harbor star Ann Lee"), in a list of earlier credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention

# "Harbor star Ann Lee", "of Harbor fame": the work is said in passing, the sentence does not go on about it.
PASSING_AFTER = re.compile(
    r"^['’]s (?-i:[A-Z])|^['’] (?-i:[A-Z])|^(?:['’]s)? ?(?:[\w-]+ )?(?:star(?!s)|actor|actress|alum|alumn\w+|grad|vet|beauty|hunk|favou?rite|regular|fame|creator|writer|director|helmer|scribe|showrunner|filmmaker|producer|"
    r"author|breakout|veteran|duo|team|franchise|universe)s?\b",
    re.IGNORECASE,
)
_PASSING_BEFORE = re.compile(
    r"(?:\bof|known for|known from|known for (?:his|her|their) [\w ]{0,30}|such as|including|includes?|like|credits are|after|since|following|starred in|appeared in|"
    r"seen in|behind|worked on|followed|made|wrote|directed|via|from|and|,|with|in|on|co-starred in) ?[\"“‘'*]*$"
)


def bracketed(document: Document, mention: Mention) -> bool:
    """Whether a mention stands in round brackets."""
    sentence = document.sentence_at(mention.start)
    start = sentence.start if sentence else 0
    opening = max(document.text.rfind("(", start, mention.start), document.text.rfind("[", start, mention.start))
    return opening >= 0 and not re.search(r"[)\]]", document.text[opening : mention.start])


_EARLIER_BEFORE = re.compile(
    r"(?:known for|known from|such as|including|credits include|credits are|credits:|starred in|appeared in|seen in|behind|after|since|fresh off)"
    r" (?:(?!\b(?:will|would|is|are|was|has|have|stars?|joins?|who|set|signed|tapped|cast|to)\b)[^.;]){0,70}[\"“‘'*]*$"
)


def earlier(document: Document, mention: Mention) -> bool:
    """Whether a work is named as an earlier credit or in an epithet."""
    if in_epithet(document, mention):
        return True
    return bool(_EARLIER_BEFORE.search(document.text[max(0, mention.start - 90) : mention.start].split("\n")[-1]))


_AND = re.compile(r"[\"”’'*]*(?:,? and| &|,) [\"“‘'*]*")


def in_epithet(document: Document, mention: Mention) -> bool:
    """Whether a work, or the list of works joined by "and" that it begins, only says who somebody is."""
    text, here, joined = document.text, mention, " and "
    sentence = document.sentence_at(mention.start)
    behind = [m for m in sentence.mentions if m.start > mention.start] if sentence else []
    for m in behind:
        between = text[here.end : m.start]
        if m.kind != "W" or not _AND.fullmatch(between):
            break
        here, joined = m, between
    return ("and" in joined or "&" in joined) and bool(PASSING_AFTER.match(text[here.end : here.end + 40]))


def passing(document: Document, mention: Mention) -> bool:
    """Whether a work is named in passing: in an epithet or a list of earlier credits."""
    if in_epithet(document, mention):
        return True
    before = document.text[max(0, mention.start - 60) : mention.start].split("\n")[-1]
    return bool(_PASSING_BEFORE.search(before))
