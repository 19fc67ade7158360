"""Conditions that a frame's words alone cannot say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsreel.reading.document import Document
    from newsreel.reading.frames import Match
    from newsreel.reading.pack import Guard


def _left(document: Document, match: Match, size: int = 12) -> str:
    return document.text[max(match.sentence.start, match.start - size) : match.start]


def crew_label(document: Document, match: Match) -> bool:
    """A label stands alone: not the end of 음악감독 or of a list in brackets behind a title (credits read those)."""
    left = _left(document, match, 60)
    ends = {m.end for m in match.sentence.mentions if m.kind == "P"}
    if {match.start, match.start - 1} & ends:
        return False  # "한지우 감독 및 이두리": an office behind a name
    if {match.start - 2, match.start - 3} & ends and re.search(r"[이가은는] $", left):
        return False  # "한지우가 타이틀롤 오산을": the name behind is the part's
    return not re.search(r"(?:음악|촬영|무술|미술|조|편집|의상|특수)$|\([^)]*$", left)


def crew_behind(document: Document, match: Match) -> bool:
    """A job told behind names in a list of credits ("한지우 극본, 이두리 연출"), not inside a sentence."""
    text = document.text[match.sentence.start : match.sentence.end]
    rest = document.text[match.end : match.sentence.end]
    if re.search(r"[은는이가을를에] ", document.text[match.sentence.start : match.start]):
        return False  # "제작자는 한지우 감독."
    return len(text) < _CREDIT_LINE or re.fullmatch(r"[^다]{0,60}[.]?", rest) is not None


_CREDIT_LINE = 40  # characters of a line that holds credits alone


def not_player(document: Document, match: Match) -> bool:
    """Nobody labelled as an actor or paired with a character: "A의 〈가〉" names its director."""
    characters = {m.text for m in document.mentions if m.kind == "C"}
    directs = any(
        label in {"감독", "PD", "피디", "연출", "영화감독"}
        for m in match.bound.get("who", ())
        if m.referent is not None
        for label, *_ in m.referent.facts.get("labels", ())
    )
    marked = any(document.text[m.start] in "<〈《" for m in match.bound.get("work", ()))
    if not directs and (not marked or re.search(r"(?:[,·] ?|[와과] )$", _left(document, match))):
        return False
    for m in match.bound.get("who", ()):
        labels = {label for label, *_ in (m.referent.facts.get("labels", ()) if m.referent else ())}
        if (
            m.referent is None
            or m.text in characters
            or labels & {"배우", "탤런트", "가수", "여배우", "작가", "모델", "그룹", "개그맨"}
        ):
            return False
    return True


def not_executive(document: Document, match: Match) -> bool:
    """A producer, no executive producer."""
    return "총괄" not in document.text[match.start : match.end] and not re.search(r"총괄 ?$", _left(document, match))


def not_awards(document: Document, match: Match) -> bool:
    """주연 is a part, no prize (남우주연상)."""
    return not re.search("[주조]연상", document.text[match.start : match.end + 2])


def _orgs(match: Match) -> list[str]:
    return [m.referent.facts.get("kind", "") for m in match.bound.get("org", ()) if m.referent is not None]


def is_platform(document: Document, match: Match) -> bool:
    """The organisation shows works; not where only another edition of the work is spoken of ("'가' 미국판, …")."""
    edition = re.compile(r"[’'”>》〉]? ?(?:의 )?(?:미국판|일본판|중국판|리메이크판|영화판)")
    if any(edition.match(document.text, m.end) for m in match.bound.get("work", ())):
        return False
    return all(kind == "platforms" for kind in _orgs(match))


def is_platform_alone(document: Document, match: Match) -> bool:
    """A platform, in a sentence about the work in focus and no other."""
    focus = document.focus[match.sentence.index].work
    works = {id(m.referent) for m in match.sentence.mentions if m.kind == "W"}
    return is_platform(document, match) and (not works or works == {id(focus)})


def is_company(document: Document, match: Match) -> bool:
    """The organisation makes works."""
    del document
    return all(kind in {"companies", "distributors"} for kind in _orgs(match))


def makes(document: Document, match: Match) -> bool:
    """A company that makes works; a broadcaster only where it is said with others."""
    kinds = _orgs(match)
    focus = document.focus[match.sentence.index].work
    after = next((m for m in match.sentence.mentions if m.kind == "W" and m.start >= match.end), None)
    if after is not None and after.referent is not focus and not _NEXT_CLAUSE.match(document.text, match.end):
        return False
    return (
        bool(kinds)
        and all(kind != "outlets" for kind in kinds)
        and not re.search(r"\($|제공|제작사 측", _left(document, match))
    )


# "가나다가 제작하며, 메가폰은 〈나〉의 …": another clause, which the company's verb does not modify.
_NEXT_CLAUSE = re.compile(
    r"(?:[하맡한했]?(?:고|며|으며|는다|다|았고|았으며|았다|지만)(?:,|\.| )|[^.]{0,10}(?:하고|하며|맡고|맡으며|"
    r"맡았고), )"
)


def distributes(document: Document, match: Match) -> bool:
    """Not inside credits in brackets, which their own reader reads."""
    return not re.search(r"\([^)]*$", _left(document, match, 60)) and "outlets" not in _orgs(match)


def other_work(document: Document, match: Match) -> bool:
    """The source is another work than the one in focus."""
    focus = document.focus[match.sentence.index].work
    return all(m.referent is not focus for m in match.bound.get("source", ()))


# "'가'를 원작으로 한 동명의 영화는", "… 한 드라마로 대박을 터뜨렸다": another work than the one in focus is meant.
_ADAPTED_UNNAMED = re.compile(
    r"(?:으로|로)? ?(?:한|하는|삼은) (?:동명의? ?)?(?:드라마|영화|작품|시리즈|애니메이션)(?:은|는|로|들|도|이|가) "
)


def told_source(document: Document, match: Match) -> bool:
    """Another work than the one in focus, told as its source: brackets behind a title are read with that title."""
    focus = document.focus[match.sentence.index].work
    named = any(m.referent is focus for m in match.sentence.mentions)
    unnamed = _ADAPTED_UNNAMED.match(document.text, match.end) is not None and not named
    if any(m.kind == "P" and match.start - m.end in {1, 4} for m in match.sentence.mentions):
        return document.text[match.start : match.start + 2] != "원작"  # "한지우 원작 '가'" is what '가' is made from
    case = re.search(r"[’'”>》〉](?:의 경우|은|는) ?$", _left(document, match)) is not None
    return other_work(document, match) and document.text[match.start - 1 : match.start] != "(" and not (unnamed or case)


def main_work(document: Document, match: Match) -> bool:
    """The sentence speaks of the report's own work, not of one named beside it."""
    focus = document.focus[match.sentence.index].work
    near = [m for m in match.sentence.mentions if m.kind == "W"]
    return focus is document.main_work and all(m.referent is focus for m in near)


