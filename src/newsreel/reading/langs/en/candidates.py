"""Where names may stand: quoted titles and runs of capitals, cut where two names meet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from newsreel.reading.document import BODY, FURNITURE, HEADLINE
from newsreel.reading.langs.en import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Sentence

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,9}|[^\W_]+(?:[’'\-‑.·&/][^\W_]+)*\+?|[&+]")
_QUOTES = (
    re.compile(r"(?:(?<=[\s(\[{—–\-/:;,])|(?<=^)|(?<=\A))[\"](?=\S)([^\"\n]{0,118}?\S)[\"](?=\W|$)"),
    re.compile(r"“(?=\S)([^“”\n]{0,118}?\S)”"),
    re.compile(r"(?<![\w’'])[‘](?=\S)([^\n‘]{0,98}?\S)[’](?!\w)"),
    re.compile(r"(?<![\w’'])['](?=\S)([^\n]{0,98}?\S)['](?!\w)"),
    re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*\n]{1,90}?\S)\*{1,2}(?!\w)"),
    re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,90}?\S)_(?!\w)"),
    re.compile(r"[《〈『「](?=\S)([^》〉』」\n]{1,60})[》〉』」]"),
)
SMALL = frozenset(
    ["of", "the", "a", "an", "in", "on", "at", "to", "for", "with", "and", "or", "from", "by", "de", "la", "le", "du", "des", "del", "der", "den", "van", "von", "y", "e", "o", "el", "en", "vs", "as", "into", "is", "it", "not", "who", "be", "que", "&", "no", "off", "up", "over", "that"]
)
_PREPOSITIONS = frozenset(["of", "in", "on", "at", "to", "for", "with", "from", "by", "and", "&", "or", "vs", "as", "into", "over"])
_ARTICLES = frozenset(["the", "a", "an", "my", "your", "his", "her", "their", "our", "its", "this", "that"])
_PARTICLES = frozenset(["no", "de", "da", "di", "del", "della", "der", "den", "van", "von", "la", "le", "du", "dos", "bin", "ibn", "al", "el", "y", "ter", "ten"])
ABBREVIATED = frozenset(
    ["Mr", "Mrs", "Ms", "Dr", "Jr", "Sr", "St", "Bros", "Inc", "Ltd", "Co", "Vol", "No", "NO", "Lt", "Sgt", "Capt", "Col", "Gen", "Rev", "Prof", "Det", "Mt", "Ft"]
)
HONORIFICS = frozenset(["Mr", "Mrs", "Ms", "Miss", "Mr.", "Mrs.", "Ms.", "Sir", "Dame", "Lord", "Lady"])
_LABELS = frozenset(
    ["dist", "dists", "sales", "uk", "us", "int'l", "co", "cos", "intl", "director", "directors", "cast", "starring", "stars", "writer", "writers", "screenplay", "script", "series", "scr", "dir", "dirs", "prod", "prods", "producer", "producers", "staff", "music", "composer", "character", "design", "animation", "studio", "studios", "distributor", "sales", "locs", "location", "locations", "shoot", "release", "genre", "synopsis", "logline", "status", "exec", "execs", "credits", "photography", "production", "company", "network", "platform", "original", "work", "story", "screenwriter", "screenwriters", "creator", "creators", "showrunner", "showrunners", "eps", "ep", "dop", "also", "language", "country", "premiere", "title", "episodes", "runtime", "episode", "season", "part", "chapter", "volume", "exclusive", "breaking", "update", "spoiler", "watch", "review", "pilot", "casting", "update", "news", "note", "source", "sources", "photo", "photos"]
)
_END = ".,;:!?…"
LONGEST_QUOTE_WORDS = 11


@dataclass(slots=True)
class Token:
    """A word of a sentence; `text` without a possessive ending, which `owns` tells of; offsets of the stored text."""

    start: int
    end: int
    text: str
    owns: bool = False
    capital: bool = False


@dataclass(slots=True)
class Candidate:
    """Words that may be a name. `quoted` is how it was set off ("", a quotation mark, "*"); `initial`: it begins a sentence."""

    start: int
    end: int
    text: str
    sentence: Sentence
    quoted: str = ""
    initial: bool = False
    owns: bool = False
    outer: tuple[int, int] = (0, 0)
    tokens: list[Token] = field(default_factory=list)


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
    for pattern in _QUOTES:
        for m in pattern.finditer(piece):
            a, b = m.span(1)
            inner = m.group(1)
            while (inner and inner[-1] in ",;") or (inner.endswith(".") and not re.search(r"\b[A-Z]\.$", inner)):
                inner = inner[:-1]
                b -= 1
            outer = (sentence.start + m.start(), sentence.start + m.end())
            if any(c.outer[0] < outer[1] and outer[0] < c.outer[1] for c in found) or _nickname(text, inner, outer):
                continue
            if inner and title_like(inner):
                found.append(
                    Candidate(
                        sentence.start + a, sentence.start + b, inner, sentence, m.group()[0], a <= 1, outer=outer
                    )
                )
            else:
                speech.append(outer)
    return found, speech


_NICKNAME = re.compile(r" [\"“‘'][A-Z][\w-]+[\"”’'] ")


def _nickname(text: str, inner: str, outer: tuple[int, int]) -> bool:
    """Whether a quoted word stands inside a name: Ann "Birdie" Lee."""
    a, b = outer
    return (
        " " not in inner
        and bool(re.search(r"[A-Z][\w.’-]* $", text[max(0, a - 20) : a]))
        and bool(re.match(r" [A-Z][a-z]", text[b : b + 3]))
    )


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of text."""
    out: list[Token] = []
    for m in TOKEN.finditer(text, start, end):
        word = m.group()
        a, b = m.span()
        owns = False
        if word.endswith(("'s", "’s")):
            word, b, owns = word[:-2], b - 2, True
        elif word[-1] in "sSzx" and text[b : b + 1] in {"'", "’"} and not text[b + 1 : b + 2].isalnum():
            owns = True
        if text[b : b + 1] == "." and (word in ABBREVIATED or (len(word) == 1 and word.isupper() and word != "I")):
            word, b = word + ".", b + 1
        out.append(Token(a, b, word, owns, word[0].isupper() or (len(word) > 3 and any(c.isupper() for c in word[1:]))))  # noqa: PLR2004 - "iLembe", "9JKL"
    return out


