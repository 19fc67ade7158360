"""How a dossier and its reasons look: small made-up ones, drawn and compared with golden files.

`NEWSREEL_GOLDEN=write` writes the files anew; read the difference before committing it.
"""

import datetime as dt
import os
from pathlib import Path

import pytest

from newsreel.faces.cli.dossier_lines import lines_of
from newsreel.faces.cli.dossier_view import show_foot, show_head, show_lines, show_open, show_standing
from newsreel.faces.cli.voices import called_voice
from newsreel.faces.cli.why_view import in_order_of_hearing, show_why
from newsreel.model import Claim, Conflict, Entity, Fact, Origin, Ref, Report, Slots, Span, Voice

GOLDEN = Path(__file__).parent / "golden"
NAMES = {"w": "Blue Door", "p": "Han Seo", "q": "Oda Ren", "s": "La Porte bleue", "n": "Netflix"}
DAILY = Origin("Harbor Daily", "own", "01-en-harbor-daily", "2024-03-13", ("02-en-echo", "03-en-relay"))
AGENCY = Origin("Lantern Management", "party", "04-en-lantern", "2024-03-14")


def fact(  # a fact of Blue Door
    number: int, predicate: str, obj: str | int | None, verdict: str, *origins: Origin, **slots: str
) -> Fact:
    entity = isinstance(obj, str) and obj in NAMES
    date = min((origin.date for origin in origins), default="2024-03-13")
    return Fact(f"f{number}", "w", predicate, obj, entity, verdict, origins, "01", date, (), slots=Slots(**slots))


FACTS = [
    fact(1, "cast_member", "p", "confirmed", DAILY, AGENCY, character="Rin", role="chocolatier", billing="lead"),
    fact(2, "cast_member", "q", "reported", DAILY, role="owner of a chocolate shop"),
    fact(3, "filming_start", "2024-03-01/2024-03-10", "confirmed", AGENCY),
    fact(4, "release_date", None, "unannounced", DAILY),
    fact(5, "release_date", "2025-04", "superseded", DAILY),
    fact(6, "based_on", "s", "disputed", DAILY, relation="remake"),
    fact(7, "based_on", "s", "disputed", Origin("Echo", "distort", "02-en-echo", "2024-03-13"), relation="spin_off"),
    fact(8, "work_type", "series", "reported", DAILY),
    fact(9, "alias", "Blue Doors", "reported", DAILY),
]
CONFLICTS = [Conflict("w", "based_on", ("f6", "f7"))]


@pytest.fixture(autouse=True)
def _hundred_columns(home: Path) -> None:
    """No terminal, and no width but the one that is used without."""
    assert home.is_dir()


def compare(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("NEWSREEL_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_a_dossier(capsys: pytest.CaptureFixture[str]) -> None:
    entity = Entity("w", "work", ("Blue Door", "푸른 문", "青い扉"))
    lines = lines_of(FACTS, CONFLICTS, "w", NAMES)
    show_head(entity, "series · Netflix", ["La Porte bleue (film)"])
    show_standing(FACTS, dt.date(2024, 3, 14))
    show_open(lines)
    show_lines(lines)
    show_foot(FACTS, 7, 2, entity.name)
    compare("dossier", capsys.readouterr().out)


def test_a_persons_credits(capsys: pytest.CaptureFixture[str]) -> None:
    show_lines(lines_of([FACTS[0], FACTS[5]], [], "p", NAMES))
    compare("credits", capsys.readouterr().out)


def test_lines_are_numbered_as_they_are_shown_and_what_gave_way_comes_last() -> None:
    lines = lines_of(FACTS, CONFLICTS, "w", NAMES)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    release = [line.fact.verdict for line in lines if line.label == "release"]
    assert release == ["unannounced", "superseded"]
    assert all(line.fact.predicate != "alias" for line in lines)


def test_an_empty_dossier_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    show_standing([], dt.date(2024, 3, 1))
    assert capsys.readouterr().out == "\nnothing was known on 1 March 2024\n"


VOICES = (
    Voice("c1", "01-en-harbor-daily", "Harbor Daily", "2024-03-13", "own", origin="Harbor Daily"),
    Voice("c2", "02-en-echo", "Echo", "2024-03-13", "relay", "Harbor Daily", "01-en-harbor-daily", "Harbor Daily"),
    Voice("c3", "03-en-relay", "Relay", "2024-03-14", "relay", "Echo", "02-en-echo", "Harbor Daily"),
    Voice("c4", "04-en-lantern", "Lantern", "2024-03-14", "party", "Lantern Management", "", "Lantern Management"),
    Voice("c5", "05-en-no", "Doubt", "2024-03-15", "own", origin="Doubt", denies=True),
)


def test_who_had_it_from_whom(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Han Seo will star in Blue Door."
    work, person = Ref("w1", "work", ("Blue Door",)), Ref("p1", "person", ("Han Seo",))
    claims = {
        voice.claim: Claim(voice.report, work, "cast_member", person, "reported", Span(0, 31), "en/x")
        for voice in VOICES
    }
    reports = {
        voice.report: Report(voice.report, text, "en", url=f"https://{voice.report}.example/") for voice in VOICES
    }
    told = Fact(
        "f1",
        "w",
        "cast_member",
        "p",
        True,
        "confirmed",
        (DAILY, AGENCY),
        "01",
        "2024-03-13",
        ("c1",),
        voices=VOICES,
        reason="a party to it says so",
    )
    show_why(told, NAMES, claims, reports)
    compare("why", capsys.readouterr().out)


def test_voices_that_name_each_other_are_told_once() -> None:
    one = Voice("c1", "r1", "A", "2024-03-13", "relay", "B", "r2")
    other = Voice("c2", "r2", "B", "2024-03-13", "relay", "A", "r1")
    assert [voice for voice, _ in in_order_of_hearing([one, other])] == [one, other]


def test_an_outlet_goes_by_its_latin_name_and_an_unnamed_one_by_its_report() -> None:
    assert called_voice("일간스포츠", "01") == "Ilgan Sports"
    assert called_voice("Harbor Daily", "01") == "Harbor Daily"
    assert called_voice("", "01-no-outlet") == "01-no-outlet"
