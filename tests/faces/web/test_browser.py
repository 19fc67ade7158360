"""What users do, in a real browser: find, open a quote, turn the date, judge with keys, paste and add, follow."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, ViewportSize, expect
from tests.faces.web.showing import crowded_ledger, serving

from newsreel.pipeline import Newsreel

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture
def address(sample: Path, tmp_path: Path) -> Iterator[str]:
    with serving(sample, tmp_path / "served.db") as where:
        yield where


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test when a script fails, a policy is broken, or anything is asked of another host."""
    context = browser.new_context(base_url=address, viewport=DESKTOP, locale="en-GB")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else wrong.append(request.url)
    )
    opened.set_default_timeout(10_000)
    yield opened
    context.close()
    assert not wrong


def open_romantics(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("romantics anon")
    page.locator("#results a").filter(has_text="Romantics Anonymous").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_find_while_typing_with_the_keyboard(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("한효주")
    expect(page.locator("#results a").first).to_contain_text(re.compile("한효주|Han Hyo"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/person/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("한효주|Han Hyo"))


def test_open_a_quote_and_go_to_its_place(page: Page) -> None:
    open_romantics(page)
    fact = page.locator(".fact").filter(has=page.locator("summary")).first
    fact.locator("summary").click()
    quote = fact.locator("blockquote mark").first
    expect(quote).to_be_visible()
    words = quote.inner_text()
    fact.get_by_role("link", name="in context").first.click()
    page.wait_for_url("**/report/**")
    expect(page.locator(".text")).to_contain_text(words[:20])
    assert page.url.rpartition("#")[2].startswith("c-")


def test_turn_the_date(page: Page) -> None:
    open_romantics(page)
    now = page.locator(".fact").count()
    page.locator("#day").fill("2024-03-13")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**as_of=2024-03-13**")
    assert 0 < page.locator(".fact").count() < now
    expect(page.locator("#asof")).to_contain_text("changes since then")
    slider = page.get_by_role("slider")
    slider.focus()
    slider.press("End")
    page.wait_for_url("**as_of=**")
    expect(page.locator("#day")).to_have_value(dt.datetime.now(tz=dt.UTC).date().isoformat())


def test_the_chart_and_the_graph_are_drawn(page: Page) -> None:
    open_romantics(page)
    expect(page.locator("#chart svg")).to_be_visible()
    page.get_by_role("link", name="Graph").click()
    expect(page.locator("#graph[data-drawn]")).to_be_visible()
    page.get_by_text("The same as a table").click()
    assert page.locator("#graph-list li").count() > 3


def test_a_crowded_graph_is_drawn_and_told(browser: Browser, tmp_path: Path) -> None:
    crowded = crowded_ledger(tmp_path / "crowded.db")
    with Newsreel(crowded) as reel:
        company = reel.entities("organization")[0].id
    with serving(crowded, tmp_path / "served.db") as address:
        page = browser.new_context(base_url=address, viewport=DESKTOP, locale="ko-KR").new_page()
        page.goto(f"/graph/{company}")
        page.wait_for_selector("#graph[data-drawn]")
        assert int(page.locator("#graph").get_attribute("data-drawn") or 0) > 120
        expect(page.locator("#graph-about")).to_contain_text("확대")
        page.locator("summary").click()
        lines = page.locator("#graph-list li").all_inner_texts()
        assert "제작사" in lines[0]
        assert len(lines) == len(set(lines)) > 120
        page.context.close()


def test_paste_see_correct_and_add(page: Page) -> None:
    page.goto("/add")
    page.get_by_label("Text of the report").fill(
        'Netflix announced that Mina Ode will star in the series "Glass Harbour".'
    )
    page.get_by_label("Date of the report").fill("2031-01-02")
    page.get_by_label("Outlet").fill("The Slate")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="What would be read")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Glass Harbour")
    page.get_by_label("Not so").first.check()
    page.get_by_role("button", name="Add to the ledger").click()
    page.wait_for_url("**/report/pasted-*")
    page.goto("/search?q=Glass+Harbour")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Glass Harbour")


def test_follow_and_stop(page: Page) -> None:
    open_romantics(page)
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("button", name="Follow", exact=True).click()
    page.goto("/following")
    expect(page.get_by_role("link", name=name)).to_be_visible()
    page.get_by_role("button", name="Stop following").click()
    page.goto("/following")
    expect(page.locator("main")).to_contain_text("You follow nothing yet")


def test_sort_and_filter_a_slate(page: Page) -> None:
    page.goto("/search?q=Netflix")
    if "/search" in page.url:
        page.get_by_role("link", name="Netflix", exact=True).first.click()
    rows = page.locator("#credits tbody tr")
    before = rows.count()
    assert before > 1
    page.get_by_role("button", name="Title").click()
    expect(page.locator("#credits th").first).to_have_attribute("aria-sort", "ascending")
    page.get_by_label("Filter").fill("romantic")
    assert 0 < page.locator("#credits tbody tr:visible").count() <= before


def test_review_with_keys(page: Page) -> None:
    for name, title, day in (("Seo Ji-woo", "Glass Harbour", "2031-03-13"), ("Seo Ji-wu", "Tin Moon", "2031-05-02")):
        text = f'Netflix announced that {name} will star in the series "{title}".'
        headers = {"authorization": "Bearer secret"}
        assert page.request.post("/api/reports", data={"text": text, "date": day}, headers=headers).ok
    page.goto("/review")
    pairs = page.locator(".pair")
    assert pairs.count() == 1, "two romanisations may be one name: a question for a person"
    lead = page.locator(".lead").first.inner_text()
    page.keyboard.press("?")
    page.keyboard.press("u")
    page.wait_for_url("**/review?at=0")
    expect(page.locator("main")).to_contain_text("Decided")
    assert pairs.count() == 0 or page.locator(".lead").first.inner_text() != lead
    page.get_by_role("button", name="Take back").first.click()
    expect(page.locator(".lead").first).to_have_text(lead)


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
def test_every_page_is_accessible(
    browser: Browser, address: str, viewport: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        base_url=address, viewport=viewport, color_scheme=scheme, bypass_csp=True, locale="en-GB"
    )
    page = context.new_page()
    open_romantics(page)
    work = page.url.removeprefix(address)
    one = work.rpartition("/")[2]
    page.goto("/search?q=Netflix")
    company = page.url.removeprefix(address)
    report = str(page.request.get("/api/reports").json()["items"][0]["id"])
    for path in (
        "/",
        work,
        f"{work}?as_of=2024-03-14",
        company,
        f"/graph/{one}",
        "/changes",
        "/disputed",
        "/outlets",
        "/review",
        "/add",
        "/following",
        f"/report/{report}",
        "/search?q=a",
        "/nowhere",
    ):
        page.goto(path)
        for details in page.locator(".fact summary").all()[:1]:
            details.click()
            page.wait_for_timeout(200)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= viewport["width"], f"{path} is {wide} wide"
    context.close()


def test_everything_to_read_is_there_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto("/search?q=Romantics+Anonymous")
    if "/search" in page.url:
        page.locator("main a").first.click()
    assert page.locator(".fact").count() > 5
    page.locator(".fact summary").first.click()
    page.locator(".fact .quotes a").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()
    context.close()


def test_hostile_names_run_nothing(browser: Browser, hostile: Path, tmp_path: Path) -> None:
    with serving(hostile, tmp_path / "hostile.db") as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        works = page.request.get("/api/entities?limit=50").json()["items"]
        for path in [
            "/",
            "/changes",
            "/disputed",
            *(f"/title/{w['id']}" for w in works if w["kind"] == "work"),
            f"/graph/{works[0]['id']}",
        ]:
            page.goto(path)
            page.wait_for_timeout(300)
            assert page.title() != "run", path
            assert page.locator("main svg[onload], main script:not([type='application/json'])").count() == 0
        context.close()
