"""Questions that frames of press English ask: who is named beside a crew, and who beside a cast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.guards import not_crew

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Match

_CREW = re.compile(
    r"\b(?:(?:co-)?(?:exec(?:utive)?[- ])?produc(?:e|es|ed|ing|ers?)\b|EPs?\b|direct(?:s|ed|ing|or|ors)?\b|helm\w*|writ(?:es?|ing|ten|ers?)\b|wrote|pen(?:s|ned|ning)\b|"
    r"script\w*|creat(?:e|es|ed|ing|ors?)\b|co-creat\w+|showrun\w*|overseeing|stor(?:y|ies) (?:by|with)|adapt(?:s|ed|ing)\b|develop(?:s|ed|ing)\b|collaborat\w+|(?:has|have|had) done\b)"
)
_FOUNDS = re.compile(r"\b(?:form(?:ed|s)|(?:co-)?found(?:ed|s)|establish(?:ed|es)|set up|launched|met|married)\b")
_CAST = re.compile(
    r"\b(?:stars?|starr(?:ed|ing)|co-stars?|casts?|play(?:s|ed|ing)?|roles?|leads?|leading|ensemble|return(?:s|ed|ing)?|appear\w*|feature[sd]?|featuring|reprise\w*|joins|joined|"
    r"act(?:s|ed|ing|ors?|ress(?:es)?)|portray\w*|voic\w+|headlin\w+|toplin\w+|opposite|reunit\w+|act)\b"
)


_NOT_JOINING = re.compile(
    r"(?:\bnot|n[’']t|\bno longer|\bnever) (?:be |been |going to |set to |expected to )*"
    r"(?:join|star|appear|team|reunit|play|feature|act)\w*[^,.;]{0,20}$"
)


def among_cast(document: Document, match: Match) -> bool:
    """Whether who is named "alongside" or "with" stands beside actors, not beside those who make the work."""
    clause = document.text[match.sentence.start : match.start + 1]
    clause = clause[max(clause.rfind("; "), 0) :]
    lead = document.text[match.start : match.bound["actor"][0].start] if match.bound.get("actor") else ""
    if _CREW.search(lead):
        return False
    crew = [m.end() for m in _CREW.finditer(clause)]
    cast = [m.end() for m in _CAST.finditer(clause)]
    if _NOT_JOINING.search(clause[:-1] + lead):  # "will not be joining Ann Lee": it is not she who is out
        return False
    if _FOUNDS.search(clause):  # "formed Acme in 1929 with Ann Lee"
        return False
    if not crew:
        return True
    return bool(cast) and cast[-1] > crew[-1]


# "the novel, which was previously turned into a 2017 drama starring Ann Lee": of an earlier version
_EARLIER_VERSION = re.compile(
    r"\b(?:(?P<once>previously|already|earlier|first|once|before)\b[^.;]{0,30})?\b(?:turned|adapted|made|remade|filmed|dramati[sz]ed) (?:in)?(?:to|as) (?:an?|the|two|three) (?:[^.;]*?\b(?P<year>(?:19|20)\d\d)\b)?[^.;]{0,50}$"
)


def of_this_version(document: Document, match: Match) -> bool:
    """Whether a cast is that of the work at hand, not of an earlier one made from the same source."""
    told = _EARLIER_VERSION.search(document.text, match.sentence.start, match.start)
    if told is None:
        return True
    return not told["once"] and (not told["year"] or int(told["year"]) >= document.anchor.year)


def a_distributor(document: Document, match: Match) -> bool:
    """Whether the noun at a company says that it distributes."""
    return any("distribut" in m.text.lower() for m in match.bound["kind"])


_MADE = re.compile(
    r"\b(?:made|makes|making|created|wrote|co-wrote|developed|developing|produced|interview\w*|spoke|talk\w*) [^.;,]{0,40}$"
)
_KIN = re.compile(r"\b(?:wife|husband|brother|sister|partner|friend|father|mother|son|daughter)\b")


def beside_work(document: Document, match: Match) -> bool:
    """Whether who is named with a work plays in it: somebody named by name, no kin, nobody who made it with another."""
    row = [m for m in match.bound["actor"] if m.referent is not None and m.referent.facts.get("craft") not in _MAKERS]
    match.bound["actor"] = row
    if not row or row[0].indirect or _KIN.search(document.text, match.start, row[0].start):
        return False
    return _MADE.search(document.text, match.sentence.start, match.start) is None


def no_place(_document: Document, match: Match) -> bool:
    """Whether who stands before a bracket is none of the places that a film was sold to: "France (The Jokers)"."""
    return not any(" " not in m.text and m.text in lexicon.places() for m in match.bound["person"])


def an_actor(document: Document, match: Match) -> bool:
    """Whether who "plays" or stands before "as" is no director or writer, and the other name is a character's."""
    row = [m for m in match.bound["actor"] if m.referent is not None and m.referent.facts.get("craft") not in _MAKERS]
    match.bound["actor"] = row
    character = match.bound.get("character") or []
    return bool(row) and all(c.referent is None or c.referent is not row[0].referent for c in character)


