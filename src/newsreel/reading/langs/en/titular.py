"""What is said of works alone, behind a name and before it, whatever its votes take it for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.openings import SAID_TO_BE
from newsreel.reading.langs.en.tokens import personal
from newsreel.reading.literals import alternation
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

# What is said of works alone, behind a name and before it: "Harbor, BBC1, 9pm", "the Harbor star", "season two of Harbor",
# "his debut feature, Harbor", "HBO's Harbor,", "who wrote Harbor,", "the author's play Harbor".
_SEASONED = re.compile(
    r"[\"”’'*]*(?:: (?:[Aa]|[Tt]he|[Ii]ts) |,? (?:gets|has been given|will return for|returns for|is getting|lands|scores) (?:an?|its) )(?:[\w-]+ ){0,2}(?:season|series|remake|reboot|spin-?off)\b"
    r"|,? (?:s\d{1,2}\b|S\d{1,2}\b|(?:[Ss]eason|[Ss]eries) (?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix))\b"
)
# Channels and services, whose names alone can be nothing else.
_OWNERS = alternation(
    name
    for name, kind in lexicon.organizations().items()
    if kind in {"streamer", "broadcaster"} and (name not in lexicon.ambiguous() or name.isupper())
)
_SHOWN_BY = re.compile(rf"[\"”’'*]*,? \(?(?:{_OWNERS})(?:[,)]|$|\n)")
_IN_EPITHET = re.compile(
    r" (?:star|actor|actress|film-?maker|alum|breakout|helmer|showrunner|creator|scribe|franchise|trilogy|finale|reboot|sequel|prequel|spin-?off|trailer|teaser)\b(?!['’-])"
)
_THE = re.compile(r"\b[Tt]he $")
_GOES_WITH = re.compile(r"[\"”’'*]*(?:[,.;:)]| (?:and|with|for|in|on|opposite)\b|$)")
_KINDS_OF_WORK = r"(?:films?|movies?|series|dramas?|novels?|plays?|short|feature|picture|sitcom|comedy|thriller|musical|documentary|miniseries|video game|biopic|anime|manga|webtoon)"
_SEASON_OF = Sought(r"\b(?:[Ss]eason|[Ss]eries) (?:one|two|three|four|five|six|\d{1,2}) of [\"“‘'*]*$")
_NATIVE = re.compile(r"\s{0,2}\((?:[^\x00-\u02ff] ?){3}")
_WORK_BEFORE = Sought(
    rf"\b(?:{_OWNERS})['’]s? (?:(?:19|20)\d\d )?[\"“‘'*]*$"
    r"|\b(?:wrote|penned|created|co-created|co-wrote|scripted|adapted|helmed) [\"“‘'*]*$"
    r"|(?:['’]s|[Tt]he|\b[Aa]|stage|hit) play [\"“‘'*]*$"
)
_WORK_BESIDE = Sought(
    rf"\b(?:first|second|third|fourth|debut|latest|last|new|next|previous|earlier|own|an?|another|[A-Z][\w.-]*['’]s?|her|his|their|its|upcoming|hit) (?:[\w-]+ ){{0,2}}{_KINDS_OF_WORK}, [\"“‘'*]*$"
    r"|\b(?:starred|stars|starring|appeared|seen|title role|role|part|cameo|breakthrough|fame|featured) in [\"“‘'*]*$"
)


def _set_in_capitals(text: str, c: Candidate, before: str) -> bool:
    """Whether capitals set a name off as a title: "Ann Lee's HARBOR", "THE HARBOR LIGHT (灯台)"."""
    if len(c.text.split()) > 2 and _NATIVE.match(text, c.outer[1]):  # noqa: PLR2004 - no person's name
        return True
    owned = before.endswith(("'s ", "’s ")) and len(c.text) > 4 and c.text not in lexicon.organizations()  # noqa: PLR2004 - no initials
    return owned and not text[c.sentence.start : c.sentence.end].isupper()


def said_of_a_work(document: Document, c: Candidate, kind: str, *, heads: bool) -> bool:
    """Whether what is said at this place is said of works alone; `heads`: the name opens a line."""
    text, (start, end) = document.text, c.outer
    if heads and _SHOWN_BY.match(text, end):
        return True
    before = text[max(c.sentence.start, start - 90) : start]
    if _SEASON_OF.compiled.search(before) or (c.text.isupper() and _set_in_capitals(text, c, before)):
        return True
    if kind in "NXC" or not personal(c.text.split()):
        if SAID_TO_BE.match(text, end) or _SEASONED.match(text, end):
            return True
        if kind in "NX" and _IN_EPITHET.match(text, end) and _THE.search(before) and c.text not in lexicon.ambiguous():
            return True
        if kind in "NX" and _GOES_WITH.match(text, end) and _stands_before(document, c, _WORK_BESIDE):
            return True
    return _stands_before(document, c, _WORK_BEFORE) and _GOES_WITH.match(text, end) is not None


def _stands_before(document: Document, c: Candidate, sought: Sought) -> bool:
    end = c.outer[0]
    return document.search(sought, max(c.sentence.start, end - 90), end) is not None
