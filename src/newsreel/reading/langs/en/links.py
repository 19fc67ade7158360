"""What "the series", "she" and unnamed subjects mean: which work and which person the words at each place speak of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreel.reading.document import CAPTION, FURNITURE, HEADLINE, LISTING
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.passing import bracketed, earlier, in_epithet, passing

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_BASIS = re.compile(
    r"(?:based on|adapted from|adaptation of|remake of|inspired by|version of|spin-?off (?:of|from|to)|prequel to|sequel to|follow-up to|"
    r"drawn from|from|take on|reboot of|reimagining of|adapts|source|novel|manga|webtoon|book|comic)(?: [\w’'-]+){0,6} ?[\"“‘'*]*$"
)
# "a remake of Harbor, which starred Ann Lee": the clause is about the source
_OF_SOURCE = re.compile(
    r"[\"”’']*(?: ?\([^()]*\))?,? (?:which|that) (?:also |first |originally )?(?:starred|was|aired|premiered|ran|had|featured|followed)\b"
)
_SHE = re.compile(r"\b(?:actress|she|her|daughter|mother|sister|wife|girl|woman|heroine)\b", re.IGNORECASE)
_SOURCE_TYPES = frozenset({"book", "manga", "webtoon", "game", "play"})


def follow(document: Document) -> None:
    """Decide the report's main work, then walk through it and note what every place speaks of."""
    for sentence in document.sentences:
        _note_types(document, sentence)
    document.main_work = main_work(document)
    heads = {
        id(m.referent)
        for m in document.mentions
        if m.kind == "W"
        and m.referent is not None
        and not m.indirect
        and (z := document.sentence_at(m.start)) is not None
        and z.zone != HEADLINE
        and heads_line(document, m)
    }
    document.notes["roundup"] = len(heads) >= 2  # noqa: PLR2004 - one line may open with a title by chance
    _walk(document)


# "the upcoming drama titled Harbor", "a new series, Harbor": how a report names what it is about.
_ANNOUNCED = re.compile(
    r"\b(?:titled|entitled|dubbed|(?:new|upcoming|forthcoming|untitled|next)\b[^.;:()]{0,30}?\b(?:series|film|drama|movie|show|comedy|thriller|"
    r"feature|miniseries|project|documentary)),? (?:called |named |titled )?[\"“'‘*]?$"
)


def main_work(document: Document) -> Referent | None:
    """The work that the report is about: named most, in the headline, early."""
    score: Counter[int] = Counter()
    order: dict[int, Referent] = {}
    length = max(1, len(document.text) - document.report.body)
    opening = next((s.index for s in document.sentences if s.zone not in (HEADLINE, FURNITURE)), 0) + 1
    for m in document.mentions:
        if m.kind != "W" or m.referent is None or m.indirect:
            continue
        sentence = document.sentence_at(m.start)
        if sentence is None:
            continue
        order.setdefault(id(m.referent), m.referent)
        weight = 3.0 if sentence.zone == HEADLINE else 1.0
        if bracketed(document, m) or earlier(document, m):
            continue
        weight *= 1.5 - (m.start - document.report.body) / length
        if sentence.index <= opening:
            weight *= 2
        if _ANNOUNCED.search(document.text[max(sentence.start, m.start - 60) : m.start]):
            weight *= 3
        if isinstance(m.value, float):
            weight *= min(1.0, max(0.3, 0.3 + m.value / 2))
        score[id(m.referent)] += int(weight * 100)
    if not score:
        return None
    best = max(score.items(), key=lambda item: (item[1], -order[item[0]].order))[0]
    return order[best]


def _note_types(document: Document, sentence: Sentence) -> None:
    """Note the type word that stands beside a work's name ("the film Harbor", "Harbor, a series")."""
    row = sentence.mentions
    for i, m in enumerate(row):
        if m.kind != "W" or m.referent is None:
            continue
        if i and row[i - 1].kind == "T" and m.start - row[i - 1].end <= 3:  # noqa: PLR2004 - a space and a quotation mark
            m.referent.facts.setdefault("type", row[i - 1].value)
        if i + 1 < len(row) and row[i + 1].kind == "T" and row[i + 1].start - m.end <= 3:  # noqa: PLR2004
            m.referent.facts.setdefault("type", row[i + 1].value)
        if (
            i + 1 < len(row)
            and row[i + 1].kind == "T"
            and re.fullmatch(r"[\"”’']?,? (?:an?|the) [\w -]*", document.text[m.end : row[i + 1].start])
        ):
            m.referent.facts.setdefault("type", row[i + 1].value)


def _takes_over(document: Document, sentence: Sentence, work: Referent) -> bool:
    """Whether the text goes on about a work: it is what the sentence begins with, or its paragraph opens with it."""
    mention = next(m for m in sentence.mentions if m.referent is work)
    if passing(document, mention):
        return False
    earlier = [m for m in sentence.mentions if m.start < mention.start and m.kind in "PWX"]
    if not earlier:
        return True
    opens = sentence.index == 0 or document.sentences[sentence.index - 1].paragraph != sentence.paragraph
    often = sum(m.referent is work for m in document.mentions) > 1
    return opens and (often or sentence.zone == LISTING)


