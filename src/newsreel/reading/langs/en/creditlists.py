"""Titles that look like names, told by the list they stand in; titles of other languages, told by where they end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

# "her appearances in A, B, C", "works, including A and B", "credits include A": what is listed there are works.
_LISTS_WORKS = re.compile(
    r"\b(?:(?:appearances?|roles?|turns?|parts?|performances?|starred|starring(?= (?:in|on))|appeared|acted|seen|hits?|works?|credits?|projects?|"
    r"dramas?|films?|movies?|series|shows?|titles?|releases)(?:,? (?:such as|including|include|includes|like))?(?: (?:in|on))?|"
    r"(?:known|praised|acclaimed|lauded|recogni[sz]ed) for):? [\"“‘]?$"
)
_NEXT = re.compile(r"[\"”’]?(?: ?\([^()]*\))?(?:,|,? and|,? or| &) [\"“‘]?")
# "… and Bo Roe in Kite": who does something is no member of the list before.
_DOES = re.compile(
    r" (?:in|as|will|has|is|was|who|(?!films|series|shows|dramas|movies|years|others)[a-z]{2,}(?:s|ed))\b"
)
_TYPE = re.compile(
    r"\b(?:films?|movies?|series|dramas?|novels?|comed(?:y|ies)|thrillers?|shows?|musicals?|hit) [\"“‘]?$"
)
_ARTICLE = frozenset(
    {"Les", "La", "Le", "L", "Un", "Une", "Des", "El", "Los", "Las", "Una", "Il", "Lo", "Gli", "I", "Der", "Die", "Das", "Ein", "O", "Os", "As"}
)  # fmt: skip
# Small words of other languages that go on with a title in lower case, and what may end it.
_SMALL = frozenset(
    "lo la le les de du des del della dei di da do dos das que qui el los las en y e und et au aux pas ne sur dans con por para mi tu su se un una une uno una los mais mon ma mes na w z och på ett ve bir no ga wa wo ni".split()  # noqa: SIM905 - reads better
)
_MORE = re.compile(
    r"(?: [a-zà-ÿ’'ığşçöüńłśż]+){2,6}?(?=[.,;:!?)\"”]|$| (?:is|was|has|will|on|from|by|with|which|and|starring|in)\b)"
)
_TAIL = re.compile(r"(?: [a-zà-ÿ’']+){1,4}(?=[.,;:!?)\"”]|$)")


def credit_lists(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """Members of a list of works are works, if at least one of them surely is: "appearances in Harbor, Dong Yi, etc."."""
    run: list[Candidate] = []
    for c in [*found, None]:
        if (
            run
            and c is not None
            and c.sentence is run[-1].sentence
            and _NEXT.fullmatch(document.text[run[-1].outer[1] : c.outer[0]])
        ):
            run.append(c)
            continue
        if len(run) > 1 and _LISTS_WORKS.search(
            document.text[max(run[0].sentence.start, run[0].outer[0] - 60) : run[0].outer[0]]
        ):
            rows = [lexicon.key(m.text) for m in run]
            doers = {lexicon.key(m.text) for m in run if _DOES.match(document.text, m.outer[1])}
            if any(judged[k][0] == "W" for k in rows if k in judged):
                for k in rows:
                    if k in judged and judged[k][0] in "PCXN" and k not in doers:
                        judged[k] = ("W", 1.0, ("one of a list of works",))
        run = [c] if c is not None else []


def foreign_titles(document: Document, found: list[Candidate]) -> list[Candidate]:
    """A title of another language goes on in lower case: "the film Les Émotifs anonymes"."""
    out = []
    for c in found:
        before = document.text[max(0, c.start - 24) : c.outer[0]]
        foreign = not c.quoted and (c.text.split()[0] in _ARTICLE or not c.text.isascii())
        tail = _TAIL.match(document.text, c.end) if foreign and _TYPE.search(before) else None
        if tail is None and not c.quoted and " " not in c.text:
            more = _MORE.match(document.text, c.end)
            words = more[0].split() if more else []
            if (
                words
                and (words[0] in _SMALL or c.text in _ARTICLE)
                and not any(w in lexicon.words("common") for w in words if w not in _SMALL)
            ):
                tail = more
        if tail and not any(word in lexicon.words("common") and word not in _SMALL for word in tail[0].split()):
            c = replace(  # noqa: PLW2901 - the same candidate, grown
                c, end=tail.end(), text=c.text + tail[0], outer=(c.outer[0], tail.end()), quoted="foreign"
            )
        out.append(c)
    return out
