"""What the commands on who is who show."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from newsreel.faces.cli.screen import indented, show
from newsreel.faces.cli.style import HEAD, dim
from newsreel.faces.cli.table import table
from newsreel.model import Entity, Judgement

if TYPE_CHECKING:
    from newsreel.pipeline import Identities, Question

_MARKS = {"same": "=", "different": "≠", "unsure": "?", "undecided": "·"}


def show_question(question: Question, sides: Sequence[Entity], number: int, total: int) -> None:
    """Both sides with what is known of them, and the evidence for and against their being one."""
    show(
        Text(), Text.assemble(dim(f"{number} of {total}  "), ("Are these one?", HEAD), dim(f"  {question.score:+.1f}"))
    )
    made = table("", "", widest=0)
    made.add_row(*(Text(side.name, style=HEAD) for side in sides))
    made.add_row(*(dim(" · ".join((side.kind, *side.names[1:]))) for side in sides))
    for words in zip(*_even(question.shown), strict=True):
        made.add_row(*words)
    show(indented(made, 2))
    for reason in question.reasons:
        show(indented(Text(f"– {reason}"), 2))


def ask(keys: str) -> str:
    """One of the keys, pressed in a terminal or given as a line; the last of them where the input has ended."""
    show(dim("  y one · n two · u unsure · s skip · q quit"))
    while True:
        pressed = typer.getchar() if sys.stdin.isatty() else sys.stdin.readline()
        key = pressed.strip().lower()[:1] if pressed else keys[-1]
        if key and key in keys:
            return key


def show_reasons(left: Entity, right: Entity, identities: Identities, persons: Iterable[Judgement]) -> None:
    """Whether the two are one, and every word of a rule or a person that bears on it."""
    if left.id == right.id:
        show(Text.assemble((left.name, HEAD), f" is one {left.kind}: ", dim(" · ".join(left.names))))
        ours, theirs = set(left.mentions), set(left.mentions)
    else:
        show(Text.assemble((left.name, HEAD), " and ", (right.name, HEAD), " are two: ", f"{left.kind}, {right.kind}"))
        ours, theirs = set(left.mentions), set(right.mentions)
    said = [one for one in (*persons, *identities.judgements) if _between(one, ours, theirs)]
    for one in dict.fromkeys((one.by, one.verdict.value, one.because, one.date) for one in said):
        by, verdict, because, date = one
        show(indented(Text.assemble(f"{_MARKS[verdict]} {because}", dim(f"  {by}{f', {date}' if date else ''}")), 2))
    for question in identities.questions:
        if {question.left, question.right} & ours and {question.left, question.right} & theirs:
            for reason in question.reasons:
                show(indented(Text(f"? {reason}"), 2))
    if not said and left.id != right.id:
        show(indented(dim("nobody and no rule says that they are one"), 2))
    for clash in identities.clashes:
        if {clash.overruled.left, clash.overruled.right} & (ours | theirs):
            show(indented(Text(f"⇄ {clash.words}", style="red"), 2))


def _between(judgement: Judgement, ours: set[str], theirs: set[str]) -> bool:
    left, right = judgement.left, judgement.right
    return (left in ours and right in theirs) or (left in theirs and right in ours)


def _even(shown: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    longest = max(map(len, shown), default=0)
    left, right = (side + ("",) * (longest - len(side)) for side in shown)
    return left, right
