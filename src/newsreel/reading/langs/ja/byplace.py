"""Names known by where they stand, where the analyser takes their words for others: 三部けいさん, 泉新一役."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsreel.reading.langs.ja.around import is_role
from newsreel.reading.langs.ja.lexicon import lexicon
from newsreel.reading.langs.ja.tokens import Token

_LABEL = r"(?:監督|脚本|演出|音楽|シリーズ構成|キャラクターデザイン|原作|プロデューサー|撮影|美術)"
# Each shape holds the name in its group; `family` shapes want a surname or place in front, whose class the words have.
_KANA_ENDED = re.compile(
    r"(?<![一-龥々ァ-ヴー])[一-龥々]{1,4}[ぁ-ん]{1,5}(?=さん(?:[、。がはもとのらをに（(演扮]|主演|原作|$))"
)
_KANA_ONLY = re.compile(r"(?<=[、・／/（(「])[ぁ-ん]{2,8}(?=さん[、。がはもとのら（(])")
_CAST = re.compile(
    r"(?<=役)(?:に(?:は)?|を|の|は)、?(?P<name>[一-龥々]{1,4}(?:(?!さん|だ|です|という|との|らしい)[ぁ-ん]){2,4})(?=、|。|が(?:演|扮|務|決|担|抜|起|選|参)|さん|ら|（|\(|の出演|を起用|$)"
)
_PART = re.compile(r"(?<![一-龥々])[一-龥々]{2,5}(?:[ぁ-ん]{1,4})?(?=役(?:[のをにはでと、。・）)が]|$))")
_SPOKEN = re.compile(r"(?<![一-龥々])[一-龥々]{3,5}(?=[（(](?:CV|ＣＶ|声|演)[：:])")
_READ = re.compile(
    r"(?<=[・のはを、にとが])[一-龥々]{2,5}(?=[（(][ぁ-ん・\s　]{2,16}[）)](?:を演|役|さん|が|は|に|、|と))"
)
# 興玉雅（おきたま・みやび）: a reading in two parts is a name's.
_READ_APART = re.compile(
    r"(?<![一-龥々])(?<![一-龥々][　 ])[一-龥々]{2,6}(?=[（(][ぁ-ん]{1,6}[・\s　][ぁ-ん]{1,6}[）)])"
)
_STAFF = re.compile(
    rf"{_LABEL}(?:は|に(?:は)?|を|も)(?:[^。]|。(?=[」』])){{0,80}}?(?:[るたの]|は|に|を)(?P<name>(?:(?!氏)[一-龥々]){{3,5}})(?=氏|、|。|が(?:担当|務|手))"
)
# 森永さや 1998年生まれ: what opens a profile.
_PROFILED = re.compile(
    r"(?:^|(?<=\n))[一-龥々]{1,4}[一-龥々ぁ-んァ-ヴー]{1,5}(?=[　 ][0-9０-９]{4}年[^。]{0,24}生まれ)"
)
# 『A』の大森立志監督だ
_DIRECTOR = re.compile(
    r"(?:^|(?<=[のは、。「」』がと\n　]))[一-龥々]{2,4}[一-龥々](?<![総初])"
    r"(?=総?監督(?:[のがはをもだと、。（(]|作|$))"
)
# 演じたのは、街を磨いて回る清掃員の平山。
_PLAYED_LAST = re.compile(
    r"(?:演じ(?:る|た)|扮(?:する|した)|務め(?:る|た))のは、?[^。「」]{0,60}[師員者長官家医屋生手人女男事妻夫父母兄弟姉妹娘子]の(?P<name>[一-龥々]{2,4})(?=だ?。)"
)
# デリン（ファイルーズあい）
_MIXED = re.compile(r"(?<=[一-龥々ァ-ヴー][（(])[ァ-ヴー]{3,8}[ぁ-ん]{1,4}(?=[）)])")
# 井浦新扮する水木
_PLAYING = re.compile(
    r"(?:^|(?<=[、。「」』\n　]))[一-龥々]{3,5}(?=(?:扮[すし]|ふん[すし]|演じ[るた])[^。、]{1,16}[はがを、])"
)
_PLAIN_KANA = re.compile(
    r"など|これ|それ|また|さら|もちろん|ほか|この|その|いずれ|みずから|はじめ|とも|ここ|どの|かつて|やはり|ついに|いま|みんな|あの|もう|まさに|"
    r"たとえ|なお|そして|しかし|だから|すでに|まず|とくに|おなじ"
)
_KANA_DIRECTOR = re.compile(r"(?:^|(?<=[、。「」』\n　]))[ぁ-ん]{4,8}(?=監督(?:[のがはをもと、。（(]|$))")
_KANA_BEFORE = re.compile(r"(?:^|(?<=[、。▽=＝・「（(：:\s　]))[ぁ-ん]{2,5}$")
_NO_NAME = frozenset(
    ("たく", "みな", "おば", "おじ", "おかあ", "おとう", "おにい", "おねえ", "おくさ", "おばあ", "おじい", "みなみな")
)
_NAME_LIKE = "SMBLUNtCFe"


def by_place(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Spans of names that their places show, in the words of one sentence."""
    if not tokens:
        return
    low, high = tokens[0].start, tokens[-1].end
    words = text[low:high]
    for needles, pattern, fits in _SHAPES:
        for needle in needles:
            if needle in words:
                break
        else:
            continue
        for match in pattern.finditer(text, low, high):
            span = match.span("name") if "name" in pattern.groupindex else match.span()
            span = (span[0] + _trade(text[span[0] : span[1]]), span[1])
            if fits(text[span[0] : span[1]], tokens, *span):
                yield span
    yield from _kana_given(text, tokens)
    yield from (match.span() for match in _stage_names().finditer(text, low, high))


