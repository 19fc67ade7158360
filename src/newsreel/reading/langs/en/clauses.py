"""Clauses: where one begins, and which works what is said in it is said of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsreel.reading.langs.en.passing import PASSING_AFTER, bracketed
from newsreel.reading.mask import KIND_BASE, NUMBER_BASE, NUMBER_CLASS
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

NEAR = 60  # code points between a work and a participle said of it
_PARTICIPLE = re.compile(
    r"(?:now |once |also |originally |first |recently )?(?:released|due|dropping|pushed|competed|shot|filmed|slated|scheduled|set for|in (?:cinemas|theat(?:er|re)s)|unveiled|out|opening|premiering|published|streaming|airing|launched|moved|renewed|cancelled|axed)\b"
)
AFTER = 30  # code points between a verb and a work that it takes
_CLAUSE = re.compile(r"[;:]| – | — |—|, (?:and|but|while|so|as|whereas|although|though) | (?:but|while|whereas) ")


class Event(NamedTuple):
    """A word of something that happens: what (release, begin, end, shoot, other), and where in the masked sentence."""

    what: str
    start: int
    end: int


def clause_start(text: str, position: int) -> int:
    """Where the clause around a position begins."""
    start = 0
    for m in _CLAUSE.finditer(text, 0, position):
        start = m.end()
    return start


_MENTION = f"[{chr(KIND_BASE)}-{chr(NUMBER_BASE - 1)}]{NUMBER_CLASS}"
_TWO = re.compile(
    rf"(?P<one>{_MENTION})(?: ?\([^()]*\))?,(?: and)? (?P<two>(?:[\w’'-]+ |{_MENTION}[ -]){{0,3}}?{_MENTION})"
)
_GOVERNED = re.compile(
    r"\b(?:with|by|from|of|for|opposite|alongside|as|to|starring|stars|is|are|joins|to star|told|said) (?:(?:the|an?|[a-z-]+) ){0,2}$"
)
# "has Ann Lee and Bo Kim, and Cy Roe produced it": a list that had its "and" is whole
_WHOLE = re.compile(rf"(?P<one>{_MENTION}(?:, {_MENTION})*,? and {_MENTION}), and (?P<two>{_MENTION})")
_DID = re.compile(r" (?:also )?(?:[a-z]{2,}(?:s|ed)|wrote|made|shot)\b(?! in\b)")
_HELD = re.compile(
    r"\b(?:with|by|from|has|have|had|got|stars|starring|features|featuring|cast|casts|opposite|alongside) (?:(?:the|an?|[a-z-]+) ){0,2}$"
)
_DOES = re.compile(
    r"(?: ?\([^()]*\))?,? (?:also |then |now )?(?:is|was|has|will|would|(?!as\b|this\b|plus\b|its\b|his\b|hers\b|theirs\b|others\b)[a-z]{2,}s)\b"
)


# "Harbor on Acme and the Quay film Kite": the second company is that of the next work
_COMPANY = f"{chr(KIND_BASE + ord('O'))}{NUMBER_CLASS}"
_COMPANIES = re.compile(rf"(?P<one>{_COMPANY}),? and the {_COMPANY}")
_THEIRS = re.compile(
    rf"(?:['’]s?)? (?:[\w-]+ )?(?:(?:{chr(KIND_BASE + ord('T'))}|{chr(KIND_BASE + ord('G'))}){NUMBER_CLASS},? )+[\"“‘']?{chr(KIND_BASE + ord('W'))}"
)


def one_list(text: str, start: int, end: int, first: bool) -> tuple[int, int]:
    """What of two people or companies joined by "and" is one list, in masked text in lower case.

    In "written by Ann Lee, and Bo Kim directs" the second begins a clause of its own; `first` tells that the match
    begins with the list, so that the second is meant.
    """
    companies = _COMPANIES.fullmatch(text, start, end)
    if companies is not None and _THEIRS.match(text, end):
        return companies.span("one")
    whole = _WHOLE.fullmatch(text, start, end)
    if whole is not None and _DID.match(text, end) and _HELD.search(text, max(0, start - 40), start):
        return whole.span("two") if first else whole.span("one")
    two = _TWO.fullmatch(text, start, end)
    if two is None or not _DOES.match(text, end) or not _GOVERNED.search(text, max(0, start - 40), start):
        return start, end
    return two.span("two") if first else two.span("one")


_OF_PEOPLE = Sought(
    r"(?i)(?:director|stars?|creators?|writers?|producers?|makers|team|studio|author|people|company|world|universe|man|woman|duo|follow-up|sequel|prequel|remake|adaptation|version|spin-?off|set|story) (?:of|behind|to|from|on) [\"“‘'*]*$|(?:spin|riff|twist|take|remake|version|adaptation|sequel|prequel|follow-up|spin-?off|reworking|retelling|update) (?:of|on|to|from) (?:[\w’'-]+ ){1,5}[\"“‘'*]*$|(?:based on|adapted from|inspired by|known for|fame|after|like|than|such as|alongside|with|remake of|followed|following) [\"“‘'*]*$",
)


def _passed(document: Document, mention: Mention) -> bool:
    """Whether a work is named in passing and cannot be the subject of what follows."""
    return (
        bracketed(document, mention)
        or bool(PASSING_AFTER.match(document.text[mention.end : mention.end + 40]))
        or document.search(_OF_PEOPLE, max(0, mention.start - 40), mention.start) is not None
    )


def subjects_of(document: Document, sentence: Sentence, event: Event, mention: Mention | None = None) -> list[Referent]:
    """The works that an event is said of: its object, else its subject, else what the words before speak of.

    `mention` is the date or place of the event, before which an object stands.
    """
    if sentence.masked is None:
        return []
    works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
    told = _Told(document, sentence, sentence.masked, event, mention, works)
    for find in (_objects, _shot_on, _in_bracket, _new_one, _source, _told_of_last, _subject):
        found = find(told)
        if found is not None:
            return found
    host = document.work_at(told.position)
    return [host] if host is not None else []


@dataclass(frozen=True, slots=True)
class _Told:
    """An event in its sentence, with the works that the sentence names."""

    document: Document
    sentence: Sentence
    masked: Masked
    event: Event
    mention: Mention | None
    works: list[Mention]

    @property
    def position(self) -> int:
        return self.masked.position(self.event.start)

    @property
    def end(self) -> int:
        return self.masked.position(self.event.end, end=True)

    @property
    def before(self) -> list[Mention]:
        """The works named before the event in its clause."""
        left = self.masked.position(clause_start(self.masked.text, self.event.start))
        return [m for m in self.works if left <= m.start and m.end <= self.position]


def _objects(told: _Told) -> list[Referent] | None:
    """What an event takes: "Acme opens Harbor on 3 May", "she is seen in Harbor this year"."""
    document, mention, end = told.document, told.mention, told.end
    seen = told.masked.text[told.event.start : told.event.end].lower().endswith(("seen", "watch", "catch"))
    limit = mention.start if mention is not None and mention.start > end else end + AFTER
    for m in told.works:
        if end <= m.start < limit and _TAKEN.fullmatch(_plain(document, told.sentence, end, m.start)):
            within = document.text[max(0, m.start - 6) : m.start].rstrip(" \"“‘'*").endswith(" in")
            if seen or not within:
                return _twin_beside(told, m) or _joined(document, told.works, m)
    right = max(mention.end, end) if mention is not None else end
    for m in told.works if seen and mention is not None else ():
        if right <= m.start < right + AFTER and document.text[right : m.start].strip(" \"“‘'*") == "in":
            return _joined(document, told.works, m)
    return None


def _twin_beside(told: _Told, work: Mention) -> list[Referent] | None:
    """The source that a type word names beside its adaptation's name: "released in 2017, the webtoon Harbor"."""
    kind = next((m for m in told.sentence.mentions if m.kind == "T" and 0 <= work.start - m.end <= _BESIDE), None)
    if kind is None or kind.value not in _WRITTEN or work.referent is None:
        return None
    return [twin for twin in _twins_of(told.document, str(kind.value)) if work.referent.name in twin.names][:1] or None


