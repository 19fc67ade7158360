"""HTML pages: the article, its title, date, outlet and language, by trafilatura.

The stored text of a page is made here: header lines for what the page says of itself, the title, then the paragraphs
of the article with an empty line between. It reads like a text file's, so that a saved copy of it is the same report.
"""

from __future__ import annotations

import datetime as dt
import re

from newsreel.model import Report
from newsreel.model.errors import UnreadableInput
from newsreel.sources.file import report_from_text

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MIN_LETTERS = 40


def is_page(text: str) -> bool:
    """Whether a text is an HTML page, by how it begins."""
    return _PAGE.match(text[:5000]) is not None


def report_from_page(
    text: str,
    report_id: str,
    *,
    date: dt.date | None = None,
    language: str | None = None,
    where: str = "",
) -> Report:
    """The report that a page holds; UnreadableInput where it holds no article.

    What the page says of its day wins over `date`.
    """
    import trafilatura

    found = trafilatura.bare_extraction(
        text, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True
    )
    # Older versions gave a dictionary; the type still says so.
    article = "" if found is None or isinstance(found, dict) else _paragraphs(found.text or "")
    if found is None or isinstance(found, dict) or sum(c.isalpha() for c in article) < _MIN_LETTERS:
        raise UnreadableInput("no article in this page", where=where, advice="give the page of one article")
    title = " ".join((found.title or "").split())
    head = {"date": found.date or "", "url": found.url or "", "outlet": " ".join((found.sitename or "").split())}
    lines = [f"{name}: {value}" for name, value in head.items() if value]
    if title and not article.startswith(title):
        article = f"{title}\n\n{article}"
    stored = "\n".join(lines) + "\n\n" + article + "\n" if lines else article + "\n"
    return report_from_text(stored, report_id, date=date, language=language, where=where)


def _paragraphs(text: str) -> str:
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())
