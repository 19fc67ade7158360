"""All mentions of a report together: works, organisations, dates, numbers, people and characters, told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, Mention, Referent
from newsreel.reading.langs.ko import casting, castlines, filmography, listing, quotes, titles
from newsreel.reading.langs.ko.dates import find_dates
from newsreel.reading.langs.ko.lexicon import PARTICLE, alternation, names, words
from newsreel.reading.langs.ko.names import Finder
from newsreel.reading.langs.ko.organisations import organisations
from newsreel.reading.langs.ko.partplaces import parts
from newsreel.reading.langs.ko.shapes import Name
from newsreel.reading.mask import Masked
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

_EPISODES = re.compile(
    r"(?:총 )?(\d{1,3})\s?(?:부작|회(?=에 걸쳐|짜리| 분량)|부(?=\.|,| 대본|로 )|에피소드|화(?=로 구성))"
)
_ROLE_QUOTE = 12
_REAL_NAME = re.compile(r"\((?:본명|실명|예명|옛 이름|활동명)[:은 ]*([가-힣]{2,5}(?: [가-힣]+)?)\)")


@cache
def _group_name() -> re.Pattern[str]:
    """박수영(레드벨벳 조이): the name that somebody bears in a group."""
    return re.compile(rf"\((?:{alternation(load_data('ko', 'groups')['groups'])}) ([가-힣]{{1,4}})\)")


# "한지우 배우의 오산", "이두리 배우 그대로": what politeness puts behind a name.
_COURTESY = re.compile(r" (?:배우|씨|선생님|선배님?)(?=(?:[은는이가의와과도를을]|에게|께서)(?![가-힣])|[,.)]| 그대로)")
_BRACKETED_NAME = re.compile(r"\(([가-힣]{2,4})\)")
_NATIVE_FORM = re.compile(r"\(([A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,3}|[\u4e00-\u9fff\u3040-\u30ff]{2,8})\)")


def mentions(document: Document) -> list[Mention]:
    """Everything that frames may bind to, with referents; notes the names under document.notes["names"]."""
    quoted = quotes.quotes(document)
    found = titles.works(document, quoted)
    works = {m.start for m in found}
    inside = [(m.start, m.end) for m in found]
    companies = [m for m in organisations(document) if not any(a <= m.start < b for a, b in inside)]
    found += companies
    found += _dates(document, inside) + _numbers(document)
    closed = [(m.start, m.end) for m in found if m.kind in "WO"]
    finder = Finder(document, closed)
    people = finder.find()
    loose = [
        Mention(q.start, q.end, "X", q.text, reasons=("quoted",))
        for q in quoted
        if q.start not in works
        and not any(m.start == q.start + 1 for m in companies)
        and len(q.text) <= _ROLE_QUOTE
        and (q.mark not in '"“' or re.match(r" ?역", document.text[q.end : q.end + 2]))
    ]
    quoted_spans = [(m.start, m.end) for m in loose]
    loose += [
        Mention(a, b, "X", text, reasons=("in a character's place",))
        for a, b, text in parts(finder)
        if not any(c <= a < d for c, d in quoted_spans)
    ]
    people = [n for n in people if not any(a <= n.start < b for a, b in quoted_spans)]
    rough = [Mention(n.start, n.end, "P", n.text, value=n) for n in people]
    document.place([*found, *rough, *loose])
    verdicts = _verdicts(document, people)
    return [*found, *_settled(document, people, loose, verdicts)]


def _dates(document: Document, titles_: list[tuple[int, int]]) -> list[Mention]:
    """The dates outside of titles: '광복절 특사' names no day."""
    found: list[Mention] = []
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        text = document.text[sentence.start : sentence.end]
        at = sentence.start
        for a, b in titles_:
            if at <= a and b <= sentence.end:
                text = text[: a - at] + "_" * (b - a) + text[b - at :]
        found += [
            Mention(at + d.start, at + d.end, "D", text[d.start : d.end], value=d, reasons=("date",))
            for d in find_dates(text, document.anchor)
        ]
    return found


def _numbers(document: Document) -> list[Mention]:
    return [
        Mention(s.start + m.start(), s.start + m.end(), "N", m[0], value=int(m[1]), reasons=("number of episodes",))
        for s in document.sentences
        if s.zone != FURNITURE
        for m in _EPISODES.finditer(document.text[s.start : s.end])
    ]


@dataclass(slots=True)
class Verdict:
    """What speaks for a name being a person's and a character's."""

    person: float = 0
    character: float = 0


def _verdicts(document: Document, people: list[Name]) -> dict[str, Verdict]:
    """For every name (and quoted word) the votes of labels, lexicon and the casting frames of the whole report."""
    votes: dict[str, Verdict] = defaultdict(Verdict)
    _vote_names(document, people, votes)
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        sentence.masked = Masked(document.text, sentence.start, sentence.end, sentence.mentions)
        inverted = castlines.vote(document, sentence, votes)
        for match, weight in () if inverted else casting.votes(sentence):
            for mention in match.bound.get("char", ()):
                votes[mention.text].character += weight
            for mention in match.bound.get("actor", ()):
                votes[mention.text].person += min(weight / 2, 1)
        _act(document, sentence, votes)
        document.notes.setdefault("prior", set()).update(filmography.prior_works(sentence))
        for mention in filmography.owned_people(sentence):
            votes[mention.text].person += 2
    castlines.vote_rows(document, votes)
    for _, heads in listing.lines(document):
        for mention in heads:
            if not (isinstance(mention.value, Name) and mention.value.label):
                votes[mention.text].character += 3
    _share_parts(votes)
    _vote_roles(document, people, votes)
    return votes


def _vote_names(document: Document, people: list[Name], votes: dict[str, Verdict]) -> None:
    """Labels, rows and the lexicon speak for people."""
    for name in people:
        if name.label:
            votes[name.text].person += 6
        if "in a row with names" in name.reasons and name.strength > 1:
            votes[name.text].person += 1.5
        votes[name.text].person += _AGE_VOTE if _AGED.match(document.text, name.end) else 0
    for text in {n.text for n in people}:
        if text in names().people and len(text) > 2:  # noqa: PLR2004 - syllables
            votes[text].person += 2


def _vote_roles(document: Document, people: list[Name], votes: dict[str, Verdict]) -> None:
    """A role noun before a name, and 역 behind it, speak for characters."""
    roles = casting.role_noun()
    for sentence in document.sentences:
        for mention in sentence.mentions:
            left = document.text[max(0, mention.start - 14) : mention.start]
            if mention.kind == "X" and mention.reasons == ("quoted",) and roles.search(left):
                votes[mention.text].character += 1.5
    for name in people:
        left = document.text[max(0, name.start - 14) : name.start]
        if re.match(r" ?역(?:을|를|의|에|으로|이|은|할)", document.text[name.end : name.end + 4]):
            votes[name.text].character += 3
        if re.match(
            r"(?: 전)?(?: 대통령| 장군| 왕| 황제| 열사| 의사| 선생)?(?:을|를) (?:연기|열연)",
            document.text[name.end : name.end + 14],
        ):
            votes[name.text].character += 2
        if not name.label and _LOVED.match(document.text, name.end):
            votes[name.text].character += 2
        if not name.label and roles.search(left) and not name.reasons[0].startswith("after "):
            votes[name.text].character += 1.5


# "오산을 짝사랑하는 바다": whom a part loves, hunts or guards is a part too.
_LOVED = re.compile(
    r"(?:을|를) (?:남몰래 |몰래 |오랫동안 |끝까지 |뒤에서 )?(?:짝사랑|사랑하|흠모|연모|돕는|도와|쫓는|뒤쫓|지키는|"
    r"배신하|유혹하|괴롭히|질투|보필|"
    r"키운|키워|구하|위협하|감시하|추적하|돌보|돌봐|납치|살해|죽이|의심하|미워하|증오|보좌|호위|따르는|가르치는|치료하)"
)
_AGED = re.compile(r"\(\d{2}(?:세)?\)")
_AGE_VOTE = 4
_ACT = re.compile(
    r"출연|나온다|나온 |나선다|나섰|등장|변신|소화|열연|합류|하차|캐스팅|검토|물망|낙점|발탁|주연|연기|"
    r"맡[은았는아]|역으로|역을|분한다|분했|호흡|[이가] 된다"
)


_CAST = re.compile(r"에 (?:[^ .,]{1,8} ){0,2}(?:캐스팅|출연|합류|낙점|발탁|승선|가세)")


def _act(document: Document, sentence: Sentence, votes: dict[str, Verdict]) -> None:
    """Who is the subject of a sentence about a part in a work is a person, however rare the name."""
    text = document.text[sentence.start : sentence.end]
    if not _ACT.search(text) or not any(m.kind == "W" for m in sentence.mentions):
        return
    for m in sentence.mentions:
        if m.kind == "P" and re.match(r"(?:\(\d\d\))?(?:은|는|이|가|도)[ ,]", document.text[m.end : m.end + 7]):
            votes[m.text].person += 2 if _CAST.search(text) else 1


def _share_parts(votes: dict[str, Verdict]) -> None:
    """The votes of 아라타 are those of 미야베 아라타 too."""
    for name in [n for n in votes if " " in n]:
        for part in (name.split(" ")[0], name.split(" ")[-1]):
            if part in votes:
                votes[name].character += votes[part].character
                votes[name].person += votes[part].person


def _settled(
    document: Document, people: list[Name], loose: list[Mention], verdicts: dict[str, Verdict]
) -> list[Mention]:
    registry: dict[str, Referent] = {}
    found: list[Mention] = []
    chars: set[str] = set()
    wholes = _wholes(people)
    for name in people:
        verdict = verdicts[name.text]
        if name.strength == 1 and max(verdict.character, verdict.person) < 1:
            continue
        if _particled(name, verdicts):
            continue
        firm = verdict.character >= 3 and not name.label  # noqa: PLR2004
        if verdict.character > verdict.person or (firm and verdict.character >= verdict.person):
            found.append(Mention(name.start, name.end, "C", name.text, reasons=tuple(name.reasons)))
            chars.add(name.text)
            continue
        found.append(_person(document, name, registry, verdict, wholes.get(name.text, name.text)))
    for mention in loose:
        if verdicts[mention.text].character > 0:
            mention.kind = "C"
            chars.add(mention.text)
        elif mention.reasons != ("quoted",):
            continue
        found.append(mention)
    _family_names(document, registry, found)
    _characters_again(document, _by_given_name(chars, found), found)
    return found


def _particled(name: Name, verdicts: dict[str, Verdict]) -> bool:
    """Whether a name is that of a part with a particle: 서영은 where the report has 서영 역."""
    stem = verdicts.get(name.text[:-1]) if len(name.text) == 3 and name.text[-1] in "은이도" else None  # noqa: PLR2004
    return stem is not None and not name.label and stem.character >= 3 and stem.character > stem.person  # noqa: PLR2004


def _by_given_name(chars: set[str], found: list[Mention]) -> dict[str, str]:
    """Every character by its name and, where that is one character's alone, by its given name: 주용 is 한주용."""
    given: dict[str, set[str]] = {}
    for name in chars:
        if len(name) == 3 and names().surname(name[0]) and name[1:] not in names().common:  # noqa: PLR2004 - syllables
            given.setdefault(name[1:], set()).add(name)
    whole = {short: min(owners) for short, owners in given.items() if len(owners) == 1}
    for mention in found:
        if mention.kind == "C" and mention.text in whole:
            mention.text = whole[mention.text]
    return whole | {name: name for name in chars if name not in whole}


