"""Evidence on works: their titles, and the company that they keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from newsreel.resolving.blocking import keys, worth_comparing
from newsreel.resolving.evidence import Evidence, Item
from newsreel.resolving.known import known_works
from newsreel.resolving.likeness import likeness
from newsreel.resolving.mentions import ADAPTED, Link
from newsreel.resolving.nodes import Node, company_keys, known_rows, release_days, release_years
from newsreel.resolving.organizations import company_likeness
from newsreel.resolving.titles import compare_titles
from newsreel.resolving.weights import weights

_TITLE_ORDER = (
    "titles equal",
    "titles differ in one letter",
    "titles sound alike",
    "titles say the same",
    "never",
    "one title has a subtitle",
)
_SAME_TITLE = _TITLE_ORDER[:4]
_PEOPLE: tuple[str, ...] = ()
"""In place of predicates: all people, whatever they do."""
_CAST = ("cast_member", "voice")
_MAKERS = ("director",)
_WRITERS = ("screenwriter", "creator", "showrunner")
_ADAPTED = [tuple(ADAPTED + predicate for predicate in made) for made in (_CAST, _MAKERS, _WRITERS)]
_COMPANIES = ("production_company", "distributor")
_SURE = 1.5
"""Log odds at which two names in the company of two works are taken for one."""
_CLEARLY = -2.5
"""Log odds below which two names are clearly two."""
_WHOLE_CAST = 3
_YEARS_APART = 1


def weigh_works(one: Node, other: Node) -> Evidence:
    """Evidence on two works."""
    relation, words = _titles(one, other)
    never = words if relation == "never" else _told_apart(one, other, relation)
    items = [] if relation == "never" else [_item(relation, words)]
    if relation not in _SAME_TITLE[:2] and (mine := known_rows(one)) and (theirs := known_rows(other)):
        if rows := mine & theirs:
            items.append(_item("titles of one known work", f"{known_works()[min(rows)].titles[0]} has both titles"))
        else:
            never = never or f"{known_works()[min(mine)].titles[0]} has one title, another known work the other"
    items += [*_type(one, other), *_years(one, other), *_cast(one, other)]
    items += _people(one, other, _MAKERS, "directors")
    items += _people(one, other, _WRITERS, "writers")
    items += _of_what_is_made(one, other)
    items += [*_makers(one, other), *_platforms(one, other), *_sources(one, other), *_countries(one, other)]
    if not never and _types_clash(one, other):
        never = f"one is a {min(_values(one, 'work_type'))}, the other a {min(_values(other, 'work_type'))}"
    return Evidence(tuple(items), never)


def _item(name: str, words: str) -> Item:
    return Item(weights().works[name], words)


def _titles(one: Node, other: Node) -> tuple[str, str]:
    """What the two titles that are most alike are to each other."""
    found = {compare_titles(a, b) for a in one.names for b in other.names}
    ranked = {name: place for place, name in enumerate(_TITLE_ORDER)}
    return min(found, key=lambda pair: (ranked.get(pair[0], len(ranked)), pair))


def _told_apart(one: Node, other: Node, relation: str) -> str:
    """Why the two are two whatever they share: one report speaks of both under one title, or bases one on the other."""
    for a, b in ((one, other), (other, one)):
        if told := [b.mentions[source].report for source in a.sources if source in b.mentions]:
            return f"{min(told)} bases one on the other"
    both = one.reports & other.reports
    if relation == "titles equal" and both and _own_titles(one, both) & _own_titles(other, both):
        return f"{min(both)} speaks of two works of that title"
    if relation == "titles differ" and both:
        return f"{min(both)} names both"
    return ""


def _own_titles(node: Node, reports: set[str]) -> set[str]:
    return {mention.name for mention in node.mentions.values() if mention.report in reports}


def _values(node: Node, predicate: str) -> set[str]:
    return node.once(("values", predicate), lambda one: _found_values(one, predicate))


def _found_values(node: Node, predicate: str) -> set[str]:
    return {link.value for link in node.links if link.predicate == predicate and link.value and not link.inverse}


def _types_clash(one: Node, other: Node) -> bool:
    mine, theirs = _values(one, "work_type"), _values(other, "work_type")
    if not mine or not theirs or mine & theirs:
        return False
    return not any(frozenset((a, b)) in weights().alike_types for a in mine for b in theirs)


def _type(one: Node, other: Node) -> Iterator[Item]:
    if shared := _values(one, "work_type") & _values(other, "work_type"):
        yield _item("types equal", f"both are a {min(shared)}")


def _years(one: Node, other: Node) -> Iterator[Item]:
    """Years of release; a date that was moved by a year is no contradiction."""
    mine, theirs = sorted(release_years(one)), sorted(release_years(other))
    if not mine or not theirs:
        return
    apart = min(abs(a - b) for a in mine for b in theirs)
    if days := _days(one) & _days(other):
        yield _item("days agree", f"both come out on {min(days)}")
    elif apart == 0:
        yield _item("years agree", f"both are of {min(set(mine) & set(theirs))}")
    elif apart <= _YEARS_APART:
        yield _item("years next to each other", f"one is of {mine[0]}, the other of {theirs[0]}")
    else:
        yield _item("years differ", f"one is of {mine[0]}, the other of {theirs[0]}")


def _days(node: Node) -> set[str]:
    """The days, given to the day, on which a work is said to come out."""
    return node.once("days", lambda one: set(release_days(one.links)))


def _names(node: Node, predicates: tuple[str, ...]) -> list[str]:
    """The names at the other side of these predicates, one spelling each."""
    return node.once(predicates, lambda one: _found_names(one, predicates))


def _found_names(node: Node, predicates: tuple[str, ...]) -> list[str]:
    if predicates == _PEOPLE:
        return sorted({link.names[0] for link in node.links if link.kind == "person" and link.names})
    return sorted(
        {link.names[0] for link in node.links if link.predicate in predicates and not link.inverse and link.names}
    )


def _shared(one: Node, other: Node, predicates: tuple[str, ...]) -> list[str]:
    """Those names of one node that the other holds too, in whatever script; no predicates: all names of people."""
    theirs = other.once(("by key", predicates), lambda node: _by_key(_names(node, predicates)))
    return [
        name
        for name in _names(one, predicates)
        if any(_one_name(name, there) for key in keys(name) if key in theirs for there in theirs[key])
    ]


def _by_key(names: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        for key in keys(name):
            found.setdefault(key, []).append(name)
    return found


@lru_cache(maxsize=1 << 18)
def _one_name(a: str, b: str) -> bool:
    if a == b:
        return True
    return not keys(a).isdisjoint(keys(b)) and worth_comparing(a, b) and likeness(a, b).odds >= _SURE


def _cast(one: Node, other: Node) -> Iterator[Item]:
    mine, theirs = _names(one, _CAST), _names(other, _CAST)
    shared = _shared(one, other, _CAST)
    weight = weights().works
    if shared:
        total = min(weight["shared lead"] + weight["shared cast"] * (len(shared) - 1), weight["most cast"])
        yield Item(
            total, f"both casts have {', '.join(shared[:3])}" + (" and others" if len(shared) > _WHOLE_CAST else "")
        )
    elif min(len(mine), len(theirs)) >= _WHOLE_CAST:
        yield _item("casts share nobody", f"{mine[0]} and the others are not in the cast with {theirs[0]}")


def _people(one: Node, other: Node, predicates: tuple[str, ...], what: str) -> Iterator[Item]:
    mine, theirs = _names(one, predicates), _names(other, predicates)
    if not mine or not theirs:
        return
    if shared := _shared(one, other, predicates):
        yield _item(f"{what} agree", f"both have {shared[0]} for {predicates[0]}")
    elif all(_two_names(name, other) for name in mine for other in theirs):
        yield _item(f"{what} differ", f"{mine[0]}, but {theirs[0]} for {predicates[0]}")


@lru_cache(maxsize=1 << 16)
def _two_names(a: str, b: str) -> bool:
    """Whether two names are clearly two, and neither is a piece of the other."""
    return likeness(a, b).odds < _CLEARLY and a not in b and b not in a


def _makers(one: Node, other: Node) -> Iterator[Item]:
    if shared := _companies(_names(one, _COMPANIES), _names(other, _COMPANIES)):
        yield _item("makers agree", f"both are made by {shared[0]}")


def _companies(mine: list[str], theirs: list[str]) -> list[str]:
    return [name for name in mine if any(company_likeness(name, other).odds >= _SURE for other in theirs)]


def _platforms(one: Node, other: Node) -> Iterator[Item]:
    mine, theirs = _names(one, ("platform",)), _names(other, ("platform",))
    if not mine or not theirs:
        return
    if shared := _companies(mine, theirs):
        yield _item("platforms agree", f"both are on {shared[0]}")
    else:
        yield _item("platforms differ", f"one is on {mine[0]}, the other on {theirs[0]}")


def _sources(one: Node, other: Node) -> Iterator[Item]:
    """What the two are based on; and whether one is itself a source of such works."""
    mine, theirs = _names(one, ("based_on",)), _names(other, ("based_on",))
    if mine and theirs:
        same = any(compare_titles(a, b)[0] in _SAME_TITLE for a in mine for b in theirs)
        known = same or any(compare_titles(a, b)[0] == "titles differ" for a in mine for b in theirs)
        if known:
            name = "sources agree" if same else "sources differ"
            yield _item(
                name, f"both are based on {mine[0]}" if same else f"one is based on {mine[0]}, the other on {theirs[0]}"
            )
    made, made_too = ({link.names[0] for link in _made_from(node)} for node in (one, other))
    if both := sorted(a for a in made if any(compare_titles(a, b)[0] in _SAME_TITLE for b in made_too)):
        yield _item("sources of one work", f"{both[0]} is based on both")
    for a, b in ((one, other), (other, one)):
        if _is_source(a) and _has_source(b) and not _is_source(b) and not _has_source(a):
            words = "a report makes one the source of another work, and the other has a source itself"
            yield _item("one is a source, the other has one", words)


def _of_what_is_made(one: Node, other: Node) -> Iterator[Item]:
    """Two sources that go by the titles of what is made from them are one where that is one, by its people."""
    weight = weights().works
    cast, makers, writers = (_shared(one, other, adapted) for adapted in _ADAPTED)
    total = (weight["shared lead"] + weight["shared cast"] * (len(cast) - 1)) if cast else 0
    total += weight["directors agree"] * bool(makers) + weight["writers agree"] * bool(writers)
    if total:
        names = ", ".join(dict.fromkeys([*makers, *writers, *cast][:_WHOLE_CAST]))
        yield Item(min(total, weight["most cast"]), f"what is made from either has {names}")


def _made_from(node: Node) -> list[Link]:
    return node.once("made from it", _found_made)


def _found_made(node: Node) -> list[Link]:
    return [link for link in node.links if link.predicate == "based_on" and link.inverse]


def _is_source(node: Node) -> bool:
    return bool(_made_from(node))


def _has_source(node: Node) -> bool:
    return node.once("has a source", lambda one: any(n.predicate == "based_on" and not n.inverse for n in one.links))


def _countries(one: Node, other: Node) -> Iterator[Item]:
    mine, theirs = _values(one, "country"), _values(other, "country")
    if mine and theirs and not mine & theirs:
        yield _item("countries differ", f"one is from {min(mine)}, the other from {min(theirs)}")


def worth_weighing(one: Node, other: Node) -> bool:
    """Whether titles, one maker, one day, a common adaptation or two names of the company make weighing worth it."""
    if any(compare_titles(a, b)[0] in _SAME_TITLE for a in one.names for b in other.names):
        return True
    if known_rows(one) & known_rows(other):
        return True
    if _meet(one, other, "keys of what is made from it", _made_keys):
        return True
    if one.once("keys of its people", _people_keys).isdisjoint(other.once("keys of its people", _people_keys)):
        return False
    shared = min(len(_shared(one, other, _PEOPLE)), len(_shared(other, one, _PEOPLE)))
    if shared != 1:
        return shared > 1
    return not _days(one).isdisjoint(_days(other)) or bool(_shared(one, other, _MAKERS))


def _meet(one: Node, other: Node, what: str, find: Callable[[Node], frozenset[str]]) -> bool:
    return not one.once(what, find).isdisjoint(other.once(what, find))


def _made_keys(node: Node) -> frozenset[str]:
    return frozenset(key for link in _made_from(node) for key in company_keys(link))


def _people_keys(node: Node) -> frozenset[str]:
    return frozenset(key for name in _names(node, _PEOPLE) for key in keys(name))
