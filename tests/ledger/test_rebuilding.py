"""Caches made anew from the entries are the same, to the byte, as those that grew report by report."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.making import DAY, claim, keep, report, settle

from newsreel.ledger import Correction, Ledger, Withdrawal
from newsreel.model.errors import NotKnown

NAMES = ["Mina Ode", "Bo Lind", "개봉", "匿名"]
STEP = st.tuples(
    st.sampled_from(["r1", "r2", "r3"]),
    st.integers(0, 4),
    st.sampled_from(["", "v2", "v3"]),
    st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 2)), max_size=4, unique=True),
    st.sampled_from(["add", "add", "add", "withdraw", "correct", "settle"]),
)


def follow(ledger: Ledger, steps: list[tuple[str, int, str, list[tuple[str, int]], str]]) -> None:
    for report_id, days, version, said, what in steps:
        day = DAY + dt.timedelta(days=days)
        one = report(report_id, text=f"{report_id} {version}", day=day)
        if what == "add":
            keep(ledger, one, *(claim(one, name, at=at) for name, at in said))
        elif what == "withdraw":
            with suppress(NotKnown), ledger.writing() as writer:
                writer.withdraw(Withdrawal(report_id, day, "person:Kim", "hoax"))
        elif what == "correct":
            for name, at in said:
                with suppress(NotKnown), ledger.writing() as writer:
                    writer.correct(Correction(claim(one, name, at=at).id, day, "person:Kim", "misread"))
        else:
            settle(ledger)
    settle(ledger)


def rebuild(ledger: Ledger) -> None:
    ledger.rebuild()
    settle(ledger)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEP, max_size=8))
def test_a_rebuilt_ledger_equals_the_grown_one(steps: list[tuple[str, int, str, list[tuple[str, int]], str]]) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l.db") as ledger:
        follow(ledger, steps)
        grown = ledger.digest()
        rebuild(ledger)
        assert ledger.digest() == grown


def test_both_databases_come_to_the_same_state(ledger: Ledger, tmp_path: Path) -> None:
    steps = [
        ("r1", 0, "", [("Mina Ode", 0), ("개봉", 1)], "add"),
        ("r2", 1, "", [("Mina Ode", 0)], "add"),
        ("r1", 2, "v2", [("Bo Lind", 0), ("Mina Ode", 1)], "add"),
        ("r2", 3, "", [], "withdraw"),
    ]
    follow(ledger, steps)
    with Ledger.open(tmp_path / "other.db") as other:
        follow(other, steps)
        assert other.digest() == ledger.digest()
    grown = ledger.digest()
    rebuild(ledger)
    assert ledger.digest() == grown
