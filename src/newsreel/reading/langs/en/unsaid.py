"""What is told without a verb: "Ann Lee, Bo Kim again", "On script, Cy Roe", "the music is Di Fox's", "Acme for Beta".

A sentence, or a piece between semicolons, that is nothing but names says who or which companies the work spoken of has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en.frames import BRACKET, org_kind
from newsreel.reading.langs.en.trades import CRAFTS
from newsreel.reading.literals import alternation
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence
    from newsreel.reading.mask import Masked

_P, _O, _L, _A, _J = (f"{kind_char(k)}{NUMBER_CLASS}" for k in "POLAJ")
_MAKERS = frozenset({"director", "writer", "producer", "crew"})
_SHOWING = frozenset({"streamer", "broadcaster"})
_AND = rf"(?: ?{BRACKET})?(?:,? and,? |,? & |, | \+ |,? plus |,? with |/)(?:(?:also|then|finally|newcomers?|the|late|young|veteran|[a-z]+(?: [a-z]+){{1,3}},) )*"
_PEOPLE = rf"{_P}(?!['’])(?:{_AND}{_P}(?!['’]))*(?: ?{BRACKET})?"
_OWNERS = rf"{_P}['’]s?(?:(?:, |,? and |,? & ){_P}['’]s?)*"
_PIECE = re.compile(r"[^;]+")
_LEAD = r"[\s\d:.,•*>()\[\]\"“”‘’'–—-]*?(?:(?:and|also|plus|with|then|first|now|but) )?"
_ELSEWHERE = rf"(?:(?:nearly |almost |just about )?everywhere else|elsewhere|overseas|abroad|worldwide|internationally|(?:for |in )?(?:the )?rest(?: of (?:us|the world|Europe|it))?|(?:in|for|across|over) (?:the )?(?:{_L}|{_A}|US|UK|States|Nordics|continent)(?:,? and (?:the )?{_L})*|on this side(?: of the water)?|on the other|at home|over here|over there|here|there)"
_COMPANIES = rf"{_O}(?:(?:, (?:with )?| and | & | \+ |/| with |, and ){_O})*"
_PLACED = re.compile(
    rf"{_LEAD}(?P<list>{_COMPANIES},? {_ELSEWHERE}(?:(?:, | and |, and |; ){_COMPANIES},? {_ELSEWHERE})*)[.!,)]*\s*"
)
_FOR = re.compile(rf"{_LEAD}(?P<makers>{_COMPANIES}) for (?P<shows>{_COMPANIES})[.!)]*\s*")
_ALONE = re.compile(
    rf"{_LEAD}(?P<list>{_COMPANIES})(?:,? (?:naturally|of course|again|as ever|as before|obviously|once more|, all of it))?[.!)]*\s*"
)


@cache
def _words(group: str) -> dict[str, str]:
    rows = load_data("en", "unsaid")[group]
    return {str(word): predicate for predicate, words in rows.items() for word in words}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Lists of people alone, labels before them, bare labels, and what is somebody's."""
    tail = alternation(str(word) for word in load_data("en", "unsaid")["tail"])
    alone = re.compile(rf"{_LEAD}(?P<who>{_PEOPLE})(?: as [^;,.]{{2,60}})?(?:(?:,? |: ?)(?:{tail}))*[.!?…)]*\s*")
    before = re.compile(
        rf"(?:(?<=^)|(?<=[.;:,] )|(?<=\band ))(?P<label>(?i:{alternation(_words('before'))}))(?:,|:| (?:is|are|was|were|comes?)| –| —)?:? (?:the |newcomers? )*(?P<who>{_PEOPLE})(?=[.,;!?)–—]|$|\s*$| (?:and|with|while|but|as|again|too|once|of|from)\b)"
    )
    bare = re.compile(
        rf"(?:(?<=^)|(?<=[.;:,] )|(?<=\band ))(?P<label>(?i:{alternation(_words('bare'))})) (?P<who>{_PEOPLE})(?=[.,;!?):–—]|$|\s*$)"
    )
    owned = re.compile(
        rf"(?:\b[Tt]he|\b[Ii]ts|, the|and the|[;,]|and) (?:[a-z]+ ){{0,2}}?(?P<label>{alternation(_words('owned'))})(?:, [^,;.]{{2,40}},)?(?: (?:this time|here|again|once more))?(?: (?:is|are|was|were)(?: all| again| once more| still)?)? (?P<who>{_OWNERS})(?=[.,;!?)]|$| (?:and|again|too|while|but)\b)"
    )
    return alone, before, bare, owned


