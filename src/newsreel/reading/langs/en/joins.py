"""Where a run of capitals goes on: over small words, possessives and colons that belong to a title."""

from __future__ import annotations

import re

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.labels import predicates_of
from newsreel.reading.langs.en.openings import SAID_TO_BE
from newsreel.reading.langs.en.tokens import Token, personal

PREPOSITIONS = frozenset(
    ["of", "in", "on", "at", "to", "for", "with", "from", "by", "and", "&", "or", "vs", "as", "into", "over"]
)
_ARTICLES = frozenset(["the", "a", "an", "my", "your", "his", "her", "their", "our", "its", "this", "that"])
_PARTICLES = frozenset(
    "no de da di del della der den van von la le du dos bin ibn al el y ter ten til och og und på av mit zum auf ou et les des aux las los por para dei delle nel pour sans chez ni".split()  # noqa: SIM905 - reads better
)
_PRIZE = re.compile(r"(?:[A-Z][\w’']+ ){0,3}(?:Awards?|Prize|Oscar|Emmy|Tony|Globe|Medal|Bafta|BAFTA)\b")


def gap(text: str, left: Token, right: Token) -> str:
    """What stands between two words."""
    return text[left.end : right.start]


_CAST_LINE = re.compile(
    r"\W{0,4}[A-Z][\w .’'\"“”-]{1,24}: [A-Z][\w.’'-]+(?: [\w.’'-]+){0,2} [A-Z][\w’'-]+ ?(?:\(|\n|$)"
)


def _among_cast_lines(text: str, line: int) -> bool:
    """Whether a line and the one before or behind it read "Rin: Ann Lee": parts and those who play them."""
    before, behind = text.rfind("\n", 0, max(0, line - 1)) + 1, text.find("\n", line) + 1
    near = (before, behind) if behind else (before,)
    return bool(_CAST_LINE.match(text, line)) and any(at != line and _CAST_LINE.match(text, at) for at in near)


# behind a colon: "Keeley Hawes, Toby Stephens and Ann Lee"
_NAMES_LISTED = re.compile(r"[A-Z][\w.’'-]+ [A-Z][\w.’'-]+(?:, | and )[A-Z][\w.’'-]+ [A-Z][\w.’'-]+")


def subtitle(text: str, tokens: list[Token], first: int, j: int, between: str) -> bool:  # noqa: PLR0911 - one case a reason
    """Whether "A: B" is a title with its subtitle, not a label, a cast line or a speaker."""
    left = [t.text for t in tokens[first:j]]
    right = [t.text for t in tokens[j : j + 2]]
    if (
        right[0].lower().strip(".") in lexicon.MONTHS | lexicon.WEEKDAYS
        or left[0].lower() in lexicon.word_list("label_words")
        or left[-1].lower() in lexicon.word_list("label_words")
        or (between == ": " and predicates_of(" ".join(left)))
        or personal(left)
        or personal(right)
        or " ".join(right) in lexicon.people()
        or left[-1] in lexicon.adjectives()
        or (between == ": " and _NAMES_LISTED.match(text, tokens[j].start))
    ):
        return False
    if right[0] in {
        "A",
        "An",
        "The",
        "No",
        "It",
        "This",
        "We",
        "He",
        "She",
        "They",
        "You",
        "That",
        "There",
    } and re.match(r" [a-z]", text[tokens[j].end : tokens[j].end + 2]):
        return False  # "HARBOR: A third season was announced"
    start = tokens[first].start
    line = text.rfind("\n", 0, start) + 1
    opening = not text[line:start].strip(" \t•*-–—·▪■●○◦★☆➤▶►>\"“'‘")
    whole = text[start : tokens[j].end]
    label = opening and len(left[0]) > 3 and all(w.isupper() for w in left)  # noqa: PLR2004 - initials are short
    if label and between == ": " and not right[0].isupper():
        return text.count(whole) > 1  # "PRAGUE: Director Ann Lee …"
    named = " ".join(left)
    owner = re.match(r"['’]s? [\"“‘']", text[tokens[j].end : tokens[j].end + 4])
    if between == ": " and (owner or named in lexicon.places() or lexicon.organizations().get(named) == "festival"):
        return False  # "Cannes: Lee's 'Harbor' wins"
    if opening and between == ": " and _among_cast_lines(text, line):
        return False
    if opening and between == ": ":
        return text.count(whole) > 1 or bool(
            re.match(r"[^\n:;]{4,60}? [(a-z]", text[tokens[j].start : tokens[j].start + 70])
        )
    if between != ": " and all(len(w) > 1 and w.isupper() for w in (left[0], left[-1], *right)):
        return True  # "HARBOR LIGHT – THE MOVIE"
    if opening or between != ": ":
        return text.count(whole) > 1
    return left[0].lower() not in lexicon.FUNCTION or len(left) > 1


def _sentence_start(text: str, start: int) -> bool:
    return not text[max(0, start - 3) : start].strip(" \n\"'“‘") or text[:start].rstrip(" \"'“‘")[-1:] in ".!?:;\n•"


