"""The page in a real browser."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.chromium import AXE, complaints_of
from tests.press import PRESS, STORY
from tests.scan_engine import ScanEngine
from tests.test_server import running
from web import create_app
from web.authentication.access import Access
from web.authentication.passwords import hashed
from web.server import Server

PAGES = {
    "home": "",
    "results": "?q=peace&source=CNN&page=2",
    "nothing": "?q=Seize&source=RT",
    "article": "article/talks?q=talks",
    "hostile": "?q=moment",
    "hostile article": "article/hostile?q=script",
    "story": "article/pier-again?q=pier",
    "story page": "story/crack",
    "compact": "?q=peace&density=compact&n=25&not_source=RT",
    "compare": "compare/pier/crack",
    "quotations": "article/said",
    "skipped": "skipped",
    "help": "help",
    "facet": "facet/source?q=peace&not_source=RT",
    "saved": "saved",
    "notes": "notes",
    "not found": "article/none",
    "bad request": "?page=0",
}
PASSWORD = "a fine password"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """The address of a page over the press, of one that has no index, and of one that wants a password."""
    missing = str(tmp_path_factory.mktemp("empty") / "index")
    press, closed = ScanEngine((*PRESS, *STORY)), Access(hashed(PASSWORD))
    apps = [create_app(press, missing), create_app(None, missing), create_app(press, missing, access=closed)]
    with ExitStack() as open_servers:
        home, empty, locked = (open_servers.enter_context(running(Server(app, "127.0.0.1", 0))) for app in apps)
        yield home, empty, locked


def test_leads_from_a_search_to_an_article_and_back_and_on(page: Page, site: tuple[str, str, str]) -> None:
    complaints = complaints_of(page)
    page.goto(site[0])
    page.get_by_role("searchbox", name="Search the articles").fill("peace talks")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_title("peace talks · Dateline")
    expect(page.get_by_role("status")).to_have_text("25 articles")
    found = page.url

    page.get_by_role("link", name="General urges peace talks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("General urges peace talks")
    expect(page.locator("mark")).to_have_text(["peace", "talks", "Talks"])
    page.get_by_text("About this record").click()
    expect(page.get_by_text("Read also: other news")).to_be_visible()
    page.get_by_role("link", name="‹ Results").click()
    assert page.url == found

    page.get_by_role("navigation", name="Outlet").get_by_role("link", name="RT 12 articles").click()
    expect(page.get_by_role("status")).to_have_text("12 articles")
    page.get_by_text("Sort: best match").click()
    page.get_by_role("link", name="newest").click()
    expect(page.locator(".hit .headline").first).to_have_text("Round-up 23")
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".hit .headline")).to_have_text(["Round-up 3", "Round-up 1"])
    page.get_by_role("link", name="Remove outlet RT").click()
    expect(page.get_by_role("status")).to_have_text("25 articles")
    page.go_back()
    expect(page.locator(".hit .headline")).to_have_text(["Round-up 3", "Round-up 1"])
    assert complaints == []


def test_narrows_to_days_that_are_typed_and_says_when_they_are_none(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0] + "?q=peace&source=CNN")
    page.get_by_role("textbox", name="From").fill("2022-11")
    page.get_by_role("textbox", name="To").fill("2022-11-30")
    page.get_by_role("button", name="Set").click()
    expect(page.get_by_role("status")).to_have_text("2 articles")
    expect(page.get_by_role("textbox", name="To")).to_have_value("2022-11")
    expect(page.get_by_role("searchbox")).to_have_value("peace")
    page.get_by_role("textbox", name="From").fill("soon")
    page.get_by_role("button", name="Set").click()
    expect(page.get_by_text("not a day: “soon”, left out")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("10 articles")


def test_works_from_the_keyboard_alone(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("peace/talks j k")
    expect(page.locator("#q")).to_have_value("peace/talks j k")
    page.keyboard.press("Control+a")
    page.keyboard.type("peace talks")
    page.keyboard.press("Escape")
    expect(page.locator("#q")).not_to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("25 articles")
    page.wait_for_load_state()  # until then the page does not listen to keys
    headlines = page.locator(".hit .headline a")
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(headlines.nth(place)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("General urges peace talks")
    page.wait_for_load_state()
    page.keyboard.press("j")
    expect(page.locator("mark").first).to_be_focused()


def test_shows_where_the_keyboard_is(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0] + PAGES["results"])
    links = page.locator("a:visible, button:visible, summary:visible, input:not([type=hidden]):visible").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2, page.evaluate("document.activeElement.outerHTML")


def test_selects_days_by_drawing_over_the_timeline(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0] + "?q=peace&source=RT&sort=newest")
    bars = page.locator(".bars a")
    first, last = bars.nth(2).bounding_box(), bars.nth(4).bounding_box()
    assert first
    assert last
    days = [bars.nth(2).get_attribute("data-since") or "", bars.nth(4).get_attribute("data-until") or ""]
    page.mouse.move(first["x"] + 1, first["y"] + 40)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] - 1, last["y"] + 20, steps=4)
    expect(page.locator(".bars a.drawn")).to_have_count(3)
    page.mouse.up()
    expect(page.get_by_role("link", name="Remove days")).to_be_visible()
    assert page.url.startswith(site[0] + "?")
    assert {"q=peace", "source=RT", "sort=newest", f"since={days[0]}", f"until={days[1]}"} <= set(
        page.url.partition("?")[2].split("&")
    )
    page.go_back()
    bars.nth(3).click()  # a click alone is still the link of a bar
    expect(page.get_by_role("link", name="Remove days")).to_be_visible()
    expect(page.locator(".bars a.drawn")).to_have_count(0)


@pytest.mark.parametrize("has_script", [True, False])
def test_keeps_a_note_and_a_search_and_finds_them_again(
    chromium: BrowserContext, site: tuple[str, str, str], has_script: bool
) -> None:
    page = chromium.new_page()
    complaints = complaints_of(page)
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme="dark")
    session = chromium.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": not has_script})
    page.goto(site[0] + "?q=pier")
    page.get_by_role("button", name="Save this search").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("pier")
    page.goto(site[0] + ("article/pier?q=pier" if has_script else "article/crack?q=pier"))  # each its own
    page.get_by_text("Your notes and tags").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Who built it?")
    page.keyboard.press("Tab")
    page.keyboard.type(f"engineers, kept {has_script}")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Note", exact=True)).to_have_value("Who built it?")
    page.get_by_role("link", name=f"kept {has_script}").click()
    expect(page.get_by_role("status")).to_have_text("1 article")
    expect(page.get_by_text("Who built it?")).to_be_visible()
    if has_script:
        assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("navigation", name="More").get_by_role("link", name="Saved").click()
    page.get_by_role("button", name="Remove pier").click()
    expect(page.get_by_text("None are kept yet")).to_be_visible()
    page.close()
    assert complaints == []


def test_puts_all_of_the_pager_on_one_line(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0] + "?q=peace&n=1&page=2")
    tops = page.locator(".pager > a, .pager > ol a").evaluate_all(
        "(links) => links.map((link) => Math.round(link.getBoundingClientRect().top))"
    )
    assert max(tops) - min(tops) <= 1, tops


def test_works_without_script(site: tuple[str, str, str], chromium: BrowserContext) -> None:
    page = chromium.new_page()
    session = chromium.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(site[0])
    page.get_by_role("searchbox").fill("peace talks")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("status")).to_have_text("25 articles")
    page.get_by_role("navigation", name="Outlet").get_by_role("link", name="CNN").first.click()
    page.get_by_role("link", name="General urges peace talks").click()
    page.get_by_text("About this record").click()
    expect(page.get_by_text("Read also: other news")).to_be_visible()
    expect(page.locator(".keys")).to_be_hidden()
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_fits_a_screen_320_pixels_wide(page: Page, site: tuple[str, str, str], name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site[0] + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("name", PAGES)
def test_fits_a_laptop_at_text_of_twice_the_size(page: Page, site: tuple[str, str, str], name: str) -> None:
    page.set_viewport_size({"width": 640, "height": 450})
    page.goto(site[0] + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") == 640


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*PAGES, "no index"])
def test_breaks_no_serious_rule_of_accessibility(
    page: Page, site: tuple[str, str, str], name: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(site[1] if name == "no index" else site[0] + PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    assert_accessible(page)


def assert_accessible(page: Page) -> None:
    """What is shown breaks no serious rule."""
    page.evaluate(AXE)
    broken = page.evaluate("axe.run().then((results) => results.violations)")
    serious = [rule for rule in broken if rule["impact"] in ("serious", "critical")]
    assert not serious, json.dumps(serious, indent=1)[:4000]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_logs_in_from_the_keyboard_alone_on_a_page_that_is_accessible(
    page: Page, site: tuple[str, str, str], scheme: Literal["light", "dark"]
) -> None:
    complaints = complaints_of(page)
    page.emulate_media(color_scheme=scheme)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(site[2] + "?q=peace")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        expect(page.get_by_label("Password")).to_be_focused()
        assert_accessible(page)
    page.keyboard.type("another password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("This is not the password.")
    expect(page.get_by_label("Password")).to_have_accessible_description("This is not the password.")
    assert_accessible(page)
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("25 articles")
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    assert [complaint for complaint in complaints if "40" not in complaint] == []


def test_is_light_by_day_and_dark_by_night(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0])
    paper = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    assert page.evaluate(paper) == "rgb(252, 251, 248)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) == "rgb(22, 23, 26)"


def test_sets_two_articles_side_by_side_where_there_is_room(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0] + PAGES["story"])
    page.get_by_role("link", name="compare Crack in <i>the</i> pier with this article").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Side by side")
    sides = page.locator(".reworded .side")
    expect(sides.nth(0).locator("mark")).to_have_text(["found"])
    expect(sides.nth(1).locator("mark")).to_have_text(["saw"])
    for width, is_beside in ((1280, True), (320, False)):
        page.set_viewport_size({"width": width, "height": 900})
        first, second = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
        assert first
        assert second
        assert (first["y"] == second["y"], first["x"] < second["x"]) == (is_beside, is_beside)
    page.get_by_role("link", name="Exchange the sides").click()
    expect(page.locator(".reworded .side").nth(0).locator("mark")).to_have_text(["saw"])


def test_prints_the_article_and_nothing_around_it(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0] + PAGES["article"])
    page.emulate_media(media="print")
    expect(page.locator(".body")).to_be_visible()
    for around in (".search", ".skip", ".gut", ".foot", "#record", ".bar"):
        expect(page.locator(around)).to_be_hidden()


def test_runs_nothing_that_an_article_or_a_query_brings(page: Page, site: tuple[str, str, str]) -> None:
    complaints = complaints_of(page)
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    for url in (
        "article/hostile?q=script",
        "?q=script",
        "?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "?source=%3Cb%3E",
        "article/pier",
        "compare/pier-again/crack",
    ):
        page.goto(site[0] + url)
        expect(page.locator("main b, main img, main script")).to_have_count(0)
    assert complaints == []


@pytest.mark.parametrize(
    "query", ["?q=peace", "?q=peace&source=CNN&source=RT&since=2022", "?q=peace&density=compact&n=25"]
)
def test_stands_the_first_hit_high_on_the_page_in_three_sizes_of_type(
    page: Page, site: tuple[str, str, str], query: str
) -> None:
    page.goto(site[0] + query)
    first = page.locator(".hit .headline").first.bounding_box()
    assert first
    assert first["y"] <= 140
    sizes = page.evaluate(
        "[...new Set([...document.querySelectorAll('body *')].filter((each) => each.checkVisibility() &&"
        " [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))"
        ".map((each) => getComputedStyle(each).fontSize))].sort()"
    )
    assert set(sizes) <= {"14px", "16px", "19px"}


TARGETS = """[...document.querySelectorAll("a, button, summary, input:not([type=hidden])")].filter((each) => {
  const box = each.getBoundingClientRect();
  return each.checkVisibility() && !each.closest(".skip") && box.height > 1 && Math.round(box.height) < 24;
}).map((each) => each.outerHTML)"""
"""What can be pressed and is lower than a fingertip wants."""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["home", "results", "compact", "nothing", "article", "story", "story page"])
def test_gives_every_target_room_for_a_finger(page: Page, site: tuple[str, str, str], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site[0] + PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    assert page.evaluate(TARGETS) == []


def test_keeps_the_colours_that_a_reader_chose(page: Page, site: tuple[str, str, str]) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site[0])
    page.get_by_role("button", name="Dark").click()
    page.goto(site[0] + PAGES["results"])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 23, 26)"
    page.get_by_role("button", name="As the system").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 251, 248)"


def test_closes_an_open_menu_with_escape(page: Page, site: tuple[str, str, str]) -> None:
    page.goto(site[0] + "?q=peace")
    page.get_by_text("Sort: best match").click()
    expect(page.get_by_role("link", name="newest")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="newest")).to_be_hidden()
