"""People and characters: which words are names, how far a name goes, and whether an actor or a character bears it.

Korean writes no capitals and hangs particles on names, so a word is cut only where a particle can begin and agrees
with the name's last sound. What a name is, is settled for the report as a whole: a label beside it once (배우, 감독)
names it everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.langs.ko import authors, rows
from newsreel.reading.langs.ko.authors import WROTE
from newsreel.reading.langs.ko.foreignnames import (
    SHORT_GIVEN,
    after_jean,
    first_of_three,
    foreign_at,
    foreign_pair,
    foreign_subject,
)
from newsreel.reading.langs.ko.labels import (
    GLOSSED,
    PART_BEHIND,
    PLAYED_AFTER,
    STAGE_NAME,
    also_roles,
    labels,
    role_labels,
)
from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, hangs, names, words
from newsreel.reading.langs.ko.shapes import (
    ADNOMINAL,
    FAIR,
    HANGUL,
    NEVER_LAST,
    NO_LABELLED,
    POLITE,
    PREDICATE,
    SHARED_ENDINGS,
    STRONG,
    VERBAL,
    WEAK,
    Name,
    place_here,
    plain_word,
    player_next,
    rare_name,
    role_here,
    shapes,
    verb_here,
)

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_OF_ANOTHER = re.compile(r"[가-힣)][이가은는] $")  # "한지우가 타이틀롤 오산을"
_EACH = re.compile(r"(?:은|는|이|가) (?:각각|나란히) (?:[^.,]{0,16} )?$")  # "A와 B는 각각 배우 오산과 … 역으로"


class Finder:
    """Finds the names of one report; `closed` are the spans of titles and organisations that hold none."""

    def __init__(self, document: Document, closed: list[tuple[int, int]]) -> None:
        self.document = document
        self.text = document.text
        self.closed = closed
        self.found: dict[int, Name] = {}
        self.known: dict[str, int] = {}
        self.runs: list[tuple[int, str]] = []
        self.heads: Counter[str] = Counter()
        self.longer: Counter[str] = Counter()
        inside = {at for a, b in closed for at in range(a, b)}
        for sentence in document.sentences:
            if sentence.zone == FURNITURE:
                continue
            runs = HANGUL.finditer(self.text, sentence.start, sentence.end)
            self.runs += [(m.start(), m[0]) for m in runs if m.start() not in inside]
        for _, run in self.runs:
            for length in (2, 3, 4):
                if len(run) >= length and hangs(run[:length], run[length:]):
                    self.heads[run[:length]] += 1
                    self.longer[run[:length]] += len(run) > length

    def find(self) -> list[Name]:
        """All names, in order, none overlapping another."""
        self._labelled()
        self._glossed()
        self._grouped()
        self._offices()
        authors.authored(self)
        self._foreign()
        self._plain()
        rows.rows(self)
        self._trimmed()
        self._repeat()
        self._given_alone()
        return sorted(self.found.values(), key=lambda n: n.start)

    def add(self, start: int, name: str, strength: int, why: str, label: str = "", label_start: int = -1) -> None:  # noqa: PLR0913, PLR0917 - what a name is made of
        """Note a name; of names that overlap the stronger stays, of two as strong the longer."""
        if PREDICATE.search(name):
            return
        end = start + len(name)
        clash = [n for n in self.found.values() if n.start < end and start < n.end]
        if any(n.strength > strength or (n.strength == strength and n.end - n.start > len(name)) for n in clash):
            for n in clash:
                if n.text == name and label and not n.label:
                    n.label, n.label_start = label, label_start
            return
        for n in clash:
            del self.found[n.start]
            if n.text == name and not label:
                label, label_start = n.label, n.label_start
        self.found[start] = Name(start, end, name, strength, label, label_start, [why])
        self.known[name] = max(strength, self.known.get(name, 0))

    def best(self, word: str) -> tuple[str, int] | None:
        """The likeliest name at the beginning of a run of Hangul, by what the rest of the report supports."""
        options = shapes(word)
        if not options:
            return None
        name, strength = options[0]
        people = names().people
        if (
            len(name) == 3  # noqa: PLR2004 - syllables
            and name not in people
            and name[:2] in people
            and name[-1] in "은이도"
            and PARTICLE.fullmatch(word[2:])
            and agrees(name[:2], word[2:])
        ):
            return name[:2], FAIR if self.heads[name[:2]] > 1 else WEAK
        if len(name) == 3 and name[-1] in SHARED_ENDINGS and strength < STRONG:  # noqa: PLR2004
            stem = name[:2]
            fits = PARTICLE.fullmatch(word[2:]) and agrees(stem, word[2:])
            copula = word[2:] in {"이다", "이며", "이고", "이자"}
            alone = name[-1] in NEVER_LAST and (copula or not self.longer[name])
            if fits and (alone or self.heads[stem] > self.heads[name]):
                return stem, WEAK
        return name, strength

    def _labelled(self) -> None:
        """배우 A: the label makes a name of a word that would not pass for one alone."""
        label, _, _ = labels()
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in label.finditer(self.text, sentence.start, sentence.end):
                said = m[0][len(m[1]) :].strip()
                if any(a <= m.end() < b for a, b in self.closed) or (said in {"은", "는"} and not agrees(m[1], said)):
                    continue  # 신예은 is somebody
                self._take(m.end(), m[1], m.start())

    def _glossed(self) -> None:
        """수 휴(Soo Hugh), 양쯔산(楊子姗): a name with its foreign spelling."""
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in GLOSSED.finditer(self.text, sentence.start, sentence.end):
                if any(a <= m.start() < b for a, b in self.closed):
                    continue
                words_ = m[1].split(" ")
                latin = len(m[2].split(" ")) if m[2] else 1
                name = " ".join(words_[-max(latin, 1) :]) if m[2] else words_[-1]
                taken = any(a <= m.end(1) - 1 < b for a, b in self.closed)
                if m[3] and len(words_) > 1 and foreign_pair(words_[-2], words_[-1]):
                    name = " ".join(words_[-2:])
                if words_[-1] not in names().common and not taken and (latin > 1 or m[3]):
                    self.add(m.end(1) - len(name), name, STRONG, "with its foreign spelling")

    def _take(self, at: int, label: str, label_start: int) -> bool:
        if (run := HANGUL.match(self.text, at)) and POLITE.search(run[0]):
            return False  # "그 배우 맞아요"
        name = self._name_at(at, strange=label not in words().data["credit_before"])
        after = self.text[at + len(name) : at + len(name) + 1]
        if label == "그룹" and len(name) == 3 and name[-1] in "은이" and name not in names().people:  # noqa: PLR2004
            name = name if "가" <= after <= "힣" else name[:2]
        if name:
            after = self.text[at + len(name) : at + len(name) + 10]
            part = label in role_labels() and re.match(r"(?:을|를|으로|로|인|은|는) |(?: 역|\()", after) is not None
            part = part or (label not in {"배우", "여배우"} and PLAYED_AFTER.match(after) is not None)
            part = part or re.match(r" ?역[을에으할의]", after) is not None
            last = label == "타이틀롤" or (label != "배우" and re.match(r"\.|$", after) is not None)
            part = part or (last and _OF_ANOTHER.search(self.text[max(0, label_start - 6) : label_start]) is not None)
            part = part or _EACH.search(self.text[max(0, label_start - 24) : label_start]) is not None
            part = part or (label in also_roles() and re.match(r"\([가-힣]{2,4}(?: ?분)?\)", after) is not None)
            wrote = label == "작가" and WROTE.match(self.text, at + len(name)) is not None
            said = "소설가" if wrote else "" if part or label in words().data["credit_before"] else label
            self.add(at, name, STRONG if said else FAIR, f"after {label}", said, label_start)
        return bool(name)

    def _name_at(self, at: int, *, strange: bool) -> str:
        """The name that begins here, given that one is expected; "" where none can be."""
        m = HANGUL.match(self.text, at)
        if m is None:
            return ""
        foreign = foreign_at(self.text, at)
        if foreign:
            return foreign
        if NO_LABELLED.match(m[0]) or m[0] in names().common:
            return ""
        best = self.best(m[0])
        if (
            len(m[0]) == 3  # noqa: PLR2004 - syllables
            and (best is None or best[1] == WEAK)
            and names().shaped(m[0], -17.0)
            and m[0][-1] not in NEVER_LAST
        ):
            return m[0]
        if best:
            return best[0]
        return self._strange(m[0]) if strange else ""

    def _strange(self, word: str) -> str:
        """A name that no lexicon knows, where a label says that one stands here: a stage name, a rare family name."""
        lexicon = names()
        best = (0.0, "")
        if any(word[:n] in lexicon.common and PARTICLE.fullmatch(word[n:]) for n in range(2, len(word) + 1)):
            return ""
        if word[:-1].endswith("들") or word.endswith("들") or "들의" in word:
            return ""
        for length in range(min(len(word), 5), 1, -1):
            name, rest = word[:length], word[length:]
            if not PARTICLE.fullmatch(rest) or not agrees(name, rest) or name in lexicon.common:
                continue
            if not rest and VERBAL.search(name):
                continue
            score = (
                1.0
                + min(self.heads[name], 3)
                + (lexicon.loan(name) > 0)
                + (name in lexicon.people)
                + bool(rest) * 0.5
                + (length == 3 and lexicon.surname(name[0])) * 0.6  # noqa: PLR2004 - syllables
            )
            if length > 4 and lexicon.loan(name) <= 0:  # noqa: PLR2004
                continue
            if score > best[0]:
                best = (score, name)
        return best[1]

    def _grouped(self) -> None:
        """그룹 A 하린, NCT 재현: a group's name before a member's."""
        _, _, group = labels()
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in group.finditer(self.text, sentence.start, sentence.end):
                if any(a <= m.start() < b or a <= m.end() < b for a, b in self.closed):
                    continue
                run = HANGUL.match(self.text, m.end())
                if both := STAGE_NAME.match(self.text, m.end()):
                    self.add(m.end(), both[1], STRONG, "after 그룹", "그룹", m.start())
                    continue
                if m[2] and m[2] in names().common:
                    continue  # "아역배우 출신 한지우": an occupation, no group
                if run is None or run[0] in names().common or NO_LABELLED.match(run[0]):
                    continue
                if m[3] and not (len(run[0]) <= 5 and self.best(run[0])):  # noqa: PLR2004
                    continue
                self._take(m.end(), "그룹", m.start())

    def _offices(self) -> None:
        """A 감독, B 작가: an office behind a word makes a name of it; a family name alone is left to links."""
        _, office, _ = labels()
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in office.finditer(self.text, sentence.start, sentence.end):
                if m[2] in {"측", "소속사", "주연", "분", "扮", "연출", "각본", "극본"}:
                    continue
                self._before(m.start(), m[2], m.end(), sentence.start, joined=not m[1])

    def _before(self, at: int, office: str, end: int, floor: int, *, joined: bool) -> None:  # noqa: PLR0911 - case after case
        head = self.text[floor:at]
        m = re.search(r"([가-힣]+(?: [가-힣]+)?)(?:\([^)]{1,12}\))?$", head)
        if m is None or m[1].endswith("의") or any(a <= floor + m.start(1) < b for a, b in self.closed):
            return
        parts = m[1].split(" ")
        word = parts[-1]
        lexicon = names()
        start = floor + m.end(1) - len(word)
        if parts[1:] and (parts[1] in "두세네" or foreign_subject(parts[0], parts[1])):
            return  # "유키사다 이사오 세 감독", "맷 데이먼이 감독 데뷔를"
        if len(parts) == 2 and foreign_pair(parts[0], parts[1]):  # noqa: PLR2004
            jean = "장 " if parts[0] in after_jean() and head[: m.start(1)].endswith("장 ") else ""
            jean = jean or first_of_three(head[: m.start(1)])
            self.add(floor + m.start(1) - len(jean), jean + m[1], STRONG, f"before {office}", office, end)
            return
        if len(word) == 1:
            if len(parts) == 2 and (parts[0] in SHORT_GIVEN or parts[0] in lexicon.foreign):  # noqa: PLR2004 - 존 추 감독
                self.add(floor + m.start(1), m[1], STRONG, f"before {office}", office, end)
            return
        topical = word[-1] in "은이도" and lexicon.native(word) and word[:-1] not in {"배우", "주인", "제작"}
        if not topical and any(
            word[:n] in lexicon.common and PARTICLE.fullmatch(word[n:]) for n in range(2, len(word))
        ):
            return  # "여배우와 감독"
        if word in lexicon.common or any(a <= start < b for a, b in self.closed):
            return
        shaped = word in lexicon.people or lexicon.native(word)
        best = self.best(word)
        shorter = best is not None and best[0] != word and not (shaped and word[-1] not in NEVER_LAST)
        if shorter or (not shaped and self._named_behind(end)):
            return
        if shaped or (
            office not in {"배우", "씨", "대표", "기자", "교수"}
            and not joined
            and len(word) <= 5  # noqa: PLR2004 - syllables
            and (not ADNOMINAL.search(word) or (word[-1] == "린" and lexicon.surname(word[0])))  # 박서린 작가
            and plain_word(word)
            and (len(word) > 2 or lexicon.surname(word[0]))  # noqa: PLR2004 - syllables
            and not lexicon.noun(word)
        ):
            self.add(start, word, STRONG, f"before {office}", office, end)

    def _named_behind(self, at: int) -> bool:
        """Whether a name stands behind an office: the word before says what they do."""
        run = HANGUL.match(self.text, at + 1) if self.text[at : at + 1] == " " else None
        whose = self.best(run[0]) if run is not None else None
        return whose is not None and whose[1] >= FAIR and len(whose[0]) > 2  # noqa: PLR2004 - syllables

    def _plain(self) -> None:
        taken = {at for n in self.found.values() for at in range(n.start, n.end)}  # names met here begin their runs
        for start, run in self.runs:
            if start in taken:
                continue
            if verb_here(self.text, start, run) or place_here(self.text, start, run):
                continue
            if (
                PART_BEHIND.match(self.text, start + len(run)) is not None
                and shapes(run)
                and 3 <= len(run) <= 4  # noqa: PLR2004 - syllables
                and run not in names().common
                and names().shaped(run[:3], -15.5)
            ):
                self.add(start, run, FAIR, "before a part")
                continue
            best = self.best(run)
            if best is not None and run[2:] == "은" and best[0] == run and player_next(self.text, start + len(run)):
                continue  # "문석은 한지우.": a part of two syllables
            if best is not None and best[0] == run and run not in names().people and role_here(self.text, start, run):
                continue
            if best is None and (rare := rare_name(run)):
                self.add(start, rare, WEAK, "perhaps a name")
            if best and (best[1] >= FAIR or best[0] in names().people):
                self.add(start, best[0], best[1], "shaped like a name" if best[1] >= FAIR else "perhaps a name")

    def _foreign(self) -> None:
        for start, _ in self.runs:
            if name := foreign_at(self.text, start):
                self.add(start, name, FAIR, "words of foreign names")

    def _trimmed(self) -> None:
        """A name of two words that ends in a particle where another place has it without loses the particle."""
        whole = {n.text for n in self.found.values()}
        for name in list(self.found.values()):
            if " " in name.text and name.text[-1] in "은는이가을를" and name.text[:-1] in whole:
                name.text, name.end = name.text[:-1], name.end - 1

    def _given_alone(self) -> None:
        """주용은 beside 한주용 is the given name with a particle, no third name."""
        given = {n[1:] for n in self.known if len(n) == 3 and self.known[n] >= FAIR and names().surname(n[0])}  # noqa: PLR2004
        for name in list(self.found.values()):
            stem, rest = name.text[:2], name.text[2:]
            if rest and not name.label and stem in given and PARTICLE.fullmatch(rest) and agrees(stem, rest):
                del self.found[name.start]

    def _repeat(self) -> None:
        """A name once known is the same name elsewhere, with whatever particle."""
        known = {n for n, strength in self.known.items() if strength >= FAIR}
        for start, run in self.runs:
            if start in self.found:
                continue
            for length in (4, 3, 2, 5):
                name, rest = run[:length], run[length:]
                if len(name) == length and name in known and PARTICLE.fullmatch(rest) and agrees(name, rest):
                    self.add(start, name, FAIR, "named before")
                    break
