"""Text files become reports whose stored text is the file as read."""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreel.model import Report
from newsreel.model.errors import InputError, UndatedReport, UnreadableInput
from newsreel.sources import read_file, read_paths, report_from_text

EN = "Mina Ode will star in the series Glass Harbour, according to the studio, which is to film it in the spring.\n"
KO = "배우 오미나가 드라마 '유리 항구'에 출연한다고 소속사가 13일 밝혔다.\n"
JA = "俳優の尾出ミナさんが、ドラマ『ガラスの港』に出演することが分かりました。\n"


def write(folder: Path, text: str, name: str = "a.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_header_lines_are_read_and_stay_in_the_text(tmp_path: Path) -> None:
    text = f"date: 2031-03-13\nurl: https://example.org/1\noutlet: The Slate\n\nA headline\n\n{EN}"
    report = read_file(write(tmp_path, text))
    assert report.text == text
    assert report.text[report.body :].startswith("A headline")
    assert (report.id, report.published, report.url) == ("a", dt.date(2031, 3, 13), "https://example.org/1")
    assert (report.outlet, report.title, report.language) == ("The Slate", "A headline", "en")


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("date: 2031-03-13\n\n", dt.date(2031, 3, 13)),
        ("Date: 2031-03-13T09:30:00+09:00\n\n", dt.date(2031, 3, 13)),
        ("date: 2031.3.13\n", dt.date(2031, 3, 13)),
        ("url: \ndate:2031/03/13\n\n", dt.date(2031, 3, 13)),
        ("date:\nurl:\n\n", None),
        ("", None),
    ],
)
def test_each_header_line_is_optional(tmp_path: Path, header: str, day: dt.date | None) -> None:
    report = read_file(write(tmp_path, header + EN))
    assert report.published == day
    assert report.text[report.body :] == EN


def test_a_given_date_serves_only_where_the_report_has_none(tmp_path: Path) -> None:
    given_day = dt.date(2030, 1, 1)
    assert read_file(write(tmp_path, EN), date=given_day).published == given_day
    assert read_file(write(tmp_path, "date: 2031-03-13\n\n" + EN), date=given_day).published == dt.date(2031, 3, 13)


@pytest.mark.parametrize("day", ["yesterday", "2031-13-01", "13 March 2031", "20310313"])
def test_a_date_that_is_none_is_named(tmp_path: Path, day: str) -> None:
    with pytest.raises(InputError, match=r"a\.txt: not a date.*YYYY-MM-DD"):
        read_file(write(tmp_path, f"date: {day}\n\n{EN}"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mina Ode joins Glass Harbour\n\n" + EN, "Mina Ode joins Glass Harbour"),
        (EN + "\n" + EN, ""),
        ("A line\nthat goes on\n\n" + EN, ""),
        ("오미나, '유리 항구' 출연\n\n" + KO, "오미나, '유리 항구' 출연"),
    ],
)
def test_a_headline_is_a_line_that_stands_alone(text: str, title: str) -> None:
    assert report_from_text(text, "a").title == title


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (EN, "utf-8", "en"),
        (EN, "utf-8-sig", "en"),
        (EN, "utf-16", "en"),
        (EN, "utf-16-le", "en"),
        (EN, "utf-16-be", "en"),
        (EN.replace("studio", "café “studio”"), "cp1252", "en"),
        (KO, "utf-8", "ko"),
        (KO, "utf-16", "ko"),
        (KO, "cp949", "ko"),
        (KO, "euc-kr", "ko"),
        (JA, "utf-8", "ja"),
        (JA, "utf-16", "ja"),
        (JA, "shift_jis", "ja"),
        (JA, "cp932", "ja"),
        (JA, "euc_jp", "ja"),
        (JA, "iso2022_jp", "ja"),
    ],
)
def test_encoding_and_language_are_found_out(tmp_path: Path, text: str, encoding: str, language: str) -> None:
    report = read_file(write(tmp_path, text, encoding=encoding))
    assert (report.text, report.language) == (text, language)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16"])
