"""Words that frames need beside names: type words, genres, countries, occupations, numbers, and words that point back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from string import digits
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, Mention
from newsreel.reading.langs.en import lexicon
from newsreel.reading.literals import alternation
from newsreel.reading.needs import Sought
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

NUMBER_WORDS = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}


@cache
def _plurals() -> dict[str, str]:
    """Genres told of several works, with the word for one: "comedies", "thrillers"."""
    heads = [str(word) for word in lexicon.word_list("genre_heads") if not word.endswith(("s", "i", "horror", "noir"))]
    return {f"{word[:-1]}ies" if word.endswith("y") else f"{word}s": word for word in heads}


def _genre(start: int, end: int, word: str, *, asian: bool) -> Mention:
    """A genre; in reports on Asia "drama" is what a series is called."""
    low = word.lower()
    many = low.rsplit(" ", maxsplit=1)[-1]
    one = low.removesuffix(many) + _plurals().get(many, many)
    if asian and one in {"drama", "romance drama"}:
        return Mention(start, end, "T", word, "series")
    return Mention(start, end, "G", word if one == low else one, one)


@cache
def _patterns() -> re.Pattern[str]:
    data = load_data("en", "words")
    types = [w for row in data["types"].values() for w in row]
    heads, mods = [*data["genre_heads"], *_plurals()], data["genre_mods"]
    genre = (
        rf"(?:(?:{alternation(mods)})[ -]){{0,3}}(?:{alternation(heads)})"
        rf"|(?:(?:{alternation(mods)})[ -]){{0,2}}(?:{alternation(mods)})(?= (?:{alternation([*types, 'pilot', 'project'])})\b)"
    )
    jobs = [w for row in data["occupations"].values() for w in row]
    jobs += [w[0].upper() + w[1:] for w in jobs]
    orgs = [w for row in data["org_kinds"].values() for w in row]
    number = rf"\d{{1,3}}|{'|'.join([*NUMBER_WORDS, *(w.capitalize() for w in NUMBER_WORDS)])}"
    back = alternation([*types, *data["generic"]])
    nouns_plain = [str(w) for w in data["person_nouns"]]
    nouns = alternation(nouns_plain)
    colour = alternation(
        [
            "upcoming",
            "new",
            "forthcoming",
            "hit",
            "limited",
            "original",
            "eight-part",
            "six-part",
            "finished",
            "feature",
        ]
    )
    nation = alternation(lexicon.adjectives())
    told = [*types, *mods, *heads, *lexicon.adjectives(), *jobs, *orgs, *NUMBER_WORDS]
    starts = alternation(["The", "the", "This", "this", "That", "that", "He", "he", "She", "she", *told, *digits]
                         + [w.capitalize() for w in NUMBER_WORDS])  # fmt: skip
    return re.compile(
        rf"(?<![\w’'-])(?={starts})(?:"  # what no match begins with fails at once
        rf"(?P<back>(?:[Tt]he|[Tt]his|(?<!announced )(?<!said )(?<!confirmed )(?<!revealed )(?<!reported )(?<!announces )(?<!confirms )(?<!says )(?<!today )[Tt]hat) (?:(?:{colour}|{nation}|\w+-(?:part|episode|hour|season)) )*(?:{back}))(?= |[,.;:!?)]|['’]s|$)(?! [\"“‘'*A-Z])(?! (?:{alternation([*types, *heads])})\b)(?! (?:of the same|adaptation|version|rights|pilot|pic|project|vehicle|franchise|{nouns}|crew|team|industry|company|house|houses|studio|business|series|festival|festivals|market|fans?|world|maker|makers|debut)\b)"
        rf"|(?P<person>(?:[Tt]he) (?:\d\d-year-old |(?:{nation}) |veteran |young |late )*(?:{nouns}|\d\d-year-old))(?= |[,.;:!?)]|['’]s(?! (?:chair|seat|cut)\b)|$)(?! (?:[A-Z]|of\b|(?:{alternation([*jobs, *nouns_plain])})\b))"
        rf"|(?P<he>(?:[Hh]e|[Ss]he)(?:['’](?:ll(?= (?:play|star|portray|reprise|return|join|lead|direct|voice|front|head|co-star)\b)|s(?= (?:[a-z]+ing|set|back|been|also|now|just|still|signed|joined|already|next|landed|due)\b))(?= ))?)(?=[ '’])"
        rf"|(?P<type>{alternation(types)})(?! (?:festival|star|stars|crew|industry|company|fans?|academy|buffs?|set|debut)\b)"
        rf"|(?P<genre>{genre})"
        rf"|(?P<nation>{nation})(?:-language)?"
        rf"|(?P<job>{alternation(jobs)})"
        rf"|(?P<org>{alternation(orgs)})"
        rf"|(?P<count>{number})(?=[ -](?:episode|part|hour|chapter)s?\b|-parter)"
        rf")(?![\w])"
    )


_ASIAN = Sought(
    r"\b(?:Korean?|K-drama\w*|tvN|JTBC|KBS|MBC|SBS|Seoul|Kim|Park|Lee|Choi|Jung|Song|Han|Chinese|Japanese|C-drama|Hong Kong|Taiwan\w*|ENA|TVING|Coupang Play|iQIYI|Youku|WeTV|Fuji TV|NHK|TV Asahi|Nippon TV|[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+)\b"
)
_FAMILY = frozenset(["Kim", "Park", "Lee", "Choi", "Jung", "Song", "Han"])
_NAME_NEXT = re.compile(r" [\"“‘'*A-Z《]")


_COUNTED = re.compile(r"(\w+)-(?:part|episode|hour)")


def _spelled_out(start: int, end: int, phrase: str, types: dict[str, str]) -> list[Mention]:
    """The country and type words of "the Japanese film" where the film's name follows."""
    found: list[Mention] = []
    words = phrase.split(" ")
    here = start
    for i, word in enumerate(words):
        rest = " ".join(words[i:])
        if rest.lower() in types:
            found.append(Mention(here, end, "T", rest, types[rest.lower()]))
            break
        if word in lexicon.adjectives():
            found.append(Mention(here, here + len(word), "A", word, lexicon.adjectives()[word]))
        elif word.lower() in lexicon.word_list("genre_heads"):
            found.append(Mention(here, here + len(word), "G", word, word.lower()))
        elif (m := _COUNTED.fullmatch(word)) and (m[1].isdigit() or m[1].lower() in NUMBER_WORDS):
            number = int(m[1]) if m[1].isdigit() else NUMBER_WORDS[m[1].lower()]
            found.append(Mention(here, here + len(m[1]), "N", m[1], number))
        here += len(word) + 1
    return found


