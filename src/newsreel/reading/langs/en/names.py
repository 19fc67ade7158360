"""People, organisations, works, characters and places of an English report, each linked to what it refers to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from newsreel.reading.document import FURNITURE, HEADLINE, Mention
from newsreel.reading.langs.en import kinds, lexicon
from newsreel.reading.langs.en.candidates import HONORIFICS, Candidate, candidates, personal
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Referent, Sentence

_ENTITY = {"P": "person", "W": "work", "O": "organization", "L": "place"}
_LIST = re.compile(r"[\"”’']?(?: ?\([^()]*\))?(?:,|;|,? and|,? or| &|/)[ \n][\"“‘']?")
SURE, DOUBT = 1.0, 1.5  # leads over the next kind
UNDECIDED = 0.7  # a lead over the next kind below which a useless-looking name is kept as of undecided kind


@cache
def _known() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Organisations whose names begin in lower case or hold small words, which runs of capitals do not find."""
    odd = {
        n
        for n in (*lexicon.organizations(), *lexicon.festivals())
        if n[0].islower() or n[0].isdigit() or " " in n or not n.isalnum()
    }
    rows = tuple(sorted(n for n in odd if n not in lexicon.ambiguous() and len(n) > 2))  # noqa: PLR2004 - two letters say little
    return AhoCorasick(list(rows), matchkind=MatchKind.LeftmostLongest), rows


def names(document: Document) -> list[Mention]:
    """The names of a report as mentions with referents."""
    found, groups = gather(document)
    return _refer(document, groups, found)


def gather(document: Document) -> tuple[list[Candidate], dict[str, list[Candidate]]]:
    """All candidates, and those of one name together."""
    found = _split(document, candidates(document))
    found = _widened(document, _with_known(document, found))
    found = [c for c in found if c.quoted or not (_is_word(c.text) or _is_label(document.text, c))]
    groups: dict[str, list[Candidate]] = defaultdict(list)
    body: set[str] = {kinds.key(c.text) for c in found if c.sentence.zone != HEADLINE}
    for c in found:
        if (
            c.sentence.zone == HEADLINE
            and not c.quoted
            and kinds.key(c.text) not in body
            and _title_case(document, c.sentence)
        ):
            continue
        groups[kinds.key(c.text)].append(c)
    headline = _headline(document, groups)
    for c in headline:
        groups[kinds.key(c.text)].append(c)
    return found, groups


_FOLLOWER = re.compile(r"[\"”’']? (?:sequel|prequel|spin-?off|reboot|remake|revival)s?\b(?! (?:of|to|,? [A-Z\"“]))")


def _widened(document: Document, found: list[Candidate]) -> list[Candidate]:
    """A work that has no name but its parent's: "the untitled Harbor sequel" is "Harbor sequel"."""
    out: list[Candidate] = []
    text = document.text
    for c in found:
        m = _FOLLOWER.match(text, c.outer[1])
        before = text[max(0, c.start - 40) : c.outer[0]]
        if m and (re.search(r"(?:untitled|the|an?|his|her|their|['’]s|upcoming|new|next|planned) [\"“'‘]?$", before)):
            name = f"{c.text} {m.group().split()[-1]}"
            out.append(replace(c, end=m.end(), text=name, outer=(c.outer[0], m.end()), quoted=c.quoted or "untitled"))
        else:
            out.append(c)
    return out


def _split(document: Document, found: list[Candidate]) -> list[Candidate]:
    """Candidates cut where a first word belongs to something else: "Director Ann Lee", "Netflix UK", "Mr. Lee"."""
    out: list[Candidate] = []
    occupations = lexicon.lexemes("occupations")
    for c in found:
        while not c.quoted and len(c.tokens) > 1:
            first = c.tokens[0].text
            rest = [t.text for t in c.tokens[1:]]
            cut = (
                (first in HONORIFICS and not _TYPED.search(document.text[max(0, c.start - 24) : c.start]))
                or (first.lower() in occupations and (personal(rest) or c.initial))
                or (first in lexicon.adjectives() and (personal(rest) or " ".join(rest) in lexicon.organizations()))
                or (
                    c.initial
                    and first.lower() not in lexicon.words("given")
                    and (first.lower() in lexicon.words("common") or first.endswith("s"))
                    and personal(rest)
                )
                or (first.endswith(("-based", "-maker", "-born")))
                or (
                    first in lexicon.organizations()
                    and first not in lexicon.ambiguous()
                    and c.text not in lexicon.organizations()
                    and (personal(rest) or not _org_goes_on(c.tokens, rest))
                )
            )
            if not cut:
                break
            if first in lexicon.organizations():
                head = c.tokens[0]
                out.append(
                    Candidate(
                        head.start,
                        head.end,
                        first,
                        c.sentence,
                        "",
                        c.initial,
                        False,
                        (head.start, head.end),
                        [head],
                    )
                )
            tokens = c.tokens[1:]
            start = tokens[0].start
            c = replace(  # noqa: PLW2901 - narrowed
                c, start=start, text=document.text[start : c.end], tokens=tokens, initial=False, outer=(start, c.end)
            )
        out.append(c)
    return out


