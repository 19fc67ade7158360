"""Guards of data/frames_background.yml: whose earlier works these are, and sources that share their adaptation's name."""

from __future__ import annotations

import re
from bisect import insort
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import Mention

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent
    from newsreel.reading.frames import Draft, Match

_DIRECTS = re.compile(r"\b(?:direct(?:s|ed|ing|or|ors)?|helm(?:s|ed|ing)?|film-?makers?|at the helm)\b")
_ACTS = re.compile(
    r"\b(?:act(?:or|ress|ors|ing)|star(?:s|red|ring)?|performances?|roles?|plays?|appear\w*|cast)\b", re.IGNORECASE
)
_COMPANY = frozenset("O")


def korean_set(_document: Document, match: Match) -> bool:
    """The type word itself names the country ("K-dramas such as")."""
    return match.bound["type"][0].text.lower().startswith("k-")


def directs(document: Document, match: Match) -> bool:
    """The person spoken of directs, by this sentence or by the report."""
    person = document.person_at(match.start)
    if person is None:
        return False
    words = document.text[match.sentence.start : match.sentence.end]
    return person.facts.get("craft") == "director" or (_DIRECTS.search(words) is not None and not _ACTS.search(words))


_MADE_BY_THEM = re.compile(
    r"\b(?:PD|directors?|writers?|makers?|team|producers?|creators?|studio|company) (?:of|behind) [^.;]{0,40}$"
)


def acts(document: Document, match: Match) -> bool:
    """The person spoken of acts, and is not known to do something else."""
    if _MADE_BY_THEM.search(document.text, match.sentence.start, match.start):
        return False  # "from the PD of dramas like Harbor"
    person = document.person_at(match.start)
    if person is None or person.facts.get("craft") not in {None, "actor"}:
        return False
    words = document.text[match.sentence.start : match.sentence.end]
    return person.facts.get("craft") == "actor" or (_ACTS.search(words) is not None and not _DIRECTS.search(words))


_ADULT = 14  # years; who is born later plays no part in a report yet


def of_a_person(document: Document, match: Match) -> bool:
    """A birth long before the report, of a person of the trade rather than of the plot."""
    date, who = match.bound["date"][0], document.person_at(match.start)
    born = getattr(date.value.period, "start", None)
    return who is not None and born is not None and born.year + _ADULT < document.anchor.year


def company_spoken_of(document: Document, match: Match) -> bool:
    """The company spoken of is the last one named in the sentence before ("The company")."""
    if match.sentence.index == 0:
        return False
    before = document.sentences[match.sentence.index - 1]
    named = [m for m in before.mentions if m.kind in _COMPANY and m.referent is not None]
    if before.paragraph != match.sentence.paragraph or not named:
        return False
    match.bound["company"] = [named[-1]]
    return True


def namesake(document: Document, match: Match) -> bool:
    """The source is a work of its own ("the series is based on the film Harbor", said of the series Harbor)."""
    source, kind = match.bound["source"][0], match.bound["type"][0]
    host = document.work_at(match.start) or document.main_work
    if host is None or source.referent is not host or host.facts.get("type") == kind.value:
        return False
    twin = document.refer("work", source.text)
    twin.facts["type"] = kind.value
    # What else is said of it there is said of the source: its country, its director.
    source.referent = twin
    here = [entry for entry in document.works_at if entry[0] != source.start]
    insort(here, (source.start, twin), key=lambda entry: entry[0])
    document.works_at = here
    match.bound["twin"] = [Mention(source.start, source.end, "W", source.text, referent=twin)]
    return True


def one_source(document: Document, drafts: list[Draft]) -> list[Draft]:
    """A source named once like its adaptation and once by a title of its own is one work, if both are of one type."""
    sources = [d for d in drafts if d.predicate == "based_on" and d.object is not None and hasattr(d.object, "facts")]
    for twin in sources:
        if twin.object.name not in twin.subject.names:
            continue
        types = {d.object for d in drafts if d.predicate == "work_type" and d.subject is twin.object}
        for other in sources:
            if other.object is twin.object or other.subject is not twin.subject:
                continue
            if types & {d.object for d in drafts if d.predicate == "work_type" and d.subject is other.object}:
                _become(drafts, twin.object, other.object)
        _apart(drafts, twin, types & WRITTEN)
    return drafts


WRITTEN = frozenset({"book", "manga", "webtoon", "play", "game"})


def _apart(drafts: list[Draft], twin: Draft, types: set[Any]) -> None:
    """What only a book can be said to be is said of the source, not of the film that has its name."""
    for draft in drafts:
        if draft.subject is twin.subject and draft.object is not twin.object:
            written = draft.predicate == "work_type" and draft.object in types
            if written or (types and draft.predicate == "creator" and draft.rule.endswith("crew/author")):
                draft.subject = twin.object


def _become(drafts: list[Draft], gone: Referent, kept: Referent) -> None:
    for name in gone.names:
        kept.call(name)
    for draft in drafts:
        draft.subject = kept if draft.subject is gone else draft.subject
        draft.object = kept if draft.object is gone else draft.object


def several(_document: Document, match: Match) -> bool:
    """What is said of a set is said of works by name, two or more, or of some among others."""
    named = [m for m in match.bound["work"] if not m.indirect]
    match.bound["work"] = named
    return len(named) > 1 or (
        bool(named) and match.frame.rule.endswith("set-first") and "mong" in match.text.get("some", "")
    )


GUARDS = {f.__name__: f for f in (several, korean_set, directs, acts, company_spoken_of, namesake, of_a_person)}
