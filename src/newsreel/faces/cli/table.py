"""Tables without lines: columns that fit the width, headings that stand back."""

from __future__ import annotations

from rich.table import Table

from newsreel.faces.cli.style import DIM


def table(*headings: str, widest: int = 0) -> Table:
    """An empty table; its column at `widest` takes the room that is left, the others stay on one line."""
    made = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    for index, heading in enumerate(headings):
        made.add_column(heading, no_wrap=index != widest, overflow="ellipsis" if index != widest else "fold")
    return made
