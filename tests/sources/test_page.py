"""HTML pages become reports like those of text files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newsreel.model.errors import UnreadableInput
from newsreel.sources import read_file, report_from_text

PARAGRAPHS = [
    "Mina Ode will star in the series Glass Harbour, the studio said on Thursday. The series is to be filmed in spring.",
    "She will play a pilot who comes home after many years at sea, and finds that the harbour has been sold to strangers.",
    "Bo Lind, who is known for his work on The Tenth Lantern, will direct the six episodes from a script of his own.",
]
PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="{charset}"><title>{title} | The Slate</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Slate">
<meta property="article:published_time" content="2024-03-13T09:30:00+09:00">
<link rel="canonical" href="https://example.org/news/1"></head>
<body><nav><a href="/">Home</a> <a href="/film">Film</a></nav>
<article><h1>{title}</h1>{body}</article><footer>Copyright The Slate. All rights reserved.</footer></body></html>
"""


def page(
    folder: Path, body: str, *, title: str = "Mina Ode joins Glass Harbour", lang: str = "en", charset: str = "utf-8"
) -> Path:
    path = folder / "a.html"
    text = PAGE.format(title=title, body=body, lang=lang, charset=charset)
    path.write_bytes(text.encode(charset))
    return path


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    report = read_file(page(tmp_path, "".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    assert (report.title, report.published) == ("Mina Ode joins Glass Harbour", dt.date(2024, 3, 13))
    assert (report.outlet, report.language) == ("The Slate", "en")
    assert report.url == "https://example.org/news/1"
    assert report.text[report.body :].split("\n\n")[1:] == [*PARAGRAPHS[:-1], PARAGRAPHS[-1] + "\n"]
    assert "Copyright" not in report.text


def test_the_stored_text_of_a_page_is_that_of_a_text_file(tmp_path: Path) -> None:
    report = read_file(page(tmp_path, "".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    assert report_from_text(report.text, "a") == report


@pytest.mark.parametrize(
    ("lang", "charset", "sentence"),
    [
        (
            "ko",
            "euc-kr",
            "배우 오미나가 새 드라마 '유리 항구'에 출연한다고 소속사 관계자가 13일 밝혔다. 촬영은 올봄에 시작한다.",
        ),
        (
            "ja",
            "shift_jis",
            "俳優の尾出ミナさんが、来年放送のドラマ『ガラスの港』に主演することが十三日に分かりました。撮影は春から。",
        ),
    ],
)
def test_the_encoding_of_a_page_is_found_out(tmp_path: Path, lang: str, charset: str, sentence: str) -> None:
    body = "".join(f"<p>{sentence} {n}</p>" for n in range(5))
    report = read_file(page(tmp_path, body, title=sentence[:12], lang=lang, charset=charset))
    assert report.language == lang
    assert f"{sentence} 3" in report.text


@pytest.mark.parametrize("body", ["", "<p>Log in</p>", "<script>var a = 1</script>"])
def test_a_page_without_an_article_says_so(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>", encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"a\.html: no article"):
        read_file(path)
