"""How sure, and on whose word: cues of data/cues.yml, and sentences that somebody says, announces or reports."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import Cue, load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

_NO = NUMBER_CLASS
_O, _P = kind_char("O"), kind_char("P")
_SAID = re.compile(
    r"(?:밝혔|밝힌(?! 바)|밝히|(?<![가-힣])(?<!소감을 )(?<!인사를 )(?<!마음을 )(?<!각오를 )전(?:했|한다|하며)|"
    r"발표(?:했|하)|"
    r"(?<!이름을 "
    r")(?<!얼굴을 "
    r")(?<!존재감을 "
    r")(?<!존재를 )(?<!시작을 )(?<!출발을 )(?<!탄생을 )(?<!서막을 )(?<!귀환을 )(?<!컴백을 )(?:알렸|알린다|"
    r"알리며)|말했|설명했|공식화|인정했|귀띔|"
    r"(?<=[을를] )확정(?:했|지었|하고|해)|확정 지었|덧붙였|답했|[”\"](?:이?라고|고) 했(?=다|고|으며)|해명|"
    r"부인했|입장을 내|공식입장|확인했|선을 그었|말을 아꼈|일축했|반박했|못 ?박았|강조했|언급했|털어놨|털어놓|시인했|"
    r"공지했|조심스러워했|잘라 말했|손사래|이야기했|얘기했|예고했|[”\"](?:이?라(?:며|고만|면서)|면서|며|고만) )"
)
_REPORTED = re.compile(
    r"(?:보도했|보도한|보도에 따르면|보도를 통해|(?<![가-힣])(?<!소감을 )(?<!인사를 )(?<!마음을 )전했|"
    r"(?<!이름을 )(?<!얼굴을 )알렸|보도된|단독 보도|소식을 전)"
)
_ACCORDING = re.compile(r"(?:에 따르면|에 의하면|이 전한 바로는|가 전한 바로는|의 말을 종합하면|발로|를 인용)")
_SPEAKER = re.compile(
    rf"({_O}{_NO})(?:\([^()]{{2,20}}\))?의?(?: ?(?:측|쪽|한|고위|홍보|드라마국의?|예능국의?|제작진))*"
    rf"(?:(?: ?(측|관계자|쪽|대표))(?:은|는|이|가|도|에서)? |(?:은|는|이|가|도) )|"
    rf"(?P<of>{kind_char('W')}{_NO}) ?(?:측|제작진|팀)(?:은|는|이|가) |"
    rf"({_P}{_NO})의? ?(?:(측|소속사|감독|작가|PD|(?:[가-힣A-Za-z·]{{1,10}} ){{0,2}}(?:제작)?(?:이사|본부장|"
    rf"실장|팀장|국장|CP|회장|사장|부사장|총괄|프로듀서|디렉터|책임|위원장)) ?(?:측|관계자|대표)?)?"
    rf"(?:은|는|도|(?:이|가)(?=[^{_P}]{{0,14}}(?:[“\"]|$))|(?<=측)이|(?<=소속사)가) |"
    r"((?:한 |복수의 )?(?:방송 |영화 |연예 |업계 |드라마 |방송가 |영화계 )?관계자(?:들)?|업계|한 매체|"
    r"현지 (?:언론|매체)|한 스포츠지|일부 매체|제작진|제작사|소속사|배급사|"
    r"외신|다수의 매체|"
    r"(?:스포츠|일간|연합)[가-힣]{2,4}|"
    r"[가-힣A-Za-z]{1,8}(?:뉴스|일보|신문|스포츠|통신|경제|투데이|데일리|닷컴|저널|타임스|리포트|"
    r"헤럴드))(?: ?(?:측|관계자|쪽))?"
    r"(?:은|는|이|가|에)"
)
# "출연에 대한 입장을 밝혔다": that there is a statement, not what it says.
NO_CONTENT = re.compile(
    r"(?<!다는 )(?<!라는 )(?<!중인 )(?:공식 ?)?입장을 (?:밝|전|내|발표|표)[^., ]{1,5}(?:\.|$)|"
    r"(?:심경|소감|각오|마음|감사|인사|애정|포부|기대감?|자신감|아쉬움)(?:을|를|도) (?:밝|전|드러|표|내비|"
    r"나타)[^., ]{1,6}(?:\.|$)"
)
# An answer that leaves the matter open: "확인 중이다".
NO_ANSWER = re.compile(
    r"확인 ?중|확인해 ?(?:보|봐)|파악 ?중|알아보(?:고 있|는 중)|연락이 닿지|노코멘트|답변을 (?:피|하지)|함구"
)
_PARTY = {"제작사": "production_company", "소속사": "agency", "배급사": "distributor", "제작진": ""}
_OUTLETISH = re.compile(
    r"매체|언론|외신|스포츠지|관계자|업계|^일간|^스포츠|^연합|(?:뉴스|일보|신문|스포츠|통신|경제|투데이|데일리|"
    r"닷컴|저널|"
    r"타임스|리포트|헤럴드)$"
)


@cache
def _cues() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    return [(re.compile(row["pattern"]), row) for row in load_data("ko", "cues")["cues"]]


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, in order; who speaks is looked for in the sentence itself."""
    masked = sentence.masked
    if masked is None:
        return []
    found: list[Cue] = []
    voice = _voice(document, sentence) or _going_on(document, sentence) or _echo(document, sentence)
    for pattern, row in _cues():
        for m in pattern.finditer(masked.text):
            if row["status"] == "considering" and _SETTLED.search(masked.text, 0, m.start()):
                continue
            by = voice.by if voice else (row["by"],) if "by" in row else ()
            found.append(
                Cue(
                    masked.position(m.start()),
                    masked.position(m.end(), end=True),
                    row["status"],
                    by,
                    row["reach"],
                    rule=f"ko/{row['id']}",
                    scope=_scope(document, sentence, masked, m, leaves=row["id"] == "denied/left"),
                )
            )
    before = document.sentences[sentence.index - 1] if sentence.index else sentence
    left = "하차" in document.text[before.start : before.end] and _UNTRUE.search(masked.text) is not None
    if left or _STAYS.search(document.text, sentence.start, sentence.end):  # who does not leave stays
        found = [c for c in found if c.status != "denied"]
    several = len(re.findall(r"“|\"[^\"]*\"", masked.text)) > 1  # each quotation has a status of its own
    refused = [c for c in found if c.status == "denied"]
    others = [c for c in found if c.status == "considering" and refused and c.scope != refused[0].scope]
    if others and refused[0].start < others[0].start:  # "A의 출연이 불발됐고, B는 논의 중이다": each of the own clause
        found = [replace(c, reach="clause") for c in found]
    elif refused and not several and not re.search(r"반면|긍정", masked.text):
        found = [c for c in found if c.status not in {"considering", "rumored"}]
    elif any(c.status == "considering" for c in found):
        found = [c for c in found if c.status != "rumored"]
    if voice:
        found.append(voice)
    return sorted(found, key=lambda c: c.start)


