"""What is remembered: entries, their payloads, and their ids.

| kind | payload |
|---|---|
| report | id, text, language, published, outlet, url, title, body: one snapshot of a report |
| claim | claim (as `Claim.to_entry`), text: the hash of the snapshot that it was read from |
| judgement | as `Judgement.to_entry`: a person's word on whether two things are one |
| withdrawal | report, date, by, because: from that day the report does not count |
| correction | claim, date, by, because: a person's word that the report does not say this; it counts on no day |
| follow | entity (any of its mentions), on, number: somebody follows it, or does so no longer, for the n-th time |
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from newsreel.model import Claim, Judgement, Report
from newsreel.model.canonical import canonical, identity_of_text

REPORT, CLAIM, JUDGEMENT, WITHDRAWAL = "report", "claim", "judgement", "withdrawal"
CORRECTION, FOLLOW = "correction", "follow"
HASH_LENGTH = 20
_BEFORE_CLAIM, _BEHIND_CLAIM = len('{"claim":'), -len(',"text":""}') - HASH_LENGTH


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing remembered. `seq` is its place in the order of adding, 0 before it has one."""

    id: str
    kind: str
    payload: str
    seq: int = 0

    def value(self) -> dict[str, Any]:
        """The payload, read."""
        value: dict[str, Any] = json.loads(self.payload)
        return value


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A report taken back: from `date` on it does not count. `by` is "person:NAME", `because` the reason in words."""

    report: str
    date: dt.date
    by: str
    because: str

    @classmethod
    def from_entry(cls, entry: dict[str, Any]) -> Withdrawal:
        """The withdrawal that a payload holds."""
        return cls(entry["report"], dt.date.fromisoformat(entry["date"]), entry["by"], entry["because"])


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word, given on `date`, that a claim is not what its report says; `by` is "person:NAME"."""

    claim: str
    date: dt.date
    by: str
    because: str

    @classmethod
    def from_entry(cls, entry: dict[str, Any]) -> Correction:
        """The correction that a payload holds."""
        return cls(entry["claim"], dt.date.fromisoformat(entry["date"]), entry["by"], entry["because"])


def of_report(report: Report) -> Entry:
    """The entry of one snapshot; its place among the snapshots is not kept but found again from the others."""
    return _entry(
        REPORT,
        {
            "id": report.id,
            "text": report.text,
            "language": report.language,
            "published": day(report.published),
            "outlet": report.outlet,
            "url": report.url,
            "title": report.title,
            "body": report.body,
        },
    )


def of_claim(claim: Claim, text_hash: str) -> Entry:
    """The entry of a claim read from the snapshot with that hash."""
    return _entry(CLAIM, {"claim": claim.to_entry(), "text": text_hash[:HASH_LENGTH]})


def claim_id(payload: str) -> str:
    """The id of the claim in a claim's payload, without reading it: canonical JSON has the claim at a fixed place."""
    return identity_of_text(payload[_BEFORE_CLAIM:_BEHIND_CLAIM])


def of_judgement(judgement: Judgement) -> Entry:
    """The entry of a judgement."""
    return _entry(JUDGEMENT, judgement.to_entry())


def of_withdrawal(withdrawal: Withdrawal) -> Entry:
    """The entry of a withdrawal."""
    return _entry(
        WITHDRAWAL,
        {
            "report": withdrawal.report,
            "date": withdrawal.date.isoformat(),
            "by": withdrawal.by,
            "because": withdrawal.because,
        },
    )


def of_correction(correction: Correction) -> Entry:
    """The entry of a correction."""
    return _entry(
        CORRECTION,
        {
            "claim": correction.claim,
            "date": correction.date.isoformat(),
            "by": correction.by,
            "because": correction.because,
        },
    )


def of_follow(entity: str, number: int, *, on: bool) -> Entry:
    """The entry of the n-th time that somebody begins or ceases to follow."""
    return _entry(FOLLOW, {"entity": entity, "on": on, "number": number})


def report_from(value: dict[str, Any], *, snapshot: int = 1, previous: str = "") -> Report:
    """The report that a payload holds."""
    return Report(
        id=value["id"],
        text=value["text"],
        language=value["language"],
        published=dt.date.fromisoformat(value["published"]) if value["published"] else None,
        outlet=value["outlet"],
        url=value["url"],
        title=value["title"],
        body=value["body"],
        snapshot=snapshot,
        previous=previous,
    )


def day(date: dt.date | None) -> str:
    """A day as ISO 8601, "" for none."""
    return date.isoformat() if date else ""


def _entry(kind: str, payload: dict[str, Any]) -> Entry:
    text = canonical(payload)
    return Entry(identity_of_text(f'{{"{kind}":{text}}}'), kind, text)
