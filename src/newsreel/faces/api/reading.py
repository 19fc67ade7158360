"""Operations that read: entities, dossiers, facts, reports, conflicts, changes, graphs, search."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Path, Query

from newsreel.faces.api import schemas as out
from newsreel.faces.api.graphs import credits_graph, voices_graph
from newsreel.faces.api.paging import CURSOR, MOST, page
from newsreel.faces.api.problems import Refused, declared
from newsreel.model import Fact
from newsreel.pipeline import Newsreel

AsOf = Annotated[dt.date | None, Query(description="Use nothing that was not known on that day")]
Cursor = Annotated[str, Query(pattern=CURSOR, description="Where to go on: `next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=MOST)]
Id = Annotated[str, Path(min_length=1, max_length=300, description="An entity's id, or that of any of its mentions")]
About = Annotated[str | None, Query(max_length=300, description="Only what concerns this entity")]
_ERRORS = declared(400, 404, 405, 422, 503)


def router(reel: Newsreel) -> APIRouter:  # noqa: C901 - one operation after another
    """The operations that read."""
    routes = APIRouter(responses=_ERRORS)

    @routes.get("/size")
    def size() -> out.SizeOut:
        """How much the ledger holds."""
        return out.SizeOut(**reel.size())

    @routes.get("/search")
    def search(
        q: Annotated[str, Query(min_length=1, max_length=200, description="Part of a name, in any script")],
        limit: Limit = 20,
    ) -> out.Entities:
        """Entities with a name that holds, or nearly holds, what was typed."""
        return out.Entities(items=[out.EntityOut.of(entity) for entity in reel.search(q, limit)], next=None)

    @routes.get("/entities")
    def entities(
        kind: Annotated[str, Query(max_length=40)] = "", cursor: Cursor = "", limit: Limit = 50
    ) -> out.Entities:
        """All entities, the most used first."""
        found, following = page(reel.entities(kind), cursor, limit)
        return out.Entities(items=[out.EntityOut.of(entity) for entity in found], next=following)

    @routes.get("/entities/{entity_id}")
    def dossier(entity_id: Id, as_of: AsOf = None) -> out.DossierOut:
        """All that is known about one entity."""
        entity = reel.entity(entity_id)
        facts = reel.facts(about=entity.id, as_of=as_of)
        ids = {str(fact.object) for fact in facts if fact.object_is_entity} | {fact.subject for fact in facts}
        return out.DossierOut(
            entity=out.EntityOut.of(entity),
            as_of=as_of,
            facts=[out.FactOut.of(fact) for fact in facts],
            conflicts=[out.ConflictOut.of(c) for c in reel.conflicts(about=entity.id, as_of=as_of)],
            names={one: reel.entity(one).name for one in sorted(ids)},
        )

    @routes.get("/entities/{entity_id}/graph")
    def graph(entity_id: Id, as_of: AsOf = None) -> out.GraphOut:
        """Who is in what with whom, two steps from one entity."""
        return credits_graph(reel, reel.entity(entity_id), as_of)

    @routes.get("/entities/{entity_id}/voices")
    def voices(entity_id: Id, as_of: AsOf = None) -> out.GraphOut:
        """Who had what is known of one entity from whom."""
        return voices_graph(reel, reel.entity(entity_id), as_of)

    @routes.get("/facts")
    def facts(about: About = None, as_of: AsOf = None, cursor: Cursor = "", limit: Limit = 50) -> out.Facts:
        """Facts as of a day."""
        found, following = page(reel.facts(about=about, as_of=as_of), cursor, limit)
        return out.Facts(items=[out.FactOut.of(fact) for fact in found], next=following)

    @routes.get("/entities/{entity_id}/facts/{fact_id}")
    def why(entity_id: Id, fact_id: Id, as_of: AsOf = None) -> out.WhyOut:
        """A fact with every claim for and against it, and the words that carry them."""
        return _why(reel, _fact(reel, entity_id, fact_id, as_of))

    @routes.get("/reports")
    def reports(as_of: AsOf = None, cursor: Cursor = "", limit: Limit = 50) -> out.Reports:
        """Reports by day and id."""
        found, following = page(list(reel.reports(as_of=as_of)), cursor, limit)
        return out.Reports(items=[out.ReportOut.of(report) for report in found], next=following)

    @routes.get("/reports/{report_id:path}")
    def report(
        report_id: Annotated[str, Path(min_length=1, max_length=1000)],
        snapshot: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
    ) -> out.ReportWithText:
        """A report with its text and what was read in it."""
        found = reel.report(report_id, snapshot)
        claims = [out.ClaimOut.of(claim, found.text) for claim in reel.report_claims(report_id, snapshot)]
        return out.ReportWithText(**out.ReportOut.of(found).model_dump(), text=found.text, claims=claims)

    @routes.get("/conflicts")
    def conflicts(about: About = None, as_of: AsOf = None, cursor: Cursor = "", limit: Limit = 50) -> out.Conflicts:
        """Where reports contradict each other."""
        found, following = page(reel.conflicts(about=about, as_of=as_of), cursor, limit)
        return out.Conflicts(items=[out.ConflictOut.of(conflict) for conflict in found], next=following)

    @routes.get("/changes")
    def changes(
        about: About = None, since: dt.date | None = None, until: AsOf = None, cursor: Cursor = "", limit: Limit = 50
    ) -> out.Changes:
        """What a follower is told, once, in order."""
        found, following = page(reel.changes(since=since, about=about, until=until), cursor, limit)
        return out.Changes(items=[out.ChangeOut.of(change) for change in found], next=following)

    @routes.get("/judgements")
    def judgements(cursor: Cursor = "", limit: Limit = 50) -> out.Judgements:
        """What persons judged."""
        found, following = page(reel.judgements(), cursor, limit)
        return out.Judgements(items=[out.JudgementOut.of(judgement) for judgement in found], next=following)

    @routes.get("/questions")
    def questions(cursor: Cursor = "", limit: Limit = 50) -> out.Questions:
        """Pairs of names that wait for a person, the likeliest first."""
        found, following = page(reel.identities().questions, cursor, limit)
        items = [
            out.QuestionOut(left=q.left, right=q.right, entities=list(q.entities), reasons=list(q.reasons))
            for q in found
        ]
        return out.Questions(items=items, next=following)

    return routes


def _fact(reel: Newsreel, entity_id: str, fact_id: str, as_of: dt.date | None) -> Fact:
    for fact in reel.facts(about=entity_id, as_of=as_of):
        if fact.id == fact_id:
            return fact
    raise Refused(404, f"no fact {fact_id!r} about {entity_id!r}")


def _why(reel: Newsreel, fact: Fact) -> out.WhyOut:
    claims = reel.claims([voice.claim for voice in fact.voices])
    texts = {one: reel.report(one).text for one in {voice.report for voice in fact.voices}}
    voices = [out.VoiceOut.of(v, claims[v.claim], texts[v.report]) for v in fact.voices if v.claim in claims]
    return out.WhyOut(fact=out.FactOut.of(fact), voices=voices)
