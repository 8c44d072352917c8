"""Articles, and pairs of them, in portions whose texts fit into memory together, however many there are."""

from collections.abc import Iterator

import numpy as np

from index.storage.arrays import Array

MOST_WORDS = 6_000_000
"""Words of articles whose texts are compared in one go; what is made of them takes about 250 MB."""
LOOKED_AHEAD = 100_000
"""Pairs of which the articles are counted at once."""


def portions(sizes: Array, most: int) -> Iterator[slice]:
    """Where to cut a list, so that what is between two cuts is no more than so much, or but one of it.

    The sizes are int64 (n,).
    """
    ends, start = np.cumsum(sizes), 0
    while start < len(sizes):
        before = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield slice(start, end)
        start = end


def portions_of_pairs(words: Array, left: Array, right: Array, most: int) -> Iterator[slice]:
    """Where to cut a list of pairs, so that the different articles between two cuts have no more than so many words.

    The words of each article are int64 (articles,), the two of each pair int64 (pairs,).
    """
    start = 0
    while start < len(left):
        ahead = slice(start, start + LOOKED_AHEAD)
        articles = np.stack([left[ahead], right[ahead]], axis=1).ravel()
        found, firsts = np.unique(articles, return_index=True)
        fresh = np.zeros(len(articles), np.int64)
        fresh[firsts] = words[found]
        ends = np.cumsum(fresh)[1::2]
        end = start + max(1, int(np.searchsorted(ends, most, side="right")))
        yield slice(start, end)
        start = end
