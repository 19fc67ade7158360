"""What a work is made from when the source bears its name or none: 동명의 웹툰, 가나다가 펴낸 동화가 원작."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import adapted
from newsreel.reading.langs.ko.lexicon import alternation, words
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_P, _W = kind_char("P"), kind_char("W")
_CLOSED = "".join(chr(i) for i in range(0xAC04, 0xD7A4, 28))  # syllables that close with ㄴ: adnominal endings
_KINDS = (
    "book",
    "webtoon",
    "manga",
    "film",
    "series",
    "play",
    "game",
    "documentary",
    "animation_series",
    "animation_film",
)


@cache
def _pattern() -> Sought:
    kinds = alternation(w for w, kind in words().type_of.items() if kind in _KINDS)
    countries = alternation(words().data["countries"])
    adjective = r"(?:[^ .,]{1,9} ){0,2}?"
    one = rf"{_P}{NUMBER_CLASS}"
    maker = rf"(?P<who>{one}(?:(?:·|와 |과 |, ){one})?)(?: ?(?:작가|감독|화백|원작))?"
    author = (
        rf"{maker}(?:의 ?(?:[^{_P}{_W}.,]{{0,14}} )?| |(?:이|가) (?:[^{_P}{_W}.]{{0,26}}?[{_CLOSED}] |"
        rf"[^{_P}{_W}.,]{{1,9}}한 )(?:[^ .,{_P}{_W}]{{1,6}} )?)"
    )
    kind = rf"(?P<kind>{kinds}|작품|원작)(?=[을를이가은는의에로과와.,]|에서|으로|이다|\s|$)"
    same = rf"(?P<same>동명의?|같은 (?:제목|이름)의) ?{adjective}(?:(?P<country>{countries}) )?{adjective}{kind}"
    nameless = (
        rf"(?P<who2>{one})(?: ?작가| ?화백| ?감독(?=의))?(?! ?(?:감독|PD))(?![은는])(?:의|이|가|와|과)? ?(?:(?!주연|"
        rf"으며|"
        rf"[고며][, ]|"
        rf"맡)[^{_P}{_W}.]){{0,20}}?(?P<kind2>{kinds})"
        rf"(?:이|가|을|를) (?:원작|바탕|밑그림|뿌리|토대|각색|"
        rf"(?:[^.]{{0,30}})?(?:옮긴|옮겼|옮기|드라마로|영화로|드라마화|영화화))"
    )
    drawn = rf"(?P<who3>{one})(?:이|가) 쓰고 (?P<who4>{one})(?:이|가) 그린 (?:[^{_P}.]{{0,10}} )?(?P<kind3>{kinds})"
    bare = (
        rf"(?<![{_W}가-힣’'>》〉])(?P<kind4>(?:인기 |네이버 |카카오 |다음 |일본 |베스트셀러 )?(?:{kinds}))(?:을|를) "
        rf"(?:원작|바탕)으로(?: (?:하고 있|한다|했다|하며|삼았|만들|제작)|"
        rf"(?<=으로)(?= (?:한|하는|만든|제작된|제작하는|각색한) [^.,{_P}]{{0,20}}{_W}))"
    )
    return Sought(rf"(?:{author})?{same}|{nameless}|{drawn}|{bare}")


def sources(document: Document) -> Iterator[Draft]:
    """Claims of works made from a source of the same name or of no name: source, its type, country and author."""
    yield from adapted.drafts(document)
    for sentence in document.sentences:
        if sentence.zone not in {BODY, LISTING} or sentence.masked is None:
            continue
        masked = sentence.masked
        for m in _pattern().matches(masked.text, masked.low):
            yield from _screened(document, sentence, m) or _source(document, sentence, m)


def _screened(document: Document, sentence: Sentence, m: re.Match[str]) -> list[Draft]:
    """The film or series of a book's name: "웹툰 '가'는 … 동명의 영화로 개봉됐다", "'가'를 원작으로 한 동명의 영화"."""
    masked = sentence.masked
    kind = words().type_of.get(m["kind"] or "", "")
    if masked is None or not m["same"] or kind not in {"film", "series"}:
        return []
    books = [x for x in masked.mentions_in(masked.text[: m.end()]) if x.kind == "W"]
    book = books[-1].referent if books else None
    if book is None or book.facts.get("type") not in {"book", "webtoon", "manga"}:
        return []
    work = _known(document, book, kind) or document.refer("work", book.name)
    work.facts.setdefault("type", kind)
    span = (masked.position(m.start()), masked.position(m.end(), end=True))
    return [
        Draft("based_on", work, book, sentence, *span, "ko/source/screened", slots={"relation": "adaptation"}),
        Draft("work_type", work, kind, sentence, *span, "ko/source/screened-type"),
    ]


