"""A work and its remakes abroad: which of them 日本版では, 韓国版の主演は speak of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import Referent
from newsreel.reading.langs.ja.lexicon import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft

_VERSION = re.compile(
    r"(?P<land>日本|韓国|中国|台湾|タイ|米国|アメリカ|ハリウッド|英国|フランス|インド)版(?:[^、。「」『』]{0,4})(?:では|は|の|で|に|が|も)(?![「『])"
)
_TOLD = frozenset(
    {"cast_member", "director", "screenwriter", "producer", "platform", "release_date", "distributor", "composer"}
)


def of_versions(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of a version given to its work; left out where of several versions none is known."""
    spoken = {m["land"] for m in _VERSION.finditer(document.text, document.report.body)}
    if not spoken:
        return drafts
    lands = _lands(drafts)
    there = _REMADE_IN.search(document.text, document.report.body)
    remakes = [
        (d.subject, d.object)
        for d in drafts
        if d.predicate == "based_on" and d.slots.get("relation") == "remake" and isinstance(d.object, Referent)
    ]
    if there is not None:
        for made, _original in remakes:
            lands.setdefault(id(made), set()).add(_code(there["land"]))
    kept = []
    for draft in drafts:
        land = _land(document, draft) if draft.predicate in _TOLD else ""
        if land:
            subject = _version_of(draft.subject, land, remakes, lands)
            if subject is None and len(spoken) > 1:
                continue
            draft.subject = subject or draft.subject
        kept.append(draft)
    return kept


# 日本で『A』としてリメイクされる
_REMADE_IN = re.compile(
    r"(?P<land>日本|韓国|中国|台湾|タイ|米国|アメリカ|ハリウッド|英国|フランス|インド)で[^。]{0,40}リメ[イー]ク"
)


def _lands(drafts: list[Draft]) -> dict[int, set[str]]:
    """The countries that the report gives its works."""
    lands: dict[int, set[str]] = {}
    for draft in drafts:
        if draft.predicate == "country" and isinstance(draft.object, str):
            lands.setdefault(id(draft.subject), set()).add(draft.object)
    return lands


def _land(document: Document, draft: Draft) -> str:
    """The country whose version the words before a draft in its sentence speak of, no title between."""
    named = [m.end for m in draft.sentence.mentions if m.kind == "W" and m.end <= draft.start and not m.indirect]
    low = max([draft.sentence.start, *named])
    last = ""
    for match in _VERSION.finditer(document.text, low, max(low, draft.start)):
        inside = document.text[match.end() : draft.start]
        last = "" if any(inside.count(shut) > inside.count(open_) for open_, shut in ("()", "（）")) else match["land"]
    return _code(last)


def _code(land: str) -> str:
    """The code of a country by its name, "" for none."""
    return _codes().get(land, "")


@cache
def _codes() -> dict[str, str]:
    return {word.name: word.value for word in lexicon().words if word.kind == "A"}


def _version_of(
    host: Referent, land: str, remakes: list[tuple[Referent, Referent]], lands: dict[int, set[str]]
) -> Referent | None:
    """The work of a country among a host, its original and its remakes, or None where that is not known."""
    own = lands.get(id(host), set())
    if land in own:
        return host
    originals = [original for made, original in remakes if made is host]
    for original in originals:
        known = lands.get(id(original), set())
        if known:
            return original if land in known else host
    made = [made for made, original in remakes if original is host]
    if len(made) == 1:
        return made[0]
    return None
