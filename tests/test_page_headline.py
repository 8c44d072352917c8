"""The headline that a page shows."""

import pytest
from lxml.html import document_fromstring

from index.web_page.page_headline import page_headline

LD = '<script type="application/ld+json">{"@type": "%s", "headline": "%s"}</script>'
OG = '<meta property="og:title" content="%s">'
SITE = '<meta property="og:site_name" content="The Example">'

PAGES = [
    # Why, the head, the body, and the headline.
    ("the heading that the markup repeats", OG % "Talks go on", "<h1>News</h1><h1>Talks go on</h1>", "Talks go on"),
    ("without the name of the site", SITE + OG % "Talks go on | The Example", "", "Talks go on"),
    ("also before it", SITE + OG % "The Example: Talks go on", "", "Talks go on"),
    (
        "JSON-LD before what others are told",
        LD % ("NewsArticle", "Talks go on") + OG % "They talk",
        "",
        "Talks go on",
    ),
    (
        "the heading, where a title goes on behind it",
        "<title>Talks go on in Geneva - World - Gazette</title>",
        "<h1>Talks go on in Geneva</h1>",
        "Talks go on in Geneva",
    ),
    ("the heading behind a mark", "<title>Gazette: Talks</title>", "<h1>Talks</h1>", "Talks"),
    (
        "the heading, which says it a little otherwise",
        OG % "Delegates talk on for third day in Geneva",
        "<h1>Delegates talk for a third day in Geneva</h1>",
        "Delegates talk for a third day in Geneva",
    ),
    (
        "no heading of the site",
        OG % "Talks go on",
        "<h1>The Example</h1>",
        "Talks go on",
    ),
    (
        "no line that ran into the heading",
        OG % "Delegates talk on in Geneva",
        "<h1>Exclusive<span>Delegates talk on in Geneva</span></h1>",
        "Delegates talk on in Geneva",
    ),
    (
        "no headline of other articles",
        LD % ("NewsArticle", "Ferries stop") + LD % ("NewsArticle", "Rain falls") + OG % "Talks go on",
        "",
        "Talks go on",
    ),
    (
        "that of the article that it shows",
        LD % ("NewsArticle", "Ferries stop") + LD % ("NewsArticle", "Talks go on in Geneva") + OG % "Talks go on",
        "",
        "Talks go on in Geneva",
    ),
    ("no name of a site", LD % ("WebSite", "The Example") + OG % "Talks go on", "", "Talks go on"),
    ("no marks of HTML", LD % ("NewsArticle", "Talks &amp; <i>more</i> talks"), "", "Talks & more talks"),
    ("no hyphens that are not seen", "<title>Talks go on</title>", "<h1>Talks go\u00ad on</h1>", "Talks go on"),
    ("the title of the window where nothing else is", "<title>Talks go on</title>", "", "Talks go on"),
    ("what is found otherwise", "<title>Home</title>", "<h1>Gazette</h1>", "Found otherwise"),
]


@pytest.mark.parametrize(("why", "head", "body", "headline"), PAGES, ids=[why for why, *_ in PAGES])
def test_it_is(why: str, head: str, body: str, headline: str) -> None:
    tree = document_fromstring(f"<html><head>{head}</head><body>{body}<p>A text.</p></body></html>")
    assert page_headline(tree, "Found otherwise") == headline
