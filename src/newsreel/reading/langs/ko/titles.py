"""Works: one referent for all names of a work, its seasons and short forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, HEADLINE, LISTING, Mention, Referent
from newsreel.reading.langs.ko.baretitles import bare
from newsreel.reading.langs.ko.headings import listed, split_name
from newsreel.reading.langs.ko.knowntitles import known
from newsreel.reading.langs.ko.lexicon import alternation, words
from newsreel.reading.langs.ko.quotes import CONTEXT, Quote, key, title_rules

if TYPE_CHECKING:
    from newsreel.reading.document import Document


_EDITION = re.compile(
    r"(한국판|일본판|미국판|중국판|영화판|드라마판|뮤지컬판|[가-힣A-Za-z]+TV판)\s*(?:드라마|영화)?\s*$"
)
_SEASON = re.compile(r"\s?(?:시즌|파트|Season|Part|Class|PART)\s?\d+$|(?<=[가-힣])\d$| \d(?:, ?\d)*$")
_NUMBER = re.compile(r"(?<=[가-힣])\d$")
_SERIALS = frozenset({"series", "animation_series", "variety"})
_CHANNEL = re.compile(r"\s?\((?:[A-Z0-9]{2,6}|[A-Za-z]+TV|[A-Z]{2,5} ?[12]?TV|(?i:tvn|netflix|tving))(?:[,·)]| )")
_PRINT = frozenset({"book", "webtoon", "manga"})


def works(document: Document, found: list[Quote]) -> list[Mention]:
    """The mentions of works; each referent knows its type word (facts "type") and its names in the report."""
    threshold = title_rules()[3]
    sure = {key(split_name(q.text)[0]) for q in found if q.score >= threshold}
    titles = [q for q in found if q.score >= threshold or (key(q.text) in sure and q.score > -4)]  # noqa: PLR2004
    registry: dict[tuple[str, str], Referent] = {}
    screened = _screened(document, titles)
    mentions = [_mention(document, quote, registry, screened) for quote in titles]
    mentions += listed(document, registry, mentions)
    mentions += bare(document, registry, mentions)
    mentions += known(document, registry, mentions)
    titles += _called(document, found, registry, mentions)
    _merge_seasons(document, registry, mentions)
    _merge_short(document, registry, mentions)
    titles += _seasons(document, found, titles, registry, mentions)
    taken = {id(q) for q in titles}
    for quote in found:
        if id(quote) not in taken and quote.score > -4 and (short := _short_for(quote.text, registry)):  # noqa: PLR2004
            short.call(quote.text)
            mentions.append(Mention(quote.start, quote.end, "W", quote.text, referent=short, reasons=("short title",)))
    return mentions + _again(document, registry, mentions)


# "'달빛 정원: 두 번째 봄'(극본 한지우, 이하 '달빛 정원')": what the report calls the work from then on.
_CALLED = re.compile(r"\((?:[^()]*[ ,])?(?:이하|약칭)(?: 드라마| 영화| 시리즈| 작품)?[ :]*$")
_REACH = 90


def _called(
    document: Document, found: list[Quote], registry: dict[tuple[str, str], Referent], mentions: list[Mention]
) -> list[Quote]:
    """The quotes that are short forms given in brackets behind a title, and those that repeat one."""
    taken = []
    for quote in found:
        left = document.text[max(quote.sentence.start, quote.start - _REACH) : quote.start]
        opened = _CALLED.search(left)
        at = quote.start - len(left) + opened.start() if opened else -1
        whole = next((m for m in mentions if opened and 0 <= at - m.end <= 1 and m.referent is not None), None)
        if whole is None or whole.referent is None:
            continue
        base = whole.referent
        base.call(quote.text)
        base.facts.setdefault("called", (quote.start, quote.end, quote.text))
        other = registry.get((key(quote.text), ""))
        registry[(key(quote.text), "")] = base
        for mention in mentions:
            if other is not None and mention.referent is other:
                mention.referent = base
        if other is not None and other is not base and other in document.referents:
            document.referents.remove(other)
        again = [q for q in found if key(q.text) == key(quote.text) and q.start not in {m.start for m in mentions}]
        mentions += [Mention(q.start, q.end, "W", q.text, q, base, reasons=("called so",)) for q in again]
        taken += again
    return taken


def _merge_short(document: Document, registry: dict[tuple[str, str], Referent], mentions: list[Mention]) -> None:
    """꽃남 and 꽃보다 남자 are one work: a short form quoted like a title."""
    for (name, shelf), referent in list(registry.items()):
        if len(name) > 4 or shelf or referent.facts.keys() - {"type", "typed"}:  # noqa: PLR2004
            continue
        others = {
            k: r
            for k, r in registry.items()
            if r is not referent
            and len(k[0]) > len(name) + 1
            and not r.facts.get("edition")
            and (r.facts.get("type") in _PRINT) == (referent.facts.get("type") in _PRINT)
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


# "동명 웹툰을 스크린에 옮기는 '가'", "'가'(감독 한지우)": besides the source there is a production of the same name.
_SAME_NAME = re.compile(
    r"(?:동명|같은 (?:제목|이름))(?:의|인)? ?(?:[가-힣]{1,6} ){0,3}?(?:[가-힣]{0,3}소설|웹툰|만화|책|희곡|연극|뮤지컬)"
)
# "인기 웹소설을 극화하는 '가'": what is made from a source that is not named bears its name.
_DRAMATISED = re.compile(
    r"(?:소설|웹툰|만화)(?:을|를) (?:[^.,]{0,16} )?(?:극화|드라마로|드라마화|영화로|영화화|영상으로|영상화|실사화|"
    r"스크린|안방|옮기|옮긴)"
    r"[^.]{0,16}[‘'<《〈]"
)
_MAKERS = re.compile(
    r"\s?(?:\([^)]{0,14}(?:연출|감독|극본|각본|주연|출연|배급)|"
    r"(?:의|에) [^.]{0,20}(?:주연|출연|캐스팅|촬영|연출|메가폰))"
)


def _screened(document: Document, titles: list[Quote]) -> frozenset[str]:
    """The titles under which the report speaks of a production, whatever of that name may be in print."""
    body = document.report.body
    same = any(sign.search(document.text, body) is not None for sign in (_SAME_NAME, _DRAMATISED))
    return frozenset(
        key(split_name(q.text)[0])
        for q in titles
        if same or _MAKERS.match(document.text, q.end) or _kind(document, q) not in {"", *_PRINT}
    )


def _kind(document: Document, quote: Quote) -> str:
    """The type that the word before a title says of it, "" without one."""
    left = document.text[max(quote.sentence.start, quote.start - CONTEXT) : quote.start]
    said = re.search(rf"({words().types})\s*$", left)
    return words().type_of[said[1]] if said else ""


def _mention(
    document: Document, quote: Quote, registry: dict[tuple[str, str], Referent], screened: frozenset[str]
) -> Mention:
    left = document.text[max(quote.sentence.start, quote.start - CONTEXT) : quote.start]
    edition = _EDITION.search(left)
    said = re.search(rf"({words().types})(?: (?:인기작|화제작|히트작|연재작|베스트셀러))?\s*$", left)
    kind = words().type_of[said[1]] if said else ""
    shelf = edition[1] if edition else "print" if kind in _PRINT or quote.mark == "『" else ""
    name, other = split_name(quote.text)
    referent = registry.get((key(name), shelf))
    if referent is None and not said and not edition and key(name) not in screened:
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
    if (
        glossed := None
        if _CHANNEL.match(document.text, quote.end)
        else re.match(
            r"\s?\((?:(?:원제|영제|영문명|영어 제목|부제)[: ]*)?([A-Za-z][A-Za-z0-9 :',.!?&-]{2,50}|"
            r"[\u3040-\u30ff\u4e00-\u9fff][^()]{1,30})\)",
            document.text[quote.end : quote.end + 60],
        )
    ):
        referent.call(glossed[1].strip())
        end += glossed.end()
        referent.facts.setdefault("glossed", (quote.start, glossed[1].strip()))
    elif working := re.match(r"\s?\(가제\)", document.text[quote.end : quote.end + 6]):
        end += working.end()
    if said:
        referent.facts.setdefault("type", kind)
        referent.facts.setdefault("typed", (quote.start - len(said[0]), quote.end, said[1]))
    return Mention(
        quote.start, end, "W", name, value=quote, referent=referent, reasons=tuple(quote.reasons) or ("title",)
    )


def _merge_seasons(document: Document, registry: dict[tuple[str, str], Referent], mentions: list[Mention]) -> None:
    """지옥 and 지옥2 are one work when the report names both and calls one a series; a film and the next are two."""
    for (name, shelf), referent in list(registry.items()):
        bare = _SEASON.sub("", referent.name).strip()
        base = registry.get((key(bare), shelf)) if bare and key(bare) != name else None
        if base is None and re.search(r" ?[:\-] ", referent.name):
            bare = re.split(r" ?[:\-] ", referent.name)[0]
            base = registry.get((key(bare), shelf))
        if base is None or base is referent or (_NUMBER.search(referent.name) and not _serial(base, referent)):
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


def _serial(*referents: Referent) -> bool:
    return any(str(referent.facts.get("type", "")) in _SERIALS for referent in referents)


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
