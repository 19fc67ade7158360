"""Take the pictures of the site: docs/pictures/take.py. Reads the sample reports and photographs every page.

At phone and desktop width, light and dark, with the system's Chromium. The pictures are looked at by people; what must
hold of the pages is held by tests/faces/web.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.faces.web.conftest import BROWSERS, FLAGS  # noqa: E402
from tests.faces.web.showing import sample_ledger, serving  # noqa: E402

HERE = Path(__file__).parent
SIZES: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1200, "height": 860}}
REPORT = 'Netflix announced that Mina Ode will star in the series "Glass Harbour", directed by Tom Reed.'


def pages(page: Page) -> dict[str, str]:
    """The address of one page of every kind."""
    found = page.request.get("/api/search?q=Romantics Anonymous").json()["items"]
    work = next(e["id"] for e in found if e["kind"] == "work")
    facts = page.request.get(f"/api/entities/{work}").json()["facts"]
    person = next(f["object"]["entity"] for f in facts if f["predicate"] == "cast_member" and f["object"])
    company = next(f["object"]["entity"] for f in facts if f["predicate"] == "platform" and f["object"])
    report = page.request.get("/api/reports").json()["items"][0]["id"]
    return {
        "front": "/",
        "production": f"/title/{work}",
        "as-of": f"/title/{work}?as_of=2024-03-14",
        "person": f"/person/{person}",
        "company": f"/company/{company}",
        "report": f"/report/{report}",
        "graph": f"/graph/{work}",
        "disputed": "/disputed",
        "changes": "/changes",
        "outlets": "/outlets",
        "review": "/review",
        "add": "/add",
    }


def main() -> None:
    """Take them all."""
    import shutil

    browser_path = next(found for name in BROWSERS if (found := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = sample_ledger(Path(folder) / "ledger.db")
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(FLAGS))
        with serving(ledger, Path(folder) / "served.db") as address:
            for size, viewport in SIZES.items():
                for scheme in ("light", "dark"):
                    context = browser.new_context(
                        base_url=address, viewport=viewport, color_scheme=scheme, locale="en-GB"
                    )
                    page = context.new_page()
                    for name, path in pages(page).items():
                        page.goto(path)
                        if name == "add":
                            page.locator("#text").fill(REPORT)
                            page.locator("form[method=post] button.primary").click()
                        if name == "production" and size == "desktop":
                            page.locator(".fact summary").first.click()
                        page.wait_for_timeout(700)
                        page.screenshot(path=HERE / f"{name}-{size}-{scheme}.jpg", type="jpeg", quality=60)
                    context.close()
        browser.close()


if __name__ == "__main__":
    main()
