"""What the command line answers, on the sample reports."""

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.faces.cli.running import Run

from newsreel import Newsreel, read_paths

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with all sample reports; not to be written to."""
    path = tmp_path_factory.mktemp("filled") / "ledger.db"
    with Newsreel(path) as reel:
        assert all(added.outcome == "new" for added in reel.add(read_paths([EXAMPLES])))
    return path


@pytest.fixture
def ledger(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A copy of it, as the user's own."""
    assert home.is_dir()
    copy = tmp_path / "ledger.db"
    shutil.copy(filled, copy)
    monkeypatch.setenv("NEWSREEL_LEDGER", str(copy))
    return copy


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_demonstration_shows_a_dossier_and_what_to_try_next(run: Run, home: Path) -> None:
    outcome = run("demo")
    assert outcome.code == 0
    assert outcome.out.lstrip().startswith("Romantics Anonymous")
    assert "why 1 --ledger demo" in outcome.out
    assert [path.name for path in home.rglob("*.db")] == ["demo.db"]
    assert run("why", "1", "--ledger", "demo").code == 0
    assert run("demo").out == outcome.out


@pytest.mark.usefixtures("ledger")
def test_a_name_in_another_script_and_carelessly_written_finds_its_dossier(run: Run) -> None:
    assert "한효주" in "".join(run("about", "한효주").out.splitlines(keepends=True)[:2])
    assert run("about", "mickey 17").out.startswith("Mickey 17")


@pytest.mark.usefixtures("ledger")
def test_a_name_that_is_nearly_there_brings_those_that_are(run: Run) -> None:
    outcome = run("about", "Mickey 71")
    assert outcome.code == 1
    assert re.search(r"did you mean .*Mickey 17", outcome.err)