def _told_of_last(told: _Told) -> list[Referent] | None:
    """What a relative clause or a participle is said of: the work named last."""
    text, start, before = told.masked.text, told.event.start, told.before
    if before and re.search(r"(?:which|that)(?: [\w.\ue000-\uf8ff]+){0,4} $", text[max(0, start - 22) : start]):
        return _joined(told.document, told.works, before[-1])
    if _PARTICIPLE.match(text, start) and _COMMA.search(text[:start].rstrip()):
        # "has the title role in Harbor Light, now due in August": said of the work named last
        close = [m.referent for m in told.works if m.end <= told.position and told.position - m.end < NEAR]
        if close and close[-1] is not None:
            return [close[-1]]
    return None


_COMMA = re.compile(r"[,(](?: (?:now|once|also|originally|first|recently))?$")


def _subject(told: _Told) -> list[Referent] | None:
    """The first work of the clause that is not named in passing; none where the clause tells of another's sequel."""
    document, before, masked = told.document, told.before, told.masked
    plain = [m for m in before if not _passed(document, m)]
    if plain:
        return _joined(document, told.works, plain[0])
    if before:
        left = masked.position(clause_start(masked.text, told.event.start))
        after = masked.text.find(chr(NUMBER_BASE + masked.mentions.index(before[-1]))) + 1
        another = _OTHER_THING.search(document.text[left : before[-1].start])
        if another and _RIGHT_BEFORE.fullmatch(masked.text, after, told.event.start):
            return []
    return None


