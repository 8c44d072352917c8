"""Articles that a page has only for its scripts."""

import json

import pytest
from lxml.html import document_fromstring

from index.article import RoughArticle
from index.readers.pages.html import read_html
from index.web_page.embedded_text import embedded_text, is_more_of
from index.web_page.structured_data import article_items, json_ld_items
from tests.made_files import BODY, PARAGRAPHS, read

LONG = "\n".join(PARAGRAPHS * 2)
MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 2)


def script(value: object, marks: str = 'type="application/ld+json"') -> str:
    """A script with this JSON."""
    written = json.dumps(value).replace("</", "<\\/")
    return f"<script {marks}>{written}</script>"


NEXT = 'id="__NEXT_DATA__" type="application/json"'
SCRIPTS = [
    script({"@type": "NewsArticle", "articleBody": LONG}),
    script({"@type": ["Thing", "ReportageNewsArticle"], "articleBody": MARKED}),
    script([{"@graph": [{"@type": "WebSite"}, {"@type": "https://schema.org/BlogPosting", "articleBody": LONG}]}]),
    script({"props": {"pageProps": {"article": {"title": "Talks", "body": MARKED}}}}, NEXT),
    script({"props": {"story": {"body_html": MARKED.replace("<", "&lt;")}}}, NEXT),
    script({"a": {"content": [{"type": "paragraph", "text": each} for each in PARAGRAPHS * 2]}}, NEXT),
    script({"body": [{"children": [{"text": each[:9]}, {"text": each[9:]}]} for each in PARAGRAPHS * 2]}, NEXT),
]


@pytest.mark.parametrize("page", SCRIPTS)
def test_it_finds_the_paragraphs_in(page: str) -> None:
    assert embedded_text(document_fromstring(f"<body>{page}</body>")) == LONG


@pytest.mark.parametrize(
    ("item", "outlet", "author"),
    [
        ({"publisher": {"name": "The Example"}, "author": [{"name": "Jane Doe"}]}, "The Example", "Jane Doe"),
        (
            {"publisher": "The Example", "author": ["Jane Doe", {"name": "John Roe"}]},
            "The Example",
            "Jane Doe, John Roe",
        ),
        ({"publisher": {"@id": "#x"}, "author": "https://example.org/jane"}, None, None),
    ],
)
def test_a_live_blog_says_who_publishes_and_writes_it(
    item: dict[str, object], outlet: str | None, author: str | None
) -> None:
    blog = {"@type": "LiveBlogPosting", "headline": "Talks", **item}
    text = f"<html><head><title>Talks</title>{script(blog)}</head><body><h1>Talks</h1>{MARKED}</body></html>"
    (found,) = read(read_html, text.encode())
    assert isinstance(found, RoughArticle)
    assert (found.source, found.author) == (outlet, author)


@pytest.mark.parametrize(
    "page",
    [
        script({"@type": "Comment", "articleBody": LONG}),
        script({"@type": "NewsArticle", "articleBody": "Short."}),
        script({"@type": "NewsArticle", "liveBlogUpdate": [{"@type": "BlogPosting", "articleBody": LONG}]}),
        script({"strings": {"consent": LONG}}, NEXT),
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "' + LONG + "</script>",
        f"<script {NEXT}>{'[' * 100_000}</script>",
    ],
)
def test_it_finds_no_article_in(page: str) -> None:
    assert embedded_text(document_fromstring(f"<body>{page}</body>")) is None


def test_a_page_shows_the_beginning_and_its_data_have_the_rest() -> None:
    data = script({"@type": "NewsArticle", "headline": "Talks go on", "articleBody": BODY + BODY})
    html = f"<html><head>{data}</head><body><article><h1>Talks go on</h1><p>{PARAGRAPHS[0]}</p></article></body></html>"
    (article,) = read(read_html, html.encode())
    assert isinstance(article, RoughArticle)
    assert article.text.count(PARAGRAPHS[2]) == 2


def test_a_page_that_a_browser_draws_is_read() -> None:
    data = script({"props": {"pageProps": {"headline": "Talks go on", "body": MARKED}}}, NEXT)
    html = f"<html><head><title>Talks go on</title></head><body><div id=__next></div>{data}</body></html>"
    (article,) = read(read_html, html.encode())
    assert isinstance(article, RoughArticle)
    assert (article.title, article.text) == ("Talks go on", LONG)


def test_the_text_of_another_article_is_not_more_of_this_one() -> None:
    assert is_more_of(LONG, PARAGRAPHS[0])
    assert not is_more_of(LONG, LONG)
    assert not is_more_of("Ferries stopped at noon. " * 80, LONG)


@pytest.mark.parametrize("around", ["%s", "<!-- %s -->", "//<![CDATA[\n%s\n//]]>", "<![CDATA[%s]]>"])
def test_it_reads_json_however_it_is_wrapped(around: str) -> None:
    item = {"@type": "NewsArticle"}
    html = f'<body><script type="application/LD+JSON">{around % json.dumps([item])}</script></body>'
    assert list(json_ld_items(document_fromstring(html))) == [item]


def test_it_ends_on_data_without_end() -> None:
    html = f"<body>{script([{'@graph': [{'@type': 'Article'}] * 400}] * 400)}</body>"
    assert len(list(article_items(document_fromstring(html)))) == 600
