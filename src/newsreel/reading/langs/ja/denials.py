"""What a report says a work is not made from: 「漫画が原作」という説明は正しくない, どちらもドラマの原作ではない."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ja.adapting import SOURCE_TYPES
from newsreel.reading.langs.ja.lexicon import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_TOLD = r"(?:説明|記述|報道|話|見方|紹介|情報|指摘|噂|うわさ|書き込み|表記|見出し|声|説)"
_WRONG = r"(?:正しくな|誤り|誤っ|間違[いっ]|事実では|事実と異な|事実無根|勘違い|誤報|誤解)"
# Behind what is named: that somebody calls it the source, and that this is wrong.
_MISTAKEN = re.compile(
    rf"[」』]?(?:(?:が|は)(?:元|もと|下敷き|原作)|が[^。、]{{1,30}}の原作|を(?:原作|下敷き|もと|基)(?:に|と)?|の(?:実写|映画|ドラマ|アニメ|映像)?(?:化|リメ[イー]ク))[^。、]{{0,14}}?"
    rf"(?:という|との|とする|とした){_TOLD}?[^。、]{{0,10}}?(?:は|も|が)、?[^。]{{0,10}}?{_WRONG}"
)
# Behind it, that it is none: 『A』は原作ではない; before it: 原作は『A』ではない.
_IS_NONE = re.compile(
    r"(?:は|も|が|[^。]{0,80}?(?:どちらも|いずれも|ともに)[^。]{0,60}?)、?(?:[^。、「」『』]{0,30}?|[^。、「」『』]{0,10}[「『][^」』]{1,40}[」』]の)"
    r"(?:原作|原典|元ネタ)(?:で(?:は|も)(?:ない(?!か)|なく|ありませ(?!んか))|とは(?:無関係|別)|じゃない)"
)
_NOT_FROM = re.compile(
    r"(?:を原作(?:に|と)|を(?:もと|基|下敷き)に|の(?:実写|映画|ドラマ|アニメ|映像)?(?:化|リメ[イー]ク))[^。、]{0,12}?(?:では|じゃ)な(?!いか)"
)
_SOURCE_IS = re.compile(r"(?:原作|下敷き|原典)(?:は|が|も)、?[^。、「」『』]{0,30}$")
_IS_NOT = re.compile(r"[」』]?(?:で(?:は|も)(?:ない(?!か)|なく|ありませ(?!んか))|じゃない(?!か))")
_ALL = re.compile(r"どちらも|いずれも|ともに")
# 『A』が映画『B』の原作だとする報道は誤り, 『A』は『B』の原作ではない: what it would be the source of.
_WHOSE = re.compile(r"(?:が|は|も)[^。、「」『』]{0,10}[「『][^」』]{1,40}[」』]の(?:原作|原典)")
_OF_TYPE = re.compile(r"(?P<type>[一-龥ァ-ヴー]{2,6})(?:版)?の(?:原作|原典)")


def denied_sources(document: Document) -> Iterator[Draft]:
    """Works said not to be what the work at hand is made from; a type alone (漫画) means the work of that type."""
    for sentence in document.sentences:
        words = document.text[sentence.start : sentence.end]
        if sentence.zone == FURNITURE or not any(w in words for w in ("原作", "下敷き", "もと", "基", "元", "化")):
            continue
        if not any(w in words for w in ("ない", "なく", "ませ", "誤", "違", "無")):
            continue
        for mention, end in _named(document, sentence):
            host = _made(document, sentence, mention)
            source = mention.referent if mention.kind == "W" else _of_type(document, host, mention)
            if host is None or source is None or source is host:
                continue
            yield Draft(
                "based_on",
                host,
                source,
                sentence,
                mention.start,
                end,
                "ja/denied/source",
                slots={"relation": "adaptation"},
                status="denied",
                fixed=True,
            )
            if mention.kind == "T":
                yield Draft(
                    "work_type", source, mention.value, sentence, mention.start, mention.end, "ja/denied/type",
                    status="stated", fixed=True,
                )  # fmt: skip


def _named(document: Document, sentence: Sentence) -> Iterator[tuple[Mention, int]]:
    """The works and types of a sentence that it says are no source, each with the end of the words that say so."""
    text = document.text
    for mention in sentence.mentions:
        if not (mention.kind == "W" or (mention.kind == "T" and mention.value in SOURCE_TYPES)):
            continue
        match = _MISTAKEN.match(text, mention.end, sentence.end) or _NOT_FROM.match(text, mention.end, sentence.end)
        if match is None and _SOURCE_IS.search(text, sentence.start, mention.start):
            match = _IS_NOT.match(text, mention.end, sentence.end)
        if match is None and mention.kind == "W":
            match = _IS_NONE.match(text, mention.end, sentence.end)
            if match is not None and _ALL.search(match[0]) and not _listed(text, mention, sentence):
                match = None
        if match is not None:
            yield mention, match.end()


def _listed(text: str, mention: Mention, sentence: Sentence) -> bool:
    """Whether a title is one of those that どちらも means, not what they are set off from (『A』とは別に)."""
    return re.match(r"[^。]{0,2}とは別に", text[mention.end : sentence.end]) is None


def _made(document: Document, sentence: Sentence, mention: Mention) -> Referent | None:
    """What is said not to be made from it: the work of the type named (ドラマの原作), or the one in focus."""
    if own := _WHOSE.match(document.text, mention.end, sentence.end):
        named = next((m for m in sentence.mentions if m.kind == "W" and mention.end < m.start < own.end()), None)
        if named is not None:
            return named.referent
    types = lexicon().types
    match = _OF_TYPE.search(document.text, mention.end, sentence.end)
    if match and (type_ := types.get(match["type"])):
        fits = {id(m.referent): m.referent for m in document.mentions if m.kind == "W" and m.referent is not None}
        of_type = [r for r in fits.values() if r.facts.get("type") == type_]
        if len(of_type) == 1:
            return of_type[0]
    focus = document.focus[sentence.index].work
    return document.main_work if focus is mention.referent or focus is None else focus


def _of_type(document: Document, host: Referent | None, mention: Mention) -> Referent | None:
    """The one work of a type that the report names, or that of the host's own name."""
    if host is None:
        return None
    named = {
        id(m.referent): m.referent
        for m in document.mentions
        if m.kind == "W" and m.referent is not None and m.referent.facts.get("type") == mention.value
    }
    if len(named) == 1:
        return next(iter(named.values()))
    made = document.refer("work", host.name)
    made.names = list(host.names)
    made.facts["type"] = mention.value
    return made
