"""The Korean pack: how the Korean press writes production news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsreel.reading.compiling import compile_frames
from newsreel.reading.dates import DateMention, resolve
from newsreel.reading.frames import Draft, FrameSet
from newsreel.reading.langs.ko import (
    answers,
    attribution,
    awards,
    careers,
    casting,
    creditlines,
    crewverbs,
    facts,
    filmography,
    guards,
    interviews,
    lineup,
    links,
    listing,
    mentions,
    moves,
    places,
    plots,
    sentences,
    settling,
    showing,
    sources,
    unnamedparts,
)
from newsreel.reading.langs.ko.lexicon import words
from newsreel.reading.pack import Cue, Guard, load_data

if TYPE_CHECKING:
    from newsreel.model import Report
    from newsreel.reading.document import Document, Mention, Sentence

_GATE = re.compile(
    r"영화|드라마|배우|감독|넷플릭스|개봉|출연|캐스팅|촬영|작가|PD|예능|시리즈|애니메이션|다큐|웹툰|극본|연출|"
    r"방송|크랭크|주연|시트콤|뮤지컬|연극|사극|OTT|KBS|MBC|SBS|tvN|"
    r"장편|JTBC|티빙|디즈니|역을 맡|역으로|연기[한하를해]|활약|합류|신작|주인공|스크린|극장|캐릭터|원작"
)


class Korean:
    """The pack of Korean, gathered from its files."""

    lang = "ko"
    guards: Mapping[str, Guard] = guards.GUARDS

    @cached_property
    def frames(self) -> FrameSet:
        """The frames of data/frames.yml and of data/casting.yml."""
        data: dict[str, Any] = dict(load_data("ko", "frames"))
        data["macros"] = {**casting.macros(), **data["macros"], "types": f"(?:{words().types})"}
        data["frames"] = [{**row, "patterns": [casting.kinds(p) for p in row["patterns"]]} for row in data["frames"]]
        own = compile_frames("ko", data, casting.SEPARATORS, dict(self.guards))
        return FrameSet([*casting.frames().frames, *own])

    def relevant(self, text: str) -> bool:
        """Whether a word of the trade stands in the text at all."""
        return _GATE.search(text) is not None

    def sentences(self, report: Report) -> list[Sentence]:
        """The report's sentences, each in its zone."""
        return sentences.lay_out(report)

    def mentions(self, document: Document) -> list[Mention]:
        """All mentions, people told from characters."""
        return mentions.mentions(document)

    def follow(self, document: Document) -> None:
        """The main work and what is in focus."""
        links.follow(document)

    def value(self, document: Document, mention: Mention, predicate: str, tense: str) -> Any:
        """What a date or number means."""
        del document, predicate
        if isinstance(mention.value, DateMention):
            return resolve(mention.value, future={"future": True, "past": False}.get(tense)).edtf
        return mention.value if mention.value is not None else mention.text

    def readers(self) -> Iterable[Callable[[Document], Iterable[Draft]]]:
        """Credits in brackets, earlier works, nouns in passing."""
        return (
            creditlines.bracketed,
            creditlines.lines,
            crewverbs.crew,
            filmography.background,
            facts.passing,
            showing.dates,
            moves.moved,
            sources.sources,
            places.filmed,
            plots.plots,
            listing.cast,
            listing.parts,
            listing.cells,
            answers.answers,
            lineup.sections,
            lineup.shared,
            lineup.offered,
            lineup.presented,
            unnamedparts.parts,
            interviews.told,
            awards.prizes,
            careers.began,
            careers.aliases,
        )

    def cues(self, document: Document, sentence: Sentence) -> list[Cue]:
        """The cues of a sentence."""
        return attribution.cues(document, sentence)

    def settle(self, document: Document, drafts: list[Draft]) -> list[Draft]:
        """Drop what cannot be, add what follows."""
        return settling.settle(document, drafts)


PACK = Korean
