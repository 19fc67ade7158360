"""What somebody did before: works that a report lists behind "was seen in", "an Oscar winner for", "his breakthrough".

One claim a work, however the list goes on ("appeared in Ann Lee's Harbor and the Acme series Still"). Whether the
person acted in them, directed or wrote them is decided when all of the report is read (settling): the rule is that of
earlier credits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import BRACKET
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.mask import Masked

_P, _W, _O, _A, _D, _G, _T, _N, _K, _L, _E, _C, _J, _X = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "PWOADGTNKLECJX")
# What may stand between two works of a list, or before the first: owners, types, countries, adjectives.
_PLAIN = (
    r"(?!(?:will|would|is|was|were|are|has|have|had|who|whom|whose|which|that|in|on|at|to|from|with|for|and|but|or|by|as|opposite|alongside|after|"
    r"before|when|while|where|did|does|made|makes?|making|stars?|starred|starring|plays?|played|playing|directs?|directed|directing|wrote|writes|written|"
    r"produced|won|joins?|joined|(?:co-)?created|creates|helmed|helms|penned|scripted|adapted|developed|voiced|voices|portrayed|hosted|hosts|runs|ran|of|about|into|than|not|then|set|be|been|adaptation|remake|version|sequel|prequel|spin-?off|novels?)\b)[a-z][\w’'-]* "
)
_OWN = (
    rf"(?:(?:{_P}(?:,? and {_P})?['’]s? |{_O}(?:['’]s?)?(?: and {_O}(?:['’]s)?)? |{_K}(?:['’]s)? |{_A} |{_D}(?:['’]s?)? |{_G},? |{_T},? |{_N} |{_L}['’]s |"
    rf"the (?:first|second|third|fourth|final|last|latest|new|upcoming) season of |seasons? {_N} of |{_PLAIN})){{0,6}}?"
)
_GOES_ON = re.compile(
    rf"(?:['’]s)?(?: ?{BRACKET})?(?:,? and |, then |, | & | as well as |,? plus |,? followed by |, or )(?:also |most recently |later |then |recently |more recently )?(?:in |on |for )?{_OWN}{_W}"
)
_AUX = rf"(?:(?:{_D}|is|are|was|were|has|have|had|be|been|will|also|both|once|now|then|recently|previously|most|last|next|soon|currently|just|since|already|later|first|memorably|perhaps|reportedly|can|could|to|earlier|that|went|on|again|up|still) )*"
_SHOWN = (
    r"(?:seen|appear(?:s|ed|ing)?|starr(?:ed|ing)|stars|co-starr?(?:s|ed|ing)|featur(?:es|ed|ing)|act(?:ed|s|ing)|recurr?(?:s|ed|ing)|guest-?starr?(?:s|ed|ing)|guested|"
    r"cameoed|impressed|shone|dazzled|debuted|turned up|cropped up|popped up|broke (?:out|through)|found fame|shot to fame|rose to (?:fame|stardom|prominence)|spotted|noticed|"
    r"made (?:his|her|their) (?:name|(?:[\w-]+ )?debut|mark|breakthrough|bow)|glimpsed|watched)"
)
_PART = r"(?:an? |the |his |her |their |its |one of the )?(?:(?!(?:been|offered|declined|refused|rejected|turned|no|not|to|of|in|if)\b)[\w-]+ ){0,4}?(?:roles?|parts?|turns?|performances?|appearances?|cameos?|stints?|arcs?|runs?|guest spots?|success|work)"
_BIT = rf"(?: as [^.;()]{{2,50}}?| opposite {_P}| alongside {_P}| to (?:fame|stardom|prominence)| too| again| as well)?"
_BEST = rf"\b[Bb]est (?:(?!for\b)[\w-]+ ){{0,2}}?(?:{_J}|[Dd]irect(?:or|ion|ing)|[Ss]creenplay|[Pp]erformance)"
_PRIZE = (
    rf"(?:(?P<best>{_BEST})|"
    r"\b(?:Oscars?|Emmys?|BAFTAs?|Baftas?|Tonys?|Golden Globes?|Globe|(?:[Aa]ward|[Pp]rize|[Ww]inner|[Nn]ominee|[Nn]omination|[Nn]od|medal|d[’']Or|C[eé]sar|Goya|Lion|Bear|Logie|AACTA|IFTA|BIFA|Filmfare|Gemini|Magritte|Robert|Bodil|Guldbagge|Amanda|Ariel|Platino|Baeksang|Blue Dragon|Golden Horse|Golden Rooster|Magnolia|David di Donatello|Lola|Independent Spirit|Spirit|Gotham|Olivier)s?|nominated|"
    r"shortlisted|honou?red|prize-?winner|laureate))"
)
_PRIZE_MADE = _PRIZE.replace("?P<best>", "?:")
_PRAISED = r"(?:know|known|remember|remembered|recogni[sz]e|recogni[sz]ed|famous|famed|beloved|loved|acclaimed|celebrated|praised|noted|lauded)"
_LEAD = re.compile(
    rf"(?:(?<![\w])|(?=[,'’]))(?:(?P<verb>\b{_SHOWN}{_BIT} (?:in|on|with|through|thanks to)"
    rf"|\b(?:has|have|had|with|took|landed|bagged|made|makes|did|including|known for|after|from|off|following|for|and|through|of|by|include|includes|his|her|their) {_PART}{_BIT} (?:in|on)"
    rf"|\b(?:{_PRAISED}|{_PRIZE_MADE})(?: \w+){{0,4}}? for(?: his| her| their)? (?P<made>directing|helming|writing|creating|producing|making)"
    rf"|\b{_PRAISED}(?: \w+)? (?:for|from|as [^.;()]{{2,50}}? (?:in|on)|to [\w ]{{2,30}} (?:for|from))(?: {_PART} (?:in|on|as [^.;()]{{2,40}}? (?:in|on)))?"
    rf"|{_PRIZE}(?: (?:[\w’'-]+|{_X}|{_D}|{_E}|{_J}|at|in|,)){{0,5}}? for(?: (?:his|her|their) (?:work|role|performance|turn|part)(?: (?:in|on|as [^.;()]{{2,40}}? in))?)?"
    rf"|\b(?:[Hh]is|[Hh]er|whose|{_P}['’]s)(?: [a-z-]+| {_A}| {_T}){{0,2}} (?:{_T}|hits|roles|outings|appearances|work) (?:also )?(?:includes?|included|range from|takes? in)"
    rf"|\b(?:credits|filmography|résumé|resume|CV|outings|body of work)(?: (?:also|recently|previously|on \w+|in \w+|to date))?(?: (?:includes?|including|are|is|such as|like|range from|runs? from|spans?)|:)(?: (?:roles?|parts?|turns?|appearances?) in)?)"
    # what says little needs its person right before
    rf"|(?P<bare>(?<=[\s,]){_AUX}(?:led|headlined|fronted|toplined|anchored|went on to|shot|wrapped|shooting|filming|finished(?: shooting| filming)?|signed (?:on|up) (?:to|for))"
    rf"|(?<=[\s,]){_AUX}(?:is|was|are|were|been)(?: most)?(?: {_D})?(?: now| currently| also| both| all| again| previously)? (?:in|on|(?:a )?part of)(?: both| all of)?"
    rf"|(?<=[\s,]){_AUX}(?:was|were|is|been)(?: the| an?| his| her)? (?:[\w’'-]+ ){{0,5}}?{_C}(?:,? [^.;(),]{{2,40}},)? (?:in|on|from)"
    rf"|(?:soon|next|shortly|currently|now)(?: to be)?(?: seen| heard| found)? (?:in|on)|one of the (?:stars|leads|cast members|faces) of|(?:fresh|straight|hot|coming) (?:off|from)(?: the (?:back|success) of)?|fresh off the back of|\boff|\balum(?:nus|na|ni)? of|\bveterans? of|, late of|, star of|, one of the stars of|, the stars? of"
    rf"|(?<=[\s,])(?:up next|next up|next),?(?: he| she)? (?:has|have|is|comes|are|stars in|appears in|will be in)|(?:['’]ll|will) next (?:be in|do|shoot)))"
    rf" (?:(?:the|both|all of|such|a|an) )?{_OWN}$"
)
# Said as in "Lee's last drama was Harbor" or "her breakthrough, Harbor".
_HIS = re.compile(
    rf"(?P<who>{_P}['’]s?|\b[Hh]is|\b[Hh]er) (?:(?:own|very|most|big|two|three|only|TV|small-screen|{_A}|{_T}|{_G}|{_D}) )*(?:last|latest|recent|previous|first|breakout|breakthrough|debut|biggest|other|earlier)"
    rf"(?: (?:{_T}|{_G}|{_O}|role|hit|credits?|outings?|projects?|works?|success|part|big-screen|lead|starring|[a-z]+-[a-z]+)){{0,3}}(?:,| was| is| were| are| came in| came with| include| included|:) {_OWN}$"
)
# As in "up next for Lee is Harbor"; and "has Ann Lee's Harbor in the can", which what stands behind tells.
_NEXT_FOR = re.compile(
    rf"\b(?:up next|next up|next|coming up|also ahead|also upcoming|on deck|recent credits|other credits|upcoming projects?) for (?P<who>{_P}|him|her)(?: is| are| comes| include| includes|:|,) {_OWN}$",
    re.IGNORECASE,
)
_HAS = re.compile(
    rf"(?P<who>{_P})(?: ?{BRACKET})?(?:,? (?:and|who))?(?: also| next)? (?:has|have) (?:(?:both|the|a|an|also|next) )*{_OWN}$"
)
_COMING = re.compile(
    r"[\"”’'*]*(?: ?\([^()]*\))?,? (?:in the can|in post(?:-production)?|on the way|coming up|coming out|up next|due|lined up|in the works|on deck|in the pipeline|awaiting release|on the horizon|out (?:next|later|this)|set for)\b"
)
_RIGHT_BEFORE = re.compile(
    rf"(?: ?{BRACKET})?(?:,? (?:who|that)(?=['’ ]))?(?:['’]s)?(?:, [^,;.()]{{2,70}},)?(?:,? (?:and|but))? ?,? ?"
)
_OBJECT = re.compile(
    r"\b(?:by|with|opposite|alongside|for|of|from|as|to|including|like|starring|featuring|about|on|against|and opposite|over) (?:(?:[a-z-]+|the) ){0,2}$"
)
_WHO = re.compile(rf"(?: ?{BRACKET})?,? ?\(?(?:who|whose)\b")
_REACH = 160
_MADE = {
    "directing": "director",
    "helming": "director",
    "making": "director",
    "writing": "screenwriter",
    "creating": "creator",
    "producing": "producer",
}
_GIVEN_FOR = (("direct", "director"), ("screenplay", "screenwriter"))


def careers(document: Document) -> Iterable[Draft]:
    """Earlier and other credits of the people that a report speaks of."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone in (FURNITURE, HEADLINE) or masked is None or kind_char("W") not in masked.text:
            continue
        done = 0
        for m in re.finditer(_W, masked.text):
            if m.start() < done:
                continue
            before = masked.text[max(0, m.start() - _REACH) : m.start()].rstrip("\"“‘'*")
            if len(before) < 3:  # noqa: PLR2004 - no word leads up to it
                continue
            start, end = m.start() - len(before), _list_end(masked, m.end())
            if (his := _HIS.search(before) or _NEXT_FOR.search(before) or _has(masked, before, end)) is not None:
                span = (start + his.start(), m.start(), end)
                yield from _drafts(document, sentence, masked, span, masked.mentions_in(his["who"])[:1])
                done = end
            elif (lead := _LEAD.search(before)) is not None:
                who = _subject(masked, start + lead.start(), bare=lead["bare"] is not None)
                if who is not None and not _REFUSED.search(masked.text[: start + lead.start()]):
                    span = (start + lead.start(), m.start(), end)
                    yield from _drafts(document, sentence, masked, span, who, _post(masked, lead))
                    done = end


