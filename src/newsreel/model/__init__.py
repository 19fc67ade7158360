"""The core types: frozen, no input or output, nothing of a store or of the web."""

from newsreel.model.claim import NO_SLOTS, Claim, Ref, Slots
from newsreel.model.entity import Entity, Judgement, Verdict, mention_id
from newsreel.model.fact import Change, Conflict, Fact, Origin, Record, Side, Turn, Voice
from newsreel.model.period import Period
from newsreel.model.report import Imprint, Report, Source, Span
from newsreel.model.statement import Statement

__all__ = [
    "NO_SLOTS",
    "Change",
    "Claim",
    "Conflict",
    "Entity",
    "Fact",
    "Imprint",
    "Judgement",
    "Origin",
    "Period",
    "Record",
    "Ref",
    "Report",
    "Side",
    "Slots",
    "Source",
    "Span",
    "Statement",
    "Turn",
    "Verdict",
    "Voice",
    "mention_id",
]
