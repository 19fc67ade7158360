"""The vocabulary: every word validated, every word written down once, and the page for people current."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreel import vocabulary as module
from newsreel.model.errors import VocabularyError
from newsreel.vocabulary import SLOT_NAMES, vocabulary
from newsreel.vocabulary.page import page

ROOT = Path(__file__).parents[2]


def test_page_is_current() -> None:
    assert (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8") == page()


def test_predicates_speak_of_kinds_and_take_known_objects() -> None:
    v = vocabulary()
    known = {*v.kinds, *module.VALUE_OBJECTS, *v.words, "stages"}
    assert {word for p in v.predicates.values() for word in p.subjects} <= set(v.kinds)
    assert {word for p in v.predicates.values() for word in p.objects} <= known
    assert {slot for p in v.predicates.values() for slot in p.slots} <= SLOT_NAMES


def test_statuses_are_ordered_and_a_party_outweighs_an_outlet() -> None:
    v = vocabulary()
    assert v.strength("confirmed") > v.strength("denied") > v.strength("reported") > v.strength("stated")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"subject": "planet", "object": "date", "wikidata": [], "schema": ""}, "no kind"),
        ({"subject": "work", "object": "colour", "wikidata": [], "schema": ""}, "neither"),
        ({"subject": "work", "object": "date", "slots": ["smell"], "wikidata": [], "schema": ""}, "no such slot"),
    ],
)
def test_a_wrong_predicate_is_named(row: dict[str, object], complaint: str) -> None:
    v = vocabulary()
    with pytest.raises(VocabularyError, match=complaint) as caught:
        module._predicate("made_up", row, frozenset(v.kinds), frozenset(v.words))
    assert "made_up" in str(caught.value)


def test_a_file_that_is_no_yaml_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("a: [1", encoding="utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    with pytest.raises(VocabularyError, match=r"broken\.yml"):
        module.load_yaml("broken.yml")
