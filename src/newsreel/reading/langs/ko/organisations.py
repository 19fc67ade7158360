"""Organisations: platforms, distributors, companies and outlets, by name, by ending or by the noun beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, Mention, Referent
from newsreel.reading.langs.ko.lexicon import alternation, names, words
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_WORD = r"[가-힣A-Za-z0-9&+.㈜]"


@cache
def _known() -> tuple[re.Pattern[str], dict[str, tuple[str, tuple[str, ...]]]]:
    data = load_data("ko", "orgs")
    forms: dict[str, tuple[str, tuple[str, ...]]] = {}
    for kind in ("platforms", "distributors", "companies", "outlets"):
        for row in data[kind]:
            for form in row:
                forms[str(form)] = (kind, tuple(map(str, row)))
    pattern = re.compile(rf"(?<![가-힣A-Za-z0-9&])(?:{alternation(forms)})(?![A-Za-z0-9+&])")
    return pattern, forms


@cache
def _built() -> re.Pattern[str]:
    """Words that an ending marks as an organisation; a foreign one may run over two words."""
    endings = alternation(load_data("ko", "orgs")["endings"])
    return re.compile(
        rf"(?<![가-힣A-Za-z0-9&])스튜디오(?:[가-힣]| ?[가-힣]{{2,5}}?|[A-Z])(?=[은는이가을를과와의도에로측·,./)(\s]|$)|"
        rf"(?<![가-힣])영화사[가-힣]{{2,6}}?(?=[은는이가을를과와의](?: |$)|[,.)·/])|"
        rf"(?<![가-힣A-Za-z0-9&])영화사 (?!상|관계자|측|대표|직원|최초|최고|역사|명가)"
        rf"(?:[가-힣A-Za-z0-9]{{2,8}}(?=[,./)·]|$)|"
        rf"[가-힣A-Za-z0-9]{{2,8}}?(?=(?:[은는이가을를과와의]|에서|에) ))|"
        rf"(?<![가-힣A-Za-z0-9&])(?!제작사|배급사|소속사|(?:공동제작|제작|배급|기획|제공|프리|포스트|"
        rf"투자) )(?:[A-Za-z0-9&]+ |[가-힣]{{1,5}}[^\W은는의한된던] (?=픽[쳐처]스|"
        rf"필름스?|스튜디오|엔터테인먼트|프로덕션|미디어|컴퍼니|콘텐[츠트]))?"
        rf"{_WORD}*(?:{endings})(?=[은는이가을를과와의도에로측·,./)(\s]|$)"
    )


@cache
def _labelled() -> re.Pattern[str]:
    kinds = alternation(words().org_kinds)
    # "제작사는 “…": what is in marks behind it is its word, not its name.
    more = r"(?! (?:PD|기자|피디|아나운서|작가|따르면|의하면|통해|관계자|측|대표|쪽|이름|건물|직원|역시|는|은))"
    return re.compile(
        rf"(?<![가-힣])({kinds})(?:(?<=[작급]사)(?:는|은)(?! ?[“\"])|인)?[ :] ?"
        rf"(?![“\"][^“”\"]{{0,14}} )[‘'“\"]?"
        rf"(?:\(주\)|㈜)?((?:[A-Z][A-Za-z]+ |더 |"
        rf"영화사 |스튜디오 |"
        rf"필름 )?{_WORD}{{2,14}}"
        rf"(?:(?<![은는이가을를와과의]){more} [가-힣A-Z]{{1,6}}(?=[은는이가을를와과의](?: |$)|[,.(·)]|$| 측|"
        rf" 관계자)| by [가-힣A-Z]{{2,10}})?)"
    )


# "앞서 스크린랜턴은 … 출연한다고 보도했다": only the press reports.
_REPORTS = re.compile(
    r"(?:^|(?<=[ .\n]))(?![가-힣]*(?:매체|언론|외신|기자|측|관계자)[은는이가])([가-힣A-Za-z]{3,10}?)"
    r"(?=[은는이가] (?:[^.“”\"]{4,120}?(?:고|라고) |이를 |이 소식을 )(?:단독 |최초 |처음 )?보도(?:했|한))"
)
_CUT = re.compile(r"(?:은|는|이|가|을|를|과|와|의|도|에|로|으로|에서|측|에게|에는)$")
_NO_NAME = re.compile(
    r"^(?:편성|내년|올해|지난|이번|신작|작년|하반기|상반기|언제나|항상|이미|아직|현재|앞으로|최근|다른|여러|해당|같은|"
    r"국내|[이그두세한몇새] |(?:이|그|한|새|두|"
    r"세|몇|들|으로|에서|에|를|을|는|은|가|와|과|도|의)$|측|관계자|"
    r"대표|역시|직원|공식|홍보|입장|확인|이적|계약|이사|쪽|모두|없이|건물|"
    r"PD(?: |$)|피디|기자|아나운서|단계|과정|"
    r"작업|식구|사옥|후배|선배|설립|통해|따르|함께|제작|배급|작품|이름|출신|몇|여러|곳|사이|일부|"
    r"대부분|가운데|덧붙|"
    r"시작|확정|예능국|드라마국|안에서|밖에서|사람)"
)


def organisations(document: Document) -> list[Mention]:  # noqa: C901 - one case after another
    """The mentions of organisations; facts["kind"] is the list they come from, facts["said"] the noun said of them."""
    found = Register(document)
    pattern, forms = _known()
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        a, b = sentence.start, sentence.end
        for m in pattern.finditer(document.text, a, b):
            kind, row = forms[m[0]]
            found.add(m.start(), m[0], "a known name", kind, row)
        for m in _built().finditer(document.text, a, b):
            if len(m[0]) > 3 and m[0] not in words().types and not re.fullmatch(alternation(words().org_kinds), m[0]):  # noqa: PLR2004 - an ending alone
                found.add(m.start(), m[0], "an ending of organisations")
        for m in _labelled().finditer(document.text, a, b):
            _with_noun(found, m)
        for m in _MAKER.finditer(document.text, a, b):
            if not found.at(m.start(1)) and m[1] not in names().common and not _NO_NAME.match(m[1]):
                found.add(m.start(1), m[1], "makes or shows works")
        for m in _IN_CREDITS.finditer(document.text, a, b):
            _from_credits(found, m)
        _slotted(found, a, b)
        for said, why in (
            (_HAS_MADE, "has made works"),
            (_WITH, "makes with another"),
            (_ALONE_LINE, "in credits"),
            (_IN_MAKING, "makes works"),
            (_SPEAKS, "speaks for somebody"),
            (_REPORTS, "reports"),
        ):
            for m in said.finditer(document.text, a, b):
                if not found.at(m.start(1)) and not _somebody(m[1]):
                    found.add(m.start(1), m[1], why, "outlets" if said is _REPORTS else "companies")
    _short(document, found.mentions, found.referents)
    return found.mentions


class Register:
    """The organisations met so far: one referent for all forms of a name."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.referents: dict[str, Referent] = {}
        self.mentions: list[Mention] = []

    def at(self, place: int) -> bool:
        """Whether a mention covers a place."""
        return any(m.start <= place < m.end for m in self.mentions)

    def add(self, start: int, name: str, why: str, kind: str = "companies", row: tuple[str, ...] = ()) -> Referent:
        """Note a mention; `row` are the other forms of the name."""
        forms = row or (name,)
        same = next((self.referents[form] for form in forms if form in self.referents), None)
        referent = same or self.document.refer("organization", name)
        for form in forms:
            self.referents[form] = referent
        referent.call(name)
        referent.facts.setdefault("kind", kind)
        self.mentions.append(Mention(start, start + len(name), "O", name, referent=referent, reasons=(why,)))
        return referent


