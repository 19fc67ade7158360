"""Names that the text goes on about as works do, as in "Then there is Harbor. The series …" and "I liked Still. Ann Lee wrote it".

What a report says of a work it says of "the film" and "it", or of nothing named at all ("Ann Lee directs, Bo Kim stars"). Where
no work stands nearer before such words, the name that the sentence before turns on is the work, whatever its looks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import BODY, LISTING
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.notitles import INSTITUTIONS
from newsreel.reading.langs.en.tokens import personal
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence
    from newsreel.reading.langs.en.tokens import Candidate

Judged = dict[str, tuple[str, float, tuple[str, ...]]]

_LEAD, _SURE = 3.0, 1.0
_NOUNS = r"(?:film|movie|series|show|drama|comedy|thriller|picture|pic|flick|anime|sitcom|documentary|miniseries|serial|telenovela|feature|soap|doc|cartoon|adaptation)"
_MAKES = (
    r"(?:made|mak(?:es|ing)|direct(?:s|ed|ing)|wr(?:ites|ote|itten)|writing|adapt(?:s|ed|ing)|produc(?:es|ed|ing)|sho(?:t|oting)|penned|animat(?:es|ed)|creat(?:es|ed)|filmed|scor(?:es|ed)|lensed|lit|"
    r"fronts?|leads?|led|headlines?|carr(?:y|ies)|star(?:s|red)? in|(?:is|are|was|were|be) (?:\w+ )?in|appears? in|distribut(?:es|ed)|releas(?:es|ed)|bought|acquired|opens|streams|airs|has|have)"
)
# words that are said of a work that was named: "the film", "made it", "It was shot", "Its director", "six episodes"
_POINTS = Sought(
    rf"(?P<noun>\b[Tt](?:he|his) (?:[a-z-]+ ){{0,2}}?{_NOUNS}\b(?!['’]s? [A-Z]|,? [\"“‘'*A-Z]|[-–]| (?:of|festival|industry|business|critics?|trade|world|version|based|about|adaptation|called|titled|rights|that|which|in which|where)\b))"
    rf"|\b{_MAKES} (?:(?:all|half|most) of )?it\b(?! (?:was|is|to [a-z]+ that|that|clear|hard|easy|has))"
    r"|(?:^|[.?!;:,] (?:and |but )?)(?:It|it|This one)(?:['’]s)? (?:(?:was|is|will be|has been|had been|is being|also) (?:\w+ly |now |also )?)?(?:shot|filmed|made (?:by|in|for)|written by|directed by|produced by|adapted|based on|stars?\b|set in|follows|runs (?:to|for)|premieres?|opens|air(?:s|ed)|streams?|goes out|comes from|scripted|animated|out (?:on|in)|in (?:cinemas|post))"
    r"|\bIts (?:director|writer|star|stars|creator|cast|makers?|producers?|lead|leads|showrunner|screenwriter)\b"
    r"|(?:^|[.?!] )(?:\d{1,2}|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve) (?:episodes|eps|half-hours|hours)\b"
)
# what is said of people who make or play something that needs no name again: "Ann Lee directs.", "Bo Kim plays the vicar"
_DOES = re.compile(
    r" (?:also |both )?(?:directs|directed|produces|produced|stars|starred|co-wrote|wrote|writes|scripted)(?:[,.;]| (?:and|with|the (?:lot|script|scripts|screenplay|first|pilot)\b))|(?: and [A-Z][\w ’'-]+?)? (?:plays?|played|are|voices) the [a-z]+"
)
_CLAUSE_END = re.compile(r"[\"”’'*]*(?:[.?!;]|, (?:and|which|the|an?|whose|with|from)\b|:| (?:–|—) |$)")
_TURNS_ON = re.compile(
    r"\b(?:(?:there|that|this|it|next|has|one|week|up|first|last|then) (?:is|was)|['’]s|about|of|on|but|make it|watch(?:ed|ing)?|mentioned|has|have|had|called|liked?|loved?|than|try|recommend|enjoy(?:ed|ing)?|finish(?:ed)?|missed|sends|brings?|brought|with|for) (?:[Tt]he )?[\"“‘'*]?$"
)
_OWNED = re.compile(r"[A-Z][\w.’'&+-]*(?:['’]s|(?<=s)['’]) (?:[a-z-]+ ){0,3}[\"“‘'*]?$")
# What people and companies do, and no work: "Kessler sold the rights."
_ACTS = re.compile(
    r"[\"”’'*]* (?:has |have |had |also |will |would |is |was |to ){0,3}(?:says?|said|told|tells|sold|moved|bought|buys|added|thinks?|wants?|wanted|lives?|lived|knows?|joined|joins|plays?|played|playing|directs?|directed|directing|wrote|writes|writing|stars|starred|announced|sells|asked|hopes|hoped|met|makes|made|making|signed|agreed|married|died|born|talk(?:s|ed)|smiled|laughed|produces|produced|work(?:s|ed)|plans|and [A-Z])\b"
)
_VERB = re.compile(
    r"[\"”’'*]*(?:[?.!,]|,? (?:[a-z]+(?:s|ed)|will|can|may|might|went|came|took|left|got|won|ran|began|had|did|does|put|made|found|fell|kept|held|sold|hit|set)\b)"
)
_OPENERS = re.compile(
    r"[\"“‘'*•\-–— ]*(?:(?:And|But|Then|So|Or|First|Next|Last|Also|Finally|Still), ?|(?:And|But|Then|So) )?(?:The )?"
)
_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|who|whose|[Tt]hey|[Tt]heir)\b")
_CUT = re.compile(r"\b[A-Z][\w’'-]* (?:of|and|the|[&x]) (?:the |a )?$")  # "City of the Rising Sun"
_NO_TITLES = frozenset(
    ["nobody", "everybody", "everyone", "someone", "somebody", "anyone", "nothing", "something", "everything", "none", "neither", "both", "most", "some", "many", "few",
     "others", "another", "all", "plenty", "today", "tomorrow", "yesterday", "tonight", "elsewhere", "meanwhile", "nowadays", "sometimes", "perhaps", "maybe", "word", "rumour"]
)  # fmt: skip
_SHORT = 3  # letters: too few for a name met once


def antecedents(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Make works of names that the words behind them point back to, where no work is named between."""
    rows: dict[int, list[Candidate]] = {}
    for c in found:
        if lexicon.key(c.text) in judged:
            rows.setdefault(c.sentence.index, []).append(c)
    works = any(judged[lexicon.key(c.text)][0] == "W" for row in rows.values() for c in row)
    paragraph = -1
    for sentence in document.sentences:
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        if sentence.zone not in (BODY, LISTING) or not (opens or not works):
            continue
        row = rows.get(sentence.index, [])
        if any(judged[lexicon.key(c.text)][0] == "W" for c in row):
            continue
        about = [c for c in row if _may_be(judged, c) and _turns_on(document, c)]
        if len(about) == 1 and _goes_on(document, judged, rows, sentence, about[0]):
            judged[lexicon.key(about[0].text)] = ("W", _SURE, ("the text goes on about it as a work",))


