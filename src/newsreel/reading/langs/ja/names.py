"""Names of persons and characters: where they stand, what stands before and behind them, and which are one.

Whether a name is an actor's or a character's is not known here: `kinds.py` decides it from the words around.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from newsreel.reading.langs.ja.around import NOMINAL, Name, finish, is_role
from newsreel.reading.langs.ja.lexicon import Lexicon, lexicon
from newsreel.reading.langs.ja.tokens import Token

# Two names, or two words of one.
_TWO = 2
# A name before its reading, and the kanji or katakana of half a name, are no longer than these.
_FULL, _HALF_KATAKANA, _HALF_KANJI = 4, 5, 3
_FOREIGN = re.compile(
    r"[一-龥]{1,3}・[A-ZＡ-Ｚ]・[一-龥]{1,3}|"
    r"(?<![A-Za-zァ-ヴー])(?:[ァ-ヴー]{1,}|[A-ZＡ-Ｚ])(?:[・=＝](?:[ァ-ヴー]{2,}|[A-ZＡ-Ｚ]\.?(?![A-Za-z])|[ァ-ヴー](?![ぁ-ん一-龥])))+"
)
_INNER_READING = re.compile(r"[（(][ぁ-んァ-ヴー]+[）)]")
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}")
_KANJI = re.compile(r"[一-龥々〆ヶ]+")
_SHAPE = re.compile(r"[一-龥々〆ヶァ-ヴーぁ-んA-Za-zＡ-Ｚａ-ｚ0-9=＝・.☆★!！ 　]{1,16}")
_MAX_NAME = 10
_LANDS = frozenset({"日本", "中国", "韓国", "米国", "英国"})
# What must stand before or behind a word of unknown make for it to be a name.
_STRONG_BEFORE = re.compile(
    r"(?:役(?:の|に(?:は)?|を|は、?|で)|主演(?:の|は、?|に)|(?:ヒロイン|主人公)(?:・|の|は|に(?:は)?|を)|(?:演じる|演じた|扮する|ふんする|務める)(?:のは、?)?"
    r"|(?:俳優|女優|歌手|声優|芸人|タレント|アイドル|脚本家|演出家|作家|漫画家|小説家|モデル|監督|脚本|演出|音楽|原作|プロデューサー)(?:の|・|は、?|／)"
    r"|[子妻夫父母兄弟姉妹娘者員師長官家医士屋生手婦人]・)$|(?:主演|出演|共演)(?:し|する|の|は、?|に(?:は)?)(?:た|て(?:いる|きた))?$"
)
_BEHIND_BEFORE = re.compile(r"[、。がはさもと（(ら」＝=・やをに\s]|氏|役|監督|$")
_STRONG_AFTER = re.compile(
    r"(?:さん|氏)(?![かた])|[（(][0-9０-９]{2}[）)]|役(?:[のをにはでと、。・）)]|$)|が(?:[^、。]{0,6})?(?:演じ|扮し|ふんし|務め|主演|監督|声を|脚本|メガホン|手がけ)"
    r"|(?:演じる|扮する|ふんする|原作|主演(?!作))|監督(?:[のがはを、。・）)]|作品|$)|ら(?:が|も|の|、|出演|を|と|キャスト)|さま|を演じ|に(?:扮|ふん)し"
)
_STOP = re.compile(
    r"(?:スタッフ|キャスト|大抜擢|抜擢|抜てき|面々|メンバー|コンビ|チーム|ファン|作者|こと|もの|ところ|ため|わけ|はず|とき|よう|うち|なか|まま|あと|まわり|たち|ほう|いま|かつて|これ|それ|どれ|ここ|そこ|みな|みんな|みずから|おれ|わたし|あなた|ふたり|ひとり|さん|さま|くん|ちゃん|そのもの|主演|主役|主人公|ヒロイン|ダブル|トリプル|W|Ｗ|三|二|四|作品|映画|ドラマ|番組|公開|放送|配信|撮影|原作|脚本|監督|音楽|制作|製作|出演|キャスト|物語|主題歌|今回|同作|本作|劇中|今作|同局|自身|本人|彼|彼女|私|僕|俺|誰|二人|一人|三人|全員|者|役|声|人気|話題|同名|実写|新作|続編|次回作|シリーズ|作|共演|それぞれ|二役|自ら|初|世界|日本|全国|現代|当時|ほか|他|など|年|月|日|話|回|今|昨|来|春|夏|秋|冬|前|後|中|同|各|両|約|第|数|何|方|側|的|化|性|感)"
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
            and (text[span[1] : span[1] + 1] == "役" or not _all_known(word, words, tokens, span))
        ):
            names.append(Name(*span, span, word, full=True))
            covered.append(span)
    rest = []
    for run in _runs(tokens, covered):
        if (core := _core(run, words)) is not None:
            a, b, full = core
            name = Name(run[a].start, run[b].end, (run[a].start, run[b].end), text[run[a].start : run[b].end], full)
            if full and run[a].cls == "S":
                name.family = run[a].text
            names.append(name)
        elif (weak := _weak(text, run, low, high, words)) is not None:
            names.append(Name(*weak, weak, text[weak[0] : weak[1]], sure=False))
        else:
            rest.append(run)
    names += _beside(text, rest, names, low, high, words)
    names.sort(key=lambda n: n.start)
    names = _with_readings_inside(text, names)
    for name in names:
        finish(name, text, tokens, high)
    for first, second in itertools.pairwise(names):
        if first.occupations and not second.occupations and text[first.end : second.start] == "と":
            second.occupations = list(first.occupations)
    return names


def _foreign(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Names in katakana; "A・B=C・D" is a character and an actor, "A=B・C" one name."""
    for match in _FOREIGN.finditer(text, low, high):
        parts = re.split("[=＝]", match[0])
        if len(parts) == _TWO and "・" in parts[0] and "・" in parts[1]:
            middle = match.start() + len(parts[0])
            yield match.start(), middle
            yield middle + 1, match.end()
        else:
            yield match.span()


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
    for run in (_without_head(_without_tail(r, words), words) for r in runs):
        span = (run[0].start, run[-1].end)
        word = text[span[0] : span[1]]
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
            and not (len(run) == 1 and run[0].cls in "NZFJC" and _KANJI.fullmatch(word))
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
        if before and re.match(
            r"(?:さん|氏)?(?:、|。|が(?:演|扮|ふん|務|つと|それぞれ|受け)|$)", text[span[1] : min(high, span[1] + 5)]
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
            and len(last.text) <= _FULL
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
        len(word) <= _MAX_NAME
        and bool(_SHAPE.fullmatch(word))
        and not is_role(word)
        and word not in words.occupations
        and not any(
            word.endswith(t)
            for t in ("ドラマ", "映画", "アニメ", "シリーズ", "作品", "番組", "版", "劇", "小説", "漫画")
        )
        and word not in words.types
        and word not in words.labels
        and not word[0].isdigit()
        and not any(_STOP.fullmatch(t.text) or t.text in _TAILS for t in run)
        and not _STOP.fullmatch(word)
    )


