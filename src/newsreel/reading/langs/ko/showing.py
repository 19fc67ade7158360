"""When works are shown, and how many episodes they have: each date and number given to the work it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.model import Period
from newsreel.reading.dates import DateMention, resolve
from newsreel.reading.document import FURNITURE, LISTING, Mention, Referent
from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_SHOWN = re.compile(
    r"개봉|공개|첫 ?방|첫 ?전파|첫 ?회|방영|전파를 [탄타탈탔]|방송|베일을 벗|관객[을과와]? ?(?:만나|찾|만날|만났)|"
    r"시청자(?:들)?[를을와과]? ?(?:찾|만[나날난])|관객(?:들)?[을과]? ?(?:찾|만[나날난])|극장에 [걸올]|간판을 [걸올건]|"
    r"출격|출발|시작[하한해]|막을 [올연]|첫선|첫 선|선보|내보[내낼낸]|내놓|편성(?!표|채널)|문을? [연여열]|안방극장|"
    r"안방을 (?:찾|두드)|전파를 [타탄]|"
    r"찾아[온간]|스크린에 걸|나왔|나온 |상영(?!화)|론칭|걸린|걸려|걸릴|볼 수 있|"
    r"새해를 [연여열엽]|포문을 [연여열엽]|빈자리|자리를 채|채운다|맞는다|맞이|준비하는|뚜껑을 연|출시|출간|연재|펴낸|"
    r"온다|옵니다|돌아온다|돌아옵니다|만나요|발표한|싣기"
)
_PRINTED = re.compile(r"출간|출판|간행|연재|펴낸|싣기")
_IN_PRINT = frozenset({"book", "webtoon", "manga", "album", "game", None})
_PAST = re.compile(
    r"(?:개봉|공개|방송|방영|상영|출발|시작)(?:했|된(?!다)|됐|돼|한(?!다))|나왔|나온 |첫선을 보(?:였|인(?!다))|"
    r"(?:첫 ?)?(?:회가|방송이|전파가) 나간 |나갔|전파를 탄(?!다)|막을 올린(?!다)|베일을 벗은|"
    r"관객[을과와]? ?(?:만났|찾았)|선보(?:였|인(?!다))|걸린 |끝난|막을 내린|찍었|"
    r"발표한|펴낸|싣기|올린(?!다)|문을 연(?!다)|내놨|내놓았"
)
_COMING = re.compile(
    r"(?:[한된간찾선낸난연른운린걸만긴]다|니다|만나요|될|할|볼|예정|목표|앞둔|앞두고)(?:[ .,”\"'’]|$|고 )"
)
_LABEL = re.compile(
    r"(?:개봉|방송|공개|첫 ?전파|첫 ?방송|첫 ?공개|방영|상영|출간)(?:일|일은|일이|일을|은|는|이|일자는|시기는|"
    r"는 국내|을)?[ :]{1,2}(?:[^.목앞째며고]{0,10})$|"
    r"볼 수 있는 시기는 $"
)
_NOT_SHOWN = re.compile(
    r"사망|별세|입대|전역|출산|결혼|이혼|체포|제작발표회|시사회|간담회|인터뷰|행사|팬미팅|기자회견|집계|시청률|"
    r"스틸|포스터|예고편|티저|현장|대본|"
    r"생방송|라디오|영상을|OST|선공개|재방|종영|마지막 회|촬영|크랭크|캐스팅|출연진|이미지|사진|프로필|"
    r"소식과 함께|방송 ?시간|시간대|방송가|모습을|중지|중단|요구|논란|회 방송|회를|명단|초청작|지 않|관계자|미정|"
    r"편성표|기 시작|시절|군사정권|시상식|무대에서|실력을|공사|착공|완공|운영|모집|접수"
)
_SAID = re.compile(
    r"^(?: [^.,]{1,20}에 (?:따르면|의하면)|(?:[^.]{0,14})?(?:발표|밝혔|밝힌|전했|알렸|보도|말했|공식|입장|내놨|"
    r"통화|제작을 확정|윤곽|라인업))"
)
_TOGETHER_WITH = re.compile(
    r"(?:(?:일)? ?(?:확정)? ?소식|일|일정|시기)(?:과|와|을|를) 함께"
)  # the day of the news, not of the showing
_ADNOMINAL = re.compile("[" + "".join(chr(i) for i in range(0xAC04, 0xD7A4, 28)) + "을될할던] (?:[^ ]{1,8} ){0,3}$")
# "지난 1일 방송된 '가' 3회에서는": when an episode was shown, not the work.
_EPISODE = re.compile(
    r" ?(?:밤 |오후 |저녁 )?(?:\d{1,2}시(?: \d{1,2}분)?(?:에)? )?(?:첫 )?(?:방송|방영)(?:된|한|될|"
    r"되는) (?:[^.]{0,50}?)(?:\d+회|\d+화|\d+부|마지막 ?회|최종회|"
    r"에서는|에서 |에는)"
)
_FIRST_SEEN = re.compile(r"(?:세계 최초|세계 처음|가장 먼저|처음으로|최초로) (?:상영|공개|선보)")
_KINDS = frozenset({"day", "month", "season", "quarter", "half", "year", "range", "span"})
_WEEKDAY = re.compile(r"^[월화수목금토일]요일|^(?:매주|매일)|주말$|^이번 주|^지난주|^다음 주$")
_OTHER = re.compile(r"^\s?(?:\([^)]*\))?(?:의)? ?(?:후속|속편|이후|이래|뒤를|바통)|^(?:이|가) (?:끝난|종영|막을 내린)")
_FESTIVAL = re.compile(
    r"([가-힣A-Z]{2,9}(?:국제)?(?:독립|단편|판타스틱|다큐멘터리|청소년|여성)?영화제)"
    r"(?!에서 [^.]{0,26}(?:상을|수상|받은|받았|거머|안은|트로피))(?!(?:의)? [^.]{0,14}(?:수상작|대상))"
)
_COUNTRY = re.compile(
    r"(국내(?= 관객)|국내|북미|일본|미국|중국|대만|홍콩|영국|프랑스|태국)(?:에서는?|에는?(?! 배급)| 극장| 개봉| 대륙|"
    r" 전역| 관객(?:은|이|과|을|들))"
)


def dates(document: Document) -> Iterator[Draft]:
    """Dates of showing, and numbers of episodes."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for i, mention in enumerate(sentence.mentions):
            if mention.kind == "D":
                yield from _date(document, sentence, i, mention)
            elif mention.kind == "N":
                yield from _episodes(document, sentence, i, mention)
        yield from _years(document, sentence)


