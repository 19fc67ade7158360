"""Titles: which words in quotation marks name a work, and where a work once introduced is named again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING, Mention, Referent
from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, alternation, names, words
from newsreel.reading.langs.ko.sentences import BULLET
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_QUOTED = re.compile(
    r"《([^《》\n]{1,60})》|〈([^〈〉\n]{1,60})〉|<([^<>\n]{1,60})>|『([^『』\n]{1,60})』|「([^「」\n]{1,60})」"
    r"|[‘`]([^‘’`'\n]{1,45})[’'`´]|(?<![\w’])'([^'‘’\n]{1,45})'|(?<=[가-힣])'([^'‘’\n ][^'‘’\n]{0,44})'(?![가-힣]{3,})"
)
_SPOKEN = re.compile(r"“([^“”\n]*)”|\"([^\"\n]*)\"")
_LONGEST_SPOKEN = 40
_CONTEXT = 40
_JOINED = re.compile(r"\s?(?:[,·、/&]|와|과|및)?\s?")
_EDITION = re.compile(
    r"(한국판|일본판|미국판|중국판|영화판|드라마판|뮤지컬판|[가-힣A-Za-z]+TV판)\s*(?:드라마|영화)?\s*$"
)
_SEASON = re.compile(r"\s?(?:시즌|파트|Season|Part|Class|PART)\s?\d+$|(?<=[가-힣])\d$")
_PRINT = frozenset({"book", "webtoon", "manga"})
_LIST_TITLE = 26


@dataclass(slots=True, eq=False)
class Quote:
    """Words in quotation marks: `start` and `end` with the marks, `text` what stands within; a score for being a title."""

    start: int
    end: int
    text: str
    mark: str
    sentence: Sentence
    score: float = 0
    reasons: list[str] = field(default_factory=list)


@cache
def _rules() -> tuple[list[tuple[re.Pattern[str], int]], list[tuple[re.Pattern[str], int]], dict[str, int], int]:
    data = load_data("ko", "titles")
    orgs = load_data("ko", "orgs")
    fill = {"types": words().types, "platforms": alternation(n for row in orgs["platforms"] for n in row)}

    def rules(rows: list[tuple[str, int]]) -> list[tuple[re.Pattern[str], int]]:
        return [
            (re.compile(re.sub(r"\{(types|platforms)\}", lambda m: fill[m[1]], text)), weight) for text, weight in rows
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
        for m in _QUOTED.finditer(line):
            inner = next(g for g in m.groups() if g is not None)
            mark = line[m.start()]
            if not re.search(r"\w", inner):
                continue
            found.append(Quote(sentence.start + m.start(), sentence.start + m.end(), inner.strip(), mark, sentence))
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
    _prefer(document, found)
    return found


_PRODUCTION = re.compile(
    r"드라마|영화|시리즈|예능|다큐|시트콤|애니메이션|출연|캐스팅|촬영|개봉|방송|공개|크랭크|연출|극본|주연|각본|상영|원작|[극작]품|배역|[가-힣]극[은는이가의 ]"
)


def _prefer(document: Document, found: list[Quote]) -> None:
    """A word quoted again and again, or first of all, is the title that a report without another must have."""
    counts = Counter(key(q.text) for q in found if q.score > -3)  # noqa: PLR2004
    for quote in found:
        if quote.score >= 0 and counts[key(quote.text)] > 1:
            quote.score += 1
    if found and _PRODUCTION.search(document.text) and not any(q.score >= _rules()[3] for q in found):
        best = max(found, key=lambda q: (q.score, -q.start))
        if best.score >= 0 and best.mark not in '"“':
            best.score = _rules()[3]


def _score(document: Document, quote: Quote) -> None:
    before, after, marks, _ = _rules()
    quote.score = marks.get(quote.mark, 0)
    left = document.text[max(quote.sentence.start, quote.start - _CONTEXT) : quote.start]
    right = document.text[quote.end : min(quote.sentence.end, quote.end + _CONTEXT * 2)]
    for rules, text in ((before, left), (after, right)):
        weights = [weight for pattern, weight in rules if pattern.search(text)]
        if weights:
            quote.score += max((w for w in weights if w > 0), default=0) + min((w for w in weights if w < 0), default=0)
    if (
        quote.sentence.zone == HEADLINE
        and quote.mark in "‘'"
        and len(quote.text) <= 20
        and not re.search(r"(?:[다요죠까네]|[.?!])$", quote.text)
    ):
        quote.score += 1
    if re.search(r"(?:시즌|파트|Class|Part|Season|PART) ?\d+$", quote.text):
        quote.score += 3
    if re.search(r"[.!?]$", quote.text) and quote.mark in "\"“'‘" and len(quote.text) > 12:  # noqa: PLR2004
        quote.score -= 2
    whole = document.text[quote.sentence.start : quote.sentence.end].strip()
    if quote.mark == "<" and whole == document.text[quote.start : quote.end]:
        quote.score -= 5


def _share(document: Document, found: list[Quote]) -> None:
    """Quotes that stand side by side are one list: what makes one of them a title makes the others too."""
    groups: list[list[Quote]] = []
    for quote in found:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.sentence is quote.sentence
            and last.mark == quote.mark
            and _JOINED.fullmatch(re.sub(r"\(\d{4}\)", "", document.text[last.end : quote.start]))
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


def works(document: Document, found: list[Quote]) -> list[Mention]:
    """The mentions of works; each referent knows its type word (facts "type") and its names in the report."""
    threshold = _rules()[3]
    sure = {key(_split_name(q.text)[0]) for q in found if q.score >= threshold}
    titles = [q for q in found if q.score >= threshold or (key(q.text) in sure and q.score > -4)]  # noqa: PLR2004
    mentions: list[Mention] = []
    registry: dict[tuple[str, str], Referent] = {}
    for quote in titles:
        mentions.append(_mention(document, quote, registry))
    mentions += _listed(document, registry, mentions)
    mentions += _bare(document, registry, mentions)
    _merge_seasons(document, registry, mentions)
    _merge_short(document, registry, mentions)
    titles += _seasons(document, found, titles, registry, mentions)
    taken = {id(q) for q in titles}
    for quote in found:
        if id(quote) not in taken and quote.score > -4 and (short := _short_for(quote.text, registry)):  # noqa: PLR2004
            short.call(quote.text)
            mentions.append(Mention(quote.start, quote.end, "W", quote.text, referent=short, reasons=("short title",)))
    return mentions + _again(document, registry, mentions)


def _merge_short(document: Document, registry: dict[tuple[str, str], Referent], mentions: list[Mention]) -> None:
    """꽃남 and 꽃보다 남자 are one work: a short form quoted like a title."""
    for (name, shelf), referent in list(registry.items()):
        if len(name) > 4 or shelf or referent.facts:  # noqa: PLR2004
            continue
        others = {
            k: r
            for k, r in registry.items()
            if r is not referent and len(k[0]) > len(name) + 1 and not r.facts.get("edition")
        }
        base = _short_for(referent.name, others)
        if base is None or key(referent.name) in {key(n) for n in base.names}:
            continue
        base.call(referent.name)
        for mention in mentions:
            if mention.referent is referent:
                mention.referent = base
        registry[(name, shelf)] = base
        document.referents.remove(referent)


def _seasons(
    document: Document,
    found: list[Quote],
    titles: list[Quote],
    registry: dict[tuple[str, str], Referent],
    mentions: list[Mention],
) -> list[Quote]:
    """Further seasons of works that the report names: '가2' beside '가'."""
    taken = {id(q) for q in titles}
    more = []
    for quote in found:
        bare = _SEASON.sub("", quote.text).strip()
        base = registry.get((key(bare), "")) if bare != quote.text and id(quote) not in taken else None
        if base is not None:
            base.call(quote.text)
            more.append(quote)
            mentions.append(
                Mention(quote.start, quote.end, "W", quote.text, quote, base, reasons=("a further season",))
            )
    del document
    return more


def _mention(document: Document, quote: Quote, registry: dict[tuple[str, str], Referent]) -> Mention:
    left = document.text[max(quote.sentence.start, quote.start - _CONTEXT) : quote.start]
    edition = _EDITION.search(left)
    said = re.search(rf"({words().types})\s*$", left)
    kind = words().type_of[said[1]] if said else ""
    shelf = edition[1] if edition else "print" if kind in _PRINT or quote.mark == "『" else ""
    name, other = _split_name(quote.text)
    referent = registry.get((key(name), shelf))
    if referent is None and not said and not edition:
        referent = next((r for (k, _), r in registry.items() if k == key(name)), None)
    if referent is None:
        referent = document.refer("work", name)
        registry[(key(name), shelf)] = referent
        if edition:
            referent.facts["edition"] = edition[1]
    referent.call(name)
    if other:
        referent.call(other)
        referent.call(quote.text)
    end = quote.end
    if glossed := re.match(
        r"\s?\((?:원제[: ]*)?([A-Za-z][A-Za-z0-9 :',.!?&-]{2,50}|[\u3040-\u30ff\u4e00-\u9fff][^()]{1,30})\)",
        document.text[quote.end : quote.end + 60],
    ):
        referent.call(glossed[1].strip())
        end += glossed.end()
    elif working := re.match(r"\s?\(가제\)", document.text[quote.end : quote.end + 6]):
        end += working.end()
    if said:
        referent.facts.setdefault("type", kind)
        referent.facts.setdefault("typed", (quote.start - len(said[0]), quote.end, said[1]))
    return Mention(
        quote.start, end, "W", name, value=quote, referent=referent, reasons=tuple(quote.reasons) or ("title",)
    )


def _split_name(text: str) -> tuple[str, str]:
    """A title and what stands in brackets within the marks: 파친코(Pachinko)."""
    m = re.fullmatch(r"(.{1,40}?)\s?\(([^)]{2,40})\)", text)
    if m and not re.fullmatch(r"가제|\d{4}", m[2]):
        return m[1].strip(), m[2].strip()
    return re.sub(r"\s?\((?:가제|\d{4})\)$", "", text).strip(), ""


def _listed(document: Document, registry: dict[tuple[str, str], Referent], known: list[Mention]) -> list[Mention]:
    """Short list lines that are headings of a line-up: "▲ 달빛 정원"."""
    lines = []
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        bullet = BULLET.match(text)
        if sentence.zone != LISTING or any(sentence.start <= m.start < sentence.start + 24 for m in known):
            continue
        rest = text[bullet.end() :] if bullet else ""
        if bullet and (cell := re.match(r"([^|ㅣ/]{1,22}?) ?[|ㅣ] ", rest)):
            lines.append((sentence, sentence.start + bullet.end(), cell[1]))
            continue
        rest = re.sub(r"\s?\((?:감독|연출|주연|출연|극본|개봉|가제|\d)[^)]*\)$", "", rest)
        if (
            bullet
            and 0 < len(rest) <= _LIST_TITLE
            and not re.search(r"[.?!:=]$|=|^[가-힣 ]{2,10} ?: ?[가-힣]{2,4}$|^[가-힣]{2,4} ?: |\d+월|\d+일|다$", rest)
        ):
            lines.append((sentence, sentence.start + bullet.end(), rest))
    cells = _cells(document, known)
    if len(cells) >= 3:  # noqa: PLR2004 - a line-up has several
        lines = [*lines, *(c for c in cells if c[0] not in [x[0] for x in lines])]
    asked = any(re.search(r"(?:은|는|에서|[나가까지]|으로|하기|위해)$|^Q", rest) for _, _, rest in lines)
    if len(lines) < 3 or asked or any(document.text[s.start] in "QA" for s, _, _ in lines):  # noqa: PLR2004 - a line-up has several
        return []
    mentions = []
    for sentence, start, rest in lines:
        name, _ = _split_name(rest)
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
    r"^(?:감독|주연|출연|극본|연출|각본|제작|배급|장르|개봉|공개|방송|등급|원작|음악|촬영|작가|제목|편성|기획|출연진|줄거리|러닝타임|수상|날짜|일시|장소|\d+[월일회.]|Q|A)"
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
            or bullet is None
            or any(sentence.start <= m.start < sentence.start + 6 for m in known)
        ):
            continue
        if not re.search(r"[|ㅣ]", text) and any(sentence.start <= m.start < sentence.end for m in known):
            continue
        total += 1
        m = _HEADED.match(text, bullet.end()) or _CELL.match(text, bullet.end())
        name = m[1].strip() if m else ""
        if m is None or _NO_CELL.match(name) or names().native(name) or name in names().people:
            continue
        told += _DETAILS.search(text, m.end()) is not None
        found.append((sentence, sentence.start + bullet.end(), name))
    return found if found and told * 2 >= len(found) and len(found) * 2 >= total else []


_NO_TITLE = re.compile(
    r"^(?:속|같은|관계자|제작|촬영|출연|배우|감독|팬|시장|산업|업계|부문|주연|대본|극본|시나리오|현장|제목|한 편|두 편|여러|최초|역사|음악|데뷔|활동|담당|연출|마니아|평론|관객|개봉|포스터|예고|"
    r"쪽|측|편성|시청|방영|방송|라인업|프로젝트|전체|전문|이야기|사상|최고|부분|캐릭터|원작|판권|홍보|등|및|한|이|그|저|새|더 이상|안|의|는|은|가|를|을|에|로|도|와|과|까지|이나|보다|으로|에서|예매|특성|흥행|자체|현재|사이|뒤|전|후|내내|끝|첫|중|초반|후반|마지막)(?:[가-힣]{0,2})?$"
)
_TOKENS = re.compile(r"(?:[가-힣A-Za-z0-9:!?·-]+ ){0,4}[가-힣A-Za-z0-9:!?·-]+")


def _bare(document: Document, registry: dict[tuple[str, str], Referent], known: list[Mention]) -> list[Mention]:
    """Titles without marks, in reports that set hardly any: what follows a type word and comes again in the report."""
    if len({id(m.referent) for m in known}) > 2:  # noqa: PLR2004 - a report that marks titles marks them all
        return []
    text = document.text[document.report.body :]
    found: list[Mention] = []
    pattern = re.compile(rf"(?:{words().types})(?: 시즌 ?\d)? (?=[가-힣A-Z0-9])")
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for m in pattern.finditer(document.text, sentence.start, sentence.end):
            row = _TOKENS.match(document.text, m.end(), sentence.end)
            if row is None or any(a.start < row.end() and m.end() < a.end for a in [*known, *found]):
                continue
            name = _again_in(text, row[0].split(" "))
            if not name:
                continue
            referent = registry.get((key(name), "")) or document.refer("work", name)
            registry[(key(name), "")] = referent
            said = re.match(words().types, m[0])
            if said:
                referent.facts.setdefault("type", words().type_of[said[0]])
            found.append(
                Mention(m.end(), m.end() + len(name), "W", name, referent=referent, reasons=("after a type word",))
            )
    return found


def _again_in(text: str, tokens: list[str]) -> str:
    """The longest beginning of some words, the last without its particle, that the report has at least twice."""
    for count in range(len(tokens), 0, -1):
        head, last = tokens[: count - 1], tokens[count - 1]
        if _NO_TITLE.match(tokens[0]) or tokens[0] in names().common:
            return ""
        for length in range(len(last), 0, -1):
            stem, rest = last[:length], last[length:]
            if not PARTICLE.fullmatch(rest) or not agrees(stem, rest):
                continue
            name = " ".join([*head, stem])
            if len(key(name)) < 2 or (count == 1 and (stem in names().common or len(stem) < 3)):  # noqa: PLR2004
                continue
            if len(re.findall(rf"(?<![가-힣A-Za-z0-9]){re.escape(name)}", text)) > 1 and (
                count > 1 or rest or len(tokens) == 1
            ):
                return name
    return ""


def _merge_seasons(document: Document, registry: dict[tuple[str, str], Referent], mentions: list[Mention]) -> None:
    """지옥 and 지옥2 are one work when the report names both."""
    for (name, shelf), referent in list(registry.items()):
        bare = _SEASON.sub("", referent.name).strip()
        base = registry.get((key(bare), shelf)) if bare and key(bare) != name else None
        if base is None and re.search(r" ?[:\-] ", referent.name):
            bare = re.split(r" ?[:\-] ", referent.name)[0]
            base = registry.get((key(bare), shelf))
        if base is None or base is referent:
            if bare and bare != referent.name and re.search(r"시즌|파트|Class", referent.name):
                referent.call(bare)
            continue
        for form in referent.names:
            base.call(form)
        for fact, value in referent.facts.items():
            base.facts.setdefault(fact, value)
        for mention in mentions:
            if mention.referent is referent:
                mention.referent = base
        registry[(name, shelf)] = base
        document.referents.remove(referent)


def _short_for(text: str, registry: dict[tuple[str, str], Referent]) -> Referent | None:
    """The work that a short form stands for: 꽃남 for 꽃보다 남자, 김탁구 for 제빵왕 김탁구."""
    short = key(re.sub(r"이$", "", text) if len(text) > 2 else text)  # noqa: PLR2004
    if len(short) < 2:  # noqa: PLR2004
        return None
    for (name, _), referent in registry.items():
        if len(name) <= len(short) or len(short) > 6:  # noqa: PLR2004
            continue
        if short in name or (name[0] == short[0] and len(short) <= 4 and _subsequence(short, name)):  # noqa: PLR2004
            return referent
    return None


def _subsequence(short: str, name: str) -> bool:
    rest = iter(name)
    return all(c in rest for c in short)


def _again(document: Document, registry: dict[tuple[str, str], Referent], known: list[Mention]) -> list[Mention]:
    """Known titles named without marks."""
    forms = {form: r for r in {id(r): r for r in registry.values()}.values() for form in r.names}
    long = [f for f in forms if len(f) >= 4 or (len(f) == 3 and " " in f)]  # noqa: PLR2004
    if not long:
        return []
    pattern = re.compile(rf"(?<![가-힣A-Za-z0-9])(?:{alternation(long)})(?![A-Za-z0-9])")
    spans = [(m.start, m.end) for m in known]
    found = []
    for sentence in document.sentences:
        if sentence.zone not in {BODY, HEADLINE, LISTING}:
            continue
        for m in pattern.finditer(document.text, sentence.start, sentence.end):
            if not any(a < m.end() and m.start() < b for a, b in spans):
                referent = forms[m[0]]
                found.append(
                    Mention(m.start(), m.end(), "W", m[0], referent=referent, reasons=("a title named before",))
                )
    return found
