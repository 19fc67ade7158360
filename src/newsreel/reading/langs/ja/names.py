"""Names of persons and characters: where they stand, what stands before and behind them, and which are one.

Whether a name is an actor's or a character's is not known here: `kinds.py` decides it from the words around.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from newsreel.reading.langs.ja.around import NOMINAL, Name, finish, is_role
from newsreel.reading.langs.ja.byplace import by_place, with_kana_before
from newsreel.reading.langs.ja.cores import FULL, KANJI, MAX_NAME, STOP, TAILS, TWO, core, without_head, without_tail
from newsreel.reading.langs.ja.lexicon import Lexicon, lexicon
from newsreel.reading.langs.ja.listed import listed
from newsreel.reading.langs.ja.makers import known_makers
from newsreel.reading.langs.ja.tokens import Token

_FOREIGN = re.compile(
    r"[一-龥]{1,3}・[A-ZＡ-Ｚ]・[一-龥]{1,3}|"
    r"(?<![A-Za-zァ-ヴー])(?:[ァ-ヴー]{1,}|[A-ZＡ-Ｚ])(?:[・=＝](?:[ァ-ヴー]{2,}|[A-ZＡ-Ｚ]\.?(?![A-Za-z])|[ァ-ヴー](?:(?![ぁ-ん一-龥])|(?=が|は|も|を|に|と|の|さん|氏|役|演|扮|主演))))+"
)
_INNER_READING = re.compile(r"[（(][ぁ-んァ-ヴー]+[）)]")
_SHAPE = re.compile(r"[一-龥々〆ヶァ-ヴーぁ-んA-Za-zＡ-Ｚａ-ｚ0-9=＝・.☆★!！ 　]{1,16}")
# What must stand before or behind a word of unknown make for it to be a name.
_STRONG_BEFORE = re.compile(
    r"(?:役(?:の|に(?:は)?|を|は、?|で)|主演(?:の|は、?|に)|(?:ヒロイン|主人公)(?:・|の|は|に(?:は)?|を)|(?:演じる|演じた|扮する|ふんする|務める)(?:のは、?)?"
    r"|(?:俳優|女優|歌手|声優|芸人|タレント|アイドル|脚本家|演出家|作家|漫画家|小説家|モデル|監督|脚本|演出|音楽|原作|プロデューサー)(?:の|・|は、?|／)"
    r"|[子妻夫父母兄弟姉妹娘者員師長官家医士屋生手婦人]・)$|(?:主演|出演|共演)(?:し|する|の|は、?|に(?:は)?)(?:た|て(?:いる|きた))?$"
)
# What shows joined katakana to be a name though each word is a common one: 俳優エディ・レッド（44）.
_NAMED = re.compile(r"役|さん|氏|監督(?!賞)|主演(?!作|男|女)|[（(][0-9０-９]{2}[）)]|が演じ")
# Korean family names as Japanese papers write them: with a short given name behind, a name whatever its halves mean.
_KOREAN = re.compile(
    r"(?:キム|イ|パク|チェ|チョン|カン|チョ|ユン|チャン|イム|ハン|オ|ソ|シン|クォン|ファン|アン|ソン|ホン|ユ|コ|ムン|ヤン|ペ|ペク|ホ|ナム|シム|ノ|ハ|クァク|チャ|チュ|ウ|ク|ミン|リュ|ナ|チン|チ|オム|ウォン|ピョン|ビョン|ヨム|ヨ|ト|ソク|ソル|キル|ヨン|パン|クム|オク|ユク|イン|メン|タク|ハム)"
    r"・[ァ-ヴー]{2,4}"
)
_TRADE_BEFORE = re.compile(r"(?:俳優|女優|男優|歌手|監督|脚本家|作家|演じる|役の|役に)$")
_BEHIND_BEFORE = re.compile(r"[、。がはさもと（(ら」＝=・やをに\s]|氏|役|監督|$")
_STRONG_AFTER = re.compile(
    r"(?:さん|氏|くん|ちゃん)(?![かた])|[（(][0-9０-９]{2}[）)]|役(?:[のをにはでと、。・）)]|$)|が(?:[^、。]{0,6})?(?:演じ|扮し|ふんし|務め|主演|監督|声を|脚本|メガホン|手がけ)"
    r"|(?:演じる|扮する|ふんする|原作|主演(?!作))|監督(?:[のがはを、。・）)]|作品|$)|ら(?:が|も|の|、|出演|を|と|キャスト)|さま|を演じ|に(?:扮|ふん)し"
)


def find_names(text: str, tokens: list[Token], taken: list[tuple[int, int]]) -> list[Name]:
    """The names in the words of one sentence; `taken` are spans that names must not touch (titles, organisations)."""
    words = lexicon()
    names: list[Name] = []
    covered = list(taken)
    low, high = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
    for span in _foreign(text, low, high):
        word = text[span[0] : span[1]]
        if (
            _free(span, covered)
            and not word.endswith(words.endings)
            and (
                _NAMED.match(text, span[1], high)
                or _TRADE_BEFORE.search(text[max(low, span[0] - 6) : span[0]])
                or _KOREAN.fullmatch(word)
                or not _all_known(word, words, tokens, span)
            )
        ):
            names.append(Name(*span, span, word, full=True))
            covered.append(span)
    rest = []
    for run in _runs(tokens, covered):
        if (found := core(run, words)) is not None:
            a, b, full = found
            name = Name(run[a].start, run[b].end, (run[a].start, run[b].end), text[run[a].start : run[b].end], full)
            if full and run[a].cls == "S":
                name.family = run[a].text
            names.append(name)
        elif (weak := _weak(text, run, low, high, words)) is not None:
            names.append(Name(*weak, weak, text[weak[0] : weak[1]], sure=False))
        else:
            rest.append(run)
    names += _beside(text, rest, names, low, high, words)
    names = [n for n in _placed(text, tokens, names, taken) if not n.text.endswith(("賞", "映画祭"))]
    names.sort(key=lambda n: n.start)
    names = _with_readings_inside(text, names)
    for name in names:
        finish(name, text, tokens, high)
    _set_apart(text, names)
    return names


def _set_apart(text: str, names: list[Name]) -> None:
    """What stands between two names belongs to one of them: 佐藤監督林渚主演; 俳優の佐藤と林 are both actors."""
    for first, second in itertools.pairwise(names):
        if first.core[0] < second.start < first.core[1]:
            second.start, second.role, second.occupations = second.core[0], "", []
        if first.occupations and not second.occupations and text[first.end : second.start] == "と":
            second.occupations = list(first.occupations)


def _placed(text: str, tokens: list[Token], names: list[Name], taken: list[tuple[int, int]]) -> list[Name]:
    """The names with those that their places show, in place of what the analyser has of them."""
    makers = known_makers(text, tokens[0].start, tokens[-1].end) if tokens else ()
    for a, b in itertools.chain(makers, by_place(text, tokens), list(listed(text, tokens, names))):
        whole = [n for n in names if n.core[0] <= a and b <= n.core[1]]
        if not _free((a, b), taken) or any(not n.text.endswith("役") for n in whole):
            continue
        names = [n for n in names if n.core[1] <= a or b <= n.core[0]]
        names.append(Name(a, b, (a, b), text[a:b], full=True))
    for name in names:
        if name.full or not KANJI.match(name.text):
            continue
        if (start := with_kana_before(text, name.core[0], tokens)) < name.core[0] and _free((start, name.end), taken):
            name.start, name.core, name.text, name.full = start, (start, name.core[1]), text[start : name.core[1]], True
    return names


def _foreign(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Names in katakana; "A・B=C・D" is a character and an actor, "A=B・C" one name."""
    for match in _FOREIGN.finditer(text, low, high):
        parts = re.split("[=＝]", match[0])
        if len(parts) == TWO and "・" in parts[0] and "・" in parts[1]:
            middle = match.start() + len(parts[0])
            yield match.start(), middle
            yield middle + 1, match.end()
        else:
            yield match.span()


