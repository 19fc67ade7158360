"""Books and webtoons that come to the screen under their own name: the work made is another than its source.

"웹툰 '가'가 드라마로 만들어진다. 주연은 …": only the source is named, yet all that follows is said of the drama.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.lexicon import alternation, words

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_PRINT = frozenset({"book", "webtoon", "manga"})
_PRINT_BEFORE = re.compile(rf"(?:{alternation(w for w, k in words().type_of.items() if k in _PRINT)}|원작)(?:인)? ?$")
_NEAR = 16  # characters before a title that its type may take
_BECOMES = re.compile(
    r"(?:\([^()]*\))?(?: ?(?:→|➔|⇒|➡) ?(?P<arrow>[가-힣A-Za-z+])|(?:을|를|이|가|은|는|도|의)? ?(?:[^.,]{0,30}? )?"
    r"(?:(?P<kind>드라마|영화|시리즈|애니메이션|시트콤|웹드라마)(?:으로|로) (?:[^ .,]{1,8} ){0,2}?"
    r"(?:만들|(?:공동 ?)?제작|재탄생|탄생|옮|다시 (?:태어|만)|각색|시청자|관객|나온|나와|만나|볼 수|찾아|선보)|"
    r"(?P<short>드라마|영화|시리즈|영상|실사)화(?=[되된돼한하를가을 ]|로 )|(?P<screen>스크린)(?:으로|에) (?:옮|펼)|"
    r"(?:원작|바탕|토대)으로 (?:한|하는|삼은|만든) "
    r"(?:[^ .,]{1,8} )?동명의? (?:[^ .,]{1,8} )?(?P<same>드라마|영화|시리즈|애니메이션)))"
)


def split(document: Document) -> None:
    """Tell a work from the source of its name: notes "screened" holds, by source, the work and where it is told."""
    found: dict[int, tuple[Referent, Referent, Sentence, str]] = {}
    works = [m for m in document.mentions if m.kind == "W" and m.referent is not None]
    counts = Counter(m.referent.name for m in works if m.referent is not None)
    for mention in works:
        source = mention.referent
        if source is None or source.facts.get("type") not in _PRINT or id(source) in found:
            continue
        sentence = document.sentence_at(mention.start)
        if sentence is None or sentence.zone == FURNITURE or counts[source.name] < max(counts.values()):
            continue
        kind = _told(document, sentence, mention, works)
        if kind is not None:
            made = _own(document, source) or document.refer("work", source.name)
            for name in source.names:
                made.call(name)
            if kind:
                made.facts.setdefault("type", kind)
            found[id(source)] = (source, made, sentence, kind)
    for mention in works:
        if id(mention.referent) in found and not _PRINT_BEFORE.search(
            document.text, max(0, mention.start - _NEAR), mention.start
        ):
            mention.referent = found[id(mention.referent)][1]
    document.notes["screened"] = found


def _own(document: Document, source: Referent) -> Referent | None:
    """The work made from a source where the report's titles have told the two apart already."""
    return next(
        (
            r
            for r in document.referents
            if r is not source and (r.kind, r.name) == ("work", source.name) and r.facts.get("type") not in _PRINT
        ),
        None,
    )


def _told(document: Document, sentence: Sentence, mention: Mention, works: list[Mention]) -> str | None:
    """What a source becomes by the words behind it: a type, "" where they give none, None where it becomes nothing."""
    m = _BECOMES.match(document.text, mention.end, sentence.end)
    if m is None or any(mention.end <= w.start < sentence.end for w in works):
        return None
    return "film" if m["screen"] else words().type_of.get(m["kind"] or m["short"] or m["same"] or "", "")


def made(document: Document, main: Referent | None) -> Referent | None:
    """The main work, or the one made from it where that is a source which the report sees come to the screen."""
    found = document.notes.get("screened", {}).get(id(main))
    return found[1] if found else main


def drafts(document: Document) -> Iterator[Draft]:
    """The works made from sources of their name, and what they are."""
    for source, work, sentence, kind in document.notes.get("screened", {}).values():
        span = (sentence.start, sentence.end)
        yield Draft("based_on", work, source, sentence, *span, "ko/source/screened", slots={"relation": "adaptation"})
        if kind:
            yield Draft("work_type", work, kind, sentence, *span, "ko/source/screened-type")


_OF_THE_SCREEN = frozenset({"platform", "cast_member", "director", "screenwriter"})


def pass_on(document: Document, told: list[Draft]) -> None:
    """Give the work made what is said by its source's title and can be true of no book: who shows it, who plays."""
    found = document.notes.get("screened", {})
    for draft in told:
        made_here = found.get(id(draft.subject))
        if made_here and (draft.predicate in _OF_THE_SCREEN or _shows(draft)):
            draft.subject = made_here[1]


def _shows(draft: Draft) -> bool:
    return draft.predicate == "release_date" and draft.rule == "ko/date/shown"
