"""What resolving gives: the identity of every mention, the entities, and what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsreel.model import Entity, mention_id
from newsreel.resolving.replaying import Clash


@dataclass(frozen=True, slots=True)
class Question:
    """Two entities that may be one, for a person to decide.

    `left` and `right` are mention ids that stand for them; `entities` their entity ids; `score` the sum of the
    evidence, `reasons` the evidence for and against in plain words; `shown` what is known of either side, in words.
    """

    left: str
    right: str
    entities: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who.

    `entities` by id; `mentions`: the entity id of every mention id; `questions`: the pairs that wait for a person, the
    likeliest first; `clashes`: judgements of persons that contradict each other; `references`: ids in catalogs
    ("imdb:nm0000001") by entity id.
    """

    entities: Mapping[str, Entity]
    mentions: Mapping[str, str]
    questions: tuple[Question, ...] = ()
    clashes: tuple[Clash, ...] = ()
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, report: str, local: str) -> str:
        """The entity id of a name of a report; KeyError when the report has no such mention."""
        return self.mentions[mention_id(report, local)]
