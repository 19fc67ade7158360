"""Who does what behind the camera, told with a verb: "A가 각색과 연출을 맡고", "연출은 A와 B가 맡았다"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING, Referent
from newsreel.reading.frames import Draft
from newsreel.reading.langs.ko.creditlines import profession
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.mask import Masked

_NO = NUMBER_CLASS
_P, _W, _O = kind_char("P"), kind_char("W"), kind_char("O")
_CLOSED = "".join(chr(i) for i in range(0xAC04, 0xD7A4, 28))  # syllables that close with ㄴ: adnominal endings
_JOBS = {
    word: predicate
    for predicate, row in {
        "director": "연출 감독 메가폰 지휘봉 찍었",
        "screenwriter": "극본 각본 대본 각색 시나리오 집필 썼 쓰고 쓴",
        "producer": "제작 프로듀서 제작자",
        "executive_producer": "총괄제작 기획총괄 총괄프로듀서",
        "composer": "음악",
        "cinematographer": "촬영 카메라",
    }.items()
    for word in row.split()
}
_OFFICE = r"(?: ?(?:감독|작가|PD|피디|프로듀서|씨))?(?: (?:듀오|콤비|부부|형제|자매))?"
_ROW = rf"(?P<who>{_P}{_NO}{_OFFICE}(?:(?: ?[,·] ?|와 |과 |, ){_P}{_NO}{_OFFICE})*)"
_JOB = (
    r"(?P<job>(?:총괄 ?)?(?:연출|감독|메가폰|지휘봉|극본|각본|대본|각색|시나리오|집필|제작|프로듀서|제작자|"
    r"음악|촬영|카메라|기획총괄))"
)
_MORE = r"(?P<more>(?:(?:과 ?|와 ?|·|, | 및 )(?:연출|감독|극본|각본|대본|각색|시나리오|제작|기획|주연|집필))*)"
_VERB = r"(?:맡|담당|책임|겸|잡[았은는고아]|쥐|쥔|들[고었]|든(?:다|[ .,])|집필|쓴|쓰|썼|참여|합류|도전|나[서섰선])"
# "A가 각색과 연출을 맡고"; where each of several has a job the verb stands behind the last one's.
_DOES = re.compile(
    rf"{_ROW}(?:이|가|은|는|도) (?P<between>[^{_P}{_O}.!?“\"]{{0,26}}?){_JOB}{_MORE}"
    rf"(?:을|를|도|까지|에|로|으로)(?: (?:[^ ,.{_P}]{{1,6}} ){{0,2}}{_VERB}|, (?=[^.]{{0,60}}{_VERB}))"
)
# "시나리오는 A가 B와 같이 썼다": both did.
_WITH = re.compile(
    rf"(?P<who>{_P}{_NO}{_OFFICE}(?:이|가|은|는) {_P}{_NO}{_OFFICE}(?:(?: ?[,·] ?| ){_P}{_NO}{_OFFICE})*)(?:와|과) "
    rf"(?:함께|같이|공동으로|나눠) (?P<between>[^{_P}{_W}{_O}.]{{0,10}}?)(?P<job>썼|쓰고|쓴|집필|각색|각본|극본|"
    rf"대본|연출|찍었)(?P<more>)"
)
# "연출은 A와 B가 맡았다", "극본을 A가 썼으며".
_DONE_BY = re.compile(
    rf"(?<![가-힣]){_JOB}{_MORE}(?:은|는|을|를|에는?) (?P<between>[^{_P}{_W}{_O}.]{{0,12}}?){_ROW}(?:이|가) {_VERB}"
)
# "각본을 쓰고 메가폰까지 잡은": the same people's next job.
_ALSO = re.compile(rf"[^ ]{{1,2}} [^ ]{{1,5}}(?:고|으며|며),? (?:직접 )?{_JOB}(?:을|를|도|까지) ?{_VERB}")
_OFFICE_BEHIND = re.compile(rf"{_P}{_NO} ?(?:감독|PD|피디|작가)")  # "'가'의 A 감독이 메가폰을 잡는다": another work
_REST = 26  # characters in which a next job may stand
_LED = re.compile(rf"(?P<work>{_W}{_NO})(?:\([^()]*\))?의 $")
# The rest of a verb that modifies the title behind it: "맡은 '가'", "담당하게 된 '가'".
_ADNOMINAL = re.compile(r"^(?:은|는|한|하는|진|지는|(?:하)?게 된|았던|했던|을|할)? ")
# "A가 각본에 참여하고 B 감독이 메가폰을 잡은 '가'": both made the title behind.
_AND_THEN = re.compile(
    rf"(?:하|았|"
    rf"했)?고,? {_P}{_NO}[^{_W}.]{{0,40}}[{''.join(chr(i) for i in range(0xAC04, 0xD7A4, 28))}] (?P<work>{_W}{_NO})"
)
_NO_JOB = re.compile(r"음악감독|촬영감독|무술감독|미술감독|조감독|감독상")


def crew(document: Document) -> Iterator[Draft]:
    """Directors, writers, producers and others told with a verb, for the title named with it or the work in focus."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone not in {BODY, LISTING} or masked is None or not any(m.kind == "P" for m in sentence.mentions):
            continue
        for pattern in (_DOES, _DONE_BY, _WITH):
            for m in pattern.finditer(masked.text):
                yield from _told(document, sentence, masked, m)


