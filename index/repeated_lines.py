"""Lines that a site puts under one story after another, and that belong to none of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit
from zlib import crc32

from index.article import Article, Removed
from index.schema import source_key

RULE = "repeated by the site"
"""The name of the rule that leaves such a line out."""
LONG_LINE = 200
"""Characters; a longer line may be a paragraph that explains what came before, and must be met in more stories."""
LONGEST_LINE = 1000
"""Characters; a longer line is never left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that its site may repeat: its key, and whether it has been left out as repeated."""

    key: int
    is_removed: bool


def lines_of(article: Article) -> tuple[Line, ...]:
    """The lines of an article that its site may repeat, each once; none when the site is not known."""
    site = site_of(article)
    if site is None:
        return ()
    left_out = [removed.text for removed in article.removed if removed.rule == RULE]
    kept = dict.fromkeys(keys_of(site, article.body.split("\n\n")), False)
    return tuple(Line(*line) for line in {**kept, **dict.fromkeys(keys_of(site, left_out), True)}.items())


def keys_of(site: str, lines: Iterable[str]) -> list[int]:
    """The keys of the lines that are not too long, from their site and words."""
    return [line_key(site, line) for line in lines if len(line) <= LONGEST_LINE]


def line_key(site: str, line: str) -> int:
    """A number of 32 bits for a line of a site, whatever its case and spaces; odd for a long line."""
    words = " ".join(line.casefold().split())
    checksum = crc32(f"{site}\n{words}".encode("utf-8", "surrogatepass"))
    return checksum | 1 if len(line) > LONG_LINE else checksum & ~1


def without_lines(article: Article, keys: Collection[int]) -> Article:
    """The article without the lines that have these keys; as it is when nothing would be left of it."""
    site = site_of(article)
    if site is None:
        return article
    paragraphs = article.body.split("\n\n")
    is_repeated = [len(line) <= LONGEST_LINE and line_key(site, line) in keys for line in paragraphs]
    kept = [line for line, repeated in zip(paragraphs, is_repeated, strict=True) if not repeated]
    if not kept:
        return article
    removed = [Removed(line, RULE) for line, repeated in zip(paragraphs, is_repeated, strict=True) if repeated]
    return replace(article, body="\n\n".join(kept), removed=(*article.removed, *removed))


def site_of(article: Article) -> str | None:
    """What is the same for the articles of one site: the host of the address, or else the outlet; None for neither."""
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:
        host = None
    if host:
        return host.removeprefix("www.")
    return source_key(article.source) if article.source else None
