"""What "the series", "she" and unnamed subjects mean: which work and which person the words at each place speak of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.document import CAPTION, FURNITURE, HEADLINE, Referent
from newsreel.reading.langs.en import lexicon, lives, remakes
from newsreel.reading.langs.en.crafts import note_craft, person_meant
from newsreel.reading.langs.en.passing import (
    CAREER,
    aside,
    bracketed,
    career_works,
    goes_on,
    in_epithet,
    of_somebody,
    passing,
)
from newsreel.reading.langs.en.pointing import MAIN_STORY, SOURCE_TYPES, Walk, one_of, original, owned
from newsreel.reading.langs.en.stories import first_paragraph, in_brief, keeps_coming_back, stories
from newsreel.reading.langs.en.subject import (
    heads_line,
    main_work,
    named_in_passing,
    nameless,
    source_of_another,
    told,
)
from newsreel.reading.langs.en.twins import note_types
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

# "a remake of Harbor, which starred Ann Lee": the clause is about the source
_OF_SOURCE = re.compile(
    r"[\"”’']*(?: ?\([^()]*\))?,? (?:which|that) (?:also |first |originally )?(?:starred|was|aired|premiered|ran|had|featured|followed)\b"
)
_DIRECTED = re.compile(r"[\"”’']*(?: ?\([^()]*\))?,? (?:directed|helmed) by\b")


def follow(document: Document) -> None:
    """Decide the report's main work, then walk through it and note what every place speaks of."""
    for sentence in document.sentences:
        note_types(document, sentence)
    lives.find(document)
    project = nameless(document)
    document.notes["nameless"] = project is not None
    whole = None if "life" in document.notes else main_work(document)
    document.main_work = whole if project is None else project if project.name else None
    document.notes["stories"] = stories(document)
    document.notes["brief"] = in_brief(document)
    again = keeps_coming_back(document, document.main_work)
    document.notes["each its own"] = document.notes["brief"] and not again
    alone = len({id(m.referent) for m in document.mentions if told(document, m)}) < 2  # noqa: PLR2004 - one work
    document.notes["named from"] = 0 if again or alone else first_paragraph(document, document.main_work)
    remakes.find(document)
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


def _background(document: Document, work: Referent) -> bool:
    """Whether a work is there only to say who somebody is: it was first named in a bracket or as an earlier credit."""
    if work is document.main_work:
        return False
    first = next(m for m in document.mentions if m.referent is work)
    return named_in_passing(document, first)


# "Ann Lee was in Harbor", "Bo Kim, once of Still": where somebody was or comes from
_IN_WORK = re.compile(
    r"\b(?:of|from|(?:was|were|been|appear(?:s|ed)|seen|starred|acted|debut\w*|known|cameo\w*) (?:[a-z]+ ){0,2}(?:in|on|for)|since|after|like|than|as|including) (?:the )?[\"“‘'*]*$"
)


def _takes_over(document: Document, sentence: Sentence, work: Referent) -> bool:
    """Whether the text goes on about a work: it is what the sentence begins with, or its paragraph opens with it."""
    mention = next(m for m in sentence.mentions if m.referent is work)
    if in_epithet(document, mention) or _background(document, work):
        return False
    if _IN_WORK.search(document.text, max(sentence.start, mention.start - 24), mention.start):
        return False
    earlier = [m for m in sentence.mentions if m.start < mention.start and m.kind in "PWX"]
    return not earlier or told(document, mention)


def _reaches_back(document: Document, sentence: Sentence, mention: Mention, state: Walk) -> bool:
    """Whether the words before a work's name speak of it too ("Paramount will release Harbor")."""
    if mention.indirect or passing(document, mention) or document.works_at[-1][0] != sentence.start:
        return False
    opens = sentence.index == 0 or document.sentences[sentence.index - 1].paragraph != sentence.paragraph
    return mention.referent is document.main_work or state.topic is None or opens


