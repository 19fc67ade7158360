"""People whom no list of names knows, of one name or two: told by their lists and by what actors and makers do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

    Judged = dict[str, tuple[str, float, tuple[str, ...]]]

_SETTLED = 3.0  # a lead over the next kind that the words beside a name do not overrule
_LEAD = 1.0
_OPENS = Sought(
    r"\b(?:starring|stars|co-stars?|features|featuring|opposite|alongside|headlined by|led by|toplined by|fronted by|joined by|played by|portrayed by|voiced by|"
    r"cast (?:of|includes|also includes|comprises|is led by)|casting of|actors?|actress(?:es)?|stars?|duo|names like|likes of|roped in|ropes in|singer-actress|singer-actor|"
    r"(?:directed|written|penned|helmed|scored|composed|scripted|lensed|edited|cranked) by|(?:music|cinematography|screenplay|story|dialogues?|lyrics|direction) by|"
    r"(?:fame|director|composer|cinematographer|filmmaker|debutant|directors|writer|screenwriter|singer|rapper|idol|vocalist|comedian|member|(?:group|band|duo|trio) [A-Z][\w ]{1,20}['’]s?))"
    r"(?: (?:actors?|actress|composer|director|late|veteran|newcomer|also|by))? $"
)
_WILL = r"(?: ?\([^()]*\))?,? (?:who )?(?:(?:has|have|had|is|are|was|will|to|also|been|be|set|all set|next|soon|recently|now) ){0,4}"
_ACTS = (
    r"joins?|joined|portrays?|portraying|essays?|essaying|headline|co-stars?|reprises?|reprising|reunites?|reunited|roped in|locked in|"
    r"share screen|shares screen|seen (?:as|in|opposite|alongside|together|playing)|cast (?:as|in|opposite)|transforms? into|takes? on the role|"
    r"plays? (?:a|an|the|his|her)|playing (?:a|an|the)|in (?:the )?(?:lead|pivotal|key|important|prominent|supporting) roles?|in the lead|"
    r"makes? (?:his|her|their) (?:[\w-]+ )?debut"
)
_DOES = Sought(rf"{_WILL}(?:{_ACTS})\b")
# "Vikram stars Kamal Haasan" is said of a film, "Vikram and Kamal Haasan star in it" of people
_DO = Sought(rf"{_WILL}(?:{_ACTS}|star|starred|starring|play|played|headlined|playing)\b")
_WHERE = re.compile(r"\b(?:which|where|while|whereas) $")
_OPENING, _BEHIND = 50, 70  # code points before and behind a list that tell


def mononyms(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Make people of single words that stand where actors and makers do, alone or in a list whose full names are people's."""
    for run in _lists(document, found):
        lone = [c for c in run if _may_be_one(judged, c)]
        if not lone or len(lone) == len(run) > 2:  # noqa: PLR2004 - a list of single words may be anything
            continue
        others = [judged.get(lexicon.key(c.text), ("",))[0] for c in run if c not in lone]
        if any(kind != "P" for kind in others):
            continue
        start, end = run[0].outer[0], run[-1].outer[1]
        before = document.search(_OPENS, max(run[0].sentence.start, start - _OPENING), start)
        acts = (_DO if others else _DOES).compiled
        if before or (
            (others or run[0].initial or _WHERE.search(document.text, max(0, start - 10), start))
            and acts.match(document.text, end, min(run[-1].sentence.end, end + _BEHIND))
        ):
            for c in lone if not _FAME.match(document.text, end) else ():
                judged[lexicon.key(c.text)] = ("P", _LEAD, ("one name, where people stand",))


_MADE_BY = Sought(
    r"\b(?:(?:[Dd]irected|[Ww]ritten|[Pp]enned|[Hh]elmed|[Ss]cripted|[Ll]ensed|[Ss]cored|[Cc]omposed|[Ee]dited)(?: and [a-z]+)? by|(?:[Ss]cript|[Ss]creenplay|[Ss]tory|[Tt]eleplay)(?: written| penned)? by|[Dd]irection by|[Mm]usic by|[Cc]inematography by|fame,?) $"
)
_JOINED = Sought(r"\b(?:joins|joined|joining|opposite|alongside) $")
_IN_WORK = re.compile(r" in [\"“‘]?[A-Z]")
_FAME = re.compile(r" fame,? [A-Z]")  # "written by Harbor fame Ann Lee"
_FULL = 3  # words of a full name at most
_WEAK = 1.5  # a lead over the next kind that goes for little


