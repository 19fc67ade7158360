"""Everything in a report that frames may bind to: titles, names, organisations, roles, dates, numbers, words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.document import Mention, Referent, Sentence
from newsreel.reading.langs.ja import titles as titles_
from newsreel.reading.langs.ja.dates import find_dates
from newsreel.reading.langs.ja.kinds import decide
from newsreel.reading.langs.ja.lexicon import lexicon, plain, words_in
from newsreel.reading.langs.ja.links import SOURCE_TYPES, Namesakes
from newsreel.reading.langs.ja.names import NOMINAL, Name, find_names, is_role
from newsreel.reading.langs.ja.tokens import Token, tokens_of

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_EPISODES = re.compile(r"全\s*([0-9０-９]{1,3})\s*(?:話|回|エピソード)")
_COMMITTEE = re.compile(r"(?:映画|ドラマ|劇場版)?[「『]([^「」『』]{1,30})[」』](?:製作|制作)委員会")
_SAME_NAME = re.compile(r"同名(?:の|人気|ベストセラー|大ヒット|ヒット|恋愛|警察|推理|時代|歴史|青春|ミステリー?|長編|自伝的|韓国|米国|英国|海外)*$")
_SOURCE_BEFORE = re.compile(r"(?:の|による|が描いた|が綴った|がつづった|原作の|の人気|のベストセラー|のヒット)$")
_SOURCE_AFTER = re.compile(
    r"(?:が原作|を原作|(?:の|を)(?:実写|ドラマ|映画|アニメ|映像)(?:化|に)|をもとに|を基に|をベース|を下敷き|原作の|から。|を、?(?:監督|脚本)|を実写|から着想)"
)
_TITLE_ALONE = re.compile(r"^[●◆■◎★・](?P<a>[^\s:：「『【][^:：「」『』。、]{0,40})(?:[:：]|$)|^[\[［〔](?:[月火水木金土日])[\]］〕]\s*(?P<b>[^。「」『』]{2,40})$")
_ROLE_TAIL = re.compile(r"(?:役)?(?:に|を|は|の|で|役|が|[、。／/（(=＝：:)）]|$)")
_ROLE_LEFT = re.compile(r"([一-龥ァ-ヴーぁ-んA-Za-z0-9０-９]{1,10}[のな])$")


def mentions(document: Document) -> list[Mention]:
    """Every mention of the report; names are persons or characters where the words around say which."""
    text = document.text
    works = _works(document)
    dates = _dates(document)
    numbers = [
        Mention(m.start(), m.end(), "N", m[1], value=int(plain(m[1])), reasons=("episodes",))
        for m in _EPISODES.finditer(text, document.report.body)
    ]
    words = [m for m in words_in(document) if m.start >= document.report.body]
    titled = [(m.start, m.end) for m in works]
    words = [m for m in words if not _within(m.start, titled)]
    organizations = _organizations(document, words)
    _sources(document, words)
    taken = titled + [(m.start, m.end) for m in organizations] + [(m.start, m.end) for m in dates]
    names, roles = _people(document, taken)
    found = [*works, *dates, *numbers, *organizations, *(w for w in words if w.kind != "O"), *names]
    spans = sorted((m.start, m.end) for m in found)
    found += [r for r in roles if not _overlaps(r, spans)]
    document.place(found)
    decide(document)
    return document.mentions


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in spans)


def _overlaps(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(a < mention.end and mention.start < b for a, b in spans)


# ---- works ----------------------------------------------------------------------------------------------------------


def _works(document: Document) -> list[Mention]:
    """Titles in brackets with the works that they name, aliases in brackets behind them, titles that head a line."""
    found: list[Mention] = []
    by_key: dict[str, list[Referent]] = {}
    for bracket in titles_.titles(document):
        start, end = bracket.start, bracket.end
        committee = _COMMITTEE.match(document.text, start)
        if committee:
            continue
        type_ = _type_before(document, start)
        referent = _work(document, bracket.words, type_, by_key)
        if alias := titles_.alias_after(document, bracket):
            kind, name, end = alias
            if kind in ("以下", "通称", "略称"):
                referent.call(name)
                by_key.setdefault(titles_.key(name), []).append(referent)
            elif kind != "仮題" or name != bracket.words:
                referent.facts.setdefault("aliases", []).append((name, bracket.start, end, bracket.sentence))
        found.append(Mention(start, end, "W", bracket.words, value=type_, referent=referent, reasons=("title in brackets",)))
    found += _headed(document, by_key, found)
    return found


def _work(document: Document, title: str, type_: str, by_key: dict[str, list[Referent]]) -> Referent:
    """The work of a title: one a title and type; a title without a type word is the first work of that title."""
    known = by_key.setdefault(titles_.key(title), [])
    for referent in known:
        if not type_ or not referent.facts.get("type") or referent.facts["type"] == type_ or _near(type_, referent.facts["type"]):
            if type_:
                referent.facts.setdefault("type", type_)
            referent.call(title)
            return referent
    referent = document.refer("work", title)
    for form in titles_.short_forms(title)[1:]:
        referent.call(form)
        by_key.setdefault(titles_.key(form), []).append(referent)
    if type_:
        referent.facts["type"] = type_
    known.append(referent)
    return referent


def _near(a: str, b: str) -> bool:
    """Types that a report uses of one work side by side."""
    return {a, b} <= {"series", "special"} or {a, b} <= {"animation_series", "animation_film"} and False


def _type_before(document: Document, start: int) -> str:
    types = lexicon().types
    for length in range(min(14, start), 1, -1):
        if word := types.get(document.text[start - length : start]):
            return word
    return ""


def _headed(document: Document, by_key: dict[str, list[Referent]], found: list[Mention]) -> list[Mention]:
    """Titles without brackets: those that head a line of a list of works, and known ones in headlines and lists."""
    text = document.text
    more: list[Mention] = []
    heads = []
    for sentence in document.sentences:
        match = _TITLE_ALONE.match(text[sentence.start : sentence.end])
        if match and not any(sentence.start <= m.start < sentence.start + match.end() for m in found):
            heads.append((sentence, match))
    if len(heads) > 1:
        for sentence, match in heads:
            a, b = match.span("a") if match["a"] else match.span("b")
            title = match["a"] or match["b"]
            if is_role(title, lexicon()) or "＆" in title:
                continue
            referent = _work(document, title.strip(), "", by_key)
            more.append(Mention(sentence.start + a, sentence.start + b, "W", title.strip(), referent=referent, reasons=("heads a line",)))
    return more


def _sources(document: Document, words: list[Mention]) -> None:
    """Turn "comic of the same name" and "X's novel" before an adaptation into works without a name of their own."""
    text = document.text
    for mention in words:
        if mention.kind != "T":
            continue
        before = text[max(document.report.body, mention.start - 16) : mention.start]
        after = text[mention.end : mention.end + 12]
        if match := _SAME_NAME.search(before):
            mention.start -= len(match[0])
        elif not (mention.value in SOURCE_TYPES and _SOURCE_BEFORE.search(before) and _SOURCE_AFTER.match(after)):
            continue
        mention.kind = "W"
        mention.indirect = True
        mention.reasons = ("source by its type",)


# ---- organisations, dates -------------------------------------------------------------------------------------------


def _organizations(document: Document, words: list[Mention]) -> list[Mention]:
    text = document.text
    by_name: dict[str, Referent] = {}
    found = [w for w in words if w.kind == "O"]
    for match in _COMMITTEE.finditer(text, document.report.body):
        found.append(Mention(match.start(), match.end(), "O", match[0], value="", reasons=("production committee",)))
    for mention in found:
        name = mention.text
        referent = by_name.get(plain(name).casefold())
        if referent is None:
            referent = by_name[plain(name).casefold()] = document.refer("organization", name)
        mention.referent = referent
        if mention.value:
            referent.facts["org_kind"] = mention.value
    return found


def _dates(document: Document) -> list[Mention]:
    found = []
    for sentence in document.sentences:
        words = document.text[sentence.start : sentence.end]
        for date in find_dates(words, document.anchor):
            a, b = sentence.start + date.start, sentence.start + date.end
            found.append(Mention(a, b, "D", document.text[a:b], value=date, reasons=("date",)))
    return found


# ---- people and roles -----------------------------------------------------------------------------------------------


def _people(document: Document, taken: list[tuple[int, int]]) -> tuple[list[Mention], list[Mention]]:
    text = document.text
    names: list[Name] = []
    roles: list[Mention] = []
    per_sentence: list[tuple[Sentence, list[Token]]] = []
    for sentence in document.sentences:
        tokens = tokens_of(text, sentence.start, sentence.end)
        per_sentence.append((sentence, tokens))
        inside = [span for span in taken if sentence.start <= span[0] < sentence.end]
        names += find_names(text, tokens, inside)
    bearers = Namesakes(document).link(names)
    found = []
    for i, name in enumerate(names):
        referent = bearers[i]
        _note(referent, name)
        found.append(
            Mention(name.start, name.end, "X", name.text, value=name.role or None, referent=referent, reasons=("name",))
        )
    covered = sorted((m.start, m.end) for m in found)
    for sentence, tokens in per_sentence:
        roles += _roles(text, tokens, sentence, covered)
    return found, roles


def _note(referent: Referent, name: Name) -> None:
    facts = referent.facts
    facts["real"] = facts.get("real") or name.real
    facts["hero"] = facts.get("hero") or name.hero
    if name.role and not facts.get("role"):
        facts["role"] = name.role
    if name.occupations:
        known = facts.setdefault("occupations", [])
        known.extend(o for o in name.occupations if o not in known)
    if name.age is not None:
        facts.setdefault("ages", []).append((name.age, name.start, name.end))
    if name.reading:
        referent.call(name.reading)


def _roles(text: str, tokens: list[Token], sentence: Sentence, covered: list[tuple[int, int]]) -> list[Mention]:
    """Nouns for persons that stand without a name: 研修医を, 娘に, 五十子会の組長を."""
    words = lexicon()
    found = []
    for i, token in enumerate(tokens):
        if token.cls not in NOMINAL or _within(token.start, covered):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].cls in NOMINAL and tokens[i + 1].text != "役":
            continue
        first = i
        while first and tokens[first - 1].cls in NOMINAL and not _within(tokens[first - 1].start, covered):
            first -= 1
        phrase = text[tokens[first].start : token.end]
        if not is_role(phrase, words) and not is_role(token.text, words):
            continue
        if not _ROLE_TAIL.match(text, token.end):
            continue
        start = tokens[first].start
        if match := _ROLE_LEFT.search(text[max(sentence.start, start - 12) : start]):
            start -= len(match[1])
            while start and not any(t.start == start for t in tokens):
                start += 1
        if any(start < b and a < token.end for a, b in covered):
            start = tokens[first].start
        found.append(Mention(start, token.end, "R", text[start : token.end], reasons=("role",)))
    return found


def period_of(mention: Mention) -> Period | None:
    """The period that a date mention means."""
    return mention.value.period if mention.kind == "D" else None
