"""Who plays whom, clause by clause: "Ann Lee remains the judge, Bo Kim her clerk and Cy Roe, again, the usher Colm".

The verb is said once or not at all. A part is sure where it is a character's name or a noun that tells who somebody
is; any other noun is one only beside another part of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import BRACKET, macros
from newsreel.reading.langs.en.trades import CRAFTS
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

_P, _W, _C, _A, _J, _X, _N, _O, _E, _L = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "PWCAJXNOEL")
_ASIDE = rf"(?: ?{BRACKET})?(?:, (?!(?:and|with|while|but|as)\b)[a-z\d][^,;.()]{{2,70}},|, once,)?"
_ASIDE_OF_VERB = rf"(?: ?{BRACKET})?(?:, (?!(?:and|while|but|as)\b)[^,;.()]{{2,70}},(?= (?:is|was|remains?|stays|plays?|played|makes) ))?"
_NOW = r"(?: (?:still|again|now|also|once more|once again|back as|himself|herself|of course|at last|finally|here|this time|then|evidently|clearly))*"
_COPULA = rf"(?:['’]s| =|,? (?:is|are|was|were|remains?|stays?|becomes?|makes?|made|will be|will once more be|will again be|has been|plays?|played|playing|does|did|portrays?|voices?|voiced|takes on|gets|stars as|appears as|as)){_NOW}"
_DET = rf"(?:the part of|the role of|that of|one of the|a couple of|the|an?|his|her|their|its|our|that|this|(?:{_C}|{_P})['’]s?)"
_WORD = rf"(?:(?!(?:who|whose|which|that|with|in|of|from|on|and|once|to|for|at|off|beside|as|by|but|while|is|was|are|has|again|or|not|than)\b)[a-zéA-Z\d][\w’'éè-]*(?:,(?= [a-z]))? |{_A} |{_N} |{_J} |{_L} )"
_STOP = r"(?=[,.;:)!?—–]|$|\n| (?:who|whose|which|that|with|in|of|from|on|and|once|again|to|for|at|off|after|behind|under|beside|next|opposite|while|but|as|by|trying|trapped|caught|here|this|she|he|they|you|we|I|nobody|everybody)\b)"
_NAME = rf"(?P<name>{_C}|{_X}|{_P}|(?:him|her)self)(?!['’]s)(?P<called>, (?:the|an?|his|her|their) [^,;.()]{{2,60}}(?=[,;.]))?"
_PART = rf"(?:(?P<det>{_DET}) )?(?:(?P<words>{_WORD}{{0,6}}?){_NAME}{_STOP}|(?P<noun>{_WORD}{{0,6}}?(?:[a-zé][\w’'é-]*|{_J})){_STOP})"
_JOIN = re.compile(
    r"(?: (?:who|whose|with|in|of|from|on|to|for|at|that|which|opposite|once|again|here|this|she|he|they|you|we|off|beside|after|behind)\b[^,;.:]{0,70}?)?(?:, [a-z][^,;.:]{2,50}(?=,))?(?:[,;]|,? and|,? while|,? but|,? plus)(?: then| finally| also| the| another)? (?:actors? |newcomers? |the )?"
)
_MAKERS = frozenset({"director", "writer", "producer", "crew"})
_SEPARATE = re.compile(
    r"^(?:that of |as |the (?:part|role) of )|^(?:the|an?|his|her|their|its|our|one of the) ", re.IGNORECASE
)
# What no part is in a sentence "Ann Lee is the …": posts, prizes, offices, what somebody means to a project.
_NO_PART = re.compile(
    r"^(?:man|woman|person|people)$|(?:^|[ -])(?:(?:co-|vice-?|ex-)?(?:chair\w*|treasurer|founder|head|members?|presenters?|hosts?|judges?|stars?|leads?|co-stars?|winners?|nominees?|recipients?|laureate|toast|talk|choices?|faces?|voices?|brains?|"
    r"latest|first|second|third|last|next|only|newcomers?|names?|additions?|reasons?|problem|answer|revelation|stand-?out|highlight|exception|actors?|actress|comedians?|singer|model|authors?|editors?|"
    r"directors?|writers?|producers?|creators?|composers?|showrunners?|cinematographer|screenwriters?|filmmakers?|helmer|guests?|speakers?|favou?rite|frontrunner|front-runner|other|others|same|best|subject|"
    r"subjects|source|force|team|duo|pair|couple|half|cast|ensemble|narrators?|draw|catch|key|big|good|bad|great|wonderful|terrific|star turn|rest|latter|former|inspiration|muse|mastermind|genius|legend|icon|"
    r"owner|boss|president|spokes\w+|representative|agent|manager|publicist|lawyer|patron|ambassador|curator|programmer|critic|fan|friend|case|point|matter|question|sort|kind|type|thing|look|picture|film|series|show|debut|job|"
    r"holder|heir apparent|beneficiary|alum\w*|graduate|veteran|native|regular|regulars|victor|champion|record|hit|success|wreck|mess|joy|delight|treat|pleasure|marvel|hoot|scream|triumph|charmer|contender))$",
    re.IGNORECASE,
)
_OF_REAL = re.compile(
    rf"(?:,? (?:of|at|for|on|from|behind) (?:the |an? )?(?:{_O}|{_W}|{_E}|{_N}|{_J}|{_P}|\w+ Oscars|two|three|four|five)|['’]s)"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A part as one clause tells it: who, the match of the part, whether it is sure by itself."""

    actor: Mention
    said: re.Match[str]
    sure: bool
    post: str = ""
    none: bool = False


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A part behind its verb, a part without one, and the nouns that tell who somebody is."""
    noun = re.compile(
        rf"(?:^|[ -])(?:{macros()['rolenoun']}|[a-z]+(?:ologist|keeper|herd|herder|smith|monger|maid|wives|wife|slayer|killer|dealer|seller|hunter|thief|nurse|maker|worker|woman|sheriff|policeman|cop))s?$"
    )
    return (
        re.compile(rf"{_ASIDE_OF_VERB}{_COPULA} {_PART}"),
        re.compile(rf"{_ASIDE}(?:,(?= [a-zA-Z\ue000-\uefff]))?{_NOW} {_PART}"),
        noun,
    )


def parts(document: Document) -> Iterable[Draft]:
    """Parts of which at most the first has a verb."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone == FURNITURE or masked is None or kind_char("P") not in masked.text:
            continue
        for row in _rows(masked):
            yield from _drafts(document, sentence, masked, row)


