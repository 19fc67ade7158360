"""The pages, without a browser: what they hold, where they lead, how they are kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pytest
from tests.faces.web.showing import HOSTILE, serving

PLAIN = ("/", "/changes", "/disputed", "/outlets", "/review", "/following", "/add", "/search?q=Netflix")


def pages_of(site: httpx.Client) -> list[str]:
    """Addresses of every kind of page, found by following links from the front page and the API."""
    entities = site.get("/api/entities", params={"limit": 200}).json()["items"]
    kinds = {e["kind"]: e["id"] for e in reversed(entities)}
    paths = {"work": "title", "person": "person", "organization": "company"}
    shown = [f"/{paths[kind]}/{one}" for kind, one in kinds.items() if kind in paths]
    report = site.get("/api/reports").json()["items"][0]["id"]
    return [*PLAIN, *shown, *(f"/graph/{one}" for one in kinds.values()), f"/report/{report}"]


def romantics(site: httpx.Client) -> str:
    answer = site.get("/api/search", params={"q": "Romantics Anonymous"})
    return str(answer.json()["items"][0]["id"])


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_every_page_answers_in_every_language(site: httpx.Client, lang: str) -> None:
    for path in pages_of(site):
        answer = site.get(path, headers={"accept-language": lang}, follow_redirects=True)
        assert answer.status_code == 200, path
        assert f'<html lang="{lang}">' in answer.text
        assert "<script>" not in answer.text
        assert not re.search(r"""\son\w+=|style=["']|(?:src|href)=["'](?:https?:)?//(?!\S*\.example)""", answer.text), (
            path
        )


def test_one_name_in_any_script_leads_to_one_page(site: httpx.Client) -> None:
    found = [site.get("/search", params={"q": typed}, follow_redirects=True) for typed in ("한효주", "Han Hyo joo")]
    assert "Han Hyo" in found[0].text
    assert "한효주" in found[1].text
    assert found[0].url.path == found[1].url.path != "/search"


def test_two_characters_find(site: httpx.Client) -> None:
    assert site.get("/search/results", params={"q": "효주"}).text.count("<a ") >= 1
    assert site.get("/search/results", params={"q": "小栗"}).text.count("<a ") >= 1


def test_nothing_found_is_said_and_near_names_are_offered(site: httpx.Client) -> None:
    answer = site.get("/search", params={"q": "Han Hyo-jooo"}, follow_redirects=True)
    assert "Han Hyo" in answer.text
    assert "Nothing is known" in site.get("/search", params={"q": "qqqqqqqq"}).text


def test_an_earlier_day_shows_nothing_later(site: httpx.Client) -> None:
    one = romantics(site)
    now = site.get(f"/api/entities/{one}").json()
    then = site.get(f"/api/entities/{one}", params={"as_of": "2024-03-14"}).json()
    assert 0 < len(then["facts"]) < len(now["facts"])
    assert all(fact["first_date"] <= "2024-03-14" for fact in then["facts"])
    page = site.get(f"/title/{one}", params={"as_of": "2024-03-14"}).text
    later = {f["first_date"] for f in now["facts"]} - {f["first_date"] for f in then["facts"]}
    assert later
    assert "changes since then" in page
    unheard = {fact["id"] for fact in now["facts"]} - {fact["id"] for fact in then["facts"]}
    assert not any(f'id="f-{one}"' in page for one in unheard)


def test_any_mention_leads_to_the_one_address(site: httpx.Client) -> None:
    one = romantics(site)
    assert site.get(f"/person/{one}").headers["location"] == f"/title/{one}"
    assert site.get(f"/person/{one}").status_code == 308


def test_what_is_not_there_is_said(site: httpx.Client) -> None:
    for path in ("/title/none", "/report/none", "/nowhere", "/graph/none", "/outlet/none", "/feeds/none.atom"):
        answer = site.get(path)
        assert answer.status_code == 404, path
        assert "There is no such page" in answer.text
    assert site.get(f"/title/{romantics(site)}?as_of=yesterday").status_code == 400


def test_a_page_is_sent_once_as_long_as_nothing_changed(site: httpx.Client) -> None:
    path = f"/title/{romantics(site)}"
    first = site.get(path)
    assert site.get(path, headers={"if-none-match": first.headers["etag"]}).status_code == 304
    added = site.post(
        "/add", data={"text": 'A new text about Netflix\'s series "Glass Harbour".', "date": "2031-01-01", "keep": "1"}
    )
    assert added.status_code == 303
    assert (
        site.get(path, headers={"if-none-match": first.headers["etag"]}).status_code == 200
        or site.get(path).text == first.text
    )


