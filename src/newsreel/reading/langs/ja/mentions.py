"""Everything in a report that frames may bind to: titles, names, organisations, roles, dates, numbers, words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.document import Mention, Referent, Sentence
from newsreel.reading.langs.ja import titles as titles_
from newsreel.reading.langs.ja.dates import find_dates
from newsreel.reading.langs.ja.kinds import decide
from newsreel.reading.langs.ja.lexicon import lexicon, plain, words_in
from newsreel.reading.langs.ja.links import SOURCE_TYPES, Namesakes
from newsreel.reading.langs.ja.names import NOMINAL, Name, find_names, finish, is_role
from newsreel.reading.langs.ja.tokens import Token, tokens_of

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_EPISODES = re.compile(r"全\s*([0-9０-９]{1,3})\s*(?:話|回|エピソード)")
_COMMITTEE = re.compile(r"(?:映画|ドラマ|劇場版)?[「『]([^「」『』]{1,30})[」』](?:製作|制作)委員会")
_SAME_NAME = re.compile(r"同名(?:の|人気|ベストセラー|大ヒット|ヒット|恋愛|警察|推理|時代|歴史|青春|ミステリー?|長編|自伝的|韓国|米国|英国|海外)*$")
_SOURCE_BEFORE = re.compile(r"(?:の|による|が描いた|が綴った|がつづった|原作の|の人気|のベストセラー|のヒット)$")
_SOURCE_AFTER = re.compile(
    r"(?:[（(][^）)]{0,16}[）)])?(?:シリーズ|作品|作)?(?:初の|待望の|、|を[^。、「」]{0,16}(?:監督が|が|で))?(?:が原作|を原作|(?:実写)?(?:映画|ドラマ|アニメ|映像)(?:化|に)|(?:の|を)(?:実写|ドラマ|映画|アニメ|映像)(?:化|に)|をもとに|を基に|をベース|を下敷き|原作の|から。|を、?(?:監督|脚本)|を実写|から着想)"
)
_TITLE_ALONE = re.compile(r"^[●◆■◎★・](?P<a>[^\s:：「『【][^:：「」『』。、]{0,40})(?:[:：]|$)|^[\[［〔](?:[月火水木金土日])[\]］〕]\s*(?P<b>[^。「」『』]{2,40})$")
_ENDING = re.compile(
    r"(?<![ァ-ヴーA-Za-z])(?P<name>[ァ-ヴーA-Za-z&＆・.]{2,16}(?:フィルムズ|フィルム|ピクチャーズ|エンタテインメント|エンターテイメント|エンターテインメント|スタジオズ?|プロダクション|パートナーズ|アニメーション|プロモーション|Pictures|Films|Studios?|Entertainment)(?:ジャパン)?)(?![ァ-ヴーA-Za-z])"
)
_LABELLED = re.compile(
    r"製作は(?:自身の)?(?P<own>[一-龥ァ-ヴー]{1,8}(?:映画社|フィルム|プロ|工房|製作所))(?=[。、])|"
    r"(?:配給(?:会社)?は|(?:配給|(?<!共同)制作|製作|制作プロダクション|アニメーション制作)(?:会社)?[：:・＝=])\s?(?:自身の)?(?P<name>[ァ-ヴーA-Za-z&＆][ァ-ヴーA-Za-z0-9&＆・. ]{1,24}[ァ-ヴーA-Za-z0-9]|[一-龥ァ-ヴーA-Za-z]{1,8}(?:映画社|社|フィルム|プロ|工房|製作所|研究所|舎))(?=[、。がでの／/（(▽\s]|$)"
)
_MADE_INTO = re.compile(
    r"(?:[（(][^）)]{0,20}[）)])?(?:が|を|の)(?:[^。、「」『』]{0,14}?)(?P<type>実写映画|映画|連続ドラマ|連ドラ|テレビドラマ|ドラマ|TVアニメ|テレビアニメ|アニメ映画|アニメ|実写|映像)(?:化|に(?:なる|な[りっ]|する|した))"
)
_WRITES = re.compile(r"脚本(?:家?(?:の|・)|は、?|を、?)$")
_BASED = re.compile(r"ベース|もと|基に|原案|モチーフ|下敷き|題材")
_MADE_TYPES = {
    "実写映画": "film",
    "映画": "film",
    "連続ドラマ": "series",
    "連ドラ": "series",
    "テレビドラマ": "series",
    "ドラマ": "series",
    "TVアニメ": "animation_series",
    "テレビアニメ": "animation_series",
    "アニメ映画": "animation_film",
}
_PLAYED = re.compile(r"役|を(?:演|好演)|に(?:扮|ふん)")
_ROLE_TAIL = re.compile(r"(?:役)?(?:に|を|は|の|で|役|が|[、。／/（(=＝：:)）]|$)")


def mentions(document: Document) -> list[Mention]:
    """Every mention of the report; names are persons or characters where the words around say which."""
    text = document.text
    works = _works(document)
    per_sentence = [(s, tokens_of(text, s.start, s.end)) for s in document.sentences]
    dates = _dates(document, per_sentence)
    numbers = [
        Mention(m.start(), m.end(), "N", m[1], value=int(plain(m[1])), reasons=("episodes",))
        for m in _EPISODES.finditer(text, document.report.body)
    ]
    words = [m for m in words_in(document) if m.start >= document.report.body]
    titled = [(m.start, m.end) for m in works]
    words = [m for m in words if not _within(m.start, titled)]
    organizations = _organizations(document, words, titled)
    _sources(document, words)
    _adapted(document, works)
    taken = titled + [(m.start, m.end) for m in organizations] + [(m.start, m.end) for m in dates]
    names, roles = _people(document, per_sentence, taken)
    places = _places(document, per_sentence, taken + [(m.start, m.end) for m in names] + [(w.start, w.end) for w in words if w.kind == "A"])
    trades = [
        Mention(m.start(), m.end(), "J", m[0], value=lexicon().occupations[m[0]], reasons=("trade",))
        for m in _trade_pattern().finditer(text, document.report.body)
    ]
    found = [*works, *places, *trades, *dates, *numbers, *organizations, *(w for w in words if w.kind != "O"), *names]
    spans = sorted((m.start, m.end) for m in found)
    found += [r for r in roles if not any(a < r.end and r.start < b and not (r.start <= a and b <= r.end) for a, b in spans)]
    document.place(found)
    decide(document)
    return document.mentions


@cache
def _trade_pattern() -> re.Pattern[str]:
    words = sorted(lexicon().occupations, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})(?=として[はも]|でもあ[るり])")


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in spans)


def _overlaps(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(a < mention.end and mention.start < b for a, b in spans)


# ---- works ----------------------------------------------------------------------------------------------------------


def _works(document: Document) -> list[Mention]:
    """Titles in brackets with the works that they name, aliases in brackets behind them, titles that head a line."""
    found: list[Mention] = []
    by_key: dict[str, list[Referent]] = {}
    brackets = titles_.titles(document)
    short = titles_.headline_forms(brackets)
    for bracket in brackets:
        start, end = bracket.start, bracket.end
        words, inner = titles_.split_inner(bracket.words)
        committee = _COMMITTEE.match(document.text, start)
        if committee:
            continue
        type_ = _type_before(document, start)
        referent = _work(document, short.get(words, words), type_, by_key)
        referent.call(words)
        referent.call(bracket.words)
        if inner:
            referent.facts.setdefault("aliases", []).append((inner, start, end, bracket.sentence))
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
    for form in titles_.short_forms(title)[1:]:
        known += [r for r in by_key.get(titles_.key(form), ()) if r not in known]
    for referent in known:
        if not type_ or not referent.facts.get("type") or referent.facts["type"] == type_ or _near(type_, referent.facts["type"]):
            if type_:
                referent.facts.setdefault("type", type_)
            if len(title) > len(referent.name):
                referent.names.insert(0, title)
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
    if len(heads) > 1 and not any(text[m.start - 1 : m.start] in "◆●■◎★・" for m in found):
        for sentence, match in heads:
            following = document.sentences[sentence.index + 1 : sentence.index + 2]
            if following and text[following[0].start] in "◆●■◎★・※":
                continue
            a, b = match.span("a") if match["a"] else match.span("b")
            title = match["a"] or match["b"]
            if is_role(title, lexicon()) or "＆" in title:
                continue
            referent = _work(document, title.strip(), "", by_key)
            more.append(Mention(sentence.start + a, sentence.start + b, "W", title.strip(), referent=referent, reasons=("heads a line",)))
    return more


def _adapted(document: Document, works: list[Mention]) -> None:
    """A title that is said to be made into a film or series is the source; the film of that title is another work."""
    for mention in works:
        sentence = document.sentence_at(mention.start)
        referent = mention.referent
        if sentence is None or referent is None or mention.indirect:
            continue
        match = _MADE_INTO.match(document.text, mention.end, sentence.end)
        if match is None or "原作" in document.text[mention.start - 3 : mention.start] or _BASED.search(match[0]):
            continue
        if any(w.end <= mention.start and sentence.start <= w.start and document.text[w.end] in "は" for w in works):
            continue
        later = [w for w in works if match.end() <= w.start < sentence.end and w.start - match.end() < 12]  # noqa: PLR2004 - した『B』
        if later:
            continue
        made = _MADE_TYPES.get(match["type"], "")
        type_ = str(referent.facts.get("type") or "")
        if type_ and type_ not in SOURCE_TYPES and mention.value != type_:
            made = type_
        if type_ in SOURCE_TYPES:
            target = document.refer("work", referent.name)
            target.names = list(referent.names)
            target.facts["type"] = made
            target.facts["type_at"] = (mention.start, match.end())
            referent.facts["source"] = target
            for other in works:
                if other.referent is referent and other is not mention and other.value != type_:
                    other.referent = target
            continue
        source = document.refer("work", referent.name)
        source.names = list(referent.names)
        source.facts["source"] = referent
        if made and not type_:
            referent.facts["type"] = made
            referent.facts["type_at"] = (mention.start, match.end())
        mention.referent = source
        mention.value = ""


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


def _organizations(document: Document, words: list[Mention], titled: list[tuple[int, int]]) -> list[Mention]:
    text = document.text
    by_name: dict[str, Referent] = {}
    found = [w for w in words if w.kind == "O"]
    for match in _COMMITTEE.finditer(text, document.report.body):
        found.append(Mention(match.start(), match.end(), "O", match[0], value="", reasons=("production committee",)))
    spans = [(m.start, m.end) for m in found]
    for pattern in (_ENDING, _LABELLED):
        for match in pattern.finditer(text, document.report.body):
            group = "own" if "own" in pattern.groupindex and match["own"] else "name"
            a, b = match.span(group)
            if not _touches((a, b), spans) and not _within(a, titled):
                found.append(Mention(a, b, "O", match[group], value="", reasons=("its ending or label",)))
                spans.append((a, b))
    for mention in sorted(found, key=lambda m: m.start):
        name = mention.text
        known = plain(lexicon().canon.get(plain(name), name)).casefold()
        referent = by_name.get(known)
        if referent is None:
            referent = by_name[known] = document.refer("organization", name)
        referent.call(name)
        if bare := re.sub(r"^(?:株式会社|有限会社)|(?:株式会社|有限会社)$", "", name):
            referent.call(bare)
        mention.referent = referent
        if mention.value:
            referent.facts["org_kind"] = mention.value
    return found


def _dates(document: Document, per_sentence: list[tuple[Sentence, list[Token]]]) -> list[Mention]:
    found = []
    for sentence, tokens in per_sentence:
        words = document.text[sentence.start : sentence.end]
        starts = {t.start for t in tokens} | {sentence.start}
        for date in find_dates(words, document.anchor):
            a, b = sentence.start + date.start, sentence.start + date.end
            if a not in starts and not document.text[a].isdigit():
                continue
            found.append(Mention(a, b, "D", document.text[a:b], value=date, reasons=("date",)))
    return found


_PLACE_ENDINGS = frozenset("市県都府道区町村島駅郡州城寺") | {"神宮", "神社", "近郊", "公園", "空港", "撮影所", "郊外", "地方"}


def _places(
    document: Document, per_sentence: list[tuple[Sentence, list[Token]]], taken: list[tuple[int, int]]
) -> list[Mention]:
    """Place names: words of that class with the words that end them."""
    found = []
    by_name: dict[str, Referent] = {}
    for _sentence, tokens in per_sentence:
        i = 0
        while i < len(tokens):
            first = i
            while i < len(tokens) and (tokens[i].cls == "L" or (i > first and tokens[i].text in _PLACE_ENDINGS)):
                i += 1
            if i == first:
                i += 1
                continue
            a, b = tokens[first].start, tokens[i - 1].end
            name = document.text[a:b]
            if len(name) < 2 or _touches((a, b), taken):  # noqa: PLR2004 - one character is a short form
                continue
            if name not in by_name:
                by_name[name] = document.refer("place", name)
            found.append(Mention(a, b, "L", name, referent=by_name[name], reasons=("place name",)))
    return found


# ---- people and roles -----------------------------------------------------------------------------------------------


def _people(
    document: Document, per_sentence: list[tuple[Sentence, list[Token]]], taken: list[tuple[int, int]]
) -> tuple[list[Mention], list[Mention]]:
    text = document.text
    names: list[Name] = []
    roles: list[Mention] = []
    for sentence, tokens in per_sentence:
        inside = [span for span in taken if sentence.start <= span[0] < sentence.end]
        names += find_names(text, tokens, inside)
    names += _again(text, names, per_sentence, taken)
    names.sort(key=lambda n: n.start)
    bearers = Namesakes(document).link(names)
    found = []
    for i, name in enumerate(names):
        referent = bearers[i]
        _note(referent, name)
        if text.startswith(("が脚本", "脚本", "が書"), name.end) or _WRITES.search(text[max(0, name.core[0] - 8) : name.core[0]]):
            referent.facts["writes"] = True
        if text.startswith(("監督", "PD"), name.end) or "director" in name.occupations:
            referent.facts["directs"] = True
        found.append(
            Mention(
                name.start,
                name.end,
                "X",
                name.text,
                referent=referent,
                reasons=("name", f"role: {name.role}") if name.role else ("name",),
            )
        )
    covered = sorted((m.start, m.end) for m in found)
    for sentence, tokens in per_sentence:
        roles += _roles(text, tokens, sentence, covered)
    return found, roles


def _again(
    text: str, names: list[Name], per_sentence: list[tuple[Sentence, list[Token]]], taken: list[tuple[int, int]]
) -> list[Name]:
    """Places where a name already met, or its surname, stands as a word of its own that the analyser took otherwise."""
    known = {n.text for n in names if n.full or not n.sure} | {n.family for n in names if n.family}
    families = {n.family for n in names if len(n.family) == 1}
    known = {k for k in known if len(k) > 1}
    covered = sorted([(n.start, n.end) for n in names] + taken)
    longest = max((len(k) for k in known), default=0)
    found = []
    for sentence, tokens in per_sentence:
        starts = {t.start for t in tokens}
        ends = {t.end: i for i, t in enumerate(tokens)}
        for token in tokens:
            if token.cls not in NOMINAL + "e":
                continue
            for length in range(longest, 0, -1):
                a, b = token.start, token.start + length
                if length == 1 and not (text[a:b] in families and _ALONE.match(text, b)):
                    continue
                if (length > 1 and text[a:b] not in known) or b not in ends or b > sentence.end:
                    continue
                after = tokens[ends[b] + 1].cls if ends[b] + 1 < len(tokens) else "s"
                before = text[a - 1 : a]
                if after in "SMBLN" or _touches((a, b), covered) or before in "市県町村区駅":
                    continue
                again = Name(a, b, (a, b), text[a:b], full=any(n.text == text[a:b] and n.full for n in names))
                finish(again, text, tokens, sentence.start, sentence.end)
                found.append(again)
                break
        _ = starts
    return found


_ALONE = re.compile(r"(?:は|が|も|さん|氏|を起用|演じる|にとって)")


def _touches(span: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in covered)


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
        if token.cls not in NOMINAL or token.text == "役" or _within(token.start, covered):
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
        if phrase.endswith(("監督", "プロデューサー", "統括")) and not text.startswith("役", token.end):
            continue
        if phrase in words.outside and not _PLAYED.match(text, token.end) and not _pairs(text, token.end, covered):
            continue
        start = tokens[first].start
        if first > 1 and tokens[first - 1].text in ("の", "な") and tokens[first - 2].cls in NOMINAL:
            owner = first - 2
            while owner and tokens[owner - 1].cls in NOMINAL and not _within(tokens[owner - 1].start, covered):
                owner -= 1
            if not _within(tokens[owner].start, covered):
                start = tokens[owner].start
        start = _owner(text, start, covered)
        found.append(Mention(start, token.end, "R", text[start : token.end], reasons=("role",)))
    return found


def _pairs(text: str, end: int, covered: list[tuple[int, int]]) -> bool:
    """Whether a name follows as the other half of a credit: 男を佐藤花が."""
    match = re.match(r"(?:に(?:は)?|を)、?", text[end : end + 4])
    if match is not None and any(a == end + match.end() for a, _b in covered):
        return True
    return text[end : end + 1] in ("、", "。") and any(text[b : b + 1] in ("が", "は") and 0 < end - b < 8 for _a, b in covered)  # noqa: PLR2004 - a word


def _owner(text: str, start: int, covered: list[tuple[int, int]]) -> int:
    """Where a role phrase begins with its owner's name before it: 美羽の母."""
    for a, b in covered:
        if a < start < b:
            return b
        if b == start - 1 and text[b] == "の" and start - a <= 12:  # noqa: PLR2004 - a name and の
            return a
    return start


def period_of(mention: Mention) -> Period | None:
    """The period that a date mention means."""
    return mention.value.period if mention.kind == "D" else None
