"""Cast lists that go on: behind "as the captain", a bracket or "and, in his first part," the next name is cast too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, Referent
from newsreel.reading.langs.en.frames import BRACKET, EPITHET, PRIZED
from newsreel.reading.mask import NUMBER_BASE, NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.document import Document, Mention, Sentence
    from newsreel.reading.frames import Draft
    from newsreel.reading.mask import Masked

_P, _C, _X, _W, _J, _A, _N = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "PCXWJAN")
_MAKERS = frozenset({"director", "writer", "producer", "crew"})
_MADE = re.compile(
    r"\b(?:co-)?(?:direct|writ|wrote|pen(?:s|ned|ning)\b|script|produc|helm|creat|compos|edit|shot\b|said\b|says\b|tells?\b|told\b)"
)
# "as the captain", "playing his brother Dan", "in the role of the vicar": what is said of one member of a list
_PART = (
    r"(?:,? (?:as|playing|portraying|voicing|in the (?:role|part|guise) of|who (?:plays|will play|portrays))"
    rf"(?P<part> [^,.;:()—–{kind_char('W')}]{{2,70}}?))"
)
_LEAD = rf"(?:(?:fellow|newcomers?|veterans?|also|the|both|singer|late|former|star|actors?|actress|comedian|comic|(?:\d\d|{_N})-year-old|{PRIZED}) |(?:{_J}|{_A})[ -])*{EPITHET}"
_ASIDE = r"(?:,? (?:in|on|making|returning|fresh|last|best|once|still|for|after|from|at|also|not|finally|stealing|completing|rounding|playing|as)\b[^,;.:()]{3,60},)"
_SEP = r"(?P<sep>,|;|,? and|,? &|,? plus|,? along with|,? together with|,? as well as|,? alongside|, with|,? while|, then|,? not to mention)(?: finally| also|, finally,)?"
_NEXT = re.compile(rf"(?: ?{BRACKET})?{_PART}?{_SEP}{_ASIDE}? {_LEAD}$")
_BOTH = re.compile(rf"{_P}(?: ?{BRACKET})?(?:,? and|,) $")
_ONE = re.compile(r" (?:the|an?|his|her|their|its)\b")
# "…, and Bo Kim directs": what stands behind the last name makes it the subject of something else
_ELSE = re.compile(
    rf"['’]s?\b(?! and)|(?: ?{BRACKET})?(?:, [^,;.]{{3,60}},)?,?(?: who)? (?:(?:will|would|is|are|was|were|has|have|had|also|both|be|to|been|set|serves?|serving|is attached|on board|again) )*"
    rf"(?:(?:as )?(?:the |an? |its )?(?:[\w-]+ )?{_J}|(?:co-)?(?:direct|wr[io]t|pen(?:s|ned)|script|produc|helm|creat|compos|edit|shot\b|said|says|told|tell|behind|exec|serv|at the helm|takes? over|tak(?:es|ing) the|added|announc|explain|call|confirm|report|found|adapt))"
)
_IN_ANOTHER = re.compile(rf" (?:in|on|from) (?:[\w’'+-]+ ){{0,3}}{_W}")


def ensembles(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts and those of the names with which their cast lists go on."""
    rows: dict[tuple[int, int], list[Draft]] = {}
    taken: dict[int, set[int]] = {}
    for draft in drafts:
        if isinstance(draft.object, Referent) and draft.object.kind == "person":
            taken.setdefault(draft.sentence.index, set()).add(id(draft.object))
        if (
            draft.predicate == "cast_member"
            and draft.mention is not None
            and not draft.background
            and draft.sentence.zone not in {HEADLINE, FURNITURE}
            and draft.sentence.masked is not None
        ):
            rows.setdefault((draft.sentence.index, id(draft.subject)), []).append(draft)
    more: list[Draft] = []
    for (index, _), row in rows.items():
        for draft in _gone_on(document.sentences[index], row, taken[index]):
            taken[index].add(id(draft.object))
            more.append(draft)
    return drafts + more if more else drafts


def _gone_on(sentence: Sentence, row: list[Draft], taken: set[int]) -> Iterator[Draft]:
    masked = sentence.masked
    people = [m for m in sentence.mentions if m.kind == "P"]
    if masked is None or len(people) < 2:  # noqa: PLR2004 - nobody beside
        return
    marks = _places(masked)
    for draft in sorted(row, key=lambda d: d.mention.start if d.mention else 0):
        chain: list[Mention] = []
        joined = False
        step = _next_member(masked, marks, draft.mention, people, taken) if draft.mention in people else None
        while step is not None:
            chain.append(step[0])
            joined = joined or step[1] != ","
            step = _next_member(masked, marks, chain[-1], people, taken)
        end = marks[id(chain[-1])][1] if chain else 0
        if (joined or len(chain) > 1) and not _ELSE.match(masked.text, end) and not _IN_ANOTHER.match(masked.text, end):
            for member in chain:
                yield replace(
                    draft, object=member.referent, mention=member, rule="en/cast/list-goes-on", slots={},
                    end=max(member.end, draft.end), start=min(draft.start, member.start), also=[],
                )  # fmt: skip
            return


def _places(masked: Masked) -> dict[int, tuple[int, int]]:
    """Where each mention stands in the masked sentence."""
    found = {}
    for number, mention in enumerate(masked.mentions):
        at = masked.text.find(chr(NUMBER_BASE + number))
        if at > 0:
            found[id(mention)] = (at - 1, at + 1)
    return found


def _next_member(
    masked: Masked, marks: dict[int, tuple[int, int]], last: Mention, people: list[Mention], taken: set[int]
) -> tuple[Mention, str] | None:
    """The name that the list goes on with behind one of its members, and what joins it; those that tell a part are stepped over."""
    at = people.index(last)
    here = marks[id(last)][1] if id(last) in marks else len(masked.text)
    for other in people[at + 1 : at + 3]:
        said = _NEXT.match(masked.text[here : marks[id(other)][0]]) if id(other) in marks else None
        if said is None:
            continue
        part, alone = said["part"] or "", said["sep"] == ";"
        paired = _BOTH.search(masked.text[: marks[id(last)][0]]) is not None
        if (
            _MADE.search(part)
            or (part and paired and not _ONE.match(part))  # "Ann Lee and Bo Kim as Rin and Colm"
            or (alone and not masked.text.startswith(" as ", marks[id(other)][1]))
            or not _may_act(other, taken)
        ):
            return None
        return other, said["sep"]
    return None


def _may_act(mention: Mention, taken: set[int]) -> bool:
    """Whether a person is one whom nothing in the sentence, and no trade, says to do something else."""
    one = mention.referent
    if mention.indirect or one is None or id(one) in taken:
        return False
    return one.facts.get("craft") not in _MAKERS and not one.facts.get("author")
