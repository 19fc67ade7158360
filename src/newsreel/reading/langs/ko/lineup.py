"""Line-ups: what a report says once of all the works that it goes through (platform, type, year, distributor)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.dates import DateMention, resolve
from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.lexicon import words
from newsreel.reading.langs.ko.topics import PRINT

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_HOST = re.compile(r"신작|라인업|오리지널|기대작|명단|공개|선보|내놓|개봉|출격|장바구니|카드|편성|윤곽|예고|목록|작품")


_ANNOUNCES = re.compile(r"(?:밝혔|공개했|발표했|알렸|전했)")
_SECTION = re.compile(r"[\[【<◇■▲▶●\-\s]*([가-힣 ]{2,8}?)(?: ?부문| ?편| 라인업| 신작)?[\]】>\s]*$")


def sections(document: Document) -> Iterator[Draft]:
    """The type that a heading gives to the works of the lines below it: "[시리즈]", "◇ 예능"."""
    word = ""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        m = _SECTION.match(document.text[sentence.start : sentence.end])
        if m is not None and (m[1] in words().type_of or not sentence.mentions):
            word = m[1] if m[1] in words().type_of else ""
            continue
        for head in sentence.mentions[:1] if word else ():
            if _is_head(sentence, head) and head.referent is not None:
                head.referent.facts.setdefault("type", words().type_of[word])
                yield Draft(
                    "work_type", head.referent, words().type_of[word], sentence, sentence.start, head.end,
                    "ko/line-up/section",
                )  # fmt: skip


def shared(document: Document) -> Iterator[Draft]:
    """For every work that heads a list line the platform, type, country and date said of all."""
    heads = [(s, m) for s in document.sentences if s.zone == LISTING for m in s.mentions[:1] if _is_head(s, m)]
    works = list(dict.fromkeys(m.referent for _, m in heads if m.referent is not None))
    if len(works) < 3:  # noqa: PLR2004 - a line-up has several
        return
    yield from _set(document, heads[0][0], works)
    intro = _intro(document, heads[0][0])
    if intro is None:
        return
    sentence, host = intro
    kind = host.facts.get("kind")
    text = document.text[sentence.start : sentence.end]
    news = re.search(r"오리지널|신작|기대작", text)
    said = re.search(rf"({words().types})(?= |를|을|의|,|만|\d|들)", text[news.start() :]) if news else None
    country = re.search(r"(한국|일본|미국|중국|태국|대만) (?:오리지널|신작|콘텐츠|작품|시리즈|드라마|영화)", text)
    for work in works:
        predicate = {"platforms": "platform", "distributors": "distributor"}.get(str(kind))
        if predicate:
            yield Draft(
                predicate, work, host, sentence, sentence.start, sentence.end, "ko/line-up/host", background=True
            )
        if said and not work.facts.get("type"):
            work.facts["type"] = words().type_of[said[1]]
            yield Draft(
                "work_type", work, words().type_of[said[1]], sentence, sentence.start, sentence.end, "ko/line-up/type"
            )
        if country:
            yield Draft(
                "country",
                work,
                words().countries[country[1]],
                sentence,
                sentence.start,
                sentence.end,
                "ko/line-up/country",
            )
    by = (host.name,) if _ANNOUNCES.search(text) else ()
    yield from _when(document, heads, sentence, by)


_PRESENTS = re.compile(r"라인업|신작 (?:목록|명단)|기대작|공개 예정작|콘텐츠 로드맵")
_OF_BEFORE = re.compile(r"지난해|작년|재작년|흥행|1위|인기를 (?:끈|얻)|원작|전작|사랑받")
# "'가' '나' 등 다채로운 소재의 드라마": a row of which more is to come, no earlier works.
_AMONG = re.compile(r"[>’'〉》]?(?:[ ,·]*[<‘'〈《][^>’'〉》]{1,30}[>’'〉》])* 등 [가-힣]")
_WORKS = 3
_SHARE = 0.75


def presented(document: Document) -> Iterator[Draft]:
    """The platform of the works that a report on its line-up goes through in prose."""
    shown = [
        m for m in document.mentions if m.kind == "O" and m.referent and m.referent.facts.get("kind") == "platforms"
    ]
    first = next(
        (
            s
            for s in document.sentences[:4]
            if _PRESENTS.search(document.text, s.start, s.end) and any(m in shown for m in s.mentions)
        ),
        None,
    )
    if first is None:
        return
    host = next(m for m in first.mentions if m in shown)
    if sum(m.referent is host.referent for m in shown) < len(shown) * _SHARE:
        return
    marked: set[int] = document.notes.get("background", set())
    works = {
        id(m.referent): (m.referent, s)
        for s in document.sentences
        if s.zone == BODY and not _OF_BEFORE.search(document.text, s.start, s.end)
        for m in s.mentions
        if m.kind == "W"
        and m.referent is not None
        and (id(m) not in marked or _AMONG.match(document.text, m.end))
        and m.referent.facts.get("type") not in PRINT
    }
    for work, sentence in works.values() if len(works) >= _WORKS else ():
        at = next(m for m in sentence.mentions if m.referent is work)
        yield Draft(
            "platform", work, host.referent, sentence, at.start, at.end, "ko/line-up/presented", background=True
        )


_OFFERS = re.compile(
    r"(?:선보인다|선보일|내놓는다|내놓을|끄집어낸다|배급한다|개봉한다|준비했다|준비 중이다|출격시킨다|"
    r"공개한다)"
)


def offered(document: Document) -> Iterator[Draft]:
    """What a distributor's sentence lists: "가엔터테인먼트는 '나'(감독 …), '다'(감독 …) 등 5편을 선보인다"."""
    for sentence in document.sentences:
        if sentence.zone != BODY or not _OFFERS.search(document.text, sentence.start, sentence.end):
            continue
        hosts = [
            m
            for m in sentence.mentions
            if m.kind == "O"
            and m.referent is not None
            and m.referent.facts.get("kind") == "distributors"
            and re.match(r"(?:은|는|이|가) ", document.text[m.end : m.end + 3])
        ]
        if len(hosts) != 1 or hosts[0].referent is None:
            continue
        marked: set[int] = document.notes.get("background", set())
        works = [m for m in sentence.mentions if m.kind == "W" and m.start > hosts[0].end and id(m) not in marked]
        for m in works if len(works) > 1 else ():
            if m.referent is not None:
                yield Draft(
                    "distributor", m.referent, hosts[0].referent, sentence, hosts[0].start, m.end,
                    "ko/line-up/offered", background=True,
                )  # fmt: skip


