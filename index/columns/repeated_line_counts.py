"""The lines of all articles that their sites may repeat, and how often each is met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.columns.annotation_rows import SiteLineRows
from index.columns.kept_documents import LiveSegment
from index.storage.arrays import Array, distinct, starts_of, together

FEWEST_TEXTS = 3
"""Measured on the pages of three sites: of lines met in so many stories, .998 are no part of any article."""
FEWEST_TEXTS_LONG = 6
"""The same for a long line."""
FEWEST_BEGINNINGS, FEWEST_BEGINNINGS_LONG = 6, 12
"""Articles that begin with other lines, so many of which tell different stories, whatever else is alike: where articles
are shorter than what their site puts under them, they would seem to be reprints of one another."""


@dataclass(frozen=True, slots=True)
class LineCounts:
    """The lines of articles that their sites may repeat, in the order of the articles and of their texts."""

    articles: Array
    """The place of the article among all that are kept: int64 (lines,)."""
    keys: Array
    """As `SiteLineRows.key`: int64 (lines,)."""
    is_removed: Array
    """Left out as repeated, by now: bool (lines,)."""

    def chosen(self, which: Array) -> "LineCounts":
        """Some of them. `which` is bool (lines,), or places, int64 (n,)."""
        return LineCounts(self.articles[which], self.keys[which], self.is_removed[which])


def lines_in(parts: Sequence[LiveSegment]) -> LineCounts:
    """The lines of the articles of these segments."""
    tables = [part.segment.rows(SiteLineRows) for part in parts]
    bases = starts_of(np.array([len(part.kept) for part in parts], np.int64))[:-1]
    rows = [table.of(part.kept) for part, table in zip(parts, tables, strict=True)]
    owners = [np.repeat(part.places, np.diff(table.starts)) for part, table in zip(parts, tables, strict=True)]
    return LineCounts(
        together(owner[row] + base for owner, row, base in zip(owners, rows, bases.tolist(), strict=True)),
        together(table.key[row].astype(np.int64) for table, row in zip(tables, rows, strict=True)),
        together(table.is_removed[row] for table, row in zip(tables, rows, strict=True)) > 0,
    )


def keys_of(part: LiveSegment, documents: Array) -> Array:
    """The keys of the lines of some documents of a segment, kept or not.

    Gives int64 (n,), from documents that are int64 (m,).
    """
    table = part.segment.rows(SiteLineRows)
    return table.key[table.of(documents)].astype(np.int64)


def often_met(lines: LineCounts) -> Array:
    """The keys of lines that stand in so many articles that they may be repeated, ascending: int64 (n,)."""
    keys, counts = met(lines.keys, lines.articles)
    return keys[counts >= fewest_texts(keys)]


def fewest_texts(keys: Array) -> Array:
    """In how many different texts the lines with these keys must stand: int64 (n,), as the keys."""
    return np.where(keys % 2, FEWEST_TEXTS_LONG, FEWEST_TEXTS)


def under_many_beginnings(lines: LineCounts, often: Array) -> Array:
    """The keys of lines under enough different beginnings: int64 (n,), ascending.

    A beginning is the first line of an article that is not met often itself; `often` has the keys of those that are.
    """
    is_own = ~np.isin(lines.keys, often)
    articles, firsts = np.unique(lines.articles[is_own], return_index=True)
    beginnings = lines.keys[is_own][firsts]
    under = lines.chosen(np.isin(lines.articles, articles) & ~is_own)
    keys, counts = met(under.keys, beginnings[np.searchsorted(articles, under.articles)])
    return keys[counts >= np.where(keys % 2, FEWEST_BEGINNINGS_LONG, FEWEST_BEGINNINGS)]


def met(keys: Array, values: Array) -> tuple[Array, Array]:
    """Each key once, ascending, and how many different values it is met with.

    All are int64 (n,), those that are given as those that come out.
    """
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    is_new = np.ones(len(keys), bool)
    is_new[1:] = (keys[1:] != keys[:-1]) | (values[1:] != values[:-1])
    return np.unique(keys[is_new], return_counts=True)


def to_mend(parts: Mapping[str, LiveSegment], lines: LineCounts, repeated: Array) -> Mapping[str, Array]:
    """The documents that hold a line which is repeated, or have lost one which is not, by the name of the segment.

    `repeated` is int64 (n,), and so are the documents of each segment, ascending.
    """
    places = distinct(lines.articles[lines.is_removed != np.isin(lines.keys, repeated)])
    found, base = {}, 0
    for name, part in parts.items():
        inside = places[(places >= base) & (places < base + len(part.kept))]
        found[name] = part.kept[inside - base]
        base += len(part.kept)
    return found
