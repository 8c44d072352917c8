"""What is known of an article, as the plainest engine looks at it."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import assert_never

from index.analysis import forms
from index.article import Article
from index.entities.filed_names import entity_key, filed_names
from index.languages.language_names import LANGUAGE_NAMES
from index.quotations.speakers import quotes
from search.clauses import AttributeName
from search.query import FacetName
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
        case "language":
            own = article.language
            return own is not None and folded in (own, LANGUAGE_NAMES[own].lower())
        case "dated":
            return article.published is not None and article.published.how == folded
        case "person" | "organisation":
            entities = filed_names(article.body, article.title)
            return any((each.kind, each.key) == (name, entity_key(value)) for each in entities)
        case "has":
            return is_known(folded, article)
        case "like":
            return False
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


def values_of(name: FacetName, articles: Sequence[Article]) -> dict[str, int]:
    """How many articles have each value, as choosing it finds them; "" is that none is known."""
    if name == "format":
        endings = {article.path.casefold().rpartition("/")[2].rpartition(".")[2] for article in articles}
        values = {next((known for known, own in FORMATS.items() if end in own), end) for end in endings}
        found = {value: sum(has_attribute("format", value, article) for article in articles) for value in values}
        return {value: count for value, count in found.items() if count}
    if name in ("person", "organisation"):
        return entities_of(name, articles)
    if name == "language":
        return dict(Counter(article.language or "" for article in articles))
    told = [" ".join((getattr(article, name) or "").split()) for article in articles]
    if name == "source":
        alike = {tuple(forms(text)): text for text in told}
        return {text: sum(forms(other) == forms(text) for other in told) for text in alike.values()}
    named = {tuple(forms(text)): text for text in reversed(told) if forms(text)}
    found = {text: sum(words_stand_in(text, other) for other in told) for text in named.values()}
    return {**found, **({"": count} if (count := sum(not forms(text) for text in told)) else {})}


def entities_of(kind: str, articles: Sequence[Article]) -> dict[str, int]:
    """How many articles name each person or organisation, as most of them write the name."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for each in filed_names(article.body, article.title):
            if each.kind == kind:
                written[each.key][each.name] += 1
    return {min(own, key=lambda name: (-own[name], name)): own.total() for own in written.values()}


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
        case "author" | "place" | "source" | "story" | "url" | "language":
            return bool(getattr(article, thing))
        case _:
            return False
