"""Who plays whom, where the verb is said once: "Ann Lee is Rin, Bo Kim her brother and Cy Roe the detective Colm"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import BRACKET, macros
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

_P, _W, _C, _A, _J, _X = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "PWCAJX")
_DET = rf"(?:the|an?|his|her|their|its|one of the|(?:{_C}|{_P})['’]s?)"
_ASIDE = rf"(?: ?{BRACKET})?(?:, (?!(?:and|with|while|but)\b)[a-z\d][^,;.()]{{2,70}},)?"
_MAKERS = frozenset({"director", "writer", "producer", "crew"})
_SEPARATE = re.compile(
    r"^(?:that of |as |the (?:part|role) of )|^(?:the|an?|his|her|their|its|one of the) ", re.IGNORECASE
)


@cache
def _head() -> re.Pattern[str]:
    """The part that is said with its verb."""
    noun = macros()["rolenoun"]
    np = rf"(?:{_DET} (?:[\w’'-]+ |{_A} ){{0,6}}?(?:{noun}\b|{_C}|{_P}(?=[,;.]|,? and))|(?:[a-z-]+ ){{0,2}}{_C}|(?:[A-Z][a-z]+ ){{0,2}}{_P}(?=[,;.]|,? and))"
    verb = r"(?:is|are|was|were|plays?|played|playing|portrays?|voices?|voiced|takes on|has|gets|takes|will (?:be|play)|is to (?:be|play)|has been|stars as|appears as|as)"
    return re.compile(rf"{_P}{_ASIDE},? {verb} (?:again |now |also |back as )?(?:the (?:part|role) of |that of )?{np}")


@cache
def _gap() -> re.Pattern[str]:
    """A part whose verb is that of the part before."""
    noun = macros()["rolenoun"]
    end = rf"(?=[,;.:)—–]| who\b| whose\b| and {_P}| in\b| with\b| of\b| from\b| on\b| once\b| again\b|$)"
    return re.compile(
        rf"(?:[,;]|,? and|,? while|,? but|,? plus)(?: then| finally| the {_A})? (?P<actor>{_P}){_ASIDE},? (?:as |that of )?"
        rf"(?:(?P<role>{_DET} (?:[\w’'-]+ |{_A} ){{0,5}}?{noun})(?:,? (?P<c1>{_C}|{_P}(?=[,;.]|$)|{_X}(?=[,;.]|$)))?"
        rf"|(?P<role2>{_DET} (?:[a-z][\w’'-]* |{_A} ){{0,5}}?|(?:cousin|fellow|{noun}) )(?P<c2>{_C})(?!['’]s)"
        rf"|(?P<role3>{_DET} (?:[a-z][\w’'-]* |{_A} ){{0,3}}?[a-z][\w’'-]*),? (?P<c3>{_C})(?!['’]s)){end}"
    )


def parts(document: Document) -> Iterable[Draft]:
    """Parts in a row of which the first alone has a verb."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone == FURNITURE or masked is None or masked.text.count(kind_char("P")) < 2:  # noqa: PLR2004 - two people
            continue
        if (head := _head().search(masked.text)) is None:
            continue
        yield from _row(document, sentence, masked, head)


def _row(document: Document, sentence: Sentence, masked: Masked, head: re.Match[str]) -> Iterator[Draft]:
    first = masked.mentions_in(head.group())[0]
    work = document.work_at(first.start)
    if work is None or first.referent is None or first.referent.facts.get("craft") in _MAKERS:
        return
    for m in _gap().finditer(masked.text, head.start() + 2):
        actor = masked.mentions_in(m["actor"])[0]
        if actor.referent is None or actor.referent is first.referent or actor.referent.facts.get("craft") in _MAKERS:
            continue
        played = masked.mentions_in(m["c1"] or m["c2"] or m["c3"] or "")
        yield _draft(sentence, masked, m, actor, played, work)


def _draft(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    sentence: Sentence, masked: Masked, m: re.Match[str], actor: Mention, played: list[Mention], work: Referent
) -> Draft:
    role = _SEPARATE.sub(
        "", _SEPARATE.sub("", masked.plain(m["role"] or m["role2"] or m["role3"] or "").strip())
    ).strip()
    slots = {"role": role} if role else {}
    if played:
        slots["character"] = played[0].text
    end = masked.position(m.end(), end=True)
    return Draft(
        "cast_member", work, actor.referent, sentence, actor.start, end, "en/cast/gapped", slots, mention=actor
    )
