"""What stands before every request."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from tests.faces.web.test_site import pages_of


def test_only_names_of_this_machine_are_answered_to(site: httpx.Client) -> None:
    assert site.get("/", headers={"host": "evil.example"}).status_code == 421
    assert site.get("/", headers={"host": f"localhost:{site.base_url.port}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
@pytest.mark.parametrize(
    "path", ["/add", "/review", "/follow/x", "/language", "/claim/x/wrong", "/withdraw/x", "/api/reports"]
)
def test_a_change_from_another_site_is_refused(site: httpx.Client, path: str, headers: dict[str, str]) -> None:
    assert site.post(path, data={"text": "x"}, headers=headers).status_code == 403


def test_a_body_past_the_limit_is_refused(site: httpx.Client) -> None:
    assert site.post("/add", data={"text": "x" * 2_100_000}).status_code == 413

    def endless() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(50):
            yield b"x" * 100_000

    answer = site.post(
        "/api/reports",
        content=endless(),
        headers={"authorization": "Bearer secret", "content-type": "application/json"},
    )
    assert answer.status_code == 413


def test_every_answer_forbids_foreign_and_inline_scripts(site: httpx.Client) -> None:
    for path in [*pages_of(site), "/static/app.js", "/api/size", "/nowhere", "/feeds/all.json"]:
        policy = site.get(path, follow_redirects=True).headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy


def test_what_is_bundled_asks_for_nothing_elsewhere(site: httpx.Client) -> None:
    page = site.get("/").text
    for asset in re.findall(r'(?:href|src)="(/static/[^"]+)"', page):
        text = site.get(asset).text
        assert not re.search(r"""(?:url\(|@import|fetch\(|importScripts\()\s*["']?https?:""", text), asset
