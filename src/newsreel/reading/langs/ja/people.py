"""People of a report as mentions: names with their bearers, and nouns for persons that stand without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreel.reading.document import Mention, Referent, Sentence
from newsreel.reading.langs.ja.around import NOMINAL, Name, finish, is_role
from newsreel.reading.langs.ja.lexicon import lexicon
from newsreel.reading.langs.ja.names import find_names
from newsreel.reading.langs.ja.namesakes import Namesakes
from newsreel.reading.langs.ja.tokens import Token

if TYPE_CHECKING:
    from newsreel.reading.document import Document


# A name with の in it is no longer than this.
_COMPOUND = 12


def within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of some spans."""
    for a, b in spans:  # noqa: SIM110 - asked of every word
        if a <= at < b:
            return True
    return False


_WRITES = re.compile(r"脚本(?:家?(?:の|・)|は、?|を、?)$")


# メガホンを取った佐藤, 監督を務めた佐藤
_DIRECTED = re.compile(r"(?:メガホンを[^、。「」]{1,5}[たる]|(?<![助術響画影曲])監督(?:を務め[たる]|した))$")


_PLAYED = re.compile(r"役|を(?:演|好演)|に(?:扮|ふん)")


_ROLE_TAIL = re.compile(r"(?:役)?(?:に|を|は|の|で|役|が|[、。／/（(=＝：:)）]|$)")


def people(
    document: Document, per_sentence: list[tuple[Sentence, list[Token]]], taken: list[tuple[int, int]]
) -> tuple[list[Mention], list[Mention]]:
    """Names with their bearers, kinds undecided, and nouns for persons that stand alone; `taken` is left out."""
    text = document.text
    names: list[Name] = []
    roles: list[Mention] = []
    for sentence, tokens in per_sentence:
        inside = [span for span in taken if sentence.start <= span[0] < sentence.end]
        names += find_names(text, tokens, inside)
    names += _again(text, names, per_sentence, taken)
    names.sort(key=lambda n: n.start)
    bearers = Namesakes(document).link(names)
    found = []
    for i, name in enumerate(names):
        referent = bearers[i]
        _note(referent, name)
        if text.startswith(("が脚本", "脚本", "が書"), name.end) or _WRITES.search(
            text[max(0, name.core[0] - 8) : name.core[0]]
        ):
            referent.facts["writes"] = True
        if (
            text.startswith(("監督", "総監督", "PD"), name.end)
            or "director" in name.occupations
            or _DIRECTED.search(text[max(0, name.core[0] - 12) : name.core[0]])
        ):
            referent.facts["directs"] = True
        found.append(
            Mention(
                name.start,
                name.end,
                "X",
                name.text,
                referent=referent,
                reasons=("name", f"role: {name.role}") if name.role else ("name",),
            )
        )
    covered = sorted((m.start, m.end) for m in found)
    for sentence, tokens in per_sentence:
        here = [span for span in covered if span[0] < sentence.end and sentence.start < span[1]]
        roles += _roles(text, tokens, here)
    return found, roles


def _again(
    text: str, names: list[Name], per_sentence: list[tuple[Sentence, list[Token]]], taken: list[tuple[int, int]]
) -> list[Name]:
    """Places where a name already met, or its surname, stands as a word of its own that the analyser took otherwise."""
    known = {n.text for n in names if n.full or not n.sure} | {n.family for n in names if n.family}
    families = {n.family for n in names if len(n.family) == 1}
    known = {k for k in known if len(k) > 1}
    covered = sorted([(n.start, n.end) for n in names] + taken)
    firsts = {k[0] for k in known | families}
    lengths = sorted({len(k) for k in known | families}, reverse=True)
    found = []
    for sentence, tokens in per_sentence:
        ends = {t.end: i for i, t in enumerate(tokens)}
        for token in tokens:
            if token.cls not in NOMINAL + "e" or token.text[0] not in firsts:
                continue
            for length in lengths:
                a, b = token.start, token.start + length
                if length == 1 and not (text[a:b] in families and (_ALONE.match(text, b) or _bracketed(text, a, b))):
                    continue
                if (length > 1 and text[a:b] not in known) or b not in ends or b > sentence.end:
                    continue
                after = tokens[ends[b] + 1].cls if ends[b] + 1 < len(tokens) else "s"
                before = text[a - 1 : a]
                if after in "SMBLN" or touches((a, b), covered) or before in "市県町村区駅":
                    continue
                again = Name(a, b, (a, b), text[a:b], full=any(n.text == text[a:b] and n.full for n in names))
                finish(again, text, tokens, sentence.end)
                found.append(again)
                break
    return found