def unsaid(document: Document) -> Iterable[Draft]:
    """Credits and companies that no verb tells."""
    for sentence in document.sentences:
        masked = sentence.masked
        if sentence.zone not in {BODY, LISTING} or masked is None or not sentence.mentions:
            continue
        if kind_char("P") in masked.text:
            yield from _labelled(document, sentence, masked)
            yield from _lists(document, sentence, masked)
            yield from _posts(document, sentence, masked)
        if kind_char("O") in masked.text:
            yield from _companies(document, sentence, masked)


def _labelled(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    _, before, bare, owned = _patterns()
    for m in before.finditer(masked.text):
        yield from _people(document, sentence, masked, m, _words("before")[m["label"].lower()])
    row = list(bare.finditer(masked.text))
    alone = bool(row) and not masked.text[: row[0].start()].strip(' "“‘*•-–—0123456789:.,')
    for m in row if len(row) > 1 or alone else ():
        yield from _people(document, sentence, masked, m, _words("bare")[m["label"].lower()])
    for m in owned.finditer(masked.text):
        yield from _people(document, sentence, masked, m, _words("owned")[m["label"].lower()])


def _lists(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    """Sentences, or pieces of them, that are nothing but a list of people: the cast of the work that stands above them."""
    head = document.text[: document.sentences[0].end]
    if sentence.zone != BODY or _LINE_UP.search(head):
        return  # who stands below a title there has directed it
    for piece in _PIECE.finditer(masked.text):
        m = _patterns()[0].fullmatch(masked.text, piece.start(), piece.end())
        row = masked.mentions_in(m["who"]) if m is not None else []
        if m is None or len(row) < 2 or (len(row) == 2 and _TWO.fullmatch(m["who"])):  # noqa: PLR2004 - one name alone may be anything
            continue
        work = document.work_at(masked.position(m.start("who")))
        if work is not None and _just_named(document, sentence, work):
            yield from _people(document, sentence, masked, m, "cast_member")


_TWO = re.compile(rf"{_P}, {_P}")
_LINE_UP = re.compile(
    r"(?i)\b(?:line-?up|selections?|programme|program|festival|competition|sections?|film week|fest)\b"
)


# "The director is Ann Lee", "its producers being Bo Kim and Cy Roe"
_IS_WHO = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Ww]hose|[Ff]ellow) )?(?:[a-z]+ )?(?P<post>{_J}|{_P}),? (?:(?:this time|here|again|once more),? )?(?:is|are|was|were|remains|being|will be) (?:again |once more |none other than |newcomers? )?(?P<who>{_PEOPLE})(?=[.,;:!?)—–]|$|\s*$| (?:and|who|whose|of|from|again|once|the same)\b)"
)
# "Ann Lee ......... the Queen"
_DOTTED = re.compile(rf"{_LEAD}(?P<who>{_P}) ?(?:\.{{3,}}|…+|·{{3,}}|_{{3,}}) ?(?P<part>[^.]{{2,50}}?)\s*")
_HOLDS = re.compile(rf"{_LEAD}(?P<who>{_PEOPLE}),? (?:(?:the|its|their) )?(?P<post>{_J}|{_P})[.!)]*\s*")


