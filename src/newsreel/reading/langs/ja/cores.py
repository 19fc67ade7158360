"""The part of a run of words that may be a name: without what belongs to the words before and behind it."""

from __future__ import annotations

import re

from newsreel.reading.langs.ja.around import is_role
from newsreel.reading.langs.ja.lexicon import Lexicon
from newsreel.reading.langs.ja.tokens import Token

# Two names, or two words of one.
TWO = 2
# A name before its reading, and the kanji or katakana of half a name, are no longer than these.
FULL, _HALF_KATAKANA, _HALF_KANJI = 4, 5, 3
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}")
KANJI = re.compile(r"[一-龥々〆ヶ]+")
MAX_NAME = 10
_LANDS = frozenset({"日本", "中国", "韓国", "米国", "英国"})
STOP = re.compile(
    r"(?:アニメーション|決定|発表|突然|一瞬|偶然|当然|アクション|音響|作画|美術|録音|照明|特撮|衣装|技術|総|副|現在|近年|以前|今後|過去|前作|次作|初主演|初出演|スタッフ|キャスト|大抜擢|抜擢|抜てき|面々|メンバー|コンビ|チーム|ファン|作者|こと|もの|ところ|ため|わけ|はず|とき|よう|うち|なか|まま|あと|まわり|たち|ほう|いま|かつて|これ|それ|どれ|ここ|そこ|みな|みんな|みずから|おれ|わたし|あなた|ふたり|ひとり|さん|さま|くん|ちゃん|そのもの|主演|主役|主人公|ヒロイン|ダブル|トリプル|W|Ｗ|三|二|四|作品|映画|ドラマ|番組|公開|放送|配信|撮影|原作|脚本|監督|音楽|制作|製作|出演|キャスト|物語|主題歌|今回|同作|本作|劇中|今作|同局|自身|本人|彼|彼女|私|僕|俺|誰|二人|一人|三人|全員|者|役|声|人気|話題|同名|実写|新作|続編|次回作|シリーズ|作|共演|それぞれ|二役|自ら|初|世界|日本|全国|現代|当時|ほか|他|など|年|月|日|話|回|今|昨|来|春|夏|秋|冬|前|後|中|同|各|両|約|第|数|何|方|側|的|化|性|感)"
)


def core(run: list[Token], words: Lexicon) -> tuple[int, int, bool] | None:
    """(first word, last word, is a full name) of the name in a run, or None; the last name of a run counts."""
    run = without_tail(run, words)
    n = len(run)
    high = max((i for i in range(n) if run[i].cls in "SMB"), default=-1)
    if high < 0:
        return None
    low = _leftmost(run, high)
    if low == high and run[low].cls in "MB" and low and _surname_like(run[low - 1], words):
        low -= 1
        if run[low].cls in "CU" and low and len(run[low - 1].text) == 1 and run[low - 1].cls in "UN":
            low -= 1
        elif low == 1 and run[low].cls in "NJ" and _surname_like(run[0], words):
            low = 0  # 新田真剣佑
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
    if high + 2 == n and high > low and run[n - 1].text == "作" and len(run[high].text) == 1:
        high += 1
    if _whole(run, words):
        low, high = 0, n - 1
    full = high > low
    if run[high].end - run[low].start > MAX_NAME or (not full and high + 1 < n):
        return None
    return low, high, full


_LONGEST_KANJI = 6


def _whole(run: list[Token], words: Lexicon) -> bool:
    """Whether a run of kanji with a name in it is one name of rare make: 山姥切国広, 三日月宗近."""
    text = "".join(t.text for t in run)
    if len(run) < TWO or len(text) > _LONGEST_KANJI or not KANJI.fullmatch(text):
        return False
    return not any(
        (len(t.text) == 1 and not _rare(t.text) and t.cls not in "SMB")
        or (len(t.text) > 1 and t.cls in "NZFJOULCth" and (i < len(run) - 1 or is_role(t.text) or STOP.search(t.text)))
        or t.text in words.occupations
        for i, t in enumerate(run)
    )


def _leftmost(run: list[Token], high: int) -> int:
    """The first word of the name that ends at `high`: names before it, and single characters among or before these."""
    low = high
    while low:
        before = run[low - 1]
        if run[high].end - before.start > MAX_NAME:
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
    return bool(KANJI.fullmatch(text)) and text not in _BESIDE_NAMES


_BESIDE_NAMES = frozenset(
    "達歳才人年月日回話本枚店界会員長者師士屋部所社元故新現前弟兄姉妹母父妻夫娘仏米英韓主役第同各約計副作劇氏様家組側版両者殿君嬢編案著訳曲詞"
)


def without_tail(run: list[Token], words: Lexicon) -> list[Token]:
    """A run without honorifics and words of trade behind the name: 村瀬健プロデューサー, 大山さん."""
    n = len(run)
    if n > TWO and run[n - 1].text == "作" and run[n - 3].cls == "S" and _rare(run[n - 2].text):
        return run[:n]  # 黒坂辛作: the end of the given name
    while n > 1 and (
        (run[n - 1].cls == "t" and not _rare(run[n - 1].text))
        or run[n - 1].text in TAILS
        or run[n - 1].text in words.occupations
        or run[n - 1].text in words.honorifics
    ):
        n -= 1
    while n > 1 and n < len(run) and run[n].text == "監督" and run[n - 1].text == "総":
        n -= 1
    if n == 1:
        return run[:1]
    for i in range(1, n):
        if run[i].text in TAILS:
            return run[:i]
    return run[:n]


def without_head(run: list[Token], words: Lexicon) -> list[Token]:
    """A run without the role or trade that stands right before the name: 主役チィファ, 若い女性ヘウォン."""
    at = next((i + 1 for i in range(len(run) - 2, 0, -1) if run[i].text in words.occupations), 0)
    if any(token.cls in "SMB" for token in run[:at]):
        at = 0
    while at + 1 < len(run) and (
        is_role(run[at].text) or run[at].text in words.heroes or run[at].text in words.occupations
    ):
        at += 1
    return run[at:]


TAILS = frozenset(
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
        and (
            (KANJI.fullmatch(token.text) is not None and len(token.text) <= _HALF_KANJI)
            or (_KATAKANA.fullmatch(token.text) is not None and len(token.text) <= _HALF_KATAKANA)
        )
        and not is_role(token.text)
        and token.text not in words.occupations
        and not STOP.search(token.text[1:] if token.cls == "L" else token.text)
        and not (token.cls == "L" and token.text.endswith(("国", "本")) and token.text in _LANDS)
    ) or (token.cls == "h" and token.text == "要")


def _given_like(token: Token, words: Lexicon) -> bool:
    return (
        token.cls in "NJFCULZMBeO"
        and len(token.text) <= _HALF_KATAKANA
        and not is_role(token.text)
        and token.text not in words.occupations
        and token.text not in TAILS
        and not STOP.fullmatch(token.text)
    )