def possessive_title(text: str, tokens: list[Token], first: int, j: int) -> bool:  # noqa: PLR0911 - each case answers for itself
    """Whether "X's" goes on as a title ("Winter's Bone") rather than naming its owner ("Ashby's Harbor")."""
    if personal([t.text for t in tokens[j : j + 2]]):
        return False
    if (
        tokens[first].text == "The"
        and j - first == _PAIR
        and tokens[j].capital
        and SAID_TO_BE.match(text, tokens[j].end)
    ):
        return True  # "The Miller's Bargain, a new series"
    if tokens[j].capital and ": " in text[tokens[first].start : tokens[j].start]:
        return True  # "Harbor: Beyond Winter's End"
    if j - first > 2 or not tokens[j].capital:  # noqa: PLR2004 - "The Handmaid's Tale" has two words before
        return False
    whole = text[tokens[first].start : tokens[j].end]
    plain = text.count(whole.replace("’", "'")) if "’" in whole else 0
    if (
        text.count(whole) > 2  # noqa: PLR2004 - thrice is its name
        and text.count(whole) + plain == text.count(tokens[j].text)
        and tokens[j - 1].text
        not in (
            *lexicon.organizations(),
            *lexicon.places(),
        )
    ):
        return True
    word = tokens[j - 1].text.lower()
    common = lexicon.words("common")
    if tokens[j - 1].text in lexicon.organizations() or tokens[j - 1].text in lexicon.places():
        return False
    if j - first == 2:  # noqa: PLR2004
        behind = [t.text.lower() for t in tokens[j : j + 3] if t.capital]
        return tokens[first].text in {"The", "A", "My"} and all(
            w in common and w not in lexicon.words("given") for w in behind
        )
    if word in common and word not in lexicon.words("given") and word not in lexicon.words("family"):
        return True
    right = [t for t in tokens[j : j + 3] if t.capital]
    once = text.count(tokens[j - 1].text) == text.count(text[tokens[j - 1].start : tokens[j].end])
    return (
        once
        and bool(right)
        and all(t.text.lower() in common and t.text.lower() not in lexicon.words("given") for t in right)
    )


def connects(text: str, tokens: list[Token], first: int, j: int) -> int:  # noqa: C901, PLR0911 - each case answers for itself
    """How many small words and the capital behind them ("of", "of the", "in the") belong to the run."""
    small = tokens[j].text
    k = j + 1
    if (
        small in {"the", "a", "an", "but"}
        and k < len(tokens)
        and tokens[k].capital
        and gap(text, tokens[j], tokens[k]) == " "
    ):
        last = tokens[j - 1].text
        left = [t.text for t in tokens[first:j]]
        if _PRIZE.match(text, tokens[k].start):
            return 0
        known = (
            " ".join(left) in lexicon.organizations()
            or personal(left)
            or last in lexicon.adjectives()
            or last.lower() in lexicon.WEEKDAYS
        )
        starts = tokens[first].text.lower() in lexicon.FUNCTION and not text[: tokens[first].start].rstrip(
            " \"'“‘"
        ).endswith((",", "'s", "’s", "in", "of"))
        return 0 if known or (starts and len(left) == 1 and _sentence_start(text, tokens[first].start)) else 2
    if small in _PARTICLES and k < len(tokens) and tokens[k].capital and gap(text, tokens[j], tokens[k]) == " ":
        return 2 if tokens[j - 1].text.lower() not in lexicon.FUNCTION else 0
    if small in _PARTICLES and k + 1 < len(tokens) and tokens[k].text in _PARTICLES and tokens[k + 1].capital:
        return 3
    if small in _ROMAJI_SMALL and k < len(tokens) and _romaji(tokens[j - 1].text) and _romaji(tokens[k].text):
        return 2 if tokens[k].capital and gap(text, tokens[j], tokens[k]) == " " else 0
    if small not in PREPOSITIONS or k >= len(tokens) or gap(text, tokens[j], tokens[k]) != " ":
        return 0
    left = [t.text for t in tokens[first:j]]
    if tokens[k].text in _ARTICLES:
        if k + 1 >= len(tokens) or not tokens[k + 1].capital or gap(text, tokens[k], tokens[k + 1]) != " ":
            return 0
        if k + 2 < len(tokens) and text[tokens[k + 1].start : tokens[k + 2].end] in lexicon.organizations():
            return 0  # "Rin in the Channel 4 comedy"
        return 3 if _title_goes_on(left, small, tokens[k + 1].text, article=True) else 0
    if not tokens[k].capital or _place_ahead(text, tokens, small, k):
        return 0
    if small == "&" and text.count(text[tokens[first].start : tokens[k].end]) > 1:
        return 0 if personal(left) or " ".join(left) in lexicon.organizations() else 2  # twice in these words: one name
    return 2 if _title_goes_on(left, small, tokens[k].text, article=False) else 0


def _place_ahead(text: str, tokens: list[Token], small: str, k: int) -> bool:
    """Whether a place of two words stands behind a preposition: "Harbor in North America"."""
    if small not in {"in", "for", "on", "at", "from", "to"} or k + 1 >= len(tokens):
        return False
    ahead = text[tokens[k].start : tokens[k + 1].end]
    return ahead in lexicon.places() or ahead in lexicon.organizations() or ahead in lexicon.festivals()