def main_or_focus(document: Document, match: Match) -> bool:
    """The work in focus is none in print, and the sentence names no other."""
    focus = document.focus[match.sentence.index].work
    printed = focus is not None and focus.facts.get("type") in {"book", "webtoon", "manga"}
    return not printed and all(m.referent is focus for m in match.sentence.mentions if m.kind == "W")


def other_title(document: Document, match: Match) -> bool:
    """Another title than the ones that the work is called by anyway."""
    works = [m.referent for m in match.bound.get("work", ())] or [document.focus[match.sentence.index].work]
    return all(m.referent is None or m.referent not in works for m in match.bound.get("alias", ()))


def directs(document: Document, match: Match) -> bool:
    """A first work as a director: said so, or of somebody with a director's label."""
    said = re.search(r"연출|감독|장편", document.text[match.start : match.end])
    return said is not None


def not_of_title(document: Document, match: Match) -> bool:
    """Brackets that stand behind no title: those behind one are read with it."""
    del document
    return not any(m.kind == "W" and m.end == match.start for m in match.sentence.mentions)


def no_title_after(document: Document, match: Match) -> bool:
    """The number does not belong to a title that follows."""
    del document
    return not any(m.kind == "W" and 0 <= m.start - match.end <= 6 for m in match.sentence.mentions)  # noqa: PLR2004


def showing(document: Document, match: Match) -> bool:
    """A date of showing, no press event."""
    return not re.search(
        r"제작발표회|시사회|기자간담회|인터뷰|행사|팬미팅|보도", document.text[match.start : match.end]
    )


