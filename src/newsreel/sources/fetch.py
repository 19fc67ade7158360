"""A page from an address, fetched with care: never from a private network, never without end.

The host is resolved first and refused unless all its addresses are public; then the connection goes to the very
address that was checked, so that a name cannot be pointed elsewhere in between (DNS rebinding). Every redirect is
checked anew.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit, urlunsplit

from newsreel.model.errors import InputError

LIMIT_BYTES = 5_000_000
TIME_LIMIT_S = 15.0
REDIRECTS = 5
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_PORTS = {"http": 80, "https": 443}
Resolve = Callable[[str, int], list[str]]


def fetch(address: str, *, resolve: Resolve | None = None) -> tuple[bytes, str]:
    """The bytes of a page and the address at which it was found in the end.

    Raises InputError, naming the address, for one that is no http(s) address of a public host, and for whatever goes
    wrong on the way. `resolve` gives the addresses of a host; by default the system's resolver.
    """
    import httpx

    here = address
    try:
        with httpx.Client(timeout=TIME_LIMIT_S, follow_redirects=False, trust_env=False) as client:
            for _ in range(REDIRECTS + 1):
                host, direct = _checked(here, resolve or _resolve)
                request = client.build_request(
                    "GET",
                    direct,
                    headers={"host": host, "accept": ", ".join(_KINDS), "user-agent": "newsreel"},
                    extensions={"sni_hostname": urlsplit(here).hostname or ""},
                )
                answer = client.send(request, stream=True)
                try:
                    if not answer.is_redirect:
                        return _body(answer, here), here
                    here = urljoin(here, answer.headers.get("location", ""))
                finally:
                    answer.close()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(f"cannot be fetched: {str(error) or type(error).__name__}", where=address) from error
    raise InputError(f"more than {REDIRECTS} redirects", where=address)


def _body(answer: object, where: str) -> bytes:
    import httpx

    assert isinstance(answer, httpx.Response)  # noqa: S101 - narrows the type, which a late import hides
    if answer.status_code != httpx.codes.OK:
        raise InputError(f"the server answered {answer.status_code}", where=where)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise InputError(f"not a page but {kind or 'something unnamed'}", where=where)
    body = b""
    for chunk in answer.iter_bytes():
        body += chunk
        if len(body) > LIMIT_BYTES:
            raise InputError(f"more than {LIMIT_BYTES:,} bytes", where=where)
    return body


def _checked(address: str, resolve: Resolve) -> tuple[str, str]:
    """The host as the server is to be told it, and the address with the host replaced by one that was checked."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise InputError("not an address", where=address) from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.username:
        raise InputError("not an address of a page", where=address, advice="it begins with http:// or https://")
    port = port or _PORTS[parts.scheme]
    if port not in _PORTS.values():
        raise InputError(f"port {port} is not one of the web", where=address)
    found = resolve(parts.hostname, port)
    if not found:
        raise InputError("no such host", where=address)
    if not all(_public(one) for one in found):
        raise InputError("points into a private network", where=address, advice="only public pages are fetched")
    first = f"[{found[0]}]" if ":" in found[0] else found[0]
    direct = urlunsplit((parts.scheme, f"{first}:{port}", parts.path or "/", parts.query, ""))
    return parts.netloc, direct


def _public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global and not ip.is_multicast


def _resolve(host: str, port: int) -> list[str]:
    try:
        return sorted({str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
    except (OSError, UnicodeError):
        return []
