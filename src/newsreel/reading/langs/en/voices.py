"""Whose words they are, in English: outlets and parties by name, and what "the channel" or "the same article" means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_TOLD_BY_OUTLETS = frozenset(
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
        "post",
    ]
)


def speakers(document: Document, sentence: Sentence, m: re.Match[str]) -> tuple[str, tuple[str, ...]] | None:
    """Whose words they are: ("reported", outlets) or ("confirmed", parties); None where nobody can be told."""
    masked = sentence.masked
    if masked is None:
        return None
    if "unknown" in m.re.groupindex:
        return _unheard(document, masked.mentions_in(m["unknown"])[0])
    if "voice" in m.re.groupindex and m["voice"]:
        row = masked.mentions_in(m["voice"])
        names = []
        for mention in row:
            if mention.indirect and mention.referent is None:
                return None
            names.append(mention.referent.name if mention.referent else mention.text)
        telling = _TELLING.search(masked.plain(m.group())) is not None
        outlets = [is_outlet(document, n) or (telling and _unknown(document, n)) for n in row]
        for mention in row:
            if telling and mention.referent is not None and _unknown(document, mention):
                mention.referent.facts["outlet"] = True
        if all(outlets):
            document.notes.setdefault(_TOLD, {}).update(zip((n.start for n in row), names, strict=True))
        return ("reported" if all(outlets) else "confirmed", tuple(names))
    return _called(document, masked.plain(m["noun"]), masked.position(m.start("noun")))


def _unheard(document: Document, outlet: Mention) -> tuple[str, tuple[str, ...]] | None:
    """A name of unknown kind that reports: an outlet, if it looks like one."""
    if outlet.referent is not None or not _OUTLETISH.fullmatch(outlet.text):
        return None
    document.notes.setdefault(_TOLD, {})[outlet.start] = outlet.text
    return "reported", (outlet.text,)


def _called(document: Document, words: str, position: int) -> tuple[str, tuple[str, ...]] | None:
    """Whose words they are, of a speaker called by a noun: "the streamer", "the same article"."""
    noun = re.sub(r"\W+$", "", words).lower().split()[-1]
    if noun in _TOLD_BY_OUTLETS and (told := _last_told(document, position)):
        return "reported", (told,)
    org = meant(document, position, noun)
    if org is None:
        return None
    return ("reported" if noun in _TOLD_BY_OUTLETS else "confirmed", (org.referent.name if org.referent else org.text,))


_TOLD = "outlets told"


def _last_told(document: Document, position: int) -> str:
    """The outlet whose word was passed on last before a place: "the same article" is its."""
    told: dict[int, str] = document.notes.get(_TOLD, {})
    before = [start for start in told if start < position]
    return told[max(before)] if before else ""


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
        if (noun in _TOLD_BY_OUTLETS) != (kind == "outlet"):
            continue
        if wanted and kind not in {wanted, ""}:
            continue
        last = mention
    return last
