"""Why a verdict is what it is, in words: "confirmed by the agency, 13 March 2024; first reported by …; six relays"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from newsreel.weighing.answers import period
from newsreel.weighing.holding import Judged
from newsreel.weighing.standing import PLANNED, Heard, Side, Standing

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NAMED = 3
_HEADS = {
    "not-announced": "not announced, says",
    "out": "out, says",
    "signed-since": "reported since, by",
    "outlets-say": "reported by",
    "planned": "planned, says",
    "considering": "on the table, says",
    "rumored": "rumoured, says",
    "come-about": "come about, says",
}


def reason(judged: Judged, names: dict[str, str], day: dt.date) -> str:
    """The reason as a phrase; `day` is the day as of which it holds."""
    parts = [_head(judged, names)]
    standing = judged.standing
    side = standing.yes if standing.yes.first else standing.no
    parts.append(_lapsed(judged, day))
    parts.append(_first(judged, side, names))
    parts.append(_relays(side))
    if judged.rivals and judged.rule != "contradicted":
        parts.append(f"contradicted by {_who(_speakers(judged.rivals), names)}")
    elif standing.no.first and standing.yes.first and judged.verdict not in {"denied", "disputed"}:
        parts.append(f"denied by {_who(list(standing.no.first), names)}")
    return "; ".join(part for part in parts if part)


def _head(judged: Judged, names: dict[str, str]) -> str:
    yes, rule = judged.standing.yes, judged.rule
    if rule in _SPEAKS:
        return _SPEAKS[rule](judged, names)
    return f"{_HEADS.get(rule, rule)} {_who(list(yes.first), names)}, {_date(_earliest(yes).day)}"


def _confirmed(judged: Judged, names: dict[str, str]) -> str:
    return f"{judged.verdict} by {_parties(judged.standing.yes, names)}"


def _planned(judged: Judged, names: dict[str, str]) -> str:
    return f"planned, says {_parties(judged.standing.yes, names)}"


def _on_the_table(judged: Judged, names: dict[str, str]) -> str:
    return f"on the table, says {_parties(judged.standing.yes, names)}"


def _seen(judged: Judged, names: dict[str, str]) -> str:
    witness = next(heard for heard in judged.standing.yes.voices if heard.seen)
    return f"{judged.verdict}: seen by {_name(witness.origin, names)}, {_date(witness.day)}"


def _denied(judged: Judged, names: dict[str, str]) -> str:
    no = judged.standing.no
    deniers = _parties(no, names) if no.parties else f"{_who(list(no.first), names)}, {_date(_earliest(no).day)}"
    return f"denied by {deniers}"


def _clash(judged: Judged, names: dict[str, str]) -> str:
    standing = judged.standing
    return f"{_parties(standing.yes, names)} says so, {_parties(standing.no, names)} denies it"


def _taken_back(judged: Judged, names: dict[str, str]) -> str:
    return f"taken back by {_who(list(judged.standing.yes.first), names)}"


def _contradicted(judged: Judged, names: dict[str, str]) -> str:
    against = _speakers(judged.rivals) or list(judged.standing.no.first)
    heavy = any(rival.weight for rival in judged.rivals)
    cited = any(rival.answer in judged.standing.distorts for rival in judged.rivals)
    why = ", whose word it changes" if cited else ", a party or a witness" if heavy else ""
    said = _who(list(judged.standing.yes.first), names)
    return f"said by {said}, contradicted by {_who(against, names)}{why}"


def _gave_way(judged: Judged, names: dict[str, str]) -> str:
    since = judged.by
    if since is None:
        return judged.rule
    value = since.sample.claim.object
    words = {
        "moved": "overtaken by",
        "refined": "made finer by",
        "answered": "answered by",
        "stage-passed": "gone on to",
    }
    told = str(value) if isinstance(value, str | int) else getattr(value, "name", "")
    who = next(iter(since.yes.parties or since.yes.first), "")
    return f"{words[judged.rule]} {told} ({_name(who, names)}, {_date(since.decided)})"


def _lapsed(judged: Judged, day: dt.date) -> str:
    if judged.verdict != "planned" or judged.standing.yes.level != PLANNED:
        return ""
    days = period(judged.standing.answer.value)
    return f"was planned for {days}; nothing since" if days is not None and days.end <= day else ""


def _first(judged: Judged, side: Side, names: dict[str, str]) -> str:
    """Who had it first, where that is not who settled it."""
    if not side.parties or judged.verdict in {"denied", "superseded", "disputed"}:
        return ""
    first = _earliest(side)
    settled = min(heard.day for heard in side.parties.values())
    if first.kind == "party":
        return ""
    when = "the same day" if first.day == settled else _date(first.day)
    return f"first reported by {_name(first.origin, names)}{' ' if first.day == settled else ', '}{when}"


def _relays(side: Side) -> str:
    reports = {h.statement.claim.report for h in side.voices if h.kind in {"relay", "copy"} and h.source}
    if not reports:
        return ""
    count = _NUMBERS[len(reports)] if len(reports) < len(_NUMBERS) else str(len(reports))
    return f"{count} relay{'s' if len(reports) > 1 else ''}"


def _parties(side: Side, names: dict[str, str]) -> str:
    if not side.parties:
        return _who(list(side.first), names)
    first = min((side.first.get(key, heard) for key, heard in side.parties.items()), key=lambda heard: heard.day)
    return f"{_who(list(side.parties), names)}, {_date(first.day)}"


def _speakers(standings: list[Standing]) -> list[str]:
    return list(dict.fromkeys(key for standing in standings for key in standing.yes.first))


def _earliest(side: Side) -> Heard:
    return next(iter(side.first.values()), side.voices[0])


def _who(keys: list[str], names: dict[str, str]) -> str:
    shown = [_name(key, names) for key in keys[:_NAMED]]
    if len(keys) > _NAMED:
        shown.append(f"{len(keys) - _NAMED} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "nobody"


def _name(key: str, names: dict[str, str]) -> str:
    return names.get(key) or key.partition(":")[2]


def _date(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


_SPEAKS: dict[str, Callable[[Judged, dict[str, str]], str]] = {
    "party-says": _confirmed,
    "seen": _seen,
    "shown": _seen,
    "party-plans": _planned,
    "party-considers": _on_the_table,
    "party-denies": _denied,
    "only-denied": _denied,
    "dropped": _denied,
    "party-against-party": _clash,
    "contradicted": _contradicted,
    "moved": _gave_way,
    "refined": _gave_way,
    "answered": _gave_way,
    "stage-passed": _gave_way,
    "taken-back": _taken_back,
}
