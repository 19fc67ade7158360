"""People, organisations, works, characters and places of an English report, each linked to what it refers to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from newsreel.reading.document import FURNITURE, HEADLINE, Mention
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.candidates import candidates
from newsreel.reading.langs.en.creditlists import foreign_titles
from newsreel.reading.langs.en.evidence import TYPED
from newsreel.reading.langs.en.labels import labels
from newsreel.reading.langs.en.openings import hyphened, opens_as_word
from newsreel.reading.langs.en.slates import countries
from newsreel.reading.langs.en.titular import with_numbers
from newsreel.reading.langs.en.tokens import HONORIFICS, OFFICES, Candidate, Token, personal
from newsreel.reading.langs.en.verdicts import verdicts

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_ENTITY = {"P": "person", "W": "work", "O": "organization", "L": "place"}


@cache
def _known() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Organisations whose names begin in lower case or hold small words, which runs of capitals do not find."""
    odd = {
        n
        for n in (*lexicon.organizations(), *lexicon.festivals())
        if n[0].islower() or n[0].isdigit() or " " in n or not n.isalnum()
    }
    rows = tuple(sorted(n for n in odd if n not in lexicon.ambiguous() and len(n) > 2))  # noqa: PLR2004 - two letters say little
    return AhoCorasick(list(rows), matchkind=MatchKind.LeftmostLongest), rows


def names(document: Document) -> list[Mention]:
    """The names of a report as mentions with referents."""
    found, groups = gather(document)
    return _refer(document, groups, found)


def gather(document: Document) -> tuple[list[Candidate], dict[str, list[Candidate]]]:
    """All candidates, and those of one name together."""
    found = _split(document, candidates(document))
    found = with_numbers(document, foreign_titles(document, _with_known(document, found)))
    found = [
        c
        for c in found
        if c.quoted
        or not (_is_word(c.text) or _is_label(document.text, c) or _SEASON.fullmatch(c.text) or countries(c.text))
    ]
    groups: dict[str, list[Candidate]] = defaultdict(list)
    body: set[str] = {lexicon.key(c.text) for c in found if c.sentence.zone != HEADLINE}
    for c in found:
        if (
            c.sentence.zone == HEADLINE
            and not c.quoted
            and lexicon.key(c.text) not in body
            and (c.text not in lexicon.organizations() or c.text in lexicon.ambiguous())
            and _title_case(document, c.sentence)
        ):
            continue
        groups[lexicon.key(c.text)].append(c)
    headline = _headline(document, groups)
    for c in headline:
        groups[lexicon.key(c.text)].append(c)
    return found, groups


_SEASON = re.compile(r"S\d{1,2}")
_POSTS = frozenset(["EP", "EPs", "DP", "DoP", "DOP", "Dir", "Scr", "Wr", "Prod"])
_LADIES = frozenset(["Lady", "Lord", "Miss"])  # of a title as often as of a person: "Lady Harbor"


