"""What is said of people themselves: what they do, where they are from, how old they are, what they won."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.prizes import prizes
from newsreel.reading.langs.en.voices import meant
from newsreel.reading.mask import NUMBER_BASE, NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_J, _A, _P = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "JAP")
_MARK = rf"[{kind_char('A')}{kind_char('J')}{kind_char('O')}{kind_char('W')}{kind_char('L')}{kind_char('D')}{kind_char('N')}]{NUMBER_CLASS}"
# "the veteran Australian actor-director" before a name; "a Korean-born singer" behind it.
_BEFORE = re.compile(
    rf"(?:(?P<nation>{_A})(?:-born)? (?:(?!and\b|for\b|as\b|of\b|to\b|in\b|on\b|by\b|with\b|from\b|rights\b|release\b|premiere\b)[\w'’-]+ ){{0,2}}?)?(?P<jobs>{_J}(?:(?:[-/]| and | turned |-turned-){_J})?),? (?:[A-Z]\. )?$"
)
_AFTER = re.compile(
    rf"(?:['’]?,? (?:\d\d,? )?(?:(?:who )?(?:is|was),? )?)(?:an?|the) (?:(?:[\w'’-]+|{_MARK}(?:['’]s)?),? ){{0,5}}?(?P<jobs>{_J}(?:(?:[-/]| and | turned |-turned-){_J})?)(?P<of> (?:of|behind|on) )?"
)
_GAPPED = re.compile(rf" (?:(?:the|an?|his|her|their|its)\b|{_P})")
_MANAGES = re.compile(
    r"(?:managing|campaign|sporting|athletic|club|art|casting|creative|technical|music|funeral|executive|company|deputy|programme|program|festival|fight|"
    r"office|stage|theatre|artistic|medical|research|head|series|lead|staff|musical|assistant|second-unit|animation|sales)[ -]$|['’]s $"
)
_JOBS = frozenset({"actor", "voice_actor", "director", "screenwriter", "writer", "producer", "singer", "model", "comedian", "musician", "composer", "rapper",
                   "idol", "presenter", "playwright", "cinematographer", "manga_artist", "webtoon_artist", "author", "dancer", "poet"})  # fmt: skip
_CREDITS = frozenset({"creator", "showrunner", "executive_producer", "journalist", "athlete"})
_PLURAL = re.compile(r"(?:ers|ors|sses|bes|ists|eurs)$", re.IGNORECASE)
_NEXT_MEMBER = re.compile(r"(?: ?\([^()]*\))?(?:,? and |, | & )$")
_EPITHETS = {"actor": "actor", "actress": "actor", "filmmaker": "director", "director": "director", "singer": "singer", "model": "model",
             "comedian": "comedian", "rapper": "rapper", "composer": "composer", "novelist": "author", "performer": "actor"}  # fmt: skip


def people(document: Document) -> Iterable[Draft]:
    """Occupations, nationalities, ages, agencies and prizes."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE or sentence.masked is None:
            continue
        row = [m for m in sentence.mentions if m.kind == "P" and m.referent is not None]
        for i, mention in enumerate(row):
            if mention.indirect:
                yield from _epithet(document, sentence, mention)
            else:
                yield from _named(document, sentence, row, i)
            yield from _age(document, sentence, mention)
        yield from prizes(document, sentence, row)
        yield from _by_country(document, sentence, row)
        yield from _demonyms(document, sentence, row)
        yield from _agencies(document, sentence, row)
        yield from _organisations(document, sentence)


def _draft(predicate: str, who: Referent, value: Any, sentence: Sentence, start: int, end: int, rule: str) -> Draft:  # noqa: PLR0913, PLR0917 - one case after the other
    return Draft(predicate, who, value, sentence, start, end, f"en/person/{rule}")


