"""Guards of the frames, values of mentions, and the list of readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsreel.reading.dates import resolve
from newsreel.reading.langs.ja import readers
from newsreel.reading.langs.ja.around import is_role
from newsreel.reading.langs.ja.credits import lists
from newsreel.reading.mask import NUMBER_BASE, NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Match
    from newsreel.reading.pack import Guard

# So many characters may stand between words that belong together.
_BESIDE = 2
_CAST_WORDS = re.compile(
    r"好演|熱演|怪演|演じ|扮|ふん[しす]|務め|出演|起用|キャスト|配役|続投|声|共演|顔ぶれ|登場|布陣|配する|配し|役|抜擢|抜てき|引き受け|受け持"
)
_STAFF_WORDS = re.compile(
    r"(?:監督|脚本|演出|原作|音楽|製作|プロデュース|プロデューサー|撮影|メガホン[^、。]{0,8}|編集|制作統括|台本|書いたのは|撮ったのは|手がけたのは|手掛けたのは|手がけるのは|作曲|劇伴)(?:は|に|・|の|：|:|も)?[^、。]{0,70}$"
)
# What stands where a character could: プレミアイベントに佐藤; and what a name of the trade never is.
_NOT_A_PART = re.compile(r"(?:イベント|部門|プレミア|ニュース|名前|試写会?|会見|ゲスト|枠|賞|位)$")
_NO_ACTOR = re.compile(r"最初|最後|参加|登場|当時|今回|自身|本人")
# 『007』のジェームズ・ボンド, 『A』のトラヴィス: one word of katakana is mostly a character's name.
_ONE_WORD = re.compile(r"[ァ-ヴー]{2,12}")
_NOT_RELEASED = re.compile(
    r"予告|映像|ビジュアル|写真|ポスター|特報|コメント|主題歌|曲|MV|特番|発表|会見|PV|情報|解禁|発売|イベント|記者|舞台挨拶|舞台あいさつ|ライブ|コンサート|展|サイト|チケット|前売|刊行|出版|連載|アルバム|シングル|インタビュー|クリップ|SNS"
)
_NOT_FILMED = re.compile(r"予告|写真集|グラビア|CM|ＣＭ")


def value_of(mention: Mention, tense: str) -> Any:
    """What a mention means as an object: EDTF for dates, the number, the word."""
    if mention.kind == "D":
        future = {"future": True, "past": False}.get(tense)
        date = mention.value
        if date.kind == "range" and date.meaning.parts:  # what runs from … to … begins with the first
            return date.meaning.parts[0].past.edtf
        return resolve(date, future=future).edtf
    if mention.value is not None:
        return mention.value
    return mention.text


_HAPPENED = re.compile(
    r"(?:公開|放送|配信|上映)中|(?:公開|放送|放映|配信|封切|スタート|開始|クランクイン|クランクアップ|始ま|開幕|幕を開け|上映|撮影|完成)"
    r"(?:さ|し|れ|ら|せ|っ|い|ま|開始|を迎え|が始ま|に入){0,4}(?:た(?![しいめちりるら])|ている|ており|ておる)"
)


_WILL = re.compile(r"(?:される|れる|始まる|する|します|ます|予定|見込|決定|決ま|へ$|目指)")


def tense_at(document: Document, mention: Mention, predicate: str) -> str:
    """Whether the words behind a date speak of what was or what will be, for dates that leave it open."""
    if mention.kind != "D" or predicate not in ("release_date", "filming_start", "filming_end", "production_status"):
        return ""
    sentence = document.sentence_at(mention.start)
    end = sentence.end if sentence else mention.end
    words = document.text[mention.end : min(end, mention.end + 40)]
    near = re.split(r"[、。]", words)[:2]
    if any(_HAPPENED.search(w) for w in near):
        return "past"
    if _WILL.search(near[0]) or re.fullmatch(r"[0-9０-９]{1,2}日.{0,3}", mention.text):
        return "future"
    return ""


def _masked(match: Match) -> str:
    return match.sentence.masked.text if match.sentence.masked else ""


def _kinds(match: Match, name: str) -> set[str]:
    return {m.kind for m in match.bound.get(name, [])}


def pair(document: Document, match: Match) -> bool:  # noqa: PLR0911 - one table of shapes, read from the top
    """A character and an actor side by side are a credit where one is known, or the sentence is about casting."""
    words = document.text[match.sentence.start : match.sentence.end]
    actors = match.bound.get("actor", [])
    characters = match.bound.get("character", [])
    if characters and actors and characters[0].referent is actors[0].referent:
        return False
    if any(_NOT_A_PART.search(m.text) for m in characters) or any(_NO_ACTOR.fullmatch(m.text) for m in actors):
        return False
    if "それぞれ" in document.text[match.end : match.sentence.end] and any(
        m.kind in "PX" and 0 <= m.start - match.end <= 1 for m in match.sentence.mentions
    ):
        return False
    if _ACTOR_FIRST.search(_masked_before(match)):
        return False
    if "P" in _kinds(match, "actor") and (
        "C" in _kinds(match, "character") or match.bound.get("role") or not characters
    ):
        return True
    if "C" in _kinds(match, "character"):
        return True
    if len(_PAIRS.findall(_masked(match))) > 1:
        return True
    bracketed = bool(re.search(r"[（(〈=＝]", document.text[match.start : match.end]))
    return bracketed or bool(_CAST_WORDS.search(words)) or "P" in _kinds(match, "actor")


# 佐藤は花を、林が渚を演じる: the actor comes first, and what follows the comma belongs to the next.
_ACTOR_FIRST = re.compile(f"[{kind_char('P')}{kind_char('X')}]{NUMBER_CLASS}(?:は|が)、?[^、。]*$")


_PAIRS = re.compile(
    f"[{kind_char('C')}{kind_char('X')}]{NUMBER_CLASS}(?:に(?:は)?|を)[{kind_char('P')}{kind_char('X')}]{NUMBER_CLASS}(?=、|。|と、|が)"
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
    f"(?:^「?|、|は)[{kind_char('P')}{kind_char('X')}]{NUMBER_CLASS}(?:が|は)(?:[^、。\ue000-\uf8ff]{{0,10}})?[{kind_char('C')}{kind_char('X')}{kind_char('R')}]{NUMBER_CLASS}(?=、|。|$)"
)


def row(_document: Document, match: Match) -> bool:
    """At least two of the kind stand in a row: 佐藤が宏、林が渚."""
    return len(_ROW.findall(_masked(match))) > 1


def casting(document: Document, match: Match) -> bool:
    """The sentence speaks of casting."""
    return (
        bool(_CAST_WORDS.search(document.text[match.sentence.start : match.sentence.end]))
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
        "W",
        "新",
    )
)


def lead(document: Document, match: Match) -> bool:
    """Leads of the work at hand: not those of another work that stands right behind."""
    after = document.text[match.end : match.end + 12]
    return not re.match(r"の?(?:映画|ドラマ|舞台|作)?[「『]", after)


def company(document: Document, match: Match) -> bool:
    """Names before words of appearing: the names are persons, and it is no stage greeting or programme."""
    kinds = _kinds(match, "actor")
    words = document.text[match.start : match.end + 6]
    if _STAFF_WORDS.search(re.split("[。、]", document.text[match.sentence.start : match.start])[-1]):
        return False
    return "C" not in kinds and not re.search(
        r"プロデューサーに|製作に|登壇|舞台(?:あいさつ|挨拶)|会見|イベント|番組に|CM|ライブ", words
    )


def no_actor_before(document: Document, match: Match) -> bool:
    """No person stands right behind, to whom the words would belong: 『A』に主演した佐藤."""
    _ = document
    return not any(m.kind in "PX" and 0 <= m.start - match.end <= _BESIDE for m in match.sentence.mentions)


_CREW = (
    "監督",
    "プロデューサー",
    "脚本家",
    "作家",
    "デザイナー",
    "担当",
    "ライター",
    "作曲家",
    "漫画家",
    "小説家",
    "演出家",
    "音楽家",
)


def earlier_credit(document: Document, match: Match) -> bool:
    """『A』の佐藤 is an actor's credit unless a label of staff stands before."""
    before = document.text[match.sentence.start : match.start].rstrip("、")
    actors = match.bound.get("actor", [])
    if any(r.endswith((*_CREW, "鬼才", "巨匠", "名匠")) for m in actors for r in m.reasons):
        return False
    if any(_ONE_WORD.fullmatch(m.referent.name if m.referent else m.text) for m in actors):
        return False
    if re.search(r"鬼才|巨匠|名匠", document.text[match.start : match.end]):
        return False
    return not _STAFF_WORDS.search(re.split(r"[、。]", before)[-1] if "、" in before else before)