_WRITTEN = frozenset(["book", "manga", "webtoon", "play", "game", "short"])
_SAID_OF_TYPE = re.compile(
    r"[\"”’']*(?: series)?(?:,? (?:by|from|of) [^.;,]{3,40})?,? (?:(?:that|which|first|originally|was|were|had|has|been|is|initially) )*$"
)


def _source(told: _Told) -> list[Referent] | None:
    """The source that "the manga, which first appeared in 1997" tells of; none where it is no work of the report."""
    kinds = [m for m in told.sentence.mentions if m.kind == "T" and m.end <= told.position]
    if not kinds or (kinds[-1].value not in _WRITTEN and not _twins_of(told.document, str(kinds[-1].value))):
        return None
    kind = kinds[-1]
    if not _SAID_OF_TYPE.fullmatch(told.document.text, kind.end, told.position):
        return None
    if any(-_BESIDE <= m.start - kind.end <= _BESIDE or 0 <= kind.start - m.end <= _BESIDE for m in told.works):
        return None
    if told.before and _CLOSES.match(told.document.text, kind.end):
        return None  # "Harbor, made from the Lee books, has been at the studio": the aside ends here
    found = _twins_of(told.document, str(kind.value))
    host = told.document.work_at(told.position)
    if not found and host is not None and host.facts.get("type") in (None, kind.value):
        return None
    return found[-1:]


_CLOSES = re.compile(r", (?!which\b|that\b|first\b|originally\b|published\b|serialised\b|serialized\b)")


def _twins_of(document: Document, kind: str) -> list[Referent]:
    twins: dict[tuple[int, str, str], Referent] = document.notes.get("twins", {})
    return [twin for (_, value, _), twin in twins.items() if value == kind]


_BESIDE = 3  # a space, a comma, a quotation mark


def _new_one(told: _Told) -> list[Referent] | None:
    before = told.document.text[max(told.sentence.start, told.position - 70) : told.position]
    return [] if _NEW_ONE.search(before) else None


