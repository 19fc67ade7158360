"""Guards of frames of casting: whether names side by side are characters and actors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.around import is_role
from newsreel.reading.langs.ja.lexicon import lexicon
from newsreel.reading.mask import NUMBER_BASE, NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.frames import Match

# So many characters may stand between words that belong together.
_BESIDE = 2
# A word so long that ends as nouns for persons do is one; a shorter one must be known.
_LONG_ROLE = 4
CAST_WORDS = re.compile(
    r"代わり|代役|後任|好演|熱演|怪演|演じ|扮|ふん[しす]|務め|出演|起用|キャスト|配役|続投|声|引き継|共演|顔ぶれ|登場|布陣|配する|配し|役|抜擢|抜てき|引き受け|受け持|名を連|面々|並[ぶべ]|固め|支え"
)
STAFF_WORDS = re.compile(
    r"(?:監督|キャラクターデザイン|美術|VFX|衣装|作画|脚本|演出|原作|音楽|製作|プロデュース|プロデューサー|撮影|メガホン[^、。]{0,8}|編集|制作統括|台本|スタッフ|書いたのは|撮ったのは|手がけたのは|手掛けたのは|手がけるのは|作曲|劇伴)(?:は|に|・|の|：|:|も)?[^、。]{0,70}$"
)
# What stands where a character could: プレミアイベントに佐藤; and what a name of the trade never is.
_NOT_A_PART = re.compile(r"(?:イベント|部門|プレミア|ニュース|名前|試写会?|会見|ゲスト|枠|賞|位)$")
_NO_ACTOR = re.compile(r"最初|最後|参加|登場|当時|今回|自身|本人")
# 『007』のジェームズ・ボンド, 『A』のトラヴィス: one word of katakana is mostly a character's name.
ONE_WORD = re.compile(r"[ァ-ヴー]{2,12}")


def _masked(match: Match) -> str:
    return match.sentence.masked.text if match.sentence.masked else ""


def kinds_of(match: Match, name: str) -> set[str]:
    """The kinds of the mentions that a name of the frame holds."""
    return {m.kind for m in match.bound.get(name, [])}


def pair(document: Document, match: Match) -> bool:  # noqa: C901, PLR0911, PLR0912 - one table of shapes, read from the top
    """A character and an actor side by side are a credit where one is known, or the sentence is about casting."""
    words = document.text[match.sentence.start : match.sentence.end]
    if "作詞" in words or "作曲：" in words:
        return False  # 佐藤花（渚）「青い歌」 作詞：林空: who sings as whom
    if _NO_CREDIT.search(document.text, match.start, match.end):
        return False
    actors = match.bound.get("actor", [])
    characters = match.bound.get("character", [])
    if characters and actors and characters[0].referent is actors[0].referent:
        return False
    if any(_NOT_A_PART.search(m.text) for m in characters) or any(_NO_ACTOR.fullmatch(m.text) for m in actors):
        return False
    if "それぞれ" in document.text[match.end : match.sentence.end] and any(
        m.kind in "PX" and 0 <= m.start - match.end <= 1 and document.text[m.end : m.end + 1] in ("が", "、", "と", "")
        for m in match.sentence.mentions
    ):
        return False
    if _ACTOR_FIRST.search(_masked_before(match)) and not document.text[match.start : match.end].endswith("が引き継"):
        return False
    if _bracketed(document, match) and (_players(match) or document.text.startswith("役", match.end)):
        return False  # 真田信繁（幸村）役の佐藤: another name of the part
    raw = match.text.get("character", "")
    if not characters and raw and (raw in _NO_CHARACTER or is_role(raw)):
        return False
    if _PLAYED_ALREADY.search(document.text, match.sentence.start, match.start) and _bracketed(document, match):
        return False
    if _TOPIC_FIRST.search(document.text, match.start, match.end) and _OTHER_VERB.match(document.text, match.end):
        return False
    if (
        not _bracketed(document, match)
        and _GA.match(document.text, match.end)
        and not _GA_CAST.match(document.text, match.end, match.sentence.end)
    ):
        return False  # 渚に兄の空が近づく: a story, no credit
    if "P" in kinds_of(match, "actor") and (
        "C" in kinds_of(match, "character") or match.bound.get("role") or not characters
    ):
        return True
    if "C" in kinds_of(match, "character"):
        return True
    if len(_PAIRS.findall(_masked(match))) > 1:
        return True
    if _TOPIC_FIRST.search(document.text, match.start, match.end) and not _PLAYED_BY.match(document.text, match.end):
        return False  # two unknown names, of which the first may as well be the actor's: 佐藤花は、三浦渚を演じる
    bracketed = bool(re.search(r"[（(〈=＝]", document.text[match.start : match.end]))
    return bracketed or bool(CAST_WORDS.search(words)) or "P" in kinds_of(match, "actor")


# 姉妹を演じる佐藤花（空）、林渚（海）: who plays stands before the brackets.
_NAMED = f"[{kind_char('P')}{kind_char('X')}{kind_char('C')}]{NUMBER_CLASS}"
_PLAYERS = re.compile(
    r"を(?:演じる|演じた|演じるのは、?)(?:[^、。「」『』（）()\ue000-\uf8ff]{0,10}の)?"
    rf"(?:{_NAMED}[（(][^（）()]{{1,16}}[）)](?:、|と|や|・))*$"
)


def _players(match: Match) -> bool:
    return _PLAYERS.search(_masked_before(match)) is not None


_PART_BEHIND = re.compile(f"{kind_char('P')}{NUMBER_CLASS}[（(]{kind_char('C')}{NUMBER_CLASS}[）)]")


def whole_name(_document: Document, match: Match) -> bool:
    """The actor has two names, the role is a word for one: not あの少年（アルバート）, nor 間様人（マザマ・ジン）."""
    roles = [m.text for m in match.bound["role"]]
    if any(len(role) < _LONG_ROLE and role not in lexicon().roles for role in roles):
        return False
    return not any(ONE_WORD.fullmatch(m.referent.name if m.referent else m.text) for m in match.bound["actor"])


def in_row(_document: Document, match: Match) -> bool:
    """Another name of the sentence has its part in brackets."""
    return _PART_BEHIND.search(_masked(match)) is not None


# 『A』で恋人を演じた佐藤: of another work.
_ELSEWHERE = re.compile(f"{kind_char('W')}{NUMBER_CLASS}(?:[（(][^）)]*[）)])?(?:で|の|など|シリーズ)[^。、]*$")


def described(document: Document, match: Match) -> bool:
    """Who is told by what they play, and not in another work."""
    if kinds_of(match, "actor") & {"C"} or _ELSEWHERE.search(_masked_before(match)):
        return False
    return not re.search(r"[」』]", document.text[max(match.sentence.start, match.start - 2) : match.start])


def players(_document: Document, match: Match) -> bool:
    """The names stand behind 演じる, each with its part in brackets."""
    return _players(match)


_TOPIC_FIRST = re.compile(r"[^にを]は、")
_OTHER_VERB = re.compile(r"(?:さん|氏)?が(?:[^、。]{0,6})?(?:主演|出演|監督|脚本|手が|手掛|書)")
_GA = re.compile(r"(?:さん|氏)?が")
_GA_CAST = re.compile(
    r"(?:さん|氏)?が(?:、|。|それぞれ|$|[^。]{0,16}?(?:演|扮|ふん|務|つと|担|決|抜|起用|選|挑|配|登場|キャスト|キャスティング|名を|引き継|声|好演|受け|続投|出演|共演|加わ|なる|なりき|臨))"
)


# ニール（・キャフリー）, 女王をイメージした衣装の佐藤花: no parts.
_NO_CREDIT = re.compile(r"[（(]・|イメージ|衣装|髪型|コスプレ|扮装")
_PLAYED_BY = re.compile(r"(?:さん|氏)?(?:が(?:演|扮|務|つと|担)|。|$)")


def _bracketed(document: Document, match: Match) -> bool:
    return document.text[match.end - 1] in "）)"


# 佐藤花演じる山田渚（灯）: the bracket holds another name of the part.
_PLAYED_ALREADY = re.compile(r"[^をに、。](?:演じる|演じた|扮する|ふんする)(?:[^、。]{0,12}の)?$")


# 佐藤は花を、林が渚を演じる: the actor comes first, and what follows the comma belongs to the next.
_ACTOR_FIRST = re.compile(f"(?<![をに])(?<!には)[{kind_char('P')}{kind_char('X')}]{NUMBER_CLASS}(?:は|が)、?[^、。]*$")


_PAIRS = re.compile(
    f"[{kind_char('C')}{kind_char('X')}]{NUMBER_CLASS}(?:に(?:は)?|を)[{kind_char('P')}{kind_char('X')}]{NUMBER_CLASS}(?=、|。|と、|が|という|だ|の(?:布陣|配役))"
)


def _masked_before(match: Match) -> str:
    masked = match.sentence.masked
    if masked is None:
        return ""
    upto = sum(m.start < match.start for m in masked.mentions)
    return _until(masked.text, upto)


def _until(text: str, mentions: int) -> str:
    """Masked text before the mention of a number."""
    at = text.find(chr(NUMBER_BASE + mentions))
    return text[: max(0, at - 1)] if at >= 0 else text


_ROW = re.compile(
    f"(?:^「?|、|は)[{kind_char('P')}{kind_char('X')}]{NUMBER_CLASS}(?:が|は)(?:[^、。\ue000-\uf8ff]{{0,26}})?[{kind_char('C')}{kind_char('X')}{kind_char('R')}]{NUMBER_CLASS}(?=、|。|$|だ|という|の(?:布陣|配役)|と(?:いった)?(?:続|並))"
)


def row(document: Document, match: Match) -> bool:
    """At least two of the kind stand in a row: 佐藤が宏、林が渚."""
    return len(_ROW.findall(_masked(match))) > 1 and not parts_first(document, match)


_PARTS_FIRST = re.compile(r"(?:[^、。「」『』はがを]{0,12}の)?(?:CV|ＣＶ|声優|声|吹き?替え(?:版)?|キャスト|配役)は")


def parts_first(document: Document, match: Match) -> bool:
    """The sentence goes through the parts with who has each: CVは渚が佐藤花、空が林太郎."""
    return _PARTS_FIRST.match(document.text, match.sentence.start, match.sentence.end) is not None


_OWNERS = re.compile(
    f"(?:^|[、。]){kind_char('P')}{NUMBER_CLASS}の[{kind_char('C')}{kind_char('X')}]{NUMBER_CLASS}(?=、|。|$)"
)


def row_of_owners(_document: Document, match: Match) -> bool:
    """At least two actors have their parts behind them: 丹波の今西、加藤の和賀."""
    return len(_OWNERS.findall(_masked(match))) > 1


def casting(document: Document, match: Match) -> bool:
    """The sentence speaks of casting, and the words do not go on to name another work (ホストを務めた『A』)."""
    if re.match(r"[たるじしす]{1,2}(?:映画|ドラマ)?[「『]", document.text[match.end : match.end + 6]):
        return False
    return (
        bool(CAST_WORDS.search(document.text[match.sentence.start : match.sentence.end]))
        or "さん" in document.text[match.start : match.end]
    )


def role_word(_document: Document, match: Match) -> bool:
    """What stands before 役 is a character, not a word such as 主 or 母親."""
    raw = match.text.get("character", "")
    if match.bound.get("character"):
        return True
    return bool(raw) and raw not in _NO_CHARACTER and not is_role(raw)


_NO_CHARACTER = frozenset(
    (
        "主",
        "大",
        "端",
        "脇",
        "悪",
        "代",
        "適",
        "現",
        "配",
        "声",
        "一人二",
        "二",
        "二人一",
        "同",
        "ヒロイン",
        "主人公",
        "相手",
        "重要な",
        "斬られ",
        "なりすまし",
        "難しい",
        "敵",
        "両",
        "その",
        "この",
        "初",
        "汚れ",
        "悪女",
        "父親",
        "母親",
        "引き立て",
        "それぞれの",
        "さまざまな",
        "いろんな",
        "こんな",
        "そんな",
        "どんな",
        "まさかの",
        "ハマり",
        "はまり",
        "ちょい",
        "チョイ",
        "W",
        "新",
    )
)


def lead(document: Document, match: Match) -> bool:
    """Leads of the work at hand: not those of another work that stands right behind, nor its writer."""
    if _MADE_BY.search(document.text, match.start, match.end):
        return False
    if any(_CHOSEN_FOR.match(document.text, m.end, match.sentence.end) for m in match.bound.get("actor", [])):
        return False
    return not title_behind(document, match)


# 主役の俊太郎に選ばれたのは佐藤花: a part.
_CHOSEN_FOR = re.compile(
    r"(?:役)?(?:に(?:選ば|抜擢|抜てき|起用|扮|なりき)|を(?:演じ|任さ|射止め))[^。、]{0,8}の(?:は|が)"
)
# 佐藤が主演する『A』の脚本を担当する林渚
_MADE_BY = re.compile(r"主演する[^。]*(?:脚本|監督|演出|原作|音楽)を(?:担当|務め|手がけ|手掛け)")


# 佐藤が主演する新局の連続ドラマ『A』: nothing but modifiers stands between the words and the title.
_MODIFIED = re.compile(r"(?:する|した|を(?:務め|果たし)[たる]|の|で|作|映画|ドラマ)?[^、。「」はがを]{0,24}")


# 香取慎吾主演、広末涼子共演の『A』; 公開された佐藤監督による『A』
_LISTED_BEFORE = re.compile(
    r"、[^。「」『』はがを]{1,24}(?:共演|出演|監督|脚本)(?:の|による)|"
    r"[さすしれ][れたるし][^、。「」『』はがを]{0,24}監督(?:の|による)|"
    r"(?:する|した)、[^。「」『』はが]{1,36}[たるの]|"
    r"(?:、[^。「」『』は]{1,20}共演)?で、[^。「」『』は]{1,60}(?:映画化|ドラマ化|実写化|アニメ化|描[いく]|贈る|手がけ|手掛け|撮っ)[^。「」『』は]{0,10}[たる]|"
    r"(?:され|し|となり|を迎え)、[^。「」『』はが]{0,40}(?:記録し|獲得し|ヒット|話題|受賞|輝い|動員し|席巻|絶賛|熱狂|人気)[^。「」『』はが]{0,30}"
)


def title_behind(document: Document, match: Match) -> bool:
    """Whether the words only say of which title the sentence goes on to speak: 新局で放送された連続ドラマ『A』."""
    if document.text[match.end - 1] in "、。":
        return False
    work = next((m for m in match.sentence.mentions if m.kind == "W" and m.start >= match.end), None)
    if work is not None and _LISTED_BEFORE.fullmatch(document.text, match.end, work.start):
        return True
    return (
        work is not None
        and not work.indirect
        and not any(
            m.kind in "PCX" and match.end <= m.start < work.start and not document.text.startswith("監督の", m.end)
            for m in match.sentence.mentions
        )
        and _MODIFIED.fullmatch(document.text, match.end, work.start) is not None
    )


# 司会の呼び込みで佐藤が登場すると歓声があがった
_ON_STAGE = re.compile(r"司会|呼び込み|会場|客席|ステージ|壇上|歓声|拍手|イベント|レッドカーペット")


def company(document: Document, match: Match) -> bool:
    """Names before words of appearing: the names are persons, and it is no stage greeting or programme."""
    kinds = kinds_of(match, "actor")
    words = document.text[match.start : match.end + 6]
    before = re.split("[。、]", document.text[match.sentence.start : match.start])[-1]
    labelled = words.startswith(("出演", "共演", "キャスト", "声の出演"))
    if (
        STAFF_WORDS.search(before)
        and not labelled
        and not before.endswith(("出演の", "共演の", "主演の", "出演する", "出演した"))
    ):
        return False
    if any(
        document.text.startswith(("作品", "組", "作", "の新作", "の最新作", "の次回作", "の作品"), m.end)
        for m in match.bound.get("actor", [])
    ):
        return False  # 佐藤作品に初出演した: the director's films
    if document.text[match.start : match.end].endswith(("出演", "共演")) and title_behind(document, match):
        return False
    on_stage = "登場" in words and _ON_STAGE.search(document.text, match.sentence.start, match.sentence.end)
    if on_stage or document.text.startswith(("先生", "が絶賛", "も絶賛", "が評価"), match.end):
        return False
    if "C" not in kinds and words.startswith(("共演の", "出演の")):
        return True
    return "C" not in kinds and not re.search(
        r"プロデューサーに|製作に|製作総指揮に|制作統括に|登壇|舞台(?:あいさつ|挨拶)|会見|イベント|番組に|CM|ライブ|TV出演|テレビ出演|番組出演",
        words,
    )


def no_actor_before(document: Document, match: Match) -> bool:
    """No person stands right behind, to whom the words would belong: 『A』に主演した佐藤."""
    _ = document
    return not any(m.kind in "PX" and 0 <= m.start - match.end <= _BESIDE for m in match.sentence.mentions)
