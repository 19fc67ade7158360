"""What is handed from one to the next: "A hands the tiara to B, C his pen to D", "E inherits the Professor from F".

What is worn on screen tells a part, what somebody works with tells a post; of both only who gets it is told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.deeds import words
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.mask import Masked

_P, _C, _X = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "PCX")
_THING = rf"(?:the|his|her|their|its) (?:part of |role of |mantle of )?(?:[a-z’'-]+ ){{0,2}}?(?P<thing>{_C}|{_X}|[a-z]+(?: [a-z]+)?)"
_GIVES = r"(?:hands?|gives?|gave|passes|passed|handed|given|lends|lent|surrenders|surrendered|yields|yielded|cedes|ceded|leaves|left|bequeaths|bequeathed)"
_TAKES = r"(?:takes?|took|taken|inherits?|inherited|gets?|got|receives?|accepts?|picks? up|picked up|borrows?)"
_TO = re.compile(
    rf"{_P},? (?:(?:has|have|had|will|is to|duly|now|then|also) )*{_GIVES}(?: over| on| down)? {_THING}(?: back)?(?: on| over| down)? to (?P<who>{_P})(?!['’])"
)
_FROM = re.compile(
    rf"(?P<who>{_P}),? (?:(?:has|have|had|will|is to|duly|now|then|also) )*{_TAKES}(?: over| up)? {_THING}(?: over| back)? from {_P}"
)
_GAP_TO = re.compile(rf"(?:,|,? and|;|,? while) {_P} {_THING} to (?P<who>{_P})(?!['’])")
_GAP_FROM = re.compile(
    rf"(?:,|,? and|;|,? while) (?P<who>{_P}) (?:(?:the|his|her) )?(?P<thing>{_C}|{_X}|[a-z]+) from {_P}"
)
_HANDED = Sought(
    r"\b(?:hand|g[ai]ve|pass|lend|lent|surrender|yield|cede|leav|left|bequeath|take|took|inherit|gets?\b|got\b|receiv|accept|pick|borrow)[a-z]* (?:[a-z]+ )?(?:the|his|her|their|its) "
)


def handovers(document: Document) -> Iterable[Draft]:
    """Parts and posts of those to whom somebody hands what belongs to them."""
    for sentence in document.sentences:
        masked = sentence.masked
        if (
            sentence.zone != FURNITURE
            and masked is not None
            and document.may_stand(_HANDED, sentence.start, sentence.end)
        ):
            for first, next_one in ((_TO, _GAP_TO), (_FROM, _GAP_FROM)):
                for m in first.finditer(masked.text):
                    yield from _row(document, sentence, masked, m, next_one)


def _row(
    document: Document, sentence: Sentence, masked: Masked, m: re.Match[str] | None, next_one: re.Pattern[str]
) -> Iterator[Draft]:
    while m is not None:
        yield from _handed(document, sentence, masked, m)
        m = next_one.match(masked.text, m.end())


def _handed(document: Document, sentence: Sentence, masked: Masked, m: re.Match[str]) -> Iterator[Draft]:
    who = masked.mentions_in(m["who"])[0]
    work = document.work_at(masked.position(m.start()))
    played = masked.mentions_in(m["thing"])
    thing = "" if played else m["thing"]
    predicate = "cast_member" if played or {thing, thing.split(" ")[-1]} & words("worn").keys() else ""
    predicate = predicate or words("tools").get(thing, words("tools").get(thing.split(" ")[-1], ""))
    if work is None or who.referent is None or who.indirect or not predicate:
        return
    if predicate == "cast_member" and who.referent.facts.get("craft") in {"director", "writer", "producer", "crew"}:
        return
    slots = {"character": played[0].text} if played else {}
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    rule = f"en/handed/{predicate.replace('_', '-')}"
    yield Draft(predicate, work, who.referent, sentence, start, end, rule, slots, mention=who)
