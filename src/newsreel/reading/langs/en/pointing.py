"""What nouns that point back mean ("the series", "the original"), and what a walk through a report knows on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention, Referent
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.offspring import born_as
from newsreel.reading.langs.en.twins import twin_of

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

# What "the film" and "the series" may be said of.
_ALIKE = {
    "film": frozenset({"film", "short", "special", "documentary", "animation_film"}),
    "series": frozenset({"series", "animation_series", "variety", "documentary"}),
}
# "the live-action Harbor": what the report calls the anime beside it is another work.
_LIVE = re.compile(r"\blive[- ]action\b|\badapts the manga\b|\bremake of the (?:\w+ )?anim")
_DRAWN = frozenset({"animation_series", "animation_film"})
SOURCE_TYPES = frozenset({"book", "manga", "webtoon", "game", "play"})
MAIN_STORY = Referent("work", ["(the main work)"])  # stands for it until a next story begins


class Walk:
    """The state of the walk through a report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topic: Referent | None = document.main_work
        self.heading: Referent | None = None
        self.story: Referent | None = MAIN_STORY
        self.source: Referent | None = None
        self.subject: Referent | None = None
        self.recent: list[Referent] = []
        self.people: list[Referent] = []
        self.passage: list[Referent] = []
        self.career: list[Referent] | None = None  # of a sentence about what somebody did besides
        self.pair: list[Referent] = []  # the works that the last sentence with any told of, in order
        self.beside: Referent | None = None  # another work than the topic that the sentence before told of last


_DERIVED = re.compile(r"\b(?:remakes?|reboot|sequel|prequel|spin-?off|adaptation|version|revival|redo(?:es)?)\b")


def original(document: Document, mention: Mention, state: Walk, here: Referent | None) -> Referent | None:
    """What a noun that points back means; "the original" is the source that was named, nothing where that has no name."""
    if (project := born_as(document, str(mention.value).rsplit(" ", maxsplit=1)[-1])) is not None:
        return project
    if "original" not in str(mention.value).split():
        return work_meant(document, mention, state, here)
    if state.source is not None or _DERIVED.search(document.text, document.report.body):
        return state.source
    return work_meant(document, mention, state, here)


def work_meant(document: Document, mention: Mention, state: Walk, here: Referent | None) -> Referent | None:  # noqa: C901, PLR0911 - each case answers for itself
    """The work that "the series" means: the one spoken of, or the last one named of that type."""
    noun = str(mention.value)
    wanted = lexicon.lexemes("types").get(noun) or lexicon.lexemes("types").get(noun.rsplit(" ", maxsplit=1)[-1])
    topic = here or state.topic
    if wanted is None or (topic is None and document.notes["nameless"]):
        return topic
    if state.passage and topic is document.main_work and document.main_work not in state.passage:
        for referent in reversed(state.passage):
            if referent.facts.get("type", wanted) in _ALIKE.get(wanted, {wanted}):
                return referent
    alike = _ALIKE.get(wanted, frozenset({wanted}))
    if topic is not None and (
        topic.facts.get("type") in alike or (topic in state.passage and "type" not in topic.facts and wanted in _ALIKE)
    ):
        return topic
    if topic is not None and wanted in _DRAWN and _LIVE.search(document.low):
        return twin_of(document, topic, wanted)
    for referent in reversed(state.recent[-6:]):
        if referent.facts.get("type") == wanted:
            return referent
    if wanted in SOURCE_TYPES:
        return None
    if topic is not None and topic.facts.get("type") in (
        None,
        "animation_series",
        "animation_film",
        "special",
        "documentary",
    ):
        return topic
    return (
        topic
        if wanted in ("film", "series") and topic is not None and topic.facts.get("type") not in SOURCE_TYPES
        else None
    )


# "the former has Ann Lee, the latter Bo Kim"; "The first opens in May; the second will not"
_ONE_OF = re.compile(
    r"\b(?:[Tt]he (?:(?P<first>former|one(?=[,;])|first(?: of (?:the two|these|them))?)|(?P<last>latter|second|other)|(?P<third>third|last))(?: one)?)(?=[,;.)]| (?:is|was|has|had|will|shows?|stars?|comes?|opens?|arrives?|follows|goes|went|gets|got|takes|premieres?|[A-Z]|of which|being|with|from|by|on|for)\b)"
)
_CLAUSE = re.compile(r"[;:–—] |, (?:and|but|while) ")
_PAIR, _THREE = 2, 3


def one_of(document: Document, start: int, end: int, pair: list[Referent]) -> list[tuple[int, Mention]]:
    """Where a sentence comes to one of the two or three works of the sentence before, and the words that mean it."""
    if not _PAIR <= len(pair) <= _THREE:
        return []
    found: list[tuple[int, Mention]] = []
    for m in _ONE_OF.finditer(document.text, start, end):
        if m.lastgroup == "third" and len(pair) != _THREE:
            continue
        if m["last"] in {"latter", "other"} and len(pair) != _PAIR:
            continue
        work = pair[0] if m["first"] else pair[1] if m["last"] else pair[2]
        since = found[-1][1].end if found else start
        clauses = [c.end() for c in _CLAUSE.finditer(document.text, since, m.start())]
        back = Mention(*m.span(), "W", m.group(), m.group(), work, indirect=True, reasons=("one of two",))
        found.append((clauses[-1] if clauses else m.start() if found else start, back))
    return found


_NOT_YET = (
    r"(?:last|next|previous|earlier|other|another|upcoming|forthcoming|early|best-known|recent|many|own|untitled)"
)
_OWNED = re.compile(
    rf"^[\"“‘'*]*(?:(?:And|But|In|For|So) )?(?P<owner>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}}?)(?:['’]s|(?<=s)['’]) (?:(?!{_NOT_YET}\b)[\w-]+ ){{0,3}}?$"
)
_SHOWN = frozenset({"film", "series", "animation_film", "animation_series", "documentary", "short", "special"})
_GOES_ON = re.compile(
    r"(?:,? (?:which|set|shot|made|based|adapted|from|out of|about|with|starring|produced|scripted|written|co-written)\b[^.;]*)?,? (?:has|have|had|stars?|starred|opens?|opened|premieres?|premiered|follows|is (?:set|out|based|from|due|in|about)|was (?:shot|made|based|filmed|adapted)|comes?|came|tells|goes|went|won|took|runs|casts?|gets?|got|arrives?|airs?|streams?|features|features|reunites|cost|centres|centers|brings)\b"
)


def owned(document: Document, sentence: Sentence, work: Referent) -> Mention | None:
    """The noun in "Ann Lee's film has Bo Kim" that means the work spoken of; None where the sentence names a work itself."""
    types = [m for m in sentence.mentions[:3] if m.kind == "T" and m.value in _SHOWN]
    if not types or any(m.kind == "W" and not m.indirect for m in sentence.mentions):
        return None
    noun = types[0]
    owner = _OWNED.match(document.text[sentence.start : noun.start])
    if owner is None or not _GOES_ON.match(document.text[noun.end : sentence.end]):
        return None
    of_another = re.compile(
        rf"{re.escape(owner['owner'].rsplit(' ', maxsplit=1)[-1])}['’]s? (?:[\w-]+ ){{0,3}}[\"“‘'*]*$"
    )
    for m in document.mentions:
        if (
            m.kind == "W"
            and not m.indirect
            and m.referent is not work
            and of_another.search(document.text, max(0, m.start - 60), m.start)
        ):
            return None
    return noun