def test_feeds_tell_the_changes(site: httpx.Client) -> None:
    for what in ("all", romantics(site), "following"):
        feed = ET.fromstring(site.get(f"/feeds/{what}.atom").content)  # noqa: S314 - reads what this program wrote
        items = json.loads(site.get(f"/feeds/{what}.json").content)["items"]
        ids = [item["id"] for item in items]
        assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == len(items)
        assert bool(items) == (what != "following")
        assert len(set(ids)) == len(ids)


def test_following_is_kept_and_has_feeds(site: httpx.Client) -> None:
    one = romantics(site)
    assert site.post(f"/follow/{one}", data={"on": "1"}).status_code == 303
    assert "Romantics Anonymous" in site.get("/following").text
    assert json.loads(site.get("/feeds/following.json").content)["items"]
    site.post(f"/follow/{one}", data={"on": "0"})
    assert "You follow nothing yet" in site.get("/following").text


def test_a_pasted_report_is_shown_before_it_is_kept(site: httpx.Client) -> None:
    before = site.get("/api/size").json()["reports"]
    fields = {
        "text": 'Mina Ode will star in the Netflix series "Glass Harbour", the streamer announced.',
        "date": "2031-01-02",
        "outlet": "The Slate",
    }
    preview = site.post("/add", data=fields)
    assert preview.status_code == 200
    assert "Mina Ode" in preview.text
    assert site.get("/api/size").json()["reports"] == before
    kept = site.post("/add", data={**fields, "keep": "1"})
    assert kept.status_code == 303
    assert site.get("/api/size").json()["reports"] == before + 1
    assert "Mina Ode" in site.get(kept.headers["location"]).text
    again = site.post("/add", data={**fields, "keep": "1"})
    assert again.headers["location"] == kept.headers["location"]
    assert site.get("/api/size").json()["reports"] == before + 1


def test_a_claim_marked_wrong_counts_no_more(site: httpx.Client) -> None:
    one = romantics(site)
    fact = next(f for f in site.get(f"/api/entities/{one}").json()["facts"] if len(f["claims"]) == 1)
    claim = fact["claims"][0]
    assert (
        site.post(f"/claim/{claim}/wrong", data={"back": "/changes", "because": "misread"}).headers["location"]
        == "/changes"
    )
    assert fact["id"] not in {f["id"] for f in site.get(f"/api/entities/{one}").json()["facts"]}


def test_what_cannot_be_added_is_told_and_nothing_is_lost(site: httpx.Client) -> None:
    empty = site.post("/add", data={"text": "  ", "keep": "1"})
    assert empty.status_code == 422
    assert "neither a text nor an address" in empty.text
    private = site.post("/add", data={"address": "http://127.0.0.1:1/x", "keep": "1"})
    assert private.status_code == 422
    assert 'value="http://127.0.0.1:1/x"' in private.text
    undated = site.post("/add", data={"text": "Netflix orders a series.", "keep": "1"})
    assert undated.status_code == 422


def test_a_language_once_chosen_stays(site: httpx.Client) -> None:
    site.post("/language", data={"lang": "ja", "back": "https://elsewhere.example/"})
    assert '<html lang="ja">' in site.get("/").text
    assert site.post("/language", data={"lang": "en", "back": "//elsewhere.example/"}).headers["location"] == "/"


def test_a_hostile_ledger_is_shown_as_it_is(hostile: Path, tmp_path: Path) -> None:
    with (
        serving(hostile, tmp_path / "h.db") as address,
        httpx.Client(base_url=address, timeout=60, follow_redirects=True) as site,
    ):
        for path in pages_of(site):
            answer = site.get(path)
            assert answer.status_code == 200, path
            for bad in HOSTILE[:2]:
                assert bad not in answer.text
            assert "49" not in re.findall(r"single' &amp;amp; (\d+)", answer.text)
            assert not re.search(r'href="javascript:', answer.text)
        for feed in ("/feeds/all.atom", "/feeds/all.json"):
            assert site.get(feed).status_code == 200
        ET.fromstring(site.get("/feeds/all.atom").content)  # noqa: S314 - reads what this program wrote
