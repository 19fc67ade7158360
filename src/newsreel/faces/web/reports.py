"""The page of a report: its text with every claim marked where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newsreel.faces.web.views import FactViews, script_lang
from newsreel.faces.web.wording import Words
from newsreel.model import Claim, Ref
from newsreel.vocabulary import vocabulary

if TYPE_CHECKING:
    from newsreel.pipeline import Newsreel


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in words: what is said of whom, how sure, on whose word, by which rule."""

    id: str
    subject: str
    label: str
    value: str
    value_lang: str
    detail: str
    status: str
    by: str
    rule: str
    start: int
    end: int
    quote: str


@dataclass(slots=True)
class Piece:
    """A stretch of text: `claims` are those that stand on it (none: plain), `anchors` those that begin with it."""

    text: str
    claims: list[ClaimView] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)


def report_page(reel: Newsreel, w: Words, report_id: str, snapshot: int | None) -> dict[str, Any]:
    """What the page of a report shows."""
    report = reel.report(report_id, snapshot)
    views = claim_views(reel.report_claims(report_id, snapshot), report.text, w)
    return {
        "report": report,
        "claims": views,
        "pieces": pieces(report.text, report.body, views),
        "snapshots": reel.snapshots(report_id),
        "safe_url": report.url if report.url.startswith(("http://", "https://")) else "",
    }


def claim_views(claims: list[Claim], text: str, w: Words) -> list[ClaimView]:
    """Claims in words, in the order of the text."""
    return [_view(claim, text, w) for claim in sorted(claims, key=lambda c: (c.span, c.predicate))]


def _view(claim: Claim, text: str, w: Words) -> ClaimView:
    value = said(claim, w)
    return ClaimView(
        id=claim.id,
        subject=claim.subject.name,
        label=w(f"predicates.{claim.predicate}"),
        value=value,
        value_lang=script_lang(value),
        detail=FactViews.detail_of(claim.slots, w),
        status=claim.status,
        by=", ".join(claim.by),
        rule=claim.rule,
        start=claim.span.start,
        end=claim.span.end,
        quote=claim.span.quote(text),
    )


def said(claim: Claim, w: Words) -> str:
    """A claim's object in words."""
    if claim.object is None:
        return w("values.not_announced")
    if isinstance(claim.object, Ref):
        return claim.object.name
    if claim.object is True:
        return w("values.told")
    objects = vocabulary().predicates[claim.predicate].objects
    if "date" in objects:
        return w.date(str(claim.object))
    return w.country(str(claim.object)) if "country" in objects else w.word(claim.object)


def pieces(text: str, body: int, claims: list[ClaimView]) -> list[Piece]:
    """The text from `body` on, cut wherever a claim's words begin or end."""
    cuts = sorted({body, len(text), *(c.start for c in claims), *(c.end for c in claims)})
    cuts = [cut for cut in cuts if cut >= body]
    begins: dict[int, list[ClaimView]] = {}
    for claim in claims:
        begins.setdefault(max(claim.start, body), []).append(claim)
    found: list[Piece] = []
    active: list[ClaimView] = []
    for start, end in pairwise(cuts):
        starting = begins.get(start, [])
        active = [claim for claim in [*active, *starting] if claim.end > start]
        found.append(Piece(text[start:end], list(active), [claim.id for claim in starting]))
    return found