def _posts(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    """A piece that is a name and its post: "; Ann Lee the director."."""
    for said in _IS_WHO.finditer(masked.text):
        post = _post(masked.mentions_in(said["post"])[0])
        if post:
            yield from _people(document, sentence, masked, said, post)
    if (line := _DOTTED.fullmatch(masked.text)) is not None:
        for draft in _people(document, sentence, masked, line, "cast_member"):
            draft.slots["character"] = masked.plain(line["part"]).removeprefix("the ").strip()
            yield draft
    for piece in _PIECE.finditer(masked.text):
        m = _HOLDS.fullmatch(masked.text, piece.start(), piece.end())
        if m is None or not (post := _post(masked.mentions_in(m["post"])[0])):
            continue
        work = document.work_at(masked.position(m.start("who")))
        if work is not None and _just_named(document, sentence, work):
            yield from _people(document, sentence, masked, m, post)


def _post(held: Mention) -> str:
    """The credit that a trade's noun tells, as a mention of a trade or of whom it means; "" for none."""
    if held.kind == "P" and not held.indirect:
        return ""
    post = CRAFTS.get(str(held.value) if held.kind == "J" else held.text.split()[-1], "")
    return "" if post == "cast_member" else post


def _just_named(document: Document, sentence: Sentence, work: Referent) -> bool:
    """Whether a work is named in the paragraph up to a sentence."""
    return any(
        m.referent is work and not m.indirect
        for before in document.sentences[max(0, sentence.index - 3) : sentence.index + 1]
        if before.paragraph == sentence.paragraph
        for m in before.mentions
    )


def _people(
    document: Document, sentence: Sentence, masked: Masked, m: re.Match[str], predicate: str
) -> Iterator[Draft]:
    work = document.work_at(masked.position(m.start("who")))
    row = [
        one for one in masked.mentions_in(m["who"]) if one.kind == "P" and one.referent is not None and not one.indirect
    ]
    if work is None or any(document.text[one.end : one.end + 1] == "-" for one in row):
        return
    for one in row:
        if predicate == "cast_member" and one.referent is not None and one.referent.facts.get("craft") in _MAKERS:
            continue
        yield _draft(
            sentence, predicate, work, one, (masked.position(m.start()), masked.position(m.end("who"), end=True))
        )


def _draft(sentence: Sentence, predicate: str, work: Referent, one: Mention, span: tuple[int, int]) -> Draft:
    rule = f"en/unsaid/{predicate.replace('_', '-')}"
    return Draft(
        predicate, work, one.referent, sentence, min(span[0], one.start), max(span[1], one.end), rule, mention=one
    )


def _companies(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Draft]:
    """Sentences, or pieces of them, that are nothing but companies, each with its part of the world or whom it makes for."""
    for piece in _PIECE.finditer(masked.text):
        text = (masked.text, piece.start(), piece.end())
        if (m := _FOR.fullmatch(*text)) is not None:
            rows = [(masked.mentions_in(m["makers"]), "production_company"), (masked.mentions_in(m["shows"]), "")]
        elif (m := _PLACED.fullmatch(*text)) is not None:
            rows = [([one for one in masked.mentions_in(m["list"]) if one.kind == "O"], "distributor")]
        elif (m := _ALONE.fullmatch(*text)) is not None:
            rows = [(masked.mentions_in(m["list"]), "production_company")]
        else:
            continue
        for row, made in rows:
            yield from _of_companies(document, sentence, row, made)


def _of_companies(document: Document, sentence: Sentence, row: list[Mention], made: str) -> Iterator[Draft]:
    for one in row:
        work = document.work_at(one.start)
        kind = org_kind(one.referent, one.text)
        predicate = "platform" if kind in _SHOWING else made if kind == "studio" else ""
        if work is not None and predicate and one.referent is not None and _just_named(document, sentence, work):
            yield _draft(sentence, predicate, work, one, (one.start, one.end))
