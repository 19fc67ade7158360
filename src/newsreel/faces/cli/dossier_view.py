"""How a dossier looks in the terminal."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from rich.table import Table
from rich.text import Text

from newsreel.faces.cli.days import day_in_words, short_day
from newsreel.faces.cli.dossier_lines import CREDITS, Line
from newsreel.faces.cli.screen import called, show
from newsreel.faces.cli.style import HEAD, certainty, dim, glyph, legend
from newsreel.faces.cli.voices import first_voice, name_of
from newsreel.faces.cli.wording import sections
from newsreel.model import Entity, Fact

_MOST_NAMES = 8
_OPEN = frozenset({"unannounced", "considering", "rumored", "disputed"})


def show_head(entity: Entity, epithet: str, namesakes: Iterable[str], references: Iterable[str] = ()) -> None:
    """Name, what it is, other names, ids elsewhere, and what it is not to be confused with."""
    head = Table.grid(expand=True)
    head.add_column()
    head.add_column(justify="right", no_wrap=True)
    head.add_row(Text(entity.name, style=HEAD), Text(epithet))
    show(head)
    if others := entity.names[1:]:
        more = f" and {len(others) - _MOST_NAMES} more" if len(others) > _MOST_NAMES else ""
        show(dim(" · ".join(others[:_MOST_NAMES]) + more))
    if ids := " · ".join(references):
        show(dim(ids))
    for namesake in namesakes:
        show(dim(f"not to be confused with {namesake}"))


def show_standing(facts: list[Fact], as_of: dt.date | None) -> None:
    """How much is known, from how many, since when."""
    if not facts:
        show(Text(), dim(f"nothing was known on {day_in_words(as_of)}" if as_of else "nothing is known yet"))
        return
    voices = {name_of(origin) for fact in facts for origin in fact.origins}
    reports = {voice.report for fact in facts for voice in fact.voices} or {fact.first_report for fact in facts}
    day = min(fact.first_date for fact in facts)
    firsts = Counter(first_voice(fact) for fact in facts if fact.first_date == day and fact.origins)
    heard = f", {max(sorted(firsts), key=firsts.__getitem__)}" if firsts else ""
    told = (
        f"as known on {day_in_words(as_of)}" if as_of else "as known today",
        _count(len(reports), "report"),
        _count(len(voices), "independent voice"),
        f"first heard {day_in_words(day)}{heard}",
    )
    show(Text(), dim(" · ".join(told)))


def show_open(lines: list[Line]) -> None:
    """What nothing firm is known of yet, and what reports contradict each other on."""
    glyphs = {line.label: glyph(line.fact.verdict) for line in lines if line.fact.verdict in _OPEN}
    if glyphs:
        show(Text("still open: ") + Text(" · ").join(Text(f"{mark} {label}") for label, mark in glyphs.items()))


def show_lines(lines: list[Line]) -> None:
    """Every section with its numbered lines."""
    headings = {**sections(), CREDITS: "CREDITS"}
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(justify="right", no_wrap=True, min_width=3)
    made.add_column(overflow="fold", max_width=24)
    made.add_column(overflow="fold")
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    made.add_column(no_wrap=True, justify="right")
    made.add_column(no_wrap=True)
    for section, group in groupby(lines, key=lambda line: line.section):
        made.add_row()
        made.add_row("", Text(headings[section], style=HEAD))
        before = ""
        for line in group:
            made.add_row(*_row(line, "" if line.label == before else line.label))
            before = line.label
    show(made)


def show_foot(facts: list[Fact], since: int, left_out: int, name: str) -> None:
    """What the marks mean, what came after the day, and what to type next."""
    show(Text())
    if since:
        changes = _count(since, "change")
        show(Text(f"SINCE THEN  {changes}: {called()} changes --about {quoted(name)}"))
    if left_out:
        show(dim(f"{_count(left_out, 'answer')} that a later or finer one replaced: --all"))
    if facts:
        show(legend({fact.verdict for fact in facts}))
        if any(_how_many(fact) for fact in facts):
            show(dim("2+4  two independent voices, and four that pass them on"))
        show(dim(f"{called()} why NUMBER shows the words behind a line"))


def quoted(name: str) -> str:
    """A name as it is typed in a shell."""
    return f'"{name}"' if " " in name else name


def _row(line: Line, label: str) -> tuple[Text, ...]:
    made = dim if line.fact.verdict == "superseded" else Text
    said = f"⇄ {line.answer or label}" if line.contradicts else line.answer
    sure = certainty(line.fact.verdict)
    voice, day = _on_whose_word(line.fact)
    told = (dim(text) for text in (voice, short_day(day), _how_many(line.fact)))
    return dim(str(line.number)), made(label), made(said), sure, *told


def _on_whose_word(fact: Fact) -> tuple[str, str]:
    """Whose word the verdict rests on, and its day: of a confirmed fact a party's, else that of the first voice."""
    if not fact.origins:
        return "", fact.first_date
    parties = (origin for origin in fact.origins if origin.kind == "party")
    first = next(parties, fact.origins[0]) if fact.verdict == "confirmed" else fact.origins[0]
    return name_of(first), first.date


def _how_many(fact: Fact) -> str:
    """Independent voices + those that only pass them on: "2+4"; nothing for a single voice."""
    relays = sum(len(origin.relays) for origin in fact.origins)
    return f"{len(fact.origins)}+{relays}" if relays or len(fact.origins) > 1 else ""


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
