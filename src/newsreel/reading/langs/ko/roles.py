"""What a character is: the noun phrase that stands before its name or says it of it (강력계 형사 오산)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.langs.ko.lexicon import alternation
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_STOP = re.compile(
    r"(?:은|는|이|가|을|를|에|에게|에서|로|으로|와|과|도|하고|하며|하는|되는|고|며|지만|한|된|던|있는|없는|온|"
    r"면서|아서|어서|해서|하여|같은|위해|위한|향해|통해|대해|나선|[가-힣]{2,}ㄴ)$"
)
_TRIM = re.compile(
    r"^(?:극 ?중|캐릭터인|캐릭터|먼저|주인공|여주인공|남주인공|과거|현재|또|바로|이후|그리고|여기에|특히|반면|"
    r"한편|역시|함께|후임|이로써|영화의|드라마의|작품의|분해|맞서는|둘러싼|"
    r"새|첫|두|세|네|이|그|각각|배우|그의|그녀의)\s+"
)
# Fields that end in 과 like the particle: 외상외과 의사.
_FIELD = re.compile(
    r"(?:외과|내과|의학과|마취과|소아과|산부인과|치과|안과|피부과|정신과|성형외과|형사과|수사과|영업과|[가-힣]학과)$"
)
_VERB_FIRST = re.compile(
    r"^(?:[가-힣]+(?:어난|깨난|러진|쫓긴|돌아온|몰린|떠난|잃은|숨긴|꿈꾸는|잃어버린)|아내인|남편인|동기인|"
    r"좋아하다) (?=.)"
)
_OBJECT = re.compile(r"(?:을|를|에|에게|에서|로|으로|이|가)$")
_ADNOMINAL = re.compile("[" + "".join(chr(0xAC00 + i) for i in range(11172) if i % 28 in {4, 8}) + "]$")
_ADJECTIVES = frozenset(
    ["젊은", "어린", "늙은", "낡은", "거친", "옛", "천재", "전직", "현직", "수석", "열혈", "신입", "의문의"]
)
_PARTICLES = re.compile(r"^\)?(?:의|에게서?|한테서?|에는?|에서는?|속|에선|으로|로|를|을|은|는|이|가|과|와)\s+")


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(load_data('ko', 'roles')['nouns'])})(?:들)?(?:인|이자|이던|였던)?$")


@cache
def _noun_start() -> re.Pattern[str]:
    return re.compile(rf"^ (?:{alternation(load_data('ko', 'roles')['nouns'])})(?=[은는이가을를로의에와과,.( ]|으로|$)")


@cache
def _kin() -> re.Pattern[str]:
    """Behind a part: what somebody else is to it ("오산의 친구로")."""
    nouns = alternation(load_data("ko", "roles")["nouns"])
    return re.compile(rf"의 (?:[가-힣]{{1,4}} )?(?:{nouns})(?=[은는이가로인,.]|으로|이자)")


@cache
def _said() -> re.Pattern[str]:
    nouns = alternation(load_data("ko", "roles")["nouns"])
    return re.compile(
        rf"^(?:은|"
        rf"는)\s(?:[^.]{{0,60}}?[은는한된던]\s)?((?:[가-힣A-Za-z0-9]+\s){{0,5}}[가-힣]*(?:{nouns}))(?:이다|다|"
        rf"로|으로|이자|\.|,|$)"
    )


def roles(document: Document) -> dict[str, str]:
    """For every character of the report the phrase that says what it is, the first that is found."""
    found: dict[str, str] = {}
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for mention in sentence.mentions:
            if mention.kind == "C" and mention.text not in found and not _kin().match(document.text, mention.end):
                role = (
                    _rank(document, mention)
                    or before(document, sentence, mention)
                    or _behind(document, sentence, mention)
                )
                if role:
                    found[mention.text] = role
    _share(document, found)
    return found


_BESIDE = re.compile(r"\([^()]*\)(?:, ?|와 |과 |·| )")


def _share(document: Document, found: dict[str, str]) -> None:
    """Give what stands before a row of parts to each of them: "입사 동기로 오산(한지우), 바다(이두리)가 있다"."""
    for sentence in document.sentences:
        row: list[Mention] = []
        for mention in [m for m in sentence.mentions if m.kind == "C"]:
            if not row or not _BESIDE.fullmatch(document.text, row[-1].end, mention.start):
                row = []
            row.append(mention)
            if len(row) < 2 or mention.text in found:  # noqa: PLR2004 - a row
                continue
            floor = [m.end for m in sentence.mentions if m.end <= row[0].start and m.kind in "PWOD"]
            left = document.text[max([sentence.start, row[0].start - _REACH, *floor]) : row[0].start]
            m = re.search(r"([^.,]{2,30}?)(?:으로|로)(?:는)? $", left)
            role = phrase(m[1]) if m else ""
            for part in row if role else ():
                found.setdefault(part.text, role)


_REACH = 34


def before(document: Document, sentence: Sentence, mention: Mention) -> str:
    """The role phrase that ends right before a name; "" without one."""
    floor = max([sentence.start, *(m.end for m in sentence.mentions if m.end <= mention.start and m.kind in "PWOD")])
    text = document.text[floor : mention.start].rstrip("‘'\"“ ")
    return phrase(_PARTICLES.sub("", text.lstrip())) or _unknown(text)


_ADNOMINAL_LAST = frozenset("뀐춘쓴든뜬튼싼챈낀킨짠푼힌핀샌켠깬뗀쥔뛴뒨쫀")


def _unknown(text: str) -> str:
    """A single noun before a name that no list has (승무원장 오산): nothing of a verb, a particle or a label in it."""
    token = re.split(r"[\s,.;:!?=()\[\]]", text.strip())[-1]
    if (
        not re.fullmatch(r"[가-힣]{2,6}", token)
        or _STOP.search(token)
        or token.endswith(("의", "역시", "또한", "각각", "등", "할", "을", "될", "질", "낼", "갈", "릴", "킬", "칠"))
        or token in {"중인", "출신인"}
        or re.search(r"(?:[난간킨긴린른낸친]|부터|까지|무너진|사라진)$", token)
    ):
        return ""
    if re.search(rf"(?:[을를에로]|에서) {token}$", text.strip()) or token[-1:] in _ADNOMINAL_LAST:
        return ""  # "공수도를 배운 오산", "인생이 바뀐 오산"
    glued = text.endswith(token) and not re.search(rf"(?:^|\s){token}$", text.strip())
    token = re.sub("(?<=[가-힣]{2})이자$", "", token)
    token = token[:-1] if token.endswith("인") and len(token) > 3 else token  # noqa: PLR2004 - "상담의인 노영원"
    return "" if token in _NO_ROLE or glued else _widened(text, token)


def _widened(text: str, token: str) -> str:
    """A noun for a role with the plain noun or genitive right before it: 저승 차사, 옆집의 박수무당."""
    before = re.split(r"[,.;:!?=()\[\]▲△▷◇]", text)[-1].split()[:-1]
    word = before[-1] if before else ""
    plain = re.fullmatch(r"[가-힣]{2,5}", word) and not _STOP.search(word) and not _ADNOMINAL.search(word)
    return f"{word} {token}" if plain and word not in _NO_ROLE and not word.endswith("게") else token


_NO_ROLE = frozenset(
    [
        "배우",
        "극중",
        "극",
        "중",
        "주인공",
        "여주인공",
        "남주인공",
        "각각",
        "함께",
        "또는",
        "그리고",
        "역시",
        "속",
        "등",
        "및",
        "이름",
        "본명",
        "캐릭터",
        "배역",
        "시절",
        "인물",
        "역할",
        "대신",
        "이후",
        "먼저",
        "특히",
        "다만",
        "한편",
        "여기",
        "신인",
        "가수",
        "그룹",
        "출신",
        "멤버",
        "겸",
        "후임",
        "상대역",
        "타이틀롤",
    ]
)


def phrase(text: str) -> str:
    """The noun phrase at the end of a text that a noun for a role heads, with what modifies it closely."""
    text = _PARTICLES.sub("", re.split(r"[,.;:!?=()\[\]▲△▷◇]", text)[-1].strip() + " ").strip()
    tokens = text.split()
    if len(tokens) > 1 and not _noun().search(tokens[-1]) and _noun().search(" ".join(tokens[-2:])):
        tokens[-2:] = [" ".join(tokens[-2:])]  # 재벌 3세
    if not tokens or not _noun().search(tokens[-1]):
        return ""
    bare = re.sub(r"(?:들)?(?:인|이자|이던|였던)?$", "", tokens[-1])
    taken = [bare if bare and _noun().search(bare) else tokens[-1]]
    for i in range(len(tokens) - 2, -1, -1):
        token = tokens[i]
        genitive = token.endswith("의")
        if i and not genitive and _OBJECT.search(tokens[i - 1]) and _ADNOMINAL.search(token):
            break  # "권력을 움켜쥔 여자"
        if len(taken) >= 4 or (  # noqa: PLR2004 - words of a phrase
            not genitive and _STOP.search(token) and token not in _ADJECTIVES and not _FIELD.search(token)
        ):
            break
        taken.insert(0, token)
    words = re.sub("[‘’'“”\"]", "", " ".join(taken))
    while m := _TRIM.match(words):
        words = words[m.end() :]
    return "" if words in {"인물", "캐릭터", "역할", "배역"} else _VERB_FIRST.sub("", words)


def _rank(document: Document, mention: Mention) -> str:
    """A rank or an office right behind a part: "강대진 참사관은"."""
    m = _noun_start().match(document.text[mention.end : mention.end + 16])
    return m[0].strip() if m else ""


def _behind(document: Document, sentence: Sentence, mention: Mention) -> str:
    right = document.text[mention.end : sentence.end]
    if m := _noun_start().match(right[:16]):
        return m[0].strip()
    if m := re.match(r"\s?[:：=]\s?([^.=]{2,30})", right):
        return phrase(m[1])
    m = _said().match(right[:110])
    return phrase(m[1]) if m else ""
