"""Companies that no list has, told by what they do: "Kite Prince produces", "Acme and Vellino made it for Sky", "Ann Lee's Quay wrapped Harbor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.tokens import personal

if TYPE_CHECKING:
    from newsreel.reading.document import Document
    from newsreel.reading.langs.en.tokens import Candidate

    Judged = dict[str, tuple[str, float, tuple[str, ...]]]

_LEAD, _SETTLED, _WORDS = 1.0, 2.0, 3
_AUXILIARY = r"(?:(?:has|have|had|is|are|was|were|will|also|again|then|both|now|co|both) )*"
_VERB = (
    r"(?:made|makes?|(?:co-?)?produc(?:es?|ed)|(?:co-?)?financ(?:es?|ed)|bankroll(?:s|ed)?|back(?:s|ed)|funds?|funded|sells?|sold|handl(?:es?|ed)|"
    r"distribut(?:es?|ed)|releas(?:es?|ed)|animat(?:es?|ed)|commission(?:s|ed)|pays?|paying|opens|bought|acquired)"
)
_OBJECT = r"(?= (?:it|this|that|them|both|all (?:of it|eight|six|ten|three|four)|the (?:film|series|show|picture|thing|lot|whole|drama|comedy))\b| (?:for|with|again|too|abroad|worldwide|internationally)\b|[.,;:)]|$)"
_DOES = re.compile(rf",? {_AUXILIARY}{_VERB}{_OBJECT}")
_MAKES = re.compile(
    r" (?:has |have |is |are )?(?:wrapped|produc(?:ed|es|ing)|(?:is |are )?(?:making|shooting|developing|prepping|readying|cooking)|picked up|acquired|backed|financed|made) [\"“‘'*]?[A-Z]"
)
_OWNER = re.compile(r"[\w.]['’]s? $")
_JOINS = re.compile(r",? (?:and|&) |, ")


def firms_by_deeds(document: Document, judged: Judged, found: list[Candidate]) -> None:
    """Make companies of names, and of those listed with them, of which is said what companies do."""
    text = document.text
    people = {part for c in found if personal(c.text.split()) for part in c.text.split()}
    run: list[Candidate] = []
    for c, after in zip(found, [*found[1:], None], strict=False):
        run.append(c)
        if after is not None and c.sentence is after.sentence and _JOINS.fullmatch(text, c.outer[1], after.outer[0]):
            continue
        acts = _DOES.match(text, c.outer[1], c.sentence.end)
        wraps = _MAKES.match(text, c.outer[1], c.sentence.end) and _owned_by_person(document, judged, found, c)
        if acts or wraps:
            listed = any(judged.get(lexicon.key(m.text), ("",))[0] == "O" for m in run)
            for m in run if acts else (c,):
                k = lexicon.key(m.text)
                if k in judged and _may_be(m, k, judged[k], people, sure=listed):
                    judged[k] = ("O", _LEAD, ("does what companies do",))
        run = []


def _owned_by_person(document: Document, judged: Judged, found: list[Candidate], c: Candidate) -> bool:
    if not _OWNER.search(document.text, max(0, c.outer[0] - 4), c.outer[0]):
        return False
    owner = max((o for o in found if o.end < c.start), key=lambda o: o.end, default=None)
    return owner is not None and owner.owns and judged.get(lexicon.key(owner.text), ("",))[0] == "P"


def _may_be(c: Candidate, k: str, verdict: tuple[str, float, tuple[str, ...]], people: set[str], *, sure: bool) -> bool:
    """Whether a name may be a company's; `sure`: a company is listed with it."""
    kind, lead, _ = verdict
    parts = c.text.split()
    if c.quoted or kind not in "PWXNC" or len(parts) > _WORDS or k in lexicon.titles() or c.text in lexicon.mononyms():
        return False
    if (
        c.text in people
        or c.text in lexicon.places()
        or (c.initial and len(parts) == 1 and k in lexicon.words("common"))
    ):
        return False
    given = parts[0].lower() in lexicon.words("given") and parts[0].lower() not in lexicon.words("common")
    if kind == "P" and len(parts) > 1 and parts[0].lower() not in lexicon.words("common"):
        return sure and not given and parts[-1].lower() not in lexicon.words("family")
    return not (given and len(parts) > 1) and lead < (_SETTLED if sure else _LEAD)
