"""Lists of credits: "label: names" and "character: actor" lines, and columns of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsreel.reading.document import LISTING, Referent, Sentence
from newsreel.reading.frames import Draft
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document

# So many share a role at most, and their names are no longer than this.
_SHARE, _LONGEST = 2, 30
_PAIR = re.compile(
    r"(?P<label>[^:：=＝‥…─／▽\n]{1,24}?)(?:\s*[:：=＝]\s*|[‥…]+|──+|\s{1,3})"
    r"(?P<names>[^▽\n]+?)(?=(?:[／/▽、，,　](?=[^／/▽、，:：=＝‥…]{1,16}[:：=＝‥…]))|[▽\n]|$)"
)
# What heads a line in brackets: 【キャスト】三浦渚：佐々木花.
_HEAD = re.compile(r"[▽■◆◇●▼◎☆★・\s　]*(?:【([^】]{1,14})】|[＜<〈]([^>＞〉]{1,14})[>＞〉])[:：\s　]*")
# From so many marks on a sentence is a row of credits.
_ROW = 2
_MARK = re.compile(r"^[▽■◆◇●▼◎☆★・\s　【】]+")
_SPLIT = re.compile(
    r"[、,，／/]|・(?![ァ-ヴー])|(?<=\x00)\s+|\s{2,}|　|(?<=[一-龥ぁ-ん])\s(?=[一-龥]{2,})|×|＆|ほか|他$"
)
_BRACKET = re.compile(r"[（(][^）)]*[）)]")
_LIKE_A_NAME = re.compile(
    r"[ァ-ヴー]{2,8}(?:[・=＝][ァ-ヴー]{2,8})+|[一-龥々]{1,3}[ぁ-んァ-ヴー]{1,5}|[一-龥々]{3,5}|[ァ-ヴー]{3,10}"
)
_NAME = re.compile(r"^[一-龥々〆ヶァ-ヴーぁ-んA-Za-zＡ-Ｚａ-ｚ0-9=＝・.☆★!！&'’ ]{1,24}$")


class _Segment(NamedTuple):
    """A label and what stands behind it; `start` and `at` (where that begins) in the line."""

    label: str
    names: str
    start: int
    at: int


@cache
def _labels() -> dict[str, str]:
    return {form: predicate for predicate, forms in load_data("ja", "credits").items() for form in forms}


def lists(document: Document) -> Iterator[Draft]:
    """The credits of list lines, about the work that the list belongs to."""
    prizes = False
    for sentence in document.sentences:
        words = document.text[sentence.start : sentence.end]
        if words[0] not in "・★▽◎":
            prizes = words.endswith(("賞", "部門", "受賞結果", "ノミネート"))
        if prizes:
            continue  # ★猿の星：創世記: what was chosen for a prize
        row = document.text.count("▽", sentence.start, sentence.end) >= _ROW
        if sentence.zone != LISTING and not row:
            continue
        host = document.focus[sentence.index].work
        if host is None:
            continue
        yield from _line(document, sentence, host)


def _line(document: Document, sentence: Sentence, host: Referent) -> Iterator[Draft]:
    words = document.text[sentence.start : sentence.end]
    labels = _labels()
    headed = _HEAD.match(words)
    lead = headed or _MARK.match(words)
    offset = lead.end() if lead else 0
    if headed and offset < len(words):
        predicate = labels.get((headed[1] or headed[2]).strip(), "")
        if predicate not in ("", "none") and not _PAIR_MARK.search(words, offset):
            span = (sentence.start, sentence.end)
            yield from _credit(document, sentence, host, predicate, offset, words[offset:], span)
            return
    if _BRACKETED.fullmatch(words):
        first = _label_pattern().search(words)
        yield from _carriers(sentence, host, sentence.start + (first.start() if first else 0))
        words, offset = words.rstrip("）)"), first.start() if first else 1
    pairs = list(_labelled(words, offset)) or [
        _Segment(m["label"], m["names"], m.start(), m.start("names")) for m in _PAIR.finditer(words, offset)
    ]
    if not pairs:
        yield from _column(document, sentence, host, words, offset)
        return
    for pair in pairs:
        label = pair.label.strip(" 　/／・、，,")
        span = (sentence.start + pair.start, sentence.start + pair.at + len(pair.names))
        predicates = (
            [labels[label]] if label in labels else [labels[p] for p in re.split(r"[・/／＆&]", label) if p in labels]
        )
        if predicates:
            for predicate in predicates:
                if predicate != "none" and not (predicate == "composer" and "作詞" in words):
                    yield from _credit(document, sentence, host, predicate, pair.at, pair.names, span)
        elif any(mark in words[pair.start : pair.at] for mark in ":：=＝‥…─"):
            yield from _role(document, sentence, host, label, pair.at, pair.names, span)


_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")


def _carriers(sentence: Sentence, host: Referent, before: int) -> Iterator[Draft]:
    """Who carries the work, where that stands before the first label: (BS北斗/脚本:佐藤花)."""
    for mention in sentence.mentions:
        kind = mention.referent.facts.get("org_kind") if mention.referent is not None else ""
        if mention.kind == "O" and mention.end <= before and kind in ("broadcaster", "streamer"):
            yield Draft("platform", host, mention.referent, sentence, mention.start, mention.end, "ja/list/platform")


_PAIR_MARK = re.compile(r"[:：=＝‥…]")


@cache
def _label_pattern() -> re.Pattern[str]:
    """A known label, or several joined, with the mark or blank behind it, at the start of a segment."""
    one = "|".join(sorted((re.escape(label) for label in _labels()), key=len, reverse=True))
    label = f"(?P<label>(?:{one})(?:[・/／＆&](?:{one}))*)"
    return re.compile(
        rf"(?:^|(?<=[／/▽、　■★※\s（(]))[■▽★※]?{label}(?:\s*[:：=＝]\s*|[‥…]+|[／/](?=[^／/]{{2,}})|[ 　]{{1,3}})"
    )


def _labelled(words: str, offset: int) -> Iterator[_Segment]:
    """The segments of a line that known labels cut: 監督 A／脚本 B."""
    heads = list(_label_pattern().finditer(words, offset))
    if not heads or heads[0].start() > offset + 1:
        return
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        end = following.start() if following else len(words)
        yield _Segment(head["label"], words[head.end() : end].rstrip(" 　／/▽、"), head.start(), head.end())


def _pieces(words: str) -> Iterator[tuple[int, str]]:
    at = 0
    flat = _BRACKET.sub(lambda m: "\x00" * len(m[0]), words)
    for piece in _SPLIT.split(flat):
        start = flat.index(piece, at) if piece else at
        at = start + len(piece)
        name = piece.split("\x00")[0].strip()
        if name:
            yield start, name


def _credit(  # noqa: C901, PLR0912, PLR0913, PLR0917 - one table of shapes, read from the top
    document: Document, sentence: Sentence, host: Referent, predicate: str, at: int, names: str, span: tuple[int, int]
) -> Iterator[Draft]:
    base = sentence.start + at
    for mention in sentence.mentions:
        if mention.kind != "O" or mention.referent is None or not base <= mention.start < base + len(names):
            continue
        if predicate in _COMPANIES and not _in_bracket(names, mention.start - base):
            yield Draft(predicate, host, mention.referent, sentence, *span, f"ja/list/{predicate}")
    if predicate == "platform":
        return
    yield from _earlier(sentence, predicate, base, names, span)
    source = None
    if predicate == "based_on":
        source = _source(document, sentence, host, base, len(names))
        if source is not None:
            yield Draft("based_on", host, source, sentence, *span, "ja/list/source", slots={"relation": "adaptation"})
    for start, name in _pieces(names):
        if _taken(sentence, base + start, base + start + len(name)):
            continue
        if predicate in ("production_company", "distributor"):
            if _NAME.match(name) and len(name) > 1:
                yield Draft(
                    predicate, host, _bearer(document, "organization", name), sentence, *span, f"ja/list/{predicate}"
                )
            continue
        if not _NAME.match(name):
            continue
        who = _bearer(document, "person", name)
        if predicate in ("lead", "cast_member"):
            slots = {"billing": "lead"} if predicate == "lead" else {}
            actor = _played(document, sentence, base + start, name, slots) or who
            yield Draft("cast_member", host, actor, sentence, *span, "ja/list/cast", slots=slots)
        elif predicate == "based_on" and source is not None:
            yield Draft("creator", source, who, sentence, *span, "ja/list/author")
        elif predicate == "based_on":
            yield Draft("based_on", host, who, sentence, *span, "ja/list/source", slots={"relation": "adaptation"})
        else:
            yield Draft(predicate, host, who, sentence, *span, f"ja/list/{predicate}")


def _earlier(sentence: Sentence, predicate: str, base: int, names: str, span: tuple[int, int]) -> Iterator[Draft]:
    """Works in brackets behind a name, 監督：佐藤（『A』『B』): earlier ones of the same trade."""
    if predicate not in _TRADES:
        return
    for mention in sentence.mentions:
        at = mention.start - base
        if mention.kind != "W" or mention.referent is None or not 0 < at < len(names) or not _in_bracket(names, at):
            continue
        before = [
            m
            for m in sentence.mentions
            if m.kind in "PXO" and base <= m.start < mention.start and not _in_bracket(names, m.start - base)
        ]
        if not before or before[-1].referent is None:
            continue
        maker = before[-1].referent
        if (maker.kind == "organization") == (predicate == "production_company"):
            yield Draft(predicate, mention.referent, maker, sentence, *span, "ja/list/earlier")


_COMPANIES = frozenset({"production_company", "distributor", "platform"})
_TRADES = frozenset({"director", "screenwriter", "producer", "composer", "cinematographer", "production_company"})


def _source(document: Document, sentence: Sentence, host: Referent, base: int, length: int) -> Referent | None:
    """The work that a line names as source; one of the adaptation's title is another work all the same."""
    for mention in sentence.mentions:
        if mention.kind != "W" or mention.referent is None or not base <= mention.start < base + length:
            continue
        if mention.referent is not host:
            return mention.referent
        known = next((r for r in document.referents if r.facts.get("source") is host), None)
        if known is None:
            known = document.refer("work", host.name)
            known.facts["source"] = host
        mention.referent = known
        return known
    return None


