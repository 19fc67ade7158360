"""Roles told by what they keep: "the owner of a flower shop" and "the woman who runs a flower shop" are a flower shop owner."""

from __future__ import annotations

import re

_PLACE = r"(?P<place>(?:(?!(?:that|who|which|where|in|on|at|and|with|of|for|from|to|as)\b)[a-z][\w’'-]* ){0,3}(?!(?:that|who|which|where|in|on|at|and|with|of|for|from|to|as)\b)[a-z][\w’'-]*)"
_OWNER = re.compile(r"(?:^|.* )(?P<head>(?:co-)?owner|proprietor|manager|keeper|boss|landlord|landlady)$")
_OF_PLACE = re.compile(rf" of (?:an?|the|his|her|their|its) {_PLACE}")
_ANYONE = re.compile(r"(?:^|.* )(?:man|woman|fellow|guy|one|person|girl|boy|widow|widower|bloke|chap|lady|gentleman)$")
_KEEPS = re.compile(
    rf" who (?P<how>runs|ran|owns|owned|keeps|kept|manages|managed) (?:an?|the|his|her|their|its) {_PLACE}"
)


def keeper(role: str, after: str) -> str:
    """A role and what is said of it next ("owner", " of the flower shop that…") as one role; itself where nothing is said."""
    if (head := _OWNER.match(role)) and (of := _OF_PLACE.match(after)):
        return f"{of['place']} {head['head']}"
    if _ANYONE.match(role) and (keeps := _KEEPS.match(after)):
        return f"{keeps['place']} {'manager' if keeps['how'].startswith('manage') else 'owner'}"
    return role
