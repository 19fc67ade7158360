"""What is known by name alone: works, people of one name or called by initials, companies by the last word of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.openings import NAMES_TOO
from newsreel.reading.langs.en.tokens import personal

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

    Judged = dict[str, tuple[str, float, tuple[str, ...]]]

_LEAD, _FULL = 2.0, 2
_COUNTED = frozenset(["nobody", "together", "once", "twelve", "thirteen", "six", "nine", "ten"])
_DOUBTFUL = 1.6  # of a character's lead: a part may bear a star's name, in the story of that star
_ARTICLES = frozenset(["Il", "El", "La", "Le", "Los", "Las", "Les", "Gli", "Una", "Un", "Une"])
_FIRMS_ABROAD = frozenset(
    ["Films", "Films.", "Compagnie", "Films,", "Productions", "Unión", "Société", "Fabrica", "Fábrica"]
)
# Last words that names of companies alone have.
_FIRMS = frozenset(
    ["Films", "Pictures", "Productions", "Entertainment", "Filmes", "Filmworks", "Distribution", "Creations", "Producciones", "Produções", "Studios",
     "Media", "Fiction", "Cine", "Releasing", "Television", "Animation", "Talkies", "Filmproduktion", "Motion", "Banner"]
)  # fmt: skip


def renowned(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Settle names that say what they are, wherever they stand: well-known titles, companies called like ones."""
    for c in found:
        k = lexicon.key(c.text)
        if c.quoted or k not in judged:
            continue
        kind, lead, _ = judged[k]
        parts = c.text.split()
        if kind in "PXNC" and len(parts) > 1 and parts[-1] in _FIRMS and k not in lexicon.titles():
            judged[k] = ("O", _LEAD, ("called like a company",))
        elif c.text in lexicon.people() and (kind in "XNW" or (kind == "C" and lead < _DOUBTFUL)):
            judged[k] = ("P", _LEAD, ("a well-known person",))
        elif kind in "XN" and len(parts) == _FULL and parts[0].lower() in NAMES_TOO and personal(parts):
            judged[k] = ("P", 1.0, ("a verb or a month that is a first name",))
        elif c.text in lexicon.mononyms() and (kind in "XN" or (kind in "WCO" and lead < _LEAD)):
            judged[k] = ("P", _LEAD, ("known by this name",))
        elif (
            kind == "P"
            and len(parts) > 1
            and parts[0] in _ARTICLES
            and c.text not in lexicon.people()
            and c.text not in lexicon.mononyms()
        ):
            judged[k] = (
                "O" if parts[1] in _FIRMS_ABROAD else "W",
                1.0,
                ("an article before it that no first name is",),
            )
        elif kind in "XNP" and c.text in lexicon.territories():
            judged[k] = ("L", _LEAD, ("a part of the world",))
        elif (kind in "XN" and _known(k, c)) or (
            kind == "P" and len(parts) > 1 and k in lexicon.famous() and not personal(parts)
        ):
            judged[k] = ("W", _LEAD, ("a well-known title",))


def _known(k: str, c: Candidate) -> bool:
    """Whether a name is a title that many know and that no name or word is."""
    if k not in lexicon.famous() or c.text in lexicon.places() or c.text in lexicon.organizations():
        return False
    return " " in c.text or not (k in _COUNTED or k in lexicon.words("given") or k in lexicon.words("family"))
