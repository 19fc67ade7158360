"""How a dossier looks in the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby

from rich.table import Table
from rich.text import Text

from newsreel.faces.cli.days import day_in_words, short_day
from newsreel.faces.cli.dossier_lines import CREDITS, Line
from newsreel.faces.cli.screen import called, console, show
from newsreel.faces.cli.style import COLOURS, HEAD, certainty, dim, legend
from newsreel.faces.cli.wording import answer, qualifiers, sections
from newsreel.model import Entity, Fact

_WIDE = 96
_MOST_NAMES = 8


def show_head(entity: Entity, epithet: str, namesakes: Iterable[str]) -> None:
    """Name, what it is, other names, and what it is not to be confused with."""
    head = Table.grid(expand=True)
    head.add_column()
    head.add_column(justify="right", no_wrap=True)
    head.add_row(Text(entity.name, style=HEAD), Text(epithet))
    show(head)
    if others := entity.names[1:]:
        more = f" and {len(others) - _MOST_NAMES} more" if len(others) > _MOST_NAMES else ""
        show(dim(" · ".join(others[:_MOST_NAMES]) + more))
    for namesake in namesakes:
        show(dim(f"not to be confused with {namesake}"))


def show_standing(facts: list[Fact], as_of: dt.date | None) -> None:
    """How much is known, from how many, since when."""
    if not facts:
        show(Text(), dim(f"nothing was known on {day_in_words(as_of)}" if as_of else "nothing is known yet"))
        return
    voices = {origin.voice for fact in facts for origin in fact.origins}
    reports = {voice.report for fact in facts for voice in fact.voices} or {fact.first_report for fact in facts}
    first = min(facts, key=lambda fact: (fact.first_date, fact.id))
    heard = first.origins[0].voice if first.origins else first.first_report
    told = (
        f"as known on {day_in_words(as_of)}" if as_of else "as known today",
        _count(len(reports), "report"),
        _count(len(voices), "independent voice"),
        f"first heard {day_in_words(first.first_date)}, {heard}",
    )
    show(Text(), dim(" · ".join(told)))


def show_lines(lines: list[Line], names: Mapping[str, str]) -> None:
    """Every section with its numbered lines."""
    headings = {**sections(), CREDITS: "CREDITS"}
    wide = console().width >= _WIDE
    made = Table.grid(padding=(0, 2, 0, 0), expand=False)
    made.add_column(justify="right", no_wrap=True, min_width=3)
    made.add_column(overflow="fold", max_width=24)
    made.add_column(overflow="fold", ratio=None)
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    for section, group in groupby(lines, key=lambda line: line.section):
        made.add_row("", "")
        made.add_row("", Text(headings[section], style=HEAD))
        before = ""
        for line in group:
            label = "" if line.label == before and line.section != CREDITS else line.label
            made.add_row(*_row(line, label, wide=wide))
            for other in line.contradicted_by:
                made.add_row("", "", Text(f"⇄ {_counterpart(other, names)}", style=COLOURS["disputed"]), "", "")
            before = line.label
    show(made)


def show_foot(facts: list[Fact], since: int, name: str) -> None:
    """What the marks mean, what came after the day, and what to type next."""
    show(Text())
    if since:
        changes = _count(since, "change")
        show(Text(f"SINCE THEN  {changes}: {called()} changes --about {quoted(name)}"))
    if facts:
        show(legend({fact.verdict for fact in facts}))
        show(dim(f"{called()} why NUMBER shows the words behind a line"))


def quoted(name: str) -> str:
    """A name as it is typed in a shell."""
    return f'"{name}"' if " " in name else name


def _row(line: Line, label: str, *, wide: bool) -> tuple[Text, ...]:
    faded = line.fact.verdict == "superseded"
    made = dim if faded else Text
    return (
        dim(str(line.number)),
        made(label),
        made(line.answer),
        certainty(line.fact.verdict),
        dim(_on_whose_word(line.fact, wide=wide)),
    )


def _on_whose_word(fact: Fact, *, wide: bool) -> str:
    """Whose word the verdict rests on, its day, and how many more there are; shorter where there is little room."""
    if not fact.origins:
        return short_day(fact.first_date)
    parties = (origin for origin in fact.origins if origin.kind == "party")
    first = next(parties, fact.origins[0]) if fact.verdict == "confirmed" else fact.origins[0]
    said = f"{first.voice}, {short_day(first.date)}"
    if not wide:
        return said
    relays = sum(len(origin.relays) for origin in fact.origins)
    more = [f"{len(fact.origins)} voices"] if len(fact.origins) > 1 else []
    if relays:
        more.append(_count(relays, "relay"))
    return f"{said} · {', '.join(more)}" if more else said


def _counterpart(fact: Fact, names: Mapping[str, str]) -> str:
    voices = ", ".join(origin.voice for origin in fact.origins) or fact.first_report
    slots = qualifiers(fact.slots)
    said = answer(fact, names)
    return f"“{f'{said}, {slots}' if slots else said}” {voices}, {short_day(fact.first_date)}"


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
