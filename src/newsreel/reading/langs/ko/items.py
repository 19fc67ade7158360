"""The items of a line-up: which lines head them, which of them name no title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.langs.ko.sentences import BULLET
from newsreel.reading.langs.ko.topics import names_only

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_HEAD = 30  # characters between a bullet and the title that the item is about


def signs(document: Document) -> frozenset[str]:
    """The bullets before which items of a line-up stand that name titles."""
    return frozenset(
        document.text[s.start]
        for s in document.sentences
        if s.zone == LISTING and BULLET.match(document.text, s.start) and any(m.kind == "W" for m in s.mentions)
    )


_PROSE = 40  # characters of a bulleted sentence that is no line of details


def in_prose(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence begins an item that is told in whole sentences behind a bullet."""
    text = document.text[sentence.start : sentence.end]
    told = text.endswith("다.") and len(text) > _PROSE // 2
    length = sum(s.end - s.start for s in document.sentences if s.paragraph == sentence.paragraph)
    return sentence.zone == LISTING and BULLET.match(text) is not None and told and length > _PROSE


def leaves(document: Document, sentence: Sentence, signs: frozenset[str], *, numbered: bool) -> bool:
    """Whether a sentence without a heading begins an item of its own, which no work is spoken of in."""
    return (numbered and _item(document, sentence)) or _untitled(document, sentence, signs)


def _untitled(document: Document, sentence: Sentence, signs: frozenset[str]) -> bool:
    """Whether a sentence begins an item of a line-up that names no title: news of something else."""
    if sentence.zone != LISTING or document.text[sentence.start] not in signs:
        return False
    told = document.text[sentence.start : sentence.end].endswith(("다.", "요.", "다"))
    item = [s for s in document.sentences if s.paragraph == sentence.paragraph]
    return told and item[0] is sentence and not any(m.kind == "W" for s in item for m in s.mentions)


def heading(document: Document, sentence: Sentence, marked: set[int], *, many: bool) -> Referent | None:
    """The work that a list line or a short opening is headed with: "▶ <달빛 정원>, 여전히 한강에서"."""
    works = [m for m in sentence.mentions if m.kind == "W"]
    first = next((m for m in works if id(m) not in marked), works[0] if works else None)
    if first is None or sentence.zone not in {LISTING, BODY}:
        return None
    text = document.text[sentence.start : sentence.end]
    bullet = BULLET.match(text)
    at = sentence.start + (bullet.end() if bullet else 0)
    near = document.text[at : first.start]
    if bullet and many and (len(near) <= 4 or (len(near) <= _HEAD and not re.search(r"[.]", near))):  # noqa: PLR2004
        return first.referent
    return first.referent if first.start - at <= 2 and first.end >= sentence.end - 1 else None  # noqa: PLR2004


_ITEM = re.compile(r"\d{1,3}(?:[.)]|위[.:]?) ")


def _item(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a line with a number of its own, or a heading of names."""
    numbered = sentence.zone == LISTING and _ITEM.match(document.text, sentence.start) is not None
    return numbered or names_only(document, sentence)


def is_numbered(document: Document) -> bool:
    """Whether a report goes through works under numbers, some of which may have no title."""
    items = [s for s in document.sentences if _item(document, s)]
    titled = any(m.kind == "W" for s in items for m in s.mentions)
    return len(items) > 1 and (titled or all(s.zone == BODY for s in items))


# "◇ EBS 다큐프라임 '": what may stand between a bullet and its title.
_ITEM_HEAD = re.compile(r"[◇◆■□▲△▶▷●○◎①-⑳❶-❿] ?[가-힣A-Za-z0-9+ ]{0,16}[‘'<《〈]?")


def is_line_up(document: Document) -> bool:
    """Whether the report goes through several works one by one."""
    heads = set()
    for sentence in document.sentences:
        if sentence.zone == LISTING:
            first = next((m for m in sentence.mentions if m.kind == "W"), None)
            near = document.text[sentence.start : first.start] if first is not None else ""
            if first is not None and (len(near) <= 6 or _ITEM_HEAD.fullmatch(near)):  # noqa: PLR2004
                heads.add(id(first.referent))
    return len(heads) >= 2  # noqa: PLR2004
