"""What befalls works and nobody else: bought, dated, renewed, axed; what lines of a scorecard say behind their titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

_MARK = r"[\"”’'*]?"
# What is said of works and never of people.
_OF_WORKS = re.compile(
    rf"{_MARK} (?:[Ss]eason (?:\d|one\b|two\b|three\b|four\b|five\b)|(?:is|was|will be|which is) (?:loosely |also |partly )?(?:based on|created by|directed by|written by|adapted from|set in|streaming|available)|"
    r"(?:premieres|premiered|will premiere|debuts|debuted|airs|aired|streams) (?:on|in|at|globally|worldwide|every)\b|(?:will |also )*(?:stars|reunites|features) [A-Z][\w’'.-]+ (?:[A-Z]|and [A-Z])|"
    r"(?:follows|tells the (?:story|tale)|centers on|centres on|revolves around|chronicles) |(?:is|was) shot (?:in|on) |(?:hits?|opens in|arrives in|lands in|bows in) (?:(?:UK|U\.S\.|US|British|Irish|American|French|German|Indian|Japanese|Korean|local|select|\d[\d,]*) )?(?:theat(?:er|re)s|cinemas)\b|"
    r"(?:(?:has|have|is|was|had|been|being|will be|already) ){1,3}(?:pre-?sold|sold (?:to|in)|acquired (?:by|for)|picked up (?:by|for)|licensed to|snapped up by|optioned by|commissioned by|greenlit|renewed (?:for|by)|slotted|bumped (?:to|from)|adapted (?:for|into))\b)"
    rf"|{_MARK}, (?:starring|directed by|created by|penned by|helmed by|written by|toplined by|fronted by|headlined by|based on|adapted from|set in) (?=[A-Z]|an? |the )"
    r"|,[\"”’'*]? (?:originally|previously|initially|once|now) (?:due|set|slated|scheduled|dated|slotted)\b"
    r"|,[\"”’'*]? [A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}['’]s? (?:[\w’-]+ ){0,3}?(?:film|movie|series|drama|comedy|thriller|chiller|horror|documentary|feature|debut|romance|biopic|musical|western|adaptation|remake|sequel|tale|story)[,.;]"
)
# What companies do with works and with nobody: "CBS has axed Harbor", "Acme snapped up Harbor".
_BOUGHT_UP = re.compile(
    r"[A-Z][\w+]* (?:has |have |had |also |recently |officially |just ){0,3}(?:snapped up|nabbed|acquired|greenlit|green-lit|commissioned|renewed|cancelled|canceled|axed|slotted|dated|re-upped|picked up|scooped up|swooped on) [\"“‘'*]?$"
)
# What a scorecard says behind the titles that its lines begin with: "Two Doors – renewed".
FATED = re.compile(
    r"[\"”’'*]*(?: \([^()\n]*\))? ?(?:[–—-]+|:) ?(?i:renewed|cancell?ed|axed|end(?:ed|ing)|returning|on the bubble|likely|unlikely|safe|certain|new (?:series|drama|comedy|sitcom|show)|pending|ordered|picked up|revived|season \d|moves? to|wrapped|shelved|scrapped)\b"
)


def acted_on(document: Document, c: Candidate) -> bool:
    """Whether what stands beside a name is said of works alone, or done by companies to works alone."""
    left = max(c.sentence.start, c.outer[0] - 60)
    return bool(_OF_WORKS.match(document.text, c.outer[1]) or _BOUGHT_UP.search(document.text, left, c.outer[0]))


def in_scorecard(text: str, c: Candidate) -> bool:
    """Whether what stands behind a name at a line's start says what became of it: "Kite Street – renewed"."""
    known = c.text in lexicon.organizations() or c.text.lower() in lexicon.word_list("label_words")
    return not known and FATED.match(text, c.outer[1]) is not None