def _episodes(document: Document, sentence: Sentence, i: int, mention: Mention) -> Iterator[Draft]:
    if isinstance(mention.value, int) and mention.value <= _PARTS and _TRILOGY.match(document.text, mention.end):
        return  # "복수 3부작을 닫는"
    following = sentence.mentions[i + 1] if i + 1 < len(sentence.mentions) else None
    work = document.focus[sentence.index].work
    marked: set[int] = document.notes.get("background", set())
    if following is not None and id(following) in marked:
        following = None
    if following is not None and following.kind == "W" and following.start - mention.end <= 8:  # noqa: PLR2004
        work = following.referent
    elif re.search(r"\([^()]*$", document.text[max(sentence.start, mention.start - 80) : mention.start]):
        return
    if work is not None and not re.match(
        r"(?:에서|까지|부터|는|에 등장)", document.text[mention.end : mention.end + 4]
    ):
        yield Draft(
            "episodes", work, mention.value, sentence, mention.start, mention.end, "ko/number/episodes", mention=mention
        )


def _date(document: Document, sentence: Sentence, i: int, mention: Mention) -> Iterator[Draft]:  # noqa: C901, PLR0911, PLR0912 - one case after another
    text = document.text
    value = mention.value
    if not isinstance(value, DateMention) or value.kind not in _KINDS or _WEEKDAY.match(mention.text):
        return
    if re.search(r"\([^()]*$", text[max(sentence.start, mention.start - 60) : mention.start]) and not re.search(
        r"\)", text[mention.start : mention.end]
    ):
        return
    if re.search(
        r"(?:현장|모습|사진|이미지|컷|포스터|예고편|티저|스틸|캐릭터|영상|라인업)(?:이|가|을|를|은|는) (?:[^.]{0,6})?$",
        text[max(sentence.start, mention.start - 14) : mention.start],
    ):
        return
    if _of_something_else(text, sentence, mention):
        return
    previous = sentence.mentions[i - 1] if i else None
    if _headed(sentence, text, previous, mention) and previous is not None and previous.referent is not None:
        end = mention.end
        value_ = resolve(value, future=True).edtf
        yield Draft(
            "release_date", previous.referent, value_, sentence, mention.start, end, "ko/date/heading", mention=mention
        )
        return
    behind = sentence.mentions[i + 1] if i + 1 < len(sentence.mentions) else None
    if _heads(sentence, text, mention, behind) and behind is not None and behind.referent is not None:
        day = resolve(value, future=None).edtf
        span = (mention.start, behind.end)
        yield Draft("release_date", behind.referent, day, sentence, *span, "ko/date/heading", mention=mention)
        return
    if (
        previous is not None
        and previous.kind == "D"
        and re.fullmatch(r"(?:과|와|·|, ?|부터 )", text[previous.end : mention.start])
    ):
        return
    following = sentence.mentions[i + 1] if i + 1 < len(sentence.mentions) else None
    if (
        following is not None
        and following.kind == "D"
        and re.fullmatch(r"(?:과|와|·|, ?)", text[mention.end : following.start])
    ):
        i += 1
    later = next((m.start for m in sentence.mentions[i + 1 :] if m.kind == "D"), sentence.end)
    right = text[mention.end : min(later, mention.end + 44)]
    hour = _HOUR.match(right)
    right = right[: hour.end() - 1] + " " + right[hour.end() :] if hour else right
    clause = re.split(r"[,.]|(?:했고|이고|하고|지만|으며|는데) ", right, maxsplit=1)[0]
    shown = _SHOWN.search(clause)
    label = _LABEL.search(text[max(sentence.start, mention.start - 24) : mention.start])
    moved = _moved(text, sentence, mention)
    label = label or moved
    said = None if moved else _SAID.match(right)
    if re.match(r"\s?(?:오전 |오후 )?[“\"]", right):
        return  # the day of what is said next
    if (said and re.search(r"따르면|의하면", said[0])) or (value.kind == "day" and _EPISODE.match(right)):
        return
    if (
        not (shown or label)
        or (said and not (shown and shown.end() < said.end() - 1))
        or (shown and _NOT_SHOWN.search(clause[: shown.end() + 7]) and not _FIRST_SEEN.search(clause))
        or (shown and _TOGETHER_WITH.match(clause[shown.end() :]))
    ):
        return
    if _SHOT_SINCE.match(text, mention.end, sentence.end) or (
        shown and shown[0] in _COMES and _somebody(sentence, mention, shown.start())
    ):
        return
    if re.search(r"영화제(?:는|가) (?:[^.]{0,10})$", text[max(sentence.start, mention.start - 16) : mention.start]):
        return
    if value.direction == "past" and shown and re.match(r"[^ ]{0,3}(?:될|할|예정)", clause[shown.start() :]):
        return
    work = work_at(document, sentence, mention, mention.end + (shown.end() if shown else 0))
    if work is None:
        return
    if shown and _PRINTED.match(clause, shown.start()) and re.search(r"동명|같은 제목|원작", right):
        return
    if shown and _PRINTED.match(clause, shown.start()) and work.facts.get("type") not in _IN_PRINT:
        return  # "2014년 출간된 동명 소설": the day is the book's
    tense: bool | None = None
    if shown and _PAST.match(right[shown.start() :]):
        tense = False
    elif _COMING.search(clause) or (shown and _NOW.match(right[shown.start() :])) or (label and _SET.match(right)):
        tense = True
    period = resolve(value, future=tense)
    end = min(sentence.end, mention.end + (shown.end() if shown else 0))
    around = text[max(sentence.start, mention.start - 30) : min(sentence.end, mention.end + 60)]
    for each in _row(sentence, work, mention, text):
        yield Draft(
            "release_date",
            each,
            period.edtf,
            sentence,
            mention.start,
            end,
            "ko/date/shown",
            slots=_venue(text[sentence.start : sentence.end] if _FIRST_SEEN.search(clause) else around),
            mention=mention,
        )


