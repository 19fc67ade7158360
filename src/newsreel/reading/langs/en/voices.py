"""Whose words they are, in English: outlets and parties by name, and what "the channel" or "the same article" means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.mask import Masked

Said = tuple[str, tuple[str, ...]]  # ("reported", outlets) or ("confirmed", parties)
_TOLD = "voices told"

# Whom a noun means: an outlet; the text that the last voice gave out; several voices at once; a party without a name.
_OUTLETS = frozenset(
    [
        "publication",
        "outlet",
        "newspaper",
        "magazine",
        "paper",
        "tabloid",
        "report",
        "site",
        "daily",
        "weekly",
        "trade",
        "website",
        "article",
        "story",
        "piece",
    ]
)
_TEXTS = frozenset(["statement", "post", "announcement", "release", "message", "memo", "letter", "tweet"])
_SEVERAL = frozenset(["partners", "companies", "studios", "networks", "broadcasters", "duo", "pair", "two", "trio"])
_PARTIES = frozenset(["committee", "producers", "makers", "filmmakers", "organizers", "organisers"])


def speakers(document: Document, sentence: Sentence, m: re.Match[str]) -> Said | None:
    """Whose words they are: ("reported", outlets) or ("confirmed", parties); None where nobody can be told."""
    masked = sentence.masked
    if masked is None:
        return None
    if "it" in m.re.groupindex:
        start = masked.position(m.start("it"))
        said = _it(document, sentence, start)
    elif "again" in m.re.groupindex:  # "is confirmed as": whoever spoke before
        start = masked.position(m.start("again"))
        said = last_told(document, start, lambda told: told[0] == "confirmed")
    elif "party" in m.re.groupindex:
        start = masked.position(m.start("party"))
        said = "confirmed", (masked.mentions_in(m["party"])[0].text,)
    elif "unknown" in m.re.groupindex:
        start, said = masked.position(m.start("unknown")), _unheard(masked.mentions_in(m["unknown"])[0])
    elif "voice" in m.re.groupindex and m["voice"]:
        start, said = masked.position(m.start("voice")), _by_name(document, masked, m)
    else:
        start = masked.position(m.start("noun"))
        said = _called(document, masked.plain(m["noun"]), start)
    if said is not None:
        document.notes.setdefault(_TOLD, {})[start] = said
    return said


_TOLD_TO = re.compile(rf" (?:exclusively )?(?:the )?{kind_char('O')}{NUMBER_CLASS}")


def _by_name(document: Document, masked: Masked, m: re.Match[str]) -> Said | None:
    row = [mention for mention in masked.mentions_in(m["voice"]) if mention.kind in "OP"]
    if any(mention.indirect and mention.referent is None for mention in row):
        return None
    telling = _TELLING.search(masked.plain(m.group())) is not None
    outlets = [is_outlet(document, n) or (telling and _unknown(document, n)) for n in row]
    for mention in row:
        if telling and mention.referent is not None and _unknown(document, mention):
            mention.referent.facts["outlet"] = True
    if "heard" in m.re.groupindex and not all(outlets):  # a trade learns what others do; a person only learns it
        return None
    names = tuple(mention.referent.name if mention.referent else mention.text for mention in row)
    return ("reported" if all(outlets) else "confirmed", names)


def _it(document: Document, sentence: Sentence, position: int) -> Said | None:
    """Whom "it announced" means: the organisation that the sentence began with, else the party that spoke last."""
    for mention in sentence.mentions:
        if mention.kind == "O" and not mention.indirect and mention.end <= position:
            name = mention.referent.name if mention.referent else mention.text
            return ("reported" if is_outlet(document, mention) else "confirmed", (name,))
    return last_told(document, position)


def told_to(document: Document, masked: Masked, end: int) -> str:
    """The outlet that nameless sources told: "sources tell Variety". "" where none, or the report's own, is named."""
    m = _TOLD_TO.match(masked.text, end)
    mention = masked.mentions_in(m[0])[0] if m else None
    if mention is None or lexicon.organizations().get(mention.text) != "outlet":
        return ""
    return "" if mention.text == document.report.outlet else mention.text


def _unheard(outlet: Mention) -> Said | None:
    """A name of unknown kind that reports: an outlet, if it looks like one."""
    if outlet.referent is not None or not _OUTLETISH.fullmatch(outlet.text):
        return None
    return "reported", (outlet.text,)