def _characters_again(document: Document, chars: dict[str, str], found: list[Mention]) -> None:
    """A character once met is the same elsewhere in the report."""
    if not chars:
        return
    taken = [(m.start, m.end) for m in found]
    pattern = re.compile(rf"(?<![가-힣])({alternation(chars)})([가-힣]*)")
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        found += [
            Mention(m.start(), m.end(1), "C", chars[m[1]], reasons=("a character named before",))
            for m in pattern.finditer(document.text, sentence.start, sentence.end)
            if PARTICLE.fullmatch(m[2]) and not any(a < m.end(1) and m.start() < b for a, b in taken)
        ]


def _wholes(people: list[Name]) -> dict[str, str]:
    """The family and given names of foreign people with the one whole name of the report that each is part of."""
    found: dict[str, set[str]] = {}
    for whole in {n.text for n in people if " " in n.text}:
        parts = whole.split(" ")
        for part in {parts[0], parts[-1]}:
            if len(part) > 1:
                found.setdefault(part, set()).add(whole)
    return {part: min(wholes) for part, wholes in found.items() if len(wholes) == 1}


def _person(document: Document, name: Name, registry: dict[str, Referent], verdict: Verdict, whole: str) -> Mention:
    referent = registry.get(whole)
    if referent is None:
        referent = document.refer("person", whole)
        registry[whole] = referent
    if whole != name.text:
        referent.call(name.text)
    end = name.end
    tail = document.text[end : end + 40]
    if m := _group_name().match(tail):
        referent.call(m[1])
        end += m.end()
    elif m := _REAL_NAME.match(tail) or (_BRACKETED_NAME.match(tail) if name.label == "그룹" else None):
        referent = _one_of_two_names(registry, whole, m[1])
        end += m.end()
    elif m := _NATIVE_FORM.match(tail):
        referent.call(m[1])
        end += m.end()
    elif re.match(r"씨(?![가-힣])|씨(?:[은는이가도을를의와과]|에게)(?![가-힣])", tail):
        end += 1
    elif m := _COURTESY.match(document.text, end):
        end = m.end()
    if name.label:
        referent.facts.setdefault("label", name.label)
        referent.facts.setdefault("labels", []).append((name.label, name.start, name.end, name.label_start))
    if name.strength > 1 and (verdict.person >= 2 or name.text in names().people):  # noqa: PLR2004
        referent.facts["sure"] = True
    return Mention(name.start, end, "P", name.text, value=name, referent=referent, reasons=tuple(name.reasons))


