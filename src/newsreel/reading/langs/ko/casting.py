"""Characters and their actors: the frames of data/casting.yml, the votes they cast and the roles of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from newsreel.reading.compiling import compile_frames
from newsreel.reading.frames import FrameSet, Match
from newsreel.reading.langs.ko import guards
from newsreel.reading.langs.ko.lexicon import alternation, words
from newsreel.reading.mask import NUMBER_CLASS, kind_char
from newsreel.reading.pack import load_data

if TYPE_CHECKING:
    from newsreel.reading.document import Sentence

SEPARATORS = r"\s?[·ㆍ⋅・,、/&X×]\s?|(?<=[^ ])[-–](?=[^ ])|(?:와|과) |(?:이|가)?랑 |\s"
_ANY = f"{kind_char('A')}-{kind_char('Z')}"


def kinds(pattern: str) -> str:
    """A frame's pattern with the letters of `[^WP.]` as the characters that stand for mentions in masked text."""
    return re.sub(r"\[\^([WPODCNX]+)", lambda m: "[^" + "".join(map(kind_char, m[1])), pattern)


def macros() -> dict[str, str]:
    """The macros of the casting frames and of all others: what stands between names, labels, verbs of playing."""
    labels = alternation({*words().before, *words().data["real_before"]})
    roles = alternation(
        w
        for w in load_data("ko", "roles")["nouns"]
        if w not in {"감독", "작가", "배우", "PD", "프로듀서", "가수", "모델"}
    )
    person_class = f"[{kind_char('P')}{kind_char('C')}{kind_char('X')}]"
    person = f"{kind_char('P')}{kind_char('C')}{kind_char('X')}{kind_char('W')}"
    return {
        "subj": r"(?!의 |[을를] )(?:씨| 배우)?(?:은|는|이|가|도|,)? ?",
        "near": rf"(?:(?!연기한|연기했던|맡은|맡았던|분한)[^{person}.!?\n]){{0,28}}?",
        "nearw": rf"(?:[^{kind_char('P')}{kind_char('C')}{kind_char('X')}.!?\n]{{0,40}}?)",
        "labw": rf"(?:(?:[^{kind_char('P')}{kind_char('C')}{kind_char('X')}.,!?()\n]|"
        rf", (?={kind_char('W')})){{1,40}} )?",
        "subjp": r"(?:\([^()]{1,14}\))?(?:씨| 님| 배우)?(?:은|는|이|가|도|역시|또한) ",
        "long": rf"(?:(?! 역(?:을|으로)?, |[이가] (?:연기한|연기했던|맡은|맡았던|분한) |역(?:을|으로)? (?:맡은|분한|"
        rf"연기한) )"
        rf"(?![”\"](?:며|면서|고|라며|이라며) )(?:[^{kind_char('P')}.!?()\n]|{kind_char('P')}{NUMBER_CLASS}[의을를] )|"
        rf"\([^()]*\)){{0,90}}?",
        "labs": rf"(?:{labels})",
        "lab": rf"(?:[^{person}.,!?()\n]{{0,19}}[^{person}.,!?()\n고며서해자데만을를은는이가로] )?",
        "char": rf"{{PCX:char}}(?: (?:{roles}))?(?:’|')?",
        "actorless": rf"{kind_char('P')}{NUMBER_CLASS}(?:이|가) {person_class}{NUMBER_CLASS}"
        r"(?:이다|다|이고|로|였다|이었다)?(?:\.|,|$)",
        "rolenoun": rf"(?:{roles})",
        "char3": "[]",
        "onward": "",
        "chars": "{PCX+:char}",
        "actor": r"(?<!\(){P:actor}(?! ?(?:분|扮)?\))(?! ?(?:사단|키즈))",
        "actors": "{P+:actor}",
        "role_np": r"(?:[가-힣0-9]+ ?){1,4}",
        "plays": (
            r"(?:맡|연기|분하|분해|분했|분한|나서|나선|나섰|나온|나오|나왔|출연|변신|등장|합류|활약|열연|호흡|"
            r"가세|뭉|맞선|맞서|만나|"
            r"붙|돌아|서|선다|낙점|캐스팅|발탁|뽑|안방|눈도장|얼굴|이름|사랑|인기|소화|그려|표현|마이크|목소리|"
            r"첫 주연|주연|힘을|존재감|극의|극에|활력|재미를|긴장감|무게)"
        ),
    }


@cache
def _rows() -> tuple[list[dict[str, Any]], dict[str, float], dict[str, str]]:
    rows, weights, billing = [], {}, {}
    for row in load_data("ko", "casting")["frames"]:
        weights[f"ko/{row['id']}"] = row["vote"]
        if "billing" in row:
            billing[f"ko/{row['id']}"] = row["billing"]
        kept = {k: v for k, v in row.items() if k not in {"vote", "billing", "who", "role", "named"}}
        claim = {"predicate": "cast_member", "subject": "focus", "object": row.get("who", "actor"), "character": "char"}
        if "role" in row:
            if not row.get("named"):
                del claim["character"]
            claim["billing"] = f"={row['role']}"
        if "billing" in row:
            claim["billing"] = f"={row['billing']}"
        rows.append({**kept, "claims": [claim]})
    return rows, weights, billing


@cache
def frames() -> FrameSet:
    """The casting frames, compiled once."""
    extra = macros()
    one = "".join(kind_char(k) for k in "PCX")
    pair = rf"[{one}]{NUMBER_CLASS}(?: ?역)?(?:은|는|에는|에) [{one}]{NUMBER_CLASS}"
    extra["onward"] = (  # "오산은 한지우, 바다는 이두리가 맡았다": parts and players, the verb behind the last
        rf"(?:{pair}, ){{0,6}}[{one}]{NUMBER_CLASS}(?: ?역)?(?:은|는|에는|에) [^.,]{{0,14}}?"
        rf"[{one}]{NUMBER_CLASS}(?:이|가) (?:각각 )?(?:맡|연기|분하|분한|캐스팅|낙점)"
    )
    extra["char3"] = f"[{one}]{NUMBER_CLASS}"
    noun = rf"(?:(?!대립|맞서|맞선|사랑에|얽히|엮이|쫓는|만나)[^{_ANY}.!?,()\n]){{0,16}}"
    rank = rf"(?: {extra['rolenoun']})?"
    extra["charseries"] = (
        rf"(?P<char>[{one}]{NUMBER_CLASS}{rank}(?:(?:, |와 |과 |·|, 그리고 ){noun}[{one}]{NUMBER_CLASS}{rank})+)"
    )
    rows = [
        {**row, "guard": "parted", "patterns": [_named(pattern, extra) for pattern in row["patterns"]]}
        for row in _rows()[0]
    ]
    return FrameSet(compile_frames("ko", {"macros": extra, "frames": rows}, SEPARATORS, dict(guards.GUARDS)))


def _named(pattern: str, macros_: dict[str, str]) -> str:
    """A pattern with the macros that bind names written out, so that the engine sees what kinds the names hold."""
    for name in ("char", "chars", "actor", "actors"):
        pattern = pattern.replace(f"{{{name}}}", macros_[name])
    return kinds(pattern)


def votes(sentence: Sentence) -> Iterator[tuple[Match, float]]:
    """The casting frames that fit a sentence whose names are not yet told apart, each with its weight."""
    weights = _rows()[1]
    for match in frames().matches(sentence):
        yield match, weights[match.frame.rule]


@cache
def role_noun() -> re.Pattern[str]:
    """A noun for a role at the end of a text, with a space behind."""
    return re.compile(rf"(?:{alternation(load_data('ko', 'roles')['nouns'])})(?:인|이자)? $")
