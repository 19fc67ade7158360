"""Near-copies are found whatever was cut and in whatever order they come; two reports of one event are none."""

from __future__ import annotations

import datetime as dt
import random

from newsreel.model import Report
from newsreel.weighing import near_copies

DAY = dt.date(2031, 3, 13)
SENTENCES = [
    "The harbour drama will begin shooting in the old port early next month, two people close to it said.",
    "Mina Ode plays a customs officer who finds a diary in a crate of salt and cannot let go of it.",
    "Ivo Lang, who made the film about the lighthouse, directs from a script that took him four years.",
    "Tin Roof produces the eight episodes, its first work for a foreign channel since it was founded.",
    "The story begins when a ship that was thought lost comes back with nobody on board but a cat.",
    "No day of release has been named, and the channel did not answer questions on Tuesday evening.",
]
OTHER = (
    "A customs officer and a diary full of salt: that is what the new series is about, and Mina Ode has the lead in it. "
    "Behind the camera stands Ivo Lang. His company of choice is Tin Roof, which has never worked abroad before. "
    "Eight episodes are planned; nobody would say when they will be seen, and the port is busy with trucks already."
)


def _report(key: str, sentences: list[str], day: dt.date = DAY) -> Report:
    return Report(key, " ".join(sentences), "en", day, f"Outlet {key}")


def test_a_copy_that_was_cut_and_given_a_new_head_is_found() -> None:
    original = _report("a1", SENTENCES)
    copy = _report("b1", ["Ode goes to sea.", *SENTENCES[:1], *SENTENCES[2:5]])
    assert near_copies([original, copy]) == {"b1": "a1"}


def test_korean_and_japanese_copies_are_found_too() -> None:
    korean = "배우 미나가 새 드라마에서 소금 상자 속 일기를 발견하는 세관 직원을 맡는다. 촬영은 다음 달 초 항구에서 시작되고 연출은 등대 영화를 만든 감독이 맡는다."
    japanese = "女優のミナが新しいドラマで、塩の箱から日記を見つける税関職員を演じる。撮影は来月初めに港で始まり、監督は灯台の映画を撮った人物が務めるという。"
    for text in (korean, japanese):
        whole = Report("a1", text * 2, "ko", DAY, "하나")
        cut = Report("b1", text, "ko", DAY, "둘")
        assert near_copies([cut, whole]) == {"b1": "a1"}


def test_two_reports_of_one_event_are_no_copies() -> None:
    assert near_copies([_report("a1", SENTENCES), _report("b1", [OTHER])]) == {}


def test_the_earliest_of_several_alike_is_the_one_copied_whatever_the_order() -> None:
    reports = [
        _report("c1", SENTENCES[:5], DAY + dt.timedelta(days=2)),
        _report("b1", SENTENCES, DAY + dt.timedelta(days=1)),
        _report("a1", SENTENCES[1:]),
    ]
    for _ in range(5):
        random.Random(5).shuffle(reports)
        assert near_copies(reports) == {"b1": "a1", "c1": "a1"}


def test_the_same_words_a_year_later_are_an_archive() -> None:
    later = _report("b1", SENTENCES, DAY + dt.timedelta(days=365))
    assert near_copies([_report("a1", SENTENCES), later]) == {}


def test_a_report_of_a_line_or_without_a_day_is_no_copy() -> None:
    undated = Report("b1", " ".join(SENTENCES), "en", None, "B")
    assert (
        near_copies([_report("a1", SENTENCES), undated, _report("c1", ["More soon."]), _report("d1", ["More soon."])])
        == {}
    )
