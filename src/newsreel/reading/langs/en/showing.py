"""Whether an event is the first showing of a work: who or what shows, opens, starts and comes out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.langs.en.clauses import clause_start
from newsreel.reading.langs.en.events import any_of
from newsreel.reading.mask import NUMBER_BASE, NUMBER_CLASS, NUMBERS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.langs.en.events import Dated

YEARS_AHEAD = 15  # later than that is when the plot is set
MARKS = 3  # fewer characters are no subject
_K = {k: kind_char(k) for k in "WTGSDPOLEXANK"}
_AUXILIARY = re.compile(
    r"(?:^|[ ,(])(?:will|would|is|are|was|were|be|been|being|to|has|have|had|now|also|then|opens?|opened|opening|arrives?|arrived|lands?|landed|hits?|bows|plays|"
    r"start(?:s|ed)?|beg[aiu]ns?|aiming|hoping|planning|planned|gearing up|ready|expecting|out|finally|first|set|due|slated|scheduled|expected|already|only|it['’]?s|not|still|recently|itself|both|officially|originally|once|again|just|next|"
    r"[a-z]+ly|can|could|going|planned|previously|should|may|might|make its|made its|makes its|its|world|theatrical|there|here|did|does|longer|no|never)$|['’](?:s|ll)$"
)
_WHICH_MAKER = re.compile(rf"\b(?:which|that) [{_K['O']}{_K['P']}]{NUMBER_CLASS}(?: (?:put|puts|has|will|is|to|had))*$")
_SERVICE = re.compile(rf"{_K['K']}{NUMBER_CLASS},? (?:that|which)(?: \w+)?$")
_HOPES = frozenset({"hopes for", "aims for", "aiming for", "aiming at", "aim for"})  # "Acme now hopes for July"
_BY_MAKER = re.compile(rf"{_K['O']}{NUMBER_CLASS}(?: (?:now|still|is|was|had|has|itself))*$")
_HAD_IT = frozenset({"have had it", "has had it", "have had them"})
_TAKES_WORK = re.compile(
    rf"(?:[{_K['P']}{_K['O']}]{NUMBER_CLASS}(?:,? and [{_K['P']}{_K['O']}]{NUMBER_CLASS})?['’]s? )?"
    rf"[{chr(NUMBER_BASE)}-{chr(NUMBER_BASE + NUMBERS)}]?(?:[ \w]|{_K['A']}.){{0,20}}?(?:{_K['W']}|{_K['T']}|{_K['G']}|it\b|them\b|the first|its|all)"
)
_OWNED = re.compile(r"\b(?:his|her|my|your)(?: \w+)?$")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|being)(?: \w+)?$|[,)”]$|^$")
_RELEASE_OF = re.compile(r"\b(?:the|a|its|an|theatrical|cinema|for|wide|general|local|uk|us)\W*$")


@cache
def _heads() -> re.Pattern[str]:
    mentions = "".join(_K[k] for k in "WTGSDNLE")
    return re.compile(
        rf"(?:[{mentions}].[\"”’'!?]*|[)\],*\"”!?]|\b(?:{any_of('work_nouns')}|{any_of('between')}))$", re.IGNORECASE
    )


_PLANS = re.compile(r"\b(?:plan|eye|target|set)(?:s|ned|ning|ed|ing)? (?:an? |its |the )?[^.;]{0,60}$")
_DATES_OF = frozenset(["release date", "premiere date", "air date"])
_DATE_OF = re.compile(
    rf" (?:is |has been |was )?(?:set |announced |confirmed |locked |revealed )?(?:for|of) [^.;]{{0,60}}?{_K['W']}"
)


@cache
def _complement() -> re.Pattern[str]:
    """A subject that goes on behind its noun: "the film about pundits", "the series, directed by Lee,"."""
    return re.compile(
        rf"(?:the |an? |its |his |her |their )?(?:[\w’'-]+ ){{0,3}}(?:{_K['W']}|{_K['T']}|{_K['G']})[^;:]?[\"”’']*,? "
        r"(?:about|starring|featuring|directed|written|created|based|helmed|produced|inspired|adapted|toplined|headlined|penned|from|by|with)\b[^;:]{2,120}$",
        re.IGNORECASE,
    )


@cache
def _work_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('work_nouns')})\b|{_K['T']}|{_K['G']}", re.IGNORECASE)


@cache
def _not_works() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('not_works')})\b", re.IGNORECASE)


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(any_of("idioms"), re.IGNORECASE)


@cache
def words(name: str) -> frozenset[str]:
    """A list of plain words of data/timing.yml."""
    return frozenset(map(str, load_data("en", "timing")[name]))


def subject_before(told: Dated) -> str:
    """What stands in the clause before an event."""
    text, start = told.text, told.event.start
    return text[clause_start(text, start) : start].rstrip().lstrip("•*-–—> ")


def shoots(told: Dated) -> bool:
    """Whether an event of shooting is said of a work: "was shot", not "he shot"."""
    before = subject_before(told)
    if told.word.startswith("roll") and _CLIP.search(before):
        return False
    return not _another(told, before) and (
        told.word not in {"shot", "filmed", "shoots", "films"} or _PASSIVE.search(before) is not None
    )


_CLIP = re.compile(r"\b(?:teaser|trailer|promo|credits|video|dice|eyes|heads)\b", re.IGNORECASE)


def _another(told: Dated, before: str) -> bool:
    """Whether it is a service that began, a company launched, a shoot resumed."""
    resumed = told.text[told.event.end : told.event.end + 6] == " again"
    return resumed or _SERVICE.search(before) is not None or (not before and told.word in ("launch", "launched"))


# "his directorial debut", "attended the launch", "the question of Sunday opening", "it is dropping the soap … two years ago"
_PERSONAL = re.compile(
    r"\b(?:directorial|directing|acting|feature|screen|stage|writing|film|producing|tv|his|her|my)$", re.IGNORECASE
)
_THE_LAUNCH = re.compile(r"\b(?:attend\w*|at) (?:the|a|its|their)$", re.IGNORECASE)
_ENDS_YEAR = frozenset(["the year", "the month", "the week", "the summer"])


def _elsewise(told: Dated, before: str) -> bool:
    """Whether a word of showing speaks of a person's first work, an event for the press, or the end of a year."""
    date = told.mention.text.lower()
    if told.word == "debut":
        return _PERSONAL.search(before) is not None
    if told.word == "launch":
        return _THE_LAUNCH.search(before) is not None
    if told.word in ("opening", "broadcast") and told.mention.end <= told.span[1] and date.isalpha():
        return (
            told.text[told.event.start - 1 : told.event.start] == " "
            and not before.endswith(("’s", "'s"))
            and told.mention.start == told.span[0]
        )
    return date in _ENDS_YEAR or (date.endswith(" ago") and told.word.endswith("ing"))


