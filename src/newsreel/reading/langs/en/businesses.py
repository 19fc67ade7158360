"""Roles told by what they keep: "the owner of a flower shop", "the woman who runs a flower shop" are a flower shop owner."""

from __future__ import annotations

import re
from functools import cache

from newsreel.reading.literals import alternation
from newsreel.reading.pack import load_data

_OWNER = re.compile(r"(?:^|.* )(?P<head>(?:co-)?owner|proprietor|manager|keeper|boss|landlord|landlady)$")
_ANYONE = re.compile(
    r"(?:^|.* )(?:man|woman|fellow|guy|one|person|girl|boy|widow|widower|bloke|chap|lady|gentleman|couple|pair|siblings)$"
)


def keeper(role: str, after: str) -> str:
    """A role and what is said of it next ("owner", " of the flower shop that…") as one role; itself where nothing is."""
    if (head := _OWNER.match(role)) and (of := _of().match(after)):
        return f"{of['place']} {head['head']}"
    if _ANYONE.match(role) and (runs := _runs().match(after)):
        return f"{runs['place']} {'manager' if runs['how'].startswith('manage') else 'owner'}"
    return role


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf" of {_kept()}")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(rf" who (?P<how>runs?|ran|owns?|owned|keeps?|kept|manages?|managed) {_kept()}")


def _kept() -> str:
    words = alternation(str(word) for word in load_data("en", "roles")["kept"])
    return rf"(?:an?|the|his|her|their|its) (?P<place>(?:[a-z][\w’'-]* ){{0,3}}?{words})\b"
