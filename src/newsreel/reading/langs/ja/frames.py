"""Guards of the frames and the list of readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja import casting, earlier, placing, readers, showing
from newsreel.reading.langs.ja.careers import performed, written
from newsreel.reading.langs.ja.channels import carried
from newsreel.reading.langs.ja.credits import lists
from newsreel.reading.langs.ja.denials import denied_sources
from newsreel.reading.langs.ja.guides import carried_together
from newsreel.reading.langs.ja.mainwork import in_passing
from newsreel.reading.langs.ja.makers import known_actors, known_author, known_director, known_for, part_first
from newsreel.reading.langs.ja.moves import moved

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention
    from newsreel.reading.frames import Match
    from newsreel.reading.pack import Guard

# 会社を監督する官僚: no film is directed.
_OVERSEES = re.compile(r"(?:会社|企業|組織|現場|部下|選手|工事|業務|業者|機関|団体|省庁|役所|チーム|生徒|部員)を監督")


# 主題歌は佐藤花の書き下ろし
_OF_SONG = re.compile(r"主題歌|曲|テーマ|音楽|歌")


def staff(document: Document, match: Match) -> bool:
    """Credits of staff: the names are no characters."""
    if "C" in casting.kinds_of(match, "maker") or _OVERSEES.search(document.text, match.start, match.end + 1):
        return False
    if "書き下ろし" in document.text[match.start : match.end] and _OF_SONG.search(
        document.text, match.sentence.start, match.sentence.end
    ):
        return False
    _last_directs(document, match)
    _to_the_blank(document, match)
    return not re.search(
        r"(?:監督|脚本|作品|男優|女優|演出|音楽)賞(?!(?:を|に)[^、。「」]{1,10}[たる])",
        document.text[match.start : match.end],
    )


def _last_directs(document: Document, match: Match) -> None:
    """Of 林渚と佐藤花監督 the second alone directs."""
    makers = match.bound.get("maker", [])
    if len(makers) < 2 or not document.text.startswith("監督", makers[-1].end):  # noqa: PLR2004 - two in a row
        return
    if document.text[makers[-2].end : makers[-1].start] == "と":
        match.bound["maker"] = makers[-1:]


def _to_the_blank(document: Document, match: Match) -> None:
    """In 監督＝佐藤花　木村拓哉の刑事が… who acts belongs to what follows the blank."""
    makers = match.bound.get("maker", [])
    for i, maker in enumerate(makers[1:], 1):
        blank = not document.text[makers[i - 1].end : maker.start].strip()
        if blank and maker.referent is not None and known_for(maker.referent) == "actor":
            match.bound["maker"] = makers[:i]
            return


def _of_this_work(document: Document, match: Match) -> bool:
    """Whether the director is this report's: the only one named, met in its first lines, or in brackets."""
    if document.text[match.start] in "（(" or match.sentence.paragraph <= _FIRST_LINES:
        return True
    others = {id(m.referent) for m in document.mentions if m.referent is not None and m.referent.facts.get("directs")}
    return len(others) == 1 or document.text[match.start : match.end].endswith(("監督。", "監督作。", "監督作品。"))


_FIRST_LINES = 2


def _of_headline(document: Document, match: Match) -> bool:
    """Whether a headline that calls somebody 監督 names the work at hand, or nobody else directs in the report."""
    host = document.work_at(match.start)
    others = {id(m.referent) for m in document.mentions if m.referent is not None and m.referent.facts.get("directs")}
    return len(others) == 1 or any(m.referent is host for m in match.sentence.mentions)


# 佐藤監督の新作『A』, 夫である佐藤監督の新作: not the work at hand.
_OF_ANOTHER = re.compile(
    r"監督の(?:(?:最新作|新作|次回作|前作|代表作)の|[^、。「」『』]{0,12}[「『])|監督が[^、。「」『』]{1,24}[たる](?:映画|ドラマ)?[「『]"
)


# 審査委員長は佐藤監督が務める: of no film.
_ON_STAGE = re.compile(
    r"審査委?員長?(?:は|に|を|として|には)|司会(?:は|に)|団長(?:は|に)|プレゼンター(?:は|に)|ゲスト(?:は|に|には)"
)


def director_of_host(document: Document, match: Match) -> bool:
    """佐藤監督が: the work at hand, if it is no report of several works."""
    host = document.work_at(match.start)
    named = match.bound.get("maker", [])
    if named and _OF_ANOTHER.match(document.text, named[-1].end) and not (host and host.facts.get("untitled")):
        return False
    if _ON_STAGE.search(document.text, match.sentence.start, match.start):
        return False
    if any(readers.of_sport(document, m) for m in match.bound.get("maker", [])):
        return False
    if match.sentence.zone != "headline" and not _of_this_work(document, match):
        return False
    if match.sentence.zone == "headline" and not _of_headline(document, match):
        return False
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
    if match.frame.rule == "ja/title/platform" and casting.title_behind(document, match):
        return False
    if any(document.text.startswith("公式", m.start - 2) for m in match.bound.get("maker", [])):
        return False  # 公式YouTubeで: where it is advertised
    return carriers(document, match)


def carriers(_document: Document, match: Match) -> bool:
    """Whether all are broadcasters or streaming services."""
    kinds = {m.referent.facts.get("org_kind") for m in match.bound.get("maker", []) if m.referent is not None}
    return bool(kinds) and kinds <= {"broadcaster", "streamer"}


def not_announced_by(document: Document, match: Match) -> bool:
    """Who announces that something is made need not be who makes it."""
    return not re.search(r"発表|明らか", document.text[match.start : match.end])


def done(_document: Document, match: Match) -> bool:
    """Without a day: with one it is the end of shooting that is told."""
    return not any(m.kind == "D" for m in match.sentence.mentions)


