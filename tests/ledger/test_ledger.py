"""What the ledger promises, whichever database keeps it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tests.ledger.making import DAY, claim, identities, keep, report, settle, shown

from newsreel.ledger import Correction, Ledger, News, Settled, Withdrawal
from newsreel.model import Entity, Judgement, Verdict, mention_id
from newsreel.model.errors import NotKnown, UndatedReport, UnreadableInput

NEXT = DAY + dt.timedelta(days=1)
LATER = DAY + dt.timedelta(days=5)


def test_a_report_and_its_claims_come_back_as_they_were(ledger: Ledger, open_ledger: Callable[[], Ledger]) -> None:
    one = report(text="한효주 匿名の恋人たち 🎬 – Mina", outlet="일간스포츠", url="https://example.org/1")
    said = claim(one)
    keep(ledger, one, said)
    again = open_ledger()
    assert again.report("r1") == one
    assert again.claims([said.id]) == {said.id: said}
    assert list(again.reports()) == [one]
    assert [(r, c) for r, c in again.read_reports()] == [(one, [said])]


def test_readding_adds_nothing(ledger: Ledger) -> None:
    one = report()
    assert keep(ledger, one, claim(one)).news is News.NEW
    last = ledger.last()
    assert keep(ledger, one, claim(one)).news is News.KNOWN
    assert ledger.last() == last


def test_the_same_file_under_another_name_adds_nothing(ledger: Ledger) -> None:
    keep(ledger, report("a"))
    placed = keep(ledger, report("b"))
    assert (placed.news, placed.report.id) == (News.KNOWN, "a")


def test_the_same_address_is_the_same_report_whatever_its_file_is_called(ledger: Ledger) -> None:
    keep(ledger, report("a", url="https://example.org/1"))
    mended = report("b", text="Mina Ode stars in Glass Harbour, it turns out.", url="https://example.org/1")
    placed = keep(ledger, mended)
    assert (placed.news, placed.report.id, placed.report.snapshot) == (News.CHANGED, "a", 2)
    assert keep(ledger, mended).news is News.KNOWN


def test_an_address_with_other_news_every_day_carries_many_reports(ledger: Ledger) -> None:
    front = "https://example.org/"
    keep(ledger, report("a", url=front))
    second = report("b", text="Bo Lind is to direct a picture on the old lighthouse keepers.", url=front, day=NEXT)
    assert keep(ledger, second).news is News.NEW
    assert keep(ledger, second).news is News.KNOWN
    assert [r.id for r in ledger.reports()] == ["a", "b"]


@pytest.mark.parametrize(("url", "outlet"), [("https://example.org/2", "The Slate"), ("", "The Other")])
def test_another_report_of_the_same_file_name_gets_an_id_of_its_own(ledger: Ledger, url: str, outlet: str) -> None:
    keep(ledger, report("a", url="https://example.org/1"))
    second = report("a", text="Something else.", url=url, outlet=outlet)
    placed = keep(ledger, second)
    assert placed.news is News.NEW
    assert placed.report.id != "a"
    assert keep(ledger, second).news is News.KNOWN
    assert len(list(ledger.reports())) == 2


def test_a_changed_text_is_a_new_snapshot_linked_to_the_old(ledger: Ledger) -> None:
    one, two = report(), report(text="Ana Ode stars in Glass Harbour.", day=NEXT)
    keep(ledger, one)
    assert keep(ledger, two).news is News.CHANGED
    first, second = ledger.snapshots("r1")
    assert (first.snapshot, first.previous) == (1, "")
    assert (second.snapshot, second.previous, second.text) == (2, one.hash, two.text)
    assert ledger.report("r1") == second
    assert ledger.report("r1", snapshot=1) == first
    assert [r.text for r in ledger.reports(as_of=DAY)] == [one.text]


def test_an_older_snapshot_that_comes_late_takes_its_place_before_the_newer(ledger: Ledger) -> None:
    old, new = report(), report(text="Newer.", day=NEXT)
    keep(ledger, new)
    keep(ledger, old)
    assert [r.text for r in ledger.snapshots("r1")] == [old.text, new.text]


def test_what_an_edit_takes_out_stands_up_to_the_edit(ledger: Ledger) -> None:
    one, two = report(), report(text="Ana Ode stars in Glass Harbour.", day=LATER)
    keep(ledger, one, claim(one))
    keep(ledger, two, claim(two, "Ana Ode"))
    settle(ledger)
    work = ledger.named("Glass Harbour")[0].id

    def cast(day: dt.date | None) -> list[str]:
        return [s.claim.object.name for s in ledger.statements(work, day)]  # type: ignore[union-attr]

    assert cast(DAY) == cast(NEXT) == ["Mina Ode"]
    assert cast(LATER) == cast(None) == ["Ana Ode"]
    assert cast(DAY - dt.timedelta(days=1)) == []


def test_what_an_edit_only_moves_keeps_the_day_on_which_it_was_first_said(ledger: Ledger) -> None:
    one, two = report(), report(text="Now: Mina Ode stars in Glass Harbour.", day=LATER)
    keep(ledger, one, claim(one))
    keep(ledger, two, claim(two, at=5))
    settle(ledger)
    (statement,) = ledger.statements()
    assert (statement.published, statement.claim.span.start) == (DAY, 5)


def test_a_withdrawn_report_counts_up_to_its_withdrawal(ledger: Ledger) -> None:
    one = report()
    keep(ledger, one, claim(one))
    settle(ledger)
    with ledger.writing() as writer:
        assert writer.withdraw(Withdrawal("r1", LATER, "person:Kim", "hoax"))
        assert not writer.withdraw(Withdrawal("r1", LATER, "person:Kim", "hoax"))
    assert [len(ledger.statements(as_of=day)) for day in (DAY, NEXT, LATER, None)] == [1, 1, 0, 0]
    assert ledger.entities() == []
    assert list(ledger.reports()) == []
    assert ledger.report("r1") is not None
    assert ledger.withdrawals() == [Withdrawal("r1", LATER, "person:Kim", "hoax")]


def test_only_a_report_that_is_there_can_be_withdrawn(ledger: Ledger) -> None:
    with pytest.raises(NotKnown), ledger.writing() as writer:
        writer.withdraw(Withdrawal("r1", LATER, "person:Kim", "hoax"))


def test_judgements_are_kept_in_their_order(ledger: Ledger) -> None:
    said = [
        Judgement("a", "b", verdict, "person:Kim", "so", "2031-01-01") for verdict in (Verdict.SAME, Verdict.DIFFERENT)
    ]
    with ledger.writing() as writer:
        assert [writer.judge(one) for one in (*said, said[0])] == [True, True, False]
    assert ledger.judgements() == said


def test_a_mention_leads_to_its_entity_and_its_entity_to_what_is_said_of_it(ledger: Ledger) -> None:
    one, two = report("r1"), report("r2", text="And Bo Lind.", outlet="B")
    keep(ledger, one, claim(one))
    keep(ledger, two, claim(two, "Bo Lind"))
    settle(ledger)
    entity = ledger.entity(mention_id("r2", "w-Glass Harbour"))
    assert entity is not None
    assert entity.names == ("Glass Harbour",)
    assert entity.mentions == tuple(sorted(mention_id(r, "w-Glass Harbour") for r in ("r1", "r2")))
    assert [s.claim.report for s in ledger.statements(entity.id)] == ["r1", "r2"]
    bo = ledger.named("Bo Lind")[0]
    (statement,) = ledger.statements(bo.id)
    assert (statement.subject, statement.object, statement.outlet) == (entity.id, bo.id, "B")
    assert ledger.entity("nothing") is None


def test_names_that_turn_out_to_be_one_lead_to_one_entity(ledger: Ledger) -> None:
    one = report()
    keep(ledger, one, claim(one), claim(one, "Mina Odé"))
    settle(ledger)
    before = {e.name: e.id for e in ledger.entities()}
    mentions, entities = identities([(one, [claim(one), claim(one, "Mina Odé")])])
    merged = {**mentions, before["Mina Odé"]: before["Mina Ode"]}
    mina = next(e for e in entities if e.name == "Mina Ode")
    both = dataclasses.replace(mina, names=("Mina Ode", "Mina Odé"), mentions=("x", "y"))
    left = [e for e in entities if e.kind == "work"]
    with ledger.writing() as writer:
        writer.settle(Settled(merged, shown([both, *left]), {}, ledger.last()))
    assert {e.names for e in ledger.entities()} == {("Mina Ode", "Mina Odé"), ("Glass Harbour",)}
    assert len(ledger.statements(mina.id)) == 2
    assert ledger.entity(before["Mina Odé"]).id == mina.id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Mina Odé", "mina ode"),
        ("Han Hyo-joo", "HAN HYO JOO"),
        ("匿名の恋人たち", "匿名の恋人たち"),
        ("너의 이름은.", "너의이름은"),
        ("ロ・ギワン", "ロギワン"),
    ],
)
def test_a_name_is_found_however_carelessly_it_is_typed(ledger: Ledger, name: str, typed: str) -> None:
    one = report()
    keep(ledger, one, claim(one, name))
    settle(ledger)
    assert [e.name for e in ledger.named(typed)] == [name]


@pytest.mark.parametrize(
    ("name", "typed"),
    [("극장 개봉", "개봉"), ("新作公開", "公開"), ("Glass Harbour Nights", "harbour"), ("Ox", "Ox"), ("匿", "匿")],
)
def test_a_part_of_a_name_finds_it(ledger: Ledger, name: str, typed: str) -> None:
    one = report()
    keep(ledger, one, claim(one, name, work="Z"))
    settle(ledger)
    assert [e.name for e in ledger.search(typed)] == [name]


def test_a_name_that_is_nearly_there_is_offered(ledger: Ledger) -> None:
    one = report()
    keep(ledger, one, claim(one, "Dakota Fanning"), claim(one, "Song Joong-ki"))
    settle(ledger)
    assert [e.name for e in ledger.near("Dakota Faning")] == ["Dakota Fanning"]
    assert ledger.near("Zzyzx") == []


def test_entries_can_be_neither_changed_nor_deleted(ledger: Ledger) -> None:
    keep(ledger, report())
    for change in ("UPDATE entry SET payload = ''", "DELETE FROM entry"):
        with pytest.raises(DBAPIError, match="never changed or deleted"), ledger._engine.begin() as connection:
            connection.execute(text(change))
    assert ledger.report("r1") == report()


def test_what_fails_midway_leaves_nothing(ledger: Ledger) -> None:
    before = ledger.digest()
    one = report()

    def write_and_fail() -> None:
        with ledger.writing() as writer:
            writer.add(writer.place(one), [claim(one)])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_fail()
    assert ledger.last() == 0
    assert ledger.digest() == before


def test_writers_wait_for_each_other(open_ledger: Callable[[], Ledger]) -> None:
    one, other = open_ledger(), open_ledger()
    order: list[str] = []
    started = threading.Event()

    def second() -> None:
        started.set()
        with other.writing() as writer:
            order.append("second")
            writer.add(writer.place(report("r2", text="Two.")), [])

    thread = threading.Thread(target=second)
    with one.writing() as writer:
        thread.start()
        started.wait()
        writer.add(writer.place(report("r1")), [])
        thread.join(0.2)
        order.append("first")
    thread.join(30)
    assert order == ["first", "second"]
    assert [r.id for r in one.reports()] == ["r1", "r2"]


def test_readers_do_not_wait_for_a_writer(open_ledger: Callable[[], Ledger]) -> None:
    one, other = open_ledger(), open_ledger()
    keep(one, report("r1"))
    with one.writing() as writer:
        writer.add(writer.place(report("r2", text="Two.")), [])
        assert [r.id for r in other.reports()] == ["r1"]
    assert [r.id for r in other.reports()] == ["r1", "r2"]


def test_a_report_without_a_day_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UndatedReport, match="--date"):
        ledger.where(dataclasses.replace(report(), published=None))


@pytest.mark.parametrize("bad", ["a\ud800b", "a\0b"])
def test_a_text_that_no_database_can_hold_is_refused(ledger: Ledger, bad: str) -> None:
    with pytest.raises(UnreadableInput, match="r1"):
        ledger.where(report(text=bad))


def test_sizes_are_counted(ledger: Ledger) -> None:
    one = report()
    keep(ledger, one, claim(one))
    settle(ledger)
    assert ledger.size() == {"reports": 1, "claims": 1, "mentions": 2, "entities": 2}


def test_copies_are_kept_and_given_up(ledger: Ledger) -> None:
    for changed, copies in (
        ({"r2": "r1", "r3": "r1"}, {"r2": "r1", "r3": "r1"}),
        ({"r3": None}, {"r2": "r1"}),
        ({"r2": "r3"}, {"r2": "r3"}),
    ):
        with ledger.writing() as writer:
            writer.settle(Settled({}, {}, changed, ledger.last()))
        assert ledger.copies(["r1", "r2", "r3"]) == copies


def test_what_was_decided_on_less_does_not_replace_what_was_decided_on_more(ledger: Ledger) -> None:
    for upto, copies in ((5, {"r2": "r1"}), (3, {})):
        with ledger.writing() as writer:
            writer.settle(Settled({}, {}, copies, upto))
    assert ledger.settled() == 5
    assert ledger.copies(["r2"]) == {"r2": "r1"}


def test_a_name_of_one_party_has_a_form_to_show(ledger: Ledger) -> None:
    lind = Entity("e1", "organization", ("Lind Pictures", "린드 픽처스"))
    twins = [Entity("e2", "person", ("Kim",)), Entity("e3", "person", ("KIM", "K."))]
    work = Entity("e4", "work", ("Lantern",))
    with ledger.writing() as writer:
        writer.settle(Settled({}, shown([lind, *twins, work]), {}, ledger.last()))
    assert ledger.parties(["린드픽처스", "Kim", "Lantern", "nobody"]) == {"린드픽처스": "Lind Pictures"}


def test_a_corrected_claim_counts_on_no_day(ledger: Ledger) -> None:
    one = report()
    keep(ledger, one, claim(one), claim(one, "Bo Lind"))
    settle(ledger)
    wrong = claim(one, "Bo Lind")
    with ledger.writing() as writer:
        assert writer.correct(Correction(wrong.id, LATER, "person:Kim", "misread"))
        assert not writer.correct(Correction(wrong.id, LATER, "person:Kim", "misread"))
    assert [s.claim for s in ledger.statements()] == [s.claim for s in ledger.statements(as_of=DAY)] == [claim(one)]
    assert ledger.report_claims("r1") == [claim(one)]
    assert ledger.claims([wrong.id]) == {wrong.id: wrong}
    assert ledger.corrections() == [Correction(wrong.id, LATER, "person:Kim", "misread")]
    two = report(text="Mina Ode and Bo Lind star in Glass Harbour.", day=NEXT)
    keep(ledger, two, claim(two), claim(two, "Bo Lind"))
    assert [s.claim for s in ledger.statements()] == [claim(two)]
    with pytest.raises(NotKnown), ledger.writing() as writer:
        writer.correct(Correction("nothing", LATER, "person:Kim", "misread"))


def test_what_is_followed_is_kept_until_it_is_not(ledger: Ledger) -> None:
    one = report()
    keep(ledger, one, claim(one))
    settle(ledger)
    mina, harbour = (ledger.named(name)[0].id for name in ("Mina Ode", "Glass Harbour"))
    for entity, on in ((mina, True), (harbour, True), (mina, False), (mina, True)):
        with ledger.writing() as writer:
            writer.follow(entity, on=on)
    assert ledger.follows() == [harbour, mina]


@pytest.mark.parametrize("typed", ["HARBOUR", "개봉", '"x" 100%', "a_b"])
def test_reports_are_found_by_their_words(ledger: Ledger, typed: str) -> None:
    keep(ledger, report("r1", text='Mina Ode in Glass Harbour, 개봉. "x" 100% a_b'))
    keep(ledger, report("r2", text='Nothing of that; "x" 1000 aXb.'))
    assert [r.id for r in ledger.holding(typed, 5)] == ["r1"]
    assert ledger.holding(" ", 5) == []
