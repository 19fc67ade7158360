"""Answers of agencies and companies about somebody's part: "제안을 받고 검토 중", 출연하지 않는다."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import attribution, creditlines
from newsreel.reading.mask import kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.pack import Cue

_P, _NO = kind_char("P"), "[\uf000-\uf8ff]"
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_OTHER_MATTER = re.compile(r"결혼|열애|이혼|결별|음주|폭행|마약|재계약|전속계약")

_PART = re.compile(
    r"출연|캐스팅|제안|제의|검토|대본|합류|하차|고사|거절|사실무근|하지 않기로|시나리오|작품|물망|러브콜|살펴|읽어"
)


# "한지우는 “검토 중”이라고 했고, 이두리는 “출연하지 않는다”고 부인했다": each says it of the own part.
_OWN_WORDS = re.compile(
    rf"({_P}{_NO})(?: ?측)?(?:은|는|이|가|도) [^{_P}\"“”.]{{0,24}}[\"“]([^\"“”]{{2,80}})[\"”](?:이?라?고|며|는|라는)"
)


def answers(document: Document) -> Iterator[Draft]:
    """The part in the work in focus that a statement is about, for the person whose agency or self makes it.

    What a party says comes before what outlets say of it, so that the party is named for what both say.
    """
    found = [pair for sentence in document.sentences for pair in _answer(document, sentence)]
    yield from (draft for draft, party in found if party)
    yield from (draft for draft, party in found if not party)


def _answer(document: Document, sentence: Sentence) -> Iterator[tuple[Draft, bool]]:
    text = document.text[sentence.start : sentence.end]
    work = document.focus[sentence.index].work
    if sentence.zone != BODY or work is None or not _PART.search(text) or _OTHER_MATTER.search(text):
        return
    found = attribution.cues(document, sentence)
    cues = [c for c in found if c.status in {"considering", "denied"}]
    own = list(_own_words(sentence, cues))
    for person, cue in own:
        yield _draft(work, person, sentence, cue, (person.name,), {}), True
    if own or not any(c.by for c in cues):
        return
    cue = next((c for c in cues if c.status == "denied"), cues[-1])
    by = next((c.by for c in cues if c.by), ())
    party = any(c.status == "confirmed" and c.by == by for c in found)
    slots = {"billing": "lead"} if _LEAD.search(text) else {}
    for person in _about(document, sentence.index, cue):
        yield _draft(work, person, sentence, cue, by, slots), party


_LEAD = re.compile(r"(?:[남여]자?|남녀) ?주인공|타이틀롤|주연(?!배우|상)")


def _draft(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    work: Referent, person: Referent, sentence: Sentence, cue: Cue, by: tuple[str, ...], slots: dict[str, str]
) -> Draft:
    return Draft(
        "cast_member", work, person, sentence, sentence.start, sentence.end, "ko/answer/part",
        slots=dict(slots), status=cue.status, by=by, fixed=True,
    )  # fmt: skip


def _own_words(sentence: Sentence, cues: list[Cue]) -> Iterator[tuple[Referent, Cue]]:
    """People with what each of them says of the own part, where a sentence quotes several."""
    masked = sentence.masked
    if masked is None:
        return
    said = list(_OWN_WORDS.finditer(masked.text))
    for m in said if len(said) > 1 else ():
        start, end = masked.position(m.start(2)), masked.position(m.end(2), end=True)
        inside = [c for c in cues if start <= c.start < end]
        person = masked.mentions_in(m[1])[0].referent
        if inside and person is not None:
            yield person, inside[-1]


_CREDIT = re.compile(r"\((?:극본|연출|감독|각본|제작|작가|기획)[^()]*$")


def _plays(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody named may be asked for a part: none of the crew, nor named in the credits of a title."""
    if mention.referent is None or creditlines.profession(mention.referent) != "cast_member":
        return False
    return _CREDIT.search(document.text, sentence.start, mention.start) is None


def _about(document: Document, index: int, cue: Cue) -> list[Referent]:
    """Whose part a statement is about: those it names, in the words quoted if there, else the people spoken of.

    Of a quotation in several sentences ("A가 하차하게 됐다. B가 합류한다") those that the cue's own one names.
    """
    sentence = document.sentences[index]
    focus = document.focus[index]
    text = document.text[sentence.start : sentence.end]
    if re.search(r"두 사람|두 배우|이들", text) and len(focus.people) > 1:
        return list(focus.people[-2:])
    people = [m for m in sentence.mentions if m.kind == "P" and _plays(document, sentence, m)]
    quoted = [(sentence.start + m.start(), sentence.start + m.end()) for m in _QUOTED.finditer(text)]
    quoted = [(a, b) for a, b in quoted if a <= cue.start < b] or quoted
    if cue.rule == "ko/denied/left" and (scope := cue.scope) is not None:
        quoted = [scope] if any(scope[0] <= m.start < scope[1] for m in people) else quoted
    people = [m for m in people if any(a <= m.start < b for a, b in quoted)] or people
    ends = [sentence.start + m.end() for m in re.finditer(r"다\. ", text)]
    if ends and people:
        people = [m for m in people if sum(e <= m.start for e in ends) == sum(e <= cue.start for e in ends)]
        return list(dict.fromkeys(m.referent for m in people if m.referent is not None))
    if people:
        return list(dict.fromkeys(m.referent for m in people if m.referent is not None))[:4]
    return [focus.person] if focus.person is not None else []
