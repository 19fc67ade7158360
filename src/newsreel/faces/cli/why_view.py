"""What `newsreel why` shows: every claim for and against a fact, who had it from whom, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.text import Text

from newsreel.faces.cli.days import short_day
from newsreel.faces.cli.screen import indented, show
from newsreel.faces.cli.style import HEAD, certainty, dim
from newsreel.faces.cli.voices import called_voice
from newsreel.faces.cli.wording import sentence
from newsreel.model import Claim, Fact, Report, Voice

_STEP = 4
_KINDS = {
    "own": ", its own news",
    "party": " quotes {speaker}",
    "relay": " passes on {speaker}",
    "copy": " copies {speaker}",
    "distort": " passes on {speaker}, with a change of its own",
    "background": " repeats what was known",
}


def show_why(fact: Fact, names: Mapping[str, str], claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
    """The fact, why its verdict is what it is, and its voices: each with those that had it from it, indented."""
    show(Text(sentence(fact, names), style=HEAD))
    show(Text.assemble(certainty(fact.verdict), dim(f"  {fact.reason}" if fact.reason else "")))
    sides = (("FOR", False), ("AGAINST", True))
    for heading, denies in sides:
        voices = [voice for voice in fact.voices if (voice.denies or voice.claim in fact.against) == denies]
        if voices:
            show(Text(), Text(heading, style=HEAD))
            for voice, depth in in_order_of_hearing(voices):
                _show_voice(voice, depth, claims.get(voice.claim), reports.get(voice.report))


def in_order_of_hearing(voices: Iterable[Voice]) -> list[tuple[Voice, int]]:
    """Voices, each followed by those that had it from its report, with the depth of each in that tree."""
    listed = list(voices)
    heard_in = {voice.report for voice in listed}
    found: list[tuple[Voice, int]] = []
    seen: set[str] = set()

    def tell(voice: Voice, depth: int) -> None:
        if voice.claim in seen:
            return
        seen.add(voice.claim)
        found.append((voice, depth))
        for other in listed:
            if other.source == voice.report != other.report:
                tell(other, depth + 1)

    for voice in listed:
        if voice.source not in heard_in or voice.source == voice.report:
            tell(voice, 0)
    for voice in listed:
        tell(voice, 0)
    return found


def _show_voice(voice: Voice, depth: int, claim: Claim | None, report: Report | None) -> None:
    indent = 2 + _STEP * depth
    how = _KINDS.get(voice.kind, voice.kind).format(speaker=called_voice(voice.speaker, "another report"))
    arrow = "← " if depth else ""
    mark = certainty(claim.status) if claim else Text()
    line = Text.assemble(
        dim(f"{arrow}{short_day(voice.date)}  "), called_voice(voice.outlet, voice.report), dim(f"{how}  "), mark
    )
    show(indented(line, indent))
    if claim is None or report is None:
        return
    show(indented(Text(f"“{' '.join(claim.span.quote(report.text).split())}”"), indent + 2))
    where = f"{voice.report}, characters {claim.span.start}–{claim.span.end}, claim {voice.claim}"
    show(indented(dim(f"{where}  {report.url}" if report.url else where), indent + 2))