def _named(document: Document, sentence: Sentence, row: list[Mention], i: int) -> Iterator[Draft]:  # noqa: C901 - one case a reason
    masked = sentence.masked
    if masked is None:
        return
    mention, text = row[i], masked.text
    at = text.find(chr(NUMBER_BASE + masked.mentions.index(mention))) - 1
    before = _BEFORE.search(text[max(0, at - 60) : at])
    if before is not None:
        offset = max(0, at - 60)
        start = masked.position(offset + before.start())
        jobs = masked.mentions_in(before["jobs"])
        of_another = "," in before.group() and _GAPPED.match(
            text, at + 2
        )  # "Ann Lee is the director, Bo Kim the writer"
        if not of_another and not _MANAGES.search(text[: offset + before.start("jobs")]):
            members = _members(document, row, i) if _PLURAL.search(jobs[-1].text) else [mention]
            for member in members:
                yield from _occupations(jobs, member, sentence, start, "job-before")
            nation = masked.mentions_in(before["nation"])[0] if before["nation"] else None
            if nation is not None and nation.text not in lexicon.languages():
                for member in members:
                    yield _draft("nationality", member.referent, nation.value, sentence, start, member.end, "nation")  # type: ignore[arg-type]
    after = _AFTER.match(text, at + 2)
    if after is None:
        return
    jobs = masked.mentions_in(after["jobs"])
    end = masked.position(after.end("jobs"), end=True)
    if after["of"] and {j.value for j in jobs} <= {"writer", "producer"} | _CREDITS:
        return
    if (
        _MANAGES.search(text[at : after.start("jobs")])
        or _KIN_OF.search(text[at : after.start("jobs")])
        or text[after.end("jobs") :].startswith(("'s", "’s"))
    ):
        return
    for job in _values(jobs):
        yield _draft("occupation", mention.referent, job, sentence, mention.start, end, "job-after")  # type: ignore[arg-type]
    nations = [m for m in masked.mentions_in(text[at : after.start("jobs")]) if m.kind == "A"]
    if nations and nations[-1].text not in lexicon.languages():
        yield _draft("nationality", mention.referent, nations[-1].value, sentence, mention.start, end, "nation")  # type: ignore[arg-type]


def _members(document: Document, row: list[Mention], i: int) -> list[Mention]:
    """The members of the list that begins with a mention."""
    found = [row[i]]
    for m in row[i + 1 :]:
        if not _NEXT_MEMBER.fullmatch(document.text[found[-1].end : m.start]):
            break
        found.append(m)
    return found


def _values(jobs: list[Mention]) -> list[str]:
    """What occupations are called: who writes and directs is a screenwriter."""
    words = [str(j.value) for j in jobs]
    if len(words) > 1:
        words = ["screenwriter" if w == "writer" else w for w in words]
    return [w for w in words if w in _JOBS]


def _occupations(jobs: list[Mention], mention: Mention, sentence: Sentence, start: int, rule: str) -> Iterator[Draft]:
    for job in _values(jobs):
        yield _draft("occupation", mention.referent, job, sentence, start, mention.end, rule)  # type: ignore[arg-type]


def _epithet(document: Document, sentence: Sentence, mention: Mention) -> Iterator[Draft]:
    """As in "The Swedish actress": an occupation and a country of whom it means."""
    words = document.text[mention.start : mention.end].split()
    noun = words[-1].lower()
    who = mention.referent
    if who is None or len(words) < 2:  # noqa: PLR2004 - he, she
        return
    after = document.text[mention.end : mention.end + 4]
    craft = who.facts.get("craft")
    fits = (
        craft in (_EPITHETS.get(noun), None)
        if len(words) > 2 or _EPITHETS.get(noun) != "director"  # noqa: PLR2004 - said beside it
        else craft == "director"
    )
    if _MEANT.match(document.text, mention.end) or _IS.search(document.text, 0, mention.start):
        return  # "the American star he hires", "the director is Dylan Hale", "Ann Lee is the director"
    if noun in _EPITHETS and fits and sentence.zone != HEADLINE and not after.startswith((" of", "'s", "’s")):
        yield _draft("occupation", who, _EPITHETS[noun], sentence, mention.start, mention.end, "epithet")
    for word in words[1:]:
        if word in lexicon.adjectives() and word not in lexicon.languages():
            yield _draft(
                "nationality", who, lexicon.adjectives()[word], sentence, mention.start, mention.end, "epithet"
            )


