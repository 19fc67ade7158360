"""People named where a work is spoken of, without more: its cast and crew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, Mention, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko import attribution, topics
from newsreel.reading.langs.ko.creditlines import W, profession
from newsreel.reading.langs.ko.lexicon import alternation, words

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence


_NOT_CAST = re.compile(
    r"^(?:(?:이)?라는 (?:예명|이름|필명|활동명|본명|가명)|[와과] (?:[^.,]{0,16} )?(?:부부|결혼|백년가약|열애|혼인|"
    r"화촉)|(?:이|가) 아[니닌]|"
    r" ?(?:기자|대표|측|소속사|팬|평론가|위원장|조감독|감독|작가|PD|피디|CP|국장|본부장|무술감독|미술감독|"
    r"(?:[가-힣A-Za-z]{1,8} )?(?:제작)?(?:실장|팀장|이사|부사장|총괄)|음악감독|촬영감독|관계자|쪽|집행위원장|교수|"
    r"의원|시장|PD|사단|키즈|문하)|(?:은|는|"
    r"와는|과는)? ?동명이인|에 앞서|에 비해|[와과] 달리|의 (?:(?:개인 )?(?:제작사|회사|영화사|기획사)|소속사|팬|"
    r"아내|남편|딸|아들|아버지|"
    r"어머니|절친|동생|친동생|형|누나|대역|일대기|일생|전기|삶|이야기|"
    r"(?:[가-힣]+ ){0,3}[가-힣]*(?:[^연]극|로맨스|멜로|스릴러|성장기|생존기|복수기|사투|여정|고군분투|모험)"
    r"(?:으로|로|이다|다|을|를|\.|,)))"
)
_ACTING = re.compile(
    r"후임|빈자리|투입|바통|하차|물러|거절|고사|제안|검토|물망|출연|합류|나온|나오|호흡|함께|가세|캐스팅|라인업|"
    r"등장|연기|뭉|활약|낙점|분[한했하해]|"
    r"이름을 올|주연|배우|나와|나섰|나선|역할|배역|얼굴|승선|탑승|출격|맡|데뷔|복귀|"
    r"컴백|돌아오|돌아온"
)
_OUTSIDE_BEFORE = re.compile(rf"(?:{alternation(words().data['outside_before'])}) ?$")
_ASIDE = frozenset({"ko/credits/works-in-brackets", "ko/credits/earlier-work", "ko/person/award-for"})
# "A와 B의 조합이 인상적인 '가'", "A 등 배우들을 내세운 '가'": whose modifier runs up to the title.
_MODIFIES = re.compile(
    rf"^[^{W}.!?]{{0,60}}(?:내세운|인상적인|뭉친|호흡을 맞춘|나오는|출연하는|출연한|주연한|이끄는|만난|"
    rf"기대되는) [^,.]{{0,20}}$"
)
# "출연에 대한 입장을 밝혔다": the answer itself comes later.
_STATEMENT = re.compile(
    r"(?:출연|캐스팅|합류|하차)(?:설|보도)?(?:에 대한|에 대해|과 관련|와 관련)[^.“\"]{0,20}입장을 [^.“\"]{1,6}(?:\.|$)"
)
# Whoever wrote the source or made the film is none of its cast.
_MAKER_AFTER = re.compile(
    r"(?:이|가) (?:[^ .,]{1,8} )?(?:수장으로|대표로|설립한)|"
    r" (?:소설|만화|웹툰|원작|동화|희곡|논픽션)(?:을|를|이|의) |(?: 작가)? 원작(?:의)? |"
    r"(?:이)?라는 (?:[가-힣]{1,4} )?(?:감독|작가|PD|연출)|"
    r"(?:의)? 손(?:을 거쳐|에서|으로|끝에서)|"
    r"(?:의 (?:[가-힣]+ )?(?:소설|논픽션|회고록|자서전|평전|만화|웹툰|원작|책|에세이|동화|희곡|그림책|각본|연출)|"
    r"(?: ?씨)?(?:도|은|는|이|"
    r"가) [^.,]{0,40}의 제작자로|(?:이|가) (?:[^ .,]{1,8} ){0,3}?"
    r"(?:쓰고|쓴|그린|펴낸|지은|찍었던|찍은|연출|각본|집필|제작|기획|깔아|발표한|총괄|프로듀서|메가폰|"
    r"감독(?:을|으로|했|한 |하[고며는]))|(?:은|"
    r"는) [^.,]{0,30}(?:총괄 프로듀서|"
    r"연출을|각본을|메가폰을|제작을))"
)
# In a sentence of the plot, which names its actors in brackets, whoever stands there alone is a figure of it.
_BRACKETED = re.compile(
    r"\)|의 [가-힣]{2,4}(?:까지|를|을|가|이|,|로)|\(|[,·] ?[가-힣]|(?:이|가|은|는) (?:[^.]{0,30})?(?:출연|연기|주연|맡)"
)
_VIEWED = re.compile(r"[’'”\"»>》〉](?:을|를) (?:보고|본 |보러|보며|봤|관람|감상|시청(?!률))")
_ADMIRED = re.compile(r"(?:을|를) (?:존경|닮|동경|흠모|떠올리|연상|오마주|추모)")
_MAKER_BEFORE = re.compile(
    r"(?:원작자|만화가|소설가|원작|연출자|제작자|각본가|작곡가|조감독|펜은|을 쓴|를 쓴|을 만든|를 만든|을 그린|"
    r"를 그린|을 연출한|를 연출한) $"
)
# Who is named for comparison, as a friend, or for a career elsewhere, is none of the cast.
_ELSEWHERE = re.compile(
    r"응급실|병원(?:에|을) (?:후송|방문|찾)|진단을 받|"
    r"이전에도|할리우드(?:에|로) 진출|한솥밥|롤모델|닮은꼴|절친|소속 배우|만신전|역대 "
)
_OF_LIFE = re.compile(r"별세|숨졌|숨을 거|사망|세상을 떠|결혼|열애|이혼|출산|득남|득녀|입대")
_NEW_BOOK = re.compile(r"새 책|신간|소설집|에세이집|시집을|책을 (?:냈|펴|출간)")
_OFTEN = re.compile(
    r"자주|여러 (?:번|차례|작품)|줄곧|그동안|오랫동안|거듭|매번|(?:19|20)\d0년대(?![^.]{0,60}(?:작품|그린|담는|"
    r"담은|배경|이야기))"
)
_IN_PRINT = re.compile(r"웹툰|만화|소설|원작|그림|연재|문하생|출간")
_PRODUCES = re.compile(r"(?: ?감독| ?PD)?(?:이|가) (?:제작|기획)(?:하|한|을 맡|에 참여)")
_CEREMONY = re.compile(
    r"(?:작품|감독|[주조]연|신인|각본|시나리오|음악|촬영|편집|연기|공로|인기|여우|남우)상(?:은|을|과|,|\(|이 |의 |"
    r"에 )|\d관왕|트로피"
)
_HOSTS = re.compile(
    r"사회를 봤|MC를 맡|마이크를 잡았|"
    r"진행은 |의 사회로|사회를 맡|진행을 맡|진행으로 (?:열|개최|진행)|시상자로|MC로 (?:[^.]{0,12})?(?:나서 )?행사|"
    r"홍보대사|심사위원|집행위원"
)
_TIE = re.compile(
    "[’'”>》〉]?(?:의)? ?(?:촬영|개봉|공개|방송|출연)(?:을|를|에)? [^.,]{0,20}["
    + "".join(chr(i) for i in range(0xAC04, 0xD7A4, 28))
    + "] (?:배우 )?"
)
_PAIR = 2
_NEAR = 16  # characters
_NEW_CLAUSE = re.compile(r"(?:작품|시리즈|드라마|영화|스핀오프|속편|리메이크)(?:으로|로|이며|이고|인데|며|고), ")
_IN_WORK = re.compile(
    r"^(?:\([^()]{0,20}\))?(?: 시즌 ?\d)?(?:(?:에서|에선)(?:는|도)? |에 (?=[가-힣]{2,4}(?:와|"
    r"과) (?:함께|나란히)))"
)


def _set_in(document: Document, sentence: Sentence, mention: Mention, focus: Referent) -> Referent | None:
    """The other work in which the sentence puts a person: "'가'에서 A와 호흡을 맞췄다"."""
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    before = [m for m in works if m.end < mention.start]
    after = [m for m in works if m.start > mention.end]
    led = _MODIFIES.search(document.text[mention.end : after[0].start]) if after else None
    if led and after[0].referent is not focus and any(m.referent is focus for m in works):
        return after[0].referent
    if not before or before[-1].referent in {None, focus}:
        return None
    if _NEW_CLAUSE.search(document.text[before[-1].end : mention.start]):
        return None
    return before[-1].referent if _IN_WORK.match(document.text[before[-1].end : before[-1].end + 34]) else None


def _makes(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether the words beside a name say that its bearer writes, directs or produces."""
    left = document.text[max(sentence.start, mention.start - 10) : mention.start]
    right = document.text[mention.end : min(sentence.end, mention.end + 48)]
    return _MAKER_AFTER.match(right) is not None or _MAKER_BEFORE.search(left) is not None


