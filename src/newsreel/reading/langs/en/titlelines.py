"""Title lines: lines that begin with a title of their own, told by the list they stand in or by the labels under them.

As in "1. Kin, S2. Dublin, summer.", "8 – Salt Road (Acme). Ann Lee directs.", "Title: TIN MOON", and a title on a line of
its own above "Who: …", "Where: …", when other titles have the same labels under them.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreel.reading.document import FURNITURE, HEADLINE
from newsreel.reading.langs.en import lexicon
from newsreel.reading.langs.en.grids import NAME, country_code
from newsreel.reading.langs.en.labels import predicates_of
from newsreel.reading.langs.en.tokens import personal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreel.reading.document import Document

Place = tuple[int, int]
WORD = r"[\"“‘'*]*(?:(?:Mr|Mrs|Ms|Dr|St|No|NO|Vol|vs|Pt)\.|[A-Z0-9ÁÉÍÓÚÀÈÄÖÜÇÑØÅŠŽ](?:[\w’'.&!?-]*[\w’'&!?-])?)"
_SMALL = r"(?:of|the|a|an|and|in|on|at|to|for|from|with|by|&|is|my|de|la|le|les|el|du|des|et|und|y|à|not|or|vs\.?|it)"
TITLE = rf"{WORD}(?:,? {WORD}|:? {WORD}| {_SMALL}){{0,9}}"
DAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? )?(?:\d{1,2}/\d{1,2}|\d{1,2}(?:st|nd|rd|th)?(?: [A-Z][a-z]{2,8}\.?)?|[A-Z][a-z]{2,8}\.? \d{1,2})"
_TIME = r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)(?: [–—-]|:|,)? |\d{1,2}[.:]\d\d(?: [–—-]|:|,)? )?"
_MARK = rf"^[ \t]*(?:(?P<bullet>[•*\-–—·▪■●○◦★☆➤▶►→>] ?)|(?P<number>\d{{1,2}}[.)] )|(?P<day>{DAY})(?: [–—-]|:) ){_TIME}"
_SEASON = r"(?P<season>,? (?:S\d{1,2}|[Ss]eason \d{1,2}))"
# a title goes on behind its colon where small words of titles follow, as in "Harbor: Rise of the Kite."
_SUBTITLE = (
    r"[A-Z][\w’'-]*(?: (?:[A-Z&][\w’'-]*|of|the|in|to))*? (?:of|the|in|to|&)(?: (?:[A-Z&][\w’'-]*|of|the|in|to))*\. "
)
_ITEM = re.compile(
    rf"{_MARK}(?:(?P<title>{TITLE}?)(?:{_SEASON}(?=[ .:,(\n])|(?= [–—-] | \())"
    rf"|(?P<plain>{TITLE}?)(?=: (?!{_SUBTITLE})|\.? *$|\. ))(?P<behind>[^\n]*)",
    re.MULTILINE,
)
# the same without a mark, where a dash or a colon follows: "Harbor – Acme has Britain."
_BARE = re.compile(
    rf"^{_TIME}(?P<title>{TITLE}?)(?: \([^()\n]*\))?(?P<stop> [–—-] |: (?!{_SUBTITLE}))(?P<behind>[^\n]+)", re.MULTILINE
)
# a label in capitals before a title that ends its line or has its bracket behind: "THE BIG ONE: Harbor"
_KICKED = re.compile(
    rf"^{_TIME}(?:\d{{1,2}}[.:]\d\d [–—-] )?[A-Z][A-Z’'!& -]{{4,30}}: (?P<title>{TITLE})(?=[ \t]*$| \([^()\n]+\)[,.]?)",
    re.MULTILINE,
)
_OF_WORKS = re.compile(
    r"\b(?:series|film|movie|drama|comedy|thriller|documentary|docuseries|doc|season|episodes?|eps|western|romcom|sequel|remake|starring|directs|directed by|dir\.|stars|whodunnit|sitcom|anime)\b"
    rf"|\bDir: |^\W*{NAME}(?:, {NAME}|\.|;| and {NAME})",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"^(?:,? S\d+)? ?\(([A-Z][\w+ ./&é]{1,24})\)|\. ([A-Z][\w+]{2,14})(?:\.| /|$)")
_SOLD = re.compile(r"\W*[A-Z][\w+/ ]{1,30} \(([A-Z][^()]{1,30})\)")  # "– Acme (US)"
_PERSON = re.compile(rf"{NAME}[.;,]?\s*")
_LEAST, _ONE_IN = 3, 3
_LABEL = re.compile(
    r"^[ \t]*(?:[•*>–-] ?)?(?P<label>[A-Z][A-Za-z’'/&. -]{1,24}?)(?: ?\.{3,} ?| ?…+ ?| ?\| ?|\t+|: ?| – )\S"
)
_TITLED = re.compile(
    rf"^[ \t]*(?:(?i:title|film|series|show|project|production|programme|program|picture|name|what)): (?P<title>{TITLE})(?=[ ,.(]|$)",
    re.MULTILINE,
)
_ALONE = re.compile(
    rf"^[\"“‘']?(?P<title>{TITLE}?)[\"”’']?(?:,? (?:S\d{{1,2}}|[Ss](?:eason|eries) [\w]+))?(?: \([^()\n]*\))?:?$"
)


def title_lines(document: Document) -> dict[int, Place]:
    """Where titles begin lines, by the starts of their lines; found once."""
    if "title lines" not in document.notes:
        found = {**_kicked(document), **_bare(document), **_items(document), **_blocks(document)}
        document.notes["title lines"] = found
    places: dict[int, Place] = document.notes["title lines"]
    return places


def _items(document: Document) -> dict[int, Place]:
    """Lists of works by their marks (bullets, numbers, days): lists of which one line in three speaks as of works."""
    rows: dict[str, list[re.Match[str]]] = {}
    for m in _ITEM.finditer(document.text, document.report.body):
        rows.setdefault("bullet" if m["bullet"] else "number" if m["number"] else "day", []).append(m)
    out: dict[int, Place] = {}
    head = next((s for s in document.sentences if s.zone == HEADLINE), None)
    of_screens = head is not None and _SCREENS.search(document.text, head.start, head.end) is not None
    for mark, items in rows.items():
        found = [m for m in items if not _no_title(m["title"] or m["plain"])]
        telling = sum(1 for m in found if m["season"] or _tells(m["title"] or m["plain"], m["behind"]))
        if mark == "day" and of_screens:
            telling = len(found)
        if len(found) < _LEAST or telling * _ONE_IN < len(found) or len(found) * 2 <= len(items):
            continue
        found += _alike(items, found)
        out |= {m.start(): _whole(document.text, m) for m in found}
    return out


# a headline above whose days titles stand
_SCREENS = re.compile(
    r"\b(?:cinemas?|films?|movies?|series|shows|releases?|premieres?|big screen|streaming|tv|television|dramas?)\b",
    re.IGNORECASE,
)


def _whole(text: str, m: re.Match[str]) -> Place:
    """A title with what is behind its colon where the line ends with that: "6 – The Kite: Believer"."""
    start, end = m.span("title" if m["title"] else "plain")
    rest = _REST.match(m["behind"])
    if rest is None or personal(rest["rest"].split()) or rest["rest"] in lexicon.organizations():
        return start, end
    if rest["stop"] and not _subtitle(text[start:end], rest["rest"]):
        return start, end
    return start, m.start("behind") + rest.end("rest")


def _subtitle(title: str, rest: str) -> bool:
    """Whether what stands between a title's colon and a full stop goes on with it: "Alien: Romulus. Ann Lee directs."."""
    if lexicon.key(f"{title}: {rest}") in lexicon.titles() or lexicon.key(rest) in lexicon.titles():
        return True
    words = rest.split()
    names = lexicon.places().keys() | lexicon.festivals() | lexicon.words("given")
    plain = lexicon.words("common")
    return rest not in names and not any(w in names or w.lower() in names or w.lower() in plain for w in words)