def _played(document: Document, sentence: Sentence, at: int, name: str, slots: dict[str, str]) -> Referent | None:
    """The actor where the bracket behind a name tells the part, 佐々木花（三浦渚役）, or holds the actor itself."""
    end = document.text.find(name, at, sentence.end) + len(name)
    match = _NOTE.match(document.text, end, sentence.end)
    if match is None:
        return None
    note = match[1].strip()
    if note.endswith("役") and len(note) > 1:
        slots["character"] = note.removesuffix("役")
        return None
    cv = re.match(r"(?:CV|ＣＶ|声|演)[:：．.・ ]*(.+)", note)
    inside = [m for m in sentence.mentions if match.start(1) <= m.start < match.end(1) and m.kind in "PX"]
    outside = [m for m in sentence.mentions if m.start <= end - 1 < m.end]
    known = any(m.kind == "C" for m in outside) or any(m.kind == "P" for m in inside)
    if cv or (inside and known and not any(m.kind == "P" for m in outside)):
        slots["character"] = name
        return _bearer(document, "person", cv[1] if cv else inside[0].text)
    return None


_NOTE = re.compile(r"\s?[（(]([^（）()]{1,20})[）)]")


def _in_bracket(words: str, at: int) -> bool:
    return any(m.start() < at < m.end() for m in _BRACKET.finditer(words))


