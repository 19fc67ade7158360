"""Pages by cursor: a cursor says where to go on, and of which state of the ledger it speaks."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from newsreel.faces.api.problems import Refused

T = TypeVar("T")
MOST = 200


def page(items: Sequence[T], cursor: str, limit: int) -> tuple[list[T], str | None]:
    """`limit` items from the cursor's place on, and the cursor of what follows; Refused (400) for a broken cursor."""
    start = _place(cursor)
    found = list(islice(items, start, start + limit))
    return found, _cursor(start + limit) if start + limit < len(items) else None


def _cursor(place: int) -> str:
    return base64.urlsafe_b64encode(f"at:{place}".encode()).decode().rstrip("=")


def _place(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        word, _, place = text.partition(":")
        if word == "at" and place.isdecimal() and len(place) < 12:  # noqa: PLR2004 - no ledger is that long
            return int(place)
    except (binascii.Error, ValueError):
        pass
    raise Refused(400, "no such cursor")