def _goes_on(
    document: Document, judged: Judged, rows: dict[int, list[Candidate]], sentence: Sentence, c: Candidate
) -> bool:
    """Whether the rest of the sentence or the next one says what is said of a work named before."""
    here = document.search(_POINTS, c.outer[1], sentence.end)
    if here is not None and here["noun"] is None:
        return True
    if sentence.index + 1 == len(document.sentences):
        return False
    behind = document.sentences[sentence.index + 1]
    if behind.paragraph != sentence.paragraph:
        return False
    row = rows.get(behind.index, ())
    there = document.search(_POINTS, behind.start, behind.end)
    first = min([there.start()] if there else [], default=behind.end)
    if any(judged[lexicon.key(x.text)][0] == "W" and x.start < first for x in row):
        return False
    return there is not None or any(
        judged[lexicon.key(x.text)][0] == "P" and not x.owns and _DOES.match(document.text, x.outer[1]) for x in row
    )


def _may_be(judged: Judged, c: Candidate) -> bool:
    """Whether a name may be a title by its looks and its votes."""
    kind, lead, _ = judged[lexicon.key(c.text)]
    parts, low = c.text.split(), c.text.lower()
    if kind not in "NXC" or lead > _LEAD or c.quoted or c.owns or personal(parts) or len(low) < _SHORT or "." in low:
        return False
    if c.text in lexicon.organizations() or c.text in lexicon.places() or c.text in lexicon.festivals():
        return False
    if parts[-1] in lexicon.suffixes() or low in lexicon.word_list("label_words") or c.text in lexicon.adjectives():
        return False
    if not INSTITUTIONS.isdisjoint(parts) or low in _NO_TITLES or not lexicon.MONTHS.isdisjoint(low.split()):
        return False
    if low in lexicon.words("given") and low not in lexicon.words("common"):
        return False
    return not any(  # "Ritchie", whose full name the report has
        other != lexicon.key(c.text) and judged[other][0] == "P" and low in other.lower().split() for other in judged
    )


def _turns_on(document: Document, c: Candidate) -> bool:
    """Whether a sentence is about a name: it begins with it, ends with it, or somebody owns it there."""
    text, (start, end) = document.text, c.outer
    before = text[c.sentence.start : start]
    plain = c.text.split()[0].lower() in lexicon.words("common")
    if _OPENERS.fullmatch(before):
        if not _VERB.match(text, end) or (plain and c.text.endswith("ed")):
            return False
        return not (_ACTS.match(text, end) or (not plain and _PERSONAL.search(text, end, c.sentence.end)))
    if _CUT.search(before):
        return False
    if _OWNED.search(before):
        return not _ACTS.match(text, end)
    return bool(_CLAUSE_END.match(text, end) and _TURNS_ON.search(before))
