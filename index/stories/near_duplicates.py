"""Which articles share text: candidates by their fingerprints, and how much of a text stands in another.

Candidates are articles that share sampled shingles (Manber 1994); how much of one is in the other is the containment of
Broder, "On the resemblance and containment of documents" (1997), over all shingles.

The plain algorithm of `containment`: the runs of so many stems in a row of each body, as sets; how many are in both,
over how many the smaller set has.
"""

from dataclasses import dataclass

import numpy as np

from index.inversion.fingerprints import mixed, run_hashes
from index.storage.arrays import Array, distinct, ranges, starts_of
from index.stories.document_vectors import Corpus, Sequences, joined
from index.stories.filled_forms import FilledForms
from index.stories.portions import MOST_WORDS, portions, portions_of_pairs

REPRINT, REPRINT_RUN = 0.5, 5
"""The share of the runs of five words from which on one text is a reprint of the other."""
FAMILY, FAMILY_RUN = 0.038, 3
"""The share of the runs of three telling stems from which on two articles of one story were made from the same text: in
the seeds it is .047 to .125 within the two families, and no more than .030 across."""
SHARED_PRINTS = 2
"""Fingerprints that two articles must share to be compared."""
NEXT = 6
"""Where many articles have a fingerprint, each is compared with so many that come after it: a chain holds reprints
together, and a line that stands under every page does not make a pair of every two."""
LARGE = 64
"""Articles of a story from which on they are compared as a matrix."""
RUN_BITS = np.uint64(40)
"""Of a run as a number: two different runs of a story are taken for one in one of 10⁷ stories."""
MOST_PRINTS = 2_000_000
"""Fingerprints of pairs that are compared in one go; about 50 MB."""
COLUMNS = 20_000
"""Different runs that are compared at once."""


@dataclass(frozen=True, slots=True)
class Copies:
    """For each of some articles, the first with which it shares its source text, and its wording: int64 (articles,)."""

    families: Array
    wordings: Array


def sharing(corpus: Corpus, order: Array, is_new: Array) -> tuple[Array, Array]:
    """The pairs, of which one is new, that share SHARED_PRINTS fingerprints: their places, the smaller one first.

    `order` has the number of the article at each place: int64 (places,). `is_new` is bool (places,). What comes out is
    int64 (pairs,) twice.
    """
    owners, values = prints(corpus, order)
    if not is_new.all():
        wanted = distinct(values[is_new[owners]])
        at = np.minimum(np.searchsorted(wanted, values), max(len(wanted) - 1, 0))
        chosen = np.flatnonzero(wanted[at] == values) if len(wanted) else np.zeros(0, np.int64)
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
    """The fingerprints of the articles at these places: the place of each, and its value.

    `order` is int64 (places,); gives int64 (fingerprints,) twice.
    """
    places = np.full(len(corpus), -1, np.int64)
    places[order] = np.arange(len(order))
    starts, values = corpus.prints
    owner = np.repeat(places, np.diff(starts))
    return (owner, values) if len(order) == len(corpus) else (owner[owner >= 0], values[owner >= 0])


def shared_prints(corpus: Corpus, left: Array, right: Array) -> Array:
    """For each pair of articles, the share of the fingerprints of the one with fewer that the other has, too.

    It is what `containments` says, as far as one run in eight shows it. Gives float64 (pairs,), from two of int64.
    """
    counts = np.diff(corpus.prints[0])
    parts = portions(counts[left] + counts[right], MOST_PRINTS)
    common = joined([prints_in_common(corpus, left[part], right[part]) for part in parts])
    return np.asarray(common / np.maximum(np.minimum(counts[left], counts[right]), 1))


def prints_in_common(corpus: Corpus, left: Array, right: Array) -> Array:
    """For each pair of articles, how many fingerprints both have: int64 (pairs,), all three."""
    starts, values = corpus.prints
    counts, pairs = np.diff(starts), np.arange(len(left))
    keys = np.concatenate(
        [(np.repeat(pairs, counts[each]) << 32) | values[ranges(starts[each], counts[each])] for each in (left, right)]
    )
    keys.sort()
    return np.bincount(keys[1:][keys[1:] == keys[:-1]] >> 32, minlength=len(left))


def containments(corpus: Corpus, left: Array, right: Array) -> Array:
    """For each pair of articles, the share of the runs of the shorter one that stand in the other.

    Gives float64 (pairs,), from two of int64 (pairs,).
    """
    parts = portions_of_pairs(corpus.words, left, right, MOST_WORDS)
    found = [containments_together(corpus, left[part], right[part]) for part in parts]
    return np.concatenate([np.zeros(0), *found])


def containments_together(corpus: Corpus, left: Array, right: Array) -> Array:
    """The same, of as many pairs as fit into memory together: float64 (pairs,), from two of int64 (pairs,)."""
    documents = distinct(np.concatenate([left, right]))
    runs = runs_of(corpus.sequences(documents), REPRINT_RUN)
    found = np.zeros(len(left))
    rows, others = np.searchsorted(documents, left), np.searchsorted(documents, right)
    for pair, (row, other) in enumerate(zip(rows.tolist(), others.tolist(), strict=True)):
        one, two = runs.of(row), runs.of(other)
        if len(one) and len(two):
            found[pair] = len(np.intersect1d(one, two, assume_unique=True)) / min(len(one), len(two))
    return found