def _is_label(text: str, c: Candidate) -> bool:
    """Whether a word only says what the list behind its colon holds."""
    m = re.match(r"(?: [a-z]+)? ?:", text[c.end : c.end + 14])
    return m is not None and (c.text + m.group()[:-1]).strip().lower() in _labels()


def _title_case(document: Document, sentence: Sentence) -> bool:
    """Whether a headline gives every word a capital, which then says nothing."""
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", document.text[sentence.start : sentence.end]) if len(w) > 3]  # noqa: PLR2004
    return sum(w[0].isupper() for w in words) > 0.75 * len(words)


@cache
def _labels() -> frozenset[str]:
    rows = load_data("en", "labels").values()
    return frozenset(str(w) for row in rows for w in row) | {
        "synopsis",
        "genre",
        "status",
        "title",
        "source",
        "note",
        "credits",
    }


def _is_word(text: str) -> bool:
    """Whether a single capitalised word is one of the trade or of a country, which phrases.py reads."""
    low = text.lower()
    return (
        text in lexicon.adjectives()
        or text.removesuffix("-language") in lexicon.adjectives()
        or low in lexicon.lexemes("occupations")
        or low in lexicon.lexemes("types")
        or low in lexicon.lexemes("org_kinds")
        or low in lexicon.MONTHS
        or low in lexicon.WEEKDAYS
        or text
        in {"Oscar", "Oscars", "Emmy", "Emmys", "BAFTA", "Bafta", "Baftas", "Grammy", "Golden Globe", "Academy Award"}
        or text in {"TV", "I", "OK", "EXCLUSIVE", "BREAKING", "DVD", "EP", "EPs", "DoP"}
    )


def _org_goes_on(tokens: Sequence[object], rest: list[str]) -> bool:
    return rest[-1] in lexicon.suffixes() or len(rest) == 1


def _with_known(document: Document, found: list[Candidate]) -> list[Candidate]:
    spans = [(c.start, c.end) for c in found]
    extra: list[Candidate] = []
    finder, _ = _known()
    text = document.text
    for sentence in document.sentences:
        if sentence.zone == FURNITURE:
            continue
        piece = text[sentence.start : sentence.end]
        for _, a, b in finder.find_matches_as_indexes(piece):
            around = piece[a - 1 : a] + piece[b : b + 1].replace("’", "").replace("'", "")
            if any(c.isalnum() or c == "+" for c in around):
                continue
            start, end = sentence.start + a, sentence.start + b
            if not any(x < end and start < y and (y - x) >= (end - start) for x, y in spans):
                extra.append(Candidate(start, end, piece[a:b], sentence, "", False, False, (start, end)))  # noqa: FBT003 - fields in their order
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
    out: list[Candidate] = []
    for sentence in document.sentences:
        if sentence.zone != HEADLINE:
            continue
        line = document.text[sentence.start : sentence.end]
        taken = [c.outer for row in groups.values() for c in row if c.sentence is sentence]
        for name in sorted((t for t in texts if t in line), key=lambda t: (-len(t), t)):
            at = line.find(name)
            start, end = sentence.start + at, sentence.start + at + len(name)
            if line[at - 1 : at].isalnum() or line[at + len(name) : at + len(name) + 1].isalnum():
                continue
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                out.append(Candidate(start, end, name, sentence, "", False, False, (start, end)))  # noqa: FBT003 - fields in their order
    return out


def _agree(document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]) -> None:
    """Members of one list are of one kind: the surest one speaks for those that are in doubt."""
    run: list[Candidate] = []
    for c in [*found, None]:
        if (
            run
            and c is not None
            and c.sentence is run[-1].sentence
            and _LIST.fullmatch(document.text[run[-1].outer[1] : c.outer[0]])
        ):
            run.append(c)
            continue
        if len(run) > 1:
            rows = [(kinds.key(m.text), m) for m in run]
            sure = [judged[k] for k, m in rows if k in judged and judged[k][1] > SURE and judged[k][0] in "WOP"]
            letters = {row[0] for row in sure}
            if len(letters) == 1:
                letter = letters.pop()
                for k, m in rows:
                    if k in judged and judged[k][0] != letter and judged[k][1] < DOUBT and _may_be(letter, m):
                        judged[k] = (letter, UNDECIDED, ("one of a list",))
        run = [c] if c is not None else []


