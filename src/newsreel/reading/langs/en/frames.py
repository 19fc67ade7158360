"""What frames need of English besides patterns: macros, what an organisation is, and values."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from newsreel.reading.dates import resolve
from newsreel.reading.document import Mention
from newsreel.reading.langs.en import lexicon
from newsreel.reading.literals import alternation
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent

BRACKET = r"[(\[][^()\[\]]*[)\]]"
_J, _A, _O, _K, _W, _P, _T, _L = (f"{kind_char(letter)}{NUMBER_CLASS}" for letter in "JAOKWPTL")
# "Harbor's ", "Harbor star ", "Harbor actress ": what may stand before a name in a list
EPITHET = rf"(?:(?:{_W}|{_O})(?:(?:,? and |, |/){_W})*(?:['’]s|['’])? (?:(?:star|fame|alum|alumna|grad|breakout|lead|vet|{_J}(?:[-/]{_J})?)s? )?)?"
# "Academy Award winner", "two-time Emmy nominee", "Oscar-winning"
PRIZED = rf"(?:(?:[\w-]+-time )?(?:[A-Z][\w’'-]* |{kind_char('X')}{NUMBER_CLASS} |{kind_char('M')}{NUMBER_CLASS} ){{1,5}}?(?:winners?|nominees?|laureate)|(?:[A-Z][\w’'-]* ){{0,4}}?[A-Z][\w’'-]*-(?:winning|nominated|winner))"
# "…, Harbor stars Ann Lee" begins a clause
_BESIDE = EPITHET.replace("(?:star|", "(?:star(?!s )|", 1)
SEPARATORS = (
    rf"(?: ?{BRACKET}| (?:of|from) {_W}(?: fame)?| (?:of|from|for|at|on) (?:the )?{_O}(?!['’]s)|, (?:best |also )?known for {_W})?(?:,? and(?:, as [a-z][^,.;]{{2,40}},)? | ?, | & |,? as well as |,? along with |,? alongside |,? plus | ?/ ?| – |,? or )"
    rf"(?:(?:fellow|newcomers?|first-timers?|up-and-comers?|rising stars?|veterans?|also|the|both|singer|late|former|\d\d-year-old|{PRIZED}) )*(?:(?:[a-z]+ )?episodes of |the pilots? (?:of|for) )?(?:(?:{_J}|{_A})[ -])*(?:{_O} {_T} )?{_BESIDE}"
)
_BETWEEN = f"[^.;:(){kind_char('P')}{kind_char('W')}]"
# "in the new film from …" does not reach what it is from
_REACH = rf"(?:(?! (?:by|from|after|following|about|inspired by|based on|like|than|before|while|when|whereas|who|whose|which|where) ){_BETWEEN})"
# "Dakar's ", "Ann Lee's ", "Oslo-based ", "sales agent ": what may stand before a company in a list of companies
OWNER = rf"(?:(?:(?!(?:by|who|which|that|is|are|has|will|to|from|written|directed|and|with|plus|alongside|together|as|via|for|of|in|on|at|the)\b)[a-z][\w-]* |[\w-]+-based |{_O}['’]s? |(?:{_P}|{kind_char('L')}{NUMBER_CLASS}|{kind_char('X')}{NUMBER_CLASS}|{_A}|{_K}|{_W})(?:,? (?:and|&) {_P})?(?:['’]s?)? ){{0,3}})"
_ORGS = rf"{_O}(?:(?: ?{BRACKET})?(?:,? and (?:with )?|, (?:plus |with )?| & | ?/ ?|,? as well as |,? along with |,? alongside |,? together with |,? plus )(?:the )?{OWNER}{_O}(?!['’]s ))*"
_C = f"{kind_char('C')}{NUMBER_CLASS}"
MACROS = {
    "brk": BRACKET,
    "app": rf"(?:['’](?:ll|d))?(?: ?{BRACKET})?(?: (?:from|of) (?:TV['’]s |{_O}['’]s )?[\"“‘']?{_W}[\"”’']?(?:(?:,| and|,? &) {_W})*(?: fame)?)?(?:, \d\d,?|, (?:the|an?|who|whose|best known|known|last seen|of|from|currently|most recently|reuniting|reteaming|returning|fresh|coming off|making|marking|in (?:his|her|their)) [^,;.()]{{3,70}},)?",
    "pre": rf"(?:{_BETWEEN}{{0,40}}?(?:adaptation|version|remake|take|reboot|reimagining|retelling) (?:of|on) (?:(?:{_J} )?{_P}['’‘]s? )?(?:[\w’'-]+ |{_T} |{_A} )*?"
    rf"|{_REACH}{{0,60}}?(?:{_P}(?:,? and {_P})?['’‘]s? {_BETWEEN}{{0,50}}?)?)",
    # who owns what follows is not cast ("joins Ann Lee's new film"); nor is a character who owns a relative
    "notowner": rf"(?!['’‘]s? (?!{_C}))",
    # companies joined to a list, each with whose it is before it
    "orgs": f"(?P<company>{_ORGS})",
    "orgs2": f"(?P<company2>{_ORGS})",
    "owner": OWNER,
    "notkin": "(?!['’‘]s)",
    "rolegap": r"(?P<role>(?:(?!(?:and (?:newcomers?|fellow|veterans?|former|the late)|who|whose|that|which|to|of|with|on|in|for|but|from|against|by|as|at|after|when|while|opposite|alongside|named|called|and|or)\b)[\w’'-]+ ){1,6}?)??",
    "hows": r"(?:[Bb]ased(?: \w+ly)? (?:up)?on|[Aa]dapted(?: \w+ly)? from|adaptation of|adapts?|[Dd]rawn from|[Tt]aken from|version of|"
    r"lifted from|rooted in|[Dd]r[ae]w(?:s|ing|n)? (?:up)?on|rework(?:s|ed|ing)?(?: of| from)?|retell(?:s|ing)?(?: of)?|take on|"
    r"plunder(?:s|ed|ing)?|min(?:es|ed|ing)(?= )|leans? (?:heavily |closely |hard )?on|leant (?:heavily |closely )?on|hews (?:closely )?to|sticks (?:closely )?to|borrow(?:s|ed|ing) from|pulled from|spun (?:out of|from)|cribbed from|distil(?:s|led|ling)|condens(?:es|ed|ing)|grew out of|owes (?:its plot|its story|everything|a debt|much) to|by way of|courtesy of|via|"
    r"dramati[sz](?:es|ed|ing|ation of)|inspired by|(?:inspiration|cues) from|(?:has|had|having) its (?:roots|origins?|basis|source) in|with (?:roots|origins) in|sourced from|derived from|reimagin(?:es|ed|ing)(?: of)?|comes from|c[ao]me from|made from|film of|transposes|updates|"
    r"(?:the|its) (?:source(?: material)?|inspiration|basis|original)(?: (?:of|for|behind) [\"“‘']?"
    + _W
    + r"[\"”’']?)? (?:is|was|being)|(?:story|plot|idea|premise|title|characters) (?:is|was|are|were|comes?|came|taken|lifted|borrowed) (?:straight )?from|(?:t[ao]kes?|took|taking|gets|got|lifts|lifted|borrows|borrowed) (?:its|the|most of its|his|her|their) (?:story|plot|title|idea|characters|premise|bones)(?:, [^,;.]{2,40},)? from|"
    r"(?:idea|inspiration|story|material|plot) (?:for|of) [\"“‘']?"
    + _W
    + r"[\"”’']? (?:in|from)|originat(?:es|ed|ing) (?:as|in|from)|began (?:life )?as|started (?:life |out )as)",
    # what a source's type word ends in where the source has no name
    "unnamed": rf"(?![\w’-])(?!,? ?[\"“‘']?{_W})(?! series,? {_W})(?!,? [\"“‘])(?! (?:adaptation|version|star|writer|author|rights|festival|shop|club|prize|deal|tie-in|of that (?:name|title)|of the same)\b)",
    "s": "(?:['’]s?)",
    "lead": rf"(?:(?:{PRIZED} |(?!(?:from|by|debut|bow|adapted|written|directed|produced|created|based|starring|in|at|about)\b)[a-z][\w’'-]* |(?:{_J}|{_A}|{_O}|{_K}|{_L})(?:['’]s)?[ -]){{0,5}}?){EPITHET}",
}


@cache
def macros() -> dict[str, str]:
    """The macros that frames are given, role nouns of data/roles.yml among them."""
    roles = alternation(str(word) for word in load_data("en", "roles")["roles"])
    return {**MACROS, "rolenoun": f"(?:{roles})s?"}


def org_kind(referent: Referent | None, text: str) -> str:
    """What an organisation is: by the lists, by its name's last word, or "" when nothing says so."""
    names = referent.names if referent else [text]
    for name in names:
        if name in lexicon.organizations():
            return lexicon.organizations()[name]
    last = names[0].split()[-1]
    if last in {"Pictures", "Films", "Film", "Productions", "Production", "Studios", "Studio", "Filmworks", "Movies"}:
        return "studio"
    if last in {"Management", "Agency", "Artists", "Talent"}:
        return "agency"
    if last in {"TV", "Channel", "Network", "Television"}:
        return "broadcaster" if last != "Television" else "studio"
    if last in {
        "News",
        "Times",
        "Post",
        "Daily",
        "Herald",
        "Magazine",
        "Tribune",
        "Gazette",
        "Journal",
        "Sports",
        "Chosun",
        "Ilbo",
        "Shimbun",
        "Shinmun",
        "Sinmun",
    }:
        return "outlet"
    return ""


