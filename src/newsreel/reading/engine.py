"""The engine, one for all languages: sentences, mentions, frames, attribution, claims.

What a language knows stands in its pack (langs/XX); what is here knows no language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreel.reading.assemble import assemble
from newsreel.reading.attribution import attribute
from newsreel.reading.bothnames import unite
from newsreel.reading.document import FURNITURE, Document, Focus
from newsreel.reading.frames import drafts as drafts_of
from newsreel.reading.mask import Masked
from newsreel.reading.pack import LANGUAGES, pack_for

if TYPE_CHECKING:
    from newsreel.model import Claim, Report
    from newsreel.reading.frames import Draft, Match
    from newsreel.reading.pack import Cue, Pack


@dataclass(slots=True)
class Trace:
    """All that happened while a report was read, for explanations. `matches` holds frames that made no claim too."""

    document: Document
    relevant: bool = True
    matches: list[Match] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)


def read(report: Report) -> list[Claim]:
    """Every claim that the report makes, in the order of the text; [] for a language without a pack.

    Deterministic; for every claim `claim.span.quote(report.text)` are the words that it was read from.
    """
    if report.language not in LANGUAGES:
        return []
    pack = pack_for(report.language)
    if not pack.relevant(report.text):
        return []
    document = lay_out(report, pack)
    return assemble(document, _settled(document, pack, _matches(document, pack)))


def explain(report: Report) -> Trace:
    """Read a report and keep what led to each claim; KeyError for a language without a pack."""
    pack = pack_for(report.language)
    if not pack.relevant(report.text):
        return Trace(Document(report, []), relevant=False)
    document = lay_out(report, pack)
    matches = _matches(document, pack)
    settled = _settled(document, pack, matches)
    cues = {s.index: pack.cues(document, s) for s in document.sentences}
    claims = assemble(document, settled)
    return Trace(document, matches=matches, drafts=settled, cues=cues, claims=claims)


def lay_out(report: Report, pack: Pack) -> Document:
    """The report with its sentences, mentions, links and focus, ready for frames."""
    document = Document(report, pack.sentences(report))
    document.place(pack.mentions(document))
    unite(document)
    document.focus = [Focus() for _ in document.sentences]
    pack.follow(document)
    for sentence in document.sentences:
        if sentence.zone != FURNITURE:
            sentence.masked = Masked(document.text, sentence.start, sentence.end, sentence.mentions)
    return document


def _matches(document: Document, pack: Pack) -> list[Match]:
    return [match for sentence in document.sentences for match in pack.frames.matches(sentence)]


def _settled(document: Document, pack: Pack, matches: list[Match]) -> list[Draft]:
    found = [draft for match in matches for draft in drafts_of(document, match, pack)]
    for reader in pack.readers():
        found.extend(reader(document))
    attribute(document, found, pack)
    return pack.settle(document, found)
