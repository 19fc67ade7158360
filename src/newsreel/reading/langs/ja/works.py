"""Works: titles in brackets and at the heads of lines, sources called by their type, what is made into a film."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention, Referent
from newsreel.reading.langs.ja import titles as titles_
from newsreel.reading.langs.ja.adapting import MADE_BEFORE, MADE_TYPES
from newsreel.reading.langs.ja.around import is_role
from newsreel.reading.langs.ja.lexicon import lexicon
from newsreel.reading.langs.ja.renamed import renamed

if TYPE_CHECKING:
    from newsreel.reading.document import Document

COMMITTEE = re.compile(r"(?:映画|ドラマ|劇場版)?[「『]([^「」『』]{1,30})[」』](?:製作|制作)委員会")


_TITLE_ALONE = re.compile(
    r"^[●◆■◎★・](?P<a>[^\s:：「『【][^:：「」『』。、]{0,40})(?:[:：]|$)|^[\[［〔](?:[月火水木金土日])[\]］〕]\s*(?P<b>[^。「」『』]{2,40})$"
)


def works(document: Document) -> list[Mention]:
    """Titles in brackets with the works that they name, aliases in brackets behind them, titles that head a line."""
    found: list[Mention] = []
    by_key: dict[str, list[Referent]] = {}
    brackets = titles_.titles(document)
    short = titles_.headline_forms(brackets)
    for bracket in brackets:
        start, end = bracket.start, bracket.end
        words, inner = titles_.split_inner(bracket.words)
        committee = COMMITTEE.match(document.text, start)
        if committee:
            continue
        type_ = _type_before(document, start) or _type_behind(document, bracket.end) or _made_before(document, bracket)
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
        if _OTHER_TITLE.search(document.text, max(bracket.sentence.start, start - 16), start) and (
            bearer := _named_before(document, found, start)
        ):
            bearer.facts.setdefault("aliases", []).append((words, start, end, bracket.sentence))
            by_key.setdefault(titles_.key(words), []).insert(0, bearer)
            document.referents.remove(referent) if referent in document.referents else None
            referent = bearer
        found.append(
            Mention(start, end, "W", bracket.words, value=type_, referent=referent, reasons=("title in brackets",))
        )
    found += _headed(document, by_key, found)
    renamed(document, found)
    found += _bare_in_headline(document, found)
    _typed_in_a_row(document, found)
    if not any(m.reasons == ("heads a line",) for m in found):
        found += _untitled(document, found)
    return found


# 青い靴の窓：テレビアニメが今秋スタート
_BARE = re.compile(r"(?P<title>[^：:「」『』。、]{3,40})[：:](?!//)")


def _bare_in_headline(document: Document, found: list[Mention]) -> list[Mention]:
    """The title of the text where a headline opens with it and a colon."""
    named = {titles_.key(name): m.referent for m in found if m.referent is not None for name in m.referent.names}
    more = []
    for sentence in document.sentences:
        match = _BARE.match(document.text, sentence.start, sentence.end) if sentence.zone == "headline" else None
        referent = named.get(titles_.key(match["title"].strip())) if match else None
        if (
            match
            and referent is not None
            and not any(m.start < match.end("title") and match.start() < m.end for m in found)
        ):
            words = match["title"]
            more.append(Mention(*match.span("title"), "W", words, referent=referent, reasons=("opens a headline",)))
    return more


_BESIDE = re.compile(r"(?:[（(][^（）()]{0,24}[）)])?(?:・|、|や|と)?")


# 佐藤花の『A』と林渚の『B』という二つの漫画
_AND = re.compile(r"と[^、。「」『』]{0,12}")


def _typed_in_a_row(document: Document, found: list[Mention]) -> None:
    """Titles beside one that has a type word before it are of that type: ドラマ『A』『B』."""
    row = sorted(found, key=lambda m: m.start)
    for first, second in itertools.pairwise(row):
        if (
            second.value
            and first.referent is not None
            and not (first.value or first.referent.facts.get("type"))
            and _type_behind(document, second.end)
            and _AND.fullmatch(document.text, first.end, second.start)
        ):
            first.value = first.referent.facts["type"] = second.value
        if not first.value or second.value or second.referent is None or second.referent is first.referent:
            continue
        if _BESIDE.fullmatch(document.text, first.end, second.start) and not second.referent.facts.get("type"):
            second.value = first.value
            second.referent.facts["type"] = first.value


# 佐藤花監督の新作映画: a work that has no title yet goes by its maker.
_NEW_WORK = re.compile(
    r"(?P<by>[^、。「」『』（）()\s]{2,24}監督)(?:[（(][0-9０-９]{2}[）)])?(?:の|による|が(?:手[がか]ける|メガホンを[取執と]る)|が(?=次回作))"
    r"(?:[^、。「」『』]{0,12}の)?(?P<new>新作映画|新作ドラマ|新作長編|最新作|新作|次回作)(?![^、。]{0,14}[「『])"
)
_TITLED_ELSEWHERE = re.compile(
    r"(?:新作|最新作|次回作|監督作)(?:映画|ドラマ|となる)?(?:の|は|、)?(?:映画|ドラマ)?[「『]|仮題|[（(]仮[）)]|(?:と題|題名|タイトル)(?:し|は|が)[「『]|^[「『][^」』]{1,40}[」』](?:は|（)",
    re.MULTILINE,
)
_NO_TITLE = re.compile(r"(?P<new>(?:新作|連続|新)?(?:映画|ドラマ))[（(](?:タイトル|題名)未定[）)]")
_OPENING = 3


def _untitled(document: Document, found: list[Mention]) -> list[Mention]:
    """The new work of a director that a report opens with, where no title of it is given."""
    text = document.text
    opening = document.sentences[:_OPENING]
    if not opening or _TITLED_ELSEWHERE.search(text, document.report.body):
        return []
    match = next(
        (m for s in opening if (m := _NO_TITLE.search(text, s.start, s.end) or _NEW_WORK.search(text, s.start, s.end))),
        None,
    )
    if match is None or any(m.start < match.start() and _opens(document, m) for m in found):
        return []
    if match.re is _NEW_WORK and any(
        s.zone == "headline" and s.start <= m.start < s.end for s in opening for m in found
    ):
        return []
    word = match["new"]
    by = match.groupdict().get("by")
    referent = document.refer("work", f"{_maker(by)}の{word}" if by else word)
    referent.call(word)
    referent.facts["untitled"] = True
    type_ = "film" if "映画" in word else "series" if "ドラマ" in word else ""
    if type_:
        referent.facts["type"] = type_
    return [
        Mention(m.start(), m.end(), "W", word, value=type_, referent=referent, reasons=("a new work without a title",))
        for m in re.finditer(re.escape(word), text)
        if m.start() >= match.start() and not any(w.start <= m.start() < w.end for w in found)
    ]


def _opens(document: Document, mention: Mention) -> bool:
    """Whether a title stands as what its sentence speaks of."""
    return document.text[mention.end : mention.end + 1] in ("は", "が") or mention.indirect


def _maker(words: str) -> str:
    """The director's name, without what describes it: 『A』で知られる佐藤花監督."""
    return re.split(r"(?<=[るたの])(?=[一-龥ァ-ヴA-Z])", words)[-1]


