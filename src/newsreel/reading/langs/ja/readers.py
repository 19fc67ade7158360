"""What is read from mentions: trades and ages of persons, types of works, sources, brackets behind titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.document import FURNITURE, Mention, Referent, Sentence
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ja.guides import GUIDED, typed_together
from newsreel.reading.langs.ja.lexicon import plain

if TYPE_CHECKING:
    from newsreel.reading.document import Document

# A title so near behind belongs to the words; what starts so early opens its sentence.
_BESIDE, _OPENS = 2, 24
# A year written with two figures is no greater; none of the screen is earlier.
_TWO_FIGURES, _FIRST_FILM = 99, 1890
_BIRTH = re.compile(
    r"([0-9０-９]{4})年(?:[（(][^）)]{1,8}[）)])?(?:([0-9０-９]{1,2})月([0-9０-９]{1,2})日)?(?:[（(][^）)]{1,8}[）)])?、?(?:[^、。]{0,12})?生まれ"
)
_YEAR = re.compile(r"^[‘’']?([0-9０-９]{4}|[0-9０-９]{2})年?(?:(?:に)?(?:公開|放送|製作|制作))?$")
_BEHIND = re.compile(r"[（(]([^（）()]{1,60})[）)]")
_REMAKE_TYPES = frozenset({"series", "film", "animation_series", "animation_film", "special"})
_PLOT_END = re.compile(
    r"(?:物語|ストーリー|群像劇|人間ドラマ|ラブストーリー|ファンタジー|コメディー?|スリラー|サスペンス|ミステリー|一代記|作品|姿を描[くいき]|さまを描[くいき]|様子を描[くいき]|日々を描[くいき]|葛藤を描[くいき]|奮闘を描[くいき]|を描[くいき](?:た|出す)?|描かれる|筋立て|という話|お話|描く)"
)
_PLOT_VERB = re.compile(
    r"(?:する|した|して|なる|れる|いく|てい[たくる]|始ま|出会|巻き込|迫る|挑|向か|追う|生き|奪|狙|戦|恋に|立ち上が|背負|目覚め|入る|転がり込|隠し|暮らし|迎え|抱え|現れ|送る|起こ|事件|死|秘密|逃げ|失|取り戻)"
)
_NOT_PLOT = re.compile(
    r"わたし|うちの|ですよね|！！|？？|（笑）|\(笑\)|\^_\^|主題歌|発表|公開され|放送され|コメント|会見|登壇|視聴率|興行収入|ヒット|受賞|ファン|SNS|撮影(?!所)|話し|語っ|監督|脚本|曲|チケット|ツアー|予告|舞台挨拶|舞台あいさつ|連載|出演|主演|キャスト|原作は"
)
_LONG_PLOT, _SHORT_PLOT = 45, 22
_ROLE_SUBJECT = re.compile(
    r"(?:男|女|少年|少女|青年|男女|夫婦|家族|姉妹|兄弟|主人公|ヒロイン|者たち|妻|夫|娘|息子|父|母|[師員者官士生医])(?:が|は|たちが|と)"
)


def _draft(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    document: Document, predicate: str, subject: Referent, obj: object, span: tuple[int, int], rule: str
) -> Draft | None:
    sentence = document.sentence_at(span[0])
    if sentence is None or sentence.zone == FURNITURE:
        return None
    return Draft(predicate, subject, obj, sentence, span[0], min(span[1], sentence.end), f"ja/{rule}")


def persons(document: Document) -> Iterator[Draft]:
    """Trades from the noun before a name (俳優の, 監督・), ages and birthdays from the brackets behind it."""
    done: set[tuple[int, object]] = set()
    for mention in document.mentions:
        referent = mention.referent
        if mention.kind != "P" or referent is None:
            continue
        span = (mention.start, mention.end)
        for occupation in _trades(document, mention):
            if (id(referent), occupation) not in done:
                done.add((id(referent), occupation))
                if draft := _draft(document, "occupation", referent, occupation, span, "person/trade"):
                    yield draft
        for age, start, end in referent.facts.get("ages", ()):
            if (id(referent), "age") not in done:
                done.add((id(referent), "age"))
                if draft := _draft(document, "age", referent, age, (start, end), "person/age"):
                    yield draft
    yield from _births(document)
    yield from _aged(document, done)


# 佐藤さんは14歳の中学生だ; 佐藤さんが死去した。100歳。
_AGED = re.compile(r"(?:さん)?は(?:当時)?([0-9０-９]{1,2})歳")
_AGE_ALONE = re.compile(r"([0-9０-９]{1,3})歳(?:だった)?。?")


def _aged(document: Document, done: set[tuple[int, object]]) -> Iterator[Draft]:
    for sentence in document.sentences:
        words = document.text[sentence.start : sentence.end]
        if alone := _AGE_ALONE.fullmatch(words):
            who = document.notes.get("headlined") or document.person_at(sentence.start)
            if isinstance(who, Referent) and (id(who), "age") not in done:
                done.add((id(who), "age"))
                yield Draft("age", who, int(plain(alone[1])), sentence, sentence.start, sentence.end, "ja/person/age")
        for mention in sentence.mentions:
            match = _AGED.match(document.text, mention.end, sentence.end) if mention.kind == "P" else None
            if match is not None and mention.referent is not None and (id(mention.referent), "age") not in done:
                done.add((id(mention.referent), "age"))
                span = (mention.start, match.end())
                if draft := _draft(document, "age", mention.referent, int(plain(match[1])), span, "person/age"):
                    yield draft


def _trades(document: Document, mention: Mention) -> list[str]:
    after = document.text[mention.end : mention.end + 9]
    trades = list(mention.referent.facts.get("occupations", ())) if mention.referent else []
    if after.startswith(("監督", "総監督")) and "director" not in trades and not of_sport(document, mention):
        trades.append("director")
    if after.startswith(("プロデューサー", "チーフプロデューサー")) and "producer" not in trades:
        trades.append("producer")
    return trades


# 監督 of a team is no director.
_SPORT = re.compile(r"試合|選手|甲子園|球団|野球|サッカー|采配|ベンチ|優勝|代表チーム|[Jｊ]リーグ|決勝")


def of_sport(document: Document, mention: Mention) -> bool:
    """Whether the person called 監督 leads a team, in a sentence that names no work."""
    sentence = document.sentence_at(mention.start)
    if sentence is None or not _SPORT.search(document.text, sentence.start, sentence.end):
        return False
    return not any(m.kind in "WT" for m in sentence.mentions)


# よしだ・だいはち　1963年…: the reading that opens a profile of the person in the headline.
_PROFILED = re.compile(r"[ぁ-んァ-ヴー]{2,}[・=＝　 ][ぁ-んァ-ヴー]{2,}[　 ]")


def _births(document: Document) -> Iterator[Draft]:
    for sentence in document.sentences:
        match = _BIRTH.search(document.text, sentence.start, sentence.end)
        if match is None:
            continue
        persons_ = [m.referent for m in sentence.mentions if m.kind in "PX" and m.referent and m.start < match.start()]
        referent = persons_[-1] if persons_ else document.person_at(match.start())
        if _PROFILED.match(document.text, sentence.start) and document.notes.get("headlined") is not None:
            referent = document.notes["headlined"]
        if referent is None:
            continue
        year, month, day = (int(plain(g)) if g else 0 for g in match.groups())
        edtf = f"{year:04d}-{month:02d}-{day:02d}" if month else f"{year:04d}"
        try:
            Period.parse(edtf)
        except ValueError:
            continue
        yield Draft("birth_date", referent, edtf, sentence, match.start(), match.end(), "ja/person/birth")


def works(document: Document) -> Iterator[Draft]:
    """Types from the word before a title (映画『…』, 同名漫画), other titles from brackets behind it."""
    done: set[tuple[int, str]] = set()
    for mention in document.mentions:
        referent = mention.referent
        if mention.kind != "W" or referent is None:
            continue
        type_ = str(referent.facts.get("type") or "")
        if mention.value and type_ and (id(referent), type_) not in done:
            done.add((id(referent), type_))
            start = mention.start if mention.indirect else _start_of_type(document, mention)
            if draft := _draft(document, "work_type", referent, type_, (start, mention.end), "title/type"):
                yield draft
        for name, start, end, sentence in referent.facts.pop("aliases", ()):
            if name.startswith(("／", "/", "・")) or name.endswith("監督"):
                continue  # （原題／佐藤花監督）
            yield Draft("alias", referent, name, sentence, start, end, "ja/title/alias")
            referent.call(name)
    for referent in document.referents:
        type_ = str(referent.facts.get("type") or "")
        if type_ and "type_at" in referent.facts and (id(referent), type_) not in done:
            done.add((id(referent), type_))
            if draft := _draft(document, "work_type", referent, type_, referent.facts["type_at"], "title/type-made"):
                yield draft
    yield from _typed_in_passing(document, done)
    yield from typed_together(document, done)


def _start_of_type(document: Document, mention: Mention) -> int:
    sentence = document.sentence_at(mention.start)
    return max(sentence.start if sentence else mention.start, mention.start - 10)


def _typed_in_passing(document: Document, done: set[tuple[int, str]]) -> Iterator[Draft]:
    """Genres and types that a sentence gives the work it speaks of: "『…』は…を描くサスペンス", "…のドラマ。"."""
    for sentence in document.sentences:
        for mention in sentence.mentions:
            host = document.work_at(mention.start)
            if host is None or mention.kind not in "GT" or host.facts.get("source"):
                continue
            after = document.text[mention.end : mention.end + 8]
            if mention.kind == "G" and re.match(
                r"(?:だ|で|。|、|作品|映画|ドラマ|として|となる|に|小説|巨編|大作|$|[』」]|[\s　])", after
            ):
                if (id(host), f"g{mention.value}") not in done:
                    done.add((id(host), f"g{mention.value}"))
                    yield Draft("genre", host, mention.value, sentence, mention.start, mention.end, "ja/title/genre")
            elif mention.kind == "T" and not host.facts.get("type") and _speaks_of_host(document, sentence, mention):
                host.facts["type"] = mention.value
                if (id(host), str(mention.value)) not in done:
                    done.add((id(host), str(mention.value)))
                    yield Draft(
                        "work_type", host, mention.value, sentence, mention.start, mention.end, "ja/title/type-said"
                    )


def _speaks_of_host(document: Document, sentence: Sentence, mention: Mention) -> bool:
    after = document.text[mention.end : mention.end + 24]
    if any(m.kind == "W" and 0 <= m.start - mention.end <= _BESIDE for m in sentence.mentions):
        return False
    if mention.value not in GUIDED | {"documentary", "special", "short"} or sentence.zone != "body":
        return False
    if after.startswith("になる") and document.text[mention.start - 2 : mention.start] not in ("」が", "』が"):
        return True
    named = any(m.kind == "W" and m.start < mention.start for m in sentence.mentions)
    opens = mention.start - sentence.start < _OPENS
    return bool(
        re.match(
            r"(?:だ|で(?!共演|も|の|活躍|人気|知られ|は|[一-龥])|。|、|$|として(?:世界|放送|公開|配信|製作|制作|独占)|に仕立て)",
            after,
        )
    ) and (named or opens)


def sources(document: Document) -> Iterator[Draft]:
    """A work called by its source's type ("the comic of the same name") is made from it."""
    done: set[int] = set()
    for mention in document.mentions:
        referent = mention.referent
        if mention.kind != "W" or referent is None or id(referent) in done:
            continue
        target = referent.facts.get("source")
        if not isinstance(target, Referent) or target is referent:
            continue
        done.add(id(referent))
        said_source = "原作は" in document.text[max(0, mention.start - 44) : mention.start]
        alike = referent.facts.get("type") in _REMAKE_TYPES and (
            referent.facts.get("type") == target.facts.get("type") or not target.facts.get("type")
        )
        relation = "remake" if alike and not said_source else "adaptation"
        if draft := _draft(document, "based_on", target, referent, (mention.start, mention.end), "title/source"):
            draft.slots["relation"] = relation
            yield draft


