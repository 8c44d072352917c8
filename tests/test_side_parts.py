"""What stands beside the article of a page, with days of its own."""

import pytest
from lxml.html import document_fromstring

from index.article import RoughArticle
from index.readers.pages.html import read_html
from index.web_page.side_parts import leave_out_side_parts
from tests.made_files import PARAGRAPHS, read

PROSE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TIME = '<time datetime="2023-04-05T08:00:00Z">5 April 2023</time>'
BESIDE = [
    f'<section id="comments"><div>Ben {TIME}<p>I was there, too.</p></div></section>',
    '<div id="comments" class="comments-area"><ol><li><p>April 5, 2023 at 8:00 am</p>Nice.</li></ol></div>',
    f'<div class="comments">{TIME}{PROSE}{PROSE}</div>',
    f'<aside><ul><li><a href="/b">Another story</a> {TIME}</li></ul></aside>',
    f'<div class="relatedStories"><article><h3><a href="/b">Another story</a></h3>{TIME}</article></div>',
    f'<ul class="most-read"><li><a href="/b">Another story</a> {TIME}</li></ul>',
    f'<div class="widget trending">{TIME}</div>',
    f'<div class="page-sidebar">Events: {TIME}</div>',
    f'<div id="newsletter">Last sent: {TIME}</div>',
]


def published(body: str) -> str | None:
    """The day of a page with this body."""
    html = f"<html><head><title>Talks go on</title></head><body>{body}</body></html>"
    (found,) = read(read_html, html.encode())
    assert isinstance(found, RoughArticle)
    return str(found.published.first) if found.published else None


@pytest.mark.parametrize("beside", BESIDE)
def test_a_day_beside_the_article_is_not_its_own(beside: str) -> None:
    article = f"<article><h1>Talks go on</h1>{{}}{PROSE}</article>{beside}"
    assert published(article.format("")) is None
    assert published(article.format("<p>3 April 2023</p>")) == "2023-04-03"


@pytest.mark.parametrize(
    "name",
    ["correlated", "has-sidebar", "comment-count", "uncommented", "popularity", "post-meta comments-link"],
)
def test_a_name_that_only_resembles_one_is_of_the_article(name: str) -> None:
    assert (
        published(f'<article><h1>Talks go on</h1><div class="{name}">5 April 2023</div>{PROSE}</article>')
        == "2023-04-05"
    )


@pytest.mark.parametrize("name", ["popular", "sidebar", "entry-content entry-content-read-more"])
def test_the_article_itself_is_never_left_out(name: str) -> None:
    inner = f"<p>5 April 2023</p>{PROSE}"
    assert (
        published(f'<h1>Talks go on</h1><div class="{name}">{inner}</div><ul>{"<li>Menu</li>" * 300}</ul>')
        == "2023-04-05"
    )
    assert (
        published(f'<div class="{name}"><h1>Talks go on</h1>{inner}</div><ul>{"<li>Menu</li>" * 300}</ul>')
        == "2023-04-05"
    )


def test_what_scripts_state_stays_wherever_they_stand() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-04-03"}</script>'
    assert (
        published(f'<article><h1>Talks go on</h1>{PROSE}</article><div class="sidebar">{script}{TIME}</div>')
        == "2023-04-03"
    )


def test_a_page_with_nothing_beside_stays_as_it_is() -> None:
    assert not leave_out_side_parts(document_fromstring(f"<article><h1>Talks go on</h1>{PROSE}</article>"))