_WORK_BEFORE = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ )?(?:stars?|alum|alumn[aiu]s?|actors?|actress|creators?|co-creators?|showrunners?|writers?|scribe|director|helmer|filmmaker|breakout|duo)"
    r"(?:[ /-](?:writer|director|producer|creator|star|actor)s?)? [A-Z]"
)


def _neighbours(  # noqa: C901 - one case a reason
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """What the next words settle: "Harbor star Ann Lee", "Harbor's Ann Lee" and "of Harbor fame" name works."""
    counts = Counter(kinds.key(c.text) for c in found)
    for c, after in zip(found, [*found[1:], None], strict=False):
        k = kinds.key(c.text)
        if (
            k not in judged
            or (personal(c.text.split()) and k not in lexicon.titles())
            or (c.text in lexicon.organizations() and c.text not in lexicon.ambiguous())
            or c.text in lexicon.places()
        ):
            continue
        kind, _, _ = judged[k]
        if (
            kind in "WNX"
            and not c.quoted
            and (k not in lexicon.titles() or " " not in k)
            and _PLAYS.search(document.text[max(0, c.outer[0] - 24) : c.outer[0]])
            and counts[k] < 3  # noqa: PLR2004 - said beside it
        ):
            judged[k] = ("C", UNDECIDED, ("somebody plays it",))
            continue
        if kind not in "PNCX":
            continue
        end = c.outer[1]
        before = document.text[max(0, c.outer[0] - 24) : c.outer[0]]
        if (
            _NAMED.search(before)
            or (kind != "P" and _TYPED.search(before))
            or (_TYPED.search(before) and (judged[k][1] < DOUBT or not personal(c.text.split())))
        ):
            judged[k] = ("W", SURE, ("a type word before it",))
            continue
        parts = c.text.split()
        if (
            c.text in lexicon.ambiguous()
            and kind != "O"
            and not c.quoted
            and (
                _ORG_DOES.match(document.text, end)
                or _ORG_BEFORE.search(document.text[max(0, c.outer[0] - 24) : c.outer[0]])
            )
        ):
            judged[k] = ("O", SURE, ("does what companies do",))
            continue
        if (  # noqa: SIM102 - one case after the other
            kind in "NXCL"
            and 2 <= len(parts) <= 4  # noqa: PLR2004 - said beside it
            and not c.quoted
            and parts[-1] not in lexicon.suffixes()
            and parts[0] != "The"
        ):
            if _DOES.match(document.text, end) or _DONE_BY.search(document.text[max(0, c.outer[0] - 30) : c.outer[0]]):
                judged[k] = ("P", SURE, ("does what people do",))
                continue
        if _LIKE_WORK.match(document.text, end):
            judged[k] = ("W", SURE, ("what follows is said of a work",))
            continue
        owner = c.owns and after is not None and after.start - end <= 3 and personal(after.text.split())  # noqa: PLR2004
        text = document.text
        said = _WORK_BEFORE.match(text, end) or (text.startswith(" fame", end) and text[: c.outer[0]].endswith("of "))
        if owner or said:
            judged[k] = ("W", UNDECIDED, ("belongs to a person's name",))


_PLAYS = re.compile(
    r"\b(?:plays?|played|playing|portrays?|portrayed|portraying|role of|part of|character|named|starring as|stars as|voices|voicing) $"
)


_NOUNS = (
    "series|film|movie|drama|comedy|thriller|show|romance|special|documentary|sitcom|remake|sequel|prequel|spin-?off|crossover|horror|biopic|"
    "miniseries|mini-series|anime|musical|western|epic|feature|romcom|rom-com|soap|saga|mystery|novel|novella|manga|webtoon|memoir"
)
_ORG_DOES = re.compile(
    r" (?:has |have |will |is |first |exclusively |also |had )*(?:report|announc|confirm|order|renew|acquir|commission|greenl|releas|distribut|produc|learned|pick|air|stream|unveil|said|says|set)\w*\b|['’]s (?:upcoming|new|series|drama|original|next|forthcoming|hit|reboot)"
)
_ORG_BEFORE = re.compile(
    r"(?:[Aa]ccording to|\b[Pp]er|distributed by|released by|produced by|acquired by|ordered by|reported by|streams? on|streaming on|told|air on|airs on|premieres? on|series on|drama on|show on|for) $"
)
_DOES = re.compile(
    r",?(?: who)? (?:(?:will|is|has|was|also|to|set|been|who|would) ){0,4}(?:direct(?:s|ed|ing)?|plays?|played|playing|portrays?|stars?|starred|starring|cast|joins?|joined|writes?|wrote|"
    r"writing|written|pens?|penned|created?|creates|creating|produces?|produced|producing|executive|helms?|helmed|said|says|told|adds?|added|voices?|voicing|serves?|composed?|"
    r"reprises?|scripted|adapted|headlines?|leads?|boards?|at the helm)\b"
)
_DONE_BY = re.compile(
    r"(?:directed|written|penned|created|produced|helmed|played|portrayed|voiced|scripted|composed|adapted|scored|shot|edited|starring|opposite|alongside|"
    r"actor|actress|director|writer|producer|creator|showrunner|filmmaker|novelist|author|screenwriter|star|composer|co-star|script|screenplay|music|score|novel|book|manga|story|[\"”])"
    r"s?(?: by| is by| are| is| include)?:? $",
    re.IGNORECASE,
)
_LIKE_WORK = re.compile(
    rf"[\"”’']?(?: (?:movie|TV series|miniseries|sitcom|pilot)\b(?! (?:festival|stars?|critics?|actors?|of\b|-))"
    rf"| \((?:(?:19|20)\d\d|{lexicon.alternation(n for n, kind in lexicon.organizations().items() if kind in ('streamer', 'broadcaster') and len(n) > 2)})[),;]"  # noqa: PLR2004 - said beside it
    rf"|, (?:which (?:\w+ ){{0,4}}(?:direct|star|open|premiere|air|stream|arrive)\w*|dir\. |directed by|written by|starring |created by)"
    rf"|, (?:(?:the|an?|his|her|their|its|another) |[A-Z][\w’'.-]+['’]s? )(?:[\w’'-]+ ){{0,4}}(?:{_NOUNS})\b(?! (?:star|writer|director|actor|actress)))"
)
_NAMED = re.compile(r"\b(?:titled|entitled|dubbed) [\"“'‘]?$")
_TYPED = re.compile(
    r"\b(?:series|film|drama|movie|sitcom|miniseries|anime|K-drama|k-drama|comedy|thriller|biopic|documentary|musical|blockbuster|hit|pic|feature|drama series|romance|novel|book|manga|webtoon|stage play|musical) [\"“'‘]?$"
)


def _brackets(
    document: Document, judged: dict[str, tuple[str, float, tuple[str, ...]]], found: list[Candidate]
) -> None:
    """What stands in brackets behind names is of one kind throughout a sentence: all credits, or all characters."""
    groups: dict[int, list[tuple[str, Candidate]]] = defaultdict(list)
    for c in found:
        before = document.text[max(c.sentence.start, c.outer[0] - 60) : c.outer[0]]
        opening = before.rfind("(")
        k = kinds.key(c.text)
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
        if len(works) > 1 and len(works) > 2 * len(characters):
            for k, c in row:
                if judged[k][0] in "CXNP" and _may_be("W", c):
                    judged[k] = ("W", UNDECIDED, ("one of the bracketed credits",))


def _may_be(letter: str, c: Candidate) -> bool:
    parts = c.text.split()
    if letter == "W":
        return not personal(parts) or kinds.key(c.text) in lexicon.titles()
    if letter == "P":
        return len(parts) in (2, 3) and not c.quoted
    return not c.quoted and not personal(parts)


def _refer(document: Document, groups: dict[str, list[Candidate]], found: list[Candidate]) -> list[Mention]:  # noqa: C901 - one case a reason
    around = kinds.Surroundings(document, groups)
    judged = {name: kinds.judge(document.text, row, around) for name, row in groups.items()}
    _neighbours(document, judged, found)
    _agree(document, judged, found)
    _brackets(document, judged, found)
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
        if (whole and whole != name and not any(c.quoted for c in groups[name]) and kind in "PCN") or (
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
                    referents[target] = document.refer(
                        _ENTITY[kind], groups[target][0].text if target in groups else c.text
                    )
                referent = referents[target]
                referent.call(c.text)
            mentions.append(Mention(c.outer[0], c.outer[1], kind, c.text, referent=referent, reasons=why, value=lead))
    for referent in referents.values():
        referent.names.sort(key=lambda n: (-len(n.split()), -len(n)))
    return mentions
