"""What `newsreel read` shows: the claims of a report with the words that carry them, or why they were read so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from newsreel.faces.cli.days import day_in_words, in_words
from newsreel.faces.cli.screen import indented, show
from newsreel.faces.cli.style import DIM, HEAD, certainty, dim
from newsreel.model import Claim, Ref, Report

if TYPE_CHECKING:
    from newsreel.pipeline import Trace

_MENTION_COLOURS = {"P": "green", "W": "cyan", "O": "blue", "C": "magenta", "L": "yellow", "D": "bright_yellow"}
_READ = ("en", "ko", "ja")
_DATES = ("filming_start", "filming_end", "release_date", "birth_date", "career_start")


def show_claims(report: Report, claims: list[Claim]) -> None:
    """The report's claims by subject, each with its status, voice and quoted words."""
    show(_head(report, f"{len(claims)} claims" if len(claims) != 1 else "1 claim"))
    if report.title:
        show(indented(Text(report.title), 2))
    if report.language not in _READ:
        show(indented(dim("not in English, Korean or Japanese (--language says otherwise)"), 2))
    elif not claims:
        show(indented(dim("nothing about a production was read in it"), 2))
    ordered = sorted(claims, key=lambda claim: (claim.subject.local, claim.span))
    for _, group in groupby(ordered, key=lambda claim: claim.subject.local):
        of_one = list(group)
        subject = of_one[0].subject
        show(Text(), indented(Text(f"{subject.name}  ", style=HEAD) + dim(_forms(subject)), 2))
        for claim in of_one:
            show(indented(_claim(claim), 4))
            show(indented(dim(f"“{_one_line(claim.span.quote(report.text))}”"), 8))
    show()


def show_trace(report: Report, trace: Trace) -> None:
    """Sentence by sentence: what was taken for a name, which words decided how sure it is, which frames matched."""
    show(_head(report, "" if trace.relevant else "nothing of productions in it: not read further"))
    for index, sentence in enumerate(trace.document.sentences):
        show(Text(), dim(f"  {index + 1}  {sentence.zone}, characters {sentence.start}–{sentence.end}"))
        show(indented(_marked(trace, index), 4))
        for row in _reasons(trace, index):
            show(indented(row, 4))
    show()


def _head(report: Report, count: str) -> Text:
    day = day_in_words(report.published) if report.published else "without a date"
    facts = " · ".join(part for part in (report.outlet, day, report.language, count) if part)
    return Text.assemble((report.id, HEAD), "   ", (facts, DIM))


def _forms(subject: Ref) -> str:
    return " · ".join((subject.kind, *subject.names[1:]))


def _claim(claim: Claim) -> Text:
    slots = [f"{name.replace('_', ' ')} {value}" for name, value in claim.slots.to_json().items() if value]
    voice = f" by {', '.join(claim.by)}" if claim.by else ""
    return Text.assemble(
        (f"{claim.predicate}  ", "cyan"),
        _object(claim),
        dim(f"  ({', '.join(slots)})" if slots else ""),
        "  ",
        certainty(claim.status),
        voice,
        dim(f"  {claim.rule}  {claim.span.start}–{claim.span.end}"),
    )


def _object(claim: Claim) -> str:
    if isinstance(claim.object, Ref):
        return claim.object.name
    if claim.object is None:
        return "not known yet"
    if claim.object is True:
        return "yes"
    return in_words(claim.object) if isinstance(claim.object, str) and claim.predicate in _DATES else str(claim.object)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _marked(trace: Trace, index: int) -> Text:
    text, sentence = trace.document.text, trace.document.sentences[index]
    line, at = Text(), sentence.start
    for mention in sentence.mentions:
        line.append(text[at : mention.start])
        words = text[mention.start : mention.end]
        line.append(f"[{mention.kind} {words}]", style=_MENTION_COLOURS.get(mention.kind, DIM))
        at = mention.end
    line.append(text[at : sentence.end])
    return line


def _reasons(trace: Trace, index: int) -> Iterator[Text]:
    text, sentence = trace.document.text, trace.document.sentences[index]
    for cue in trace.cues.get(sentence.index, ()):
        voice = f", on the word of {', '.join(cue.by)}" if cue.by else ""
        words = _one_line(text[cue.start : cue.end])
        yield Text.assemble(dim("how sure  "), f"“{words}”: {cue.status}{voice}  ", dim(cue.rule))
    for match in trace.matches:
        if match.sentence is sentence:
            words = _one_line(text[match.start : match.end])
            yield Text.assemble(dim("frame     "), f"{match.frame.rule}  ", dim(f"“{words}”"))
    for claim in trace.claims:
        if sentence.start <= claim.span.start < sentence.end:
            yield Text.assemble(dim("claim     "), f"{claim.subject.name}  ", _claim(claim))