def _called(document: Document, words: str, position: int) -> Said | None:
    """Whose words they are, of a speaker called by a noun: "the streamer", "the same article", "the statement"."""
    noun = re.sub(r"\W+$", "", words).lower().split()[-1]
    if noun in _TEXTS:
        return last_told(document, position)
    if noun in _SEVERAL:
        return last_told(document, position, lambda said: len(said[1]) > 1)
    if noun in _OUTLETS and (told := last_told(document, position, lambda said: said[0] == "reported")):
        return "reported", told[1][-1:]
    org = meant(document, position, noun) if noun != "committee" else None
    if org is not None:
        name = org.referent.name if org.referent else org.text
        return ("reported" if noun in _OUTLETS else "confirmed", (name,))
    return ("confirmed", (re.sub(r"^\w+ ", "", words).lower(),)) if noun in _PARTIES else None


def last_told(document: Document, position: int, fits: Callable[[Said], bool] = bool) -> Said | None:
    """The voice that spoke last before a place, of those that fit; None where none has."""
    told: dict[int, Said] = document.notes.get(_TOLD, {})
    before = [start for start, said in told.items() if start < position and fits(said)]
    return told[max(before)] if before else None


# Verbs and phrases by which an organisation that nothing else is known of is an outlet.
_TELLING = re.compile(
    r"\b(?:reports|reported|wrote|writes|broke the (?:news|story|word))$|^(?:[Pp]er|[Aa]ccording to)\b"
)
_OUTLETISH = re.compile(r"(?:The )?[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){1,3}")
_COMPANY = re.compile(
    r"\b(?:company|studio|agency|label|streamer|producer|network|platform|distributor|broadcaster|channel|banner|outfit)[,:]? [\"“‘']?$"
)


def _unknown(document: Document, mention: Mention) -> bool:
    """Whether nothing says what an organisation is."""
    if mention.kind == "P":  # "Orbit Trade reports": no name of a person
        words = mention.text.split()
        return (
            len(words) > 1
            and words[0].lower() not in lexicon.words("given")
            and words[-1].lower() not in lexicon.words("family")
        )
    if mention.kind != "O" or org_kind(mention.referent, mention.text):
        return False
    return _COMPANY.search(document.text[max(0, mention.start - 40) : mention.start]) is None


def is_outlet(document: Document, mention: Mention) -> bool:
    """Whether a voice is an outlet: by the lists, by its name, or by what it is called beside it."""
    if mention.referent is not None and mention.referent.facts.get("outlet"):
        return True
    if mention.kind == "P":
        return False
    if org_kind(mention.referent, mention.text) == "outlet":
        return True
    before = document.text[max(0, mention.start - 40) : mention.start]
    return (
        re.search(
            r"\b(?:outlet|newspaper|magazine|tabloid|daily|paper|site|website|publication|trade|news agency)[,:]? [\"“‘']?$",
            before,
        )
        is not None
    )


def meant(document: Document, position: int, noun: str) -> Mention | None:
    """The organisation that "the channel" or "the publication" means: the last one named before that can be it."""
    wanted = {
        "channel": "broadcaster",
        "network": "broadcaster",
        "broadcaster": "broadcaster",
        "cabler": "broadcaster",
        "streamer": "streamer",
        "platform": "streamer",
        "service": "streamer",
        "agency": "agency",
        "label": "agency",
        "management": "agency",
        "studio": "studio",
    }.get(noun, "")
    last = None
    for mention in document.mentions:
        if mention.start >= position:
            break
        if mention.kind != "O" or mention.indirect:
            continue
        kind = "outlet" if is_outlet(document, mention) else org_kind(mention.referent, mention.text)
        if (noun in _OUTLETS) != (kind == "outlet"):
            continue
        if wanted and kind not in {wanted, ""}:
            continue
        last = mention
    return last or _only_one(document, position, wanted)


def _only_one(document: Document, position: int, wanted: str) -> Mention | None:
    """The one organisation of a kind that a report names, where its lead calls it by the kind first: "The network said …"."""
    row = [m for m in document.mentions if m.kind == "O" and not m.indirect and m.start > position]
    row = [m for m in row if wanted and org_kind(m.referent, m.text) == wanted]
    return row[0] if len({m.text for m in row}) == 1 else None