_SET = re.compile(
    r"(?:(?P<state>후반작업|촬영) 중인 )?(?P<country>한국|일본|미국|중국)? ?(?P<type>영화|드라마|시리즈|예능|"
    r"다큐멘터리|애니메이션)(?:의)? ?(?:대작|신작|"
    r"기대작|화제작|작품|개봉작)? ?(?:[한두세네다여일아열][가-힣]{0,2}|\d+) ?(?:편|작품|개)"
)
_STATES = {"후반작업": "post_production", "촬영": "filming"}


def _set(document: Document, first: Sentence, works: list[Referent]) -> Iterator[Draft]:
    """후반작업 중인 한국영화 네 편: what is said of the set holds for each."""
    for sentence in document.sentences[: first.index]:
        if sentence.zone != BODY:
            continue
        m = _SET.search(document.text, sentence.start, sentence.end)
        if m is None:
            continue
        for work in works:
            if not work.facts.get("type"):
                work.facts["type"] = words().type_of[m["type"]]
                yield Draft(
                    "work_type", work, words().type_of[m["type"]], sentence, m.start(), m.end(), "ko/line-up/set-type"
                )
            if m["country"]:
                yield Draft(
                    "country",
                    work,
                    words().countries[m["country"]],
                    sentence,
                    m.start(),
                    m.end(),
                    "ko/line-up/set-country",
                )
            if m["state"]:
                yield Draft(
                    "production_status", work, _STATES[m["state"]], sentence, m.start(), m.end(), "ko/line-up/set-state"
                )
        return


def _is_head(sentence: Sentence, mention: Mention) -> bool:
    return mention.kind == "W" and mention.start - sentence.start <= 6 and mention.referent is not None  # noqa: PLR2004


def _intro(document: Document, first: Sentence) -> tuple[Sentence, Referent] | None:
    """The sentence before the list that names who shows it all, and who that is."""
    for sentence in document.sentences[: first.index]:
        if sentence.zone not in {BODY, HEADLINE} or sentence.zone == HEADLINE:
            continue
        text = document.text[sentence.start : sentence.end]
        for m in sentence.mentions:
            if (
                m.kind == "O"
                and m.referent is not None
                and m.referent.facts.get("kind") in {"platforms", "distributors"}
                and re.match(r" ?(?:코리아|측)?(?:가|이|는|은|의)", document.text[m.end : m.end + 6])
                and _HOST.search(text)
            ):
                return sentence, m.referent
    return None


def _when(
    document: Document, heads: list[tuple[Sentence, Mention]], intro: Sentence, by: tuple[str, ...]
) -> Iterator[Draft]:
    """A year or quarter said of all, for works whose own lines give no date."""
    year = next(
        (
            m
            for m in intro.mentions
            if m.kind == "D"
            and isinstance(m.value, DateMention)
            and m.value.kind in {"year", "half", "quarter", "season"}
        ),
        None,
    )
    at = {s.index: m for s, m in heads}
    section: Mention | None = None
    section_sentence: Sentence | None = None
    for sentence in document.sentences[heads[0][0].index - 1 if heads[0][0].index else 0 :]:
        dates = [m for m in sentence.mentions if m.kind == "D"]
        if (
            sentence.zone != LISTING
            and len(dates) == 1
            and len(sentence.mentions) == 1
            and sentence.end - sentence.start <= len(dates[0].text) + 4
        ):
            section, section_sentence = dates[0], sentence
            continue
        head = at.get(sentence.index)
        if head is None or head.referent is None:
            continue
        own = [
            m
            for s in document.sentences
            if s.paragraph == sentence.paragraph
            for m in s.mentions
            if m.kind == "D" and isinstance(m.value, DateMention) and m.value.kind in {"day", "month"}
        ]
        mention, where = (section, section_sentence) if section is not None else (year, intro)
        if own or mention is None or where is None:
            continue
        value = resolve(mention.value, future=True)
        draft = Draft(
            "release_date",
            head.referent,
            value.edtf,
            where,
            mention.start,
            mention.end,
            "ko/line-up/date",
            mention=mention,
        )
        published = document.report.published
        if published is not None and Period.parse(value.edtf).end > published:
            draft.status, draft.by, draft.fixed = "planned", by, True
        yield draft