_NOUN = frozenset(["feature", "short", "special", "doc", "pic", "comic", "album", "serial", "book"])
_NOUN_PHRASE = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|this|that|one|new|first|second|third|fourth|fifth|sixth|seventh|next|last|latest|debut|sophomore|arts|half-hour)|['’]s?) (?:(?!to\b|and\b|who\b|stars?\b|actors?\b)[\w’-]+ ){0,2}$",
    re.IGNORECASE,
)
_NOUN_END = re.compile(
    r"(?:[,.;:!?)—–]|$| (?:by|from|about|with|on|of|that|which|is|was|in|for|and|will|to|starring|directed|film|[\"“‘A-Z]))"
)
_VERBS = frozenset(
    [
        "features",
        "play",
        "special",
        "short",
        "feature",
        "show",
        "picture",
        "doc",
        "serial",
        "soap",
        "game",
        "book",
        "comic",
        "original",
        "album",
        "pic",
    ]
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:(?i:the|an?|this|that|her|his|their|its|new|first|second|hit|stage)|[a-z][\w-]*(?:al|ic|ed|an|ese|ish|ing|-part|-hour)|[A-Z]\w+(?:an|ese|ish))|['’]s?|\)) $",
)


def _free(text: str, sentence: Sentence, spans: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Matches in the stretches of a sentence that no name takes."""
    here = sentence.start
    i = bisect_left(spans, (sentence.start, 0))
    while i < len(spans) and spans[i][0] < sentence.end:
        a, b = spans[i]
        if a - here > 1:  # no word has one letter
            yield from _patterns().finditer(text, here, a)
        here = max(here, b)
        i += 1
    yield from _patterns().finditer(text, here, sentence.end)


def _is_noun(text: str, sentence: Sentence, m: re.Match[str]) -> bool:
    """Whether a word that is a verb too stands as a noun: "his sixth feature, Harbor", not "they feature in"."""
    if _NOUN_BEFORE.search(text, max(sentence.start, m.start() - 24), m.start()):
        return True
    noun = m.group().lower() in _NOUN and _NOUN_END.match(text, m.end()) is not None
    return noun and _NOUN_PHRASE.search(text, max(sentence.start, m.start() - 40), m.start()) is not None


_CREW_WORDS = frozenset(
    {
        "director",
        "producer",
        "screenwriter",
        "writer",
        "showrunner",
        "executive_producer",
        "creator",
        "composer",
        "cinematographer",
    }
)
_NAME_AFTER = re.compile(
    r"(?! (?:is|are|was|were|includes?|to|will|has|have|of|on|in|for|who)\b)(?:(?:[-/ ]| and |, |-turned-| turned )[a-z]+){0,2}[ ,]{1,2}[\"“]?[A-Z]"
)
_SAID_OF = re.compile(r"(?:, |[A-Z][\w’'.-]+ (?:is|was) )(?:an?|the) [\w’',/ -]{0,45}$")
_IS_A = re.compile(r"\b(?:is|was) (?:an?|the) [\w’',/ -]{0,40}$")


def _at_name(text: str, sentence: Sentence, start: int, end: int, word: str) -> bool:
    """Whether an occupation is said of somebody ("actor Ann Lee", "Ann Lee, an actor"), not a post ("is the director")."""
    if text[end : end + 2] in ("'s", "’s", "s'", "s’"):
        return False
    if _NAME_AFTER.match(text, end):
        return True
    before = text[max(sentence.start, start - 60) : start]
    if lexicon.lexemes("occupations").get(word) in _CREW_WORDS and _IS_A.search(before):
        return False
    return (
        bool(_SAID_OF.search(before))
        or text[end : end + 1] in "-/"
        or before.endswith(("-turned-", "turned ", "/", "-"))
    )


_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]*(?: ?\([^()]*\))?, $")
_OF_NAME = re.compile(r" (?:behind|on|whose|who)\b|,|['’]s ")


def _apposed(text: str, sentence: Sentence, m: re.Match[str], jobs: dict[str, str]) -> Mention | None:
    """The trade of "Ann Lee, the writer behind Harbor": said of the name before it, nobody else is meant."""
    word = m.group().rsplit(" ", maxsplit=1)[-1]
    if word not in jobs or not _OF_NAME.match(text, m.end()):
        return None
    if not _NAME_BEFORE.search(text[max(sentence.start, m.start() - 60) : m.start()]):
        return None
    return Mention(m.end() - len(word), m.end(), "J", word, jobs[word])


_RELATED = re.compile(r"(?:remake|adaptation|reboot|sequel|prequel|spin-?off|follow-up|offshoot|reimagining)$")
_WRITTEN = re.compile(r"(?:novels?|books?|manga|webtoon|memoir|play|comics?|bestseller|best seller|web novel)$")
_BY_SOMEBODY = re.compile(r" (?:series )?by (?:[a-z-]+ ){0,3}[A-Z]")
_OF_WORK = re.compile(r" (?:of|to|from) (?:(?:the|an?|his|her|their|its) )?(?:[\w’'-]+ ){0,4}?[\"“‘*A-Z]")


def _of_another(text: str, m: re.Match[str]) -> bool:
    """Whether "the remake" says what a work is to the one named behind it ("the remake of Harbor")."""
    if _WRITTEN.search(m.group()) and _BY_SOMEBODY.match(text, m.end()):  # "the novel by Ann Lee" is told of here first
        return True
    return _RELATED.search(m.group()) is not None and _OF_WORK.match(text, m.end()) is not None


_SECOND = re.compile(r"[-/]([a-z]+)(?= |,)")


def _second_trade(text: str, end: int, jobs: dict[str, str]) -> list[Mention]:
    """The other half of "writer-director"."""
    m = _SECOND.match(text, end)
    if m is None or m[1] not in jobs:
        return []
    return [Mention(m.start(1), m.end(1), "J", m[1], jobs[m[1]])]


_NAME_RIGHT_BEHIND = re.compile(r",? [A-Z]")


def _asian(document: Document) -> bool:
    """Whether the report is about Korean, Japanese or Chinese productions, where "drama" names a type."""
    found = [m[0] for m in _ASIAN.matches(document.text, document.low)]
    return len(found) > 2 and any(word not in _FAMILY for word in found)  # noqa: PLR2004 - more than in passing


def phrases(document: Document, taken: list[Mention]) -> list[Mention]:  # noqa: C901, PLR0912 - one case a reason
    """Mentions of words outside those already taken."""
    asian = _asian(document)
    types, jobs, orgs = lexicon.lexemes("types"), lexicon.lexemes("occupations"), lexicon.lexemes("org_kinds")
    text = document.text
    spans = sorted((m.start, m.end) for m in taken)
    found: list[Mention] = []
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for m in _free(text, sentence, spans):
            name, word = m.lastgroup, m.group()
            if text[m.end() : m.end() + 1] == ":" and name in ("job", "type", "org"):
                continue
            low = word.lower()
            if name == "back" and (_NAME_NEXT.match(text, m.end()) or _of_another(text, m)):
                found += _spelled_out(m.start(), m.end(), word, types)
            elif name == "back":
                kind = "W"
                value = low.split(" ", 1)[1]
                found.append(Mention(m.start(), m.end(), kind, word, value, indirect=True, reasons=("points back",)))
            elif name in ("person", "he"):
                if name == "he" and sentence.zone == HEADLINE:
                    continue
                if name == "person" and _NAME_RIGHT_BEHIND.match(text, m.end()):  # "the Australian actor Ann Lee"
                    for inner in _patterns().finditer(text, m.start() + 4, m.end()):
                        if inner.lastgroup == "nation":
                            found.append(
                                Mention(*inner.span(), "A", inner.group(), lexicon.adjectives().get(inner.group(), ""))
                            )
                        elif inner.lastgroup == "job":
                            found.append(Mention(*inner.span(), "J", inner.group(), jobs[inner.group().lower()]))
                    continue
                back = Mention(m.start(), m.end(), "P", word, low, indirect=True, reasons=("points back",))
                found.append((name == "person" and _apposed(text, sentence, m, jobs)) or back)
            elif name == "type":
                if low in _VERBS and not _is_noun(text, sentence, m):
                    continue
                found.append(Mention(m.start(), m.end(), "T", word, types[low]))
            elif name == "genre":
                found.append(_genre(m.start(), m.end(), word, asian=asian))
            elif name == "nation":
                found.append(
                    Mention(m.start(), m.end(), "A", word, lexicon.adjectives().get(word.removesuffix("-language"), ""))
                )
            elif name == "job":
                if not _at_name(text, sentence, m.start(), m.end(), low):
                    continue
                found.append(Mention(m.start(), m.end(), "J", word, jobs[low]))
                found += _second_trade(text, m.end(), jobs)
            elif name == "org":
                found.append(Mention(m.start(), m.end(), "K", word, orgs[low]))
            elif name == "count":
                number = int(low) if low.isdigit() else NUMBER_WORDS[low]
                found.append(Mention(m.start(), m.end(), "N", word, number))
    return found