def own_work(document: Document, match: Match) -> bool:
    """The work is the report's own, or one that heads a section."""
    named = match.bound.get("work")
    work = named[0].referent if named else document.work_at(match.start)
    return work is not None and (work is document.main_work or work in (document.notes.get("sections") or ()))


def becomes(_document: Document, match: Match) -> bool:
    """The character has a role word before the name, or is known as one."""
    character = match.bound["character"][0]
    return character.kind == "C" or len(character.reasons) > 1


def as_many(_document: Document, match: Match) -> bool:
    """As many characters as actors, and more than one of each."""
    return len(match.bound["character"]) == len(match.bound["actor"]) > 1


# ワンが製作を降板: no part is left.
_NO_PART = re.compile(
    r"(?:製作|制作|監督|プロデュース|プロデューサー|演出|脚本|司会|MC|キャスター|番組|企画|音楽)(?:[のをから]{1,2}|の座を|[^、。]{0,6}を)?(?:降板|辞退|外れ|降り)"
)


def from_cast(document: Document, match: Match) -> bool:
    """Who leaves leaves the cast, not the making."""
    return _NO_PART.search(document.text, match.start, min(match.end + 4, match.sentence.end)) is None


def no_maker(document: Document, match: Match) -> bool:
    """Nobody is named right before the label: the sentence's person is meant."""
    if any(m.kind in "PXC" and 0 <= m.start - match.end <= len("した") for m in match.sentence.mentions):
        return False  # 『A』を監督した佐藤
    before = document.text[max(match.sentence.start, match.start - 2) : match.start]
    return not before.endswith(("の", "が")) or not any(
        m.kind in "PXCO" and m.end == match.start - 1 for m in match.sentence.mentions
    )


def acts(_document: Document, match: Match) -> bool:
    """The person is not told of as one who directs or writes."""
    actor = match.bound["actor"][0].referent
    return actor is not None and not actor.facts.get("directs") and not actor.facts.get("writes")


_GOES_ON = re.compile(r"[じしすめ]?[たる]")


def plain_part(document: Document, match: Match) -> bool:
    """The part is of the work at hand: 佐藤が渚を演じるドラマ『A』 goes on to name another."""
    if any(m.kind in "PX" and m.start == match.end for m in match.sentence.mentions):
        return False  # 佐藤が脚本を書き、渚役を林花が演じる: the part is the next one's
    before = [m for m in match.sentence.mentions if m.kind == "W" and m.start < match.start and not m.indirect]
    if len(before) > 1 and match.sentence.zone != "headline" and _of_others(document, match, before):
        return False
    if match.bound.get("actor") and _whose(document, match):
        return False  # 局長の阿部は笑い、昭を演じた火野は: the part is the next one's
    goes_on = _GOES_ON.match(document.text, match.end, match.sentence.end)
    return goes_on is None or not casting.title_behind(document, match)


def _of_others(document: Document, match: Match, before: list[Mention]) -> bool:
    """Whether a sentence has told of other works before the words, and not for what somebody is known for."""
    host = document.work_at(match.start)
    return not any(m.referent is host or in_passing(document, match.sentence, m) for m in before)


def tradesman(_document: Document, match: Match) -> bool:
    """The person has a word for a trade before the name."""
    person = match.bound["person"][0]
    return len(person.reasons) > 1


def other_work(document: Document, match: Match) -> bool:
    """The work named is not the one that the words speak of."""
    return match.bound["work"][0].referent is not document.work_at(match.start)


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
    if not plain_part(document, match) or _whose(document, match):
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


def _whose(document: Document, match: Match) -> bool:
    """Whether the words only describe the person named right behind: 渚を演じる佐藤さんは."""
    goes_on = _GOES_ON.match(document.text, match.end, match.sentence.end)
    return goes_on is not None and any(m.kind in "PX" and m.start == goes_on.end() for m in match.sentence.mentions)


GUARDS: dict[str, Guard] = {
    "pair": casting.pair,
    "row": casting.row,
    "parts_first": casting.parts_first,
    "row_of_owners": casting.row_of_owners,
    "put_into": placing.put_into,
    "several": placing.several,
    "turns_into": placing.turns_into,
    "players": casting.players,
    "described": casting.described,
    "in_row": casting.in_row,
    "whole_name": casting.whole_name,
    "casting": casting.casting,
    "role_word": casting.role_word,
    "lead": casting.lead,
    "company": casting.company,
    "no_actor_before": casting.no_actor_before,
    "earlier_credit": earlier.earlier_credit,
    "staff": staff,
    "director_of_host": director_of_host,
    "is_source": is_source,
    "director_spoken_of": director_spoken_of,
    "known_director": known_director,
    "known_author": known_author,
    "known_actors": known_actors,
    "part_first": part_first,
    "filmed_type": filmed_type,
    "writes": writes,
    "carries": carries,
    "carriers": carriers,
    "not_announced_by": not_announced_by,
    "release": showing.release,
    "release_of": showing.release_of,
    "a_day": showing.a_day,
    "filming": showing.filming,
    "festival": showing.festival,
    "own_work": own_work,
    "done": done,
    "becomes": becomes,
    "acts": acts,
    "plain_part": plain_part,
    "as_many": as_many,
    "no_maker": no_maker,
    "from_cast": from_cast,
    "tradesman": tradesman,
    "other_source": other_source,
    "other_work": other_work,
    "nobody_before": nobody_before,
}
READERS = (
    readers.persons,
    readers.works,
    readers.sources,
    readers.title_brackets,
    carried_together,
    carried,
    readers.directed,
    performed,
    written,
    readers.plots,
    lists,
    denied_sources,
    moved,
)
