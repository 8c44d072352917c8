"""Which articles share text: candidates by their fingerprints, and how much of a text stands in another.

The plain algorithm of `containment`: the runs of so many stems in a row of each body, as sets; how many are in both,
over how many the smaller set has.
"""

from dataclasses import dataclass

import numpy as np

from index.columns.arrays import Array, distinct, lengths_between, ranges, starts_of
from index.columns.fingerprints import mixed, run_hashes
from index.stories.corpus import Corpus, Sequences, joined

REPRINT, REPRINT_RUN = 0.5, 5
"""The share of the runs of five words from which on one text is a reprint of the other."""
FAMILY, FAMILY_RUN = 0.03, 3
"""The share of the runs of three telling stems from which on two articles of one story were made from the same text: in
the seeds it is .045 to .109 within the two families, and no more than .023 across."""
SHARED_PRINTS = 2
"""Fingerprints that two articles must share to be compared."""
NEXT = 6
"""Where many articles have a fingerprint, each is compared with so many that come after it: a chain holds reprints
together, and a line that stands under every page does not make a pair of every two."""
COLUMNS = 20_000
"""Different runs that are compared at once."""


@dataclass(frozen=True, slots=True)
class Copies:
    """For each of some articles, the first with which it shares its source text, and its wording: int64."""

    families: Array
    wordings: Array


def sharing(corpus: Corpus, order: Array, is_new: Array) -> tuple[Array, Array]:
    """The pairs, of which one is new, that share SHARED_PRINTS fingerprints: their places, the smaller one first.

    `order` has the number of the article at each place.
    """
    owners, values = prints(corpus, order)
    if not is_new.all():
        chosen = np.isin(values, values[is_new[owners]])
        owners, values = owners[chosen], values[chosen]
    keys = np.sort((values.astype(np.uint64) << np.uint64(32)) | owners.astype(np.uint64))
    values, owners = keys >> np.uint64(32), (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    found = []
    for distance in range(1, min(NEXT, len(owners) - 1) + 1):
        one, other = owners[:-distance], owners[distance:]
        at = np.flatnonzero((values[distance:] == values[:-distance]) & (is_new[one] | is_new[other]))
        found.append((one[at] << 32) | other[at])
    pairs, counts = np.unique(joined(found), return_counts=True)
    pairs = pairs[counts >= SHARED_PRINTS]
    return pairs >> 32, pairs & 0xFFFFFFFF


def prints(corpus: Corpus, order: Array) -> tuple[Array, Array]:
    """The fingerprints of the articles at these places: the place of each, and its value."""
    places = np.full(len(corpus), -1, np.int64)
    places[order] = np.arange(len(order))
    owners, values = [], []
    for part, base in zip(corpus.parts, corpus.bases.tolist(), strict=False):
        rows = part.segment.rows("print")
        counts = lengths_between(rows.starts)[part.kept]
        owners.append(np.repeat(places[base : base + len(part.kept)], counts))
        values.append(rows.columns["value"][rows.of(part.kept)].astype(np.int64))
    owner, value = joined(owners), joined(values)
    return owner[owner >= 0], value[owner >= 0]


def containments(corpus: Corpus, left: Array, right: Array) -> Array:
    """For each pair of articles, the share of the runs of the shorter one that stand in the other."""
    documents = distinct(np.concatenate([left, right]))
    runs = runs_of(corpus.sequences(documents), REPRINT_RUN)
    found = np.zeros(len(left))
    rows, others = np.searchsorted(documents, left), np.searchsorted(documents, right)
    for pair, (row, other) in enumerate(zip(rows.tolist(), others.tolist(), strict=True)):
        one, two = runs.of(row), runs.of(other)
        if len(one) and len(two):
            found[pair] = len(np.intersect1d(one, two, assume_unique=True)) / min(len(one), len(two))
    return found


def copies(corpus: Corpus, articles: Array, stories: Array) -> Copies:
    """Which of these articles, ascending, share text, of which the stories have these labels."""
    sequences = corpus.sequences(articles)
    short, long = runs_of(told(sequences, corpus.telling), FAMILY_RUN), runs_of(sequences, REPRINT_RUN)
    found = Copies(np.arange(len(stories)), np.arange(len(stories)))
    order = np.argsort(stories, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(stories[order])) + 1):
        is_reprint = shares(long, rows) >= REPRINT
        is_family = (shares(short, rows) >= FAMILY) | is_reprint
        found.families[rows], found.wordings[rows] = rows[components(is_family)], rows[components(is_reprint)]
    return found


def told(sequences: Sequences, telling: Array) -> Sequences:
    """The texts without the stems that tell nothing, such as that of "the"."""
    kept = telling[sequences.stems]
    return Sequences(starts_of(kept)[sequences.starts], sequences.stems[kept])


@dataclass(frozen=True, slots=True)
class Runs:
    """The different runs of each text, as numbers: those of the text i are from starts[i] to starts[i + 1]."""

    starts: Array
    values: Array

    def of(self, text: int) -> Array:
        """Those of one text, ascending."""
        return self.values[self.starts[text] : self.starts[text + 1]]


def runs_of(sequences: Sequences, length: int) -> Runs:
    """The runs of so many stems of each text, as numbers of 40 bits."""
    hashes, owners = run_hashes(mixed(sequences.stems.astype(np.uint64) + np.uint64(1)), sequences.starts, length)
    # The text and the run are one number to sort; two runs of a story are taken for one once in 10⁷ stories.
    keys = distinct((owners.astype(np.uint64) << np.uint64(40)) | (hashes >> np.uint64(24)))
    starts = np.searchsorted(keys, np.arange(len(sequences.starts), dtype=np.uint64) << np.uint64(40))
    return Runs(starts, keys & np.uint64((1 << 40) - 1))


def shares(runs: Runs, rows: Array) -> Array:
    """How much of the one text stands in the other, for every two of these texts; the shorter one's share."""
    sizes = runs.starts[rows + 1] - runs.starts[rows]
    values = runs.values[ranges(runs.starts[rows], sizes)]
    owners = np.repeat(np.arange(len(rows)), sizes)
    _, columns, counts = np.unique(values, return_inverse=True, return_counts=True)
    is_shared = counts[columns] > 1
    number = np.cumsum(counts > 1) - 1
    owners, columns = owners[is_shared], number[columns[is_shared]]
    common = np.zeros((len(rows), len(rows)), np.float32)
    for start in range(0, int(columns.max(initial=-1)) + 1, COLUMNS):
        inside = (columns >= start) & (columns < start + COLUMNS)
        width = min(COLUMNS, int(columns.max()) + 1 - start)
        has = np.zeros((len(rows), width), np.float32)
        has[owners[inside], columns[inside] - start] = 1
        common += has @ has.T
    return np.asarray(common / np.maximum(np.minimum(sizes[:, None], sizes[None, :]), 1))


def components(is_linked: Array) -> Array:
    """For each row of a square of links, the least row that it is linked to, directly or by way of others: int64."""
    least = np.arange(len(is_linked))
    linked = is_linked | np.eye(len(is_linked), dtype=bool)
    while True:
        nearer = np.where(linked, least[None, :], len(least)).min(axis=1)
        if (nearer == least).all():
            return least
        least = nearer