# "개봉은 12월로 잡혀 있다", "첫 방송은 9월.": a label and nothing that puts the day in the past.
_SET = re.compile(
    r"(?:께|쯤|경| 중순| 초| 말| 중)?(?:(?:으)?로 (?:잡|못 박|못박|확정|정해|예정|내다|점쳐|맞춰)|이다|다\.|이며|"
    r"을 (?:목표|겨냥)|[.]|$)"
)
# "지난해 12월 시작해 지난달 말 촬영을 끝냈다": when shooting began.
_SHOT_SINCE = re.compile(r"(?:에|부터)? (?:시작해|시작한|시작돼) [^.]{0,30}촬영")
# "3월 10일 금요일 오후 5시, '가'가 온다": the hour belongs to the day, the comma parts no clauses.
_HOUR = re.compile(
    r"(?:에)?(?: ?\([월화수목금토일]\)| [월화수목금토일]요일| ?(?:오전|오후|밤|저녁|낮|새벽|자정|정오)|"
    r" ?\d{1,2}시(?: ?\d+분| 반)?)"
    r"{0,4}(?:에|부터)?,(?= )"
)
_COMES = frozenset({"온다", "옵니다", "돌아옵니다", "돌아온다", "나왔", "나온 ", "출격", "찾아온", "빈자리"})


