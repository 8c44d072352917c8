"""When a page was published and changed, as the item of its JSON-LD says that stands for the page itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from index.publication_date.date_objects import stamp_of
from index.web_page.page_headline import agree, one_line_of, shown_headings, stated_titles, words
from index.web_page.structured_data import SCRIPTS, Item, headline_of_item, is_article, json_ld_items, script_value

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Rank = Literal["live blog", "headline", "article", "page", "plain"]
RANKS: tuple[Rank, ...] = ("live blog", "headline", "article", "page", "plain")
"""What an item is, the surest first: the live blog that the page is, and not one of its entries; the article whose
headline the page shows; another article; the page; an item that does not say what it is. The days of a site, a video,
a comment or a person are none of the article."""
LIVE_BLOG = re.compile(r"(?:.*[/#:])?LiveBlogPosting")
PAGE = re.compile(r"(?:.*[/#:])?(?:(?:Web|Item)Page|CreativeWork|HowTo|Recipe|Review|CriticReview)")


def stated_in_json_ld(page: "HtmlElement", names: tuple[str, ...]) -> Iterator[str]:
    """What stands under the first of these names in the items that stand for the page, the surest item first."""
    shown = [words(title) for title in shown_titles(page)]
    ranked = [(rank, item) for item in json_ld_items(page) if (rank := rank_of(item, shown))]
    for _, item in sorted(ranked, key=lambda pair: RANKS.index(pair[0])):
        stamps = (stamp_of(item.get(name)) for name in names)
        yield from [str(stamp) for stamp in stamps if stamp is not None][:1]
    for script in page.xpath(SCRIPTS):
        if script_value(text := script.text_content()) is None:
            yield from stamps_in_pieces(text, names)


def stated_of_others(page: "HtmlElement") -> Iterator[str]:
    """The days of items that stand for something else: a site, a video, a comment."""
    for item in json_ld_items(page):
        if rank_of(item, []) is None:
            stamps = (stamp_of(item.get(name)) for name in ("datePublished", "dateCreated", "uploadDate"))
            yield from (str(stamp) for stamp in stamps if stamp is not None)


def is_live_blog(page: "HtmlElement") -> bool:
    """The page is a live blog, which began when it says, and not with the latest of its entries."""
    return any(rank_of(item, []) == "live blog" for item in json_ld_items(page))


def shown_titles(page: "HtmlElement") -> list[str]:
    """The headings of the page, and its titles."""
    og, title = stated_titles(page)
    return [one_line_of(text) for text in (*shown_headings(page), *og, *title)]


def rank_of(item: Item, shown: list[list[str]]) -> Rank | None:
    """What the item is; None when it stands for something else than the article or its page."""
    if "@type" not in item:
        return "plain"
    if has_type(item, LIVE_BLOG):
        return "live blog"
    if is_article(item):
        own = words(headline_of_item(item) or "")
        return "headline" if any(agree(own, title) for title in shown) else "article"
    return "page" if has_type(item, PAGE) else None


def has_type(item: Item, wanted: re.Pattern[str]) -> bool:
    """One of the types that the item gives itself is such a one."""
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and wanted.fullmatch(name) for name in names)


LONGEST_PIECE = 60
ARTICLE_IN_PIECES = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"[^"]{0,40}(?:Article|BlogPosting|Report)"')


def stamps_in_pieces(text: str, names: tuple[str, ...]) -> Iterator[str]:
    """What stands under these names in a script that is no JSON, behind the first article that it has."""
    article = ARTICLE_IN_PIECES.search(text)
    for name in names:
        stamp = re.compile(rf'"{name}"\s{{0,9}}:\s{{0,9}}"([^"]{{4,{LONGEST_PIECE}}})"')
        if found := stamp.search(text, article.start() if article else 0) or stamp.search(text):
            yield found[1]