def _source(document: Document, sentence: Sentence, m: re.Match[str]) -> Iterator[Draft]:
    masked = sentence.masked
    work = _adapted(document, sentence, m)
    if masked is None or work is None:
        return
    word = m["kind"] or m["kind2"] or m["kind3"] or m["kind4"].split(" ")[-1]
    novel = word == "장편" and "작가" in m[0]
    following = [x for x in masked.mentions_in(masked.text[m.end() : m.end() + 4]) if x.kind == "W"]
    kind = "book" if novel else words().type_of.get(word, "")
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    if following and following[0].referent is not None and following[0].referent is not work:
        return
    if m["kind4"] and (work.facts.get("type") in _KINDS[:3] or not _told(document, sentence, work)):
        return
    source = _made_from(document, sentence, work, m, kind)
    sentence_text = document.text[sentence.start : sentence.end]
    screen = kind in {"film", "series"} and "원작" not in sentence_text  # a remake is called so
    yield Draft(
        "based_on",
        work,
        source,
        sentence,
        start,
        end,
        "ko/source/same-name",
        slots={"relation": "remake" if screen else "adaptation"},
    )
    if kind:
        yield Draft("work_type", source, kind, sentence, start, end, "ko/source/type")
        genre = words().type_genre.get(word)
        if genre:
            yield Draft("genre", source, genre, sentence, start, end, "ko/source/genre")
    if m["country"]:
        yield Draft("country", source, words().countries[m["country"]], sentence, start, end, "ko/source/country")
    for group in ("who", "who2", "who3", "who4"):
        for mention in masked.mentions_in(m[group] or ""):
            topical = _TOPICAL.match(document.text, mention.end)  # "한지우 감독은 인기 웹툰을 원작으로 한 …"
            if mention.kind == "P" and mention.referent is not None and topical is None:
                mention.referent.facts["credit"] = "novelist"
                made = "director" if kind in {"film", "series"} else "creator"
                yield Draft(made, source, mention.referent, sentence, start, end, "ko/source/author")


_TOPICAL = re.compile(r"(?: ?(?:감독|PD|연출|배우))?(?:은|는) ")


def _made_from(document: Document, sentence: Sentence, work: Referent, m: re.Match[str], kind: str) -> Referent:
    """The source of a work, one of each kind: of the work's name, or called what the report calls it."""
    masked = sentence.masked
    sources: dict[int, Referent] = document.notes.setdefault("sources", {})
    source = sources.get(id(work))
    if source is not None and (m["same"] or not kind or source.name == work.name or source.facts.get("type") == kind):
        return source
    if m["same"] or m["kind3"] or masked is None:
        source = _known(document, work, kind) or document.refer("work", work.name)
        for name in work.names:
            source.call(name)
    else:  # without a word of the same name
        word = m["kind2"] or m["kind4"]
        source = document.refer("work", word)
        source.call(word.split(" ")[-1])
        first, last = ("who2", "kind2") if m["kind2"] else ("kind4", "kind4")
        source.call(document.text[masked.position(m.start(first)) : masked.position(m.end(last), end=True)])
    source.facts["type"] = kind or source.facts.get("type", "book")
    sources[id(work)] = source
    return source


def _told(document: Document, sentence: Sentence, work: Referent) -> bool:
    """Whether a work is named up to the end of a sentence that counts no others ("20여 편이 웹툰을 바탕으로 했다")."""
    counts = re.search(r"\d ?(?:여 ?)?(?:편|작품)", document.text[sentence.start : sentence.end])
    return counts is None and any(m.referent is work and m.start < sentence.end for m in document.mentions)


def _known(document: Document, work: Referent, kind: str) -> Referent | None:
    """A source of the same name that the report has quoted already."""
    return next(
        (
            r
            for r in document.referents
            if r is not work and r.kind == "work" and r.name == work.name and r.facts.get("type") == kind
        ),
        None,
    )


# "…을 원작으로 하는 해당 드라마는 '가'를 연출한 …": the work meant is the one in focus.
_OWN_TOPIC = re.compile(r"[^.,]{0,24}(?:드라마|영화|작품|시리즈|신작)(?:는|은|가|이) ")


def _adapted(document: Document, sentence: Sentence, m: re.Match[str]) -> Referent | None:
    """The work made from the source: the title that the words before or after name, else the one in focus."""
    masked = sentence.masked
    if masked is None:
        return None
    after = [x for x in masked.mentions_in(re.split("[.,]", masked.text[m.end() : m.end() + 40])[0]) if x.kind == "W"]
    behind = masked.text[m.end() :]
    if after and re.match(r"[^.]{0,30}?(?:한|옮긴|삼은|만든|둔|하는) ", behind) and not _OWN_TOPIC.match(behind):
        return after[0].referent
    return document.focus[sentence.index].work
