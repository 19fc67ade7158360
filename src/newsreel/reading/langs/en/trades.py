"""Credits that a trade's name tells: "Ann Lee, the writer behind Harbor", "a series from director Bo Kim"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import BRACKET, SEPARATORS
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

CRAFTS = {
    "actor": "cast_member", "voice_actor": "cast_member", "director": "director", "screenwriter": "screenwriter", "writer": "screenwriter",
    "creator": "creator", "producer": "producer", "showrunner": "showrunner", "composer": "composer", "executive_producer": "executive_producer",
    "author": "creator", "presenter": "cast_member", "cinematographer": "cinematographer",
}  # fmt: skip
_HOSTED = frozenset(
    {
        "director",
        "screenwriter",
        "writer",
        "creator",
        "producer",
        "showrunner",
        "executive_producer",
        "composer",
        "cinematographer",
    }
)
_WRITTEN = frozenset({"book", "manga", "webtoon", "play", "game", "album"})
_J, _P, _W, _T, _G, _A, _D, _O = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "JPWTGADO")
_JOBS = rf"(?P<jobs>{_J}(?:(?:[-/]|,? and (?:the )?){_J})*)"
_WORKS = rf"(?P<works>{_W}(?:(?:{SEPARATORS}){_W})*)"
_FILL = rf"(?:(?!(?:his|her|their)\b)[\w’'-]+ |{_T},? |{_G} |{_A} |{_D} |{_O}(?:['’]s?)? |{_P}['’]s? )"
# "Ann Lee, the writer behind Harbor", "Bo Kim, director of the film Harbor and its sequel Still"
_BEHIND = re.compile(
    rf"(?P<who>{_P})(?: ?{BRACKET})?, (?:the |an? )?(?:[\w’'-]+ |{_A} |{_D} |{_O}['’]s ){{0,4}}?{_JOBS}(?: (?:of|behind|on)|['’]s) (?:the )?{_FILL}{{0,5}}?{_WORKS}"
)
# "a series from director Bo Kim and writer Ann Lee"
_FROM = re.compile(
    rf"(?P<ahead>{_T}|{_G}|{_W}|project|work|development|production|drama|title|picture|debut|season|pilot|adaptation|remake|feature|hails|hailing|comes?|coming|is|are|,)(?: ?{BRACKET})?,? (?:from|by) (?:the )?(?:[a-z-]+ |{_A} |{_W} ){{0,3}}?"
    rf"(?P<list>{_J}.*)"
)
_MEMBER = re.compile(
    rf"(?:(?:the )?(?:[a-z-]+ |{_A} |{_W} ){{0,2}}?)??{_JOBS} (?P<who>{_P}(?:(?: ?{BRACKET})?(?:, |,? and | & ){_P})*)(?: ?{BRACKET})?(?:,? (?:and|with) |, )?"
)


def trades(document: Document) -> Iterable[Draft]:
    """Credits of works by the trade that is named beside a person."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone == FURNITURE or masked is None or kind_char("J") not in masked.text:
            continue
        yield from _behind(document, sentence, masked)
        yield from _named(document, sentence, masked)
        yield from _of_it(document, sentence, masked)
        yield from _owned(document, sentence, masked)
        if sentence.zone != HEADLINE:
            yield from _from(document, sentence, masked)


