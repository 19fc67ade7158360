"""The library as its users meet it: reports in, dossiers out, and nothing lost on the way.

A reader of one sentence form stands in for the languages: "Mina Ode stars in Glass Harbour."
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreel import Newsreel
from newsreel.dossier import records
from newsreel.model import Claim, Record, Ref, Report, Span, Verdict
from newsreel.model.errors import InputError, NotKnown, UndatedReport

DAY = dt.date(2031, 3, 13)
NEXT, LATER = DAY + dt.timedelta(days=1), DAY + dt.timedelta(days=5)
TODAY = DAY + dt.timedelta(days=30)
_SENTENCE = re.compile(
    r"(?P<person>[A-Z]\w+ [A-Z]\w+) (?P<verb>stars|will not star) in (?P<work>[A-Z][\w ]+?)(?:, says (?P<by>[\w ]+))?\."
)


def read(report: Report) -> list[Claim]:
    """What a report of such sentences says."""
    claims = []
    for match in _SENTENCE.finditer(report.text):
        by = (match["by"],) if match["by"] else ()
        status = "denied" if match["verb"] != "stars" else "confirmed" if by else "stated"
        work, person = (
            Ref(f"w:{match['work']}", "work", (match["work"],)),
            Ref(f"p:{match['person']}", "person", (match["person"],)),
        )
        claims.append(Claim(report.id, work, "cast_member", person, status, Span(*match.span()), "test", by))
    return claims


def report(report_id: str, text: str, day: dt.date = DAY, outlet: str = "") -> Report:
    return Report(report_id, text, "en", day, outlet or f"The {report_id.title()}")


@pytest.fixture
def reel(tmp_path: Path) -> Iterator[Newsreel]:
    with Newsreel(tmp_path / "ledger.db", reader=read) as newsreel:
        yield newsreel


def outcomes(reel: Newsreel, *reports: Report | InputError) -> list[str]:
    return [added.outcome for added in reel.add(reports)]


def test_what_was_added_is_acknowledged_and_can_be_asked_for(reel: Newsreel) -> None:
    one = report("a", "Mina Ode stars in Glass Harbour. Bo Lind stars in Glass Harbour.")
    (added,) = reel.add([one])
    assert (added.report, added.outcome, added.claims) == ("a", "new", 2)
    (work,) = reel.find("glass harbour")
    cast = {reel.entity(str(fact.object)).name: fact for fact in reel.facts(about=work.id)}
    assert set(cast) == {"Mina Ode", "Bo Lind"}
    assert {fact.verdict for fact in cast.values()} == {"reported"}
    (mina,) = reel.find("Mina Ode")
    assert reel.facts(about=mina.id) == [cast["Mina Ode"]]
    claim = reel.claims(cast["Mina Ode"].claims)[cast["Mina Ode"].claims[0]]
    assert claim.span.quote(reel.report("a").text) == "Mina Ode stars in Glass Harbour."


def test_adding_again_adds_nothing(reel: Newsreel) -> None:
    one = report("a", "Mina Ode stars in Glass Harbour.")
    assert outcomes(reel, one) == ["new"]
    before, version = reel.digest(), reel.version()
    assert outcomes(reel, one, one) == ["known", "known"]
    assert (reel.digest(), reel.version()) == (before, version)


def test_a_refused_report_stops_nothing(reel: Newsreel) -> None:
    undated = replace(report("b", "Bo Lind stars in Glass Harbour."), published=None)
    broken = InputError("empty", where="c.txt")
    done = list(reel.add([report("a", "Mina Ode stars in Glass Harbour."), undated, broken, report("d", "Nothing.")]))
    assert [added.outcome for added in done] == ["new", "refused", "refused", "new"]
    assert isinstance(done[1].problem, UndatedReport)
    assert done[2].problem is broken
    assert [r.id for r in reel.reports()] == ["a", "d"]


def test_a_changed_report_is_a_new_snapshot_and_its_facts_follow(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour."))
    assert outcomes(reel, report("a", "Bo Lind stars in Glass Harbour.", LATER)) == ["changed"]
    (work,) = reel.find("Glass Harbour")

    def cast(day: dt.date | None) -> list[str]:
        return [reel.entity(str(fact.object)).name for fact in reel.facts(about=work.id, as_of=day)]

    assert (cast(DAY), cast(NEXT), cast(LATER), cast(None)) == (["Mina Ode"], ["Mina Ode"], ["Bo Lind"], ["Bo Lind"])
    assert [r.snapshot for r in reel.snapshots("a")] == [1, 2]


def test_two_versions_in_one_go_are_two_snapshots(reel: Newsreel) -> None:
    one = report("a", "Mina Ode stars in Glass Harbour.")
    two = report("a", "Bo Lind stars in Glass Harbour.", LATER)
    assert outcomes(reel, one, two, one) == ["new", "changed", "known"]


def test_a_partys_word_changes_the_verdict_and_is_told_once(reel: Newsreel) -> None:
    texts = ["Mina Ode stars in Glass Harbour.", "Mina Ode stars in Glass Harbour, says Lind Agency."]
    outcomes(reel, report("a", texts[0]), report("b", texts[1], NEXT), report("c", texts[0], LATER))
    (work,) = reel.find("Glass Harbour")
    verdicts = [reel.facts(about=work.id, as_of=day)[0].verdict for day in (DAY, NEXT, LATER)]
    assert verdicts == ["reported", "confirmed", "confirmed"]
    assert [(change.report, change.kind) for change in reel.changes(about=work.id)] == [("a", "new"), ("b", "firmer")]
    assert [change.report for change in reel.changes(about=work.id, since=NEXT)] == ["b"]


def test_nothing_is_used_before_it_was_known(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour.", LATER))
    assert reel.facts(as_of=NEXT) == []
    assert [fact.first_report for fact in reel.facts(as_of=LATER)] == ["a"]
    assert list(reel.reports(as_of=NEXT)) == []


def test_an_unknown_name_comes_with_near_ones(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour."))
    with pytest.raises(NotKnown, match="Glass Harbour"):
        reel.find("Glas Harbor")
    with pytest.raises(NotKnown):
        reel.entity("nothing")
    with pytest.raises(NotKnown):
        reel.report("nothing")


def test_of_two_that_bear_a_name_the_more_told_of_comes_first(reel: Newsreel) -> None:
    outcomes(reel, *(report(name, "Mina Ode stars in Glass Harbour.") for name in "abc"))
    outcomes(reel, *(report(name, "Bo Lind stars in Tin Moon.") for name in "de"))
    (mina,), (bo,) = reel.find("Mina Ode"), reel.find("Bo Lind")
    one, other = reel.entity(bo.id).mentions
    reel.judge(one, other, Verdict.DIFFERENT, by="Kim", because="two of one name", date=TODAY)
    reel.judge(mina.id, one, Verdict.SAME, by="Kim", because="a stage name", date=TODAY)
    assert [len(reel.entity(found.id).mentions) for found in reel.find("Bo Lind")] == [4, 1]


def test_a_persons_word_parts_what_a_name_joins_and_can_be_taken_back(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour."), report("b", "Mina Ode stars in Tin Moon."))
    (mina,) = reel.find("Mina Ode")
    one, other = mina.id, next(m for m in reel.entity(mina.id).mentions if m != mina.id)
    reel.judge(one, other, Verdict.DIFFERENT, by="Kim", because="born in other years", date=TODAY)
    assert len(reel.find("Mina Ode")) == 2
    reel.judge(one, other, Verdict.UNDECIDED, by="Kim", because="was mistaken", date=TODAY + dt.timedelta(days=1))
    assert len(reel.find("Mina Ode")) == 1
    assert [j.verdict for j in reel.judgements()] == [Verdict.DIFFERENT, Verdict.UNDECIDED]


def test_a_withdrawn_report_takes_its_facts_along(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour."))
    reel.withdraw("a", by="Kim", because="a hoax", date=LATER)
    assert reel.facts() == []
    assert len(reel.facts(as_of=NEXT)) == 1


def test_what_a_person_says_was_misread_counts_nowhere(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour. Bo Lind stars in Glass Harbour."))
    wrong = next(c for c in reel.report_claims("a") if isinstance(c.object, Ref) and c.object.name == "Bo Lind")
    reel.correct(wrong.id, by="Kim", because="not so", date=TODAY)
    assert len(reel.facts()) == 1
    assert wrong not in reel.report_claims("a")


def test_following_survives_closing(tmp_path: Path) -> None:
    with Newsreel(tmp_path / "l.db", reader=read) as reel:
        outcomes(reel, report("a", "Mina Ode stars in Glass Harbour."))
        mina = reel.find("Mina Ode")[0].id
        reel.follow(mina)
    with Newsreel(tmp_path / "l.db", reader=read) as reel:
        assert reel.follows() == [mina]
        reel.follow(mina, on=False)
        assert reel.follows() == []


def test_what_was_acknowledged_before_an_interruption_is_settled_later(tmp_path: Path) -> None:
    def reports() -> Iterator[Report]:
        for number in range(200):
            yield report(f"r{number}", f"Mina Ode stars in Glass Harbour. Text {number}.")
        raise KeyboardInterrupt

    acknowledged: list[str] = []
    with Newsreel(tmp_path / "l.db", reader=read) as reel, pytest.raises(KeyboardInterrupt):
        acknowledged.extend(added.report for added in reel.add(reports()))
    assert acknowledged
    with Newsreel(tmp_path / "l.db", reader=read) as reel:
        assert {r.id for r in reel.reports()} >= set(acknowledged)
        assert len(reel.find("Mina Ode")) == 1
        grown = reel.digest()
        reel.rebuild()
        assert reel.digest() == grown


SENTENCES = [
    f"{person} {verb} in {work}{by}."
    for person in ("Mina Ode", "Bo Lind")
    for verb in ("stars", "will not star")
    for work in ("Glass Harbour", "Tin Moon")
    for by in ("", ", says Lind Agency")
]
REPORTS = st.lists(
    st.tuples(
        st.integers(0, 5), st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True), st.integers(0, 3)
    ),
    min_size=1,
    max_size=6,
)


def memory() -> TemporaryDirectory[str]:
    """A folder in memory, where the system has one: many small ledgers would wait for the disk."""
    shared = Path("/dev", "shm")
    return TemporaryDirectory(dir=shared if shared.is_dir() else None)


def made(rows: list[tuple[int, list[str], int]]) -> list[Report]:
    return [
        report(f"r{number}", f"{' '.join(sentences)} {number}", DAY + dt.timedelta(days=days), f"Outlet {outlet}")
        for number, (days, sentences, outlet) in enumerate(rows)
    ]


@settings(max_examples=15, deadline=None)
@given(rows=REPORTS, random=st.randoms(use_true_random=False))
def test_the_order_of_adding_makes_no_difference(rows: list[tuple[int, list[str], int]], random: object) -> None:
    reports = made(rows)
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    answers = []
    for order in (reports, shuffled):
        with memory() as folder, Newsreel(Path(folder) / "l.db", reader=read) as reel:
            for one in order:
                outcomes(reel, one)
            answers.append(
                (reel.facts(), reel.conflicts(), reel.changes(), sorted(reel.entities(), key=lambda e: e.id))
            )
    assert answers[0] == answers[1]


@settings(max_examples=15, deadline=None)
@given(rows=REPORTS)
def test_an_answer_about_one_thing_is_part_of_the_answer_about_all(rows: list[tuple[int, list[str], int]]) -> None:
    with memory() as folder, Newsreel(Path(folder) / "l.db", reader=read) as reel:
        outcomes(reel, *made(rows))
        every = reel.facts()
        for entity in reel.entities():
            assert reel.facts(about=entity.id) == [f for f in every if entity.id in (f.subject, f.object)]
        works = [entity.id for entity in reel.entities("work")]
        assert reel.facts_of(works, "cast_member") == {one: [f for f in every if f.subject == one] for one in works}
        assert reel.facts_of(works, "director") == {one: [] for one in works}
        grown = reel.digest()
        reel.rebuild()
        assert reel.digest() == grown
        assert reel.facts() == every


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "withdraw", "correct", "same", "different"]),
        st.integers(0, 2),
        st.lists(
            st.sampled_from([*SENTENCES, "Mina Ode stars in Tin Moon, says Bo Lind.", "Ana Ode stars in Tin Moon."]),
            min_size=1,
            max_size=3,
            unique=True,
        ),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=8,
)


def take(reel: Newsreel, step: tuple[str, int, list[str], int]) -> None:
    """One thing that happens to a ledger; nothing where there is nothing that it could happen to."""
    what, number, sentences, days = step
    day = DAY + dt.timedelta(days=days)
    ids = [entity.id for entity in reel.entities("person")]
    if what == "add":
        outcomes(reel, report(f"r{number}", " ".join(sentences), day, f"Outlet {number}"))
    elif what in {"same", "different"}:
        if len(ids) > 1:
            reel.judge(ids[0], ids[-1], Verdict(what), by="Kim", because="so", date=day)
    elif any(one.id == f"r{number}" for one in reel.reports()):
        if what == "withdraw":
            reel.withdraw(f"r{number}", by="Kim", because="a hoax", date=day)
        for said in reel.report_claims(f"r{number}")[: what == "correct"]:
            reel.correct(said.id, by="Kim", because="not so", date=day)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_what_is_kept_of_a_weighing_is_what_a_new_one_finds(steps: list[tuple[str, int, list[str], int]]) -> None:
    with memory() as folder, Newsreel(Path(folder) / "l.db", reader=read) as reel:
        for step in steps:
            take(reel, step)
            reel.facts()
            reel.changes()
        kept = (reel.standing(), reel.changes(), reel.conflicts(), reel.records())
        assert reel.changes(until=dt.date(2040, 1, 1)) == kept[1]
        assert reel.changes(most=3) == kept[1][-3:]
        assert counted(reel.records()) == counted(records(reel.facts()))
        of_each = {entity.id: reel.standing(entity.id) for entity in reel.entities()}
        assert reel.weigh_ahead() == 0
        grown = reel.digest()
        reel.rebuild()
        assert reel.digest() == grown
        assert {entity.id: reel.standing(entity.id) for entity in reel.entities()} == of_each
        assert (reel.standing(), reel.changes(), reel.conflicts(), reel.records()) == kept
        assert kept[0][1] == kept[2]


def counted(found: list[Record]) -> list[Record]:
    """Records with their days in order, since in which order facts were counted makes no difference."""
    return [replace(record, ahead_days=sorted(record.ahead_days)) for record in found]


def test_who_takes_one_acknowledgement_and_goes_has_added(reel: Newsreel) -> None:
    added = next(iter(reel.add([report("a", "Mina Ode stars in Glass Harbour.")])))
    assert added.outcome == "new"
    assert [entity.names for entity in reel.find("Glass Harbour")] == [("Glass Harbour",)]


def test_what_was_kept_goes_with_the_report_or_the_claim(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour. Bo Lind stars in Glass Harbour."))
    outcomes(reel, report("b", "Ana Ode stars in Glass Harbour.", NEXT))
    (work,) = reel.find("Glass Harbour")
    assert len(reel.facts(about=work.id)) == 3
    reel.correct(reel.report_claims("a")[0].id, by="Kim", because="not so", date=LATER)
    assert len(reel.facts(about=work.id)) == 2
    reel.withdraw("b", by="Kim", because="a hoax", date=LATER)
    assert len(reel.facts(about=work.id)) == 1
    assert reel.conflicts(about=work.id) == []


def test_what_was_kept_goes_when_two_speakers_turn_out_to_be_one(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour, says Bo Lind."))
    outcomes(reel, report("b", "Mina Ode stars in Glass Harbour, says Al Lind.", LATER))
    outcomes(reel, report("c", "Bo Lind stars in Tin Moon. Al Lind stars in Salt Road."))
    (work,) = reel.find("Glass Harbour")
    assert [len(fact.origins) for fact in reel.facts(about=work.id)] == [2]
    one, other = sorted(reel.find(name)[0].id for name in ("Bo Lind", "Al Lind"))
    reel.judge(one, other, Verdict.SAME, by="Kim", because="his name on stage", date=TODAY)
    assert [len(fact.origins) for fact in reel.facts(about=work.id)] == [1]


def test_another_weigher_weighs_anew(reel: Newsreel, monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour. Bo Lind stars in Tin Moon."))
    assert (reel.weigh_ahead(), reel.weigh_ahead()) == (2, 0)
    monkeypatch.setattr("newsreel.pipeline.weighing.weigher", lambda: "another")
    (work,) = reel.find("Glass Harbour")
    assert len(reel.facts(about=work.id)) == len(reel.changes(about=work.id)) == 1
    assert reel.weigh_ahead() == 1


def test_a_ledger_that_cannot_be_written_is_weighed_all_the_same(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    with Newsreel(place, reader=read) as reel:
        outcomes(reel, report("a", "Mina Ode stars in Glass Harbour."))
    with Newsreel(f"{place}?mode=ro") as reel:
        assert len(reel.facts()) == 1
        assert reel.weigh_ahead() == 1


def test_retellings_change_no_verdict_and_no_count(reel: Newsreel) -> None:
    outcomes(reel, report("a", "Mina Ode stars in Glass Harbour, says Lind Agency."))
    before = [(fact.verdict, len(fact.origins), fact.first_report) for fact in reel.facts()]
    for number in itertools.islice(itertools.count(), 5):
        outcomes(
            reel, report(f"copy{number}", "Mina Ode stars in Glass Harbour, says Lind Agency.", NEXT, f"Copy {number}")
        )
    assert [(fact.verdict, len(fact.origins), fact.first_report) for fact in reel.facts()] == before


def test_every_public_name_is_there() -> None:
    from newsreel import pipeline

    assert {name for name in pipeline.__all__ if getattr(pipeline, name, None) is None} == set()
    assert set(pipeline._HOMES) == set(pipeline.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = pipeline.nothing


def test_reading_loads_no_store() -> None:
    code = "import sys; from newsreel.pipeline import read, read_paths; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": "src"}, check=False).returncode == 0
