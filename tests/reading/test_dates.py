from __future__ import annotations

import datetime as dt
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsreel.model import Period
from newsreel.reading.dates import resolve
from newsreel.reading.langs.en.dates import find_dates as read_english
from newsreel.reading.langs.ja.dates import find_dates as read_japanese
from newsreel.reading.langs.ko.dates import find_dates as read_korean

if TYPE_CHECKING:
    from collections.abc import Iterator

READERS = {"en": read_english, "ko": read_korean, "ja": read_japanese}
TABLES: dict[str, dict[str, list[list[Any]]]] = {
    lang: yaml.safe_load((Path(__file__).parent / lang / "dates.yml").read_text("utf-8")) for lang in READERS
}


def rows(part: str) -> Iterator[Any]:
    for lang, table in TABLES.items():
        for day, text, dates in table[part]:
            yield pytest.param(lang, dt.date.fromisoformat(day), text, dates, id=f"{lang}-{text}")


@pytest.mark.parametrize(("lang", "day", "text", "dates"), list(rows("cases")))
def test_a_sentence_gives_its_dates_and_no_other(lang: str, day: dt.date, text: str, dates: str) -> None:
    assert "; ".join(mention.edtf for mention in READERS[lang](text, day)) == dates


@pytest.mark.parametrize(
    ("lang", "day", "text", "dates", "future"),
    [pytest.param(*row.values, tense == "future", id=row.id) for tense in ("past", "future") for row in rows(tense)],
)
def test_the_tense_chooses_what_the_words_leave_open(
    lang: str, day: dt.date, text: str, dates: str, *, future: bool
) -> None:
    (mention,) = READERS[lang](text, day)
    assert str(resolve(mention, future=future)) == dates


@pytest.mark.parametrize("lang", READERS)
def test_a_quarter_of_the_table_are_traps(lang: str) -> None:
    cases = TABLES[lang]["cases"]
    assert len(cases) >= 60
    assert sum(not dates for _, _, dates in cases) * 4 >= len(cases)


FRAGMENTS = st.sampled_from([
    *"0123456789/.-,:()~%$' \n",
    *"年月日週間前後今来去春夏秋冬の初末上中下旬木金",
    *"년월일주달초말봄가을전후의과",
    *["지난", "오는", "다음", "올해", "내년", "부터", "까지", "상반기", "이번", "하루", "october", "may", "friday", "the", "first", "second", "half", "of", "next", "last", "year"],
    *["two", "weeks", "ago", "from", "to", "between", "and", "early", "end", "in", "on", "q4", "1990s", "christmas", "eve", "2024", "31", "第", "から", "まで", "平成", "四半期"],
])  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(FRAGMENTS, max_size=40).map(" ".join), st.lists(FRAGMENTS, max_size=40).map("".join)
)
DAYS = st.one_of(st.dates(), st.sampled_from([dt.date.min, dt.date.max]))


@given(TEXTS, DAYS, st.sampled_from(sorted(READERS)))
def test_any_text_gives_dates_in_order_within_it_that_can_be_written_and_read(
    text: str, day: dt.date, lang: str
) -> None:
    end = 0
    for mention in READERS[lang](text, day):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
        end = mention.end
        for period in (mention.period, mention.meaning.past, mention.meaning.future):
            assert period.start < period.end
            assert Period.parse(str(period)) == period


@pytest.mark.parametrize("lang", READERS)
@pytest.mark.parametrize(
    "piece", ["1 ", "10/", "the ", "二", "일 ", "from 3 to ", "年", "2024年から", "between ", "2024."]
)
def test_what_stands_at_the_end_of_a_long_text_is_read_as_if_alone(lang: str, piece: str) -> None:
    day = dt.date(2024, 3, 13)
    sentence = {
        "en": "It opens on October 16, 2025.",
        "ko": "2025년 10월 16일 개봉한다.",
        "ja": "2025年10月16日に公開。",
    }[lang]
    assert READERS[lang](piece * 4_000 + "\n\n. " + sentence, day)[-1].edtf == "2025-10-16"


def test_a_mention_stands_where_its_words_stand() -> None:
    text = "🎬 İstanbul: it opens October 16, 2025, they say."
    (mention,) = read_english(text, dt.date(2024, 3, 13))
    assert text[mention.start : mention.end] == "October 16, 2025"


def test_every_language_has_a_date_reader() -> None:
    for lang, reader in READERS.items():
        assert import_module(f"newsreel.reading.langs.{lang}.dates").find_dates is reader