def _free(span: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    return all(span[1] <= a or span[0] >= b for a, b in covered)


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
        if (token.cls in NOMINAL or (token.cls in "xe" and _KANJI.fullmatch(token.text))) and _free(
            (token.start, token.end), covered
        ):
            run.append(token)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return runs


def _core(run: list[Token], words: Lexicon) -> tuple[int, int, bool] | None:
    """(first word, last word, is a full name) of the name in a run, or None; the last name of a run counts."""
    run = _without_tail(run, words)
    n = len(run)
    high = max((i for i in range(n) if run[i].cls in "SMB"), default=-1)
    if high < 0:
        return None
    low = _leftmost(run, high)
    if low == high and run[low].cls in "MB" and low and _surname_like(run[low - 1], words):
        low -= 1
        if run[low].cls in "CU" and low and len(run[low - 1].text) == 1 and run[low - 1].cls in "UN":
            low -= 1
    elif (
        low == high
        and run[high].cls == "S"
        and high + 1 < n
        and (_given_like(run[high + 1], words) or _rare(run[high + 1].text))
    ):
        high += 1
    while (
        high + 1 < n and run[high + 1].cls in "NetFJCxhL" and len(run[high + 1].text) == 1 and _rare(run[high + 1].text)
    ):
        high += 1
    if _whole(run, words):
        low, high = 0, n - 1
    full = high > low
    if run[high].end - run[low].start > _MAX_NAME or (not full and high + 1 < n):
        return None
    return low, high, full


_LONGEST_KANJI = 6


def _whole(run: list[Token], words: Lexicon) -> bool:
    """Whether a run of kanji with a name in it is one name of rare make: 山姥切国広, 三日月宗近."""
    text = "".join(t.text for t in run)
    if len(run) < _TWO or len(text) > _LONGEST_KANJI or not _KANJI.fullmatch(text):
        return False
    return not any(
        (len(t.text) == 1 and not _rare(t.text) and t.cls not in "SMB")
        or (len(t.text) > 1 and t.cls in "NZFJOULCth" and (i < len(run) - 1 or is_role(t.text) or _STOP.search(t.text)))
        or t.text in words.occupations
        for i, t in enumerate(run)
    )


def _leftmost(run: list[Token], high: int) -> int:
    """The first word of the name that ends at `high`: names before it, and single characters among or before these."""
    low = high
    while low:
        before = run[low - 1]
        if run[high].end - before.start > _MAX_NAME:
            break
        if (
            before.cls in "SMB"
            or (low > 1 and run[low - 2].cls in "SMB" and len(before.text) == 1 and _rare(before.text))
            or (low == 1 and run[low].cls == "S" and len(before.text) == 1 and _rare(before.text) and low != high)
        ):
            low -= 1
        else:
            break
    return low


def _rare(text: str) -> bool:
    """A single character that is part of a name rather than a word of its own beside one."""
    return bool(_KANJI.fullmatch(text)) and text not in _BESIDE_NAMES


_BESIDE_NAMES = frozenset(
    "達歳才人年月日回話本枚店界会員長者師士屋部所社元故新現前弟兄姉妹母父妻夫娘仏米英韓主役第同各約計副作劇氏様家組側版両者殿君嬢編案著訳曲詞"
)


def _without_tail(run: list[Token], words: Lexicon) -> list[Token]:
    """A run without honorifics and words of trade behind the name: 村瀬健プロデューサー, 大山さん."""
    n = len(run)
    while n > 1 and (
        (run[n - 1].cls == "t" and not _rare(run[n - 1].text))
        or run[n - 1].text in words.honorifics
        or run[n - 1].text in _TAILS
        or run[n - 1].text in words.occupations
    ):
        n -= 1
    for i in range(1, n):
        if run[i].text in _TAILS:
            return run[:i]
    return run[:n]


def _without_head(run: list[Token], words: Lexicon) -> list[Token]:
    """A run without the role or trade that stands right before the name: 主役チィファ, 若い女性ヘウォン."""
    at = 0
    while at + 1 < len(run) and (
        is_role(run[at].text) or run[at].text in words.heroes or run[at].text in words.occupations
    ):
        at += 1
    return run[at:]


_TAILS = frozenset(
    (
        "監督",
        "役",
        "主演",
        "プロデューサー",
        "脚本",
        "原作",
        "演出",
        "容疑者",
        "出演",
        "主演作",
        "作品",
        "夫妻",
        "本人",
        "自身",
        "演じる",
        "作",
        "組",
        "ディレクター",
        "同様",
        "版",
        "初",
        "W主演",
        "さん",
        "ら",
        "側",
        "PD",
        "扮",
        "名義",
        "以外",
        "以来",
    )
)


def _surname_like(token: Token, words: Lexicon) -> bool:
    return (
        token.cls in "LNUCJO"
        and bool(
            _KANJI.fullmatch(token.text) or (_KATAKANA.fullmatch(token.text) and len(token.text) <= _HALF_KATAKANA)
        )
        and len(token.text) <= _HALF_KANJI
        and not is_role(token.text)
        and token.text not in words.occupations
        and not _STOP.search(token.text[1:] if token.cls == "L" else token.text)
        and not (token.cls == "L" and token.text.endswith(("国", "本")) and token.text in _LANDS)
    ) or (token.cls == "h" and token.text == "要")


def _given_like(token: Token, words: Lexicon) -> bool:
    return (
        token.cls in "NJFCULZMBeO"
        and len(token.text) <= _HALF_KATAKANA
        and not is_role(token.text)
        and token.text not in words.occupations
        and token.text not in _TAILS
        and not _STOP.fullmatch(token.text)
    )


def _weak(text: str, run: list[Token], low: int, high: int, words: Lexicon) -> tuple[int, int] | None:  # noqa: PLR0911 - one table of shapes, read from the top
    """A run of unknown make that stands where only a name can stand."""
    run = _without_head(_without_tail(run, words), words)
    start, end = run[0].start, run[-1].end
    shape = text[start:end]
    behind = _STRONG_AFTER.match(text, end, min(high, end + 14))
    ahead = _STRONG_BEFORE.search(text[max(low, start - 16) : start])
    if not (behind or ahead) or not _may_be_name(shape, run, words):
        return None
    if len(run) == 1 and run[0].cls in "NZFJ" and _KANJI.fullmatch(shape):
        hero = re.search(r"(?:主人公|ヒロイン)(?:の|・)$", text[max(low, start - 6) : start])
        return (start, end) if hero and re.match(r"(?:を|に|は|が|役)", text[end : end + 1]) else None
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
