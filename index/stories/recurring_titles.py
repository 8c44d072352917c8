"""Titles that come again and again: "Tokyo stocks end higher" is of the same kind every day, and a new story each time.

The titles of two articles recur when they have at least half of their words in common, numbers aside, and the two
rarest of these stand together in titles of MANY_WEEKS different weeks; of MANY_DAYS days, where both articles are full
of figures, and of other ones. A story that is told for days under one title has few figures, and they stay the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from index.storage.arrays import Array, distinct, lengths_between, ranges, starts_of
from index.stories.document_vectors import Corpus, joined

MANY_WEEKS = 4
"""Weeks with titles of one kind, from which on they are a habit of the paper."""
MANY_DAYS = 3
"""Days with titles of one kind, from which on they are one when there are other figures under each."""
IN_COMMON = 0.5
"""The least share of the words of two titles that both have."""
MOST_WORDS = 12
"""Of a title that are looked at; one that is longer is no title."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The stems of titles, each once, without numbers: those of the article i are from starts[i] to starts[i + 1]."""

    starts: Array
    """int64 (articles + 1,)."""
    stems: Array
    """Ascending in each title: int64 (stems of all titles,)."""


def titles_of(corpus: Corpus, names: Array) -> Titles:
    """The titles of all articles; `names` has what each stem is called, by its number: int64 (stems,)."""
    rows, stems = [], []
    for number, part in enumerate(corpus.parts):
        segment = part.segment
        counts = lengths_between(segment.title_starts)
        own = np.repeat(np.arange(len(counts)), counts)
        documents = segment.documents[part.posting_starts[own] + np.asarray(segment.title_postings)]
        kept = np.flatnonzero(part.is_kept[documents] & ~are_numbers(segment.stems)[own])
        rows.append(part.places[documents[kept]] + corpus.bases[number])
        stems.append(names[corpus.numbers[number][own[kept]]])
    row, stem = joined(rows), joined(stems)
    order = np.lexsort((stem, row))
    row, stem = row[order], stem[order]
    counts = np.bincount(row, minlength=len(corpus))
    kept = np.flatnonzero(np.arange(len(row)) - starts_of(counts)[row] < MOST_WORDS)
    return Titles(starts_of(np.minimum(counts, MOST_WORDS)), stem[kept])


def are_numbers(stems: Iterable[bytes]) -> Array:
    """For each stem, whether it begins with a digit: bool (stems,)."""
    return np.fromiter((stem[:1].isdigit() for stem in stems), bool)


def recurring(titles: Titles, days: Array, left: Array, right: Array, has_other_figures: Array) -> Array:
    """For each pair of articles, whether their titles recur; `days` has the first day of every article, 0 for none.

    `days` is int64 (articles,), `left` and `right` are int64 (pairs,), what is given besides and what comes out bool
    (pairs,).
    """
    shared = shared_stems(titles, left, right)
    frequencies = frequencies_in(titles, shared.stems)
    counts = np.bincount(shared.pairs, minlength=len(left))
    sizes = np.diff(titles.starts)
    is_alike = (counts >= 2) & (counts >= IN_COMMON * (sizes[left] + sizes[right] - counts))
    # The two rarest of each pair come first, when its stems are sorted by how many titles have them.
    order = np.lexsort((shared.stems, frequencies, shared.pairs))
    first = starts_of(counts)[:-1][is_alike]
    stems = shared.stems[order]
    twos = two_as_one(stems[first], stems[first + 1])
    found = np.zeros(len(left), bool)
    found[is_alike] = periods_with(titles, days // 7, twos) >= MANY_WEEKS
    found[is_alike] |= has_other_figures[is_alike] & (periods_with(titles, days, twos) >= MANY_DAYS)
    return found


def frequencies_in(titles: Titles, stems: Array) -> Array:
    """In how many titles each of these stems stands: int64 (n,), from int64 (n,)."""
    wanted, places = np.unique(stems, return_inverse=True)
    if not len(wanted):
        return np.zeros(0, np.int64)
    at = np.minimum(np.searchsorted(wanted, titles.stems), len(wanted) - 1)
    return np.bincount(at[wanted[at] == titles.stems], minlength=len(wanted))[places]


@dataclass(frozen=True, slots=True)
class SharedTitle:
    """The stems that titles of pairs share: for each, which pair it is of, ascending.

    Both are int64 (shared stems,).
    """

    pairs: Array
    stems: Array


def shared_stems(titles: Titles, left: Array, right: Array) -> SharedTitle:
    """The stems that stand in both titles of each pair. Both are int64 (pairs,)."""
    keys = np.concatenate([keyed(titles, left), keyed(titles, right)])
    keys.sort()
    both = keys[1:][keys[1:] == keys[:-1]]
    return SharedTitle(both >> 32, both & 0xFFFFFFFF)


def keyed(titles: Titles, articles: Array) -> Array:
    """The place and the stem of each word of these titles as one number: int64.

    The articles are int64 (n,); gives int64 (words,).
    """
    counts = np.diff(titles.starts)[articles]
    stems = titles.stems[ranges(titles.starts[articles], counts)]
    return (np.repeat(np.arange(len(articles)), counts) << 32) | stems


def two_as_one(one: Array, other: Array) -> Array:
    """Two stems, in whichever order, as one number: int64 (n,), all three."""
    return (np.minimum(one, other) << 32) | np.maximum(one, other)


def periods_with(titles: Titles, periods: Array, twos: Array) -> Array:
    """For each two stems, in how many periods there are titles with both; each article has the number of one, or 0.

    `periods` is int64 (articles,), `twos` int64 (n,); gives int64 (n,).
    """
    wanted, places = np.unique(twos, return_inverse=True)
    if not len(wanted):
        return np.zeros(0, np.int64)
    own = np.repeat(periods, np.diff(titles.starts))
    owners = np.repeat(np.arange(len(periods)), np.diff(titles.starts))
    seen: list[Array] = []
    for distance in range(1, MOST_WORDS):
        is_one = (owners[distance:] == owners[:-distance]) & (own[distance:] > 0)
        one = np.flatnonzero(is_one)
        found = two_as_one(titles.stems[one], titles.stems[one + distance])
        at = np.minimum(np.searchsorted(wanted, found), len(wanted) - 1)
        is_wanted = wanted[at] == found
        seen.append((at[is_wanted] << 32) | own[one[is_wanted]])
    counts = np.bincount(distinct(joined(seen)) >> 32, minlength=len(wanted))
    return counts[places]