def _has(masked: Masked, before: str, end: int) -> re.Match[str] | None:
    """Who "has" the works of a list coming, as what stands behind it says."""
    return _HAS.search(before) if _COMING.match(masked.text, end) else None


# "will no longer be starring in Harbor", "has never acted in it"
_REFUSED = re.compile(r"(?:\b(?:no longer|not|never|cannot)|n['’]t)(?: be| been| to| going to)* $")


def _post(masked: Masked, lead: re.Match[str]) -> str:
    """What somebody is praised for having done, or what the prize is given for; "" for a part."""
    prize = (lead["best"] or "").lower()
    prize += "".join(m.text.lower() for m in masked.mentions_in(prize))
    return _MADE.get(lead["made"] or "", "") or next((post for word, post in _GIVEN_FOR if word in prize), "")


def _list_end(masked: Masked, here: int) -> int:
    """Where the list of works that begins at a place ends."""
    while (more := _GOES_ON.match(masked.text, here)) is not None:
        here = more.end()
    return here


def _subject(masked: Masked, at: int, *, bare: bool) -> list[Mention] | None:
    """Whose credits are told of at a place: the nearest person who owns nothing and is no object; [] where none is named."""
    text = masked.text
    places = list(re.finditer(_P, text[:at]))
    if _LATTER.search(text, places[-1].end() if places else 0, at + 24):
        return masked.mentions_in(places[-1].group()) if places else None
    if bare:
        if not places or not _RIGHT_BEFORE.fullmatch(text, places[-1].end(), at):
            return None
        return _with_mates(masked, places)
    depth = text.count("(", 0, at) - text.count(")", 0, at)
    for i in range(len(places) - 1, -1, -1):
        m = places[i]
        if text.startswith(("'s", "’s", "' ", "’ "), m.end()):
            continue
        if text.count("(", 0, m.start()) - text.count(")", 0, m.start()) > depth:
            continue
        aside = _WHO.match(text, m.end()) is not None and ";" not in text[m.end() : at]
        if _OBJECT.search(text, max(0, m.start() - 40), m.start()) and not (aside and i == len(places) - 1):
            continue
        if "," in text[m.end() : at + 1] and not aside:
            return masked.mentions_in(m.group())  # "Ann Lee and Bo Kim, last seen in Harbor"
        return _with_mates(masked, places[: i + 1])
    return None if places else []


