"""What is said of a part: whom somebody plays, what that one is, and how large the part is.

Frames bind what stands beside their verb. What stands a little further on ("Rin Calder, a surgeon who …", "Ann Lee
(Rin)", "to lead the film as Rin", "detective Rin") is read here, for every claim of a cast.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newsreel.reading.langs.en.businesses import keeper
from newsreel.reading.langs.en.frames import macros
from newsreel.reading.langs.en.standing import EARLIER
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Draft

# "in the role of Rin", "the lead role in the film", "two of the five princes", "an unnamed character": what is left names no role
_ROLE_OF = re.compile(
    r"^(?:the |an? |her |his )?(?:[\w-]+ ){0,2}(?:roles?|parts?|character) (?:of|as) (?:the |an? )?", re.IGNORECASE
)
_NO_ROLE = re.compile(
    r"^(?:playing|portraying|new|lead|leading|main|major|supporting|title|titular|key|pivotal|unrevealed|undisclosed|unnamed|male|female)?(?: ?(?:lead|male|female|supporting))? ?(?:roles?|parts?|characters?|leads?|(?:series )?regulars?)\b(?: in\b.*)?$|^(?:series )?regulars?$|^recurring\b.*$"
    r"|\b(?:unrevealed|unspecified|undisclosed|unnamed) (?:character|role)|\b(?:follows|was previously|centers|centres)\b|\b(?:of|while|in the|the|both)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r",? (?:named|called|known as|dubbed|nicknamed) ")
_CALLED = re.compile(r",? (?:named|called|known as|dubbed|nicknamed)$")
_GUEST = r"\b(?:special appearances?|cameos?|guest(?:[ -]star\w*)?)\b"
_GUEST_BEFORE, _GUEST_BEHIND = re.compile(_GUEST + r"[^,;]*$"), re.compile(r"[^,;]*?" + _GUEST)
_BILLED = (
    ("supporting", re.compile(r"(?<!best )\bsupporting (?:roles?|parts?|cast|ensemble|players|characters?|actors?)|\bsecond leads?\b")),
    ("main", re.compile(r"\bmain (?:cast|quartet|trio|ensemble|roles?|characters?)\b|\b(?:series|as|to|new) regulars?\b")),
    (
        "lead",
        re.compile(
            r"toplin|headlin|(?<!joining the )(?<!alongside the )\blead|\bled (?!by)|\bheads? the (?:cast|ensemble)|fronted|title role|title character"
        ),
    ),
)  # fmt: skip
_ANY_BILLED = Sought("|".join(row.pattern for _, row in _BILLED))
_VOICED = re.compile(r"\bvoic(?!e (?:actor|actress|talent))")
_DRAWN = frozenset({"animation_series", "animation_film"})


def told(document: Document, draft: Draft) -> None:
    """Complete and clean what a claim of a cast says of its part."""
    slots: dict[str, Any] = draft.slots
    if slots.get("character") in draft.subject.names:
        del slots["character"]
    if not draft.background and draft.mention is not None:
        _character(document, draft, slots)
    if "role" in slots and not slots.get("character"):  # "the lawyer Rin Calder"
        named = next(
            (m for m in draft.sentence.mentions if m.kind in "CP" and slots["role"].endswith(f" {m.text}")), None
        )
        if named is not None:
            slots["character"] = named.text
    if "role" in slots:
        slots["role"] = keeper(slots["role"].strip(), document.text[draft.end : draft.sentence.end])
        _role(draft, slots)
    if "role" not in slots and slots.get("character") and not draft.background:
        _beside_character(document, draft, slots)
    _billing(document, draft, slots)


def _billing(document: Document, draft: Draft, slots: dict[str, Any]) -> None:
    ahead = 0 if draft.background or draft.rule.endswith(EARLIER) else 30
    stretch = document.text[draft.start : draft.end + ahead].lower()
    drawn = draft.rule.endswith("cast-line") and draft.subject.facts.get("type") in _DRAWN
    if drawn or _VOICED.search(stretch):
        slots.setdefault("billing", "voice")
    elif _guest(document, draft):
        slots.setdefault("billing", "special")
    elif "billing" not in slots and document.may_stand(_ANY_BILLED, draft.start - _LEAD_IN, draft.end + ahead):
        wide = document.text[max(draft.sentence.start, draft.start - _LEAD_IN) : draft.end + ahead].lower()
        size = next((size for size, row in _BILLED if row.search(stretch if size == "lead" else wide)), "")
        if size:
            slots["billing"] = size


def _guest(document: Document, draft: Draft) -> bool:
    """Whether who is cast, not another of the list, comes for a cameo or as a guest."""
    if draft.mention is None:
        return False
    before = document.text[max(draft.sentence.start, draft.mention.start - 40) : draft.mention.start]
    after = document.text[draft.mention.end : min(draft.sentence.end, draft.mention.end + 70)]
    return bool(_GUEST_BEFORE.search(before) or _GUEST_BEHIND.match(after))


_OPENS = re.compile(r" ?[(\[](?:as )?(?:the )?$")
_AS = re.compile(r"(?: ?[(\[][^()\[\]]*[)\]])?[^;.()]{0,90}?\bas (?:the )?(?P<role>(?:[a-z][\w’'-]* ){0,4})$")
_TITLE_PART = re.compile(r"\btitle (?:role|part)\b")
_LEAD_IN = 18  # code points: "The supporting ensemble comprises"
_SHORT = 3  # words of a title that a character may bear


def _character(document: Document, draft: Draft, slots: dict[str, Any]) -> None:
    """Whom the cast member plays, where that stands in a bracket behind the name, behind "as" or behind the role."""
    actor, text = draft.mention, document.text
    if actor is None:
        return
    if "character" not in slots:
        _behind_actor(document, draft, actor, slots)
    if "character" not in slots and _TITLE_PART.search(text, actor.start, min(draft.sentence.end, actor.end + 60)):
        if len(draft.subject.name.split()) <= _SHORT:
            slots["character"] = draft.subject.name
    elif "character" not in slots and slots.get("role") and draft.rule.endswith("is-role"):
        _behind_role(text, draft, slots)
    if slots.get("character"):
        slots["character"] = _fullest(document, str(slots["character"]))


def _behind_actor(document: Document, draft: Draft, actor: Mention, slots: dict[str, Any]) -> None:
    """The character of "Ann Lee (Rin)", "Ann Lee, to lead the film as the thief Rin"."""
    text = document.text
    behind = [m for m in draft.sentence.mentions if m.start >= actor.end]
    first = next((m for m in behind if m.kind in "CXPWLOD"), None)
    if (
        first is not None
        and _in_bracket(text, actor, first)
        and (first.kind != "P" or not _credits_in_brackets(document))
    ):
        slots["character"] = first.text
        return
    named = next((m for m in behind if m.kind in "CP" and not _owned(text, m)), None)
    said = _AS.fullmatch(text, actor.end, named.start) if named is not None and named.kind == "C" else None
    if named is None or said is None or (_listed(text, draft, actor) and not _AS_NEXT.match(text, actor.end)):
        return  # "Ann Lee and Bo Kim return as Rin and Colm"
    there = next((m for m in behind if m.kind == "W" and m.start >= named.end), None)
    if there is not None and there.referent is not draft.subject and _IN_THAT.fullmatch(text, named.end, there.start):
        return  # "Ann Lee, known for her role as Rin in Harbor, joins Still"
    slots["character"] = named.text
    if said["role"].strip():
        slots.setdefault("role", said["role"].strip())


def _behind_role(text: str, draft: Draft, slots: dict[str, Any]) -> None:
    """The character of "Ann Lee is the librarian, Rin, who …"."""
    named = next((m for m in draft.sentence.mentions if m.start >= draft.end and m.kind == "C"), None)
    if named is not None and text[draft.end : named.start] == ", " and text[named.end : named.end + 1] in ",.;":
        slots["character"] = named.text


_IN_THAT = re.compile(r" (?:in|on|of|from) (?:[\w’'+-]+ ){0,5}[\"“‘'*]*")
_AS_NEXT = re.compile(r"(?: ?[(\[][^()\[\]]*[)\]])?,? as ")
_JOINED = re.compile(r"(?: ?[(\[][^()\[\]]*[)\]])?(?:,? and |, | & )")


def _listed(text: str, draft: Draft, actor: Mention) -> bool:
    """Whether a person is one of several who are named in a row."""
    people = [m for m in draft.sentence.mentions if m.kind == "P"]
    at = people.index(actor) if actor in people else -1
    return at >= 0 and any(
        _JOINED.fullmatch(text, a.end, b.start) for a, b in pairwise(people[max(at - 1, 0) : at + 2])
    )


def _in_bracket(text: str, actor: Mention, mention: Mention) -> bool:
    """Whether a bracket behind a name holds a character's name and nothing else."""
    if mention.kind not in "CXP" or (mention.referent is not None and "craft" in mention.referent.facts):
        return False
    closes = text[mention.end : mention.end + 1] in ")]" and mention.end < len(text)
    return closes and _OPENS.fullmatch(text, actor.end, mention.start) is not None