def _told(document: Document, sentence: Sentence, masked: Masked, m: re.Match[str]) -> Iterator[Draft]:
    work = _work(document, sentence, masked, m)
    if work is None or _NO_JOB.search(masked.plain(m[0])) or work.facts.get("type") in {"book", "webtoon", "manga"}:
        return
    jobs = {_JOBS.get(word.replace(" ", ""), "") for word in (m["job"], *re.findall("[가-힣]{2,3}", m["more"]))} - {""}
    if m.re is _DOES:
        also = _ALSO.match(masked.text, m.end("more"), m.end() + _REST)
        jobs |= {_JOBS.get(also["job"].replace(" ", ""), "")} - {""} if also else set()
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    for mention in _people(masked, m):
        if mention.kind != "P" or not isinstance(mention.referent, Referent) or not _of_the_trade(mention):
            continue
        if m["job"] == "카메라" and profession(mention.referent) != "cast_member":
            continue  # a director who "takes the camera" directs
        for job in sorted(jobs):
            mention.referent.facts.setdefault("credit", job if job in {"director", "screenwriter"} else "")
            yield Draft(
                job, work, mention.referent, sentence, start, end, f"ko/crew-verb/{job}",
                mention=mention, background=work is not document.focus[sentence.index].work,
            )  # fmt: skip


# "A 감독이 B가 주연으로 내정된 '가'의 연출을 맡는다": B's clause only modifies the title.
_MODIFIED = re.compile(rf"[{_CLOSED}던] (?:[^ {_W}]{{1,8}} ){{0,2}}{_W}")
_SUBJECT = re.compile(rf"{_ROW}(?:이|가|은|는) (?:[^{_P}{_W}.]{{0,20}})?$")


def _people(masked: Masked, m: re.Match[str]) -> list[Mention]:
    """Whose job is told: the subject before the verb, or the one before a clause that modifies the title."""
    if "between" in m.re.groupindex and m.re is _DOES and _MODIFIED.search(m["between"]):
        outer = _SUBJECT.search(masked.text[: m.start()])
        return masked.mentions_in(outer["who"]) if outer else []
    return masked.mentions_in(m["who"])


def _of_the_trade(mention: Mention) -> bool:
    """Whether somebody's label allows a job in a production: none of a festival, a company or the press."""
    assert mention.referent is not None  # noqa: S101 - the caller looked
    labels = mention.referent.facts.get("labels", ())
    return not labels or profession(mention.referent) != ""


def _work(document: Document, sentence: Sentence, masked: Masked, m: re.Match[str]) -> Referent | None:
    """The title before the job ("'가'의 연출을"), the one its clause modifies ("메가폰을 잡은 '가'"), or the focus."""
    before = masked.mentions_in(m["between"])
    led = [x for x in before if x.kind == "W"]
    if led:
        return led[-1].referent
    behind = masked.text[m.end() : m.end() + 34]
    tail = re.match(rf"[^{_P}{_W}{_O},.]{{0,26}}{_W}{_NO}", behind)
    if tail and _ADNOMINAL.match(behind) and (behind[0] != " " or m[0][-1] in "쓴쥔은는"):
        works = [x for x in masked.mentions_in(tail[0]) if x.kind == "W"]
        return works[-1].referent if works else None
    if and_then := _AND_THEN.match(masked.text, m.end()):
        return masked.mentions_in(and_then["work"])[0].referent
    title = None if _OFFICE_BEHIND.match(m["who"] if m.re is _DOES else "") else _LED.search(masked.text[: m.start()])
    if title:
        return masked.mentions_in(title["work"])[0].referent
    return document.focus[sentence.index].work