_OPENS = re.compile(
    r"(?:^[\W\d]*|[;:.,!?—–(>•*|\n][\s\"“‘*]*|\b(?:and|but|while|as|plus|then|now|with|yes|that|when|where|here|there) )(?:actors? |actress |newcomers? |the )?$"
)


_ONE = re.compile(r"[^,]{0,3}(?:is|was|remains|stays|becomes|makes|plays|voices|as|gets|has been) ")
_LIST = re.compile(rf"{_P}(?:(?:, |,? and |,? & ){_P})*")


def _said(text: str, listed: re.Match[str], *, opens: bool, joined: bool) -> re.Match[str] | None:
    """The part told behind a name, with its verb or, in a row, without one."""
    head, gap, _ = _patterns()
    at = listed.end()
    said = head.match(text, at) if opens else None
    if said is not None or not (joined or (opens and kind_char("P") in text[: listed.start()])):
        return said
    said = gap.match(text, at)  # "Ann Lee at the helm, Bo Kim the prince"
    return said if said is None or joined or (said["noun"] and said["det"]) else None


def _rows(masked: Masked) -> Iterator[list[_Told]]:
    """Rows of clauses that tell parts, each with its verb or that of the first."""
    row: list[_Told] = []
    end = 0
    for m in _LIST.finditer(masked.text):
        if m.start() < end:
            continue  # a character of a part
        joined = bool(row) and _JOIN.fullmatch(masked.text, end, m.start()) is not None
        opens = joined or _OPENS.search(masked.text[max(0, m.start() - 40) : m.start()]) is not None
        said = _said(masked.text, m, opens=opens, joined=joined)
        actors = [one for one in masked.mentions_in(m.group()) if not one.indirect and one.referent is not None]
        if said is not None and _ONE.match(masked.text[m.end() : said.end()]):
            actors = actors[-1:]  # "Ann Lee and Bo Kim as Colm": he alone
        told = [part for one in actors if said is not None and (part := _told(masked, one, said)) is not None]
        if row and not (told and joined):
            yield row
            row = []
        if told and said is not None:
            row += told
            end = said.end()
    if row:
        yield row