# "출연을 확정하고 막바지 조율 중이다": what is weighed still is something else.
# "하차설을 일축했다", "하차 보도는 사실무근".
_STAYS = re.compile(
    r"하차(?:설|(?: 관련)? 보도|한다는|했다는|는|가)[^.]{0,30}"
    r"(?:사실 ?무근|사실이 아니|부인|일축|오보|고려하지)"
)
_UNTRUE = re.compile(r"(?<![가-힣])이는 사실이 아니")
_SETTLED = re.compile(r"(?:출연|캐스팅|합류)(?:을|이)? 확정(?:하고|하며|한 뒤|했으며|짓고|한 후|했고)[^.]{0,20}$")
_BOUNDARY = re.compile(r"(?:[가-힣](?:되면서|하면서|으며|며|으나|지만|는데|었고|았고|했고|됐고)),? |다\. ")


def _clause(document: Document, sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause that a position lies in: from one connective ending to the next."""
    text = document.text[sentence.start : sentence.end]
    ends = [sentence.start + m.end() for m in _BOUNDARY.finditer(text)]
    start = max([sentence.start, *(e for e in ends if e <= at)])
    return start, min([sentence.end, *(e for e in ends if e > at)])


# "방송 시기는 “따로 알리겠다”고만 답했다": words without a speaker are those of whoever spoke before.
_UNSIGNED = re.compile(r"[”\"](?:이?라?고(?:만|도)?|이?라며) [^.“\"]{0,16}[했전답밝붙말]")
# "이어 B도 출연한다고 보도했다": so is what is said without a subject.
_ADDS = re.compile(r"[다라자]고도? (?:[가-힣]{1,4} )?(?:밝혔|전했|말했|보도했|덧붙였|설명했|알렸|강조했)다[.”\"]*$")
_THEN = re.compile(r"(?:이어|또한?|아울러|그러면서|다만|이와 함께),? ")
_AHEAD = re.compile(
    rf"(?:예정|계획|목표|방침|올[가-힣 ]{{1,4}}|[{''.join(chr(i) for i in range(0xAC04, 0xD7A4, 28))}]다)[.”\"]*$"
)


def _going_on(document: Document, sentence: Sentence) -> Cue | None:
    """The voice of the sentence before, where the paragraph plainly goes on in it: its dates to come, its words."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    text = document.text[sentence.start : sentence.end]
    if before is None or before.masked is None or not (before.paragraph == sentence.paragraph or _THEN.match(text)):
        return None
    dated = any(m.kind in "DN" for m in sentence.mentions) and not any(m.kind in "PO" for m in sentence.mentions)
    if not (_UNSIGNED.search(text) or _ADDS.search(text) or (dated and _AHEAD.search(text))):
        return None
    voice = _voice(document, before) or _going_on(document, before)
    if voice is None or voice.reach == "clause":
        return None
    return replace(voice, start=sentence.start, end=sentence.end, rule="ko/voice/goes-on")


# "A가 출연한다. 미국 매체 데드라인이 15일 보도했다.": who had the news of the sentence before.
_HAD_IT = re.compile(
    r"(?:이는|(?:이|이런|이 같은|이러한|해당|관련) (?:소식|사실|내용)[은을] )?\s?"
    r"(?:지난 |[0-9]{1,2}일(?:\([^)]*\))?,? )?"
    r"(?:(?:[가-힣]{1,4} )?(?:연예 ?매체|매체|언론|일간지|스포츠지|전문지|유력지)(?:인)? )?"
    r"[‘'\"]?(?P<by>[가-힣A-Za-z0-9]+?(?: [가-힣A-Z][가-힣A-Za-z]*?){0,2})[’'\"]?(?:\([^)]*\))?"
    r"(?:이|가|은|는| 등이| 등 [가-힣]{1,6}이) (?:지난 )?(?:[0-9]{1,2}일(?:\([^)]*\))? )?"
    r"(?:(?:이같이|이를|처음|처음으로|최초로?|단독으로|단독|가장 먼저|먼저|독점) ){0,2}"
    r"(?:보도했다|보도한 것이다|보도한 내용이다|전했다|알렸다)[.]?\s*"
)
_NOBODY = re.compile(r"이|그|그녀|.*(?:관계자|소속사|제작사|배급사|측|제작진)")


def _echo(document: Document, sentence: Sentence) -> Cue | None:
    """The outlet that the next sentence says had this one's news."""
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].paragraph != sentence.paragraph:
        return None
    after = following[0]
    if any(m.kind in "WP" for m in after.mentions):
        return None
    m = _HAD_IT.fullmatch(document.text, after.start, after.end)
    if m is None or _NOBODY.fullmatch(m["by"]):
        return None
    return Cue(sentence.end, sentence.end, "reported", (m["by"],), "sentence", rule="ko/voice/had-it")


