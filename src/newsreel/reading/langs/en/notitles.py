"""What is no title, whatever its votes take it for: bodies of people, towns, prizes, numbers, genres; nor a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon

if TYPE_CHECKING:
    from newsreel.reading.langs.en.tokens import Candidate


INSTITUTIONS = frozenset(
    [
        "Agency", "Association", "Bureau", "Commission", "Committee", "Corporation", "Council", "Department", "Festival", "Foundation", "Guild",
        "Award", "Awards", "Institute", "Jury", "Ministry", "Museum", "Police", "Service", "University",
    ]
)  # fmt: skip
# Last words of what is taken for a person's name: a number makes it a title, what is built a place.
NOBODY = {
    "0": "W",
    **dict.fromkeys(["Castle", "Abbey", "Cathedral", "Priory", "Street", "Road", "Avenue", "Square", "Hospital", "Stadium", "Airport", "Beach", "Barracks", "Quay"], "N"),
}  # fmt: skip
_NO_TITLE = re.compile(
    r"(?:No\.?|Number|Episode|Part|Vol\.?) ?\d{1,3}|(?:[\w.’'-]+ ){1,5}(?:AWARDS?|Award|Prize|PRIZE)|(?!The |A )(?:[\w.’'-]+ ){1,4}(?:Council|University|Committee|Ministry|Corporation|Institute|Foundation)"
    r"|Palme(?: d[’']Or)?|Cam[ée]ra d[’']Or|Grand Prix|(?:Jury|Grand) Prize|(?:Golden|Silver|Crystal) (?:Lion|Bear|Leopard|Palm|Shell|Globe|Goblet)s?|Volpi Cup|Queer Palm"
)
_KIND_BEHIND = re.compile(r" (?:series|film|movie|drama|thriller|epic|saga|show|genre)\b")
_PLACED = re.compile(r"\b(?:town|village|city|county|suburb|island|port|resort|borough|hamlet) of $")
# "his film about the Genoa summit", "Jones's novel of Guadalcanal": what it is about
_TOPIC = re.compile(
    r"\b(?:(?:films?|movies?|series|dramas?|documentar(?:y|ies)|pictures?|biopics?|books?) about|(?:novels?|memoirs?|stor(?:y|ies)|tales?|accounts?|histor(?:y|ies)) of) (?:the )?$"
)
_SPOTS = re.compile(
    r" (?:village|town|county|harbou?r|island|beach|castle|neighbou?rhood|district|province|program(?:me)?s?|sidebar|strand|section)\b"
)


def no_title(text: str, c: Candidate, *, sure: bool) -> bool:
    """Whether a name is a prize, a number or a genre ("the hit Western series"); or a body of people, a place or a programme, if in doubt."""
    genre = c.text.lower() in lexicon.word_list("genre_heads") and _KIND_BEHIND.match(text, c.outer[1]) is not None
    parts = c.text.split()
    body = (
        not sure
        and lexicon.key(c.text) not in lexicon.titles()
        and ((bool(parts[2:]) and not INSTITUTIONS.isdisjoint(parts)) or bool(_SPOTS.match(text, c.outer[1])))
    )
    placed = _PLACED.search(text, max(0, c.outer[0] - 14), c.outer[0]) is not None  # "the town of Pell"
    topic = text.count(c.text) == 1 and _TOPIC.search(text, max(0, c.outer[0] - 24), c.outer[0]) is not None
    return genre or body or placed or (topic and not sure) or _NO_TITLE.fullmatch(c.text) is not None