def _told(masked: Masked, actor: Mention, said: re.Match[str]) -> _Told | None:
    """What a clause tells; None where it is no part."""
    if said["name"] is None:
        if said["det"] is None:
            return None
        noun = masked.plain(said["noun"])
        jobs = masked.mentions_in(said["noun"])
        post = CRAFTS.get(str(jobs[-1].value), "") if jobs and jobs[-1].kind == "J" else ""
        of_life = _NO_PART.search(noun) is not None
        tells = _patterns()[2].search(noun) is not None  # a boss or a judge is a part among others
        none = post == "cast_member" or (
            not post and ((of_life and not tells) or bool(_OF_REAL.match(masked.text, said.end())))
        )
        return _Told(actor, said, sure=tells and not of_life and not none, post=post, none=none)
    played = masked.mentions_in(said["name"])
    if not played:  # "Ann Lee, of course, herself"
        return _Told(actor, said, sure=False)
    if played[0].kind == "P" and played[0].indirect:
        post = CRAFTS.get(played[0].text.split()[-1], "")  # "Ann Lee is the director, Bo Kim the writer"
        return _Told(actor, said, sure=False, post=post) if post not in {"", "cast_member"} else None
    if played[0].referent is actor.referent and played[0].kind == "P":
        return None
    return _Told(actor, said, sure=played[0].kind == "C" or _one_name(actor, played[0], said))


_IS = re.compile(r"[^a-z]*(?:['’]s|is|was|will be)(?: (?:still|again|once more))? [^ ]+$")


def _one_name(actor: Mention, played: Mention, said: re.Match[str]) -> bool:
    """Whether "Ann Lee is Rin" tells a part: a full name, and one of a single word that means nobody else."""
    name = played.text
    plain = " " in actor.text and " " not in name and name[:1].isupper() and name not in lexicon.demonyms()
    return (
        plain and (played.referent is None or played.referent.name == name) and _IS.fullmatch(said.group()) is not None
    )


def _drafts(document: Document, sentence: Sentence, masked: Masked, row: list[_Told]) -> Iterator[Draft]:
    work = document.work_at(row[0].actor.start)
    unsure = len({id(told.said) for told in row}) == 1 or any(told.none for told in row)
    for told in row if work is not None else ():
        if told.post and len(row) > 1 and work is not None:
            yield _draft(sentence, masked, told, work, told.post)
        elif not (told.post or told.none or _makes(told.actor) or (unsure and not told.sure)) and work is not None:
            yield _draft(sentence, masked, told, work, "cast_member")


def _makes(actor: Mention) -> bool:
    return actor.referent is not None and actor.referent.facts.get("craft") in _MAKERS


def _draft(sentence: Sentence, masked: Masked, told: _Told, work: Referent, predicate: str) -> Draft:
    said = told.said
    slots: dict[str, Any] = {}
    if predicate == "cast_member":
        played = masked.mentions_in(said["name"] or "")
        words = said["noun"] if said["name"] is None else said["words"] or said["called"]
        slots["role"] = _SEPARATE.sub("", masked.plain(words or "").strip(" ,")).strip()
        slots["character"] = played[0].text if played else None
        slots = {name: value for name, value in slots.items() if value}
    start, end = told.actor.start, masked.position(said.end(), end=True)
    rule = "en/cast/gapped" if predicate == "cast_member" else f"en/credits/gapped-{predicate}"
    return Draft(predicate, work, told.actor.referent, sentence, start, end, rule, slots, mention=told.actor)
