"""The outlets that newsreel knows."""

from __future__ import annotations

import pytest

from newsreel.model.errors import VocabularyError
from newsreel.sources import outlets
from newsreel.sources.outlets import _no_name_twice, _source, outlet_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilgan Sports", "일간스포츠"),
        ("Oricon News", "オリコンニュース"),
        ("데드라인", "Deadline"),
        ("スポニチ", "Sponichi"),
    ],
)
def test_an_outlet_is_known_in_every_script(one: str, other: str) -> None:
    assert outlet_names()[one] == outlet_names()[other]


def test_two_dailies_of_the_same_characters_stay_two() -> None:
    assert outlet_names()["Ilgan Sports"] != outlet_names()["日刊スポーツ"]


def test_every_outlet_has_a_language_and_a_country() -> None:
    assert all(source.language and source.country for source in outlets())
    assert {source.language for source in outlets()} == {"en", "ko", "ja"}


@pytest.mark.parametrize(
    "row",
    [
        {"country": "US"},
        {"names": [], "country": "US"},
        {"names": ["A", "A"], "country": "US"},
        {"names": ["A"], "country": "usa"},
        {"names": ["A"], "country": "US", "city": "Rome"},
        "A",
    ],
)
def test_a_row_that_breaks_the_rules_is_named(row: object) -> None:
    with pytest.raises(VocabularyError, match=r"en\.yml"):
        _source(row, "en")


def test_a_name_belongs_to_one_outlet() -> None:
    one, other = _source({"names": ["A"], "country": "US"}, "en"), _source({"names": ["B", "A"], "country": "US"}, "en")
    with pytest.raises(VocabularyError, match="also A"):
        _no_name_twice((one, other))