def title_brackets(document: Document) -> Iterator[Draft]:
    """What stands in round brackets behind a title: year, channel, distributor, director."""
    for mention in document.mentions:
        if mention.kind != "W" or mention.referent is None or mention.indirect:
            continue
        match = _BEHIND.match(document.text, mention.end)
        sentence = document.sentence_at(mention.start)
        if match is None or sentence is None or match.end() > sentence.end:
            continue
        inside = [m for m in sentence.mentions if match.start(1) <= m.start < match.end(1)]
        for piece in re.split(r"[、,，・／/ 　]", match[1]):
            year = _YEAR.match(piece.strip())
            if year and (len(year[1]) > len("99") or "年" in piece or piece == match[1]):
                number = int(plain(year[1]))
                full = number if number > _TWO_FIGURES else _century(number, document.anchor.year)
                if _FIRST_FILM < full <= document.anchor.year + 5:
                    yield Draft(
                        "release_date",
                        mention.referent,
                        f"{full:04d}",
                        sentence,
                        mention.start,
                        match.end(),
                        "ja/title/year-behind",
                    )
        for other in inside:
            if (
                other.kind == "O"
                and other.referent is not None
                and other.referent.facts.get("org_kind") in ("broadcaster", "streamer")
            ):
                yield Draft(
                    "platform",
                    mention.referent,
                    other.referent,
                    sentence,
                    mention.start,
                    match.end(),
                    "ja/title/channel-behind",
                )


