"""A report laid out for reading: sentences in zones, the mentions in them, and what the mentions refer to."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsreel.reading.literals import lowered
from newsreel.reading.needs import Asked

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newsreel.model import Report
    from newsreel.reading.mask import Masked
    from newsreel.reading.needs import Sought

HEADLINE, BODY, CAPTION, LISTING, FURNITURE = "headline", "body", "caption", "listing", "furniture"

# One letter a kind, as frames write them between braces; the three in ENTITY_KINDS stand for things with an identity.
KINDS = {
    "P": "person",
    "W": "work",
    "O": "organization",
    "C": "character",
    "L": "place",
    "D": "date",
    "N": "number",
    "T": "type word",
    "G": "genre",
    "A": "country or nationality",
    "J": "occupation",
    "R": "role phrase",
    "S": "season or part number",
    "K": "what an organization is",
    "E": "festival or event",
    "M": "award",
    "X": "name of undecided kind",
}
ENTITY_KINDS = {"P": "person", "W": "work", "O": "organization", "L": "place"}


_ASKED = Asked()


@dataclass(slots=True, eq=False)
class Referent:
    """One thing as this report means it; mentions point to it. Two of one name are two referents.

    `names` holds the forms met, the fullest first; `facts` what the reader noted of it on the way (a pack's own
    words: "type", "gender", "native", …), for links and guards.
    """

    kind: str
    names: list[str]
    facts: dict[str, Any] = field(default_factory=dict)
    order: int = 0

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]

    def call(self, name: str) -> None:
        """Note another form of the name."""
        if name and name not in self.names:
            self.names.append(name)


@dataclass(slots=True, eq=False)
class Mention:
    """Words that name something. `start` and `end` are code points of the report's stored text.

    `kind` is a letter of KINDS; `text` the name as it is to be kept (without brackets, particles, honorifics);
    `value` what a date, number or word means (a Period, an int, a word of the vocabulary); `referent` the thing meant;
    `indirect` marks "the actress", "그", 同作; `reasons` say why the kind was chosen.
    """

    start: int
    end: int
    kind: str
    text: str
    value: Any = None
    referent: Referent | None = None
    indirect: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence, headline, caption or list line; `start` and `end` in code points of the stored text.

    `paragraph` counts paragraphs from 0; `mentions` are in order and do not overlap; `masked` is its form for frames.
    """

    index: int
    start: int
    end: int
    zone: str
    paragraph: int
    mentions: list[Mention] = field(default_factory=list)
    masked: Masked | None = None


@dataclass(slots=True)
class Focus:
    """What the text is about at the start of a sentence: whom or what unnamed subjects mean."""

    work: Referent | None = None
    person: Referent | None = None
    people: tuple[Referent, ...] = ()
    organization: Referent | None = None


class Document:
    """A report being read."""

    def __init__(self, report: Report, sentences: list[Sentence]) -> None:
        self.report = report
        self.text = report.text
        self.sentences = sentences
        self.mentions: list[Mention] = []
        self.referents: list[Referent] = []
        self.focus: list[Focus] = []
        self.main_work: Referent | None = None
        self.notes: dict[str, Any] = {}
        self.works_at: list[tuple[int, Referent | None]] = []
        self.people_at: list[tuple[int, Referent | None]] = []
        self._needed: dict[Sought, list[int]] = {}

    @property
    def anchor(self) -> dt.date:
        """The day that relative dates count from: the report's."""
        return self.report.published or dt.date(1, 1, 1)

    @cached_property
    def low(self) -> str:
        """The text in lower case, place for place."""
        return lowered(self.text)

    def may_stand(self, sought: Sought, start: int, end: int) -> bool:
        """Whether something that a pattern needs begins in a stretch; what the report has of it is found once."""
        places = self._needed.get(sought)
        if places is None:
            _ASKED.ask(sought)
            self._needed = _ASKED.places(self.low)
            places = self._needed[sought]
        if not places:
            return not sought.needs
        i = bisect_left(places, start)
        return i < len(places) and places[i] < end

    def search(self, sought: Sought, start: int, end: int) -> re.Match[str] | None:
        """The first match of a pattern in a stretch, which it takes for all there is; sought where it may stand."""
        return sought.compiled.search(self.text[start:end]) if self.may_stand(sought, start, end) else None

    def matches(self, sought: Sought, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The matches of a pattern in a sentence."""
        if not self.may_stand(sought, sentence.start, sentence.end):
            return iter(())
        return sought.compiled.finditer(self.text, sentence.start, sentence.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a code point, or None between sentences."""
        i = bisect_right(self._starts, position) - 1
        if i < 0 or position >= self.sentences[i].end:
            return None
        return self.sentences[i]

    def work_at(self, position: int) -> Referent | None:
        """The work that words at a code point speak of, as `works_at` (sorted starts) has it."""
        return _at(self.works_at, position)

    def person_at(self, position: int) -> Referent | None:
        """The person that words at a code point speak of, as `people_at` has it."""
        return _at(self.people_at, position)

    def refer(self, kind: str, name: str) -> Referent:
        """A new referent; `kind` as in ENTITY_KINDS' values."""
        referent = Referent(kind, [name], order=len(self.referents))
        self.referents.append(referent)
        return referent

    def place(self, mentions: list[Mention]) -> None:
        """Put mentions into their sentences: sorted; of two that overlap the longer stays; none crosses a sentence."""
        chosen: list[Mention] = []
        for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
            if not chosen or mention.start >= chosen[-1].end:
                chosen.append(mention)
            elif mention.end - mention.start > chosen[-1].end - chosen[-1].start:
                chosen[-1] = mention
        for sentence in self.sentences:
            sentence.mentions = []
        for mention in chosen:
            home = self.sentence_at(mention.start)
            if home is not None and mention.end <= home.end:
                home.mentions.append(mention)
        self.mentions = [m for s in self.sentences for m in s.mentions]


def _at(changes: list[tuple[int, Referent | None]], position: int) -> Referent | None:
    i = bisect_right(changes, position, key=lambda change: change[0]) - 1
    return changes[i][1] if i >= 0 else None
