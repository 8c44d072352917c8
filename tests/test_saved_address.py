"""Where a page was saved from, and whose it is."""

from datetime import date

import pytest

from index.article import RoughArticle
from index.readers.pages.html import read_html
from index.web_page import saved_address as module
from index.web_page.saved_address import SAVING_NOTES, SavingNote, own_site_name, saved_address
from tests.made_files import PARAGRAPHS, page, read


@pytest.mark.parametrize("note", SAVING_NOTES, ids=lambda note: note.name)
def test_each_program_notes_where_a_page_was_as_no_other_does(
    note: SavingNote, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert saved_address(f"<!DOCTYPE html>{note.example}<p>") == "https://example.org/a"
    others = [pattern for pattern in module.PATTERNS if pattern.pattern != note.pattern]
    monkeypatch.setattr(module, "PATTERNS", others)
    assert saved_address(f"<!DOCTYPE html>{note.example}<p>") is None


def test_a_page_that_was_saved_says_nothing_else_of_where_it_was() -> None:
    assert saved_address("<!-- saved on Tuesday --><p>url: https://example.org/a</p>") is None
    assert saved_address("<!-- saved from url=(0014)about:internet -->") is None


WAYBACK = "https://web.archive.org/web/20240305101112/"
BAR = '<div id="wm-ipp-base">http://example.org/a <b>12 captures</b> About this capture</div>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f'<link rel="canonical" href="{WAYBACK}https://example.org/a">', BAR),
        (f'<meta property="og:url" content="{WAYBACK}https://example.org/a">', ""),
        ('<link rel="canonical" href="https://archive.ph/2024.03.05-101112/https://example.org/a">', ""),
        ("<!-- saved from url=(0021)https://example.org/a -->", ""),
    ],
)
def test_an_archived_page_is_of_its_own_outlet_and_at_its_own_address(head: str, body: str) -> None:
    (found,) = read(read_html, page("Talks go on", head, body).encode())
    assert isinstance(found, RoughArticle)
    assert (found.url, found.source) == ("https://example.org/a", "The Example")
    assert found.text == "\n".join(["Talks go on", *PARAGRAPHS])


@pytest.mark.parametrize(
    "bar",
    [
        '<div id="wm-ipp-base">5 captures<br>11 Nov 2021 - 05 Mar 2024</div>',
        '<div id="b1__google-cache-hdr"><div><p>It is a snapshot of the page of 5 Mar 2024</p></div></div>',
        "<div>This is Google's cache of https://example.org/a. It is a snapshot of the page as it appeared on"
        " 5 Mar 2024 10:00:00 GMT.</div>",
        '<div id="HEADER">archive.today webpage capture<div>5 Mar 2024 10:11:12 UTC</div></div>',
    ],
)
def test_the_days_on_which_an_archive_kept_a_page_are_not_those_of_the_page(bar: str) -> None:
    for shown, first in (("", None), ("<p>11 November 2022</p>", date(2022, 11, 11))):
        (found,) = read(read_html, page("Talks go on", "", bar + shown).encode())
        assert isinstance(found, RoughArticle)
        assert (found.published.first if found.published else None) == first


@pytest.mark.parametrize(
    ("name", "address", "own"),
    [
        ("The Example", f"{WAYBACK}https://example.org/a", "The Example"),
        ("example.org", "https://example.org/a", "example.org"),
        ("web.archive.org", None, None),
        ("example-org.ezproxy.lib.edu", "https://example-org.ezproxy.lib.edu/a", None),
        (None, None, None),
    ],
)
def test_the_name_of_a_site_is_not_that_of_an_archive(name: str | None, address: str | None, own: str | None) -> None:
    assert own_site_name(name, address) == own
