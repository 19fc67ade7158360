"""Where a character's name stands though nothing else tells that it is one: 오산 역, 형사 오산, 오산에는 한지우가."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.langs.ko import bracketrows
from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, alternation, final, names
from newsreel.reading.langs.ko.playedparts import played
from newsreel.reading.langs.ko.shapes import HANGUL, NEVER_LAST, VERB_STEM, VERBAL, WEAK, plain_word
from newsreel.reading.needs import Sought
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.document import Sentence
    from newsreel.reading.langs.ko.names import Finder


@cache
def _role_nouns() -> frozenset[str]:
    return frozenset(load_data("ko", "roles")["nouns"])


@cache
def _role_before() -> re.Pattern[str]:
    """A role noun before a word: what stands between it and 역 is a part's name, be it a common word."""
    return re.compile(rf"(?:{alternation(load_data('ko', 'roles')['nouns'])})(?:인|이자)? $")


@cache
def _part_places() -> tuple[Sought, ...]:
    nouns = alternation(load_data("ko", "roles")["nouns"])
    return (
        Sought(r"(?<![가-힣])([가-힣]{2,6})(?:’|')? ?(?:역|배역)(?=[을에의은이]|으로|할|,|\.| |\)|$)"),
        Sought(rf"(?:{nouns})(?:인|이자)? (?=([가-힣]{{2,6}})(?: |,|\.|$|\())"),
        Sought(r"(?<![가-힣])([가-힣]{2,5}?)(?:에는|으로는|로는|에게는) (?=[가-힣])"),
        Sought(r"(?:[,·] ?|(?<![가-힣]))([가-힣]{2,5})(?=(?:·[가-힣]{2,5})*(?:을|를) (?:차례로|각각))"),
        Sought(
            r"각각 (?:[^.,]{0,14} )?([가-힣]{2,6}?)(?=(?:와|과) (?:[^.,]{0,14} )?[가-힣]{2,6}(?:으로|로|을|를| 역))"
        ),
        Sought(
            r"각각 (?:[^.,]{0,14} )?[가-힣]{2,6}(?:와|과) (?:[^.,]{0,14} )?([가-힣]{2,6}?)(?=(?:으로|"
            r"로) (?:캐스팅|분[하해한했]|변신|"
            r"낙점|출연|호흡|나온|나선))"
        ),
        Sought(r"(?:이|가|의) (?:맡은|맡을|연기한|연기하는|연기할|분한|분하는) ([가-힣]{2,6})(?= |,|\.|$)"),
        Sought(
            r"(?:맡은|맡을|연기하는|연기할|제안 ?받은|제의 ?받은|검토 중인) (?:역할?|배역|인물|캐릭터)(?:은|"
            r"이) (?:[^.,]{0,24} )?([가-힣]{2,6})(?=[.,]|$)"
        ),
        Sought(
            r"(?:몫|배역|역할|캐릭터|이름)(?:은|는) (?:[^.,]{0,30} )?([가-힣]{2,4}?)(?=이다|이고|이며|이지만|[.,]|$)"
        ),
        Sought(r"(?:극 ?중 |극중 이름 )([가-힣]{2,6})(?=[^가-힣]|$)"),
    )


# "만수는 이병헌." of somebody named before.
_SAID_OF = re.compile(
    r"(?:(?<=[.,다는한던] )|(?<=\n)|(?<=\A))([가-힣]{2,4})(?:은|는|을|를) (?=[가-힣]{2,5}(?:[.,]|이다|의 몫|이 맡|"
    r"이 연기|가 맡|가 연기))"
)


# "내경을 한지우가, 수양대군을 이두리가 맡았다": what well-known players take.
_TAKEN = re.compile(
    r"(?<![가-힣])(?<![을를] )([가-힣]{2,5})(?:을|를) (?=([가-힣]{2,4}?)(?:이|가)(?:,(?=[^.]{2,40}(?:맡|연기|분한|"
    r"분했|열연))| (?:맡|연기|열연)))"
)
# "예리(한예리)": a part that bears its player's given name.
_OWN_NAME = re.compile(r"(?<![가-힣])([가-힣]{2})\((?=[가-힣]\1[ )])")