def _split(document: Document, found: list[Candidate]) -> list[Candidate]:
    """Candidates cut where a first word belongs to something else: "Director Ann Lee", "Netflix UK", "Mr. Lee"."""
    out: list[Candidate] = []
    occupations = lexicon.lexemes("occupations")
    for c in _branded(document, found):
        titled = c.text.isupper() and len(c.tokens) > 2  # noqa: PLR2004 - capitals throughout: a title, not a name and more
        stars = [i for i, t in enumerate(c.tokens[:-1]) if t.text in _STARS]
        if (
            stars
            and not c.quoted
            and (stars[-1] or c.tokens[0].text != "Star")
            and _uncommon(c.tokens[stars[-1] + 1 :])
        ):
            c = _from(document, c, c.tokens[stars[-1] + 1 :])  # noqa: PLW2901 - narrowed
        while not c.quoted and len(c.tokens) > 1 and not titled:
            first = c.tokens[0].text
            rest = [t.text for t in c.tokens[1:]]
            cut = (
                (
                    first in HONORIFICS
                    and (first not in _LADIES or personal(rest))
                    and not document.search(TYPED, max(0, c.start - 24), c.start)
                )
                or (first in OFFICES and personal(rest))
                or (first in _POSTS and personal(rest))
                or (first.lower() in lexicon.lexemes("org_kinds") and " ".join(rest) in lexicon.organizations())
                or (first.lower() in occupations and (personal(rest) or c.initial))
                or (
                    (first in lexicon.adjectives() or first in lexicon.demonyms())
                    and (personal(rest) or " ".join(rest) in lexicon.organizations())
                )
                or (
                    c.initial
                    and first.lower() not in lexicon.words("given")
                    and (first.lower() in lexicon.words("common") or first.endswith("s"))
                    and personal(rest)
                )
                or (
                    c.initial
                    and first in _PRAISE
                    and (rest[0] in lexicon.adjectives() or first in {"Former", "Veteran"})
                )
                or ("-" in first and hyphened(first.lower()))
                or (
                    first in lexicon.organizations()
                    and first not in lexicon.ambiguous()
                    and c.text not in lexicon.organizations()
                    and (personal(rest) or not _org_goes_on(c.tokens, rest) or _SLOT.fullmatch(rest[0]))
                )
            )
            if not cut:
                break
            if first in lexicon.organizations():
                head = c.tokens[0]
                out.append(
                    Candidate(
                        head.start,
                        head.end,
                        first,
                        c.sentence,
                        "",
                        c.initial,
                        False,  # noqa: FBT003 - fields in their order
                        (head.start, head.end),
                        [head],
                    )
                )
            c = _from(document, c, c.tokens[1:])  # noqa: PLW2901 - narrowed
        out.append(c)
    return out


_PRAISE = frozenset(
    [
        "Veteran",
        "Former",
        "Late",
        "Legendary",
        "Beloved",
        "Acclaimed",
        "Noted",
        "Renowned",
        "Popular",
        "Leading",
        "Prolific",
        "Pioneering",
        "Award-winning",
    ]
)
_BRANDS = frozenset(
    ["Original", "Originals", "Series", "Film", "Movie", "Drama", "Documentary", "Special", "Comedy", "Presents"]
)


