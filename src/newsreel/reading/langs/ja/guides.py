"""What the opening of a guide says of all the works that head its sections: their type, the service that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent


def _set_off(document: Document, head: Referent) -> bool:
    """Whether a section's title stands in 『』 or behind a mark or bracket, where a heading in 「」 may be a slogan."""
    return any(
        m.referent is head
        and (document.text[m.start] != "「" or document.text[max(0, m.start - 2) : m.start].strip(" 　")[-1:] in _MARKS)
        for m in document.mentions
        if m.kind == "W"
    )


_MARKS = frozenset("◆◇●■◎★▼▽・】]）)")


# ドラマ3本, 映画まとめ, 秋の新ドラマ: what the guide holds.
_OF_ALL = re.compile(
    r"[0-9０-９一二三四五六七八九十]+本|まとめ|ガイド|特集|(?:[（(][^（）()]{1,12}[）)])?(?:の(?:見どころ|あらすじ|キャスト)[^、。]{0,8})?を(?:一挙|まとめて)?(?:まとめ|紹介|振り返|並べ)|の中から|から(?:厳選|選)|(?:は|の)次|を曜日順"
)
_SOON = re.compile(r"(?:[春夏秋冬]の?|[今来]週の?|[今来]月の?|今期の?|[0-9０-９]月期の?)(?:新|注目の?|話題の?)?$")


def typed_together(document: Document, done: set[tuple[int, str]]) -> Iterator[Draft]:
    """Works that head the sections of a guide are of the type that its headline or opening names: 秋の新ドラマ3本."""
    heads: list[Referent] = document.notes.get("sections", [])
    if len(heads) < _GUIDE:
        return
    first = next(
        (s for s in document.sentences if any(m.kind == "W" and m.referent in heads for m in s.mentions)), None
    )
    opening = document.sentences[: first.index if first else 0]
    said = [
        (s, m)
        for s in opening
        for m in s.mentions
        if m.kind == "T"
        and m.value in GUIDED
        and (
            s.zone == "headline" or _OF_ALL.match(document.text, m.end, s.end) or _SOON.search(document.text[: m.start])
        )
    ]
    if not said:
        return
    sentence, mention = said[-1]
    for head in heads:
        if not head.facts.get("type") and _set_off(document, head):
            head.facts["type"] = mention.value
            if (id(head), str(mention.value)) not in done:
                done.add((id(head), str(mention.value)))
                yield Draft(
                    "work_type", head, mention.value, sentence, mention.start, mention.end, "ja/title/type-of-all"
                )


# From so many sections on a report is a guide to works of one type.
_GUIDE = 3
GUIDED = frozenset({"film", "series", "animation_series", "animation_film"})


_OFFERED = re.compile(
    r"(?:で|にて)[^。]{0,40}(?:配信|見られ|放送|楽しめ)|ラインナップ|(?:配信|放送)する[^。]{0,40}(?:作品|タイトル)"
)


def carried_together(document: Document) -> Iterator[Draft]:
    """Works that head the sections of a guide are on the service that its opening names: 新局で今後配信する作品."""
    heads: list[Referent] = document.notes.get("sections", [])
    if len(heads) < _GUIDE:
        return
    for sentence in document.sentences:
        if sentence.zone == "headline":
            continue
        if any(m.kind == "W" and m.referent in heads for m in sentence.mentions):
            return
        if not _OFFERED.search(document.text, sentence.start, sentence.end):
            continue
        carriers = {
            id(m.referent): m
            for m in sentence.mentions
            if m.kind == "O" and m.referent is not None and m.referent.facts.get("org_kind") == "streamer"
        }
        if len(carriers) != 1:
            continue
        (mention,) = carriers.values()
        for head in heads:
            yield Draft(
                "platform", head, mention.referent, sentence, mention.start, mention.end, "ja/title/platform-of-all"
            )
        return
