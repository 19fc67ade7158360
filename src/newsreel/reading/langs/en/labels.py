"""Labels with what they list: "Director: Ann Lee", "Wr-Dir: Bo Kim", "Start: April, Dakar", "What: six-part Italian drama".

A label says a predicate, or a facet (`_FACETS`) of which the kind of each thing listed tells the predicate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from newsreel.reading.dates import resolve
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.grids import country_code
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_KINDS = {
    "production_company": "O", "distributor": "O", "platform": "O", "filming_location": "LX", "filming_start": "D", "release_date": "D",
}  # fmt: skip
_FACETS: dict[str, dict[str, str]] = {
    "shoot": {"D": "filming_start", "L": "filming_location"},
    "showing": {"D": "release_date", "O": "platform"},
    "home": {"O": "platform"},
    "kind": {"T": "work_type", "G": "genre", "A": "country", "N": "episodes"},
    "money": {"O": "production_company"},
    "place": {"O": "platform", "L": "filming_location"},
    "wrap": {"D": "filming_end", "L": "filming_location"},
    "territory": {"O": "distributor"},
    "status": {"D": "", "E": ""},
    "gone": {"P": "cast_member"},
}
_OPEN = frozenset({"kind", "showing", "home", "shoot", "place"})  # other words may stand between what these list
# What a status says, by the first of its words that is known.
_STAGES = {
    "completed": r"complet\w+|wrapped|in the can|finished|done", "post_production": r"post\b|post-production|in post|editing",
    "pre_production": r"pre-?production|prep(?:ping|aration)?\b|in prep", "filming": r"film(?:ing|ed)|shooting|in production|rolling|cameras",
    "development": r"development|in development|scripting|writing", "announced": r"announced|greenlit|ordered|commissioned",
    "released": r"released|out now|in cinemas|aired|airing", "cancelled": r"cancel\w+|axed|dropped|scrapped", "renewed": r"renewed",
    "postponed": r"postponed|delayed|on hold|paused|on hiatus",
}  # fmt: skip
_STAGE = re.compile("|".join(rf"(?P<{stage}>\b(?:{words}))" for stage, words in _STAGES.items()), re.IGNORECASE)
_SHOWING = frozenset({"streamer", "broadcaster"})
_LABEL = re.compile(
    r"(?:^|[.;|•\n] ?|^[•*\-–—>▪ ]+)((?:[A-Za-z][A-Za-z’'.]*(?:(?: ?[/&+] ?|[- ]|, )[A-Za-z’'.]+){0,4}?))(?:\(s\))?\.? ?: ?$"
)
_IN_BRACKETS = re.compile(r"[(,;] ?(p|ep|w|d|wr|dir|prod|scr|sc|dop)s?: ?$", re.IGNORECASE)
# a label that opens a line may stand before other marks than a colon: "Director – Ann Lee", "Music ..... Bo Kim", "Cast | Cy Roe"
_OPENS = re.compile(
    r"[•*\-–—>▪ ]*(?P<label>[A-Za-z][A-Za-z’'./& -]{1,28}?) ?(?: [–—-] | ?\.{3,} ?| ?… ?| ?\| ?|\t+| ?= | → )"
)
_SHORT = {
    "p": "producer",
    "ep": "executive_producer",
    "w": "screenwriter",
    "wr": "screenwriter",
    "d": "director",
    "sc": "screenwriter",
}
_LISTED = re.compile(
    r"(?:\s|,|;|&|/|\+|and|with|plus|since|from|to|in|on|at|for|through|until|till|around|via|[\"“”'‘’–—-])*"
)
_LOOSE = re.compile(r"(?!.*\b(?:not|no|never|nobody|after|unlike|as in|last)\b)[^.;:()]{0,40}")
_ENDS = re.compile(r"\b(?:through|until|till|to) $|\d ?[–-] ?$")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r" ?[/&+] ?|,? and |, |(?<!co)-(?=[a-z]+$)")


@cache
def labels() -> dict[str, str]:
    """Label in lower case -> predicate or facet."""
    return {str(word): what for what, row in load_data("en", "labels").items() for word in row}


def predicates_of(label: str, *, short: bool = False) -> list[str]:
    """What a label lists: "Writer/Director" both; [] where a part of it is no label. `short`: "p", "ep" in brackets."""
    known: Mapping[str, str] = {**labels(), **_SHORT} if short else labels()
    whole = label.lower().removeprefix("the ").strip(" .")
    if whole in known:
        return [known[whole]]
    if country_code(label):
        return ["territory"]
    parts = [part.strip(" .") for part in _PARTS.split(whole)]
    return [known[part] for part in parts] if all(part in known for part in parts) else []


def labelled(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """The claims of every label of a sentence."""
    text = document.text
    for m in re.finditer(r": ?", text[sentence.start : sentence.end]):
        colon = sentence.start + m.start()
        head = _LABEL.search(text[sentence.start : colon + len(m.group())])
        short = None if head else _IN_BRACKETS.search(text[sentence.start : colon + len(m.group())])
        head = head or short
        if head is None:
            continue
        work = _before_bracket(document, sentence, colon) if short else document.work_at(colon)
        found = predicates_of(head.group(1), short=short is not None)
        yield from _listed(document, sentence, (sentence.start + head.start(1), colon + 1), work, found)
    opening = _OPENS.match(text, sentence.start, sentence.end)
    if opening is not None and (found := predicates_of(opening["label"])):
        place = (opening.start("label"), opening.end())
        yield from _listed(document, sentence, place, document.work_at(sentence.start), found)


def opens_with(document: Document, sentence: Sentence, what: str) -> bool:
    """Whether a sentence begins with a label of a predicate or facet and a colon: "Start: April"."""
    colon = document.text.find(":", sentence.start, min(sentence.end, sentence.start + 30))
    return colon > 0 and what in predicates_of(document.text[sentence.start : colon].strip(" •*-–—>▪"))


def _before_bracket(document: Document, sentence: Sentence, colon: int) -> Referent | None:
    """The work whose bracket a label stands in: "Harbor (p: Ann Lee, d: Bo Kim)"."""
    opening = document.text.rfind("(", sentence.start, colon)
    works = [m for m in sentence.mentions if m.kind == "W" and m.end <= opening and opening - m.end <= 2]  # noqa: PLR2004 - a space and a mark
    return works[-1].referent if works else None


def _listed(
    document: Document, sentence: Sentence, label: tuple[int, int], work: Referent | None, found: list[str]
) -> Iterator[Draft]:
    """Claims of what stands behind a label (`label`: where it begins and where its list does) and, bare, in the next sentence of its line."""
    for what in found if work is not None else ():
        facet = _FACETS.get(what) or dict.fromkeys(_KINDS.get(what, "P"), what)
        home: Sentence | None = sentence
        start, dated = label[1], False
        while home is not None and work is not None:
            last = start
            for m in members(document, home, start, "".join(facet), loose=what in _OPEN):
                if m.kind == "D" and dated and what != "shoot":
                    break
                last, dated = m.end, dated or m.kind == "D"
                for predicate, value in _meant(document, m, facet, what):
                    begins = label[0] if home is sentence else m.start
                    rule = f"en/credits/{predicate.replace('_', '-')}"
                    draft = Draft(predicate, work, value, home, begins, m.end, rule, mention=m)
                    if what == "gone":
                        draft.status, draft.fixed = "denied", True
                    yield draft
            if what == "kind":
                yield from _kinds(document, home, start, work)
            elif what == "status":
                yield from _status(document, home, start, work)
            whole = what == "shoot" and not document.text[last : home.end].strip(" .")
            home = _next(document, home) if whole else None
            start = home.start if home is not None else start


def _status(document: Document, sentence: Sentence, start: int, work: Referent) -> Iterator[Draft]:
    """As in "Status: Pre-production", "Status: completed; at Cannes in May"; a stage that has its day is told by that."""
    said = _STAGE.search(document.text, start, min(sentence.end, start + 30))
    if (
        said is None
        or said.lastgroup is None
        or document.text[start : said.start()].strip().lower() not in {"", "in", "now", "in post"}
    ):
        return
    dated = any(m.kind == "D" and 0 <= m.start - said.end() < len(" from ") + 1 for m in sentence.mentions)
    if not dated:
        yield Draft("production_status", work, said.lastgroup, sentence, said.start(), said.end(), "en/credits/status")


_WORD = re.compile(r"[A-Za-z][A-Za-z -]*[A-Za-z]")


def _kinds(document: Document, sentence: Sentence, start: int, work: Referent) -> Iterator[Draft]:
    """Types written with a capital behind a label: "Type: Series", "Format: Feature documentary"."""
    said = _WORD.match(document.text, start + (document.text[start : start + 1] == " "), sentence.end)
    words = said[0].lower().split() if said else []
    types = lexicon.lexemes("types")
    for n in range(min(len(words), 3), 0, -1):
        kind = types.get(" ".join(words[:n])) or types.get(" ".join(words[-n:]))
        if said is not None and kind:
            yield Draft("work_type", work, kind, sentence, said.start(), said.end(), "en/credits/work-type")
            return


def _next(document: Document, sentence: Sentence) -> Sentence | None:
    """The next sentence of a line where that is a list of places or days and nothing more."""
    if sentence.index + 1 >= len(document.sentences):
        return None
    after = document.sentences[sentence.index + 1]
    listed = [m for m in after.mentions if m.kind in "LD"]
    if after.paragraph != sentence.paragraph or not listed:
        return None
    rest, here = "", after.start
    for m in listed:
        rest, here = rest + document.text[here : m.start] + "|", m.end
    rest += document.text[here : after.end]
    return after if all(_LISTED.fullmatch(piece) for piece in rest.strip(" .").split("|")) else None


def _meant(document: Document, m: Mention, facet: Mapping[str, str], what: str) -> Iterator[tuple[str, Any]]:
    """Predicates and objects of one thing listed."""
    predicate = facet[m.kind]
    shows = m.kind == "O" and org_kind(m.referent, m.text) in _SHOWING
    if not predicate or (m.kind == "O" and what in {"showing", "home", "place"} and not shows):
        return
    if shows and what == "territory":
        predicate = "platform"
    if shows and what in {"money", "production_company"}:
        if not _BUYS.search(document.text, max(0, m.start - 60), m.start):
            if what == "production_company":
                yield predicate, m.referent
            return
        predicate = "platform"
    if predicate == "filming_start":
        yield from _shoot(document, m)
    elif predicate == "episodes":
        if isinstance(m.value, int) and m.value > 1 and _PIECES.match(document.text, m.end):
            yield predicate, m.value
    elif m.kind in "TGA":
        yield predicate, m.value
    else:
        yield predicate, m.referent or (resolve(m.value, future=None).edtf if m.kind == "D" else m.text)


# "Element Pictures for BBC One and RTÉ"
_BUYS = re.compile(r"\b(?:for|with) (?:the )?(?:[A-Z][\w+ ]{1,20}(?:, | and ))?$")
_RANGE = re.compile(r"\b(?:to|through|until|till)\b|[–-]")


def _shoot(document: Document, m: Mention) -> Iterator[tuple[str, str]]:
    """First and last days of a shoot: "April 13 to July" has both, "through July" the last."""
    day = resolve(m.value, future=None).edtf
    first, _, last = day.partition("/") if _RANGE.search(m.text) else (day, "", "")
    if last:
        yield "filming_end", last
    yield "filming_end" if _ENDS.search(document.text, max(0, m.start - 10), m.start) else "filming_start", first


_PIECES = re.compile(r"[ -](?:episodes?|parts?|parters?|eps?|hours|chapters|instal+ments)\b|$|\n")


def members(
    document: Document, sentence: Sentence, start: int, kinds: str, *, loose: bool = False
) -> Iterator[Mention]:
    """The mentions of a list from `start` on, those in brackets left out; `loose`: other words may stand between."""
    here = start
    between_ = _LOOSE if loose else _LISTED
    for m in sentence.mentions:
        if m.start < here:
            continue
        between = _BRACKETED.sub("", document.text[here : m.start])
        if not between_.fullmatch(between):
            if "(" in document.text[here : m.start] and ")" not in document.text[here : m.start]:
                continue
            return
        if loose and m.kind == "W" and here == start:
            here = m.end
            continue
        if m.kind not in kinds or (m.kind in "PO" and m.referent is None):
            if loose:
                continue
            return
        yield m
        here = m.end
        if kinds == "D":
            return
