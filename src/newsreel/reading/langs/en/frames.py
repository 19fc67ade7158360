"""What frames need of English besides patterns: macros, guards, values, and readers for what no pattern says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsreel.reading.document import Mention
from newsreel.reading.langs.en import lexicon
from newsreel.reading.mask import NUMBER_CLASS, kind_char

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent
    from newsreel.reading.frames import Match

BRACKET = r"[(\[][^()\[\]]*[)\]]"
SEPARATORS = (
    rf"(?: ?{BRACKET})?(?:,? and |, |; | & |,? as well as |,? along with |,? alongside |,? plus |/| – |,? or )"
    rf"(?:(?:fellow|newcomers?|veterans?|also|the|both|singer|late) )*(?:[{kind_char('J')}{kind_char('A')}]{NUMBER_CLASS}[ -])*"
)
_BETWEEN = f"[^.;:(){kind_char('P')}{kind_char('W')}]"
MACROS = {
    "brk": BRACKET,
    "pre": f"{_BETWEEN}{{0,60}}?",
    "s": "(?:['’]s?)",
    "lead": rf"(?:(?:[a-z][\w’'-]* |[{kind_char('J')}{kind_char('A')}{kind_char('O')}{kind_char('K')}]{NUMBER_CLASS}(?:['’]s)?[ -]){{0,5}}?)",
}
_WORKS = frozenset({"streamer", "broadcaster"})


def _only(match: Match, name: str) -> Mention | None:
    row = match.bound.get(name)
    return row[0] if row else None


def org_kind(referent: Referent | None, text: str) -> str:
    """What an organisation is: by the lists, by its name's last word, or "" when nothing says so."""
    names = referent.names if referent else [text]
    for name in names:
        if name in lexicon.organizations():
            return lexicon.organizations()[name]
    last = names[0].split()[-1]
    if last in {"Pictures", "Films", "Film", "Productions", "Production", "Studios", "Studio", "Filmworks", "Movies"}:
        return "studio"
    if last in {"Management", "Agency", "Artists", "Talent"}:
        return "agency"
    if last in {"TV", "Channel", "Network", "Television"}:
        return "broadcaster" if last != "Television" else "studio"
    if last in {"News", "Times", "Post", "Daily", "Herald", "Magazine", "Tribune", "Gazette", "Journal", "Sports", "Chosun"}:
        return "outlet"
    return ""


def not_itself(document: Document, match: Match) -> bool:
    """A work is not based on itself: the work before, or failing that the host, must be another."""
    source = _only(match, "source")
    if source is None or source.referent is None:
        return False
    work = _only(match, "work")
    subject = work.referent if work else document.work_at(match.start)
    if subject is source.referent and work is not None:
        return False
    if subject is source.referent:
        subject = document.focus[match.sentence.index].work
        if subject is source.referent or subject is None:
            subject = document.main_work
        if subject is source.referent or subject is None:
            return False
        match.bound["work"] = [Mention(source.start, source.end, "W", subject.name, referent=subject)]
    return True


def _twin(document: Document, match: Match, name: str) -> bool:
    kind = _only(match, "type")
    twins = document.notes.setdefault("twins", {})
    host = document.work_at(match.start) or document.main_work
    if host is None or kind is None:
        return False
    slot = (id(host), kind.value, name)
    if slot not in twins:
        twins[slot] = document.refer("work", name)
        twins[slot].facts["type"] = kind.value
    match.bound["twin"] = [Mention(kind.start, kind.end, "W", name, referent=twins[slot])]
    return True


def source_of_same_name(document: Document, match: Match) -> bool:
    """The source that shares its adaptation's name becomes a work of its own."""
    host = document.work_at(match.start) or document.main_work
    return host is not None and _twin(document, match, host.name)


def source_without_name(document: Document, match: Match) -> bool:
    """A source said by author and type alone is a work named so ("Ann Lee's novel")."""
    author, kind = _only(match, "author"), _only(match, "type")
    if author is None or kind is None or author.referent is None or kind.value not in {"book", "manga", "webtoon", "play", "game", "short"}:
        return False
    host = document.work_at(match.start) or document.main_work
    if host is None:
        return False
    plain = f"{author.referent.name}'s {kind.text}"
    ok = _twin(document, match, host.name)
    if ok:
        match.bound["twin"][0].referent.call(plain)  # type: ignore[union-attr]
    return ok


def source_named(document: Document, match: Match) -> bool:
    """A named source with its type word, of another work."""
    kind = _only(match, "type")
    return kind is not None and kind.value in {"book", "manga", "webtoon", "play", "game", "short", "film", "series", "animation_series"} and not_itself(document, match)


