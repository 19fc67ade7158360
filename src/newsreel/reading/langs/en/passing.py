"""How a work is named: told of, or only in passing: in brackets, in an epithet ("Harbor star Ann Lee"), as an earlier credit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

# "Harbor star Ann Lee", "of Harbor fame": the work is said in passing, the sentence does not go on about it.
PASSING_AFTER = re.compile(
    r"^['’]s (?-i:[A-Z])|^['’] (?-i:[A-Z])|^(?:['’]s)? ?(?:(?!(?:from|by|with|and|to|for|as|in|on|will|is|has|of|was|its|his|her|their|the|a|an) )[\w-]+ )?(?:star(?!s)|actor|actress|alum|alumn\w+|grad|vet|beauty|hunk|favou?rite|regular|fame|creator|writer|director|helmer|scribe|showrunner|filmmaker|producer|"
    r"author|breakout|veteran|duo|pair|team|people|man|woman|brothers|franchise|universe)s?\b",
    re.IGNORECASE,
)
_PASSING_BEFORE = re.compile(
    r"(?:,|\b(?:of|known for|known from|known for (?:his|her|their) [\w ]{0,30}|such as|including|includes?|like|credits are|after|since|following|starred in|appeared in|"
    r"seen in|behind|worked on|followed|made|wrote|directed|via|from|and|with|in|on|co-starred in)) ?[\"“‘'*]*$"
)
_PAST = (
    r"(?:\w+ed|made|won|wrote|written|ran|led|was|were|had|did|took|gave|brought|spent|sold|shot|began|became|rose|broke|found|left|lent|met|put|sang|saw|spun|stole|"
    r"struck|taught|told|went|came|cut|fell|held|kept|lost|paid|said)"
)


def bracketed(document: Document, mention: Mention) -> bool:
    """Whether a mention stands in round brackets."""
    sentence = document.sentence_at(mention.start)
    start = sentence.start if sentence else 0
    text, end = document.text, mention.start
    opening = max(text.rfind("(", start, end), text.rfind("[", start, end))
    return opening >= 0 and text.find(")", opening, end) < 0 and text.find("]", opening, end) < 0


_EARLIER_BEFORE = Sought(
    r"(?:known for|known from|such as|including|credits include|credits are|credits:|starred in|appeared in|seen in|fresh off)"
    r" (?:(?!\b(?:will|would|is|are|was|has|have|stars?|joins?|who|set|signed|tapped|cast|to)\b)[^.;]){0,70}[\"“‘'*]*$"
    r"|\b(?:behind|after|since)(?! the camera\b) (?:(?!\b(?:will|would|is|are|was|has|have|stars?|joins?|who|set|signed|tapped|cast|to)\b)[\w’'+-]+ ){0,6}[\"“‘'*]*$"
)
# "who made Harbor", "the company that released Harbor", "whose Harbor won", "seen last year in Harbor", "an Emmy for Harbor"
_ASIDE_BEFORE = Sought(
    rf"\b(?:who|that|which|whose)(?:['’]d|['’]s)? (?:(?:also|has|have|had|previously|recently|last|once|first|just|so|famously|later|both|together|already|then|[A-Z][\w’'-]*) )*{_PAST}\b(?:[^.;:,]|, (?=[A-Z\"“‘'])|, and ){{0,90}}$"
    r"|\b(?:recently|previously|formerly|famously|memorably|earlier) (?:led|wrote|made|directed|headlined|fronted|created|produced|helmed|toplined) [^.;:,]{0,50}$"
    r"|\bwhose (?:(?:[\w’'-]+ ){0,4}(?:films?|series|credits?|work|works?|hits?|projects?|debut|include|includes|including|feature|last|previous|earlier|own|first|recent|TV|movie) ){0,3}[\"“‘'*]*$"
    r"|\b(?:seen|heard|(?<!will be )(?<!to be )starring|starred|appeared|featured|acted|broke out|breakout|breakthrough|debuted)(?: [\w’']+){0,4} (?:in|on|with) (?:(?!(?:upcoming|forthcoming)\b)[\w’'+-]+ ){0,4}[\"“‘'*]*$"
    r"|\b(?:fresh|straight|hot|coming|back) (?:off|from)(?: [\w’'-]+){0,6} [\"“‘'*]*$"
    r"|\b(?:Emmys?|Oscars?|B[Aa][Ff][Tt][Aa]s?|Golden Globes?|Globe|Palme d['’]Or|Lion|Bear|[Aa]wards?|[Pp]rizes?|nomination|nod|acclaim|fame|reputation|name|attention|[Dd]ebut|mark)(?: [\w’'-]+){0,3} (?:for|with|in|on|by)(?: [\w’'-]+){0,4} [\"“‘'*]*$"
    r"|\b(?:[Yy]ears?|[Mm]onths?|[Dd]ecades?|weeks?) (?:(?:on|on from|after|since|before|from)) (?:[\w’'+-]+ ){0,4}[\"“‘'*]*$"
    r"|\b(?:than|unlike|as with|what|echo\w*|in the vein of|reminiscent of|not since) (?:[\w’'+-]+ ){0,2}[\"“‘'*]*$"
    r"|\b(?:reteam\w*|reunit\w+|worked|collaborat\w+|teamed)(?: [\w’'-]+){0,5} (?:after|on|since|from) (?:[\w’'+-]+ ){0,3}[\"“‘'*]*$"
    r"|(?:, |\(|\bby |\bfrom |\bwith )(?:the |an? |its |his |her |their )?(?:[\w’'-]+ ){0,4}(?:star|director|writer|creator|maker|producer|helmer|man|woman|team|pair|duo|company|outfit|studio|banner|"
    r"shingle|author|showrunner|screenwriter|actor|actress|people|brains|mind|force|scribe|composer|filmmaker|film-maker|veteran)s? (?:of|behind|from|on|in) (?:[a-z-]+ ){0,3}[\"“‘'*]*$"
    r"|\b(?:films?|movies|series|shows|dramas|hits|titles|works|comedies|thrillers|projects|productions) like (?:[A-Z][\w’'+-]*['’]s )?[\"“‘'*]*$"
    r"|\b(?:teammates|co-stars|collaborators|castmates|colleagues) (?:on|of|from|in) [\"“‘'*]*$"
    r"|\b[Ii]s [^.?!]{2,40} the (?:new|next) [\"“‘'*]*$"
    r"|\b(?:worked|acted|starred|appeared|seen|teamed up|collaborated) together (?:[\w’'-]+ ){0,7}[\"“‘'*]*$"
    r"|\b(?:opens?|opening|goes|go|going|up|pitted|released) against [\"“‘'*]*$"
    r"|\b(?:kitty|pipeline|slate)(?: [\w’'-]+){0,3} (?:includ\w+|like|such as|with) [\"“‘'*]*$"
)
_ASIDES = "asides"
_WHOSE = re.compile(r"\bwhose [^,;.]{0,40}$")
_GOES_ON = re.compile(
    r"[\"”’'*]*(?: ?\([^()]*\))?,? (?:is|will|has been|has just|begins|starts|opens|premieres|arrives|stars|follows|lands|hits|airs|debuts|returns)\b"
)
# "Ann Lee, the doctor of Harbor, plays": between two commas, who somebody is
_APPOSED_BEFORE = re.compile(
    r"(?:, |\()(?:the|an?|its|his|her|one) (?:[\w’'-]+ ){1,4}(?:of|behind|from|in|on) [\"“‘'*]*$"
)
_APPOSED_AFTER = re.compile(r"[\"”’'*]*(?:[,)]|(?: and| &|,) [\"“‘'*A-Z])")


def earlier(document: Document, mention: Mention) -> bool:
    """Whether a work is named as an earlier credit or in an epithet."""
    if in_epithet(document, mention):
        return True
    start = max(0, mention.start - 90)
    if not document.may_stand(_EARLIER_BEFORE, start, mention.start):
        return False
    return bool(_EARLIER_BEFORE.compiled.search(document.text[start : mention.start].split("\n")[-1]))


def aside(document: Document, mention: Mention) -> bool:
    """Whether a work is named to say who somebody is, what they did before or when: behind it the text goes on about its own.

    Found once a place and kept in the document's notes.
    """
    known: dict[int, bool] = document.notes.setdefault(_ASIDES, {})
    if mention.start not in known:
        known[mention.start] = _aside(document, mention)
    return known[mention.start]


_OF = re.compile(r",? (?:of|from)(?: the (?:[a-z-]+ ){1,3})? ?[\"“‘'*]*")


def of_somebody(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a work stands right behind a name that it tells who bears: "written by Ann Lee of Harbor"."""
    before = [m for m in sentence.mentions if m.end <= mention.start]
    return bool(
        before
        and before[-1].kind == "P"
        and not before[-1].indirect
        and _OF.fullmatch(document.text, before[-1].end, mention.start)
    )


