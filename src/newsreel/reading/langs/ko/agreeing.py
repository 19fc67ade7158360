"""What the drafts of one report say of one another: of two on one question the better placed stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft


def corrected(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the reports of outlets on a part that a party to it has spoken of."""
    answers = {(id(d.subject), id(d.object)): d for d in drafts if d.rule == "ko/answer/part"}
    kept = []
    for draft in drafts:
        answer = answers.get((id(draft.subject), id(draft.object)))
        if answer is None or draft.status != "reported" or draft.predicate != "cast_member":
            kept.append(draft)
        elif answer.status != "denied":  # the part is that of which the outlets spoke
            answer.slots = {**draft.slots, **answer.slots}
    return kept


# "개봉일은 2월이 아니라 3월 3일", "'HBO'는 '애플TV'의 오기": what a sentence says is not so.
_NOT_SO = re.compile(
    r"[’'”\"]?(?:이|가) (?:아니라|아닌 (?!다른))|[’'”\"]?(?:으로|로) (?:잘못 |썼으나|적었으나|"
    r"표기했으나)"
)
# "'…한국영화'라고 쓴 것은 잘못": a quotation that is corrected.
_WRONG = re.compile(r"[’'”\"](?:이?라고|로|으로) (?:쓴|적은|표기한|보도한) (?:것은|건|부분은)")


def taken_back(document: Document, draft: Draft) -> bool:
    """Whether the words behind a claim say that it is not so: a correction."""
    text, end = document.text, draft.sentence.end
    if draft.mention is not None and _NOT_SO.match(text, draft.mention.end, end):
        return True
    wrong = _WRONG.search(text, draft.end, end)
    return wrong is not None and re.search(r"[‘'“\"]", text[draft.start : wrong.start()]) is None


_FOCUS_CREW = frozenset({"ko/crew/megaphone", "ko/crew/writes", "ko/crew/both", "ko/crew/label-director"})


def led_elsewhere(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that give the work in focus a job that the sentence's verb gives to another title."""
    told = {
        (id(d.object), d.predicate, d.sentence.index): d.subject
        for d in drafts
        if d.rule.startswith("ko/crew-verb/") or d.rule == "ko/crew/director-of"
    }
    return [
        d
        for d in drafts
        if d.rule not in _FOCUS_CREW or told.get((id(d.object), d.predicate, d.sentence.index), d.subject) is d.subject
    ]