# The marks and particles one of which stands at a half of a credit.
_HALF_BEHIND, _HALF_AHEAD = frozenset("役（(にをは"), frozenset("、と・や／にをは")


def _beside(text: str, runs: list[list[Token]], names: list[Name], low: int, high: int, words: Lexicon) -> list[Name]:  # noqa: C901, PLR0912, PLR0913, PLR0917 - one table of shapes, read from the top
    """Words of unknown make beside a name, where a credit has its other half: 刑事の冬月（佐藤花）, 渚にYOU、."""
    if not names and "に" not in text[low:high]:
        return []
    starts = {n.core[0]: n for n in names}
    ends = {n.core[1]: n for n in names}
    for n in names:
        if text[n.core[1] : n.core[1] + 2] == "さん":
            ends[n.core[1] + 2] = n
    found = []
    for run in (without_head(without_tail(r, words), words) for r in runs):
        span = (run[0].start, run[-1].end)
        word = text[span[0] : span[1]]
        if text[span[1] : span[1] + 1] not in _HALF_BEHIND and text[span[0] - 1 : span[0]] not in _HALF_AHEAD:
            continue
        if not _may_be_name(word, run, words):
            continue
        behind = re.match(r"(?:役)?[（(](?:[A-Za-z0-9 =＝☆★]+・|元?[^（）()・]{1,10}の)?", text[span[1] : span[1] + 16])
        if behind and span[1] + behind.end() in starts:
            found.append(Name(*span, span, word, sure=False))
            continue
        row = text[span[0] - 1 : span[0]] in "、と・や／" and span[0] - 1 in ends
        if (
            row
            and re.match(
                r"(?:さん|氏)?(?:、|。|も|ら|が|は|ほか|と|や|だ|の(?:ダブル|W|出演|名|共演))",
                text[span[1] : span[1] + 6],
            )
            and not (len(run) == 1 and run[0].cls in "NZFJC" and KANJI.fullmatch(word))
        ):
            name = Name(*span, span, word, sure=False)
            found.append(name)
            ends[span[1]] = name
            continue
        if re.match(r" [A-Za-z]", text[span[1] : span[1] + 2]) or (
            text[span[0] - 1 : span[0]].isascii() and text[span[0] - 1].isalpha()
        ):
            continue
        pair = re.match(r"(?:に(?:は)?|を)(?=[一-龥ァ-ヴー]{2,8}[、。])", text[span[1] : span[1] + 14])
        if (
            pair
            and re.search(r"[の・]$", text[max(low, span[0] - 1) : span[0]])
            and is_role(_word_before(text, span[0] - 1))
        ):
            name = Name(*span, span, word, sure=False)
            found.append(name)
            ends[span[1]] = name
            continue
        joint = re.match(r"(?:役)?(?:に(?:は)?|を|は)、?", text[span[1] : span[1] + 5])
        if (
            joint
            and span[1] + joint.end() in {n.start for n in names}
            and _behind_pair(text, names, span[1] + joint.end())
        ):
            prefixed = re.search(r"[の・、]$", text[max(low, span[0] - 1) : span[0]]) and is_role(
                _word_before(text, span[0] - 1)
            )
            if prefixed or run[0].cls == "L" or re.fullmatch(r"[ァ-ヴー]{2,8}|[ぁ-ん]{2,5}", word):
                found.append(Name(*span, span, word, sure=False))
                continue
        before = re.search(r"(?:役)?(?:に(?:は)?|を|は)$", text[max(low, span[0] - 4) : span[0]])
        if (
            before
            and not _common(run)
            and re.match(
                r"(?:さん|氏)?(?:、|。|が(?:演|扮|ふん|務|つと|それぞれ|受け)|$)",
                text[span[1] : min(high, span[1] + 5)],
            )
        ):
            end = span[0] - len(before[0])
            if (end in ends or is_role(_word_before(text, end))) and not re.search(r"[ぁ-ん]{3,}$", word):
                found.append(Name(*span, span, word, sure=False))
    return found


