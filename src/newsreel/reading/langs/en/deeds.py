"""Who does what, as clipped prose has it: "A has the megaphone, B and C the pen", "D wears the suit again", "so do E and F".

A clause begins with a name, or a list of names, and a phrase of `data/deeds.yml` follows; where no verb follows, a rest
such as "the other half" or "the pen" repeats the verb of the clause before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import BRACKET, macros, org_kind
from newsreel.reading.langs.en.tokens import personal
from newsreel.reading.langs.en.topics import of_television
from newsreel.reading.literals import alternation
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

_P, _O, _L, _D, _W, _C, _X, _T, _G = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "POLDWCXTG")
_ROLE = macros()["rolenoun"]
_SEP = r"(?:, |,? and |,? & |,? plus |/)"
_SUBJECT = re.compile(rf"(?P<people>{_P}(?:{_SEP}{_P})*)|(?P<companies>{_O}(?:{_SEP}{_O})*)")
# What may stand before the subject of a clause.
_OPENS = re.compile(
    r"(?:^[\W\d]*|[;:.,!?—–(>•*|\n][\s\"“‘*]*|\b(?:and|but|while|as|so|plus|then|now|with|yes|no|meanwhile|again|elsewhere|also|this time|so (?:do|does|are|is|did|will)|as (?:do|does|are|is)) )(?:actors? |actress |newcomers? |both |the )?$"
)
_SO = re.compile(r"(?:And )?[Ss]o (?:do|does|are|is|did|will|has|have) ")
_LIKEWISE = re.compile(r"\b(?:[Ss]o|as) (?:do|does|are|is|did|will|has|have) $")
_ASIDE = rf"(?: ?{BRACKET})?(?:, (?!(?:and|but|while|with)\b)[^,;.()]{{2,70}},(?= [a-z]))?"
_AUX = r"(?:['’](?:ll|s|ve|re))?(?:,? (?:has|have|had|is|are|was|were|will|would|be|been|being|to|still|again|now|also|too|both|all|once more|once again|himself|herself|themselves|alone|together|then|just|simply|always|already|duly|happily|reportedly|of course|as ever|as before|as always|naturally|here|this time)(?:,(?= ))?)*"
_END = rf"(?=[,.;:!?)—–]|$|\n| (?:and|but|while|with|for|in|on|too|again|this|from|at|after|himself|herself|themselves|who|whose|which|out|here|there|alone|as|once|when|that|everybody|everyone|we|you|now|of course|over|since|until|naturally|also|opposite|alongside|across|elsewhere)\b| {_D}| \()"
# "Acme has it here and Beta in America"; "Acme has the United States, Beta the UK"
_THERE = re.compile(
    rf",? (?:in |for |over in |across )?(?:the )?(?:{_L}|UK|US|Nordics|rest|other)(?:,? (?:and|&) (?:the )?{_L})*{_END}"
)
_BESIDE = re.compile(_ASIDE)
_JOINED = re.compile(r"(?:,? and|,? but|,)(?= [a-z])")
_IN = re.compile(rf" (?:in|on|of|for|from) (?:the )?(?:[a-z]+ )?{_W}")
_REST = rf"(?: ?{BRACKET})?,? (?:what (?:follows|is left|remains|comes (?:after|next))|the (?:(?P<portion>other|next|rest|last|second|third|first|remaining|final|others)(?: (?:half|two|three|four|pair|block|hours?|episodes?|ones?|one))?)|(?:the|his|her|their|its) (?P<tool>{{tools}})){_END}"
_REACH = 40  # code points before a subject that are looked at
_SHOT = "shot"
_PLOT = "plot"
_SERIES = frozenset({"series", "animation_series"})
_SHOWING = frozenset({"broadcaster", "streamer"})
_MAKERS = frozenset({"director", "writer", "producer", "crew"})
_NOT_CAST = re.compile(
    rf" (?:in|at|to|from|near) (?:the )?{_L}| on (?!(?:board|hand|screen)\b)| with (?:his|her|the|its|[\"“]|{_W}|an? (?:new |second |third |debut |first )?(?:{_T}|{_G}))|[^,;.]{{0,12}}?(?: as (?!(?:(?:the|his|her|their|an?) )?(?:[a-z-]+ ){{0,3}}?(?:{_C}|{_X}|{_P}|{_ROLE}))|,? (?:direct|writ|produc|behind|at the helm)|[^.;]{{0,30}}\b(?:champion|single|divorced|friends)\b)"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """What somebody was last said to do, for clauses that leave their verb out."""

    predicate: str
    whose: str
    end: int


@cache
def _phrases(whose: str) -> re.Pattern[str]:
    """What stands behind the names of people or companies, one group a predicate."""
    data = load_data("en", "deeds")
    macros = {name: str(text) for name, text in data["macros"].items()}
    for name in ("did", "portion", "stretch"):
        macros[name] = macros[name].replace("{det}", macros["det"])
    rows = []
    for predicate, patterns in data[whose].items():
        text = "|".join(_filled(str(pattern), macros) for pattern in patterns)
        rows.append(f"(?P<{predicate}>(?:{text}){_END})")
    return re.compile(rf"{_AUX},? (?:{'|'.join(rows)})")


def _filled(pattern: str, macros: dict[str, str]) -> str:
    for name, text in macros.items():
        pattern = pattern.replace("{" + name + "}", text)
    return pattern


@cache
def words(name: str) -> dict[str, str]:
    """A word list of the data: each word with the predicate that it tells, "" where the list tells one thing."""
    rows = load_data("en", "deeds")[name]
    told = rows.items() if isinstance(rows, dict) else [("", rows)]
    return {str(word): predicate for predicate, row in told for word in row}


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(_REST.replace("{tools}", alternation(words("tools"))))


def deeds(document: Document) -> Iterable[Draft]:
    """Credits and companies of clauses that begin with names."""
    found: list[Draft] = []
    last: _Clause | None = None
    for sentence in document.sentences:
        last = _sentence(document, sentence, last, found)
    directed = {(id(d.subject), id(d.object)) for d in found if d.predicate == "director"}
    for draft in found:
        if draft.predicate == _SHOT:
            draft.predicate = _who_shot(document, draft, directed)
            draft.rule = f"en/deed/{draft.predicate}"
        if draft.predicate and (not draft.rule.endswith(_PLOT) or _among_others(draft, found)):
            yield draft


def _among_others(draft: Draft, found: list[Draft]) -> bool:
    """Whether others do something for the work beside who acts in its plot: one alone may be anybody."""
    here = draft.sentence
    return any(d.sentence.paragraph == here.paragraph and d.object is not draft.object for d in found) or any(
        m.kind == "P" and m.referent is not draft.object for m in here.mentions
    )


def _sentence(document: Document, sentence: Sentence, before: _Clause | None, found: list[Draft]) -> _Clause | None:
    """Read a sentence's clauses into `found`; what was said last, for a sentence that begins with "So do"."""
    masked = sentence.masked
    if sentence.zone == FURNITURE or masked is None:
        return None
    last = before if _SO.match(masked.text) else None
    for m in _SUBJECT.finditer(masked.text):
        ahead = masked.text[max(0, m.start() - _REACH) : m.start()]
        if _OPENS.search(ahead) is None:
            continue
        clause = _read(masked, m, ahead, last)
        while clause is not None:
            last = clause
            found.extend(_drafts(document, sentence, masked, m, clause))
            clause = _goes_on(masked, clause)
    return last