_ALONE = re.compile(r"(?:は|が|も|さん|氏|を起用|演じる|にとって)")


def _bracketed(text: str, a: int, b: int) -> bool:
    return text[a - 1 : a] in ("（", "(") and text[b : b + 1] in ("）", ")")


def touches(span: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    """Whether a span shares a code point with one of some spans."""
    low, high = span
    for a, b in covered:  # noqa: SIM110 - asked of every word
        if a < high and low < b:
            return True
    return False


def _note(referent: Referent, name: Name) -> None:
    facts = referent.facts
    facts["real"] = facts.get("real") or (name.real and not (name.hero and name.age is not None))
    facts["hero"] = facts.get("hero") or name.hero
    if name.role and not facts.get("role"):
        facts["role"] = name.role
    if name.occupations:
        known = facts.setdefault("occupations", [])
        known.extend(o for o in name.occupations if o not in known)
    if name.age is not None:
        facts.setdefault("ages", []).append((name.age, name.start, name.end))
    if name.reading:
        referent.call(name.reading)


def _roles(text: str, tokens: list[Token], covered: list[tuple[int, int]]) -> list[Mention]:  # noqa: C901 - one table of shapes, read from the top
    """Nouns for persons that stand without a name: 研修医を, 娘に, 五十子会の組長を."""
    words = lexicon()
    found = []
    for i, token in enumerate(tokens):
        if token.cls not in NOMINAL or token.text == "役" or within(token.start, covered):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].cls in NOMINAL and tokens[i + 1].text != "役":
            continue
        first = i
        while first and tokens[first - 1].cls in NOMINAL and not within(tokens[first - 1].start, covered):
            first -= 1
        phrase = text[tokens[first].start : token.end]
        if not is_role(phrase) and not is_role(token.text):
            continue
        if not _ROLE_TAIL.match(text, token.end):
            continue
        if phrase.endswith(("監督", "プロデューサー", "統括")) and not text.startswith("役", token.end):
            continue
        if phrase in words.outside and not _PLAYED.match(text, token.end) and not _pairs(text, token.end, covered):
            continue
        start = tokens[first].start
        if first > 1 and tokens[first - 1].text in ("の", "な") and tokens[first - 2].cls in NOMINAL:
            owner = first - 2
            while owner and tokens[owner - 1].cls in NOMINAL and not within(tokens[owner - 1].start, covered):
                owner -= 1
            if not within(tokens[owner].start, covered):
                start = tokens[owner].start
        start = _owner(text, start, covered)
        found.append(Mention(start, token.end, "R", text[start : token.end], reasons=("role",)))
    return found


# How far behind a name the noun may end that says what the name's bearer plays: 佐藤が小説家。
_ROLE_BEHIND = 8


def _pairs(text: str, end: int, covered: list[tuple[int, int]]) -> bool:
    """Whether a name follows as the other half of a credit: 男を佐藤花が."""
    match = re.match(r"(?:に(?:は)?|を)、?", text[end : end + 4])
    if match is not None and any(a == end + match.end() for a, _b in covered):
        return True
    near = [b for _a, b in covered if end - _ROLE_BEHIND < b < end]
    return text[end : end + 1] in ("、", "。") and any(text[b : b + 1] in ("が", "は") for b in near)


def _owner(text: str, start: int, covered: list[tuple[int, int]]) -> int:
    """Where a role phrase begins with its owner's name before it: 美羽の母."""
    for a, b in covered:
        if a < start < b:
            return b
        if b == start - 1 and text[b] == "の" and start - a <= _COMPOUND:
            return a
    return start
