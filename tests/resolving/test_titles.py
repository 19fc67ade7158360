"""Titles: seasons, parts, subtitles, articles, misprints, and loan words in other scripts."""

from __future__ import annotations

import pytest

from newsreel.resolving.titles import compare_titles, title


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The Quiet Harbour", "Quiet Harbour", "titles equal"),
        ("“The Quiet Harbour”", "The Quiet Harbour", "titles equal"),
        ("The Quiet Harbour Season 2", "The Quiet Harbour", "titles equal"),
        ("고요한 항구 시즌2", "고요한 항구", "titles equal"),
        ("고요한 항구", "고요한항구", "titles equal"),
        ("静かな港 シーズン2", "静かな港", "titles equal"),
        ("静かな港 第2期", "静かな港", "titles equal"),
        ("Harbour Romantics", "Harbour Romantic", "titles differ in one letter"),
        ("Quiet Harbour", "Quiet Harbour 2", "never"),
        ("고요한 항구", "고요한 항구2", "never"),
        ("Quiet Harbour II", "Quiet Harbour III", "never"),
        ("Quiet Harbour", "Quiet Harbour: The Movie", "one title has a subtitle"),
        ("静かな港", "静かな港　冬の章", "one title has a subtitle"),
        ("劇場版「静かな港」", "劇場版　静かな港", "titles equal"),
        ("静かな港", "劇場版 静かな港", "one title has a subtitle"),
        ("Silent Hunter: The Movie", "劇場版 サイレント・ハンター", "titles sound alike"),
        ("Silent Hunter", "사일런트 헌터", "titles sound alike"),
        ("Silent Hunter", "サイレント・ハンター", "titles sound alike"),
        ("Cowgirl Bebop", "カウガールビバップ", "titles sound alike"),
        ("The Silent Hunter", "더 사일런트 헌터", "titles sound alike"),
        ("The Silent Hunter", "ザ・サイレント・ハンター", "titles sound alike"),
        ("The Silent Hunter", "サイレント・ハンター", "titles sound alike"),
        ("Silent Hunter", "サイレント・ハウス", "titles share no letters"),
        ("Quiet Harbour", "Loud Mountain", "titles differ"),
        ("Quiet Harbour", "静かな港", "titles say the same"),
        ("The Lighthouse of Winter", "겨울의 등대", "titles say the same"),
        ("冬の灯台", "겨울의 등대", "titles say the same"),
        ("冬の灯台", "여름의 등대", "titles share no letters"),
        ("Snow", "눈", "titles share no letters"),
        ("Quiet Harbour", "静かな桟橋", "titles share no letters"),
        ("1987", "1988", "titles differ"),
    ],
)
def test_what_two_titles_are_to_each_other(left: str, right: str, relation: str) -> None:
    assert compare_titles(left, right)[0] == relation
    assert compare_titles(right, left)[0] == relation


def test_a_title_that_is_all_number_is_no_part() -> None:
    assert title("1987").part == 1
    assert title("1987").main == "1987"
