"""The person that "she" or "the director" means, by what each person of a report does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent


def person_meant(
    mention: Mention, subject: Referent | None, last: Referent | None, people: list[Referent]
) -> Referent | None:
    """The person that "she" or "the actress" means: the subject spoken of, else the last one named."""
    noun = str(mention.value)
    wanted = next((craft for words, craft in _CRAFTS if any(w in noun for w in words)), "")
    if not wanted:
        return subject or last or (people[-1] if people else None)
    order = [p for p in (subject, last, *reversed(people[-8:])) if p is not None]
    for person in order:
        if person.facts.get("craft") == wanted:
            return person
    if wanted == "director" and "known by a work" in mention.reasons:
        return None
    for person in order:
        if not person.facts.get("craft"):
            return person
    return None


_CRAFTS = (
    (("act", "star", "lead", "thesp", "singer", "idol", "heroine", "heartthrob", "performer"), "actor"),
    (("director", "filmmaker", "helmer"), "director"),
    (("writer", "creator", "author", "novelist", "playwright"), "writer"),
)
_CRAFT_BEFORE = (
    (re.compile(r"(?:directed by|helmed by|[Dd]irectors?:?|[Ff]ilmmakers?|[Hh]elmer) $"), "director"),
    (
        re.compile(
            r"(?:starring|stars|[Aa]ctors?|[Aa]ctress(?:es)?|opposite|alongside|(?:played|portrayed|voiced|fronted|headlined|toplined|led) by) $"
        ),
        "actor",
    ),
    (
        re.compile(
            r"(?:(?:written|penned|created|scripted|adapted|script|scripts|screenplay|teleplay|novels?|books?|story|stories|memoir|manga|webtoon|comics?|plays?|"
            r"bestseller) (?:is |comes )?(?:by|from)|[Ww]riters?:?|[Ss]cribe|[Cc]reators?|[Aa]uthors?|[Nn]ovelist) $"
        ),
        "writer",
    ),
)
_CRAFT_AFTER = (
    (
        re.compile(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |was |also |be )*(?:design(?:s|ed|ing) |edit(?:s|ed|ing) |(?:in charge of|overseeing|handling) (?:the )?(?:character|art|sound|color|costume)|"
            r"(?:the )?(?:character designer|art director|casting director|editor|sound director))"
        ),
        "crew",
    ),
    (
        re.compile(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also |next )*(?:stars?|plays?|playing|portrays?|starring|cast|headlin\w+|reprises?|as [A-Z]|joins?|boards?|appears?|leads)\b"
        ),
        "actor",
    ),
    (
        re.compile(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also )*(?:directs?|directing|directed|helms?|helming|helmed|call(?:s|ing)? the shots|(?:back )?(?:in the director['’]s chair|at the helm|behind the camera))(?!\w)"
        ),
        "director",
    ),
    (
        re.compile(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also )*(?:writes?|wrote|writing|written|created|pens?|penned)\b"
        ),
        "writer",
    ),
)


_AUTHORS = re.compile(
    r"['’‘]s? (?:[A-Z\d“\"][\w’'!?-]*[”\",]? |[a-z-]+ ){0,7}?(?:novels?|manga|webtoon|memoirs?|comics?|graphic novel|short stor(?:y|ies)|novella)\b"
)


def note_craft(document: Document, mention: Mention) -> None:
    """Note what a person does where the words beside the name say so."""
    if mention.referent is None or "craft" in mention.referent.facts:
        return
    before = document.text[max(0, mention.start - 24) : mention.start]
    after = document.text[mention.end : mention.end + 80]
    if _AUTHORS.match(after):
        mention.referent.facts["author"] = True
    for pattern, craft in _CRAFT_BEFORE:
        if pattern.search(before):
            mention.referent.facts["craft"] = craft
            return
    for pattern, craft in _CRAFT_AFTER:
        if pattern.match(after):
            mention.referent.facts["craft"] = craft
            return
