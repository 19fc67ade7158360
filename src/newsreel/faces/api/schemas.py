"""What the API says, in pydantic: the types of its answers."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from newsreel.model import Change, Claim, Conflict, Entity, Fact, Judgement, Origin, Ref, Report, Slots, Voice


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""


class EntityOut(BaseModel):
    """A title, person or company."""

    id: str
    kind: str
    name: str
    names: list[str]

    @classmethod
    def of(cls, entity: Entity) -> EntityOut:
        """From the core type."""
        return cls(id=entity.id, kind=entity.kind, name=entity.name, names=list(entity.names))


class OriginOut(BaseModel):
    """An independent first voice; `relays` are ids of reports that pass it on."""

    voice: str
    kind: str
    report: str
    date: str
    relays: list[str]

    @classmethod
    def of(cls, origin: Origin) -> OriginOut:
        """From the core type."""
        return cls(
            voice=origin.voice, kind=origin.kind, report=origin.report, date=origin.date, relays=list(origin.relays)
        )


class SlotsOut(BaseModel):
    """What qualifies a claim or fact; null where it does not apply. `date` is EDTF."""

    model_config = ConfigDict(populate_by_name=True)

    character: str | None = None
    role: str | None = None
    billing: str | None = None
    relation: str | None = None
    venue: str | None = None
    as_: str | None = Field(default=None, alias="as")
    for_: str | None = Field(default=None, alias="for")
    date: str | None = None

    @classmethod
    def of(cls, slots: Slots) -> SlotsOut:
        """From the core type."""
        return cls.model_validate(slots.to_json())


class FactOut(BaseModel):
    """An answer with its verdict; `object` is an entity's id in `entity`, a `value`, or null for "not announced"."""

    id: str
    subject: str
    predicate: str
    object: dict[Literal["entity", "value"], str | int | bool] | None
    slots: SlotsOut
    verdict: str
    reason: str
    origins: list[OriginOut]
    first_report: str
    first_date: str
    claims: list[str]
    against: list[str]

    @classmethod
    def of(cls, fact: Fact) -> FactOut:
        """From the core type."""
        kind: Literal["entity", "value"] = "entity" if fact.object_is_entity else "value"
        return cls(
            id=fact.id,
            subject=fact.subject,
            predicate=fact.predicate,
            object=None if fact.object is None else {kind: fact.object},
            slots=SlotsOut.of(fact.slots),
            verdict=fact.verdict,
            reason=fact.reason,
            origins=[OriginOut.of(origin) for origin in fact.origins],
            first_report=fact.first_report,
            first_date=fact.first_date,
            claims=list(fact.claims),
            against=list(fact.against),
        )


class VoiceOut(BaseModel):
    """One claim for or against a fact, heard as somebody's word, with the words themselves."""

    claim: str
    report: str
    outlet: str
    date: str
    kind: str
    speaker: str
    source: str
    denies: bool
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, voice: Voice, claim: Claim, text: str) -> VoiceOut:
        """From the core types; offsets are code points of the report's text."""
        return cls(
            claim=voice.claim, report=voice.report, outlet=voice.outlet, date=voice.date, kind=voice.kind,
            speaker=voice.speaker, source=voice.source, denies=voice.denies, start=claim.span.start,
            end=claim.span.end, quote=claim.span.quote(text),
        )  # fmt: skip


class WhyOut(BaseModel):
    """A fact with every claim for and against it."""

    fact: FactOut
    voices: list[VoiceOut]


class RefOut(BaseModel):
    """A thing as one report names it."""

    kind: str
    names: list[str]


class ClaimOut(BaseModel):
    """What one report says: subject, predicate, object, how sure, on whose word, and where it stands."""

    id: str
    subject: RefOut
    predicate: str
    object: RefOut | dict[Literal["value"], str | int | bool] | None
    slots: SlotsOut
    status: str
    by: list[str]
    start: int
    end: int
    quote: str
    rule: str

    @classmethod
    def of(cls, claim: Claim, text: str) -> ClaimOut:
        """From the core type; offsets are code points of the report's text."""
        obj = claim.object
        shown: Any = None if obj is None else _ref(obj) if isinstance(obj, Ref) else {"value": obj}
        return cls(
            id=claim.id, subject=_ref(claim.subject), predicate=claim.predicate, object=shown,
            slots=SlotsOut.of(claim.slots), status=claim.status, by=list(claim.by), start=claim.span.start,
            end=claim.span.end, quote=claim.span.quote(text), rule=claim.rule,
        )  # fmt: skip