_REST = re.compile(rf": (?P<rest>{TITLE})(?:\s*$|(?P<stop>\. ))")


def _bare(document: Document) -> dict[int, Place]:
    """Lines of a list without marks, those with a dash or those with a colon: three or more, of which one in three speaks as of works."""
    rows: dict[str, list[re.Match[str]]] = {}
    for m in _BARE.finditer(document.text, document.report.body):
        rows.setdefault(m["stop"].strip(), []).append(m)
    if len(rows) > 1 and max(map(len, rows.values())) < _LEAST:  # dashes and colons by turns
        rows = {"": [m for row in rows.values() for m in row]}
    out: dict[int, Place] = {}
    for items in rows.values():
        found = [
            m for m in items if not (_no_title(m["title"]) or predicates_of(m["title"]) or _DATED.fullmatch(m["title"]))
        ]
        telling = sum(1 for m in found if _tells(m["title"], m["behind"]))
        if sum(1 for m in items if _PERSON.fullmatch(m["behind"])) * 2 >= len(items):
            continue  # "Rin – Ann Lee": a cast
        if len(found) >= _LEAST and telling * 2 >= len(found) and len(found) * 3 >= 2 * len(items):
            found += _alike(items, found)
            out |= {m.start(): m.span("title") for m in found}
    return out


