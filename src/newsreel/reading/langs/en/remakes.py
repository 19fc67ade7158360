"""A remake that has no name yet, told of in a report about the work that is to be remade: what is said of it is not said of that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.subject import told

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_NOTE = "remake"
_KIND = r"(?:(?:[A-Z][\w.]*|[A-Z]?[a-z]+)(?:-language)? )?[Rr]emake"
# behind the work: "Harbor to be remade", "Harbor is getting a Hollywood remake"; before it: "the English-language remake of Harbor"
_BEHIND = re.compile(
    rf"[\"”’'*]*(?: film| series| drama)?,? (?:is |has been |are |will )?(?:set )?(?:(?:to|will|would|being) be(?:ing)? remade|(?:to )?gets? (?:an? )?(?P<a>{_KIND})|(?:getting|becom(?:e|es|ing)) (?:an? )?(?P<b>{_KIND}))"
)
_BEFORE = re.compile(rf"(?P<a>{_KIND})(?: rights)? (?:of|to|for) (?:[\w’'-]+ ){{0,8}}[\"“‘'*]?$")
_RIGHTS = re.compile(r"\b[Rr]emake rights\b")
_OWN = re.compile(r"[\"”’'*]*,? (?:an?|the|which is an?|is an?) [^.;]{0,50}\bremake of\b")
_SPEAKS = re.compile(
    r"\b(?:remake|U\.?S\.? (?:edition|version|take)|(?:English-language|American|Hollywood|new|stateside) (?:version|edition|take))\b",
    re.IGNORECASE,
)
_STOCK = re.compile(r"^(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|for|of|to|new|this|that) ")


class Remake(NamedTuple):
    """The remake, the sentence that tells of it and where in it."""

    work: Referent
    sentence: Sentence
    start: int
    end: int
    relation: str = "remake"


def find(document: Document) -> None:
    """Note the remake without a name that a report about `document.main_work` tells of, if it does."""
    main = document.main_work
    if main is None:
        return
    if not re.search("remake|remade", document.text, re.IGNORECASE):
        _find_sequel(document, main)
        return
    text = document.text
    for m in document.mentions:
        if (
            m.kind == "W"
            and m.referent is not main
            and not m.indirect
            and told(document, m)
            and _OWN.match(text, m.end)
        ):
            return  # the remake has a name
    for m in document.mentions:
        sentence = document.sentence_at(m.start)
        if m.referent is not main or m.indirect or sentence is None or sentence.zone == FURNITURE:
            continue
        behind = _BEHIND.match(text, m.end)
        before = _BEFORE.search(text[max(sentence.start, m.start - 90) : m.start])
        if behind or before:
            said = (behind["a"] or behind["b"]) if behind else before["a"] if before else None
            document.notes[_NOTE] = Remake(
                _named(document, main, said), sentence, m.start, behind.end() if behind else m.end
            )
            return
    for sentence in document.sentences:
        rights = _RIGHTS.search(text, sentence.start, sentence.end)
        if rights and sentence.zone != FURNITURE:
            document.notes[_NOTE] = Remake(_named(document, main, None), sentence, *rights.span())
            return


_SEQUEL = re.compile(r"[\"”’'*]* [Ss]equel\b")
_SPEAKS_OF_SEQUEL = re.compile(r"\b(?:sequel|follow-up)\b", re.IGNORECASE)
_LEAD = 3  # sentences, the headline among them


def _find_sequel(document: Document, main: Referent) -> None:
    """Note the sequel that the headline or the lead tells of ("the Harbor sequel"): one called "Harbor 2", or none."""
    numbered = re.compile(re.escape(main.name) + r" (?:\d|II|III|IV)\b")
    named = next((m.referent for m in document.mentions if m.kind == "W" and numbered.match(m.text)), None)
    for sentence in [s for s in document.sentences if s.zone != FURNITURE][:_LEAD]:
        for m in sentence.mentions:
            behind = _SEQUEL.match(document.text, m.end) if m.referent is main and not m.indirect else None
            if behind is not None:
                work = named or document.refer("work", f"{main.name} sequel")
                document.notes[_NOTE] = Remake(work, sentence, m.start, behind.end(), "sequel")
                return


def _named(document: Document, main: Referent, said: str | None) -> Referent:
    plain = f"{main.name} remake"
    name = _STOCK.sub("", said) if said else plain
    work = document.refer("work", name if " " in name else plain)
    work.call(plain)
    return work


def meant(document: Document, noun: str) -> Referent | None:
    """What a noun that points back means in a report that tells of a remake without a name; None in other reports."""
    remake: Remake | None = document.notes.get(_NOTE)
    if remake is None:
        return None
    words = {"sequel", "project", "follow-up"} if remake.relation == "sequel" else {"remake", "project", "reboot"}
    return remake.work if noun.rsplit(" ", maxsplit=1)[-1] in words else document.main_work


def spoken_of(document: Document, sentence: Sentence) -> Referent | None:
    """The remake without a name, where a sentence speaks of it and does not tell of the work itself."""
    remake: Remake | None = document.notes.get(_NOTE)
    speaks = _SPEAKS_OF_SEQUEL if remake is not None and remake.relation == "sequel" else _SPEAKS
    if remake is None or not speaks.search(document.text, sentence.start, sentence.end):
        return None
    itself = any(m.referent is document.main_work and not m.indirect and told(document, m) for m in sentence.mentions)
    return None if itself else remake.work


def remakes(document: Document) -> Iterable[Draft]:
    """The remake without a name is made from the work."""
    remake: Remake | None = document.notes.get(_NOTE)
    if remake is not None and document.main_work is not None:
        yield Draft(
            "based_on",
            remake.work,
            document.main_work,
            remake.sentence,
            remake.start,
            remake.end,
            "en/remake/of-the-work",
            {"relation": remake.relation},
        )
