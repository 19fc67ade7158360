"""Pages to read: the front, titles, people, companies, facts, reports, outlets, changes and conflicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from newsreel.faces.web import telling
from newsreel.faces.web.reports import report_page
from newsreel.faces.web.timeline import chart_rows, ladder
from newsreel.faces.web.views import (
    CREDITS,
    GONE,
    CreditView,
    FactView,
    FactViews,
    entity_path,
    in_sections,
    with_query,
)
from newsreel.faces.web.wording import Words
from newsreel.model import Entity, Fact
from newsreel.vocabulary import vocabulary

if TYPE_CHECKING:
    from newsreel.faces.web.site import Site

LATELY = 30
MOST_CONFLICTS = 60
MOST_REPORTS = 500
"""So many are shown, the latest; the API gives all."""


def day_asked(request: Request) -> dt.date | None:
    """The day in `as_of`, or None for today; 400 for what is no day."""
    asked = request.query_params.get("as_of", "")
    if not asked:
        return None
    try:
        return dt.date.fromisoformat(asked)
    except ValueError as error:
        raise HTTPException(400, f"no such day: {asked[:20]!r}") from error


def router(site: Site) -> APIRouter:  # noqa: C901 - one page after another
    """The routes of the pages to read."""
    routes = APIRouter()

    @routes.get("/")
    def front(request: Request) -> Response:
        return site.page(request, "front.html", lambda w: _front(site, w))

    @routes.get("/fact/{subject}/{fact_id}")
    def fact(request: Request, subject: str, fact_id: str) -> Response:
        as_of = day_asked(request)
        found = _fact(site, subject, fact_id, as_of)
        part = request.headers.get("hx-request") == "true"

        def make(w: Words) -> dict[str, Any]:
            views = FactViews(site.reel, w, found.subject)
            return {"fact": found, "view": views.one(found), "quotes": views.quotes(found),
                    "entity": views.names.entity(found.subject), "part": part}  # fmt: skip

        if part:
            return site.render(request, "fact.html", **make(site.words(request)))
        return site.page(request, "fact.html", make)

    @routes.get("/report/{report_id:path}")
    def report(request: Request, report_id: str) -> Response:
        snapshot = request.query_params.get("version", "")
        number = int(snapshot) if snapshot.isdigit() and len(snapshot) < 6 else None  # noqa: PLR2004 - a sane version
        return site.page(request, "report.html", lambda w: report_page(site.reel, w, report_id, number))

    @routes.get("/changes")
    def changes(request: Request) -> Response:
        since = telling.since_asked(request)
        return site.page(
            request,
            "changes.html",
            lambda w: {
                "changes": telling.changes(site.reel, w, since=since),
                "since": since.isoformat() if since else "",
            },
        )

    @routes.get("/disputed")
    def disputed(request: Request) -> Response:
        as_of = day_asked(request)
        return site.page(
            request,
            "disputed.html",
            lambda w: {"conflicts": telling.conflicts(site.reel, w, as_of, most=MOST_CONFLICTS)},
        )

    @routes.get("/outlets")
    def outlets(request: Request) -> Response:
        return site.page(request, "outlets.html", lambda _: {"records": site.reel.records()})

    @routes.get("/outlet/{name:path}")
    def outlet(request: Request, name: str) -> Response:
        kept = site.kept(request)
        if kept is not None:
            return kept
        published = site.reel.published_by(name, MOST_REPORTS)[::-1]
        record = next((record for record in site.reel.records() if record.outlet == name), None)
        if not published and record is None:
            raise HTTPException(404)
        return site.page(request, "outlet.html", lambda _: {"name": name, "record": record, "reports": published})

    @routes.get("/graph/{entity_id}")
    def graph(request: Request, entity_id: str) -> Response:
        thing = site.reel.entity(entity_id)
        return site.page(request, "graph.html", lambda w: {"entity": thing, "words": _graph_words(w)})

    @routes.get("/title/{entity_id}")
    @routes.get("/person/{entity_id}")
    @routes.get("/company/{entity_id}")
    @routes.get("/thing/{entity_id}")
    def entity(request: Request, entity_id: str) -> Response:
        as_of = day_asked(request)
        kept = site.kept(request)
        if kept is not None:
            return kept
        thing = site.reel.entity(entity_id)
        if request.url.path != entity_path(thing):
            return RedirectResponse(with_query(entity_path(thing), **dict(request.query_params)), status_code=308)
        template = "production.html" if thing.kind == "work" else "party.html"
        return site.page(request, template, lambda w: _dossier(site, w, thing, as_of))

    return routes


PAGES_AHEAD = 2000
"""So many titles' pages are made ahead, those of which reports speak most."""


def make_ahead(site: Site, on: Callable[[], bool]) -> int:
    """Makes the pages of the titles most told of, in the languages that were asked for; gives how many were missing.

    `on` is asked before each whether to go on.
    """
    made = 0
    for title in site.reel.entities("work")[:PAGES_AHEAD]:
        for lang in sorted(site.asked):
            request = page_request(entity_path(title), lang)
            if not on():
                return made
            if site.kept(request) is None:
                whole = site.reel.entity(title.id)
                site.page(request, "production.html", partial(_today, site, whole))
                made += 1
    return made


def _today(site: Site, entity: Entity, w: Words) -> dict[str, Any]:
    return _dossier(site, w, entity, None)


