"""Graphs for drawing: who is in what with whom, and who had it from whom."""

from __future__ import annotations

import datetime as dt

from newsreel.faces.api.schemas import EdgeOut, GraphOut, NodeOut
from newsreel.model import Entity
from newsreel.pipeline import Newsreel

MOST_NODES = 500
SECOND_STEP = 12
"""So many neighbours are followed a second step, the first heard first."""
_PATHS = {"work": "title", "person": "person", "organization": "company"}


def credits_graph(reel: Newsreel, root: Entity, as_of: dt.date | None) -> GraphOut:
    """The entity, all that it is joined to by a fact, and what the first of those are joined to in turn."""
    nodes: dict[str, NodeOut] = {root.id: _node(root, root=True)}
    edges: dict[tuple[str, str, str], EdgeOut] = {}
    near = _step(reel, root.id, as_of, nodes, edges)
    for neighbour in near[:SECOND_STEP]:
        _step(reel, neighbour, as_of, nodes, edges)
    return GraphOut(nodes=list(nodes.values()), edges=list(edges.values()))


def _step(
    reel: Newsreel,
    entity: str,
    as_of: dt.date | None,
    nodes: dict[str, NodeOut],
    edges: dict[tuple[str, str, str], EdgeOut],
) -> list[str]:
    found = []
    for fact in sorted(reel.facts(about=entity, as_of=as_of), key=lambda f: (f.first_date, f.id)):
        if not fact.object_is_entity or fact.object is None:
            continue
        other = fact.subject if fact.object == entity else str(fact.object)
        if other not in nodes:
            if len(nodes) >= MOST_NODES:
                continue
            nodes[other] = _node(reel.entity(other))
            found.append(other)
        key = (fact.subject, str(fact.object), fact.predicate)
        label = fact.predicate.replace("_", " ")
        edges.setdefault(key, EdgeOut(source=key[0], target=key[1], label=label, verdict=fact.verdict))
    return found


def voices_graph(reel: Newsreel, root: Entity, as_of: dt.date | None) -> GraphOut:
    """The reports that speak of an entity; an edge leads from a report to the one, or the voice, it passes on."""
    nodes: dict[str, NodeOut] = {}
    edges: dict[tuple[str, str], EdgeOut] = {}
    for fact in reel.facts(about=root.id, as_of=as_of):
        for voice in fact.voices:
            if len(nodes) >= MOST_NODES:
                break
            name = f"{voice.outlet or voice.report}, {voice.date}"
            href = f"/report/{voice.report}"
            nodes.setdefault(voice.report, NodeOut(id=voice.report, name=name, kind="report", href=href, root=False))
            source = voice.source or (f"voice:{voice.speaker}" if voice.speaker else "")
            if not source or source == voice.report:
                continue
            if not voice.source:
                nodes.setdefault(
                    source, NodeOut(id=source, name=voice.speaker, kind="organization", href="", root=True)
                )
            edges.setdefault(
                (voice.report, source),
                EdgeOut(source=voice.report, target=source, label=voice.kind, verdict=fact.verdict),
            )
    known = set(nodes)
    return GraphOut(nodes=list(nodes.values()), edges=[e for e in edges.values() if {e.source, e.target} <= known])


def _node(entity: Entity, *, root: bool = False) -> NodeOut:
    href = f"/{_PATHS.get(entity.kind, 'thing')}/{entity.id}"
    return NodeOut(id=entity.id, name=entity.name, kind=entity.kind, href=href, root=root)
