"""Days of release that are two, and no contradiction: in two countries, or of a first showing and the release."""

from __future__ import annotations

from newsreel.vocabulary.countries import country_codes
from newsreel.weighing.answers import period
from newsreel.weighing.hearing import Hearing
from newsreel.weighing.standing import FIRM, PLANNED, Standing

_AT_HOME = {"ko": "KR", "ja": "JP"}
"""Whose cinemas a press means that names none. English is written everywhere."""
_FILMS = frozenset({"film", "animation_film"})
_MONTH = 31


def two_markets(a: Standing, b: Standing, hearing: Hearing) -> bool:
    """Whether two days, or months, are those of two countries: named as such, or a film's in the press of two."""
    days = [period(one.answer.value) for one in (a, b)]
    if any(one is None or (one.end - one.start).days > _MONTH for one in days):
        return False
    types = hearing.questions.get((a.answer.subject, "work_type"), ())
    film = any(standing.answer.value in _FILMS for standing in types)
    mine, theirs = (_markets(one, film=film) for one in (a, b))
    if mine and theirs:
        return mine.isdisjoint(theirs)
    return _shown_first(a, b) or _shown_first(b, a)


def _shown_first(first: Standing, later: Standing) -> bool:
    """Whether a day was reported that came before one that is planned for a country by name."""
    days, others = period(first.answer.value), period(later.answer.value)
    if days is None or others is None or days.start >= others.start:
        return False
    return first.yes.level == FIRM and later.yes.level == PLANNED and bool(_markets(later, film=False))


def _markets(standing: Standing, *, film: bool) -> set[str]:
    """The countries in which the reports of a day mean it; empty where one of them may mean any."""
    found: set[str] = set()
    for heard in standing.yes.voices:
        venue = heard.statement.claim.slots.venue
        code = country_codes().get(venue, "") if venue else (_AT_HOME.get(heard.statement.language, "") if film else "")
        if not code:
            return set()
        found.add(code)
    return found


def two_showings(a: Standing, b: Standing) -> bool:
    """Whether one day was told of as still to come when the other had been reported: a premiere, and the release."""
    return _comes_after(a, b) or _comes_after(b, a)


def _comes_after(later: Standing, first: Standing) -> bool:
    days, before = period(later.answer.value), period(first.answer.value)
    if days is None or before is None or first.yes.level != FIRM or days.start < before.end:
        return False
    return any(heard.level == PLANNED and heard.day >= before.end for heard in later.yes.voices)