# 原題を『B』という, 英語の題は『B』: another title of the work named before.
_OTHER_TITLE = re.compile(r"(?:原題|英題|邦題|海外題|韓国題|旧題|英語題|国際題)(?:は|を|が|：|:)?、?$")


def _named_before(document: Document, found: list[Mention], start: int) -> Referent | None:
    """The work named last before, in the same paragraph."""
    here = document.sentence_at(start)
    last = found[-1] if found else None
    there = document.sentence_at(last.start) if last else None
    same = here is not None and there is not None and here.paragraph == there.paragraph
    return last.referent if last is not None and same else None


# 「青い―」: the title before, cut short.
_CUT_SHORT = ("―", "—", "─", "－", "…", "‥", "〜", "～")


def _work(document: Document, title: str, type_: str, by_key: dict[str, list[Referent]]) -> Referent:
    """The work of a title: one a title and type; a title without a type word is the first work of that title."""
    if title.endswith(_CUT_SHORT):
        title = next((r.name for rs in by_key.values() for r in rs if r.name.startswith(title[:-1])), title)
    known = by_key.setdefault(titles_.key(title), [])
    for form in titles_.short_forms(title)[1:]:
        known += [r for r in by_key.get(titles_.key(form), ()) if r not in known]
    for referent in known:
        if (
            not type_
            or not referent.facts.get("type")
            or referent.facts["type"] == type_
            or _near(type_, referent.facts["type"])
        ):
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
    return {a, b} <= {"series", "special"} or ({a, b} <= {"animation_series", "animation_film"} and False)


