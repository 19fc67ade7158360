"""Everything in a report that frames may bind to: titles, names, organisations, roles, dates, numbers, words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention, Referent, Sentence
from newsreel.reading.langs.ja.adapting import adapted, famed, sources
from newsreel.reading.langs.ja.dates import find_dates
from newsreel.reading.langs.ja.kinds import decide
from newsreel.reading.langs.ja.lexicon import OF_A_PRIZE, lexicon, plain, words_in
from newsreel.reading.langs.ja.people import people, touches, within
from newsreel.reading.langs.ja.tokens import Token, tokens_of
from newsreel.reading.langs.ja.works import COMMITTEE, works
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document

# A shorter name is not looked for again.
_SHORTEST = 2
_EPISODES = re.compile(
    r"(?:全\s*|話数は(?:全)?)([0-9０-９]{1,3})\s*(?:話|回|エピソード|(?<=話数は全\d\d)本|(?<=話数は全\d)本|(?<=話数は\d\d)本)"
)
_ENDING = re.compile(
    r"(?<![ァ-ヴーA-Za-z])(?P<name>[ァ-ヴーA-Za-z&＆・.]{2,16}(?:フィルムズ|フィルム|ピクチャーズ|エンタテインメント|エンターテイメント|エンターテインメント|スタジオズ?|プロダクション|パートナーズ|アニメーション|プロモーション|カンパニー|Pictures|Films|Studios?|Entertainment)(?:ジャパン)?)(?![ァ-ヴーA-Za-z])"
)
_DISTRIBUTES = re.compile(r"(?:[（(、・／])(?P<name>[^（）()、。・「」『』／\s]{2,16})(?:共同)?配給(?=[）)])")
_OF_TRADE = re.compile(
    r"配給の(?P<name>[一-龥ァ-ヴーA-Za-z]{2,12})(?=は|が|も|、|。|によ)|"
    r"(?:制作|製作|映画|アニメ|アニメーション)会社の?(?P<kana>[ァ-ヴーA-Z][ァ-ヴーA-Za-z0-9]{2,19})(?=に|で|が|は|の|を|と|、|。)"
)
_LATIN_COMPANY = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z0-9&.]*(?: [A-Z][A-Za-z0-9&.]*){0,2} (?:F(?:ILM|ilm)S?s?|P(?:ICTURES|ictures)|S(?:TUDIO|tudio)S?s?|ENTERTAINMENT|Entertainment|P(?:RODUCTION|roduction)S?s?|MEDIA|Media|CONTENTS)(?![A-Za-z])"  # noqa: E501 - one table of shapes
)
_OUTLET_NAMED = re.compile(
    r"(?:メディア|(?:ニュース|エンタメ|芸能|映画|情報)サイト|業界誌|業界紙|(?:韓国|米|英|仏|地元|現地|芸能|日刊|夕刊)紙|(?:韓国|米|英|芸能|女性|週刊|経済)誌)の(?P<name>[ァ-ヴー・]{3,16}|[A-Z][A-Za-z ]{2,18}[A-Za-z])(?=など|が|は|に|（|も|、)"  # noqa: E501 - one table of shapes
)
_OUTLET_IN_MARKS = re.compile(
    r"(?:メディア|ニュースサイト|業界誌|業界紙|芸能サイト|情報サイト|[米英仏韓]紙|[米英仏]誌|芸能紙|芸能誌|映画誌)[「『](?P<name>[^「」『』]{2,24})[」』]|"
    r"[「『](?P<behind>[^「」『』]{2,24})[」』](?=(?:誌|紙|電子版)(?:に(?:よる|よれ)|は|が|も|などが))"
)
_MAGAZINE = re.compile(r"(?<![ァ-ヴー・A-Za-z])(?P<name>[ァ-ヴー・]{3,16})(?=[誌紙](?:に(?:よる|よれ)|は|が|も))")
# Names that no list has, known by ending and what stands behind: 北斗テレビ系で, 芸能通信が報じ, 米ワイヤーによると.
_SENDER = re.compile(
    r"(?<![一-龥ァ-ヴーA-Za-z])(?P<name>(?!連続|民放|地上波|有料|ケーブル|公共|各)[一-龥ァ-ヴーA-Za-z]{2,6}(?:テレビ|TV))"
    r"(?=系列?[でのに]|[^。、「」]{0,3}[がは][^。]{0,40}(?:発表|明らかに|公表)|の(?:新)?(?:連続)?ドラマ|で(?:放送|始ま))"
)
_PRESS = re.compile(
    r"(?<![一-龥ァ-ヴー・A-Za-z])(?:(?:米|英|仏|独|韓国)(?=[ァ-ヴ]))?(?P<name>[一-龥ァ-ヴー・A-Za-z]{1,14}(?:新聞|通信|日報|タイムズ|ニュース|スポーツ|ポスト|デイリー|"
    r"ウィークリー|ジャーナル|リポーター|ヘラルド|ワイヤー|トリビューン|クーリエ|レビュー))"
    r"(?=(?:電子版)?(?:など)?(?:[がは][^。]{0,80}(?:報じ|伝え|報道し)|に(?:よる|よれ)))"
)
_CALLED_BY_TRADE = re.compile(
    r"(?:配給|製作|制作)(?:会社)?の(?P<name>[ァ-ヴー・]{5,24})(?=[がは](?:[0-9０-９]|[^。]{0,30}(?:発表|明らか|公表)))"
)
_FOREIGN_PRESS = re.compile(
    r"(?<![一-龥])(?:米|英|仏|独|韓国|中国|台湾|香港)(?P<name>(?!メディア|マスコミ|ネット|サイト|ファン|ドラマ|アイドル)[ァ-ヴー・]{4,18})(?=(?:など)?(?:[がは][^。「」]{0,20}(?:報じ|伝え)|に(?:よる|よれ)))"
)
_FOREIGN_PRESS_IN_LATIN = re.compile(
    r"(?<![一-龥])(?:米|英|仏|独|伊|豪|韓国|中国|台湾|香港)(?P<name>[A-Z][A-Za-z.&'’]*(?: [A-Z][A-Za-z.&'’]*){0,3})"
    r"(?=(?:誌|紙|電子版)?(?:など)?(?:[がは][^。]{0,80}(?:報じ|伝え|報道し)|に(?:よる|よれ)|の報道))"
)
_LABELLED = re.compile(
    r"製作は(?:自身の)?(?P<own>[一-龥ァ-ヴー]{1,8}(?:映画社|フィルム|プロ|工房|製作所))(?=[。、])|"
    r"(?:(?:配給|配給・宣伝|(?:制作|製作)プロダクション|製作幹事|制作会社|製作会社|アニメーション制作)(?:会社)?は|"
    r"(?:配給|(?<!共同)制作|製作|制作プロダクション|アニメーション制作)(?:会社)?[：:・＝=])\s?(?:自身の)?"
    r"(?P<name>[ァ-ヴーA-Za-z&＆][ァ-ヴーA-Za-z0-9&＆・. ]{1,24}[ァ-ヴーA-Za-z0-9]|"
    r"[一-龥ァ-ヴーA-Za-z]{1,8}(?:映画社|映画|映像|社|フィルム|プロ|工房|製作所|研究所|舎))(?=[、。がでの／/（(▽\s]|$|と[ァ-ヴA-Z])|"
    r"(?:制作|製作)プロダクションは(?P<firm>[一-龥ァ-ヴーA-Za-z0-9&＆]{2,20})(?=[、。])|"
    r"(?:製作|制作)(?:した|も担う|を担う|を手がけた|を手がける)(?P<maker>[A-Z][A-Za-z0-9]{2,20}|[ァ-ヴー]{3,12})(?=は|が|も|、)|"
    r"制作(?:は|も|には|を)、?(?:(?:[「『][^」』]{1,40}[」』](?:や|と|、)?){1,3}(?:など|シリーズ)?(?:の|[^、。「」]{1,16}[るたの]))?"
    r"(?P<made>[A-Z][A-Za-z0-9.& ]{2,24}|[ァ-ヴー]{3,12}(?:動画|映画|社)?|[一-龥]{2,6}(?:動画|映画|社|プロ))"
    r"(?=が(?:担当|務|手|制作)|を(?:担当|務)|。|、)|"
    r"(?:[」』](?:シリーズ)?|など)の(?P<studio>[ァ-ヴー]{3,12}|[A-Z][A-Za-z0-9. ]{2,20})"
    r"(?=が(?:アニメーション)?制作(?:する|を|。|し))"
)

_SHAPES = {
    _ENDING: "",
    _LATIN_COMPANY: "",
    _DISTRIBUTES: "",
    _OF_TRADE: "",
    _OUTLET_NAMED: "outlet",
    _OUTLET_IN_MARKS: "outlet",
    _MAGAZINE: "outlet",
    _SENDER: "broadcaster",
    _PRESS: "outlet",
    _FOREIGN_PRESS: "outlet",
    _FOREIGN_PRESS_IN_LATIN: "outlet",
    _CALLED_BY_TRADE: "",
    _LABELLED: "",
}


@cache
def _needs(pattern: str) -> frozenset[str]:
    return Sought(pattern).needs


def mentions(document: Document) -> list[Mention]:
    """Every mention of the report; names are persons or characters where the words around say which."""
    text = document.text
    named = works(document)
    per_sentence = [(s, tokens_of(text, s.start, s.end)) for s in document.sentences]
    dates = _dates(document, per_sentence)
    numbers = [
        Mention(m.start(), m.end(), "N", m[1], value=int(plain(m[1])), reasons=("episodes",))
        for m in _EPISODES.finditer(text, document.report.body)
    ]
    words = [m for m in words_in(document) if m.start >= document.report.body]
    titled = [(m.start, m.end) for m in named]
    words = [m for m in words if not within(m.start, titled)]
    organizations = _organizations(document, words, titled)
    sources(document, words)
    words += [m for m in famed(document) if not within(m.start, titled)]
    adapted(document, named)
    taken = titled + [(m.start, m.end) for m in organizations] + [(m.start, m.end) for m in dates]
    names, roles = people(document, per_sentence, taken)
    places = _places(
        document,
        per_sentence,
        taken + [(m.start, m.end) for m in names] + [(w.start, w.end) for w in words if w.kind == "A"],
    )
    trades = [
        Mention(m.start(), m.end(), "J", m[0], value=lexicon().occupations[m[0]], reasons=("trade",))
        for m in _trade_pattern().finditer(text, document.report.body)
    ]
    found = [*named, *places, *trades, *dates, *numbers, *organizations, *(w for w in words if w.kind != "O"), *names]
    spans = sorted((m.start, m.end) for m in found)
    found += [
        r for r in roles if not any(a < r.end and r.start < b and not (r.start <= a and b <= r.end) for a, b in spans)
    ]
    document.place(found)
    decide(document)
    return document.mentions


@cache
def _trade_pattern() -> re.Pattern[str]:
    words = sorted(lexicon().occupations, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})(?=として(?:[はも]|[^。、「」]{{0,8}}デビュー)|でもあ[るり])")


# ---- works ----------------------------------------------------------------------------------------------------------


# ---- organisations, dates -------------------------------------------------------------------------------------------


def _organizations(document: Document, words: list[Mention], titled: list[tuple[int, int]]) -> list[Mention]:
    text = document.text
    by_name: dict[str, Referent] = {}
    found = [w for w in words if w.kind == "O"]
    found += [
        Mention(match.start(), match.end(), "O", match[0], value="", reasons=("production committee",))
        for match in COMMITTEE.finditer(text, document.report.body)
    ]
    spans = [(m.start, m.end) for m in found]
    for pattern, kind in _SHAPES.items():
        needs = _needs(pattern.pattern)
        if needs and not any(need in document.low for need in needs):
            continue
        for match in pattern.finditer(text, document.report.body):
            a, b = match.span(match.lastgroup or 0)
            if not touches((a, b), spans) and not within(a, titled):
                found.append(Mention(a, b, "O", text[a:b], value=kind, reasons=("its ending or label",)))
                spans.append((a, b))
    found += _named_again(
        text, document.report.body, [m for m in found if m.reasons[0] == "its ending or label"], spans
    )
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
    _read_as(document, found)
    return found


_SHORT_ORG = 4


def _named_again(text: str, low: int, shaped: list[Mention], spans: list[tuple[int, int]]) -> Iterator[Mention]:
    """The other places of names that their shape has shown in one: ネツゲンによると beside 製作したネツゲンは."""
    for name, value in dict.fromkeys((m.text, m.value) for m in shaped if len(m.text) >= _SHORT_ORG):
        for match in re.finditer(re.escape(name), text[low:]):
            a, b = low + match.start(), low + match.end()
            cut = any(_KATAKANA_RUN.fullmatch(text[at : at + 2]) for at in (a - 1, b - 1))
            if not cut and not touches((a, b), spans):
                spans.append((a, b))
                yield Mention(a, b, "O", name, value=value, reasons=("named again",))


_KATAKANA_RUN = re.compile(r"[ァ-ヴーA-Za-z]{2}")


def _read_as(document: Document, found: list[Mention]) -> None:
    """A foreign paper with its reading in brackets goes by the reading: its characters may be another paper's name."""
    row = sorted(found, key=lambda m: m.start)
    for first, second in itertools.pairwise(row):
        between = document.text[first.end : second.start]
        label = document.text[max(0, first.start - 3) : first.start]
        if between != "（" or second.text[0] not in _KATAKANA or not re.search(r"(?:紙|誌|メディア)の$", label):
            continue
        if first.referent is not None and second.referent is not None and first.referent is not second.referent:
            second.referent.call(first.text)
            for mention in row:
                if mention.referent is first.referent:
                    mention.referent = second.referent


