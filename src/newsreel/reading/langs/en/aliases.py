"""Other titles of a work in the bracket behind it: "Blue Door (푸른 문)", "The Clock (El Reloj)", "Blue Door (literal title)"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE
from newsreel.reading.frames import Draft
from newsreel.reading.langs.en import lexicon

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Sentence

_BRACKET = re.compile(r"[\"”’'*]*,? ?\((?P<said>[^()]{2,90})\)")
_PIECE = re.compile(r"\s*[,;/]\s*")
# "literal title, …", "the Korean title is …", "or …": what tells of a title and is none
_LABEL = re.compile(
    r"^(?:(?:or|aka|a\.k\.a\.|also|the|its|original|native|international|literal|lit\.?|literally|working|tentative|"
    r"(?:English|[A-Z]\w+(?:an|ese|ish|ch))(?= title)|titled?|translation|known as|is)\b[.:,]? ?)+",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s ")  # "Momo (Harbor Light's Rin)" is an earlier credit
_MARKS = "\"“”‘’'『』「」《》〈〉*"
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "my",
        "your",
        "our",
        "his",
        "her",
        "their",
        "with",
        "from",
        "not",
        "this",
        "that",
        "what",
        "when",
        "who",
        "you",
        "we",
        "it",
        "is",
        "are",
    ]
)
_ARTICLES = frozenset(
    ["el", "la", "los", "las", "il", "lo", "le", "les", "der", "die", "das", "den", "un", "una", "une", "o", "os", "as"]
)
_WORDS = 2
_LONG = 4  # letters of a word that is no mere article


def aliases(document: Document) -> Iterable[Draft]:
    """Claims of alias; a title in another script or language is a name of the work too."""
    text = document.text
    yield from _titles(document)
    for mention in document.mentions:
        if mention.kind != "W" or mention.indirect or mention.referent is None:
            continue
        m = _BRACKET.match(text, mention.end)
        sentence = document.sentence_at(mention.start)
        if m is None or sentence is None or sentence.zone == FURNITURE or m.end() > sentence.end:
            continue
        yield from _told(document, sentence, mention, m)


_TITLED = re.compile(
    r"\b(?:Korean|Japanese|Chinese|Mandarin|Cantonese|Thai|Hindi|Tamil|Telugu|Spanish|French|German|Italian|Portuguese|Turkish|Polish|original|native|literal|English|international|local)(?:-language)? "
    r"title(?: (?:of|for) [^.;()]{2,60}?)?,? (?:is|was|translates (?:to|as)|means|reads|being) [\"“‘'](?P<said>[^\"”\n]{2,60}?)[,.]?[\"”’']"
)


def _titles(document: Document) -> Iterator[Draft]:
    """As in "The Korean title of Blue Door is “푸른 문”"."""
    for sentence in document.sentences:
        if sentence.zone == FURNITURE or "title" not in document.text[sentence.start : sentence.end]:
            continue
        for m in _TITLED.finditer(document.text, sentence.start, sentence.end):
            named = [w for w in sentence.mentions if w.kind == "W" and w.end <= m.start("said") - 1 and not w.indirect]
            work = named[-1].referent if named else document.work_at(m.start())
            if work is not None and lexicon.key(m["said"]) not in {lexicon.key(known) for known in work.names}:
                yield Draft("alias", work, m["said"], sentence, m.start(), m.end(), "en/title/called")


def _told(document: Document, sentence: Sentence, mention: Mention, m: re.Match[str]) -> Iterator[Draft]:
    others = [x for x in sentence.mentions if m.start() < x.start < m.end() and x.kind in "POLDAE"]
    at = m.start("said")
    for piece in _pieces(m["said"]):
        start = document.text.index(piece, at)
        plain = _LABEL.sub("", piece).strip(" " + _MARKS + ("【】" if "】" not in mention.text else ""))
        taken = any(x.start < start + len(piece) and start < x.end for x in others if x.kind != "A")
        if taken and plain.split(" ", 1)[0].lower() not in _ARTICLES:
            continue
        if _foreign_script(plain) or _translated(mention, piece, plain):
            name = piece.strip() if piece.startswith("【") else plain
            work = mention.referent
            if work is None or lexicon.key(name) in {lexicon.key(known) for known in work.names}:
                continue
            work.call(name)
            yield Draft("alias", work, name, sentence, mention.start, m.end(), "en/title/in-bracket", mention=mention)


def _pieces(said: str) -> list[str]:
    """What a bracket holds, cut at commas where a piece is in another script: "Chi no Uta, 血の歌"."""
    if not _foreign_script(said) or all(_foreign_script(p) for p in _PIECE.split(said)):
        return [said]
    return [p for p in _PIECE.split(said) if p]


def _foreign_script(text: str) -> bool:
    """Whether most letters are of another script than ours."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(not unicodedata.name(c, "").startswith("LATIN") for c in letters) * 2 > len(letters)


def _translated(mention: Mention, piece: str, plain: str) -> bool:
    """Whether a Latin piece is the title in another language, beside an English one or the other way round."""
    if (
        not plain
        or not plain[0].isupper()
        or _OWNED.search(plain)
        or ":" in mention.text.split(" ", 1)[0]
        or any(c.isdigit() for c in plain)
    ):
        return False
    if lexicon.key(plain) in lexicon.titles() and piece == plain:
        return False
    foreign, title = _foreignness(plain), _foreignness(mention.text)
    if foreign == title:
        return bool(foreign) and (
            plain.isascii() < mention.text.isascii() or plain.split(maxsplit=1)[0].lower() in _ARTICLES
        )
    if foreign > title:
        return len(plain.split()) >= _WORDS or not plain.isascii() or piece != plain
    return len(plain.split()) >= _WORDS


def _foreignness(title: str) -> int:
    """2 where nothing in a title is English, 0 where an English word tells that it is English, 1 between the two."""
    words = [w.strip(".,!?:'’\"“”").lower() for w in title.split()]
    if any(w in _ENGLISH or w.endswith(("'s", "’s")) for w in words):
        return 0
    if not title.isascii() or words[0] in _ARTICLES:
        return 2
    known = [w for w in words if len(w) >= _LONG - 1 and w in lexicon.words("common")]
    return 0 if known else 2 if any(len(w) >= _LONG for w in words) else 1
