"""Titles that head the lines of a line-up without marks: "▲ 달빛 정원", "- 달빛 정원 | 한지우"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import LISTING, Mention, Referent
from newsreel.reading.langs.ko.lexicon import names
from newsreel.reading.langs.ko.quotes import key, known_titles
from newsreel.reading.langs.ko.sentences import BARE_ITEM, BULLET, DATED_ITEM

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence


_LIST_TITLE = 26
_RANK = re.compile(r"(?:공동 )?\d{1,3}위[.:,]? ")  # "● 1위 달빛 정원"


def split_name(text: str) -> tuple[str, str]:
    """A title and what stands in brackets within the marks: 파친코(Pachinko)."""
    m = re.fullmatch(r"(.{1,40}?)\s?\(([^)]{2,40})\)", text)
    if m and not re.fullmatch(r"가제|\d{4}", m[2]):
        return m[1].strip(), m[2].strip()
    return re.sub(r"\s?\((?:가제|\d{4})\)$", "", text).strip(), ""


def listed(document: Document, registry: dict[tuple[str, str], Referent], known: list[Mention]) -> list[Mention]:
    """Short list lines that are headings of a line-up: "▲ 달빛 정원"."""
    lines = []
    marked = 0
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        bullet = BULLET.match(text)
        marked += bullet is not None and any(
            m.start - sentence.start <= bullet.end() and m.end >= sentence.end - 1 for m in known
        )
        if sentence.zone != LISTING or any(
            sentence.start <= m.start < min(sentence.end, sentence.start + 24) for m in known
        ):
            continue
        ranked = _RANK.match(text, bullet.end()) if bullet else None
        begin = ranked.end() if ranked else bullet.end() if bullet else 0
        rest = text[begin:] if bullet else ""
        if bullet and (cell := re.match(r"([^|ㅣ/]{1,22}?) ?[|ㅣ] ", rest)):
            lines.append((sentence, sentence.start + begin, cell[1]))
            continue
        rest = re.sub(r", ?(?:(?:오는|올|올해|내년|다음 달) ?)?\d{0,2}월?[ \d일초중순말]*$", "", rest)
        rest = re.sub(r"\s?\((?:감독|연출|주연|출연|극본|개봉|가제|\d)[^)]*\)$", "", rest)
        if (
            bullet
            and 0 < len(rest) <= _LIST_TITLE
            and not re.search(r"[.?!:=]$|=|^[가-힣 ]{2,10} ?: ?[가-힣]{2,4}$|^[가-힣]{2,4} ?: |\d+월|\d+일", rest)
            and (not rest.endswith("다") or "(가제)" in text)
        ):
            lines.append((sentence, sentence.start + begin, rest))
    cells = _cells(document, known)
    if len(cells) >= 3:  # noqa: PLR2004 - a line-up has several
        lines = [*lines, *(c for c in cells if c[0] not in [x[0] for x in lines])]
    asked = any(re.search(r"(?:은|는|에서|[나가까지]|으로|하기|위해)$|^Q", rest) for _, _, rest in lines)
    numbered = all(document.text[s.start].isdigit() for s, _, _ in lines)
    if (
        not lines
        or len(lines) + marked < (2 if numbered else 3)
        or asked
        or any(document.text[s.start] in "QA" for s, _, _ in lines)
    ):
        return []
    mentions = []
    for _, start, rest in lines:
        name, _ = split_name(rest)
        referent = registry.get((key(name), "")) or document.refer("work", name)
        registry[(key(name), "")] = referent
        mentions.append(
            Mention(start, start + len(rest.rstrip()), "W", name, referent=referent, reasons=("heading of a line-up",))
        )
    return mentions


_CELL = re.compile(r"([^|ㅣ/(=:–—,‘'<《〈]{2,22}?)\s?(?:[|ㅣ/(=:：–—]| - |, )")
_HEADED = re.compile(r"([^|ㅣ(=‘'<《〈\n]{2,30}?)\s?\((?=감독|연출|극본|각본|주연|출연)")
_DETAILS = re.compile(r"감독|주연|출연|개봉|공개|방송|극본|연출|작가|부작|\d월|\d일|분기|반기|원작")
_NO_CELL = re.compile(
    r"^(?:감독|주연|출연|극본|연출|각본|제작|배급|장르|개봉|공개|방송|등급|원작|음악|촬영|작가|제목|편성|기획|"
    r"출연진|줄거리|러닝타임|수상|날짜|일시|장소|\d+[월일회.]|Q|A)"
)


def _cells(document: Document, known: list[Mention]) -> list[tuple[Sentence, int, str]]:
    """First cells of list lines whose rest tells of productions: "- 달빛 정원 (감독 …)"."""
    found: list[tuple[Sentence, int, str]] = []
    told = total = 0
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        bullet = BULLET.match(text)
        if (
            sentence.zone != LISTING
            or (bullet is None and BARE_ITEM.match(text) is None and DATED_ITEM.match(text) is None)
            or any(sentence.start <= m.start < min(sentence.end, sentence.start + 6) for m in known)
        ):
            continue
        if not re.search(r"[|ㅣ=]", text) and any(sentence.start <= m.start < sentence.end for m in known):
            continue
        total += 1
        begin = bullet.end() if bullet else 0
        begin = ranked.end() if (ranked := _RANK.match(text, begin) or DATED_ITEM.match(text, begin)) else begin
        m = _HEADED.match(text, begin) or _CELL.match(text, begin)
        name = m[1].strip() if m else ""
        somebody = names().native(name) or name in names().people
        if m is None or _NO_CELL.match(name) or (somebody and key(name) not in known_titles()):
            continue
        told += _DETAILS.search(text, m.end()) is not None or DATED_ITEM.match(text) is not None
        found.append((sentence, sentence.start + begin, name))
    return found if found and told * 2 >= len(found) and len(found) * 2 >= total else []
