"""What all tests share: properties are held to no wall clock, which only tells how busy the machine is; a browser."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[BrowserContext]":
    """A browser for the whole module."""
    from tests.chromium import browser  # here, as few tests need Playwright

    with browser(tmp_path_factory.mktemp("profile")) as context:
        yield context


@pytest.fixture
def page(chromium: "BrowserContext") -> "Iterator[Page]":
    """A fresh page, of a laptop's size and in light colours."""
    page = chromium.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    yield page
    page.close()