_LINE_START = re.compile(
    r"[ \t•*\-–—·+>★▪\"“'‘»]*(?:[A-Z][\w/ ]{0,14}(?:\d{1,2}(?:st|nd|rd|th|/)?)? ?[-–—:] )?[\"“'‘*]*$"
)
_LINE_TITLE_END = re.compile(r"[\"”’'*]*(?:$|\n| ?\(|[.,:;]| [-–—]| S\d|\*)")


def heads_line(document: Document, mention: Mention) -> bool:
    """Whether a work's name opens a line, as in listings: what follows is said of it."""
    text = document.text
    line = text.rfind("\n", 0, mention.start) + 1
    if mention.indirect or not _LINE_START.fullmatch(text[line : mention.start]):
        return False
    if text[mention.end : mention.end + 2] in ("'s", "’s"):
        return False
    return bool(_LINE_TITLE_END.match(text[mention.end : mention.end + 4])) or mention.text.isupper()


def _reaches_back(document: Document, sentence: Sentence, mention: Mention, state: _Walk) -> bool:
    """Whether the words before a work's name speak of it too ("Paramount will release Harbor")."""
    if mention.indirect or passing(document, mention) or document.works_at[-1][0] != sentence.start:
        return False
    opens = sentence.index == 0 or document.sentences[sentence.index - 1].paragraph != sentence.paragraph
    return mention.referent is document.main_work or state.topic is None or opens


# "Ann Lee, who created Harbor, wrote the script": behind the aside the sentence is about its work again.
_ASIDE = re.compile(r"(?:, |\()(?:who|whose|known for|best known|fresh off|last seen|of|from)\b[^,;()]*$")
_ASIDE_ENDS = re.compile(r"(?:[^,][\"”’'*\w],|,[\"”’'])")


