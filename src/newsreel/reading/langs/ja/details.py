"""The details of a credit: the part with the role that stands before its name anywhere, and the billing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Draft


def part_and_billing(document: Document, draft: Draft, actors: set[int]) -> None:
    """Fill in what a credit leaves out; `actors` are the ids of all who play."""
    if draft.rule == "ja/cast/lead" and not _leads(document, draft):
        draft.slots.pop("billing", None)
    _fill_role(document, draft, actors)
    _voiced(document, draft)


_LEAD_LIST = re.compile(r"(?P<two>(?:W|Ｗ|ダブル))?主演の")


def _leads(document: Document, draft: Draft) -> bool:
    """Whether a name of a list behind 主演の is a lead: in 主演の佐藤花のほか、林渚 the second is none."""
    if draft.mention is None:
        return True
    before = document.text[draft.start : draft.mention.start]
    listed = _LEAD_LIST.match(before)
    if "のほか" in before:
        return False
    names = sum(m.kind in "PX" and draft.start <= m.start < draft.mention.start for m in draft.sentence.mentions)
    if listed is None or not names:
        return True
    if listed["two"]:
        return names < 2 and document.text[draft.start - 1 : draft.start] != "と"  # noqa: PLR2004 - two share the lead
    return names < 2 and before.endswith("と")  # noqa: PLR2004


# 沖田艦長: the part is 沖田, a captain.
_RANKED = re.compile(
    r"(?P<name>[一-龥々]{2,5}|[ァ-ヴー・]{3,12})(?P<rank>艦長|船長|隊長|警部補?|巡査|刑事|教授|博士|署長|校長|院長|[大中少][佐尉将]|軍曹|神父|伯爵|男爵|公爵|夫人)"
)


def _fill_role(document: Document, draft: Draft, actors: set[int]) -> None:
    """Give a credit the role that stands before its character's name anywhere in the report."""
    character = draft.slots.get("character")
    if draft.predicate != "cast_member" or not character:
        return
    full = character
    for mention in document.mentions:
        referent = mention.referent
        if referent is None or mention.kind not in "CX" or character not in referent.names:
            continue
        if id(referent) in actors:
            continue
        full = referent.name if len(referent.name) > len(full) else full
        role = referent.facts.get("role")
        if role and "role" not in draft.slots:
            draft.slots["role"] = str(role)
        if referent.facts.get("hero"):
            draft.slots.setdefault("billing", "lead")
    if (ranked := _RANKED.fullmatch(full)) and not ranked["name"].endswith(
        ("大学", "学校", "高校", "名誉", "主任", "担当", "科")
    ):
        full = ranked["name"]
        draft.slots.setdefault("role", ranked["rank"])
    draft.slots["character"] = full


_SPOKEN = re.compile(r"声優|声の(?:出演|キャスト)|声を|の声|CV|ＣＶ|アフレコ|吹き替え")


def _voiced(document: Document, draft: Draft) -> None:
    """Casts of animation speak, where the report says so at all."""
    type_ = str(draft.subject.facts.get("type") or "")
    if draft.predicate == "cast_member" and type_.startswith("animation") and _SPOKEN.search(document.text):
        draft.slots.setdefault("billing", "voice")