def _read(masked: Masked, m: re.Match[str], before: str, last: _Clause | None) -> _Clause | None:
    """What the clause of a subject says it does, in its own words or in those of the clause before."""
    whose = "person" if m["people"] else "organization"
    aside = _BESIDE.match(masked.text, m.end())
    if before.endswith(" with ") and masked.text.startswith(", ", m.end()):
        return None  # "Ann Lee, who wrote it with Bo Kim, directs"
    said = _phrases(whose).match(masked.text, aside.end() if aside is not None else m.end())
    if said is not None and said.lastgroup:
        return _Clause(said.lastgroup, whose, said.end())
    if whose == "person" and _acts(masked.text, m):
        return _Clause(_PLOT, whose, m.end())
    return _as_before(masked, m, before, last) if last is not None and last.whose == whose else None


def _as_before(masked: Masked, m: re.Match[str], before: str, last: _Clause) -> _Clause | None:
    """What a clause without a verb says in the words of the one before: "so do A and B", "C the other half", "D in Spain"."""
    whose = last.whose
    if _LIKEWISE.search(before):
        return replace(last, end=m.end())
    if whose == "organization" and (there := _THERE.match(masked.text, m.end())) is not None:
        return replace(last, end=there.end())
    rest = _rest().match(masked.text, m.end())
    told = words("tools")[rest["tool"]] if rest is not None and rest["tool"] else last.predicate
    return _Clause(told, whose, rest.end()) if rest is not None else None


