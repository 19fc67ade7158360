"""What is said of works alone, behind a name and before it, whatever its votes take it for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.openings import SAID_TO_BE
from newsreel.reading.langs.en.tokens import personal
from newsreel.reading.literals import alternation
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

# What is said of works alone, behind a name and before it: "Harbor, BBC1, 9pm", "the Harbor star", "season two of Harbor",
# "his debut feature, Harbor", "HBO's Harbor,", "who wrote Harbor,", "the author's play Harbor".
_SEASONED = re.compile(
    r"[\"”’'*]*(?:: (?:[Aa]|[Tt]he|[Ii]ts) |,? (?:gets|has been given|will return for|returns for|is getting|lands|scores) (?:an?|its) )(?:[\w-]+ ){0,2}(?:season|series|remake|reboot|spin-?off)\b"
    r"|,? (?:s\d{1,2}\b|S\d{1,2}\b|(?:[Ss]eason|[Ss]eries) (?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix))\b"
)
# Channels and services, whose names alone can be nothing else.
_OWNERS = alternation(
    name
    for name, kind in lexicon.organizations().items()
    if kind in {"streamer", "broadcaster"} and (name not in lexicon.ambiguous() or name.isupper())
)
_SHOWN_BY = re.compile(
    rf"[\"”’'*]*[,:.]?(?: \((?:19|20)\d\d\),?)?(?: [(–—-]? ?|\n)(?:\d{{1,2}}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?,? (?:on )?)?(?:{_OWNERS})(?:[,.):;]|$|\n| \d| at )"
)
_ARTICLE_LENGTH = 4  # "The " before a name that opens a headline
_AIRS_ON = re.compile(
    rf"[\"”’'*]* (?:starts|begins|airs|premieres|returns|concludes|continues|launches|arrives|lands|drops|streams|goes out|is (?:out |now |back )?)(?: \w+){{0,2}}? ?(?:on|to) (?:{_OWNERS})(?!\w)"
)
_HEADING = re.compile(
    r"[\"”’'*]*(?: (?:[Ss]eason|[Ss]eries|[Pp]art) \w+)?: (?:[Ee]verything|[Aa]ll (?:you|we|the)|[Ww]hat (?:we|you|to|is)|[Rr]elease date|[Cc]ast|[Pp]lot|[Tt]railer|[Ww]ho(?:['’]s| is| plays)|[Ww]hen (?:is|does)|[Yy]our (?:questions|guide))\b"
)
_ON_CHANNEL = re.compile(rf"[\"”’'*]* on (?:{_OWNERS})(?!\w)")  # a headline that begins so
_IN_EPITHET = re.compile(
    r" (?:star|actor|actress|film-?maker|alum|breakout|helmer|showrunner|creator|scribe|franchise|trilogy|finale|reboot|sequel|prequel|spin-?off|trailer|teaser)\b(?!['’-])"
)
_THE = re.compile(r"\b[Tt]he $")
_GOES_WITH = re.compile(
    r"[\"”’'*]*(?:[,.;:)!?]| (?:and|with|for|in|on|opposite|after|before|since|when|as|last|next|this)\b|$)"
)
_GOES_ON = re.compile(
    r"[\"”’'*]*(?:[,.;:)!?]| (?:and|with|for|in|on|opposite|after|before|following|by|at|this|next|last|to|from|until|since|was|were|is|are|has|have|had|will|began|starring|back)\b|$)"
)
_KINDS_OF_WORK = r"(?:films?|movies?|series|dramas?|novels?|plays?|short|feature|picture|sitcom|comedy|thriller|musical|documentary|miniseries|video game|biopic|anime|manga|webtoon|script|screenplay)"
# "Sky has axed Harbor", "shooting on Harbor began", "a wrap on Harbor": what is done to productions alone, before a name
_DONE_TO = Sought(
    r"\b(?:topline[sd]?|headline[sd]?|renew(?:s|ed)?|axe[sd]?|axing|cancel(?:led|ed|s)|scrapp?ed|shelved|greenlit|greenlights|recommission(?:s|ed)|pull(?:s|ed) the plug on|wrap(?:s|ped)?(?: (?:up|on|filming|shooting|production))*"
    r"|(?:is|are|busy|been|currently|finished|begun|began|started|begins|starts|resumed|completed|done) (?:back )?(?:shooting|filming|lensing)(?: on)?"
    r"|(?:[Ff]ilming|[Ss]hooting|[Pp]hotography|[Cc]ameras?|[Pp]ost-?production|[Pp]re-?production|[Ss]hoot)(?: (?:has|have|is|are|began|begun|started|starts|begins|rolling|roll|under ?way|started|commenced|wrapped)){0,3} (?:in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? )?(?:on|for|of)"
    r"|(?:has|have|had) (?:just |now |already |finally )?(?:wrapped|finished (?:with )?)|(?<!in )(?<!into )[Pp]roduction (?:(?:has |is |was )?(?:begun|began|started|starts|under ?way|wrapped) )?on|(?:post-|pre-)production on|[Ii]t['’]s a wrap on|[Tt]here (?:will|is going to) be more|\b[Ss]cenes for"
    r"|(?:order|green ?light|go-ahead|pickup|commitment) (?:to|for)|(?:spin-?off|sequel|prequel|remake|reboot|follow-up) (?:of|to|from)(?: the)?|(?:[Nn]ew |[Mm]ore |[Tt]he |\d+ |[a-z]+ )episodes? of|(?:[Tt]he |world |international |European |American |UK |Asian |red carpet |gala )(?:production|makers|finale|premiere|trailer|teaser|first look|screening|bow) (?:of|for|at)) [\"“‘'*]*$"
)
_DAY = (
    r"(?:the \d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:(?:early |mid-?|late )?(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Christmas|Boxing Day|Halloween|Thanksgiving|Diwali|Eid\b|New Year|Easter|(?:the |this |next |early |late )?(?:spring|summer|autumn|winter)\b|(?:19|20)\d\d)"
)
_WHEN = Sought(r"\b[Ww]hen (?:is|will|does|do we get|can we see|was) [\"“‘'*]*$")
_ASKED = re.compile(
    r"[\"”’'*]* (?:coming|come|out|back|on(?= (?:TV|telly|the|next|again)|\?)|released|returning|return|air(?:ing)?|premiering|premiere|landing|land|dropping|going to be|due)\b"
)
# "Harbor is in post-production", "Harbor has been given a third season": what is said of productions alone, behind a name
_STANDS_AT = re.compile(
    r"[\"”’'*]*,? (?:which )?(?:(?:is|are|was|were|has|have|had|will|be|been|now|currently|already|finally|still|officially|also|set|due|to) )*"
    r"(?:in (?:pre-?production|post-?production|post(?= |[.,;])|the edit|the cutting room|early development|active development|the works|the can|theat(?:er|re)s|cinemas)|before the cameras|shot (?:in|on|at|over|entirely)|filmed (?:in|on|at|entirely)|"
    r"(?:renewed|axed|cancell?ed|shelved|greenlit|picked up|recommissioned|commissioned)(?= (?:for|by|after|at)\b|[.,;:])|(?:given|got|gets|getting|landed|handed|lands) (?:an?|the|its) (?:[\w-]+[ -]){0,4}(?:season|series|green light|greenlight|series order|remake|sequel|spin-?off)\b|"
    r"(?:remade|adapted (?:by|for|into|as)|turned into an?|made into an?) |(?:draws on|comes from an? (?:[\w-]+ ){0,3}(?:novel|book|manga|webtoon|memoir|play|script|comic)|based on|adapted from)|"
    r"go(?:es|ing)? (?:into production|before the cameras)|went (?:into production|before the cameras)|(?:premieres?|debuts?|streams?|airs?|bows?) (?:on|in|at|globally|exclusively|worldwide)|(?:opens?|arrives?|land|lands|out|released) (?:in (?:theat(?:er|re)s|cinemas)|on (?:DVD|Netflix|digital|streaming|[A-Z][a-z]+ \d))|hits? (?:theat(?:er|re)s|cinemas|screens)"
    rf"|(?:booked|down|slated|dated|pencill?ed in|locked in|lined up) for {_DAY}|(?:debuts?|bows?|releases|comes out|goes out) (?:here |there |wide )?(?:on |in |from |this |next |over )?{_DAY})"
)
_IS_A = re.compile(
    rf"[\"”’'*]* (?:is|was|will be) (?:an?|the (?:first|second|third|latest|next)|his|her|their|its) (?:[\w’'-]+,? ){{0,4}}?(?:{_KINDS_OF_WORK}|spin-?off|sequel|prequel|remake|adaptation|dramedy|biopic)(?=[,.;:)]| (?:from|by|about|starring|with|that|which|directed|written|set|based|for|on|in|adapted|created|of|to)\b)"
)
_WHICH = re.compile(
    r"[\"”’'*]*,? which (?:(?:comes from|follows|tells (?:of|the)|centers on|centres on|revolves around|stars|co-stars|premieres|premiered|opens|opened|airs|aired|streams) |is (?:set|based|directed|written|about|by|from) )"
)
# "Lantern, from director Ann Lee, opens": only works are from somebody with a trade
_FROM = re.compile(
    r"[\"”’'*]*(?: \([^()\n]{2,40}\))?, from (?:[A-Z][\w.’'-]* (?:and [A-Z][\w.’'-]* )?)?(?:the )?(?:[\w-]+[ -]winning )?(?:writer|director|creator|film-?maker|producer|showrunner|author)"
)
_SEASON_OF = Sought(r"\b(?:[Ss]eason|[Ss]eries) (?:one|two|three|four|five|six|\d{1,2}) of [\"“‘'*]*$")
_NATIVE = re.compile(r"\s{0,2}\((?:[^\x00-\u02ff] ?){3}")
_WORK_BEFORE = Sought(
    rf"\b(?:{_OWNERS})['’]s? (?:(?:19|20)\d\d )?[\"“‘'*]*$"
    r"|\b(?:wrote|penned|created|co-created|co-wrote|scripted|adapted|helmed|quit|quits|quitting|axed from|written out of|killed off in|bows out of|bowed out of) [\"“‘'*]*$"
    rf"|\b(?:{_OWNERS}),? (?:at )?\d{{1,2}}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)? [\"“‘'*]*$"
    r"|(?:['’]s|[Tt]he|\b[Aa]|stage|hit) play [\"“‘'*]*$"
)
_WORK_BESIDE = Sought(
    rf"\bdirectorial debut, [\"“‘'*]*$|\b(?:first|second|third|fourth|debut|latest|last|new|next|previous|earlier|own|an?|another|[A-Z][\w.-]*['’]s?|her|his|their|its|upcoming|hit) (?:[\w-]+ ){{0,2}}{_KINDS_OF_WORK}, [\"“‘'*]*$"
    r"|\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:first|second|third|latest|last|next|previous|debut|breakthrough|new one), [\"“‘'*]*$|\b(?:original|remake|adaptation|sequel|prequel|pilot), [\"“‘'*]*$"
    r"|['’]s (?:first|second|third|latest|last|next|previous|debut|breakthrough|new one), [\"“‘'*]*$"
    r"|\b(?:starred|stars|starring|appeared|seen|title role|role|part|cameo|breakthrough|fame|featured) in [\"“‘'*]*$"
)


_ON_DAY = r"(?:(?:on |in |at |from |next |this |late |early |mid-?)*(?:[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]ept?\w*|[Oo]ct\w*|[Nn]ov\w*|[Dd]ec\w*|Jan|Feb|Apr|Aug|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|tonight|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|(?:spring|summer|autumn|fall|winter|week|month|year|Christmas|Easter|Diwali|Eid)\b))"
# "Harbor lands in September", "Kite has a date": what befalls works that come out, behind a name that is no person's
_COMES = re.compile(
    rf"[\"”’'*]*,? (?:which )?(?:finally |also |now |only |then )?(?:(?:lands|drops|bows|airs|starts|streams|debuts|premieres|is (?:out|due|set for|slated for|scheduled for|back|(?:now |being )?(?:moved|pushed|bumped|delayed|brought forward) to)|(?:moves|shifts|slips|slides|jumps)(?: back| up| forward)? (?:from|to)|hits (?:screens|cinemas|streaming)|goes out) {_ON_DAY}"
    r"|(?:has|have|gets|got) (?:a (?:release )?(?:date|home|trailer|teaser|poster)|the axe|its (?:date|trailer|teaser|poster))\b|(?:is|remains) still in the cutting room|is in the can\b|blew me away|is still (?:shooting|filming|in the edit|in post))"
)
_IN_HAND = Sought(  # "is cutting Kite", "has finished Kite": what is done by makers to works, before a name with nothing of a person
    r"\b(?:is|are|was|were|has|have|had|been|just|already|still|now) (?:cutting|editing|finish(?:ing|ed)|complet(?:ing|ed)|prepping|readying|cooking(?: up)?|scripting|developing|mixing|wrapped|reshooting|wrapping|post-producing) [\"“‘'*]*$"
)


def _set_in_capitals(text: str, c: Candidate, before: str) -> bool:
    """Whether capitals set a name off as a title: "Ann Lee's HARBOR", "THE HARBOR LIGHT (灯台)"."""
    if len(c.text.split()) > 2 and _NATIVE.match(text, c.outer[1]):  # noqa: PLR2004 - no person's name
        return True
    owned = before.endswith(("'s ", "’s ")) and len(c.text) > 4 and c.text not in lexicon.organizations()  # noqa: PLR2004 - no initials
    return owned and not text[c.sentence.start : c.sentence.end].isupper()


# "Harbor 2 will open in May": the number belongs to the title; "Harbor 2 million" is none
_NUMBER_ON = re.compile(
    r" (?:[2-9]|II|III|IV|V|VI)(?=[,.;:!?)’'\"”]|$| (?:will|is|was|has|had|opens?|hits?|sequel|to|and|for|in|with|from|on|gets?|also|stars|arrives|premieres|sees|star|director|cast|release|trailer|[a-z]+ed)\b)"
)
_COUNTED = frozenset(
    [
        "Season",
        "Series",
        "Part",
        "Episode",
        "Chapter",
        "Volume",
        "Vol",
        "Act",
        "Phase",
        "Book",
        "Top",
        "Day",
        "Week",
        "Level",
        "Stage",
        "No",
    ]
)


def with_numbers(document: Document, found: list[Candidate]) -> list[Candidate]:
    """Candidates whose titles go on with a number."""
    out: list[Candidate] = []
    for c in found:
        m = None if c.outer[1] != c.end else _NUMBER_ON.match(document.text, c.end)
        words = c.text.split()
        if (
            m is None
            or words[-1] in _COUNTED
            or c.text in lexicon.organizations()
            or words[-1].lower() in lexicon.MONTHS
            or personal(words)
        ):
            out.append(c)
        else:
            name = f"{c.text}{m.group()}"
            out.append(replace(c, end=m.end(), text=name, outer=(c.outer[0], m.end())))
    return out


def said_of_a_work(document: Document, c: Candidate, kind: str, *, heads: bool) -> bool:
    """Whether what is said at this place is said of works alone; `heads`: the name opens a line."""
    text, (start, end) = document.text, c.outer
    if c.text[-3:] in {"'ll", "’ll", "'re", "’re", "'ve", "’ve"}:  # "It'll air on"
        return False
    before = text[max(c.sentence.start, start - 90) : start]
    return (
        (heads and _SHOWN_BY.match(text, end) is not None)
        or (
            document.report.body <= start <= document.report.body + _ARTICLE_LENGTH
            and (_ON_CHANNEL.match(text, end) or _HEADING.match(text, end)) is not None
        )
        or _AIRS_ON.match(text, end) is not None
        or _SEASON_OF.compiled.search(before) is not None
        or (c.text.isupper() and _set_in_capitals(text, c, before))
        or ((kind in "NXC" or not personal(c.text.split())) and _says_it(document, c, kind, before))
        or (_stands_before(document, c, _WORK_BEFORE) and _GOES_WITH.match(text, end) is not None)
    )


def _says_it(document: Document, c: Candidate, kind: str, before: str) -> bool:
    """The same of a name that does not look like a person's."""
    text, end = document.text, c.outer[1]
    listed = before.endswith(" and ") and text[end : end + 1] == ","  # "with Ann Lee and Bo Kim, was shot in Rome"
    if not listed and any(
        said.match(text, end) for said in (SAID_TO_BE, _SEASONED, _STANDS_AT, _IS_A, _FROM, _WHICH, _COMES)
    ):
        return True
    if kind != "P" and _GOES_ON.match(text, end) and _stands_before(document, c, _IN_HAND):
        return True
    if kind not in "NXP":
        return False
    if kind != "P" and _IN_EPITHET.match(text, end) and _THE.search(before) and c.text not in lexicon.ambiguous():
        return True
    asked = _ASKED.match(text, end) is not None and _stands_before(document, c, _WHEN)  # "When is Harbor coming?"
    beside = asked or (_GOES_WITH.match(text, end) is not None and _stands_before(document, c, _WORK_BESIDE))
    return beside or (kind != "P" and _GOES_ON.match(text, end) is not None and _stands_before(document, c, _DONE_TO))


def shown_by(text: str, end: int) -> bool:
    """Whether behind a name its channel stands, with the hour or without: "Harbor, 9pm, BBC One"."""
    return _SHOWN_BY.match(text, end) is not None


_ARTICLE = re.compile(r"(?:[^\n]{2,24}: )?(?P<article>(?:The|A|An) )")


def with_article(text: str, c: Candidate) -> bool:
    """Give a name that opens its line behind an article that article; whether there is one."""
    article = _ARTICLE.fullmatch(text, text.rfind("\n", 0, c.outer[0]) + 1, c.outer[0])
    if article is None or c.quoted:
        return False
    c.start -= len(article["article"])
    c.text, c.outer = text[c.start : c.end], (c.start, c.outer[1])
    return True


def _stands_before(document: Document, c: Candidate, sought: Sought) -> bool:
    end = c.outer[0]
    return document.search(sought, max(c.sentence.start, end - 90), end) is not None
