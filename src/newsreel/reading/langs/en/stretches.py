"""Places that go on from a place of shooting: behind it in its sentence, and in the sentence after it.

"Filmed in Chad, the other half, with apologies, in a car park outside Marseille"; "It was shot on Sardinia. Umbria
followed, and, for the harbour, the island of Elba."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.mask import KIND_BASE, NUMBER_BASE, NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.document import Mention
    from newsreel.reading.mask import Masked

# "Williamsburg, Va.": the place is the town.
STATES = frozenset(
    ["Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo"]
)  # fmt: skip
_X = f"[{kind_char('L')}{kind_char('X')}]{NUMBER_CLASS}"
REACH = 100  # characters of masked text between two places of one sentence
_INTO = re.compile(
    r"(?:(?<=^)|[ (—–])(?:in|at|on|around|near|across|outside|throughout|inside|to|took in|takes in|above|below)(?: and around)?(?: (?:the|a|an|both|parts of|nearby|downtown|(?:north|south|east|west|central)(?:ern)?|(?:the )?(?:island|town|city|village|port|hills|mountains|coast|suburbs|outskirts|streets|province|region|state) of|[a-z]+ of)){0,2} $"
    r"|^(?:,|;|,? and|,? then|;? ?later|,? before| &)(?: (?:then|later|finally|on to|also|and|the|(?:the )?(?:island|town|city|village|port|coast|province|region) of))* $"
    r"|,? (?:the|a) (?:[a-z]+ )?(?:island|town|city|village|port|coast|province|region) of $"
)
# What a place that is told of beside a shoot may be instead: where the work is set, shown, sold, or somebody lives.
_OTHERWISE = re.compile(
    r"\b(?:set in|sets? it|premier\w+|releas\w+|screen(?:s|ed|ing)\b|opens?|opened|born|lives?|lived|grew up|based|festival|distribut\w+|audiences?|viewers|company|award|fame|tells|script|transfers|moved to|sold|voters|cinemas|theat\w+|"
    r"dressed as|mad(?:e|de) up as|(?:doubl\w+|stand\w*|stood|pass\w*|duty|filling|fill\w*) (?:in )?(?:for|as)|instead of|rather than|not|n['’]t|never|via|from|flew|travels|about|killed|court|weekend|university)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE_WORK = chr(KIND_BASE + ord("W"))
_VERBS = r"(?:follow(?:s|ed)?\b|com(?:es?|ing)\b|came\b|next\b|used\b|pla(?:y|ys|yed)\b(?! host to the (?:festival|premiere))|doubl\w+|st(?:ood|and|ands) in\b|serv(?:e|es|ed)\b|provid(?:e|es|ed)\b|suppl(?:y|ies|ied)\b|lent\b|lends?\b|did\b|do(?:es)? (?:duty|the)\b|featur(?:es?|ed)\b|host(?:s|ed)?\b|to come\b|(?:gets?|got|had) (?:a (?:day|week|visit|few)|two|three))"
_NEXT = Sought(
    rf"(?:;|, and|, while|, then) (?:then )?(?:the )?{_X}(?:(?:,|,? and) (?:the )?{_X}){{0,4}},? (?:all |both |also |then |later |will |would |has |have |each |is |are |was |were )*{_VERBS}"
)
# A sentence that goes on to other places of the shoot just told of.
_FOLLOWS = Sought(
    rf"^(?:(?:[Tt]hen|[Ll]ater|[Nn]ext|[Aa]lso) )?(?:the )?{_X}(?:(?:,|,? and|;) (?:the )?{_X}){{0,6}},? (?:all |both |also |then |later |will |would |had |has |have |to |each |is |are |was |were )*"
    rf"{_VERBS}"
    rf"|\b(?:[Tt]he (?:rest|remainder|others?|other half|second (?:half|unit|block|leg)|studio work|unit|crew|cameras|production|shoot|village|castle|interior\w*|exterior\w*|finale|desert|sea|marsh|city|night|battle|school|prison|court)|[Ii]nteriors?|[Ee]xteriors?|[Ss]tudio (?:work|scenes|days)|[Oo]ther (?:scenes|locations|bits|parts|places)|[Aa]dditional (?:scenes|photography|shooting)|(?:[Aa]|[Tt]he) (?:second|splinter|skeleton|smaller?|reduced) (?:unit|crew)|[Cc]rews?|[Cc]ameras|[Ff]ilming|[Ss]hooting|[Ss]cenes|[Ff]rom there|[Tt]hen|[Nn]ext|[Ll]ater|[Bb]efore that|[Aa]fter that|[Aa]fterwards)\b"
    rf"[^.;:()]{{0,70}}?\b(?:in|at|to|on|for|near|outside|around|through|across|is all|was all|is|were|was)(?: and around)?(?: (?:the|a|an|[a-z]+ of|nearby|both)){{0,2}} {_X}"
)
_TELLS_ELSE = re.compile(
    r"\b(?:premier\w+|releas\w+|festival|born|lives? in|lived|grew up|distribut\w+|audiences?|set in|award\w*|wins?|won|cinemas|theatres?|theaters|sold|court|bowed?|streams?|airs?|aired|said (?:in|at)|told)\b",
    re.IGNORECASE,
)


def _at(masked: Masked, mention: Mention) -> int:
    """Where a mention stands in masked text."""
    return masked.text.find(chr(NUMBER_BASE + masked.mentions.index(mention))) - 1


INITIALS = 3  # letters of somebody's initials


def _no_place(mention: Mention) -> bool:
    """Whether a name is a state behind its town, or somebody's initials."""
    initials = mention.kind == "X" and len(mention.text) <= INITIALS and mention.text.isupper()
    return initials or mention.text.rstrip(".") in STATES


def onward(masked: Masked, first: Mention) -> Iterator[Mention]:
    """The places of a sentence that go on from one of its places of shooting, each near the one before it."""
    text, last = masked.text, first
    clauses = [masked.mentions_in(m.group()) for m in _NEXT.matches(text, masked.low)]
    for mention in masked.mentions:
        if mention.start < last.end or mention.kind not in "LX" or mention.indirect or _no_place(mention):
            continue
        between = text[_at(masked, last) + 2 : _at(masked, mention)]
        if any(mention in row for row in clauses):
            last = mention
            yield mention
            continue
        if len(between) > REACH or _OTHERWISE.search(between) or _CLAUSE_WORK in between:
            return
        if _INTO.search(between):
            last = mention
            yield mention


def next_places(masked: Masked) -> Iterator[Mention]:
    """The places of a sentence that goes on from a sentence about shooting."""
    if _TELLS_ELSE.search(masked.text) or _CLAUSE_WORK in masked.text:
        return
    for m in _FOLLOWS.matches(masked.text, masked.low):
        row = [place for place in masked.mentions_in(m.group()) if place.kind in "LX"]
        yield from row
        if row:
            yield from onward(masked, row[-1])
        return