def _century(two: int, now: int) -> int:
    return 2000 + two if 2000 + two <= now + 3 else 1900 + two


_DIRECTS = re.compile(
    r"監督(?:デビュー|し|で|中|作)|デビュー作|完成させ|(?:を|と)発表|描い|評価|知られ|並べ|撮っ|撮り|手がけ|手掛け|前作|次回作|新作|代表作|三部作|作目|遺作|取り上げ|受け|選ばれ|受賞|名手"
)


_QUESTION = re.compile(r"^[　 ]*(?:――|──|Q[.．:：])", re.MULTILINE)


def _told_of(document: Document) -> bool:
    """Whether the whole report is of the person in its headline: an interview in questions and answers."""
    return len(_QUESTION.findall(document.text)) > 1


# これまで『A』を撮り, 『B』（2020年）では…賞を受賞した: what a director has made so far.
_MADE_SO_FAR = re.compile(
    r"^(?:[^。「」『』はが]{0,8}、)?(?:これまで|かつて|前作|前々作|監督作|代表作|デビュー作|[0-9０-９一二三四五]作目|その後|以後|以来)|"
    r"^[「『][^」』]{1,40}[」』](?:[（(][^（）()]{1,12}[）)])?(?:で|では|が|は)[^。「」『』]{0,40}(?:賞|グランプリ|パルムドール|金熊|銀熊)"
)
# 『A』（10）、『B』（16）など。
_ROW_ALONE = re.compile(
    r"(?:[「『][^」』]{1,40}[」』](?:[（(][^（）()]{1,12}[）)])?[、,・や]?){2,}(?:など|ほか)?(?:がある)?。?"
)
_TOPIC_OF = re.compile(r"(?:監督|さん|氏)?(?:[（(][^（）()]{1,20}[）)])?(?:監督)?(?:は|といえば|も)")


