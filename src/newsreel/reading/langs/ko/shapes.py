"""What a name looks like in Hangul: how many syllables, which family name, what no name begins or ends with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from newsreel.reading.langs.ko.lexicon import PARTICLE, agrees, hangs, names
from newsreel.reading.pack import load_data

STRONG, FAIR, WEAK = 3, 2, 1
HANGUL = re.compile(r"[가-힣]+")
SHARED_ENDINGS = frozenset("은는이가의도로지만과와다며고를을에")
ADNOMINAL = re.compile(r"(?:[은는던한된인온난린른운진할될춰워려러서며게]|해|어서|하고)$")
NEVER_LAST = frozenset("이와과를을가는에의도로며다고")
NO_GIVEN_END = NEVER_LAST - frozenset("이도")  # 은, 이 and 도 end given names too
POLITE = re.compile(r"(?:[아어해돼워와여]요|[네군]요|[습입]니다|[었았했겠]죠|거든|데요|까요)$")
# "사실이 아니", "들어 있지 않았다", "고민하고": ends of sentences.
PREDICATE = re.compile(r"(?:[았었였했겠있없]|[한된간온난는인])다$|^(?:아니|아닌|않|고민하|검토하|예정대)")
VERBAL = re.compile(
    r"(?:[은는을를의던할]|다운|(?:상대|주인공|주연|조연|단)역(?:으로?)?|다운|하는|되는|에서|으로|라고|지만|"
    r"면서|하며|한다|했다|된다|됐다|원작이?|출연|이다)$"
)
NO_LABELLED = re.compile(
    r"^(?:들|겸|출신|중|등|및|이자|역시|모두|사이|본인|캐스팅|활동|전원|지망|생활|인생|경력|라인업|섭외|대신|"
    r"같은|여러|여럿|혼자|최초|최고|데뷔)"
)
VERBS = re.compile(
    r"^(?:나오[는지려고며나]|나온|나와|나왔|나서[는서며고]|나서$|나선(?:다|$)|나섰|나눠|나누|나눈|나가|나갔|"
    r"나타|나아|나란|나중|나머|하던|천만|백만|조합)"
)


# 구성하며, 경신하고: a noun with the verb 하다 or 되다; and 구하기, 전하게: such a verb without a noun.
VERB_STEM = re.compile(
    r"^(?:[가-힣]{2}[하되](?:며|고|던|면|지만|라고?|다고?|나|자)$|"
    r"[가-힣](?:하기|하게|하며|하는|하고|하여|하던|하면|하지|되기|되는|되며)|[가-힣]{2}해$|"
    r"[가-힣]{2}받(?:은|는|을|아|았|고|으))"
)
# 구사하는 behind an object is that verb; at the head of a sentence it may be 류시하 with a particle.
VERB_OR_TOPIC = re.compile(r"[가-힣]{2}(?:[하되]는|한|된|할|될)$")
_OBJECT_BEFORE = re.compile(r"(?:[을를에로과와도게히고며]|[이가은는의]) $")


_IN_CITY = re.compile(
    r"(?:서울시?|부산시?|인천시?|대구시?|대전시?|광주시?|울산시?|경기도?|강원도?|충남|충북|전남|전북|경남|경북|"
    r"제주|[가-힣]{2}[시구군]) $"
)


def place_here(text: str, at: int, run: str) -> bool:
    """Whether a run of Hangul is a district or a town behind the name of a city: "서울 양천구"."""
    district = re.match(r"[가-힣]{2,3}[구군동읍면리](?:에서|에|의|$)?$", run)
    return district is not None and _IN_CITY.search(text[max(0, at - 4) : at]) is not None


_PART_NEXT = re.compile(r" [가-힣]{2,4} ?(?:역|역할)(?:[을에의이]|으로|할)")


def role_here(text: str, at: int, run: str) -> bool:
    """Whether a run of Hangul stands where what a part is would: "한지우는 예보관 오산 역을"."""
    behind = _PART_NEXT.match(text, at + len(run)) is not None
    return behind and re.search(r"[은는이가] (?:[^.,]{0,14} )?$", text[max(0, at - 18) : at]) is not None


def verb_here(text: str, at: int, run: str) -> bool:
    """Whether a run of Hangul at a place is the adnominal form of a verb, or a prize, rather than a name."""
    if _PRIZE.match(text, at) is not None or (_GOES_ON.match(text, at + len(run)) is not None and run[-1] in "고며"):
        return True  # "베니스 은사자상을 거머쥐었다", "차기작을 고르고 있다"
    if run.endswith("는") and text[max(0, at - 2) : at] in {"을 ", "를 "} and text[at + len(run) :][:1] == " ":
        return True  # "기억을 지워주는 주인"
    if _VERB_ALONE.fullmatch(run) and _SAID_SO.match(text, at + len(run)):
        return True  # "…것으로 안다"고"
    if VERB_OR_TOPIC.match(run) is None:
        return False
    if _OBJECT_BEFORE.search(text[max(0, at - 3) : at]) is not None:
        return True
    return run[-1] in "한된할될" and _BEFORE_NOUN.match(text, at + len(run)) is not None


_PRIZE = re.compile(
    r"[가-힣]{1,6}상(?=(?:을|까지|도)? (?:받|거머|안았|안은|품|탔|탄 |수상|차지|휩쓸)|(?:,|"
    r"과) [^.]{2,30}상(?:을|까지) )"
)
_PLAYER = re.compile(r" ([가-힣]{3})(?=[.,]|이다|이고|$)")


def player_next(text: str, at: int) -> bool:
    """Whether a player's name and nothing more stands behind a place: "문석은 한지우."."""
    following = _PLAYER.match(text, at)
    return following is not None and following[1] in names().people


