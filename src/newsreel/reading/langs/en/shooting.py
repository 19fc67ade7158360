"""Where works are shot: places behind words of shooting, with the lists they head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.clauses import Event, subjects_of
from newsreel.reading.langs.en.stretches import INITIALS, STATES, next_places, onward
from newsreel.reading.mask import KIND_BASE, NUMBER_BASE, NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.mask import Masked

REACH = 75  # characters of masked text between a word of shooting and its place
_INTO = re.compile(
    r"(?:^|[ (])(?:in|at|on|around|near|across|outside|throughout|inside|between)(?: and around)?(?: (?:the|and|a|both|parts of|downtown|nearby|rural|north|south|east|west|northern|southern|eastern|western|central|[a-z]+ of|locations in|studios in|places like|cities like|such as|city of|town of|village of|streets of))*(?: |$)$"
)
_LIST = re.compile(
    r"(?:,? and |, |/|, then | to |(?:,? in \S+ \d{4})?,? (?:and|then|before) (?:later |then )?mov(?:ed|es|ing) (?:on )?(?:to|through) |,? as well as |,? along with | & )(?:in |at |around |on |the |then |later |to |parts of )*$"
)
_BEGINS = re.compile(
    r"\b(?:begins?|began|starts?|started|kick(?:s|ed)? off|commenc(?:es|ed)|went on floors|gets? under ?way|got under ?way)\b"
)
_END = re.compile(
    r"[;:]| – | — |—|, (?:who|whose|which|while|whereas|but|although|though|when|after|before|where)\b| (?:while|whereas|but|although|though|who|whose|because|when|that reaches|so that|where|about|starring|with) "
)
_OTHER = re.compile(
    r"\b(?:co-?productions?|set in|premier\w+|releas\w+|screen\w+|opens?|opened|born|lives?|based|festival|distribut\w+|audiences?|viewers|studio in|company|award|fame|tells|follows|plays?|release|script|works?|hands|moved to|returned|sold|transfers|permits|landlords|talked of)\b",
    re.IGNORECASE,
)


@cache
def _words() -> Sought:
    data = load_data("en", "timing")
    words = [
        *data["shoot_nouns"],
        *data["shoot_verbs"],
        "on location",
        "being filmed",
        "set up",
        "locations?",
        "shoots?",
        "filmed",
        "shot",
        "wrapped(?= (?:up )?in)",
        "cameras",
        "the unit",
        "lensed",
        "(?:was|were|is|been|mostly|largely|all|partly) (?:done|made)(?= (?:entirely |largely |mostly |wholly |almost entirely |for the (?:most|greater|better) part )?(?:in|on|at|around) )",
        "did (?:it|most of it|all of it|the film|the whole thing|this one)(?= in )",
        "(?:but|and) made(?= in )",
        "(?:exteriors|interiors|(?:exterior|interior|studio|location|beach|battle|night|street|village|desert|crowd|school|city|harbour|sea|opening|closing|final|key) (?:scenes|work|sequences|shots))",
    ]
    return Sought(rf"(?<![\w’'-])(?:{'|'.join(sorted(map(str, words), key=lambda w: -len(w)))})(?![\w’'])")


_P = f"{kind_char('L')}{NUMBER_CLASS}"
_Q = f"[{kind_char('L')}{kind_char('X')}]{NUMBER_CLASS}"
_BE = r"(?:(?:has|have|had|was|were|is|are|been|being|also|be|will|all|both|then|even|again) )*"
# "Whitby's harbour was turned into 1950s Hull", "crews have taken over Ripon", "streets in Camden will be shut for filming"
_TAKEN_OVER = Sought(
    rf"{_Q},? where (?:[^.;:()]{{0,40}}? )?(?:is|are|was|were|has been|have been)(?: currently| now| both| being| busy| still)* (?:shooting|filming|filmed|shot)\b"
    rf"|{_Q}(?=(?:, [^.;]{{2,80}},)? (?:will be|is|was|plays?|played|becomes?|became|gets? to be|had the hono\w+ of being|pos(?:es|ed) as) (?:[a-z\d]+ ){{0,3}}(?:{kind_char('D')}{NUMBER_CLASS} )?{_Q}[^.;]{{0,20}} (?:in|for|on) [\"“‘']?{kind_char('W')})"
    rf"|(?:[Rr]emake|[Ff]ilm|[Ss]eries|[Pp]roduction|[Ss]hoot|[Ii]t|{kind_char('W')}{NUMBER_CLASS}|{kind_char('T')}{NUMBER_CLASS})(?: of [^.;]{{2,50}}?)? (?:also |then )?(?:used|made use of|takes over|took over) (?:the )?{_Q}"
    rf"|{_Q},? where [\"“‘']?(?:the (?:{kind_char('T')}{NUMBER_CLASS}|production|film|shoot|unit|crew)|{kind_char('W')}{NUMBER_CLASS}|it)[\"”’']? (?:will |is |was |has )?(?:sets?|setting|shoots?|shot|shooting|films?|filmed|filming|settled|been|spent|work\w+)\b"
    rf"|\b(?:[Nn]ever left|[Uu]ps? sticks for|[Uu]pped sticks for|[Dd]ecamp\w* (?:to|for)|[Tt](?:ook|akes|aking) (?:his|her|their|its|the) (?:cast|crew|cameras|camera|unit|actors|production)(?: and (?:cast|crew))? (?:on )?to|[Ww]as based in|[Ww]ere based in|[Ee]xtras (?:are |were )?(?:wanted|needed|sought) in|[Bb]ased itself in|[Ww]ill be based in) (?:the )?{_Q}"
    rf"|{_Q} {_BE}(?:(?:suitably |carefully )?(?:dressed|made|done|mocked|tricked|got|decked)(?: up| over| out)? (?:as|like)\b|(?:does|do|did|doing) duty (?:as|for)\b|pass(?:es|ed|ing) (?:itself|themselves) off as\b|impersonat(?:es?|ed|ing)\b)"
    rf"|\b[Cc]rews? (?:of|on|for|from|making|behind) [\"“‘']?{kind_char('W')}{NUMBER_CLASS}[\"”’']?,? (?:(?!(?:not|never)\b)[^.;:()]){{0,50}}?\b(?:in|at|on|to) (?:the )?{_Q}"
    rf"|\b[Ll]ocations (?:on|for|of|in|used (?:on|in|for))? ?[\"“‘']?{kind_char('W')}{NUMBER_CLASS}[\"”’']? (?:includ(?:e|ed)|are|were|range from|take in|took in) (?:the )?(?:[a-z-]+ (?:of|in|at) )?[{kind_char('L')}{kind_char('X')}{kind_char('W')}]{NUMBER_CLASS}"
    rf"|\b(?:[Tt]he|[Aa]|[Ii]ts) {_P}(?:-based)? (?:shoot|leg|schedule|portions?|scenes|sequences|locations)\b"
    rf"|\b(?:[Vv]illagers|[Rr]esidents|[Ll]ocals|[Ss]hoppers|[Pp]eople|[Nn]eighbours|[Tt]ownsfolk|[Dd]rivers|[Pp]assers-by|[Cc]ommuters|^{kind_char('X')}{NUMBER_CLASS}) (?:in|of|around) {_Q}(?=[^.;]{{0,90}}\b(?:turned into|taken over|takes over|film(?:ed|ing)|cameras|film crews?|set of|the set|extras|shoot)\b)"
    rf"|{_Q}(?:['’]s)?(?:,? (?:[a-z-]+|{kind_char('X')}{NUMBER_CLASS})){{0,3}}? {_BE}(?:(?:transformed|turned|dressed|converted)(?: back| up)? (?:in)?to\b|transported (?:back )?to\b|(?:doubl(?:es|ed|ing)|st(?:and|ands|ood) in|dressed up) (?:for|as)\b)"
    rf"|\b(?:[Cc]rews?|[Cc]ameras|[Uu]nit|[Pp]roduction|[Cc]ast|[Pp]roducers|[Ff]ilm-?makers|[Ss]hoot) (?:(?!(?:not|never)\b)[^.;:()]){{0,60}}?\b(?:turned|transformed|[tT]ak(?:es?|en|ing) over|took over|descend(?:s|ed|ing)? on|invaded|arriv(?:es?|ed|ing) (?:in|at)|mov(?:es?|ed|ing) in(?:to)?|roll(?:s|ed|ing)? (?:in)?to|hit|closed off|(?:been|be|is|are|were|was|back|working|out) (?:in|at)|came to|com(?:es|ing) to)"
    rf"(?: (?:the|nearby|historic|[a-z]+ of|streets?|parts of|sleepy|seaside|(?:village|town|city) of))* {_Q}"
    rf"|{_Q}(?:,? {_Q}){{0,4}}(?:,? and (?:the (?:village|town|city|island|port) of )?{_Q})? (?:all |both |also |will )*(?:features?|featured|appears?|appeared|(?:can|could|will) be seen) (?:heavily |prominently )?in (?={kind_char('W')})"
    rf"|\b(?:[Ss]treets?|[Rr]oads?|[Ll]anes?|[Bb]ridge|[Ss]quare|[Bb]each|[Pp]ark|[Cc]entre|[Cc]losures?) in (?:the )?{_Q}(?=[^.;]{{0,60}}\b(?:closed|shut|cordoned|closures?)\b)"
)
_OF_SCREEN = re.compile(r"\b(?:films?|movies?|series|dramas?|serial|sitcom|pilot|miniseries|thriller|comedy|sequel)\b")
# What says of a place before it, or right behind it, that something is shot there: "Leeds doubles for Paris", "the Leeds-shot drama".
_STANDS_IN = Sought(
    rf"{_P}(?:,? (?:and|&) {_P})?(?= (?:doubl(?:es|ed|ing) (?:for|as)|(?:will |is |was |to )*(?:stand(?:s|ing)?|stood|fill(?:s|ed|ing)|sit(?:s|ting)|sub(?:s|bed|bing)) in (?:for|as)|(?:is |are )?(?:pass(?:es|ed|ing)) for|(?:plays?|played) host to (?:the )?(?:shoot|filming|production|crew|cast)|hosted? (?:the )?(?:shoot|filming|production|crew)|as a stand-in|serves as the (?:backdrop|location))|-(?:shot|filmed|lensed)\b)"
    rf"|\b(?:[Cc]rews?|[Cc]ast|[Pp]roduction|[Ss]hoot|[Ff]ilming|[Cc]ameras|[Uu]nit) (?:of [^.,;]{{2,30}} )?(?:has |have |had |will |now |then |next |also |and [a-z]+ )*(?:mov(?:es?|ed|ing)|shift(?:s|ed)?|head(?:s|ed|ing)?|decamp(?:s|ed)?|relocat(?:es?|ed|ing)|travel(?:s|led|ed)?|return(?:s|ed)?|descend(?:s|ed)? on|set up(?: base| camp)?(?: in)?) (?:on )?(?:to |in )?{_P}"
    rf"|\b(?:set up (?:base|camp|shop)|(?:is|was|been) based|sets? (?:were |was |are )?(?:built|constructed)) (?:in|at) {_P}"
    rf"|\b(?:(?:on|near|to) (?:the )?(?:film |movie |TV )?set in|visited? the set in|location (?:shoot|filming|work) in|locations? (?:such as|including|like|in)|using|shoot(?:ing)? schedules? in|schedule in|\d+-day (?:shoot|schedule) in|weeks in|days in|months in) {_P}(?=[^.;]{{0,60}}\b(?:stand-in|set|shoot|shooting|schedule|filming|crew|weeks? in|wrapped)|[,.;]? )"
)
_SHOT_NEAR = re.compile(
    r"\b(?:shoot|shot|film(?:ed|ing)|set\b|crew|cameras|production|schedule|stand-in|doubl|stand|scenes|location)"
)


def shooting(document: Document) -> Iterable[Draft]:
    """Claims of filming_location."""
    before: list[Draft] = []
    for sentence in document.sentences:
        if sentence.zone in (FURNITURE, HEADLINE) or sentence.masked is None:
            continue
        if not any(m.kind in "LXAPW" for m in sentence.mentions):
            continue
        found = [*_sentence(document, sentence), *_standing_in(document, sentence, sentence.masked)]
        if found:
            found += _further(found, sentence, onward(sentence.masked, _last(found)))
        elif before and before[-1].sentence.paragraph == sentence.paragraph:
            found = list(_further(before, sentence, next_places(sentence.masked)))
        before = found
        yield from found


def _last(found: list[Draft]) -> Mention:
    """The place read last in a sentence."""
    return max((draft.mention for draft in found if draft.mention is not None), key=lambda mention: mention.end)


def _further(told: list[Draft], sentence: Sentence, places: Iterable[Mention]) -> Iterator[Draft]:
    """Further places of the shoot that was told of last."""
    last = max(told, key=lambda draft: draft.mention.end if draft.mention is not None else 0)
    for place in places:
        start = min(place.start, last.start) if last.sentence is sentence else place.start
        yield Draft(
            "filming_location", last.subject, place.referent or place.text, sentence, start, place.end, "en/place/goes-on", mention=place,
        )  # fmt: skip


def _standing_in(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    """Places that are said to stand in for others, to which a crew moves, or that what is shot there is called by."""
    for m in (*_STANDS_IN.matches(masked.text, masked.low), *_TAKEN_OVER.matches(masked.text, masked.low)):
        if (
            not _SHOT_NEAR.search(masked.low)
            and not any(w.kind == "W" and not w.indirect for w in sentence.mentions)
            and not _OF_SCREEN.search(document.text, sentence.start, sentence.end)
        ):
            continue
        event = Event("shoot", m.start(), m.end())
        start, end = masked.position(m.start()), masked.position(m.end(), end=True)
        for place in masked.mentions_in(m.group()):
            if (place.kind not in "LX" and not _may_be_place(document, place)) or document.text[
                place.start - 1
            ] in "\"“‘'*":
                continue
            for work in subjects_of(document, sentence, event, place):
                yield Draft(
                    "filming_location", work, place.referent or place.text, sentence, start, end, "en/place/stands-in", mention=place,
                )  # fmt: skip


def _sentence(document: Document, sentence: Sentence) -> Iterator[Draft]:
    masked = sentence.masked
    if masked is None:
        return
    text = masked.text
    words = list(_words().matches(masked.low, masked.low))
    if not words:
        return
    last: tuple[Mention, Event] | None = None
    for number, mention in enumerate(masked.mentions):
        if mention.indirect or mention.text.rstrip(".") in STATES or not _may_be_place(document, mention):
            continue
        at = text.find(chr(NUMBER_BASE + number)) - 1
        event = _event(text, words, at, sure=mention.kind in "LA")
        if event is not None and mention.kind in "PWC" and not _RIGHT_IN.fullmatch(text, event.end, at):
            event = None
        if event is None and last is not None:
            between = document.text[last[0].end : mention.start]
            clause = mention.kind in "PW" and between.startswith(", and")  # "in Leeds, and Ann Lee her second film"
            event = last[1] if _LIST.fullmatch(between) and not clause else None
        if event is None:
            continue
        last = (mention, event)
        start, end = masked.position(event.start), masked.position(event.end, end=True)
        for work in subjects_of(document, sentence, event, mention):
            if work.facts.get("type") in {"book", "manga", "webtoon", "play", "game"}:
                continue
            yield Draft(
                "filming_location", work, mention.referent or mention.text, sentence, min(start, mention.start), max(end, mention.end),
                "en/place/shot-in", mention=mention,
            )  # fmt: skip


# "shot around Peekskill", "filming began in Calabria": the words before say that a name is a place's
_RIGHT_IN = re.compile(r"[^,.;:()]{0,30}? ?(?:in|around|near|outside) (?:and around )?")


def _may_be_place(document: Document, mention: Mention) -> bool:
    """Whether a mention is a place, or a name told only here that nothing marks as a title."""
    if mention.kind in "LX":
        return mention.kind == "L" or len(mention.text) > INITIALS or not mention.text.isupper()
    if mention.kind == "A":
        return mention.text in lexicon.places()
    if mention.kind == "C":
        return document.text.count(mention.text) == 1
    if mention.kind not in "PW" or document.text[mention.start - 1] in "\"“‘'*":
        return False
    return sum(m.referent is mention.referent for m in document.mentions) == 1


def _event(text: str, words: list[re.Match[str]], at: int, *, sure: bool) -> Event | None:
    """The word of shooting that a place belongs to, when a word of place stands between."""
    for word in reversed(words):
        if word.end() > at or at - word.end() > REACH:
            continue
        between = text[word.end() : at]
        if not _INTO.search(between) or _END.search(between) or _OTHER.search(between):
            return None
        before = text[max(0, word.start() - 12) : word.start()].lower()
        if re.search(r"\b(?:not|n['’]t) $", before) or (
            word.group().lower() in {"shot", "shoot"} and re.match(r" (?:to fame|up|down|him|her|dead|hoops)", between)
        ):
            return None
        if not sure and chr(KIND_BASE + ord("W")) in between and not _BEGINS.search(between):
            return None
        return Event("shoot", word.start(), word.end())
    return None
