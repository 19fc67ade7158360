"""Mentions that say the same of themselves, taken together: what identities are decided between.

Thousands of reports name one platform; they make one node, compared once. A mention that a person has judged, and one
of two that a report tells apart under one name, are nodes of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple, TypeVar

from newsreel.model.canonical import canonical
from newsreel.resolving.blocking import Places, companions, keys, places, titled
from newsreel.resolving.known import rows_of
from newsreel.resolving.letters import LATIN, scripts
from newsreel.resolving.likeness import likeness
from newsreel.resolving.mentions import PLACE, WORK, Link, Mention
from newsreel.resolving.organizations import organization_keys
from newsreel.resolving.titles import title
from newsreel.resolving.translated import meanings
from newsreel.vocabulary.countries import country_codes

T = TypeVar("T")
_MAKERS = frozenset({"director", "creator", "showrunner"})
_COMPANY_KEY = 3
"""Letters that a key of a name in the company must have for works to be looked for under it."""
_LONG_TITLE, _END = 4, 5
_WHOLE_DAY = len("2024-03-13")


class Named(NamedTuple):
    """What a node keeps of one of its mentions: its report, and the forms of its name there, the fullest first."""

    report: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]


@dataclass(slots=True)
class Node:
    """Mentions alike, by id, with all that is said of any of them; their order is forgotten.

    `forms` counts the mentions by the forms of their names, in the order in which a report has them. `works`: the
    nodes of the works that it is named with, each with its titles. `fresh` holds what was said of none of its mentions
    before, since it was last emptied; `lost` is set when a mention was taken away.
    """

    key: str
    kind: str
    mentions: dict[str, Named] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    links: set[Link] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    works: dict[str, Counter[str]] = field(default_factory=dict)
    first: str = ""
    fresh: set[Link | str] = field(default_factory=set)
    lost: bool = False
    _found: dict[Hashable, Any] = field(default_factory=dict)

    def take(self, mention: Mention) -> bool:
        """Adds a mention; True when it says anything that none before it said."""
        self.mentions[mention.id] = Named(mention.report, mention.names)
        self.reports.add(mention.report)
        self.forms[mention.names] += 1
        if mention.id < self.first or not self.first:
            self.first = mention.id
        names, links, beside = full_names(mention), mention.links, mention.beside
        known = self.links.issuperset(links) and self.names.issuperset(names)
        if not known:
            self.fresh |= links - self.links
            self.fresh.update(name for name in names if name not in self.names)
            self.names.update(names)
            self.links |= links
        if mention.sources:
            self.sources |= mention.sources
        if known and self.beside.issuperset(beside):
            return False
        self.beside |= beside
        self._found.clear()
        return True

    def drop(self, left: Iterable[Mention]) -> None:
        """Takes mentions away again: what is said of those that are left is gathered anew."""
        self.mentions, self.first, self.lost = {}, "", True
        for said in (self.names, self.links, self.beside, self.sources, self.reports, self.forms):
            said.clear()
        for other in left:
            self.take(other)
        self._found.clear()

    def tie(self, work: str, title_: str) -> bool:
        """Notes that a mention is named with a work, by its node; True when none was before."""
        fresh = work not in self.works
        self.works.setdefault(work, Counter())[title_] += 1
        if fresh:
            self._found.clear()
        return fresh

    def untie(self, work: str, title_: str) -> None:
        """Takes such a note back."""
        titles = self.works[work]
        titles[title_] -= 1
        if not titles[title_]:
            del titles[title_]
        if not titles:
            del self.works[work]
        self._found.clear()

    def forget_works(self) -> None:
        """Has what follows from its works found again: these are others than before."""
        self._found.clear()

    def once(self, what: Hashable, find: Callable[[Node], T]) -> T:
        """What `find` gives of this node, found once for as long as nothing new is said of it."""
        if what not in self._found:
            self._found[what] = find(self)
        found: T = self._found[what]
        return found


def full_names(mention: Mention) -> tuple[str, ...]:
    """The names that identify: the fullest, and those others that are no shorter form of it; aliases of works too.

    "Han" beside "Han Hyo-joo" names nobody in another report.
    """
    if mention.kind != WORK:
        return _whole_names(mention.names)
    aliases = [link.value for link in mention.links if link.predicate == "alias" and link.value]
    first, *others = mention.names
    return tuple(dict.fromkeys([first, *sorted({*others, *aliases})])) if others or aliases else (first,)


@lru_cache(maxsize=1 << 16)
def _whole_names(names: tuple[str, ...]) -> tuple[str, ...]:
    first, *others = names
    return tuple(dict.fromkeys([first, *sorted({name for name in others if not is_part(name, first)})]))


def is_part(short: str, full: str) -> bool:
    """Whether a name is but a piece of another, or a single word that may be: 小栗 of 小栗旬, ハン of Han Hyo-joo."""
    if len(full.split()) > 1 and len(short.split()) == 1 and scripts(short) == scripts(full) == {LATIN}:
        if short[:1].lower() not in {word[:1].lower() for word in full.replace("-", " ").split()}:
            return False  # IU is no piece of Lee Ji-eun
        return len(short.replace("-", "")) < len(full.replace(" ", "").replace("-", ""))
    if short != full and short in full:
        return True
    across = scripts(short).isdisjoint(scripts(full))
    return across and likeness(short, full).odds < 0


def node_key(mention: Mention, *, alone: bool) -> str:
    """The mark of the node that a mention belongs to: equal for mentions that are compared alike."""
    names = full_names(mention)
    if alone:
        return canonical([mention.kind, list(names), mention.id])
    if mention.kind != WORK:
        return _name_key(mention.kind, names, tuple(_values(mention.links, "birth_date")))
    kind, year = _values(mention.links, "work_type"), sorted(_release_years(mention.links))
    makers = sorted({n.names[0] for n in mention.links if n.predicate in _MAKERS and not n.inverse and n.names})
    sources = sorted({n.names[0] for n in mention.links if n.predicate == "based_on" and n.names})
    is_source = any(n.predicate == "based_on" and n.inverse for n in mention.links)
    people = sorted({n.names[0] for n in mention.links if n.kind == "person"}) if not kind and not makers else []
    titles = sorted({title(name).whole for name in names})
    return canonical([WORK, titles, kind, year, makers, sources, is_source, people])


@lru_cache(maxsize=1)
def known_places() -> dict[str, str]:
    """Name of a place of data/places.tsv, in any language -> its name in English."""
    text = resources.files(__package__).joinpath("data", "places.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: names[0] for names in rows for name in names}


@lru_cache(maxsize=1 << 16)
def _name_key(kind: str, names: tuple[str, ...], births: tuple[str, ...]) -> str:
    if kind == PLACE:
        codes = {country_codes().get(name) or known_places().get(name, "") for name in names}
        if len(codes) == 1 and codes != {""}:
            return canonical([PLACE, codes.pop()])
    return canonical([kind, sorted(names), list(births)])


def _values(links: Iterable[Link], predicate: str) -> list[str]:
    return sorted({link.value for link in links if link.predicate == predicate and link.value})


Said = Iterable[Link | str]
"""What is said of a node: its names, and its links."""


class Keys(NamedTuple):
    """Where a node is filed, and where others are looked for: under one of `alone`, or in two of those of `among`."""

    filed: set[str]
    alone: set[str]
    among: list[frozenset[str]]


_BY_CLASSES = frozenset({"organization"})
"""Kinds whose names are looked for under their classes alone: what stands in brackets, or is translated, is no word."""


def name_keys(node: Node, said: Said) -> Keys:
    """The keys under which a name is looked for, as far as they come from these names."""
    names = [name for name in said if isinstance(name, str)]
    if node.kind in _BY_CLASSES:
        found = {f"{node.kind}|{key}" for name in names for key in organization_keys(name)}
        return Keys(found, found, [])
    filed = {f"{node.kind}|{key}" for name in names for key in places(name).filed}
    return Keys(filed, {f"{node.kind}|{key}" for name in names for key in places(name).looked}, [])


def work_keys(node: Node, said: Said) -> Keys:
    """The keys under which a work is looked for: its titles, its company, and what is made from it.

    Those that come from this much of what is said of it, and those of the known works that it may be. One person in
    common is no reason to compare two works, unless it made both or they come out on one day.
    """
    own = {f"work|x{row}" for row in known_rows(node)}
    filed, alone = set[str](), set[str]()
    company = False
    for one in said:
        if isinstance(one, str):
            main = title(one).main
            own.add(f"work|t{main}")
            if len(said_in := meanings(one)) > 1:
                own.add(f"work|m{'+'.join(sorted(said_in))}")
            if len(main) > _LONG_TITLE:
                # A misprint leaves the head or the end of a title as it is.
                own |= {f"work|h{main[:_END]}", f"work|e{main[-_END:]}"}
            for spelled in (one, main) if title(one).subtitle else (one,):
                filed |= {f"work|{key}" for key in titled(spelled).filed}
                alone |= {f"work|{key}" for key in titled(spelled).looked}
        elif one.kind == "person":
            company = True
            if one.predicate == "director" and one.names:
                maker = companions(one.names[0], _COMPANY_KEY)
                filed |= {f"work|d{key}" for key in maker.filed}
                alone |= {f"work|d{key}" for key in maker.looked}
        elif one.predicate == "release_date":
            company = True
        elif one.predicate == "based_on" and one.inverse:
            own |= {f"work|s{key}" for key in company_keys(one)}
    # With one that is new to the company any of those that were there before may be shared.
    among = _company_of(node) if company else []
    return Keys(own.union(filed, *(one.filed for one in among)), own | alone, [one.looked for one in among])


def _company_of(node: Node) -> list[Places]:
    """Where the people of a work, and the days on which it is said to come out, are filed and looked for."""
    people = sorted({link.names[0] for link in node.links if link.kind == "person" and link.names})
    days = frozenset(f"work|r{day}" for day in release_days(node.links))
    return [*(_companion_keys(name) for name in people), Places(days, days)]


@lru_cache(maxsize=1 << 16)
def _companion_keys(name: str) -> Places:
    found = companions(name, _COMPANY_KEY)
    filed, looked = (frozenset(f"work|p{key}" for key in keys_) for keys_ in found)
    return Places(filed, looked)


def release_days(links: Iterable[Link]) -> Iterator[str]:
    """The days, given to the day, on which a work is said to come out."""
    return (n.value for n in links if n.predicate == "release_date" and not n.inverse and len(n.value) == _WHOLE_DAY)


def known_rows(node: Node) -> frozenset[int]:
    """The rows of data/works.tsv that a work may be."""
    return node.once("known rows", _known_rows)


def _known_rows(node: Node) -> frozenset[int]:
    kinds = frozenset(link.value for link in node.links if link.predicate == "work_type" and not link.inverse)
    return rows_of(tuple(sorted(node.names)), kinds, release_years(node))


def release_years(node: Node) -> frozenset[int]:
    """The years in which reports say that a work was, or will be, first shown."""
    return node.once("release years", lambda one: _release_years(one.links))


def _release_years(links: Iterable[Link]) -> frozenset[int]:
    dates = (link.value[:4] for link in links if link.predicate == "release_date" and not link.inverse)
    return frozenset(int(year) for year in dates if year.isdigit())


def company_keys(link: Link) -> frozenset[str]:
    """The keys by which the name at the other side of a link is known again in other scripts."""
    if not link.names:
        return frozenset()
    return frozenset(key for key in keys(link.names[0]) if len(key) >= _COMPANY_KEY)
