"""What one report says of each of its names: the material from which identities are decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from newsreel.model import Claim, Ref, Report, mention_id

ADAPTED = "of what is made from it: "
"""Begins the predicates of links that a source without a title of its own has from what is made from it."""
# A claim that something is not so, or is not known, tells nothing of the company that a name keeps.
SILENT = frozenset({"denied", "unannounced"})
WORK = "work"
PLACE = "place"


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


Side = tuple[str, str, tuple[str, ...]]
"""A name as a claim has it: its local mark, its kind and its forms."""


class Said(NamedTuple):
    """One claim, as far as it tells who is meant."""

    subject: Side
    predicate: str
    object: Side | str | int | bool | None
    silent: bool
    id: Callable[[], str]


def gather(report: Report, claims: Iterable[Claim]) -> list[Mention]:
    """The mentions of one report, in the order of their ids, whatever the order of the claims."""
    return _gathered(report, [_of_claim(claim) for claim in claims])


def gather_entries(report: Report, entries: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Mention]:
    """The same from claims' ids and their entries (`Claim.to_entry`), without making claims of them."""
    return _gathered(report, [_of_entry(name, entry) for name, entry in entries])


def _gathered(report: Report, said: list[Said]) -> list[Mention]:
    told = _Told(report.id)
    for one in _ordered(said):
        told.take(one.subject, one.predicate, one.object, silent=one.silent)
    return told.mentions(report.published.year if report.published else 0)


def _of_claim(claim: Claim) -> Said:
    obj = claim.object
    side = (obj.local, obj.kind, obj.names) if isinstance(obj, Ref) else obj
    one = claim.subject
    return Said((one.local, one.kind, one.names), claim.predicate, side, claim.status in SILENT, lambda: claim.id)


def _of_entry(name: str, entry: Mapping[str, Any]) -> Said:
    obj, one = entry["object"], entry["subject"]
    side = None if obj is None else _side(obj) if "names" in obj else obj["value"]
    return Said(_side(one), entry["predicate"], side, entry["status"] in SILENT, lambda: name)


def _side(ref: Mapping[str, Any]) -> Side:
    return ref["local"], ref["kind"], tuple(ref["names"])


def _ordered(said: list[Said]) -> list[Said]:
    """The claims in an order of their own, where that matters: where a name is written in two ways."""
    forms: dict[str, Side] = {}
    for one in said:
        for side in (one.subject, one.object):
            if isinstance(side, tuple) and forms.setdefault(side[0], side) != side:
                return sorted(said, key=lambda other: other.id())
    return said


def _titles(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without bare descriptions ("novel", "hit webtoon"), which name another thing in every report."""
    titles = tuple(name for name in names if not (name.isascii() and name.islower()))
    return titles or names


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
        self._made: dict[str, str] = {}
        self._agencies: dict[str, str] = {}

    def take(self, subject: Side, predicate: str, other: Side | str | int | bool | None, *, silent: bool) -> None:
        """Notes a claim."""
        self._meet(subject)
        if isinstance(other, tuple):
            self._meet(other)
            if not silent:
                self._tie(subject, predicate, other, inverse=False)
                self._tie(other, predicate, subject, inverse=True)
                if predicate == "based_on":
                    self._sources.setdefault(subject[0], set()).add(self._ids[other[0]])
                    self._made[other[0]] = subject[0]
                elif predicate == "agency":
                    self._agencies[subject[0]] = other[0]
        elif other is not None and not silent:
            self._links[subject[0]].add(Link(predicate, inverse=False, value=str(other)))

    def _meet(self, side: Side) -> None:
        local, kind, names = side
        names = _titles(names) if kind == WORK else names
        before = self._names.get(local)
        if before is None:
            self._ids[local] = mention_id(self._report, local)
            self._kinds[local] = kind
            self._links[local] = set()
        elif before == names:
            return
        self._names[local] = tuple(dict.fromkeys(name for name in (*(before or ()), *names) if name.strip()))

    def _tie(self, one: Side, predicate: str, other: Side, *, inverse: bool) -> None:
        local, kind, names = other
        self._links[one[0]].add(Link(predicate, inverse, kind, names))
        if kind == WORK:
            if names:
                self._works.setdefault(one[0], set()).add((self._ids[local], names[0]))
            self._around.setdefault(local, set()).add(one[0])

    def mentions(self, year: int) -> list[Mention]:
        """A mention for each that has a name."""
        beside = self._beside()
        for source, work in self._made.items():
            if set(self._names[source]) <= set(self._names[work]):
                self._links[source] |= self._company(work)
        for person, agency in self._agencies.items():
            self._works.setdefault(agency, set()).update(self._works.get(person, ()))
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

    def _company(self, work: str) -> set[Link]:
        """The people of a work, as links of a source that has its title: it is known again by them."""
        return {
            link._replace(predicate=ADAPTED + link.predicate)
            for link in self._links[work]
            if link.kind == "person" and not link.inverse
        }

    def _beside(self) -> dict[str, frozenset[str]]:
        """For each name that stands in claims about works, all that stand in claims about the same."""
        found: dict[str, frozenset[str]] = {}
        for around in self._around.values():
            names = frozenset(self._names[local][0] for local in around if self._names[local])
            for local in around:
                found[local] = found[local] | names if local in found else names
        return found