_FUTURE = re.compile(
    r"\b(?:will|to|set|slated|scheduled|expected|due|planned|upcoming|begins?|starts?|opens?|premieres|debuts|arrives|hits|airs|bows|launches|lands|drops|returns|later|next|eyeing|targeting)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|opened|premiered|debuted|aired|began|started|released|launched|hit theaters|arrived|came|bowed|wrapped|kicked off|dropped|returned|ended|ran|won|made|appeared|starred|landed|streamed|finished|shot|ordered|renewed|announced)\b"
)


def _tense(document: Document, mention: Mention) -> bool | None:
    """Whether the words before a date speak of the future (True), the past (False), or leave it open."""
    sentence = document.sentence_at(mention.start)
    start = max(sentence.start if sentence else 0, mention.start - 70)
    before = document.text[start : mention.start]
    future = [m.end() for m in _FUTURE.finditer(before)]
    past = [m.end() for m in _PAST.finditer(before)]
    if not future and not past:
        return None
    return (future[-1] if future else -1) > (past[-1] if past else -1)


def value(document: Document, mention: Mention, predicate: str, tense: str) -> Any:
    """What a mention without a referent gives to a predicate."""
    if mention.kind == "D":
        return resolve(mention.value, future=_tense(document, mention)).edtf
    if mention.kind in "TKNA":
        return mention.value
    if mention.kind == "J":
        return mention.value
    return mention.text
