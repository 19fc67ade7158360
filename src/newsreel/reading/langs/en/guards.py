"""Guards of frames: what must hold of a match, beside its pattern, before claims are made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.topics import of_television
from newsreel.reading.mask import NUMBER_BASE, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent
    from newsreel.reading.frames import Match


def _only(match: Match, name: str) -> Mention | None:
    row = match.bound.get(name)
    return row[0] if row else None


def type_beside(document: Document, match: Match) -> bool:
    """Two works of different kinds are not both meant by one word; "to film the series" names no film."""
    match.bound["work"] = [w for w in match.bound["work"] if not w.indirect]
    kind = match.bound["type"][0]
    return bool(match.bound["work"]) and not (
        kind.text == "film" and document.text[max(0, kind.start - 3) : kind.start] == "to "
    )


def host_type(document: Document, match: Match) -> bool:
    """As in "the series" says what the work spoken of is, once."""
    host = document.work_at(match.start)
    kind = match.bound["type"][0]
    if host is None or host.facts.get("type") not in (None, kind.value):
        return False
    if kind.value not in {"film", "series", "documentary", "animation_series", "special"}:
        return False
    return host is document.main_work or _headed(document, match, host)


def _headed(document: Document, match: Match, host: Referent) -> bool:
    """Whether the sentence before is a work's name and nothing else: "Harbor Light. A series about …"."""
    sentence = match.sentence
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or match.start - sentence.start > 2:  # noqa: PLR2004 - a mark
        return False
    named = [m for m in before.mentions if m.kind == "W" and m.referent is host]
    line = _SHOWN_AT.sub("", document.text[before.start : before.end])
    rest = len(re.sub(r"[\W\d_]+", "", line))
    return bool(named) and rest - len(re.sub(r"[\W\d_]+", "", named[0].text)) < 2  # noqa: PLR2004 - nothing else


# What listings say behind a title: its channel and its hour, in a bracket or behind commas.
_SHOWN_AT = re.compile(r"\([^()]*\)|, ?\d[^;:]*$|, [A-Z][\w ]+, \d.*$")


def nation_of_work(document: Document, match: Match) -> bool:
    """An adjective of a country before a person's occupation is theirs, not the work's."""
    stretch = document.text[match.bound["nation"][0].end : match.bound["work"][0].start]
    return not re.search(
        r"\b(?:actor|actress|director|star|filmmaker|remake|version|adaptation|writer|author|singer|stars|platform|broadcaster|streamer|viewers|audiences|title|who|whose|rights|market|cinemas|theaters|release|premiere|debut|distributor|TV|public|press)\b",
        stretch,
    )


def runs_shows(document: Document, match: Match) -> bool:
    """The trade named is a showrunner's."""
    return "showrunner" in document.text[match.start : match.end]


_OF_SOURCE = re.compile(
    r"\b(?:spin-?off|remake|adaptation|version|reboot|sequel|prequel|based on|adapted from|inspired by)\b[^.;]{2,80},? the (?:\d{4} )?"
    r"(?:[\w-]+ ){0,3}(?:film|movie|series|comedy|drama|thriller|show|feature|picture)s? (?:that was )?$"
)


_RIGHT_BEHIND = re.compile(
    r"[\"”’'*]*(?: ?\([^()]*\))?,? (?:(?:which|that) )?(?:(?:is|was|will be|to be|being) )?(?:written and |produced and )?"
)


def not_of_source(document: Document, match: Match) -> bool:
    """Not said of the work that another is made from: "a remake of X, the 2010 film directed by …"."""
    before = [m for m in match.sentence.mentions if m.kind == "W" and m.end <= match.start]
    last = before[-1] if before and before[-1].referent is not document.work_at(match.start) else None
    # what is said right behind another work is said of that: "based on the film Harbor, directed by …"
    if last is not None and _RIGHT_BEHIND.fullmatch(document.text[last.end : match.start]):
        return False
    return _OF_SOURCE.search(document.text[match.sentence.start : match.start]) is None


def episodes_of_whole(document: Document, match: Match) -> bool:
    """Episodes of the whole, not of a part ("the first three episodes")."""
    before = document.text[max(match.sentence.start, match.start - 25) : match.start].lower()
    return not re.search(
        r"(?:first|last|final|next|opening|another|more|directed|of the|initial|remaining|other|directs|past)\s*$",
        before,
    )


