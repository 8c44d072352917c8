"""Lines that a site puts under one story after another, and that belong to none of them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import repeat
from zlib import crc32

from index.annotations import SiteLine
from index.article import Article, Removed
from index.lexicon.outlet_sites import host_in, publishing_host, shows_others
from index.schema import source_key

RULE = "repeated by the site"
"""The name of the rule that leaves such a line out."""
LONG_LINE = 200
"""Characters; a longer line may be a paragraph that explains what came before, and must be met in more stories."""
LONGEST_LINE = 1000
"""Characters; a longer line is never left out."""


def lines_of(article: Article) -> tuple[SiteLine, ...]:
    """The lines of an article that its site may repeat, in order; none when the site is not known."""
    return tuple(SiteLine(key, paragraph.is_removed) for key, paragraph in keyed(article))


def texts_of_lines(article: Article) -> Mapping[int, str]:
    """The lines of an article that its site may repeat, by their keys."""
    return {key: paragraph.text for key, paragraph in keyed(article)}


@dataclass(frozen=True, slots=True)
class ArrivedParagraph:
    """A paragraph that an article came with, and whether it has been left out as repeated."""

    text: str
    is_removed: bool


def paragraphs_of(article: Article) -> list[ArrivedParagraph]:
    """All paragraphs of an article, in the order in which they came; those that are left out stand in their places."""
    left_out = {removed.place: removed.text for removed in article.removed if removed.place is not None}
    kept = article.body.split("\n\n")
    places = [place for place in range(len(kept) + len(left_out)) if place not in left_out]
    found = [*zip(places, kept, repeat(False)), *zip(left_out, left_out.values(), repeat(True))]
    return [ArrivedParagraph(text, is_removed) for _, text, is_removed in sorted(found)]


def keyed(article: Article) -> Iterator[tuple[int, ArrivedParagraph]]:
    """The paragraphs of an article that are lines, with their keys."""
    site = site_of(article)
    if site is None:
        return
    for paragraph in paragraphs_of(article):
        key = key_of(site, paragraph.text)
        if key is not None:
            yield key, paragraph


def key_of(site: str, line: str) -> int | None:
    """A number of 32 bits for a line of a site, whatever its case and spaces; odd for a long line, None if too long."""
    if len(line) > LONGEST_LINE:
        return None
    words = " ".join(line.casefold().split())
    checksum = crc32(f"{site}\n{words}".encode("utf-8", "surrogatepass"))
    return checksum | 1 if len(line) > LONG_LINE else checksum & ~1


def without_lines(article: Article, keys: Collection[int]) -> Article:
    """The article without the lines that have these keys, and with all others; none goes when nothing would be left."""
    site = site_of(article)
    if site is None:
        return article
    lines = [paragraph.text for paragraph in paragraphs_of(article)]
    is_repeated = [key_of(site, line) in keys for line in lines]
    if all(is_repeated):
        is_repeated = [False] * len(lines)
    pairs = list(enumerate(zip(lines, is_repeated, strict=True)))
    removed = (Removed(line, RULE, place) for place, (line, repeated) in pairs if repeated)
    for_good = (each for each in article.removed if each.place is None)
    body = "\n\n".join(line for _, (line, repeated) in pairs if not repeated)
    return replace(article, body=body, removed=(*for_good, *removed))


def site_of(article: Article) -> str | None:
    """What is the same for the articles of one site: the host of the address, or else the outlet; None for neither."""
    source = named_source(article)
    return publishing_host(article.url or "") or (source_key(source) if source else None)


def named_source(article: Article) -> str | None:
    """The outlet that an article names; None when that is a site that shows what others publish."""
    host = host_in(article.source or "")
    return None if host and shows_others(host) else article.source
