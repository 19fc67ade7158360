"""Names across scripts: pairs that are one, pairs that are not, and what holds of every comparison."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreel.resolving.blocking import keys, worth_comparing
from newsreel.resolving.kanji import readings
from newsreel.resolving.likeness import likeness
from newsreel.resolving.organizations import company_likeness, organization_keys

ONE = [
    ("Bong Joon-ho", "봉준호"),
    ("Bong Joon Ho", "봉준호"),
    ("Joon-ho Bong", "봉준호"),
    ("Lee Byung-hun", "이병헌"),
    ("Byung Hun Lee", "이병헌"),
    ("Song Kang-ho", "ソン・ガンホ"),
    ("Bae Doona", "배두나"),
    ("Ryu Seung-ryong", "류승룡"),
    ("Hirokazu Kore-eda", "是枝裕和"),
    ("Koreeda Hirokazu", "是枝裕和"),
    ("Sakura Ando", "安藤サクラ"),
    ("Ryusuke Hamaguchi", "濱口竜介"),
    ("Hidetoshi Nishijima", "니시지마 히데토시"),
    ("Tilda Swinton", "틸다 스윈튼"),
    ("Chris Evans", "크리스 에반스"),
    ("Tilda Swinton", "ティルダ・スウィントン"),
    ("Scarlett Johansson", "スカーレット・ヨハンソン"),
    ("Park Chan-wook", "Park Chan Wook"),
    ("Chan-wook Park", "Park Chanwook"),
    ("Guillermo del Toro", "Guillermo Del Toro"),
    ("Penélope Cruz", "Penelope Cruz"),
    ("渡邊謙", "渡辺謙"),
    ("봉준호", "ポン・ジュノ"),
    ("박신혜", "パク・シネ"),
    ("차은우", "チャ・ウヌ"),
    ("최지우", "チェ・ジウ"),
    ("권상우", "クォン・サンウ"),
    ("Lee Ji-eun", "イ・ジウン"),
    ("Youn Yuh-jung", "ユン・ヨジョン"),
    ("Gong Yoo", "コン・ユ"),
    ("브로커", "ブローカー"),
    ("킹덤", "キングダム"),
    ("톰 행크스", "トム・ハンクス"),
    ("콰이어트 하우스", "クワイエット・ハウス"),
    ("キアヌ・リーヴス", "キアヌ・リーブス"),
]
TWO = [
    ("Bong Joon-ho", "Park Chan-wook"),
    ("봉준호", "Park Chan-wook"),
    ("김지원", "Kim Soo-hyun"),
    ("이병헌", "Lee Min-ho"),
    ("송강호", "Song Joong-ki"),
    ("Sakura Ando", "宮崎あおい"),
    ("ソン・ガンホ", "Song Joong-ki"),
    ("틸다 스윈튼", "Chris Evans"),
    ("スカーレット・ヨハンソン", "Tilda Swinton"),
    ("Chris Evans", "Chris Pine"),
    ("안성기", "안소희"),
    ("渡辺謙", "渡辺直美"),
    ("이주영", "イ・ジウン"),
    ("몬스터", "マスター"),
    ("브로커", "ブラック"),
    ("김혜윤", "キム・ゴウン"),
    ("이제훈", "イ・ジウン"),
    ("Jung Ho-yeon", "コ・ユンジョン"),
    ("Jeon Do-yeon", "チョン・ホヨン"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_names_that_are_one(left: str, right: str) -> None:
    assert likeness(left, right).odds > 0


@pytest.mark.parametrize(("left", "right"), TWO)
def test_names_that_are_two(left: str, right: str) -> None:
    assert likeness(left, right).odds < 0


@pytest.mark.parametrize(("left", "right"), ONE)
def test_a_comparison_says_why_and_is_the_same_both_ways(left: str, right: str) -> None:
    there, back = likeness(left, right), likeness(right, left)
    assert there == back
    assert left in there.because
    assert right in there.because


@pytest.mark.parametrize(("left", "right"), ONE)
def test_most_names_that_are_one_are_found_by_their_keys(left: str, right: str) -> None:
    assert worth_comparing(left, right)


def test_names_that_are_one_share_a_key_in_nine_of_ten_cases() -> None:
    missed = [pair for pair in ONE if not keys(pair[0]) & keys(pair[1])]
    assert len(missed) <= len(ONE) // 10


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        ("Yoon Do-hyun", "Yun Do-hyeon", True),
        ("Kang Tae Oh", "Kang Tae-o", True),
        ("Lee Jung-jae", "Yi Jeong Jae", True),
        ("Im Yoon-ah", "Yoona Lim", True),
        ("Roh Yoon-seo", "Noh Yun Seo", True),
        ("Yuko Oshima", "Ooshima Yuuko", True),
        ("Shinichi Honda", "Shin'ichi Honda", True),
        ("Kim Min-seo", "Kim Min-soo", False),
        ("Lee Do-hyun", "Lee Da-hyun", False),
        ("Jung So-min", "Jung So-young", False),
        ("Yuko Ito", "Yuki Ito", False),
    ],
)
def test_two_romanisations_of_one_name_leave_it_open_and_other_names_do_not(
    left: str, right: str, *, may: bool
) -> None:
    assert (likeness(left, right).odds >= 0) is may


def test_a_kanji_name_has_several_readings() -> None:
    given = {reading.split()[-1] for reading in readings("渡辺仁")}
    assert {"ジン", "ヒトシ"} <= given


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Netflix", "넷플릭스"),
        ("Netflix", "ネットフリックス"),
        ("CJ Entertainment", "CJ엔터테인먼트"),
        ("(주)모호필름", "모호필름"),
        ("Busan International Film Festival", "부산국제영화제"),
        ("The Walt Disney Company", "Walt Disney"),
        ("株式会社アミューズ", "アミューズ"),
        ("QX엔터테인먼트", "QXエンターテインメント"),
        ("Disney+", "디즈니플러스"),
        ("디즈니+", "ディズニープラス"),
    ],
)
def test_companies_that_are_one(left: str, right: str) -> None:
    assert company_likeness(left, right).odds > 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Studio Dragon", "Studio S"),
        ("TV Tokyo", "TV Asahi"),
        ("넷플릭스", "디즈니"),
        ("QX엔터테인먼트", "VR엔터테인먼트"),
        ("QX Entertainment", "VRエンターテインメント"),
    ],
)
def test_companies_that_are_two(left: str, right: str) -> None:
    assert company_likeness(left, right).odds < 0


NAMES = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=12),
    st.text(st.sampled_from("김이박최정지현우민서 "), min_size=1, max_size=6),
    st.text(st.sampled_from("アイウエオカキクッャュョンー・"), min_size=1, max_size=9),
    st.text(st.sampled_from("小川田中一郎子美ゆり"), min_size=1, max_size=5),
    st.text(st.sampled_from("abcdeHJKlmno -'.é"), min_size=1, max_size=14),
)


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_any_two_texts_can_be_compared_both_ways(left: str, right: str) -> None:
    assert likeness(left, right).odds == likeness(right, left).odds
    assert -15 <= likeness(left, right).odds <= 8
    assert likeness(left, left).odds == 8
    keys(left)
    worth_comparing(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("スタジオパラン", "Studio Parang"),
        ("スタジオパラン", "스튜디오 파랑"),
        ("日テレ", "Nippon TV"),
        ("후지TV", "フジテレビ"),
        ("プライムビデオ", "Amazon Prime Video"),
    ],
)
def test_companies_in_other_scripts_are_found_and_one(left: str, right: str) -> None:
    assert not organization_keys(left).isdisjoint(organization_keys(right))
    assert company_likeness(left, right).odds > 2


def test_two_known_companies_are_two() -> None:
    assert company_likeness("TV東京", "テレビ朝日").odds < 0
    assert company_likeness("東映", "東宝").odds < 0
