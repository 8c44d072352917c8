"""What is known of an article, as the plainest engine looks at it."""

import re
from typing import assert_never

from index.analysis import forms
from index.article import Article
from index.quotations.speakers import quotes
from search.clauses import AttributeName
from tests.scan_spans import looks_like


def has_attribute(name: AttributeName, value: str, article: Article) -> bool:
    """What is known of the article is so."""
    folded = value.strip().casefold()
    match name:
        case "author":
            return words_stand_in(value, article.author or "")
        case "place":
            return words_stand_in(value, article.place or "")
        case "cites":
            return any(words_stand_in(value, cited) for cited in article.cites)
        case "url":
            return bool(folded) and is_in(address(value), address(article.url or ""))
        case "path":
            return bool(folded) and is_in(folded, article.path.casefold())
        case "site":
            wanted_host, _, wanted_path = address(value).strip("./*").partition("/")
            host, _, path = address(article.url or "").partition("/")
            host = re.split("[:?#]", host.rpartition("@")[2])[0]
            return host != "" and f".{host}".endswith(f".{wanted_host}") and path.startswith(wanted_path)
        case "format":
            endings = FORMATS.get(folded.lstrip("."), (folded.lstrip("."),))
            parts = article.path.casefold().split("/")
            return any(part.endswith(f".{ending}") for part in parts for ending in endings)
        case "has":
            return is_known(folded, article)
        case _:
            assert_never(name)


FORMATS = {
    "html": ("html", "htm", "xhtml", "shtml", "mhtml", "mht"),
    "text": ("txt", "text"),
    "word": ("docx",),
    "mail": ("eml", "mbox", "mbx"),
    "table": ("csv", "tsv", "psv"),
    "feed": ("rss", "atom", "rdf", "xml"),
    "json": ("json", "jsonl", "ndjson", "jl"),
    "warc": ("warc", "wacz"),
}
"""What a format is called, and the endings of its files."""


def words_stand_in(value: str, name: str) -> bool:
    """All words of one stand in the other in a row."""
    wanted, found = forms(value), forms(name)
    return bool(wanted) and any(found[at : at + len(wanted)] == wanted for at in range(len(found)))


def address(url: str) -> str:
    """An address without its scheme, www and case."""
    return url.strip().casefold().rpartition("://")[2].removeprefix("www.")


def is_in(wanted: str, text: str) -> bool:
    """Stands in the text, or looks like it, or like its last part, where there is a star."""
    if "*" not in wanted and "?" not in wanted:
        return wanted in text
    return text != "" and (looks_like(wanted, text) or looks_like(wanted, text.rpartition("/")[2]))


def is_known(thing: str, article: Article) -> bool:
    """This is known of the article."""
    match thing:
        case "quotes":
            return bool(quotes(article.body))
        case "date":
            return article.published is not None
        case "author" | "place" | "source" | "story" | "url":
            return bool(getattr(article, thing))
        case _:
            return False
