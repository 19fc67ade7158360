"""Operations that add: reports, judgements, corrections. Nothing is ever changed or erased."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Annotated

from fastapi import APIRouter, Path

from newsreel.faces.api import handed
from newsreel.faces.api import schemas as out
from newsreel.faces.api.problems import declared
from newsreel.model import Verdict
from newsreel.pipeline import Newsreel, read, report_of

_ERRORS = declared(400, 401, 403, 404, 405, 413, 422, 503)


def router(reel: Newsreel, lock: threading.Lock) -> APIRouter:
    """The operations that add; one at a time."""
    routes = APIRouter(responses=_ERRORS)

    @routes.post("/read")
    def preview(report: handed.ReportIn) -> list[out.ClaimOut]:
        """What would be read in a report; nothing is kept."""
        made = report_of(report.text, date=report.date, outlet=report.outlet, url=report.url)
        return [out.ClaimOut.of(claim, made.text) for claim in read(made)]

    @routes.post("/reports")
    def add(report: handed.ReportIn) -> out.AddedOut:
        """Adds a report; adding it again adds nothing."""
        made = report_of(report.text, date=report.date, outlet=report.outlet, url=report.url)
        with lock:
            (added,) = reel.add([made])
        if added.problem is not None:
            raise added.problem
        return out.AddedOut(
            report=added.report, outcome=str(added.outcome), claims=added.claims, snapshot=added.snapshot
        )

    @routes.post("/judgements")
    def judge(judgement: handed.JudgementIn) -> out.JudgementOut:
        """Keeps a person's word on whether two things are one."""
        left, right = reel.entity(judgement.left), reel.entity(judgement.right)
        with lock:
            made = reel.judge(
                judgement.left if judgement.left in left.mentions else left.id,
                judgement.right if judgement.right in right.mentions else right.id,
                Verdict(judgement.verdict),
                by=judgement.by,
                because=judgement.because,
                date=_today(),
            )
        return out.JudgementOut.of(made)

    @routes.post("/claims/{claim_id}/wrong", status_code=204)
    def correct(claim_id: Annotated[str, Path(min_length=1, max_length=100)], word: handed.CorrectionIn) -> None:
        """Keeps a person's word that a claim was read wrongly: it counts no more."""
        with lock:
            reel.correct(claim_id, by=word.by, because=word.because, date=_today())

    return routes


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()