def bare(document: Document, sentence: Sentence, taken: list[tuple[int, int]]) -> list[Candidate]:
    """Runs of capitals outside the spans in `taken`."""
    text = document.text
    found: list[Candidate] = []
    here = sentence.start
    for a, b in [*sorted(taken), (sentence.end, sentence.end)]:
        if a > here:
            found.extend(_runs(text, tokens_of(text, here, a), sentence, document.notes["within"]))
        here = max(here, b)
    return found


def _runs(text: str, tokens: list[Token], sentence: Sentence, within: set[str]) -> list[Candidate]:
    found: list[Candidate] = []
    i, n = 0, len(tokens)
    while i < n:
        if not _begins(tokens, i, text, sentence):
            i += 1
            continue
        j = i + 1
        while j < n:
            step = _joins(text, tokens, i, j)
            if not step:
                break
            j += step
        run = tokens[i:j]
        i = j
        run = _trim(run, text, sentence, within)
        if run:
            found.append(_candidate(text, run, sentence))
    return found


def _begins(tokens: list[Token], i: int, text: str, sentence: Sentence) -> bool:
    token = tokens[i]
    if token.capital:
        return True
    return (
        token.text.isdigit()
        and i + 1 < len(tokens)
        and tokens[i + 1].capital
        and _gap(text, token, tokens[i + 1]) == " "
        and (
            len(token.text) < 4
            and tokens[i + 1].text.lower() not in lexicon.MONTHS
            and token.start > sentence.start
        )
    )


def _gap(text: str, left: Token, right: Token) -> str:
    return text[left.end : right.start]


def _joins(text: str, tokens: list[Token], first: int, j: int) -> int:
    """How many tokens from `j` on go on with the run that ends before it; 0 when the run ends there."""
    last, token = tokens[j - 1], tokens[j]
    gap = _gap(text, last, token)
    if last.owns and not _possessive_title(text, tokens, first, j):
        return 0
    if gap in ("'s ", "’s ", "' ", "’ "):
        gap = " "
    if (
        token.capital
        and j + 1 < len(tokens)
        and tokens[j + 1].capital
        and gap in (' "', " “", " ‘", " '")
        and _NICKNAME.fullmatch(text[last.end : tokens[j + 1].start])
    ):
        return 2
    if gap == " ":
        if token.capital:
            return 1
        if token.text.isdigit():
            return 1 if last.capital and last.text.lower() not in lexicon.MONTHS and len(token.text) <= 4 else 0  # noqa: PLR2004
        return _connects(text, tokens, first, j)
    if gap in (": ", " - ", " – ") and token.capital:
        return 1 if _subtitle(text, tokens, first, j, gap) else 0
    return 0


