r"""Frames: triggers with slots, written as data, compiled to patterns over masked sentences.

A pack's `data/frames*.yml` holds

    macros:
      aux: "(?:will |is set to |has been cast to )?"
    frames:
      - id: cast/star-in                       # the rule's name is "<lang>/<id>"
        triggers: [star]                       # literal strings, one of which the masked sentence must hold where a
                                               # pattern has no word of its own without which it cannot match (or none)
        patterns:
          - "{P+:actor} {aux}stars? in {W:work}"
        claims:
          - {predicate: cast_member, subject: work|focus, object: actor, billing: =lead}

In a pattern `{P:name}` is one mention of kind P bound to a name, `{P+:name}` a list of them joined by the pack's list
separators, `{PX:name}` one of either kind, `{lower}` a macro; a name may be left out. All else is a regular expression
of Python's `re`, matched case by case as written (frames may say (?i:…)). In a claim a value is a bound name, `=word`
for the word itself, or a context word: `focus` (the work in focus), `person` (the person in focus), `people` (those
in focus), `main` (the report's main work), `host` and `who` (the work and the person that the words at the match's
start speak of: Document.work_at, person_at), `twin` (a source without a name of its own) and `clause` (the works that
the clause is said of), both bound by the guard. `a|b`
takes the first that is there; a claim whose subject is missing is not made; `object: null` says "not known". Keys of
a frame beside those:

    zip: [actor, character]   lists of equal length pair up one by one ("respectively"); otherwise every pair is made
    status: planned           the status that the frame itself says, whatever the words around say
    by: company               whose word it is, with that status
    tense: future             how bare dates in it are to be read (future, past)
    zones: [body, headline]   where it may match (default: everywhere but furniture)
    guard: name               a function of the pack, asked before claims are made
    binds: [actor, director]  names that the guard binds beside those of the patterns
    once: true                stop after the first match in a sentence
    background: true          earlier credits: they stay "stated" whatever stands around
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import FURNITURE, Document, Mention, Referent, Sentence
from newsreel.reading.literals import Signs
from newsreel.reading.mask import Masked, kinds_of
from newsreel.reading.needs import Sought
from newsreel.vocabulary import vocabulary

if TYPE_CHECKING:
    from newsreel.reading.pack import Pack

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")  # what stands in brackets inside a list is no member of it
Bound = dict[str, list[Mention]]
# Of each claim of a frame the kinds one of which its subject and its object must have; none where any will do.
Wants = tuple[tuple[frozenset[str], frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """One claim that a frame makes: predicate, where its subject and object come from, and its slots."""

    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...] | None
    slots: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A compiled frame."""

    rule: str
    triggers: tuple[str, ...]
    patterns: tuple[Sought, ...]
    claims: tuple[ClaimRule, ...]
    zip: tuple[str, ...] = ()
    status: str = ""
    by: str = ""
    tense: str = ""
    zones: frozenset[str] = frozenset()
    guard: str = ""
    once: bool = False
    background: bool = False
    kinds: dict[str, str] = field(default_factory=dict)
    wants: Wants = ()
    small: bool = False  # its patterns are for the text in lower case

    def triggers_beside(self, pattern: Sought) -> tuple[str, ...]:
        """The triggers, one of which must stand beside what the pattern needs; none where each need is a word."""
        told = pattern.needs and all(
            _is_word(need) or any(word in need for word in self.triggers) for need in pattern.needs
        )
        return () if told else self.triggers


@dataclass(slots=True, eq=False)
class Draft:
    """A claim on its way: referents instead of names, and a status still to be decided by the words around.

    `object` is a Referent, a value or None; `start` and `end` are code points of the stored text (the evidence).
    `status` and `by` are "" and () until known; `fixed` keeps them. `within` and `also` are what they are in Claim.
    """

    predicate: str
    subject: Referent
    object: Any
    sentence: Sentence
    start: int
    end: int
    rule: str
    slots: dict[str, str] = field(default_factory=dict)
    status: str = ""
    by: tuple[str, ...] = ()
    fixed: bool = False
    background: bool = False
    mention: Mention | None = None
    within: tuple[tuple[str, str], ...] = ()
    also: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