_LAST = re.compile(
    r"\b(?:(?:final|last|concluding) (?:episode|instal?lment|part|hour|chapter)|(?:season|series|whose) finale)s?\b",
    re.IGNORECASE,
)


def shows(told: Dated) -> bool:
    """Whether an event is the first showing of a work, on a date that says something."""
    before = subject_before(told)
    if _another(told, before) or _elsewise(told, before) or _LAST.search(before) or not _says_something(told):
        return False
    return _by_a_work(told, before) and (told.word not in words("need_a_work") or _work_named(told))


def _by_a_work(told: Dated, before: str) -> bool:
    """Whether what stands before an event can be a work, its first showing, or its maker with the work behind."""
    text, end = told.text, told.event.end
    if (
        (told.word not in _DATES_OF and _not_works().search(before[-60:]))
        or _not_works().match(text, end + 1)
        or _OWNED.search(before)
    ):
        return False
    stripped = True
    while stripped and before:
        shorter = _AUXILIARY.sub("", before).rstrip()
        stripped, before = shorter != before, shorter
    if told.word in _HOPES and _BY_MAKER.search(before):
        return True
    if told.word in _HAD_IT or (told.word == "release" and _PLANS.search(before)):
        return True
    if told.word in _DATES_OF and _DATE_OF.match(text, end):
        return True
    if not before or _heads().search(before) or _complement().match(before) or _WHICH_MAKER.search(before):
        return True
    return _TAKES_WORK.match(text[end : end + 40].lstrip()) is not None


def _work_named(told: Dated) -> bool:
    text, start = told.text, clause_start(told.text, told.event.start)
    lead = text[start : told.event.start]
    if told.word == "release" and _RELEASE_OF.search(lead.lower()):
        return True
    return (
        _work_noun().search(lead) is not None
        or _K["W"] in text[start : told.event.end + 40]
        or len(lead.strip()) < MARKS
    )


def dateable(told: Dated) -> bool:
    """Whether a date is no mere "soon", and no decade."""
    return told.mention.text.lower() not in words("vague") and told.mention.value.kind not in ("decade", "century")


def _says_something(told: Dated) -> bool:
    low = told.mention.text.lower()
    if not dateable(told) or low.startswith(("each ", "every ")):
        return False
    if told.mention.value.period.start.year > told.document.anchor.year + YEARS_AHEAD:
        return False
    masked = told.sentence.masked
    start = masked.position(told.event.start) if masked is not None else told.span[0]
    return _idioms().match(told.document.text, start) is None
