"""What stands before every request: host, size and time limits, cross-site protection, and the headers of every answer.

Texts from outside are hostile. Pages may run only the scripts that newsreel ships, may load nothing from other hosts
and may not be framed. A change must come from a page of this site: browsers say so in Sec-Fetch-Site (W3C Fetch
Metadata), and failing that in Origin, which must name this host; a request that carries a bearer token proves itself,
since a browser never sends one by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
BODY_LIMIT_BYTES = 2_000_000
TIME_LIMIT_S = 30.0
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class TooLarge(Exception):
    """A request body grew past the limit while it was being read."""


class Safety:
    """ASGI middleware; `hosts` are the names under which the server may be addressed."""

    def __init__(
        self,
        app: App,
        *,
        hosts: Iterable[str] = LOOPBACK,
        body_limit_bytes: int = BODY_LIMIT_BYTES,
        time_limit_s: float = TIME_LIMIT_S,
    ) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.body_limit_bytes = body_limit_bytes
        self.time_limit_s = time_limit_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what must be refused, else pass the request on and dress the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal:
            await _refuse(send, *refusal)
            return
        answer = _Answer(send)
        try:
            async with asyncio.timeout(self.time_limit_s):
                await self.app(scope, self._limited(receive, answer), answer)
        except TimeoutError:
            await _refuse_unless(answer.begun, send, 503, "the answer took too long")
        except TooLarge:
            pass
        if answer.overrun and not answer.begun:
            await _refuse(send, 413, self._too_large)

    @property
    def _too_large(self) -> str:
        return f"more than {self.body_limit_bytes:,} bytes"

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if hostname(host) not in self.hosts:
            return 421, "this server does not go by that name (start it with --host to allow one)"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.body_limit_bytes:
            return 413, self._too_large
        if scope["method"] not in SAFE_METHODS and not _from_here(headers, host):
            return 403, "a change must come from a page of this site"
        return None

    def _limited(self, receive: Receive, answer: _Answer) -> Receive:
        seen = 0

        async def read() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.body_limit_bytes:
                answer.overrun = True
                raise TooLarge
            return message

        return read


class _Answer:
    """Sends an answer on with the headers that every answer has; after an overrun nothing but the refusal is sent."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.begun = False
        self.overrun = False

    async def __call__(self, message: Message) -> None:
        if self.overrun and not self.begun:
            return  # the application's own word on a body that was cut short
        if message["type"] == "http.response.start":
            self.begun = True
            present = {key.lower() for key, _ in message["headers"]}
            extra = [pair for pair in HEADERS if pair[0] not in present]
            message = {**message, "headers": [*message["headers"], *extra]}
        await self.send(message)


def hostname(host: str) -> str:
    """The name in a Host header, without the port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _from_here(headers: dict[str, str], host: str) -> bool:
    if headers.get("authorization", "").lower().startswith("bearer "):
        return True
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


async def _refuse_unless(begun: bool, send: Send, status: int, why: str) -> None:
    if not begun:
        await _refuse(send, status, why)


async def _refuse(send: Send, status: int, why: str) -> None:
    body = f'{{"type":"about:blank","title":"refused","status":{status},"detail":"{why}"}}'.encode()
    headers = [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode()), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
