"""People, organisations, works, characters and places of an English report, each linked to what it refers to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE, Mention
from newsreel.reading.langs.en import kinds, lexicon
from newsreel.reading.langs.en.candidates import HONORIFICS, Candidate, candidates, personal

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent

_ENTITY = {"P": "person", "W": "work", "O": "organization", "L": "place"}
UNDECIDED = 0.7  # a lead over the next kind below which a useless-looking name is kept as of undecided kind


@cache
def _known() -> re.Pattern[str]:
    """Organisations whose names begin in lower case or hold small words, which runs of capitals do not find."""
    odd = [n for n in (*lexicon.organizations(), *lexicon.festivals()) if n[0].islower() or n[0].isdigit() or " " in n or not n.isalnum()]
    odd = [n for n in odd if n not in lexicon.ambiguous() and len(n) > 2]  # noqa: PLR2004 - two letters say little
    return re.compile(rf"(?<![\w’'])(?:{lexicon.alternation(odd)})(?![\w+])")


def names(document: Document) -> list[Mention]:
    """The names of a report as mentions with referents."""
    found = _split(document, candidates(document))
    found = _with_known(document, found)
    groups: dict[str, list[Candidate]] = defaultdict(list)
    body: set[str] = {kinds.key(c.text) for c in found if c.sentence.zone != HEADLINE}
    for c in found:
        if c.sentence.zone == HEADLINE and not c.quoted and kinds.key(c.text) not in body:
            continue
        groups[kinds.key(c.text)].append(c)
    headline = _headline(document, groups)
    for c in headline:
        groups[kinds.key(c.text)].append(c)
    return _refer(document, groups)


def _split(document: Document, found: list[Candidate]) -> list[Candidate]:
    """Candidates cut where a first word belongs to something else: "Director Ann Lee", "Netflix UK", "Mr. Lee"."""
    out: list[Candidate] = []
    occupations = lexicon.lexemes("occupations")
    for c in found:
        while not c.quoted and len(c.tokens) > 1:
            first = c.tokens[0].text
            rest = [t.text for t in c.tokens[1:]]
            cut = (
                first in HONORIFICS
                or (first.lower() in occupations and (personal(rest) or c.initial))
                or (first in lexicon.adjectives() and (personal(rest) or " ".join(rest) in lexicon.organizations()))
                or (first.endswith(("-based", "-maker", "-born")))
                or (first in lexicon.organizations() and first not in lexicon.ambiguous() and c.text not in lexicon.organizations()
                    and (personal(rest) or not _org_goes_on(c.tokens, rest)))
            )
            if not cut:
                break
            if first in lexicon.organizations():
                head = c.tokens[0]
                out.append(Candidate(head.start, head.end, first, c.sentence, "", c.initial, False, (head.start, head.end), [head]))
            tokens = c.tokens[1:]
            start = tokens[0].start
            c = replace(c, start=start, text=document.text[start : c.end], tokens=tokens, initial=False, outer=(start, c.end))  # noqa: PLW2901
        out.append(c)
    return out


def _org_goes_on(tokens: list[object], rest: list[str]) -> bool:
    return rest[-1] in lexicon.suffixes() or len(rest) == 1


def _with_known(document: Document, found: list[Candidate]) -> list[Candidate]:
    spans = [(c.start, c.end) for c in found]
    extra: list[Candidate] = []
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        for m in _known().finditer(document.text, sentence.start, sentence.end):
            if not any(a < m.end() and m.start() < b and (b - a) >= (m.end() - m.start()) for a, b in spans):
                extra.append(Candidate(m.start(), m.end(), m.group(), sentence, "", False, False, m.span()))
    if not extra:
        return found
    covered = [(c.start, c.end) for c in extra]
    kept = [c for c in found if not any(a <= c.start and c.end <= b for a, b in covered)]
    return sorted([*kept, *extra], key=lambda c: c.start)


def _headline(document: Document, groups: dict[str, list[Candidate]]) -> list[Candidate]:
    """Names of the body met again in a headline, where every word has a capital."""
    texts = {c.text for row in groups.values() for c in row if len(c.text) > 2}  # noqa: PLR2004
    if not texts:
        return []
    pattern = re.compile(rf"(?<![\w’'-])(?:{lexicon.alternation(texts)})(?![\w-])")
    out: list[Candidate] = []
    for sentence in document.sentences:
        if sentence.zone != HEADLINE:
            continue
        taken = [c.outer for row in groups.values() for c in row if c.sentence is sentence]
        for m in pattern.finditer(document.text, sentence.start, sentence.end):
            if not any(a < m.end() and m.start() < b for a, b in taken):
                out.append(Candidate(m.start(), m.end(), m.group(), sentence, "", False, False, m.span()))
    return out


def _refer(document: Document, groups: dict[str, list[Candidate]]) -> list[Mention]:
    judged = {name: kinds.judge(document.text, row) for name, row in groups.items()}
    full = {name for name, (kind, _, _) in judged.items() if kind in "PC" and " " in name}
    owner: dict[str, str] = {}
    for name in sorted(full):
        parts = name.split()
        for part in (parts[-1], parts[0], " ".join(parts[1:]), " ".join(parts[:-1])):
            owner.setdefault(part, name)
    for name in sorted(full):
        owner[name.split()[-1]] = owner.get(name.split()[-1], name)
    referents: dict[str, Referent] = {}
    mentions: list[Mention] = []
    order = sorted(groups, key=lambda name: (" " not in name, groups[name][0].start))
    for name in order:
        kind, lead, why = judged[name]
        whole = owner.get(name)
        if whole and whole != name and not any(c.quoted for c in groups[name]) and kind in "PCN" or (
            whole and whole != name and kind == "O" and lead < 1
        ):
            kind, why = judged[whole][0], (f"part of {groups[whole][0].text}",)
            target = whole
        else:
            target = name
            if kind == "N":
                kind = "X"
        for c in groups[name]:
            referent = None
            if kind in _ENTITY:
                if target not in referents:
                    referents[target] = document.refer(_ENTITY[kind], groups[target][0].text if target in groups else c.text)
                referent = referents[target]
                referent.call(c.text)
            mentions.append(Mention(c.outer[0], c.outer[1], kind, c.text, referent=referent, reasons=why, value=lead))
    for referent in referents.values():
        referent.names.sort(key=lambda n: (-len(n.split()), -len(n)))
    return mentions
