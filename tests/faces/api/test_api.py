"""The API: its schema is kept, its errors are problems, its lists are paged, and writing needs a token."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.faces.web.showing import sample_ledger, serving

from newsreel.faces.api import api_app
from newsreel.pipeline import Newsreel

TOKEN = {"authorization": "Bearer secret"}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_ledger(tmp_path_factory.mktemp("api") / "ledger.db")


@pytest.fixture
def api(sample: Path, tmp_path: Path) -> Iterator[httpx.Client]:
    with (
        serving(sample, tmp_path / "served.db") as address,
        httpx.Client(base_url=f"{address}/api", timeout=30) as client,
    ):
        yield client


def test_no_request_breaks_it_and_every_answer_is_as_declared(sample: Path, tmp_path: Path) -> None:
    # A text that fits the schema may still be refused: it may be empty but for marks, or hold no date.
    copy = tmp_path / "ledger.db"
    shutil.copy(sample, copy)
    with Newsreel(copy) as reel:
        app = api_app(reel, tokens=frozenset({"secret"}), open_reading=True)
        schema = schemathesis.openapi.from_asgi("/openapi.json", app)
        results: Any = schema.get_all_operations()  # an operation that cannot be read has no ok() and fails here
        operations = [result.ok() for result in results]
        assert len(operations) > 15
        for operation in operations:

            @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
            @given(case=operation.as_strategy())
            def call(case: schemathesis.Case[Any]) -> None:
                case.call_and_validate(headers=TOKEN, excluded_checks=[positive_data_acceptance])

            call()


def test_writing_needs_a_token(api: httpx.Client) -> None:
    report = {"text": 'Netflix orders "Glass Harbour", a series.', "date": "2031-01-01"}
    assert api.post("/reports", json=report).status_code == 401
    assert api.post("/reports", json=report, headers={"authorization": "Bearer wrong"}).status_code == 403
    added = api.post("/reports", json=report, headers=TOKEN)
    assert added.json()["outcome"] == "new"
    assert api.post("/reports", json=report, headers=TOKEN).json()["outcome"] == "known"


def test_reading_may_need_one_too(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "closed.db"
    shutil.copy(sample, copy)
    with Newsreel(copy) as reel:
        transport = httpx.ASGITransport(api_app(reel, tokens=frozenset({"secret"}), open_reading=False))

        async def ask() -> list[int]:
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return [(await client.get("/size", headers=headers)).status_code for headers in ({}, TOKEN)]

        # In a thread of its own: a browser driven in this one may have left an event loop running.
        with ThreadPoolExecutor(1) as thread:
            assert thread.submit(asyncio.run, ask()).result() == [401, 200]


def test_pages_by_cursor_hold_everything_once(api: httpx.Client) -> None:
    found: list[str] = []
    cursor = ""
    while True:
        answer = api.get("/facts", params={"limit": 37, "cursor": cursor}).json()
        found += [fact["id"] for fact in answer["items"]]
        if answer["next"] is None:
            break
        cursor = answer["next"]
    assert len(found) == len(set(found)) > 37
    assert api.get("/facts", params={"cursor": "???"}).status_code == 422


def test_an_answer_is_sent_once_as_long_as_nothing_changed(api: httpx.Client) -> None:
    first = api.get("/entities")
    assert api.get("/entities", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    api.post(
        "/reports", json={"text": 'Netflix orders "Glass Harbour", a series.', "date": "2031-01-01"}, headers=TOKEN
    )
    assert api.get("/entities", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_what_was_added_is_found_at_once(api: httpx.Client) -> None:
    report = {
        "text": 'Netflix announced that Seo Ji-woo will star in the series "Glass Harbour".',
        "date": "2031-03-13",
    }
    assert api.post("/reports", json=report, headers=TOKEN).json()["outcome"] == "new"
    found = {
        name for entity in api.get("/search", params={"q": "Seo Ji-woo"}).json()["items"] for name in entity["names"]
    }
    assert "Seo Ji-woo" in found


def test_errors_are_problems(api: httpx.Client) -> None:
    for answer in (
        api.get("/entities/none"),
        api.get("/nowhere"),
        api.get("/facts", params={"as_of": "x"}),
        api.get("/facts", params={"cursor": "!"}),
    ):
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code


def test_every_claim_s_quote_is_the_text_s(api: httpx.Client) -> None:
    for report in api.get("/reports").json()["items"]:
        full = api.get(f"/reports/{report['id']}").json()
        assert full["claims"] or full["text"]
        for claim in full["claims"]:
            assert full["text"][claim["start"] : claim["end"]] == claim["quote"] != ""


def test_why_gives_the_words(api: httpx.Client) -> None:
    fact = next(f for f in api.get("/facts", params={"limit": 200}).json()["items"] if f["predicate"] == "cast_member")
    why = api.get(f"/entities/{fact['subject']}/facts/{fact['id']}").json()
    assert {voice["claim"] for voice in why["voices"]} >= set(fact["claims"])
    assert all(voice["quote"] for voice in why["voices"])


def test_a_judgement_joins_and_its_taking_back_parts(api: httpx.Client) -> None:
    people = api.get("/entities", params={"kind": "person", "limit": 200}).json()["items"]
    one, other = people[0]["id"], people[1]["id"]
    word = {"left": one, "right": other, "because": "a test", "by": "tester"}
    assert api.post("/judgements", json={**word, "verdict": "same"}, headers=TOKEN).status_code == 200
    assert api.get(f"/entities/{one}").json()["entity"]["id"] == api.get(f"/entities/{other}").json()["entity"]["id"]
    api.post("/judgements", json={**word, "verdict": "undecided"}, headers=TOKEN)
    assert api.get(f"/entities/{one}").json()["entity"]["id"] != api.get(f"/entities/{other}").json()["entity"]["id"]
