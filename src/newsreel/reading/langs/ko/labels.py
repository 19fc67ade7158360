"""Words beside names that say what their bearers are: labels before and behind, groups, foreign spellings."""

from __future__ import annotations

import re
from functools import cache

from newsreel.reading.langs.ko.lexicon import alternation, words
from newsreel.reading.pack import load_data


@cache
def labels() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a name, behind one, and before the name of a member of a group."""
    before = alternation({*words().before, *words().data["real_before"], *words().data["credit_before"]})
    after = alternation({*words().after, *words().data["real_after"]})
    group = r"(?:그룹|걸그룹|보이그룹|아이돌그룹|보이밴드|아이돌 그룹|밴드|듀오)"
    return (
        re.compile(rf"(?<![가-힣])({before})(?:인|이자|였던|은|는)?(?: 겸 [가-힣]{{2,4}})? (?=[가-힣])"),
        re.compile(rf"(?<=[가-힣)])( ?)({after})(?:님)?(?![가-힣](?<![은는이가을를과와의도에로께,]))"),
        re.compile(
            rf"(?<![가-힣A-Za-z])(?:{group} ([가-힣A-Za-z0-9&]{{2,10}})(?:의|를 떠난|을 떠난| 출신| 멤버|"
            rf"의 멤버)? (?:멤버 )?|"
            rf"([A-Z0-9][A-Za-z0-9&-]{{1,8}}|[가-힣]{{2,6}}) (?:멤버|출신) |"
            rf"([A-Z0-9][A-Z0-9&-]{{2,8}})(?:의)? |"
            rf"(?:{alternation(load_data('ko', 'groups')['groups'])}) )(?=[가-힣]{{1,4}})"
        ),
    )


GLOSSED = re.compile(
    r"(?<![가-힣])((?:[가-힣]{1,7} ){0,3}[가-힣]{1,7})\((?:([A-Z][A-Za-z.’'-]+(?: [A-Z][A-Za-z.’'-]+){1,3})|"
    r"([\u4e00-\u9fff]{2,4}))\)"
)


PLAYED_AFTER = re.compile(
    r"(?:을|를) (?:연기|맡|열연|소화)|(?:으로|로) (?:나온|나오|나와|분[하한해했]|변신|출연|등장|열연)|"
    r" ?역(?:을|으로|에|할)"
)


PART_BEHIND = re.compile(r" ?역(?![시대사전])")
STAGE_NAME = re.compile(r"([가-힣]{1,3})(?=\([가-힣]{2,4}\))")  # 샤이니 키(김기범)


@cache
def also_roles() -> frozenset[str]:
    """Labels that say as well what a part is: "래퍼 오산(한지우)"."""
    return frozenset(load_data("ko", "roles")["nouns"]) - {"배우", "여배우", "감독"} | {"래퍼"}


@cache
def role_labels() -> frozenset[str]:
    """Labels that may as well say what a character is."""
    return frozenset(load_data("ko", "names")["role_labels"])