def page_request(path: str, lang: str) -> Request:
    """A request as a reader's browser would send it."""
    headers = [(b"accept-language", lang.encode())]
    return Request({"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers})


_VOICES = ("own", "party", "relay", "copy", "distort", "background")


def _graph_words(w: Words) -> dict[str, str]:
    """What the lines of a graph are called in the API, and in this language."""
    facts = {name.replace("_", " "): w(f"predicates.{name}") for name in vocabulary().predicates}
    return facts | {name: w(f"graph.voices.{name}") for name in _VOICES}


def _front(site: Site, w: Words) -> dict[str, Any]:
    size = site.reel.size()
    return {
        "size": size,
        "empty": not size["reports"],
        "changes": telling.changes(site.reel, w, most=LATELY),
        "conflicts": telling.conflicts(site.reel, w, None, most=LATELY),
    }


def _fact(site: Site, subject: str, fact_id: str, as_of: dt.date | None) -> Fact:
    for fact in site.reel.facts(about=subject, as_of=as_of):
        if fact.id == fact_id:
            return fact
    raise HTTPException(404)


def _dossier(site: Site, w: Words, entity: Entity, as_of: dt.date | None) -> dict[str, Any]:
    reel = site.reel
    if as_of is not None:  # under the names that it went by then
        entity = reel.entity(entity.id, as_of)
    facts, conflicts = reel.standing(about=entity.id, as_of=as_of)
    views = FactViews(reel, w, entity.id, conflicts)
    shown = views.all(facts, as_of=as_of.isoformat() if as_of else "")
    sections = in_sections(shown)
    reports = {voice.report for fact in facts for voice in fact.voices}
    origins = {origin.voice for fact in facts for origin in fact.origins}
    first = min((f for f in facts if f.origins), key=lambda f: (f.first_date, f.first_report), default=None)
    return {
        "entity": entity,
        "others": _same_named(site, entity),
        "sections": {name: rows for name, rows in sections.items() if name != CREDITS},
        "credits": _credits(site, facts, sections.get(CREDITS, []), entity, as_of),
        "as_of": as_of.isoformat() if as_of else "",
        "today": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "later": _later(reel.facts(about=entity.id), facts, w) if as_of else {},
        "since": telling.changes(reel, w, since=as_of, about=entity.id) if as_of else [],
        "reports": len(reports),
        "origins": len(origins),
        "first": first,
        "first_voice": min(first.origins, key=lambda o: (o.date, o.report)) if first else None,
        "lead": _lead(views, facts),
        "ladder": ladder(facts, w),
        "rows": chart_rows(views, [f for f in facts if f.subject == entity.id], w),
        "first_day": first.first_date if first else "",
    }


_OPEN_FIRST = ("planned", "considering", "rumored", "reported", "disputed", "unannounced")


def _credits(site: Site, facts: list[Fact], shown: list[FactView], entity: Entity, as_of: dt.date | None) -> list[Any]:
    """What a work is the source of, or the credits of a person or company: announced and open ones first."""
    if entity.kind == "work":
        return shown
    by_id = {fact.id: fact for fact in facts}
    years = _years(site, {by_id[view.id].subject for view in shown}, as_of)
    rows = [CreditView(view, years[by_id[view.id].subject]) for view in shown]
    return sorted(rows, key=_open_first)


def _open_first(row: CreditView) -> tuple[int, bool, int, str]:
    verdict = row.view.verdict
    place = _OPEN_FIRST.index(verdict) if verdict in _OPEN_FIRST else len(_OPEN_FIRST)
    return place, not row.year, -int(row.year or 0), row.view.value


def _years(site: Site, works: set[str], as_of: dt.date | None) -> dict[str, str]:
    """By work, the year in which it was or will be released, as of a day; "" where none stands."""
    found = site.reel.facts_of(works, "release_date", as_of)
    standing = {
        work: [str(fact.object)[:4] for fact in facts if fact.object and fact.verdict not in GONE]
        for work, facts in found.items()
    }
    return {work: min(years, default="") for work, years in standing.items()}


def _lead(views: FactViews, facts: list[Fact]) -> list[str]:
    """What it is in a few words: type, country, platform, or occupation and nationality."""
    wanted = ("work_type", "country", "platform", "occupation", "nationality", "org_kind")
    found = []
    for predicate in wanted:
        for fact in facts:
            if fact.predicate == predicate and fact.subject == views.about and fact.object is not None:
                view = views.one(fact)
                if not view.gone:
                    found.append(view.value)
    return list(dict.fromkeys(found))


def _later(now: list[Fact], then: list[Fact], w: Words) -> dict[str, str]:
    """By fact as of a day, what has become of it since: its verdict today, where that is another."""
    today = {fact.id: fact for fact in now}
    changed = {}
    for fact in then:
        present = today.get(fact.id)
        if present is not None and present.verdict != fact.verdict:
            changed[fact.id] = f"{w('dossier.since_mark')}: {w(f'verdicts.{present.verdict}')}"
    return changed


def _same_named(site: Site, entity: Entity) -> list[Entity]:
    """Other entities of the same kind that bear one of its names."""
    found = {other.id: other for other in site.reel.find(entity.name) if other.kind == entity.kind}
    found.pop(entity.id, None)
    return list(found.values())