def _subtitle(text: str, tokens: list[Token], first: int, j: int, gap: str) -> bool:
    """Whether "A: B" is a title with its subtitle, not a label, a cast line or a speaker."""
    left = [t.text for t in tokens[first:j]]
    right = [t.text for t in tokens[j : j + 2]]
    if left[0].lower() in _LABELS or left[-1].lower() in _LABELS or personal(left) or personal(right):
        return False
    start = tokens[first].start
    line = text.rfind("\n", 0, start) + 1
    opening = not text[line:start].strip(" \t•*-–—\"“'‘")
    whole = text[start : tokens[j].end]
    if opening and gap == ": ":
        return text.count(whole) > 1 or bool(
            re.match(r"[^\n:;]{4,60}? [(a-z]", text[tokens[j].start : tokens[j].start + 70])
        )
    if opening or gap != ": ":
        return text.count(whole) > 1
    return left[0].lower() not in lexicon.FUNCTION or len(left) > 1


def _sentence_start(text: str, start: int) -> bool:
    return not text[max(0, start - 3) : start].strip(" \n\"'“‘") or text[:start].rstrip(" \"'“‘")[-1:] in ".!?:;\n•"


def _possessive_title(text: str, tokens: list[Token], first: int, j: int) -> bool:
    """Whether "X's" goes on as a title ("Winter's Bone") rather than naming its owner ("Ashby's Harbor")."""
    if personal([t.text for t in tokens[j : j + 2]]):
        return False
    if j - first > 2 or not tokens[j].capital:  # noqa: PLR2004 - "The Handmaid's Tale" has two words before
        return False
    word = tokens[j - 1].text.lower()
    common = lexicon.words("common")
    if tokens[j - 1].text in lexicon.organizations() or tokens[j - 1].text in lexicon.places():
        return False
    if j - first == 2:  # noqa: PLR2004
        behind = [t.text.lower() for t in tokens[j : j + 3] if t.capital]
        return tokens[first].text in {"The", "A", "My"} and all(
            w in common and w not in lexicon.words("given") for w in behind
        )
    if word in common and word not in lexicon.words("given") and word not in lexicon.words("family"):
        return True
    right = [t for t in tokens[j : j + 3] if t.capital]
    once = text.count(tokens[j - 1].text) == text.count(text[tokens[j - 1].start : tokens[j].end])
    return (
        once
        and bool(right)
        and all(t.text.lower() in common and t.text.lower() not in lexicon.words("given") for t in right)
    )


def _connects(text: str, tokens: list[Token], first: int, j: int) -> int:
    """How many small words and the capital behind them ("of", "of the", "in the") belong to the run."""
    small = tokens[j].text
    k = j + 1
    if (
        small in {"the", "a", "an", "but"}
        and k < len(tokens)
        and tokens[k].capital
        and _gap(text, tokens[j], tokens[k]) == " "
    ):
        last = tokens[j - 1].text
        left = [t.text for t in tokens[first:j]]
        known = " ".join(left) in lexicon.organizations() or personal(left) or last in lexicon.adjectives()
        starts = tokens[first].text.lower() in lexicon.FUNCTION and not text[: tokens[first].start].rstrip(
            " \"'“‘"
        ).endswith((",", "'s", "’s", "in", "of"))
        return 0 if known or (starts and len(left) == 1 and _sentence_start(text, tokens[first].start)) else 2
    if small in _PARTICLES and k < len(tokens) and tokens[k].capital and _gap(text, tokens[j], tokens[k]) == " ":
        return 2 if tokens[j - 1].text.lower() not in lexicon.FUNCTION else 0
    if small in _PARTICLES and k + 1 < len(tokens) and tokens[k].text in _PARTICLES and tokens[k + 1].capital:
        return 3
    if small not in _PREPOSITIONS or k >= len(tokens) or _gap(text, tokens[j], tokens[k]) != " ":
        return 0
    left = [t.text for t in tokens[first:j]]
    if tokens[k].text in _ARTICLES:
        if k + 1 >= len(tokens) or not tokens[k + 1].capital or _gap(text, tokens[k], tokens[k + 1]) != " ":
            return 0
        return 3 if _title_goes_on(left, small, tokens[k + 1].text, article=True) else 0
    if not tokens[k].capital:
        return 0
    return 2 if _title_goes_on(left, small, tokens[k].text, article=False) else 0


