"""What the place of a name says of its kind: verbs and nouns before and after it, by classes rather than word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, HEADLINE, LISTING
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.fates import acted_on, in_scorecard
from newsreel.reading.langs.en.notitles import INSTITUTIONS, NOBODY, no_title
from newsreel.reading.langs.en.titular import said_of_a_work, shown_by, with_article
from newsreel.reading.langs.en.tokens import personal
from newsreel.reading.literals import Signs, lowered
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

_OPEN = r"(?:the |The |a |an |his |her |its |their )?[\"“‘'*(]?$"
_BEFORE = {
    "plays in": Sought(
        r"\b(?:stars?|starred|starring|appear\w*|act(?:s|ed|ing)|cast|cameo|guest|debut|seen|roles?|parts?|turn|performance|work(?:s|ed|ing)?|leads?|featured|playing|played) "
        rf"(?:in|on|for) (?:[A-Z][\w+]*['’]s )?{_OPEN}"
    ),
    "part of a work": Sought(
        r"\b(?:seasons?|series|episodes?|finale|premiere|trailer|teaser|script|cast|remake|adaptation|version|sequel|prequel|spin-?off|revival|reboot|filming|shooting|"
        r"production|poster|scene|set|scenes|director|creator|writer|producer|star|stars|makers?|showrunner|film|rights|work|run|success|release|screening) "
        rf"(?:of|on|for|to) (?:[A-Z][\w+]*['’]s )?{_OPEN}"
    ),
    "makes it": Sought(
        r"\b(?:direct(?:s|ed|ing)?|co-direct(?:s|ed|ing)?|wr(?:ites?|ote|itten)|writing|co-wrote|creat(?:es?|ed|ing)|produc(?:es?|ed|ing)|helm(?:s|ed|ing)?|pen(?:s|ned)|made|making|shot|shoots?|shooting|"
        r"film(?:s|ed|ing)|adapt(?:s|ed|ing)?|renew(?:s|ed|ing)?|cancel(?:s|led|ed|ling)?|revive[sd]?|stream(?:s|ed|ing)?|premiere[sd]?|watch(?:ing|ed)?|release[sd]?|joins?|joined|boards?|titled|called) "
        rf"(?:[A-Z][\w+]*['’]s )?{_OPEN}"
    ),
    "passed": Sought(
        rf"(?:known for|fame in|fresh (?:off|from)|such as|including|includes?|credits:?|hits?|like|following|since|after|before|sequel|than|via|from|of) {_OPEN}"
    ),
    "dated": Sought(rf"\b(?:19|20)\d\d(?:['’]s)? {_OPEN}|\b(?:19|20)\d\d (?:[a-z-]+ ){{1,3}}{_OPEN}"),
    "with whom": Sought(
        r"\b(?:opposite|alongside|with|and|by|actor|actress|star|stars|starring|director|writer|producer|played by|told) $"
    ),
    "owned": Sought(r"[A-Z][\w.+-]*['’]s? (?:[a-z-]+ ){0,3}[\"“‘'*(]?$"),
}
_MARK = r"[\"”’'*]?"
_AFTER = {
    "shown": Sought(
        rf"{_MARK},? (?:(?:will|is|was|has|have|to|set|been|be|also|first|which|that|finally|now|due|slated) )*(?:premier\w*|open(?:s|ed|ing)?|air(?:s|ed|ing)?|debut\w*|stream\w*|bow(?:s|ed)?|land(?:s|ed)?|hits?|arrive[sd]?|return(?:s|ed)?|"
        r"run|ran|released|renewed|cancell?ed|wrapped|shot|filmed|screen(?:s|ed))\b"
    ),
    "tells": Sought(
        rf"{_MARK},? (?:(?:will|also|which|that) )*(?:follow(?:s|ed)|tells|told the|centers|centres|revolves|is set|was set|depicts|explores|stars|starring|features|featuring|reunites|casts|unfolds|marks|takes place|ran for|began)\b"
    ),
    "made": Sought(
        rf"{_MARK},? (?:is |was |which (?:is|was) )?(?:being )?(?:co-)?(?:directed|written|created|produced|based|adapted|penned|helmed|made|inspired|scripted|set)\b"
    ),
    "described": Sought(
        rf"{_MARK},? (?:is )?(?:an?|the|his|her|its|their) (?:[\w-]+ ){{0,5}}(?:film|series|drama|movie|comedy|thriller|show|sequel|prequel|remake|adaptation|sitcom|documentary|story|tale|novel|feature)\b"
    ),
    "season": Sought(
        rf"{_MARK}(?:['’]s)? (?:(?:final|first|second|third|fourth|last|next|new|upcoming) )?(?:[Ss]eason|[Ss]eries|[Ee]pisode|finale|movie|film|franchise|sequel|prequel|spin-?off|revival|reboot|remake|trailer)\b"
    ),
    "year": Sought(rf"{_MARK} \((?:19|20)\d\d"),
    "says": Sought(
        r",?(?: who)? (?:also )?(?:says?|said|told|tells|added|explained|revealed|recalled|admitted|wrote|writes|directs|directed|plays|played|stars?|starred|will (?:play|star|direct)|joins|produces|is set to|has been cast|as [A-Z])\b"
    ),
    "announces": Sought(
        r" (?:has |have |will |also )*(?:announc|order|commission|confirm|acquir|greenl|pick|develop|distribut|released|unveil|produc|renew|bought|report)\w*\b"
    ),
    "person": Sought(
        r"['’]s? [A-Z][\w-]+ [A-Z]|['’]s (?:character|wife|husband|agency|performance|role|career|mother|father)\b"
    ),
    "who": Sought(
        rf"{_MARK} (?:star|creator|actor|actress|writer|director|alum|producer|co-star|showrunner|author|helmer)s? (?=[A-Z]|and )"
    ),
}
_BEFORE_ROWS, _AFTER_ROWS = tuple(_BEFORE.items()), tuple(_AFTER.items())
_BEFORE_SIGNS, _AFTER_SIGNS = (Signs(pattern.needs for pattern in row.values()) for row in (_BEFORE, _AFTER))


_LINE_END = re.compile(rf"{_MARK}[.]?(?:\n|$)")
_SMALL_NEXT = re.compile(" [a-z]")
_BRACKET = re.compile(rf"{_MARK} \(([A-Z][\w+ ]{{1,20}})[,)/]")


def classes(text: str, c: Candidate) -> Iterable[str]:
    """Classes of the words around a name; those of a bare word that begins a sentence say less and are kept apart."""
    a, b = c.outer
    before = text[max(c.sentence.start, a - 70) : a]
    after = text[b : min(c.sentence.end, b + 70)]
    for number in _BEFORE_SIGNS.found(lowered(before)):
        name, pattern = _BEFORE_ROWS[number]
        if pattern.compiled.search(before):
            yield f"place before: {name}"
    for number in _AFTER_SIGNS.found(lowered(after)):
        name, pattern = _AFTER_ROWS[number]
        if pattern.compiled.match(after):
            yield f"place after: {name}"
    bracket = _BRACKET.match(after)
    if bracket and bracket[1] in lexicon.organizations():
        yield "place after: company in brackets"
    if " " not in c.text:
        yield from _one_word(text, c, after)
    if c.text.isupper() and len(c.text) > 3:  # noqa: PLR2004 - initials are short
        line = text[c.sentence.start : c.sentence.end]
        yield "in capitals in a line of capitals" if line.isupper() else "in capitals in a plain line"
    if c.quoted:
        yield f"quoted, parts {min(len(c.text.split()), 4)}"
    if _LINE_END.match(text[b : b + 3]) and not text[c.sentence.start : a].strip("\"“‘'*•- "):
        yield "a sentence of its own"


def _one_word(text: str, c: Candidate, after: str) -> Iterable[str]:
    low = c.text.lower()
    if c.initial and not c.quoted:
        yield f"begins sentence, one word, common {low in lexicon.words('common')} given {low in lexicon.words('given')}"
        if not c.owns and _SMALL_NEXT.match(after):
            yield "begins sentence, one word, goes on"
    if _stands(text, low):
        yield "in lower case elsewhere"


def _stands(text: str, word: str) -> bool:
    """Whether a text holds a word as it is written, no part of another."""
    at = text.find(word)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(word) : at + len(word) + 1]
        if not any(c.isalnum() or c in "_’'-" for c in around):
            return True
        at = text.find(word, at + 1)
    return False


_LINE_START = re.compile(
    r"[ \t•*\-–—·+>★▪\"“'‘»]*(?:[A-Z][\w/ ]{0,14}(?:\d{1,2}(?:st|nd|rd|th|/)?)? ?[-–—:] )?[\"“'‘*]*$"
)
_LINE_REACH = 60  # code points that bullets and a date may take
_LINE_TITLE_END = re.compile(r"[\"”’'*]*(?:$|\n| ?\(|[.,:;]| [-–—]| S\d|\*)")


def opens_line(text: str, start: int, end: int, name: str) -> bool:
    """Whether a name opens a line, behind no more than a bullet or a date, and what ends a heading follows it."""
    line = text.rfind("\n", 0, start) + 1
    if start - line > _LINE_REACH:
        return False
    if not _LINE_START.fullmatch(text[line:start]) or text[end : end + 2] in ("'s", "’s"):
        return False
    return bool(_LINE_TITLE_END.match(text[end : end + 4])) or name.isupper()


Judged = dict[str, tuple[str, float, tuple[str, ...]]]
_SAID_OF_WORKS = frozenset(
    f"place {side}: {name}"
    for side, names in (
        ("before", ("plays in", "part of a work", "makes it")),
        ("after", ("shown", "tells", "made", "described", "season")),
    )
    for name in names
)
CALLED_FIRM = ("called like a company",)
_HEADS_LEAST, _LEAD, _SURE = 3, 1.5, 1.0


def by_place(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Names of several words of which is said what is said of works, and names that head lines as works do, are works."""
    heads: dict[str, list[str]] = {}
    _shown_like_works(document, judged, found)
    for c in found:
        k = lexicon.key(c.text)
        if k not in judged:
            continue
        likely = judged[k][0] in "WXNP" or judged[k][2] == CALLED_FIRM  # "shot at Harbor Studios"
        if likely and not c.quoted and _only_place(document, c):
            judged[k] = ("L", _SURE, ("where it is shot",))
            continue
        if judged[k][0] in "NXCP" and _numbered(document.text, c, judged):
            judged[k] = ("W", _SURE, ("a number behind a title, alone on its line",))
            continue
        dateline = c.text.isupper() and c.text.title() in lexicon.places() and _begins_line(document.text, c)
        judged[k] = ("L", _SURE, ("a dateline",)) if dateline else _by_itself(document, c, judged[k])
        if c.sentence.zone in (BODY, LISTING) and opens_line(document.text, *c.outer, c.text):
            heads.setdefault(_line_shape(document.text, *c.outer), []).append(k)
    for shape, row in heads.items():
        works = sum(judged[k][0] == "W" for k in row)
        if (
            shape and len(row) >= _HEADS_LEAST and (works * 3 >= len(row) or (works and "0" in shape))
        ):  # a date before each
            for k in row:
                if judged[k][0] in "NXCP" and judged[k][1] < _LEAD:
                    judged[k] = ("W", _SURE, ("heads a line as works do",))