def not_executive(document: Document, match: Match) -> bool:
    """As in "executive produces" is another credit."""
    around = document.text[max(match.sentence.start, match.start - 12) : match.end + 4].lower()
    return "exec" not in around


_VERB_TAKES = re.compile(
    rf"[^.;]{{0,30}}?\b(?:direct|helm|wrote|writ|penn|script|adapt|lens|steer)\w*(?: and [a-z]+)?(?: (?:the|an?|his|her|their|its|this))?"
    rf"(?: (?:(?!(?:with|for|in|by|from|of|at|as|on|and|which|that|when|while|but|after|before)\b)[a-z][\w-]*|[{''.join(map(kind_char, 'TADGN'))}].)){{0,4}} "
    rf"(?P<work>{kind_char('W')}.)"
)


def of_host(document: Document, match: Match) -> bool:
    """As in "She directed the film Harbor": said of the work that is named, not of another that the text spoke of."""
    masked, people = match.sentence.masked, match.bound.get("person")
    if masked is None or not people:
        return True
    taken = _VERB_TAKES.match(masked.text, masked.text.find(chr(NUMBER_BASE + masked.mentions.index(people[-1]))) + 1)
    return taken is None or masked.mentions_in(taken["work"])[0].referent is document.work_at(match.start)


# "adapted works of literature such as Ann Lee's Harbor", "its title is taken from Lee's Harbor": of other arts
_LETTERS = re.compile(
    r"\b(?:literature|literary|adapt\w*|novels?|books?|(?:the|an?|his|her|stage|whose|it|which) plays?|poems?|poetry|stories|songs?|music|operas?|symphon\w+|march|ballets?|paintings?|taken from|inspired by|drawn from)\b[^.;]*$|(?<=[.!?\n] )From $|(?<=\n)From $",
    re.IGNORECASE,
)


_OF_BOOK = re.compile(
    r"\b(?:adaptation|version|dramati[sz]ation|film|series) of (?:[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]+ )?(?:and|&) )?$"
)

_NOT_FILMS = frozenset({"book", "manga", "webtoon", "play", "game", "series", "animation_series"})


_BRACKET_REACH = 160  # code points: "Lee's Harbor (Minato no Uta, or literally, Song of the Harbor) manga"
_IN_BRACKET = re.compile(r" ?\([^()]*\)")


def directs_or_writes(document: Document, match: Match) -> bool:
    """As in "X's film" is a director's credit only where X directs."""
    person, work = match.bound["person"][0], match.bound["work"][0]
    behind = _IN_BRACKET.sub("", document.text[work.end : work.end + _BRACKET_REACH])[:30]
    between = (document.text[person.end : work.start] + behind).lower()
    crafts = {m.referent.facts.get("craft") for m in match.bound["person"] if m.referent is not None}
    two = (
        len(match.bound["person"]) > 1 and "director" not in crafts
    )  # "Ann Lee and Bo Kim's Harbor": its stars, perhaps
    if two or person.referent is None or person.indirect or person.referent.facts.get("author"):
        return False
    before = max(match.sentence.start, person.start - 90)
    if _OF_BOOK.search(document.text, before, person.start) or _LETTERS.search(document.text, before, person.start):
        return False
    if re.search(r"novel|book|manga|webtoon|memoir|play\b|comic|story|bestseller|sitcom|mockumentary", between):
        return False
    if work.referent is not None and work.referent.facts.get("type") in _NOT_FILMS:
        return False
    known = person.referent.facts.get("craft")
    if (
        known != "director"
        and work.referent is not None
        and work.referent.facts.get("type") is None
        and of_television(document)
    ):
        return False  # who made up a series, or stars in it
    return known != "actor"


_FILMS = frozenset({"film", "documentary", "animation_film", "short", None})


def series_by(document: Document, match: Match) -> bool:
    """As in "A series by X" is X's creation; a film by X is not read here."""
    kind = _only(match, "type")
    row = [
        m
        for m in match.bound["person"]
        if m.referent is not None and not m.indirect and m.referent.facts.get("craft") not in {"actor", "director"}
    ]
    match.bound["person"] = row
    return kind is not None and kind.value == "series" and bool(row)


_LISTED = re.compile(r"[\"”’'*,]{0,3}(?:,| and| &)? [\"“‘'*]{0,3}|[ \"“‘'*]*")