def _unlikely(text: str, people: list[Mention]) -> bool:
    """Whether nothing in a sentence on one or two people from abroad speaks of acting: authors are named so too."""
    return len({id(m.referent) for m in people}) <= _PAIR and not _ACTING.search(text)


def _tied(document: Document, sentence: Sentence, mention: Mention, focus: Referent) -> bool:
    """Whether a clause before a name ties it to another work: "'나' 촬영을 위해 출국한 A"."""
    before = [m for m in sentence.mentions if m.kind == "W" and m.end <= mention.start]
    if not before or before[-1].referent is focus:
        return False
    return _TIE.fullmatch(document.text[before[-1].end : mention.start]) is not None


_FAR = 40  # characters of a row of names
_MAKERS = re.compile(r" (?:두|세|네|다섯) (?:감독|작가|연출자|PD)(?:이|가|은|는|의) ")
_OWNED = re.compile(r"[’'”>》〉]?의 (?:배우 |주연 )?")


def _anothers(document: Document, sentence: Sentence, mention: Mention, focus: Referent) -> bool:
    """Whether somebody stands for another title beside the one in focus: "'가'의 A 감독이 …, '나'의 B가 …"."""
    works = [m for m in sentence.mentions if m.kind == "W"]
    before = [m for m in works if m.end <= mention.start]
    if not before or before[-1].referent is focus or not any(m.referent is focus for m in before):
        return False
    return _OWNED.fullmatch(document.text, before[-1].end, mention.start) is not None