def _only_place(document: Document, c: Candidate) -> bool:
    """Whether a name of a word or two, met once, stands where places of shooting do."""
    if len(c.text.split()) > 2 or document.text.count(c.text) > 1 or c.text in lexicon.titles():  # noqa: PLR2004
        return False
    before = document.text[max(c.sentence.start, c.outer[0] - 70) : c.outer[0]]
    return _SHOT_IN.search(before) is not None


# "production gets underway in June in Leeds", "filmed in and around York"
_SHOT_IN = re.compile(
    r"\b(?:[Pp]roduction|[Ff]ilming|[Ss]hooting|[Pp]hotography|[Cc]ameras|filmed|lensing|lensed) (?:[a-z]+ ){0,4}?(?:(?:in|from|on|since) (?:(?:early|late|mid-?|next|last|this) ?)?(?:[A-Z][a-z]+|\d{4}|spring|summer|autumn|fall|winter)(?: \d{1,4})? )?(?:in|at|around|near|outside)(?: and around)? $"
    r"|\b(?:[Dd]ied|[Bb]orn|raised|buried|lives|lived) (?:(?:on|at|aged|and|[A-Z][a-z]+day|last|this|\d{1,2}|home|week|month|night|suddenly|peacefully),? ){0,5}?(?:in|near|at) $"
)
_TYPE_BEHIND = re.compile(
    rf"{_MARK} (?:[Ss]eries|[Ff]ilm|[Mm]ovie|[Dd]rama|[Rr]emake|[Rr]eboot|[Ss]equel|[Aa]daptation)\b"
)
_ORDERED = re.compile(
    r"\b(?:[Oo]rders?|[Oo]rdered|[Rr]enews?|[Rr]enewed|[Cc]ancels?|[Cc]ancelled|[Gg]reenlights?|[Gg]reenlit) [\"“‘']?$"
)
_SHOWN_FIRST = re.compile(r"\b(?:premiere|screening|trailer) (?:of|for) [\"“‘']?$")
_OF_PEOPLE = frozenset({"place after: says", "place after: person", "place before: with whom"})