def _behind_pair(text: str, names: list[Name], start: int) -> bool:
    """Whether the name that begins at `start` ends as the second half of a pair does."""
    name = next(n for n in names if n.start == start)
    return bool(
        re.match(
            r"(?:さん|氏)?(?:[（(][^）)]{1,8}[）)])?(?:、|。|が(?:演|扮|ふん|務|つと)|と、|$)",
            text[name.core[1] : name.core[1] + 16],
        )
    )


def _word_before(text: str, end: int) -> str:
    """The kanji or katakana word that ends at a place."""
    match = re.search(r"[一-龥々ァ-ヴーA-Za-z]{1,10}$", text[max(0, end - 10) : end])
    return match[0] if match else ""


def _with_readings_inside(text: str, names: list[Name]) -> list[Name]:
    """A name with its reading in the middle, 神波（かんなみ）亮子, is one name."""
    merged: list[Name] = []
    for name in names:
        last = merged[-1] if merged else None
        if (
            last is not None
            and (gap := re.fullmatch(r"[（(]([ぁ-んァ-ヴー]+)[）)]", text[last.core[1] : name.core[0]]))
            and len(last.text) <= FULL
        ):
            last.core = (last.core[0], name.core[1])
            last.end = name.core[1]
            last.text += name.text
            last.full = True
            _ = gap
        else:
            merged.append(name)
    for name in merged:
        name.text = _INNER_READING.sub("", name.text)
    return merged


