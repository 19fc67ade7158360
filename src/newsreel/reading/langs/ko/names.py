"""People and characters: which words are names, how far a name goes, and whether an actor or a character bears it.

Korean writes no capitals and hangs particles on names, so a word is cut only where a particle can begin and agrees
with the name's last sound. What a name is, is settled for the report as a whole: a label beside it once (배우, 감독)
names it everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, alternation, names, words
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_HANGUL = re.compile(r"[가-힣]+")
_SHARED_ENDINGS = frozenset("은는이가의도로지만과와다며고를을에")
_SEPARATOR = re.compile(r"\s?[·,/&X×♥]\s?|\s|(?:와|과) ")
_STRONG, _FAIR, _WEAK = 3, 2, 1
_ADNOMINAL = re.compile(r"(?:[은는던한된인온난린른운진할될춰워려러서며게]|해|어서|하고)$")
_LONG_WORD, _LOAN, _PAIR, _STRANGERS = 7, 0.05, 0.9, 2.2
_SHORT_GIVEN = frozenset("존톰잭맷벤폴팀댄짐켄돈론빌마숀진샘")
# Japanese given names of one syllable (旬, 翔, 仁, 健, 涼), which stand behind the family name; and what follows 장 (Jean).
_SHORT_LAST = frozenset("슌쇼진켄겐준쥰료류린렌젠")
_AFTER_JEAN = frozenset(
    "피에르 뤽 자크 마리 폴 프랑수아 클로드 미셸 이브 바티스트 가브리엘 루이 샤를 마르크 필리프 조르주".split()
)
_SHORT_SURNAMES = frozenset("킴전휴진리장정김박최한류우조유벨폭핏놀문웰")
PARTICLED = re.compile(r"(?:에서|으로|에게|하고|라는|이라|들이|들은|까지|부터|처럼)$")
_NEVER_LAST = frozenset("이와과를을가는에의도로며다고")
# Nouns beside a name that may as well say what a character is: "소설가 오산을 연기한다".
_ROLE_LABELS = frozenset(
    {
        "소설가",
        "아나운서",
        "만화작가",
        "성우",
        "댄서",
        "안무가",
        "작곡가",
        "극작가",
        "드라마작가",
        "드라마 작가",
        "방송작가",
        "영화감독",
        "톱스타",
        "스타",
        "한류스타",
        "연출가",
    }
)
_VERBAL = re.compile(
    r"(?:[은는을를의던할]|다운|(?:상대|주인공|주연|조연|단)역(?:으로?)?|다운|하는|되는|에서|으로|라고|지만|면서|하며|한다|했다|된다|됐다|원작이?|출연|이다)$"
)
_NO_LABELLED = re.compile(
    r"^(?:들|겸|출신|중|등|및|이자|역시|모두|사이|본인|캐스팅|활동|전원|지망|생활|인생|경력|라인업|섭외|대신|같은|여러|여럿|혼자|최초|최고|데뷔)"
)


@dataclass(slots=True, eq=False)
class Name:
    """A name met: where it stands, how sure that it is one, and the label beside it ("" without)."""

    start: int
    end: int
    text: str
    strength: int
    label: str = ""
    label_start: int = -1
    reasons: list[str] = field(default_factory=list)


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    before = alternation({*words().before, *words().data["real_before"], *words().data["credit_before"]})
    after = alternation({*words().after, *words().data["real_after"]})
    group = r"(?:그룹|걸그룹|보이그룹|아이돌그룹|보이밴드|아이돌 그룹|밴드|듀오)"
    return (
        re.compile(rf"(?<![가-힣])({before})(?:인|이자|였던|은|는)?(?: 겸 [가-힣]{{2,4}})? (?=[가-힣])"),
        re.compile(rf"(?<=[가-힣)])( ?)({after})(?:님)?(?![가-힣](?<![은는이가을를과와의도에로,]))"),
        re.compile(
            rf"(?<![가-힣A-Za-z])(?:{group} ([가-힣A-Za-z0-9&]{{2,10}})(?:의|를 떠난|을 떠난| 출신| 멤버|의 멤버)? (?:멤버 )?|"
            rf"([A-Z0-9][A-Za-z0-9&-]{{1,8}}|[가-힣]{{2,6}}) (?:멤버|출신) |([A-Z0-9][A-Z0-9&-]{{2,8}})(?:의)? )(?=[가-힣]{{1,4}})"
        ),
    )


_GLOSSED = re.compile(
    r"(?<![가-힣])((?:[가-힣]{1,7} ){0,3}[가-힣]{1,7})\((?:([A-Z][A-Za-z.’'-]+(?: [A-Z][A-Za-z.’'-]+){1,3})|([\u4e00-\u9fff]{2,4}))\)"
)


@cache
def _role_nouns() -> frozenset[str]:
    return frozenset(load_data("ko", "roles")["nouns"])


@cache
def _part_places() -> tuple[re.Pattern[str], ...]:
    nouns = alternation(load_data("ko", "roles")["nouns"])
    return (
        re.compile(r"(?<![가-힣])([가-힣]{2,6})(?:’|')? ?(?:역|배역)(?=[을에의은이]|으로|할|,|\.| |\)|$)"),
        re.compile(rf"(?:{nouns})(?:인|이자)? (?=([가-힣]{{2,6}})(?: |,|\.|$|\())"),
        re.compile(r"(?<![가-힣])([가-힣]{2,5}?)(?:에는|으로는|로는|에게는) (?=[가-힣])"),
        re.compile(r"(?:[,·] ?|(?<![가-힣]))([가-힣]{2,5})(?=(?:·[가-힣]{2,5})*(?:을|를) (?:차례로|각각))"),
        re.compile(r"(?:이|가|의) (?:맡은|맡을|연기한|연기하는|연기할|분한|분하는) ([가-힣]{2,6})(?= |,|\.|$)"),
        re.compile(
            r"(?:맡은|맡을|연기하는|연기할) (?:역할?|배역|인물|캐릭터)(?:은|이) (?:[^.,]{0,20} )?([가-힣]{2,6})(?=[.,]|$)"
        ),
        re.compile(r"(?:극 ?중 |극중 이름 )([가-힣]{2,6})(?=[^가-힣]|$)"),
    )


# "만수는 이병헌." of somebody named before.
_SAID_OF = re.compile(
    r"(?:(?<=[.,다] )|(?<=\n)|(?<=\A))([가-힣]{2,4})(?:은|는|을|를) (?=[가-힣]{2,5}(?:[.,]|이다|의 몫|이 맡|이 연기|가 맡|가 연기))"
)
_OFFICE_LAST = "장사원관자인가수녀꾼님생"
_PLAYED_AFTER = re.compile(
    r"(?:을|를) (?:연기|맡|열연|소화)|(?:으로|로) (?:나온|나오|나와|분[하한해했]|변신|출연|등장|열연)| ?역(?:을|으로|에|할)"
)
_VERBS = re.compile(
    r"^(?:나오[는지려고며나]|나온|나와|나왔|나서[는서며고]|나서$|나선(?:다|$)|나섰|나눠|나누|나눈|나가|나갔|나타|나아|나란|나중|나머|하던|천만|백만|조합)"
)


def shapes(word: str) -> list[tuple[str, int]]:
    """The names that a run of Hangul may begin with, each with its strength; particles behind are no part of them."""
    lexicon = names()
    found: list[tuple[str, int]] = []
    if _VERBS.match(word) and word[:3] not in lexicon.people:
        return []
    for length in (3, 4, 2, 5):
        if len(word) < length:
            continue
        name, rest = word[:length], word[length:]
        if name in lexicon.common or (length < 4 and word in lexicon.common):
            continue
        if not PARTICLE.fullmatch(rest) or not agrees(name, rest):
            continue
        if length > 2 and name in lexicon.people:  # noqa: PLR2004
            found.append((name, _STRONG if lexicon.native(name) or length == 3 else _FAIR))
        elif length in {3, 4} and lexicon.native(name):
            stem = name[:-1]
            weak = stem in lexicon.common and PARTICLE.fullmatch(name[-1]) is not None
            if not weak:
                found.append((name, _FAIR))
        elif length == 2 and (name in lexicon.people or lexicon.surname(name[0])):  # noqa: PLR2004
            found.append((name, _WEAK))
    return found


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
        for sentence in document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in _HANGUL.finditer(self.text, sentence.start, sentence.end):
                if not any(a <= m.start() < b for a, b in closed):
                    self.runs.append((m.start(), m[0]))
        for _, run in self.runs:
            for length in (2, 3, 4):
                if len(run) > length and PARTICLE.fullmatch(run[length:]) and agrees(run[:length], run[length:]):
                    self.longer[run[:length]] += 1
                if len(run) >= length and PARTICLE.fullmatch(run[length:]) and agrees(run[:length], run[length:]):
                    self.heads[run[:length]] += 1

    def find(self) -> list[Name]:
        """All names, in order, none overlapping another."""
        self._labelled()
        self._glossed()
        self._grouped()
        self._offices()
        self._foreign()
        self._plain()
        self._listed()
        self._bracketed()
        self._trimmed()
        self._repeat()
        return sorted(self.found.values(), key=lambda n: n.start)

    def _add(self, start: int, name: str, strength: int, why: str, label: str = "", label_start: int = -1) -> None:
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

    def _best(self, word: str) -> tuple[str, int] | None:
        """The likeliest name at the beginning of a run of Hangul, by what the rest of the report supports."""
        options = shapes(word)
        if not options:
            return None
        name, strength = options[0]
        people = names().people
        if (
            len(name) == 3
            and name not in people
            and name[:2] in people
            and name[-1] in "은이도"
            and PARTICLE.fullmatch(word[2:])
            and agrees(name[:2], word[2:])
        ):
            return name[:2], _FAIR if self.heads[name[:2]] > 1 else _WEAK
        if len(name) == 3 and name[-1] in _SHARED_ENDINGS and strength < _STRONG:  # noqa: PLR2004
            stem = name[:2]
            fits = PARTICLE.fullmatch(word[2:]) and agrees(stem, word[2:])
            alone = name[-1] in _NEVER_LAST and not self.longer[name]
            if fits and (alone or self.heads[stem] > self.heads[name]):
                return stem, _WEAK
        return name, strength

    def _labelled(self) -> None:
        """배우 A: the label makes a name of a word that would not pass for one alone."""
        label, _, _ = _labels()
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in label.finditer(self.text, sentence.start, sentence.end):
                if any(a <= m.end() < b for a, b in self.closed):
                    continue
                self._take(m.end(), m[1], m.start())

    def _glossed(self) -> None:
        """수 휴(Soo Hugh), 양쯔산(楊子姗): a name with its foreign spelling."""
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in _GLOSSED.finditer(self.text, sentence.start, sentence.end):
                if any(a <= m.start() < b for a, b in self.closed):
                    continue
                words_ = m[1].split(" ")
                latin = len(m[2].split(" ")) if m[2] else 1
                name = " ".join(words_[-max(latin, 1) :]) if m[2] else words_[-1]
                if words_[-1] not in names().common and (latin > 1 or m[3]):
                    self._add(m.end(1) - len(name), name, _STRONG, "with its foreign spelling")

    def parts(self) -> list[tuple[int, int, str]]:
        """Words that stand where a character's name would: before 역, behind a noun for a role, before 에는 and an actor."""
        found: dict[int, tuple[int, int, str]] = {}
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for pattern in _part_places():
                for m in pattern.finditer(self.text, sentence.start, sentence.end):
                    at = m.start(1)
                    if any(a <= at < b for a, b in self.closed) or any(
                        n.start <= at < n.end for n in self.found.values() if n.strength > _WEAK
                    ):
                        continue
                    name = self.cut(m[1])
                    following = _HANGUL.match(self.text, m.end(1) + 1)
                    if following and name == m[1] and name[-1] in _OFFICE_LAST and self._best(following[0]):
                        continue  # an office, the name comes behind it
                    if name and name not in names().common and name not in _role_nouns() and not _VERBAL.search(name):
                        found[at] = (at, at + len(name), name)
            for m in _SAID_OF.finditer(self.text, sentence.start, sentence.end):
                at, name = m.start(1), m[1]
                played = any(n.start == m.end() for n in self.found.values())
                if played and self.heads[name] > 1 and name not in names().common and self._plain_word(name):
                    found.setdefault(at, (at, at + len(name), name))
        return list(found.values())

    def cut(self, word: str) -> str:
        """A word without its particle, as the other places where it stands in the report have it."""
        if " " in word:
            return word
        options = [
            (self.heads[word[:n]], n)
            for n in range(2, min(len(word), 5) + 1)
            if word[n - 1] != "으" and PARTICLE.fullmatch(word[n:]) and agrees(word[:n], word[n:])
        ]
        best = max(options, default=(0, 0))
        if best[0] <= 1:
            whole = [n for _, n in options if n < len(word)]
            return word[: max(whole)] if whole and word[-1] in _NEVER_LAST | {"은"} else word if len(word) <= 5 else ""  # noqa: PLR2004
        return word[: best[1]]

    def _take(self, at: int, label: str, label_start: int) -> bool:
        name = self._name_at(at, strange=label not in words().data["credit_before"])
        if label == "그룹" and len(name) == 3 and name[-1] in "은이" and name not in names().people:  # noqa: PLR2004
            name = name[:2]
        if name:
            after = self.text[at + len(name) : at + len(name) + 10]
            part = label in _ROLE_LABELS and re.match(r"(?:을|를|으로|로|인|은|는) |(?: 역|\()", after) is not None
            part = part or (label not in {"배우", "여배우"} and _PLAYED_AFTER.match(after) is not None)
            said = "" if part or label in words().data["credit_before"] else label
            self._add(at, name, _STRONG if said else _FAIR, f"after {label}", said, label_start)
        return bool(name)

    def _name_at(self, at: int, *, strange: bool) -> str:
        """The name that begins here, given that one is expected; "" where none can be."""
        m = _HANGUL.match(self.text, at)
        if m is None:
            return ""
        foreign = self._foreign_at(at)
        if foreign:
            return foreign
        if _NO_LABELLED.match(m[0]) or m[0] in names().common:
            return ""
        best = self._best(m[0])
        if (
            len(m[0]) == 3
            and (best is None or best[1] == _WEAK)
            and names().shaped(m[0], -17.0)
            and m[0][-1] not in _NEVER_LAST
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
        for length in range(min(len(word), 5), 1, -1):
            name, rest = word[:length], word[length:]
            if not PARTICLE.fullmatch(rest) or not agrees(name, rest) or name in lexicon.common:
                continue
            if not rest and _VERBAL.search(name):
                continue
            score = (
                1.0
                + min(self.heads[name], 3)
                + (lexicon.loan(name) > 0)
                + (name in lexicon.people)
                + bool(rest) * 0.5
                + (length == 3 and lexicon.surname(name[0])) * 0.6
            )
            if length > 4 and lexicon.loan(name) <= 0:  # noqa: PLR2004
                continue
            if score > best[0]:
                best = (score, name)
        return best[1]

    def _grouped(self) -> None:
        """그룹 A 하린, NCT 재현: a group's name before a member's."""
        _, _, group = _labels()
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in group.finditer(self.text, sentence.start, sentence.end):
                if any(a <= m.start() < b or a <= m.end() < b for a, b in self.closed):
                    continue
                run = _HANGUL.match(self.text, m.end())
                if run is None or run[0] in names().common or _NO_LABELLED.match(run[0]):
                    continue
                if m[3] and not (len(run[0]) <= 5 and self._best(run[0])):  # noqa: PLR2004
                    continue
                self._take(m.end(), "그룹", m.start())

    def _offices(self) -> None:
        """A 감독, B 작가: an office behind a word makes a name of it; a family name alone is left to links."""
        _, office, _ = _labels()
        for sentence in self.document.sentences:
            if sentence.zone == FURNITURE:
                continue
            for m in office.finditer(self.text, sentence.start, sentence.end):
                if m[2] in {"측", "소속사", "주연", "분", "扮", "연출", "각본", "극본"}:
                    continue
                self._before(m.start(), m[2], m.end(), sentence.start, joined=not m[1])

    def _before(self, at: int, office: str, end: int, floor: int, *, joined: bool) -> None:
        head = self.text[floor:at]
        m = re.search(r"([가-힣]+(?: [가-힣]+)?)(?:\([^)]{1,12}\))?$", head)
        if m is None or any(a <= floor + m.start(1) < b for a, b in self.closed):
            return
        parts = m[1].split(" ")
        word = parts[-1]
        start = floor + m.end(1) - len(word)
        if len(parts) == 2 and self._foreign_pair(parts[0], parts[1]):  # noqa: PLR2004
            jean = "장 " if parts[0] in _AFTER_JEAN and head[: m.start(1)].endswith("장 ") else ""
            self._add(floor + m.start(1) - len(jean), jean + m[1], _STRONG, f"before {office}", office, end)
            return
        if len(word) == 1:
            return
        lexicon = names()
        if word in lexicon.common or any(a <= start < b for a, b in self.closed):
            return
        shaped = word in lexicon.people or lexicon.native(word)
        best = self._best(word)
        if best is not None and best[0] != word and not (shaped and word[-1] not in _NEVER_LAST):
            return
        if shaped or (
            office not in {"배우", "씨", "대표", "기자", "교수"}
            and not joined
            and len(word) <= 5
            and not _ADNOMINAL.search(word)
            and self._plain_word(word)
        ):
            self._add(start, word, _STRONG, f"before {office}", office, end)

    def _plain_word(self, word: str) -> bool:
        return word not in _OFFICE_WORDS and not word.endswith(("의", "적", "들", "에서", "까지"))

    def _plain(self) -> None:
        for start, run in self.runs:
            if any(n.start <= start < n.end for n in self.found.values()):
                continue
            if (
                self.text.startswith((" 역", "역"), start + len(run))
                and 3 <= len(run) <= 4
                and run not in names().common
                and names().shaped(run[:3], -15.5)
            ):
                self._add(start, run, _FAIR, "before a part")
                continue
            best = self._best(run)
            if best is None and (rare := self._rare(run)):
                self._add(start, rare, _WEAK, "perhaps a name")
            if best and (best[1] >= _FAIR or best[0] in names().people):
                self._add(start, best[0], best[1], "shaped like a name" if best[1] >= _FAIR else "perhaps a name")

    def _rare(self, run: str) -> str:
        """Three syllables that may be a name with a rare given name; only what stands around can tell."""
        name, rest = run[:3], run[3:]
        lexicon = names()
        if (
            len(name) < 3
            or _VERBS.match(name) is not None
            or name[-1] in "동구다지"
            or not lexicon.shaped(name, -15.5)
            or run in lexicon.common
            or name in lexicon.common
        ):
            return ""
        if name[:2] in lexicon.common or not PARTICLE.fullmatch(rest) or not agrees(name, rest):
            return ""
        return name

    def _foreign(self) -> None:
        for start, _ in self.runs:
            if name := self._foreign_at(start):
                self._add(start, name, _FAIR, "words of foreign names")

    def _foreign_at(self, at: int) -> str:
        m = re.compile(r"[가-힣]+(?: [가-힣]+){1,3}").match(self.text, at)
        if m is None or (at and self.text[at - 1] >= "가" and self.text[at - 1] <= "힣"):
            return ""
        parts = m[0].split(" ")
        taken = [parts[0]]
        second = parts[2] if len(parts) > 2 and len(parts[1]) == 1 and not self._foreign_word(parts[1]) else parts[1]  # noqa: PLR2004
        if not self._foreign_pair(parts[0], second):
            return ""
        for part in parts[1:]:
            cut = self._foreign_word(part)
            if not cut and len(part) == 1 and part is not parts[-1]:
                cut = part if self._foreign_word(parts[parts.index(part) + 1]) else ""
            if not cut:
                break
            taken.append(cut)
            if cut != part:
                break
        return " ".join(taken) if len(taken) > 1 else ""

    def _foreign_pair(self, first: str, second: str) -> bool:
        lexicon = names()
        if first == "장":
            return second in _AFTER_JEAN
        cut = self._foreign_word(second)
        if (
            any(
                second[:n] in lexicon.people
                and second[:n] not in lexicon.foreign
                and PARTICLE.fullmatch(second[n:])
                and second[n:]
                for n in (2, 3)
            )
            and first not in lexicon.foreign
        ):
            return False
        if not cut or first in lexicon.common or cut in lexicon.common or len(first) > _LONG_WORD:
            return False
        if first not in lexicon.foreign and lexicon.loan(first) < _LOAN:
            return False
        if (
            first not in lexicon.foreign
            and (PARTICLED.search(first) or (agrees(first[:-1] or "가", first[-1]) and first[-1] in _NEVER_LAST))
            and not (cut in _SHORT_LAST and first.endswith(("카와", "가와", "사와", "자와")))
        ):
            return False
        if len(first) == 1 and (first not in _SHORT_GIVEN or (cut not in lexicon.foreign and lexicon.loan(cut) < -0.2)):  # noqa: PLR2004
            return False
        if (
            first not in lexicon.foreign
            and cut not in lexicon.foreign
            and lexicon.loan(first) + lexicon.loan(cut) < _STRANGERS
        ):
            return False
        return (
            lexicon.loan(first) + max(lexicon.loan(cut), -0.3) + (first in lexicon.foreign) + (cut in lexicon.foreign)
            >= _PAIR
        )

    def _foreign_word(self, word: str) -> str:
        """The part of a word that belongs to a foreign name, its particle left off; "" where it is none."""
        lexicon = names()
        if word in lexicon.common:
            return ""
        options = []
        for length in range(min(len(word), _LONG_WORD), 0, -1):
            name, rest = word[:length], word[length:]
            if not PARTICLE.fullmatch(rest) or not agrees(name, rest):
                continue
            if name in lexicon.common and length > 1:
                return ""
            if name in lexicon.foreign or (length == 1 and name in _SHORT_SURNAMES | _SHORT_LAST):
                options.append((2.0 + length / 10, name))
            elif length > 1 and lexicon.loan(name) >= _LOAN:
                options.append(
                    (lexicon.loan(name) / 2 + (0.0 if rest or word[-1] in _NEVER_LAST | {"은"} else 0.6), name)
                )
        return max(options)[1] if options else ""

    def _listed(self) -> None:
        """What stands in a row with names is a name: 배수빈 이경영 장광도."""
        changed = True
        rounds = 0
        while changed and rounds < 3:  # noqa: PLR2004 - lists grow from both ends
            changed, rounds = False, rounds + 1
            for name in sorted(self.found.values(), key=lambda n: n.start):
                if name.strength < _FAIR:
                    continue
                changed |= self._next(name)
                changed |= self._previous(name)

    def _next(self, name: Name) -> bool:
        m = re.compile(r"(\s?[·,/&]\s?|(?<=[가-힣])[와과] | )(?=[가-힣])").match(self.text, name.end)
        if m is None or self._firm(m.end()) or any(a <= m.end() < b for a, b in self.closed):
            return False
        run = _HANGUL.match(self.text, m.end())
        if run is None:
            return False
        loose = m[1] == " "
        word = run[0]
        if loose and not self._in_row(name.start, run.end()):
            return False
        best = self._best(word) or (self._loose(word) if not loose else None)
        if best is None and not loose and (rare := self._rare(word)):
            best = (rare, _FAIR)
        if best is None or (
            best[1] == _WEAK
            and best[0] not in names().people
            and best[0] in self.weak_out(m.end(), best[0], loose=loose)
        ):
            return False
        self._add(m.end(), best[0], _FAIR, "in a row with names")
        return True

    def weak_out(self, at: int, name: str, *, loose: bool) -> tuple[str, ...]:
        """A name of two syllables that no lexicon knows stands in a row only between signs or before a particle."""
        after = self.text[at + len(name) : at + len(name) + 1]
        ends = bool(after) and (after in "·,)/&" or (not loose and "가" <= after <= "힣"))
        return () if ends else (name,)

    def _previous(self, name: Name) -> bool:
        m = re.search(
            r"(?<![가-힣])([가-힣]{2,4})(\s?[·,/&]\s?|[와과] | )$", self.text[max(0, name.start - 9) : name.start]
        )
        if m is None:
            return False
        start = name.start - len(m[0])
        word = m[1]
        if self._firm(start) or any(a <= start < b for a, b in self.closed):
            return False
        if m[2] == " " and not (self._in_row(start, name.end) and word in names().people):
            return False
        best = self._best(word) or (self._loose(word) if m[2] != " " else None)
        if best is None or best[0] != word:
            return False
        self._add(start, best[0], _FAIR, "in a row with names")
        return True

    def _firm(self, at: int) -> bool:
        return at in self.found and self.found[at].strength >= _FAIR

    def _in_row(self, start: int, end: int) -> bool:
        """Names apart by spaces only make a row when a third stands beside them."""
        near = [n for n in self.found.values() if n.strength >= _FAIR and start - 6 <= n.start <= end + 6]
        return len(near) >= 2  # noqa: PLR2004

    def _loose(self, word: str) -> tuple[str, int] | None:
        for length in (3, 2, 4):
            name, rest = word[:length], word[length:]
            if len(name) == length and name in names().people and PARTICLE.fullmatch(rest) and agrees(name, rest):
                return name, _WEAK
        return None

    def _bracketed(self) -> None:
        """오산(한지우 분), 이로(한지우): a name that fills brackets, and what the brackets belong to."""
        for start, run in self.runs:
            if (
                self.text[start - 1 : start] == "("
                and self.text[start - 2 : start - 1] > "가"
                and start not in self.found
            ):
                after = self.text[start + len(run) : start + len(run) + 3]
                if 3 <= len(run) <= 4 and after.startswith((")", " 분)", "·")) and names().shaped(run):  # noqa: PLR2004
                    self._add(start, run, _FAIR, "fills brackets")
        for name in list(self.found.values()):
            if name.strength == _WEAK and re.match(r"\(\d{2}(?:세)?\)", self.text[name.end : name.end + 6]):
                name.strength = _FAIR
                self.known[name.text] = _FAIR
        for start, run in self.runs:
            if len(run) == 3 and start not in self.found and names().shaped(run, -15.5):  # noqa: PLR2004
                left, right = self.text[max(0, start - 2) : start], self.text[start + 3 : start + 5]
                if re.search(r"[,|·/] ?$", left) and re.match(r"$|[,|·/)\n]| \|", right):
                    self._add(start, run, _FAIR, "in a row with names")
        for name in list(self.found.values()):
            if name.strength >= _FAIR and self.text[name.start - 1 : name.start] == "(":
                m = re.search(
                    r"(?<![가-힣])([가-힣]{2,4}|[가-힣]{2,5} [가-힣]{1,5})$",
                    self.text[max(0, name.start - 12) : name.start - 1],
                )
                close = re.compile(r" ?(?:분)?\)").match(self.text, name.end)
                if m and close and name.start - 1 - len(m[1]) not in self.found:
                    word = m[1].split(" ")[-1]
                    if word not in names().common:
                        self._add(name.start - 1 - len(word), word, _WEAK + 1, "before a name in brackets")

    def _trimmed(self) -> None:
        """A name of two words that ends in a particle where another place has it without loses the particle."""
        whole = {n.text for n in self.found.values()}
        for name in list(self.found.values()):
            if " " in name.text and name.text[-1] in "은는이가을를" and name.text[:-1] in whole:
                name.text, name.end = name.text[:-1], name.end - 1

    def _repeat(self) -> None:
        """A name once known is the same name elsewhere, with whatever particle."""
        known = {n for n, strength in self.known.items() if strength >= _FAIR}
        for start, run in self.runs:
            if start in self.found:
                continue
            for length in (4, 3, 2, 5):
                name, rest = run[:length], run[length:]
                if len(name) == length and name in known and PARTICLE.fullmatch(rest) and agrees(name, rest):
                    self._add(start, name, _FAIR, "named before")
                    break


_OFFICE_WORDS = frozenset(
    [
        "신인",
        "만화가",
        "연출",
        "독립",
        "드라마",
        "웹툰",
        "방송",
        "예능",
        "인기",
        "스타",
        "유명",
        "젊은",
        "촬영",
        "무술",
        "미술",
        "음악",
        "영화",
        "담당",
        "책임",
        "메인",
        "한국",
        "일본",
        "기획",
        "각본",
        "중견",
        "신예",
        "여성",
        "남성",
        "할리우드",
        "세계적",
        "거장",
        "천재",
        "명품",
        "흥행",
        "충무로",
        "대만",
        "홍콩",
        "미국",
        "중국",
        "프랑스",
        "공동",
        "총괄",
        "협력",
        "보조",
        "조연출",
        "전직",
        "현직",
        "원작",
        "시나리오",
        "극본",
        "예능국",
        "담임",
        "대학",
        "다른",
        "같은",
        "여러",
        "모든",
        "어느",
        "두",
        "세",
        "네",
        "해당",
        "인디",
        "상업",
        "단편",
        "장편",
        "다큐멘터리",
        "라디오",
        "아시아",
        "유럽",
        "국내",
        "해외",
        "이번",
        "지난",
        "소속",
        "명예",
        "조교",
        "석좌",
        "애니메이션",
        "역대",
        "전문",
        "공포",
        "멜로",
        "스릴러",
        "액션",
        "코믹",
    ]
)