def _alike(items: list[re.Match[str]], found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Titles of a person's shape ("3. Marie Antoinette. Canal+.") among others, where few are so and each is told of as works are."""
    alike = [m for m in items if m not in found and of_person(_name(m).split()) and _tells(_name(m), m["behind"])]
    return alike if len(alike) * _ONE_IN <= len(found) else []


def _name(m: re.Match[str]) -> str:
    groups = m.groupdict()
    return str(groups["title"] or groups["plain"])


def _kicked(document: Document) -> dict[int, Place]:
    """Titles behind a label in capitals, where two lines or more have one."""
    found = [m for m in _KICKED.finditer(document.text, document.report.body) if not _no_title(m["title"])]
    return {m.start(): m.span("title") for m in found} if len(found) > 1 else {}


def _tells(name: str, behind: str) -> bool:
    """Whether what stands behind a name is what stands behind a title."""
    shown = _SHOWN.match(behind)
    known = shown is not None and (shown[1] or shown[2]) in lexicon.organizations()
    sold = _SOLD.match(behind)
    if sold is not None and all(country_code(part) for part in re.split(r", ?|/| and ", sold[1])):
        return True
    return known or _OF_WORKS.search(behind) is not None or (" " in name and lexicon.key(name) in lexicon.titles())


def of_person(words: list[str]) -> bool:
    """Whether words are a person's full name rather than a title."""
    return all(word[0].isupper() and word[-1] not in ":," for word in words) and personal(words)


_DATED = re.compile(
    rf"{DAY}|[\d\W]+|(?:(?:{'|'.join(sorted(lexicon.MONTHS | lexicon.WEEKDAYS))})\b|(?:mon|tues?|weds?|thurs?|fri|sat|sun) \d|(?:early|mid|late|spring|summer|autumn|fall|winter|today|yesterday|tomorrow)\b).*",
    re.IGNORECASE,
)


def _no_title(name: str) -> bool:
    words = name.split()
    return (
        of_person(words)
        or name in lexicon.organizations()
        or (name.isupper() and name.title() in lexicon.organizations())
        or name in lexicon.places()
        or (len(words) == 1 and name.lower() in lexicon.lexemes("occupations"))
        or (len(words) < 3 and {words[0].lower(), words[-1].lower()} & lexicon.word_list("label_words") != set())  # noqa: PLR2004 - "Executive Producer"
    )


def _blocks(document: Document) -> dict[int, Place]:
    """Titles behind the label "Title:", and those alone on a line above labels that stand under another such line too."""
    text = document.text
    if "\n" not in text:
        return {}
    found: dict[int, Place] = {}
    heads: list[tuple[Place, Place, set[str]]] = []
    for head, under in _stacks(document):
        first = next((i for i, (a, b) in enumerate(under) if _LABEL.match(text[a:b])), 0)
        head, under = (under[first - 1], under[first:]) if first else (head, under)  # noqa: PLW2901 - the line above the labels
        labels = {m["label"].lower() for a, b in under if (m := _LABEL.match(text[a:b]))}
        said = next((m for a, b in (head, *under) if (m := _TITLED.match(text, a, b))), None)
        if said is not None and len({label for label in labels if predicates_of(label)}) > 1:
            found[said.start()] = said.span("title")
            continue
        alone = _ALONE.match(text[slice(*head)])
        if alone is not None and labels and not _LABEL.match(text[slice(*head)]):
            heads.append((head, (head[0] + alone.start("title"), head[0] + alone.end("title")), labels))
    often = Counter(label for _, _, labels in heads for label in labels if predicates_of(label))
    shared = {label for label, n in often.items() if n > 1}
    for head, title, labels in heads:
        name = text[slice(*title)]
        if labels & shared and not predicates_of(name) and (len(labels & shared) > 1 or not _no_title(name)):
            found[head[0]] = title
    return found


def _stacks(document: Document) -> Iterator[tuple[Place, list[Place]]]:
    """The first line of every stretch of lines that no empty line breaks, and those under it."""
    stack: list[Place] = []
    lines = [
        (s.start, next((e for e in (document.text.find("\n", s.start),) if e >= 0), len(document.text)))
        for last, s in pairwise([None, *document.sentences])
        if s is not None and s.zone not in (HEADLINE, FURNITURE) and (last is None or last.paragraph != s.paragraph)
    ]
    for line in lines:
        if stack and document.text.count("\n", stack[-1][1], line[0]) > 1:
            if len(stack) > 1:
                yield stack[0], stack[1:]
            stack = []
        stack.append(
            (line[0], line[1] - (len(document.text[slice(*line)]) - len(document.text[slice(*line)].rstrip())))
        )
    if len(stack) > 1:
        yield stack[0], stack[1:]