@cache
def _offices() -> re.Pattern[str]:
    """황 사장 역은, 천 박사를 연기하는: a family name and an office where a part stands."""
    nouns = alternation(load_data("ko", "roles")["nouns"])
    return re.compile(
        rf"(?<![가-힣)’'”\"])([가-힣]{{1,4}} (?:{nouns}))(?= ?역(?:[은을에이으]| |,|\.|\))|(?:을|를) (?:연기|맡|열연)|"
        r"(?:으로|로) (?:분하|분한|분해|분했|변신|출연|등장|나서|나선|활약|합류|힘을|존재감)|"
        r"\([가-힣]{2,4} ?(?:분|扮|역)?\))"
    )


def _names_somebody(word: str) -> bool:
    """Whether a word before an office is a family name, Korean or from abroad: 황 사장, 칸노 회장."""
    return names().surname(word) or (len(word) > 1 and (word in names().foreign or names().loan(word) > _STRANGE))


_STRANGE = 0.5


def _held_offices(finder: Finder, start: int, end: int) -> list[tuple[int, int, str]]:
    """The offices of a stretch of text that stand for parts, each with the family name before it."""
    return [
        (m.start(1), m.end(1), m[1])
        for m in _offices().finditer(finder.text, start, end)
        if _names_somebody(m[1].split(" ")[0]) and not any(a <= m.start(1) < b for a, b in finder.closed)
    ]


_PART_WORD = re.compile(
    r"(?:(?:역|배역|역할)(?:에|은|을|의|으로|로)?|새로운|다른|같은|어떤|주요|중요한|맡은|빈자리|자리|없다|있다|"
    r"미정|비공개|확인)$"
)
_OFFICE_LAST = "장사원관자인가수녀꾼님생"


def parts(finder: Finder) -> list[tuple[int, int, str]]:
    """Words that stand where a character's name would: before 역, behind a role noun, before 에는 and an actor."""
    found = {at: (at, at + len(name), name) for at, name in _in_brackets(finder)}
    for sentence in finder.document.sentences:
        if sentence.zone == FURNITURE:
            continue
        acted = list(played(finder, sentence.start, sentence.end))
        for pattern in _part_places():
            for m in finder.document.matches(pattern, sentence):
                at = m.start(1)
                if (
                    any(a < at < b for a, b, _ in acted)
                    or any(a <= at < b for a, b in finder.closed)
                    or any(n.start <= at < n.end for n in finder.found.values() if n.strength > WEAK)
                ):
                    continue
                name = m[1] if pattern is _part_places()[0] and m[1][-1] not in "의인" else cut(finder, m[1])
                name = name[:-1] if len(name) > 2 and name.endswith("역") else name  # noqa: PLR2004 - syllables
                following = HANGUL.match(finder.text, m.end(1) + 1)
                if following and name == m[1] and name[-1] in _OFFICE_LAST and finder.best(following[0]):
                    continue  # an office, the name comes behind it
                told = (
                    pattern is _part_places()[0] and _role_before().search(finder.text, max(0, at - 12), at) is not None
                )
                if (
                    name
                    and not _PART_WORD.match(name)
                    and (name not in names().common or (told and name == m[1]))
                    and name not in _role_nouns()
                    and not (len(name) > 3 and name[-1] in _OFFICE_LAST + "부모")  # noqa: PLR2004 - 시각장애인
                    and not VERBAL.search(name)
                    and not VERB_STEM.match(m[1])
                ):
                    found[at] = (at, at + len(name), name)
        found |= {part[0]: part for part in acted}
        found |= {part[0]: part for part in _held_offices(finder, sentence.start, sentence.end)}
        for at, end, name in [*_taken(finder, sentence), *_own_names(finder, sentence), *_said_of(finder, sentence)]:
            found.setdefault(at, (at, end, name))
    return [*found.values(), *_elsewhere(finder, found)]


