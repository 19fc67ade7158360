"""What grew report by report, in one process or in several, is what is made anew from the entries: to the byte."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from newsreel.model import Claim, Ref, Report, Span, Verdict
from newsreel.model.errors import NotKnown
from newsreel.pipeline import Identities, Newsreel, knowing

DAY = dt.date(2031, 3, 13)
TITLES = ["Glass Harbour", "Glass Harbor", "유리 항구", "The Salt Road"]
PEOPLE = ["Mina Ode", "미나 오드", "Mina Od", "Bo Lind", "Ivo Lang", "Sel Marrow"]
STORY = "The harbour drama begins shooting in the old port early next month, as two people close to it said."


def read(report: Report) -> list[Claim]:
    """Claims from a first line that names a title and people: the first directs, the others act."""
    work, *people = report.text.splitlines()[0].split("|")
    subject = Ref("w1", "work", (work,))
    return [
        Claim(
            report.id,
            subject,
            "cast_member" if place else "director",
            Ref(f"p{place}", "person", (name,)),
            "stated",
            Span(0, len(work)),
            "test",
        )
        for place, name in enumerate(people)
    ]


STEP = st.tuples(
    st.sampled_from(["add", "add", "add", "add", "withdraw", "correct", "same", "different", "reopen"]),
    st.integers(0, 5),
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(PEOPLE), max_size=4, unique=True),
    st.integers(0, 3),
)
Steps = list[tuple[str, int, str, list[str], int]]


def take(reel: Newsreel, what: str, number: int, line: str, shift: int) -> None:
    """One step: `shift` rotates the words of a report's text, so that some texts are copies of others."""
    name, day = f"r{number}", DAY + dt.timedelta(days=number + shift)
    if what == "add":
        words = STORY.split()
        text = f"{line}\n{' '.join(words[shift:] + words[:shift])} {'again ' * (number % 2)}"
        list(reel.add([Report(name, text, "en", day, f"Paper {number % 3}")]))
    elif what == "withdraw":
        with suppress(NotKnown):
            reel.withdraw(name, by="Kim", because="hoax", date=day)
    elif what == "correct":
        with suppress(NotKnown):
            claims = reel.report_claims(name)
            if claims:
                reel.correct(claims[shift % len(claims)].id, by="Kim", because="misread", date=day)
    else:
        found = sorted(reel.identities().mentions)
        if found:
            sides = found[number % len(found)], found[(number * 3 + shift + 1) % len(found)]
            if sides[0] != sides[1]:
                reel.judge(*sides, Verdict(what), by="Kim", because="knows", date=DAY)


def grown(steps: Steps, place: Path | str) -> Iterator[tuple[str, Identities]]:
    """All that was derived, and who is who: as it grew, in several processes' stead, and made anew."""
    reel = Newsreel(place, reader=read)
    for what, number, title, people, shift in steps:
        if what == "reopen":
            reel.close()
            reel = Newsreel(place, reader=read)
        else:
            take(reel, what, number, "|".join([title, *people]), shift)
    yield reel.digest(), reel.identities()
    reel.rebuild()
    yield reel.digest(), reel.identities()
    reel.close()


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=12), st.booleans())
def test_what_grew_is_what_is_made_anew(steps: Steps, kept: bool) -> None:
    """Also where what resolving found is kept after every step, for the next process to go on from."""
    with TemporaryDirectory() as folder, patch.object(knowing, "_KEEP_LEAST", 0 if kept else 5_000):
        first, second = grown(steps, Path(folder) / "ledger.db")
        assert first == second


def test_both_databases_make_the_same_of_it(place: str) -> None:
    steps: Steps = [
        ("add", 0, "Glass Harbour", ["Ivo Lang", "Mina Ode", "Bo Lind"], 0),
        ("add", 1, "Glass Harbour", ["Ivo Lang", "Mina Ode"], 0),
        ("add", 2, "유리 항구", ["Ivo Lang", "미나 오드", "Bo Lind"], 1),
        ("different", 0, "", [], 0),
        ("add", 0, "Glass Harbour", ["Ivo Lang", "Sel Marrow"], 2),
        ("reopen", 0, "", [], 0),
        ("correct", 1, "", [], 0),
        ("same", 3, "", [], 1),
        ("add", 3, "The Salt Road", ["Mina Ode"], 3),
        ("withdraw", 2, "", [], 3),
    ]
    with patch.object(knowing, "_KEEP_LEAST", 0):
        first, second = grown(steps, place)
    assert first == second
