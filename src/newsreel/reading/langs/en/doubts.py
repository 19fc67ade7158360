"""What is not said to be so: questions, wishes, what could be, what somebody no longer does, who is replaced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Referent
from newsreel.reading.langs.en.voices import last_told
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.frames import Draft

_NEWS = frozenset(
    {"cast_member", "director", "screenwriter", "producer", "executive_producer", "creator", "showrunner", "composer", "cinematographer",
     "production_status", "release_date", "filming_start", "filming_end"}
)  # fmt: skip
_ASKED = _NEWS | {"filming_location"}
_CREDITS = _NEWS - {"production_status", "release_date", "filming_start", "filming_end"}
_SAID_NO = re.compile(
    r"\W*(?:[Ss]adly|[Uu]nfortunately|[Aa]las|[Nn]ope|[Nn]o\b(?! (?:doubt|question|surprise|wonder))|[Nn]ot (?:this|if|so|any|according|quite|at all|happening|going)|[Nn]ever|[Nn]either|(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) (?:isn['’]t|is not|won['’]t|will not|aren['’]t|are not))\b"
)
_SAID_YES = re.compile(
    r"\W*(?:[Yy]es|[Yy]ep|[Ii]ndeed|[Aa]bsolutely|[Dd]efinitely|(?:[Hh]e|[Ss]he|[Tt]hey) (?:is|will|are)\b(?! not|n['’]t))\b"
)
_POLAR = re.compile(
    r"(?:^|[\s:;,\-–—“\"‘•*>])(?:[Ii]s|[Aa]re|[Ww]ill|[Ww]as|[Ww]ere|[Dd]oes|[Dd]id|[Dd]o|[Hh]as|[Hh]ave|[Cc]ould|[Ww]ould|[Cc]an|[Ss]hould)\b(?! you\b)"
)
# "could star", "may direct": what might be so.
_MIGHT = re.compile(
    r"^[\"”’')]?(?: ?\([^()]*\))?,?(?: who)? (?:could|may|might)(?: (?:also|well|soon|even|just|finally|one day|possibly|potentially|be))* [a-z]+"
)
# "hopes to direct", "would love to return": what somebody wishes.
_WISHES = re.compile(
    r"^[\"”’')]?(?: ?\([^()]*\))?,?(?: who)? (?:(?:has|have|had|is|are|was|were|also|still|really|long|always|once|would|['’]d|said (?:he|she|they)|says (?:he|she|they)) )*"
    r"(?:wants?|wanted|wanting|hop(?:es?|ed|ing)|lov(?:e|ed)|like|liked|dream(?:s|ed|t|ing)?|wish(?:es|ed)?|keen|eager|begg(?:ed|ing)|campaign(?:s|ed|ing)|lobb(?:ied|ying)|auditioned|auditions|considered|approached|desperate|vying|competing)\b"
)
_WISHED = Sought(
    r"(?i)\b(?:fans?|viewers?|people|internet|petition|everyone|critics|some|many|audiences) (?:\w+ )?(?:wants?|wanted|hop(?:es?|ed|ing)|would (?:love|like)|wish(?:es|ed)?|campaign(?:s|ed|ing)|clamou?r\w*|call(?:s|ed|ing)? for|asking|begging)\b[^.;]{0,60}$",
)
# "is not directing", "no longer stars": said not to be so.
_NOT = re.compile(
    r"^[\"”’')]?(?: ?\([^()]*\))?,?(?: who)? (?:(?:is|are|was|were|will|would|has|have|had|does|do|did|also) )?(?:no longer(?= (?:[a-z]+(?:ing|ed)|the|an?|in|on|part|with|stars?|plays?|directs?|writes?|able)\b)|not(?! only| just| yet| merely)|never|won['’]t|isn['’]t|aren['’]t|wasn['’]t|doesn['’]t|didn['’]t|hasn['’]t|wouldn['’]t)\b(?! only\b| just\b)"
)
_LEFT_FOR = Sought(
    r"\b(?:replac(?:e|es|ed|ing)|(?:step|stepped|steps|stepping|fill|filling|filled|fills) in for|(?:tak|tok|took)\w* (?:over )?(?:the (?:role|part|reins|helm) )?(?:over )?from|tak(?:es?|ing) over for|took over for|in place of|instead of|rather than|succeed(?:s|ed|ing)?|(?:was|were|had been|has been|is|are) (?:originally|initially|previously|once) (?:offered|given|pitched|attached) to)"
    r" (?:(?:the|an?|previously announced|originally cast|original|earlier|former|departed|outgoing|late|actor|actress|director|co-star|star|[A-Z]\w+) ){0,3}$"
)
_REPLACED_BY = re.compile(
    r"^[\"”’')]?(?: ?\([^()]*\))?,?(?: who)? (?:(?:has|have|had|will|to|now|recently) )*(?:is|was|were|are|be|been|being)(?: since| now)? (?:replaced|recast|succeeded)\b"
)
# What is only likely: that they bring somebody back, that somebody returns.
_LIKELY = Sought(
    r"\b(?:[Ii]t['’]?s|[Ii]t is|[Ii]t (?:now )?(?:seems|looks|appears)|[Ss]eems?|[Tt]here['’]s a (?:good |strong )?chance|[Cc]hances are|[Ww]hile it seems) ?(?:also |now |quite |very |more than |almost )?(?:likely|possible|inevitable|probable|rumou?red)?(?: that| we| of|,)[^.;]{0,120}$"
)
_MAYBE = re.compile(r"\b(?:possible|likely|inevitable|probable|chance|chances|seems|looks|appears)\b")
_COMES = Sought(
    r"\b(?:replaced|succeeded|recast) (?:by|with) (?:(?:the|an?|actor|actress|director|star|newcomer) ){0,2}$"
)
_FAVOURITE = re.compile(
    r"^[\"”’')]?(?: ?\([^()]*\))? (?:is|are|was|were|remains?|emerged as|has emerged as) (?:now |said to be |widely seen as |reportedly )?(?:the |a |an )?(?:[\w-]+ )?(?:front-?runners?|favou?rites?|contenders?|candidates?)\b"
)
_QUOTED = 90


def may_stand(document: Document, draft: Draft) -> bool:
    """Whether a draft may stay; what is denied or only might be so is given that status.

    "Will Lee star in Harbor?" and "Lee hopes to direct Harbor" say nothing; "Is Lee in it? Sadly not." denies it.
    """
    if draft.background or draft.predicate not in _ASKED or draft.object is None:
        return True
    if document.text[draft.sentence.start : draft.sentence.end].rstrip("\"”’')]* ").endswith("?"):
        return _answered(document, draft)
    if document.search(_TAKEN_BACK, draft.sentence.start, draft.start) is not None:
        return False
    if draft.predicate == "cast_member" and (_of_another(document, draft) or _is_part(document, draft)):
        return False
    if _owns(document, draft):
        return False
    told = draft.predicate in _CREDITS and draft.mention is not None and not draft.rule.startswith("en/basis")
    return not told or _of_person(document, draft)


# "In our report we said that Ann Lee plays the lead": it was wrong
_TAKEN_BACK = Sought(
    r"(?<!\bas )\b(?:we|this (?:newspaper|page|column|site)|an earlier version(?: of this \w+)?|yesterday['’]s (?:list|paper|table)) (?:wrongly |mistakenly |incorrectly |had )?(?:said|wrote|had|gave|reported|stated|named|listed|put)\b(?![^.;]*\b(?:correctly|rightly)\b)[^.;]*$"
)
_OWNS = re.compile(r"['’]s (?:[a-z]|[A-Z])")
_MADE_BY = re.compile(r"\b(?:by|from)\b")


def _owns(document: Document, draft: Draft) -> bool:
    """Whether who stands at the end only owns what follows: "produced by Ann Lee's Paper Film"."""
    if not isinstance(draft.object, Referent) or draft.object.kind != "person" or not draft.rule.startswith("en/crew/"):
        return False
    words = document.text[draft.start : draft.end]
    return bool(
        any(words.endswith(name) for name in draft.object.names)
        and _MADE_BY.search(words)
        and _OWNS.match(document.text, draft.end)
    )


_PART = re.compile(r"\b(?:back|returns?|returning|stars?|starring|cast|appears?|set) as (?:[a-z-]+ ){0,4}$")
_WHO_ACTS = re.compile(
    r", who (?:also |previously |recently |last |next )?(?:appears?|appeared|stars?|starred|was (?:last )?seen|can be seen|acted)\b[^,]{0,30}$"
)


def _is_part(document: Document, draft: Draft) -> bool:
    """Whether the name is a part's: "Lee is back as the fashion model Rin Calder, and Roe returns"."""
    told = draft.mention
    return (
        told is not None
        and _PART.search(document.text, max(draft.sentence.start, told.start - 60), told.start) is not None
    )


