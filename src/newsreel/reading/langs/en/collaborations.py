"""Who did what in a work that several people are said to have made together.

"Ann Lee reunites with director Bo Roe after Harbor": each had the part in Harbor that the report knows of them, and who
stands beside somebody who directs, without a trade of his or her own, acted in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Match

_POSTS = {"director": "director", "writer": "writer", "producer": "producer", "crew": ""}


def collaborators(_: Document, match: Match) -> bool:
    """Bind those who worked together as actor, director, writer or producer, by what the report says that they do."""
    people = [m for m in match.bound.pop("person", []) if m.referent is not None]
    for m in people:
        if part := _part(m):
            match.bound.setdefault(part, []).append(m)
    known = {m.referent.facts.get("craft") for m in people if m.referent is not None}
    return len(people) > 1 and bool(known & {"actor", "director", "writer"})


def _part(mention: Mention) -> str:
    craft = str(mention.referent.facts.get("craft") or "actor") if mention.referent is not None else ""
    return _POSTS.get(craft, "actor")


GUARDS = {"collaborators": collaborators}
