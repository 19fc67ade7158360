"""Answers of agencies and companies about somebody's part: "제안을 받고 검토 중", 출연하지 않는다."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import attribution

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent

_PART = re.compile(
    r"출연|캐스팅|제안|제의|검토|대본|합류|하차|고사|거절|사실무근|하지 않기로|시나리오|작품|물망|러브콜|살펴|읽어"
)


def answers(document: Document) -> Iterator[Draft]:
    """The part in the work in focus that a statement is about, for the person whose agency or self makes it."""
    for sentence in document.sentences:
        if sentence.zone not in {BODY, HEADLINE}:
            continue
        text = document.text[sentence.start : sentence.end]
        work = document.focus[sentence.index].work
        if work is None or not _PART.search(text):
            continue
        cues = [c for c in attribution.cues(document, sentence) if c.status in {"considering", "denied"}]
        if not cues or not (sentence.zone == BODY and any(c.by for c in cues)):
            continue
        cue = next((c for c in cues if c.status == "denied"), cues[-1])
        for person in _about(document, sentence.index):
            yield Draft(
                "cast_member", work, person, sentence, sentence.start, sentence.end, "ko/answer/part",
                status=cue.status, by=next((c.by for c in cues if c.by), ()), fixed=True,
            )  # fmt: skip


def _about(document: Document, index: int) -> list[Referent]:
    """Whose part a statement is about: those it names before the answer, else the people spoken of before."""
    sentence = document.sentences[index]
    focus = document.focus[index]
    text = document.text[sentence.start : sentence.end]
    if re.search(r"두 사람|두 배우|이들", text) and len(focus.people) > 1:
        return list(focus.people[-2:])
    people = [m.referent for m in sentence.mentions if m.kind == "P" and m.referent is not None]
    if people:
        return list(dict.fromkeys(people))[:2]
    return [focus.person] if focus.person is not None else []
