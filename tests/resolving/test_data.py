"""The data of resolving: complete, checked when loaded, and what it promises."""

from __future__ import annotations

import gzip
from importlib import resources

import pytest

from newsreel.model.errors import VocabularyError
from newsreel.resolving.alignment import chance, likelihood, parse_table, table
from newsreel.resolving.known import known_works, parse_works
from newsreel.resolving.placing import NameIndex
from newsreel.resolving.sounds import hangul_sounds
from newsreel.resolving.weights import parse_weights, weights


def test_every_weight_is_there_and_the_thresholds_are_in_order() -> None:
    found = weights()
    assert all(limit.ask < limit.same for limit in found.thresholds.values())
    assert found.works["titles equal"] > found.works["titles share no letters"]


@pytest.mark.parametrize("broken", [None, {}, {"thresholds": {"names": {"same": "high"}}}])
def test_weights_that_are_not_as_they_must_be_are_refused(broken: object) -> None:
    with pytest.raises(VocabularyError):
        parse_weights(broken)


def test_known_works_have_titles_in_several_languages() -> None:
    assert all(len(work.titles) > 1 and work.year > 1900 for work in known_works())


@pytest.mark.parametrize("line", ["film\t2019\tOnly three", "film\tsoon\ta\tb\tc"])
def test_a_row_of_known_works_that_is_not_one_is_named(line: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        parse_works(f"# remark\n{line}\n")
    assert "works.tsv:2" in str(caught.value)


@pytest.mark.parametrize("name", ["korean_names", "korean_sounds", "hangul", "kana", "kanji", "hangul_kana"])
def test_the_shares_of_every_sound_add_up_to_one(name: str) -> None:
    for unit, pieces in table(name).pieces.items():
        assert sum(pieces.values()) == pytest.approx(1.0, abs=0.02), unit


@pytest.mark.parametrize("name", ["korean_names", "korean_weights", "hangul", "kana", "kanji", "hangul_kana"])
def test_every_learned_file_names_its_source(name: str) -> None:
    raw = resources.files("newsreel.resolving").joinpath("data", f"{name}.tsv.gz").read_bytes()
    first = gzip.decompress(raw).decode().splitlines()[0]
    assert first.startswith("# ")
    assert "CC0" in first
    assert "bench/names_train.py" in first


def test_a_likely_spelling_beats_chance_and_an_unlikely_one_does_not() -> None:
    model = table("hangul")
    gain = {
        latin: likelihood(model, hangul_sounds("마리아"), latin) - chance(model, latin) for latin in ("maria", "peter")
    }
    assert gain["maria"] > 3
    assert gain["peter"] < 0


def test_a_table_is_read_from_its_lines() -> None:
    made = parse_table("# remark\n\ta\t500000\n가\tga\t900000\n가\tka\t100000\n")
    assert made.pieces["가"] == {"ga": 0.9, "ka": 0.1}
    assert made.letters["a"] == 0.5


def test_a_new_name_finds_its_place_among_others() -> None:
    index = NameIndex()
    for name in ("배두나", "Song Kang-ho", "ティルダ・スウィントン", "是枝裕和", "Bae Suzy"):
        index.add(name)
    assert [place.name for place in index.place("Bae Doona")] == ["배두나"]
    assert [place.name for place in index.place("송강호")] == ["Song Kang-ho"]
    assert [place.name for place in index.place("Tilda Swinton")] == ["ティルダ・スウィントン"]
    assert [place.name for place in index.place("Kang-ho Song")] == ["Song Kang-ho"]
    assert index.place("Anna Lindqvist") == []