def _title_goes_on(left: list[str], small: str, right: str, *, article: bool) -> bool:
    whole = " ".join(left)
    known = whole in lexicon.organizations() or whole in lexicon.places() or whole in lexicon.adjectives()
    if known or personal(left):
        return False
    if small == "of":
        return right.lower() not in lexicon.MONTHS
    if small == "&":
        return right not in lexicon.organizations() and len(left) <= 2  # noqa: PLR2004
    first = left[0].lower()
    if first in lexicon.FUNCTION and first not in {
        "the",
        "a",
        "my",
        "all",
        "no",
        "once",
        "how",
        "what",
        "when",
        "where",
    }:
        return False
    plain = [
        w for w in (*left, right) if w.lower() in lexicon.words("common") and w.lower() not in lexicon.words("given")
    ]
    if article:
        return small in {"in", "on", "at", "from", "to", "and", "for", "with"} and len(plain) >= 2 and len(left) <= 6  # noqa: PLR2004
    common = lexicon.words("common")
    if (
        all(w.lower() in common and w.lower() not in lexicon.words("given") for w in (*left, right))
        and first not in lexicon.FUNCTION
    ):
        return True
    if small == "and":
        return len(plain) == len(left) + 1
    if small == "in" and len(left) >= 2 and len([w for w in left if w.lower() in lexicon.words("common")]) == len(left):  # noqa: PLR2004
        return True
    return small in {"in", "on", "to", "for", "from", "with"} and len(left) > 1 and len(plain) > len(left)


def personal(parts: list[str]) -> bool:
    """Whether words look like a person's full name: a known given name first, or a Korean name with its hyphen."""
    if len(parts) < 2 or len(parts) > 4:  # noqa: PLR2004 - two to four parts
        return False
    first, last = parts[0].lower(), parts[-1].lower()
    given, family, common = lexicon.words("given"), lexicon.words("family"), lexicon.words("common")
    if first in given and (last in family or last not in common or first not in common):
        return parts[0] not in {"The", "A"}
    return "-" in last and first in family


def _trim(run: list[Token], text: str, sentence: Sentence, within: set[str]) -> list[Token]:
    """The run without sentence-initial words that are no part of a name, and without small words at its end."""
    while run and (
        (run[-1].text in SMALL and not run[-1].capital) or (len(run) > 1 and _SEASON.fullmatch(run[-1].text))
    ):
        run = run[:-1]
    while run and _is_opening(run, text, sentence, within):
        run = run[1:]
        while run and not run[0].capital and not run[0].text.isdigit():
            run = run[1:]
    return run


_SEASON = re.compile(r"[Ss]\d{1,2}|Season|Series")
_LINE = re.compile(r"(?:^|\n)[^\n]{0,24}[–—-] $|(?:^|\n)\W*$")


