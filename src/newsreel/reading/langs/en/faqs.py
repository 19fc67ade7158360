"""Questions that a report asks itself, and interviews: what the sentence behind a question tells without a verb of its own.

"Where was it filmed? In and around Broome." "How many episodes are there? Eight." "Who directs? Ann Lee." And in an
interview: "I play Moira, who runs the chip shop."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.dates import resolve
from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import org_kind
from newsreel.reading.langs.en.grids import NAME
from newsreel.reading.langs.en.headings import headings
from newsreel.reading.langs.en.interviews import guest
from newsreel.reading.langs.en.phrases import NUMBER_WORDS
from newsreel.reading.langs.en.subject import heads_line
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.langs.en.headings import Heading

_INTO = re.compile(
    r"\b(?:in|at|around|near|on|outside|between|and|across)(?: (?:and around|the|a|both|[a-z]+ of|parts of))* $|^\W*$|, $"
)
_ELSEWHERE = re.compile(r"\b(?:set|not|never|takes place|born|lives?|looks? like)\b")
_COUNT = re.compile(
    r"^\W*(?:A: )?(?:(?:[Tt]here (?:are|will be|['’]re)|[Ii]t has|[Jj]ust|[Oo]nly|[Ww]e(?:['’]re| are) getting|[A-Z][\w’' ]{2,40} (?:has|will have|consists of|is made up of|runs (?:to|for)|comprises)|[Ii]t (?:runs|consists)(?: of| to| for)?) )*(?:a total of |made up of )?(?P<n>[A-Za-z]+|\d{1,2})\b(?! (?:million|per|seasons|hours))"
)
_OPENS = re.compile(
    r"\W*(?:A: )?(?:[A-Z][a-z]+(?: [a-z]+){0,4}: )?(?:(?:Well|So|Yes|The (?:first|answer|great|brilliant|wonderful)|It['’]?s|That['’]s|That would be|It is|There['’]s|There is|There are|Expect|Look out for|Returning are|It stars|We have|As well as|Alongside|Leading the cast (?:is|are)|The (?:cast|ensemble) (?:is|includes|features|is led by)|None other than|Step forward),? )*(?:(?:[a-z]+ )?(?:actors?|actress|star|director|writer|newcomer) )?$"
)
_NEXT = re.compile(r"(?: ?\([^()]*\))?(?:,? (?:and|plus|as well as|along with|alongside)|,)(?: [a-z]+){0,2} $")
_I_PLAY = Sought(
    r"\bI(?:['’]m| am)? (?:play|playing|portray|portraying|voice)\b(?! (?:with|for|in|on|it|the (?:guitar|piano|drums|game))\b) (?P<what>(?:(?:the|an?|this|her|his|their) )?[^,.;:!?\"”]{2,60})"
)
_SAYS = re.compile(
    r"\b(?:says?|said|tells?|told|laughs?|laughed|explains?|explained|adds?|added|reveals?|revealed|recalls?|smiles?|grins?)\b"
)


def faqs(document: Document) -> Iterable[Draft]:
    """What is told by answers and under headings, and by those who say what they play."""
    for heading in headings(document):
        yield from _under(document, heading)
    for sentence in document.sentences:
        if sentence.zone == BODY and document.text[sentence.end - 1] == "?":
            yield from _yes_or_no(document, sentence)
        if sentence.zone in (FURNITURE, HEADLINE) or not document.may_stand(_I_PLAY, sentence.start, sentence.end):
            continue
        if not document.text[sentence.start : sentence.end].rstrip("\"”’')]* ").endswith("?"):
            yield from _own_part(document, sentence)


def _work(document: Document, heading: Heading, answer: Sentence) -> Referent | None:
    named = next((m.referent for m in heading.sentence.mentions if m.kind == "W" and m.referent is not None), None)
    place = answer.start if heading.asked else heading.sentence.start
    return named or document.work_at(place) or document.main_work


def _staged(document: Document, heading: Heading, line: Sentence) -> Iterator[Draft]:
    """What the heading above a list of works says of each: "IN POST" above "Harbor (Ireland)"."""
    head = next((m for m in line.mentions[:1] if m.kind == "W" and m.referent is not None), None)
    if head is not None and head.referent is not None and heads_line(document, head):
        stage = heading.tells.removeprefix("stage ")
        yield Draft(
            "production_status", head.referent, stage, line, head.start, head.end, "en/stage/heading", mention=head
        )


def _pair(document: Document, line: Sentence) -> bool:
    """Whether a line of a list pairs two people, a part and who plays it: credits.py knows which is which."""
    people = [m for m in line.mentions if m.kind == "P"] if line.zone == LISTING else []
    return any(re.search(r" [–—:-] $|: $", document.text[line.start : m.start]) for m in people[1:2])


_GLOSS = re.compile(r"[^–—\n]*? [–—-] (?P<gloss>[^.;\n]+)")


def _part_behind(document: Document, line: Sentence, mention: Mention) -> dict[str, str]:
    """Whom somebody plays, as the dash behind the name of a list says: "– Rin, a surgeon", "– the pirate hunter Lord Roe"."""
    said = _GLOSS.match(document.text, mention.end, line.end)
    if said is None or line.zone != LISTING:
        return {}
    start = said.start("gloss")
    named = next((m for m in line.mentions if m.kind in "CPX" and m.start >= start), None)
    before = said["gloss"] if named is None else document.text[start : named.start]
    if named is None or not before.strip():
        role = (
            before.split(",")[0] if named is None else document.text[named.end : said.end()].lstrip(", ").split(",")[0]
        )
    elif re.fullmatch(r"[a-z][\w’' -]+ ", before):
        role = before
    else:
        return {}
    role = re.sub(r"^(?:the|an?|his|her|their) ", "", role.strip())
    slots = {"role": role} if role[:1].islower() else {}
    return slots if named is None else {**slots, "character": named.text}


def _under(document: Document, heading: Heading) -> Iterator[Draft]:
    """Claims of the first sentence of an answer; under a heading, of every line."""
    for line in heading.lines if not heading.asked else heading.lines[:1]:
        if heading.tells.startswith("stage "):
            yield from _staged(document, heading, line)
            continue
        work = _work(document, heading, line)
        if work is None or _pair(document, line):
            continue
        told = False
        for predicate, mention, value in _values(document, heading, line):
            told = True
            start, end = (mention.start, mention.end) if mention is not None else (line.start, line.end)
            part = predicate == "cast_member" and heading.part is not None
            slots = _character(heading, document) if part else {}
            if mention is not None and predicate == "cast_member" and not slots:
                slots = _part_behind(document, line, mention)
            rule = f"en/faq/{predicate.replace('_', '-')}"
            draft = Draft(predicate, work, value, line, start, end, rule, slots, mention=mention)
            if heading.tells == "gone":
                draft.status, draft.fixed = "denied", True
            yield draft
        if not told and heading.tells not in {"cast_member", "gone"}:
            return


def _character(heading: Heading, document: Document) -> dict[str, str]:
    at = heading.part or 0
    named = next((m for m in heading.sentence.mentions if m.kind in "CPX" and at <= m.start <= at + 8), None)
    return {"character": named.text} if named is not None else {}


_Value = tuple[str, "Mention | None", object]


def _values(document: Document, heading: Heading, answer: Sentence) -> Iterator[_Value]:
    """Predicate, mention and object of what an answer tells."""
    text, what = document.text, heading.tells
    if what == "filming_location":
        yield from ((what, m, value) for m, value in _places(document, answer))
    elif what == "episodes":
        count = _COUNT.match(text[answer.start : answer.end])
        number = (
            0 if count is None else int(count["n"]) if count["n"].isdigit() else NUMBER_WORDS.get(count["n"].lower(), 0)
        )
        if number > 1:
            yield what, None, number
    elif what in {"platform", "money"}:
        yield from _companies(document, answer, what)
    elif what == "release_date":
        first = next((m for m in answer.mentions if m.kind == "D"), None)
        if first is not None and not re.search(r"[a-z]{5}", text[answer.start : first.start]):
            shoots = (
                _SHOOTS.match(text, first.end, answer.end) is not None
            )  # "Next spring we shoot, autumn we broadcast"
            yield "filming_start" if shoots else what, first, resolve(first.value, future=None).edtf
            yield from _companies(document, answer, "platform", behind=first.end)
    else:
        predicate = "cast_member" if what == "gone" else what
        yield from ((predicate, m, value) for m, value in _people(document, answer))


_SHOOTS = re.compile(
    r"[^.;,]{0,12}\b(?:we|they|he|she|cameras|it)(?:['’]ll| will)? (?:shoots?|films?|rolls?|starts? shooting|begins? filming)\b"
)
_IN_IT = re.compile(
    r"(?:Is|Are|Will|Does|And is|So is|Is (?:the )?(?:old|original) [a-z]+) (?P<who>[^?]{3,60}?) (?:be |still )?(?:in (?:it|this|the (?:cast|film|series|show|movie|new (?:one|series|season)))|back|return(?:ing)?|come back|coming back|on board|involved|appear(?:ing)?)(?: too| as well| for [^?]{3,30})?\?"
)
_NO = re.compile(
    r"\W*(?:A[.:] )?(?:No\b(?! one)|Nope\b|Sadly,? (?:not|no)|(?:I['’]m )?[Aa]fraid not|Alas,? no|Not this time|Not (?:in|any)|Regrettably,? no|Unfortunately,? (?:not|no))"
)
_YES = re.compile(
    r"\W*(?:A[.:] )?(?:Yes\b|Yep\b|Of course|(?:He|She|They)(?:['’]s| is|['’]re| are)(?! not)\b|Indeed|Absolutely|Naturally)"
)
_MORE = re.compile(
    r"(?i)(?:and )?(?:will|is) there (?:be )?(?:a |an |any |going to be )*(?:second|third|fourth|fifth|sixth|another|more|next|further)(?: (?:season|series|run|one|episodes|of it)s?)*\?"
)


def _yes_or_no(document: Document, question: Sentence) -> Iterator[Draft]:
    """Who is in it, and whether it goes on: "Is Lee in it? No.", "Will there be a third series? Yes, and a fourth."."""
    text = document.text
    answer = next((s for s in document.sentences[question.index + 1 : question.index + 2] if s.zone != FURNITURE), None)
    work = document.work_at(question.start) or document.main_work
    if answer is None or work is None or answer.paragraph > question.paragraph + 1:
        return
    yes, no = _YES.match(text, answer.start, answer.end), _NO.match(text, answer.start, answer.end)
    asked = _IN_IT.search(text, question.start, question.end)
    if asked is not None and (yes or no):
        who = [m for m in question.mentions if m.kind in "PCX" and asked.start("who") <= m.start < asked.end("who")]
        for m in who if all(not m.indirect for m in who) else ():
            person = m.referent if m.kind == "P" else _person(document, m)
            draft = Draft("cast_member", work, person, answer, answer.start, answer.end, "en/faq/yes-or-no", mention=m)
            draft.status, draft.fixed = ("denied" if no else "stated"), True
            yield draft
    elif yes and _MORE.match(text, question.start, question.end):
        yield Draft("production_status", work, "renewed", answer, answer.start, answer.end, "en/faq/yes-or-no")


def _person(document: Document, m: Mention) -> Referent:
    known = next((r for r in document.referents if r.kind == "person" and m.text in r.names), None)
    return known or document.refer("person", m.text)


_FOR = re.compile(r"\b(?:for|to) (?:the )?$")
_SHOWING = frozenset({"streamer", "broadcaster"})
_JOINS = re.compile(
    r"(?:\W|and|with|the|by|for|plus|together|on|at|in|also|then|it is|\d|am|pm|from|made|produced|co-produced|that would be|its)*",
    re.IGNORECASE,
)


def _companies(document: Document, answer: Sentence, what: str, behind: int = 0) -> Iterator[_Value]:
    """Who shows a work, or who makes it and for whom: the companies that an answer lists."""
    here, anywhere = behind or answer.start, what == "platform" and not behind
    for m in answer.mentions:
        if m.start < here:
            continue
        listed = _JOINS.fullmatch(document.text, here, m.start)
        if m.kind == "X" and what == "money" and listed and " " in m.text:
            m.kind, m.referent = "O", document.refer("organization", m.text)
        if m.kind != "O" or m.referent is None or not (listed or anywhere):
            if anywhere:
                continue
            return
        shows = org_kind(m.referent, m.text) in _SHOWING
        if shows and (what == "platform" or _FOR.search(document.text[here : m.start])):
            yield "platform", m, m.referent
        elif what == "money" and not shows:
            yield "production_company", m, m.referent
        here = m.end
        if anywhere:
            return


def _places(document: Document, answer: Sentence) -> Iterator[tuple[Mention, object]]:
    here = answer.start
    for m in answer.mentions:
        between = document.text[here : m.start]
        if m.kind in "LXP" and m.text != "A" and _INTO.search(between) and not _ELSEWHERE.search(between):
            if re.fullmatch(r", (?:in )?(?:the )?", between):
                continue  # "in Broome, Western Australia"
            lone = " " not in m.text and not between.strip()
            if m.kind == "P" and not lone and not re.search(r"\b(?:in|at|around|near) (?:the )?$", between):
                return
            if lone and m.kind != "L":
                m.kind, m.referent = "L", document.refer("place", m.text)
            yield m, m.referent if m.kind == "L" and m.referent is not None else m.text
            here = m.end


def _people(document: Document, answer: Sentence) -> Iterator[tuple[Mention, object]]:
    here: int | None = None
    for m in answer.mentions:
        if m.kind == "X" and here is None and m.start == answer.start and re.fullmatch(NAME, m.text):
            m.kind, m.referent = "P", document.refer("person", m.text)
        if m.kind != "P" or m.indirect or m.referent is None:
            continue
        between = document.text[answer.start if here is None else here : m.start]
        if not (_OPENS.fullmatch(between) if here is None else _NEXT.fullmatch(between)):
            return
        if here is not None and answer.zone == LISTING and between.strip() == ",":
            return  # "- Ann Lee, Rin in Harbor – the captain": an aside
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