_KATAKANA = frozenset(map(chr, range(0x30A1, 0x30FB)))


def _dates(document: Document, per_sentence: list[tuple[Sentence, list[Token]]]) -> list[Mention]:
    found = []
    for sentence, tokens in per_sentence:
        words = document.text[sentence.start : sentence.end]
        starts = {t.start for t in tokens} | {sentence.start}
        given = [(t.start, t.end) for t in tokens if t.cls == "M"]  # 小泉今日子
        for date in find_dates(words, document.anchor):
            a, b = sentence.start + date.start, sentence.start + date.end
            if (a not in starts and not document.text[a].isdigit()) or any(x <= a and b < y for x, y in given):
                continue
            found.append(Mention(a, b, "D", document.text[a:b], value=date, reasons=("date",)))
    return found


_PLACE_ENDINGS = frozenset("市県都府道区町村島駅郡州城寺") | {
    "神宮",
    "神社",
    "近郊",
    "公園",
    "空港",
    "撮影所",
    "郊外",
    "地方",
}


# 雲州平田駅などでのロケ: what a word of shooting shows to be a place.
_SHOT_AT = re.compile(
    r"(?<![一-龥々])(?P<name>[一-龥々ヶケノ]{2,9}(?:駅|市|町|村|港|城|海岸|公園|神社|商店街|高校|大学|病院|キャンパス|スタジオ))"
    r"(?=(?:など|や|と|、|で|にて)[^。]{0,30}(?:ロケ|撮影|クランクイン|収録))"
)


def _places(
    document: Document, per_sentence: list[tuple[Sentence, list[Token]]], taken: list[tuple[int, int]]
) -> list[Mention]:
    """Place names: words of that class with the words that end them."""
    found = []
    by_name: dict[str, Referent] = {}
    for match in _SHOT_AT.finditer(document.text, document.report.body):
        if not touches(match.span(), taken):
            name = match["name"]
            referent = by_name.setdefault(name, document.refer("place", name))
            found.append(Mention(*match.span(), "L", name, referent=referent, reasons=("shot at",)))
    taken = taken + [(m.start, m.end) for m in found]
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
            if len(name) < _SHORTEST or touches((a, b), taken) or OF_A_PRIZE.match(document.text, b):
                continue
            if name not in by_name:
                by_name[name] = document.refer("place", name)
            found.append(Mention(a, b, "L", name, referent=by_name[name], reasons=("place name",)))
    return found
