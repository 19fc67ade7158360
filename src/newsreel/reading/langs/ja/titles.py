"""Works: which brackets hold titles, and which work each of them means."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from newsreel.reading.langs.ja.lexicon import lexicon, plain
from newsreel.reading.langs.ja.sentences import CLOSING, OPENING, brackets
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

TITLE_BRACKETS = "『「《〈【“＜≪"
_LONGEST = 60
_THRESHOLD = 2
# At a place with so much evidence the words are a title, whatever they are elsewhere in the report.
_CERTAIN = 7
# In a report that writes titles in 『』 what stands in 《》 needs so much evidence to be one.
_SET_OFF = 5
# Evidence against a title that gives way to strong evidence for it, and to 『』.
_SOFT = -4
# Evidence of the words themselves that nothing outweighs.
_NEVER = -9
# A reading in brackets inside a title, and a subtitle between waves or behind a blank.
_READING = re.compile(r"[（(][ぁ-んァ-ヶー・\s]+[）)]")
_SUBTITLE = re.compile(r"[〜～~\-－―]|\s[^\s]{4,}$")
_SAME = re.compile(r"[\s　・!！?？。、〜～~\-－☆★♪:：]")
_KANA = re.compile(r"[ぁ-んー・\s]+")
# Words in 「」 that nothing speaks against are taken for a title when they are no common word of kanji.
_NAMELIKE = re.compile(r"[ァ-ヴー]{3,}|[A-Za-z]{3,}|.{3,}")
_ROW = re.compile(r"(?:[（(][^）)]{0,20}[）)])?(?:、|と|や|・|/|／|に続く|から|や、)?(?:[0-9０-９]{2,4}年(?:の)?)?")
_ALIAS = re.compile(
    r"[（(](?P<kind>原題|英題|仮題|邦題|以下|通称|略称|韓国題|海外題|韓国語題|中国語題)"
    r"[：:、は　 ]?[「『]?(?P<name>[^「」『』（）()]{1,60})[」』]?[）)]"
)


@dataclass(slots=True)
class Bracket:
    """Words in brackets; `start` and `end` hold the brackets too, `weight` says how much speaks for a title."""

    start: int
    end: int
    words: str
    weight: int
    sentence: Sentence


@cache
def _evidence() -> dict[str, list[tuple[int, re.Pattern[str]]]]:
    data: dict[str, Any] = load_data("ja", "titles")
    rows: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for side in ("before", "after", "inside"):
        rows[side] = [(int(weight), re.compile(pattern)) for weight, pattern in data[side]]
    return rows


def key(title: str) -> str:
    """A title as it is compared: without readings, blanks and marks that reports leave out."""
    plain = _SAME.sub("", _READING.sub("", title))
    return (plain or title).casefold()


def bracketed(document: Document) -> list[Bracket]:
    """Title brackets of every sentence with their weights; within one that is no title, the next inner ones."""
    found: list[Bracket] = []
    text = document.text
    for sentence in document.sentences:
        pairs = [(sentence.start + a, sentence.start + b) for a, b in brackets(text[sentence.start : sentence.end])]
        for a, b in pairs:
            if text[a] in TITLE_BRACKETS and 0 < b - a - 1 <= _LONGEST:
                found.append(Bracket(a, b + 1, text[a + 1 : b], _weight(text, a, b, sentence), sentence))
    return found


def _weight(text: str, a: int, b: int, sentence: Sentence) -> int:
    prior: dict[str, int] = load_data("ja", "titles")["prior"]
    evidence = _evidence()
    weight = prior[text[a]]
    words = text[a + 1 : b]
    before = text[max(sentence.start, a - 24) : a]
    after = text[b + 1 : min(sentence.end, b + 60)]
    ahead = [w for w, p in evidence["before"] if p.search(before)]
    behind = [w for w, p in evidence["after"] if p.match(after)]
    best = max([0, *ahead, *behind])
    for fits in (ahead, behind):
        worst = min([0, *fits])
        if worst >= _SOFT and (best >= -_SOFT - 1 or text[a] == "『"):
            worst = 0
        weight += max([0, *fits]) + worst
    if (
        before.strip()
        and text[a - 1] in "◆◇●■◎★・"
        and a - 1 == sentence.start
        and (not after or after[0] in "…:：（(、。")
    ):
        weight += 3
    if plain(words) in lexicon().canon:
        return _NEVER  # 「新局プライム」の番組: whom it is on
    if text[a] == "【" and (a, b + 1) == (sentence.start, sentence.end):
        weight -= 3  # a line of its own in these marks heads a section
    spoken = sum(w for w, p in evidence["inside"] if p.search(words))
    if spoken > _NEVER and max(ahead, default=0) >= -_SOFT:  # ドラマ「…なのか」: what a type word names is no speech
        spoken = 0
    return weight + spoken


def _within_speech(text: str, bracket: Bracket) -> bool:
    """Whether a bracket stands within 「…」: there 『』 is used by everybody."""
    before = text[bracket.sentence.start : bracket.start]
    return before.count("「") > before.count("」")


def titles(document: Document) -> list[Bracket]:
    """The brackets that hold titles, none within another; a report that writes 『』 uses 「」 for other things."""
    all_ = bracketed(document)
    sums: dict[str, int] = {}
    double = any(
        b.weight >= _THRESHOLD and document.text[b.start] == "『" and not _within_speech(document.text, b) for b in all_
    )
    for b in all_:
        mark = document.text[b.start]
        heads = document.text[b.sentence.start] in "◆◇●■◎★▼"
        if mark == "「" and not double and b.weight in (0, 1) and _NAMELIKE.search(b.words):
            b.weight = _THRESHOLD
        bonus = (
            -2
            if double and mark == "「" and not heads and b.weight <= _THRESHOLD
            else 2
            if b.sentence.zone == "headline" and mark in "「『"
            else 0
        )
        name = key(split_inner(b.words)[0])
        sums[name] = sums.get(name, 0) + b.weight + bonus
    _spread(document.text, all_, sums)
    chosen: list[Bracket] = []
    for b in all_:
        if (
            (sums[key(split_inner(b.words)[0])] >= _THRESHOLD or b.weight >= _CERTAIN)
            and b.weight > -_THRESHOLD * 2
            and not (double and document.text[b.start] == "《" and b.weight < _SET_OFF)
            and (not chosen or b.start >= chosen[-1].end)
        ):
            chosen.append(b)
    return chosen


def _spread(text: str, all_: list[Bracket], sums: dict[str, int]) -> None:
    """Titles in a row are titles all: 「A」「B」や「C」の佐藤."""
    for row in (list(itertools.pairwise(all_)), list(zip(all_[1:], all_, strict=False))[::-1]):
        for known, other in row:
            first, second = (known, other) if known.start < other.start else (other, known)
            same = text[known.start] == text[other.start] and _ROW.fullmatch(text, first.end, second.start)
            if same and sums[key(split_inner(known.words)[0])] >= _THRESHOLD and other.weight > -_THRESHOLD * 2:
                name = key(split_inner(other.words)[0])
                sums[name] = max(sums[name], _THRESHOLD)


# 映画青い港-序章-: a type word that belongs to the title, which headlines leave out.
_UNTYPED = re.compile(r"^(?:映画|劇場版|ドラマ|舞台|アニメ)[ 　]?")
_INNER = re.compile(r"(.+?)\s*[（(](?:原題|英題|仮題|仮|邦題)(?:[:：]\s*([^（）()]+))?[）)](?:\s*[/／]\s*.+)?")


def split_inner(words: str) -> tuple[str, str]:
    """A title without the other title in brackets inside it, and that other: 「青い靴(原題:Blue Shoes)」."""
    match = _INNER.fullmatch(words)
    return (match[1], match[2] or "") if match else (words, "")


def headline_forms(brackets: list[Bracket]) -> dict[str, str]:
    """Short titles that only the headline uses, each with the longer title of the text that begins or ends with it."""
    heads = {b.words for b in brackets if b.sentence.zone == "headline"}
    bodies = [b.words for b in brackets if b.sentence.zone != "headline"]
    forms: dict[str, str] = {}
    for head in heads - set(bodies):
        longer = [
            w
            for w in bodies
            if len(w) > len(head) > 1
            and (w.endswith(head) or w.startswith(head) or _UNTYPED.sub("", w).startswith(head))
        ]
        if longer and not longer[0][len(head) : len(head) + 1].isdigit():
            forms[head] = longer[0]
    return forms


def alias_after(document: Document, bracket: Bracket) -> tuple[str, str, int] | None:
    """(kind, name, end) of another title in the round brackets behind a title: 原題, 仮題, 以下."""
    match = _ALIAS.match(document.text, bracket.end, bracket.sentence.end)
    return (match["kind"], match["name"].strip(), match.end()) if match else None


def short_forms(title: str) -> list[str]:
    """Names that a title goes by as well: without readings, and without a subtitle between waves."""
    forms = [title]
    plain = _READING.sub("", title)
    if plain != title:
        forms.append(plain)
    head = re.split(r"[〜～~]|\s?[-－―]", plain, maxsplit=1)[0].strip()
    if head and head != plain and len(head) > 1:
        forms.append(head)
    return forms


__all__ = ["CLOSING", "OPENING", "Bracket", "alias_after", "bracketed", "key", "short_forms", "titles"]
