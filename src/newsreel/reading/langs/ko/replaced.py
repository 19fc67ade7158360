"""Who makes room for somebody: "A의 후임으로 B", "A를 대신해 B가", "A의 빈자리를 B가 채운다".

A no longer has the part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

RULE = "ko/cast/replaced"
_MAKES_ROOM = re.compile(
    r"(?:의 (?:[^,. ]{1,8} )?(?:후임|빈자리|공백|대타|대체자|바통)|(?:을|를) (?:대신|대체)(?:해|하|할)|"
    r"(?: |의 )?대신(?=[ ,에]))"
)
_CREW = re.compile(r"감독|연출|메가폰|작가|극본|각본|PD|대표|사장|MC|진행")


def replaced(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of a cast whose member makes room for another turned into denials."""
    gone = {(s.index, id(m.referent)): (s, m) for s in document.sentences for m in _making_room(document, s)}
    if not gone:
        return drafts
    kept = [
        d
        for d in drafts
        if d.predicate != "cast_member" or d.status == "denied" or (d.sentence.index, id(d.object)) not in gone
    ]
    denied = {id(d.object) for d in kept if d.predicate == "cast_member" and d.status == "denied"}
    for sentence, mention in gone.values():
        beside = next((d for d in kept if d.sentence is sentence and d.predicate == "cast_member"), None)
        if beside is not None and mention.referent is not None and id(mention.referent) not in denied:
            denied.add(id(mention.referent))
            kept.append(_out(beside, mention, mention.referent))
    return kept


def _making_room(document: Document, sentence: Sentence) -> list[Mention]:
    """The people of a sentence who are said to be followed by others, none who direct or write."""
    found = []
    for mention in sentence.mentions:
        room = _MAKES_ROOM.match(document.text, mention.end, sentence.end) if mention.kind == "P" else None
        if room and not _CREW.search(document.text, mention.end, min(sentence.end, room.end() + 8)):
            found.append(mention)
    return found


def _out(beside: Draft, mention: Mention, who: Referent) -> Draft:
    start, end = min(beside.start, mention.start), max(beside.end, mention.end)
    return Draft(
        "cast_member",
        beside.subject,
        who,
        beside.sentence,
        start,
        end,
        RULE,
        status="denied",
        fixed=True,
        mention=mention,
    )
