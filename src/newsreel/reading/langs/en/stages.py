"""Where productions stand: words for stages, each said of the work that its clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.clauses import Event, clause_start, subjects_of
from newsreel.reading.langs.en.passing import bracketed
from newsreel.reading.literals import Signs
from newsreel.reading.mask import KIND_BASE, NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.mask import Masked

_PERSON_BEFORE = re.compile(rf"{chr(KIND_BASE + ord('P'))}.(?: ?\([^()]*\))?,? $")
_DATE = chr(KIND_BASE + ord("D"))
_NOT = re.compile(
    r"\b(?:not|never|n['’]t|no|without|yet to|neither|nor|denied|whether|if|unless|could|may|might|would|should|hopes?|hoped|wants?|want to|"
    r"before|until|when|once|after|since|due to|about to|ready to|set to|will|to|plans?|planned|rumou?rs?|expected|prepar\w+|fans|petition|save|from being|avoid|nearly|almost|nothing|gone back on|talks|parting|deals?|contract|scripts?|half|part of|casting|dates?|platform|channel|cast|director|replacement|"
    r"first|pilot|trailer|concerts?|tours?|shows? at|tickets?|events?|flights?|match\w*|games?|trial|wedding|album)\b[^,.;]{0,24}$",
    re.IGNORECASE,
)
_NOT_GONE = re.compile(
    rf" (?:(?:the |its |a )?{_DATE}|to [A-Z{chr(KIND_BASE + ord('L'))}]|order\b|yet\b|has been (?:ordered|announced))"
)
_DENIED = re.compile(
    r"\b(?:no (?:plans|second|third|fourth|fifth)|not (?:be |been )?|n['’]t (?:be |been )?|never )$", re.IGNORECASE
)
# "Lee's contract was not renewed"
_OTHER_TERM = re.compile(r"\b(?:contract|deal|option|visa|licen[cs]e|lease|agreement|membership|passport)s?\b")
_WORK_BEFORE = re.compile(
    rf"(?:{chr(KIND_BASE + ord('W'))}.|\b(?:it|which|that|project|show|series|film|movie))[\"”'),]* $"
)


@cache
def _stages() -> tuple[list[tuple[str, Sought]], Signs]:
    """Each stage with its pattern, and what tells whether it may stand in a text."""
    rows = [(stage, Sought("|".join(f"(?:{p})" for p in told))) for stage, told in load_data("en", "stages").items()]
    return rows, Signs(pattern.needs for _, pattern in rows)


def stages(document: Document) -> Iterable[Draft]:
    """Claims of production_status; a shoot or a wrap with its date beside is told by the date."""
    rows, signs = _stages()
    for sentence in document.sentences:
        if sentence.zone == FURNITURE or sentence.masked is None:
            continue
        if (label := _labelled(document, sentence)) is not None:
            yield from label
            continue
        taken: list[tuple[int, int]] = []
        for number in signs.found(sentence.masked.low):
            stage, pattern = rows[number]
            for m in pattern.compiled.finditer(sentence.masked.text):
                if any(a < m.end() and m.start() < b for a, b in taken):
                    continue
                found = list(_told(document, sentence, stage, m))
                if found:
                    taken.append(m.span())
                yield from found


_LABEL = re.compile(
    r"\W*(?P<word>renewed|renewals|cancell?ed|cancellations|axed|ended|postponed|delayed|wrapped|ordered|new series orders|pick(?:ed[ -])?ups?)(?: (?:shows|series|titles))?(?: so far)?(?::| ?[–—]) ?",
    re.IGNORECASE,
)
_LABELS = {
    "ren": "renewed", "can": "cancelled", "axe": "cancelled", "end": "cancelled", "pos": "postponed", "del": "postponed", "wra": "completed",
    "ord": "announced", "new": "announced", "pic": "announced",
}  # fmt: skip


def _labelled(document: Document, sentence: Sentence) -> list[Draft] | None:
    """The stages of the works behind a label: "RENEWED: Harbor (CBS), Kite (NBC)"; None where no label begins a line."""
    head = _LABEL.match(document.text, sentence.start, sentence.end)
    if head is None:
        return None
    stage = _LABELS[head["word"][:3].lower()]
    return [
        Draft(
            "production_status", m.referent, stage, sentence, head.start("word"), m.end, f"en/stage/{stage}", mention=m
        )
        for m in sentence.mentions
        if m.kind == "W" and m.referent is not None and not m.indirect and not bracketed(document, m)
    ]


# "Ann Lee will not be back for a new season": it is she who is not
_WHO_NOT = re.compile(
    rf"{kind_char('P')}{NUMBER_CLASS}(?: \([^()]*\))? (?:\w+ )?(?:not|[a-z]+n['’]t|no longer|never)(?: \w+){{0,2}} $"
)


# "cancelled a concert", "renewed her contract", "postponed their wedding": nothing that befell a production
_OTHER_DEED = re.compile(
    r" (?:an?|the|her|his|their|its|all|several|some|two|three|further|planned|many|any|every)? ?(?:[\w’'-]+ ){0,3}?(?:concerts?|gigs?|tours?|shows? in|contracts?|deals?|part(?:y|ies)|weddings?|appearances?|interviews?|"
    r"plans?|trips?|flights?|subscriptions?|vows|licen[cs]es?|options?|friendships?|relationship|calls?|feud|engagements?|talks|events?|lease|visas?|partnership|agreements?|faith|hope|interest|attention|membership|efforts?|focus|commitment)\b"
)
_DEEDS = frozenset({"renewed", "cancelled", "postponed"})


def _told_otherwise(masked: Masked, stage: str, m: re.Match[str]) -> bool:
    """Whether a day tells it better, or the words behind take it back."""
    text = masked.text
    if stage in _DEEDS and _OTHER_DEED.match(text, m.end()):
        return True
    if (
        stage == "cancelled"
    ):  # "called off November", "not coming back to Leeds", "no second season order yet", "Axed or in limbo?"
        return _NOT_GONE.match(text, m.end()) is not None or text.rstrip().endswith("?")
    if stage == "renewed" and _WHO_NOT.search(text, 0, m.start()):
        return True
    if stage not in ("filming", "completed") or _DATE not in text[m.end() : m.end() + 14]:
        return False
    days = [d for d in masked.mentions_in(text[m.end() : m.end() + 15]) if d.kind == "D"]
    return stage == "completed" or not any(d.text.lower().startswith("this ") for d in days)


def _told(document: Document, sentence: Sentence, stage: str, m: re.Match[str]) -> Iterator[Draft]:
    masked = sentence.masked
    if masked is None:
        return
    text = masked.text
    before = text[clause_start(text, m.start()) : m.start()]
    if _told_otherwise(masked, stage, m):
        return
    denied = stage == "renewed" and _DENIED.search(before) is not None and _OTHER_TERM.search(before) is None
    if not denied and _NOT.search(before[-48:]):
        return
    if (
        stage == "announced"
        and m.group().startswith(("was", "were", "has", "been"))
        and not _WORK_BEFORE.search(before)
    ):
        return
    if stage == "post_production" and m.group().endswith(("editing", "edited")) and _PERSON_BEFORE.search(before):
        return  # "Lee is editing": who does it, no stage
    event = Event(stage, m.start(), m.end())
    start, end = masked.position(m.start()), masked.position(m.end(), end=True)
    for work in subjects_of(document, sentence, event):
        if work.facts.get("type") in {"book", "manga", "webtoon", "play", "game"}:
            continue
        draft = Draft("production_status", work, stage, sentence, start, end, f"en/stage/{stage.replace('_', '-')}")
        if denied:
            draft.status, draft.fixed = "denied", True
        yield draft
