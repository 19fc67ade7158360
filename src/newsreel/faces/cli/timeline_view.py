"""How a timeline looks: the day of each event, what it is, how sure, and when it became known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from rich.text import Text

from newsreel.faces.cli.days import in_words, short_day
from newsreel.faces.cli.screen import show
from newsreel.faces.cli.style import HEAD, certainty, dim
from newsreel.faces.cli.table import table
from newsreel.faces.cli.voices import first_voice
from newsreel.faces.cli.wording import answer, wordings
from newsreel.model import Entity

if TYPE_CHECKING:
    from newsreel.pipeline import Event


def event_row(event: Event) -> dict[str, Any]:
    """An event for a machine: its first and last day, whether it was reached by then, and when it became known."""
    return {
        "when": event.when.edtf,
        "by": event.by,
        "known": event.known.isoformat(),
        "fact": {"id": event.fact.id, **event.fact.to_json()},
    }


def show_events(entity: Entity, events: Iterable[Event], names: Mapping[str, str]) -> None:
    """One line an event; those of other works than `entity` name their work."""
    show(Text(entity.name, style=HEAD))
    made = table("when", "what", "how sure", "known since", "from", widest=1)
    for event in events:
        fact = event.fact
        words = [answer(fact, names) if event.fact.predicate == "production_status" else _label(event)]
        if fact.slots.venue:
            words.append(f"({fact.slots.venue})")
        if fact.subject != entity.id:
            words.insert(0, f"{names.get(fact.subject, fact.subject)}:")
        said = " ".join(words)
        when = f"by {in_words(event.when.edtf)}" if event.by else in_words(event.when.edtf)
        drawn = dim(said) if event.gone else Text(said)
        made.add_row(when, drawn, certainty(fact.verdict), dim(short_day(event.known)), dim(first_voice(fact)))
    if made.rows:
        show(made)


def _label(event: Event) -> str:
    wording = wordings()[event.fact.predicate]
    return wording.event or wording.label