def written_source(document: Document, match: Match) -> bool:
    """An author makes books, comics and plays."""
    kind = _only(match, "type")
    return kind is None or kind.value in {"book", "manga", "webtoon", "play", "game"}


def type_beside(document: Document, match: Match) -> bool:
    """Two works of different kinds are not both meant by one word; "Netflix film" is fine."""
    return not (match.bound["type"][0].text in {"show", "shows", "picture", "game", "games", "short", "special", "original"} and False)


def host_type(document: Document, match: Match) -> bool:
    """"the series" says what the work spoken of is, once."""
    host = document.work_at(match.start)
    kind = match.bound["type"][0]
    if host is None or host.facts.get("type") not in (None, kind.value):
        return False
    return kind.value in {"film", "series", "documentary", "animation_series", "special"} and host is document.main_work


def nation_of_work(document: Document, match: Match) -> bool:
    """An adjective of a country before a person's occupation is theirs, not the work's."""
    stretch = document.text[match.bound["nation"][0].end : match.bound["work"][0].start]
    return not re.search(r"\b(?:actor|actress|director|star|filmmaker|remake|version|adaptation|writer|author|singer|stars|platform|broadcaster|streamer|viewers|audiences)\b", stretch)


def episodes_of_whole(document: Document, match: Match) -> bool:
    """Episodes of the whole, not of a part ("the first three episodes")."""
    before = document.text[max(match.sentence.start, match.start - 25) : match.start].lower()
    return not re.search(r"(?:first|last|final|next|opening|another|more|directed|of the|initial|remaining|other|directs|past)\s*$", before)


def company_of_work(document: Document, match: Match) -> bool:
    """An outlet's own name before a work says nothing of it."""
    return org_kind(match.bound["company"][0].referent, match.bound["company"][0].text) not in {"outlet", "agency"}


def makes_works(document: Document, match: Match) -> bool:
    """Outlets and agencies do not produce."""
    row = [m for m in match.bound["company"] if org_kind(m.referent, m.text) not in {"outlet", "agency"}]
    match.bound["company"] = row
    return bool(row)


def not_executive(document: Document, match: Match) -> bool:
    """"executive produces" is another credit."""
    around = document.text[max(match.sentence.start, match.start - 12) : match.end + 4].lower()
    return "exec" not in around


def directs_or_writes(document: Document, match: Match) -> bool:
    """"X's film" is a director's credit only where X directs."""
    person = match.bound["person"][0]
    return person.referent is not None and not person.indirect


def release(document: Document, match: Match) -> bool:
    """A date of a first showing, not of shooting or of a statement."""
    words = document.text[match.start : match.end]
    return not re.search(r"\b(?:filming|shooting|production (?:began|begins|starts|started)|cameras|photography|career|announced on|reported on|wrapped|born)\b", words)


def year_of_work(document: Document, match: Match) -> bool:
    """A bare year or month beside a work is its first showing; a longer date needs a verb."""
    date = match.bound["date"][0]
    period = date.value.period
    return (period.end - period.start).days > 300  # noqa: PLR2004 - a year


def shoot(document: Document, match: Match) -> bool:
    """A production date needs to be one of shooting."""
    return True


def place(document: Document, match: Match) -> bool:
    """Only places, and names that nothing shows to be something else."""
    row = [m for m in match.bound["place"] if m.kind == "L" or not m.reasons or "quoted" not in m.reasons]
    match.bound["place"] = row
    return bool(row)


def names_job(document: Document, match: Match) -> bool:
    """An occupation stands at the name; "star" and "lead" are none."""
    row = [m for m in match.bound["job"] if m.text.lower() not in {"star", "stars", "lead", "comic", "host", "ep", "exec producer"}]
    match.bound["job"] = row
    return bool(row)


GUARDS = {
    f.__name__: f
    for f in (
        not_itself, source_of_same_name, source_without_name, source_named, written_source, type_beside, host_type,
        nation_of_work, episodes_of_whole, company_of_work, makes_works, not_executive, directs_or_writes, release,
        year_of_work, shoot, place, names_job,
    )
}  # fmt: skip


def value(document: Document, mention: Mention, predicate: str, tense: str) -> Any:
    """What a mention without a referent gives to a predicate."""
    if mention.kind == "D":
        return mention.value.edtf
    if mention.kind in "TKNA":
        return mention.value
    if mention.kind == "J":
        return mention.value
    return mention.text
