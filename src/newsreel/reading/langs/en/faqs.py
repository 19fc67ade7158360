"""Questions that a report asks itself, and interviews: what the sentence behind a question tells without a verb of its own.

"Where was it filmed? In and around Broome." "How many episodes are there? Eight." "Who directs? Ann Lee." And in an
interview: "I play Moira, who runs the chip shop."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.dates import resolve
from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.interviews import guest
from newsreel.reading.langs.en.phrases import NUMBER_WORDS
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_ENDS = re.compile(r"\?[\"”’')\]*]*$")
# What is asked, by predicate; the first that fits counts.
_ASKED = (
    ("filming_location", r"\b[Ww]here\b[^?]*\b(?:film\w*|shot|shoot\w*)\b|\b(?:you|they|he|she|it)(?: all)? (?:all )?(?:shot|filmed|film|shoot)\b[^?]* (?:in|at|around)\b|\b(?:was|is|were) (?:it|this|that|[A-Z][^?]{1,40}) (?:all )?(?:filmed|shot)\b[^?]* (?:in|at|around)\b"),
    ("episodes", r"\b[Hh]ow many (?:episodes|parts|instal?ments)\b"),
    ("platform", r"\b(?:[Ww]here|[Hh]ow) (?:can|do|will|could|to)\b[^?]*\b(?:watch|see|stream)|\b[Ww]hat (?:channel|platform|network|time and channel)\b|\b[Ww]here (?:is|will)\b[^?]*\b(?:streaming|showing|airing|air|stream)\b"),
    ("release_date", r"\b[Ww]hen (?:is|does|will|do|did|can|are|was)\b(?![^?]*\b(?:film(?:ed|ing|)|shoot\w*|shot|set|take place|born|written|cast)\b)[^?]*\b(?:out|releas\w+|air\w*|premier\w+|on|start\w*|com(?:e|ing)|return\w*|land\w*|drop\w*|stream\w*|watch|arriv\w+|begin\w*|back|see)\b"),
    ("cast_member", r"\b[Ww]ho(?:['’]s| is| are|['’]ll be| will be|['’]re)? (?P<part>plays?|playing|portrays?|voices?|portraying)\b|\b[Ww]ho(?:['’]s| is| are|['’]ll be| will be| else|['’]re)?\b[^?]*\b(?:in (?:it|the cast|the (?:film|series|show|movie|drama|new season))|star(?:s|ring)?|cast|returning|coming back|joining|back)\b"),
    ("director", r"\b[Ww]ho(?:['’]s| is| are| will be| will)? (?:direct\w*|behind the camera|at the helm|the director)\b"),
    ("screenwriter", r"\b[Ww]ho(?:['’]s| is| are| has)? (?:wr[io]t\w+|penn\w+|the writers?)\b"),
    ("composer", r"\b[Ww]ho(?:['’]s| is| are| has)? (?:compos\w+|scor\w+|wrote the music|doing the music)\b"),
)  # fmt: skip
_QUESTION = Sought("|".join(rf"(?P<q{i}>{words})" for i, (_, words) in enumerate(_ASKED)))
_INTO = re.compile(
    r"\b(?:in|at|around|near|on|outside|between|and|across)(?: (?:and around|the|a|both|[a-z]+ of|parts of))* $|^\W*$|, $"
)
_ELSEWHERE = re.compile(r"\b(?:set|not|never|takes place|born|lives?|looks? like)\b")
_COUNT = re.compile(
    r"^\W*(?:A: )?(?:(?:[Tt]here (?:are|will be|['’]re)|[Ii]t has|[Jj]ust|[Oo]nly|[Ww]e(?:['’]re| are) getting|[A-Z][\w’' ]{2,40} (?:has|will have|consists of|is made up of|runs (?:to|for)|comprises)|[Ii]t (?:runs|consists)(?: of| to| for)?) )*(?:a total of |made up of )?(?P<n>[A-Za-z]+|\d{1,2})\b(?! (?:million|per|seasons|hours))"
)
_OPENS = re.compile(
    r"\W*(?:A: )?(?:(?:Well|So|Yes|The (?:first|answer|great|brilliant|wonderful)|It['’]?s|That['’]s|That would be|It is|There['’]s|There is|There are|Expect|Look out for|Returning are|It stars|We have|As well as|Alongside|Leading the cast (?:is|are)|The (?:cast|ensemble) (?:is|includes|features|is led by)|None other than|Step forward),? )*(?:(?:[a-z]+ )?(?:actors?|actress|star|director|writer|newcomer) )?$"
)
_NEXT = re.compile(r"(?: ?\([^()]*\))?(?:,? (?:and|plus|as well as|along with|alongside)|,)(?: [a-z]+){0,2} $")
_I_PLAY = Sought(
    r"\bI(?:['’]m| am)? (?:play|playing|portray|portraying|voice)\b(?! (?:with|for|in|on|it|the (?:guitar|piano|drums|game))\b) (?P<what>(?:(?:the|an?|this|her|his|their) )?[^,.;:!?\"”]{2,60})"
)
_SAYS = re.compile(
    r"\b(?:says?|said|tells?|told|laughs?|laughed|explains?|explained|adds?|added|reveals?|revealed|recalls?|smiles?|grins?)\b"
)


def faqs(document: Document) -> Iterable[Draft]:
    """What is told by answers, and by those who say what they play."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        if _ENDS.search(document.text, sentence.start, sentence.end):
            asked = document.search(_QUESTION, sentence.start, sentence.end)
            answer = _answer(document, sentence) if asked is not None else None
            if asked is not None and answer is not None and asked.lastgroup:
                yield from _answered(document, sentence, asked, answer)
        elif document.may_stand(_I_PLAY, sentence.start, sentence.end) and sentence.zone != HEADLINE:
            yield from _own_part(document, sentence)


