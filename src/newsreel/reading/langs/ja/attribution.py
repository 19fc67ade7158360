"""Cues of Japanese prose: on whose word something is said, and how sure it is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsreel.reading.langs.ja.lexicon import lexicon, plain
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.needs import Sought, Together
from newsreel.reading.pack import Cue, load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Document, Mention, Referent, Sentence

_SLOT = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of cues.yml, compiled."""

    name: str
    pattern: Sought
    status: str
    voice: str
    reach: str
    carries: bool
    first: bool


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            name=f"ja/cue/{row['id']}",
            pattern=Sought(_SLOT.sub(_slot, row["pattern"])),
            status=row["status"],
            voice=row.get("voice", ""),
            reach=row.get("reach", "sentence"),
            carries=bool(row.get("carries", False)),
            first=bool(row.get("first", False)),
        )
        for row in load_data("ja", "cues")["cues"]
    )


@cache
def _together() -> Together:
    return Together([rule.pattern for rule in _rules()])


def _slot(m: re.Match[str]) -> str:
    return f"[{''.join(map(kind_char, m[1]))}]{NUMBER_CLASS}"


# A mention alone: the character of its kind and that of its number.
_MARK = 2
_MADE = "ja cues"


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence in order; a voice named by its kind alone (同紙) is the last one named before."""
    made: dict[int, list[Cue]] = document.notes.setdefault(_MADE, {})
    if sentence.index not in made:
        made[sentence.index] = _cues(document, sentence)
        told = (_echo(document, sentence), _answer(document, sentence))
        made[sentence.index] = [*made[sentence.index], *(cue for cue in told if cue is not None)]
    return made[sentence.index]


_PRESS = (
    rf"(?:[{kind_char('A')}]{NUMBER_CLASS}の?|複数の|一部の?|海外|現地|地元|芸能|各)*"
    r"(?:メディア|スポーツ紙|日刊紙|夕刊紙|業界紙|業界誌|週刊誌|芸能誌)(?:各社)?"
)
# A sentence that tells nothing but who said the one before: "韓国メディアのインサイトなどが29日に伝えた。"
_ECHO = re.compile(
    rf"^(?:[^。「」]{{0,30}}で、)?[^。「」]{{0,12}}?(?:「?(?P<by>[{kind_char('O')}]{NUMBER_CLASS}|{_PRESS})」?(?:誌|紙)?(?:電子版)?(?:など|ほか[^、。]{{0,12}})?|同社|同局)(?:が|は)(?:[^。「」、]{{0,16}}、?){{0,2}}[^。「」、]{{0,6}}?(?:(?P<told>伝え|報じ|報道し)(?:た。$|(?:て)?、)|(?:発表した|明らかにした|公表した)。$)"
)


def _echo(document: Document, sentence: Sentence) -> Cue | None:
    """The voice that the next sentence gives to this one."""
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].paragraph != sentence.paragraph or following[0].masked is None:
        return None
    after = following[0]
    match = _ECHO.match(after.masked.text)  # type: ignore[union-attr]
    if match is None or any(m.kind in "WPXC" for m in after.mentions):
        return None
    named = after.masked.mentions_in(match["by"]) if match["by"] else []  # type: ignore[union-attr]
    if match["by"] and len(match["by"]) > _MARK:
        by: tuple[str, ...] = (after.masked.plain(match["by"]),)  # type: ignore[union-attr]
    else:
        by = (named[0].referent.name,) if named and named[0].referent else _last_voice(document, after, outlet=False)
    status = "reported" if match["told"] else "confirmed"
    return Cue(sentence.start, sentence.start, status, by, rule="ja/cue/echo") if by else None


_QUESTION = re.compile(r"^[　 ]*(?:――|──|Q[.．:：])", re.MULTILINE)


def _answer(document: Document, sentence: Sentence) -> Cue | None:
    """In an interview of questions and answers, what stands in marks of speech is on the word of the person asked."""
    asked: Referent | None = document.notes.get("headlined")
    if asked is None or document.text[sentence.start] != "「" or sentence.zone == "headline":
        return None
    if "questions" not in document.notes:
        document.notes["questions"] = len(_QUESTION.findall(document.text))
    if document.notes["questions"] < 2:  # noqa: PLR2004 - one alone is a line of dialogue
        return None
    return Cue(sentence.start, sentence.start, "confirmed", (asked.name,), rule="ja/cue/answer")


_NOBODY = ("reports",)


def _cues(document: Document, sentence: Sentence) -> list[Cue]:
    masked = sentence.masked
    if masked is None or sentence.zone == "headline":
        return []
    found = []
    rules = _rules()
    for number in _together().possible(masked.low):
        rule = rules[number]
        for match in rule.pattern.compiled.finditer(masked.text):
            by = _voice(document, sentence, rule, match)
            before = _told_before(document, sentence) if by == _NOBODY else None
            found.append(
                Cue(
                    masked.position(match.start()),
                    masked.position(match.end(), end=True),
                    before.status if before else _standing(document, sentence, rule, match),
                    before.by if before else by,
                    rule.reach,
                    rule.carries,
                    rule.name,
                    _clause(document, sentence, masked.position(match.start())) if rule.reach == "clause" else None,
                    rule.first,
                )
            )
    named = any(c.by and c.by != _NOBODY and c.status in {"reported", "confirmed"} for c in found)
    return sorted((c for c in found if not named or c.by != _NOBODY), key=lambda c: c.start)


_PARTIES = frozenset({"broadcaster", "streamer", "agency", "production_company"})


def _standing(document: Document, sentence: Sentence, rule: Rule, match: re.Match[str]) -> str:
    """How sure a voice makes it: 東宝によると is a party's word, no outlet's."""
    if rule.name != "ja/cue/outlet-by-way" or sentence.masked is None or "よ" not in match[0]:
        return rule.status
    named = sentence.masked.mentions_in(match["by"])
    if not named or named[0].referent is None or _is_outlet(document, named[0]):
        return rule.status
    known = plain(lexicon().canon.get(plain(named[0].text), ""))
    kind = named[0].referent.facts.get("org_kind")
    made = named[0].reasons in {("its ending or label",), ("named again",)}  # 製作も担うネツゲン: no outlet does
    return "confirmed" if kind in _PARTIES or (not kind and (known or made)) else rule.status


# Where a clause ends: a comma behind a word that joins clauses.
_BOUNDARY = re.compile(r"(?:が|ており|たり|し|で|ものの|けれど|一方|る中|ため|り|れ|せ|ず)、")


def _clause(document: Document, sentence: Sentence, at: int) -> tuple[int, int]:
    """The clause that holds a code point."""
    low, high = sentence.start, sentence.end
    for match in _BOUNDARY.finditer(document.text, sentence.start, sentence.end):
        if match.end() <= at:
            low = match.end()
        elif match.end() > at:
            high = match.end()
            break
    return low, high


def _voice(document: Document, sentence: Sentence, rule: Rule, match: re.Match[str]) -> tuple[str, ...]:  # noqa: PLR0911 - one table of shapes, read from the top
    masked = sentence.masked
    if masked is None:
        return ()
    if "by" in match.re.groupindex and match["by"]:
        named = masked.mentions_in(match["by"])
        if not named or len(match["by"]) > _MARK:
            return (re.sub(r"^(?:の|同作の|本作の)", "", masked.plain(match["by"])),)
        referent = named[0].referent
        return (referent.name if referent is not None else named[0].text,)
    if rule.voice == "reports":
        return ("reports",)
    if rule.voice in {"last", "outlet"}:
        return _last_voice(document, sentence, outlet=rule.voice == "outlet")
    if rule.voice == "head":
        head = re.split("は|が", masked.plain(match[0]), maxsplit=1)[0]
        if head.startswith("同"):
            return _last_voice(document, sentence, outlet=False) or (head,)
        return tuple(re.split(r"と(?=公式)|、(?=公式)", head))
    return ()


def _told_before(document: Document, sentence: Sentence) -> Cue | None:
    """The voice named in the sentences before, of the same paragraph, that goes on: whose という it is."""
    for earlier in reversed(document.sentences[: sentence.index]):
        if earlier.paragraph != sentence.paragraph:
            return None
        for cue in reversed(cues(document, earlier)):
            if cue.carries and cue.by and cue.status in {"reported", "confirmed"}:
                return cue
    return None


def _last_voice(document: Document, sentence: Sentence, *, outlet: bool) -> tuple[str, ...]:
    """The outlet, or else the organisation that is none, named last before the sentence."""
    for earlier in reversed(document.sentences[: sentence.index + 1]):
        for mention in reversed(earlier.mentions):
            if (
                mention.kind == "O"
                and mention.referent is not None
                and mention.start < sentence.start
                and document.text[mention.start - 1 : mention.start] != "（"
                and _is_outlet(document, mention) == outlet
            ):
                return (mention.referent.name,)
    return ()


_OUTLET_NAME = re.compile(r"(?:新聞|スポーツ|通信|タイムズ|ポスト|ニュース|日報|リポーター|ジャーナル)$")


def _is_outlet(document: Document, mention: Mention) -> bool:
    """Whether an organisation is of the press: by the lists, by its name, or called 紙・誌・メディア beside it."""
    referent = mention.referent
    if referent is not None and referent.facts.get("org_kind") == "outlet":
        return True
    if document.text[mention.end : mention.end + 1] in ("誌", "紙"):
        return True
    before = document.text[max(0, mention.start - 6) : mention.start]
    return bool(_OUTLET_NAME.search(mention.text) or re.search(r"(?:紙|誌|メディア|サイト)の$", before))
