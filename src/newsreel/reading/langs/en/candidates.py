"""Where names may stand: quoted titles and runs of capitals, cut where two names meet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.openings import is_opening
from newsreel.reading.langs.en.quotes import (
    NICKNAME,
    bracketed_titles,
    foreign_titles,
    known_titles,
    listed_titles,
    quoted,
    repeated_titles,
)
from newsreel.reading.langs.en.slates import heads
from newsreel.reading.langs.en.tokens import SMALL, Candidate, Token, personal, tokens_of

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_PREPOSITIONS = frozenset(
    ["of", "in", "on", "at", "to", "for", "with", "from", "by", "and", "&", "or", "vs", "as", "into", "over"]
)
_ARTICLES = frozenset(["the", "a", "an", "my", "your", "his", "her", "their", "our", "its", "this", "that"])
_PARTICLES = frozenset(
    "no de da di del della der den van von la le du dos bin ibn al el y ter ten".split()  # noqa: SIM905 - reads better
)


_NUMBER = re.compile(r"\d+(?:\.\d)?")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_DATED = frozenset({"On", "In", "From", "By", "Until", "Since"})


def bare(document: Document, sentence: Sentence, taken: list[tuple[int, int]]) -> list[Candidate]:
    """Runs of capitals outside the spans in `taken`."""
    text = document.text
    found: list[Candidate] = []
    here = sentence.start
    for a, b in [*sorted(taken), (sentence.end, sentence.end)]:
        if a > here:
            found.extend(_runs(text, tokens_of(text, here, a), sentence, document.notes["within"]))
        here = max(here, b)
    return found


def _runs(text: str, tokens: list[Token], sentence: Sentence, within: set[str]) -> list[Candidate]:
    found: list[Candidate] = []
    i, n = 0, len(tokens)
    while i < n:
        if not tokens[i].capital and not _begins_with_number(tokens, i, text, sentence):
            i += 1
            continue
        j = i + 1
        while j < n:
            step = _joins(text, tokens, i, j)
            if not step:
                break
            j += step
        run = tokens[i:j]
        i = j
        run = _trim(run, text, sentence, within)
        if run:
            found.append(_candidate(text, run, sentence))
    return found


def _begins_with_number(tokens: list[Token], i: int, text: str, sentence: Sentence) -> bool:
    token = tokens[i]
    return (
        token.text.isdigit()
        and i + 1 < len(tokens)
        and tokens[i + 1].capital
        and _gap(text, token, tokens[i + 1]) == " "
        and (len(token.text) < 4 and tokens[i + 1].text.lower() not in lexicon.MONTHS and token.start > sentence.start)  # noqa: PLR2004 - said beside it
    )


def _gap(text: str, left: Token, right: Token) -> str:
    return text[left.end : right.start]


def _joins(text: str, tokens: list[Token], first: int, j: int) -> int:  # noqa: PLR0911 - each case answers for itself
    """How many tokens from `j` on go on with the run that ends before it; 0 when the run ends there."""
    last, token = tokens[j - 1], tokens[j]
    gap = _gap(text, last, token)
    if last.owns and not _possessive_title(text, tokens, first, j):
        return 0
    if gap in ("'s ", "’s ", "' ", "’ "):
        gap = " "
    if (
        token.capital
        and j + 1 < len(tokens)
        and tokens[j + 1].capital
        and gap in (' "', " “", " ‘", " '")
        and NICKNAME.fullmatch(text[last.end : tokens[j + 1].start])
    ):
        return 2
    if gap == " ":
        if token.text in _DATED and j + 1 < len(tokens) and tokens[j + 1].text.lower() in lexicon.MONTHS:
            return 0
        if token.capital:
            return 1
        if _NUMBER.fullmatch(token.text):
            return 1 if last.capital and last.text.lower() not in lexicon.MONTHS and len(token.text) <= 4 else 0  # noqa: PLR2004
        if _ORDINAL.fullmatch(token.text) and last.text.lower() not in lexicon.MONTHS:
            return 2 if j + 1 < len(tokens) and tokens[j + 1].capital and _gap(text, token, tokens[j + 1]) == " " else 0
        return _connects(text, tokens, first, j)
    if gap in (": ", " - ", " – ") and token.capital:
        return 1 if _subtitle(text, tokens, first, j, gap) else 0
    return 0


def _subtitle(text: str, tokens: list[Token], first: int, j: int, gap: str) -> bool:
    """Whether "A: B" is a title with its subtitle, not a label, a cast line or a speaker."""
    left = [t.text for t in tokens[first:j]]
    right = [t.text for t in tokens[j : j + 2]]
    if (
        right[0].lower().strip(".") in lexicon.MONTHS | lexicon.WEEKDAYS
        or left[0].lower() in lexicon.word_list("label_words")
        or left[-1].lower() in lexicon.word_list("label_words")
        or personal(left)
        or personal(right)
    ):
        return False
    if right[0] in {"A", "An", "The", "No", "It", "This"} and re.match(
        r" [a-z]", text[tokens[j].end : tokens[j].end + 2]
    ):
        return False  # "HARBOR: A third season was announced"
    start = tokens[first].start
    line = text.rfind("\n", 0, start) + 1
    opening = not text[line:start].strip(" \t•*-–—·▪■●○◦★☆➤▶►>\"“'‘")
    whole = text[start : tokens[j].end]
    if opening and gap == ": ":
        return text.count(whole) > 1 or bool(
            re.match(r"[^\n:;]{4,60}? [(a-z]", text[tokens[j].start : tokens[j].start + 70])
        )
    if opening or gap != ": ":
        return text.count(whole) > 1
    return left[0].lower() not in lexicon.FUNCTION or len(left) > 1


def _sentence_start(text: str, start: int) -> bool:
    return not text[max(0, start - 3) : start].strip(" \n\"'“‘") or text[:start].rstrip(" \"'“‘")[-1:] in ".!?:;\n•"


def _possessive_title(text: str, tokens: list[Token], first: int, j: int) -> bool:  # noqa: PLR0911 - each case answers for itself
    """Whether "X's" goes on as a title ("Winter's Bone") rather than naming its owner ("Ashby's Harbor")."""
    if personal([t.text for t in tokens[j : j + 2]]):
        return False
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


def _connects(text: str, tokens: list[Token], first: int, j: int) -> int:  # noqa: PLR0911 - each case answers for itself
    """How many small words and the capital behind them ("of", "of the", "in the") belong to the run."""
    small = tokens[j].text
    k = j + 1
    if (
        small in {"the", "a", "an", "but"}
        and k < len(tokens)
        and tokens[k].capital
        and _gap(text, tokens[j], tokens[k]) == " "
    ):
        last = tokens[j - 1].text
        left = [t.text for t in tokens[first:j]]
        if _PRIZE.match(text, tokens[k].start):
            return 0
        known = " ".join(left) in lexicon.organizations() or personal(left) or last in lexicon.adjectives()
        starts = tokens[first].text.lower() in lexicon.FUNCTION and not text[: tokens[first].start].rstrip(
            " \"'“‘"
        ).endswith((",", "'s", "’s", "in", "of"))
        return 0 if known or (starts and len(left) == 1 and _sentence_start(text, tokens[first].start)) else 2
    if small in _PARTICLES and k < len(tokens) and tokens[k].capital and _gap(text, tokens[j], tokens[k]) == " ":
        return 2 if tokens[j - 1].text.lower() not in lexicon.FUNCTION else 0
    if small in _PARTICLES and k + 1 < len(tokens) and tokens[k].text in _PARTICLES and tokens[k + 1].capital:
        return 3
    if small not in _PREPOSITIONS or k >= len(tokens) or _gap(text, tokens[j], tokens[k]) != " ":
        return 0
    left = [t.text for t in tokens[first:j]]
    if tokens[k].text in _ARTICLES:
        if k + 1 >= len(tokens) or not tokens[k + 1].capital or _gap(text, tokens[k], tokens[k + 1]) != " ":
            return 0
        return 3 if _title_goes_on(left, small, tokens[k + 1].text, article=True) else 0
    if not tokens[k].capital:
        return 0
    return 2 if _title_goes_on(left, small, tokens[k].text, article=False) else 0


# "New on Netflix", "Drama for HBO": where something is shown is no part of its name.
_SHOWN_ON = frozenset(
    name
    for name, kind in lexicon.organizations().items()
    if kind in {"streamer", "broadcaster"} and name not in lexicon.ambiguous()
)


def _title_goes_on(left: list[str], small: str, right: str, *, article: bool) -> bool:  # noqa: PLR0911 - each case answers for itself
    whole = " ".join(left)
    known = whole in lexicon.organizations() or whole in lexicon.places() or whole in lexicon.adjectives()
    ends = left[-2:] if all(w[0].isupper() for w in left[-2:]) else []
    named = personal(ends) and "-" in ends[-1]  # "PD Park Ji-woo of Harbor"
    if known or named or personal(left) or (small != "of" and right in _SHOWN_ON):
        return False
    if small == "of":
        return right.lower() not in lexicon.MONTHS
    if small == "to" and left == ["How"]:
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


def _trim(run: list[Token], text: str, sentence: Sentence, within: set[str]) -> list[Token]:
    """The run without sentence-initial words that are no part of a name, and without small words at its end."""
    while run and (
        (run[-1].text in SMALL and not run[-1].capital)
        or (len(run) > 1 and (_SEASON.fullmatch(run[-1].text) or run[-1].text == "PD"))
    ):
        run = run[:-1]
    if run and (vehicle := _VEHICLE.search(run[-1].text)):
        last = run[-1]
        short = replace(last, end=last.end - len(vehicle[0]), text=last.text[: vehicle.start()])
        run = [*run[:-1], short]
    while run and is_opening(run, text, sentence, within):
        run = run[1:]
        while run and not run[0].capital and not run[0].text.isdigit():
            run = run[1:]
    return run


_VEHICLE = re.compile(
    r"-(?:starrer|starring|led|directed|helmed|fronted|starrers|produced|penned|created|written|scripted|toplined|headlined)$"
)
_SEASON = re.compile(r"[Ss]\d{1,2}|Season|Series")
_PRIZE = re.compile(r"(?:[A-Z][\w’']+ ){0,3}(?:Awards?|Prize|Oscar|Emmy|Tony|Globe|Medal|Bafta|BAFTA)\b")


def _candidate(text: str, run: list[Token], sentence: Sentence) -> Candidate:
    start, end = run[0].start, run[-1].end
    if text[end : end + 1] == "!" and text[end + 1 : end + 3].strip()[:1].islower():
        end += 1
    initial = not text[sentence.start : start].strip(" \t\"'“‘([•*–—-")
    return Candidate(start, end, text[start:end], sentence, "", initial, run[-1].owns, (start, end), run)


_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*((?:[A-Z][A-Z.’' ]{2,}|[A-Z][\w’' ]{2,24})(?:, [A-Z][\w. ]{1,18})?(?: ?/ ?[A-Z][A-Z ]+)*)(?: \([^()\n]{2,20}\))? ?(?:--|–|—|-) (?=[A-Z\"“])"
)
_DASH = re.compile("[-–—]")
_WITHIN = re.compile(r"(?<=[a-z,;] )[^\W\d_a-z][\w-]+")


def candidates(document: Document) -> list[Candidate]:
    """Every candidate of a report, in order, without those of furniture."""
    found: list[Candidate] = []
    document.notes["within"] = {
        word.lower()
        for s in document.sentences
        if s.zone == BODY
        for word in _WITHIN.findall(document.text, s.start, s.end)
    }
    speech = document.notes.setdefault("speech", [])
    set_off = {s.index: quoted(document.text, s) for s in document.sentences if s.zone != FURNITURE}
    marked = {c.text for titles, _ in set_off.values() for c in titles if " " in c.text}
    longest_first = sorted(marked, key=lambda name: (-len(name), name))
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        opening = document.text[max(0, sentence.start - 1) : sentence.start + 80]
        line = _DATELINE.match(opening) if _DASH.search(opening) else None
        skip = (
            sentence.start - min(1, sentence.start) + line.end()
            if line and line.group(1).split(",")[0].isupper()
            else 0
        )
        titles, said = set_off[sentence.index]
        speech.extend(said)
        titles += heads(document, sentence, titles)
        titles += repeated_titles(document, sentence, longest_first, titles)
        titles += bracketed_titles(document, sentence, titles)
        titles += foreign_titles(document, sentence, titles)
        titles += listed_titles(document, sentence, titles)
        titles += [
            c
            for c in known_titles(document, sentence)
            if not any(t.outer[0] < c.end and c.start < t.outer[1] for t in titles)
        ]
        runs = bare(document, sentence, [c.outer for c in titles])
        found.extend(sorted((c for c in (*titles, *runs) if c.start >= skip), key=lambda c: c.start))
    return found
