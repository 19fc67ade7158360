"""Commands in which a person says who is who. A person's word stands above every rule's, and can be taken back."""

from __future__ import annotations

import datetime as dt
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsreel.faces.cli import options
from newsreel.faces.cli.naming import meant, mention_called
from newsreel.faces.cli.opening import ledger_to_read
from newsreel.faces.cli.screen import bytes_bar, called, tell
from newsreel.model import Entity, Verdict, mention_id

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

Because = Annotated[str, typer.Option("--because", metavar="REASON", help="Why, in words; it is kept.")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="WHO", help="Whose word it is; default: your user name.", show_default=False),
]
One = Annotated[str, typer.Argument(metavar="A", help="A name in any script, or the beginning of an id.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The other one.")]


def enter(app: typer.Typer) -> None:
    """Enter these commands."""
    for command in (same, different, split, explain, review, correct, withdraw):
        app.command()(command)
    catalogs = typer.Typer(help="Tie names to ids in public catalogs.", no_args_is_help=True, rich_markup_mode=None)
    catalogs.command("add")(add_catalog)
    app.add_typer(catalogs, name="catalog")


def same(one: One, other: Other, because: Because, by: By = None, ledger: options.LedgerPath = None) -> None:
    """Say that two names are one thing."""
    with ledger_to_read(ledger) as reel:
        left, right = _pair(reel, one, other)
        _judge(reel, left.id, right.id, Verdict.SAME, by, because)
        tell(f"{left.name} and {right.name} are one from now on; {called()} different takes it back")


def different(one: One, other: Other, because: Because, by: By = None, ledger: options.LedgerPath = None) -> None:
    """Say that two names are two things."""
    with ledger_to_read(ledger) as reel:
        left, right = _pair(reel, one, other)
        _judge(reel, left.id, right.id, Verdict.DIFFERENT, by, because)
        tell(f"{left.name} and {right.name} stay two; {called()} same takes it back")


def split(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What is one and should be two.")],
    report: Annotated[str, typer.Option("--report", metavar="ID", help="The report that means something else by it.")],
    because: Because,
    by: By = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Say that a report means something else.

    What it calls by a name is then another thing than what the other reports call so.
    """
    with ledger_to_read(ledger) as reel:
        entity = reel.entity(meant(reel, name)[0].id)
        theirs = _mentions_in(reel, entity, report)
        rest = [mention for mention in entity.mentions if mention not in theirs]
        if not theirs or not rest:
            raise typer.BadParameter(f"{report} does not mention {entity.name} beside others", param_hint="--report")
        for mention in theirs:
            for other in rest:
                _judge(reel, mention, other, Verdict.DIFFERENT, by, because)
        tell(f"what {report} calls {entity.name} stands by itself from now on")


def explain(one: One, other: Other, ledger: options.LedgerPath = None) -> None:
    """Show why two names are one thing, or two."""
    from newsreel.faces.cli.judging_view import show_reasons

    with ledger_to_read(ledger) as reel:
        left, right = _pair(reel, one, other, apart=False)
        mentions = mention_called(reel, left, one), mention_called(reel, right, other)
        show_reasons(left, right, reel.explain(*mentions), reel.identities().clashes)


def review(by: By = None, ledger: options.LedgerPath = None) -> None:
    """Decide on names that wait for a person.

    Each pair is shown with the evidence; the keys are y one, n two, u unsure, s skip, q quit.
    """
    from newsreel.faces.cli.judging_view import ask, show_question

    verdicts = {"y": Verdict.SAME, "n": Verdict.DIFFERENT, "u": Verdict.UNSURE}
    with ledger_to_read(ledger) as reel:
        questions = reel.identities().questions
        for number, question in enumerate(questions, start=1):
            show_question(question, [reel.entity(one) for one in question.entities], number, len(questions))
            key = ask("ynusq")
            if key == "q":
                break
            if key in verdicts:
                _judge(reel, question.left, question.right, verdicts[key], by, "reviewed side by side")
        tell("nothing waits for a person" if not questions else "that was all" if key != "q" else "the rest waits")


def add_catalog(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of IMDb, Wikidata, TMDB or KOBIS.")],
    ledger: options.LedgerPath = None,
    quiet: options.Quiet = False,
) -> None:
    """Tie names to ids in IMDb, Wikidata, TMDB, KOBIS.

    Takes IMDb's data sets (name.basics, title.basics, title.akas), Wikidata dumps or query results, TMDB's id exports
    and lists of KOBIS, compressed or not. A name that fits several records waits for a person.
    """
    with ledger_to_read(ledger) as reel:
        for file in files:
            with bytes_bar(f"reading {file.name}", quiet=quiet) as progress:
                found = reel.add_catalog(file, progress)
            tied = sum(one.verdict is Verdict.SAME for one in found)
            tell(f"{file}: {tied} tied, {len(found) - tied} fit several records", quiet=quiet)


def correct(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, as `newsreel why` shows it.")],
    because: Because,
    by: By = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Say that a claim was misread.

    It counts no more, on no day; the correction is kept beside it with its reason.
    """
    with ledger_to_read(ledger) as reel:
        reel.correct(claim, by=by or getpass.getuser(), because=because, date=_today())
        tell("corrected: that claim counts no more")


def withdraw(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id, as `newsreel reports` lists it.")],
    because: Because,
    by: By = None,
    ledger: options.LedgerPath = None,
) -> None:
    """Say that a report was taken back.

    From today on it does not count; as of earlier days it still does.
    """
    with ledger_to_read(ledger) as reel:
        taken = reel.withdraw(report, by=by or getpass.getuser(), because=because, date=_today())
        tell(f"{taken.report} does not count from today on")


def _pair(reel: Newsreel, one: str, other: str, *, apart: bool = True) -> tuple[Entity, Entity]:
    """The two things meant; where both names lead to one, and others bear one of the names, the next of these."""
    left, more_left = meant(reel, one)
    right, more_right = meant(reel, other)
    if left.id != right.id or not apart:
        return left, right
    if more_right:
        return left, more_right[0]
    if more_left:
        return more_left[0], right
    raise typer.BadParameter(
        f"{one} and {other} are one already, {left.name}; `split` parts what one report means by it"
    )


def _mentions_in(reel: Newsreel, entity: Entity, report: str) -> list[str]:
    """The entity's mentions in one report, by the claims read from it."""
    claims = [statement.claim for statement in reel.statements(entity.id) if statement.claim.report == report]
    refs = [ref for claim in claims for ref in (claim.subject, claim.object)]
    found = {mention_id(report, ref.local) for ref in refs if ref is not None and hasattr(ref, "local")}
    return sorted(found & set(entity.mentions))


def _judge(reel: Newsreel, left: str, right: str, verdict: Verdict, by: str | None, because: str) -> None:
    reel.judge(left, right, verdict, by=by or getpass.getuser(), because=because, date=_today())


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