def _scope(
    document: Document, sentence: Sentence, masked: Masked, m: re.Match[str], *, leaves: bool
) -> tuple[int, int]:
    """The clause of a cue; of one who leaves, up to the word that says so ("A가 하차하고 B가 투입됐다")."""
    start, end = _clause(document, sentence, masked.position(m.start()))
    if leaves:
        end = masked.position(m.end(), end=True)
    if leaves and m[0].endswith("한"):  # "하차한 A의 후임으로 B가": A alone has left
        left = [x for x in masked.mentions_in(masked.text[m.end() : m.end() + _NEAR]) if x.kind == "P"]
        start, end = (masked.position(m.start()), left[0].end) if left else (start, end)
    return start, end


_NEAR = 8  # characters between a word and the name that it stands before


def _voice(document: Document, sentence: Sentence) -> Cue | None:
    """Whose word a sentence is: X는 … 밝혔다 (a party: confirmed), X에 따르면, 한 매체는 … 보도했다 (reported)."""
    masked = sentence.masked
    if masked is None:
        return None
    text = masked.text
    if NO_CONTENT.search(text) and not re.search(r"[\"“”]", text):
        return None
    according = _ACCORDING.search(text)
    if according:
        name = _named_before(
            masked.mentions_in(text[max(0, according.start() - 6) : according.start()]),
            text[: according.start()],
        )
        if name:
            status = "confirmed" if name[1] else "reported"
            return Cue(
                sentence.start,
                masked.position(according.end(), end=True),
                status,
                (name[0],),
                "sentence",
                carries=False,
                rule="ko/voice/according-to",
            )
    for verb, status in ((_REPORTED, "reported"), (_SAID, "confirmed")):
        found = ((m, _speaks(document, sentence, text[: m.start()])) for m in verb.finditer(text))
        m, speaker = next(((m, speaker) for m, speaker in found if speaker is not None), (None, None))
        if m is None or speaker is None:
            continue
        names, party = speaker
        if party and (status == "reported" or ("확정" in m[0] and _a_person(sentence, names))):
            continue  # a party does not report; "A가 출연을 확정했다" is told of A
        real = status if party and status == "confirmed" else "reported"
        if (said := _own_quote(sentence, text, names)) is not None:
            return Cue(*said, real, names, "clause", rule=f"ko/voice/{real}", scope=said)
        return Cue(
            masked.position(m.start()),
            masked.position(m.end(), end=True),
            real,
            names,
            "sentence",
            carries=False,
            rule=f"ko/voice/{real}",
        )
    return None


