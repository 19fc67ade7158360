"""Ids in public catalogs: files of IMDb, Wikidata, TMDB and KOBIS, read as streams and tied to entities by judgements.

newsreel works without them. What a file says becomes a judgement like any other, by "rule:catalog", between a mention
and a reference such as "imdb:tt0000001"; a person's judgement overrules it, and it can be withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsreel.model import Entity, Judgement, Verdict
from newsreel.resolving.catalog_files import Record, read_catalog
from newsreel.resolving.known import years_fit
from newsreel.resolving.letters import plain
from newsreel.resolving.titles import title

Progress = Callable[[int, int], None]
"""Called now and then with the bytes of the file read so far and its size."""
WORK, PERSON = "work", "person"


@dataclass(slots=True)
class Candidate:
    """A record that bears names of an entity, and which."""

    record: Record
    names: set[str] = field(default_factory=set)


def link_catalog(
    path: Path, entities: Iterable[Entity], years: dict[str, frozenset[int]], progress: Progress | None = None
) -> Iterator[Judgement]:
    """Judgements that tie entities to the records of a catalog file; InputError when the file is none that is known.

    `years`: for the ids of works the years that reports give for them. A record is taken for an entity when it bears
    one of its names, its kind and year fit, and no other record does so as well; where several do, each of the best is
    said to be `unsure`, so that a person may choose. The file is read once, and held in memory only where names match.
    """
    found = _matches(path, list(entities), progress)
    for entity, candidates in sorted(found.values(), key=lambda pair: pair[0].id):
        told = years.get(entity.id, frozenset())
        fitting = [c for c in candidates.values() if _fits(entity, c.record, told)]
        if not fitting:
            continue
        most = max(len(c.names) for c in fitting)
        best = sorted((c.record.reference, c.record) for c in fitting if len(c.names) == most)
        verdict = Verdict.SAME if len(best) == 1 else Verdict.UNSURE
        for reference, record in best[:_MOST]:
            because = f"{record.source} has {record.names[0]}" + (f" ({record.year})" if record.year else "")
            left, right = sorted((entity.id, reference))
            yield Judgement(left, right, verdict, "rule:catalog", because)


_MOST = 5
"""Records of one name that are shown to a person."""


Found = dict[str, tuple[Entity, dict[str, Candidate]]]


def _matches(path: Path, entities: list[Entity], progress: Progress | None) -> Found:
    """For every entity, by its id, the records that bear a name of it, by their references."""
    named: dict[tuple[str, str], list[Entity]] = {}
    for entity in entities:
        for name in {name_key(entity.kind, name) for name in entity.names}:
            named.setdefault((entity.kind, name), []).append(entity)
    found: Found = {}
    for record in read_catalog(path, progress):
        for name in {name_key(record.kind, name) for name in record.names}:
            for entity in named.get((record.kind, name), ()):
                _, candidates = found.setdefault(entity.id, (entity, {}))
                candidates.setdefault(record.reference, Candidate(record)).names.add(name)
    return found


def name_key(kind: str, name: str) -> str:
    """A name without what catalogs and reports write differently: marks, spaces, articles, the order of words."""
    if kind == WORK:
        made = title(name)
        return f"{made.whole}|{made.part}"
    return "".join(sorted(plain(name).split())) if kind == PERSON else plain(name).replace(" ", "")


def _fits(entity: Entity, record: Record, years: frozenset[int]) -> bool:
    if entity.kind != WORK or not record.year or not years:
        return True
    return years_fit(record.year, years)