# "Ann Lee, who created Harbor, wrote the script": behind the aside the sentence is about its work again.
_ASIDE = re.compile(
    r"(?:, |\()(?:who|whose|which (?:has|made|is behind|produced)|the company behind|known for|best known|fresh off|last seen|of|from)\b[^,;()]*$"
)
_ASIDE_END = re.compile(r"[,;:)—–?!]|(?= and (?:will|is|are|has)\b)")
_DESCRIBED = re.compile(
    r"[\"”’'*]*(?: ?\([^()]*\))?,?[\"”’'*]? (?:which|that|directed|helmed|penned|made|written|starring|created|produced|based|an? |the [\w-]+ (?:film|series|drama|movie|comedy|thriller)|in which|about)"
)


_SUBJECT_VERB = re.compile(
    r"[\"”’'*]* (?:has|have|is|are|was|were|will|begins|starts|stars|tells|follows|premieres|opens)\b"
)


def _takes_verb(text: str, mention: Mention) -> bool:
    """Whether a verb follows right behind a name, with no comma between."""
    return "," not in text[mention.end - 2 : mention.end] and _SUBJECT_VERB.match(text, mention.end) is not None


def _speak_of(document: Document, start: int, work: Referent | None) -> None:
    """From `start` on the words speak of a work: an aside that was to end later has ended."""
    while document.works_at and document.works_at[-1][0] > start - (work is None):
        document.works_at.pop()
    document.works_at.append((start, work))


def _aside_ends(document: Document, sentence: Sentence, mention: Mention) -> int:
    """Where the sentence leaves a work that it names in passing: at the next comma, or behind what describes that work."""
    text = document.text
    if _DESCRIBED.match(text, mention.end):
        return sentence.end
    if of_somebody(document, sentence, mention):  # "directed by Ann Lee of Harbor and written by"
        return mention.end
    if _takes_verb(text, mention):  # "a drama from the team behind Harbor has started filming"
        return mention.end
    inside = 2 if text[mention.end - 1] in "\"”’'" else 1  # the comma inside the closing quotation mark
    end = _ASIDE_END.search(text, mention.end - inside, sentence.end)
    return max(end.end(), mention.end) if end else sentence.end


_OBJECT = re.compile(
    r"(?:^| )(?:by|with|opposite|alongside|for|of|from|to|like|including|playing|portraying|[Ff]or|[Ww]ith|[Ff]rom|[Bb]y) (?:[a-z-]+ ){0,2}$"
)
_OWNS = re.compile(
    r"['’]s? (?!(?:\w+ )?(?:agency|label|reps?|representatives?|manager|team|camp|publicist|spokes\w+|management)\b)|['’]$"
)