def _behind(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    for m in _BEHIND.finditer(masked.text):
        person = masked.mentions_in(m["who"])[0]
        end = masked.position(m.end(), end=True)
        for job in masked.mentions_in(m["jobs"]):
            predicate = CRAFTS.get(str(job.value))
            for work in masked.mentions_in(m["works"]) if predicate else ():
                if work.kind == "W" and work.referent is not None and not work.indirect:
                    yield _draft(document, sentence, person, work.referent, predicate or "", (person.start, end))


def _from(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    """The makers that a work is said to be from, as long as the list goes on."""
    for m in _FROM.finditer(masked.text):
        start, here = masked.position(m.start()), m.start("list")
        ahead = [w for w in masked.mentions_in(m["ahead"]) if w.kind == "W" and w.referent is not None]
        work = ahead[-1].referent if ahead else document.work_at(start)
        if any(t.kind == "T" and t.value in _WRITTEN for t in masked.mentions_in(m["ahead"])):
            continue
        while work is not None and (one := _MEMBER.match(masked.text, here)):
            here = one.end()
            if masked.text.startswith(("'s", "’s"), here):
                break
            jobs = [str(job.value) for job in masked.mentions_in(one["jobs"]) if job.value in _HOSTED]
            people = [p for p in masked.mentions_in(one["who"]) if p.kind == "P"]
            for job, person in ((j, p) for j in jobs for p in people):
                yield _draft(document, sentence, person, work, CRAFTS[job], (start, person.end))


# "showrunner Ann Lee": of the work spoken of, where neither a work nor an owner stands before the trade
_AFTER = r"(?:from|by|with|and|to|for|of|as|when|while|but|said|says|told|tells|has|had|is|was|will|that|which|where|or|in|on|at)\b"
_NAMED = re.compile(
    rf"(?P<ahead>(?:{_W}|{_O}|{_P})(?:['’]s?,? (?:[\w-]+ |{_A} )?|,? (?!{_AFTER})(?:[\w-]+ |{_A} )?)|\bformer |\bfellow |['’]s |[-/]|\b(?:[Cc]asting|[Mm]anaging|[Aa]rtistic|[Ss]porting|[Tt]echnical|[Dd]eputy|[Rr]egional|[Cc]ommercial|[Ff]uneral) )?{_JOBS},? (?P<who>{_P}(?:(?: ?{BRACKET})?(?:,? and |, | & ){_P})*)(?!['’]s? | (?:the|an?|his|her|their|its)\b| {_P})"
)
_ON = re.compile(rf",? (?:on|in|for) {_FILL}{{0,4}}?(?P<work>{_W})")
_BY = re.compile(rf"\b[a-z]+ed by (?:[a-z-]+ |{_A} ){{0,3}}$")
_WORKED = re.compile(
    r"\b(?:work\w*|collaborat\w*|reunit\w+|team\w*|partner\w*|spoke\w*|interview\w*|met|marr\w+|dating|engaged|friend\w*) (?:[a-z]+ ){0,2}$"
)
# "her husband, the director Ann Lee": what somebody's family does elsewhere
_KIN = re.compile(
    r"\b(?:husband|wife|widow(?:er)?|spouse|partner|fianc[ée]e?|boyfriend|girlfriend|brother|sister|sibling|twin|son|daughter|father|"
    r"mother|parents?|uncle|aunt|cousin|nephew|niece|grand\w+|ex-\w+),? (?:the |an? )?(?:[a-z-]+ ){0,2}$"
)
# "Ann Lee, the show's creator", "Bo Kim, its director"
_OF_IT = re.compile(
    rf"(?P<who>{_P})(?: ?{BRACKET})?, (?:(?P<work>{_W})['’]s?|its) (?:[a-z-]+ |{_A} |{_D} ){{0,3}}?{_JOBS}(?=[,.;:)]| who| has| said| told| is|$)"
)
_TELLING = frozenset(
    {
        "showrunner",
        "creator",
        "executive_producer",
        "director",
        "cinematographer",
        "composer",
        "screenwriter",
        "writer",
        "producer",
    }
)


def _named(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    for m in _NAMED.finditer(masked.text):
        start = masked.position(m.start("jobs"))
        work = document.work_at(start)
        own = _its(document, masked, m["ahead"])
        if (m["ahead"] and not own) or work is None:
            continue
        telling = _HOSTED if own else _TELLING
        there = _ON.match(masked.text, m.end())
        if there is not None:  # "with director Ann Lee on Harbor"
            work = masked.mentions_in(there["work"])[0].referent or work
        elif not own and _BY.search(masked.text, 0, m.start("jobs")):
            continue  # "created by screenwriter Ann Lee" says what she did
        elif not own and (
            _WORKED.search(masked.text, 0, m.start("jobs")) or _KIN.search(masked.text, 0, m.start("jobs"))
        ):
            continue
        for job in masked.mentions_in(m["jobs"]):
            people = masked.mentions_in(m["who"])
            people = people if job.text.endswith("s") else people[:1]
            for person in people if job.value in telling else ():
                if job.value == "writer" and _wrote_books(person, masked.text[: m.start("jobs")]):
                    continue
                if person.kind == "P" and person.referent is not None:
                    yield _draft(document, sentence, person, work, CRAFTS[str(job.value)], (start, person.end))


_OF_BOOK = re.compile(rf"\b(?:by|of|from) (?:the )?(?:[a-z-]+ |{_A} |{_D} ){{0,3}}$")


def _wrote_books(person: Mention, before: str) -> bool:
    """Whether a writer is one of books rather than of the script: "a novel by the writer Ann Lee"."""
    return person.referent is None or bool(person.referent.facts.get("author")) or _OF_BOOK.search(before) is not None


# "writer Ann Lee's new work Harbor"
_OWNED = re.compile(rf"{_JOBS} (?P<who>{_P})['’]s {_FILL}{{0,4}}?(?P<work>{_W})(?! (?:novel|book|manga|webtoon)s?\b)")
_OWNERS = {
    "director": "director",
    "screenwriter": "screenwriter",
    "writer": "screenwriter",
    "creator": "creator",
    "showrunner": "creator",
}


def _owned(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    for m in _OWNED.finditer(masked.text):
        person, work = masked.mentions_in(m["who"])[0], masked.mentions_in(m["work"])[0]
        if work.referent is None or work.indirect or work.referent.facts.get("type") in _WRITTEN:
            continue
        for job in masked.mentions_in(m["jobs"]):
            if job.value in _OWNERS and person.referent is not None:
                span = (person.start, work.end)
                yield _draft(document, sentence, person, work.referent, _OWNERS[str(job.value)], span)


def _of_it(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    for m in _OF_IT.finditer(masked.text):
        person = masked.mentions_in(m["who"])[0]
        work = masked.mentions_in(m["work"])[0].referent if m["work"] else document.work_at(person.start)
        end = masked.position(m.end(), end=True)
        for job in masked.mentions_in(m["jobs"]) if work is not None else ():
            if job.value in _HOSTED and person.referent is not None and work is not None:
                yield _draft(document, sentence, person, work, CRAFTS[str(job.value)], (person.start, end))


def _its(document: Document, masked: Masked, ahead: str | None) -> bool:
    """Whether the owner of a trade is the work spoken of: "the film's director, Ann Lee"."""
    owners = masked.mentions_in(ahead or "")
    return bool(owners) and owners[0].kind == "W" and owners[0].indirect and owners[0].referent is document.main_work


def _draft(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    document: Document, sentence: Sentence, person: Mention, work: Referent, predicate: str, span: tuple[int, int]
) -> Draft:
    return Draft(
        predicate,
        work,
        person.referent,
        sentence,
        *span,
        f"en/trade/{predicate.replace('_', '-')}",
        background=work is not document.main_work,
        mention=person,
    )