_MAKERS = frozenset({"director", "writer", "producer"})


def full_name(document: Document, match: Match) -> bool:
    """Whether an actor is told by given name and surname, and is no maker."""
    return an_actor(document, match) and " " in match.bound["actor"][0].text and not match.bound["actor"][0].indirect


def another_person(document: Document, match: Match) -> bool:
    """Whether "Ann Lee is Rin Calder" says who plays whom: two people, of whom the second acts nowhere."""
    if not match.bound.get("character"):
        return False
    actor, character = match.bound["actor"][0], match.bound["character"][0]
    if actor.indirect or actor.referent is None or character.referent is None:
        return False
    if actor.referent is character.referent or actor.referent.facts.get("craft") in _MAKERS:
        return False
    said = [m for m in document.mentions if m.referent is character.referent and m.start < character.start]
    return "craft" not in character.referent.facts and " " in actor.referent.name and not said


def known_by_work(document: Document, match: Match) -> bool:
    """As in "Harbor's Ann Lee": the person is named by an earlier work, and is a person for sure."""
    person, work = match.bound["actor"][0], match.bound["work"][0]
    if person.indirect or work.indirect or person.referent is None or work.referent is None:
        return False
    return " " in person.referent.name and work.referent.facts.get("type") not in _WRITTEN


def star_of(_document: Document, match: Match) -> bool:
    """Who "the Harbor star" is acts in Harbor."""
    person = match.bound["actor"][0]
    return person.indirect and person.text in _STARS


def maker_of(_document: Document, match: Match) -> bool:
    """Who "the Harbor director" is directed Harbor."""
    person = match.bound["person"][0]
    return person.indirect and person.text in {"director", "helmer", "filmmaker"}


_STARS = frozenset({"star", "actor", "actress", "alum", "alumna", "alumnus", "breakout", "lead", "veteran"})
_WRITTEN = frozenset({"book", "manga", "webtoon", "play", "game", "album"})


def executive_post(document: Document, match: Match) -> bool:
    """The trade named is an executive producer's."""
    return "executive producer" in document.text[match.start : match.end]


def directs_here(document: Document, match: Match) -> bool:
    """The trade named is a director's."""
    return "director" in document.text[match.start : match.bound["person"][0].start].lower()


def directing_debut(document: Document, match: Match) -> bool:
    """The debut is one behind the camera."""
    return re.search(r"\b(?:direct|helm)", document.text[match.start : match.end]) is not None


def directing_prize(document: Document, match: Match) -> bool:
    """The prize is one for directing, and what it was won for is a film of their own."""
    text = document.text[match.start : match.end].lower()
    return "direct" in text[len(match.bound["person"][0].text) :]


def _made_here(document: Document, match: Match, types: frozenset[str]) -> bool:
    """Whether the work spoken of is of some types, and whoever is named beside its genre makes works and owns no other."""
    host = document.work_at(match.start)
    match.bound["person"] = [
        m
        for m in match.bound["person"]
        if m.referent is not None
        and not m.indirect
        and m.referent.facts.get("craft") not in {"actor", "crew"}
        and not m.referent.facts.get("author")
    ]
    return host is not None and host.facts.get("type") in types and bool(match.bound["person"])


def known_film(document: Document, match: Match) -> bool:
    """Whoever a film's genre is said to be of directs it: "Ann Lee's second horror"."""
    return _made_here(document, match, _FILMED)


def known_series(document: Document, match: Match) -> bool:
    """Whoever a series' genre is said to be of made it up, unless the report calls them a director."""
    made = _made_here(document, match, frozenset({"series"}))
    match.bound["person"] = [
        m for m in match.bound["person"] if m.referent and m.referent.facts.get("craft") != "director"
    ]
    return made and bool(match.bound["person"])


def runs_series(document: Document, match: Match) -> bool:
    """Shows are run, films are not; nor does who runs a company run its show."""
    work = match.bound["work"][0].referent if match.bound.get("work") else document.work_at(match.start)
    return work is not None and work.facts.get("type") in {None, "series", "animation_series", "variety"}


