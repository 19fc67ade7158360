"""What one report says of each of its names: the material from which identities are decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsreel.model import Claim, Ref, Report, mention_id

# A claim that something is not so, or is not known, tells nothing of the company that a name keeps.
SILENT = frozenset({"denied", "unannounced"})


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One thing that a report says of a mention.

    `predicate` as in the vocabulary; `inverse` when the mention is the object of the claim; `names` of the other side,
    the fullest first, when that is a name, with its `kind` and mention id `other`; else `value`, as text.
    """

    predicate: str
    inverse: bool
    kind: str = ""
    names: tuple[str, ...] = ()
    other: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing as one report means it, with all that the report says of it."""

    id: str
    report: str
    kind: str
    names: tuple[str, ...]
    links: tuple[Link, ...] = ()
    year: int = 0
    """The year in which the report was published, 0 when that is not known."""
    beside: tuple[str, ...] = ()
    """The other names, each in its fullest form, that the report's claims put beside the works of this one."""

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]


def gather(report: Report, claims: Iterable[Claim]) -> list[Mention]:
    """The mentions of one report, in the order of their ids, whatever the order of the claims."""
    refs: dict[str, tuple[str, dict[str, None]]] = {}
    links: dict[str, set[Link]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        sides = [claim.subject] + ([claim.object] if isinstance(claim.object, Ref) else [])
        for ref in sides:
            _, names = refs.setdefault(ref.local, (ref.kind, {}))
            names.update(dict.fromkeys(name for name in ref.names if name.strip()))
            links.setdefault(ref.local, set())
        if claim.status not in SILENT:
            _link(report.id, claim, links)
    year = report.published.year if report.published else 0
    company = _company(links, {local: next(iter(names), "") for local, (_, names) in refs.items()})
    found = [
        Mention(
            mention_id(report.id, local),
            report.id,
            kind,
            tuple(names),
            tuple(sorted(links[local])),
            year,
            company[local],
        )
        for local, (kind, names) in refs.items()
        if names
    ]
    return sorted(found, key=lambda mention: mention.id)


def _company(links: dict[str, set[Link]], fullest: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """For each name the others that stand in claims about the same works."""
    around: dict[str, set[str]] = {}
    works = {local: {link.other for link in found if link.kind == "work"} for local, found in links.items()}
    for local, others in works.items():
        for work in others:
            around.setdefault(work, set()).add(fullest[local])
    return {
        local: tuple(sorted({name for work in others for name in around[work]} - {fullest[local]}))
        for local, others in works.items()
    }


def _link(report: str, claim: Claim, links: dict[str, set[Link]]) -> None:
    """Writes what a claim says to both of its sides."""
    subject, other = claim.subject, claim.object
    if isinstance(other, Ref):
        there = mention_id(report, other.local)
        back = mention_id(report, subject.local)
        links[subject.local].add(Link(claim.predicate, inverse=False, kind=other.kind, names=other.names, other=there))
        links[other.local].add(Link(claim.predicate, inverse=True, kind=subject.kind, names=subject.names, other=back))
    elif other is not None:
        links[subject.local].add(Link(claim.predicate, inverse=False, value=str(other)))