def _one_of_two_names(registry: dict[str, Referent], name: str, real: str) -> Referent:
    """디오(도경수): whom the report has named by either before."""
    referent = registry.setdefault(real, registry[name])
    for known in (name, real):
        referent.call(known)
        registry[known] = referent
    return referent


def _family_names(document: Document, registry: dict[str, Referent], found: list[Mention]) -> None:
    """봉 감독, 임 작가; 하이모어 for 프레디 하이모어: part of a name stands for the whole."""
    offices = {**words().after, "PD": "director", "피디": "director"}
    pattern = re.compile(
        r"(?<![가-힣])([가-힣])\s(감독|작가|PD|피디|연출|배우|씨)(?=[은는이가을를과와의도에로측·,.()\s]|$)"
    )
    taken = [(m.start, m.end) for m in found]
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for m in pattern.finditer(document.text, sentence.start, sentence.end):
            if any(a <= m.start() < b for a, b in taken):
                continue
            fits = [r for n, r in registry.items() if n[0] == m[1] and len(n) in {2, 3, 4} and " " not in n]
            same = [r for r in fits if offices.get(r.facts.get("label", "")) == offices.get(m[2])]
            fits.sort(
                key=lambda r: max((x.end for x in found if x.referent is r and x.end <= m.start()), default=-1),
                reverse=True,
            )
            same.sort(
                key=lambda r: max((x.end for x in found if x.referent is r and x.end <= m.start()), default=-1),
                reverse=True,
            )
            chosen = (same or [r for r in fits if r.facts.get("credit") == offices.get(m[2])] or fits)[:1]
            if not chosen or not names().surname(m[1]):
                continue
            referent = chosen[0]
            referent.facts.setdefault("labels", []).append((m[2], m.start(), m.end(), m.start(2)))
            found.append(
                Mention(m.start(), m.start() + 1, "P", m[0], referent=referent, indirect=True, reasons=("family name",))
            )
    _parts(document, registry, found)


def _parts(document: Document, registry: dict[str, Referent], found: list[Mention]) -> None:  # noqa: C901 - one case after another
    parts: dict[str, Referent] = {}
    for name, referent in registry.items():
        pieces = name.split(" ")
        if len(pieces) > 1:
            for piece in (pieces[-1], pieces[0]):
                if len(piece) > 1:
                    parts.setdefault(piece, referent)
    if not parts:
        return
    taken = [(m.start, m.end) for m in found]
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for m in re.finditer(r"[가-힣]+", document.text[sentence.start : sentence.end]):
            start = sentence.start + m.start()
            if any(a <= start < b for a, b in taken):
                continue
            for piece, referent in parts.items():
                if m[0].startswith(piece) and PARTICLE.fullmatch(m[0][len(piece) :]):
                    referent.call(piece)
                    found.append(
                        Mention(start, start + len(piece), "P", piece, referent=referent, reasons=("part of a name",))
                    )
                    break
