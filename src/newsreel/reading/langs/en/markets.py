"""Who bought a work for which part of the world: "Acme (UK), Beta (Germany)", "Acme for Spain and Beta for Italy".

Or the other way round: "UK (Acme), Germany (Beta)". The names beside territories are companies, whatever they look like; what the words before the list say of them decides
whether they bought the work or make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.subject import heads_line, told
from newsreel.reading.langs.en.titlelines import title_lines
from newsreel.reading.langs.en.tokens import personal
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.langs.en.tokens import Candidate

Judged = dict[str, tuple[str, float, tuple[str, ...]]]

_NAME = r"(?:[A-Z]\.(?:[A-Z]\.)+|[A-Z][\w’'-]*)"
_PLACE = rf"{_NAME}(?:[ /]{_NAME}){{0,3}}"
_TERRITORY = re.compile(
    rf" ?\((?:for )?(?:the )?(?P<inside>{_PLACE}(?:(?:, | and |/| & |, and )(?:the )?{_PLACE})*)\)"
    rf"| (?:has|have|takes?|took|holds?|gets?|got) (?:the )?(?P<held>{_PLACE}(?:(?:, | and |, and )(?:the )?{_PLACE})*)(?=[.;,]|$| (?:from|in|and|for|since|with|too|again)\b)"
    rf"| (?:for|in|across|covering) (?:both )?(?:the )?(?P<place>{_PLACE}|rest of the world)"
)
_LONG = 40  # code points of a territory's name
_IN_BRACKET = re.compile(rf"(?:^|[ ,/])(?:the )?(?P<place>{_NAME}(?: {_NAME}){{0,2}}) ?\((?P<inside>)$")
_PARTS = re.compile(r", and |, | and | & |/")
_SALE = Sought(
    r"\b(?:(?P<made>co-?produc\w*|produc(?:ed|es|ing|ers?)\b)|sold|sells|[Dd]eals?\b|licen[cs]ed|acquired|bought|[Bb]uyers|snapped up|pick(?:ed|s|ing)\b|pre-?sold|pre-?sales|"
    r"territories|gone to|went to|goes to|going to|closed|distributors|sales (?:to|include)|rights|boarded|taken by|did(?= (?:the )?[A-Z]))"
)
_ORIGINAL = re.compile(
    r" [Oo]riginals? (?:[a-z]+ ){0,2}(?:[Ss]eries|[Ff]ilm|[Mm]ovie|[Dd]rama|[Cc]omedy|[Dd]ocu\w+|[Ss]pecial|[Tt]hriller|[A-Z])"
)
_SURE = 1.0


def buyers(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Names beside a territory, behind words of selling or producing, are companies."""
    for c in found:
        k = lexicon.key(c.text)
        if c.text in lexicon.organizations() and not c.quoted and k in judged and _ORIGINAL.match(document.text, c.end):
            judged[k] = ("O", _SURE, ("what it shows is called its original",))
        if c.quoted or k not in judged or judged[k][0] == "O" or len(c.text.split()) > 3:  # noqa: PLR2004 - a title
            continue
        beside = _territory(document.text, *c.outer)
        if c.text in lexicon.places() or beside is None:
            continue
        if personal(c.text.split()) and judged[k][0] == "P":
            continue
        if beside.groupdict().get("held") or document.search(_SALE, c.sentence.start, c.outer[0]) is not None:
            judged[k] = ("O", _SURE, ("beside the part of the world it bought for",))


def _territory(text: str, start: int, end: int) -> re.Match[str] | None:
    """The territories named right behind a name, or the one in whose bracket it stands, where all of them are ones."""
    beside = _TERRITORY.match(text, end)
    if beside is None:
        beside = _IN_BRACKET.search(text, max(0, start - _LONG), start) if text.startswith(")", end) else None
    if beside is None:
        return None
    if beside["place"]:
        return beside if beside["place"] in lexicon.territories() or beside["place"][0] == "r" else None
    parts = [
        part.removeprefix("the ") for part in _PARTS.split(beside["inside"] or beside.groupdict().get("held") or "")
    ]
    return beside if all(part in lexicon.territories() for part in parts) else None


