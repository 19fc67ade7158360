"""The stage ladder, and the rows of the chart with two clocks: when it happens, and when it became known."""

from __future__ import annotations

import datetime as dt
from typing import Any

from newsreel.faces.web.views import FactViews, report_path
from newsreel.faces.web.wording import Words
from newsreel.model import Fact, Period
from newsreel.vocabulary import vocabulary

STANDING = frozenset({"confirmed", "reported", "released", "planned"})
DATED = frozenset({"filming_start", "filming_end", "release_date", "birth_date", "career_start"})


def ladder(facts: list[Fact], w: Words) -> list[dict[str, Any]]:
    """The stages in order, each with whether the production has reached it; [] where no stage is known."""
    stages = {name: row["order"] for name, row in vocabulary().stages.items() if row["order"]}
    reached = max((_order(fact, stages) for fact in facts if fact.verdict in STANDING), default=0)
    if not reached:
        return []
    ordered = sorted((order, name) for name, order in stages.items() if name != "renewed")
    return [{"name": w.word(name), "on": order <= reached, "at": order == reached} for order, name in ordered]


def _order(fact: Fact, stages: dict[str, int]) -> int:
    if fact.predicate == "production_status":
        return stages.get(str(fact.object), 0) if fact.verdict != "planned" else 0
    if fact.predicate == "filming_start" and fact.object is not None and fact.verdict != "planned":
        return stages["filming"]
    if fact.predicate == "release_date" and fact.verdict == "released":
        return stages["released"]
    return 0


def chart_rows(views: FactViews, facts: list[Fact], w: Words) -> list[dict[str, Any]]:
    """Dated facts: label, the event's first and last day, the day it became known, verdict, report."""
    rows = []
    for fact in facts:
        when = fact.slots.date if fact.predicate == "production_status" else fact.object
        if fact.object is None or (fact.predicate not in DATED and not when):
            continue
        if fact.predicate != "production_status" and fact.predicate not in DATED:
            continue
        try:
            period = Period.parse(str(when))
        except ValueError:
            continue
        view = views.one(fact)
        detail = f" ({view.detail})" if view.detail and fact.predicate != "production_status" else ""
        label = view.value if fact.predicate == "production_status" else view.label
        rows.append(
            {
                "label": f"{label}{detail}",
                "when": w.date(str(when)),
                "from": period.start.isoformat(),
                "to": (period.end - dt.timedelta(days=1)).isoformat(),
                "known": fact.first_date,
                "known_words": w.day(fact.first_date),
                "verdict": fact.verdict,
                "word": view.word,
                "glyph": view.glyph,
                "report": report_path(fact.first_report),
                "gone": view.gone,
            }
        )
    return sorted(rows, key=lambda row: (row["from"], row["known"], row["label"]))