def _credits_in_brackets(document: Document) -> bool:
    """Whether the report puts earlier works into the brackets behind people, as trades do."""
    if "credits in brackets" not in document.notes:
        rows = (pairwise(sentence.mentions) for sentence in document.sentences)
        document.notes["credits in brackets"] = any(
            a.kind == "P" and b.kind == "W" and _OPENS.fullmatch(document.text[a.end : b.start].rstrip("\"“‘'"))
            for row in rows
            for a, b in row
        )
    return bool(document.notes["credits in brackets"])


def _owned(text: str, mention: Mention) -> bool:
    return text.startswith(("'s", "’s"), mention.end)


def _fullest(document: Document, name: str) -> str:
    """The fullest form of a character's name that the report has, where one alone goes on from it."""
    if " " in name:
        return name
    longer = {
        m.text
        for m in document.mentions
        if m.kind in "CP"
        and name in m.text.split()
        and m.text != name
        and not (m.referent and "craft" in m.referent.facts)
    }
    return longer.pop() if len(longer) == 1 else name


_APPOSED = re.compile(
    r"(?: ?[(\[][^()\[\]]*[)\]])?[,–—] ?(?P<role>(?:(?:an?|the|his|her|their|one of the|[A-Z][\w’'-]*['’]s) )?[a-z][\w’'-]*(?: [\w’'-]+){0,8}?)(?=[,.;:)—–!?]| who\b| whose\b| that\b| which\b| when\b| with\b| at\b| from\b| in\b| on\b|$)"
)


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'-])(?P<role>(?:[A-Z][\w’'-]*['’]s )?(?:(?!(?:the|a|an|as|is|was|plays?|by|of|for|his|her|their|its|and|with)\b)[a-z][\w’'-]* ){{0,2}}{macros()['rolenoun']}),? $"
    )


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"\b{macros()['rolenoun']}\b")