_OWNER = re.compile(r"(?:(?:와|과) [가-힣]{2,4})?의 ")  # "A의 학창 시절은 B가 물망에": A is offered nothing
_OWNERS = re.compile(r"(?:[ ·,]|와 |과 ){1,2}")


def _owned(document: Document, sentence: Sentence, mention: Mention, focus: Referent) -> Referent | None:
    """The other title that a row of names owns ("A B의 '가'"), `focus` for a single owner; None for no owner."""
    people = [m for m in sentence.mentions if m.kind in "PW"]
    at = people.index(mention)
    first = at
    while (
        first
        and people[first - 1].kind == "P"
        and _OWNERS.fullmatch(document.text, people[first - 1].end, people[first].start)
    ):
        first -= 1
    last = at
    while (
        last + 1 < len(people)
        and people[last + 1].kind == "P"
        and _OWNERS.fullmatch(document.text, people[last].end, people[last + 1].start)
    ):
        last += 1
    if last + 1 == len(people) or people[last + 1].kind == "P":
        return None
    if document.text[people[last].end : people[last + 1].start] != "의 ":
        return None
    actors = [m for m in people[first : last + 1] if m.referent is not None and profession(m.referent) == "cast_member"]
    if len(actors) < 2:  # noqa: PLR2004 - one owner may as well have made it
        return focus
    return None if people[last + 1].referent is focus else people[last + 1].referent