def _owner_or_object(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a person stands there as an owner or behind a preposition: the next sentence's "he" is somebody else."""
    if _OWNS.match(text, mention.end) and not text.startswith(("'s been", "’s been"), mention.end):
        return True
    return _OBJECT.search(text, max(sentence.start, mention.start - 24), mention.start) is not None


# "Lee is also writing a remake for Acme": a project without a name, of which nothing is said of the work told of
_PROJECT = Sought(
    r"\b(?:also|next|now|currently|meanwhile|separately|then|already|besides)\b[^.;:\"“]{0,24}? (?:writ(?:es?|ing)|develop(?:s|ing)?|direct(?:s|ing)?|produc(?:es?|ing)|prepar(?:es?|ing)|plan(?:s|ning)?|working on|at work on|shoot(?:s|ing)?|film(?:s|ing)|adapt(?:s|ing)|making|star(?:s|ring)?(?: (?:with|opposite|alongside) [A-Z][\w’' -]{2,40})? in|appear(?:s|ing)? in) "
    r"(?:an?|another|two|three|several) (?:[\w’'-]+ ){0,4}?(?:remake|sequel|prequel|film|movie|series|drama|show|feature|thriller|comedy|pilot|adaptation|documentary|short|musical|novel|play|projects?|films|picture)\b"
    r"|\b(?:has|have|had) (?:also )?(?:written|directed|made|shot|produced|finished|got) (?:one|something|another) (?:of (?:his|her|their) own|else|too|himself|herself)\b"
)
# "It opens in May", "Lee directed that one": said of the work that was told of last
_OF_IT = re.compile(
    r"(?:It|That|Its)(?:['’]s|['’]ll)?\b(?! (?:is |was |['’]s )?(?:not )?(?:clear|unclear|unknown|said|reported|believed|understood|thought|expected that|that))|[^.;]{0,90}? that one\b"
)


def _walk(document: Document) -> None:
    state = Walk(document)
    paragraph = -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            state.passage, state.career, state.beside = [], None, None
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
            if paragraph in document.notes["stories"]:
                state.story = document.notes["stories"][paragraph]
                state.heading = state.heading if head else None
            state.topic = state.heading or _starts_with(document, sentence, state)
        focus = document.focus[sentence.index]
        focus.work, focus.person = state.topic, state.subject
        document.works_at.append((sentence.start, state.topic))
        document.people_at.append((sentence.start, state.subject))
        if sentence.zone == FURNITURE:
            continue
        _sentence(document, sentence, state)
        focus.people = tuple(state.people[-2:])


# A paragraph that begins so goes on about what the one before told of.
_POINTS_BACK = re.compile(
    r"(?:It|Its|This|That|He|She|They|His|Her|Their|Both|Also|And|But|The (?:film|movie|series|show|drama|picture|cast|story|script|director|anime|thriller|comedy|pair|two))\b"
)


def _starts_with(document: Document, sentence: Sentence, state: Walk) -> Referent | None:
    """What a paragraph is about before it names a work: the report's main work, or nothing where each tells of its own."""
    if state.story is not MAIN_STORY:
        return state.story
    if sentence.zone == HEADLINE:
        return document.main_work
    if sentence.paragraph < document.notes["named from"]:
        return None  # what is told of once is not spoken of before it is named
    if not document.notes["each its own"]:
        return document.main_work
    goes_on = state.topic is document.main_work or _POINTS_BACK.match(document.text, sentence.start)
    return state.topic if goes_on else None


def _roundup(document: Document) -> bool:
    return bool(document.notes.get("roundup"))


def _sentence(document: Document, sentence: Sentence, state: Walk) -> None:  # noqa: C901, PLR0912, PLR0915 - one case a reason
    text = document.text
    here = state.topic
    if state.beside is not None and sentence.zone != HEADLINE and _OF_IT.match(text, sentence.start, sentence.end):
        here = state.beside
        _speak_of(document, sentence.start, here)
    project = None
    if here is not None and document.may_stand(_PROJECT, sentence.start, sentence.end):
        project = _PROJECT.compiled.search(text, sentence.start, sentence.end)
    if project is not None and not any(
        told(document, m) and (m.start > project.start() or m.referent is here) for m in sentence.mentions
    ):
        here = None
        _speak_of(document, sentence.start, here)
    if (remake := remakes.spoken_of(document, sentence)) is not None:
        here = remake
        _speak_of(document, sentence.start, here)
    if (
        here is not None
        and document.may_stand(CAREER, sentence.start, sentence.end)
        and CAREER.compiled.match(text, sentence.start, sentence.end)
        and not any(m.referent is here and not m.indirect for m in sentence.mentions)
    ):
        here = None  # what else somebody did or does: nothing of the work told of
        _speak_of(document, sentence.start, here)
        state.career = career_works(sentence)
    elif state.career is not None and goes_on(document, sentence):
        here = state.career[0] if len(state.career) == 1 else None
        _speak_of(document, sentence.start, here)
    else:
        state.career = None
    if here is not None and (owned_noun := owned(document, sentence, here)) is not None:
        owned_noun.kind, owned_noun.indirect, owned_noun.value = "W", True, f"the {owned_noun.text.lower()}"
    turns = one_of(document, sentence.start, sentence.end, state.pair)
    subject: Referent | None = None
    first_work: Referent | None = None
    kept = []
    for m in sentence.mentions:
        if m.kind == "W":
            if m.indirect:
                m.referent = remakes.meant(document, str(m.value)) or original(document, m, state, here)
                if m.referent is None:
                    if "original" in str(m.value).split() and first_work is None:
                        here = None  # it has no name here
                        _speak_of(document, sentence.start, here)
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
            if in_epithet(document, m):
                continue
            if source_of_another(document, m, sentence):
                state.recent.append(referent)
                state.source = referent if referent is not document.main_work else state.source
                made = referent.facts.get("source") and referent.facts.get("type") not in SOURCE_TYPES
                if _OF_SOURCE.match(text, m.end) or (made and _DIRECTED.match(text, m.end)):
                    _speak_of(document, m.end, referent)
                continue
            before = text[sentence.start : m.start]
            beside = referent is not here and (
                aside(document, m) or (referent is not document.main_work and _ASIDE.search(before) is not None)
            )
            if not beside:
                state.recent.append(referent)
            if (
                not beside
                and here is state.topic
                and first_work is None
                and _reaches_back(document, sentence, m, state)
            ):
                document.works_at[-1] = (sentence.start, referent)
            _speak_of(document, m.start, referent)
            if beside and here is not None and _takes_verb(text, m):
                m.kind, m.referent = "X", None  # no subject of the verb behind it
            if beside:
                document.works_at.append((_aside_ends(document, sentence, m), here))
                continue
            state.passage.append(referent)
            here = referent
            if m.indirect and "original" in str(m.value).split():
                continue  # told of beside the work that is made from it, which the next sentence goes on about
            if first_work is None or referent is document.main_work:
                first_work = referent
        elif m.kind == "P":
            if m.indirect:
                m.referent = lives.hero_meant(document, m, subject) or person_meant(
                    m, subject, state.subject, state.people
                )
                if m.referent is None:
                    continue
            kept.append(m)
            if m.referent is None or bracketed(document, m):
                continue
            document.people_at.append((m.start, m.referent))
            if not m.indirect:
                note_craft(document, m)
                state.people.append(m.referent)
            if subject is None and not _owner_or_object(text, sentence, m):
                subject = m.referent
        else:
            kept.append(m)
    sentence.mentions = kept
    _slate(document, sentence)
    named = [m.referent for m in kept if told(document, m)]
    for start, back in turns if not named else ():
        _speak_of(document, start, back.referent)
        state.topic = back.referent
        sentence.mentions = sorted(
            [*(m for m in sentence.mentions if m.end <= back.start or m.start >= back.end), back], key=lambda m: m.start
        )
    if named:
        state.pair = list(dict.fromkeys(w for w in named if w is not None))
        state.beside = named[-1] if state.topic not in named else None
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


def _slate(document: Document, sentence: Sentence) -> None:
    """Between semicolons every work of a slate is told of by itself; what names none is about none."""
    if document.text.count(";", sentence.start, sentence.end) < 2:  # noqa: PLR2004 - a semicolon alone joins two clauses
        return
    stops = [i for i in range(sentence.start, sentence.end) if document.text[i] == ";"]
    works = [m for m in sentence.mentions if m.kind == "W" and not m.indirect and m.referent is not None]
    pieces = list(pairwise([sentence.start, *stops, sentence.end]))
    inside = [next((m.referent for m in works if a <= m.start < b and told(document, m)), None) for a, b in pieces]
    if sum(work is not None for work in inside) < 2:  # noqa: PLR2004 - no slate
        return
    kept = [entry for entry in document.works_at if entry[0] < stops[0]]
    document.works_at = kept + [(a, work) for (a, _), work in zip(pieces[1:], inside[1:], strict=True)]
