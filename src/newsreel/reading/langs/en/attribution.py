"""Who says so and how sure, in English: voices, words of doubt, and which of a sentence's claims they govern."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from newsreel.reading.attribution import nearest
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import Cue, load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.frames import Draft

_KEPT = "cues kept"
_SLOT = re.compile(r"\{([A-Z]+)\}")
_APPOSITION = r"(?: ?\([^()]*\))?(?:,? (?:which|who|whose) [^,;.]{2,70},|, (?:the |an? |his |her |its |their |[\w’'-]+ )[^,;.“”\"]{1,60},)?"
_NOUNS = (
    "company|team|makers|producers?|production|studio|network|channel|streamer|agency|label|broadcaster|platform|distributor|publication|"
    "outlet|newspaper|magazine|paper|tabloid|report|site|website|corporation|house|management|cabler|spokesperson|spokesman|spokeswoman|rep|reps"
)
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


def _expand(pattern: str, macros: dict[str, str]) -> str:
    one = f"[{kind_char('O')}{kind_char('P')}]{NUMBER_CLASS}"
    joined = rf"(?P<voice>{one}(?:(?:, {one}){{0,5}}(?:,? and | & ){one})?)(?!['’]s? )(?!s['’] ){_APPOSITION}"
    noun = rf"(?P<noun>\b(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts) (?:[a-z-]+ |[{kind_char('O')}{kind_char('A')}]{NUMBER_CLASS}(?:-[a-z]+ | )){{0,2}}?(?:{kind_char('K')}{NUMBER_CLASS}|{_NOUNS}))(?: ?\([^()]*\))?"
    while "{" in (new := re.sub(r"\{(when|says|back)\}", lambda m: macros[m[1]], pattern)) and new != pattern:
        pattern = new
    pattern = new.replace("{voice}", f"(?:{joined}|{noun})")
    return _SLOT.sub(lambda m: f"[{''.join(map(kind_char, m[1]))}]{NUMBER_CLASS}", pattern)


@cache
def _voices() -> list[re.Pattern[str]]:
    data = load_data("en", "cues")
    return [re.compile(_expand(p, data["macros"])) for p in data["voices"]]


@cache
def _unnamed() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (row["by"], re.compile(p, re.IGNORECASE)) for row in load_data("en", "cues")["unnamed"] for p in row["patterns"]
    ]


@cache
def _signs() -> tuple[str, ...]:
    """Words one of which stands wherever a nameless voice does."""
    return tuple(map(str, load_data("en", "cues")["unnamed_signs"]))


@cache
def _certainty() -> list[tuple[dict[str, Any], re.Pattern[str]]]:
    return [(row, re.compile(p)) for row in load_data("en", "cues")["certainty"] for p in row["patterns"]]


@cache
def passing() -> frozenset[str]:
    """The names of rules whose words are said in passing."""
    return frozenset(load_data("en", "cues")["passing"])


@cache
def _onward() -> re.Pattern[str]:
    return re.compile(load_data("en", "cues")["onward"])


CREDITS = frozenset(
    {"cast_member", "director", "screenwriter", "producer", "executive_producer", "creator", "showrunner", "composer", "cinematographer"}
)  # fmt: skip
_FINITE = re.compile(r"(?:(?:will|is|are|be) )?(?:joined by|teams? up|team|reunites?|reuniting|will be played)\b")

# "The series will be a spin-off of Harbor": the news itself, not a word in passing.
_WILL_BE = re.compile(r"\b(?:will|would|is to|is set to) be an? ")


_MOVED_BY = re.compile(
    rf"(?P<who>[{kind_char('O')}]{NUMBER_CLASS}(?:,? and [{kind_char('O')}]{NUMBER_CLASS})?),? (?:(?:has|have|had|on|late on|{kind_char('D')}{NUMBER_CLASS}(?: night| morning)?) )*(?:taken|moved|pushed|called off|postponed|delayed|pulled|shifted|dated|set|pencilled|bumped)\b"
)


def _mover(document: Document, draft: Draft) -> tuple[str, ...]:
    """Who moved a date: "Acme has taken the film off its 5 May slot"."""
    masked = draft.sentence.masked
    m = _MOVED_BY.search(masked.text) if masked is not None else None
    if masked is None or m is None or masked.position(m.start()) > draft.start:
        return ()
    return tuple(
        x.referent.name if x.referent else x.text for x in masked.mentions_in(m["who"]) if not is_outlet(document, x)
    )


def temper(document: Document, draft: Draft) -> None:
    """Take a voice back from what is only said in passing, and from sentences that do not go on from it.

    "The film, directed by Lee, opens on 3 May, Netflix said": Netflix vouches for the date, not for Lee. Offers and
    refusals are about people's parts, not about who owns the film.
    """
    rule = draft.rule.removeprefix("en/")
    told = _FINITE.match(document.text, draft.start) or _WILL_BE.search(document.text, draft.start, draft.end)
    light = (rule in passing() or rule.rpartition("/")[2] in passing()) and not told
    here = [c for c in document.notes.get("cues", {}).get(draft.sentence.index, ()) if c.by]
    if draft.fixed:
        if draft.predicate == "release_date" and draft.status == "denied" and not draft.by:
            voice = nearest(document, here, draft)
            draft.by = voice.by if voice else _mover(document, draft)
        return
    if draft.predicate == "release_date" and not draft.by and draft.sentence.masked is not None:
        draft.by = _mover(document, draft)
    if draft.status in ("denied", "considering") and (light or draft.predicate not in CREDITS):
        draft.status, draft.by = "stated", ()
    elif draft.by and draft.status in ("confirmed", "reported"):
        stretch = document.text[max(draft.sentence.start, draft.start - 12) : draft.end]
        if light or (not here and not _onward().search(stretch)):
            draft.status, draft.by = "stated", ()


_TO_COME = re.compile(
    r"\b(?:will|to (?:film|shoot|roll|begin|start|get)|is to|are to|due|set to|slated|scheduled|expected|targeting|supposed|was to|were to|yet to|planned|plans|hopes|next)\b"
)


def foresee(document: Document, drafts: list[Draft]) -> None:
    """A place of a shoot that has not begun is planned, as the shoot is."""
    starts = {
        (d.sentence.index, id(d.subject)) for d in drafts if d.predicate == "filming_start" and d.status == "planned"
    }
    for draft in drafts:
        if (
            draft.predicate != "filming_location"
            or draft.fixed
            or draft.status not in ("stated", "confirmed", "reported")
        ):
            continue
        stretch = document.text[max(draft.sentence.start, draft.start - 25) : draft.end]
        if (draft.sentence.index, id(draft.subject)) in starts or _TO_COME.search(stretch):
            draft.status = "planned"


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, in order; of an outlet's words the outlet is named, of a party's the party.

    Found once a sentence and kept in the document's notes.
    """
    known: dict[int, list[Cue]] = document.notes.setdefault(_KEPT, {})
    if sentence.index not in known:
        known[sentence.index] = _cues(document, sentence)
    return known[sentence.index]


