"""Which item of JSON-LD stands for the page, and when that was published."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from index.publication_date.json_ld_dates import RANKS, is_live_blog, rank_of, stated_in_json_ld
from index.web_page.page_headline import words

OURS = {"@type": "NewsArticle", "headline": "Talks go on in Geneva", "datePublished": "2022-11-11T08:00:00Z"}
OTHERS = (
    {"@type": "WebSite", "name": "The Example", "datePublished": "2015-02-03"},
    {"@type": "WebPage", "datePublished": "2015-02-03T00:00:00Z", "dateModified": "2023-09-05"},
    {"@type": "VideoObject", "name": "Talks", "uploadDate": "2016-05-05", "datePublished": "2016-05-05"},
    {"@type": "Comment", "text": "Well said.", "datePublished": "2022-11-15"},
    {
        "@type": "ItemList",
        "itemListElement": [{"@type": "NewsArticle", "headline": "More", "datePublished": "2020-01-05"}],
    },
    {"@type": "NewsArticle", "headline": "Rates rise again", "datePublished": "2020-01-05"},
    {"@type": ["Person", "Thing"], "name": "Jane Doe", "datePublished": "2001-01-01"},
    {"datePublished": "2014-04-04"},
)


def stated(*scripts: object, names: tuple[str, ...] = ("datePublished",)) -> list[str]:
    """The days of a page whose scripts say this, the surest first."""
    texts = (script if isinstance(script, str) else json.dumps(script) for script in scripts)
    head = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    page = f"<html><head><title>Talks go on in Geneva | The Example</title>{head}</head><body><p>a</p></body></html>"
    return list(stated_in_json_ld(lxml_html.fromstring(page), names))


@pytest.mark.parametrize("other", OTHERS, ids=lambda other: str(other.get("@type")))
@pytest.mark.parametrize("shape", ["graph", "list", "scripts"])
def test_the_article_of_the_page_counts_before_all_else(other: dict[str, object], shape: str) -> None:
    pages: dict[str, list[object]] = {
        "graph": [{"@graph": [other, OURS]}],
        "list": [[other, OURS]],
        "scripts": [other, OURS],
    }
    assert stated(*pages[shape])[0] == "2022-11-11T08:00:00Z"


@pytest.mark.parametrize("other", [OTHERS[0], OTHERS[2], OTHERS[3], OTHERS[4], OTHERS[6]], ids=lambda other: str(other))
def test_other_things_have_no_day_of_the_article(other: object) -> None:
    assert stated(other) == []


def test_the_page_counts_where_it_has_no_article() -> None:
    assert stated(OTHERS[0], OTHERS[7], OTHERS[1]) == ["2015-02-03T00:00:00Z", "2014-04-04"]
    assert stated({"@type": "WebPage", "mainEntity": OURS, "datePublished": "2015-02-03"})[0] == "2022-11-11T08:00:00Z"


def test_a_live_blog_counts_before_its_entries() -> None:
    entry = {"@type": "BlogPosting", "headline": "Talks go on in Geneva", "datePublished": "2022-11-12T06:00:00Z"}
    blog = {"@type": "LiveBlogPosting", "headline": "Live", "coverageStartTime": "2022-11-11T18:00:00Z"}
    names = ("datePublished", "coverageStartTime")
    assert stated({**blog, "liveBlogUpdate": [entry]}, names=names) == ["2022-11-11T18:00:00Z"]
    assert stated({"@graph": [entry, blog]}, names=names)[0] == "2022-11-11T18:00:00Z"
    assert is_live_blog(lxml_html.fromstring(f'<p><script type="application/ld+json">{json.dumps(blog)}</script></p>'))


def test_it_reads_the_days_of_objects_and_lists() -> None:
    assert stated({**OURS, "datePublished": {"@type": "Date", "@value": "2022-11-11"}}) == ["2022-11-11"]
    assert stated({**OURS, "datePublished": ["2022-11-11", "2022-11-12"]}) == ["2022-11-11"]


def test_it_finds_the_day_in_a_script_that_is_no_json() -> None:
    site = '{"@type": "WebSite", "datePublished": "2015-02-03"}'
    broken = f'{{"@graph": [{site}, {{"@type": "NewsArticle", "datePublished": "2022-11-11",}}]}}'
    assert stated(broken) == ["2022-11-11"]
    assert stated('{"datePublished": "2022-11-11", oops') == ["2022-11-11"]


ITEMS = st.fixed_dictionaries(
    {},
    optional={
        "@type": st.sampled_from(["NewsArticle", "LiveBlogPosting", "WebPage", "WebSite", "Thing"])
        | st.lists(st.text()),
        "headline": st.text() | st.integers(),
        "name": st.text(),
    },
)


@given(ITEMS, st.lists(st.text(), max_size=3))
def test_any_item_has_a_rank_or_none(item: dict[str, object], titles: list[str]) -> None:
    assert rank_of(item, [words(title) for title in titles]) in (*RANKS, None)