def _of_another(document: Document, sentence: Sentence, mention: Mention, focus: Referent) -> bool:
    """Whether somebody speaks of another work in a sentence that does not name the one in focus."""
    said = document.text.find("“", mention.end, sentence.end)
    said = said if said > 0 else document.text.find('"', mention.end, sentence.end)
    works = [m for m in sentence.mentions if m.kind == "W"]
    return said > 0 and bool(works) and all(m.start > said and m.referent is not focus for m in works)


def _of_a_part(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a name only says whose son or aide a part is: "백상호의 비서 오두석 역"."""
    after = next((m for m in sentence.mentions if m.start > mention.end), None)
    between = document.text[mention.end : after.start] if after is not None and after.kind == "C" else ""
    return between.startswith("의 ") and len(between) <= _NEAR


def _met(document: Document, work: Referent, sentence: Sentence) -> bool:
    """Whether a work has been named up to the end of a sentence."""
    return any(m.referent is work and m.start < sentence.end for m in document.mentions)


def _silent(document: Document, sentence: Sentence, work: Referent, text: str) -> bool:
    """Whether those named in a sentence are none of the cast of the work in focus for what else the sentence says."""
    private: bool = document.notes.get("private", False)
    return (
        ((private or not _ACTING.search(text)) and not _met(document, work, sentence))
        or _HOSTS.search(text) is not None
        or len(_CEREMONY.findall(text)) > 1
        or _ELSEWHERE.search(text) is not None
        or (_NEW_BOOK.search(text) is not None and not _ACTING.search(text))
        or (_VIEWED.search(text) is not None and not _ACTING.search(text))
        or (_OF_LIFE.search(text) is not None and not any(m.kind == "W" for m in sentence.mentions))
        or _STATEMENT.search(document.text, sentence.start, sentence.end) is not None
        or attribution.NO_ANSWER.search(document.text, sentence.start, sentence.end) is not None
        or work.facts.get("type") in {"book", "webtoon", "manga"}
    )


def _plays(document: Document, sentence: Sentence, mention: Mention, *, voiced: bool) -> bool:
    """Whether somebody named in a sentence about a work is of its cast."""
    text = document.text[sentence.start : sentence.end]
    person = mention.referent
    people = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
    if person is None or (person.facts.get("label") == "씨" and not _ACTING.search(text)):
        return False
    makers = _MAKERS.search(text)
    until = sentence.start + makers.start() if makers else 0
    if mention.end <= until <= mention.end + _FAR and not any(
        m.kind in "WO" and mention.end <= m.start < until for m in sentence.mentions
    ):
        return False  # "A, B, C 세 감독이"
    if _ADMIRED.match(document.text, mention.end) or _makes(document, sentence, mention):
        return False
    if " " in person.name and _unlikely(text, people):
        return False
    sure = person.facts.get("sure") or len({id(m.referent) for m in people}) > 1 or _ACTING.search(text)
    return bool(sure) and (voiced or not _NOT_CAST.match(document.text[mention.end : mention.end + 24]))


def _once(document: Document, person: Referent, work: Referent) -> int:
    """What a person is named with once: a report's work, or each work of a line-up that an actor is named with."""
    return id(work) if document.notes.get("many") and profession(person) == "cast_member" else 0


def named(document: Document, drafts: list[Draft]) -> Iterator[Draft]:  # noqa: C901, PLR0912 - one case after another
    """People named where a work is spoken of, without more: actors are its cast, a director or writer its own."""
    credited = {
        (id(d.object), _once(document, d.object, d.subject))
        for d in drafts
        if isinstance(d.object, Referent)
        and d.object.kind == "person"
        and (not d.background or d.subject is document.main_work)
    }
    elsewhere = {
        (id(d.object), d.sentence.index)
        for d in drafts
        if isinstance(d.object, Referent) and d.object.kind == "person" and d.rule not in _ASIDE
    }
    honoured = {(id(d.subject), d.sentence.index) for d in drafts if d.rule == "ko/person/award-row"}
    owners = {(id(d.object), d.sentence.index) for d in drafts if d.rule == "ko/crew/director-of"}
    crew = {(id(d.subject), d.predicate) for d in drafts}
    authors = {id(d.object) for d in drafts if d.predicate == "creator"}
    parts = {d.slots["character"] for d in drafts if d.slots.get("character")}
    plot = {d.sentence.index for d in drafts if d.rule.startswith("ko/cast/char-bracket-actor")}
    for sentence in document.sentences:
        if sentence.zone in {FURNITURE, HEADLINE} or sentence.masked is None:
            continue
        work = document.focus[sentence.index].work
        text = document.text[sentence.start : sentence.end]
        if work is None or _silent(document, sentence, work, text) or topics.names_only(document, sentence):
            continue
        people = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        if sentence.index in plot:
            people = [m for m in people if _BRACKETED.match(document.text, m.end)]
        voiced = any(c.by or c.status in {"considering", "denied"} for c in attribution.cues(document, sentence))
        for mention in people:
            person = mention.referent
            if (
                person is None
                or ((id(person), _once(document, person, work)) in credited and not voiced)
                or (id(person), sentence.index) in honoured
                or (voiced and id(person) in {i for i, _ in credited} and _OWNER.match(document.text, mention.end))
                or _of_another(document, sentence, mention, work)
                or (mention.text in parts and not person.facts.get("label"))
                or (mention.indirect and "감독" not in mention.text)
            ):
                continue
            if work_here := _set_in(document, sentence, mention, work):
                if profession(person) == "cast_member" and (id(person), sentence.index) not in elsewhere:
                    yield Draft(
                        "cast_member",
                        work_here,
                        person,
                        sentence,
                        mention.start,
                        mention.end,
                        "ko/named-with/other-work",
                        background=True,
                    )
                continue
            if (owned := _owned(document, sentence, mention, work)) is not None:
                if owned is not work and (id(person), sentence.index) not in elsewhere:
                    at = (mention.start, mention.end)
                    yield Draft("cast_member", owned, person, sentence, *at, "ko/named-with/owned", background=True)
                continue
            if _tied(document, sentence, mention, work) or _anothers(document, sentence, mention, work):
                continue
            left = document.text[max(sentence.start, mention.start - 8) : mention.start]
            if _of_a_part(document, sentence, mention) or _OUTSIDE_BEFORE.search(left):
                continue
            predicate = profession(person)
            if predicate == "screenwriter" and id(person) in authors:
                continue
            if predicate == "cast_member":
                if (id(person), sentence.index) in elsewhere or not _plays(document, sentence, mention, voiced=voiced):
                    continue
            elif (
                predicate not in {"director", "screenwriter"}
                or (id(person), sentence.index) in owners
                or _OFTEN.search(text)
                or (predicate == "screenwriter" and _IN_PRINT.search(text))
            ):
                continue
            elif predicate == "director" and _PRODUCES.match(document.text, mention.end):
                predicate = "producer"
            if predicate != "cast_member" and (id(work), predicate) in crew:
                continue
            credited.add((id(person), _once(document, person, work)))
            yield Draft(
                predicate,
                work,
                person,
                sentence,
                mention.start,
                mention.end,
                f"ko/named-with/{predicate}",
                mention=mention,
            )
