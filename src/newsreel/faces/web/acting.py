"""Pages that change something: adding and correcting reports, judging names, following, choosing the language.

Every change is a POST from a page of this site (server/safety.py sees to that) and ends in a redirect.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from newsreel.faces.web import reviewing
from newsreel.faces.web.reports import claim_views, pieces
from newsreel.faces.web.site import LANGUAGE_COOKIE
from newsreel.faces.web.views import entity_path, report_path
from newsreel.faces.web.wording import LANGUAGES
from newsreel.model import Report, Verdict
from newsreel.model.errors import InputError, NewsreelError
from newsreel.pipeline import fetch_page, read, report_of

if TYPE_CHECKING:
    from newsreel.faces.web.site import Site

SOMEBODY = "site"
YEAR_S = 31_536_000
Text = Annotated[str, Form()]


def router(site: Site) -> APIRouter:  # noqa: C901 - one action after another
    """The routes that change something, and the pages that lead there."""
    routes = APIRouter()

    @routes.post("/language")
    def language(lang: Text, back: Text = "/") -> Response:
        answer = RedirectResponse(_inside(back), status_code=303)
        if lang in LANGUAGES:
            answer.set_cookie(LANGUAGE_COOKIE, lang, max_age=YEAR_S, httponly=True, samesite="lax")
        return answer

    @routes.get("/following")
    def following(request: Request) -> Response:
        followed = [site.reel.entity(one) for one in site.reel.follows()]
        return site.render(request, "following.html", followed=followed)

    @routes.post("/follow/{entity_id}")
    def follow(entity_id: str, on: Text = "1") -> Response:
        entity = site.reel.entity(entity_id)
        with site.writing:
            site.reel.follow(entity.id, on=on == "1")
        return RedirectResponse(entity_path(entity), status_code=303)

    @routes.get("/review")
    def review(request: Request, at: int = 0) -> Response:
        return site.render(request, "review.html", **reviewing.queue(site.reel, site.words(request), at))

    @routes.post("/review")
    def judge(left: Text, right: Text, verdict: Text, because: Text = "", at: Annotated[int, Form()] = 0) -> Response:
        if verdict not in {v.value for v in Verdict}:
            raise HTTPException(400, "no such verdict")
        one, other = site.reel.entity(left), site.reel.entity(right)
        with site.writing:
            site.reel.judge(
                left,
                right,
                Verdict(verdict),
                by=SOMEBODY,
                because=because or f"{one.name} / {other.name}",
                date=_today(),
            )
        return RedirectResponse(f"/review?at={max(at, 0)}", status_code=303)

    @routes.get("/add")
    def add(request: Request) -> Response:
        return _form(site, request, {})

    @routes.post("/add")
    def preview_or_keep(  # noqa: PLR0913, PLR0917 - a form has as many fields as it has
        request: Request,
        text: Text = "",
        address: Text = "",
        date: Text = "",
        outlet: Text = "",
        url: Text = "",
        keep: Text = "",
        wrong: Annotated[list[str] | None, Form()] = None,
    ) -> Response:
        fields = {"text": text, "address": address, "date": date, "outlet": outlet, "url": url}
        try:
            report = _report(fields)
            return _keep(site, report, wrong or []) if keep else _form(site, request, fields, report)
        except NewsreelError as error:
            return _form(site, request, fields, problem=str(error), status=422)

    @routes.post("/claim/{claim_id}/wrong")
    def correct(claim_id: str, back: Text = "/", because: Text = "") -> Response:
        with site.writing:
            site.reel.correct(claim_id, by=SOMEBODY, because=because or "not so", date=_today())
        return RedirectResponse(_inside(back), status_code=303)

    @routes.post("/withdraw/{report_id:path}")
    def withdraw(report_id: str, because: Text = "") -> Response:
        with site.writing:
            site.reel.withdraw(report_id, by=SOMEBODY, because=because or "withdrawn on the site", date=_today())
        return RedirectResponse(report_path(report_id), status_code=303)

    return routes


def _form(  # noqa: PLR0913 - the form, what was filled in, and what came of it
    site: Site,
    request: Request,
    fields: dict[str, str],
    report: Report | None = None,
    *,
    problem: str = "",
    status: int = 200,
) -> Response:
    claims: list[Any] = []
    marked: list[Any] = []
    if report is not None:
        claims = claim_views(read(report), report.text, site.words(request))
        marked = pieces(report.text, report.body, claims)
    return site.render(
        request,
        "add.html",
        status,
        fields=fields,
        report=report,
        claims=claims,
        pieces=marked,
        problem=problem,
        today=_today(),
    )


def _report(fields: dict[str, str]) -> Report:
    """The report that the form describes: its text, or the page at its address."""
    date = dt.date.fromisoformat(fields["date"]) if _is_day(fields["date"]) else None
    if fields["address"].strip() and not fields["text"].strip():
        return fetch_page(fields["address"].strip(), date=date, outlet=fields["outlet"].strip())
    if not fields["text"].strip():
        raise InputError("neither a text nor an address was given")
    return report_of(fields["text"], date=date, outlet=fields["outlet"].strip(), url=fields["url"].strip())


def _keep(site: Site, report: Report, wrong: list[str]) -> Response:
    with site.writing:
        (added,) = site.reel.add([report])
        if added.problem is not None:
            raise added.problem
        for claim in wrong:
            site.reel.correct(claim, by=SOMEBODY, because="not so, said when the report was added", date=_today())
    return RedirectResponse(report_path(added.report), status_code=303)


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()


def _inside(path: str) -> str:
    """A path of this site; anything else leads home."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
