"""What one report says: a subject, a predicate, an object, how sure, on whose word, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newsreel.model.canonical import identity
from newsreel.model.report import Span


@dataclass(frozen=True, slots=True)
class Ref:
    """An entity as one report means it.

    `local` tells entities of one report apart ("w1"; two works of one name have two); `names` holds every form that
    the report uses, the fullest first. `kind` is a word of vocabulary/kinds.yml.
    """

    local: str
    kind: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]

    def to_entry(self) -> dict[str, Any]:
        """The entity with its local mark, as the ledger keeps it."""
        return {"local": self.local, "kind": self.kind, "names": list(self.names)}

    @classmethod
    def from_entry(cls, entry: dict[str, Any]) -> Ref:
        """The Ref that `to_entry` wrote."""
        return cls(entry["local"], entry["kind"], tuple(entry["names"]))


@dataclass(frozen=True, slots=True)
class Slots:
    """What qualifies a claim; a slot that does not apply is None.

    `as_` is the occupation of a career_start, `for_` the work of an award, `date` (EDTF) dates a production_status.
    """

    character: str | None = None
    role: str | None = None
    billing: str | None = None
    relation: str | None = None
    venue: str | None = None
    as_: str | None = None
    for_: str | None = None
    date: str | None = None

    def to_json(self) -> dict[str, str | None]:
        """All slots under their names in the claims file, None included."""
        return {
            "character": self.character,
            "role": self.role,
            "billing": self.billing,
            "relation": self.relation,
            "venue": self.venue,
            "as": self.as_,
            "for": self.for_,
            "date": self.date,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Slots:
        """The slots of a line of the claims file; missing ones are None."""
        return cls(
            character=data.get("character"),
            role=data.get("role"),
            billing=data.get("billing"),
            relation=data.get("relation"),
            venue=data.get("venue"),
            as_=data.get("as"),
            for_=data.get("for"),
            date=data.get("date"),
        )


NO_SLOTS = Slots()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one report says.

    `object` is a Ref, or a plain value (a date in EDTF, a number, a word of the vocabulary, True), or None when the
    report says that it is not known yet. `by` names those on whose word it is said. `span` is the evidence, in code
    points of the report's stored text; `rule` the name of the rule that read it ("en/cast/will-star-in"). `amid`, for a
    claim without `by`: the voices, each with its status, that the report passes on where it tells its news, so that it
    can be weighed whether the claim is had from one of them; `within`: the voices of the sentence that says it in
    passing. `also`: on whose word, and how sure, the report says the
    same elsewhere ("the paper wrote …; the agency confirmed it"). None of these is part of the claims file.
    """

    report: str
    subject: Ref
    predicate: str
    object: Ref | str | int | bool | None
    status: str
    span: Span
    rule: str
    by: tuple[str, ...] = ()
    slots: Slots = field(default=NO_SLOTS)
    amid: tuple[tuple[str, str], ...] = ()
    within: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def to_json(self, text: str) -> dict[str, Any]:
        """The claim as a line of the claims file; `text` is the report's stored text, for the quote."""
        slots = self.slots.to_json()
        date = slots.pop("date")
        return {
            "report": self.report,
            "subject": {"kind": self.subject.kind, "names": list(self.subject.names)},
            "predicate": self.predicate,
            "object": _object_json(self.object),
            **slots,
            "status": self.status,
            "by": list(self.by),
            "date": date,
            "evidence": {"start": self.span.start, "end": self.span.end, "quote": self.span.quote(text)},
            "rule": self.rule,
        }

    def to_entry(self) -> dict[str, Any]:
        """The claim as it stands in the ledger: everything but the quote, local marks included."""
        obj = self.object
        entry: dict[str, Any] = {
            "report": self.report,
            "subject": self.subject.to_entry(),
            "predicate": self.predicate,
            "object": obj.to_entry() if isinstance(obj, Ref) else _object_json(obj),
            "slots": {k: v for k, v in self.slots.to_json().items() if v is not None},
            "status": self.status,
            "by": list(self.by),
            "span": [self.span.start, self.span.end],
            "rule": self.rule,
        }
        if self.amid:
            entry["amid"] = [list(voice) for voice in self.amid]
        if self.within:
            entry["within"] = [list(voice) for voice in self.within]
        if self.also:
            entry["also"] = [[status, list(by)] for status, by in self.also]
        return entry

    @classmethod
    def from_entry(cls, entry: dict[str, Any]) -> Claim:
        """The claim that `to_entry` wrote."""
        obj = entry["object"]
        return cls(
            report=entry["report"],
            subject=Ref.from_entry(entry["subject"]),
            predicate=entry["predicate"],
            object=None if obj is None else Ref.from_entry(obj) if "names" in obj else obj["value"],
            status=entry["status"],
            span=Span(*entry["span"]),
            rule=entry["rule"],
            by=tuple(entry["by"]),
            slots=Slots.from_json(entry["slots"]),
            amid=tuple((status, name) for status, name in entry.get("amid", ())),
            within=tuple((status, name) for status, name in entry.get("within", ())),
            also=tuple((status, tuple(by)) for status, by in entry.get("also", ())),
        )

    @property
    def id(self) -> str:
        """The claim's id, from its content."""
        return identity(self.to_entry())


def _object_json(obj: Ref | str | int | bool | None) -> dict[str, Any] | None:
    if obj is None:
        return None
    if isinstance(obj, Ref):
        return {"kind": obj.kind, "names": list(obj.names)}
    return {"value": obj}
