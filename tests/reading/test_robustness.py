"""Any text at all: no exception, evidence that holds, the same claims every time, and time that grows with length."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreel.model import Report
from newsreel.reading import read
from newsreel.reading.pack import LANGUAGES
from newsreel.vocabulary import vocabulary

HERE = Path(__file__).parent
DAY = dt.date(2024, 6, 3)
PREDICATES = vocabulary().predicates
# Words that open doors in the readers, thrown together without sense.
PIECES = {
    "en": ["Netflix", "the film", '"Blue Door"', "stars", "Mara Quinn", "(", ")", "directed by", "on May 3", ",", ".", "and", "will", "“", "”", "’s", "according to", "Deadline", "as",
           "the", "season two", "2024", "who", "won an Oscar for", "based on the novel", ";", ":", "\n", "\n\n", "- ", "•", "respectively", "filming", "in", "Lisbon", "renewed", "denied", "30-year-old"],
    "ko": ["넷플릭스", "영화", "'파란 문'", "배우", "김하나", "주연", "감독", "(", ")", ",", ".", "은", "가", "을", "출연한다", "검토 중", "고 밝혔다", "5월 3일", "\n", "《", "》", "역을 맡았다", "·", "제작", "tvN"],
    "ja": ["映画", "『青い扉』", "主演", "監督", "佐藤花子", "(", "）", "、", "。", "は", "が", "を", "出演", "5月3日", "公開", "と発表した", "Netflix", "原作", "役", "\n", "「", "」", "・", "撮影"],
}  # fmt: skip


def read_text(text: str, language: str) -> list[str]:
    report = Report(id="any", text=text, language=language, published=DAY, outlet="")
    claims = read(report)
    for claim in claims:
        assert claim.predicate in PREDICATES
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.span.quote(text) == text[claim.span.start : claim.span.end]
        assert all(name for name in claim.subject.names)
    return [repr(claim) for claim in claims]


def sentences(language: str) -> list[str]:
    found = []
    for path in sorted((HERE / language).glob("*.yml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(table, dict):
            found += [row["text"] for row in table.get("rows", ()) if isinstance(row, dict) and "text" in row]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=300))
def test_any_text_is_read_without_error(language: str, text: str) -> None:
    read_text(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_words_of_the_trade_without_sense_are_read_without_error(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(PIECES[language]), max_size=40))
    text = " ".join(words)
    assert read_text(text, language) == read_text(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_cut_turned_and_mixed_are_read_without_error(language: str) -> None:
    chance = random.Random(11)
    pool = [text for other in LANGUAGES for text in sentences(other)]
    for _ in range(120):
        text = chance.choice(pool)
        a, b = sorted(chance.sample(range(len(text) + 1), 2)) if len(text) > 1 else (0, len(text))
        kind = chance.randrange(5)
        mutated = (
            text[:a] + text[b:],
            text[a:b] + text,
            text[:a] + chance.choice(pool) + text[b:],
            "".join(chance.sample(text, len(text))),
            text[:a] + chance.choice('\u200b\ufeff\ue050\uf001\u202e\x00("“《') + text[a:],
        )[kind]
        read_text(mutated, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\n\n\n", "\ufeff", "\ue050\uf000\ue057\uf001", "a", "“", "(" * 200, "film " * 200, '"' * 99],
)
def test_texts_that_are_hardly_texts_say_nothing_wrong(language: str, text: str) -> None:
    read_text(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_of_another_language_makes_no_trouble(language: str) -> None:
    for other in LANGUAGES:
        if other != language:
            for text in sentences(other)[:25]:
                read_text(text, language)