def test_line_ends_are_made_one(tmp_path: Path, encoding: str) -> None:
    report = read_file(write(tmp_path, f"date: 2031-03-13\r\n\r\n{EN}\rEnd".replace("\n", "\r\n"), encoding=encoding))
    assert "\r" not in report.text
    assert report.published == dt.date(2031, 3, 13)


def test_a_text_without_a_final_line_end_is_whole(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, EN.rstrip())).text == EN.rstrip()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\xff\xd8\xff\xe0" + bytes([7, 200, 129, 255, 3]) * 300, "binary|encoding"),
        (b"a" * (4 * 1024 * 1024 + 1), "too large.*one file a report"),
    ],
)
def test_what_is_no_text_says_why_and_what_to_do(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=rf"bad\.txt: .*({said})") as raised:
        read_file(path)
    assert raised.value.advice
    assert "\n" not in str(raised.value)


def test_a_lone_surrogate_becomes_one_replacement(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((EN + "ab").encode() + b"\xed\xa0\x80" + "cd 한국".encode())
    assert read_file(path).text == EN + "ab\ufffdcd 한국"


def test_a_text_cut_inside_a_character_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((KO * 3).encode()[:-3])
    assert read_file(path).text == (KO * 3)[:-3] + "\ufffd"


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\x00\x00"])
@pytest.mark.parametrize(
    "rest", [b"", b"\x00", b"\xd8", b"\x00\xd8", b"M\x00i\x00\xd8", b"\x00M\x00i\xd8\x00", b"Mina\xe9"]
)
def test_what_a_byte_order_mark_promises_may_be_cut_short(tmp_path: Path, mark: bytes, rest: bytes) -> None:
    (tmp_path / "cut.txt").write_bytes(mark + rest)
    (tmp_path / "whole.txt").write_text("Mina Ode stars in Glass Harbour.", encoding="utf-8")
    cut, whole = read_paths([tmp_path])
    assert isinstance(cut, Report | InputError)
    assert isinstance(whole, Report)


def test_files_and_folders_come_in_order_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    (folder / "more").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    write(folder, EN, "b.txt")
    write(folder, KO, "a.txt")
    write(folder, "", "c.txt")
    write(folder / "more", JA, "d.txt")
    write(folder / ".hidden", EN, "e.txt")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    single = write(tmp_path, EN, "z.txt")
    found = list(read_paths([folder, tmp_path / "nowhere.txt", single]))
    assert [r.id if isinstance(r, Report) else r.what for r in found] == ["a", "b", "empty", "d", "no such file", "z"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (found,) = read_paths([tmp_path])
    assert isinstance(found, InputError)
    assert "no text or HTML file" in str(found)


def test_standard_input_is_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EN.encode())))
    (report,) = read_paths(["-"])
    assert isinstance(report, Report)
    assert (report.id, report.text) == ("stdin", EN)


def test_a_language_can_be_told(tmp_path: Path) -> None:
    (report,) = read_paths([write(tmp_path, EN)], language="ko")
    assert isinstance(report, Report)
    assert report.language == "ko"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t.strip()))
def test_any_text_is_stored_as_it_is(text: str) -> None:
    report = report_from_text(text, "a")
    assert report.text == text
    assert 0 <= report.body <= len(text)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_one_line(data: bytes) -> None:
    from newsreel.sources.decode import decode

    try:
        text = decode(data, "x")
    except UnreadableInput as error:
        text, said = "", str(error)
    else:
        said = ""
    assert "\n" not in said
    assert "\r" not in text
    assert text.encode()[:0] == b""


def test_where_a_day_is_needed_its_lack_is_told_with_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, EN)
    (found,) = read_paths([path], dated=True)
    assert isinstance(found, UndatedReport)
    assert str(path) in str(found)
    assert "--date" in str(found)
    (report,) = read_paths([path], dated=True, date=dt.date(2031, 3, 13))
    assert isinstance(report, Report)