def _beside_character(document: Document, draft: Draft, slots: dict[str, Any]) -> None:
    """What the character is, said behind the name ("Rin, a surgeon") or before it ("detective Rin")."""
    text, name = document.text, str(slots["character"])
    near = (m for m in draft.sentence.mentions if m.kind in "CPX" and (m.text == name or m.text in name.split()))
    mention = next((m for m in near if draft.start - 2 <= m.start <= draft.end + 60), None)
    if mention is None:
        return
    before = _noun_before().search(text, max(draft.sentence.start, mention.start - 60), mention.start)
    behind = _APPOSED.match(text, mention.end, draft.sentence.end)
    if before is not None:
        slots["role"] = before["role"]
    elif behind is not None and (behind["role"].startswith(("a ", "an ", "the ")) or _noun().search(behind["role"])):
        slots["role"] = behind["role"]
    if "role" in slots:
        _role(draft, slots)


def _role(draft: Draft, slots: dict[str, Any]) -> None:
    """The role without what only leads up to it; gone where it says nothing of who is played."""
    if draft.rule.endswith(("played-by", "name-bracket")):
        if (character := str(slots.get("character") or "")) and character in slots["role"]:
            slots["role"] = slots["role"].partition(character)[0]
            slots["role"] = re.split(r"\b(?:of|as|by|with|for) |, ", slots["role"].strip())[-1]
        if draft.rule.endswith("name-bracket"):
            slots["role"] = re.sub(r"(?i)^(?:the |an? )?(?:story|tale|life|lives|adventures) of ", "", slots["role"])
        else:
            slots["role"] = re.split(
                r"\b(?:follows|about|of|with|for|as|by|and|tells|on|to) (?=(?:an?|the|her|his|their) )", slots["role"]
            )[-1]
    if slots.get("character"):
        slots["role"] = slots["role"].removesuffix(str(slots["character"])).rstrip(" ,")
        slots["role"] = _CALLED.sub("", slots["role"])
    slots["role"] = _NAMED.split(_ROLE_OF.sub("", slots["role"].strip()))[0]  # "a detective named Rin Calder"
    slots["role"] = re.sub(
        r"^(?:the|an?|her|his|their|its|one of the) ", "", slots["role"].strip(), flags=re.IGNORECASE
    )
    if (
        not slots["role"]
        or re.search(r"\b(?:role|part|roles|film|series|movie|show|drama|season)$", slots["role"])
        or slots["role"] in {"by", "ing"}
        or slots["role"] == slots.get("character")
        or _NO_ROLE.search(slots["role"])
        or re.fullmatch(r"(?:[A-Z][\w’'-]+ ?){2,4}", slots["role"])
    ):
        del slots["role"]