class _Walk:
    """The state of the walk through a report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topic: Referent | None = document.main_work
        self.heading: Referent | None = None
        self.subject: Referent | None = None
        self.recent: list[Referent] = []
        self.people: list[Referent] = []
        self.passage: list[Referent] = []


def _walk(document: Document) -> None:
    state = _Walk(document)
    paragraph = -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            state.passage = []
            head = next(
                (
                    m
                    for m in sentence.mentions[:2]
                    if m.kind == "W" and m.referent is not None and heads_line(document, m)
                ),
                None,
            )
            if head is not None and sentence.zone != HEADLINE:
                state.heading = head.referent
            elif state.heading is None or not _roundup(document):
                state.heading = None if not _roundup(document) else state.heading
            state.topic = state.heading or document.main_work
        focus = document.focus[sentence.index]
        focus.work, focus.person = state.topic, state.subject
        document.works_at.append((sentence.start, state.topic))
        document.people_at.append((sentence.start, state.subject))
        if sentence.zone == FURNITURE:
            continue
        _sentence(document, sentence, state)
        focus.people = tuple(state.people[-2:])


def _roundup(document: Document) -> bool:
    return bool(document.notes.get("roundup"))


def _sentence(document: Document, sentence: Sentence, state: _Walk) -> None:  # noqa: C901, PLR0912, PLR0915 - one case a reason
    text = document.text
    here = state.topic
    subject: Referent | None = None
    first_work: Referent | None = None
    kept = []
    for m in sentence.mentions:
        if m.kind == "W":
            if m.indirect:
                m.referent = _work_meant(document, m, state, here)
                if m.referent is None:
                    m.kind = "T"
                    types, noun = lexicon.lexemes("types"), str(m.value)
                    noun = noun if noun in types else noun.rsplit(" ", maxsplit=1)[-1]
                    m.value = types.get(noun, "film")
                    m.start += len(m.text) - len(noun)
                    m.text = m.text[-len(noun) :]
                    m.indirect = False
                    kept.append(m)
                    continue
            kept.append(m)
            referent = m.referent
            if referent is None:
                continue
            if bracketed(document, m):
                continue
            before = text[sentence.start : m.start]
            if in_epithet(document, m):
                continue
            if _BASIS.search(before[-70:]):
                state.recent.append(referent)
                if _OF_SOURCE.match(text, m.end):
                    document.works_at.append((m.end, referent))
                continue
            state.recent.append(referent)
            state.passage.append(referent)
            aside = referent is not document.main_work and _ASIDE.search(text[sentence.start : m.start]) is not None
            if not aside and here is state.topic and first_work is None and _reaches_back(document, sentence, m, state):
                document.works_at[-1] = (sentence.start, referent)
            document.works_at.append((m.start, referent))
            if aside and _ASIDE_ENDS.match(text, m.end - 2):
                document.works_at.append((m.end, here))
                continue
            here = referent
            if first_work is None or referent is document.main_work:
                first_work = referent
        elif m.kind == "P":
            if m.indirect:
                m.referent = _person_meant(document, m, state, subject)
                if m.referent is None:
                    continue
            kept.append(m)
            if m.referent is None or bracketed(document, m):
                continue
            document.people_at.append((m.start, m.referent))
            if not m.indirect:
                _note_craft(document, m)
                state.people.append(m.referent)
            if subject is None:
                subject = m.referent
        else:
            kept.append(m)
    sentence.mentions = kept
    if subject is not None:
        state.subject = subject
    if (
        first_work is not None
        and sentence.zone != CAPTION
        and (
            (first_work is document.main_work and state.heading is None) or _takes_over(document, sentence, first_work)
        )
    ):
        state.topic = first_work


def _work_meant(document: Document, mention: Mention, state: _Walk, here: Referent | None) -> Referent | None:  # noqa: PLR0911 - each case answers for itself
    """The work that "the series" means: the one spoken of, or the last one named of that type."""
    noun = str(mention.value)
    wanted = lexicon.lexemes("types").get(noun) or lexicon.lexemes("types").get(noun.rsplit(" ", maxsplit=1)[-1])
    topic = here or state.topic
    if wanted is None:
        return topic
    if state.passage and topic is document.main_work and document.main_work not in state.passage:
        for referent in reversed(state.passage):
            if referent.facts.get("type") in (wanted, None):
                return referent
    if topic is not None and topic.facts.get("type") == wanted:
        return topic
    for referent in reversed(state.recent[-6:]):
        if referent.facts.get("type") == wanted:
            return referent
    if wanted in _SOURCE_TYPES:
        return None
    if topic is not None and topic.facts.get("type") in (
        None,
        "animation_series",
        "animation_film",
        "special",
        "documentary",
    ):
        return topic
    return (
        topic
        if wanted in ("film", "series") and topic is not None and topic.facts.get("type") not in _SOURCE_TYPES
        else None
    )


def _person_meant(document: Document, mention: Mention, state: _Walk, subject: Referent | None) -> Referent | None:
    """The person that "she" or "the actress" means: the subject spoken of, else the last one named."""
    noun = str(mention.value)
    wanted = next((craft for words, craft in _CRAFTS if any(w in noun for w in words)), "")
    if not wanted:
        return subject or state.subject or (state.people[-1] if state.people else None)
    order = [p for p in (subject, state.subject, *reversed(state.people[-8:])) if p is not None]
    for person in order:
        if person.facts.get("craft") == wanted:
            return person
    if wanted == "director" and "known by a work" in mention.reasons:
        return None
    for person in order:
        if not person.facts.get("craft"):
            return person
    return None


_CRAFTS = (
    (("act", "star", "lead", "thesp", "singer", "idol", "heroine", "heartthrob", "performer"), "actor"),
    (("director", "filmmaker", "helmer"), "director"),
    (("writer", "creator", "author", "novelist", "playwright"), "writer"),
)
_CRAFT_BEFORE = (
    (re.compile(r"(?:directed by|helmed by|[Dd]irectors?:?|[Ff]ilmmakers?|[Hh]elmer) $"), "director"),
    (
        re.compile(
            r"(?:starring|stars|[Aa]ctors?|[Aa]ctress(?:es)?|opposite|alongside|(?:played|portrayed|voiced|fronted|headlined|toplined|led) by) $"
        ),
        "actor",
    ),
    (
        re.compile(
            r"(?:(?:written|penned|created|scripted|adapted|script|scripts|screenplay|teleplay|novels?|books?|story|stories|memoir|manga|webtoon|comics?|plays?|"
            r"bestseller) (?:is |comes )?(?:by|from)|[Ww]riters?:?|[Ss]cribe|[Cc]reators?|[Aa]uthors?|[Nn]ovelist) $"
        ),
        "writer",
    ),
)
_CRAFT_AFTER = (
    (
        re.compile(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also |next )*(?:stars?|plays?|playing|portrays?|starring|cast|headlin\w+|reprises?|as [A-Z]|joins?|boards?|appears?|leads)\b"
        ),
        "actor",
    ),
    (
        re.compile(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also )*(?:directs?|directing|directed|helms?|helming|helmed|(?:back )?(?:in the director['’]s chair|at the helm|behind the camera))(?!\w)"
        ),
        "director",
    ),
    (
        re.compile(
            r"(?: ?\([^()]*\))?,? (?:who )?(?:will |is |has |to |was |set |been |also )*(?:writes?|wrote|writing|written|created|pens?|penned)\b"
        ),
        "writer",
    ),
)


def _note_craft(document: Document, mention: Mention) -> None:
    """Note what a person does where the words beside the name say so."""
    if mention.referent is None or "craft" in mention.referent.facts:
        return
    before = document.text[max(0, mention.start - 24) : mention.start]
    after = document.text[mention.end : mention.end + 80]
    for pattern, craft in _CRAFT_BEFORE:
        if pattern.search(before):
            mention.referent.facts["craft"] = craft
            return
    for pattern, craft in _CRAFT_AFTER:
        if pattern.match(after):
            mention.referent.facts["craft"] = craft
            return