def markets(document: Document) -> Iterable[Draft]:
    """Distributors, platforms and makers by their territories."""
    for sentence in document.sentences:
        if sentence.zone != FURNITURE:
            yield from _sold(document, sentence)


def _sold(document: Document, sentence: Sentence) -> Iterator[Draft]:
    for m in sentence.mentions:
        if m.kind != "O" or m.referent is None or org_kind(m.referent, m.text) in {"outlet", "agency", "group"}:
            continue
        beside = _territory(document.text, m.start, m.end)
        said = list(_SALE.compiled.finditer(document.text, sentence.start, m.start)) if beside else []
        if beside is None or not (said or beside.groupdict().get("held")):
            continue
        work = _work(document, sentence, m)
        if work is not None:
            what = "production_company" if said and said[-1]["made"] else "distributor"
            yield Draft(
                what,
                work,
                m.referent,
                sentence,
                min(m.start, beside.start()),
                max(m.end, beside.end()),
                "en/company/territory",
                mention=m,
            )


_LONG = 100  # code points of a line of a grid
_HEADED = re.compile(r"(?: \([A-Z][\w ]{1,20}\))?(?:[.:|]|(?: ?[–—-]))(?=\s|$)| \([A-Z][\w ]{1,20}\)$")
_SHOWING = frozenset({"broadcaster", "streamer"})


def headed(document: Document) -> Iterable[Draft]:
    """The channel that a paragraph or a grid begins with shows what is told there: "CBS. The pilot Harbor …"."""
    channel: Mention | None = None  # of a line of its own, above lines that begin with titles
    told_of = -1
    for sentence in document.sentences:
        if sentence.zone in (FURNITURE, HEADLINE):
            continue
        opens = sentence.index == 0 or document.sentences[sentence.index - 1].paragraph != sentence.paragraph
        head = _heading(document, sentence) if opens or sentence.zone == LISTING else None
        if head is not None:
            alone = document.text[head.end : sentence.end].strip(" .:|–—-\n") == ""
            channel, told_of = head, sentence.paragraph
            if alone:
                continue
        elif channel is not None and sentence.paragraph != told_of:
            line = sentence.zone == LISTING or sentence.end - sentence.start < _LONG
            first = next((m for m in sentence.mentions if m.kind == "W"), None)
            if not line or first is None or not heads_line(document, first):
                channel = None
        if channel is None or channel.referent is None:
            continue
        work = next(
            (m for m in sentence.mentions if m.kind == "W" and m.start > channel.start and told(document, m)), None
        )
        if work is None or any(m.kind == "O" and m is not channel and m.end < work.start for m in sentence.mentions):
            continue
        assert work.referent is not None  # noqa: S101 - told
        yield Draft(
            "platform",
            work.referent,
            channel.referent,
            sentence,
            work.start,
            work.end,
            "en/company/heading",
            mention=channel,
        )
        if sentence.paragraph == told_of and not (head and alone):
            channel = None  # of a paragraph the first work is its


def _heading(document: Document, sentence: Sentence) -> Mention | None:
    """The channel that a line begins with, where a stop, a colon or a dash parts it from the rest."""
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.kind != "O" or org_kind(first.referent, first.text) not in _SHOWING:
        return None
    if document.text[sentence.start : first.start].strip(" \t•*–—-·▪■●►>"):
        return None
    rest = document.text[first.end : sentence.end]
    before = document.sentences[max(0, sentence.index - 1)]
    if (
        rest == "."
        and before is not sentence
        and (before.paragraph == sentence.paragraph or before.start in title_lines(document))
    ):
        return None  # "Harbor. Canal+. Eight parts."
    return first if not rest.strip() or _HEADED.match(rest) else None


def _work(document: Document, sentence: Sentence, company: Mention) -> Referent | None:
    """The work told of last before a company in its sentence, else what the words there speak of."""
    before = [w for w in sentence.mentions if w.kind == "W" and w.end <= company.start and told(document, w)]
    return before[-1].referent if before else document.work_at(company.start)