def copies(corpus: Corpus, articles: Array, stories: Array, forms: FilledForms) -> Copies:
    """Which of these articles, ascending, share text, of which the stories have these labels.

    Both are int64 (n,).
    """
    sequences = corpus.sequences(articles)
    _, numbers, sizes = np.unique(stories, return_inverse=True, return_counts=True)
    groups = Groups(numbers, sizes)
    reprints = linked(runs_of(sequences, REPRINT_RUN), groups, REPRINT)
    families = linked(runs_of(told(sequences, corpus.telling), FAMILY_RUN), groups, FAMILY)
    reprints, families = (pairs[:, ~forms.are_filled_in(*articles[pairs])] for pairs in (reprints, families))
    return Copies(
        families=components(len(articles), np.concatenate([families, reprints], axis=1)),
        wordings=components(len(articles), reprints),
    )


@dataclass(frozen=True, slots=True)
class Groups:
    """The story of each article, and how many articles each story has.

    `numbers` is int64 (articles,), `sizes` int64 (stories,).
    """

    numbers: Array
    sizes: Array


def told(sequences: Sequences, telling: Array) -> Sequences:
    """The texts without the stems that tell nothing, such as that of "the". `telling` is bool (stems,)."""
    kept = telling[sequences.stems]
    return Sequences(starts_of(kept)[sequences.starts], sequences.stems[kept])


@dataclass(frozen=True, slots=True)
class Runs:
    """The different runs of each text, as numbers: those of the text i are from starts[i] to starts[i + 1].

    `starts` is int64 (texts + 1,), `values` uint64 (runs of all,).
    """

    starts: Array
    values: Array

    def of(self, text: int) -> Array:
        """Those of one text, ascending: uint64 (n,)."""
        return self.values[self.starts[text] : self.starts[text + 1]]


def runs_of(sequences: Sequences, length: int) -> Runs:
    """The runs of so many stems of each text, as numbers of 40 bits."""
    hashes, owners = run_hashes(mixed(sequences.stems.astype(np.uint64) + np.uint64(1)), sequences.starts, length)
    # The text and the run are one number to sort.
    keys = distinct((owners.astype(np.uint64) << RUN_BITS) | (hashes >> (np.uint64(64) - RUN_BITS)))
    starts = np.searchsorted(keys, np.arange(len(sequences.starts), dtype=np.uint64) << RUN_BITS)
    return Runs(starts, keys & ((np.uint64(1) << RUN_BITS) - np.uint64(1)))


def linked(runs: Runs, groups: Groups, least: float) -> Array:
    """The pairs of texts of one story that share at least so much of the shorter one: int64 (2, n)."""
    is_large = groups.sizes > LARGE
    pairs = [shared_by_few(runs, np.flatnonzero(~is_large[groups.numbers]), groups.numbers)]
    for group in np.flatnonzero(is_large).tolist():
        pairs.append(shared_by_many(runs, np.flatnonzero(groups.numbers == group)))
    left, right, counts = np.concatenate(pairs, axis=1)
    sizes = np.diff(runs.starts)
    is_linked = counts >= least * np.minimum(sizes[left], sizes[right])
    return np.stack([left[is_linked], right[is_linked]])


def shared_by_few(runs: Runs, texts: Array, groups: Array) -> Array:
    """How many runs each two of these texts share that are of one group: two texts and the count, int64 (3, n)."""
    counts = np.diff(runs.starts)[texts]
    values = runs.values[ranges(runs.starts[texts], counts)]
    keys = (np.repeat(groups[texts].astype(np.uint64), counts) << RUN_BITS) | values
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], np.repeat(texts, counts)[order]
    # Texts that share a run stand next to each other: first those one place apart, then those two places apart.
    at, distance, found = np.flatnonzero(keys[1:] == keys[:-1]), 1, [np.zeros(0, np.int64)]
    while len(at):
        found.append((owners[at] << 32) | owners[at + distance])
        distance += 1
        at = at[at + distance < len(keys)]
        at = at[keys[at] == keys[at + distance]]
    pairs, shared = np.unique(np.concatenate(found), return_counts=True)
    return np.stack([pairs >> 32, pairs & 0xFFFFFFFF, shared])


def shared_by_many(runs: Runs, texts: Array) -> Array:
    """The same for the texts of one large group, in time that does not grow with how often a run comes.

    The texts are int64 (n,); gives int64 (3, pairs).
    """
    counts = np.diff(runs.starts)[texts]
    values = runs.values[ranges(runs.starts[texts], counts)]
    _, columns = np.unique(values, return_inverse=True)
    owners = np.repeat(np.arange(len(texts)), counts)
    common = np.zeros((len(texts), len(texts)), np.float32)
    for start in range(0, int(columns.max(initial=-1)) + 1, COLUMNS):
        inside = (columns >= start) & (columns < start + COLUMNS)
        has = np.zeros((len(texts), COLUMNS), np.float32)
        has[owners[inside], columns[inside] - start] = 1
        common += has @ has.T
    left, right = np.nonzero(np.triu(common, 1))
    return np.stack([texts[left], texts[right], common[left, right].astype(np.int64)])


def components(texts: int, pairs: Array) -> Array:
    """For each text the least one that it is linked to, directly or by way of others: int64.

    The pairs are int64 (2, pairs); gives int64 (texts,).
    """
    least = np.arange(texts)
    left, right = pairs
    while len(left):
        nearer = np.minimum(least[left], least[right])
        if (least[left] == nearer).all() and (least[right] == nearer).all():
            break
        np.minimum.at(least, left, nearer)
        np.minimum.at(least, right, nearer)
        # Whatever that one is linked to is linked, too: so a long chain takes few rounds.
        least = least[least]
    return least
