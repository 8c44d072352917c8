"""The ways through the page, walked to their ends in every manner: with script and without, narrow, dark, in Arabic."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.chromium import complaints_of, rules_broken
from tests.press import PRESS, STORY
from tests.scan_engine import ScanEngine
from tests.test_server import running
from tests.told_story import EXCHANGE
from web import create_app
from web.server import Server


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody reads the page."""

    language: str
    width: int
    scheme: Literal["light", "dark"]
    has_script: bool
    has_pointer: bool


MANNERS = [
    Manner("en", 1280, "dark", has_script=False, has_pointer=True),
    Manner("en", 320, "light", has_script=True, has_pointer=True),
    Manner("ar", 320, "dark", has_script=True, has_pointer=False),
    Manner("ar", 1280, "light", has_script=False, has_pointer=False),
]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a page over the press and its stories."""
    with running(Server(create_app(ScanEngine((*PRESS, *STORY, *EXCHANGE))), "127.0.0.1", 0)) as address:
        yield address


class Reader:
    """Somebody who reads the page; each page that they come to is accessible, fits, and is in their language."""

    def __init__(self, page: Page, manner: Manner) -> None:
        self.page, self.manner = page, manner

    def arrived(self, selector: str) -> None:
        """Nothing; what is shown where somebody has come is as it should be, and has what the selector finds.

        Where the browser runs no script, it cannot be asked more.
        """
        expect(self.page.locator(selector).first).to_be_visible()
        root = self.page.locator("html")
        expect(root).to_have_attribute("lang", self.manner.language)
        if not self.manner.has_script:
            return
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.manner.width, self.page.url
        broken = rules_broken(self.page)
        assert broken == [], (self.page.url, json.dumps(broken, indent=1, ensure_ascii=False))

    def go(self, selector: str, then: str) -> None:
        """Follow the first link, or open what is folded, that the selector finds: with the pointer, or with a key."""
        found = self.page.locator(selector).first
        if self.manner.has_pointer:
            found.click()
        else:
            found.focus()
            self.page.keyboard.press("Enter")
        self.arrived(then)


@pytest.fixture(params=MANNERS, ids=lambda manner: "-".join(map(str, (manner.language, manner.width, manner.scheme))))
def reader(request: pytest.FixtureRequest, chromium: BrowserContext, site: str) -> Iterator[Reader]:
    """A reader on the home page, whose browser complains of nothing."""
    manner: Manner = request.param
    page = chromium.new_page()
    complaints = complaints_of(page)
    page.emulate_media(color_scheme=manner.scheme)
    page.set_viewport_size({"width": manner.width, "height": 800})
    if not manner.has_script:
        session = chromium.new_cdp_session(page)
        session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(f"{site}?lang={manner.language}")
    page.locator(f".languages button[lang={manner.language}]").click()
    yield Reader(page, manner)
    page.close()
    chromium.clear_cookies()
    assert complaints == []


def search(reader: Reader, query: str) -> None:
    """Ask, and see what is found."""
    reader.page.locator("#q").fill(query)
    reader.page.locator("#q").press("Enter")
    reader.arrived(".hit")


def test_from_a_question_to_an_article_its_story_two_texts_side_by_side_and_back(reader: Reader) -> None:
    search(reader, "pier")
    results = reader.page.url
    reader.go(".hit .fold summary >> nth=1", "details[open] .tellers")
    reader.go(".hit .headline a[href^='/article/crack']", "h1.headline")
    reader.go("a[rel=next]", "mark")
    reader.go("a[href^='/story/']", "h1")
    reader.go("a[href^='/article/pier?']:not(svg a)", "h1.headline")
    reader.go("a[href^='/compare/']", "h1")
    reader.go("main a[href^='/article/']", "h1.headline")
    reader.go(".gut a", ".hit")
    assert reader.page.url == results


def test_from_many_results_to_few_and_to_what_is_taken_along(reader: Reader) -> None:
    search(reader, "peace")
    count = reader.page.locator("[role=status]")
    every = count.text_content()
    if reader.manner.width < 600:
        reader.go(".controls .narrow-link", "#narrow")
    reader.go(".facet a[href*='source=CNN']", ".hit")
    expect(count).not_to_have_text(every or "")
    reader.go(".chips a", ".hit")
    expect(count).to_have_text(every or "")
    if reader.manner.width < 600:
        reader.go(".controls .narrow-link", "#narrow")
    reader.go(".time .menu summary", ".time .menu[open] a")
    reader.go(".time .menu a", ".hit")
    reader.go(".takeaway a[href^='/record']", "h1")
    reader.page.go_back()
    with reader.page.expect_download() as taken:
        reader.page.locator(".takeaway a[href^='/search.csv']").click()
    assert taken.value.path().read_text("utf-8-sig").startswith("rank,id,title,")


def test_from_a_mistake_to_help_and_to_what_is_found(reader: Reader) -> None:
    reader.page.locator("#q").fill("zzzz")
    reader.page.locator("#q").press("Enter")
    reader.arrived("[role=status]")
    reader.go(".top a[href='/help']", "h1")
    reader.go("main a[href^='/?q=']", "[role=status]")
