"""Reports handed in by hand: a pasted text, or the page at an address."""

from __future__ import annotations

import datetime as dt

from newsreel.model import Report
from newsreel.model.canonical import identity_of_text
from newsreel.model.errors import UnreadableInput
from newsreel.sources import decode, fetch, is_page, report_from_page, report_from_text


def report_of(text: str, *, date: dt.date | None = None, outlet: str = "", url: str = "") -> Report:
    """The report that a pasted text holds; a page's source is read as a page.

    What the text's own header lines leave open is written into header lines of the stored text. The id comes from the
    text, so that the same paste is the same report. Raises UnreadableInput for a text without words.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        raise UnreadableInput("the text is empty")
    if is_page(text):
        text = report_from_page(text, "page", date=date).text
    own = report_from_text(text, "pasted", date=date)
    given = {
        "date": "" if _says(text, own, "date") or date is None else date.isoformat(),
        "url": "" if own.url else url,
        "outlet": "" if own.outlet else " ".join(outlet.split()),
    }
    lines = "".join(f"{name}: {value}\n" for name, value in given.items() if value)
    if lines and not own.body:
        lines += "\n"
    stored = lines + text
    return report_from_text(stored, f"pasted-{identity_of_text(stored)[:12]}", date=date)


def fetch_page(address: str, *, date: dt.date | None = None, outlet: str = "") -> Report:
    """The report on the page at an address; InputError where it cannot be had, or holds no article."""
    body, found = fetch(address)
    return report_of(decode(body, address), date=date, outlet=outlet, url=found)


def _says(text: str, report: Report, name: str) -> bool:
    """Whether a report's own header lines give a value."""
    return any(line.lower().startswith(f"{name}:") for line in text[: report.body].splitlines())
