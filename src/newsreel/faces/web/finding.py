"""Search: names in any script, titles and the texts of reports; results while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from newsreel.faces.web.views import cut_out, entity_path
from newsreel.model.errors import NotKnown

if TYPE_CHECKING:
    from newsreel.faces.web.site import Site

LONGEST = 200
TYPING = 8


def router(site: Site) -> APIRouter:
    """The routes of search."""
    routes = APIRouter()

    @routes.get("/search")
    def search(request: Request, q: str = "") -> Response:
        typed = q.strip()[:LONGEST]
        if not typed:
            return RedirectResponse("/", status_code=303)
        found = site.reel.search(typed, limit=50)
        if len(found) == 1:
            return RedirectResponse(entity_path(found[0]), status_code=303)
        return site.page(request, "search.html", lambda _: {"q": typed, "found": found, **_more(site, typed)})

    @routes.get("/search/results")
    def results(request: Request, q: str = "") -> Response:
        typed = q.strip()[:LONGEST]
        found = site.reel.search(typed, limit=TYPING) if typed else []
        return site.render(request, "results.html", q=typed, found=found)

    return routes


def _more(site: Site, typed: str) -> dict[str, Any]:
    """Near names where nothing is so called, and places in the texts of reports."""
    try:
        site.reel.find(typed)
        near: tuple[str, ...] = ()
    except NotKnown as unknown:
        near = unknown.near
    texts = []
    for report in site.reel.search_texts(typed, limit=10):
        at = report.text.casefold().find(typed.casefold())
        if at >= 0:
            texts.append((report, cut_out(report.text, at, at + len(typed))))
    return {"near": near, "texts": texts}
