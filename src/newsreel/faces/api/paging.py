"""Pages by cursor: where in a list to go on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
MOST = 200
CURSOR = "^[0-9]{0,11}$"


def page(items: Sequence[T], cursor: str, limit: int) -> tuple[list[T], str | None]:
    """`limit` items from the cursor's place on, and the cursor of what follows, None where nothing does."""
    start = int(cursor or 0)
    found = list(islice(items, start, start + limit))
    return found, str(start + limit) if start + limit < len(items) else None