def _is_opening(run: list[Token], text: str, sentence: Sentence, within: set[str]) -> bool:
    word = run[0].text.lower()
    before = text[sentence.start : run[0].start].rstrip(" \t\"'“‘([*")
    begins = not before.strip("•*–—-·|") or before[-1] in ".!?:;—–|•·-"
    if run[0].text == "I" and not begins and len(run) > 2:  # noqa: PLR2004 - "I Want To Eat"
        return False
    if run[0].text in {"I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "OK"}:
        return True
    if not begins or run[0].text in lexicon.organizations():
        return False
    if word in lexicon.FUNCTION:
        return True
    whole, rest = text[run[0].start : run[-1].end], text[run[min(1, len(run) - 1)].start : run[-1].end]
    if len(run) > 1 and not personal([t.text for t in run[1:]]):
        n = text.count(rest)
        if n > 1 and n == text.count(whole):
            return False
        if _LINE.search(text[max(0, run[0].start - 30) : run[0].start]) and re.match(
            r"[.,:]? ?(?:\(|\n|$)|\. [A-Z]|, dir", text[run[-1].end : run[-1].end + 8]
        ):
            return False
    if word in within and (len(run) == 1 or word not in lexicon.words("common")):
        return False
    if len(run) == 1:
        return (word in lexicon.words("common") and word not in lexicon.words("given")) or word.endswith(("ing", "ly"))
    if word in lexicon.words("common") and word not in lexicon.words("given"):
        return personal([t.text for t in run[1:]]) or run[1].text in lexicon.organizations() or not run[1].capital
    return False


def _candidate(text: str, run: list[Token], sentence: Sentence) -> Candidate:
    start, end = run[0].start, run[-1].end
    if text[end : end + 1] == "!" and text[end + 1 : end + 3].strip()[:1].islower():
        end += 1
    initial = not text[sentence.start : start].strip(" \t\"'“‘([•*–—-")
    return Candidate(start, end, text[start:end], sentence, "", initial, run[-1].owns, (start, end), run)


_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*((?:[A-Z][A-Z.’' ]{2,}|[A-Z][\w’' ]{2,24})(?:, [A-Z][\w. ]{1,18})?(?: ?/ ?[A-Z][A-Z ]+)*)(?: \([A-Z][\w ]*\))? ?(?:--|–|—|-) (?=[A-Z\"“])"
)
_WITHIN = re.compile(r"(?<=[a-z,;] )[^\W\d_a-z][\w-]+")


@cache
def _known_titles() -> tuple[AhoCorasick, tuple[str, ...]]:
    rows = tuple(sorted(t for t in lexicon.titles() if " " in t and len(t) > 7))  # noqa: PLR2004 - short ones are words
    return AhoCorasick(list(rows), matchkind=MatchKind.LeftmostLongest), rows


def _known(document: Document, sentence: Sentence) -> list[Candidate]:
    """Known titles of several words, where the text writes them with capitals."""
    finder, _ = _known_titles()
    text = document.text
    piece = text[sentence.start : sentence.end].replace("’", "'")
    found = []
    for _, a, b in finder.find_matches_as_indexes(piece.lower()):
        if (a and (piece[a - 1].isalnum() or piece[a - 1] in "-'")) or (
            b < len(piece) and (piece[b].isalnum() or piece[b] == "-")
        ):
            continue
        words = piece[a:b].split()
        if (
            not all(w[0].isupper() or not w[0].isalpha() or w.lower() in SMALL for w in words)
            or (not words[0][0].isupper()
            and not words[0][0].isdigit())
        ):
            continue
        if (
            personal(words)
            or all(w.lower() in SMALL for w in words)
            or piece[a:b] in lexicon.organizations()
            or piece[a:b] in lexicon.places()
        ):
            continue
        article = re.search(r"(?:The|THE|A|An) $", piece[max(0, a - 4) : a])
        if article:
            a -= len(article.group())  # noqa: PLW2901 - the article belongs to the title
        start, end = sentence.start + a, sentence.start + b
        number = re.match(
            r" (?:\d{1,2}|II|III|IV|V|VI)(?![\w.,:]\d|\w)(?! (?:million|percent|years?|episodes?))", text[end : end + 8]
        )
        if number:
            end += number.end()
        after = re.match(r":? [A-Z][\w'’]+", text[end : end + 20])
        if after and sentence.zone != HEADLINE:
            continue
        found.append(
            Candidate(
                start, end, text[start:end], sentence, "", a == 0, text[end : end + 2] in {"'s", "’s"}, (start, end)
            )
        )
    return found


def candidates(document: Document) -> list[Candidate]:
    """Every candidate of a report, in order, without those of furniture."""
    found: list[Candidate] = []
    seen = {
        m.group().lower()
        for s in document.sentences
        if s.zone == BODY
        for m in _WITHIN.finditer(document.text, s.start, s.end)
    }
    document.notes["within"] = seen
    speech = document.notes.setdefault("speech", [])
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        line = _DATELINE.match(document.text[max(0, sentence.start - 1) : sentence.start + 80])
        skip = (
            sentence.start - min(1, sentence.start) + line.end()
            if line and line.group(1).split(",")[0].isupper()
            else 0
        )
        titles, said = quoted(document.text, sentence)
        speech.extend(said)
        titles += [
            c
            for c in _known(document, sentence)
            if not any(t.outer[0] < c.end and c.start < t.outer[1] for t in titles)
        ]
        runs = bare(document, sentence, [c.outer for c in titles])
        found.extend(sorted((c for c in (*titles, *runs) if c.start >= skip), key=lambda c: c.start))
    return found