def _with_noun(found: Register, m: re.Match[str]) -> None:
    """제작사 가: what kind of organisation it is, is said with the name."""
    name = re.sub(r" (?:측|쪽|관계자)(?:은|는|이|가|도|에서)?$", "", m[2])
    name = re.sub(r"(?<=[가-힣]{2})(?:이며|이고|으로|며|로) [가-힣]{1,6}$", "", name)  # "배급사는 가나다이며 개봉일은"
    if re.match(r"$|[.,]", found.document.text[m.start(2) + len(name) :][:1]):
        name = _COPULA.sub("", name)  # "제작사는 가나다다."
    name = _CUT.sub("", name) or name
    name = name.rstrip(".")
    if len(name) < 2 or name in names().common or _NO_NAME.match(name) or name in words().org_kinds:  # noqa: PLR2004 - a syllable
        return
    if _OFFICE.match(found.document.text, m.start(2) + len(name.split(" ")[0])) and names().native(name.split(" ")[0]):
        return  # "영화 제작사 한지우 프로듀서"
    referent = found.add(m.start(2), name, f"named as {m[1]}")
    if m[1] not in {"제작", "배급"}:
        referent.facts.setdefault("said", (m.start(), m.start(2) + len(name), words().org_kinds[m[1]]))


_COPULA = re.compile(r"(?<=[가-힣]{2})(?:이다|이며|이고|다|며|고)$")
_OFFICE = re.compile(r" (?:프로듀서|대표|감독|PD|이사|회장|사장|작가)")
# (제작 가프로덕션, 나다라): the names behind a label of credits in brackets.
_IN_CREDITS = re.compile(
    r"[(,/|·] ?(?:공동 ?제작|기획·제작|제작사|제작|투자·?배급|제공·배급|배급)[ :/]+([^()\n]{2,60}?)"
    r"(?=\)|[,/|·]? ?(?:극본|연출|감독|각본|배급|투자|출연|주연|제공|기획|작가|편성|원작)[ :·/])"
)


