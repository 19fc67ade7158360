"""Changes as Atom (RFC 4287) and JSON Feed 1.1, for all, for one entity, for what is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from newsreel.faces.web import telling
from newsreel.faces.web.telling import ChangeView
from newsreel.faces.web.views import entity_path

if TYPE_CHECKING:
    from newsreel.faces.web.site import Site

_UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd")


def router(site: Site) -> APIRouter:
    """The routes of feeds."""
    routes = APIRouter()

    def listed(request: Request, about: str | None, *, followed: bool = False) -> list[ChangeView]:
        w = site.words(request)
        if followed:
            found = [c for one in site.reel.follows() for c in telling.changes(site.reel, w, about=one)]
            return sorted(set(found), key=lambda c: (c.date, c.href), reverse=True)
        return telling.changes(site.reel, w, about=about)

    @routes.get("/feeds/{what}.{form}")
    def feed(request: Request, what: str, form: str) -> Response:
        base = str(request.base_url).rstrip("/")
        if what == "all":
            title, home, found = "newsreel", "/changes", listed(request, None)
        elif what == "following":
            title, home, found = "newsreel", "/following", listed(request, None, followed=True)
        else:
            entity = site.reel.entity(what)
            title, home, found = f"{entity.name} · newsreel", entity_path(entity), listed(request, entity.id)
        if form == "atom":
            return Response(atom(base, request.url.path, home, title, found), media_type="application/atom+xml")
        return JSONResponse(json_feed(base, request.url.path, home, title, found), media_type="application/feed+json")

    return routes


def _id(base: str, change: ChangeView) -> str:
    return f"{base}{change.href}-{change.kind}-{change.date}"


def atom(base: str, path: str, home: str, title: str, changes: list[ChangeView]) -> str:
    """The changes as an Atom feed."""
    entries = "".join(
        f"<entry><id>{_text(_id(base, c))}</id><title>{_text(f'{c.title}: {c.words}')}</title>"
        f"<updated>{c.date}T00:00:00Z</updated><link href={quoteattr(base + c.href)}/>"
        f"<author><name>{_text(c.outlet)}</name></author><category term={quoteattr(c.kind)}/></entry>"
        for c in changes
    )
    updated = changes[0].date if changes else "1970-01-01"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<id>{_text(base + path)}</id><title>{_text(title)}</title><updated>{updated}T00:00:00Z</updated>"
        f'<link rel="self" href={quoteattr(base + path)}/><link href={quoteattr(base + home)}/>{entries}</feed>\n'
    )


def json_feed(base: str, path: str, home: str, title: str, changes: list[ChangeView]) -> dict[str, object]:
    """The changes as a JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": base + home,
        "feed_url": base + path,
        "items": [
            {
                "id": _id(base, c),
                "url": base + c.href,
                "title": f"{c.title}: {c.words}",
                "content_text": f"{c.words} ({c.outlet})",
                "date_published": f"{c.date}T00:00:00Z",
                "tags": [c.kind],
                "authors": [{"name": c.outlet}],
            }
            for c in changes
        ],
    }


def _text(text: str) -> str:
    """Text for XML 1.0: escaped, without characters that it cannot hold."""
    return escape(text.translate(_UNWRITABLE))
