"""Obituaries: the works of a report on somebody who has died are that person's, by trade or by what the words beside say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import BRACKET
from newsreel.reading.langs.en.subject import source_of_another
from newsreel.reading.mask import NUMBER_BASE, NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

_LEAD = 4  # sentences, the headline among them
_LEAST = 3  # works and words of the screen: fewer say little
_DEATH = re.compile(
    r"\b(?:has died|died (?:on|at|in|aged|suddenly|peacefully|yesterday|last|this|late|early|[A-Z][a-z]+day)|dies (?:at|aged)|has passed|have passed|has passed away|passed away (?:on|at|in|aged|peacefully|[A-Z][a-z]+day)|dead at)\b|\b[Oo]bituary\b|\bR\.?I\.?P\b|\bTributes\b|\bdeath of\b|[,(] ?(?:18|19|20)\d\d ?[-–—] ?(?:19|20)?\d\d\b"
)
# What somebody is called; the first that stands beside the name counts. Those without a credit are no lives of the screen.
_TRADES = (
    (
        "cinematographer",
        r"cinematographer|director of photography|cameraman|lighting cameraman",
    ),
    ("", r"(?:record|music|radio|theatre|stage|managing|creative|artistic|club|sporting|funeral) (?:producer|director)"),
    ("composer", r"composer"),
    ("screenwriter", r"screenwriter|scriptwriter|(?:television|TV|comedy|script|film) writer|scenarist"),
    ("producer", r"producer"),
    ("director", r"(?:film |television |TV )?directors?(?! of (?!\ue057|the (?:films?|\ue057)|such|films|[\"“‘]))|film-?makers?|auteur"),
    (
        "cast_member",
        r"actors?|act(?:or-)?ress(?:es)?|(?:film|movie|screen|television|TV|soap|sitcom) stars?|star of|a star|comedian|comic actor|leading (?:man|lady)|tough guy|funnyman|heart-?throb",
    ),
    (
        "",
        r"(?:novelist|author|singer|songwriter|musician|guitarist|drummer|rapper|footballer|striker|goalkeeper|cricketer|golfer|boxer|politician|senator|councillor|MP|president|minister|mayor|painter|sculptor|poet|critic|journalist|broadcaster|presenter|dancer|choreographer|conductor|historian|professor|scientist|businessman|businesswoman|designer|designers|model|manager|coach|judge|lawyer|bishop|priest)",
    ),
)  # fmt: skip
_TRADE = re.compile("|".join(rf"(?P<t{i}>\b(?:{words})\b)" for i, (_, words) in enumerate(_TRADES)), re.IGNORECASE)
_SCREEN = re.compile(
    r"\b(?:films?|movies?|television|TV|screen|series|dramas?|sitcoms?|soaps?|serials?|Oscars?|Baftas?|BAFTAs?|Emmys?|Academy Award|Hollywood|Nollywood|Bollywood|comedy|comedies|cinemas?)\b"
)
_CRAFTS = {"director": "director", "screenwriter": "writer", "cast_member": "actor", "producer": "producer"}
_CREDITS = frozenset(["cast_member", "director", "screenwriter", "producer", "creator", "composer", "cinematographer"])

_P, _W, _O = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "PWO")
# Words that tell what somebody did on the works behind them, whatever the trade.
_CUE = re.compile(
    r"\b(?:(?P<director>(?:co-)?direct(?:s|ed|ing|or of)|helm(?:s|ed|ing))"
    r"|(?P<screenwriter>(?:co-)?wr(?:ote|ites|iting|itten)|script(?:s|ed|ing)?|penn(?:ed|ing)|adapt(?:s|ed|ing)|screenplays?)"
    r"|(?P<producer>produc(?:ed|es|ing|er of))|(?P<creator>(?:co-)?creat(?:ed|es|ing|or of)|devised)"
    r"|(?P<composer>scor(?:es?|ed|ing)|compos(?:ed|ing|es)|music (?:for|of))|(?P<cinematographer>photograph(?:ed|ing)|shot|lensed|cinematographer of)"
    r"|(?P<cast_member>starr?(?:s|ed|ing)?|appear(?:s|ed|ing|ances?)|play(?:s|ed|ing)|act(?:ed|s|ing)|seen|roles?|parts?|cast|cameos?|walk-on|guest(?:ed|ing|-starred)?|voiced|portray(?:s|ed|ing|al)))\b"
)
_BY_ANOTHER = re.compile(rf" (?:in [^.;]{{0,20}})?(?:by|from) |,? {_P}|,? (?:the |an? )?[\w-]+ {_P}")
_OBJECT = re.compile(
    r"\b(?:by|with|opposite|alongside|for|of|from|as|to|including|like|starring|featuring|about|beside|[Dd]irector|[Ww]riter|son|daughter|widow|wife|husband) (?:[\w’'-]+ ){0,2}$"
)
_LIST = re.compile(
    rf"(?:['’]s)?(?: ?{BRACKET}|,? in \d{{4}})?(?:,? and |, | & |; | as well as |,? plus |,? followed by )(?:(?:in|on|also|most recently|more recently|later|then|latterly|(?:the|an?|its|his|her) (?:[\w’'-]+ ){{0,3}}|[a-z-]+|{kind_char('T')}{NUMBER_CLASS}|{kind_char('G')}{NUMBER_CLASS}|{_O}(?:['’]s)?|{kind_char('D')}{NUMBER_CLASS}|{_P}['’]s),? ){{0,4}}"
)
_BEHIND = re.compile(
    rf"[,;]? (?:both of )?(?:which|that|for which) (?:he|she|{_P}) (?:also )?(?P<cue>(?:co-)?(?:wrote|produced|directed|created|adapted|scripted|starred in|appeared in))"
)
_HEIR = re.compile(r"(?:['’]s)? (?:widow|wife|husband|son|daughter|brother|sister|friend|agent|family|partner)\b")


_IN_PLOT = re.compile(r"\b(?:story|stars|follows|plays|tells|character|drama about|film about|series about|idol)\b")


def find(document: Document) -> None:
    """Note whose life a report tells of and what that person did, in `notes["life"]`; such a report has no main work."""
    lead = [s for s in document.sentences if s.zone != FURNITURE][:_LEAD]
    works = {id(m.referent) for m in document.mentions if m.kind == "W" and not m.indirect}
    if not lead or len(works) + len(_SCREEN.findall(document.text)) < _LEAST:
        return
    if not any(_DEATH.search(document.text, s.start, s.end) for s in lead):
        return
    counts = Counter(
        id(m.referent) for m in document.mentions if m.kind == "P" and m.referent is not None and not m.indirect
    )
    named = [
        (m, s)
        for s in lead
        for m in s.mentions
        if m.kind == "P" and m.referent is not None and not m.indirect and not _HEIR.match(document.text, m.end)
    ]
    if not named:
        return
    headed = {id(m.referent) for m, s in named if s.zone == HEADLINE}
    hero = max(
        named,
        key=lambda row: (
            _dies(document, row[0]),
            id(row[0].referent) in headed,
            counts[id(row[0].referent)],
            -row[0].start,
        ),
    )[0].referent
    if not _has_died(document, [row for row in named if row[0].referent is hero]):
        return
    for m, s in named:
        if m.referent is hero and (trade := _trade(document, m, s)) is not None:
            if trade and hero is not None:
                hero.facts["craft"] = _CRAFTS.get(trade, "crew")
                document.notes["life"] = (hero, trade)
            return


_DIES = re.compile(
    r",? (?:the [^,.;]{3,60}, )?(?:(?:who )?(?:has )?died|dies|(?:who )?(?:has |have )?passed away|dead at|who has died)\b|, (?:who|whose|the|an?)\b[^.;]{3,120}, (?:has |have )?(?:died|passed away)\b"
)


def _dies(document: Document, mention: Mention) -> bool:
    """Whether a name is the subject of the death: "Ann Lee, who was Rin in Harbor, died on Thursday"."""
    return _DIES.match(document.text, mention.end) is not None


def _has_died(document: Document, named: list[tuple[Mention, Sentence]]) -> bool:
    """Whether the death told of in the lead is that of the person named there."""
    text = document.text
    for mention, s in named:
        m = _DEATH.search(text, s.start, s.end)
        if m is None or _IN_PLOT.search(text, s.start, m.start()):
            continue
        near = [
            o
            for o in s.mentions
            if o.kind == "P" and not o.indirect and mention.end <= o.start < m.start() < o.end + _NEAR
        ]
        if not any(o.referent is not mention.referent and text[o.start] not in '"“‘' for o in near):
            return True
    return False


_NEAR = 12  # code points between a name and the verb that it takes


def _trade(document: Document, mention: Mention, sentence: Sentence) -> str | None:
    start, end = max(sentence.start, mention.start - 50), min(len(document.text), mention.end + 220)
    masked = document.text[start:end]
    for work in sentence.mentions:
        if work.kind == "W" and start <= work.start < end:
            masked = masked.replace(work.text, kind_char("W") + "0", 1)
    found = _TRADE.search(masked)
    if found is None or found.lastgroup is None:
        return "cast_member" if re.search(r"\b(?:acting|actor|actress|role)\b", document.text) else None
    return _TRADES[int(found.lastgroup[1:])][0]


def hero_meant(document: Document, mention: Mention, subject: Referent | None) -> Referent | None:
    """Whom "he" and "she" mean in the report of somebody's life; None where that is for the sentence to say."""
    if "life" not in document.notes or str(mention.value).lower() not in {"he", "she"}:
        return None
    hero: Referent = document.notes["life"][0]
    return hero if subject is None or subject is hero else None