def _answer(document: Document, sentence: Sentence) -> Sentence | None:
    after = next((s for s in document.sentences[sentence.index + 1 :] if s.zone != FURNITURE), None)
    if after is None or _ENDS.search(document.text, after.start, after.end) or after.paragraph > sentence.paragraph + 1:
        return None
    return after


def _work(document: Document, question: Sentence, answer: Sentence) -> Referent | None:
    named = next((m.referent for m in question.mentions if m.kind == "W" and m.referent is not None), None)
    return named or document.work_at(answer.start) or document.main_work


def _answered(document: Document, question: Sentence, asked: re.Match[str], answer: Sentence) -> Iterator[Draft]:
    work = _work(document, question, answer)
    what = next(_ASKED[i][0] for i in range(len(_ASKED)) if asked[f"q{i}"] is not None)
    if work is None:
        return
    for mention, value in _values(document, what, answer):
        start, end = (mention.start, mention.end) if mention is not None else (answer.start, answer.end)
        slots = _character(question, asked, document) if what == "cast_member" and asked["part"] else {}
        yield Draft(what, work, value, answer, start, end, f"en/faq/{what.replace('_', '-')}", slots, mention=mention)


def _character(question: Sentence, asked: re.Match[str], document: Document) -> dict[str, str]:
    at = question.start + asked.end()
    named = next((m for m in question.mentions if m.kind in "CPX" and at <= m.start <= at + 8), None)
    return {"character": named.text} if named is not None else {}


def _values(document: Document, what: str, answer: Sentence) -> Iterator[tuple[Mention | None, object]]:
    text = document.text
    if what == "filming_location":
        yield from _places(document, answer)
    elif what == "episodes":
        count = _COUNT.match(text[answer.start : answer.end])
        number = (
            0 if count is None else int(count["n"]) if count["n"].isdigit() else NUMBER_WORDS.get(count["n"].lower(), 0)
        )
        if number > 1:
            yield None, number
    elif what == "platform":
        for m in answer.mentions:
            if m.kind == "O" and m.referent is not None and org_kind(m.referent, m.text) in {"streamer", "broadcaster"}:
                yield m, m.referent
                return
    elif what == "release_date":
        first = next((m for m in answer.mentions if m.kind == "D"), None)
        if first is not None and not re.search(r"[a-z]{5}", text[answer.start : first.start]):
            yield first, resolve(first.value, future=None).edtf
    else:
        yield from _people(document, answer)


def _places(document: Document, answer: Sentence) -> Iterator[tuple[Mention, object]]:
    here = answer.start
    for m in answer.mentions:
        between = document.text[here : m.start]
        if m.kind in "LXP" and m.text != "A" and _INTO.search(between) and not _ELSEWHERE.search(between):
            if re.fullmatch(r", (?:in )?(?:the )?", between):
                continue  # "in Broome, Western Australia"
            if m.kind == "P" and not re.search(r"\b(?:in|at|around|near) (?:the )?$", between):
                return
            yield m, m.referent if m.kind == "L" and m.referent is not None else m.text
            here = m.end


def _people(document: Document, answer: Sentence) -> Iterator[tuple[Mention, object]]:
    here: int | None = None
    for m in answer.mentions:
        if m.kind != "P" or m.indirect or m.referent is None:
            continue
        between = document.text[answer.start if here is None else here : m.start]
        if not (_OPENS.fullmatch(between) if here is None else _NEXT.fullmatch(between)):
            return
        yield m, m.referent
        here = m.end


def _own_part(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """As in "I play Moira," she says: the part of the one who speaks."""
    for said in document.matches(_I_PLAY, sentence):
        who = _speaker(document, sentence)
        work = document.work_at(said.start())
        if who is None or work is None:
            return
        named = next((m for m in sentence.mentions if m.kind in "CPX" and m.start == said.start("what")), None)
        slots = (
            {"character": named.text}
            if named is not None
            else {"role": re.sub(r"^(?:the|an?|this|her|his|their) ", "", said["what"])}
        )
        yield Draft("cast_member", work, who, sentence, said.start(), said.end(), "en/faq/i-play", slots)


def _speaker(document: Document, sentence: Sentence) -> Referent | None:
    near = [sentence, *document.sentences[max(0, sentence.index - 1) : sentence.index + 2]]
    for s in near:
        if s.paragraph == sentence.paragraph and _SAYS.search(document.text, s.start, s.end):
            named = [m for m in s.mentions if m.kind == "P" and m.referent is not None]
            teller = next(
                (m for m in named if _SAYS.search(document.text[max(s.start, m.start - 12) : m.end + 16])), None
            )
            if teller is not None:
                return teller.referent
    name = guest(document)
    return next((r for r in document.referents if r.kind == "person" and name in r.names), None) if name else None
