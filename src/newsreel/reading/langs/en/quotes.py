"""Titles set off by quotation marks or asterisks, and known titles that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from newsreel.reading.document import HEADLINE
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.tokens import SMALL, Candidate, personal, tokens_of
from newsreel.reading.needs import Sought

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

# Marks that open, one of which a sentence holds where anything is set off by them, and what is set off.
_OPENING = re.compile("[\"“‘'*_《〈『「]")
_QUOTES = (
    ('"', re.compile(r"(?:(?<=[\s(\[{—–\-/:;,])|(?<=^)|(?<=\A))[\"](?=\S)([^\"\n]{0,118}?\S)[\"](?=\W|$)")),
    ("“", re.compile(r"“(?=\S)([^“”\n]{0,118}?\S)”")),
    ("“", re.compile(r"“(?=\S)([^“”\n]{0,90}?[^“”\n\s])“(?=[\s,.;:)]|$)")),
    ("‘", re.compile(r"(?<![\w’'])‘(?=\S)([^‘’\n]{0,90}?[^‘’\n\s])‘(?=[\s,.;:)]|$)")),
    ("‘", re.compile(r"(?<![\w’'])[‘](?=\S)([^\n‘]{0,98}?\S)[’](?!\w)")),
    ("'", re.compile(r"(?<![\w’'])['](?=\S)([^\n]{0,98}?\S)['](?!\w)")),
    ("*", re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*\n]{1,90}?\S)\*{1,2}(?!\w)")),
    ("_", re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,90}?\S)_(?!\w)")),
    ("《〈『「", re.compile(r"[《〈『「](?=\S)([^》〉』」\n]{1,60})[》〉』」]")),
)
LONGEST_QUOTE_WORDS = 11
_INITIAL = re.compile(r"\b[A-Z]\.$")
_FIRST_NAME = re.compile(r"[A-Z][\w.’-]* $")
_LAST_NAME = re.compile(r" [A-Z][a-z]")
NICKNAME = re.compile(r" [\"“‘'][A-Z][\w-]+[\"”’'] ")


def title_like(text: str) -> bool:
    """Whether words between quotation marks may be a title: capitals throughout save for small words."""
    words = text.split()
    if not words or len(words) > LONGEST_QUOTE_WORDS:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "#[¡¿…" or ord(text[0]) > 0x2E80):  # noqa: PLR2004 - CJK begins
        return False
    plain = [w.strip("\"'“”‘’()[]{}.,:;!?…-–—&/+*#") for w in words]
    small = [w for w in plain if w and w[0].islower() and w.lower() not in SMALL]
    if not small:
        return text[-1] != "," or len(words) > 1
    return len(small) == 1 and len(plain) >= 3 and plain[-1] not in small and plain[1:2] != small  # noqa: PLR2004


def quoted(text: str, sentence: Sentence) -> tuple[list[Candidate], list[tuple[int, int]]]:
    """Titles between quotation marks or asterisks, and the spans of all else that is quoted (speech)."""
    found: list[Candidate] = []
    speech: list[tuple[int, int]] = []
    piece = text[sentence.start : sentence.end]
    opening = "".join(_OPENING.findall(piece))
    if not opening:
        return found, speech
    for marks, pattern in _QUOTES:
        if not any(mark in opening for mark in marks):
            continue
        for m in pattern.finditer(piece):
            a, b = m.span(1)
            inner = m.group(1)
            while (inner and inner[-1] in ",;") or (inner.endswith(".") and not _INITIAL.search(inner)):
                inner = inner[:-1]
                b -= 1
            if inner.endswith(("'s", "’s")) and " " not in inner and _SMALL.match(piece, m.end()):  # "Harbor's" makers
                inner, b = inner[:-2], b - 2
            outer = (sentence.start + m.start(), sentence.start + m.end())
            if any(c.outer[0] < outer[1] and outer[0] < c.outer[1] for c in found) or _nickname(text, inner, outer):
                continue
            listed = [part.split() for part in inner.split(", ")]
            if (
                inner
                and (title_like(inner) or _called(text, inner, outer[0]))
                and not (len(listed) > 1 and any(map(personal, listed)))
                and not _spoken(text, *outer)
            ):
                found.append(
                    Candidate(
                        sentence.start + a, sentence.start + b, inner, sentence, m.group()[0], a <= 1, outer=outer
                    )
                )
            else:
                speech.append(outer)
    return found, speech


_KIND_BEFORE = re.compile(
    r"\b(?:film|movie|series|drama|sitcom|telenovela|soap|thriller|comedy|blockbuster|documentary|short|feature|titled|entitled|called|flick|show|anime|K-drama|miniseries|webseries|web series),? $",
    re.IGNORECASE,
)
_LONGEST = 8  # words
_SMALL = re.compile(r" [a-z]")


def _called(text: str, inner: str, start: int) -> bool:
    """Whether quoted words with small letters are a title all the same: a type word stands before them ("the film 'The guest I knew'")."""
    words = inner.split()
    if not inner[:1].isupper() or not 1 < len(words) <= _LONGEST or inner[-1] in ".,":
        return False
    return _KIND_BEFORE.search(text, max(0, start - 24), start) is not None


_SAID = r"(?:said|says|posted|tweeted|told|added|adds|joked|quipped|captioned|replied|laughed|screamed|shouted|yelled|cried|asked|insisted|exclaimed|recalled)\b"
_SAID_BEHIND = re.compile(
    rf"(?:(?<=[,!?][\"”’'])|(?<=[\"”’'],)) (?:(?:he|she|they|I|we|somebody|someone|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|(?:the|a|one|his|her) [\w-]+(?: [\w-]+)?) )(?:\w+ )?{_SAID}"
)
_SAID_BEFORE = re.compile(rf"\b{_SAID.removesuffix(chr(92) + 'b')}(?: out| back)?[,:]? $")


def _spoken(text: str, start: int, end: int) -> bool:
    """Whether what is set off is speech: "Not again!" she said; he tweeted "Day one"."""
    before, behind = text[max(0, start - 20) : start], text[max(0, end - 2) : end + 60]
    at = min(2, end)
    if behind[at : at + 1] == ",":
        at += 1
    return _SAID_BEFORE.search(before) is not None or _SAID_BEHIND.match(behind, at) is not None


def _nickname(text: str, inner: str, outer: tuple[int, int]) -> bool:
    """Whether a quoted word stands inside a name: Ann "Birdie" Lee."""
    a, b = outer
    return (
        " " not in inner
        and _LAST_NAME.match(text, b) is not None
        and _FIRST_NAME.search(text, max(0, a - 20), a) is not None
    )


@cache
def _known_titles() -> tuple[AhoCorasick, tuple[str, ...]]:
    famous = (t for t in lexicon.famous() if not t.isalpha() and len(t) > 4)  # noqa: PLR2004 - "War 2"
    rows = tuple(sorted({*famous, *(t for t in lexicon.titles() if " " in t and len(t) > 7)}))  # noqa: PLR2004 - short ones are words
    return AhoCorasick(list(rows), matchkind=MatchKind.LeftmostLongest), rows


_ARTICLE = re.compile(r"(?:The|THE|A|An) $")
_NUMBER_BEHIND = re.compile(r" (?:\d{1,2}|II|III|IV|V|VI)(?![\w.,:]\d|\w)(?! (?:million|percent|years?|episodes?))")
_GOES_ON = re.compile(r":? [A-Z][\w'’]+")


_LONGER = re.compile(r"(?!The |A |An )(?:[A-Z][\w’'-]* ){1,3}")


def known_titles(document: Document) -> dict[int, list[Candidate]]:
    """Known titles of several words, where the text writes them with capitals, by the numbers of their sentences."""
    finder, _ = _known_titles()
    text, plain = document.text, document.text.replace("’", "'")
    found: dict[int, list[Candidate]] = {}
    for _, a, b in finder.find_matches_as_indexes(document.low.replace("’", "'")):
        sentence = document.sentence_at(a)
        if sentence is None or b > sentence.end:
            continue
        if (a > sentence.start and (plain[a - 1].isalnum() or plain[a - 1] in "-'")) or (
            b < sentence.end and (plain[b].isalnum() or plain[b] == "-")
        ):
            continue
        words = plain[a:b].split()
        as_written = plain[a:b] in lexicon.famous().get(plain[a:b].lower(), ())  # "La casa de papel"
        if (not as_written and not all(w[0].isupper() or not w[0].isalpha() or w.lower() in SMALL for w in words)) or (
            not words[0][0].isupper() and not words[0][0].isdigit()
        ):
            continue
        if (
            personal(words)
            or all(w.lower() in SMALL for w in words)
            or (words[0].lower() in lexicon.MONTHS and words[1][0].isdigit())
            or plain[a:b] in lexicon.organizations()
            or plain[a:b] in lexicon.places()
        ):
            continue
        if a > sentence.start and text[b : b + 1] in {"", "\n"} and _LONGER.fullmatch(text, sentence.start, a):
            continue  # a line of its own is a title as a whole
        article = _ARTICLE.search(plain[max(sentence.start, a - 4) : a])
        start, end = a - len(article.group() if article else ""), b  # the article belongs to the title
        number = _NUMBER_BEHIND.match(text[end : end + 8])
        if number:
            end += number.end()
        if sentence.zone != HEADLINE and _GOES_ON.match(text[end : end + 20]):
            continue
        owns = text[end : end + 2] in {"'s", "’s"}
        one = Candidate(start, end, text[start:end], sentence, "", start == sentence.start, owns, (start, end))
        found.setdefault(sentence.index, []).append(one)
    return found


_BRACKET = Sought(r"(?<=[\w.’'”\"!?] )\( ?([^()\n\"“”‘]{3,90}?) ?\)")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]*[!?\"”]? $")
_OWNER = re.compile(r"^([A-Z][\w+]*(?: [A-Z][\w+]*){0,2})['’]s? (?=[A-Z])")
_NO_CREDIT = re.compile(
    r"(?:Coming|Available|Streaming|Premiering|Airing|Now|Season|Series|Episode|Part|Best|Week|Day|No|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.? "
)


def bracketed_titles(document: Document, sentence: Sentence, taken: list[Candidate]) -> list[Candidate]:
    """Names of several words that fill a bracket behind a name, or one place of a list there: cut nowhere within."""
    text = document.text
    found: list[Candidate] = []
    for m in document.matches(_BRACKET, sentence):
        if not _NAME_BEFORE.search(text[max(sentence.start, m.start() - 30) : m.start()]):
            continue
        at = m.start(1)
        for piece in re.split(r"([,;/] ?)", m.group(1)):
            start, at = at, at + len(piece)
            owner = _OWNER.match(piece)
            if owner and (
                owner[1] in lexicon.organizations() or owner[1].removeprefix("The ") in lexicon.organizations()
            ):
                start += owner.end()
            words = text[start:at].split()
            whole = " ".join(words)
            if (
                len(words) < 2  # noqa: PLR2004 - one word is cut nowhere
                or text[start:at] != whole
                or not title_like(whole)
                or personal(words)
                or _two_names(whole)
                or whole in lexicon.organizations()
                or _NO_CREDIT.match(whole)
                or words[-1] in lexicon.suffixes()
                or any(c.outer[0] < at and start < c.outer[1] for c in taken)
            ):
                continue
            found.append(Candidate(start, at, whole, sentence, outer=(start, at), tokens=tokens_of(text, start, at)))
    return found


def _two_names(whole: str) -> bool:
    """Whether two people or two places are joined: "Ann Lee and Bo Kim"."""
    parts = re.split(r" (?:and|&) ", whole)
    return len(parts) == 2 and any(personal(part.split()) or part in lexicon.places() for part in parts)  # noqa: PLR2004 - a pair


# "a spin-off of Les Portes grises, the 2010 French comedy": a title that goes on in small letters of another language.
_FOREIGN = Sought(
    r"\b(?:film|series|drama|comedy|of|on|from) (?P<title>(?:Les|Le|La|Los|Las|El|Il|Lo|Das|Der|Die|Un|Une|Una) "
    r"[A-ZÀ-ÖØ-Ý][\w’'-]+(?P<rest>(?: [a-zà-öø-ÿ][\w’'-]+){1,3}))(?=,| by |[.;)]|$)"
)


def foreign_titles(document: Document, sentence: Sentence, taken: list[Candidate]) -> list[Candidate]:
    """Titles in another language, behind a type word or what is made of them, whose second word is small."""
    found = []
    for m in document.matches(_FOREIGN, sentence):
        start, end = m.span("title")
        if any(word in lexicon.words("common") for word in m["rest"].split()) or any(
            c.outer[0] < end and start < c.outer[1] for c in taken
        ):
            continue
        found.append(Candidate(start, end, m["title"], sentence, '"', False, False, (start, end)))  # noqa: FBT003 - fields in their order
    return found + _in_sentence_case(document, sentence, [*taken, *found])


# "El secreto de la isla is on Netflix": an article with a capital and words that English has not, as other languages write their titles
_ARTICLE_ABROAD = Sought(
    r"(?<![\w’'.-])(?:El|La|Los|Las|Il|Lo|Gli|Le|Les|Un|Una|Une|Der|Die|Das)(?P<words>(?: [^\W\d_][\w’'-]*){1,7})"
)
_WORDS_ABROAD = frozenset(
    "de del della dei delle di da do dos das du des la las los le les el il lo gli y e en con sin por para que che un una uno une al su sus mi tu se non per au aux sur sans et ou der die den dem und im von zu mit".split()  # noqa: SIM905 - reads better
)


def _in_sentence_case(document: Document, sentence: Sentence, taken: list[Candidate]) -> list[Candidate]:
    found = []
    common = lexicon.words("common")
    for m in document.matches(_ARTICLE_ABROAD, sentence):
        words = m["words"].split()
        kept = 0
        while kept < len(words) and (
            words[kept] in _WORDS_ABROAD or (words[kept] not in common and words[kept].islower())
        ):
            kept += 1
        while kept and words[kept - 1] in _WORDS_ABROAD:
            kept -= 1
        if not kept or words[0] in common or (words[0] in _WORDS_ABROAD and kept == 1):
            continue
        start = m.start()
        title = document.text[start : m.start("words")] + "".join(f" {word}" for word in words[:kept])
        end = start + len(title)
        if document.text[start:end] == title and not any(c.outer[0] < end and start < c.outer[1] for c in taken):
            owns = document.text[end : end + 2] in {"'s", "’s"}
            found.append(Candidate(start, end, title, sentence, "foreign", start == sentence.start, owns, (start, end)))
    return found


_SUBTITLE = re.compile(r": [A-Z]")


def _places(text: str, name: str, start: int, end: int) -> Iterator[int]:
    """Where a name stands in a stretch of a text, no part of a longer one."""
    at = text.find(name, start, end)
    while at >= 0:
        behind = at + len(name)
        before, after = text[at - 1 : at] if at > start else "", text[behind : behind + 1] if behind < end else ""
        inside = before.isalnum() or before in {"_", "’", "'", "-"} or after.isalnum() or after in {"_", "-"}
        if not inside and _SUBTITLE.match(text, behind, end) is None:
            yield at
            at = text.find(name, behind, end)
        else:
            at = text.find(name, at + 1, end)


def repeated_titles(
    document: Document, sentence: Sentence, names: list[str], taken: list[Candidate]
) -> list[Candidate]:
    """Titles that stand in quotation marks elsewhere in the report (longest first), where the text writes them without."""
    text = document.text
    found: list[Candidate] = []
    for name in names:
        # "Harbor: The Movie" is another work than Harbor.
        for at in _places(text, name, sentence.start, sentence.end):
            start, end = at, at + len(name)
            article = re.search(r"\b(?:The|A|An) $", text[max(sentence.start, start - 4) : start])
            if article and not name.startswith(("The ", "A ", "An ")):
                start -= len(article.group())
            if not any(c.outer[0] < end and start < c.outer[1] for c in (*taken, *found)):
                owns = text[end : end + 2] in {"'s", "’s"}
                found.append(
                    Candidate(start, end, text[start:end], sentence, "", at == sentence.start, owns, (start, end))
                )
    return found


_PARTS = Sought(
    r"(?:[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3})(?:, (?:and )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3}){1,4}(?![\w'’])"
)
_NUMBERED = Sought(
    r"(?<![\w.,$£€-])([12]\d{3}|\d{2,3}), (?:the|an?|his|her|their|its) (?:new|upcoming|forthcoming|next) (?:[\w’'-]+ ){0,4}(?:series|drama|film|movie|miniseries|thriller|comedy|show|sequel|prequel)\b"
)


def listed_titles(document: Document, sentence: Sentence, taken: list[Candidate]) -> list[Candidate]:
    """Titles with commas, told by being met again word for word ("The Fox, The Owl, The Hen"); titles that are numbers."""
    text = document.text
    found: list[Candidate] = []
    for m in document.matches(_PARTS, sentence):
        parts = re.split(r", (?:and )?", m.group())
        if text.count(m.group()) < 2 or any(  # noqa: PLR2004 - met again
            text.count(p) != text.count(m.group())
            or personal(p.split())
            or p in lexicon.organizations()
            or p in lexicon.places()
            for p in parts
        ):
            continue
        found.append(Candidate(*m.span(), m.group(), sentence, "listed", m.start() == sentence.start, outer=m.span()))
    found += [
        Candidate(*m.span(1), m[1], sentence, "number", outer=m.span(1)) for m in document.matches(_NUMBERED, sentence)
    ]
    return [c for c in found if not any(t.outer[0] < c.end and c.start < t.outer[1] for t in taken)]
