"""The tables are validated when loaded: a wrong word in them is named."""

from __future__ import annotations

from typing import Any

import pytest

from newsreel.model.errors import VocabularyError
from newsreel.weighing import rules as module
from newsreel.weighing.naming import bare, nobody, office


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"questions": {"cast_membr": {}}}, "cast_membr"),
        ({"questions": {"age": {"compare": "guess"}}}, "guess"),
        ({"questions": {"age": {"moove": True}}}, "moove"),
        ({"verdicts": [{"rule": "x", "when": ["sen"], "verdict": "denied"}]}, "sen"),
        ({"verdicts": [{"rule": "x", "when": ["seen"], "verdict": "sure"}]}, "sure"),
    ],
)
def test_a_wrong_word_in_the_table_is_named(
    change: dict[str, Any], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = module._load("weights.yml")
    monkeypatch.setattr(module, "_load", lambda _: {**good, **change})
    with pytest.raises(VocabularyError, match=named):
        module.rules.__wrapped__()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("industry insiders", "unnamed"),
        ("복수의 영화계 관계자", "unnamed"),
        ("関係者", "unnamed"),
        ("reports", "press"),
        ("韓国メディア", "press"),
        ("일부 매체", "press"),
        ("Channel Nine", ""),
        ("넷플릭스 관계자", ""),
    ],
)
def test_who_names_no_one(name: str, kind: str) -> None:
    assert nobody(name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("소속사 관계자", "agency"),
        ("her agency", "agency"),
        ("所属事務所", "agency"),
        ("제작진", "makers"),
        ("Blue Door", ""),
    ],
)
def test_offices_without_a_name(name: str, kind: str) -> None:
    assert office(name) == kind


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("BH엔터테인먼트 관계자", "BH엔터테인먼트"),
        ("MBC 측", "MBC"),
        ("Netflix広報担当者", "Netflix"),
        ("Blue Door spokesperson", "Blue Door"),
        ("Tin Roof", "Tin Roof"),
    ],
)
def test_a_partys_name_is_bared_of_its_speaker(name: str, plain: str) -> None:
    assert bare(name) == plain
