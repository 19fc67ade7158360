"""What kind of thing every name of a report is: the vote of its places, then what neighbours, lists and lines settle, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreel.reading.langs.en import kinds
from newsreel.reading.langs.en.antecedents import antecedents
from newsreel.reading.langs.en.brackets import before_brackets, bracketed_alike, parts_played, played
from newsreel.reading.langs.en.creditlists import credit_lists
from newsreel.reading.langs.en.entries import entries
from newsreel.reading.langs.en.evidence import agree, by_surname, companies, neighbours
from newsreel.reading.langs.en.layout import by_layout
from newsreel.reading.langs.en.markets import buyers
from newsreel.reading.langs.en.owners import owned
from newsreel.reading.langs.en.places import by_place
from newsreel.reading.langs.en.renown import renowned
from newsreel.reading.langs.en.undertakings import firms_by_deeds
from newsreel.reading.langs.en.unlisted import firms, makers, members, mononyms, works

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

    Judged = dict[str, tuple[str, float, tuple[str, ...]]]


def verdicts(document: Document, groups: dict[str, list[Candidate]], found: list[Candidate]) -> Judged:
    """Name -> its kind, how far that leads the next one, and why; what comes later may overrule what came before."""
    around = kinds.Surroundings(document, groups)
    judged = {name: kinds.judge(document.text, row, around) for name, row in groups.items()}
    renowned(document, judged, found)
    neighbours(document, judged, found)
    agree(document, judged, found)
    mononyms(document, judged, found)
    by_place(document, judged, found)
    entries(document, judged, found)
    makers(document, judged, found)
    firms(document, judged, found)
    firms_by_deeds(document, judged, found)
    members(document, judged, found)
    works(document, judged, found)
    by_surname(judged)
    bracketed_alike(document, judged, found)
    before_brackets(document, judged, found)
    parts_played(document, judged, found)
    played(document, judged, found)
    credit_lists(document, judged, found)
    companies(document, judged, found)
    buyers(document, judged, found)
    owned(document, judged, found)
    by_layout(document, judged, found)
    antecedents(document, judged, found)
    return judged