def _from_credits(found: Register, m: re.Match[str]) -> None:
    at = m.start(1)
    for piece in re.split(r"([,·/&|])", m[1]):
        name = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        at += len(piece)
        if re.fullmatch(r"[가-힣A-Za-z0-9&.]{2,12}(?: [가-힣A-Za-z0-9&.]{2,12})?", name) and not (
            found.at(start) or _somebody(name.split(" ")[0])
        ):
            found.add(start, name, "in credits")


_SLOT = (
    r"(?:공동 ?)?(?:제작|배급|투자|투자[·/]?배급|국내 배급|해외 배급|해외 판매|해외 세일즈|수입|"
    r"수입·배급|기획|기획·제작)"
)
_NAME = r"(?:(?:더|스튜디오|필름|영화사) )?[가-힣A-Z][가-힣A-Za-z0-9&]{1,10}?"
_ROW_HEAD = rf"(?:과|와) (?P<other>{_NAME})"
# "배급은 가나다가 책임진다", "제작에는 가나다와 라마바가 참여한다".
_TAKES = re.compile(
    rf"(?<![가-힣]){_SLOT}(?:은|는|을|를|에는|에)(?: 각각| 모두)? (?P<name>{_NAME})(?:{_ROW_HEAD})?(?:이|가) "
    r"(?:함께 |공동으로 |각각 )?(?:맡|책임|담당|한다|했|하며|하고|나서|나선|나섰|참여|뛰어|진행|쥐|이끈|이끌)"
)
# "가나다가 제작하며", "가나다가 국내에 배급하는": directly before the verb.
_DOING = re.compile(
    rf"(?:(?<=[ \n“\"])|^)(?P<name>{_NAME})(?:{_ROW_HEAD})?(?:이|가) (?:공동(?:으로)? |함께 |직접 |국내에 |전액 |"
    rf"기획하고 |기획·)?"
    rf"{_SLOT}(?:하[며고는기]|한다|한(?= )|했|을 맡|을 책임|을 담당)"
)
# "가나다는 24일 “…”고 전했다": a word at the head of a sentence that speaks on a day.
_TOLD = re.compile(
    rf"(?:(?<=[.다] )|(?<=\n)|^)(?P<name>{_NAME})(?:은|는|이|가) (?:지난 |이날 |최근 |"
    rf"같은 날 )?(?:\d{{1,2}}일(?:\([^)]*\))? )?"
    r"(?:오전 |오후 )?(?:공식 ?(?:SNS|홈페이지|채널|인스타그램|블로그|입장|자료)[^“\".]{0,20}|"
    r"보도자료[^“\".]{0,12})?[“\"](?=[^“”\"]{4,160}[”\"]"
    r"(?:이?라?고|며|면서) )"
)
_MADE_BY = re.compile(rf"(?:은|는) (?P<name>{_NAME})(?:이|가) (?:만든다|만들고 있다|제작한다|제작을 맡)")
_TRAILS = re.compile(
    rf"(?:(?<=[.,] )|(?<=\n)|^)(?P<name>{_NAME}) (?:공동 ?)?(?:제작|배급|투자·?배급)(?=[,./|]|$)", re.MULTILINE
)
_SAYS_WHO = re.compile(r"(?:측|배우|감독|작가|가수|씨|대표|그|그녀|매체|언론|회사|당국|시|군|도)$")
# What makes or shows works without being a company's name.
_PLAIN = re.compile(
    r"^(?:그|그녀|이들|우리|누가|직접|손수|미국|일본|중국|한국|프랑스|영국|정부|국가|지상파|종편|케이블|방송|민간|"
    r"국내|해외|할리우드|두|세|여러|유명|대형|신생|"
    r"현지|여기|거기|스스로|본인|자신|아버지|어머니|아내|남편|친구|동생|형|독립|대기업|서울|부산|전주|경기|인천)"
    r"|(?:감독|작가|배우|피디|제작사|배급사|제작진|방송사|회사|업체|투자사|기업|진|팀|들|씨|자|사가|국|양사|재단|"
    r"협회|위원회|영화제|대표|형제|남매)$"
)


