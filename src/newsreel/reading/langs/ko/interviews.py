"""Interviews: answers in quotation marks without a speaker, and parts that are named with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, FURNITURE, HEADLINE, LISTING, Referent
from newsreel.reading.frames import Draft

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_CALLED = re.compile(r"인터뷰|일문일답|만났다|을 만나다|를 만나다")
_QUESTION = re.compile(r"\s*(?:[―—–▶◆■]|Q\d*[.:)]|-)\s?\S[^\n]*(?:[?？.]|는|은)\s*$")
_ANSWER = re.compile(r"\s*(?:A\d*[.:)]\s*)?[\"“]")
_FEW = 3
_PART_NAME = re.compile(r"[’'”>》〉]? (?=[가-힣])")
_I_PLAY = re.compile(
    r"(?:저|제|나)(?:도|는|가|만)? [^.]{0,24}(?:나오|나왔|출연|찍|맡|연기|끼었|합류)|"
    r"(?:을|를) (?:[^.]{0,14} )?(?:다 )?(?:찍었|찍고|마쳤|끝냈)(?:어요|습니다|죠|다)"
)


def interviewee(document: Document) -> Referent | None:
    """Who is interviewed; None where the report is no interview of question and answer."""
    if "interviewee" not in document.notes:
        document.notes["interviewee"] = _find(document)
    found: Referent | None = document.notes["interviewee"]
    return found


def _find(document: Document) -> Referent | None:
    lines: dict[int, str] = {}
    for s in document.sentences:
        if s.zone != FURNITURE:
            lines[s.paragraph] = f"{lines.get(s.paragraph, '')} {document.text[s.start : s.end]}".strip()
    asked = sum(_QUESTION.match(line) is not None for line in lines.values())
    answered = sum(_ANSWER.match(line) is not None for line in lines.values())
    opening = " ".join(list(lines.values())[:4])
    if asked < _FEW or answered < _FEW or not _CALLED.search(opening):
        return None
    heads = [m.referent for s in document.sentences if s.zone == HEADLINE for m in s.mentions if m.kind == "P"]
    hero: Referent | None = document.notes.get("hero")
    return heads[-1] if heads else hero


def told(document: Document) -> Iterator[Draft]:
    """The interviewee's parts: "'가' 오산, '나' 이로", and films of which the answers say "we shot it"."""
    person = interviewee(document)
    for sentence in document.sentences if person is not None else ():
        if sentence.zone not in {BODY, LISTING} or person is None:
            continue
        works = [m for m in sentence.mentions if m.kind == "W" and m.referent is not None]
        first_person = _I_PLAY.search(document.text, sentence.start, sentence.end)
        for work in works:
            name = _part(document, sentence, work)
            if work.referent is not None and (name or (first_person and work is works[-1])):
                slots = {"character": name} if name else {}
                yield Draft(
                    "cast_member", work.referent, person, sentence, work.start, work.end, "ko/interview/part",
                    slots=slots, background=True,
                )  # fmt: skip


def _part(document: Document, sentence: Sentence, work: Mention) -> str:
    """The name that stands right behind a title as that of a part."""
    led = _PART_NAME.match(document.text, work.end, sentence.end)
    if led is None:
        return ""
    after = next((m for m in sentence.mentions if m.start == led.end() and m.kind in "PCX"), None)
    if after is None:
        return ""
    right = document.text[after.end : min(sentence.end, after.end + 8)]
    own = after.referent is not None and after.referent.facts.get("labels")
    return "" if own or not re.match(r"[,.]| (?:역|이후|변호사|검사|형사|엄마|선생)|$", right) else after.text


def answered(document: Document, drafts: list[Draft]) -> None:
    """Give what the answers say the interviewee as its voice."""
    person = interviewee(document)
    if person is None:
        return
    for draft in drafts:
        opening = next(s for s in document.sentences if s.paragraph == draft.sentence.paragraph)
        inside = _ANSWER.match(document.text[opening.start : opening.end]) is not None
        if inside and draft.status == "stated" and draft.predicate not in _PASSING and not draft.by:
            draft.status, draft.by = "confirmed", (person.name,)


_PASSING = frozenset(
    {"work_type", "country", "genre", "occupation", "nationality", "age", "birth_date", "org_kind", "alias", "logline",
     "award", "agency"}
)  # fmt: skip
