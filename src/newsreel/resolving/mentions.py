"""What one report says of each of its names: the material from which identities are decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from operator import itemgetter
from typing import Any, NamedTuple

from newsreel.model import Claim, Report, mention_id
from newsreel.resolving.weights import weights

ADAPTED = "of what is made from it: "
"""Begins the predicates of links that a source without a title of its own has from what is made from it."""
# A claim that something is not so, or is not known, tells nothing of the company that a name keeps.
SILENT = frozenset({"denied", "unannounced"})
ALIAS = "alias"
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
    links: AbstractSet[Link] = frozenset()
    works: AbstractSet[tuple[str, str]] = frozenset()
    """The works that it is named with: the mention id of each, and its title."""
    sources: AbstractSet[str] = frozenset()
    """The mention ids of the works that it is based on."""
    year: int = 0
    """The year in which the report was published, 0 when that is not known."""
    beside: frozenset[str] = frozenset()
    """The names, each in its fullest form, that the report's claims put beside the works of this one; its own, too."""

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]


Entries = Iterable[tuple[str, Mapping[str, Any]]]
"""Claims as they are kept: the id of each, and its entry (`Claim.to_entry`)."""


def gather(report: Report, claims: Iterable[Claim]) -> list[Mention]:
    """The mentions of one report, in the order of their ids, whatever the order of the claims."""
    return gather_entries(report, [(claim.id, claim.to_entry()) for claim in claims])


def gather_entries(report: Report, entries: Entries) -> list[Mention]:
    """The same from claims as they are kept, without making claims of them."""
    told = _Told(report.id)
    for _, entry in _ordered(entries):
        told.take(entry)
    return told.mentions(report.published.year if report.published else 0)


def _ordered(entries: Entries) -> Entries:
    """The claims in an order of their own, where that matters: where a name is written in two ways."""
    entries = list(entries)
    forms: dict[str, list[str]] = {}
    for _, entry in entries:
        for side in (entry["subject"], entry["object"]):
            if side is not None and "names" in side and forms.setdefault(side["local"], side["names"]) != side["names"]:
                return sorted(entries, key=lambda one: one[0])
    return entries


_BEHIND = re.compile(
    r"(?<=\S)(?:(?<!['’]s)(?<!s['’]) (?:series|show|film|movie|drama|remake|reboot|adaptation|anime|manga)|"
    r"\s*[（(](?:原題|仮題|仮|仮タイトル|英題|邦題|가제|원제)[）)])$"
)
_DESCRIBED = re.compile(
    r"['’]s? (?:[\w-]+ )*(?:novel|book|manga|webtoon|comic|memoir|play|story|anime)$|(?<=\S) (?:novel|memoir|webtoon)$|"
    r"의 (?:[\w]+ )*(?:소설|원작|웹툰|웹소설|만화|책|희곡)$|"
    r"の[\w]*(?:小説|漫画|マンガ|コミック|アニメ|戯曲|ウェブトゥーン)$"
)


def _titles(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without bare descriptions ("novel", "hit webtoon", "her sister's novel"), which name no one work.

    A small word for its type behind a title tells works of one title apart, and is no part of it ("Harbor remake"); nor
    is what says that it is the original or a provisional one (「ハーバー（仮）」).
    """
    told = (name for name in names if not (name.isascii() and name.islower()))
    titles = tuple(dict.fromkeys(_BEHIND.sub("", name) for name in told))
    return tuple(name for name in titles if not is_description(name)) or titles or names


def is_description(name: str) -> bool:
    """Whether a work is only described by these words, in no report's title: a novel, 브레넌의 소설."""
    return name in weights().kind_words or _DESCRIBED.search(name) is not None


class _Side:
    """What the claims of one report say of one of its names."""

    __slots__ = ("around", "id", "kind", "links", "names", "sources", "works")

    def __init__(self, mention: str, kind: str, names: tuple[str, ...]) -> None:
        self.id, self.kind, self.names = mention, kind, names
        self.links: set[Link] = set()
        self.works: set[tuple[str, str]] = set()
        self.sources: set[str] = set()
        self.around: list[_Side] = []


class _Told:
    """What the claims of one report say of each of its names, by the local marks of these."""

    def __init__(self, report: str) -> None:
        self._report = report
        self._sides: dict[str, _Side] = {}
        self._made: list[tuple[_Side, _Side]] = []
        self._agencies: list[tuple[_Side, _Side]] = []

    def take(self, entry: Mapping[str, Any]) -> None:
        """Notes a claim."""
        subject, predicate, value = entry["subject"], entry["predicate"], entry["object"]
        one, names = self._meet(subject)
        if value is None:
            return
        silent = entry["status"] in SILENT
        if "names" not in value:
            if predicate == ALIAS and one.kind == WORK and not silent:
                one.names = tuple(dict.fromkeys((*one.names, str(value["value"]))))
            if not silent:
                one.links.add(Link(predicate, False, "", (), str(value["value"])))  # noqa: FBT003 - as in Link
            return
        other, others = self._meet(value)
        if not silent:
            _tie(one, predicate, other, others, inverse=False)
            _tie(other, predicate, one, names, inverse=True)
            if predicate == "based_on":
                one.sources.add(other.id)
                self._made.append((other, one))
            elif predicate == "agency":
                self._agencies.append((one, other))

    def _meet(self, ref: Mapping[str, Any]) -> tuple[_Side, tuple[str, ...]]:
        """The side that a name stands for, and the forms that it has here."""
        names = tuple(ref["names"])
        side = self._sides.get(ref["local"])
        if side is None:
            side = _Side(mention_id(self._report, ref["local"]), ref["kind"], ())
            self._sides[ref["local"]] = side
        own = _titles(names) if side.kind == WORK else names
        if side.names != own:
            side.names = tuple(dict.fromkeys(name for name in (*side.names, *own) if name.strip()))
        return side, names

    def mentions(self, year: int) -> list[Mention]:
        """A mention for each that has a name."""
        beside = self._beside()
        for source, work in self._made:
            if set(source.names) <= set(work.names):
                source.links |= _company(work)
        for person, agency in self._agencies:
            agency.works |= person.works
        found = [
            Mention(
                side.id,
                self._report,
                side.kind,
                side.names,
                side.links,
                side.works,
                side.sources,
                year,
                beside.get(side.id, frozenset()),
            )
            for side in self._sides.values()
            if side.names
        ]
        return sorted(found, key=_by_id)

    def _beside(self) -> dict[str, frozenset[str]]:
        """For each name that stands in claims about works, all that stand in claims about the same."""
        found: dict[str, frozenset[str]] = {}
        for side in self._sides.values():
            if side.around:
                names = frozenset(one.names[0] for one in side.around if one.names)
                for one in side.around:
                    found[one.id] = found[one.id] | names if one.id in found else names
        return found


def _company(work: _Side) -> set[Link]:
    """The people of a work, as links of a source that has its title: it is known again by them."""
    people = (link for link in work.links if link.kind == "person" and not link.inverse)
    return {link._replace(predicate=ADAPTED + link.predicate) for link in people}


def _tie(one: _Side, predicate: str, other: _Side, names: tuple[str, ...], *, inverse: bool) -> None:
    one.links.add(Link(predicate, inverse, other.kind, names))
    if other.kind == WORK:
        if names:
            one.works.add((other.id, names[0]))
        other.around.append(one)


_by_id = itemgetter(0)
