"""The machine's own Chromium, driven by Playwright; tests that need it are skipped where there is none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect, sync_playwright

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
"""Which says what of a page some people cannot use."""
PATIENCE_SECONDS = 30
"""What is expected comes at once on an idle machine, and late on a busy one."""
expect.set_options(timeout=PATIENCE_SECONDS * 1000)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str:
    """Where Chromium is; skips the test where there is none, and fails it where DATELINE_NEED_BROWSER is 1."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    if os.environ.get("DATELINE_NEED_BROWSER") == "1":
        pytest.fail("DATELINE_NEED_BROWSER is 1, and there is no Chromium on this machine: install one")
    pytest.skip("there is no Chromium on this machine: install one to test the page in a browser")


@contextmanager
def browser(folder: Path) -> Iterator[BrowserContext]:
    """A browser with an empty profile in this folder."""
    path = chromium_path()
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=path, args=ARGUMENTS, reduced_motion="reduce"
        )
        try:
            yield context
        finally:
            context.close()


def rules_broken(page: Page) -> list[list[str]]:
    """The rules of accessibility that what is shown breaks, each with the first element that does."""
    page.evaluate(AXE)
    violations = "async () => (await axe.run(document)).violations.map((each) => [each.id, each.nodes[0].html])"
    return list(page.evaluate(violations))


def complaints_of(page: Page) -> list[str]:
    """What a page writes to the console and fails with, and any request that leaves this machine, from now on."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def notice(request: Request) -> None:
        if not request.url.startswith("http://127.0.0.1:"):
            complaints.append(f"asked for {request.url}")

    page.on("request", notice)
    return complaints