def _type_before(document: Document, start: int) -> str:
    types = lexicon().types
    if _CINEMA_VERSION.search(document.text, max(0, start - 12), start):
        return "film"
    for length in range(min(14, start), 1, -1):
        if word := types.get(document.text[start - length : start]):
            told = word == "series" and _GENRE.search(document.text, max(0, start - length - 6), start)
            if word == "book" and _LONG_FILM.search(document.text, max(0, start - 12), start):
                return ""
            return "" if told and _IN_CINEMAS.match(document.text, start, start + 80) else word
    return ""


def _made_before(document: Document, bracket: titles_.Bracket) -> str:
    """The type of what the words before a title say was made: 人気ゲームを映画化した『A』."""
    match = MADE_BEFORE.search(document.text, max(bracket.sentence.start, bracket.start - 24), bracket.start)
    return MADE_TYPES.get(match["type"], "") if match else ""


def _type_behind(document: Document, end: int) -> str:
    """The type that follows a title as what it is called: 『A』という二つの漫画."""
    if not document.text.startswith(("という", "と題"), end):
        return ""
    match = _called().match(document.text, end)
    return lexicon().types[match["type"]] if match else ""


@cache
def _called() -> re.Pattern[str]:
    words = "|".join(sorted(lexicon().types, key=len, reverse=True))
    return re.compile(
        rf"と(?:いう|題した|題する)(?:[一二三四五２３４５2-5](?:つ|本|作)の)?[^、。「」『』はがを]{{0,8}}?(?P<type>{words})(?![一-龥ァ-ヴ])"
    )


# 劇場版第26作『A』; 新作長編『A』, a director's.
_CINEMA_VERSION = re.compile(r"劇場版(?:最新作|新作|第[0-9０-９]+[作弾])?$")
_LONG_FILM = re.compile(r"(?:新作|初|監督の?|アニメ|デビュー|作目の)長編$")
# サスペンスドラマ『A』の日本公開が決まった: a film's genre, no series.
_GENRE = re.compile(r"(?:サスペンス|ヒューマン|人間|法廷|社会派|恋愛|青春|クライム|家族|群像|感動)ドラマ$")
_IN_CINEMAS = re.compile(r"[^。]*?(?:日本公開|劇場公開|全国公開|全国ロードショー|(?:劇場|全国)で公開)")


# A noun for a person that heads a line is a part, unless it is longer than such nouns are.
_NO_TITLE_YET = 5
# ◆11月1日（金）より: a day heads the section.
_DATED = re.compile(r"^(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日|(?:より|から|まで|公開|放送|配信|スタート)$")
# ■佐藤花プロデューサー: whose words follow.
_SPEAKER = re.compile(
    r"(?:ランキング|特集|まとめ|解禁|プロデューサー|監督|さん|氏|役|コメント|[（(][^）)]{1,16}役[）)])$"
)


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
            if (
                _DATED.search(title)
                or (is_role(title) and len(title) < _NO_TITLE_YET)
                or "＆" in title
                or _SPEAKER.search(title)
            ):
                continue
            referent = _work(document, title.strip(), "", by_key)
            more.append(
                Mention(
                    sentence.start + a,
                    sentence.start + b,
                    "W",
                    title.strip(),
                    referent=referent,
                    reasons=("heads a line",),
                )
            )
    return more