_GOES_ON = re.compile(r" (?:있[다는었으]|싶|나섰|나선)")
_VERB_ALONE = re.compile(r"[안한온간된본난산준진선인]다")  # not 혼다, 요시다
_SAID_SO = re.compile(r"[”\"’'](?:고|며|는)|[.]")
_BEFORE_NOUN = re.compile(r" (?!감독|작가|PD|배우|씨|대표|분|역|측|등|또한|역시)[가-힣‘'“\"]")


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


_LABEL_FIRST = re.compile(r"^(?:배우|여배우|남배우|주인공|감독|작가)(?:[은는이가을를와과의도들임에]|$)")
_WITH_EVEN = re.compile(r"^[가-힣]{2}에(?:도|서|서는|서도|는|게)$")  # "나이에도"
_ROLE_AFTER = re.compile(r"^[여남전]")


@cache
def _roles() -> frozenset[str]:
    return frozenset(load_data("ko", "roles")["nouns"])


def shapes(word: str) -> list[tuple[str, int]]:  # noqa: C901 - one case after another
    """The names that a run of Hangul may begin with, each with its strength; particles behind are no part of them."""
    lexicon = names()
    found: list[tuple[str, int]] = []
    if (VERBS.match(word) or VERB_STEM.match(word)) and word[:3] not in lexicon.people:
        return []
    if _LABEL_FIRST.match(word) or (_WITH_EVEN.match(word) and word[:2] not in lexicon.people):
        return []
    if _ROLE_AFTER.match(word) and word[1:3] in _roles() and word[:3] not in lexicon.people:
        return []  # 여두목, 남학생
    for length in (3, 4, 2, 5):
        if len(word) < length:
            continue
        name, rest = word[:length], word[length:]
        if name in lexicon.common or (length < 4 and word in lexicon.common) or lexicon.noun(name):  # noqa: PLR2004 - syllables
            continue
        if not hangs(name, rest):
            continue
        if length > 2 and name in lexicon.people:  # noqa: PLR2004
            found.append((name, STRONG if lexicon.native(name) or length == 3 else FAIR))  # noqa: PLR2004 - syllables
        elif length in {3, 4} and lexicon.native(name) and name[-1] != "역":
            stem = name[:-1]
            inflected = not rest and stem in lexicon.nouns and name[-1] in NO_GIVEN_END
            if not (inflected or (stem in lexicon.common and PARTICLE.fullmatch(name[-1]) and agrees(stem, name[-1]))):
                found.append((name, FAIR))
        elif length == 2 and name in _stage_names() and not (name in {"진구", "나나"} and not rest):  # noqa: PLR2004
            found.append((name, FAIR))
        elif length == 2 and (name in lexicon.people or lexicon.surname(name[0])):  # noqa: PLR2004
            found.append((name, WEAK))
    return found


@cache
def _stage_names() -> frozenset[str]:
    return frozenset(load_data("ko", "names")["stage_names"])


@cache
def _office_words() -> frozenset[str]:
    return frozenset(load_data("ko", "names")["office_words"])


def plain_word(word: str) -> bool:
    """Whether a word may be a name at all: none of the words that stand before offices, no genitive, no plural."""
    return word not in _office_words() and not word.endswith(("의", "적", "들", "에서", "까지", "으로", "에게", "부터"))


def rare_name(run: str, least: float = -15.5) -> str:
    """Three syllables that may be a name with a rare given name; only what stands around can tell."""
    name, rest = run[:3], run[3:]
    lexicon = names()
    if (
        len(name) < 3  # noqa: PLR2004 - syllables
        or VERBS.match(name) is not None
        or VERB_STEM.match(run) is not None
        or name[-1] in "동구다지역들에"
        or not lexicon.shaped(name, least)
        or run in lexicon.common
        or name in lexicon.common
        or lexicon.noun(name)
    ):
        return ""
    inflected = not rest and name[:2] in lexicon.nouns and name[2] in NO_GIVEN_END
    if name[:2] in lexicon.common or inflected or not PARTICLE.fullmatch(rest) or not agrees(name, rest):
        return ""
    return name
