"""The outlet of a page, and headlines that look like one."""

import pytest

from index.article import RoughArticle
from index.readers.pages.html import read_html
from tests.made_files import PARAGRAPHS, read

PROSE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HEADLINES = [
    "N.Y. ferry strike enters third week",
    "Rents rise 3.2 percent in Gdynia",
    "Zalando.de closes its warehouse in Erfurt",
    "The strike is over. Ferries sail again",
    "Minister resigns. Who is next?",
]
PUBLISHER = (
    '<script type="application/ld+json">{{{}"@type": "NewsArticle", "publisher": {{"name": "Baltic Post"}}}}</script>'
)


def outlet(headline: str, title: str, head: str = "") -> str | None:
    """The outlet of a page with this headline, and this title of its window."""
    body = f"<article><h1>{headline}</h1>{PROSE}</article>"
    html = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    (found,) = read(read_html, html.encode())
    assert isinstance(found, RoughArticle)
    assert found.title == headline
    return found.source


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("mark", [" | ", " - ", " – "])
def test_a_headline_with_a_full_stop_is_no_outlet(headline: str, mark: str) -> None:
    assert outlet(headline, f"{headline}{mark}Baltic Post") == "Baltic Post"
    assert outlet(headline, headline) is None


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("context", ['"@context": "https://schema.org", ', ""])
def test_the_publisher_in_json_ld_counts_before_the_title(headline: str, context: str) -> None:
    head = PUBLISHER.format(context)
    assert outlet(headline, f"{headline} | Shipping Desk", head) == "Baltic Post"


def test_what_the_markup_states_is_the_outlet_also_where_the_headline_has_it() -> None:
    head = '<meta property="og:site_name" content="Baltic Post">'
    assert (
        outlet("Baltic Post wins a prize for reporting", "Baltic Post wins a prize for reporting", head)
        == "Baltic Post"
    )


@pytest.mark.parametrize("behind", ["Politics", "World News", "and nobody knows why", "It is over. Ferries sail again"])
def test_a_section_or_more_of_a_headline_is_no_outlet(behind: str) -> None:
    assert outlet("Ferries stay in the harbour", f"Ferries stay in the harbour | {behind}") is None


def test_the_name_at_the_end_of_the_title_is_the_outlet_also_where_that_is_the_headline() -> None:
    html = f"<html><head><title>Ferries sail | Forum | Example.org</title></head><body>{PROSE}</body></html>"
    (found,) = read(read_html, html.encode())
    assert isinstance(found, RoughArticle)
    assert found.source == "Example.org"


def test_a_short_name_with_a_full_stop_is_no_sentence() -> None:
    assert outlet("Ferries sail", "Ferries sail | St. Louis Post") == "St. Louis Post"


def test_a_title_that_begins_with_the_site_has_no_outlet_behind_it() -> None:
    assert outlet("Time for Ferries", "Time for Ferries » Crew Wants More Sleep") is None


def test_of_a_section_and_an_outlet_the_last_counts() -> None:
    assert (
        outlet("Ferries stay in the harbour", "Ferries stay in the harbour | Politics | Baltic Post") == "Baltic Post"
    )