_MEANT = re.compile(r" (?:he|she|they|they['’]ve|he['’]s|she['’]s) |,? (?:is|was|will be) [A-Z]")
_IS = re.compile(r"\b(?:is|was|are|as) $")
_KIN_OF = re.compile(
    r"\b(?:husband|wife|son|daughter|brother|sister|friend|partner|mother|father|widow|widower) of\b|\b(?:associate|assistant) $"
)
_AGE_AFTER = re.compile(
    r"(?:,| \(| ?,? (?:who )?(?:is|turned|turns|is now|has turned|aged|was)) ?(?P<age>[1-9]\d)(?=[,.;)]| and | years old| (?:last|this|next|earlier|on|in) )(?! (?:episodes|minutes|per))"
)
_AGE_BEFORE = re.compile(r"(?P<age>[1-9]\d)-year-old (?:(?:[\w'’-]+) ){0,4}$")
_AGE_EPITHET = re.compile(r",? (?:the |an? )(?P<age>[1-9]\d)-year-old")
_AGE_WITHIN = re.compile(r"(?P<age>[1-9]\d)-year-old")


def _age(document: Document, sentence: Sentence, mention: Mention) -> Iterator[Draft]:
    text = document.text
    found = _AGE_AFTER.match(text, mention.end) or _AGE_EPITHET.match(text, mention.end)
    if found is None and mention.indirect:
        found = _AGE_WITHIN.search(text, mention.start, mention.end)
    if found is None:
        found = _AGE_BEFORE.search(text, max(sentence.start, mention.start - 50), mention.start)
    if found is not None and found.end() <= sentence.end and mention.referent is not None:
        start, end = min(mention.start, found.start()), max(mention.end, found.end())
        yield _draft("age", mention.referent, int(found["age"]), sentence, start, end, "age")


_OF_COUNTRY = re.compile(r"['’]s (?:own )?")


def _by_country(document: Document, sentence: Sentence, row: list[Mention]) -> Iterator[Draft]:
    """As in "Spain's Ann Lee": where somebody is from."""
    text = document.text
    for place in sentence.mentions:
        code = lexicon.places().get(place.text) if place.kind == "L" else None
        if not code:
            continue
        for person in row:
            if person.indirect or person.referent is None or person.start < place.end:
                continue
            if _OF_COUNTRY.fullmatch(text[place.end : person.start]):
                yield _draft("nationality", person.referent, code, sentence, place.start, person.end, "nation")


# "the Spaniard Ann Lee", "Ann Lee, the Dane whose …", "two Poles, Ann Lee and Bo Kim"; "the American Ann Lee", "Polish pianist Ann Lee"
_ONE_OF = re.compile(r"(?:[Tt]he|[Ff]ellow|[Tt]wo|[Tt]hree) (?P<one>[A-Z][a-z]+(?:man|woman)?)s?,? $")
_THE_ONE = re.compile(r", (?:the|a) (?P<one>[A-Z][a-z]+(?: Zealander)?)(?= (?:who|whose|behind)|[,.])")
_TRADE_OF = re.compile(
    r"(?P<one>[A-Z][a-z]+) [a-z-]+(?:ist|er|ian|man|woman|star|legend|icon|newcomer|heartthrob|maker) $"
)


def _demonyms(document: Document, sentence: Sentence, row: list[Mention]) -> Iterator[Draft]:
    """Where somebody is from, by a noun: "the Dane Ann Lee"."""
    text, told = document.text, lexicon.demonyms()
    for i, person in enumerate(row):
        if person.indirect or person.referent is None:
            continue
        before = text[max(sentence.start, person.start - 36) : person.start]
        said = _ONE_OF.search(before) or _THE_ONE.match(text, person.end) or _TRADE_OF.search(before)
        code = told.get(said["one"]) if said else None
        if said is None or code is None:
            continue
        members = _members(document, row, i) if before[-2:] == ", " or before[-3:-1] == "s," else [person]
        for member in members:
            if member.referent is not None:
                yield _draft("nationality", member.referent, code, sentence, person.start, member.end, "nation")


