"""Sentences, their zones and paragraphs: every line is a paragraph, and quotations keep their sentences together."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, HEADLINE, LISTING, Sentence
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.model import Report

OPENING = "「『（(【〈《［[“＜≪"
CLOSING = "」』）)】〉》］]”＞≫"
_PAIR = dict(zip(CLOSING, OPENING, strict=True))
_END = re.compile(r"[。！？!?♪]+(?=[」』）)”]*)|──$|――$")
_LIST_LINE = re.compile(
    r"[▽■◆◇●▼◎☆★・\s]*(?:[^。、：:‥…（(]|[（(][^（）()：:]{0,12}[）)]){1,16}(?:[：:]|[‥…]{1,}|──)\s*\S"
)
# (BS北斗/脚本:佐藤花 演出:林渚 出演:三浦空ほか): a line of credits in brackets.
_BRACKET_LINE = re.compile(r"[（(][^（）()]{0,60}(?:脚本|監督|演出|出演|主演|原作)[:：・][^。]{2,}[）)]")
_HEADED_LINE = re.compile(
    r"[■◆▽▼◎●☆★・]?\s?[【＜<〈](?:キャスト|出演|出演者|配役|声の出演|スタッフ|監督|脚本|原作|音楽|配給|製作|制作|主演|プロデューサー|プロデュース|演出|総監督|企画|撮影|主題歌|キャラクターデザイン|アニメーション制作|シリーズ構成|チーフプロデューサー)[^】＞>〉]{0,8}[】＞>〉]\s*\S"
)
_EQUAL_LINE = re.compile(
    r"[^。=＝]{1,16}[＝=][^。=＝]{1,16}(?:[　 ]*[／/▽、][　 ]*[^。=＝]{1,16}[＝=][^。=＝]{1,16})*$"
)
_LABEL_LINE = re.compile(
    r"[■▽★]?(?:原作|脚本|監督|演出|音楽|制作|製作|製作著作|配給|出演|キャスト|撮影|企画|(?:チーフ)?プロデューサー|主演|主題歌)(?:\s+|[／/＝=])\S"
)
_MANY_HEADLINES = 4
_LONG_HEADLINE = 90


@cache
def _furniture() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = load_data("ja", "furniture")
    return (
        re.compile("|".join(f"(?:{row})" for row in data["line"])),
        re.compile("|".join(f"(?:{row})" for row in data["onward"])),
        re.compile(data["list_heading"]),
    )


def split(report: Report) -> list[Sentence]:
    """The report's sentences in order; furniture is left out, so that nothing looks at it again."""
    text = report.text
    found: list[Sentence] = []
    at, paragraph, listing = report.body, 0, False
    furniture, onward, list_heading = _furniture()
    before_body = 0
    last = _last_of_article(text, report.body)
    for line in text[report.body :].splitlines(keepends=True):
        start, end = _trim(text, at, at + len(line))
        at += len(line)
        if start >= last:
            break
        if start >= end:
            listing = False
            continue
        words = text[start:end]
        paragraph += 1
        if onward.fullmatch(words):
            break
        if furniture.fullmatch(words):
            continue
        if list_heading.fullmatch(words):
            listing = True
            continue
        zone = BODY
        if before_body < _MANY_HEADLINES and _headlike(words) and not any(s.zone != HEADLINE for s in found):
            zone, before_body = LISTING if _BRACKET_LINE.fullmatch(words) else HEADLINE, before_body + 1
        elif (
            not words.startswith("※")
            and (
                listing
                or _LIST_LINE.match(words)
                or _LABEL_LINE.match(words)
                or _EQUAL_LINE.match(words)
                or _HEADED_LINE.match(words)
                or _BRACKET_LINE.fullmatch(words)
            )
            and "。" not in words[:-1]
        ):
            zone = LISTING
        for a, b in _sentences(words) if zone == BODY else [(0, len(words))]:
            found.append(Sentence(len(found), start + a, start + b, zone, paragraph))
    return found


_LINK = re.compile(
    r"[・▶►■▼◆]\s*[^。：:…＝=]{4,120}|【[^】]{0,24}(?:おすすめ|オススメ|関連|注目)[^】]{0,12}】.{0,40}|.{0,60}(?:公式サイト|公式HP|作品情報|オフィシャルサイト|一覧|まとめ)"
)


def _last_of_article(text: str, body: int) -> int:
    """Where the links below the article begin: lines at its end that name other articles."""
    lines = text[body:].splitlines(keepends=True)
    end = len(text)
    found = end
    seen = 0
    for line in reversed(lines[1:]):
        end -= len(line)
        words = line.strip()
        if not words:
            continue
        if not _LINK.fullmatch(words):
            break
        found, seen = end, seen + 1
    return found if seen > 1 else len(text)


def _headlike(words: str) -> bool:
    return (
        len(words) <= _LONG_HEADLINE
        and not words.endswith(("。", "。」", "」。"))
        and "。" not in words.rstrip("。")[:-1]
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _sentences(line: str) -> list[tuple[int, int]]:
    """The sentences of a line: cut at full stops outside brackets; a bracket never closed counts for none."""
    inside = [False] * (len(line) + 1)
    for a, b in brackets(line):
        inside[a + 1 : b] = [True] * (b - a - 1)
    pieces, start = [], 0
    for match in _END.finditer(line):
        end = match.end()
        if inside[match.start()] or end <= start:
            continue
        if line[match.start()] in "！？!?♪" and end < len(line) and line[end] not in "　 「『":
            continue
        pieces.append((start, end))
        start = end
    if start < len(line):
        pieces.append((start, len(line)))
    trimmed = (_trim(line, a, b) for a, b in pieces)
    return [(a, b) for a, b in trimmed if a < b]


def brackets(text: str) -> list[tuple[int, int]]:
    """Every pair of brackets as (place of the opening, place of the closing), in order of the opening.

    A closing bracket pairs with the nearest open one of its kind; those left open in between are no pairs.
    """
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, c in enumerate(text):
        if c in OPENING:
            stack.append((c, i))
        elif c in _PAIR:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == _PAIR[c]:
                    pairs.append((stack[depth][1], i))
                    del stack[depth:]
                    break
    return sorted(pairs)
