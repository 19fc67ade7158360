"""The person that "she" or "the director" means, by what each person of a report does."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.needs import Sought
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent


def person_meant(
    mention: Mention, subject: Referent | None, last: Referent | None, people: list[Referent]
) -> Referent | None:
    """The person that "she" or "the actress" means: the subject spoken of, else the last one named."""
    noun = str(mention.value)
    gender = _GENDERED.get(noun.lower()) or ("female" if noun.endswith(_FEMALE) else "")
    if gender:  # "she" is nobody whose name or title says otherwise
        people = [p for p in people if gender_of(p) in ("", gender)]
        subject, last = (p if p is None or gender_of(p) in ("", gender) else None for p in (subject, last))
    wanted = next((craft for words, craft in _CRAFTS if any(w in noun for w in words)), "")
    if not wanted:
        return subject or last or (_surest(people, gender) if people else None)
    order = [p for p in (subject, last, *reversed(people[-8:])) if p is not None]
    for person in order:
        if person.facts.get("craft") == wanted:
            return person
    if wanted == "director" and "known by a work" in mention.reasons:
        return None
    for person in order:
        if not person.facts.get("craft") or (person is last and wanted in person.facts["crafts"]):
            return person
    return None


_GENDERED = {"he": "male", "she": "female"}
_FEMALE = ("actress", "leading lady", "heroine", "alumna")


def _surest(people: list[Referent], gender: str) -> Referent:
    """The last of some people, one whose gender is known before others."""
    return next((p for p in reversed(people[-6:]) if gender and gender_of(p) == gender), people[-1])


@cache
def _genders() -> dict[str, str]:
    return {str(name): gender for gender, names in load_data("en", "genders").items() for name in names}


def gender_of(person: Referent) -> str:
    """What a person's given name, or the word before the name, tells: "female", "male" or nothing."""
    return str(person.facts.get("gender") or _genders().get(person.name.split()[0], ""))


_TITLED = Sought(
    r"(?:(?P<female>\b(?:actress|Mr?s\.?|Miss|Dame|Lady|heroine|leading lady|Queen))|(?P<male>\b(?:Mr\.?|Sir|Lord|leading man))) $"
)


_CRAFTS = (
    (
        (
            "act",
            "star",
            "lead",
            "alum",
            "breakout",
            "thesp",
            "singer",
            "idol",
            "heroine",
            "heartthrob",
            "performer",
            "hunk",
            "beauty",
            "favo",
            "legend",
            "heart-throb",
            "stalwart",
            "regular",
            "villain",
            "icon",
            "funnyman",
            "stunner",
        ),
        "actor",
    ),
    (("director", "filmmaker", "helmer"), "director"),
    (("writer", "creator", "author", "novelist", "playwright"), "writer"),
)
_CRAFT_BEFORE = (
    (Sought(r"(?:directed by|helmed by|[Dd]irectors?:?|[Ff]ilm-?makers?|[Hh]elmer|[Aa]uteur|Dir:) $"), "director"),
    (
        Sought(
            r"(?:starring|stars|[Aa]ctors?|[Aa]ctress(?:es)?|opposite|alongside|(?:played|portrayed|voiced|fronted|headlined|toplined|led) by) $"
        ),
        "actor",
    ),
    (
        Sought(
            r"(?:(?:written|penned|created|scripted|adapted|script|scripts|screenplay|teleplay|novels?|books?|story|stories|memoir|manga|webtoon|comics?|plays?|"
            r"bestseller) (?:is |comes )?(?:by|from)|[Ww]riters?:?|[Ss]cribe|[Cc]reators?|[Aa]uthors?|[Nn]ovelist) $"
        ),
        "writer",
    ),
    (Sought(r"(?<!ecutive )(?<!exec )(?:produced by|[Pp]roducers?:?) $"), "producer"),
)
_CRAFT_AFTER = (
    (
        Sought(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |was |also |be )*(?:design(?:s|ed|ing) |edit(?:s|ed|ing) |(?:in charge of|overseeing|handling) (?:the )?(?:character|art|sound|color|costume)|"
            r"(?:the )?(?:character designer|art director|casting director|editor|sound director))"
        ),
        "crew",
    ),
    (
        Sought(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also |next )*(?:stars?|plays?|playing|portrays?|starring|cast|headlin\w+|reprises?|as [A-Z]|joins?|boards?|appears?|leads)\b"
        ),
        "actor",
    ),
    (
        Sought(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also )*(?:directs?|directing|directed|helms?|helming|helmed|call(?:s|ing)? the shots|(?:back )?(?:in the director['’]s chair|at the helm|behind the camera)|(?:the |its |out )?(?:as )?director\b)(?!\w)"
            r"|(?:['’]s)? (?:\w+ )?directorial\b|-(?:directed|helmed)\b|, (?:the |a |an )?(?:(?!(?:with|by|for|from|to|under|and|of|[\w-]+ing)\b)[\w-]+ ){0,3}(?:film-?maker|director|auteur|helmer)\b"
        ),
        "director",
    ),
    (
        Sought(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also )*(?:writes?|wrote|writing|written|created|pens?|penned)\b"
        ),
        "writer",
    ),
    (Sought(r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |was |also )*(?:produces?|producing)\b"), "producer"),
    (Sought(r"(?: ?\([^()]*\))? (?:will |is |has |to )[^.;,()]{0,50}?\bto direct\b"), "director"),
)


# Any of them: most names have nothing of the kind beside them.
_ANY_BEFORE, _ANY_AFTER = (Sought("|".join(row.text for row, _ in rows)) for rows in (_CRAFT_BEFORE, _CRAFT_AFTER))
_AUTHORS = Sought(
    r"['’‘]s? (?:[A-Z\d“\"][\w’'!?-]*[”\",]? |[a-z-]+ ){0,7}?(?:novels?|manga|webtoon|memoirs?|comics?|graphic novel|short stor(?:y|ies)|novella)\b"
)


def note_craft(document: Document, mention: Mention) -> None:
    """Note what a person does where the words beside the name say so."""
    if mention.referent is None:
        return
    facts, start = mention.referent.facts, max(0, mention.start - 24)
    if "gender" not in facts and (titled := document.search(_TITLED, start, mention.start)) is not None:
        facts["gender"] = titled.lastgroup
    after = document.text[mention.end : mention.end + 80]
    end = mention.end + len(after)
    if document.may_stand(_AUTHORS, mention.end, end) and _AUTHORS.compiled.match(after):
        mention.referent.facts["author"] = True
    found = ""
    if document.may_stand(_ANY_BEFORE, start, mention.start):
        found = next((craft for row, craft in _CRAFT_BEFORE if document.search(row, start, mention.start)), "")
    if not found and document.may_stand(_ANY_AFTER, mention.end, end):
        found = next(
            (
                craft
                for row, craft in _CRAFT_AFTER
                if document.may_stand(row, mention.end, end) and row.compiled.match(after)
            ),
            "",
        )
    if found:
        mention.referent.facts.setdefault("craft", found)
        mention.referent.facts.setdefault("crafts", set()).add(found)
