"""Catalog files: each kind is read as a stream, and what it says becomes judgements like any other."""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.resolving.reports import person, report, work

from newsreel.model import Entity, Verdict
from newsreel.model.errors import UnreadableInput
from newsreel.resolving import Resolver, link_catalog
from newsreel.resolving.catalog_files import Record, read_catalog

ITEM = {
    "id": "Q1",
    "labels": {"en": {"value": "The Quiet Harbour"}, "ko": {"value": "고요한 항구"}, "fr": {"value": "Le Port"}},
    "aliases": {"ja": [{"value": "静かな港"}]},
    "claims": {
        "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5398426"}}}}],
        "P577": [{"mainsnak": {"datavalue": {"value": {"time": "+2024-03-01T00:00:00Z"}}}}],
    },
}
FILES = {
    "name.basics.tsv": (
        "nconst\tprimaryName\tbirthYear\nnm0000001\tBae Doona\t1979\n",
        [Record("imdb:nm0000001", "person", ("Bae Doona",), 0, "IMDb")],
    ),
    "title.basics.tsv": (
        (
            "tconst\ttitleType\tprimaryTitle\toriginalTitle\tstartYear\n"
            "tt0000001\ttvSeries\tThe Quiet Harbour\tGoyohan hanggu\t2024\n"
            "tt0000002\ttvEpisode\tEpisode #1.1\tEpisode #1.1\t2024\n"
        ),
        [Record("imdb:tt0000001", "work", ("The Quiet Harbour", "Goyohan hanggu"), 2024, "IMDb")],
    ),
    "title.akas.tsv": (
        "titleId\tordering\ttitle\tregion\ntt0000001\t1\t고요한 항구\tKR\n",
        [Record("imdb:tt0000001", "work", ("고요한 항구",), 0, "IMDb")],
    ),
    "wikidata.json": (
        "[\n" + json.dumps(ITEM) + ",\n" + json.dumps({"id": "Q2", "labels": {}, "claims": {}}) + "\n]\n",
        [Record("wikidata:Q1", "work", ("The Quiet Harbour", "고요한 항구", "静かな港"), 2024, "Wikidata")],
    ),
    "query.json": (
        json.dumps(
            {
                "head": {},
                "results": {
                    "bindings": [
                        {
                            "item": {"value": "entity/Q1"},
                            "itemLabel": {"value": "The Quiet Harbour"},
                            "year": {"value": "2024"},
                        }
                    ]
                },
            },
            indent=1,
        ),
        [Record("wikidata:Q1", "work", ("The Quiet Harbour",), 2024, "Wikidata")],
    ),
    "tv_series_ids.json": (
        '{"id":7,"original_name":"고요한 항구","popularity":1.0}\n',
        [Record("tmdb:tv/7", "work", ("고요한 항구",), 0, "TMDB")],
    ),
    "movie_ids.json": (
        '{"adult":false,"id":8,"original_title":"The Quiet Harbour"}\n',
        [Record("tmdb:movie/8", "work", ("The Quiet Harbour",), 0, "TMDB")],
    ),
    "person_ids.json": (
        '{"id":9,"name":"Bae Doona"}\n{"id":10,"name":"Ryu Seung-ryong"}\n',
        [
            Record("tmdb:person/9", "person", ("Bae Doona",), 0, "TMDB"),
            Record("tmdb:person/10", "person", ("Ryu Seung-ryong",), 0, "TMDB"),
        ],
    ),
    "kobis.csv": (
        "영화코드,영화명,영화명(영문),제작연도\n20240001,고요한 항구,The Quiet Harbour,2024\n",
        [Record("kobis:20240001", "work", ("고요한 항구", "The Quiet Harbour"), 2024, "KOBIS")],
    ),
    "kobis_people.json": (
        json.dumps({"peopleListResult": {"peopleList": [{"peopleCd": "1", "peopleNm": "배두나", "peopleNmEn": ""}]}}),
        [Record("kobis:person/1", "person", ("배두나",), 0, "KOBIS")],
    ),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("packed", ["plain", "gzip", "bzip2"])
def test_every_kind_of_file_is_read_packed_or_not(name: str, packed: str, tmp_path: Path) -> None:
    text, wanted = FILES[name]
    packs: dict[str, Callable[[bytes], bytes]] = {"plain": bytes, "gzip": gzip.compress, "bzip2": bz2.compress}
    pack = packs[packed]
    path = tmp_path / name
    path.write_bytes(pack(text.encode()))
    assert list(read_catalog(path)) == wanted


def test_progress_ends_at_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "name.basics.tsv.gz"
    path.write_bytes(gzip.compress(FILES["name.basics.tsv"][0].encode()))
    seen: list[tuple[int, int]] = []
    list(read_catalog(path, lambda done, size: seen.append((done, size))))
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)


