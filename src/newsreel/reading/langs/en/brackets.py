"""What brackets and "as" settle about the names beside them: credits, characters, the people before a bracket."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.evidence import SURE, UNDECIDED, may_be

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate


def parts_played(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """As in "Ann Lee as Copycat, Bo Roe as Ajax": what somebody stars as is a part, though a film has its name."""
    counts, text = Counter(lexicon.key(c.text) for c in found), document.text
    for actor, c in pairwise(found):
        who, k = judged.get(lexicon.key(actor.text), ("",))[0], lexicon.key(c.text)
        if text[actor.outer[1] : c.outer[0]] != " as " or c.quoted or counts[k] > 2:  # noqa: PLR2004 - met often it may well be a title
            continue
        if (who, judged.get(k, ("",))[0]) == ("P", "W") and text[c.outer[1] : c.outer[1] + 1] in {",", ";", "."}:
            judged[k] = ("C", SURE, ("somebody is it",))


def bracketed_alike(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """What stands in brackets behind names is of one kind throughout a sentence: all credits, or all characters."""
    groups: dict[int, list[tuple[str, Candidate]]] = defaultdict(list)
    for c in found:
        before = document.text[max(c.sentence.start, c.outer[0] - 60) : c.outer[0]]
        opening = before.rfind("(")
        k = lexicon.key(c.text)
        if (
            k in judged
            and opening >= 0
            and ")" not in before[opening:]
            and re.search(r"[A-Z][\w’'.-]* ?$", before[:opening])
        ):
            groups[c.sentence.index].append((k, c))
    for row in groups.values():
        works = [k for k, _ in row if judged[k][0] == "W"]
        characters = [k for k, _ in row if judged[k][0] == "C"]
        if (len(works) > 1 and len(works) > 2 * len(characters)) or (works and characters and _one_list(document, row)):
            for k, c in row:
                if judged[k][0] in "CXNP" and may_be("W", c):
                    judged[k] = ("W", UNDECIDED, ("one of the bracketed credits",))


_BEHIND = re.compile(r" ?\((?!\d)")
_LISTED = re.compile(r"(?:[,;]|\band|\bare|\bis|:) ?$")


def before_brackets(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """Names of two words in a list of people, each with a bracket of credits behind it, are people."""
    rows: dict[int, list[Candidate]] = defaultdict(list)
    for c in found:
        if not c.quoted and _BEHIND.match(document.text, c.outer[1]) and lexicon.key(c.text) in judged:
            rows[c.sentence.index].append(c)
    for row in rows.values():
        people = [c for c in row if judged[lexicon.key(c.text)][0] == "P"]
        for c in row if len(people) > 1 and 2 * len(people) > len(row) else ():
            k = lexicon.key(c.text)
            told = _LISTED.search(document.text, max(c.sentence.start, c.outer[0] - 8), c.outer[0])
            if judged[k][0] in "WX" and len(c.text.split()) == 2 and k not in lexicon.titles() and told:  # noqa: PLR2004 - a full name
                judged[k] = ("P", SURE, ("one of a list of people with their credits",))


def played(document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]) -> None:
    """A lone name that begins a sentence, an actor's full name in brackets behind it, is the character's ("Rin (Ann Lee) ...")."""
    for c, after in pairwise(found):
        k, inside = lexicon.key(c.text), lexicon.key(after.text)
        if (
            k in judged
            and judged[k][0] in "WNX"
            and c.initial
            and not c.quoted
            and " " not in c.text
            and judged.get(inside, ("",))[0] == "P"
            and " " in after.text
            and document.text[c.outer[1] : after.outer[0]] == " ("
            and document.text[after.outer[1] : after.outer[1] + 1] == ")"
            and sum(lexicon.key(o.text) == k for o in found) < 3  # noqa: PLR2004 - met often it may well be the title
        ):
            judged[k] = ("C", UNDECIDED, ("an actor in brackets",))


def _one_list(document: Document, row: list[tuple[str, Candidate]]) -> bool:
    """Whether two brackets stand behind neighbours of one list: "Ann Lee (Harbor) and Bo Kim (Still)"."""
    if len(row) != 2:  # noqa: PLR2004 - a pair
        return False
    between = document.text[row[0][1].outer[1] : row[1][1].outer[0]]
    return re.fullmatch(r"\),? (?:and |& )?[^(),]{3,40} \(", between) is not None