def _somebody(sentence: Sentence, mention: Mention, shown: int) -> bool:
    """Whether a person, not a work, is who comes on a day: "15일 한지우가 형사로 나온다고 보도했다"."""
    return any(m.kind == "P" and mention.end <= m.start < mention.end + shown for m in sentence.mentions)


# "30일 첫 전파를 타는 '가'": the present of what modifies a title speaks of the next such day.
_NOW = re.compile(r"(?:첫 )?[가-힣]{1,5}(?:을|를|과|와|에|에서)? ?[가-힣]{1,4}는 (?![것데중])")
_PARTS = 4  # of a trilogy, not of a series
_TRILOGY = re.compile(r"(?:을|의|이)? ?(?:닫|완성|마무리|완결|마지막|매듭|잇는|이어지)")
_SHOOTS = re.compile(r"(?:촬영|크랭크인)(?:은|이|을|도)? (?:예정대로 |오는 |올해 |내년 )?$")
_AFTER_ALL = re.compile(r"(?:끝나는|종영하는|막을 내리는|끝난|종영한) $")  # "방송이 끝나는 10월 세트를 연다"
_SPEECH = re.compile(r"[^“”\"‘’,.]{0,18} [“\"][^”\"]{4,200}[”\"]\s?(?:이?라고|고|이?라며|며)")
_SLOT = re.compile(r"(?:편성|방송|방영|공개|개봉|첫 ?방송)(?:일|일정|시기)?(?:이|가|을|를|은|는) $")
_TO = re.compile(r"(?:으)?로 (?:변경|연기|이동|확정|옮|미뤄|미뤘|늦[춰췄]|잡|결정)")


