"""Where names may stand: quoted titles and runs of capitals, cut where two names meet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.joins import PREPOSITIONS, connects, gap, possessive_title, subtitle
from newsreel.reading.langs.en.openings import is_opening
from newsreel.reading.langs.en.quotes import (
    NICKNAME,
    bracketed_titles,
    foreign_titles,
    known_titles,
    listed_titles,
    quoted,
    repeated_titles,
    title_like,
)
from newsreel.reading.langs.en.slates import heads, in_rows, of_headline
from newsreel.reading.langs.en.tokens import SMALL, Candidate, Token, tokens_of

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence


_STORIES = frozenset(["once"])  # "Once Upon a Time... in the Harbor"
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
        and text[token.start - 1 : token.start] not in {":", "."}  # "10:00 PBS"
        and i + 1 < len(tokens)
        and tokens[i + 1].capital
        and gap(text, token, tokens[i + 1]) == " "
        and (len(token.text) < 4 and tokens[i + 1].text.lower() not in lexicon.MONTHS and token.start > sentence.start)  # noqa: PLR2004 - said beside it
    )


def _joins(text: str, tokens: list[Token], first: int, j: int) -> int:  # noqa: C901, PLR0911 - each case answers for itself
    """How many tokens from `j` on go on with the run that ends before it; 0 when the run ends there."""
    last, token = tokens[j - 1], tokens[j]
    between = gap(text, last, token)
    if last.owns and not possessive_title(text, tokens, first, j):
        return 0
    if between in ("'s ", "’s ", "' ", "’ "):
        between = " "
    if (
        token.capital
        and j + 1 < len(tokens)
        and tokens[j + 1].capital
        and between in (' "', " “", " ‘", " '")
        and NICKNAME.fullmatch(text[last.end : tokens[j + 1].start])
    ):
        return 2
    if between == " ":
        if token.text in _DATED and j + 1 < len(tokens) and tokens[j + 1].text.lower() in lexicon.MONTHS:
            return 0
        if token.capital:
            return 1
        if _NUMBER.fullmatch(token.text):
            return 1 if last.capital and last.text.lower() not in lexicon.MONTHS and len(token.text) <= 4 else 0  # noqa: PLR2004
        if _ORDINAL.fullmatch(token.text) and last.text.lower() not in lexicon.MONTHS:
            return 2 if j + 1 < len(tokens) and tokens[j + 1].capital and gap(text, token, tokens[j + 1]) == " " else 0
        return connects(text, tokens, first, j)
    if between in ("... ", "… ", "...", "…") and token.text in PREPOSITIONS and tokens[first].text.lower() in _STORIES:
        return 2 if j + 1 < len(tokens) and tokens[j + 1].capital else 0
    if between in (": ", " - ", " – ") and token.capital:
        return 1 if subtitle(text, tokens, first, j, between) else 0
    return 0


def _trim(run: list[Token], text: str, sentence: Sentence, within: set[str]) -> list[Token]:
    """The run without sentence-initial words that are no part of a name, and without small words at its end."""
    while run and (
        (run[-1].text in SMALL and not run[-1].capital)
        or (len(run) > 1 and (_SEASON.fullmatch(run[-1].text) or run[-1].text == "PD"))
    ):
        run = run[:-1]
    if run and "-" in run[-1].text and (vehicle := _VEHICLE.search(run[-1].text)):
        last = run[-1]
        short = replace(last, end=last.end - len(vehicle[0]), text=last.text[: vehicle.start()])
        run = [*run[:-1], short]
    while run and (is_opening(run, text, sentence, within) or (len(run) > 1 and _NUMBERED.fullmatch(run[0].text))):
        run = run[1:]
        while run and not run[0].capital and (not run[0].text.isdigit() or len(run[0].text) > 3):  # noqa: PLR2004 - "In 1976 Lee"
            run = run[1:]
    return run


_VEHICLE = re.compile(
    r"-(?:starrer|starring|led|directed|helmed|fronted|starrers|produced|penned|created|written|scripted|toplined|headlined)$"
)
_NUMBERED = re.compile(r"S\d{1,2}")  # "Harbor S7: Ann Lee joins"
_SEASON = re.compile(r"[Ss]\d{1,2}|Season|Series")


def _candidate(text: str, run: list[Token], sentence: Sentence) -> Candidate:
    start, end = run[0].start, run[-1].end
    if text[end : end + 1] == "!" and text[end + 1 : end + 3].strip()[:1].islower():
        end += 1
    initial = not text[sentence.start : start].strip(" \t\"'“‘([•*–—-")
    return Candidate(start, end, text[start:end], sentence, "", initial, run[-1].owns, (start, end), run)


_SHORT = 40  # code points of speech that looks like a title, "Not Again!"
_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*((?:[A-Z][A-Z.’' ]{2,}|[A-Z][\w’' ]{2,24})(?:, [A-Z][\w. ]{1,18})?(?: ?/ ?[A-Z][A-Z ]+)*)(?: \([^()\n]{2,20}\))? ?(?:--|–|—|-) (?=[A-Z\"“])"
)
_DASH = re.compile("[-–—]")
_WITHIN = re.compile(r" (?<=[a-z,;] )([^\W\d_a-z][\w-]+)")


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
    known = known_titles(document)
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
        titles += in_rows(document, sentence, titles)
        titles += heads(document, sentence, titles)
        titles += of_headline(document, sentence, titles)
        titles += repeated_titles(document, sentence, longest_first, titles)
        titles += bracketed_titles(document, sentence, titles)
        titles += foreign_titles(document, sentence, [*titles, *known.get(sentence.index, ())])
        titles += listed_titles(document, sentence, titles)
        titles += [
            c
            for c in known.get(sentence.index, ())
            if not any(t.outer[0] < c.end and c.start < t.outer[1] for t in titles)
        ]
        called_out = [(a, b) for a, b in said if b - a < _SHORT and title_like(document.text[a + 1 : b - 1])]
        runs = bare(document, sentence, [*(c.outer for c in titles), *called_out])
        found.extend(sorted((c for c in (*titles, *runs) if c.start >= skip), key=lambda c: c.start))
    return found