def _shown_like_works(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Names taken for people of whom is said what no person is said of: a season by number, a first showing, a basis."""
    signs: dict[str, int] = {}
    others: list[tuple[str, Candidate]] = []
    for c in found:
        k = lexicon.key(c.text)
        if k not in judged or judged[k][0] != "P" or " " not in c.text:
            continue
        if c.quoted and (
            _TYPE_BEHIND.match(document.text, c.outer[1])
            or _ORDERED.search(document.text, max(0, c.outer[0] - 24), c.outer[0])
        ):
            signs[k] = signs.get(k, 0) + 2
        elif (
            (c.quoted and c.sentence.zone == HEADLINE)
            or _SHOWN_FIRST.search(document.text, max(0, c.outer[0] - 24), c.outer[0])
            or (not c.owns and acted_on(document, c))
        ):
            signs[k] = signs.get(k, 0) + 1
        else:
            others.append((k, c))
    for k, c in others:
        if k in signs and not _OF_PEOPLE.isdisjoint(classes(document.text, c)):
            signs[k] -= 2
    for k, sure in signs.items():
        if sure > 0 and judged[k][1] < _LEAD + sure:
            judged[k] = ("W", _SURE, ("shown as works are",))


_NUMBER = re.compile(r"\d|II|III|IV")


def _numbered(text: str, c: Candidate, judged: Judged) -> bool:
    """Whether a name alone on its line is another work's with a number: "Harbor 2", where the text tells of Harbor."""
    base, _, number = c.text.rpartition(" ")
    line = text.rfind("\n", 0, c.outer[0]) + 1
    if not base or not _NUMBER.fullmatch(number) or text[line : c.outer[0]] not in {"", "The "}:
        return False
    if text[c.outer[1] : c.outer[1] + 1] not in {"", "\n"}:
        return False
    names = (base, f"The {base}")
    return any(judged.get(lexicon.key(n), ("",))[0] == "W" for n in names) or lexicon.key(base) in lexicon.titles()


def _begins_line(text: str, c: Candidate) -> bool:
    start, end = c.outer
    return text[end : end + 1] in {":", " ", "."} and start == text.rfind("\n", 0, start) + 1


_FIRMS = frozenset(
    [
        "Group",
        "Finance",
        "Entertainment",
        "Pictures",
        "Production",
        "Productions",
        "Films",
        "Studios",
        "Media",
        "Television",
        "Releasing",
    ]
)
_LABELLED = re.compile(
    r"[\"”’'*]*\s*\n\s*[•*–—-]? ?(?:Directors?|Dir|Writers?|Key [Cc]ast|Cast|Starring|Stars|Synopsis|Genre|Sales|Producers?|Written by|Directed by|Network|Platform|Logline|Release [Dd]ate)(?: ?[:.]| by )"
)


_FIRM_BEHIND = re.compile(  # "Left Field, the company behind Harbor"
    r",? (?:an?|the|his|her|their|its) (?:[\w’'&-]+ ){0,4}?(?:company|outfit|banner|prodco|studio|shingle|indie|distributor|streamer|broadcaster)(?: (?:behind|run|founded|led|that|which|he|she|owned|based|set up|co-founded|headed|responsible)\b|[,.;)])"
)


def _by_itself(  # noqa: C901, PLR0911 - each case answers for itself
    document: Document, c: Candidate, judged: tuple[str, float, tuple[str, ...]]
) -> tuple[str, float, tuple[str, ...]]:
    kind, lead, _ = judged
    if kind != "W" and in_scorecard(document.text, c) and (c.initial or opens_line(document.text, *c.outer, c.text)):
        return "W", _SURE, ("what became of it is said behind a dash",)
    parts = c.text.split()
    if kind in "WX" and not c.quoted and no_title(document.text, c, sure=kind == "X" or lead >= _LEAD):
        return "N", _SURE, ("a body of people, a place, a programme, a prize or a number",)
    numbered = parts[-1].isdigit()
    last = NOBODY.get("0" if numbered else parts[-1]) if kind == "P" and not c.quoted else None
    if last and (numbered or not personal(parts)):
        return last, _SURE, ("its last word is no surname",)
    studio = kind in "WPXN" and parts[0] == "Studio" and len(parts) > 1 and parts[1].isalpha()
    studio = studio or (kind in "WPXN" and _FIRM_BEHIND.match(document.text, c.outer[1]) is not None)
    if not c.quoted and (
        studio
        or (
            kind == "W"
            and lead < _LEAD
            and len(parts) > 1
            and parts[-1] in _FIRMS
            and lexicon.key(c.text) not in lexicon.titles()
        )
    ):
        return "O", _SURE, ("called like a company",)
    if c.quoted in {"foreign", "listed", "number"} and kind in "NXCP":
        return "W", _SURE, ("where it ends tells a title",)
    if (
        kind in "NXCP"
        and (lead < _LEAD or kind in "NX")
        and not personal(parts)
        and _LABELLED.match(document.text, c.outer[1])
    ):
        line = document.text.rfind("\n", 0, c.outer[0]) + 1
        before = document.text[line : c.outer[0]].strip(" \t•*-–—\"“‘'")
        if before in {"", "The", "A", "An"}:
            if before:
                c.start = c.start - len(before) - 1
                c.text, c.outer = document.text[c.start : c.end], (c.start, c.outer[1])
            return "W", _SURE, ("its makers are listed below it",)
    shown = kind in "NXCPW" and shown_by(document.text, c.outer[1]) and _may_be_title(c, kind)
    if shown and with_article(document.text, c):
        return "W", _SURE, ("a line says where it is shown",)
    if (
        kind in "NXCP"
        and _may_be_title(c, kind)
        and said_of_a_work(document, c, kind, heads=opens_line(document.text, *c.outer, c.text))
    ):
        return "W", _SURE, ("what is said of it is said of works",)
    if kind in "NXC" and _may_be_title(c, "P") and not c.owns and acted_on(document, c):
        return "W", _SURE, ("what is said of it is said of works",)
    said = kind in "NX" and len(parts) > 1 and _may_be_title(c)
    if said and not _SAID_OF_WORKS.isdisjoint(classes(document.text, c)):
        return "W", _SURE, ("what is said of it is said of works",)
    return judged


def _line_shape(text: str, start: int, end: int) -> str:
    """What stands before a name in its line, letters and digits as one each; else the full stop, bracket or comma behind it."""
    before = text[text.rfind("\n", 0, start) + 1 : start].strip(" \"“‘'*")
    behind = text[end : end + 2].strip()[:1]
    if not before:
        return behind if behind in {".", "(", ","} else ""
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "0", before))