@pytest.mark.usefixtures("ledger")
def test_why_quotes_the_very_words(run: Run) -> None:
    for fact in json.loads(run("about", "Mickey 17", "--json").out)["facts"][:5]:
        told = json.loads(run("why", fact["id"], "--json").out)
        assert told["fact"]["verdict"] == fact["verdict"]
        assert told["claims"]
        for claim in told["claims"]:
            (path,) = EXAMPLES.rglob(f"{claim['report']}.txt")
            evidence = claim["evidence"]
            assert path.read_text(encoding="utf-8")[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.usefixtures("ledger")
def test_a_line_number_means_the_line_last_shown(run: Run) -> None:
    shown = run("about", "Mickey 17").out
    number, label = re.findall(r"^ +(\d+)  (\S+ \S+)  ", shown, flags=re.MULTILINE)[0]
    assert label in run("why", number).out
    assert run("why", "999").code == 2


@pytest.mark.usefixtures("ledger")
def test_nothing_of_later_shows_as_of_a_day(run: Run) -> None:
    then = lines(run("facts", "--as-of", "2024-03-13", "--jsonl", "-").out)
    assert then
    assert all(str(fact["first_date"]) <= "2024-03-13" for fact in then)
    assert "nothing was known on 1 January 2020" in run("about", "Mickey 17", "--as-of", "2020-01-01").out
    shown = run("about", "로맨틱 어나니머스", "--as-of", "2024-03-13").out
    assert "匿名の恋人たち" not in shown
    assert "SINCE THEN" in shown


@pytest.mark.usefixtures("ledger")
def test_the_machine_readable_files_are_whole_and_the_same_twice(run: Run, home: Path) -> None:
    entities = {one["id"] for one in lines(run("entities", "--jsonl", "-").out)}
    written = []
    for name in ("one", "two"):
        assert run("facts", "--jsonl", home / name).code == 0
        written.append((home / name).read_bytes())
    assert written[0] == written[1]
    for fact in lines(written[0].decode()):
        assert fact["subject"] in entities
        value = fact["object"]
        assert value is None or isinstance(value, dict)
        assert not value or "entity" not in value or value["entity"] in entities


@pytest.mark.parametrize(
    "arguments",
    [["conflicts"], ["changes"], ["timeline", "Mickey 17"], ["outlets"], ["reports"], ["entities"], ["facts"]],
)
@pytest.mark.usefixtures("ledger")
def test_every_list_has_its_machine_form(run: Run, arguments: list[str]) -> None:
    shown = run(*arguments)
    assert shown.code == 0
    assert shown.out
    assert json.loads(run(*arguments, "--json").out)


@pytest.mark.usefixtures("ledger")
def test_adding_again_adds_nothing(run: Run) -> None:
    before = run("facts", "--jsonl", "-").out
    outcome = run("add", EXAMPLES)
    assert outcome.code == 0
    assert outcome.err.startswith("20 reports: 20 known already; 0 new claims")
    assert run("facts", "--jsonl", "-").out == before


def test_broken_files_among_good_ones_stop_nothing_and_are_told(run: Run, ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a-binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "b-empty.txt").write_bytes(b"")
    (folder / "c-undated.txt").write_text("Nothing.\n", encoding="utf-8")
    shutil.copy(EXAMPLES / "mickey-17" / "05-en-kestrel-film-desk.txt", folder / "d-good.txt")
    outcome = run("add", folder, "--ledger", ledger.with_name("other.db"))
    assert outcome.code == 65
    told = [line for line in outcome.err.splitlines() if line.startswith("newsreel: ")]
    assert [name for line in told for name in re.findall(r"[abc]-\w+", line)] == ["a-binary", "b-empty", "c-undated"]
    assert "4 reports: 1 added, 3 could not be used" in outcome.err


@pytest.mark.usefixtures("ledger")
def test_who_follows_hears_of_each_change_once(run: Run, tmp_path: Path) -> None:
    assert run("follow", "Mickey 17").code == 0
    assert "nothing new in 1 that you follow" in run("follow").err
    news = tmp_path / "news.txt"
    news.write_text(
        'date: 2025-04-02\noutlet: Kestrel Film Desk\n\nSam Hale joins the cast of "Mickey 17"\n\n'
        'Actor Sam Hale will star in the film "Mickey 17," Warner Bros. announced on Wednesday.\n',
        encoding="utf-8",
    )
    assert run("add", news).code == 0
    assert "Sam Hale" in run("follow").out
    assert "nothing new" in run("follow").err
    assert run("follow", "Mickey 17", "--stop").code == 0
    assert "follow NAME follows something" in run("follow").err


@pytest.mark.usefixtures("ledger")
def test_a_persons_word_joins_two_names_and_its_opposite_parts_them(run: Run) -> None:
    def id_of(name: str) -> str:
        return str(json.loads(run("about", name, "--json").out)["entity"]["id"])

    assert id_of("Darius Khondji") != id_of("Jung Jae-il")
    run("same", "Darius Khondji", "Jung Jae-il", "--because", "a test", "--by", "tester")
    assert id_of("Darius Khondji") == id_of("Jung Jae-il")
    assert run("same", "Darius Khondji", "Jung Jae-il", "--because", "again").code == 2
    assert "person:tester says same: a test" in run("explain", "Darius Khondji", "Jung Jae-il").out


@pytest.mark.usefixtures("ledger")
def test_a_withdrawn_report_counts_no_more(run: Run) -> None:
    reports = json.loads(run("reports", "--json").out)
    assert run("withdraw", reports[0]["id"], "--because", "a test").code == 0
    assert len(json.loads(run("reports", "--json").out)) == len(reports) - 1
    assert run("withdraw", "nothing-like-it", "--because", "a test").code == 1


@pytest.mark.usefixtures("ledger")
def test_a_corrected_claim_carries_no_fact(run: Run) -> None:
    facts = json.loads(run("about", "Mickey 17", "--json").out)["facts"]
    lone = next(fact for fact in facts if len(fact["claims"]) == 1)
    assert run("correct", lone["claims"][0], "--because", "a test").code == 0
    left = json.loads(run("about", "Mickey 17", "--json").out)["facts"]
    assert lone["id"] not in {fact["id"] for fact in left}


@pytest.mark.usefixtures("ledger")
def test_search_finds_by_a_part_in_any_script(run: Run) -> None:
    assert "한효주" in run("search", "효주").out
    assert "05-en-kestrel-film-desk" in run("search", "has postponed").out
    assert run("search", "xyzzy").code == 1


def test_read_writes_claims_whose_quotes_hold(run: Run, home: Path) -> None:
    out = home / "claims.jsonl"
    assert run("read", EXAMPLES, "--claims", out).code == 0
    claims = lines(out.read_text(encoding="utf-8"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in EXAMPLES.rglob("*.txt")}
    assert {claim["report"] for claim in claims} == set(texts)
    for claim in claims:
        evidence = claim["evidence"]
        assert isinstance(evidence, dict)
        assert texts[str(claim["report"])][evidence["start"] : evidence["end"]] == evidence["quote"]
    assert set(claims[0]) == {
        *("report", "subject", "predicate", "object", "character", "role", "billing", "relation", "venue"),
        *("as", "for", "status", "by", "date", "evidence", "rule"),
    }


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("newsreel ab", "about"), ("newsreel about Mick", "Mickey 17"), ("newsreel about 한", "한효주")],
)
@pytest.mark.usefixtures("ledger")
def test_the_shell_completes_commands_and_names(
    run: Run, monkeypatch: pytest.MonkeyPatch, typed: str, offered: str
) -> None:
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(typed.count(" ")))
    monkeypatch.setenv("_NEWSREEL_COMPLETE", "complete_bash")
    assert offered in run().out.splitlines()


@pytest.mark.usefixtures("ledger")
def test_a_catalog_ties_names_to_its_ids_once(run: Run, tmp_path: Path) -> None:
    heading = "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles"
    rows = ["nm0000001\tDarius Khondji", "nm0000002\tJung Jae-il", "nm0000003\tJung Jae-il"]
    catalog = tmp_path / "name.basics.tsv"
    catalog.write_text("\n".join([heading, *(f"{row}\t\\N\t\\N\t\\N\t\\N" for row in rows)]) + "\n", encoding="utf-8")
    assert "1 tied, 2 fit several records" in run("catalog", "add", catalog).err
    assert "0 tied, 0 fit several records" in run("catalog", "add", catalog).err
    assert json.loads(run("about", "Darius Khondji", "--json").out)["references"] == ["imdb:nm0000001"]
    other = tmp_path / "other.txt"
    other.write_text("Dear Sir or Madam", encoding="utf-8")
    assert run("catalog", "add", other).code == 65