_WRITTEN = frozenset({"book", "manga", "webtoon", "play", "game", "album"})
_LATTER = re.compile(r"\bthe (?:latter|last)\b")
_MATES = re.compile(rf"(?: ?{BRACKET})?(?:,? and |, | & )")


def _with_mates(masked: Masked, places: list[re.Match[str]]) -> list[Mention]:
    """The last of some people and those joined to them by "and"."""
    row = [places[-1]]
    for earlier in reversed(places[:-1]):
        if not _MATES.fullmatch(masked.text, earlier.end(), row[0].start()):
            break
        row.insert(0, earlier)
    if len(row) > 1 and " and " not in masked.text[row[0].end() : row[-1].start()]:
        row = row[-1:]
    return [mention for m in row for mention in masked.mentions_in(m.group())]


def _drafts(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    document: Document,
    sentence: Sentence,
    masked: Masked,
    span: tuple[int, int, int],
    who: list[Mention],
    made: str = "",
) -> Iterator[Draft]:
    """The credits of some people, or of the one spoken of, in the works of a list; `span` is lead, first work, end."""
    lead, first, end = span
    people = [m.referent for m in who] or [document.focus[sentence.index].person]
    played = [m.text for m in masked.mentions_in(masked.text[lead:first]) if m.kind == "C"]
    slots = {"character": played[0]} if len(played) == 1 else {}
    for work in masked.mentions_in(masked.text[first:end]):
        if work.kind != "W" or work.indirect or work.referent is None or work.referent.facts.get("type") in _WRITTEN:
            continue
        for i, person in enumerate(people):
            if person is None:
                continue
            start = min(who[i].start if who else sentence.end, masked.position(lead))
            yield Draft(
                made or "cast_member", work.referent, person, sentence, start, work.end,
                "en/career/made" if made else "en/cast/known-for", dict(slots), background=True, mention=who[i] if who else None,
            )  # fmt: skip
