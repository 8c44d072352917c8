"""The name of the site of a page: what its markup states, and never a piece of the headline."""

import re
from typing import TYPE_CHECKING

from index.web_page.page_headline import one_line_of, stated_titles, words
from index.web_page.structured_data import told_by_article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SENTENCE_END = re.compile(r"\w{3}[.!?…] +\S|[!?…]$|\w{3}\.$")
"""Inside or at the end of a name; "St. Louis Today" has none."""
BETWEEN = re.compile(r"\s+[|–—·•«-]\s+")
"""Headline and name of the site; a site that stands before the headline has » or a colon behind it."""
LONGEST_NAME, MOST_WORDS = 60, 6
SECTIONS = frozenset(
    str.split(
        "news world politics business sport sports opinion culture arts science health technology tech travel local"
        " national international economy home blog video live archive nachrichten politik wirtschaft kultur welt"
        " actualités monde politique économie société noticias política economía mundo deportes notizie cronaca"
    )
)
"""What titles have behind the headline where others have the name of the site."""


def site_name(page: "HtmlElement", by_trafilatura: str | None, headline: str | None) -> str | None:
    """The name that the markup states, else that of the publisher in JSON-LD, else that behind the headline in the
    title of the window; None when there is none.

    trafilatura takes the part of a title that has a full stop for the name: "U.S. court rejects levy | The Example".
    """
    if by_trafilatura and (is_stated(page, by_trafilatura) or not is_taken_of_headline(page, by_trafilatura, headline)):
        return by_trafilatura
    return told_by_article(page, "publisher") or name_behind_headline(page, headline)


def is_stated(page: "HtmlElement", name: str) -> bool:
    """A meta element that is not there for the headline says it, such as og:site_name."""
    metas = page.xpath('//meta[@content and not(contains(@property, "title") or contains(@name, "title"))]')
    return any(words(meta.get("content")) == words(name) for meta in metas)


def is_taken_of_headline(page: "HtmlElement", name: str, headline: str | None) -> bool:
    """It is a part of a title that is one of the headline, and not what the title ends with behind it."""
    title = next(iter(stated_titles(page)[1]), "")
    is_last = words(BETWEEN.split(title)[-1]) == words(name) != words(headline or "")
    is_site = is_last and not SENTENCE_END.search(name)
    return "." in name and not is_site and is_of_headline(name, headline)


def is_of_headline(name: str, headline: str | None) -> bool:
    """It is the headline or a run of its words, or it has sentences."""
    own, others = words(name), words(headline or "")
    runs = range(len(others) - len(own) + 1)
    return any(others[start : start + len(own)] == own for start in runs) or bool(SENTENCE_END.search(name))


def name_behind_headline(page: "HtmlElement", headline: str | None) -> str | None:
    """What the title of the window has behind the headline and a mark; None where that is a section, or a sentence."""
    title = next(iter(stated_titles(page)[1]), "")
    start = one_line_of(headline or "")
    mark = BETWEEN.match(title, len(start)) if start and title.startswith(start) else None
    if mark is None:
        return None
    name = BETWEEN.split(title[mark.end() :])[-1].strip()
    is_name = 1 < len(name) <= LONGEST_NAME and len(name.split()) <= MOST_WORDS and not name[0].islower()
    return name if is_name and not SECTIONS.issuperset(words(name)) and not is_of_headline(name, headline) else None