@dataclass(slots=True)
class Match:
    """A frame that matched: the frame, where, and the mentions bound to its names."""

    frame: Frame
    sentence: Sentence
    start: int
    end: int
    bound: Bound
    text: dict[str, str]


# Of a list bound in a masked text, and whether the match begins with it: the part of it that is one list.
OneList = Callable[[str, int, int, bool], tuple[int, int]]


class FrameSet:
    """All frames of a pack. What their patterns cannot match without is looked for first, in one pass for all.

    `one_list` cuts what is bound where a language joins clauses as it joins lists ("by Ann Lee, and Bo Kim directs").
    """

    def __init__(self, frames: list[Frame], one_list: OneList | None = None) -> None:
        self.frames = frames
        self._one_list = one_list
        self._patterns = [
            (frame, pattern, frame.triggers_beside(pattern)) for frame in frames for pattern in frame.patterns
        ]
        self._signs = Signs(pattern.needs for _, pattern, _ in self._patterns)
        alike: dict[tuple[Wants, frozenset[frozenset[str]]], int] = {}
        for number, (frame, pattern, _) in enumerate(self._patterns):
            held = frozenset(map(kinds_of, pattern.classes)) - {frozenset()}
            alike[frame.wants, held] = alike.get((frame.wants, held), 0) | 1 << number
        self._alike = [(wants, held, bits) for (wants, held), bits in alike.items()]
        self._open: dict[frozenset[str], int] = {}

    def matches(self, sentence: Sentence) -> Iterator[Match]:
        """Every match of every frame in a sentence."""
        masked = sentence.masked
        if masked is None or sentence.zone == FURNITURE:
            return
        possible = self._may_match(masked)
        if not possible:
            return
        low = masked.low
        done: Frame | None = None
        for at in self._signs.found(low, possible):
            frame, pattern, triggers = self._patterns[at]
            if frame is done or (triggers and not _holds(low, triggers)):
                continue
            if frame.zones and sentence.zone not in frame.zones:
                continue
            if not pattern.ready and pattern.spared(low):
                continue
            for m in pattern.compiled.finditer(low if frame.small else masked.text):
                yield _bind(frame, sentence, masked, m, self._one_list)
                if frame.once:
                    done = frame
                    break

    def _may_match(self, masked: Masked) -> int:
        """The patterns, as bits, by which a sentence with such mentions may give a claim; kept for the kinds it has."""
        letters = frozenset([mention.kind for mention in masked.mentions])
        found = self._open.get(letters)
        if found is None:
            found = 0
            for wants, held, bits in self._alike:
                if not any(map(letters.isdisjoint, held)) and _may_give(wants, letters):
                    found |= bits
            self._open[letters] = found
        return found


_ONE = 2  # characters of a mention
_WORD = 3  # letters: shorter ones stand everywhere


def _is_word(need: str) -> bool:
    return sum(c.isascii() and c.isalpha() for c in need) >= _WORD


def _may_give(wants: Wants, letters: frozenset[str]) -> bool:
    """Whether a sentence with mentions of these kinds can give a claim its subject and object."""
    return any(all(not want or not want.isdisjoint(letters) for want in pair) for pair in wants)