@cache
def _stage_names() -> re.Pattern[str]:
    """The stage names of the lexicon where a list, a title or a word of casting stands beside them."""
    ranked = sorted(lexicon().stage_names, key=len, reverse=True)
    names = "|".join(re.escape(name) for name in ranked)
    long = "|".join(re.escape(name) for name in ranked if len(name) > _LONG)
    return re.compile(
        rf"(?<=[一-龥々ァ-ヴー][（(])(?:{names})(?=[）)])|"
        rf"(?:^|(?<=[、・／はにを×　」』と：:「])|(?<=[優手人]の)|(?<=女優)|(?<=俳優)|(?<=主演の)|(?<=役の))"
        rf"(?:(?:{long})(?=[がをに])|(?:{names})"
        r"(?=さん|、|。|・|／|×|が(?:演|主|務|扮|出|声|加|登|ヒ)|[はもらと]|主演|演じ|役|[（(][0-9０-９]|　|$))"
    )


# A stage name of more characters is no common word.
_LONG = 3


# 片桐はいりが, 中条あやみ、: a surname with hiragana behind, up to a particle or mark, is the whole name.
_SURNAME = re.compile(r"[一-龥々]{1,4}")
_GIVEN = re.compile(r"[ぁ-ん]{1,4}")
_NO_GIVEN = re.compile(
    r"(?:ほか|はじめ|いわく|みずから|たち|さん|ちゃん|くん|など|だけ|まで|から|より|とも|こそ|しか|ばかり|くらい|ふう|さま|って|とか|"
    r"らしい?|なり|ならでは|なの|だれ|いる|ある|する|した|です|だった|じしん|ふん|ども|がた|ら)"
)
_WHOLE_NAME = range(2, 6)


