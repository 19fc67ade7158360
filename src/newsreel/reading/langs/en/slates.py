"""Slates, line-ups and grids: entries that begin with a title and tell the rest in brackets and shortened labels.

As in "HARBOR (UK/France) Dir. Ann Lee. Scr. Bo Kim", "Kite, dir. Cy Roe (Japan)", "LANTERN, S2 (Apple TV+, 8 eps)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.grids import NAMED, country_code, names_in_rows, title_starts
from newsreel.reading.langs.en.honours import honours
from newsreel.reading.langs.en.labels import predicates_of
from newsreel.reading.langs.en.phrases import NUMBER_WORDS
from newsreel.reading.langs.en.places import opens_line
from newsreel.reading.langs.en.titlelines import TITLE, of_person, title_lines
from newsreel.reading.langs.en.tokens import Candidate
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_SEASON = r"(?:,? (?:S\d{1,2}|[Ss]eason \d{1,2}|[Ss]eries \d{1,2}|[Pp]art \d))?"
_BULLET = r"(?:[•*\-–—·▪■●○◦★☆➤▶►→>] ?|\d{1,2}[.)] )?"
_HEAD = re.compile(
    rf"^{_BULLET}(?P<title>{TITLE}?){_SEASON}(?: (?:revival|reboot|remake|sequel))?"
    r"(?: \((?P<inside>[^()\n]{2,70})\)|(?=,? (?:[Dd]irs?|DIR)\. [A-Z])|(?<= S\d)(?=[:.,]? )|(?<= S\d\d)(?=[:.,]? ))",
    re.MULTILINE,
)
_LABEL = re.compile(r"([A-Z][A-Za-z]+): (?=[\"“‘'A-Z])")
_MAY_HEAD = re.compile(r"[^\n]*?(?: \(|[Dd]irs?\. |DIR\. | S\d)")
_PARTS = re.compile(r"\s*(?:/|,|;|\+|&| and )\s*")
_EPISODES = Sought(
    r"\b(?:(?P<count>\d{1,3}) ?(?:x|×) ?\d{1,3} ?(?:['’′]|h(?:ou)?rs?\b|hr\b|h\b|min(?:ute)?s?\b|m\b|eps?\b|episodes\b)"
    r"|(?P<eps>\d{1,3}) ?(?:eps?\b|episodes\b)|(?P<word>[a-z]+)[- ](?:eps|episodes|parter)\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAID = {
    "dir": ("director",), "dirs": ("director",), "scr": ("screenwriter",), "scrs": ("screenwriter",), "prod": ("producer",), "prods": ("producer",),
    "wri": ("screenwriter",), "mus": ("composer",), "dop": ("cinematographer",), "dp": ("cinematographer",), "ep": ("executive_producer",), "eps": ("executive_producer",), "dir-scr": ("director", "screenwriter"), "scr-dir": ("director", "screenwriter"),
    "dir/scr": ("director", "screenwriter"), "dir & scr": ("director", "screenwriter"), "w-d": ("director", "screenwriter"),
}  # fmt: skip
_SHORT = Sought(
    r"(?im)(?<![\w.])(?:(?P<both>(?:dir|scr|w)s?(?:[-/]| & )(?:scr|dir|d))\.|(?P<label>dirs?|scrs?|prods?|wri|mus|dop)\.):? ?(?=$|[A-Z])|(?<![\w.])(?-i:(?P<bare>EPs?|DoP|DOP|DP)) (?=[A-Z])"
)
_JOIN = re.compile(r",? (?:and |& )?|,? and |, ?| & |/| \+ ")


def heads(document: Document, sentence: Sentence, taken: list[Candidate]) -> list[Candidate]:
    """Titles that begin an entry: what their brackets hold is where a work comes from or is shown, or who directs follows."""
    text = document.text
    if sentence.zone in (HEADLINE, FURNITURE) or (sentence.start and text[sentence.start - 1] not in "\n \t"):
        return []
    line = text.rfind("\n", 0, sentence.start) + 1
    item = title_lines(document).get(line)
    if item is not None and not any(c.outer[0] < item[1] and item[0] < c.outer[1] for c in taken):
        return [Candidate(*item, text[item[0] : item[1]], sentence, "slate", outer=item)]
    if text[line : sentence.start].strip() or not _MAY_HEAD.match(text, sentence.start):
        return []
    head = _HEAD.match(text, sentence.start)
    label = _LABEL.match(text, head.start("title")) if head is not None else None
    if head is None or not _tells(head) or (label is not None and predicates_of(label[1])):
        return []
    start, end = head.span("title")
    if label is not None and label[1].lower() in lexicon.word_list("label_words"):
        start = label.end()  # "RENEWED: Harbor (CBS)"
    name = text[start:end]
    words = name.split()
    if (
        any(c.outer[0] < end and start < c.outer[1] for c in taken)
        or name in lexicon.organizations()
        or of_person(words)
    ):
        return []
    return [Candidate(start, end, name, sentence, "slate", outer=(start, end))]


_EXPLAINS = re.compile(
    rf"(?P<title>{TITLE}?)(?:,? (?:[Ss]eason|[Ss]eries) \w+)?(?: on [A-Z]\w+)?(?::| [–—-]) (?:what (?:you|we|to|is|happens)|everything|all (?:you|we|the)|your (?:questions|guide)|when is|(?:how|where) to|explained|a guide|who plays|who['’]s who)\b"
)


def of_headline(document: Document, sentence: Sentence, taken: list[Candidate]) -> list[Candidate]:
    """The title that a headline explains: "Harbor Light: what you need to know"."""
    said = _EXPLAINS.match(document.text, sentence.start, sentence.end) if sentence.zone == HEADLINE else None
    if said is None or taken:
        return []
    name = said["title"]
    if (
        of_person(name.split())
        or name in lexicon.organizations()
        or name in lexicon.festivals()
        or name.isupper()
        or any(c.isdigit() for c in name)
    ):
        return []
    start, end = said.span("title")
    start += len(name) - len(name.removeprefix("The "))  # the body may have it without
    name = document.text[start:end]
    return [Candidate(start, end, name, sentence, "slate", outer=(start, end))]


def in_rows(document: Document, sentence: Sentence, taken: list[Candidate]) -> list[Candidate]:
    """Titles, people and companies that stand in the cells of a grid."""
    _, who, title = honours(document).get(sentence.start, ("", (0, 0), (0, 0)))
    people = NAMED.finditer(document.text, *who)
    set_ = [(*m.span(), "people") for m in people] + ([(*title, "slate")] if title[1] else [])
    return [
        Candidate(a, b, document.text[a:b], sentence, how, outer=(a, b))
        for a, b, how in (*names_in_rows(document).get(sentence.start, ()), *set_)
        if not any(c.outer[0] < b and a < c.outer[1] for c in taken)
    ]


def entry_starts(document: Document) -> set[int]:
    """Where the titles of entries and of rows begin."""
    if "entry starts" not in document.notes:
        listed = {start for start, _ in title_lines(document).values()}
        document.notes["entry starts"] = listed | title_starts(document)
    found: set[int] = document.notes["entry starts"]
    return found


def _tells(head: re.Match[str]) -> bool:
    """Whether what follows a title is what follows one in a slate, and the title is set as one."""
    if head["title"].isupper() and len(head["title"]) < 3:  # noqa: PLR2004 - "TV (BBC)"
        return False
    if head["inside"] is None:
        return True
    parts = [part for part in _PARTS.split(head["inside"].strip()) if part]
    known = [part for part in parts if country_code(part) or lexicon.organizations().get(part) in _SHOWN]
    return bool(known) and all(
        part in known or _YEAR.fullmatch(part) or _EPISODES.compiled.fullmatch(part) or part[0].isupper()
        for part in parts
    )


_SHOWN = frozenset({"streamer", "broadcaster", "studio"})


def countries(name: str) -> bool:
    """Whether a run of capitals is two countries or more: "Mexico/USA"."""
    return "/" in name and all(map(country_code, name.split("/")))


def slates(document: Document) -> Iterable[Draft]:
    """Countries and lengths of entries, and those named behind shortened labels."""
    yield from _kicker(document)
    for sentence in document.sentences:
        if sentence.zone in (HEADLINE, FURNITURE):
            continue
        yield from _brackets(document, sentence)
        yield from _labelled(document, sentence)
        yield from _length(document, sentence)
        yield from _described(document, sentence)
        yield from _made_by(document, sentence)
        yield from _maker_and_country(document, sentence)


_BRACKET = re.compile(rf"[\"”’'*]*{_SEASON}(?:, [Dd]irs?\. [^()\n]{{3,60}})? \(([^()\n]{{2,70}})\)")


def _brackets(document: Document, sentence: Sentence) -> Iterator[Draft]:
    text = document.text
    for m in sentence.mentions:
        if m.kind != "W" or m.referent is None or m.indirect:
            continue
        tail = _BRACKET.match(text, m.end)
        if tail is None or tail.end() > sentence.end:
            continue
        parts = [part for part in _PARTS.split(tail[1].strip()) if part]
        codes = [country_code(part) for part in parts]
        first = next((i for i, code in enumerate(codes) if not code), len(codes))
        if first and all(_MEASURED.match(part) for part in parts[first:]):
            parts, codes = parts[:first], codes[:first]
        if parts == ["USA"] and not lists_countries(document):
            continue
        if not codes or not all(code or _YEAR.fullmatch(part) for code, part in zip(codes, parts, strict=True)):
            continue
        for code in dict.fromkeys(codes):
            if code:
                yield Draft("country", m.referent, code, sentence, m.start, tail.end(), "en/slate/country", mention=m)


# "(UK, 93 min, drama)": what stands behind the countries of a line-up
_MEASURED = re.compile(r"\d{2,3} ?(?:min|['’′])|(?:19|20)\d\d$|[a-z][a-z -]+$|\d{1,2} ?(?:x|×|eps?)")
_COUNTRIES = re.compile(r" \(([^()\n]{2,60})\)")


def lists_countries(document: Document) -> bool:
    """Whether brackets of this report hold countries: then "(USA)" is one, and no channel."""
    if "countries" not in document.notes:
        inside = (m[1] for m in _COUNTRIES.finditer(document.text, document.report.body))
        document.notes["countries"] = any(
            parts != ["USA"] and all(map(country_code, parts)) for parts in map(_PARTS.split, inside)
        )
    return bool(document.notes["countries"])


def _labelled(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """As in "Dir. Ann Lee", "Scr. Bo Kim and Cy Roe"; a label may end its sentence, since it ends in a full stop."""
    for said in document.matches(_SHORT, sentence):
        work = _work(document, sentence, said.start())
        if work is None:
            continue
        for person in _row(document, sentence, said.end()):
            for predicate in _SAID.get((said["label"] or said["both"] or said["bare"]).lower(), ()):
                place = document.sentence_at(person.start) or sentence
                start = said.start() if place is sentence else person.start
                yield Draft(
                    predicate,
                    work,
                    person.referent,
                    place,
                    start,
                    person.end,
                    f"en/slate/{predicate}",
                    mention=person,
                )


def _work(document: Document, sentence: Sentence, position: int) -> Referent | None:
    """The work of an entry: that of its own line, else the one that is spoken of."""
    line = document.text.rfind("\n", 0, position) + 1
    for one in document.sentences[max(0, sentence.index - 4) : sentence.index + 1]:
        if one.start >= line:
            named = next((m for m in one.mentions if m.kind == "W" and m.referent and m.end <= position), None)
            if named is not None:
                return named.referent
    return document.work_at(position)


def _row(document: Document, sentence: Sentence, start: int) -> Iterator[Mention]:
    """The people listed from a place on, in this sentence or, where it ends there, in the next one of the line."""
    home = sentence
    if start >= sentence.end - 1 and sentence.index + 1 < len(document.sentences):
        home = document.sentences[sentence.index + 1]
    here = start
    for m in home.mentions:
        if m.start < start:
            continue
        between = document.text[here : m.start]
        if m.kind != "P" or m.referent is None or "\n" in between:
            return
        if here != start and not _JOIN.fullmatch(between):
            return
        if here == start and between.strip():
            return
        yield m
        here = m.end


def _bracketed(document: Document, sentence: Sentence, position: int) -> Referent | None:
    """The title right before the bracket that a place stands in: "Kite (comedy, 8x30)"."""
    opening = document.text.rfind("(", sentence.start, position)
    if opening < 0 or ")" in document.text[opening:position]:
        return None
    near = (m for m in sentence.mentions if m.kind == "W" and 0 <= opening - m.end <= 2)  # noqa: PLR2004 - a space and a mark
    return next((m.referent for m in near), None)


def _length(document: Document, sentence: Sentence) -> Iterator[Draft]:
    for said in document.matches(_EPISODES, sentence):
        digits = said["count"] or said["eps"]
        number = int(digits) if digits else NUMBER_WORDS.get(said["word"], 0)
        work = _bracketed(document, sentence, said.start()) or _work(document, sentence, said.start())
        short = said["count"] or (said["eps"] and "eps" in said.group())
        if work is not None and number > 1 and short:
            yield Draft("episodes", work, number, sentence, said.start(), said.end(), "en/slate/episodes")


_DASH = re.compile(rf"[\"”’'*]*{_SEASON}(?: \([^()\n]*\))?(?: [–—-]|:) ")
_STOP = re.compile(r"[.;]")
_NOT_ITS = re.compile(r"\b(?:of|on|from|by|to|like|than|his|her|their|previous|earlier|same)(?: \w+)? $")
_BETWEEN = re.compile(r"[ -]|,? (?:[a-z]+(?:-[a-z]+)? )?|/")


def _described(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """What a title that begins an item is said to be behind its dash: "Harbor Light – French crime drama, six parts"."""
    text = document.text
    row = sentence.mentions
    head = next((m for m in row[:2] if m.kind == "W" and m.referent is not None and not m.indirect), None)
    titles = title_lines(document)
    if head is None or not titles or head.start not in {a for a, _ in titles.values()}:
        return
    behind = _DASH.match(text, head.end)
    if behind is None:
        return
    stop = _STOP.search(text, behind.end(), sentence.end)
    end = stop.start() if stop else sentence.end
    said = [m for m in row if m.kind in "TG" and behind.end() <= m.start < end]
    kind = next((m for m in said if m.kind == "T"), said[0] if said else None)
    work = head.referent
    if kind is None or work is None or _NOT_ITS.search(text[behind.end() : kind.start]):
        return
    start = kind.start
    predicate = "work_type" if kind.kind == "T" else "genre"
    yield Draft(predicate, work, kind.value, sentence, head.start, kind.end, "en/slate/type", mention=kind)
    for m in reversed([m for m in row if behind.end() <= m.start < kind.start]):
        if m.kind not in "GAN" or not _BETWEEN.fullmatch(text[m.end : start]):
            return
        start = m.start
        if m.kind in "GA":
            predicate = "genre" if m.kind == "G" else "country"
            yield Draft(predicate, work, m.value, sentence, head.start, kind.end, f"en/slate/{predicate}", mention=m)


_WITH = re.compile(r",? with $")


def _made_by(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """As in '"Harbor Light", Ann Lee (Italy/France), with Bo Roe, Cy Kim': who directed, from where, and who plays."""
    text = document.text
    row = [m for m in sentence.mentions if m.kind in "WP"]
    if len(row) < 2 or row[0].kind != "W" or row[1].kind != "P" or row[0].indirect:  # noqa: PLR2004 - a work and a person
        return
    work, maker = row[0].referent, row[1]
    if (
        work is None
        or not opens_line(text, row[0].start, row[0].end, row[0].text)
        or text[row[0].end : maker.start].strip("\"”’'*") != ", "
    ):
        return
    inside = _COUNTRIES.match(text, maker.end)
    parts = [part for part in _PARTS.split(inside[1].strip()) if part and part != "others"] if inside else []
    codes = [country_code(part) for part in parts]
    if inside is None or not codes or not all(codes):
        return
    end = inside.end()
    yield Draft("director", work, maker.referent, sentence, row[0].start, end, "en/slate/by", mention=maker)
    for code in dict.fromkeys(codes):
        yield Draft("country", work, code, sentence, row[0].start, end, "en/slate/by", mention=row[0])
    cast = [m for m in row[2:] if m.kind == "P"]
    if not cast or not _WITH.fullmatch(text[end : cast[0].start]):
        return
    for m in _row(document, sentence, cast[0].start):
        yield Draft("cast_member", work, m.referent, sentence, row[0].start, m.end, "en/slate/with", mention=m)


_AND_COUNTRY = re.compile(r"(?:,|;| [–—-]) (?:the )?([A-Z][^(),;\n]{1,60}(?:, [A-Z][^(),;\n]{1,40}){0,3})\)")


def _maker_and_country(document: Document, sentence: Sentence) -> Iterator[Draft]:
    """As in '"Harbor Light" (Ann Lee, Italy)', "Kite (Bo Roe and Cy Kim; France/Japan)": who directed it, and where it comes from."""
    text = document.text
    for m in sentence.mentions:
        if m.kind != "W" or m.referent is None or m.indirect:
            continue
        opening = text.find("(", m.end, m.end + 4)
        if opening < 0 or text[m.end : opening].strip("\"”’'*, "):
            continue
        makers = list(_row(document, sentence, opening + 1))
        where = _AND_COUNTRY.match(text, makers[-1].end) if makers else None
        codes = [country_code(part) for part in _PARTS.split(where[1].strip())] if where else []
        if where is None or not all(codes):
            continue
        for maker in makers:
            yield Draft(
                "director", m.referent, maker.referent, sentence, m.start, where.end(), "en/slate/by", mention=maker
            )
        for code in dict.fromkeys(codes):
            yield Draft("country", m.referent, code, sentence, m.start, where.end(), "en/slate/by", mention=m)


_KICKER = re.compile(r"[A-Z][A-Za-z -]{2,30} ?\| ?([^\n|]{2,80})$", re.MULTILINE)


def _kicker(document: Document) -> Iterator[Draft]:
    """Countries in the line above a report: "PRODUCTION | Norway / France" are those of what it is about."""
    work, body = document.main_work, document.report.body
    line = _KICKER.search(document.text, body, min(len(document.text), body + 400))
    home = document.sentence_at(line.start(1)) if line else None
    if work is None or line is None or home is None or line.start() > body + 120:
        return
    parts = [part for part in _PARTS.split(line[1].strip()) if part]
    codes = [country_code(part) for part in parts]
    if codes and all(codes):
        for code in dict.fromkeys(codes):
            yield Draft("country", work, code, home, line.start(1), line.end(1), "en/slate/kicker")