def _ref(ref: Ref) -> RefOut:
    return RefOut(kind=ref.kind, names=list(ref.names))


class ReportOut(BaseModel):
    """A report without its text."""

    id: str
    title: str
    outlet: str
    language: str
    published: dt.date | None
    url: str
    snapshot: int

    @classmethod
    def of(cls, report: Report) -> ReportOut:
        """From the core type."""
        return cls(
            id=report.id, title=report.title, outlet=report.outlet, language=report.language,
            published=report.published, url=report.url, snapshot=report.snapshot,
        )  # fmt: skip


class ReportWithText(ReportOut):
    """A report with its text and what was read in it."""

    text: str
    claims: list[ClaimOut]


class SideOut(BaseModel):
    """One side of a conflict."""

    fact: str
    denies: bool
    origins: list[OriginOut]
    claims: list[str]


class ConflictOut(BaseModel):
    """Facts that contradict each other; `likely` is one of them, or "" when open."""

    subject: str
    predicate: str
    facts: list[str]
    likely: str
    reason: str
    sides: list[SideOut]

    @classmethod
    def of(cls, conflict: Conflict) -> ConflictOut:
        """From the core type."""
        sides = [
            SideOut(fact=s.fact, denies=s.denies, origins=[OriginOut.of(o) for o in s.origins], claims=list(s.claims))
            for s in conflict.sides
        ]
        return cls(
            subject=conflict.subject, predicate=conflict.predicate, facts=list(conflict.facts),
            likely=conflict.likely, reason=conflict.reason, sides=sides,
        )  # fmt: skip


class ChangeOut(BaseModel):
    """Something that a follower is told, once."""

    date: str
    report: str
    kind: str
    subject: str
    words: str
    fact: FactOut
    before: FactOut | None

    @classmethod
    def of(cls, change: Change) -> ChangeOut:
        """From the core type."""
        before = FactOut.of(change.before) if change.before else None
        return cls(
            date=change.date, report=change.report, kind=change.kind, subject=change.subject, words=change.words,
            fact=FactOut.of(change.fact), before=before,
        )  # fmt: skip


class JudgementOut(BaseModel):
    """Somebody's word on whether two things are one."""

    id: str
    left: str
    right: str
    verdict: str
    by: str
    because: str
    date: str

    @classmethod
    def of(cls, judgement: Judgement) -> JudgementOut:
        """From the core type."""
        return cls(id=judgement.id, **judgement.to_entry())


class QuestionOut(BaseModel):
    """Two things that may be one and wait for a person."""

    left: str
    right: str
    entities: list[str]
    reasons: list[str]


class DossierOut(BaseModel):
    """All that is known about one entity as of a day (null: today)."""

    entity: EntityOut
    as_of: dt.date | None
    facts: list[FactOut]
    conflicts: list[ConflictOut]
    names: dict[str, str] = Field(description="Names of the entities that the facts point to, by id")


class NodeOut(BaseModel):
    """A thing or voice in a graph."""

    id: str
    name: str
    kind: str
    href: str
    root: bool


class EdgeOut(BaseModel):
    """A line in a graph."""

    source: str
    target: str
    label: str
    verdict: str


class GraphOut(BaseModel):
    """Who is in what with whom, or who had it from whom."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]


class SizeOut(BaseModel):
    """How much the ledger holds."""

    reports: int
    claims: int
    mentions: int
    entities: int


class AddedOut(BaseModel):
    """What became of a report: new, changed or known."""

    report: str
    outcome: str
    claims: int
    snapshot: int


class Page(BaseModel):
    """What every page of a list has: `next` is the cursor of the page after it, null on the last."""

    next: str | None


class Entities(Page):
    """A page of entities."""

    items: list[EntityOut]


class Facts(Page):
    """A page of facts."""

    items: list[FactOut]


class Reports(Page):
    """A page of reports."""

    items: list[ReportOut]


class Conflicts(Page):
    """A page of conflicts."""

    items: list[ConflictOut]


class Changes(Page):
    """A page of changes."""

    items: list[ChangeOut]


class Judgements(Page):
    """A page of judgements."""

    items: list[JudgementOut]


class Questions(Page):
    """A page of what waits for a person."""

    items: list[QuestionOut]