def _cues(document: Document, sentence: Sentence) -> list[Cue]:
    masked = sentence.masked
    if masked is None:
        return []
    found = [*_named(document, sentence), *_nameless(sentence), *_echo(document, sentence)]
    for row, pattern in _certainty():
        for m in pattern.finditer(masked.text):
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            found.append(Cue(start, end, row["status"], (), "clause", rule=f"en/cue/{row['id']}"))
    return sorted(found, key=lambda c: (c.start, c.end))


_ECHO = re.compile(
    rf"^(?P<by>[{kind_char('O')}]{NUMBER_CLASS}) (?:broke the (?:news|story)|was (?:the )?first to report|first reported (?:the news|it|this)|reported the news|(?P<party>announced|confirmed) (?:the news|it|this))\b"
    rf"[^.;]{{0,40}}?(?:,? (?:and|but) (?P<confirms>[{kind_char('O')}]{NUMBER_CLASS}|the [{kind_char('K')}]{NUMBER_CLASS}) (?:has |have )?(?:since |later |then )?(?:confirmed|acknowledged)\b[^.]{{0,40}})?\.$"
)


def _echo(document: Document, sentence: Sentence) -> list[Cue]:
    """The voice that the next sentence gives to this one: "Deadline broke the news on Thursday."."""
    after = next(iter(document.sentences[sentence.index + 1 : sentence.index + 2]), None)
    if after is None or after.paragraph != sentence.paragraph or after.masked is None:
        return []
    match = _ECHO.match(after.masked.text.strip())
    if match is None:
        return []
    named = after.masked.mentions_in(match["by"])[0]
    status, mention = "confirmed" if match["party"] else "reported", named
    if match["confirms"]:
        party = next((m for m in after.masked.mentions_in(match["confirms"]) if m.kind == "O"), None)
        noun = after.masked.plain(match["confirms"]).split()[-1].lower()
        mention = party or meant(document, sentence.end, noun) or named
        status = "confirmed" if mention is not named else "reported"
    name = mention.referent.name if mention.referent else mention.text
    return [Cue(sentence.start, sentence.start, status, (name,), "sentence", carries=False, rule="en/cue/echo")]