def showing_focus(document: Document, match: Match) -> bool:
    """The date speaks of the work in focus: no other title stands before it in the sentence."""
    if not showing(document, match):
        return False
    focus = document.focus[match.sentence.index].work
    before = [m for m in match.sentence.mentions if m.kind == "W" and m.start < match.end]
    after = [m for m in match.sentence.mentions if m.kind == "W" and 0 <= m.start - match.end < 16]  # noqa: PLR2004
    return all(m.referent is focus for m in [*before[-1:], *after[:1]])


def starts(document: Document, match: Match) -> bool:
    """Shooting, not something else, begins."""
    piece = document.text[match.start : match.end + 12]
    other = re.search(r"재개|에 따르면|밝[혔힌]|전했|알렸|발표|개봉|공개|방송", piece[:-12])
    return bool(re.search(r"촬영|크랭크인|카메라|슬레이트|오갔", piece)) and not other and "재개" not in piece


def ends(document: Document, match: Match) -> bool:
    """Shooting ends on the date: between the two stands no word of a beginning or of a showing."""
    piece = document.text[match.start : match.end]
    return not re.search(r"크랭크 ?인|시작|돌입|들어[가간갔]|개봉|공개|방송|부터|이후|[만반] ", piece)


def of_the_trade(document: Document, match: Match) -> bool:
    """Nobody whose label is an office outside of productions: a festival's director leads no film."""
    del document
    outside = {"집행위원장", "위원장", "대표", "이사장", "국장", "본부장", "교수", "기자"}
    return all(
        not outside & {label for label, *_ in (m.referent.facts.get("labels", ()) if m.referent else ())}
        for m in match.bound.get("who", ())
    )


def not_season(document: Document, match: Match) -> bool:
    """A first season: a further one is a renewal."""
    return not re.search(r"시즌 ?\d", _left(document, match, 20))


def undated(document: Document, match: Match) -> bool:
    """No date stands in the clause, which would make an end of shooting of it."""
    if re.search(
        r"(?:절반|일부|\d ?(?:%|퍼센트|프로)|\d회차|분량|첫|가량) ?(?:정도 |가량 |의 )?$", _left(document, match)
    ):
        return False  # only a part is done
    return not any(m.kind == "D" and 0 <= match.start - m.end <= 30 for m in match.sentence.mentions)  # noqa: PLR2004


def nobody_before(document: Document, match: Match) -> bool:
    """No person stands before in the sentence, who would be meant."""
    del document
    return not any(m.kind == "P" and m.start < match.start for m in match.sentence.mentions)


_PLAYERS = frozenset({"배우", "여배우", "탤런트", "연기자"})


_LONG = 5  # characters of a quoted part's name
_PRIZE = re.compile(r"(?:감독|[주조]연|작품|음악|각본|시나리오|촬영|신인|여우|남우|연기|인기|공로)상$")


def parted(document: Document, match: Match) -> bool:
    """What stands for a part is nobody whom the report calls an actor, and no prize ("음악상(한지우)")."""
    parts = match.bound.get("char", [])
    if match.frame.rule == "ko/cast/actors-own-char" and any(
        len(m.text) > _LONG and document.text[m.start] in "‘'<〈《" for m in parts
    ):
        return False  # "한지우의 '달빛 정원에서'": a work of hers
    if any(_PRIZE.search(m.text) for m in parts) or re.search(r"(?:영화제|시상식|상)의 $", _left(document, match)):
        return False
    crew = {"감독", "PD", "피디", "작가", "영화감독"}
    if any(m.referent is not None and m.referent.facts.get("label") in crew for m in match.bound.get("actor", ())):
        return re.search(r" ?역(?:을|에|으로|을)? ", document.text[match.start : match.end]) is not None
    return not parts or any(m.referent is None or m.referent.facts.get("label") not in _PLAYERS for m in parts)


GUARDS: Mapping[str, Guard] = {
    f.__name__: f
    for f in (
        crew_label, not_player, not_executive, not_awards, is_platform, is_platform_alone, is_company, makes,
        distributes, main_work, told_source, other_title, directs, not_of_title, other_work, no_title_after, showing,
        showing_focus, starts, ends, of_the_trade, not_season, undated, nobody_before, parted, crew_behind,
        main_or_focus,
    )
}  # fmt: skip
