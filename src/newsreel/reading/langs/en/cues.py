"""Words that say how sure something is and on whose word, in English: voices, voices without a name, words of doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newsreel.reading.langs.en.interviews import answering
from newsreel.reading.langs.en.relays import sender
from newsreel.reading.langs.en.voices import meant, speakers, told_to
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
    "outlet|newspaper|magazine|paper|tabloid|report|site|website|corporation|house|management|cabler|spokesperson|spokesman|spokeswoman|rep|reps|"
    "production committee|committee|studios|companies|partners|broadcasters|networks|filmmakers|organi[sz]ers|festival|council|commission|"
    "statement|post|announcement|release|press release|message|memo|letter|tweet|duo|pair|two|trio|trade|daily|"
    "Producers|Makers|Filmmakers|Organi[sz]ers"
)


def _expand(pattern: str, macros: dict[str, str]) -> str:
    one = f"[{kind_char('O')}{kind_char('P')}]{NUMBER_CLASS}"
    post = rf"(?:the |its |their )?(?:[{kind_char('K')}{kind_char('J')}]{NUMBER_CLASS} |[a-z-]+ ){{0,2}}?"  # "and the producer Acme"
    joined = rf"(?P<voice>{one}(?:(?:, {one}){{0,5}}(?:,? and | & ){post}{one})?)(?!['’‘]s? )(?!s['’] ){_APPOSITION}"
    any_ = rf"[{kind_char('A')}-{kind_char('Z')}]{NUMBER_CLASS}"
    noun = (
        rf"(?P<noun>(?:(?<![a-z] )\b(?=(?:Producers|Makers|Filmmakers|Organi[sz]ers)\b)|\b(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts|[Tt]hat|[Ss]ame) (?:same )?(?:[a-z-]+ |{any_}(?:-[a-z]+ | )){{0,2}}?|{kind_char('W')}{NUMBER_CLASS} )"
        rf"(?:{kind_char('K')}{NUMBER_CLASS}|(?:{_NOUNS})\b))(?: ?\([^()]*\))?"
    )
    while "{" in (new := re.sub(r"\{(when|says|back)\}", lambda m: macros[m[1]], pattern)) and new != pattern:
        pattern = new
    pattern = new.replace("{voice}", f"(?:{joined}|{noun})")
    return _SLOT.sub(lambda m: f"[{''.join(map(kind_char, m[1]))}]{NUMBER_CLASS}", pattern)


class _Words(NamedTuple):
    """A pattern of data/cues.yml: what it finds (voice, unnamed, certainty), and its row there."""

    what: str
    row: dict[str, Any]
    pattern: Sought


@cache
def _words() -> tuple[tuple[_Words, ...], Signs]:
    data = load_data("en", "cues")
    rows = [_Words("voice", row, Sought(_expand(row["pattern"], data["macros"]))) for row in data["voices"]]
    rows += [_Words("unnamed", row, Sought(f"(?i){p}")) for row in data["unnamed"] for p in row["patterns"]]
    rows += [_Words("certainty", row, Sought(p)) for row in data["certainty"] for p in row["patterns"]]
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
    found += (answering(document, sentence) or sender(document, sentence)) if not found else []
    for words in here:
        if words.what == "voice":
            continue
        for m in words.pattern.compiled.finditer(masked.text):
            start, end = masked.position(m.start()), masked.position(m.end(), end=True)
            if words.what == "unnamed":
                found.append(_nameless(document, masked, words, m))
            else:
                found.append(Cue(start, end, words.row["status"], (), "clause", rule=f"en/cue/{words.row['id']}"))
    denied = [c for c in found if c.status == "denied"]  # "denied rumours": the rumour is what is denied
    found = [c for c in found if c.status != "rumored" or not any(d.start <= c.start < d.end for d in denied)]
    return sorted(found, key=lambda c: (c.start, c.end))


def _nameless(document: Document, masked: Masked, words: _Words, m: re.Match[str]) -> Cue:
    """A voice without a name; of sources that talked to an outlet the outlet is named."""
    by = masked.plain(m["who"]).strip() if words.row["by"] == "who" else words.row["by"]
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    aside = masked.text[: m.start()].endswith(", ") and masked.text[m.end() :].startswith(",")  # ", it was gathered, …"
    by = told_to(document, masked, m.end()) or by
    return Cue(start, end, "reported", (by,), "sentence" if aside else "clause", rule="en/cue/unnamed")


_BY = rf"[{kind_char('O')}]{NUMBER_CLASS}"
_ECHO = re.compile(
    rf"^(?P<by>{_BY}) (?:first )?(?:broke (?:the )?(?:news|story)|was (?:the )?first (?:to report|with)|(?:first |exclusively )reported (?:the (?:news|casting|story|deal)|it|this|on)|reported the news|(?P<party>announced|confirmed) (?:the news|it|this))\b"
    rf"[^.;]{{0,40}}?(?:,? (?:and|but) (?P<confirms>{_BY}|the [{kind_char('K')}]{NUMBER_CLASS}) (?:has |have )?(?:since |later |then )?(?:confirmed|acknowledged)\b[^.]{{0,40}})?\.$"
)
# "That's according to Deadline.", "So says Variety.", "It's what Variety and the Guardian both said yesterday."
_PASSED_ON = re.compile(
    rf"^(?:(?:That|It|This)(?:['’]s| is| was|['’]s all) (?:all )?(?:according to|per|what|the word from|from|via|courtesy of)|So (?:says|say|said|reports?)) (?:the )?(?P<by>{_BY}(?:(?:,? and |, )(?:the )?{_BY})*)"
    rf"(?=[.,;]| (?:is|are|was|were|has|have|had|both|said|says?|reported|reports?|wrote)\b)"
)
# "A spokesman for the network confirmed the casting after this story went up."
_CONFIRMED = re.compile(
    rf"^(?:(?:{kind_char('X')}{NUMBER_CLASS}|Reps?|Representatives?|Spokes\w+|(?:An? |The )(?:rep|representative|spokes\w+)) (?:for|of|from) )?(?P<by>{_BY}|[Tt]he (?:[a-z-]+ )?(?:[{kind_char('K')}]{NUMBER_CLASS}|studio|cabler|network|streamer|agency|company)) "
    rf"(?:has |have )?(?:since |later |then |also )?(?:confirmed|verified) (?:the (?:casting|news|reports?|deal|story|hire|pickup|renewal|cancellation)|it|this)\b"
)


def _echo(document: Document, sentence: Sentence) -> list[Cue]:
    """The voice that the next sentence gives to this one: "Deadline broke the news on Thursday."."""
    after = document.sentences[sentence.index + 1] if sentence.index + 1 < len(document.sentences) else None
    if after is None or after.paragraph != sentence.paragraph or after.masked is None:
        return []
    text = after.masked.text.strip()
    if (match := _CONFIRMED.match(text)) is not None:
        by = _party(document, sentence, after.masked, match["by"])
        # Over the whole sentence: what a party confirms it vouches for, whoever had it first.
        return [Cue(sentence.start, sentence.end, "confirmed", by, "sentence", rule="en/cue/echo")] if by else []
    if (match := _PASSED_ON.match(text)) is not None:
        names = tuple(m.referent.name if m.referent else m.text for m in after.masked.mentions_in(match["by"]))
        return [Cue(sentence.start, sentence.start, "reported", names, "sentence", rule="en/cue/echo")]
    match = _ECHO.match(text)
    if match is None:
        return []
    by = _party(document, sentence, after.masked, match["by"])
    status = "confirmed" if match["party"] else "reported"
    told = Cue(sentence.start, sentence.start, status, by, "sentence", rule="en/cue/echo")
    if match["confirms"] and (party := _party(document, sentence, after.masked, match["confirms"])):
        return [replace(told, first=True), replace(told, status="confirmed", by=party)]
    return [told]


def _party(document: Document, sentence: Sentence, masked: Masked, words: str) -> tuple[str, ...]:
    """Who is meant by the words for one that confirms; () where nobody can be told."""
    named = next((m for m in masked.mentions_in(words) if m.kind == "O"), None)
    mention = named or meant(document, sentence.end, masked.plain(words).split()[-1].lower())
    return ((mention.referent.name if mention.referent else mention.text),) if mention else ()


# "Acme has named the cast", "unveiled the full voice cast of Harbor": what goes on is the list.
_UNVEILS = re.compile(r"\b(?:nam|set|reveal|announc|unveil|disclos|confirm)\w*$")
_CAST_AHEAD = re.compile(
    rf" (?:the |its |their |(?:[a-z-]+|[{kind_char('A')}-{kind_char('Z')}]{NUMBER_CLASS}(?:-language|['’]s)?) ){{0,6}}?(?:cast|voices|ensemble|line-?up|cast members)\b"
)


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
            reach, carries = _reach(masked.text, m, words.row["how"])
            unveils = _UNVEILS.search(m[0]) and _CAST_AHEAD.match(masked.text, m.end())
            rule = "en/cue/unveils" if unveils else "en/cue/voice"
            found.append(Cue(start, end, status, names, reach, carries, rule))
    return found


_AFTER_TRAILING = re.compile(
    rf"(?:,? (?:(?:on|in|last|late|this|earlier|to|at|during|via|over|through)\b[^.;,]{{0,45}}|{kind_char('D')}{NUMBER_CLASS}[^.;,]{{0,25}}|(?:the )?{kind_char('O')}{NUMBER_CLASS}[^.;,]{{0,20}}))?[\"”]?(?:[.;,—–]|$)"
)


# Behind a voice between commas the clause goes on with its verb, not with another clause.
_GOES_ON = re.compile(
    r",? (?!(?:and|but|or|while|who|which|that|though|although|as|where|when|with|after|before|adding|\w+ing|in|on|at|to|for|from|by|via|per|not|also|so|yet)\b)(?:[a-z]+s|will|would|is|are|was|were|has|have|had|can|could|went|began|came|took)\b"
)
OPENING = 15  # a voice after so much names who said it
_TOLD_WHOM = re.compile(r"(?:told|tells|reminded|reminds|assured)$")
_WHOM = re.compile(
    rf"^ (?:the |his |her |its |their )?(?:(?!that )[a-z]+|[A-Z][\w’'.-]+|[{kind_char('A')}-{kind_char('Z')}]{NUMBER_CLASS})(?: (?:(?!that |on |in )[a-z]+|[A-Z][\w’'.-]+)){{0,2}}"
)
_POST = re.compile(
    rf"(?:[{kind_char('J')}{kind_char('K')}{kind_char('A')}]{NUMBER_CLASS}|the|[a-z]+ (?=[{kind_char('J')}])|[A-Z][a-z]+\.? (?=$)| )+$"
)


def _reach(text: str, m: re.Match[str], how: str) -> tuple[str, bool]:
    """What a voice governs, and whether it goes on into the sentences after; `how` as in data/cues.yml."""
    if how == "behind":  # ", said Lee"
        return "before", False
    if how == "source" and re.search(r"(?:\band|\bbut|;|[.:]),? ?$", text[: m.start()]):  # "and, per Variety, …"
        return "after", True
    if how != "says":
        return "sentence", how == "source"  # "according to"
    after = text[m.end() :] if _TOLD_WHOM.search(m[0]) is None else _WHOM.sub("", text[m.end() :])
    before = _POST.sub("", text[: m.start()]).rstrip()  # ", producer Lee said"
    trailing = (
        len(before) > OPENING and before[-1] in ",”\"’'" and _AFTER_TRAILING.match(after.rstrip('"” ')) is not None
    )
    if trailing and before[-1] == "," and _GOES_ON.match(text, m.end()):  # "which, Lee said, opens in May"
        return "sentence", True
    return ("before", True) if trailing else ("after", True)