_DOES = re.compile(rf"{_ASIDE} (?P<verb>[a-z]+s)(?= [a-z]|[,.;]| {_P}| {_L})(?! that\b)")


_DO = re.compile(
    rf"{_ASIDE} (?P<verb>[a-z]{{3,}}(?<!s|g|y)(?<!ed))(?= (?:the|a|an|his|her|their|each|in|on|at|for|over|up|down|out|about|with|against|into|across|around|through|to)\b|[.;]| {_P}| {_L})"
)


def _acts(text: str, m: re.Match[str]) -> bool:
    """Whether somebody does what is no work of the trade: "Ann Lee watches the skies"."""
    if text.count(kind_char("P"), m.start(), m.end()) > 1:
        do = _DO.match(text, m.end())
        return do is not None and do["verb"] not in words("no_verb") and f"{do['verb']}s" not in words("real")
    does = _DOES.match(text, m.end())
    return does is not None and does["verb"] not in words("real")


def _in_plot(document: Document, one: Mention, work: Referent) -> bool:
    """Whether somebody can be one of the cast: a full name, no maker's, in a paragraph that names the work."""
    here = document.sentence_at(one.start)
    person = one.referent
    if here is None or here.zone != BODY or person is None or not personal(one.text.split()):
        return False
    if (person.facts.get("crafts") and "actor" not in person.facts["crafts"]) or person.facts.get("author"):
        return False
    return any(
        m.referent is work and not m.indirect
        for sentence in document.sentences[max(0, here.index - 4) : here.index + 1]
        if sentence.paragraph == here.paragraph
        for m in sentence.mentions
    )


def _goes_on(masked: Masked, clause: _Clause) -> _Clause | None:
    """A further verb of the same subject: "stars in it, writes it and produces it"."""
    joined = _JOINED.match(masked.text, clause.end)
    said = _phrases(clause.whose).match(masked.text, joined.end()) if joined is not None else None
    return _Clause(said.lastgroup, clause.whose, said.end()) if said is not None and said.lastgroup else None


def _drafts(
    document: Document, sentence: Sentence, masked: Masked, m: re.Match[str], clause: _Clause
) -> Iterator[Draft]:
    row = [one for one in masked.mentions_in(m.group()) if one.referent is not None and not one.indirect]
    if not row:
        return
    named = _IN.match(masked.text, clause.end)  # "remain in Harbor"
    work = masked.mentions_in(named.group())[-1].referent if named is not None else document.work_at(row[0].start)
    if work is None or (clause.predicate == "cast_member" and _NOT_CAST.match(masked.text, clause.end)):
        return
    end = masked.position(clause.end, end=True)
    for one in row:
        predicate = _fitting(document, clause, one, work)
        if predicate and one.referent is not None:
            rule = f"en/deed/{_PLOT if clause.predicate == _PLOT else predicate.replace('_', '-')}"
            yield Draft(predicate, work, one.referent, sentence, row[0].start, end, rule, mention=one)


def _fitting(document: Document, clause: _Clause, one: Mention, work: Referent) -> str:
    """The credit that a clause gives to one of its subjects; "" for none."""
    if clause.whose == "organization":
        shows = org_kind(one.referent, one.text) in _SHOWING
        told = {"territory": "platform" if shows else "distributor", "platform": "platform" if shows else ""}
        return told.get(clause.predicate, clause.predicate)
    if clause.predicate == _PLOT:
        return "cast_member" if _in_plot(document, one, work) else ""
    craft = one.referent.facts.get("craft") if one.referent is not None else None
    if clause.predicate == "cast_member" and craft in _MAKERS:
        return ""
    if clause.predicate == "made":
        if not personal(one.text.split()):
            return ""  # a company whose name looks like a person's
        series = work.facts.get("type") in _SERIES or (work.facts.get("type") is None and of_television(document))
        return "creator" if series else "director"
    return clause.predicate


def _who_shot(document: Document, draft: Draft, directed: set[tuple[int, int]]) -> str:
    """What "shot it" says of somebody: who directs photographs nothing, where somebody else directs; else nothing."""
    if "director" in draft.object.facts.get("crafts", ()) or (id(draft.subject), id(draft.object)) in directed:
        return "director"
    others = any(subject == id(draft.subject) for subject, _ in directed) or any(
        m.kind == "P" and m.referent is not None and "director" in m.referent.facts.get("crafts", ())
        for sentence in document.sentences
        if sentence.paragraph == draft.sentence.paragraph
        for m in sentence.mentions
    )
    return "cinematographer" if others else ""
