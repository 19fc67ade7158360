"""Casts in lists: "• 오산 : 강력계 형사. 한지우가 …", one line a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.sentences import BULLET

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence


def lines(document: Document) -> Iterator[tuple[list[Sentence], list[Mention]]]:
    """List lines that begin with names and a colon: their sentences, and the names before the colon."""
    rows: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if sentence.zone == LISTING:
            rows.setdefault(sentence.paragraph, []).append(sentence)
    for sentences in rows.values():
        first = sentences[0]
        text = document.text[first.start : first.end]
        bullet = BULLET.match(text)
        colon = re.search(r"\s?[:：]", text)
        if bullet is None or colon is None or colon.start() > bullet.end() + 24:
            continue
        heads = [m for m in first.mentions if m.kind in "PCX" and m.end <= first.start + colon.start() + 1]
        if heads:
            yield sentences, heads


def cast(document: Document) -> Iterator[Draft]:
    """One claim a character, its actor being the first person named behind the colon."""
    for sentences, heads in lines(document):
        characters = [m for m in heads if m.kind == "C"]
        actors = []
        for sentence in sentences:
            for m in sentence.mentions:
                if m.kind == "P" and m.referent is not None and m.start > heads[-1].end and m.referent not in [a.referent for a in actors]:
                    actors.append(m)
        for character, actor in zip(characters, actors, strict=False):
            sentence = document.sentence_at(actor.start)
            work = document.focus[sentences[0].index].work
            if sentence is not None and work is not None and actor.referent is not None:
                yield Draft("cast_member", work, actor.referent, sentence, actor.start, actor.end, "ko/cast/list-line", slots={"character": character.text}, mention=actor)
