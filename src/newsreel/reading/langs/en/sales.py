"""Deals by territory: who takes a work for which country, told in any of the trade's ways.

"to Gaga for Japan and Le Pacte for France", "to France (Le Pacte), Japan (Gaga)", "Neon took North America": a company
beside a territory, in a sentence that speaks of rights, deals or buyers, distributes the work there. Who sells is told by
words of selling, and never stands beside a territory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.clauses import Event, subjects_of
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.literals import alternation
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.langs.en.tokens import Candidate

_O, _L, _A, _X = (f"{kind_char(letter)}{NUMBER_CLASS}" for letter in "OLAX")
_SELLS = Sought(
    r"(?i)\b(?:rights|sold|sells|selling|sales|pre-?sold|pre-?bought|deals?|buyers?|bought|buys|took|taken|takes|licensed|acquired|acquires|snapped up|picked up|"
    r"territor(?:y|ies)|gone to|went to|goes to|distributors?|distribution|closed|landed|nabbed)\b"
)
_TERRITORY = rf"(?:the )?(?:{_L}|{_A}|{_X}(?= |,|\)|;|\.|$))(?:(?:,? and |, |/| & )(?:the )?(?:{_L}|{_A}))*(?: rights)?"
_TAKES = r"(?:took|takes|taking|taken|bought|buys|buying|acquired|acquires|got|nabbed|landed|secured|picked up|snapped up|grabbed|has|have|holds|covers|covering|will handle|handles|for|in|on)"
_COMPANY_FIRST = re.compile(
    rf"(?P<company>{_O})(?: ?\((?:(?:for|in) )?{_TERRITORY}\)| {_TAKES} (?:it |them )?(?:(?:for|in) )?{_TERRITORY}(?! ?\())"
)
_TERRITORY_FIRST = re.compile(rf"{_TERRITORY} ?(?:\(|to |[–—:-] ?)(?P<company>{_O})(?=[),;.]| and| &|$)")
_NO_BUYER = frozenset({"outlet", "agency", "group"})
# "in Cannes on Monday", "set in Japan": no territory
_NOT_THERE = re.compile(
    r"\b(?:set|shot|shooting|filmed|filming|based|born|lives?|premiere[sd]?|bow\w*|festival|market|headquartered|produced|made|remake|version|office|offices|launched) (?:for|in|on) $"
)
_TOWN = frozenset({"Cannes", "Berlin", "Venice", "Toronto", "Busan", "Sundance", "Locarno", "Rotterdam", "Tokyo", "Annecy", "Los Angeles", "London"})  # fmt: skip


def sales(document: Document) -> Iterable[Draft]:
    """Claims of distributors from companies beside their territories."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone == FURNITURE or masked is None or kind_char("O") not in masked.text:
            continue
        if kind_char("L") in masked.text or kind_char("A") in masked.text:
            sold = next(document.matches(_SELLS, sentence), None)
            if sold is not None:
                yield from _sentence(document, sentence)


def _sentence(document: Document, sentence: Sentence) -> Iterator[Draft]:
    masked = sentence.masked
    if masked is None:
        return
    deals: list[tuple[re.Match[str], Mention]] = []
    for pattern in (_TERRITORY_FIRST, _COMPANY_FIRST):
        for m in pattern.finditer(masked.text):
            company = masked.mentions_in(m["company"])[0]
            places = [p.text for p in masked.mentions_in(m.group()) if p.kind in "LA"]
            plain = masked.text[max(0, m.start() - 30) : m.end()]
            if not places or places[0] in _TOWN or _NOT_THERE.search(plain) or _owned(document, company):
                continue
            if org_kind(company.referent, company.text) not in _NO_BUYER and all(company is not c for _, c in deals):
                deals.append((m, company))
    named = [m for m in sentence.mentions if m.kind == "W" and not m.indirect]
    listed = len(deals) > 1 or any("(" in m.group() for m, _ in deals)
    if not deals or (not listed and not _RIGHTS.search(masked.low)) or len({id(m.referent) for m in named}) > 1:
        return
    first = deals[0][0]
    works = [m.referent for m in named if m.referent is not None][:1] or subjects_of(
        document, sentence, Event("carried", first.start(), first.start() + 1)
    )
    for m, company in deals:
        start, end = masked.position(m.start()), masked.position(m.end(), end=True)
        for work in works:
            yield Draft("distributor", work, company.referent or company.text, sentence, start, end, "en/company/territory", mention=company)  # fmt: skip


_RIGHTS = re.compile(r"\b(?:rights|sold|sells|pre-?sold|pre-?bought|deals?|buyers?|licensed|territor(?:y|ies))\b")


def _owned(document: Document, company: Mention) -> bool:
    return document.text[company.end : company.end + 2] in {"'s", "’s"}


@cache
def _territories() -> str:
    names = sorted({*lexicon.places(), *lexicon.adjectives()}, key=lambda name: -len(name))
    return alternation(name for name in names if name not in _TOWN)


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[ (/])(?:the )?(?:{_territories()}) ?\($")


@cache
def _for_place() -> re.Pattern[str]:
    return re.compile(rf" ?(?:\(|for |in )(?:the )?(?:{_territories()})\b")


def buyers(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """Names beside territories are companies', in a sentence of sales that has two of them: "Japan (Gaga), France (Acme)"."""
    rows: dict[int, list[str]] = {}
    for c in found:
        if next(document.matches(_SELLS, c.sentence), None) is None or c.quoted:
            continue
        start, end = c.outer
        closes = document.text[end : end + 1] == ")" and _in_brackets().search(document.text, c.sentence.start, start)
        if closes or _for_place().match(document.text, end, end + 30):
            rows.setdefault(c.sentence.index, []).append(lexicon.key(c.text))
    for row in rows.values():
        for name in row if len(row) > 1 else ():
            if name in judged and judged[name][0] in "PWXN":
                judged[name] = ("O", 1.0, ("takes a territory",))
