"""What one report says of each of its names: the material from which identities are decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsreel.model import Claim, Ref, Report, mention_id

# A claim that something is not so, or is not known, tells nothing of the company that a name keeps.
SILENT = frozenset({"denied", "unannounced"})
WORK = "work"


class Link(NamedTuple):
    """One thing that a report says of a mention: many reports may say the same.

    `predicate` as in the vocabulary; `inverse` when the mention is the object of the claim; `names` of the other side,
    the fullest first, when that is a name, with its `kind`; else `value`, as text.
    """

    predicate: str
    inverse: bool
    kind: str = ""
    names: tuple[str, ...] = ()
    value: str = ""


class Mention(NamedTuple):
    """A thing as one report means it, with all that the report says of it."""

    id: str
    report: str
    kind: str
    names: tuple[str, ...]
    links: tuple[Link, ...] = ()
    works: tuple[tuple[str, str], ...] = ()
    """The works that it is named with: the mention id of each, and its title."""
    sources: tuple[str, ...] = ()
    """The mention ids of the works that it is based on."""
    year: int = 0
    """The year in which the report was published, 0 when that is not known."""
    beside: frozenset[str] = frozenset()
    """The names, each in its fullest form, that the report's claims put beside the works of this one; its own, too."""

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]


def gather(report: Report, claims: Iterable[Claim]) -> list[Mention]:
    """The mentions of one report, in the order of their ids, whatever the order of the claims."""
    told = _Told(report.id)
    for claim in _ordered(list(claims)):
        told.take(claim.subject, claim.predicate, claim.object, silent=claim.status in SILENT)
    return told.mentions(report.published.year if report.published else 0)


def _ordered(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims in an order of their own, where that matters: where a name is written in two ways."""
    forms: dict[str, Ref] = {}
    for claim in claims:
        for ref in (claim.subject, claim.object):
            if isinstance(ref, Ref) and forms.setdefault(ref.local, ref) != ref:
                return sorted(claims, key=lambda one: one.id)
    return claims


class _Told:
    """What the claims of one report say of each of its names, by the local marks of these."""

    def __init__(self, report: str) -> None:
        self._report = report
        self._ids: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._links: dict[str, set[Link]] = {}
        self._works: dict[str, set[tuple[str, str]]] = {}
        self._sources: dict[str, set[str]] = {}
        self._around: dict[str, set[str]] = {}

    def take(self, subject: Ref, predicate: str, other: Ref | str | int | bool | None, *, silent: bool) -> None:
        """Notes a claim."""
        self._meet(subject)
        if isinstance(other, Ref):
            self._meet(other)
            if not silent:
                self._tie(subject, predicate, other, inverse=False)
                self._tie(other, predicate, subject, inverse=True)
                if predicate == "based_on":
                    self._sources.setdefault(subject.local, set()).add(self._ids[other.local])
        elif other is not None and not silent:
            self._links[subject.local].add(Link(predicate, inverse=False, value=str(other)))

    def _meet(self, ref: Ref) -> None:
        local = ref.local
        before = self._names.get(local)
        if before is None:
            self._ids[local] = mention_id(self._report, local)
            self._kinds[local] = ref.kind
            self._links[local] = set()
        elif before == ref.names:
            return
        self._names[local] = tuple(dict.fromkeys(name for name in (*(before or ()), *ref.names) if name.strip()))

    def _tie(self, one: Ref, predicate: str, other: Ref, *, inverse: bool) -> None:
        self._links[one.local].add(Link(predicate, inverse, other.kind, other.names))
        if other.kind == WORK:
            if other.names:
                self._works.setdefault(one.local, set()).add((self._ids[other.local], other.names[0]))
            self._around.setdefault(other.local, set()).add(one.local)

    def mentions(self, year: int) -> list[Mention]:
        """A mention for each that has a name."""
        beside = self._beside()
        found = [
            Mention(
                self._ids[local],
                self._report,
                self._kinds[local],
                names,
                tuple(sorted(self._links[local])),
                tuple(sorted(self._works.get(local, ()))),
                tuple(sorted(self._sources.get(local, ()))),
                year,
                beside.get(local, frozenset()),
            )
            for local, names in self._names.items()
            if names
        ]
        return sorted(found)

    def _beside(self) -> dict[str, frozenset[str]]:
        """For each name that stands in claims about works, all that stand in claims about the same."""
        found: dict[str, frozenset[str]] = {}
        for around in self._around.values():
            names = frozenset(self._names[local][0] for local in around if self._names[local])
            for local in around:
                found[local] = found[local] | names if local in found else names
        return found
