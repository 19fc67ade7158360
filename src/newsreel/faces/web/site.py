"""The site as a whole: what every page shares, and a memory of pages for as long as the ledger stays the same."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
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
from newsreel.vocabulary import vocabulary

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel

HERE = Path(__file__).parent
LANGUAGE_COOKIE = "newsreel-language"
PAGES_KEPT = 4096
"""About 50 MB, since pages are kept as they go over the wire."""
_DEFECT = 500
_GZIP_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it is sent: packed, with its ETag."""

    packed: bytes
    tag: str


class Site:
    """The ledger, the templates and the pages made so far; `asked`: the languages that readers have asked for."""

    def __init__(self, reel: Newsreel) -> None:
        self.reel = reel
        self.writing = threading.Lock()
        self.asked = {LANGUAGES[0]}
        self._pages: OrderedDict[tuple[str, ...], Made] = OrderedDict()
        self._pages_lock = threading.Lock()
        self._templates = Environment(
            loader=PackageLoader("newsreel.faces.web"),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=bool(os.environ.get("NEWSREEL_DEBUG")),
        )
        self._templates.globals.update(
            entity_path=entity_path,
            report_path=report_path,
            script_lang=script_lang,
            with_query=with_query,
            languages=[(lang, words(lang)("language")) for lang in LANGUAGES],
            asset=_asset,
        )

    def prepare(self) -> None:
        """Loads what the first reader would else wait for: templates, words, dates."""
        for name in self._templates.list_templates():
            self._templates.get_template(name)
        for lang in LANGUAGES:
            words(lang).day("2000-01-01")
            words(lang).date("2000-01")
        vocabulary()

    def words(self, request: Request) -> Words:
        """The words of the language in which to answer a request."""
        asked = request.query_params.get("lang")
        kept = request.cookies.get(LANGUAGE_COOKIE)
        return words(choose(asked, kept, request.headers.get("accept-language", "")))

    def render(self, request: Request, template: str, status: int = 200, **data: Any) -> Response:
        """A page from a template; `data` are the template's own names."""
        return HTMLResponse(self._html(request, template, data), status_code=status, headers={"vary": "cookie"})

    def kept(self, request: Request) -> Response | None:
        """The page asked for, if it was made before and the ledger is as it was then."""
        key = self._key(request)
        with self._pages_lock:
            found = self._pages.get(key)
            if found is None:
                return None
            self._pages.move_to_end(key)
        return _sent(request, found)

    def page(self, request: Request, template: str, make: Callable[[Words], dict[str, Any]]) -> Response:
        """A page that follows from the ledger alone: made once, kept until an entry is added, with an ETag."""
        kept = self.kept(request)
        if kept is not None:
            return kept
        self.asked.add(self.words(request).lang)
        with self.reel.reading():
            key = self._key(request)
            body = self._html(request, template, make(self.words(request))).encode()
        made = Made(gzip.compress(body, _GZIP_LEVEL, mtime=0), f'W/"{hashlib.sha256(body).hexdigest()[:24]}"')
        with self._pages_lock:
            self._pages[key] = made
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return _sent(request, made)

    def _key(self, request: Request) -> tuple[str, ...]:
        today = dt.datetime.now(tz=dt.UTC).date().isoformat()
        return (self.reel.version(), today, self.words(request).lang, request.url.path, request.url.query)

    def _html(self, request: Request, template: str, data: dict[str, Any]) -> str:
        return self._templates.get_template(template).render(
            t=self.words(request), path=request.url.path, query=request.query_params, **data
        )


def mount_site(app: FastAPI, reel: Newsreel) -> Site:
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
    return site


def _sent(request: Request, page: Made) -> Response:
    headers = {
        "etag": page.tag,
        "cache-control": "private, no-cache",
        "vary": "cookie, accept-language, accept-encoding",
    }
    if request.headers.get("if-none-match") == page.tag:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(gzip.decompress(page.packed), headers=headers)
    return HTMLResponse(page.packed, headers=headers | {"content-encoding": "gzip"})


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
