"""Words in quotation marks, weighed for being a title by the marks and by the words beside them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.langs.ko.lexicon import alternation, lines, names, words
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence


CONTEXT = 40  # characters beside the marks that are looked at
_QUOTED = re.compile(
    r"《([^《》\n]{1,60})》|〈([^〈〉\n]{1,60})〉|<([^<>\n]{1,60})>|『([^『』\n]{1,60})』|「([^「」\n]{1,60})」"
    r"|[‘`]([^‘’`'\n]{1,45})[’'`´]|(?<![\w’])'([^'‘’\n]{1,45})'|(?<=[가-힣])'([^'‘’\n ][^'‘’\n]{0,44})'(?![가-힣]{3,})"
    r"|(?<![\w’])'([^'‘’\n ][^'‘’\n]{0,24})’"
)
_NESTED = re.compile(r"['‘]([^'‘’()\n]{1,40}?)\s?\(이하 ['‘]([^'‘’\n]{1,20})['’]\)['’]")
_CREDITED = re.compile(
    r"([^()]{1,40}?)(?=\s?\((?:(?:극본|연출|감독|각본|제작|출연|주연|작가|기획)[ :·/]|"
    r"[가-힣· ]{2,14} (?:감독|작가|작|연출|극본|PD)\)))"
)
_SPOKEN = re.compile(r"“([^“”\n]*)”|\"([^\"\n]*)\"")
_LONGEST_SPOKEN = 40
_BETWEEN = re.compile(r"\((?:\d{4}|[가-힣· ]{2,14} (?:감독|작가|작|연출|극본|PD))\)[’'>》〉]?")
_JOINED = re.compile(r"\s?(?:[,·、/&]|와|과|및)?\s?")


Rules = list[tuple[re.Pattern[str], int]]


@dataclass(slots=True, eq=False)
class Quote:
    """Words in quotation marks: `start` and `end` with the marks, `text` what is within; a score for being a title."""

    start: int
    end: int
    text: str
    mark: str
    sentence: Sentence
    score: float = 0
    reasons: list[str] = field(default_factory=list)


@cache
def title_rules() -> tuple[Rules, Rules, dict[str, int], int]:
    """The rules for the words before and behind the marks, the weights of the marks, and the points of a title."""
    data = load_data("ko", "titles")
    orgs = load_data("ko", "orgs")
    closed = "".join(chr(i) for i in range(0xAC04, 0xD7A4, 28))  # syllables that close with ㄴ: adnominal endings
    fill = {
        "types": words().types,
        "platforms": alternation(n for row in orgs["platforms"] for n in row),
        "adn": f"[{closed}던]",
        "countries": alternation(words().data["countries"]),
    }

    def rules(rows: list[tuple[str, int]]) -> Rules:
        return [
            (re.compile(re.sub(r"\{(types|platforms|adn|countries)\}", lambda m: fill[m[1]], text)), weight)
            for text, weight in rows
        ]

    return (
        rules([*data["before"], *data["not_before"]]),
        rules([*data["after"], *data["after_not"]]),
        data["marks"],
        data["threshold"],
    )


def quotes(document: Document) -> list[Quote]:
    """Everything in quotation marks outside furniture, scored for being a title."""
    found: list[Quote] = []
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        line = document.text[sentence.start : sentence.end]
        for m in _NESTED.finditer(line):  # 'the whole (이하 'short')'
            found += [
                Quote(sentence.start + m.start(), sentence.start + m.end(1), m[1].strip(), line[m.start()], sentence),
                Quote(
                    sentence.start + m.start(2) - 1, sentence.start + m.end(2) + 1, m[2], line[m.start(2) - 1], sentence
                ),
            ]
            line = line[: m.start()] + " " * len(m[0]) + line[m.end() :]
        for m in _QUOTED.finditer(line):
            inner = next(g for g in m.groups() if g is not None)
            mark = line[m.start()]
            if not re.search(r"\w", inner):
                continue
            end = sentence.start + m.end()
            if within := _CREDITED.match(inner):  # the credits stand within the marks
                inner = within[1]
                end = sentence.start + m.start() + 1 + len(inner)
            found.append(Quote(sentence.start + m.start(), end, inner.strip(), mark, sentence))
        for m in _SPOKEN.finditer(line):
            if (
                re.search(r"\w", m[1] or m[2] or "")
                and len(m[1] or m[2]) <= _LONGEST_SPOKEN
                and not any(a.start < sentence.start + m.end() and sentence.start + m.start() < a.end for a in found)
            ):
                found.append(
                    Quote(
                        sentence.start + m.start(),
                        sentence.start + m.end(),
                        (m[1] or m[2]).strip(),
                        line[m.start()],
                        sentence,
                    )
                )
    found.sort(key=lambda q: q.start)
    for quote in found:
        _score(document, quote)
    _share(document, found)
    _parts(document, found)
    _prefer(document, found)
    return found


_PRODUCTION = re.compile(
    r"드라마|영화|시리즈|예능|다큐|시트콤|애니메이션|출연|캐스팅|촬영|개봉|방송|공개|크랭크|연출|극본|주연|"
    r"각본|상영|원작|[극작]품|배역|[가-힣]극[은는이가의 ]"
)


def _parts(document: Document, found: list[Quote]) -> None:
    """A word that the report quotes as a part once ("'오산' 역") is that part wherever nothing makes a title of it."""
    parts = {key(q.text) for q in found if _PART.match(document.text, q.end)}
    for quote in found:
        if key(quote.text) in parts and quote.score < _TYPED:
            quote.score -= _TYPED + 2


_PART = re.compile(r"\s?(?:역|역할|배역)(?:을|에|으로|의|은|이|,|\.|로| )")
_TYPED = 4  # the points of a title behind a word for its type


def _prefer(document: Document, found: list[Quote]) -> None:
    """A word quoted again and again, or first of all, is the title that a report without another must have."""
    counts = Counter(key(q.text) for q in found if q.score > -3)  # noqa: PLR2004
    for quote in found:
        if quote.score >= 0 and counts[key(quote.text)] > 1:
            quote.score += 1
    for short in found:  # '치인트' in the headline, '치즈인더트랩' in the text
        if short.sentence.zone != HEADLINE or not 2 <= len(key(short.text)) <= 4 or short.mark in '"“':  # noqa: PLR2004
            continue
        for quote in found:
            if quote.sentence.zone != HEADLINE and _abbreviates(key(short.text), key(quote.text)):
                quote.score += 3
                short.score += 3
    if found and _PRODUCTION.search(document.text) and not any(q.score >= title_rules()[3] for q in found):
        best = max(found, key=lambda q: (q.score, -q.start))
        if best.score >= 0 and best.mark not in '"“':
            best.score = title_rules()[3]


def _abbreviates(short: str, whole: str) -> bool:
    """Whether a word takes its syllables from another, the first one included, as 치인트 does from 치즈인더트랩."""
    rest = iter(whole)
    return len(whole) > len(short) + 1 and whole[0] == short[0] and all(c in rest for c in short)


# What headlines set in quotation marks before a name though it is no title: '임신 중' 한지우, '복귀' 한지우.
_EPITHET = re.compile(
    r"(?:[가-힣] ?중|복귀|전역|입대|컴백|논란|의혹|불륜남|불륜녀|열애|결혼|이혼|임신|출산|은퇴|하차|겸업|폭행|"
    r"운전|데뷔|"
    r"투병|사망|결별|파경|조작|퇴출|자숙|구속)$"
)


# Ceremonies, concerts, festivals: '제39회 청룡영화상', '2020 MBC 연기대상'.
_EVENT = re.compile(
    r"(?:^(?:제?\d+회|(?:19|20)\d\d) .*(?:대상|영화제|시상식|어워[즈드]|영화상|콘서트|축제|페스티벌|대전)$|"
    r"(?:국제영화제|연기대상|예술대상|연예대상|가요대전|가요대축제|시상식|어워즈|팬미팅|단독 콘서트|\d부작)$)"
)


_SLOT = re.compile(r"(?:월화|수목|금토|토일|주말|일일|아침|평일|목요|금요)(?:극|드라마)?")  # the week, no title


def _score(document: Document, quote: Quote) -> None:
    before, after, marks, _ = title_rules()
    quote.score = marks.get(quote.mark, 0)
    left = document.text[max(quote.sentence.start, quote.start - CONTEXT) : quote.start]
    right = document.text[quote.end : min(quote.sentence.end, quote.end + CONTEXT * 2)]
    for rules, text in ((before, left), (after, right)):
        weights = [weight for pattern, weight in rules if pattern.search(text)]
        if weights:
            quote.score += max((w for w in weights if w > 0), default=0) + min((w for w in weights if w < 0), default=0)
    if (
        quote.sentence.zone == HEADLINE
        and quote.mark in "‘'"
        and len(quote.text) <= 20  # noqa: PLR2004 - characters
        and not re.search(r"(?:[다요죠까네]|[.?!])$", quote.text)
    ):
        quote.score += 1
    if _EVENT.search(quote.text) or _SLOT.fullmatch(quote.text):
        quote.score -= 8
    if quote.sentence.zone == HEADLINE and _EPITHET.search(quote.text):
        quote.score -= 4
    if re.search(r"(?:시즌|파트|Class|Part|Season|PART) ?\d+$", quote.text):
        quote.score += 3
    if re.search(r"[.!?]$", quote.text) and quote.mark in "\"“'‘" and len(quote.text) > 12:  # noqa: PLR2004
        quote.score -= 2
    if key(quote.text) in _platforms():
        quote.score -= 8
    quote.score += _known(quote) + _owned(left, quote)
    whole = document.text[quote.sentence.start : quote.sentence.end].strip()
    if quote.mark == "<" and whole == document.text[quote.start : quote.end] and not _headed(document, quote):
        quote.score -= 5


_SEASON = re.compile(r" ?(?:(?:시즌|파트|Class|Part|Season|PART) ?)?\d{1,2}$")


@cache
def known_titles() -> frozenset[str]:
    """The titles that the press names often, as keys (data/works.txt names its source)."""
    return frozenset(key(line) for line in lines("works.txt"))


_OWNER = re.compile(r"(?<![가-힣])(?:([가-힣]{3})|([가-힣]{2,6}) [가-힣]{1,6})의 ?$")


def _owned(left: str, quote: Quote) -> int:
    """The points of words that are too long for a part's name and stand behind somebody's name: "한지우의 '…'"."""
    m = _OWNER.search(left)
    if m is None or len(key(quote.text)) <= _PART_LENGTH or quote.mark in '"“':
        return 0
    lexicon = names()
    native = m[1] is not None and (m[1] in lexicon.people or lexicon.native(m[1]))
    return 2 if native or (m[2] is not None and m[2] in lexicon.foreign) else 0


_PART_LENGTH = 4


def _known(quote: Quote) -> int:
    """The points of words that are a title known to the press."""
    known = key(_SEASON.sub("", quote.text))
    if quote.score <= -_TYPED or known not in known_titles():
        return 0
    return 2 if len(known) > 2 else 1  # noqa: PLR2004 - a word of two syllables may be a plain one


@cache
def _platforms() -> frozenset[str]:
    """The names of broadcasters and services, as keys: <한국방송> is no title."""
    return frozenset(key(str(form)) for row in load_data("ko", "orgs")["platforms"] for form in row)


_CREDIT_LINE = re.compile(
    r"\s*(?:극본|각본|연출|감독|출연|주연|제작|원작|장르)(?:[·/](?:극본|각본|연출|감독))? ?[:：|]"
)


def _headed(document: Document, quote: Quote) -> bool:
    """Whether a line that holds nothing but a word in marks heads lines of credits."""
    return _CREDIT_LINE.match(document.text, quote.end) is not None


def _share(document: Document, found: list[Quote]) -> None:
    """Quotes that stand side by side are one list: what makes one of them a title makes the others too."""
    groups: list[list[Quote]] = []
    for quote in found:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.sentence is quote.sentence
            and last.mark == quote.mark
            and _JOINED.fullmatch(_BETWEEN.sub("", document.text[last.end : quote.start]))
        ):
            groups[-1].append(quote)
        else:
            groups.append([quote])
    for group in groups:
        if len(group) > 1:
            best = max(q.score for q in group) + (2 if group[0].mark not in '"“' else 0)
            for quote in group:
                if quote.score > -2:  # noqa: PLR2004
                    quote.score = max(quote.score, best)


def key(name: str) -> str:
    """A title without spaces and signs, for comparing."""
    return "".join(c for c in name.casefold() if c.isalnum())