def _of_something_else(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a date is that of a shoot ("촬영은 10월 … 시작한다") or of a statement ("21일 …에 “…”라고 밝혔다")."""
    before = text[max(sentence.start, mention.start - 14) : mention.start]
    return (
        _SHOOTS.search(before) is not None
        or _AFTER_ALL.search(before) is not None
        or _SPEECH.match(text, mention.end, sentence.end) is not None
    )


def _moved(text: str, sentence: Sentence, mention: Mention) -> re.Match[str] | None:
    """Whether a date is the one that a showing was moved to: "편성이 2024년 상반기로 변경됐다"."""
    to = _TO.match(text, mention.end, sentence.end)
    return to and _SLOT.search(text[max(sentence.start, mention.start - 16) : mention.start])


def _heads(sentence: Sentence, text: str, mention: Mention, behind: Mention | None) -> bool:
    """Whether a date heads an item right before its title: "2일(금) 달빛 정원 / …"."""
    return (
        sentence.zone == LISTING
        and behind is not None
        and behind.kind == "W"
        and mention.start - sentence.start <= 3  # noqa: PLR2004 - a bullet
        and re.fullmatch(r" ?(?:\([월화수목금토일]\))? ?[‘'<《〈]?", text[mention.end : behind.start]) is not None
    )


def _headed(sentence: Sentence, text: str, previous: Mention | None, mention: Mention) -> bool:
    """Whether a date is all that a line has behind its title: "2. 달빛 정원, 9월 18일"."""
    return (
        sentence.zone == LISTING
        and previous is not None
        and previous.kind == "W"
        and re.fullmatch(r"[’'\]>》]?(?:,| -| :)? ?", text[previous.end : mention.start]) is not None
        and sentence.end - mention.end <= 3  # noqa: PLR2004 - 중, 초
    )


def _row(sentence: Sentence, work: Referent, mention: Mention, text: str) -> list[Referent]:
    """The works that share a date: a row of titles right before it ("'가' '나'도 올해 안에 볼 수 있다")."""
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None and m.end <= mention.start]
    found = [work]
    if works and works[-1].referent is work:
        for a, b in zip(reversed(works[:-1]), reversed(works[1:]), strict=False):
            if not re.fullmatch(r"\s?(?:[,·]|와|과)?\s?", text[a.end : b.start]) or a.referent is None:
                break
            found.append(a.referent)
    return found


def _venue(around: str) -> dict[str, str]:
    if m := _FESTIVAL.search(around):
        return {"venue": m[1]}
    if m := _COUNTRY.search(around):
        return {"venue": m[1].replace("국내", "한국")}
    return {}


# "OCN은 8월 5일 '가'를 내보낸다".
_SHOWS_IT = re.compile(
    r"[’'”>》〉]?(?:\([^)]*\))?(?: 시즌 ?\d)?(?:을|를) (?:[^ .,]{1,10} ){0,3}(?:내보[내낸]|선보[이인]|공개|방송|"
    r"방영|개봉|편성|내놓|시작|첫 방송|상영|건다)"
)


def work_at(document: Document, sentence: Sentence, mention: Mention, shown: int) -> Referent | None:
    """The work that a date of showing is said of: the title that follows, the last topic before, the work in focus."""
    text = document.text
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    after = next((m for m in works if m.start >= mention.end and not _OTHER.match(text[m.end : m.end + 14])), None)
    followed = [m for m in works if after is not None and mention.end <= m.start < after.start]
    reach = after.start - (after.start - followed[0].start if followed and after is not None else 0) if after else 0
    if after is not None and reach <= shown + 26 and after.start > mention.end:
        between = text[mention.end : followed[0].start if followed else after.start]
        if _ADNOMINAL.search(between) and "," not in between:
            return after.referent
    if after is not None and after.start - mention.end <= 2 and _SHOWS_IT.match(text, after.end):  # noqa: PLR2004 - marks
        return after.referent
    marked = document.notes.get("background", set())
    before = [
        m
        for m in works
        if m.end <= mention.start and id(m) not in marked and not _OTHER.match(text[m.end : m.end + 14])
    ]
    for work in reversed(before):
        right = text[work.end : work.end + 24]
        if re.match(r"\s?(?:\([^)]*\))?(?: 시즌 ?\d)?(?:은|는|이|가|을|를|도|의|,| )", right) and not any(
            m.kind == "P"
            and work.end <= m.start < mention.start
            and re.match(r"(?: 감독| 작가)?(?:은|는|이|가)", text[m.end : m.end + 5])
            for m in sentence.mentions
        ):
            return work.referent
    focus = document.focus[sentence.index].work
    # "올해 안방극장은 …": before a work is named nothing is said of it, unless a report has but one.
    named = {id(m.referent) for m in document.mentions if m.kind == "W"}
    met = any(m.kind == "W" and m.referent is focus and m.start < sentence.end for m in document.mentions)
    return focus if met or len(named) == 1 else None


def _years(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """Filmographies: 2015 달빛 정원 / 2017 푸른 배."""
    if sentence.zone == LISTING:
        return
    text = document.text
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    for work in works:
        left = text[max(sentence.start, work.start - 6) : work.start]
        if work.referent is not None and (m := re.search(r"(?<!\d)((?:19|20)\d\d) $", left)):
            yield Draft(
                "release_date",
                work.referent,
                Period.parse(m[1]).edtf,
                sentence,
                work.start - len(m[0]),
                work.end,
                "ko/date/filmography",
                background=True,
            )