def _nameless(sentence: Sentence) -> list[Cue]:
    masked = sentence.masked
    if masked is None:
        return []
    found = []
    low = masked.text.lower()
    if not any(sign in low for sign in _signs()):
        return []
    for by, pattern in _unnamed():
        for m in pattern.finditer(masked.text):
            name = masked.plain(m.group("who")).strip() if by == "who" else by
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            found.append(Cue(start, end, "reported", (name,), "clause", rule="en/cue/unnamed"))
    return found


def _named(document: Document, sentence: Sentence) -> list[Cue]:
    masked = sentence.masked
    if masked is None:
        return []
    found: list[Cue] = []
    for number, pattern in enumerate(_voices()):
        for m in pattern.finditer(masked.text):
            if any(c.start < masked.position(m.end(), end=True) and masked.position(m.start()) < c.end for c in found):
                continue
            said = _speakers(document, sentence, m)
            if said is None:
                continue
            status, names = said
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            reach, carries = _reach(masked.text, m, number)
            found.append(Cue(start, end, status, names, reach, carries, "en/cue/voice"))
    return found


_AFTER_TRAILING = re.compile(
    rf"(?:,? (?:(?:on|in|last|late|this|earlier|to|at|during|via|over|through)\b[^.;,]{{0,45}}|{kind_char('D')}{NUMBER_CLASS}[^.;,]{{0,25}}|(?:the )?{kind_char('O')}{NUMBER_CLASS}[^.;,]{{0,20}}))?[\"”]?(?:[.;,—–]|$)"
)


OPENING = 15  # a voice after so much names who said it
_POST = re.compile(
    rf"(?:[{kind_char('J')}{kind_char('K')}{kind_char('A')}]{NUMBER_CLASS}|the|[a-z]+ (?=[{kind_char('J')}])| )+$"
)


def _reach(text: str, m: re.Match[str], number: int) -> tuple[str, bool]:
    """What a voice governs, and whether it goes on into the sentences after."""
    if number == 3:  # noqa: PLR2004 - ", said Lee"
        return "before", False
    if number == 2 and re.search(r"(?:\band|\bbut|;|[.:]),? ?$", text[: m.start()]):  # noqa: PLR2004 - "and, per Variety, …"
        return "after", True
    if number:
        return "sentence", number == 2  # noqa: PLR2004 - "according to"
    before = _POST.sub("", text[: m.start()]).rstrip()  # ", producer Lee said"
    trailing = (
        len(before) > OPENING
        and before[-1] in ",”\"’'"
        and _AFTER_TRAILING.match(text[m.end() :].rstrip('"” ')) is not None
    )
    return ("before", True) if trailing else ("after", True)


def _speakers(document: Document, sentence: Sentence, m: re.Match[str]) -> tuple[str, tuple[str, ...]] | None:
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