# "R. Rathnavelu", "M. M. Keeravaani"
_INITIALED = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?")
_BANNER_OF = Sought(
    r"\b(?:[Bb]anners?(?: name)? of|(?:his|her|their|the) (?:home |own |production )*(?:banner|production house),?|[Aa]egis of|in (?:association|collaboration|partnership) with|[Ll]abel of|at (?:animation )?studio) $"
)


_GROUPS = re.compile(r"([A-Z0-9][\w’'& -]{1,20}?)['’]s? $")


def members(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Make people of names that a group of singers owns: "Blackpink's Kim Ji-soo"."""
    for c in found:
        k = lexicon.key(c.text)
        if judged.get(k, ("",))[0] not in {"C", "X", "N"} or c.quoted or len(c.text.split()) > 2:  # noqa: PLR2004 - a full name
            continue
        owner = _GROUPS.search(document.text, max(c.sentence.start, c.outer[0] - 24), c.outer[0])
        if owner is not None and lexicon.organizations().get(owner[1].rpartition(" ")[2]) == "group":
            judged[k] = ("P", _LEAD, ("of a group",))


def firms(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Make companies of names behind "under the banner of" and "in association with"."""
    for c in found:
        k = lexicon.key(c.text)
        kind, lead, _ = judged.get(k, ("", 0.0, ()))
        if kind not in {"P", "W", "X", "N"} or c.quoted or lead > _SETTLED or k in lexicon.titles():
            continue
        if document.search(_BANNER_OF, max(c.sentence.start, c.outer[0] - 30), c.outer[0]):
            judged[k] = ("O", _LEAD, ("what films are made under or with",))


_SURELY_TYPED = Sought(
    r"\b(?:(?:[Tt]elevision |TV )?anime(?: (?:series|film))?|[Ll]ight novel|K-drama|[Tt]eleserye|[Ww]eb series|[Tt]elenovela) $"
)


def works(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Make works of names behind words that no person is introduced by: "the television anime Sonny Harbor"."""
    for c in found:
        k = lexicon.key(c.text)
        kind, lead, _ = judged.get(k, ("", 0.0, ()))
        if kind not in {"P", "X", "N", "C"} or c.quoted or lead > 2 * _SETTLED:
            continue
        if document.search(_SURELY_TYPED, max(c.sentence.start, c.outer[0] - 30), c.outer[0]):
            judged[k] = ("W", _LEAD, ("a type word before it that no person has",))


def makers(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Make people of unquoted names of two or three words behind "directed by", and of whom somebody joins in a work."""
    for c in found:
        k = lexicon.key(c.text)
        kind, lead, _ = judged.get(k, ("", 0.0, ()))
        if kind in {"X", "N"} and not c.quoted and _INITIALED.fullmatch(c.text):
            judged[k] = ("P", _LEAD, ("initials before a surname",))
            continue
        if (
            kind not in {"W", "X", "N"}
            or c.quoted
            or _FAME.match(document.text, c.outer[1])
            or not 1 < len(c.text.split()) <= _FULL
            or k in lexicon.titles()
        ):
            continue
        if c.text.split()[-1] in lexicon.suffixes() or c.text.startswith("The "):
            continue
        start = max(c.sentence.start, c.outer[0] - 30)
        joined = lead < _WEAK and _IN_WORK.match(document.text, c.outer[1])
        if document.search(_MADE_BY, start, c.outer[0]) or (joined and document.search(_JOINED, start, c.outer[0])):
            judged[k] = ("P", _LEAD, ("makes or joins a work",))


def _lists(document: Document, found: list[Candidate]) -> list[list[Candidate]]:
    runs: list[list[Candidate]] = []
    for c in found:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and c.sentence is last.sentence
            and _JOINS.fullmatch(document.text, last.outer[1], c.outer[0])
        ):
            runs[-1].append(c)
        else:
            runs.append([c])
    return runs


_JOINS = re.compile(
    r"(?:,|,? (?:and|&|with|along with|as well as))(?: (?:director|filmmaker|composer|actor|actress|newcomer|singer|star))? "
)


def _may_be_one(judged: Judged, c: Candidate) -> bool:
    low = c.text.lower()
    if " " in c.text or c.quoted or not c.text[0].isupper() or not c.text.isalpha():
        return False
    if low in lexicon.words("common") and low not in lexicon.words("given") and not c.text.isupper():
        return False
    if c.text in lexicon.organizations() or c.text in lexicon.places() or c.text in lexicon.festivals():
        return False
    kind, lead, _ = judged.get(lexicon.key(c.text), ("", 0.0, ()))
    return kind in {"N", "X"} or (kind in {"W", "C", "O", "L"} and lead < _SETTLED and low not in lexicon.titles())