def lives(document: Document) -> Iterable[Draft]:
    """The credits of the one whose life a report tells."""
    life = document.notes.get("life")
    if life is None:
        return
    for sentence in document.sentences:
        if sentence.zone != FURNITURE and sentence.masked is not None:
            yield from _credits(document, sentence, sentence.masked, *life)


def _credits(document: Document, sentence: Sentence, masked: Masked, hero: Referent, trade: str) -> Iterator[Draft]:
    here, did = 0, None
    for work in sentence.mentions:
        at = masked.text.find(chr(NUMBER_BASE + masked.mentions.index(work))) - 1 if work.kind == "W" else -1
        if at < 0 or work.indirect or work.referent is None:
            continue
        between = masked.text[here:at].rstrip("\"“‘'*")
        if not (here and did and _LIST.fullmatch(between) and not _CUE.search(between)):
            did = _did(masked, between, hero, trade)
        here = at + 2 + masked.text.startswith((",", "."), at + 2)
        if did is None or source_of_another(document, work, sentence) or work.referent.facts.get("type") in _NOT_SHOWN:
            continue
        behind = _BEHIND.match(masked.text, here)
        here = behind.end() if behind is not None else here
        cue = _CUE.search(behind["cue"]) if behind is not None else None
        for predicate in {*did.split(), str(cue.lastgroup) if cue else did.split()[0]}:
            yield Draft(
                predicate, work.referent, hero, sentence, work.start, max(work.end, masked.position(behind.end(), end=True) if behind else 0),
                f"en/life/{predicate.replace('_', '-')}", background=True,
            )  # fmt: skip


