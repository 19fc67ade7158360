"""Who and what is one thing: mentions, judgements about them, and the identities replayed from these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from json.encoder import encode_basestring
from typing import Any

from newsreel.model.canonical import identity, identity_of_text


class Verdict(StrEnum):
    """What a judgement says of two things; unsure and undecided are values beside yes and no."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's word on whether two things are one.

    `left` and `right` are mention ids, sorted. `by` is "rule:NAME" or "person:NAME"; `because` the reason in words.
    `date` is an ISO 8601 day, with the time (UTC) behind it where the order of two on one day matters. A person's
    word beats any rule's; of two by the same, the later counts. `UNDECIDED` takes an earlier one back.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    because: str
    date: str = ""

    def to_entry(self) -> dict[str, Any]:
        """The judgement as it stands in the ledger."""
        return {
            "left": self.left,
            "right": self.right,
            "verdict": self.verdict.value,
            "by": self.by,
            "because": self.because,
            "date": self.date,
        }

    @classmethod
    def from_entry(cls, entry: dict[str, Any]) -> Judgement:
        """The judgement that `to_entry` wrote."""
        return cls(**{**entry, "verdict": Verdict(entry["verdict"])})

    @property
    def id(self) -> str:
        """From its content."""
        return identity(self.to_entry())


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with an identity: the mentions that judgements made one, and every name read for it.

    `id` is the smallest id among its mentions; any mention's id leads to it. `names`: the most used first.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    mentions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The most used name."""
        return self.names[0]

    def to_json(self) -> dict[str, Any]:
        """A line of the entities file."""
        return {"id": self.id, "kind": self.kind, "names": list(self.names)}


def mention_id(report: str, local: str) -> str:
    """The id of a thing as one report means it (`report`: the report's id; `local`: Ref.local)."""
    # Written out, for it is done for every name of every claim: the canonical JSON of both.
    return identity_of_text(f'{{"local":{encode_basestring(local)},"report":{encode_basestring(report)}}}')
