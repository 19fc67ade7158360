"""What stands around a name and belongs to it: the role or trade before, the honorific, age and reading behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from newsreel.reading.langs.ja.lexicon import Lexicon, lexicon
from newsreel.reading.langs.ja.tokens import Token

# From so many characters on, an ending makes a word a role: 女子高生, but not 学生.
_LONG_ROLE = 3
_KANJI = re.compile(r"[一-龥々〆ヶ]+")
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}")

NOMINAL = "SMBLONZFJUCht"


_AGE = re.compile(r"[（(](?:当時)?([0-9０-９]{1,3}|[一二三四五六七八九〇十]{2,3})(?:歳)?[）)]")


_AGE_BEHIND = re.compile(r"(?:監督|プロデューサー|選手|アナ|PD)[（(]([0-9０-９]{2})[）)]")


_READING = re.compile(
    r"[（(]([ぁ-ん]{2,}[・\s　]?[ぁ-んー]*|[ァ-ヴー]{2,}(?:[・\s　][ァ-ヴー]+)*|[A-Za-z][a-zA-Z.' \-]+)"
    r"(?:、[^（）()]{0,20})?[）)]"
)


_KANJI_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")}


_MAX_ROLE = 16
# "交渉役"の辻本
_QUOTED_ROLE = re.compile(r"[\"“「]([^\"”「」、。]{2,10})[\"”」]の$")


# 姉妹を演じる佐藤花（ソラ）、林渚（ウミ）: a part, no reading.
_PLAYS = re.compile(r"を演じ(?:る|た)(?:[^。（）()]{1,12}[（(][^（）()]{1,12}[）)]、)*$")
_FAR = 60


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
    family: str = ""


@lru_cache(maxsize=65_536)
def is_role(text: str) -> bool:
    """Whether a noun is a word for what somebody is: 弁護士, 母, 図書館員."""
    words = lexicon()
    if text in words.roles:
        return True
    if text.endswith(("主演", "共演", "出演", "出演者", "小屋", "主役", "俳優役", "山小屋")):
        return False
    if any(text[i:] in words.roles for i in range(1, len(text) - 2)):
        return True
    return len(text) >= _LONG_ROLE and text.endswith(words.role_endings) and not text.endswith(("主人公",))


# 岸井ゆきの: the analyser takes the end of such a name for a particle.
_ENDS_IN_NO = re.compile(r"の(?=[、。がはをにもとや「（(]|さん|氏|の)")


# 花（ソラ）: the analyser takes what may be a reading into the word.
# Behind さん a reading is told by its length or its two parts; a short one is the part played: 佐藤花さん（ウミ）.
_IN_TWO = re.compile(r"[（(](?:[ぁ-ん]+[・\s　][ぁ-ん]+|[ぁ-ん]{5,})")
_TAKEN_IN = re.compile(r"[（(][ぁ-んァ-ヴー]+[）)]$")


def finish(name: Name, text: str, tokens: list[Token], high: int) -> None:
    """Take in what stands before a name (role, trade) and behind it (honorific, age, reading)."""
    words = lexicon()
    if taken_in := _TAKEN_IN.search(text, *name.core):
        name.core = (name.core[0], taken_in.start())
    if name.full and _ENDS_IN_NO.match(text, name.core[1], high) and re.search(r"[ぁ-ん]$", name.text):
        name.core = (name.core[0], name.core[1] + 1)
        name.text += "の"
    end = _behind_reading(name, text, name.core[1], high)
    for honorific in words.honorifics:
        if text.startswith(honorific, end) and end + len(honorific) <= high:
            if (
                honorific in ("君", "先生", "くん", "殿", "嬢", "丞")
                and text[end + len(honorific) : end + len(honorific) + 1] not in "のがをにはでだともや、。（(「"
            ):
                continue
            end += len(honorific)
            name.real = name.real or honorific in words.real
            break
    if match := _AGE.match(text, end, high):
        name.age = _number(match[1])
        name.real = True
        end = match.end()
    elif match := _AGE_BEHIND.match(text, end, high):
        name.age = _number(match[1])
        name.real = True
    elif not name.reading and (end == name.core[1] or _IN_TWO.match(text, end, high)):
        end = _behind_reading(name, text, end, high)
    name.end = end
    _prefix(name, text, tokens, words)


def _behind_reading(name: Name, text: str, end: int, high: int) -> int:
    """Where the reading behind a name ends, which the name takes in; `end` where there is none."""
    match = _READING.match(text, end, high)
    if match is None or not _KANJI.search(name.text) or _is_full_latin_actor(match[1]):
        return end
    if _KATAKANA.fullmatch(match[1]) and _PLAYS.search(text[max(0, name.core[0] - _FAR) : name.core[0]]):
        return end
    name.reading = match[1]
    return match.end()


def _is_full_latin_actor(text: str) -> bool:
    return "・" in text and bool(_KATAKANA.match(text))


def _number(text: str) -> int | None:
    plain = "".join(_KANJI_DIGITS.get(c, c) for c in text)
    try:
        return int(plain)
    except ValueError:
        return None


# Nouns that own nobody: 追う側の刑事.
_FORMAL = frozenset({"側", "方", "ため", "とき", "中", "際", "うち", "はず", "お任せ", "おなじみ"})

# Labels of staff, which are told by frames and not taken into the name.
_LABELS = frozenset(
    (
        "監督",
        "プロデューサー",
        "演出",
        "脚本",
        "音楽",
        "チーフプロデューサー",
        "撮影監督",
        "作画監督",
        "音楽プロデューサー",
        "シリーズディレクター",
        "チーフディレクター",
        "チーフ演出",
        "演出陣",
        "総監督",
    )
)


def _prefix(name: Name, text: str, tokens: list[Token], words: Lexicon) -> None:  # noqa: C901, PLR0911, PLR0912 - one table of shapes, read from the top
    """The phrase before a name that says what its bearer is: 夏の弟・, 俳優の, 弁護士・, 元留学生."""
    index = next((i for i, t in enumerate(tokens) if t.end == name.core[0]), -1)
    here = name.core[0]
    joint = ""
    if index >= 0 and tokens[index].text in ("・", "の", "、"):
        joint = tokens[index].text
        index -= 1
    if index < 0:
        return
    if joint == "の" and (quoted := _QUOTED_ROLE.search(text, max(0, here - _MAX_ROLE), here)) and is_role(quoted[1]):
        name.role = quoted[1]
        return
    last = index
    while (
        index >= 0
        and tokens[index].cls in NOMINAL
        and tokens[index].cls not in "SMB"
        and tokens[last].end - tokens[index].start <= _MAX_ROLE
    ):
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
    if phrase in _LABELS:
        return
    occupation = _ending(phrase, words.occupations)
    if not occupation and not is_role(phrase) and not _of_a_kind(phrase):
        return
    if joint == "、" and (index < 0 or tokens[index].text not in ("の", "た", "る", "な", "い")):
        return
    if joint == "、" and any(
        tokens[i].text in ("が", "は") and tokens[i - 1].cls in "SMBt" for i in range(max(1, index - 4), index + 1)
    ):
        return  # 佐藤が型破りなシェフ、林がその相棒
    start = tokens[first].start
    name.role = phrase
    if occupation:
        name.occupations = [words.occupations[occupation]]
        before = text[max(0, start - 12) : start]
        if match := re.search(r"([一-龥ァ-ヴー]{2,8})(?:で|兼|・|、|、?そして|であり)$", before):
            other = match[1] if match[1] in words.occupations else ""
            if other:
                name.occupations.insert(0, words.occupations[other])
    if index >= 1 and tokens[index].text == "の" and not occupation:
        owner = index - 1
        while (
            owner >= 0 and tokens[owner].cls in NOMINAL + "R" and tokens[index].start - tokens[owner].start <= _MAX_ROLE
        ):
            owner -= 1
        if owner + 1 < index and tokens[owner + 1].text not in _FORMAL and (phrase in words.roles or joint == "・"):
            start = tokens[owner + 1].start
            name.role = text[start : tokens[last].end]
    name.start = start
    _ = here


# From so many characters on a phrase may end in a short noun for a person: 熱血刑事, 二代執権.
_COMPOUND, _SHORT_ROLE = 4, 2


def _of_a_kind(phrase: str) -> bool:
    return len(phrase) >= _COMPOUND and phrase[-_SHORT_ROLE:] in lexicon().roles


def _ending(phrase: str, table: dict[str, str]) -> str:
    """The longest word of a table that ends a phrase, or ""."""
    for at in range(len(phrase)):
        if phrase[at:] in table:
            return phrase[at:]
    return ""
