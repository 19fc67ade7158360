"""What resolving gives: the identity of every mention, the entities, and what waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newsreel.model import Entity, Judgement, mention_id
from newsreel.resolving.mentions import Mention
from newsreel.resolving.replaying import Clash, Groups


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

    `entities` by id; `mentions`: the entity id of every mention id; `judgements`: what the rules decided, enough to
    replay the identities from; `questions`: the pairs that wait for a person, the likeliest first; `clashes`:
    judgements of persons that contradict each other; `references`: ids in catalogs ("imdb:nm0000001") by entity id.
    """

    entities: Mapping[str, Entity]
    mentions: Mapping[str, str]
    judgements: tuple[Judgement, ...] = ()
    questions: tuple[Question, ...] = ()
    clashes: tuple[Clash, ...] = ()
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, report: str, local: str) -> str:
        """The entity id of a name of a report; KeyError when the report has no such mention."""
        return self.mentions[mention_id(report, local)]


def assemble(mentions: Iterable[Mention], groups: Groups) -> dict[str, Entity]:
    """The entities of the groups, by id; names by how many reports use them, then by their place in them."""
    members: dict[str, list[Mention]] = {}
    for mention in mentions:
        members.setdefault(groups.find(mention.id), []).append(mention)
    entities = (entity_of(group) for group in members.values())
    return {entity.id: entity for entity in sorted(entities, key=lambda e: e.id)}


def entity_of(group: list[Mention]) -> Entity:
    """The entity that these mentions make, whatever their order."""
    uses: Counter[str] = Counter()
    place: dict[str, int] = {}
    for mention in group:
        for position, name in enumerate(mention.names):
            uses[name] += 1
            place[name] = min(place.get(name, position), position)
    names = sorted(uses, key=lambda name: (place[name] > 0, -uses[name], place[name], name))
    ids = sorted(mention.id for mention in group)
    return Entity(ids[0], group[0].kind, tuple(names), tuple(ids))