def _aside(document: Document, mention: Mention) -> bool:
    sentence = document.sentence_at(mention.start)
    start = max(sentence.start if sentence else 0, mention.start - 110)
    before = document.text[start : mention.start]
    if _WHOSE.search(before) and _GOES_ON.match(document.text, mention.end):
        return False
    if sentence is not None and of_somebody(document, sentence, mention):
        return True
    return bool(
        document.search(_ASIDE_BEFORE, start, mention.start)
        or (_APPOSED_BEFORE.search(before) and _APPOSED_AFTER.match(document.text, mention.end - 1))
    )


_AND = re.compile(r"[\"”’'*]*(?:,? and| &|,) [\"“‘'*]*")
# "Harbor lead Ann Lee", "Harbor bad boy Ann Lee": nouns between a work and a person say who that is
_NOUNS = re.compile(r"(?: [a-z][a-z-]*){1,3} ")
_NO_NOUNS = frozenset(
    [
        "starring",
        "opposite",
        "alongside",
        "featuring",
        "with",
        "by",
        "from",
        "and",
        "to",
        "directed",
        "written",
        "produced",
        "created",
        "helmed",
        "penned",
        "as",
        "for",
        "in",
        "on",
        "of",
        "at",
        "when",
        "where",
        "while",
        "after",
        "before",
        "or",
        "but",
        "about",
        "casts",
        "adds",
        "stars",
        "sees",
        "will",
        "has",
        "is",
        "was",
        "had",
        "are",
        "reunites",
        "follows",
        "via",
        "under",
        "through",
        "will",
        "against",
        "into",
        "over",
        "than",
        "if",
        "that",
        "which",
        "who",
        "then",
        "also",
        "plays",
        "during",
        "since",
        "until",
        "like",
        "because",
        "so",
        "not",
        "only",
        "director's",
    ]
)


