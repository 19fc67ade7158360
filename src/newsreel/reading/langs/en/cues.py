"""Words that say how sure something is and on whose word, in English: voices, voices without a name, words of doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newsreel.reading.langs.en.voices import meant, speakers
from newsreel.reading.literals import Signs
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought
from newsreel.reading.pack import Cue, load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.mask import Masked

_KEPT = "cues kept"
_SLOT = re.compile(r"\{([A-Z]+)\}")
_APPOSITION = r"(?: ?\([^()]*\))?(?:,? (?:which|who|whose) [^,;.]{2,70},|, (?:the |an? |his |her |its |their |[\w’'-]+ )[^,;.“”\"]{1,60},)?"
_NOUNS = (
    "company|team|makers|producers?|production|studio|network|channel|streamer|agency|label|broadcaster|platform|distributor|publication|"
    "outlet|newspaper|magazine|paper|tabloid|report|site|website|corporation|house|management|cabler|spokesperson|spokesman|spokeswoman|rep|reps"
)


def _expand(pattern: str, macros: dict[str, str]) -> str:
    one = f"[{kind_char('O')}{kind_char('P')}]{NUMBER_CLASS}"
    joined = rf"(?P<voice>{one}(?:(?:, {one}){{0,5}}(?:,? and | & ){one})?)(?!['’]s? )(?!s['’] ){_APPOSITION}"
    noun = rf"(?P<noun>\b(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts) (?:[a-z-]+ |[{kind_char('O')}{kind_char('A')}]{NUMBER_CLASS}(?:-[a-z]+ | )){{0,2}}?(?:{kind_char('K')}{NUMBER_CLASS}|{_NOUNS}))(?: ?\([^()]*\))?"
    while "{" in (new := re.sub(r"\{(when|says|back)\}", lambda m: macros[m[1]], pattern)) and new != pattern:
        pattern = new
    pattern = new.replace("{voice}", f"(?:{joined}|{noun})")
    return _SLOT.sub(lambda m: f"[{''.join(map(kind_char, m[1]))}]{NUMBER_CLASS}", pattern)


class _Words(NamedTuple):
    """A pattern of data/cues.yml: what it finds (voice, unnamed, certainty), its place or its row there."""

    what: str
    number: int
    row: dict[str, Any]
    pattern: Sought


@cache
def _words() -> tuple[tuple[_Words, ...], Signs]:
    data = load_data("en", "cues")
    rows = [_Words("voice", n, {}, Sought(_expand(p, data["macros"]))) for n, p in enumerate(data["voices"])]
    rows += [_Words("unnamed", 0, row, Sought(f"(?i){p}")) for row in data["unnamed"] for p in row["patterns"]]
    rows += [_Words("certainty", 0, row, Sought(p)) for row in data["certainty"] for p in row["patterns"]]
    return tuple(rows), Signs(row.pattern.needs for row in rows)


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
    rows, signs = _words()
    here = [rows[number] for number in signs.found(masked.low)]
    found = _named(document, sentence, masked, [row for row in here if row.what == "voice"])
    found += _echo(document, sentence)
    for words in here:
        if words.what == "voice":
            continue
        for m in words.pattern.compiled.finditer(masked.text):
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            if words.what == "unnamed":
                by = words.row["by"]
                name = masked.plain(m["who"]).strip() if by == "who" else by
                found.append(Cue(start, end, "reported", (name,), "clause", rule="en/cue/unnamed"))
            else:
                found.append(Cue(start, end, words.row["status"], (), "clause", rule=f"en/cue/{words.row['id']}"))
    return sorted(found, key=lambda c: (c.start, c.end))


_ECHO = re.compile(
    rf"^(?P<by>[{kind_char('O')}]{NUMBER_CLASS}) (?:broke the (?:news|story)|was (?:the )?first to report|first reported (?:the news|it|this)|reported the news|(?P<party>announced|confirmed) (?:the news|it|this))\b"
    rf"[^.;]{{0,40}}?(?:,? (?:and|but) (?P<confirms>[{kind_char('O')}]{NUMBER_CLASS}|the [{kind_char('K')}]{NUMBER_CLASS}) (?:has |have )?(?:since |later |then )?(?:confirmed|acknowledged)\b[^.]{{0,40}})?\.$"
)


def _echo(document: Document, sentence: Sentence) -> list[Cue]:
    """The voice that the next sentence gives to this one: "Deadline broke the news on Thursday."."""
    after = document.sentences[sentence.index + 1] if sentence.index + 1 < len(document.sentences) else None
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


def _named(document: Document, sentence: Sentence, masked: Masked, voices: list[_Words]) -> list[Cue]:
    found: list[Cue] = []
    for words in voices:
        for m in words.pattern.compiled.finditer(masked.text):
            if any(c.start < masked.position(m.end(), end=True) and masked.position(m.start()) < c.end for c in found):
                continue
            said = speakers(document, sentence, m)
            if said is None:
                continue
            status, names = said
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            reach, carries = _reach(masked.text, m, words.number)
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