def _speaks(document: Document, sentence: Sentence, text: str) -> tuple[tuple[str, ...], bool] | None:
    """Who speaks, looked for outside of quotations first."""
    outside = _QUOTED.sub(lambda q: " " * len(q[0]), text)
    whole = len(re.findall(r"[“”\"]", text)) % 2 == 0  # else a mark is missing, and all may be outside
    return _speaker(document, sentence, outside) or (None if whole else _speaker(document, sentence, text))


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
# A quotation that a person utters; what stands outside of it is the reporter's.
_UTTERED = re.compile(r"[“\"]([^“”\"]{6,})[”\"](?:이?라?고|이?라?며|이?라는|는|면서)")


def _a_person(sentence: Sentence, names: tuple[str, ...]) -> bool:
    return any(m.kind == "P" and m.referent is not None and m.referent.name in names for m in sentence.mentions)


def _own_quote(sentence: Sentence, text: str, names: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the words stand that a person, not a company, utters in a sentence."""
    masked = sentence.masked
    m = _UTTERED.search(text)
    people = {x.referent.name for x in sentence.mentions if x.kind == "P" and x.referent is not None}
    if masked is None or m is None or not people.intersection(names):
        return None
    return masked.position(m.start()), masked.position(m.end(), end=True)


def _is_outlet(referent: Referent) -> bool:
    """Whether an organisation is of the press: by the lists, or by the noun said of it (미국 매체 스크린랜턴)."""
    facts = referent.facts
    return facts.get("kind") == "outlets" or bool(facts.get("outlet")) or facts.get("said", (0, 0, ""))[2] == "outlet"


def _named_before(mentions: list[Mention], text: str) -> tuple[str, bool] | None:
    if mentions and mentions[-1].kind == "O" and mentions[-1].referent is not None:
        referent = mentions[-1].referent
        return referent.name, not _is_outlet(referent)
    m = re.search(
        r"((?:복수의 |한 |여러 )?(?:방송|영화|업계|연예계|연예|드라마|방송가|영화계|현지)? ?(?:관계자(?:들)?|"
        r"업계|언론|매체|외신|방송가|방송계|영화계|연예계|충무로|보도))$",
        text,
    )
    if m:
        return m[1].strip(), False
    m = re.search(
        r"(?:매체|언론|일간지|스포츠지|전문지|외신)(?:인)? "
        r"[‘'\"]?([가-힣A-Za-z0-9]+(?: [가-힣A-Z][가-힣A-Za-z]*){0,2}?)[’'\"]?(?:\([^)]*\))?(?:의? 보도)?$",
        text,
    )
    if m:  # 미국 매체 릴 레저에 따르면
        return m[1], False
    m = re.search(
        r"([가-힣A-Za-z]{0,10}(?:뉴스|일보|신문|통신|스포츠|닷컴|매체|언론|저널|타임스|리포트|TV|[A-Z]{2,6}))$", text
    )
    return (m[1], False) if m else None


def _speaker(document: Document, sentence: Sentence, text: str) -> tuple[tuple[str, ...], bool] | None:  # noqa: C901 - one case after another
    """Who speaks, and whether a party to the matter does."""
    masked = sentence.masked
    if masked is None:
        return None
    best: tuple[tuple[str, ...], bool] | None = None
    found = list(_SPEAKER.finditer(text))
    late = [m for m in found if m[1] and m.end() >= len(text) - 4]  # "…고 소속사 A가 밝혔다"
    for m in late or found:
        if m[1]:
            referent = masked.mentions_in(m[1])[0].referent
            if referent is None:
                continue
            best = ((referent.name,), not _is_outlet(referent))
        elif m["of"]:
            work = masked.mentions_in(m["of"])[0].referent
            best = ((f"{work.name} 측",), True) if work is not None else None
        elif m[4]:
            referent = masked.mentions_in(m[4])[0].referent
            if referent is None:
                continue
            name = f"{referent.name} 측" if m[5] in {"측", "소속사"} else referent.name
            best = ((name,), True)
        elif m[6]:
            label = m[6].strip()
            org = _org_of(document, label)
            if label in _PARTY:
                best = ((org or label, label), True) if org else ((label,), True)
            elif _OUTLETISH.search(label):
                best = ((label,), False)
        if best:
            return best
    return best


_AGENCY = re.compile(r"(?:엔터테인먼트|엔터|매니지먼트|액터스|이엔티|소속사|ENT)$")


def _org_of(document: Document, label: str) -> str:
    kind = _PARTY.get(label, "")
    for referent in document.referents:
        if kind and referent.kind == "organization" and referent.facts.get("said", (0, 0, ""))[2] == kind:
            return referent.name
    if kind == "agency":  # not said to be one: the only one that has an agency's name
        named = {r.name for r in document.referents if r.kind == "organization" and _AGENCY.search(r.name)}
        return named.pop() if len(named) == 1 else ""
    return ""
