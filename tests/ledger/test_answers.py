"""What was weighed is kept by subject, found by subject and by object, and goes when what it rests on changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.ledger.making import DAY, claim, keep, report, settle

from newsreel.ledger import Answers, Ledger, Withdrawal
from newsreel.model import Change, Conflict, Fact, Origin, Record, Side, Slots, Voice
from newsreel.model.errors import LedgerUnwritable


def fact(subject: str, number: int, value: str | int | bool | None, *, entity: bool = False) -> Fact:
    """A fact with something in each of its fields."""
    origin = Origin("The Slate", "own", "r1", "2031-03-13", ("r2", "r3"))
    voice = Voice("c1", "r1", "The Slate", "2031-03-13", "own", "Lind", "r0", "The Slate", denies=True)
    return Fact(
        f"f{number}",
        subject,
        "cast_member",
        value,
        entity,
        "reported",
        (origin,),
        "r1",
        "2031-03-13",
        ("c1", "c2"),
        ("c3",),
        Slots(role="the keeper", for_="Tin Moon"),
        "because 한효주 says so",
        "a-rule",
        (voice,),
    )


def answers(subject: str, person: str) -> Answers:
    facts = (
        fact(subject, 1, person, entity=True),
        fact(subject, 2, 8),
        fact(subject, 3, value=True),
        fact(subject, 4, None),
    )
    side = Side("f1", denies=False, origins=facts[0].origins, claims=("c1",))
    clashes = (
        Conflict(subject, "cast_member", ("f2", "f3"), "", "open"),
        Conflict(subject, "cast_member", ("f1", "f2"), "f1", "the likelier", (side,)),
    )
    record = Record("The Slate", first=3, confirmed=1, relayed=2, ahead_days=[4])
    return Answers(subject, facts, clashes, {"Lind Agency"}, [record])


@pytest.fixture
def told(ledger: Ledger) -> Answers:
    """A ledger that knows one work, weighed by "w1"."""
    one = report()
    keep(ledger, one, claim(one))
    settle(ledger)
    found = answers(ledger.named("Glass Harbour")[0].id, ledger.named("Mina Ode")[0].id)
    with ledger.writing(durable=False, patient=False) as writer:
        writer.keep("w1", [found], ledger.seen())
    return found


def test_what_was_kept_comes_back_as_it_was(ledger: Ledger, told: Answers) -> None:
    (work,) = ledger.weighed(told.subject, "w1")
    assert (work.facts, work.conflicts) == (list(told.facts), list(told.conflicts))
    assert ledger.weighed(None, "w1") == [work]
    (person,) = ledger.weighed(str(told.facts[0].object), "w1")
    assert (person.facts, person.conflicts) == ([told.facts[0]], [told.conflicts[1]])
    assert ledger.unweighed(None, "w1") == []


def test_conflicts_and_records_come_without_their_facts(ledger: Ledger, told: Answers) -> None:
    assert [clash for _, clash in ledger.conflicts("w1")] == list(told.conflicts)
    assert ledger.conflicts("w1", 1) == [("2031-03-13", told.conflicts[0])]
    assert ledger.records("w1") == list(told.records)
    assert (ledger.conflicts("w2"), ledger.records("w2")) == ([], [])


def turned(told: Answers, date: str, number: int) -> Change:
    after = replace(told.facts[number], voices=())
    return Change(date, "r1", "firmer", told.subject, after, replace(after, verdict="rumored") if number else None)


def test_what_was_turned_is_kept_and_found_by_day_and_by_either_side(ledger: Ledger, told: Answers) -> None:
    first, second = turned(told, "2031-03-13", 0), turned(told, "2031-04-02", 1)
    assert ledger.unweighed(None, "w1", told=True) == [told.subject]
    with ledger.writing(durable=False, patient=False) as writer:
        writer.keep_turned("w1", {told.subject: [second, first]}, ledger.seen())
    assert ledger.unweighed(None, "w1", told=True) == []
    assert ledger.turned(None, "w1") == ledger.turned(told.subject, "w1") == [first, second]
    assert ledger.turned(str(told.facts[0].object), "w1") == [first]
    assert ledger.turned(None, "w1", "2031-03-14") == ledger.turned(None, "w1", most=1) == [second]
    assert ledger.turned(None, "w2") == []


def test_what_was_turned_goes_with_what_it_rests_on(ledger: Ledger, told: Answers) -> None:
    with ledger.writing(durable=False, patient=False) as writer:
        writer.keep_turned("w1", {told.subject: [turned(told, "2031-03-13", 0)]}, ledger.seen())
    two = report("r2", text="Bo Lind stars in Glass Harbour.")
    keep(ledger, two, claim(two, "Bo Lind"))
    settle(ledger)
    assert ledger.turned(None, "w1") == []
    assert ledger.unweighed(None, "w1", told=True) == [ledger.named("Glass Harbour")[0].id]


def test_another_weigher_has_kept_nothing(ledger: Ledger, told: Answers) -> None:
    assert ledger.weighed(told.subject, "w2") == []
    assert ledger.unweighed(str(told.facts[0].object), "w2") == [told.subject]
    assert ledger.unweighed(None, "w2") == [told.subject]


def test_a_new_report_concerns_only_what_it_speaks_of(ledger: Ledger, told: Answers) -> None:
    two = report("r2", text="Bo Lind stars in Tin Moon.")
    keep(ledger, two, claim(two, "Bo Lind", "Tin Moon"))
    settle(ledger)
    moon = ledger.named("Tin Moon")[0].id
    assert ledger.unweighed(None, "w1") == [moon]
    assert ledger.unweighed(told.subject, "w1") == []
    three = report("r3", text="Bo Lind stars in Glass Harbour.")
    keep(ledger, three, claim(three, "Bo Lind"))
    settle(ledger)
    assert set(ledger.unweighed(None, "w1")) == {moon, ledger.named("Glass Harbour")[0].id}


def test_a_withdrawn_report_leaves_nothing_of_what_stood_on_it(ledger: Ledger, told: Answers) -> None:
    with ledger.writing() as writer:
        writer.withdraw(Withdrawal("r1", DAY + dt.timedelta(days=1), "person:Kim", "hoax"))
    assert ledger.weighed(told.subject, "w1") == []
    assert ledger.unweighed(None, "w1") == []


def test_what_was_weighed_before_the_ledger_changed_is_not_kept(ledger: Ledger, told: Answers) -> None:
    seen = ledger.seen()
    two = report("r2", text="Bo Lind stars in Glass Harbour.")
    keep(ledger, two, claim(two, "Bo Lind"))
    settle(ledger)
    with ledger.writing(patient=False) as writer:
        writer.keep("w1", [told], seen)
    assert ledger.weighed(None, "w1") == []


def test_who_is_not_patient_is_told_at_once_that_another_is_writing(open_ledger: Callable[[], Ledger]) -> None:
    one, other = open_ledger(), open_ledger()
    with one.writing(), pytest.raises(LedgerUnwritable), other.writing(patient=False):
        pass
    with other.writing(patient=False) as writer:
        writer.add(writer.place(report()), [])
    assert other.report("r1") == report()