def staff(document: Document, match: Match) -> bool:
    """Credits of staff: the names are no characters."""
    if "C" in _kinds(match, "maker"):
        return False
    return not re.search(r"(?:監督|脚本|作品|男優|女優|演出|音楽)賞", document.text[match.start : match.end])


def director_of_host(document: Document, match: Match) -> bool:
    """佐藤監督が: the work at hand, if it is no report of several works."""
    host = document.work_at(match.start)
    return host is not None and (host is document.main_work or host in (document.notes.get("sections") or ()))


def director_spoken_of(document: Document, match: Match) -> bool:
    """The person spoken of directs: 監督 stands behind the name somewhere, or the trade before it."""
    who = document.person_at(match.start)
    return who is not None and bool(who.facts.get("directs"))


def writes(_document: Document, match: Match) -> bool:
    """The person writes scripts: told so somewhere in the report."""
    maker = match.bound["maker"][0].referent
    return maker is not None and bool(maker.facts.get("writes"))


def filmed_type(_document: Document, match: Match) -> bool:
    """The type is one of films and programmes."""
    return match.bound["type"][0].value not in {"book", "manga", "webtoon", "game", "play", "album"}


def is_source(_document: Document, match: Match) -> bool:
    """The work is a book or comic, or a source without a name of its own."""
    source = match.bound.get("source", [])
    return bool(source) and (
        source[0].indirect
        or source[0].value in {"manga", "book", "webtoon", "game"}
        or (source[0].referent is not None and bool(source[0].referent.facts.get("source")))
    )


