"""Prizes that people won; a nomination is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.frames import Draft
from newsreel.reading.literals import alternation
from newsreel.reading.needs import Sought
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence


_BEST = (
    r"(?:[Bb]est (?:(?:[Ss]upporting|[Ll]ead(?:ing)?|[Oo]riginal|[Aa]dapted|[Mm]ale|[Ff]emale|[Ii]nternational|[Ff]oreign(?:[ -][Ll]anguage)?|[Dd]ramatic|[Tt]elevision|[Dd]rama|[Nn]ew|[Aa]nimated|TV|[Ff]ilm) )*"
    r"(?:[Aa]ctor|[Aa]ctress|[Dd]irector|[Ss]creenplay|[Dd]irection|[Nn]ewcomer|[Pp]icture|[Pp]erformance|[Ss]core|[Ss]ong|[Dd]ocumentary|[Cc]inematography|[Ee]diting|[Ww]riter|[Ff]eature|[Ss]how|[Ff]ilm|[Ss]eries|[Dd]rama|[Ll]ead(?: [Pp]erformance)?|[Ww]riting|[Dd]ebut)\b|\b(?:[Ll]eading|[Ss]upporting|[Ll]ead) [Aa]ct(?:or|ress)\b)"
)


@cache
def _awards() -> str:
    data = load_data("en", "awards")
    names = alternation(map(str, data["names"]))
    return (
        rf"(?:(?:[\w'’-]+ ){{0,4}}?(?:{names})(?:s\b)?(?: for [Bb]est [A-Z]?\w+(?: [A-Z]?\w+)?)?"
        rf"|(?:[\w'’-]+ ){{1,4}}?(?:[Pp]rize|[Aa]ward)s?\b(?: for [Bb]est [A-Z]?\w+(?: [A-Z]?\w+)?)?|{_BEST}(?: (?:prize|award))?)"
    )


@cache
def _won() -> list[re.Pattern[str]]:
    data = load_data("en", "awards")
    verbs = "|".join(sorted(map(str, data["verbs"]), key=lambda v: -len(v)))
    det = r"(?:an?|the|her|his|their|two|three|four|five|its|last year['’]s|this year['’]s|a first|her first|his first|a second|[a-z]+-time)"
    return [
        re.compile(
            rf"(?: ?\([^()]*\))?(?:, \d\d)?,? (?:who |whose [\w ]{{2,40}} )?(?:also |has |have |had |just |recently |previously |later |both |in \d{{4}} |last (?:year|month|night),? )*(?:{verbs}) (?:{det} )?(?P<award>{_awards()})"
        ),
        re.compile(
            rf"(?: ?\([^()]*\))?(?:, \d\d)?(?:,? (?:who is |is |was )?(?:an?|the|himself an?|herself an?|twice an)|,) (?:[a-z]+-time |double |former |three-time )?(?P<award>{alternation(map(str, data['names']))})(?:[ -](?:winner|winning|laureate))"
        ),
        re.compile(rf",? (?:the |for )?(?P<award>{_BEST})(?= (?:prize |award )?for\b)"),
        re.compile(
            rf" (?:beat|pipped|edged out) [^.;]{{3,50}}? (?:to|for) (?:the|an?) (?P<award>{_awards()})"
        ),  # "…, and Bo Kim best actor for Still"
        re.compile(
            rf"(?: ?\([^()]*\))?,? (?:who )?(?:already )?(?:fresh (?:from|off)|with|holder of|has|keeps|owns|holds) (?:an?|her|his|the|two|three|four) (?P<award>{alternation(map(str, data['names']))})s?(?: win)?(?= (?:for|under|at home|on (?:the|her|his) (?:shelf|mantel\w*|piano|desk))| already)"
        ),
    ]


@cache
def _award_signs() -> Sought:
    return Sought(rf"\b(?:{'|'.join(map(str, load_data('en', 'awards')['signs']))})")


@cache
def _before_names() -> Sought:
    return Sought(
        rf"(?P<award>{alternation(map(str, load_data('en', 'awards')['names']))}|(?:[A-Z][\w'’]+ ){{1,3}}Award)[ -](?:winner|winning|laureate)(?: (?:[\w'’-]+ ){{0,3}})?$"
    )


_FOR = re.compile(r"[^.;]{0,60}?\b(?:for|with|in) (?:(?:the|his|her|their|its) )?(?:[\w'’-]+ ){0,6}?[\"“‘'*]*$")


def prizes(document: Document, sentence: Sentence, row: list[Mention]) -> Iterator[Draft]:
    """Prizes won by persons; a nomination is none."""
    text = document.text
    if next(document.matches(_award_signs(), sentence), None) is None:
        return
    yield from _given(document, sentence, row)
    for mention in row:
        if mention.indirect and (m := _epithets().search(mention.text)):
            yield _award(mention.referent, m["award"], sentence, mention.start, mention.end)
            continue
        for pattern in _won():
            m = pattern.match(text, mention.end, sentence.end)
            if m is not None and not re.search(r"\bnominat", m.group() + text[m.end() : m.end() + 12]):
                for member in (mention, *_joined(document, row, mention)):
                    yield from _prize(document, sentence, member, m)
                break
        else:
            told = document.search(_went(), max(sentence.start, mention.start - 90), mention.start)
            if told is not None and not mention.indirect:
                yield from _prize_to(sentence, mention, told, text)
                continue
            start = max(sentence.start, mention.start - 60)
            m = document.search(_before_names(), start, mention.start)
            if m is not None and not any(start + m.start() < other.start < mention.start for other in row):
                draft = _award(mention.referent, m["award"], sentence, start + m.start(), mention.end)
                yield draft


def _prize_to(sentence: Sentence, mention: Mention, told: re.Match[str], text: str) -> Iterator[Draft]:
    """As in "the best first feature prize went to Ann Lee for Harbor"."""
    name = re.sub(
        r"^(?:(?:an?|the|its|and|while|but) )+",
        "",
        (told["award"] or told["award2"] or told["award3"]).strip(),
        flags=re.IGNORECASE,
    )
    draft = _award(mention.referent, name, sentence, mention.start - len(told.group()), mention.end)
    after = next(
        (w for w in sentence.mentions if w.kind == "W" and w.referent is not None and w.start >= mention.end), None
    )
    if after is not None and _FOR_IT.fullmatch(text, mention.end, after.start):
        draft.slots["for"] = after.referent.name if after.referent else after.text
        draft.end = after.end
        if (credit := _credit_of(told.group())) and after.referent is not None:
            yield Draft(
                credit, after.referent, mention.referent, sentence, mention.start, after.end, "en/person/prize-for", background=True, mention=mention,
            )  # fmt: skip
    yield draft


_FOR_IT = re.compile(r" \([\"“‘'*]*|,? (?:for|with) (?:(?:the|his|her|their|its) )?(?:[\w’'-]+ ){0,5}?[\"“‘'*]*")
_AND = re.compile(r",? and $|, $")


def _joined(document: Document, row: list[Mention], last: Mention) -> list[Mention]:
    """Those who share a prize with the last of a list: "Ann Lee and Bo Kim were given the directing prize"."""
    found: list[Mention] = []
    here = last
    for m in reversed(row[: row.index(last)]):
        if m.indirect or m.referent is None or not _AND.fullmatch(document.text[m.end : here.start]):
            break
        if not found and " and " not in document.text[m.end : here.start]:
            break
        found.append(m)
        here = m
    return found


@cache
def _epithets() -> re.Pattern[str]:
    return re.compile(rf"(?P<award>{alternation(map(str, load_data('en', 'awards')['names']))}) (?:winner|laureate)$")


@cache
def _gifts() -> re.Pattern[str]:
    names = alternation(map(str, load_data("en", "awards")["names"]))
    return re.compile(
        rf"\b(?:brought|won|earned|gave|fetched|netted|handed|bagged|landed|got) (?P<who>him|her|[A-Z][^,;.]{{2,30}}?) (?:(?:an?|the|his|her|two|three|first) )*(?P<award>{names})\b(?! nom)"
    )


def _given(document: Document, sentence: Sentence, row: list[Mention]) -> Iterator[Draft]:
    """As in "which brought her an Oscar": a prize that a work won for somebody."""
    for m in _gifts().finditer(document.text, sentence.start, sentence.end):
        start, end = m.span("who")
        named = next((p.referent for p in row if p.start == start and p.end == end), None)
        who = named if m["who"] not in {"him", "her"} else document.person_at(sentence.start)
        if who is not None:
            yield _award(who, m["award"], sentence, m.start(), m.end())


def _award(who: Referent | None, name: str, sentence: Sentence, start: int, end: int) -> Draft:
    return Draft("award", who, name, sentence, start, end, "en/person/prize")  # type: ignore[arg-type]


_MANY = re.compile(r"(?:slew|number|string|host|handful|raft|range|lot|several|many|multiple|various|numerous|other)\b")


def _prize(document: Document, sentence: Sentence, mention: Mention, m: re.Match[str]) -> Iterator[Draft]:
    name = m["award"].strip()
    best = re.search(_BEST, name) or re.search(r"[Bb]est (?:[A-Z]?\w+ )?[A-Z]?\w+", name)
    name = (
        re.sub(r" (?:prize|award)$", "", best.group(), flags=re.IGNORECASE)
        if best
        else re.sub(r"^(?:(?:an?|the|her|his|their|two|three|four|first|second|own) )+", "", name)
    )
    if _MANY.match(name):
        return
    name = name[:-1] if name[:-1] in load_data("en", "awards")["names"] else name
    draft = _award(mention.referent, name, sentence, mention.start, m.end())
    after = next(
        (w for w in sentence.mentions if w.kind == "W" and w.referent is not None and w.start >= m.end()), None
    )
    others = any(
        o.kind == "P" and not o.indirect and after and m.end() <= o.start < after.start for o in sentence.mentions
    )
    if after is not None and not others and _FOR.fullmatch(document.text[m.end() : after.start]):
        draft.slots["for"] = after.referent.name if after.referent else after.text
        draft.end = after.end
        if (credit := _credit_of(m["award"])) and after.referent is not None:
            yield Draft(
                credit, after.referent, mention.referent, sentence, mention.start, after.end, "en/person/prize-for", background=True, mention=mention,
            )  # fmt: skip
    yield draft


# What somebody did on the work that a prize is for, by the prize's name.
_CREDITS = (
    ("cast_member", re.compile(r"\b(?:act(?:or|ress|ing)|lead|performance|newcomer)\b", re.IGNORECASE)),
    ("director", re.compile(r"\b(?:direct(?:or|ing|ion)|first feature|debut feature)\b", re.IGNORECASE)),
    ("screenwriter", re.compile(r"\b(?:screenplay|script|writ(?:er|ing)|screenwriter)\b", re.IGNORECASE)),
    ("cinematographer", re.compile(r"\b(?:cinematograph\w+|camera)\b", re.IGNORECASE)),
    ("composer", re.compile(r"\b(?:score|music)\b", re.IGNORECASE)),
)


def _credit_of(award: str) -> str:
    return next((predicate for predicate, words in _CREDITS if words.search(award)), "")


@cache
def _went() -> Sought:
    return Sought(
        rf"(?P<award>(?:[\w’'-]+ ){{0,4}}?(?:{_BEST})?(?: ?[\w’'-]+){{0,2}} ?(?:[Pp]rize|[Aa]ward)|{_BEST}|{alternation(map(str, load_data('en', 'awards')['names']))})(?: (?:for|at|in) [\w’' -]{{2,30}})?(?: (?:went|goes|was (?:given|awarded|presented|handed)|were (?:given|awarded)))? to (?:[a-z-]+ ){{0,3}}$"
        rf"|(?:[Tt]here (?:was|were|is)|(?:,|;)? ?(?:and|plus|while)|[.,;])? ?(?:an?|the|two|another) (?P<award2>{alternation(map(str, load_data('en', 'awards')['names']))})s? (?:went to|was for|for) (?:[a-z-]+ ){{0,2}}$"
        rf"|\b(?:lost|conceded) (?:the|an?|that) (?P<award3>{alternation(map(str, load_data('en', 'awards')['names']))}) to (?:[a-z-]+ ){{0,2}}$"
    )