def _of_another(document: Document, draft: Draft) -> bool:
    """Whether a list behind "Lee, who also appears in Kite, stars with" is put down to Kite."""
    if draft.rule != "en/cast/star-in":
        return False
    work = next(
        (m for m in draft.sentence.mentions if m.referent is draft.subject and m.start >= draft.start - 1), None
    )
    told = draft.mention
    if work is None or told is None:
        return False
    who = document.text.find(", who ", told.end, work.start)
    if sum(m.kind == "P" and told.end <= m.start < who for m in draft.sentence.mentions) > 1:
        return True  # "A, B and C, who starred in Kite": C did
    if told.start < work.end:
        return False
    before = document.text[max(draft.sentence.start, work.start - 70) : work.start].rstrip("\"“‘' ")
    return (
        _WHO_ACTS.search(before + " ") is not None and document.text[work.end : work.end + 2].lstrip("\"”’'")[:1] == ","
    )


def _of_person(document: Document, draft: Draft) -> bool:
    mention, text = draft.mention, document.text
    if mention is None:
        return True
    start = max(draft.sentence.start, mention.start - _QUOTED)
    after = text[mention.end : min(draft.sentence.end, mention.end + _QUOTED)]
    if document.search(_COMES, start, mention.start):
        _set(draft, "stated")
        return True
    if document.search(_LEFT_FOR, start, mention.start) or (_REPLACED_BY.match(after) and not draft.fixed):
        _set(draft, "denied")
        return True
    if draft.status in ("denied", "considering", "unannounced", "rumored"):
        return True
    if (
        document.search(_WISHED, start, mention.start)
        or _WISHES.match(after)
        or (mention.indirect and _MIGHT.match(after))
    ):
        return False
    likely = document.search(_LIKELY, max(draft.sentence.start, mention.start - 160), mention.start)
    if _NOT.match(after):
        _set(draft, "denied")
    elif (likely is not None and _MAYBE.search(likely[0])) or _MIGHT.match(after) or _FAVOURITE.match(after):
        _set(draft, "rumored")
    return True


def _set(draft: Draft, status: str) -> None:
    draft.status, draft.fixed, draft.by = status, True, ()


def _answered(document: Document, draft: Draft) -> bool:
    """What the sentence behind a question makes of it: a claim, a denial, or nothing."""
    after: Sentence | None = next((s for s in document.sentences[draft.sentence.index + 1 :]), None)
    words = document.text[after.start : after.end] if after is not None else ""
    asked = document.text[draft.sentence.start : draft.sentence.end]
    if draft.status in ("denied", "unannounced") or _POLAR.search(asked) is None:
        return False
    if after is not None and _SAID_NO.match(words):
        _set(draft, "denied")
        paragraph_end = max(s.end for s in document.sentences if s.paragraph == after.paragraph)
        told = last_told(document, paragraph_end, lambda said: said[0] == "confirmed")
        draft.by = told[1] if told is not None else ()
        return True
    return _SAID_YES.match(words) is not None