_NOT_SHOWN = frozenset({"book", "manga", "webtoon", "play", "game", "album"})


_BOTH = re.compile(
    r"\b(wrote|directed|produced|created|starred in) and (wrote|directed|produced|created|starred in) [^.;]{0,30}$"
)
_NAMED_CRAFTS = {"wr": "screenwriter", "di": "director", "pr": "producer", "cr": "creator", "st": "cast_member"}


def _did(masked: Masked, between: str, hero: Referent, trade: str) -> str | None:
    """What the one told of did on the work behind some words; None where another did it."""
    others = list(re.finditer(_P, between))
    subject = None
    for m in others:
        (person,) = masked.mentions_in(m.group())[:1] or (None,)
        if person is None or between.startswith(("'s", "’s"), m.end()) or _OBJECT.search(between[: m.start()]):
            continue
        subject = person
    if subject is not None and subject.referent is not hero:
        return None
    found = None
    for cue in _CUE.finditer(between):
        if not _BY_ANOTHER.match(between, cue.end()) or cue.lastgroup == trade == "cast_member":
            found = cue.lastgroup
    if both := _BOTH.search(between):
        return f"{_NAMED_CRAFTS[both[1][:2]]} {_NAMED_CRAFTS[both[2][:2]]}"
    return found or trade


def told_alone(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Without other readings of what the one whose life is told did on a work."""
    life = document.notes.get("life")
    if life is None:
        return drafts
    hero, trade = life
    works = {id(d.subject) for d in drafts if d.object is hero and "/life/" in d.rule}
    drafts = [d for d in drafts if d.predicate != "based_on" or id(d.object) not in works or id(d.subject) not in works]
    return [
        d
        for d in drafts
        if "/life/" in d.rule
        or d.object is not hero
        or d.predicate not in _CREDITS
        or (id(d.subject) not in works and (d.predicate != "cast_member" or trade == "cast_member"))
    ]


_AGE = Sought(
    r"\b(?:died|dies|dead|passed away|death|passed)\b[^.;]{0,90}?\b(?:aged|at the age of|at age|at) (?P<age>[1-9]\d)\b(?! \w+ (?:Street|Road))|^(?:He|She|[A-Z][\w.’'-]*(?: [A-Z][\w’'-]+)?) was (?P<then>[1-9]\d)\.?$"
)


def ages(document: Document) -> Iterator[Draft]:
    """How old the one was whose life is told."""
    life = document.notes.get("life")
    for sentence in document.sentences if life is not None else ():
        if life is not None and (m := document.search(_AGE, sentence.start, sentence.end)) is not None:
            start, end = sentence.start + m.start(), sentence.start + m.end()
            yield Draft("age", life[0], int(m["age"] or m["then"]), sentence, start, end, "en/life/age")
            return
