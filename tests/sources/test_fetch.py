"""Fetching a page: public addresses only, checked where the connection goes, and never without end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsreel.model.errors import InputError
from newsreel.sources import fetch as module_fetch
from newsreel.sources.fetch import LIMIT_BYTES, fetch

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104 - an address to refuse, not to bind
    "::1",
    "fd00::1",
    "fe80::1%eth0",
    "::ffff:127.0.0.1",
    "224.0.0.1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_host_that_points_into_a_private_network_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="private network"):
        fetch("https://news.example/a", resolve=lambda _host, _port: ["93.184.216.34", address])


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("file:///etc/passwd", "not an address of a page"),
        ("ftp://news.example/a", "not an address of a page"),
        ("http://user:secret@news.example/", "not an address of a page"),
        ("http://", "not an address of a page"),
        ("https://news.example:22/", "port 22"),
        ("http://[::1", "not an address"),
        ("nonsense", "not an address of a page"),
    ],
)
def test_what_is_no_page_is_refused(address: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint) as caught:
        fetch(address, resolve=lambda _host, _port: ["93.184.216.34"])
    assert caught.value.where == address


def test_a_host_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match="no such host"):
        fetch("https://news.example/a", resolve=lambda _host, _port: [])


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        where = self.path
        if where == "/away":
            self.send_response(302)
            self.send_header("location", "http://inside.example/secret")
            self.end_headers()
            return
        if where == "/round":
            self.send_response(302)
            self.send_header("location", "/round")
            self.end_headers()
            return
        self.send_response(404 if where == "/gone" else 200)
        self.send_header("content-type", "image/png" if where == "/picture" else "text/html; charset=utf-8")
        self.end_headers()
        body = b"x" * (LIMIT_BYTES + 1) if where == "/huge" else f"<p>{self.headers['host']}</p>".encode()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server on the loopback that counts as public, but for the host `inside.example`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    module = __import__("newsreel.sources.fetch", fromlist=["fetch"])
    monkeypatch.setattr(module, "_PORTS", {"http": server.server_port, "https": server.server_port})
    monkeypatch.setattr(module, "_public", lambda address: address == "127.0.0.1")
    yield server.server_port
    server.shutdown()
    server.server_close()


def known(host: str, _port: int) -> list[str]:
    return ["10.0.0.1"] if host == "inside.example" else ["127.0.0.1"]


def test_a_page_is_fetched_under_its_own_name(port: int) -> None:
    body, where = module_fetch("http://news.example/a", resolve=known)
    assert body == b"<p>news.example</p>"
    assert where == "http://news.example/a"
    assert port


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("away", "private network"),
        ("round", "redirects"),
        ("gone", "404"),
        ("picture", "image/png"),
        ("huge", "more than"),
    ],
)
def test_what_is_wrong_with_a_page_is_told(port: int, path: str, complaint: str) -> None:
    assert port
    with pytest.raises(InputError, match=complaint):
        fetch(f"http://news.example/{path}", resolve=known)