# "a second title is due in May", "a two-part special, which Acme shows on 4 May": something new, not what was told of
_NEW_ONE = re.compile(
    r"\b(?:an?|another|one more) (?:(?:second|third|further|new|companion|two-part|three-part|[a-z]+-(?:part|hour|length)|tv|TV|film|stage|live|making-of) ){0,3}"
    r"(?:title|special|pilot|short|book|novel|sequel|prequel|spin-?off|volume|follow-up|companion|remake|documentary|reunion)(?: is| was| will be| will|,? (?:which|that) [^,.;()]{1,25})? (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# "The new prequel to Harbor opens tonight" is not said of Harbor
_OTHER_THING = re.compile(
    r"\b(?:sequel|prequel|remake|spin-?off|reboot|follow-up|adaptation|version|successor) (?:of|to|from) [\"“‘'*]*$",
    re.IGNORECASE,
)
_RIGHT_BEFORE = re.compile(r"[\"”’'*)]*,?(?: (?:is|was|will|has|be|been|to|set|due|now|also|are))* ")


# "they shoot the ninth film of the series": not the one named last
_ORDINAL = re.compile(
    r"^[^.;,]{0,30}? on (?:the|an?) (?:\d+(?:st|nd|rd|th)|next|[a-z]+th) (?:film|movie|series|season|instal\w+|chapter)\b(?! (?:of|\ue057))"
)
_SHOOTS = frozenset(["shoot", "begin", "end", "starts"])
_ON = re.compile(
    r"\b(?:[Cc]ameras?|[Ff]ilming|[Ss]hoot(?:ing|s)?|[Pp]hotography|[Pp]roduction|[Ll]ensing)\b[^.;:()]{0,75}? on (?:(?!and\b)[\w’'-]+ ){0,4}[\"“‘'*]*$"
)


def _shot_on(told: _Told) -> list[Referent] | None:
    """The work that cameras turn on: "cameras have rolled in Leeds since May on Harbor"."""
    if told.event.what not in _SHOOTS:
        return None
    near = told.position - NEAR
    for m in told.works:
        if m.start > near and _ON.search(told.document.text[max(told.sentence.start, near) : m.start]):
            return [m.referent] if m.referent is not None else []
    return [] if _ORDINAL.search(told.masked.text[told.event.end : told.event.end + 90]) else None


def _in_bracket(told: _Told) -> list[Referent] | None:
    """The work that a bracket begins with, for what is said within it: "(Harbor, his last film, came out in May)"."""
    text = told.document.text
    for m in told.works:
        if m.referent is not None and m.end <= told.position and _OPENED.search(text[max(0, m.start - 3) : m.start]):
            inside = text[m.end : told.position]
            if "(" not in inside and ")" not in inside and len(inside) < _LONG_BRACKET:
                return [m.referent]
    return None


_OPENED = re.compile(r"\([\"“‘'*]?$")
_LONG_BRACKET = 90
_TAKEN = re.compile(
    r"(?: (?:(?!(?:in|with|at|by|from|after|before|that|which|as|when|and|but|who|while|starring|about|via|spin-?off|sequel|prequel|remake|adaptation|revival|reboot|follow-up|version)\b)[a-z][\w’'-]*|[-–]|[\w’'-]+[’']s))*,?[ \"“‘'*]*"
)


def _plain(document: Document, sentence: Sentence, start: int, end: int) -> str:
    """The text between two places without the mentions of words ("the crime drama", "Netflix's")."""
    out = document.text[start:end]
    out = _COURTESY.sub("", out)
    for m in sentence.mentions:
        if m.kind in "TGADONJKP" and start <= m.start and m.end <= end:
            out = out.replace(_COURTESY.sub("", document.text[m.start : m.end]), "x", 1)
    return _OWNERS.sub("x's", out)


_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? ")
_OWNERS = re.compile(r"x(?:['’]s)?,? and x['’]s")


_LISTED = re.compile(r"[\"”’'*,]{0,3}(?: ?\([^()]{0,90}\))?,? ?(?:and |& |, )?[\"“‘'*]{0,3}")


def _joined(document: Document, works: list[Mention], one: Mention) -> list[Referent]:
    """A work and those joined to it by "and" or commas."""
    row = [one]
    for m in works[works.index(one) + 1 :]:
        if not _LISTED.fullmatch(document.text[row[-1].end : m.start]):
            break
        row.append(m)
    found: list[Referent] = []
    for m in row:
        if m.referent is not None and m.referent not in found:
            found.append(m.referent)
    return found
