"""Parts told by the verb alone, whatever their names look like: "A는 비밀을 품은 정아를, B는 해맥을 맡았다"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.langs.ko.foreignnames import foreign_pair
from newsreel.reading.langs.ko.lexicon import agrees, names
from newsreel.reading.langs.ko.shapes import FAIR, VERBAL, plain_word
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.langs.ko.names import Finder

_IN_TITLE = tuple(f"{mark}{particle}" for mark in "’'”\">》〉" for particle in ("에", "에서", "에서는"))
_WHOLE = 3  # syllables of a name with family and given name
_SUBJECT = re.compile(r"(?:\([^()]{1,14}\))?(?:은|는|이|가|도|역시) ")
_PRONOUN = re.compile(r"(?:여기서 |이 작품에서 |극 중 |극중 )?(?:그|그녀)(?:는|가) ")
_VERB = (
    r"(?:각각 |직접 |나란히 |다시 |완벽 |완벽히 |파격 |전격 |새롭게 )?"
    r"(?:힘을 보|맡[았은는을으고아게]|연기(?:하|한|했|해)|분하|분한|분했|분해|열연|"
    r"소화[하한해했]|"
    r"(?:특별|우정|깜짝) ?출연|등장[하한해했]|출연[하한해했]|변신|합류|나[온오와왔선서섰]|돌아[오온와왔])"
)
_PLAYED = re.compile(rf"([가-힣]{{1,7}}?)(을|를|으로|로)(?= {_VERB}|, (?=[^.]{{0,90}}{_VERB}))")
_BECOMES = re.compile(r"([가-힣]{2,6}?)(이|가) (?:된|됐|되어|되는|돼)")
_LISTED = re.compile(r"(?<= )([가-힣]{2,6})()(?:, |·)$")  # "A가 무속인 목원, B가 경찰 기은으로"
_MODIFIER = re.compile(r"(?:[가-힣]+의|[가-힣]*[은는한된던인린난운온친진긴킨쓴낀끈선찬센])$")
_KIND = re.compile(r"(?:자|인|사|원|장|생|꾼|부|녀|남|범|관|역|맨|들|적|팀|반|과|대|극|물|편)$")


@cache
def _no_parts() -> frozenset[str]:
    return frozenset(load_data("ko", "roles")["acted"])


@cache
def _roles() -> frozenset[str]:
    return frozenset(load_data("ko", "roles")["nouns"])


def played(finder: Finder, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words of a sentence that stand where its verb has a part, behind an actor who is its subject."""
    if finder.document.sentence_at(start) is None:
        return
    text = finder.text
    actors = sorted(
        (n.start, n.end)
        for n in finder.found.values()
        if (n.strength >= FAIR or len(n.text) == _WHOLE) and start <= n.start < end and _SUBJECT.match(text, n.end, end)
    )
    if pronoun := _PRONOUN.match(text, start, end):
        actors.insert(0, (start, pronoun.end() - 1))
    yield from _pairs(finder, actors, end)
    for (_, actor), (stop, _) in pairwise([*actors, (end, end)]):
        for pattern in (_PLAYED, _BECOMES):
            for m in pattern.finditer(text, actor + 1, end):
                if m.start() < stop and (part := _part(finder, m, actor)) is not None:
                    yield part
                    break
        listed = _LISTED.search(text, max(actor, stop - 9), stop)
        if listed is not None and (part := _part(finder, listed, actor)) is not None:
            yield part


_ALONE = re.compile(r"[이가] ([가-힣]{2,5}?)(?:, (?:[가-힣]{2,4} )?|(?:이다|다|였다|이었다)?[.]?)")


def _pairs(finder: Finder, actors: list[tuple[int, int]], end: int) -> Iterator[tuple[int, int, str]]:
    """The parts of a sentence that holds nothing but pairs: "한지우가 애순, 이두리가 관식이다."."""
    found = []
    for (_, actor), (stop, _) in pairwise([*actors, (end, end)]):
        m = _ALONE.fullmatch(finder.text, actor, stop)
        if m is None or _no_name(finder, m[1], m.start(1)):
            return
        found.append((m.start(1), m.end(1), m[1]))
    yield from found if len(found) > 1 else ()


def _part(finder: Finder, m: re.Match[str], floor: int) -> tuple[int, int, str] | None:
    """The part whose name ends where the particle begins; None for whatever else is taken over or acted."""
    word, at = m[1], m.start(1)
    before = finder.text[max(floor, at - 12) : at - 1].split(" ")
    if finder.text[at - 1] != " " or not agrees(word, m[2]) or _no_name(finder, word, at):
        return None
    if len(before) > 1 and _from_abroad(before[-1], word):
        return (at - len(before[-1]) - 1, m.end(1), f"{before[-1]} {word}")
    return (at, m.end(1), word) if _likely(finder, word, before[-1], narrow=m.re is not _PLAYED) else None


def _no_name(finder: Finder, word: str, at: int) -> bool:
    """Whether a word at a place is a plain noun, a verb, or something that other rules have read."""
    lexicon = names()
    return (
        word in _no_parts()
        or word in _roles()
        or word in lexicon.common
        or lexicon.noun(word)
        or (VERBAL.search(word) is not None and word[-1] != "은")  # 세은을: no verb ends so before a particle
        or not plain_word(word)
        or any(a <= at < b for a, b in finder.closed)
        or any(n.start <= at < n.end for n in finder.found.values() if n.strength >= FAIR)
    )


def _from_abroad(first: str, second: str) -> bool:
    """Whether two words are a name from abroad: 레이 도노반, 비비안 룩."""
    short = len(second) == 1 and first in names().foreign and names().loan(second) > 0
    return short or foreign_pair(first, second)


def _likely(finder: Finder, word: str, before: str, *, narrow: bool) -> bool:
    """Whether what stands before a word, or the rest of the report, makes it somebody's name."""
    if len(word) == 1:
        return False
    known = finder.heads[word] > 1 or names().native(word)
    what = before.endswith(_roles_of_two()) or (len(before) > 1 and _KIND.search(before) is not None)
    if narrow:
        return what
    if len(word) > 2 and _KIND.search(word) and not known:  # noqa: PLR2004 - syllables
        return False
    return known or what or _MODIFIER.search(before) is not None or before.endswith(_IN_TITLE)


@cache
def _roles_of_two() -> tuple[str, ...]:
    return tuple(w for w in _roles() if len(w) > 1 and " " not in w)