def _slotted(found: Register, start: int, end: int) -> None:
    """Note the words of a sentence that stand in companies' places."""
    for at, name in _in_slots(found.document, start, end):
        if not found.at(at) and not _somebody(name) and not _PLAIN.search(name):
            found.add(at, name, "in a company's place")


def _in_slots(document: Document, start: int, end: int) -> list[tuple[int, str]]:
    """Words in the places of companies, which no list and no ending tells; people and plain nouns among them."""
    found = []
    for pattern in (_TAKES, _DOING, _MADE_BY, _TOLD, _TRAILS):
        for m in pattern.finditer(document.text, start, end):
            for group in ("name", "other") if "other" in pattern.groupindex else ("name",):
                word = m[group]
                if word and (pattern is not _TOLD or not _SAYS_WHO.search(word)) and _coined(word):
                    found.append((m.start(group), word))
    return found


def _coined(word: str) -> bool:
    """Whether a word is no plain Korean noun: foreign syllables, Latin letters, or one that no lexicon has."""
    lexicon = names()
    latin = re.search("[A-Z]", word) is not None
    return latin or " " in word or (len(word) > 2 and lexicon.loan(word) > -0.75 and not lexicon.noun(word))  # noqa: PLR2004


def _somebody(name: str) -> bool:
    """Whether a word before 측 is a person or no name at all."""
    common = name in names().common or _NO_NAME.match(name) or _NO_VOICE.search(name)
    return bool(common) or names().native(name) or name in names().people


_SPEAKS = re.compile(r"(?<![가-힣A-Za-z])([가-힣A-Za-z&]{3,12}) (?:관계자|측)(?:은|는|이|가|도)(?= )")
_NO_VOICE = re.compile(
    r"(?:제작|방송|소속|배급|영화|드라마|연예|업계|한|시|그|이|양|제작진|방송가|영화계|[은는을를의에])$|"
    r"^(?:복수|다수|해당|여러|일부|업계|방송|영화|드라마|연예|정부|서울시|시청|구청|"
    r"경찰|검찰)"
)
_MAKER = re.compile(
    r"(?:배급|제작|투자배급|투자·배급|공동 ?제작|기획|해외 세일즈|해외 판매)을? (?:맡은|담당한|맡는|"
    r"책임진) ([가-힣A-Z][가-힣A-Za-z&]{1,9}?)(?=[은는이가와과도](?: |"
    r"$)| 측| 관계자)"
)


# "'가' '나'를 제작한 외유내강의 새 영화".
_HAS_MADE = re.compile(
    r"(?:을|를) (?:제작|배급|기획)한 (?!배우|감독|작가|영화사 |제작사 )([가-힣A-Z][가-힣A-Za-z&]{2,11}?)"
    r"(?=(?:의|이|가|은|는|과|와) )"
)


# "가와 나다라가 공동으로 제작한": the second company of two.
_WITH = re.compile(r"(?:과|와) ([가-힣A-Z][가-힣A-Za-z]{2,9}?)(?:이|가) (?:공동(?:으로)?|함께) ?(?:제작|만든|기획)")
_IN_MAKING = re.compile(r"제작에는? ([가-힣A-Z][가-힣A-Za-z]{2,9}?)(?:과|와|이|가) (?=[가-힣A-Z]|나섰|참여)")
_ALONE_LINE = re.compile(r"(?:^|(?<=[.;] ))제작 ((?:더 )?[가-힣A-Z][^.,()\n]{1,12}?)(?=[.,]|$)")


_SHORT = re.compile(r"\s?\((?:이하|약칭) [‘'\"“]?([^()‘’'\"“”]{2,14})[’'\"”]?\)")


def _short(document: Document, found: list[Mention], registry: dict[str, Referent]) -> None:
    """(이하 A): another form of the name before."""
    for mention in list(found):
        m = _SHORT.match(document.text, mention.end)
        if m is None or mention.referent is None:
            continue
        short = m[1].strip()
        other = registry.get(short)
        mention.referent.call(short)
        for same in found:
            if other is not None and same.referent is other:
                same.referent = mention.referent
        spans = [(x.start, x.end) for x in found]
        found += [
            Mention(again.start(), again.end(), "O", short, referent=mention.referent, reasons=("short form",))
            for again in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(short)}", document.text)
            if not any(a < again.end() and again.start() < b for a, b in spans)
        ]
