"""An outlet's record: what became of what it had first."""

from newsreel.dossier import records
from newsreel.model import Fact, Voice


def voice(outlet: str, kind: str, date: str, *, denies: bool = False) -> Voice:
    return Voice(f"{outlet}-{date}-{kind}", "r", outlet, date, kind, denies=denies)


def fact(number: int, verdict: str, *voices: Voice, predicate: str = "cast_member") -> Fact:
    return Fact(f"f{number}", "w", predicate, "p", True, verdict, (), "r", voices[0].date, (), voices=voices)


def test_a_scoop_that_the_party_confirms_counts_with_its_lead() -> None:
    (daily, echo) = records(
        [
            fact(
                1,
                "confirmed",
                voice("Daily", "own", "2024-03-10"),
                voice("Echo", "relay", "2024-03-11"),
                voice("Echo", "party", "2024-03-13"),
            )
        ]
    )
    assert (daily.outlet, daily.first, daily.confirmed, daily.median_ahead_days) == ("Daily", 1, 1, 3)
    assert (echo.outlet, echo.first, echo.relayed) == ("Echo", 0, 1)


def test_what_was_denied_disputed_or_is_open_is_told_apart() -> None:
    (daily,) = records(
        [
            fact(1, "denied", voice("Daily", "own", "2024-03-10")),
            fact(2, "disputed", voice("Daily", "own", "2024-03-10")),
            fact(3, "reported", voice("Daily", "own", "2024-03-10"), voice("Daily", "own", "2024-03-12")),
        ]
    )
    assert (daily.first, daily.denied, daily.disputed, daily.open, daily.median_ahead_days) == (3, 1, 1, 1, None)


def test_passing_on_with_a_change_is_held_against_who_changed_it() -> None:
    (echo,) = records([fact(1, "disputed", voice("Echo", "distort", "2024-03-10"))])
    assert (echo.first, echo.changed) == (0, 1)


def test_a_denial_and_background_are_no_first_voices() -> None:
    denial = voice("Doubt", "own", "2024-03-10", denies=True)
    assert records([fact(1, "denied", denial), fact(2, "reported", voice("Old", "background", "2024-03-10"))]) == []
    assert records([fact(3, "reported", voice("Daily", "own", "2024-03-10"), predicate="genre")]) == []
