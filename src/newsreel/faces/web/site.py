"""The site as a whole: what every page shares, and a memory of pages for as long as the ledger stays the same."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from newsreel.faces.web.views import entity_path, report_path, script_lang, with_query
from newsreel.faces.web.wording import LANGUAGES, Words, choose, words
from newsreel.model.errors import NewsreelError, NotKnown

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

HERE = Path(__file__).parent
LANGUAGE_COOKIE = "newsreel-language"
PAGES_KEPT = 512
_DEFECT = 500


class Site:
    """The ledger, the templates and the pages made so far."""

    def __init__(self, reel: Newsreel) -> None:
        self.reel = reel
        self.writing = threading.Lock()
        self._pages: OrderedDict[tuple[str, ...], bytes] = OrderedDict()
        self._pages_lock = threading.Lock()
        self._templates = Environment(
            loader=PackageLoader("newsreel.faces.web"),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            entity_path=entity_path,
            report_path=report_path,
            script_lang=script_lang,
            with_query=with_query,
            languages=[(lang, words(lang)("language")) for lang in LANGUAGES],
            asset=_asset,
        )

    def words(self, request: Request) -> Words:
        """The words of the language in which to answer a request."""
        asked = request.query_params.get("lang")
        kept = request.cookies.get(LANGUAGE_COOKIE)
        return words(choose(asked, kept, request.headers.get("accept-language", "")))

    def render(self, request: Request, template: str, status: int = 200, **data: Any) -> Response:
        """A page from a template; `data` are the template's own names."""
        return HTMLResponse(self._html(request, template, data), status_code=status, headers={"vary": "cookie"})

    def page(self, request: Request, template: str, make: Callable[[Words], dict[str, Any]]) -> Response:
        """A page that follows from the ledger alone: made once, kept until an entry is added, with an ETag."""
        w = self.words(request)
        version = self.reel.version()
        key = (version, dt.datetime.now(tz=dt.UTC).date().isoformat(), w.lang, request.url.path, request.url.query)
        with self._pages_lock:
            body = self._pages.get(key)
            if body is not None:
                self._pages.move_to_end(key)
        if body is None:
            body = self._html(request, template, make(w)).encode()
            with self._pages_lock:
                self._pages[key] = body
                while len(self._pages) > PAGES_KEPT:
                    self._pages.popitem(last=False)
        tag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
        headers = {"etag": tag, "cache-control": "private, no-cache", "vary": "cookie, accept-language"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return HTMLResponse(body, headers=headers)

    def _html(self, request: Request, template: str, data: dict[str, Any]) -> str:
        return self._templates.get_template(template).render(
            t=self.words(request), path=request.url.path, query=request.query_params, **data
        )


def mount_site(app: FastAPI, reel: Newsreel) -> None:
    """Put the site's pages into an application."""
    from newsreel.faces.web import acting, feeds, finding, pages

    site = Site(reel)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for module in (pages, finding, acting, feeds):
        app.include_router(module.router(site))

    def failed(request: Request, error: Exception) -> Response:
        status = _status(error)
        if status == _DEFECT and os.environ.get("NEWSREEL_DEBUG"):
            logging.getLogger("newsreel").error("a page failed", exc_info=error)
        said = error.what if isinstance(error, NewsreelError) else ""
        advice = error.advice if isinstance(error, NewsreelError) else ""
        return site.render(request, "error.html", status, code=status, said=said, advice=advice)

    app.add_exception_handler(NewsreelError, failed)
    app.add_exception_handler(HTTPException, failed)
    app.add_exception_handler(Exception, failed)


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, NotKnown):
        return 404
    return 400 if isinstance(error, NewsreelError) else _DEFECT


def _asset(name: str) -> str:
    """The address of a static file, with its content's hash so that browsers fetch a new one when it changes."""
    if name not in _HASHES:
        _HASHES[name] = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={_HASHES[name]}"


_HASHES: dict[str, str] = {}