def _holds(low: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - asked thousands of times a second
        if word in low:
            return True
    return False


def _bind(frame: Frame, sentence: Sentence, masked: Masked, m: re.Match[str], one_list: OneList | None) -> Match:
    bound: Bound = {}
    text: dict[str, str] = {}
    for numbered, found in m.groupdict().items():  # "actor2" is bound to "actor" too
        if found is None:
            continue
        span = m.span(numbered)
        if one_list is not None and span[1] - span[0] > _ONE:
            span = one_list(masked.low, *span, span[0] == m.start())
        piece = masked.text[slice(*span)]
        name = numbered.rstrip("0123456789")
        kinds = frame.kinds.get(name, "")
        members = _BRACKETS.sub("", piece) if "(" in piece or "[" in piece else piece
        mentions = [m for m in masked.mentions_in(members) if not kinds or m.kind in kinds]
        if name == "character" and any(mention.indirect for mention in mentions):
            continue  # "she plays a part in the series" names no character
        bound.setdefault(name, []).extend(mentions)
        text[name] = masked.plain(piece).strip()
    return Match(frame, sentence, masked.position(m.start()), masked.position(m.end(), end=True), bound, text)


def drafts(document: Document, match: Match, pack: Pack) -> Iterator[Draft]:
    """The claims that a match makes, lists spread over their members."""
    frame = match.frame
    if frame.guard and not pack.guards[frame.guard](document, match):
        return
    for bound in _unzip(match.bound, frame.zip):
        for rule in frame.claims:
            subjects = _resolve(document, match, bound, rule.subject)
            objects = [None] if rule.object is None else _resolve(document, match, bound, rule.object)
            slots = _slots(match, bound, rule)
            for subject in subjects:
                if not isinstance(subject, Referent):
                    subject = subject.referent if isinstance(subject, Mention) else None  # noqa: PLW2901 - narrowed
                if subject is None:
                    continue
                for obj in objects:
                    yield _draft(document, match, rule, subject, obj, dict(slots), pack)


def _draft(  # noqa: PLR0913, PLR0917 - a draft is made of all of them
    document: Document, match: Match, rule: ClaimRule, subject: Referent, obj: Any, slots: dict[str, str], pack: Pack
) -> Draft:
    frame = match.frame
    mention = obj if isinstance(obj, Mention) else None
    value = obj
    if mention is not None:
        value = mention.referent
        if value is None and "place" in vocabulary().predicates[rule.predicate].objects:
            value = _place(document, mention.text)
        if value is None:
            value = pack.value(document, mention, rule.predicate, frame.tense)
    by = match.text.get(frame.by, frame.by.removeprefix("=")) if frame.by else ""
    return Draft(
        predicate=rule.predicate,
        subject=subject,
        object=value,
        sentence=match.sentence,
        start=match.start,
        end=match.end,
        rule=frame.rule,
        slots=slots,
        status=frame.status,
        by=(by,) if by else (),
        fixed=bool(frame.status),
        background=frame.background,
        mention=mention,
    )


def _place(document: Document, name: str) -> Referent:
    """The place of a name, one a report: "filmed in Japan", where the word is read as a country."""
    places: dict[str, Referent] = document.notes.setdefault("places", {})
    if name not in places:
        places[name] = document.refer("place", name)
    return places[name]


def _unzip(bound: Bound, names: tuple[str, ...]) -> Iterator[Bound]:
    lists = [bound[name] for name in names if name in bound]
    if len(lists) < 2 or len({len(items) for items in lists}) != 1:  # noqa: PLR2004 - nothing to pair
        yield bound
        return
    for i in range(len(lists[0])):
        yield {**bound, **{name: [bound[name][i]] for name in names if name in bound}}


def _resolve(document: Document, match: Match, bound: Bound, names: tuple[str, ...]) -> list[Any]:  # noqa: C901, PLR0911 - a word each
    """What the first of `names` that is there stands for: mentions, referents or a word."""
    focus = document.focus[match.sentence.index]
    for name in names:
        if name.startswith("="):
            return [True] if name == "=true" else [name[1:]]
        if bound.get(name):
            return list(bound[name])
        if name == "host" and (host := document.work_at(match.start)):
            return [host]
        if name == "who" and (who := document.person_at(match.start)):
            return [who]
        if name == "focus" and focus.work:
            return [focus.work]
        if name == "main" and document.main_work:
            return [document.main_work]
        if name == "person" and focus.person:
            return [focus.person]
        if name == "people" and focus.people:
            return list(focus.people)
        if name == "organization" and focus.organization:
            return [focus.organization]
        if name in match.text and name not in bound:
            return [match.text[name]]
        if name in match.text and not bound[name] and match.text[name]:
            return [match.text[name]]
    return []


def _slots(match: Match, bound: Bound, rule: ClaimRule) -> dict[str, str]:
    slots = {}
    for slot, names in rule.slots.items():
        for name in names:
            if name.startswith("="):
                slots[slot] = name[1:]
            elif bound.get(name) and name in match.frame.kinds:
                first = bound[name][0]
                slots[slot] = first.value if isinstance(first.value, str) and first.kind not in "RCW" else first.text
            elif match.text.get(name):
                slots[slot] = match.text[name]
            else:
                continue
            break
    return slots