def _kana_given(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Spans of a surname with the hiragana that follow it, which the analyser has as words of other kinds."""
    for i, family in enumerate(tokens[:-1]):
        if family.cls != "S" or not _SURNAME.fullmatch(family.text) or (i and tokens[i - 1].cls in "SMh"):
            continue
        j = i + 1
        while j < len(tokens) and _goes_on_name(tokens, j):
            j += 1
        a, b = family.start, tokens[j - 1].end
        given = text[family.end : b]
        if len(given) not in _WHOLE_NAME or _NO_GIVEN.match(given) or (j == i + 2 and tokens[i + 1].cls == "M"):
            continue
        if j == len(tokens) or tokens[j].cls in "psw" or tokens[j].text in _BEHIND_NAME:
            yield a, b


def _goes_on_name(tokens: list[Token], at: int) -> bool:
    """Whether a word of hiragana may be part of a given name; いち・か too, where a particle or mark follows."""
    token = tokens[at]
    if token.text in _BEHIND_NAME or not _GIVEN.fullmatch(token.text):
        return False
    ends = token.text == "か" and len(tokens[at - 1].text) > 1 and at + 1 < len(tokens) and tokens[at + 1].cls in "ps"
    return token.cls not in "psxRw" or ends


_BEHIND_NAME = frozenset(
    ("さん", "ちゃん", "氏", "ら", "主演", "役", "監督", "演じる", "扮する", "出演", "原作", "脚本")
)


def _trade(name: str) -> int:
    """How many characters of a trade stand at the head of a name: 作家湊かなえ."""
    return next((len(t) for t in lexicon().occupations if name.startswith(t) and len(name) - len(t) > 1), 0)


def with_kana_before(text: str, start: int, tokens: list[Token]) -> int:
    """Where a name begins that opens with hiragana, of which the analyser has only the end: はんざき朝未."""
    low = tokens[0].start
    match = _KANA_BEFORE.search(text, max(low, start - 6), start)
    if (
        match is None
        or match.end() != start
        or (match.start() == low and match.start() and text[low - 1] not in "\n　 ")
    ):
        return start
    inside = [t for t in tokens if match.start() <= t.start and t.end <= start]
    if len(inside) < 2 or any(t.cls in "pRv" for t in inside):  # noqa: PLR2004 - そして is one word
        return start
    return match.start()


def _family(_name: str, tokens: list[Token], a: int, _b: int) -> bool:
    """Whether the first word may open a name: a surname or given name, or a place, of whose names many are made."""
    return any(t.start == a and t.cls in "SMBL" for t in tokens)


def _unbroken(_name: str, tokens: list[Token], a: int, b: int) -> bool:
    """Whether no verb, particle or longer common word lies within: 演じるりさ, 人気の子."""
    inside = [t for t in tokens if a <= t.start < b]
    if inside and inside[0].cls == "S":  # 長濱ねる: what follows a surname up to さん is the given name
        return all(t.cls not in "pS" or t is inside[0] for t in inside)
    return bool(inside) and all(t.end > b or (t.cls in _NAME_LIKE and _short(t)) for t in inside)


def _short(token: Token) -> bool:
    return token.cls != "N" or len(token.text) < 3  # noqa: PLR2004 - a longer noun is a word of its own


def _part(name: str, tokens: list[Token], a: int, b: int) -> bool:
    return not is_role(name) and _family(name, tokens, a, b) and _unbroken(name, tokens, a, b)


def _maker(name: str, tokens: list[Token], a: int, b: int) -> bool:
    head = next((t for t in tokens if t.start == a), None)
    return head is not None and head.cls in "SL" and b - head.end in (1, 2) and _unbroken(name, tokens, a, b)


def _directs(name: str, tokens: list[Token], a: int, b: int) -> bool:
    head = next((t for t in tokens if t.start == a), None)
    inside = [t for t in tokens if a <= t.start < b]
    if head is None or head.cls not in "SL" or name in lexicon().roles or inside[-1].end != b:
        return False
    return b - head.end in _GIVEN_LENGTHS and not any(len(t.text) > 1 and t.cls in "Zp" for t in inside)


_GIVEN_LENGTHS = (1, 2, 3)


_SHAPES = (
    (("さん",), _KANA_ENDED, _unbroken),
    (("さん",), _KANA_ONLY, lambda name, _tokens, _a, _b: name not in _NO_NAME),
    (("生まれ",), _PROFILED, lambda _name, _tokens, _a, _b: True),
    (("監督",), _DIRECTOR, _directs),
    (("監督",), _KANA_DIRECTOR, lambda name, _tokens, _a, _b: not _PLAIN_KANA.match(name)),
    (("演じ", "扮", "務め"), _PLAYED_LAST, lambda name, _tokens, _a, _b: not (is_role(name) or name.endswith("役"))),
    (("（", "("), _MIXED, lambda _name, _tokens, _a, _b: True),
    (("扮", "演じ", "ふん"), _PLAYING, lambda name, tokens, a, b: not is_role(name) and _family(name, tokens, a, b)),
    (("役",), _CAST, _family),
    (("役",), _PART, _part),
    (("CV", "ＣＶ", "声", "演"), _SPOKEN, lambda name, tokens, a, b: not is_role(name) or _family(name, tokens, a, b)),
    (("（", "("), _READ_APART, lambda name, _tokens, _a, _b: not is_role(name)),
    (("（", "("), _READ, lambda name, tokens, a, b: not is_role(name) and _family(name, tokens, a, b)),
    (("監督", "脚本", "演出", "音楽", "構成", "デザイン", "原作", "プロデューサー", "撮影", "美術"), _STAFF, _maker),
)
