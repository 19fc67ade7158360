"""The queue of names that wait for a person: both sides with what is known of each, and the reasons either way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsreel.faces.web.views import FactView, FactViews
from newsreel.faces.web.wording import Words
from newsreel.model import Entity, Judgement, Verdict

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

MOST_FACTS = 12


@dataclass(frozen=True, slots=True)
class SideOfPair:
    """One of the two: the entity, the mention that is judged, and a few facts about it."""

    mention: str
    entity: Entity
    facts: list[FactView]


def queue(reel: Newsreel, w: Words, at: int) -> dict[str, Any]:
    """The question at a place in the queue, how many wait, and what persons have judged so far, newest first.

    What a person was unsure of waits no more; taken back, it does again.
    """
    identities = reel.identities()
    judged = {(one.left, one.right): one.verdict for one in reel.judgements()}
    questions = [
        question
        for question in identities.questions
        if judged.get((question.left, question.right), Verdict.UNDECIDED) is Verdict.UNDECIDED
    ]
    at = min(max(at, 0), max(len(questions) - 1, 0))
    question = questions[at] if questions else None
    sides = [_side(reel, w, mention) for mention in (question.left, question.right)] if question else []
    return {
        "question": question,
        "sides": sides,
        "at": at,
        "waiting": len(questions),
        "decided": [_decided(reel, judgement) for judgement in reversed(reel.judgements())],
        "clashes": [clash.words for clash in identities.clashes],
    }


def _side(reel: Newsreel, w: Words, mention: str) -> SideOfPair:
    entity = reel.entity(mention)
    views = FactViews(reel, w, entity.id).all(reel.facts(about=entity.id))
    return SideOfPair(mention, entity, views[:MOST_FACTS])


def _decided(reel: Newsreel, judgement: Judgement) -> dict[str, Any]:
    return {
        "judgement": judgement,
        "left": reel.entity(judgement.left),
        "right": reel.entity(judgement.right),
    }