_REPPED = re.compile(r"(?:,? who)? (?:is|are) (?:represented|repped|managed|looked after) by ")
_AGENCY_OF = re.compile(
    r"['’]s? (?:talent |management )?(?:agency|label|management(?: company)?),? $|, whose (?:agency|label) is $|,? (?:and )?(?:signed to|signed with|is signed to|is signed with|who is with) $"
)
_OF_AGENCY = re.compile(
    r",? (?:which|who) (?:manages|represents|handles) $|,? (?:the agency (?:of|representing|that represents)|representing|agency of) $"
)
_HIS_AGENCY = re.compile(
    r"(?:[Hh]er|[Hh]is|[Tt]he (?:actor|actress|star|singer)['’]s) (?:talent |management )?(?:agency|label|management(?: company)?),? $"
)


def _agencies(document: Document, sentence: Sentence, row: list[Mention]) -> Iterator[Draft]:
    """As in "Lee's agency, Oak Actors": who represents whom."""
    text = document.text
    orgs = [m for m in sentence.mentions if m.kind == "O" and m.referent is not None]
    for org in orgs:
        before = text[max(sentence.start, org.start - 45) : org.start]
        who: Referent | None = None
        person = next(
            (
                p
                for p in reversed(row)
                if p.end <= org.start
                and (_AGENCY_OF.fullmatch(text[p.end : org.start]) or _REPPED.fullmatch(text[p.end : org.start]))
            ),
            None,
        )
        behind = next(
            (
                p
                for p in row
                if p.start >= org.end
                and (
                    _OF_AGENCY.fullmatch(text[org.end : p.start])
                    or (
                        re.fullmatch(r", ", text[org.end : p.start])
                        and re.match(r"['’]s? (?:agency|label|management)", text[p.end : p.end + 14])
                    )
                )
            ),
            None,
        )
        if person is not None:
            who = person.referent
            rest = [org]
            for other in orgs[orgs.index(org) + 1 :]:
                if not re.fullmatch(r"(?:, | and |,? and |, and )", text[rest[-1].end : other.start]):
                    break
                rest.append(other)
            if not _REPPED.fullmatch(text[person.end : org.start]):
                rest = [org]
            for one in rest:
                yield _draft("agency", who, one.referent, sentence, person.start, one.end, "agency")  # type: ignore[arg-type]
            continue
        if behind is not None:
            who = behind.referent
        elif _HIS_AGENCY.search(before):
            who = document.person_at(org.start)
        if who is not None:
            start, end = (
                min(org.start, behind.start if behind else org.start),
                max(org.end, behind.end if behind else org.end),
            )
            yield _draft("agency", who, org.referent, sentence, start, end, "agency")


_KIND_NOUNS = frozenset(
    {"streamer", "network", "broadcaster", "cabler", "channel", "agency", "streaming service", "streaming giant"}
)


def _organisations(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """As in "The streamer said": what kind of organisation the one meant is."""
    for mention in sentence.mentions:
        low = mention.text.lower()
        if (
            mention.kind != "K"
            or low not in _KIND_NOUNS
            or not document.text[max(0, mention.start - 4) : mention.start].lower().endswith("the ")
        ):
            continue
        if re.match(r"[,:]? [A-Z]|['’]s", document.text[mention.end : mention.end + 3]):
            continue
        org = meant(document, mention.start, low.split()[-1] if low != "streaming giant" else "streamer")
        if org is not None and org.referent is not None:
            yield _draft("org_kind", org.referent, mention.value, sentence, mention.start, mention.end, "org-epithet")
