"""Names that stand beside names: in a row with them, in brackets behind a character, before brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.ko import bracketrows
from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, names
from newsreel.reading.langs.ko.shapes import FAIR, HANGUL, WEAK, Name, plain_word, rare_name

if TYPE_CHECKING:
    from newsreel.reading.langs.ko.names import Finder


_ANY_SYLLABLES = -20.0  # how rare the syllables of a given name may be in a row of names
# "엉뚱녀(한지우)", "가짜 게이(한지우)": what a part is, no name of it.
ROLE_LIKE = re.compile(r"(?:녀|남|소녀|소년|여인|남자|여자|청년|노인|아이|아저씨|할머니|할아버지|게이|엄마|아빠)$")


def rows(finder: Finder) -> None:
    """Add the names that rows, brackets and lists of credits tell."""
    credited(finder)
    listed(finder)
    bracketed(finder)


def listed(finder: Finder) -> None:
    """What stands in a row with names is a name: 배수빈 이경영 장광도."""
    changed = True
    rounds = 0
    while changed and rounds < 3:  # noqa: PLR2004 - lists grow from both ends
        changed, rounds = False, rounds + 1
        for name in sorted(finder.found.values(), key=lambda n: n.start):
            if name.strength < FAIR:
                continue
            changed |= _next(finder, name)
            changed |= _previous(finder, name)


def _next(finder: Finder, name: Name) -> bool:
    m = re.compile(r"(\s?[·,/&]\s?|(?<=[가-힣])[와과] | )(?=[가-힣])").match(finder.text, name.end)
    if m is None or _firm(finder, m.end()) or any(a <= m.end() < b for a, b in finder.closed):
        return False
    run = HANGUL.match(finder.text, m.end())
    if run is None:
        return False
    loose = m[1] == " "
    word = run[0]
    leads = loose and word in names().people and finder.text.startswith((" 주연", " 등"), run.end())
    if loose and not leads and not _in_row(finder, name.start, run.end()):
        return False
    best = finder.best(word) or (_loose(word) if not loose else None) or _word_too(finder, m[1], run)
    if best is None and not loose and (strange := _from_abroad(word)):
        best = (strange, FAIR)
    if best is None and not loose and (rare := rare_name(word)):
        best = (rare, FAIR)
    if best is None or (
        best[1] == WEAK
        and best[0] not in names().people
        and best[0] in _weak_out(finder.text, m.end(), best[0], loose=loose)
    ):
        return False
    finder.add(m.end(), best[0], FAIR, "in a row with names")
    return True


def _from_abroad(word: str) -> str:
    """A name of three syllables or more that sounds foreign, without its particle: 황샤오밍이."""
    for length in (5, 4, 3):
        name, rest = word[:length], word[length:]
        fits = len(name) == length and PARTICLE.fullmatch(rest) and agrees(name, rest)
        if fits and rest and names().loan(name) > _SOUNDS and name not in names().common:
            return name
    return ""


_SOUNDS = 0.3


def _word_too(finder: Finder, sign: str, run: re.Match[str]) -> tuple[str, int] | None:
    """A name that is a common word too, between the commas of a row: "배우 이두리, 고수, 박세찬이"."""
    behind = re.compile(r" ?[,·] ?([가-힣]{2,4})").match(finder.text, run.end())
    named = behind is not None and finder.best(behind[1]) is not None
    return (run[0], FAIR) if named and sign.strip() and run[0] in names().words_too else None


def _weak_out(text: str, at: int, name: str, *, loose: bool) -> tuple[str, ...]:
    """A name of two syllables that no lexicon knows stands in a row only between signs or before a particle."""
    after = text[at + len(name) : at + len(name) + 1]
    ends = bool(after) and (after in "·,)/&" or (not loose and "가" <= after <= "힣"))
    return () if ends else (name,)


def _previous(finder: Finder, name: Name) -> bool:
    m = re.search(
        r"(?<![가-힣])([가-힣]{2,4})(\s?[·,/&]\s?|[와과] | )$", finder.text[max(0, name.start - 9) : name.start]
    )
    if m is None:
        return False
    start = name.start - len(m[0])
    word, sign = m[1], m[2]
    if sign == " " and len(word) > 2 and word[-1] in "와과" and agrees(word[:-1], word[-1]):  # noqa: PLR2004 - syllables
        word, sign = word[:-1], word[-1]
    if _firm(finder, start) or any(a <= start < b for a, b in finder.closed):
        return False
    if sign == " " and not (_in_row(finder, start, name.end) and word in names().people):
        return False
    best = finder.best(word) or (_loose(word) if sign != " " else None)
    if best is None and sign.strip() and rare_name(word, _ANY_SYLLABLES) == word:
        best = (word, FAIR)
    if best is None or best[0] != word:
        return False
    finder.add(start, best[0], FAIR, "in a row with names")
    return True


def _firm(finder: Finder, at: int) -> bool:
    return at in finder.found and finder.found[at].strength >= FAIR


def _in_row(finder: Finder, start: int, end: int) -> bool:
    """Names apart by spaces only make a row when a third stands beside them."""
    near = [n for n in finder.found.values() if n.strength >= FAIR and start - 6 <= n.start <= end + 6]
    return len(near) >= 2  # noqa: PLR2004


def _loose(word: str) -> tuple[str, int] | None:
    for length in (3, 2, 4):
        name, rest = word[:length], word[length:]
        if len(name) == length and name in names().people and PARTICLE.fullmatch(rest) and agrees(name, rest):
            return name, WEAK
    return None


_BEFORE_JOB = re.compile(r"(?<![가-힣])([가-힣]{3}) (?:공동 )?(?:극본|각본|대본|연출|감독)(?=[,./)|·]|$)", re.MULTILINE)


def credited(finder: Finder) -> None:
    """Three syllables with a family name before a job that closes a credit: "한지우 극본, 이두리 연출."."""
    for m in _BEFORE_JOB.finditer(finder.text):
        word, lexicon = m[1], names()
        if not lexicon.surname(word[0]) or word in lexicon.common or word in lexicon.nouns or not plain_word(word):
            continue
        if not any(a <= m.start() < b for a, b in finder.closed) and not _firm(finder, m.start()):
            finder.add(m.start(), word, FAIR, "before a job")


def bracketed(finder: Finder) -> None:  # noqa: C901 - one case after another
    """오산(한지우 분), 이로(한지우): a name that fills brackets, and what the brackets belong to."""
    for start, run in finder.runs:
        if (
            finder.text[start - 1 : start] == "("
            and finder.text[start - 2 : start - 1] > "가"
            and start not in finder.found
        ):
            after = finder.text[start + len(run) : start + len(run) + 3]
            if 3 <= len(run) <= 4 and after.startswith((")", " 분)", "·")) and names().shaped(run):  # noqa: PLR2004
                finder.add(start, run, FAIR, "fills brackets")
    bracketrows.settle(finder)
    for name in list(finder.found.values()):
        if name.strength == WEAK and re.match(r"\(\d{2}(?:세)?\)", finder.text[name.end : name.end + 6]):
            name.strength = FAIR
            finder.known[name.text] = FAIR
    for start, run in finder.runs:
        if len(run) == 3 and start not in finder.found and names().shaped(run, -15.5):  # noqa: PLR2004
            left, right = finder.text[max(0, start - 2) : start], finder.text[start + 3 : start + 5]
            if re.search(r"[,|·/] ?$", left) and re.match(r"$|[,|·/)\n]| \|", right):
                finder.add(start, run, FAIR, "in a row with names")
    for name in list(finder.found.values()):
        if name.strength >= FAIR and finder.text[name.start - 1 : name.start] == "(":
            m = re.search(
                r"(?<![가-힣])([가-힣]{2,4}|[가-힣]{2,5} [가-힣]{1,5})$",
                finder.text[max(0, name.start - 12) : name.start - 1],
            )
            close = re.compile(r" ?(?:분)?\)").match(finder.text, name.end)
            if m and close and name.start - 1 - len(m[1]) not in finder.found:
                word = m[1].split(" ")[-1]
                if word not in names().common and not ROLE_LIKE.search(word):
                    finder.add(name.start - 1 - len(word), word, WEAK + 1, "before a name in brackets")