def _branded(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    """Candidates cut behind who shows a work: "Stan Original Series Harbor" is Stan's Harbor."""
    for c in found:
        texts = [t.text for t in c.tokens]
        at = next((i for i, text in enumerate(texts[:4]) if i and text in _BRANDS), 0)
        owner = " ".join(texts[:at])
        if c.quoted or not at or owner not in lexicon.organizations() or c.text in lexicon.organizations():
            yield c
            continue
        rest = at
        while rest < len(texts) and texts[rest] in _BRANDS:
            rest += 1
        for tokens in (c.tokens[:at], c.tokens[rest:]):
            if tokens:
                start, end = tokens[0].start, tokens[-1].end
                yield replace(
                    c,
                    start=start,
                    end=end,
                    text=document.text[start:end],
                    tokens=tokens,
                    outer=(start, end),
                    initial=c.initial and tokens is not c.tokens[rest:],
                )


# "Power Star Ravi Teja", "Megastar Chiran", "Ultimate Star Ana Cruz": what fans call somebody is no part of the name
_STARS = frozenset(["Star", "Superstar", "Megastar", "Powerstar", "Mega-star", "Super-star"])


def _uncommon(tokens: Sequence[Token]) -> bool:
    return not any(t.text.lower() in lexicon.words("common") for t in tokens[:1]) and len(tokens) < 4  # noqa: PLR2004 - a name


def _from(document: Document, c: Candidate, tokens: list[Token]) -> Candidate:
    """A candidate without its first words."""
    start = tokens[0].start
    return replace(
        c, start=start, text=document.text[start : c.end], tokens=tokens, initial=False, outer=(start, c.end)
    )


_COLON = re.compile(r"(?: [a-z]+)? ?:")


def _is_label(text: str, c: Candidate) -> bool:
    """Whether a word only says what the list behind its colon holds."""
    if opens_as_word(text, c):
        return True
    m = _COLON.match(text, c.end, c.end + 14)
    return m is not None and (c.text + m.group()[:-1]).strip().lower() in _labels()


def _title_case(document: Document, sentence: Sentence) -> bool:
    """Whether a headline gives every word a capital, which then says nothing."""
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", document.text[sentence.start : sentence.end]) if len(w) > 3]  # noqa: PLR2004
    return bool(sum(w[0].isupper() for w in words) > 0.75 * len(words))


@cache
def _labels() -> frozenset[str]:
    return frozenset(labels()) | {
        "synopsis",
        "genre",
        "status",
        "title",
        "source",
        "note",
        "credits",
    }


_OFFICE = re.compile(
    r"(?:(?:US|U\.S\.|UK|U\.K\.|American|British|Korean|Vice|Deputy|Former|Prime) )*(?:President|Minister|Senator|Governor|Chancellor|Secretary)"
    r"|(?:Season|Series|Episode|SEASON|EPISODE) (?:\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?: Episode \d{1,2})?"
    r"|(?:Rs|₹|Day|Page|PAGE|Week|Episode|Night|Round|Stage|Phase|Level|Match|Hall|Channel|Room|Grade|Year|Class|Studio|Screen|Row|Gate|Pier|Zone)s?\.? \d[\d.,]*"
    r"|(?:Christmas|Boxing|New Year['’]s|Thanksgiving|Labor|Labour|Memorial|Easter) (?:Day|Eve|Sunday|Monday)|Nobel Prize"
    r"|Best (?:Direct|Actor|Actress|Picture|Film|Screenplay|Support|New|Drama|Comedy|Original|International|Documentary|Animat|Music|Score|Edit|Cinematograph|Costume|Sound|Visual|Feature|Short|Series|Perform|Limited|Adapted|Foreign|Lead)\w*(?: .*)?"
    r"|(?:(?:Official|Main|In|Out of|World|International|US|U\.S\.) )?Competition|Special Presentations?"
    r"|(?:World War|WW) ?(?:I{1,2}|One|Two|[12])|(?:First|Second) World War"
    r"|Made-for-(?:TV|[Tt]elevision)|.*-(?:set|winning|nominated|based|born|starring|led|directed)|[A-Z][a-z]+-(?:part|parter|episode|hour)"
    r"|(?:Assistant|Associate|Chief|Series|General|Art|Sound|Casting|Music|Animation|Creative) (?:Director|Producer|Writer|Composition|Designer)s?"
    r"|[A-Z][a-z]+-(?:American|British|Canadian|Australian|Korean|Japanese)|(?:Irish|English|French|Scots|Welsh|Dutch)(?:wo)?man|[A-Z]\w+-turned-[\w-]+|Kapuso|Kapamilya|Kapatid|Superstar|Megastar|Badshah|Thalapathy|Powerstar|A-list(?: [A-Z]\w+)*|B-town|Bollywood|Tollywood|Kollywood|Hollywood|Nollywood|Mollywood|Lollywood|Ghollywood|Sandalwood|(?:The )?White House|Broadway"
)


# "the Friday-Saturday drama", "TBS Tuesday drama": the night of the week on which a channel shows its series
_SLOT = re.compile(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?(?:[-–/&](?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?)?"
)


@lru_cache(maxsize=8192)
def _is_word(text: str) -> bool:
    """Whether a single capitalised word is one of the trade or of a country, which phrases.py reads."""
    low = text.lower()
    return (
        text in lexicon.adjectives()
        or ("-" in text and all(part in lexicon.adjectives() for part in text.split("-")))
        or text.removesuffix("-language") in lexicon.adjectives()
        or low in lexicon.lexemes("occupations")
        or low in lexicon.lexemes("types")
        or low in lexicon.lexemes("org_kinds")
        or low in lexicon.MONTHS
        or low in lexicon.WEEKDAYS
        or _SLOT.fullmatch(text) is not None
        or text
        in {"Oscar", "Oscars", "Emmy", "Emmys", "BAFTA", "Bafta", "Baftas", "Grammy", "Golden Globe", "Academy Award"}
        or (_OFFICE.fullmatch(text) is not None and text not in lexicon.organizations())
        or text in {"TV", "I", "OK", "Original", "EXCLUSIVE", "BREAKING", "Credits", "DVD", "EP", "EPs", "DoP"}
    )


def _org_goes_on(tokens: Sequence[object], rest: list[str]) -> bool:
    return rest[-1] in lexicon.suffixes() or len(rest) == 1


def _with_known(document: Document, found: list[Candidate]) -> list[Candidate]:
    spans = [(c.start, c.end) for c in found]
    extra: list[Candidate] = []
    finder, _ = _known()
    text = document.text
    for _, start, end in finder.find_matches_as_indexes(text):
        sentence = document.sentence_at(start)
        if sentence is None or sentence.zone == FURNITURE or end > sentence.end:
            continue
        if any(c.isalnum() or c == "+" for c in (text[start - 1 : start], text[end : end + 1])):
            continue
        if not any(x < end and start < y and (y - x) >= (end - start) for x, y in spans):
            extra.append(Candidate(start, end, text[start:end], sentence, "", False, False, (start, end)))  # noqa: FBT003 - fields in their order
    if not extra:
        return found
    covered = [(c.start, c.end) for c in extra]
    kept = [c for c in found if not any(a <= c.start and c.end <= b for a, b in covered)]
    return sorted([*kept, *extra], key=lambda c: c.start)


def _headline(document: Document, groups: dict[str, list[Candidate]]) -> list[Candidate]:
    """Names of the body met again in a headline, where every word has a capital."""
    texts = {c.text for row in groups.values() for c in row if len(c.text) > 2}  # noqa: PLR2004
    if not texts:
        return []
    out: list[Candidate] = []
    for sentence in document.sentences:
        if sentence.zone != HEADLINE:
            continue
        line = document.text[sentence.start : sentence.end]
        taken = [c.outer for row in groups.values() for c in row if c.sentence is sentence]
        for name in sorted((t for t in texts if t in line), key=lambda t: (-len(t), t)):
            at = line.find(name)
            start, end = sentence.start + at, sentence.start + at + len(name)
            if line[at - 1 : at].isalnum() or line[at + len(name) : at + len(name) + 1].isalnum():
                continue
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                out.append(Candidate(start, end, name, sentence, "", False, False, (start, end)))  # noqa: FBT003 - fields in their order
    return out


def _refer(document: Document, groups: dict[str, list[Candidate]], found: list[Candidate]) -> list[Mention]:
    judged = verdicts(document, groups, found)
    full = {name for name, (kind, _, _) in judged.items() if kind in "PC" and " " in name}
    owner: dict[str, str] = {}
    for name in sorted(full, key=lambda name: (groups[name][0].start, name)):  # of two of one surname the first met
        parts = name.split()
        for part in (parts[-1], parts[0], " ".join(parts[1:]), " ".join(parts[:-1])):
            owner.setdefault(part, name)
    referents: dict[str, Referent] = {}
    mentions: list[Mention] = []
    order = sorted(groups, key=lambda name: (" " not in name, groups[name][0].start))
    for name in order:
        kind, lead, why = judged[name]
        whole = owner.get(name)
        tail = whole is not None and " " in name and whole.endswith(f" {name}")  # "De Niro", "Seo Joon"
        if (whole and whole != name and not any(c.quoted for c in groups[name]) and (kind in "PCN" or tail)) or (
            whole and whole != name and kind == "O" and lead < 1
        ):
            kind, why = judged[whole][0], (f"part of {groups[whole][0].text}",)
            target = whole
        else:
            target = name
            if kind == "N":
                kind = "X"
        for c in groups[name]:
            referent = None
            if kind in _ENTITY:
                if target not in referents:
                    referents[target] = document.refer(
                        _ENTITY[kind], groups[target][0].text if target in groups else c.text
                    )
                referent = referents[target]
                referent.call(c.text)
            mentions.append(Mention(c.outer[0], c.outer[1], kind, c.text, referent=referent, reasons=why, value=lead))
    for referent in referents.values():
        referent.names.sort(key=lambda n: (-len(n.split()), -len(n)))
    return mentions