def _elsewhere(finder: Finder, found: dict[int, tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The other places where the words stand that a part's place has named."""
    words = {name for _, _, name in found.values() if " " not in name and finder.heads[name] > 1}
    for start, run in finder.runs if words else ():
        name = next((run[:n] for n in (4, 3, 2) if run[:n] in words and PARTICLE.fullmatch(run[n:])), None)
        free = name is not None and not any(n.start <= start < n.end for n in finder.found.values())
        if (
            free
            and name is not None
            and agrees(name, run[len(name) :])
            and not any(a <= start < b for a, b, _ in found.values())
        ):
            yield start, start + len(name), name


def _said_of(finder: Finder, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Words of which a sentence says right away who takes them, where the report has them elsewhere too."""
    for m in _SAID_OF.finditer(finder.text, sentence.start, sentence.end):
        actor = any(n.start == m.end() for n in finder.found.values())
        led = finder.text[m.start() - 2 : m.start() - 1] in "는한던"
        if actor and (finder.heads[m[1]] > 1 or led) and m[1] not in names().common and plain_word(m[1]):
            yield m.start(1), m.end(1), m[1]


def _taken(finder: Finder, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """What well-known players take in a sentence, where it is no common word."""
    lexicon = names()
    for m in _TAKEN.finditer(finder.text, sentence.start, sentence.end):
        name, player = m[1], finder.found.get(m.start(2))
        if (
            player is not None
            and player.text in lexicon.people
            and name not in lexicon.common
            and name not in _role_nouns()
            and not lexicon.noun(name)
            and not _PART_WORD.match(name)
            and not any(n.start <= m.start(1) < n.end for n in finder.found.values())
        ):
            yield m.start(1), m.end(1), name


def _own_names(finder: Finder, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Parts that bear the given names of their players."""
    for m in _OWN_NAME.finditer(finder.text, sentence.start, sentence.end):
        yield m.start(1), m.end(1), m[1]


def _in_brackets(finder: Finder) -> list[tuple[int, str]]:
    """What stands on the side of the parts in rows of names with brackets and is no name: 한지우(벌떡)."""
    return [
        (at, name)
        for row in bracketrows.rows(finder.document)
        for pair in (row.pairs if len(row.pairs) > 1 else ())
        for at, name in [(pair.inner_start, pair.inner) if row.outer_plays else (pair.outer_start, pair.outer)]
        if name not in names().common and not any(n.start <= at < n.end for n in finder.found.values())
    ]


def _whole_name(word: str) -> bool:
    """Whether a word is a family name, two syllables and a particle: 한지우로, 오태산을."""
    fits = len(word) in {4, 5} and word[2] != "으" and names().surname(word[0])
    return fits and PARTICLE.fullmatch(word[3:]) is not None and agrees(word[:3], word[3:])


def cut(finder: Finder, word: str) -> str:
    """A word without its particle, as the other places where it stands in the report have it."""
    if " " in word:
        return word
    options = [
        (finder.heads[word[:n]], n)
        for n in range(2, min(len(word), 5) + 1)
        if word[n - 1] != "으" and PARTICLE.fullmatch(word[n:]) and agrees(word[:n], word[n:])
    ]
    best = max(options, default=(0, 0))
    if word.endswith("이다") and final(word[:-2][-1:] or "가") and len(word) > 3:  # noqa: PLR2004 - two syllables and the copula
        return word[:-2]
    if best[0] <= 1 and _whole_name(word):
        return word[:3]
    if best[0] <= 1:
        whole = [n for _, n in options if n < len(word)]
        return word[: max(whole)] if whole and word[-1] in NEVER_LAST | {"은"} else word if len(word) <= 5 else ""  # noqa: PLR2004
    return word[: best[1]]
