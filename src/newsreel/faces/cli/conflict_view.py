"""How a contradiction looks: its sides one below the other, with the words that carry them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.text import Text

from newsreel.faces.cli.days import short_day
from newsreel.faces.cli.screen import indented, show
from newsreel.faces.cli.style import HEAD, certainty, dim
from newsreel.faces.cli.voices import called_voice, name_of
from newsreel.faces.cli.wording import answer, qualifiers, wordings
from newsreel.model import Claim, Conflict, Fact, Report, Side

_QUOTES = 2


def conflict_row(conflict: Conflict, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """A contradiction for a machine."""
    return {
        "subject": conflict.subject,
        "predicate": conflict.predicate,
        "likely": conflict.likely or None,
        "reason": conflict.reason,
        "sides": [
            {
                "fact": {"id": side.fact, **facts[side.fact].to_json()} if side.fact in facts else {"id": side.fact},
                "denies": side.denies,
                "origins": [origin.voice for origin in side.origins],
                "claims": list(side.claims),
            }
            for side in conflict.sides
        ],
    }


def show_conflict(
    conflict: Conflict,
    facts: Mapping[str, Fact],
    names: Mapping[str, str],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
) -> None:
    """What the contradiction is about, each side with its voices and first quotes, and which is likelier."""
    subject = names.get(conflict.subject, conflict.subject)
    show(Text.assemble((subject, HEAD), dim(f"  {wordings()[conflict.predicate].label}")))
    for side in conflict.sides:
        likelier = "  likelier" if conflict.likely == side.fact and not side.denies else ""
        fact = facts.get(side.fact)
        said = _said(fact, names) if fact else side.fact
        sure = certainty(fact.verdict) if fact and not side.denies else Text()
        line = Text.assemble(
            "⇄ ", "not " if side.denies else "", said, "  ", sure, (likelier, HEAD), dim(_voices(side))
        )
        show(indented(line, 2))
        for claim in [claims[one] for one in side.claims if one in claims][:_QUOTES]:
            report = reports[claim.report]
            quote = " ".join(claim.span.quote(report.text).split())
            show(indented(Text.assemble(f"“{quote}”", dim(f"  {called_voice(report.outlet, report.id)}")), 6))
    show(indented(dim(conflict.reason or "open: nothing settles it"), 2), Text())


def _said(fact: Fact, names: Mapping[str, str]) -> str:
    slots = qualifiers(fact.slots)
    return f"{answer(fact, names)} ({slots})" if slots else answer(fact, names)


def _voices(side: Side) -> str:
    told = "; ".join(f"{name_of(origin)}, {short_day(origin.date)}" for origin in side.origins)
    return f"  {told}" if told else ""
