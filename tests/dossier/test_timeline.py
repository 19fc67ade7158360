"""Events: dated facts in the order in which they happen."""

from newsreel.dossier import timeline
from newsreel.model import Fact, Slots


def fact(number: int, predicate: str, obj: str | None, known: str, verdict: str = "reported", date: str = "") -> Fact:
    slots = Slots(date=date or None)
    return Fact(f"f{number}", "w", predicate, obj, False, verdict, (), "r", known, (), slots=slots)


def test_events_come_in_the_order_in_which_they_happen() -> None:
    facts = [
        fact(1, "release_date", "2025-10-16", "2025-08-14"),
        fact(2, "filming_start", "2024-03-01/2024-03-10", "2024-03-13"),
        fact(3, "production_status", "announced", "2024-06-19", date="2024-06-19"),
    ]
    assert [event.fact.id for event in timeline(facts)] == ["f2", "f3", "f1"]


def test_a_stage_without_a_date_was_reached_by_the_day_of_its_report() -> None:
    (event,) = timeline([fact(1, "production_status", "filming", "2024-03-13")])
    assert event.by
    assert event.when.edtf == "2024-03-13"


def test_what_gave_way_or_was_denied_is_marked() -> None:
    facts = [
        fact(1, "release_date", "2024-03-29", "2022-12-06", "denied"),
        fact(2, "release_date", "2025-03-07", "2024-12-28"),
    ]
    assert [event.gone for event in timeline(facts)] == [True, False]


def test_what_has_no_date_is_no_event() -> None:
    facts = [
        fact(1, "release_date", None, "2024-03-13", "unannounced"),
        fact(2, "genre", "drama", "2024-03-13"),
        fact(3, "release_date", "someday", "2024-03-13"),
    ]
    assert timeline(facts) == []
