"""Every word of the vocabulary has its words in the terminal."""

import pytest

from newsreel.faces.cli.style import COLOURS
from newsreel.faces.cli.wording import qualifiers, sections, sentence, wordings
from newsreel.model import Fact, Slots
from newsreel.vocabulary import vocabulary


def fact(predicate: str, obj: str | int | None, *, entity: bool = False, slots: Slots | None = None) -> Fact:
    return Fact("f", "w", predicate, obj, entity, "reported", (), "r", "2024-03-13", (), slots=slots or Slots())


def test_every_predicate_can_be_told() -> None:
    assert set(wordings()) == set(vocabulary().predicates)
    assert {wording.section for wording in wordings().values()} == set(sections())


def test_every_verdict_and_status_has_a_colour() -> None:
    assert set(COLOURS) >= set(vocabulary().verdicts) | set(vocabulary().statuses)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (fact("release_date", "2025-10-16"), "Blue Door is released 16 October 2025"),
        (fact("release_date", None), "not announced for Blue Door: release"),
        (
            fact("cast_member", "p", entity=True, slots=Slots(character="Rin", role="chocolatier")),
            "Han Seo is in the cast of Blue Door (Rin, chocolatier)",
        ),
        (fact("based_on", "s", entity=True, slots=Slots(relation="spin_off")), "Blue Door is based on S (spin-off)"),
        (fact("work_type", "animation_film"), "the type of Blue Door is animation film"),
    ],
)
def test_a_fact_is_a_sentence(told: Fact, words: str) -> None:
    assert sentence(told, {"w": "Blue Door", "p": "Han Seo", "s": "S"}) == words


def test_slots_are_one_phrase() -> None:
    assert qualifiers(Slots(as_="model", for_="Blue Door", date="2003")) == "model, for Blue Door, 2003"
