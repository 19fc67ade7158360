"""Who makes room for somebody: "A의 후임으로 B", "A를 대신해 B가", "A의 빈자리를 B가 채운다". A no longer has the part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention

RULE = "ko/cast/replaced"
_MAKES_ROOM = re.compile(
    r"(?:의 (?:[^,. ]{1,8} )?(?:후임|빈자리|공백|대타|대체자|바통)|(?:을|를) (?:대신(?:해|하|할)|대체(?:해|하|할))|(?: |의 )?대신(?=[ ,에]))"
)
_CREW = re.compile(r"감독|연출|메가폰|작가|극본|각본|PD|대표|사장|MC|진행")


def replaced(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of a cast whose member makes room for another turned into denials."""
    gone: dict[tuple[int, int], Mention] = {}
    for sentence in document.sentences:
        for mention in sentence.mentions:
            if mention.kind != "P" or mention.referent is None:
                continue
            room = _MAKES_ROOM.match(document.text, mention.end, sentence.end)
            if room and not _CREW.search(document.text, mention.end, min(sentence.end, room.end() + 8)):
                gone[sentence.index, id(mention.referent)] = mention
    if not gone:
        return drafts
    kept, told = [], set()
    for draft in drafts:
        key = (draft.sentence.index, id(draft.object))
        if draft.predicate == "cast_member" and key in gone and draft.status != "denied":
            continue
        kept.append(draft)
    for (index, _), mention in gone.items():
        beside = next((d for d in kept if d.sentence.index == index and d.predicate == "cast_member"), None)
        if beside is None or mention.referent is None or id(mention.referent) in told:
            continue
        told.add(id(mention.referent))
        if not any(d.status == "denied" and d.object is mention.referent for d in kept):
            kept.append(
                Draft(
                    "cast_member",
                    beside.subject,
                    mention.referent,
                    beside.sentence,
                    min(beside.start, mention.start),
                    max(beside.end, mention.end),
                    RULE,
                    status="denied",
                    fixed=True,
                    mention=mention,
                )  # fmt: skip
            )
    return kept
