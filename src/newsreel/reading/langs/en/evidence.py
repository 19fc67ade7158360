"""What the words around a name settle about its kind, beside the votes of kinds.py: lists, brackets, neighbours."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.titular import shown_by
from newsreel.reading.langs.en.tokens import Candidate, personal
from newsreel.reading.literals import alternation
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document

_LIST = re.compile(r"[\"”’']?(?: ?\([^()]*\))?(?:,|;|,? and|,? or| &|/)[ \n][\"“‘']?")
SURE, DOUBT = 1.0, 1.5  # leads over the next kind
_PERSON = 0.4  # a lead at which a full name stays a person's in a list of works
SINGLE = 3.0  # a lead that a list of people overrules for a single word
UNDECIDED = 0.7  # a lead over the next kind below which a useless-looking name is kept as of undecided kind


def _first_name(c: Candidate, found: list[Candidate]) -> bool:
    """Whether a bare word is the first name of somebody named elsewhere: "for Harbor, Willem is set to …"."""
    if " " in c.text or c.quoted:
        return False
    return any(o.text.startswith(c.text + " ") and personal(o.text.split()) and not o.quoted for o in found)


def agree(document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]) -> None:
    """Members of one list are of one kind: the surest one speaks for those that are in doubt."""
    run: list[Candidate] = []
    for c in [*found, None]:
        if (
            run
            and c is not None
            and c.sentence is run[-1].sentence
            and not (c.owns and document.text.startswith(", ", run[-1].outer[1]))  # "Harbor, CBC's drama"
            and _LIST.fullmatch(document.text[run[-1].outer[1] : c.outer[0]])
        ):
            run.append(c)
            continue
        apposed = len(run) == 2 and document.text[run[0].outer[1] : run[1].outer[0]].strip() == ","  # noqa: PLR2004 - a pair
        if len(run) > 1 and not apposed:  # "Harbor, Ann Lee's next film" is no list
            _between_people(judged, run)
            rows = [(lexicon.key(m.text), m) for m in run if not _first_name(m, found)]
            if shown_by(document.text, run[0].outer[1]):
                rows = rows[1:]  # "Harbor, BBC One, 9pm"
            sure = [judged[k] for k, m in rows if k in judged and judged[k][1] > SURE and judged[k][0] in "WOP"]
            letters = {row[0] for row in sure}
            if len(letters) == 1:
                letter = letters.pop()
                for k, m in rows:
                    if letter == "O" and (_told_as_work(document, m) or m.text in lexicon.places()):
                        continue
                    if (
                        letter == "W"
                        and k in judged
                        and judged[k][0] == "P"
                        and " " in m.text
                        and judged[k][1] > _PERSON
                        and k not in lexicon.titles()
                    ):
                        continue
                    if k in judged and judged[k][0] != letter and judged[k][1] < DOUBT and may_be(letter, m):
                        judged[k] = (letter, UNDECIDED, ("one of a list",))
        run = [c] if c is not None else []


def _told_as_work(document: Document, c: Candidate) -> bool:
    """Whether a type word stands before a name, or a semicolon of a slate behind it."""
    start, end = c.outer
    return document.text[end : end + 1] == ";" or document.search(TYPED, max(0, start - 24), start) is not None


def _between_people(judged: dict[str, tuple[str, float, tuple[str, ...]]], run: list[Candidate]) -> None:
    """A name between or before full names of people is one more ("Asami Usuda, Taiga and Joe Odagiri")."""
    people = [m for m in run if judged.get(lexicon.key(m.text), ("",))[0] == "P" and " " in m.text]
    if len(people) < 2:  # noqa: PLR2004 - one neighbour proves nothing
        return
    for m in run:
        k = lexicon.key(m.text)
        if k not in judged or judged[k][0] not in "WXNC" or judged[k][1] >= SINGLE or m.quoted:
            continue
        named = len(m.text.split()) < 4 and m.tokens and m.tokens[-1].text not in lexicon.suffixes()  # noqa: PLR2004
        if m.text not in lexicon.places() and named and (" " not in m.text or k not in lexicon.titles()):
            judged[k] = ("P", UNDECIDED, ("among people",))


def _no_place(name: str) -> bool:
    """Whether a name is none of places, companies or prizes."""
    known = name.title()
    return known not in lexicon.places() and known not in lexicon.organizations() and known not in lexicon.festivals()


def by_surname(judged: dict[str, tuple[str, float, tuple[str, ...]]]) -> None:
    """A full name whose surname alone is a person's is a person's ("Katherine Heigl … Heigl said")."""
    for k, (kind, _, _) in list(judged.items()):
        parts = k.split()
        if kind not in "NX":
            continue
        if len(parts) not in (2, 3) or parts[0] not in lexicon.words("given"):
            continue
        if judged[k][1] < UNDECIDED and _full_name(parts):
            judged[k] = ("P", UNDECIDED, ("looks like a full name",))
            continue
        if judged.get(parts[-1], ("",))[0] == "P":
            judged[k] = ("P", UNDECIDED, ("its last word alone is a person's",))
        elif parts[-1] in lexicon.words("family") and k not in lexicon.titles() and _no_place(k):
            judged[k] = ("P", UNDECIDED, ("a given name and a family name",))


_NOT_IN_NAMES = frozenset(["of", "the", "in", "on", "at", "to", "for", "and", "&", "with", "a", "an", "from", "by"])
_NO_GIVEN = frozenset(
    [
        "queen",
        "king",
        "prince",
        "princess",
        "saint",
        "lady",
        "lord",
        "duke",
        "miss",
        "san",
        "santa",
        "fort",
        "mount",
        "lake",
        "north",
        "south",
        "new",
        "star",
        "city",
    ]
)


def _full_name(parts: list[str]) -> bool:
    """Whether words in lower case are a known given name and what no one says but as a surname."""
    if not _NOT_IN_NAMES.isdisjoint(parts) or parts[0] in lexicon.MONTHS | _NO_GIVEN:
        return False
    last = parts[-1]
    return last.isalpha() and last not in lexicon.words("common") and " ".join(parts).title() not in lexicon.places()


_WORK_BEFORE = re.compile(
    r"(?:['’]s)? (?:(?!(?:and|or|with|by|from|as|to|for|is|was)\b)[a-z-]+ )?(?:stars?|alum|alumn[aiu]s?|actors?|actress|creators?|co-creators?|showrunners?|writers?|scribe|director|helmer|filmmaker|breakout|duo)"
    r"(?:[ /-](?:writer|director|producer|creator|star|actor)s?)? [A-Z]"
)


def _beside(  # noqa: C901 - one case a reason
    document: Document, c: Candidate, judged: tuple[str, float, tuple[str, ...]], count: int
) -> tuple[str, float, tuple[str, ...]] | None:
    """What the words right beside an unquoted name make it, whatever the vote says; None when they settle nothing."""
    kind, lead, _ = judged
    text, end = document.text, c.outer[1]
    ahead = text[max(0, c.outer[0] - 24) : c.outer[0]]
    single, seldom = " " not in c.text, count < 3  # noqa: PLR2004 - a name met thrice has other witnesses
    settled = None
    if (kind != "P" or (seldom and lead < DOUBT)) and (
        _BANNER.match(text, end) or (text.startswith(" outfit", end) and _THEIRS.search(ahead))
    ):
        settled = "O", SURE, ("a banner",)
    elif kind in "WNX" and seldom and lead < DOUBT and not personal(c.text.split()) and _DONE_BY_FIRMS.search(ahead):
        settled = "O", SURE, ("does what companies do",)
    elif kind in "WNXC" and (_AGENCY_OF.search(ahead) or (lead < SINGLE and _MANAGES.search(ahead))):
        settled = "O", SURE, ("said to be one",)
    elif kind == "W" and lead < SINGLE and not single and seldom and _TRADE.search(ahead):
        settled = "P", SURE, ("a trade before it",)
    elif (kind in "NX" or (kind == "W" and seldom)) and (_PLAYED_BY.match(text, end) or _PART_OF.search(ahead)):
        settled = "C", UNDECIDED, ("somebody plays it",)
    elif kind in "PNCX" and _TITLED.search(ahead):  # a work may bear its hero's name
        settled = "W", SURE, ("said to be a title",)
    elif kind in "PNCX" and _announced(text, c):
        settled = "W", SURE, ("a type word before it",)
    elif kind in "NX" and _VEHICLE.match(text, end):
        settled = "P", SURE, ("a film is named by it",)
    elif (kind in "NX" and single and _CAST_ALONE.match(text, end)) or (
        kind in "WNX" and single and lead < SINGLE and _LEADS.match(text, end)
    ):
        settled = "P", SURE, ("does what actors do",)
    elif kind in "PNCX" and lead < DOUBT and _MANAGES.search(ahead):
        settled = "O", SURE, ("a word for companies before it",)
    return settled


def _announced(text: str, c: Candidate) -> bool:
    """As in "the upcoming film, Harbor, opens"."""
    return text[c.outer[1] : c.outer[1] + 1] in {",", "."} and bool(
        _ANNOUNCED.search(text, max(0, c.outer[0] - 50), c.outer[0])
    )


def neighbours(  # noqa: C901 - one case a reason
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """What the next words settle: "Harbor star Ann Lee", "Harbor's Ann Lee" and "of Harbor fame" name works."""
    counts = Counter(lexicon.key(c.text) for c in found)
    for c, after in zip(found, [*found[1:], None], strict=False):
        k = lexicon.key(c.text)
        if k in judged and not c.quoted:
            settled = _beside(document, c, judged[k], counts[k])
            if settled is not None:
                judged[k] = settled
                continue
        if (
            k not in judged
            or (personal(c.text.split()) and k not in lexicon.titles())
            or (c.text in lexicon.organizations() and c.text not in lexicon.ambiguous())
            or c.text in lexicon.places()
        ):
            continue
        kind, _, _ = judged[k]
        if (
            kind in "WNX"
            and not c.quoted
            and (k not in lexicon.titles() or " " not in k)
            and counts[k] < 3  # noqa: PLR2004 - said beside it
            and document.search(_PLAYS, max(0, c.outer[0] - 24), c.outer[0])
        ):
            judged[k] = ("C", UNDECIDED, ("somebody plays it",))
            continue
        if kind not in "PNCX":
            continue
        end = c.outer[1]
        start = max(0, c.outer[0] - 24)
        if document.search(_NAMED, start, c.outer[0]) or (
            (kind != "P" or judged[k][1] < DOUBT or not personal(c.text.split()))
            and document.search(TYPED, start, c.outer[0])
            and not (personal(c.text.split()) and _MAKES_IT.match(document.text, end))
        ):
            judged[k] = ("W", SURE, ("a type word before it",))
            continue
        parts = c.text.split()
        if (
            c.text in lexicon.ambiguous()
            and kind != "O"
            and not c.quoted
            and (
                _ORG_DOES.match(document.text, end)
                or _ORG_BEFORE.search(document.text[max(0, c.outer[0] - 24) : c.outer[0]])
            )
        ):
            judged[k] = ("O", SURE, ("does what companies do",))
            continue
        if (  # noqa: SIM102 - one case after the other
            kind in "NXCL"
            and 2 <= len(parts) <= 4  # noqa: PLR2004 - said beside it
            and not c.quoted
            and parts[-1] not in lexicon.suffixes()
            and parts[0] != "The"
        ):
            if _DOES.match(document.text, end) or document.search(_DONE_BY, max(0, c.outer[0] - 30), c.outer[0]):
                judged[k] = ("P", SURE, ("does what people do",))
                continue
        if _LIKE_WORK.match(document.text, end) and not _TRADE.search(document.text[start : c.outer[0]]):
            judged[k] = ("W", SURE, ("what follows is said of a work",))
            continue
        owner = c.owns and after is not None and after.start - end <= 3 and personal(after.text.split())  # noqa: PLR2004
        text = document.text
        said = _WORK_BEFORE.match(text, end) or (
            text.startswith(" fame", end) and (text[: c.outer[0]].endswith("of ") or _FAME.match(text, end))
        )
        if owner or said:
            judged[k] = ("W", UNDECIDED, ("belongs to a person's name",))


def companies(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """Senders, studios and outlets that no list has: by a word of their names and what they do, or being passed on."""
    text = document.text
    firms = {
        c.text.rpartition(" ")[0]
        for c in found
        if c.text.rpartition(" ")[2] in lexicon.suffixes() and judged.get(lexicon.key(c.text), ("",))[0] == "O"
    }
    for c in found:
        k, parts = lexicon.key(c.text), c.text.split()
        if k not in judged or judged[k][0] == "O" or c.quoted:
            continue
        if c.text in firms and judged[k][0] in "WXN":  # "Inferno Entertainment", then "Inferno's Bo Roe"
            judged[k] = ("O", SURE, ("a company's name in short",))
            continue
        if k in lexicon.titles() or len(parts) == 1:
            continue
        before = text[max(0, c.outer[0] - 30) : c.outer[0]]
        if parts[-1] in lexicon.suffixes() or parts[0] == "Studio":
            if _ORG_DOES.match(text, c.outer[1]) or _ORG_BEFORE.search(before):
                judged[k] = ("O", SURE, ("called and acting like a company",))
        elif judged[k][0] == "W" and _TOLD_BY.search(before) and not personal(parts):
            judged[k] = ("N", UNDECIDED, ("passed on like an outlet",))


_FAME = re.compile(r" fame,? [A-Z]")  # "Harbor fame Ann Lee"
_TOLD_BY = re.compile(r"\b(?:[Aa]ccording to|[Pp]er|reported by) $")
_PLAYS = Sought(
    r"\b(?:plays?|played|playing|portrays?|portrayed|portraying|role of|part of|character|named|starring as|stars as|voices|voicing) $"
)


_NOUNS = (
    "series|film|movie|drama|comedy|thriller|show|romance|special|documentary|sitcom|remake|sequel|prequel|spin-?off|crossover|horror|biopic|"
    "miniseries|mini-series|anime|musical|western|epic|feature|romcom|rom-com|soap|saga|mystery|novel|novella|manga|webtoon|memoir"
)
_ORG_DOES = re.compile(
    r" (?:has |have |will |is |first |exclusively |also |had )*(?:report|announc|confirm|order|renew|acquir|licens|present|commission|greenl|releas|distribut|produc|learned|pick|air|stream|unveil|said|says|set)\w*\b|['’]s (?:upcoming|new|series|drama|original|next|forthcoming|hit|reboot)"
)
_ORG_BEFORE = re.compile(
    r"(?:[Aa]ccording to|\b[Pp]er|distributed by|released by|produced by|acquired by|ordered by|reported by|streams? on|streaming on|told|air on|airs on|premieres? on|series on|drama on|show on|for) $"
)
_DOES = re.compile(
    r",?(?: who)? (?:(?:will|is|has|was|also|to|set|been|who|would|next|soon|be) ){0,4}(?:seen (?:in|as|next|opposite)|direct(?:s|ed|ing)?|plays?|played|playing|portrays?|stars?|starred|starring|cast|joins?|joined|writes?|wrote|"
    r"roped in|brought (?:in|on)|compos\w+|scor(?:es|ing)|cranks?|cranking|writing|written|pens?|penned|created?|creates|creating|produces?|produced|producing|executive|helms?|helmed|said|says|told|adds?|added|voices?|voicing|serves?|composed?|"
    r"reprises?|scripted|adapted|headlines?|leads?|boards?|at the helm)\b"
)
_DONE_BY = Sought(
    r"(?i)(?:directed|written|penned|created|produced|helmed|played|portrayed|voiced|scripted|composed|adapted|scored|shot|edited|starring|opposite|alongside|"
    r"actor|actress|director|writer|producer|creator|showrunner|filmmaker|novelist|author|screenwriter|star|composer|co-star|script|screenplay|music|score|novel|book|manga|story|direction of|[\"”])"
    r"s?(?: by| is by| are| is| include)?:? $",
)
# "a heist comedy Ann Lee is shooting": who makes it, no title
_MAKES_IT = re.compile(
    r" (?:is|was|has|will|would)(?: been| be| also| now)? (?:shoot|direct|writ|develop|mak|produc|film|helm|star|adapt|penn?)\w*\b"
)
_LIKE_WORK = re.compile(
    rf"[\"”’']?(?: (?:follows (?!(?:in|up|suit)\b)|cent(?:er|re)s (?:on|around)|revolves around|tells the (?:story|tale)|chronicles|premieres (?:on|in)|debuts (?:on|in)|is (?:set in|based on|being adapted))\b| (?:movie|TV series|miniseries|sitcom|pilot|anime|K-drama|web novel|webtoon|manga)\b(?! (?:festival|stars?|critics?|actors?|artists?|creators?|magazines?|fans?|adaptations?|industry|of\b|-))"
    r"| \(\d{1,2} ?[x×] ?\d{2,3}[’'m ]?"
    rf"| \((?:(?:19|20)\d\d|{alternation(n for n, kind in lexicon.organizations().items() if kind in ('streamer', 'broadcaster') and len(n) > 2)})[),;]"  # noqa: PLR2004 - said beside it
    rf"|, (?:which (?:\w+ ){{0,4}}(?:direct|star|open|premiere|air|stream|arrive)\w*|dir\. |directed by|written by|starring |created by)"
    rf"| [—–] (?:[A-Z][\w-]* |[a-z-]+ ){{0,4}}?(?:{_NOUNS}|sitcom|Sitcom|Comedy|Drama|Series)\b"
    rf"|, (?:(?:the|an?|his|her|their|its|another) |[A-Z][\w’'.-]+['’]s? )(?:[\w’'-]+ ){{0,4}}(?:{_NOUNS})\b(?! (?:star|writer|director|actor|actress)))"
)
_PART_OF = re.compile(r"\b(?:the|his|her|a) (?:\w+ )?(?:roles?|parts?|character|voice) of $")
_CAST_ALONE = re.compile(  # people of one name
    r" (?:(?:is|was|has been|will be) (?:also |officially )?(?:cast (?:in|as|for)|confirmed (?:to|for|as)|set to (?:star|play|appear))|will (?:also )?(?:play|star|portray)\b|to (?:star|play)\b)"
)
_LEADS = re.compile(
    r"(?: ?\([^()]*\))? (?:(?:is|was|has been|will be) )?(?:(?:set|confirmed|slated|tapped|cast|chosen) to (?:headline|lead|star|play)\b|takes? (?:on )?the lead|to headline\b|cast (?:as|in)\b|joins the cast\b|in talks to\b|reportedly (?:cast|starring))"
)
_PLAYED_BY = re.compile(r"(?: ?\([^()]*\))?,? (?:is |will be |was )?(?:voiced|played|portrayed) by\b")
_VEHICLE = re.compile(
    r"-(?:led|helmed|directed|fronted|penned)\b|[- ](?:starrer|directorial)\b|['’]s (?:[a-z]+ ){0,2}directorial\b"
)
_BANNER = re.compile(r" (?:banner|label|shingle|imprint)\b")
_THEIRS = re.compile(r"\b(?:their|his|her|own|its) $")
_DONE_BY_FIRMS = re.compile(
    r"\b(?:[Dd]istributed|[Pp]roduced|[Ff]inanced|[Ff]unded|[Bb]ankrolled|[Bb]acked|[Cc]ommissioned|[Hh]andled|[Pp]icked up|[Aa]cquired) by $"
)
_TRADE = re.compile(
    r"(?:^|[ “\"(])(?:[Dd]irector|[Aa]ctor|[Aa]ctress|[Ff]ilmmaker|[Ss]creenwriter|[Ss]howrunner|[Nn]ovelist|[Aa]uthor|(?:[Dd]irected|[Ww]ritten|[Pp]enned|[Hh]elmed|[Ll]ensed|[Ss]cored|[Cc]omposed|[Ss]cripted) by) $"
)
_TITLED = re.compile(r"\b(?:titled|entitled) $")
_MANAGES = re.compile(
    r"\b(?:agency|label|production company|management company|broadcaster|network|streamer|outlet|distributor) $"
)
_ANNOUNCED = re.compile(
    r"\b(?:the|an?|its|their) (?:[a-z-]+ )?(?:upcoming|new|latest|forthcoming|anticipated|awaited) (?:[a-z-]+ ){0,2}?(?:series|film|drama|movie|sitcom|miniseries|comedy|thriller|biopic|documentary|feature|project), [\"“'‘]?$"
)
_AGENCY_OF = re.compile(
    r"(?:['’]s?|\b[Hh]er|\b[Hh]is|\b[Tt]heir) (?:talent |management )?(?:agency|management(?: company)?),? $"
)
_NAMED = Sought(r"\b(?:titled|entitled|dubbed) [\"“'‘]?$")
TYPED = Sought(
    r"(?<![Hh]ead of )(?<![Hh]eads of )(?<!resident of )(?<!hief of )(?<!VP of )\b(?:series|film|drama|movie|sitcom|miniseries|anime|K-drama|k-drama|comedy|thriller|biopic|documentary|musical|blockbuster|hit|pic|feature|chiller|actioner|dramedy|laffer|telepic|telefilm|skein|docu-?series|doc|slasher|weepie|procedural|soap|telenovela|short film|drama series|romance|novel|book|manga|webtoon|stage play|musical) [\"“'‘]?$"
)


def may_be(letter: str, c: Candidate) -> bool:
    """Whether a name may be a work or a person by what it looks like."""
    parts = c.text.split()
    if letter == "W":
        return not personal(parts) or lexicon.key(c.text) in lexicon.titles()
    if letter == "P":
        return len(parts) in (2, 3) and not c.quoted and parts[-1] not in lexicon.suffixes()
    return not c.quoted and not personal(parts)
