"""The site in a real browser: citations lead to their sentences, and the pages fit a phone."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import engine

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("no Chromium here; install one to run the browser tests", allow_module_level=True)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PAGES = ("", "people/", "outlets/", "sources/", "manual/")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """This repository's site, behind a web server of its own."""
    folder = tmp_path_factory.mktemp("site")
    run = engine("mkdocs", "build", "-d", str(folder), cwd=Path(__file__).parent.parent.parent)
    assert run.returncode == 0, run.stderr
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A page that remembers what went wrong on it."""
    tab = browser.new_page()
    tab.problems = []
    tab.on("pageerror", lambda problem: tab.problems.append(str(problem)))
    tab.on("console", lambda line: tab.problems.append(line.text) if line.type == "error" else None)
    yield tab
    assert tab.problems == []
    tab.close()


def story(page, site: str) -> str:
    page.goto(site)
    return page.locator("main a[href*='stories/']").first.evaluate("link => link.href")


def test_a_citation_leads_to_the_sentence_that_holds_the_quotation(page, site):
    page.goto(story(page, site))
    quotes = page.locator("main blockquote p", has=page.locator("a[href*='#sentence-']"))
    assert quotes.count() >= 5
    for number in range(quotes.count()):
        page.goto(story(page, site))
        quote = quotes.nth(number)
        citation = quote.locator("a[href*='#sentence-']").first
        text = quote.evaluate(
            "p => { const copy = p.cloneNode(true); copy.querySelectorAll('a, sup').forEach(n => n.remove());"
            " return copy.textContent }"
        )
        citation.click()
        target = page.locator(":target")
        evidence = target.evaluate("heading => { let n = heading; while (n && !n.querySelector('blockquote')"
                                   " && n.tagName !== 'BLOCKQUOTE') n = n.nextElementSibling; return n.textContent }")
        words = " ".join(text.split()).strip("“”[] ")
        assert words in " ".join(evidence.split())


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_the_screen(page, site, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    for address in [*(site + path for path in PAGES), story(page, site)]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_light_and_dark_differ_and_both_can_be_read(page, site):
    colours = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(story(page, site))
        colours.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(colours) == 2


def test_search_finds_a_person(page, site):
    page.goto(site)
    page.goto(site + "search.html?q=Denisov")
    page.wait_for_selector("#mkdocs-search-results a, main a:has-text('Denisov')", timeout=20_000)


def test_the_reasons_of_a_story_unfold_with_a_picture(page, site):
    page.goto(story(page, site))
    section = page.locator("details.why")
    assert section.count() == 1
    picture = section.locator("svg[role=img]")
    assert not picture.is_visible()
    section.locator("> summary").click()
    assert picture.is_visible()
    shades = picture.locator("rect").evaluate_all("cells => cells.map(c => getComputedStyle(c).fillOpacity)")
    assert len(set(shades)) >= 5  # the scale at least
    section.locator("details.figures > summary").click()
    assert section.locator("table").first.is_visible()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert picture.bounding_box()["width"] <= 320


def test_on_paper_the_reasons_are_unfolded(page, site):
    page.goto(story(page, site))
    page.emulate_media(media="print")
    assert page.locator("details.why svg").bounding_box()["height"] > 50
    assert page.locator("details.why details.figures table").bounding_box()["height"] > 20
    assert page.locator(".reporting + details table").bounding_box()["height"] > 20


def test_who_reports_what_is_a_picture_that_fits_on_a_phone(page, site):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(story(page, site))
    box = page.locator(".reporting svg").bounding_box()
    assert box["width"] > 100
    assert box["x"] + box["width"] <= 360
    page.locator(".reporting + details > summary").click()
    assert page.locator(".reporting + details td a").first.is_visible()


def test_the_page_reads_well_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(site)
    assert tab.locator("main h1").count() == 1
    assert tab.locator("nav a").count() >= 3
    tab.goto(tab.locator("main a[href*='stories/']").first.evaluate("link => link.href"))
    tab.locator("details.why > summary").click()
    assert tab.locator("details.why svg").is_visible()
    context.close()
