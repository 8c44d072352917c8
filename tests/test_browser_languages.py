"""The page in other languages, in a real browser."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import complaints_of, rules_broken
from tests.press import PRESS, STORY, TALKS
from tests.scan_engine import ScanEngine
from tests.test_server import running
from tests.told_story import EXCHANGE
from web import create_app
from web.server import Server

ARABIC = replace(
    TALKS,
    id="arabic",
    title="انقسام في مجلس الشمال حول محادثات وقف إطلاق النار",
    body="دعا الجنرال إلى المحادثات ما دامت الجبهة هادئة، و talks are refused.",
    source="صوت المرفأ",
    language="ar",
)
PAGES = {
    "home": "",
    "results": "?q=peace&source=CNN&page=2",
    "arabic results": "?q=المحادثات",
    "nothing": "?q=Seize&source=RT",
    "notes": '?q="peace+colour:red',
    "article": "article/talks?q=talks&why=1",
    "hostile": "?q=moment",
    "story": "story/pier",
    "differences": "story/wire",
    "compact": "?q=peace&density=compact&n=25&not_source=RT",
    "compare": "compare/pier/crack",
    "skipped": "skipped",
    "help": "help",
    "facet": "facet/source?q=peace&not_source=RT",
    "record": "record?q=peace&not_source=RT",
    "not found": "article/none",
    "bad request": "?page=0",
}


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a page over the press and an article in Arabic."""
    with running(Server(create_app(ScanEngine((*PRESS, *STORY, *EXCHANGE, ARABIC))), "127.0.0.1", 0)) as address:
        yield address


def spoken(address: str, language: str) -> str:
    """The address of a page in a language."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["ar", "de"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, site: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name, address in PAGES.items():
        page.goto(spoken(site + address, language))
        found = rules_broken(page)
        assert found == [], (name, json.dumps(found, indent=1, ensure_ascii=False))
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} scrolls sideways by {wide}"


@pytest.mark.parametrize("language", ["es", "fr", "uk", "zh"])
def test_nothing_scrolls_sideways_in_the_other_languages(page: Page, site: str, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    for name, address in PAGES.items():
        page.goto(spoken(site + address, language))
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} scrolls sideways by {wide}"


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "uk", "ar", "zh"])
def test_the_name_and_the_links_beside_it_lie_side_by_side(page: Page, site: str, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    for address in ("", "?q=talks"):
        page.goto(spoken(site + address, language))
        boxes = [box for part in (".name", ".top") if (box := page.locator(f".masthead {part}").bounding_box())]
        first, second = sorted(boxes, key=lambda box: box["x"])
        assert first["x"] + first["width"] <= second["x"], address


def test_arabic_stands_from_right_to_left_and_each_text_in_its_own_direction(page: Page, site: str) -> None:
    page.goto(spoken(f"{site}?q=المحادثات OR talks", "ar"))
    direction = "element => getComputedStyle(element).direction"
    headlines = page.locator(".hit .headline")
    directions = dict(
        zip(headlines.all_text_contents(), headlines.evaluate_all(f"all => all.map({direction})"), strict=True)
    )
    assert directions[ARABIC.title] == "rtl"
    assert directions["General urges peace talks"] == "ltr"
    gutter, text = page.locator(".hit .by").first.bounding_box(), page.locator(".hit article").first.bounding_box()
    assert gutter is not None
    assert text is not None
    assert gutter["x"] > text["x"] + text["width"] - 1
    assert page.locator(".ticks").evaluate(direction) == "ltr"


def test_a_language_is_chosen_without_script_and_stays(page: Page, site: str) -> None:
    complaints = complaints_of(page)
    page.goto(f"{site}?q=peace")
    page.get_by_role("button", name="Deutsch").click()
    assert page.url == f"{site}?q=peace"
    expect(page.get_by_role("button", name="Suchen", exact=True)).to_be_visible()
    page.get_by_role("link", name="Hilfe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("So wird gesucht")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How to ask")
    page.context.clear_cookies()
    assert complaints == []
