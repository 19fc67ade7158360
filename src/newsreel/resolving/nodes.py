"""Mentions that say the same of themselves, taken together: what identities are decided between.

Thousands of reports name one platform; they make one node, compared once. A mention that a person has judged, and one
of two that a report tells apart under one name, are nodes of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from newsreel.model.canonical import canonical
from newsreel.resolving.blocking import keys
from newsreel.resolving.known import rows_of
from newsreel.resolving.letters import HANGUL, KANA, KANJI, LATIN, scripts
from newsreel.resolving.likeness import likeness
from newsreel.resolving.mentions import Link, Mention
from newsreel.resolving.titles import title

WORK = "work"
T = TypeVar("T")
_MAKERS = frozenset({"director", "creator", "showrunner"})
_COMPANY_KEY = 3
"""Letters that a key of a name in the company must have for works to be looked for under it."""
_LONG_TITLE = 4


@dataclass(slots=True)
class Node:
    """Mentions alike, by id, with all that is said of any of them, counted; their order is forgotten."""

    key: str
    kind: str
    mentions: dict[str, Mention] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)
    links: Counter[Link] = field(default_factory=Counter)
    _found: dict[str, Any] = field(default_factory=dict)

    def take(self, mention: Mention) -> None:
        """Adds a mention."""
        self._found.clear()
        self.mentions[mention.id] = mention
        self.names.update(full_names(mention))
        self.links.update(_anonymous(link) for link in mention.links)

    def drop(self, mention: Mention) -> None:
        """Takes a mention away again."""
        self._found.clear()
        del self.mentions[mention.id]
        _less(self.names, full_names(mention))
        _less(self.links, [_anonymous(link) for link in mention.links])

    def once(self, what: str, find: Callable[[Node], T]) -> T:
        """What `find` gives of this node, found once for as long as the node stays as it is."""
        if what not in self._found:
            self._found[what] = find(self)
        found: T = self._found[what]
        return found

    @property
    def first(self) -> str:
        """The smallest id of its mentions."""
        return min(self.mentions)

    @property
    def reports(self) -> set[str]:
        """The reports that mention it."""
        return {mention.report for mention in self.mentions.values()}


def _less(counter: Counter[Any], gone: Iterable[Any]) -> None:
    """Counts these things down; what is at nothing is no more."""
    for thing in gone:
        counter[thing] -= 1
        if not counter[thing]:
            del counter[thing]


def _anonymous(link: Link) -> Link:
    """The link without the mention id of its other side, so that many reports may say the same."""
    return Link(link.predicate, link.inverse, link.kind, link.names, "", link.value)


def full_names(mention: Mention) -> tuple[str, ...]:
    """The names that identify: the fullest, and those others that are no shorter form of it; aliases of works too.

    "Han" beside "Han Hyo-joo" names nobody in another report.
    """
    first = mention.names[0]
    others = [name for name in mention.names[1:] if mention.kind == WORK or not is_part(name, first)]
    if mention.kind == WORK:
        others += [link.value for link in mention.links if link.predicate == "alias" and link.value]
    return tuple(dict.fromkeys([first, *sorted(set(others))]))


def is_part(short: str, full: str) -> bool:
    """Whether a name is but a piece of another, or a single word that may be: 小栗 of 小栗旬, ハン of Han Hyo-joo."""
    if len(full.split()) > 1 and len(short.split()) == 1 and scripts(short) == scripts(full) == {LATIN}:
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
        return canonical([mention.kind, sorted(names), _values(mention.links, "birth_date")])
    kind, year = _values(mention.links, "work_type"), _values(mention.links, "release_date")
    makers = sorted({n.names[0] for n in mention.links if n.predicate in _MAKERS and not n.inverse and n.names})
    sources = sorted({n.names[0] for n in mention.links if n.predicate == "based_on" and n.names})
    is_source = any(n.predicate == "based_on" and n.inverse for n in mention.links)
    people = sorted({n.names[0] for n in mention.links if n.kind == "person"}) if not kind and not makers else []
    titles = sorted({title(name).whole for name in names})
    return canonical([WORK, titles, kind, year, makers, sources, is_source, people])


def _values(links: Iterable[Link], predicate: str) -> list[str]:
    return sorted({link.value for link in links if link.predicate == predicate and link.value})


def name_keys(node: Node) -> frozenset[str]:
    """The keys under which a name is looked for."""
    return frozenset(f"{node.kind}|{key}" for name in node.names for key in keys(name))


def work_keys(node: Node) -> frozenset[str]:
    """The keys under which a work is looked for: its titles, its company, and what is made from it."""
    found = set(name_keys(node))
    for name in node.names:
        main = title(name).main
        if title(name).subtitle:
            found |= {f"work|{key}" for key in keys(main)}
        found |= {f"work|t{main}", f"work|h{main[:5]}"} if len(main) > _LONG_TITLE else {f"work|t{main}"}
    for link in node.links:
        if link.kind == "person":
            found |= {f"work|p{key}" for key in company_keys(link)}
        elif link.predicate == "based_on" and link.inverse:
            found |= {f"work|s{key}" for key in company_keys(link)}
    return frozenset(found | {f"work|x{row}" for row in known_rows(node)})


def known_rows(node: Node) -> frozenset[int]:
    """The rows of data/works.tsv that a work may be."""
    return node.once("known rows", _known_rows)


def _known_rows(node: Node) -> frozenset[int]:
    kinds = frozenset(link.value for link in node.links if link.predicate == "work_type" and not link.inverse)
    return rows_of(tuple(sorted(node.names)), kinds, release_years(node))


def release_years(node: Node) -> frozenset[int]:
    """The years in which reports say that a work was, or will be, first shown."""
    dates = (link.value[:4] for link in node.links if link.predicate == "release_date" and not link.inverse)
    return frozenset(int(year) for year in dates if year.isdigit())


def company_keys(link: Link) -> frozenset[str]:
    """The keys by which the name at the other side of a link is known again in other scripts."""
    if not link.names:
        return frozenset()
    return frozenset(key for key in keys(link.names[0]) if len(key) >= _COMPANY_KEY)


def script_of(name: str) -> str:
    """The script that a name is compared in."""
    found = scripts(name)
    return next((script for script in (KANJI, HANGUL, KANA, LATIN) if script in found), "")
