"""What holds of any reports: retellings change nothing, order never matters, no day knows the next."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.weighing.newsroom import statements

from newsreel.model import Fact
from newsreel.weighing import Press, turns, weigh

OUTLETS = ("The Slate", "Harbour News", "Film Post", "항구뉴스")
PARTIES = ("Channel Nine", "Blue Door Agency")
ANSWERS: tuple[dict[str, Any], ...] = (
    {"p": "cast_member", "o": "Mina Ode", "role": "owner of a chocolate shop"},
    {"p": "cast_member", "o": "Mina Ode", "role": "coffee shop owner"},
    {"p": "director", "o": "Ivo Lang"},
    {"p": "director", "o": "Rosa Quint"},
    {"p": "release_date", "o": "2031"},
    {"p": "release_date", "o": "2031-05-01"},
    {"p": "release_date", "o": "2031-09-12"},
    {"p": "release_date"},
    {"p": "episodes", "o": 8},
    {"p": "episodes", "o": 10},
    {"p": "production_status", "o": "filming"},
    {"p": "production_status", "o": "postponed"},
    {"p": "production_status", "o": "released"},
    {"p": "based_on", "o": "Salt Diary", "relation": "adaptation"},
    {"p": "based_on", "o": "Salt Diary", "relation": "remake"},
)
HOW: tuple[dict[str, Any], ...] = (
    {"is": "stated"},
    {"is": "planned"},
    {"is": "rumored"},
    {"is": "reported", "by": ["industry insiders"]},
    *(
        {"is": status, "by": [party]}
        for party in PARTIES
        for status in ("confirmed", "denied", "planned", "considering")
    ),
    *({"is": "reported", "by": [outlet]} for outlet in (*OUTLETS, "The Wire Reporter")),
    {"is": "denied"},
)
CLAIM = st.tuples(st.sampled_from(ANSWERS), st.sampled_from(HOW), st.integers(0, 3)).map(
    lambda told: {**told[0], **told[1], "at": told[2]}
)
REPORT = st.tuples(st.integers(0, 400), st.sampled_from(OUTLETS), st.lists(CLAIM, min_size=1, max_size=5))
DAY = dt.date(2031, 1, 1)


def _reports(drawn: list[tuple[int, str, list[dict[str, Any]]]]) -> dict[str, dict[str, Any]]:
    return {
        f"r{number:02d}": {"day": (DAY + dt.timedelta(days=day)).isoformat(), "outlet": outlet, "says": says}
        for number, (day, outlet, says) in enumerate(drawn)
    }


def _told(facts: tuple[Fact, ...]) -> dict[str, tuple[str, int]]:
    return {fact.id: (fact.verdict, len(fact.origins)) for fact in facts}


@given(st.lists(REPORT, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_makes_no_difference(drawn: Any, random: Any) -> None:
    said = statements(_reports(drawn))
    shuffled = list(said)
    random.shuffle(shuffled)
    assert weigh(said) == weigh(shuffled)
    assert list(turns(said)) == list(turns(shuffled))


@given(st.lists(REPORT, min_size=1, max_size=8), st.integers(0, 420))
def test_a_day_knows_nothing_of_the_next(drawn: Any, number: int) -> None:
    said = statements(_reports(drawn))
    day = DAY + dt.timedelta(days=number)
    known = [s for s in said if s.published <= day]
    assert weigh(said, day) == weigh(known, day)
    assert all(fact.first_date <= day.isoformat() for fact in weigh(said, day).facts)


@given(st.lists(REPORT, min_size=1, max_size=8), st.integers(1, 6), st.data())
def test_any_number_of_retellings_changes_no_verdict_and_no_origin_count(drawn: Any, times: int, data: Any) -> None:
    reports = _reports(drawn)
    said = statements(reports)
    retold = dict(reports)
    for number in range(times):
        # A new outlet passes on, that day or later, something that a report has said, and names its outlet.
        key = data.draw(st.sampled_from(sorted(reports)))
        claim = data.draw(st.sampled_from(reports[key]["says"]))
        retold[f"z{number}"] = {
            "day": _later(reports[key]["day"], data.draw(st.integers(0, 100))),
            "outlet": f"Retelling Gazette {number}",
            "says": [{**claim, "is": _passed_on(claim), "by": [reports[key]["outlet"]]}],
        }
    assert _told(weigh(statements(retold)).facts) == _told(weigh(said).facts)


@given(st.lists(REPORT, min_size=1, max_size=8), st.integers(1, 5), st.data())
def test_any_number_of_near_copies_changes_no_verdict_and_no_origin_count(drawn: Any, times: int, data: Any) -> None:
    reports = _reports(drawn)
    copied, copies = dict(reports), {}
    for number in range(times):
        key = data.draw(st.sampled_from(sorted(reports)))
        copies[f"z{number}"] = key
        copied[f"z{number}"] = {**reports[key], "outlet": f"Copying Gazette {number}"}
    weighed = weigh(statements(copied), press=Press(copies=copies))
    assert _told(weighed.facts) == _told(weigh(statements(reports)).facts)


@given(st.lists(REPORT, min_size=1, max_size=12))
def test_turns_end_where_weighing_does(drawn: Any) -> None:
    said = statements(_reports(drawn))
    last = {turn.after.id: turn.after.verdict for turn in turns(said)}
    standing = {fact.id: fact.verdict for fact in weigh(said).facts}
    assert standing.keys() <= last.keys()
    assert standing == {key: last[key] for key in standing}


def _later(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()


@given(st.integers(1, 6), st.integers(1, 300), st.sampled_from(ANSWERS[:3] + ANSWERS[9:10]))
def test_any_number_of_plain_repetitions_of_a_partys_word_changes_nothing(times: int, days: int, told: Any) -> None:
    said = {
        "a": {"day": "2031-01-01", "outlet": "The Slate", "says": [{**told, "is": "confirmed", "by": ["Channel Nine"]}]}
    }
    repeated = {
        f"z{number}": {"day": _later("2031-01-01", days), "outlet": f"Retelling Gazette {number}", "says": [told]}
        for number in range(times)
    }
    assert _told(weigh(statements(said | repeated)).facts) == _told(weigh(statements(said)).facts)


def _passed_on(claim: dict[str, Any]) -> str:
    """The status with which another outlet passes a claim on: what was sure is reported, the rest stays as it is."""
    return "reported" if claim["is"] in {"stated", "confirmed", "reported"} else claim["is"]