@pytest.mark.parametrize("content", [b"", b"hello\n", b"\x1f\x8b\x08broken", b"{\n", b"\xff\xfe\x00"])
def test_a_file_of_another_kind_is_named_in_the_error(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "strange.tsv"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput) as caught:
        list(read_catalog(path))
    assert str(path) in str(caught.value)


def test_a_catalog_cut_short_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "name.basics.tsv.gz"
    path.write_bytes(gzip.compress(("nconst\tprimaryName\n" + "nm1\tAnna\n" * 9000).encode())[:-40])
    with pytest.raises(UnreadableInput):
        list(read_catalog(path))


HARBOUR = Entity("a1", "work", ("The Quiet Harbour", "고요한 항구"))
DOONA = Entity("b1", "person", ("배두나", "Bae Doona"))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "catalog.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_name_is_tied_to_its_record_by_a_judgement(tmp_path: Path) -> None:
    path = written(tmp_path, "nconst\tprimaryName\nnm1\tDoona Bae\nnm2\tBae Suzy\n")
    (made,) = link_catalog(path, [HARBOUR, DOONA], {})
    assert (made.left, made.right, made.verdict) == ("b1", "imdb:nm1", Verdict.SAME)
    assert "IMDb" in made.because


def test_of_two_records_the_year_decides(tmp_path: Path) -> None:
    rows = "tt1\tmovie\tThe Quiet Harbour\tThe Quiet Harbour\t1996\ntt2\ttvSeries\tThe Quiet Harbour\tX\t2024\n"
    path = written(tmp_path, "tconst\ttitleType\tprimaryTitle\toriginalTitle\tstartYear\n" + rows)
    (made,) = link_catalog(path, [HARBOUR], {"a1": frozenset({2024})})
    assert (made.right, made.verdict) == ("imdb:tt2", Verdict.SAME)


def test_two_records_that_fit_alike_wait_for_a_person(tmp_path: Path) -> None:
    path = written(tmp_path, "nconst\tprimaryName\nnm1\tBae Doona\nnm2\tBae Doona\n")
    made = list(link_catalog(path, [DOONA], {}))
    assert [(j.right, j.verdict) for j in made] == [("imdb:nm1", Verdict.UNSURE), ("imdb:nm2", Verdict.UNSURE)]


def test_a_reference_shows_on_the_entity_and_goes_with_its_judgement(tmp_path: Path) -> None:
    resolver = Resolver()
    resolver.add(*report("one", (work("w1", "Iron Bell"), "cast_member", person("p1", "Bae Doona"))))
    entities = resolver.identities().entities.values()
    path = written(tmp_path, "nconst\tprimaryName\nnm1\tBae Doona\n")
    (made,) = link_catalog(path, entities, {})
    resolver.judge(made)
    found = resolver.identities()
    assert found.references == {found.of("one", "p1"): ("imdb:nm1",)}
    resolver.take_back(made.id)
    assert resolver.identities().references == {}
