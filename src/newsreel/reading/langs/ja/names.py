"""Names of persons and characters: where they stand, what stands before and behind them, and which are one.

Whether a name is an actor's or a character's is not known here: `kinds.py` decides it from the words around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsreel.reading.langs.ja.lexicon import Lexicon, lexicon
from newsreel.reading.langs.ja.tokens import Token

NOMINAL = "SMBLONZFJUCht"
_FOREIGN = re.compile(r"(?:[ァ-ヴー]{1,}|[A-ZＡ-Ｚ])(?:[・=＝](?:[ァ-ヴー]{2,}|[A-ZＡ-Ｚ]\.?(?![A-Za-z])|[ァ-ヴー]|[一-龥々]{1,3}))+")
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}")
_KANJI = re.compile(r"[一-龥々〆ヶ]+")
_SHAPE = re.compile(r"[一-龥々〆ヶァ-ヴーぁ-んA-Za-zＡ-Ｚａ-ｚ0-9=＝・.☆★!！ 　]{1,16}")
_AGE = re.compile(r"[（(](?:当時)?([0-9０-９]{1,3}|[一二三四五六七八九〇十]{2,3})(?:歳)?[）)]")
_READING = re.compile(r"[（(]([ぁ-ん]{2,}[・\s　]?[ぁ-んー]*|[ァ-ヴー]{2,}(?:[・\s　][ァ-ヴー]+)*|[A-Za-z][a-zA-Z.' \-]+)(?:、[^（）()]{0,20})?[）)]")
_KANJI_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")}
_MAX_NAME = 10
_MAX_ROLE = 16
# What must stand before or behind a word of unknown make for it to be a name.
_STRONG_BEFORE = re.compile(
    r"(?:役(?:の|に(?:は)?|を|は、?|で)|主演(?:の|は、?|に)|(?:ヒロイン|主人公)(?:・|の|は|に(?:は)?|を)|(?:演じる|演じた|扮する|ふんする|務める)(?:のは、?)?"
    r"|(?:俳優|女優|歌手|声優|芸人|タレント|アイドル|脚本家|演出家|作家|漫画家|小説家|モデル|監督|脚本|演出|音楽|原作|プロデューサー)(?:の|・|は、?|／)"
    r"|[子妻夫父母兄弟姉妹娘者員師長官家医士屋生手婦人]・)$|共演(?:の|は、?|に(?:は)?)$"
)
_STRONG_AFTER = re.compile(
    r"(?:さん|氏)(?![かた])|[（(][0-9０-９]{2}[）)]|役(?:[のをにはでと、。・）)]|$)|が(?:[^、。]{0,6})?(?:演じ|扮し|ふんし|務め|主演|監督|声を|脚本|メガホン|手がけ)"
    r"|(?:演じる|扮する|ふんする|原作|主演(?!作))|監督(?:[のがはを、。・）)]|作品|$)|ら(?:が|も|の|、|出演|を|と|キャスト)|[=＝]|さま|を演じ|に(?:扮|ふん)し"
)
_STOP = re.compile(
    r"(?:主演|作品|映画|ドラマ|番組|公開|放送|配信|撮影|原作|脚本|監督|音楽|制作|製作|出演|キャスト|物語|主題歌|今回|同作|本作|劇中|今作|同局|自身|本人|彼|彼女|私|僕|俺|誰|二人|一人|三人|全員|者|役|声|人気|話題|同名|実写|新作|続編|次回作|シリーズ|作|共演|それぞれ|二役|自ら|初|世界|日本|全国|現代|当時|ほか|他|など|年|月|日|話|回|今|昨|来|春|夏|秋|冬|前|後|中|同|各|両|約|第|数|何|方|側|的|化|性|感)"
)


@dataclass(slots=True)
class Name:
    """A name in the text: `start`–`end` is all that belongs to it, `core` the name itself; both in code points."""

    start: int
    end: int
    core: tuple[int, int]
    text: str
    full: bool = False
    sure: bool = True
    role: str = ""
    occupations: list[str] = field(default_factory=list)
    hero: bool = False
    real: bool = False
    age: int | None = None
    reading: str = ""
    sentence: int = 0


def find_names(text: str, tokens: list[Token], taken: list[tuple[int, int]]) -> list[Name]:
    """The names in the words of one sentence; `taken` are spans that names must not touch (titles, organisations)."""
    words = lexicon()
    names: list[Name] = []
    covered = list(taken)
    low, high = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
    for match in _FOREIGN.finditer(text, low, high):
        span = match.span()
        if _free(span, covered) and not match[0].endswith(words.endings) and not _all_known(match[0], words):
            names.append(Name(*span, span, match[0], full=True))
            covered.append(span)
    for run in _runs(tokens, covered):
        if (core := _core(run, words)) is not None:
            a, b, full = core
            names.append(Name(run[a].start, run[b].end, (run[a].start, run[b].end), text[run[a].start : run[b].end], full))
        elif (weak := _weak(text, run, low, high, words)) is not None:
            names.append(Name(*weak, weak, text[weak[0] : weak[1]], sure=False))
    names.sort(key=lambda n: n.start)
    for name in names:
        finish(name, text, tokens, low, high)
    return names


def _free(span: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    return all(span[1] <= a or span[0] >= b for a, b in covered)


def _all_known(text: str, words: Lexicon) -> bool:
    """Whether joined words are words for trades and roles: デザイナー・モデル."""
    return all(part in words.roles or part in words.occupations for part in re.split("[・=＝]", text))


def _runs(tokens: list[Token], covered: list[tuple[int, int]]) -> list[list[Token]]:
    """Stretches of nominal words without a particle or mark between them, outside what is covered."""
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in tokens:
        if token.cls in NOMINAL and _free((token.start, token.end), covered):
            run.append(token)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return runs


def _core(run: list[Token], words: Lexicon) -> tuple[int, int, bool] | None:  # noqa: C901, PLR0912 - one table of shapes
    """(first word, last word, is a full name) of the name in a run, or None; the last name of a run counts."""
    run = _without_tail(run, words)
    n = len(run)
    for b in range(n - 1, -1, -1):
        cls = run[b].cls
        if cls in "MB" or (cls == "S"):
            break
    else:
        return None
    a = b
    full = False
    if run[b].cls in "MB":
        while a and run[a - 1].cls in "SMB" and run[b].end - run[a - 1].start <= _MAX_NAME:
            a -= 1
            full = True
        if not full and a and _surname_like(run[a - 1], words) and (a - 1 == 0 or run[a - 2].cls in "NUCthL"):
            a -= 1
            full = True
            if run[a].cls in "CU" and a and len(run[a - 1].text) == 1 and run[a - 1].cls in "UN":
                a -= 1
    elif b + 1 < n and _given_like(run[b + 1], words):
        b += 1
        full = True
    while full and b + 1 < n and run[b + 1].cls == "N" and len(run[b + 1].text) == 1 and _KANJI.fullmatch(run[b + 1].text):
        if run[b + 1].text in "役氏組家側作版":
            break
        b += 1
    if not full and run[b].cls in "MB" and b + 1 < n:
        return None
    return a, b, full


def _without_tail(run: list[Token], words: Lexicon) -> list[Token]:
    """A run without honorifics and words of trade behind the name: 村瀬健プロデューサー, 大山さん."""
    n = len(run)
    while n > 1 and (run[n - 1].cls == "t" or run[n - 1].text in words.honorifics or run[n - 1].text in _TAILS or run[n - 1].text in words.occupations):
        n -= 1
    for i in range(1, n):
        if run[i].text in _TAILS:
            return run[:i]
    return run[:n]


_TAILS = frozenset(
    ("監督", "役", "主演", "プロデューサー", "脚本", "原作", "演出", "容疑者", "出演", "主演作", "作品", "夫妻", "本人", "自身", "演じる", "作", "組", "ディレクター", "同様", "版", "初", "W主演", "さん", "ら", "側", "PD", "扮", "名義", "以外", "以来")
)


def _surname_like(token: Token, words: Lexicon) -> bool:
    return (
        token.cls in "LNUCJO"
        and bool(_KANJI.fullmatch(token.text) or (_KATAKANA.fullmatch(token.text) and len(token.text) <= 5))
        and len(token.text) <= 3
        and not is_role(token.text, words)
        and token.text not in words.occupations
        and not _STOP.search(token.text)
    ) or (token.cls == "h" and token.text == "要")


def _given_like(token: Token, words: Lexicon) -> bool:
    return (
        token.cls in "NJFCULZMBeO"
        and len(token.text) <= 5
        and not is_role(token.text, words)
        and token.text not in words.occupations
        and token.text not in _TAILS
        and not _STOP.fullmatch(token.text)
    )


def _weak(text: str, run: list[Token], low: int, high: int, words: Lexicon) -> tuple[int, int] | None:
    """A run of unknown make that stands where only a name can stand."""
    run = _without_tail(run, words)
    start, end = run[0].start, run[-1].end
    shape = text[start:end]
    if len(shape) > _MAX_NAME or not _SHAPE.fullmatch(shape) or is_role(shape, words) or shape in words.occupations:
        return None
    if shape[0].isdigit() or _STOP.fullmatch(shape) or _STOP.search(shape):
        return None
    if _STRONG_BEFORE.search(text, max(low, start - 16), start) or _STRONG_AFTER.match(text, end, min(high, end + 14)):
        return start, end
    return None


def is_role(text: str, words: Lexicon) -> bool:
    """Whether a noun is a word for what somebody is: 弁護士, 母, 図書館員."""
    if text in words.roles or text in words.heroes:
        return True
    return len(text) > 2 and text.endswith(words.role_endings) and not text.endswith(("主人公",))  # noqa: PLR2004 - 者 alone is none


def finish(name: Name, text: str, tokens: list[Token], low: int, high: int) -> None:
    """Take in what stands before a name (role, trade) and behind it (honorific, age, reading)."""
    words = lexicon()
    end = name.core[1]
    for honorific in words.honorifics:
        if text.startswith(honorific, end) and end + len(honorific) <= high:
            if honorific in ("君", "先生", "くん", "殿", "嬢", "丞") and text[end + len(honorific) : end + len(honorific) + 1] not in "のがをにはで、。（(":
                continue
            end += len(honorific)
            name.real = name.real or honorific in words.real
            break
    if match := _AGE.match(text, end, high):
        name.age = _number(match[1])
        name.real = True
        end = match.end()
    elif (match := _READING.match(text, end, high)) and _KANJI.search(name.text) and not _is_full_latin_actor(match[1]):
        name.reading = match[1]
        end = match.end()
    name.end = end
    _prefix(name, text, tokens, words)


def _is_full_latin_actor(text: str) -> bool:
    return "・" in text and bool(_KATAKANA.match(text))


def _number(text: str) -> int | None:
    plain = "".join(_KANJI_DIGITS.get(c, c) for c in text)
    try:
        return int(plain)
    except ValueError:
        return None


def _prefix(name: Name, text: str, tokens: list[Token], words: Lexicon) -> None:
    """The phrase before a name that says what its bearer is: 夏の弟・, 俳優の, 弁護士・, 元留学生."""
    index = next((i for i, t in enumerate(tokens) if t.end == name.core[0]), -1)
    here = name.core[0]
    joint = ""
    if index >= 0 and tokens[index].text in ("・", "の", "、"):
        joint = tokens[index].text
        index -= 1
    if index < 0:
        return
    last = index
    while index >= 0 and tokens[index].cls in NOMINAL and tokens[index].cls not in "SMB" and tokens[last].end - tokens[index].start <= _MAX_ROLE:
        index -= 1
    first = index + 1
    if first > last:
        return
    phrase = text[tokens[first].start : tokens[last].end]
    if phrase in words.heroes:
        if joint == "、":
            return
        name.hero = True
        name.start = tokens[first].start
        return
    occupation = _ending(phrase, words.occupations)
    if not occupation and not is_role(phrase, words):
        return
    if joint == "、" and (index < 0 or tokens[index].text not in ("の", "た", "る", "な", "い")):
        return
    start = tokens[first].start
    name.role = phrase
    if occupation:
        name.occupations = [words.occupations[occupation]]
        before = text[max(0, start - 12) : start]
        if match := re.search(r"([一-龥ァ-ヴー]{2,8})(?:で|兼|・|、|、?そして|であり)$", before):
            other = _ending(match[1], words.occupations)
            if other:
                name.occupations.insert(0, words.occupations[other])
    if index >= 1 and tokens[index].text == "の" and not occupation:
        owner = index - 1
        while owner >= 0 and tokens[owner].cls in NOMINAL + "R" and tokens[index].start - tokens[owner].start <= _MAX_ROLE:
            owner -= 1
        if owner + 1 < index and (phrase in words.roles or joint == "・"):
            start = tokens[owner + 1].start
            name.role = text[start : tokens[last].end]
    name.start = start
    _ = here


def _ending(phrase: str, table: dict[str, str]) -> str:
    """The longest word of a table that ends a phrase, or ""."""
    for at in range(len(phrase)):
        if phrase[at:] in table:
            return phrase[at:]
    return ""