def carries(document: Document, match: Match) -> bool:
    """The organisations are broadcasters or streaming services."""
    _ = document
    kinds = {m.referent.facts.get("org_kind") for m in match.bound.get("maker", []) if m.referent is not None}
    return bool(kinds) and kinds <= {"broadcaster", "streamer"}


def not_announced_by(document: Document, match: Match) -> bool:
    """Who announces that something is made need not be who makes it."""
    return not re.search(r"発表|明らか", document.text[match.start : match.end])


_NOT_THE_WORK = re.compile(
    r"(?:予告|主題歌|ビジュアル|特番|撮影|物語|収録|ロケ|連載|授業|第[0-9]+話|最終話|舞台)[^、。]{0,8}(?:が|を|は|も)[^、。]{0,4}$"
)


def release(document: Document, match: Match) -> bool:
    """What comes out is the work, not its trailer, its song or a ticket."""
    words = document.text[match.start : min(match.end + 9, match.sentence.end)]
    before = document.text[max(match.sentence.start, match.start - 14) : match.start]
    if re.search(r"更新|日を遅|の告知|のお知らせ", words):
        return False
    return not _NOT_RELEASED.search(words) and not _NOT_THE_WORK.search(before)


def release_of(document: Document, match: Match) -> bool:
    """A date before a title dates the title."""
    return not _NOT_RELEASED.search(document.text[match.start : match.end].split("「")[0].split("『")[0])


def done(_document: Document, match: Match) -> bool:
    """Without a day: with one it is the end of shooting that is told."""
    return not any(m.kind == "D" for m in match.sentence.mentions)


def own_work(document: Document, match: Match) -> bool:
    """The work is the report's own, or one that heads a section."""
    named = match.bound.get("work")
    work = named[0].referent if named else document.work_at(match.start)
    return work is not None and (work is document.main_work or work in (document.notes.get("sections") or ()))


def festival(document: Document, match: Match) -> bool:
    """Something of the work is said to happen there: it is shown, chosen or awarded."""
    words = document.text[match.start : match.sentence.end]
    return not re.search(r"開幕し|閉幕し|開かれ|開催され|授賞式", words[:60]) and bool(
        re.search(r"上映|選ばれ|披露|受賞|獲得|輝|受け|お目見え|産声|出品|持ち帰|初公開", words)
    )


def filming(document: Document, match: Match) -> bool:
    """Shooting of the work, not of a calendar."""
    return not _NOT_FILMED.search(document.text[match.start : match.end])


def becomes(_document: Document, match: Match) -> bool:
    """The character has a role word before the name, or is known as one."""
    character = match.bound["character"][0]
    return character.kind == "C" or len(character.reasons) > 1


def as_many(_document: Document, match: Match) -> bool:
    """As many characters as actors, and more than one of each."""
    return len(match.bound["character"]) == len(match.bound["actor"]) > 1


def no_maker(document: Document, match: Match) -> bool:
    """Nobody is named right before the label: the sentence's person is meant."""
    before = document.text[max(match.sentence.start, match.start - 2) : match.start]
    return not before.endswith(("の", "が"))


def tradesman(_document: Document, match: Match) -> bool:
    """The person has a word for a trade before the name."""
    person = match.bound["person"][0]
    return len(person.reasons) > 1


def other_source(_document: Document, match: Match) -> bool:
    """The source has its own title."""
    source = match.bound["source"][0]
    return not source.indirect


def nobody_before(document: Document, match: Match) -> bool:
    """No person stands before in the sentence who could be the actor, and somebody is spoken of."""
    who = document.person_at(match.start)
    if (
        who is None
        or who.facts.get("directs")
        or not any(m.kind == "P" and m.referent is who for m in document.mentions)
    ):
        return False
    bound = match.bound.get("character", [])
    if bound and document.person_at(match.start) is bound[0].referent:
        return False
    return not any(
        m.kind in "PX"
        and m.start < match.start
        and m not in bound
        and m.referent is not document.person_at(match.start)
        for m in match.sentence.mentions
    )


GUARDS: dict[str, Guard] = {
    "pair": pair,
    "row": row,
    "casting": casting,
    "role_word": role_word,
    "lead": lead,
    "company": company,
    "no_actor_before": no_actor_before,
    "earlier_credit": earlier_credit,
    "staff": staff,
    "director_of_host": director_of_host,
    "is_source": is_source,
    "director_spoken_of": director_spoken_of,
    "filmed_type": filmed_type,
    "writes": writes,
    "carries": carries,
    "not_announced_by": not_announced_by,
    "release": release,
    "release_of": release_of,
    "filming": filming,
    "festival": festival,
    "own_work": own_work,
    "done": done,
    "becomes": becomes,
    "as_many": as_many,
    "no_maker": no_maker,
    "tradesman": tradesman,
    "other_source": other_source,
    "nobody_before": nobody_before,
}
READERS = (
    readers.persons,
    readers.works,
    readers.sources,
    readers.title_brackets,
    readers.directed,
    readers.plots,
    lists,
)