def of_nameless(document: Document, match: Match) -> bool:
    """The report is about a project that has no name yet, which somebody's "next" is."""
    return bool(document.notes.get("nameless")) and an_actor(document, match)


_FILMED = frozenset({"film", "documentary", "animation_film", "short"})
_OF_CAST = re.compile(r"\b(?:cast|actors|actresses|stars|ensemble|veterans|talents?|thespians|faces)\b", re.IGNORECASE)


def after_cast(document: Document, match: Match) -> bool:
    """Whether the sentence before spoke of a cast, of which this one is the list."""
    index = match.sentence.index
    before = document.sentences[index - 1] if index else None
    return before is not None and _OF_CAST.search(document.text, before.start, before.end) is not None


_ACTS = re.compile(r"\b(?:stars?|actor|actress|alum\w*)\b")
_CASTS = re.compile(
    r"\b(?:stars?|starring|starr(?:ed|ing)|casts?|plays?|played|join\w*|return\w*|actors?|actress\w*|include\w*|including|leads?|led|with|feature\w*|also|additions?|newcomers?|directed|written)\b",
    re.IGNORECASE,
)
_TELLS_PLOT = re.compile(
    r",? (?:who )?(?!(?:is|was|has|joins|returns|plays|stars|stays|leads|says|boards)\b)[a-z]+s\b|, (?:an?|the|who|his|her|whose)\b"
)


def character_first(document: Document, match: Match) -> bool:
    """As in "Rin (Ann Lee)" has the character outside; of two full names neither is sure."""
    outside = match.bound.get("character")
    if not outside or outside[0].kind != "P":
        return True
    inside = match.bound["actor"][0]
    if " " not in outside[0].text and " " in inside.text:
        return True
    between = document.text[outside[0].end : inside.start]
    if _ACTS.search(between):  # "Ryan Lopez (Harbor star Ann Lee)"
        return True
    if _TELLS_PLOT.match(document.text, match.end) and not _CASTS.search(
        document.text, match.sentence.start, outside[0].start
    ):  # "Rin Calder (Ann Lee) heads a small team"
        return True
    # of two full names the one that the report has named before is the actor, if it is met there first in brackets
    met = [m for m in document.mentions if m.referent is inside.referent and m.end <= outside[0].start]
    new = not any(m.referent is outside[0].referent and m.end <= outside[0].start for m in document.mentions)
    return " " in inside.text and bool(met) and new


def bracketed_part(_document: Document, match: Match) -> bool:
    """Outside the bracket stands the actor: not so in "Rin (Ann Lee)"."""
    actor, character = match.bound["actor"][0], match.bound.get("character") or []
    if actor.referent is not None and actor.referent.facts.get("craft") in _MAKERS:
        return False
    return not character or " " in actor.text or " " not in character[0].text


_OF_HOST = re.compile(r"(?:[Tt]he|[Ii]ts?|[Tt]his)\b|[\"“(]?(?:[Ww]orking|[Tt]entative|[Oo]riginal|[Oo]fficial)\b")


def names_host(document: Document, match: Match) -> bool:
    """As in "signed his next film, tentatively titled Harbor": that is no other title of the work told of before."""
    if match.bound.get("work"):
        return True
    host = document.work_at(match.start)
    before = [m for m in match.sentence.mentions if m.start < match.start and m.referent is host]
    return bool(before) or _OF_HOST.match(document.text, match.sentence.start) is not None


def is_feature(document: Document, match: Match) -> bool:
    """Whose first or latest feature it is, directs it; a film may be its star's."""
    return any("feature" in m.text.lower() for m in match.bound.get("type", ()))


def named_cast(document: Document, match: Match) -> bool:
    """Cast that the words name themselves, none that "he" may mean."""
    match.bound["actor"] = [m for m in match.bound["actor"] if not m.indirect]
    return not_crew(document, match)


def a_directorial(document: Document, match: Match) -> bool:
    """As in "the Ann Lee directorial", said of the work spoken of."""
    kind = match.bound["kind"][0]
    return kind.text == "directorial" and document.work_at(match.start) is not None


GUARDS = {
    f.__name__: f
    for f in (
        a_directorial,
        full_name,
        named_cast,
        after_cast,
        beside_work,
        bracketed_part,
        character_first,
        directing_debut,
        directing_prize,
        of_nameless,
        known_film,
        known_series,
        runs_series,
        executive_post,
        directs_here,
        among_cast,
        of_this_version,
        a_distributor,
        no_place,
        an_actor,
        another_person,
        known_by_work,
        star_of,
        maker_of,
        is_feature,
        names_host,
    )
}