def _typed(document: Document, match: Match, work: Mention) -> str | None:
    """What the words at a work's place make it: the noun that points to it, or the type before its list."""
    if work.indirect:
        types, words = lexicon.lexemes("types"), str(work.value)
        return types.get(words) or types.get(words.rsplit(" ", maxsplit=1)[-1], "film")
    here = work
    for m in reversed([m for m in match.sentence.mentions if m.end <= work.start]):
        if not _LISTED.fullmatch(document.text[m.end : here.start]):
            break
        if m.kind == "T":
            return str(m.value)
        if m.kind != "W":
            break
        here = m
    return None


def makes_films(document: Document, match: Match) -> bool:
    """Who is said to have made a film directs it; of other works and of actors nothing follows."""
    kind = _only(match, "type")
    if kind is not None and kind.value not in _FILMS:
        return False
    work = _only(match, "work")
    if work is not None and _typed(document, match, work) not in _FILMS:
        return False
    subject = work.referent if work else document.work_at(match.start)
    row = [
        m
        for m in match.bound["person"]
        if m.referent is not None and not m.indirect and m.referent.facts.get("craft") not in {"actor", "writer"}
    ]
    match.bound["person"] = row
    if (
        work is None
        and row
        and document.text[row[-1].end : row[-1].end + 2] in _OWNS
        and not _directs(document, row[-1])
    ):
        return False  # "Ann Lee's film" is one that she is in as often as one that she made
    return subject is not None and subject.facts.get("type") in _FILMS and bool(row)


_OWNS = ("'s", "’s")


def _directs(_document: Document, mention: Mention) -> bool:
    return mention.referent is not None and "director" in mention.referent.facts.get("crafts", ())


_SUBJECT = re.compile(
    r"(?:^|[\s\"“(])(?:[Ii]t|which|that|season|series|film|movie|show|drama|[Pp]roduction|episodes?|finale|[Ii]t['’](?:s|ll)|instal\w+|outing|chapter|run|picture|pic|comedy|thriller|sequel|[Ss]creens|[Vv]iewers|opener|two-parter)\b"
)


def _about_work(document: Document, match: Match) -> bool:
    """Whether the clause before a verb of release has a work, or a word that stands for one, as its subject."""
    if _only(match, "work") is not None:
        return True
    start = match.sentence.start
    before = document.text[start : match.start]
    cut = max(before.rfind("; "), before.rfind(": "), before.rfind(" – "), before.rfind(" — "))
    clause = before[cut + 1 :]
    if len(clause.strip()) < 3:  # noqa: PLR2004 - nothing but a mark
        return True
    offset = start + cut + 1
    if any(m.kind == "W" and offset <= m.start < match.start for m in match.sentence.mentions):
        return True
    return bool(_SUBJECT.search(clause))


def series_maker(document: Document, match: Match) -> bool:
    """Of a series, "X's" names the one who made it up."""
    person, work = match.bound["person"][0], match.bound["work"][0]
    known = work.referent is not None and work.referent.facts.get("type") == "series"
    return (
        known and person.referent is not None and not person.indirect and person.referent.facts.get("craft") != "actor"
    )


def release(document: Document, match: Match) -> bool:
    """A date of a first showing, not of shooting or of a statement."""
    words = document.text[match.start : match.end]
    if not _about_work(document, match):
        return False
    date = match.bound["date"][0]
    if date.text.lower() in {"recently", "now", "today", "currently", "soon"} or (
        date.text.lower() in lexicon.WEEKDAYS and match.end - match.start < 60  # noqa: PLR2004 - said beside it
    ):
        return False
    if (date.value.period.end - date.value.period.start).days > 400:  # noqa: PLR2004 - a decade is the plot's
        return False
    if re.search(
        r"\b(?:begin|start|kick|beg[au]n|resum)\w*(?: off)? (?:production|filming|shooting|principal|work|to (?:film|shoot))",
        words,
    ):
        return False
    return not re.search(
        r"\b(?:filming|shooting|production (?:began|begins|starts|started)|cameras|photography|career|announced on|reported on|wrapped|born)\b",
        words,
    )


# "Harbor, an adaptation of Ann Lee's 2018 novel": the year is the novel's
_OF_ANOTHER = re.compile(
    r"\b(?:adaptation|version|remake|reboot|reimagining|retelling|take|sequel|prequel|spin-?off|based|inspired) (?:of|on|by|to|from)\b"
)


