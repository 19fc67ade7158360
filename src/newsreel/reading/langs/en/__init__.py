"""English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsreel.reading.compiling import compile_frames
from newsreel.reading.frames import FrameSet
from newsreel.reading.langs.en import (
    answers,
    background,
    basis,
    calendars,
    careers,
    clauses,
    collaborations,
    companies,
    cues,
    frames,
    guards,
    lengths,
    links,
    people,
    press,
    sentences,
    settling,
    shooting,
    slates,
    stages,
    timing,
    topics,
)
from newsreel.reading.langs.en.aliases import aliases
from newsreel.reading.langs.en.authors import authors
from newsreel.reading.langs.en.credits import anaphors, blocks, epithets, posts
from newsreel.reading.langs.en.dealers import dealers
from newsreel.reading.langs.en.deeds import deeds
from newsreel.reading.langs.en.faqs import faqs
from newsreel.reading.langs.en.handovers import handovers
from newsreel.reading.langs.en.honours import honoured
from newsreel.reading.langs.en.lives import ages, lives
from newsreel.reading.langs.en.markets import headed, markets
from newsreel.reading.langs.en.mentions import mentions
from newsreel.reading.langs.en.offspring import offspring
from newsreel.reading.langs.en.parts import parts
from newsreel.reading.langs.en.plots import loglines
from newsreel.reading.langs.en.remakes import remakes
from newsreel.reading.langs.en.rows import rows
from newsreel.reading.langs.en.trades import trades
from newsreel.reading.langs.en.twins import adaptations
from newsreel.reading.langs.en.unsaid import unsaid
from newsreel.reading.langs.en.verbless import verbless
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.model import Report
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.frames import Draft, Match
    from newsreel.reading.pack import Cue

_GATE = re.compile(
    r"film|movie|series|season|episode|drama|thriller|comedy|cast|actor|actress|direct|shoot|on floors|screen|premiere|streaming|novel|anime|show|sequel|"
    r"remake|netflix|pilot|pic\b|skein|thesp|documentary|biopic|camera|produc|script|spin-?off|prequel|stream|studio|writ|creat|music|score|\bstar|festival|\bplays?\b|\brole\b|dropped out|remake|commission|logline|\bwrap\b|axed|renewed|cancelled|lensing|adapt",
)

# A pattern that begins with a letter begins where a word does: "led by" is not in "bankrolled by".
_AT_WORD = re.compile(r"^(?=(?:\(\?:|\(\?P<\w+>|\()*(?:[A-Za-z]|\[[A-Z][a-z]\]))")
_NO_LETTER = "(?<![A-Za-z])"


class English:
    """The English pack."""

    lang = "en"
    guards: Mapping[str, Callable[[Document, Match], bool]] = {
        **guards.GUARDS,
        **background.GUARDS,
        **press.GUARDS,
        **companies.GUARDS,
        **basis.GUARDS,
        **collaborations.GUARDS,
    }

    @cached_property
    def frames(self) -> FrameSet:
        """All frames of data/frames*.yml; those that part works of one name come first."""
        found = []
        for name in (
            "frames_background",
            "frames",
            "frames_production",
            "frames_time",
            "frames_people",
            "frames_press",
            "frames_parts",
            "frames_relays",
            "frames_denials",
            "frames_offers",
            "frames_together",
            "frames_asia",
        ):
            data = load_data("en", name)
            data = {**data, "macros": {**frames.macros(), **(data.get("macros") or {})}}
            for row in data["frames"]:
                row["patterns"] = [_AT_WORD.sub(_NO_LETTER, text) for text in row["patterns"]]
            found += compile_frames("en", data, frames.SEPARATORS, dict(self.guards), small=True)
        return FrameSet(found, clauses.one_list)

    def relevant(self, text: str) -> bool:
        """Whether a word of the trade stands in it."""
        return _GATE.search(text.lower()) is not None and not topics.elsewhere(text)

    def sentences(self, report: Report) -> list[Sentence]:
        """Sentences in zones."""
        return sentences.split(report)

    def mentions(self, document: Document) -> list[Mention]:
        """Names, dates and words of the trade."""
        return mentions(document)

    def follow(self, document: Document) -> None:
        """What each place speaks of."""
        links.follow(document)

    def value(self, document: Document, mention: Mention, predicate: str, tense: str) -> Any:
        """The value of a date, number or word."""
        return frames.value(document, mention, predicate, tense)

    def readers(self) -> Iterable[Callable[[Document], Iterable[Draft]]]:
        """Credit blocks and plots."""
        return (
            blocks,
            slates.slates,
            rows,
            posts,
            epithets,
            markets,
            headed,
            dealers,
            trades,
            anaphors,
            parts,
            deeds,
            unsaid,
            handovers,
            careers.careers,
            timing.timing,
            calendars.calendars,
            stages.stages,
            shooting.shooting,
            lengths.lengths,
            people.people,
            answers.answers,
            adaptations,
            aliases,
            authors,
            remakes,
            offspring,
            loglines,
            lives,
            ages,
            faqs,
            verbless,
            honoured,
        )

    def cues(self, document: Document, sentence: Sentence) -> list[Cue]:
        """How sure, on whose word."""
        return cues.cues(document, sentence)

    def settle(self, document: Document, drafts: list[Draft]) -> list[Draft]:
        """Canonical words; what cannot stand goes."""
        return settling.settle(document, background.one_source(document, drafts))


PACK = English