def _tells_of(document: Document, sentence: Sentence, mention: Mention, who: Referent) -> bool:
    """Whether a sentence tells what a director has made: the headline's person, its own topic, or the last one's."""
    if who is document.notes.get("headlined"):
        return True
    topics = [m for m in sentence.mentions if m.referent is who and m.start < mention.start]
    if topics:
        return _TOPIC_OF.match(document.text, topics[0].end, sentence.end) is not None
    others = [m for m in sentence.mentions if m.kind in "PX"]
    words = document.text[sentence.start : sentence.end]
    return not others and (_MADE_SO_FAR.match(words) or _ROW_ALONE.fullmatch(words)) is not None


def directed(document: Document) -> Iterator[Draft]:
    """In what is told of a director, the works named without anybody else's name before them are the director's."""
    for sentence in document.sentences:
        if sentence.zone != "body":
            continue
        words = document.text[sentence.start : sentence.end]
        if not _DIRECTS.search(words) and not _ROW_ALONE.fullmatch(words):
            continue
        for mention in sentence.mentions:
            headlined = document.notes.get("headlined")
            who = headlined if headlined is not None and _told_of(document) else document.person_at(mention.start)
            if (
                mention.kind != "W"
                or mention.indirect
                or mention.referent is None
                or who is None
                or not who.facts.get("directs")
            ):
                continue
            if mention.referent.facts.get("source") or not _tells_of(document, sentence, mention, who):
                continue
            others = [
                m for m in sentence.mentions if m.kind in "PX" and m.referent is not who and m.start < mention.start
            ]
            if not others and mention.value not in ("book", "manga"):
                yield Draft(
                    "director", mention.referent, who, sentence, mention.start, mention.end, "ja/person/directed"
                )


def plots(document: Document) -> Iterator[Draft]:
    """The sentence that tells most of the story, one a work."""
    best: dict[int, tuple[int, Referent, Sentence]] = {}
    for sentence in document.sentences:
        host = document.work_at(sentence.end - 1) or document.focus[sentence.index].work
        if host is None or sentence.zone != "body":
            continue
        score = _story(document, sentence)
        if score >= _STORY and (id(host) not in best or score > best[id(host)][0]):
            best[id(host)] = (score, host, sentence)
    for _score, host, sentence in best.values():
        yield Draft("logline", host, True, sentence, sentence.start, sentence.end, "ja/title/plot")  # noqa: FBT003 - the value said


_STORY = 3


def _story(document: Document, sentence: Sentence) -> int:
    """How much a sentence sounds like a story told: its verbs and persons, less whatever belongs to the trade."""
    words = document.text[sentence.start : sentence.end]
    if len(words) < _SHORT_PLOT:
        return 0
    score = 2 * bool(_PLOT_END.search(words)) + min(3, len(set(_PLOT_VERB.findall(words)))) + (len(words) >= _LONG_PLOT)
    score += min(2, sum(m.kind in "RC" for m in sentence.mentions))
    score += bool(_ROLE_SUBJECT.search(words))
    score -= 3 * bool(_NOT_PLOT.search(words))
    score -= sum(m.kind in "DO" for m in sentence.mentions) + sum(_bare_person(document, m) for m in sentence.mentions)
    return score - 3 * words.startswith(("「", "――"))


def _bare_person(document: Document, mention: Mention) -> bool:
    """A person of the trade outside brackets."""
    return mention.kind == "P" and document.text[mention.start - 1 : mention.start] not in ("（", "(")
