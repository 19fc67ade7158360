"""Projects that are called by the work they come from: "the Harbor sequel", "the untitled Harbor series", "the fourth Harbor film".

Where such a project has a name of its own in the report ("Harbor sequel Still Waters"), it is meant by that; else it is called
as the report calls it. What is said of it is not said of the work that it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent

_NOTE = "offspring"
_QUOTE = r"[\"”’'*]*"
_SEQUELS = re.compile(
    rf"{_QUOTE} (?P<noun>sequels?|prequel|spin-?off|offshoot|reboot|remake|biopic)\b(?! series| rights)"
)
_FILMS = re.compile(rf"{_QUOTE} (?P<noun>film|movie|series|show|pic)\b(?! (?:series|franchise|star|rights))")
_RELATION = {
    "sequel": "sequel",
    "sequels": "sequel",
    "prequel": "prequel",
    "offshoot": "spin_off",
    "reboot": "reboot",
    "remake": "remake",
}
_UNTITLED = re.compile(
    r"(?P<how>(?:[Uu]ntitled|[Aa]s[- ]yet[- ]untitled|[Yy]et[- ]to[- ]be[- ]titled|[Aa]nother|[Nn]ext|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth))"
    r"(?: (?!(?:for|to|in|on|at|by|is|up|from|with|of|and|was|will)\b)[a-z-]+)?(?: live-action| animated| standalone| feature)? [\"“‘'*]*$"
)
_ORDINAL = re.compile(r"[Nn]ext|[Ss]econd|[Tt]hird|[A-Za-z]+th$")
_AWAITED = re.compile(
    r"\b(?:[Ll]ong-[a-z]+|[Pp]lanned|[Uu]pcoming|[Ff]orthcoming|[Nn]ew|[Bb]ig-screen|[Ll]ive-action|[Aa]nimated|[Tt]he|[Aa]) (?:[a-z-]+ ){0,2}[\"“‘'*]*$"
)
_OTHER_KIND = {
    "film": r"(?:series|sitcom|show|game|novels?|books?|manga|anime|musical|memoir|cartoon|comics?)",
    "series": r"(?:films?|movies?|game|novels?|books?|manga|memoir|trilogy|comics?)",
}
_APPOSED = re.compile(
    rf"{_QUOTE}(?: \([^()]*\))?,? (?:(?:which )?(?:is|was|will be) )?(?:an?|the|its|his|her|their) (?:[\w’'-]+ ){{0,4}}[\"“‘'*]*$"
)
# "Still Waters. There it is. A Harbor prequel, ten episodes": what the title that heads the paragraph is
_HEADED = re.compile(rf"{_QUOTE}[.!:](?: [^.!\n]{{1,40}}[.!])? (?:An? |The |Another )?[\"“‘'*]*")
_CALLED = re.compile(rf"{_QUOTE},? (?:(?:which is |to be |now )?(?:titled|entitled|called|dubbed|named) )?[\"“‘'*]*$")


class Born(NamedTuple):
    """A project, the work it comes from, the word for what it is and where it is first called so."""

    work: Referent
    parent: Referent | None
    noun: str
    mention: Mention


def part(document: Document, found: list[Mention]) -> None:
    """Let mentions like "Harbor" in "the Harbor sequel" mean the project; their ends move behind its noun."""
    born: dict[tuple[int, str], Born] = {}
    _parents(document, found)
    row = sorted((m for m in found if m.kind in "WPX" and not m.indirect), key=lambda m: m.start)
    for place, m in enumerate(row):
        told = _project(document, row, place)
        if told is None:
            continue
        noun, name, end = told
        slot = id(m.referent), _kind(noun) + name.split(" ")[0] * bool(_ORDINAL.match(name))
        if slot not in born:
            parent = m.referent if m.kind == "W" else None
            work = _own_name(document, row, place, noun, end) or document.refer("work", name)
            born[slot] = Born(work, parent, noun, m)
        one = born[slot].work
        one.call(name)
        if name[0].islower() and noun in _TYPES:  # "the fourth Harbor" for "the fourth Harbor film"
            one.call(name.removesuffix(f" {noun}"))
        m.kind, m.referent, m.text, m.end = "W", one, document.text[m.start : end], end
        if noun in {"film", "movie", "pic", "biopic"}:
            one.facts.setdefault("type", "film")
        elif noun in {"series", "show"}:
            one.facts.setdefault("type", "series")
    for child in born.values():
        if child.parent is not None and not any(m.referent is child.parent for m in row):
            child.work.call(child.parent.name)  # the report knows no other thing of that name
    document.notes[_NOTE] = list(born.values())


_DETERMINED = re.compile(
    r"(?:untitled|[Tt]he|[Aa]n?|[Aa]nother|his|her|their|its|['’]s|upcoming|new|next|planned|long-[a-z]+)(?: [a-z-]+)? [\"“‘'*]*$"
)


def _parents(document: Document, found: list[Mention]) -> None:
    """Names of undecided kind that have a sequel, or a film that is long awaited, are works."""
    text = document.text
    known: dict[str, Referent] = {}
    for m in found:
        if m.kind != "X" or not (_SEQUELS.match(text, m.end) or _FILMS.match(text, m.end)):
            continue
        before = text[max(0, m.start - 40) : m.start]
        films = _FILMS.match(text, m.end) and not (_UNTITLED.search(before) or "long-" in before)
        biopic = text[m.end : m.end + 8].lstrip("\"”’'*") == " biopic"
        if m.text[0].isupper() and _DETERMINED.search(before) and not films and not biopic:
            known.setdefault(m.text, document.refer("work", m.text))
    for m in found if known else ():
        if m.kind == "X" and m.text in known:
            m.kind, m.referent = "W", known[m.text]


def _kind(noun: str) -> str:
    return {"movie": "film", "pic": "film", "show": "series", "spinoff": "spin-off"}.get(noun, noun)


def _project(document: Document, row: list[Mention], place: int) -> tuple[str, str, int] | None:
    """The noun, the name and the end of a project that a mention is part of."""
    text, m = document.text, row[place]
    if m.referent is None:
        return None
    said = _SEQUELS.match(text, m.end)
    if said is not None:
        if _ONE.search(text, max(0, m.start - 30), m.start) and not _PLANNED.search(
            text, max(0, m.start - 90), m.start
        ):
            return None  # "Still Waters, a Harbor sequel": what something else is
        told = m.kind == ("P" if said["noun"] == "biopic" else "W")
        return (said["noun"], f"{m.text} {said['noun']}", said.end()) if told else None
    return _numbered(document, m) if m.kind == "W" else None


_ONE = re.compile(r"\b[Aa]n? (?:[a-z-]+ ){0,2}[\"“‘'*]*$")
_PLANNED = re.compile(
    r"\b(?:develop|plan|order|prepar|work|mak|produc|greenl|announc|ey(?:e|ing)|want|consider|direct|writ|star|shoot|film|set up|talks|rumou?r|pitch|commission|in the works)[a-z]*\b[^.;:]*$"
)


def _numbered(document: Document, m: Mention) -> tuple[str, str, int] | None:
    """The same of "the untitled Harbor series", "the fourth Harbor", "the long-awaited Harbor film"."""
    text = document.text
    said = _FILMS.match(text, m.end)
    before = text[max(0, m.start - 50) : m.start].rsplit("\n", maxsplit=1)[-1]
    first = _UNTITLED.search(before)
    end = said.end() if said else m.end
    if first is not None and (said is not None or (_ORDINAL.match(first["how"]) and _ENDS.match(text, m.end))):
        return (said["noun"] if said else ""), f"{first['how'].lower()} {text[m.start : end]}", end
    if said is None or not _AWAITED.search(before) or not _of_other_kind(document, m, _kind(said["noun"])):
        return None
    return said["noun"], f"{m.text} {said['noun']}", end


_ENDS = re.compile(rf"{_QUOTE}(?:[,.;:)]| (?:for|with|in|at|on|and|which|is|was|will|has)\b)")


def _of_other_kind(document: Document, m: Mention, kind: str) -> bool:
    """Whether the report has the work itself as a thing of another kind ("the series Harbor", "Harbor, the BBC show")."""
    other = _OTHER_KIND.get(kind)
    if other is None:
        return False
    name = re.escape(m.text)
    beside = rf"\b{other},? [\"“‘'*]*{name}\b|\b{name}{_QUOTE}(?:,? (?:the|an?) (?:[\w-]+ ){{0,4}}| ){other}\b|\b(?:the|original|TV|BBC|hit) (?:[\w-]+ )?{other} (?:ended|ran|began|finished|aired|wrapped|concluded|was)\b"
    return re.search(beside, document.text) is not None


_NUMBER = re.compile(r":? (?:\d|II|III|IV|Part (?:Two|II|2))\b")
_REACH = 140  # code points behind a title that may tell what it is a sequel to
_SAID_OF = re.compile(
    rf"{_QUOTE},? [^.;\"“]{{0,60}}?\b(?P<noun>sequel|prequel|spin-?off|offshoot|reboot|remake) (?:to|of|from) (?:the |his |her |its )?(?:[a-z\d-]+ ){{0,4}}[\"“‘'*]*"
)


def _own_name(document: Document, row: list[Mention], place: int, noun: str, end: int) -> Referent | None:
    """The name that the report gives the project: beside this place, by a number, or as "a sequel to Harbor"."""
    text, m = document.text, row[place]
    behind = row[place + 1] if place + 1 < len(row) else None
    if behind is not None and behind.kind == "W" and _CALLED.fullmatch(text[end : max(end, behind.start)]):
        return behind.referent
    before = row[place - 1] if place else None
    if before is not None and before.kind == "W":
        between = text[before.end : m.start]
        if _APPOSED.fullmatch(between) or _HEADED.fullmatch(between):
            return before.referent
    for other in row:
        if other.kind != "W" or other.referent is None or other.referent is m.referent:
            continue
        if noun == "sequel" and other.text.startswith(m.text) and _NUMBER.match(other.text, len(m.text)):
            return other.referent
        if noun in _RELATION and ": " in other.text and other.text.endswith(m.text):  # "Rin: The Harbor Years"
            return other.referent
        to = _SAID_OF.match(text, other.end, other.end + _REACH)
        if to and to["noun"] == noun and text.startswith(m.text, to.end()):
            return other.referent
    return None


def born_as(document: Document, noun: str) -> Referent | None:
    """The one project that a noun ("sequel", "spin-off") can mean; None where there is none, or more than one."""
    found = {
        id(b.work): b.work for b in document.notes.get(_NOTE, ()) if _kind(b.noun) == _kind(noun) and noun not in _TYPES
    }
    return next(iter(found.values())) if len(found) == 1 else None


_TYPES = frozenset({"film", "movie", "pic", "series", "show"})


def offspring(document: Document) -> Iterable[Draft]:
    """What each project comes from, and of what type it is."""
    for work, parent, noun, mention in document.notes.get(_NOTE, ()):
        sentence = document.sentence_at(mention.start)
        if sentence is None:
            continue
        at = sentence, mention.start, mention.end
        relation = _RELATION.get(noun, "spin_off" if noun.startswith("spin") else "")
        if relation and not noun.endswith("s") and parent is not None and parent is not work:
            yield Draft("based_on", work, parent, *at, "en/offspring/of-the-work", {"relation": relation})
        if work.facts.get("type") in {"film", "series"} and noun in _TYPES:
            yield Draft("work_type", work, work.facts["type"], *at, "en/offspring/type")