_OF_MAPS = frozenset(
    [
        "Airport", "Arena", "Avenue", "Bay", "Beach", "Boulevard", "Canyon", "Cathedral", "Coast", "County", "Desert", "Hills", "Island", "Islands",
        "Lake", "Mountains", "Peninsula", "Province", "Riviera", "Road", "Shire", "Square", "Stadium", "Street", "Theatre", "Theater", "University", "Valley",
        "Bank", "Hall", "Park", "Railway", "Heights", "Yorkshire",
    ]
)  # fmt: skip


def _of_map(parts: list[str]) -> bool:
    """Whether a name of several words is called as streets, counties and halls are."""
    return 1 < len(parts) <= 3 and parts[-1] in _OF_MAPS and parts[0] not in {"The", "A"}  # noqa: PLR2004 - longer ones are titles


def _may_be_title(c: Candidate, kind: str = "") -> bool:
    """Whether a name may be a title by what it is; one that its places take for a person's may look like one."""
    parts = c.text.split()
    return not (
        (kind != "P" and personal(parts))
        or parts[-1] in lexicon.suffixes()
        or c.text in lexicon.organizations()
        or c.text in lexicon.places()
        or c.text in lexicon.festivals()
        or any(p in lexicon.organizations() for p in (parts[0], parts[-1]))
        or not INSTITUTIONS.isdisjoint(parts)
        or _of_map(parts)
        or parts[0].lower() in lexicon.MONTHS
        or parts[-1].lower() in lexicon.MONTHS
    )
