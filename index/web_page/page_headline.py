"""The headline that a page shows, told by what its markup says of it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.web_page.structured_data import article_items, headline_of_item

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_HEADLINE = 300
SHORTEST_PART = 15
"""Characters; a shorter heading may begin many a title."""
LIKE = 0.5
"""Of the words of a title and a heading: written for readers, and for search engines, they differ a little."""
BORDER = re.compile(r"\s*[|–—·•»«‹›:/-]+\s*|\s*\(")
SOFT_HYPHEN = "\u00ad"


def page_headline(page: "HtmlElement", by_trafilatura: str | None) -> str | None:
    """The headline of a page: a heading that its markup repeats, else what that states, without the site's name.

    What search engines are told of a page is often cut, or goes on with the name of the site; the heading is whole.
    """
    headings = shown_headings(page)
    site = next(iter(page.xpath('//meta[@property="og:site_name"]/@content')), None)
    og, title = stated_titles(page)
    article = article_headline(page, [*headings, *og, *title])
    told = [without_site(text, site) for text in [*article, *og]]
    stated = [*told, *(without_site(text, site) for text in title)]
    if found := same_heading(headings, stated) or heading_in(headings, told or stated):
        return found
    if told:
        return like_heading(headings, told) or told[0]
    return by_trafilatura if headings else next(iter(stated), by_trafilatura)


def one_line_of(text: str) -> str:
    """The text on one line, without hyphens that are shown only where a line ends."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def shown_headings(page: "HtmlElement") -> list[str]:
    """The headings of the first rank, in order."""
    texts = (one_line_of(heading.text_content()) for heading in page.xpath("//h1")[:20])
    return [text for text in texts if 3 < len(text) <= LONGEST_HEADLINE]


def stated_titles(page: "HtmlElement") -> tuple[list[str], list[str]]:
    """The title that the page gives to those who link to it, and the one of its window; lists of one, or empty."""
    og = page.xpath('//meta[@property="og:title" or @name="og:title"]/@content')[:1]
    window = [title.text_content() for title in page.xpath("//title")[:1]]
    return tuple([text for each in found if (text := one_line_of(each))] for found in (og, window))  # type: ignore[return-value]


def article_headline(page: "HtmlElement", shown: Sequence[str]) -> list[str]:
    """The headline of the only article in JSON-LD, or of the first that the page shows; empty without one."""
    found = list(dict.fromkeys(headline for item in article_items(page) if (headline := headline_of_item(item))))
    agreed = [headline for headline in found if any(agree(words(headline), words(text)) for text in shown)]
    return agreed[:1] or (found if len(found) == 1 else [])


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """One begins with the other, or they share most of their words."""
    short = min(len(one), len(other))
    return short > 0 and (one[:short] == other[:short] or is_like(set(one), set(other)))


def words(text: str) -> list[str]:
    """The words of a text, whatever their case."""
    return re.findall(r"\w+", text.casefold())


def same_heading(headings: Sequence[str], stated: Sequence[str]) -> str | None:
    """The first heading that says what one of the titles says."""
    said = [words(title) for title in stated]
    return next((heading for heading in headings if words(heading) in said), None)


def heading_in(headings: Sequence[str], stated: Sequence[str]) -> str | None:
    """The first heading that begins a title, or ends the surest of them, set off from the rest of it."""
    beginning = (heading for heading in headings if any(is_beginning(heading, title) for title in stated))
    ending = (heading for heading in headings if any(is_end(heading, title) for title in stated[:1]))
    return next(beginning, None) or next(ending, None)


def is_beginning(heading: str, title: str) -> bool:
    """The title is the heading, and something else behind a mark."""
    return len(heading) >= SHORTEST_PART and title.startswith(heading) and bool(BORDER.match(title, len(heading)))


def is_end(heading: str, title: str) -> bool:
    """The title is something else, a mark, and the heading."""
    before = title.removesuffix(heading)
    return before != title and re.search(r"[|–—·•»«‹›:/-]\s*\Z", before) is not None


def like_heading(headings: Sequence[str], stated: Sequence[str]) -> str | None:
    """The only heading, where it has most words in common with a title, and is not that title under another heading."""
    if len(headings) != 1 or any(headings[0].startswith(title) or headings[0].endswith(title) for title in stated):
        return None
    own = set(words(headings[0]))
    return headings[0] if any(is_like(own, set(words(title))) for title in stated) else None


def is_like(one: set[str], other: set[str]) -> bool:
    """They share most of their words."""
    return len(one & other) > LIKE * len(one | other)


def without_site(title: str, site: str | None) -> str:
    """The title without the name of the site at its end or its beginning, and the mark between them."""
    if not site:
        return title
    name = re.escape(site)
    mark = r"[|–—·•»«‹›:-]+"
    found = re.fullmatch(rf"(?:{name}\s*{mark}\s*)?(.*?\w.*?)(?:\s*{mark}\s*{name})?", title, re.IGNORECASE)
    return found[1] if found else title