def in_epithet(document: Document, mention: Mention) -> bool:
    """Whether a work, or the list of works joined by "and" that it begins, only says who somebody is."""
    text, here, joined = document.text, mention, " and "
    sentence = document.sentence_at(mention.start)
    behind = [m for m in sentence.mentions if m.start > mention.start] if sentence else []
    for m in behind:
        between = text[here.end : m.start]
        if m.kind != "W" or not _AND.fullmatch(between):
            if m.kind == "P" and not m.indirect and _NOUNS.fullmatch(between) and _noun_phrase(between):
                return True
            break
        here, joined = m, between
    return ("and" in joined or "&" in joined) and bool(PASSING_AFTER.match(text[here.end : here.end + 40]))


def _noun_phrase(between: str) -> bool:
    words = between.split()
    types = lexicon.lexemes("types")
    return not any(w in _NO_NOUNS or w in types or w.endswith(("ing", "ed", "ly")) for w in words) and not words[
        -1
    ].endswith("s")


def passing(document: Document, mention: Mention) -> bool:
    """Whether a work is named in passing: in an epithet or a list of earlier credits."""
    if in_epithet(document, mention):
        return True
    before = document.text[max(0, mention.start - 60) : mention.start].split("\n")[-1]
    return bool(_PASSING_BEFORE.search(before))


CAREER = Sought(
    r"(?:(?:Meanwhile|On the (?:work|film|professional|movie|career|acting) front|Work-?wise|Besides(?: this| that| these)?|Apart from (?:this|that)|Up next|In the meantime), )?"
    r"(?!(?:[^,;()]* )?who\b)[^,;()]{0,60}?(?:(?:['’]ll|\bwill) (?:next|also next|soon) (?:be seen|appear|star)\b|\b(?:recently|previously|last|most recently|next|formerly) (?:appear(?:s|ed)|starred|seen|wrapped|played|portrayed|recurred|guest|worked)\b"
    r"|\b(?:is|are) currently (?:appearing|starring|seen|shooting|filming)\b(?! (?:the|in the|on the) (?:film|series|show|movie|project))|\bwill be seen next\b|\bwill (?:next|soon) be (?:seen|starring|appearing)\b|\bin (?:the pipeline|his kitty|her kitty)\b|\bbusy with\b|\bpast (?:work|credits)\b|\bprevious work (?:has )?includ\w+|\brecent (?:projects|credits|work) (?:also )?(?:include|are)\b"
    r"|\bknown (?:for|from)\b|\bcredits (?:also )?(?:include|are)\b|\b(?:is|are) (?:repped|represented) by\b)"
)
_GOES_ON_ABOUT = re.compile(
    r"(?:It|This|That|The (?:(?:[a-z]+|[A-Z][a-z]+|pan-[A-Z][a-z]+)(?:-[a-z]+)? )?(?:film|movie|series|show|drama|comedy|thriller|project|biggie)|Released|Directed|Written|Produced|Helmed)\b"
)


def career_works(sentence: Sentence) -> list[Referent]:
    """The works that a sentence about somebody's career names."""
    return [m.referent for m in sentence.mentions if m.kind == "W" and not m.indirect and m.referent is not None]


def goes_on(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence behind one about somebody's career still speaks of what that named ("It was a remake of …")."""
    return _GOES_ON_ABOUT.match(document.text, sentence.start) is not None
