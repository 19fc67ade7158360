"""What is said to people: the answer on standard output, progress and advice on standard error.

Colour and bars are for terminals only; NO_COLOR is honoured; where there is no terminal, lines are 100 columns wide
unless COLUMNS says otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

_WIDTH_WITHOUT_TERMINAL = 100
T = TypeVar("T")


# C0 and C1 control characters save tab and newline: a report may hold them, and a terminal would obey them.
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if code not in (9, 10)}


class _Guarded(Console):
    """A console that passes on no control character that came with a text."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=segment.text.translate(_CONTROLS))


@cache
def console(*, stderr: bool = False) -> Console:
    """The console for answers, or, with `stderr`, for everything else."""
    plain = _Guarded(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not plain.is_terminal and "COLUMNS" not in os.environ:
        plain.width = _WIDTH_WITHOUT_TERMINAL
    return plain


def show(*things: RenderableType) -> None:
    """Part of the answer, a thing a line; outside a terminal no line ends in spaces."""
    out = console()
    if out.is_terminal:
        out.print(*things, sep="\n")
        return
    with out.capture() as kept:
        out.print(*things, sep="\n")
    out.file.write("".join(f"{line.rstrip()}\n" for line in kept.get().splitlines()))


def indented(thing: RenderableType, columns: int) -> Padding:
    """A thing that stands to the right."""
    return Padding(thing, (0, 0, 0, columns), expand=False)


def tell(text: str | Text, *, quiet: bool = False) -> None:
    """Advice or progress, on standard error; nothing when `quiet`."""
    if not quiet:
        console(stderr=True).print(text, soft_wrap=True)


def complain(text: str) -> None:
    """An error, always on one line of standard error."""
    line = " ".join(f"newsreel: {text}".split())
    console(stderr=True).print(Text(line, style="red"), soft_wrap=True)


def called() -> str:
    """How the program was called, for lines that tell what to type next."""
    return os.environ.get("NEWSREEL_CALLED", "newsreel")


def bar(things: Iterable[T], *, total: int | None, doing: str, quiet: bool) -> Iterator[T]:
    """`things`, with a bar on standard error while they are gone through, if that is a terminal."""
    err = console(stderr=True)
    if quiet or not err.is_terminal:
        yield from things
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task(doing, total=total)
        for thing in things:
            yield thing
            progress.advance(task)


@contextmanager
def bytes_bar(doing: str, *, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar for a long file: what to call with the bytes read and the file's size; None where no bar is shown."""
    err = console(stderr=True)
    if quiet or not err.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task(doing, total=None)
        yield lambda read, size: progress.update(task, completed=read, total=size)