def year_of_work(document: Document, match: Match) -> bool:
    """A bare year or month beside a work is its first showing; a longer date needs a verb."""
    date = match.bound["date"][0]
    period = date.value.period
    if date.text.lower() in {"recently", "this year", "now"} or not _TELLS_YEAR.search(date.text):
        return False
    work = match.bound["work"][0]
    if work.indirect or (work.end < date.start and _OF_ANOTHER.search(document.text, work.end, date.start)):
        return False
    if date.end < work.start and _PRIZE_YEAR.search(document.text, match.sentence.start, work.start):
        return False  # "won the prize last year for Harbor"
    if date.value.kind in ("month", "day") and _SHOWN_IN.search(document.text, match.start, date.start):
        return True  # "Harbor Light (Netflix, May)"
    return bool(300 < (period.end - period.start).days < 400)  # noqa: PLR2004 - a year, no century ("the 19th century Harbor")


_PRIZE_YEAR = re.compile(
    r"\b(?:[Aa]wards?|[Pp]rizes?|[Bb]est|won|wins|winning|nominat\w+|honou?red|nod|Oscars?|Emmys?|Baftas?|BAFTAs?|Globes?)\b[^.;]*\b(?:for|with|in) (?:(?!(?:and|by|as)\b)[\w’'+-]+ ){0,4}[\"“‘'*]*$"
)
_FRAGMENT = 24  # "No date yet, her publisher says"


_TELLS_YEAR = re.compile(r"\d|year|[A-Z]|spring|summer|autumn|fall|winter")
_SHOWN_IN = re.compile(r"\((?:[A-Z][\w+&.’' -]{1,24}), (?:from |on |in )?$")


def undated(document: Document, match: Match) -> bool:
    """A fragment ("No date yet.") speaks of the work that the sentence before it ends with."""
    sentence = match.sentence
    if match.bound.get("work") or match.start - sentence.start > 2 or match.end - match.start > _FRAGMENT:  # noqa: PLR2004 - a mark
        return True
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return True
    last = next((m for m in reversed(before.mentions) if m.kind == "W" and not m.indirect), None)
    if last is not None and before.end - last.end <= _CLOSING:
        match.bound["work"] = [last]
    return True


_CLOSING = 3  # a full stop and a quotation mark


def place(document: Document, match: Match) -> bool:
    """Only places, and names that nothing shows to be something else."""
    row = [m for m in match.bound["place"] if m.kind == "L" or not m.reasons or "quoted" not in m.reasons]
    match.bound["place"] = row
    return bool(row)


_OF_SO_MANY = re.compile(r" of (?:\d|two|three|four|five|six|seven|eight)\b")


def not_crew(document: Document, match: Match) -> bool:
    """Persons whom the report knows as directors or writers do not become cast by mere company."""
    row = [
        m
        for m in match.bound["actor"]
        if m.referent is not None
        and m.referent.facts.get("craft") not in {"director", "writer", "producer"}
        and document.text[m.end : m.end + 2] not in ("'s", "’s")  # "with Lee, Bo Roe's Kite": an owner is no member
    ]
    match.bound["actor"] = row
    if match.frame.rule.endswith("is-role") and (
        any(m.indirect for m in row) or _OF_SO_MANY.match(document.text, match.end)
    ):
        return False  # "Ann Lee is the mother of three"
    before = document.text[max(match.sentence.start, match.start - 40) : match.start]
    return bool(row) and not re.search(
        r"\b(?:produc\w*|writ\w*|wrote|creat\w*|direct\w*|scripts?|interview|spoke|spoken|talk\w*|married|split|friends|meeting|work(?:s|ed|ing)?) (?:\w+ )?$",
        before,
    )


def singly(document: Document, match: Match) -> bool:
    """As in "A and B play C and D, respectively" is read by its own frame."""
    return "respectively" not in document.text[match.end : min(match.sentence.end, match.end + 60)]


def names_job(document: Document, match: Match) -> bool:
    """An occupation stands at the name; "star" and "lead" are none."""
    row = [
        m
        for m in match.bound["job"]
        if m.text.lower() not in {"star", "stars", "lead", "comic", "host", "ep", "exec producer"}
    ]
    match.bound["job"] = row
    return bool(row)


GUARDS = {
    f.__name__: f
    for f in (
        of_host, type_beside, host_type,
        nation_of_work, episodes_of_whole, runs_shows, not_of_source, not_executive, directs_or_writes, release,
        year_of_work, place, names_job, not_crew, series_maker, makes_films, singly, series_by,
        undated,
    )
}  # fmt: skip
