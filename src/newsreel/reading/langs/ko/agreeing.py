"""What the drafts of one report say of one another: of two on one question the better placed stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


_FOCUS_CREW = frozenset({"ko/crew/megaphone", "ko/crew/writes", "ko/crew/both", "ko/crew/label-director"})


def led_elsewhere(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that give the work in focus a job that the sentence's verb gives to another title."""
    told = {
        (id(d.object), d.predicate, d.sentence.index): d.subject for d in drafts if d.rule.startswith("ko/crew-verb/")
    }
    return [
        d
        for d in drafts
        if d.rule not in _FOCUS_CREW or told.get((id(d.object), d.predicate, d.sentence.index), d.subject) is d.subject
    ]
