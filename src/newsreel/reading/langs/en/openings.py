"""First words of sentences: whether a capital there begins a name or only the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.fates import FATED
from newsreel.reading.langs.en.tokens import Token, personal

if TYPE_CHECKING:
    from newsreel.reading.document import Sentence
    from newsreel.reading.langs.en.tokens import Candidate

_HEAD_END = re.compile(r"[.,:]? ?(?:\(|\n|$)|\. [A-Z]|, dir")
_LISTED = re.compile(r"(?:^|\n)[^\n]{2,24} [–—-] $")
_LINE = re.compile(r"(?:^|\n)[^\n]{0,24}[–—-] $|(?:^|\n)\W*$")


_TYPE = r"(?:film|series|drama|dramedy|movie|comedy|thriller|show|sequel|prequel|remake|adaptation|sitcom|documentary|docuseries|picture|pic|saga|biopic|miniseries|anime|musical|western|whodunnit|feature|spin-?off)"
# "Broker, a first picture for Japan's Ken Oda": only a work is such a thing; "Lee, the film's director" is none.
SAID_TO_BE = re.compile(
    rf"[\"”’'*]*(?: \([^()\n]{{2,40}}\))?, (?:(?:an?|the|his|her|its|their|(?:[A-Z][\w.’'-]* )?[A-Z][\w.’'-]*['’]s?) )(?:[\w’'-]+,? ){{0,6}}?{_TYPE}(?=[,.;:)–—]| (?:from|by|about|starring|with|that|which|directed|written|set|based|for|on|in|adapted|created|fronted|produced|led|due|he|she|penned|made|featuring)\b)"
)
# What follows a title at the beginning of a sentence and no plain word: "Broker, a first picture for …", "Broker follows two men".
_OF_TITLE = re.compile(
    rf"(?: \([^()\n]{{2,40}}\))?, (?:(?:an?|the|his|her|its|[A-Z][\w.’'-]*['’]s?) )(?:[\w’'-]+,? ){{0,6}}{_TYPE}\b"
    rf"|,? (?:which )?(?:follows|stars|premieres|premiered|is based on|was (?:created|written|directed) by|airs|streams|bows|hits (?:theat|cinemas|screens)|is back (?:for|on|with)|has been (?:renewed|cancelled|canceled|axed|picked up)|(?:has )?(?:landed|earned|scored) (?:a|its) \w+ season|will (?:premiere|debut|air|stream|return for|bow)|keeps its [A-Z]|tells the story)\b"
)
_OF_TRADE = frozenset(
    [
        "production", "filming", "shooting", "casting", "principal", "work", "development", "season", "series", "film", "movie", "show",
        "drama", "everyone", "everybody", "nobody", "somebody", "someone", "anyone", "nothing", "everything", "something", "news", "word",
        "filmmaker", "director", "actor", "actress", "producer", "writer", "one", "two", "three", "both", "part", "episode", "episodes",
    ]
)  # fmt: skip
_TOLD_OF = frozenset(
    ["filming", "fans", "viewers", "makers", "stars", "creators", "adaptation", "remake", "sequel", "trailer", "teaser", "poster", "premiere", "screening",
     "cameras", "photography", "rights", "scripts", "script", "director", "producers", "writers", "cast", "members", "news", "rehearsals"]
)  # fmt: skip
_CONTRACTED = re.compile(r"(?:he|she|it|they|we|you|who|that|there|this|what|here)['’](?:ll|d|ve|re|s)")
_COUNTED = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "big", "good", "new"]
)
_POSTS = ("dir.", "Dir.", "scr.", "Scr.", "prod.", "Prod.")
NAMES_TOO = frozenset(["will", "can", "may"])
_WILL = re.compile(
    r"(?:[?.!–—,]| [–—-]| and | & | \(|['’]s | (?:will|would|is|was|has|stars?|starred|plays|played|joins|joined|to|co-stars|leads|who|as|in|reprises|returns)\b)"
)


_ADVERBS = frozenset(
    [
        "mostly",
        "mainly",
        "largely",
        "chiefly",
        "partly",
        "primarily",
        "principally",
        "reportedly",
        "originally",
        "actually",
    ]
)
_SHORTENED = re.compile(r"(?:He|She|It|They|We|You|That|There|Who|What|Here|Let)['’](?:s|ll|d|re|ve)")


def _named_so(run: list[Token], text: str) -> bool:
    """Whether a verb of questions and wishes is a first name: "Can Yaman?", "May Lee (Harbor) is", or met again so."""
    if run[1].text in lexicon.organizations() or run[1].text in lexicon.places():
        return False
    return _WILL.match(text, run[-1].end) is not None or text.count(text[run[0].start : run[1].end]) > 1


def is_opening(run: list[Token], text: str, sentence: Sentence, within: set[str]) -> bool:  # noqa: C901, PLR0911, PLR0912 - one case a reason
    """Whether the first word of a run of capitals opens its sentence or line and is no part of the name behind it."""
    word = run[0].text.lower()
    before = text[sentence.start : run[0].start].rstrip(" \t\"'“‘([*")
    begins = not before.strip("•*–—-·|") or (before[-1] in ".!?:;—–|•·-" and not before.endswith(_POSTS))
    named = len(run) == 2 and word in NAMES_TOO and _named_so(run, text)  # noqa: PLR2004 - "Will Smith stars"
    if named or (run[0].text == "I" and not begins and len(run) > 2):  # noqa: PLR2004 - "I Want To Eat"
        return False
    if _CONTRACTED.fullmatch(word):
        return True
    if run[0].text in {"I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "OK"} or _SHORTENED.fullmatch(run[0].text):
        return True
    if not begins or run[0].text in lexicon.organizations():
        return False
    if word in _ADVERBS:
        return True
    if len(run) > 2 and run[1].text in {"of", "on", "for"} and (word in _OF_TRADE or word in _TOLD_OF):  # noqa: PLR2004 - "Filming of Harbor"
        return True
    if _in_capitals(run, text, sentence):
        return word in lexicon.word_list("label_words")
    ahead = text[max(0, run[0].start - 30) : run[0].start]
    dated = ahead.endswith(("– ", "— ", "- ")) and _LISTED.search(ahead) and _HEAD_END.match(text, run[-1].end)
    if dated and len(run) > 1 and not personal([t.text for t in run[1:]]):
        return False
    if len(run) > 1 and FATED.match(text, run[-1].end) and _LINE.search(ahead):
        return False
    if word in _COUNTED and len(run) > 2 and run[-1].text in lexicon.suffixes():  # noqa: PLR2004 - "Two Rivers Films"
        return False
    if word in lexicon.FUNCTION:
        return word != "how" or len(run) < 3 or run[1].text.lower() != "to"  # noqa: PLR2004 - "How to Fly"
    whole, rest = text[run[0].start : run[-1].end], text[run[min(1, len(run) - 1)].start : run[-1].end]
    if len(run) > 1 and not personal([t.text for t in run[1:]]):
        n = text.count(rest)
        if n > 1 and n == text.count(whole):
            return False
        if _HEAD_END.match(text, run[-1].end) and _LINE.search(ahead):
            return False
    if word in within and (len(run) == 1 or word not in lexicon.words("common")):
        return False
    if len(run) == 1:
        if word not in _OF_TRADE and not word.endswith(("ing", "ly")) and _OF_TITLE.match(text, run[0].end):
            return False
        return (word in lexicon.words("common") and word not in lexicon.words("given")) or word.endswith(("ing", "ly"))
    if word in lexicon.words("common") and word not in lexicon.words("given"):
        return personal([t.text for t in run[1:]]) or run[1].text in lexicon.organizations() or not run[1].capital
    return False


def _in_capitals(run: list[Token], text: str, sentence: Sentence) -> bool:
    """Whether a run is set off by capitals throughout in a line that has others."""
    return (
        len(run) > 1
        and all(len(t.text) > 1 or t.text.isdigit() or (t.text == "A" and len(run) > 2) for t in run[:2])  # noqa: PLR2004 - "A KNIGHT'S TALE"
        and text[run[0].start : run[-1].end].isupper()
        and not text[sentence.start : sentence.end].isupper()
    )


_CRAFTS = frozenset(
    ["Cinematography", "Editing", "Music", "Screenplay", "Direction", "Lyrics", "Choreography", "Dialogues", "Story", "Animation", "Script", "Camera"]
)  # fmt: skip
_EPITHETS = frozenset(["Rookie", "Veteran", "Newcomer", "Fellow", "Former", "Newbie", "Budding", "Renowned", "Noted"])
_TRADE_NEXT = re.compile(
    r" (?:[a-z-]+ )?(?:actor|actress|director|filmmaker|singer|idol|writer|producer|comedian|model)s?\b"
)
_GOES_ON = re.compile(
    r" (?:is|are|was|were|by|has|have|will|and (?:editing|music|score|lyrics|screenplay|dialogues?|direction))\b"
)


def opens_as_word(text: str, c: Candidate) -> bool:
    """Whether a word that begins a sentence is no name there: "Rookie actor Bo Kim", "Cinematography is by Lee"."""
    if not c.initial or c.quoted:
        return False
    if c.text in _EPITHETS:
        return _TRADE_NEXT.match(text, c.end) is not None
    return c.text in _CRAFTS and _GOES_ON.match(text, c.end) is not None


_MAKE = (
    "-based", "-maker", "-born", "-winning", "-winner", "-winners", "-nominated", "-nominee", "-laureate", "-trained", "-raised", "-listed", "-tipped", "-approved",
)  # fmt: skip


def hyphened(word: str) -> bool:
    """Whether a word with a hyphen says what stands behind it: "Oslo-based", "Actor-director", "Idol-turned-actor"."""
    trades = all(part in lexicon.lexemes("occupations") for part in word.split("-"))
    return trades or "-turned-" in word or word.endswith(_MAKE) or word in lexicon.lexemes("types")
