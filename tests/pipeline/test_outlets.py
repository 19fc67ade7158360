"""Outlets that are cited in another script than their own are one with their own name."""

from __future__ import annotations

import datetime as dt

from newsreel.model import Claim, Ref, Span, Statement
from newsreel.pipeline.publishing import one_outlet


def said(outlet: str, *by: str, status: str = "reported", also: tuple[str, ...] = ()) -> Statement:
    other = (("reported", also),) if also else ()
    claim = Claim(
        outlet, Ref("w1", "work", ("Glass Harbour",)), "genre", "drama", status, Span(0, 1), "t", by, also=other
    )
    return Statement(claim.id, claim, "w", None, dt.date(2031, 3, 1), outlet, "en")


def test_a_cited_name_in_another_script_is_that_of_the_publisher() -> None:
    found = one_outlet(
        [said("새빛스포츠"), said("한강연예"), said("KScreen", "Saebit Sports"), said("銀座通信", "セビッスポーツ")]
    )
    assert found == {"Saebit Sports": "새빛스포츠", "セビッスポーツ": "새빛스포츠"}


def test_outlets_that_publish_nothing_here_go_by_one_of_their_names() -> None:
    found = one_outlet([said("銀座通信", "シルバー・ポスト"), said("한강연예", also=("Silver Post",))])
    assert found["シルバー・ポスト"] == found["Silver Post"] == "Silver Post"


def test_parties_and_nobody_in_particular_are_no_outlets() -> None:
    assert not one_outlet([said("銀座通信", "Saebit Sports", status="confirmed"), said("새빛스포츠")])
    assert not one_outlet([said("銀座通信"), said("한강연예", "복수의 영화계 관계자")])
