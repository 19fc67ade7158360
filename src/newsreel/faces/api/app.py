"""The API's application: who may do what, and the answers' ETags."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from newsreel import __version__
from newsreel.faces.api import reading, writing
from newsreel.faces.api.problems import answer_problems, problem
from newsreel.pipeline import Newsreel

READING = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = frozenset({"/openapi.json"})


def api_app(reel: Newsreel, *, tokens: frozenset[str], open_reading: bool) -> FastAPI:
    """The API on one ledger; writing needs one of `tokens` as a bearer, and so does reading unless it is open."""
    app = FastAPI(
        title="newsreel",
        version=__version__,
        summary="What is known about film and television productions, on whose word, and what changed.",
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    answer_problems(app)
    app.include_router(reading.router(reel))
    app.include_router(writing.router(reel, threading.Lock()))

    @app.middleware("http")
    async def keep(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
        path = request.url.path.removeprefix("/api")
        if path not in OPEN_PATHS and not (open_reading and request.method in READING):
            refusal = _refusal(request.headers.get("authorization", ""), tokens)
            if refusal is not None:
                return problem(*refusal)
        tag = f'W/"{_tag(reel, request)}"' if request.method == "GET" else ""
        if tag and request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        answer = await call(request)
        if tag and answer.status_code == 200:  # noqa: PLR2004 - OK
            answer.headers["etag"] = tag
            answer.headers["cache-control"] = "no-cache"
        return answer

    return app


def _tag(reel: Newsreel, request: Request) -> str:
    """An answer follows from the ledger's state and the address alone; today's facts also from today's date."""
    state = f"{__version__} {reel.version()} {request.url.path}?{request.url.query}"
    return hashlib.sha256(state.encode()).hexdigest()[:24]


def _refusal(authorization: str, tokens: frozenset[str]) -> tuple[int, str] | None:
    scheme, _, given = authorization.partition(" ")
    if scheme.lower() != "bearer" or not given:
        return 401, "this needs a token: Authorization: Bearer …"
    if not any(hmac.compare_digest(given.encode(), token.encode()) for token in tokens):
        return 403, "no such token"
    return None