def _taken(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a title or organisation stands there."""
    return any(m.kind in "WO" and m.start < end and start < m.end for m in sentence.mentions)


# What a line may be headed by that is no part: 理想のタイプ：佐藤花.
_NO_PART = re.compile(
    r"(?:タイプ|もの|こと|作品|映画|場所|シーン|理由|言葉|コメント|質問|回答|ゲスト|登壇者|出席者|司会|[のな]人|[のな]俳優|[のな]女優|写真|順位|受賞者?)$"
    r"|^(?:好きな|理想|第?[0-9０-９]+位)|[をがに][^、]{1,12}(?:する|した|た|る|ない)"
)


def _role(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    document: Document, sentence: Sentence, host: Referent, label: str, at: int, names: str, span: tuple[int, int]
) -> Iterator[Draft]:
    character = re.sub(r"^.+こと", "", _BRACKET.sub("", label).strip(" 　").removesuffix("役"))
    base = sentence.start + at
    if names.rstrip().endswith("役") and _NAME.match(character):
        slots = {"character": names.strip().removesuffix("役")}
        actor = _bearer(document, "person", character)
        yield Draft("cast_member", host, actor, sentence, *span, "ja/list/actor-role", slots=slots)
        return
    people = [(s, n) for s, n in _pieces(names) if _NAME.match(n) and not _taken(sentence, base + s, base + s + len(n))]
    if not character or not people or len(people) > _SHARE or len(names) > _LONGEST or _NO_PART.search(character):
        return
    known = {m.start for m in sentence.mentions if m.kind in "PXC"}
    if not any(base + s in known or base + s + len(n) in known or _LIKE_A_NAME.fullmatch(n) for s, n in people):
        return
    if (
        re.search(r"[0-9０-９】\]]", character)
        or any(c in names for c in "。「」『』★")
        or any(d.isdigit() for d in names[:1])
    ):
        return
    slots = {"character": character}
    if re.search(r"[（(](?:W|ダブル)?主演[）)]", names):
        slots["billing"] = "lead"
    if note := re.search(r"[（(](?:[^（）()]*/)?([^（）()/]+)[）)]", label):
        slots["role"] = note[1]
    for _start, name in people:
        yield Draft(
            "cast_member", host, _bearer(document, "person", name), sentence, *span, "ja/list/role", slots=dict(slots)
        )


def _column(document: Document, sentence: Sentence, host: Referent, words: str, offset: int) -> Iterator[Draft]:
    """A line of names alone: 佐々木花／林太郎／…."""
    pieces = list(_pieces(words[offset:]))
    if len(pieces) < _ROW or not all(_NAME.match(n) for _s, n in pieces):
        return
    known = sum(m.kind in "PX" for m in sentence.mentions)
    if known * 2 < len(pieces):
        return
    for _start, name in pieces:
        yield Draft(
            "cast_member",
            host,
            _bearer(document, "person", name),
            sentence,
            sentence.start,
            sentence.end,
            "ja/list/column",
        )


def _bearer(document: Document, kind: str, name: str) -> Referent:
    plain = re.sub(r"[\s　]", "", name)
    for referent in document.referents:
        if referent.kind == kind and any(re.sub(r"[\s　]", "", n) == plain for n in referent.names):
            return referent
    return document.refer(kind, name)
