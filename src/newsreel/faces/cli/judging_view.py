"""What the commands on who is who show."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from newsreel.faces.cli.screen import indented, show
from newsreel.faces.cli.style import COLOURS, HEAD, dim
from newsreel.faces.cli.table import table
from newsreel.model import Entity

if TYPE_CHECKING:
    from newsreel.pipeline import Clash, Explanation, Question


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


def show_reasons(left: Entity, right: Entity, explanation: Explanation, clashes: Iterable[Clash]) -> None:
    """Whether the two are one, all evidence for and against, what persons said, and what cannot all be true."""
    if left.id == right.id:
        show(Text.assemble((left.name, HEAD), f" is one {left.kind}: ", dim(" · ".join(left.names))))
    else:
        show(Text.assemble((left.name, HEAD), " and ", (right.name, HEAD), f" are two: {left.kind}, {right.kind}"))
    for words in explanation.words:
        show(indented(Text(f"– {words}"), 2))
    if explanation.never:
        show(indented(Text(f"never one: {explanation.never}"), 2))
    for clash in clashes:
        if {clash.overruled.left, clash.overruled.right} & {*left.mentions, *right.mentions}:
            show(indented(Text(f"⇄ {clash.words}", style=COLOURS["disputed"]), 2))


def _even(shown: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    longest = max(map(len, shown), default=0)
    left, right = (side + ("",) * (longest - len(side)) for side in shown)
    return left, right
