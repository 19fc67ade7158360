"""Names from abroad in Hangul: two words or more whose syllables sound foreign (수 휴, 히로세 스즈)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, names
from newsreel.reading.langs.ko.shapes import NEVER_LAST
from newsreel.reading.pack import load_data

_SOUNDS = 0.8  # how foreign a family name of one syllable sounds
_LONG_WORD, _LOAN, _PAIR, _STRANGERS = 7, 0.05, 0.9, 2.2
SHORT_GIVEN = frozenset("조앤휴존톰잭맷벤폴팀댄짐켄돈론빌마숀진샘")
# Japanese given names of one syllable (旬, 翔, 仁, 健, 涼), which stand behind the family name.
_SHORT_LAST = frozenset("슌쇼진켄겐준쥰료류린렌젠")
_SHORT_SURNAMES = frozenset("연필윤강송조문차킴전휴진리장정김박최한류우조유벨폭핏놀문웰")
PARTICLED = re.compile(r"(?:에서|으로|에게|하고|라는|이라|들이|들은|까지|부터|처럼)$")


@cache
def after_jean() -> frozenset[str]:
    """What follows 장 in French given names."""
    return frozenset(load_data("ko", "names")["after_jean"])


def _short_family(first: str, word: str) -> bool:
    """Whether a word is a family name of one syllable with its particle, behind a given name: 테디 찬이."""
    short = re.fullmatch("[가-힣][이은을과]", word) is not None and agrees(word[0], word[1])
    return short and len(first) > 1 and first in names().foreign


def _sounds_foreign(syllable: str) -> bool:
    """Whether a syllable sounds foreign enough to close a name of three words: 릴리 로즈 뎁."""
    return names().loan(syllable) > _SOUNDS


_VENUE = re.compile(r" (?:극장|센터|호텔|광장|공항|스타디움|대학|거리|씨어터|시어터|홀|아레나|파크|스퀘어|공원)")


def foreign_at(text: str, at: int) -> str:
    """The name of two words or more, of foreign sound, that begins at `at`; "" where none does."""
    m = re.compile(r"[가-힣]+(?: [가-힣]+){1,3}").match(text, at)
    if m is None or (at and text[at - 1] >= "가" and text[at - 1] <= "힣"):
        return ""
    parts = m[0].split(" ")
    taken = [parts[0]]
    second = parts[2] if len(parts) > 2 and len(parts[1]) == 1 and not foreign_word(parts[1]) else parts[1]  # noqa: PLR2004
    if not foreign_pair(parts[0], second) and not _short_family(parts[0], second):
        return ""
    for part in parts[1:]:
        cut = foreign_word(part)
        if part is parts[1] and _japanese(parts[0]) and len(given := japanese_given(part)) > len(cut):
            cut = given
        if part is parts[1] and not cut and _short_family(parts[0], part):
            cut = part[0]
        if not cut and len(part) == 1 and len(taken) > 1 and _sounds_foreign(part):
            cut = part
        if not cut and len(part) == 1 and part is not parts[-1]:
            cut = part if foreign_word(parts[parts.index(part) + 1]) else ""
        if not cut:
            break
        taken.append(cut)
        if cut != part:
            break
    name = " ".join(taken) if len(taken) > 1 else ""
    name = _bare(name, text[at + len(name) : at + len(name) + 1])
    return "" if _VENUE.match(text, at + len(name)) else name


def _bare(name: str, behind: str) -> str:
    """A name without the copula at the end of a sentence: "스다 마사키다."."""
    last = name.rpartition(" ")[2]
    known = names().foreign
    return name[:-1] if name.endswith("다") and behind in {".", ","} and last[:-1] in known - {last} else name


_KANA = frozenset(
    "아이우에오카키쿠케코가기구게고사시스세소자지즈제조타치츠쓰테토다데도나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와캬쿄쿠샤슈쇼차추초"
    "냐뉴뇨햐휴효먀뮤묘랴류료갸규교쟈주쥬죠뱌뵤안인운엔온칸킨켄콘간긴군겐곤산신순슌센손잔진준쥰젠존탄친텐톤단덴돈난닌넨논한힌훈헨혼반빈분벤본판핀폰만민멘몬얀윤욘란린룬렌론완"
)


_COORDINATED = re.compile(r"(?<![카가사자])와$|[를는]$")  # 레나와 마카베: two people, not 아라카와 하나


def _japanese(word: str) -> bool:
    """Whether a word can be a Japanese one in Hangul: every syllable is one of kana, with or without ん."""
    return len(word) > 1 and all(c in _KANA for c in word)


@lru_cache(maxsize=8192)
def japanese_given(word: str) -> str:
    """The Japanese given name that a word begins with, its particle left off; "" where it can be none."""
    lexicon = names()
    for length in (4, 3, 2):
        name, rest = word[:length], word[length:]
        if len(name) < length or not _japanese(name) or name in lexicon.common or not PARTICLE.fullmatch(rest):
            continue
        whole = length > 2 or name[0] in _SHORT_LAST  # noqa: PLR2004 - syllables
        if length > 2 and name[-1] == "에" and rest[:1] in {"는", "서", "도"}:  # noqa: PLR2004 - syllables
            continue
        if not rest and whole and name[-1] in "가는를와도이" and agrees(name[:-1], name[-1]):
            continue  # 료가가 is 료가 with a particle
        if agrees(name, rest):
            return name
    return ""


def foreign_subject(first: str, second: str) -> bool:
    """Whether two words are a foreign name with a subject particle: 맷 데이먼이."""
    return second[-1] in "이가은는" and foreign_word(second) == second[:-1] and foreign_pair(first, second)


def foreign_pair(first: str, second: str) -> bool:  # noqa: PLR0911 - one case after another
    """Whether two words may be the given and the family name of somebody from abroad."""
    lexicon = names()
    if first == "장" or (first in lexicon.people and second in lexicon.people):
        return first == "장" and second in after_jean()  # 탕웨이 수지: two people
    cut = foreign_word(second)
    if first in SHORT_GIVEN and cut in lexicon.foreign and len(cut) > 1:
        return cut not in lexicon.common  # 휴 잭맨
    family = first in lexicon.foreign or (lexicon.loan(first) > 1 and not _COORDINATED.search(first))
    if family and _japanese(first) and japanese_given(second):
        return first not in lexicon.common
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
        and (PARTICLED.search(first) or (agrees(first[:-1] or "가", first[-1]) and first[-1] in NEVER_LAST))
        and not (cut in _SHORT_LAST and first.endswith(("카와", "가와", "사와", "자와")))
    ):
        return False
    if len(first) == 1 and (first not in SHORT_GIVEN or (cut not in lexicon.foreign and lexicon.loan(cut) < -0.2)):  # noqa: PLR2004
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


@lru_cache(maxsize=8192)
def foreign_word(word: str) -> str:
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
        elif length == 1 and rest[:1] in {"이", "은", "을", "과", "의"} and lexicon.loan(name) > _SOUNDS:
            options.append((1.5, name))
        elif length > 1 and lexicon.loan(name) >= _LOAN:
            ends = 0.0 if rest or word[-1] in NEVER_LAST | {"은"} else 0.6
            ends -= 0.4 if not rest and word[-1] in "가는를" else 0.0
            options.append((lexicon.loan(name) / 2 + ends, name))
    return max(options)[1] if options else ""


_STRANGE = 0.5  # how foreign a first name of three sounds


def first_of_three(head: str) -> str:
    """The first of three words of a foreign name, with its space, at the end of what stands before the other two."""
    lexicon = names()
    m = re.search(r"(?:^|[^가-힣] |[은는이가과와] )([가-힣]{1,5}) $", head)
    if m is None or (len(m[1]) > 1 and m[1][-1] in "은는이가의를을와과도"):
        return ""
    strange = m[1] in SHORT_GIVEN or m[1] in lexicon.foreign or (len(m[1]) > 1 and lexicon.loan(m[1]) > _STRANGE)
    return f"{m[1]} " if strange else ""