def _may_be_name(word: str, run: list[Token], words: Lexicon) -> bool:
    return (
        len(word) <= MAX_NAME
        and bool(_SHAPE.fullmatch(word))
        and not is_role(word)
        and word not in words.occupations
        and not any(
            word.endswith(t)
            for t in (
                "役",
                "賞",
                "祭",
                "主演",
                "出演",
                "ドラマ",
                "映画",
                "アニメ",
                "シリーズ",
                "作品",
                "番組",
                "版",
                "劇",
                "小説",
                "漫画",
            )
        )
        and word not in words.types
        and word not in words.labels
        and not word[0].isdigit()
        and not any(STOP.fullmatch(t.text) or t.text in TAILS for t in run)
        and not STOP.fullmatch(word)
    )


_COMMON = 2


def _common(run: list[Token]) -> bool:
    """Whether a run is one word of the dictionary that is no name: 放火, イメージ."""
    one = run[0]
    return (
        len(run) == 1
        and one.known
        and (one.cls in "ZF" or (one.cls == "N" and "ァ" <= one.text[0] <= "ー" and len(one.text) > _COMMON))
    )


def _free(span: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    low, high = span
    for a, b in covered:  # noqa: SIM110 - asked of every word
        if low < b and a < high:
            return False
    return True


def _all_known(text: str, words: Lexicon, tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether joined words are common ones: デザイナー・モデル, レッド・カーペット."""
    inside = [t for t in tokens if span[0] <= t.start and t.end <= span[1] and t.cls != "s"]
    if inside and all(t.known and t.cls in "NZJF" for t in inside):
        return True
    return all(part in words.roles or part in words.occupations for part in re.split("[・=＝]", text))


def _runs(tokens: list[Token], covered: list[tuple[int, int]]) -> list[list[Token]]:
    """Stretches of nominal words without a particle or mark between them, outside what is covered."""
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in tokens:
        start, end, word, cls, _known = token
        nominal = cls in NOMINAL or (cls in "xe" and KANJI.fullmatch(word))
        if nominal and (not covered or _free((start, end), covered)):
            run.append(token)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return runs


def _weak(text: str, run: list[Token], low: int, high: int, words: Lexicon) -> tuple[int, int] | None:  # noqa: PLR0911 - one table of shapes, read from the top
    """A run of unknown make that stands where only a name can stand."""
    run = without_head(without_tail(run, words), words)
    start, end = run[0].start, run[-1].end
    shape = text[start:end]
    if text[end : end + 1] == "・" and all(t.cls == "L" for t in run):
        return None  # 東京・渋谷の清掃員
    behind = _STRONG_AFTER.match(text, end, min(high, end + 14))
    ahead = _STRONG_BEFORE.search(text[max(low, start - 16) : start])
    if not (behind or ahead) or not _may_be_name(shape, run, words):
        return None
    if len(run) == 1 and run[0].cls in "NZFJ" and KANJI.fullmatch(shape):
        hero = re.search(r"(?:主人公|ヒロイン)(?:の|・)$", text[max(low, start - 6) : start])
        return (start, end) if hero and re.match(r"(?:を|に|は|が|役)", text[end : end + 1]) else None
    if not behind and _common(run):
        return None
    if any(shape.endswith(w) for w in ("会社", "学校", "事務所", "新聞", "大学", "番組", "部門", "日本")):
        return None
    if behind:
        return start, end
    if _BEHIND_BEFORE.match(text, end, high):
        if text[end : end + 1] in ("に", "を") and not re.match(
            r"(?:に|を)(?:演|扮|ふん|迎|起用|抜|決)", text[end : end + 4]
        ):
            return None
        return start, end
    return None
