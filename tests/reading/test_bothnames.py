"""A stage name and the real one, told in one breath, are one person's, and no part that is played."""

from __future__ import annotations

import datetime as dt

import pytest

from newsreel.model import Claim, Ref, Report
from newsreel.reading import read

ONE = [
    ("ko", "가수 겸 배우 나래(한나래)가 영화 '푸른 기차'에 출연한다.", {"나래", "한나래"}),
    ("ko", "배우 로안(본명 김석민)이 영화 '푸른 기차'에 출연한다.", {"로안", "김석민"}),
    ("ja", "NAEことハン・ナレが映画「青い列車」に出演する。", {"NAE", "ハン・ナレ"}),
    ("ja", "歌手で俳優のNAE（ハン・ナレ）が映画「青い列車」に出演する。", {"NAE", "ハン・ナレ"}),
    ("ja", "女優ののん（本名・能年玲奈）が映画「青い列車」に主演する。", {"のん", "能年玲奈"}),
    ("en", 'IU joins the cast\nSinger and actress IU, whose real name is Lee Ji-eun, will star in the film "Blue Train."', {"IU", "Lee Ji-eun"}),
    ("en", 'Han Na-rae, better known as NAE, has joined the cast of the film "Blue Train."', {"NAE", "Han Na-rae"}),
    ("en", 'Singer Wave (real name Han Na-rae) will star in the film "Blue Train."', {"Wave", "Han Na-rae"}),
]  # fmt: skip
PLAYED = [
    ("ko", "극 중 장미선(아이유)과 구태성(여진구)은 호텔에서 만난다. 드라마 '푸른 기차'는 13일 첫 방송된다.", "아이유", "장미선"),
    ("ja", "主人公の夜野光（藤原達郎）とL（松山健一）が対決する映画「青い列車」が17日公開された。", "松山健一", "L"),
]  # fmt: skip


def claims(language: str, text: str) -> list[Claim]:
    report = Report("1", f"{text}\n", language, dt.date(2024, 3, 4))
    return read(report)


@pytest.mark.parametrize(("language", "text", "names"), ONE)
def test_both_names_are_one_person(language: str, text: str, names: set[str]) -> None:
    cast = [c for c in claims(language, text) if c.predicate == "cast_member"]
    assert [set(c.object.names) >= names for c in cast if isinstance(c.object, Ref)] == [True]
    assert all(c.slots.character is None for c in cast)


@pytest.mark.parametrize(("language", "text", "actor", "part"), PLAYED)
def test_who_plays_whom_is_told_by_brackets_too(language: str, text: str, actor: str, part: str) -> None:
    cast = {c.object.name: c.slots.character for c in claims(language, text) if isinstance(c.object, Ref)}
    assert cast[actor] == part