# "Kimi to Umi": small words of Japanese between words that are written as its syllables are
_ROMAJI_SMALL = frozenset(["to", "wa", "ga", "ni", "wo", "o", "mo", "na", "e", "he"])
_SYLLABLES = re.compile(r"(?:(?:[kgsztdnhbpmyrwjf]|sh|ch|ts|[kgnhbpmrj]y)?[aiueo]{1,2}|n(?![aiueo]))+", re.IGNORECASE)


def _romaji(word: str) -> bool:
    return len(word) > 1 and _SYLLABLES.fullmatch(word) is not None and word.lower() not in lexicon.words("common")


_WITHIN_TITLES = frozenset(["in", "on", "at", "to", "from", "and", "for", "with", "of"])
# "New on Netflix", "Drama for HBO": where something is shown is no part of its name.
_SHOWN_ON = frozenset(
    name
    for name, kind in lexicon.organizations().items()
    if kind in {"streamer", "broadcaster"} and name not in lexicon.ambiguous()
)


def _plain(word: str) -> bool:
    low = word.lower()
    return low in lexicon.words("common") and low not in lexicon.words("given")


def _proper(word: str) -> bool:
    return (
        word in lexicon.organizations()
        or word in lexicon.places()
        or word in lexicon.festivals()
        or word in lexicon.adjectives()
        or word.lower() in lexicon.words("given")
        or word.lower() in lexicon.MONTHS | lexicon.WEEKDAYS
    )


_PAIR = 2  # an article and a noun


def _titled(left: list[str], small: str, right: str, *, article: bool) -> bool:
    """Whether an article or a plain word in a capital that begins no sentence is one of a title that goes on ("The Man in Winter", "Back to Harbor")."""
    if _proper(right) or small not in _WITHIN_TITLES:
        return False
    if (
        left[0] == "The"
        and small == "and"
        and len(left) == _PAIR
        and article
        and left[1] not in lexicon.organizations()
    ):
        return True  # "The Lotus and the Reed"
    if left[0] in {"The", "A"}:
        return len(left) > 1 and all(map(_plain, left[1:])) and (small != "and" or not right.startswith("The"))
    return (
        len(left) == 1
        and _plain(left[0])
        and left[0].lower() not in lexicon.FUNCTION | lexicon.words("family")
        and small in {"to", "at"}
    )


def _full_name(words: list[str]) -> bool:
    """Whether words before "of" are somebody's full name, known or with a known family name: "Kaspar Vell-Hogge of Harbor"."""
    common = lexicon.words("common")
    if len(words) < _PAIR or any(w.lower() in common or w.isupper() or not w[0].isupper() for w in words):
        return False
    return " ".join(words) in lexicon.people() or words[-1].lower() in lexicon.words("family") or "-" in words[-1]


def _title_goes_on(left: list[str], small: str, right: str, *, article: bool) -> bool:  # noqa: C901, PLR0911 - each case answers for itself
    whole = " ".join(left)
    known = whole in lexicon.organizations() or whole in lexicon.places() or whole in lexicon.adjectives()
    ends = left[-2:] if all(w[0].isupper() for w in left[-2:]) else []
    named = personal(ends) and "-" in ends[-1]  # "PD Park Ji-woo of Harbor"
    company = len(left) > 1 and left[-1] in lexicon.suffixes()  # "Metro Pictures for North America"
    if known or named or personal(left) or (small != "of" and (company or right in _SHOWN_ON)):
        return False
    if small == "of":
        return right.lower() not in lexicon.MONTHS and not _full_name(left)
    if small in {"and", "&"} and right in {"The", "A", "An"}:
        return False  # "Harbor and The Light" are two
    if small == "to" and left == ["How"]:
        return True
    if _titled(left, small, right, article=article):
        return True
    if small == "&":
        return right not in lexicon.organizations() and len(left) == 1
    first = left[0].lower()
    if first in lexicon.FUNCTION and first not in {
        "the",
        "a",
        "my",
        "all",
        "no",
        "once",
        "how",
        "what",
        "when",
        "where",
    }:
        return False
    plain = [
        w
        for w in (*left, right)
        if w in {"A", "An", "The"} or (w.lower() in lexicon.words("common") and w.lower() not in lexicon.words("given"))
    ]
    if article:
        return small in {"in", "on", "at", "from", "to", "and", "for", "with"} and len(plain) >= 2 and len(left) <= 6  # noqa: PLR2004
    common = lexicon.words("common")
    if (
        all(w.lower() in common and w.lower() not in lexicon.words("given") for w in (*left, right))
        and first not in lexicon.FUNCTION
    ):
        return True
    if small == "and":
        return len(plain) == len(left) + 1
    if small == "in" and len(left) >= 2 and len([w for w in left if w.lower() in lexicon.words("common")]) == len(left):  # noqa: PLR2004
        return True
    return small in {"in", "on", "to", "for", "from", "with"} and len(left) > 1 and len(plain) > len(left)
