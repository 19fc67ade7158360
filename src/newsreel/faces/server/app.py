"""The application: the site's pages and the API under one roof, and how it is started."""

from __future__ import annotations

import gc
import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from newsreel import __version__
from newsreel.faces.api import api_app
from newsreel.faces.server.ahead import working_ahead
from newsreel.faces.server.safety import LOOPBACK, Safety
from newsreel.faces.web import mount_site
from newsreel.pipeline import Newsreel

GZIP_FROM_BYTES = 800
AT_ONCE = 2
"""So many requests are worked on at the same time; the others wait for their turn."""
HOSTS = "NEWSREEL_HOSTS"
TOKENS = "NEWSREEL_TOKENS"


def create_app(
    reel: Newsreel, *, hosts: Iterable[str] = (), tokens: Iterable[str] = (), open_reading: bool = True
) -> FastAPI:
    """The site and the API on one ledger.

    `hosts` are names besides those of the loopback by which the server may be addressed; `tokens` allow writing
    through the API; with `open_reading` off, reading through the API needs one too. The ledger stays the caller's.
    """
    app = FastAPI(title="newsreel", version=__version__, openapi_url=None, docs_url=None, redoc_url=None)
    app.mount("/api", api_app(reel, tokens=frozenset(tokens), open_reading=open_reading))
    app.state.site = mount_site(app, reel)
    app.add_middleware(GZipMiddleware, minimum_size=GZIP_FROM_BYTES)
    app.add_middleware(Safety, hosts=LOOPBACK.union(hosts))
    return app


def create() -> FastAPI:
    """The application for uvicorn: on the ledger in NEWSREEL_LEDGER.

    NEWSREEL_HOSTS: further host names, NEWSREEL_TOKENS: tokens for writing, both divided by commas. Reading through
    the API is open unless further hosts are named: then it needs a token.
    """
    reel = Newsreel()
    hosts, tokens = _listed(HOSTS), _listed(TOKENS)
    app = create_app(reel, hosts=hosts, tokens=tokens, open_reading=not hosts)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # Pages are made by Python alone: many at once would each take as long as all of them.
        to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        app.state.site.prepare()
        # What was loaded until now stays: a collection that walks it holds every reader up.
        gc.collect()
        gc.freeze()
        with working_ahead(reel, app.state.site):
            yield
        reel.close()

    app.router.lifespan_context = lifespan
    return app


def _listed(variable: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in os.environ.get(variable, "").split(",") if part.strip())
