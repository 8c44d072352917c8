"""Fingerprints of articles: few numbers of each, of which copies of a text share some, whatever was cut or added.

They are shingles (Broder, "On the resemblance and containment of documents", 1997) of which those with a hash of 0
modulo a number are kept (Manber, "Finding similar files in a large file system", 1994).

The plain algorithm: the CRC-32 of each word of the body, of its form in UTF-8, as `index.analysis` has forms, gives a
number; five words in a row give (n1·m⁴ + n2·m³ + n3·m² + n4·m + n5) mod 2⁶⁴, m being MULTIPLIER, of which the upper 32
bits are the hash of the run; the hashes that are 0 mod 8 are the fingerprints, each once. Whether a run is kept depends
on its five words alone: two articles that share a run both keep its fingerprint, or both do not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar
from zlib import crc32

import numpy as np

from index.inversion.tokenizing import Vocabulary, WordColumns
from index.storage.arrays import Array, distinct, lengths_between, ranges, starts_of, together
from index.storage.doc_values import numbers_of
from index.storage.multi_valued import DocumentRows, Rows

RUN = 5
"""Words in a row."""
KEPT = 8
"""One of so many hashes is kept: about 45 of an article of 350 words, of which a copied sentence has two or three."""
MULTIPLIER = 0x9E3779B97F4A7C15
"""Odd, so that no bit of a word is lost; the fraction of the golden ratio, as in Knuth's multiplicative hashing."""
PORTION = 250_000
"""Words that are looked at together: few enough for the cache of the processor."""


@dataclass(frozen=True, slots=True)
class FingerprintRows(DocumentRows):
    """The fingerprints of each article."""

    table: ClassVar[str] = "print"
    value: Array
    """Ascending in each article, each once; below 2³²: uint32, or int64 in the making, (rows,)."""


@dataclass(frozen=True, slots=True)
class DigestRows(DocumentRows):
    """One number for the whole body of each article."""

    table: ClassVar[str] = "digest"
    value: Array
    """The same for the same words in the same order; 0 for a body without words; below 2⁶³: uint64, or int64 in the
    making, (documents,)."""


def rows_of_words(vocabulary: Vocabulary, words: WordColumns) -> tuple[FingerprintRows, DigestRows]:
    """The rows of articles whose texts are, one after the other, title, body, title, body."""
    hashes = word_hashes(vocabulary.forms)
    prints, numbers = [], []
    for bodies, starts in bodies_in_portions(words):
        of_words = hashes[words.forms[bodies]]
        prints.append(fingerprints(of_words, starts))
        numbers.append(digests(of_words, starts))
    return one_after_the_other(FingerprintRows, prints), one_after_the_other(DigestRows, numbers)


def bodies_in_portions(words: WordColumns) -> Iterator[tuple[Array, Array]]:
    """The places of the words of about PORTION words' bodies at a time, and where each body begins among them.

    Gives int64 (words,) and int64 (bodies + 1,).
    """
    begins, lengths = starts_of(words.lengths)[1:-1:2], words.lengths[1::2]
    ends, first = begins + lengths, 0
    while first < len(begins):
        last = max(first + 1, int(np.searchsorted(ends, begins[first] + PORTION)))
        yield ranges(begins[first:last], lengths[first:last]), starts_of(lengths[first:last])
        first = last


def one_after_the_other(table: type[Rows], parts: Sequence[Rows]) -> Rows:
    """The rows of articles that come in parts; the columns are int64."""
    counts = [lengths_between(part.starts) for part in parts]
    columns = [together(getattr(part, name) for part in parts) for name in table.names()]
    return table.of_columns(starts_of(together(counts)), columns)


def word_hashes(forms: Iterable[str]) -> Array:
    """The number of each form: uint64 (forms,)."""
    return numbers_of(crc32(form.encode("utf-8", "surrogatepass")) for form in forms).astype(np.uint64)


def fingerprints(words: Array, starts: Array) -> FingerprintRows:
    """The fingerprints of articles whose bodies begin at `starts` among these hashes of words; ascending in each.

    `words` is uint64 (words,), `starts` int64 (bodies + 1,).
    """
    runs, owners = run_hashes(words, starts, RUN)
    hashes = runs >> np.uint64(32)
    kept = np.flatnonzero(hashes % np.uint64(KEPT) == 0)
    keys = distinct((owners[kept].astype(np.uint64) << np.uint64(32)) | hashes[kept])
    counts = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(starts) - 1)
    return FingerprintRows(starts_of(counts), (keys & np.uint64(0xFFFFFFFF)).astype(np.int64))


def run_hashes(words: Array, starts: Array, length: int) -> tuple[Array, Array]:
    """The hashes of all runs of so many words in texts that begin at `starts`, uint64, and the text of each, int64.

    `words` is uint64 (words,), `starts` int64 (texts + 1,); both are (runs,).
    """
    runs = max(0, len(words) - length + 1)
    hashes = np.zeros(runs, np.uint64)
    for offset in range(length):
        hashes *= np.uint64(MULTIPLIER)
        hashes += words[offset : offset + runs]
    ends = np.maximum(starts[1:] - (length - 1), starts[:-1])
    inside = ranges(starts[:-1], ends - starts[:-1])
    return hashes[inside], np.repeat(np.arange(len(starts) - 1), ends - starts[:-1])


def digests(words: Array, starts: Array) -> DigestRows:
    """One number for each body, the same for the same words in the same order; 0 for one without words.

    `words` is uint64 (words,), `starts` int64 (bodies + 1,).
    """
    places = np.arange(len(words)) - np.repeat(starts[:-1], np.diff(starts))
    powers = np.cumprod(np.full(int(places.max(initial=0)) + 1, MULTIPLIER, np.uint64))
    # Numbers of 64 bits wrap around, so a difference of running sums is the sum between.
    sums = np.append(np.uint64(0), np.cumsum(mixed(words) * powers[places], dtype=np.uint64))
    # The top bit goes: rows hold no number below 0.
    values = mixed(sums[starts[1:]] - sums[starts[:-1]]) >> np.uint64(1)
    return DigestRows(np.arange(len(starts)), values.astype(np.int64))


def mixed(numbers: Array) -> Array:
    """Each number with its bits spread over all 64: the end of SplitMix64 (Steele, Lea and Flood 2014); 0 stays 0.

    Both are uint64 (n,).
    """
    spread = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(spread ^ (spread >> np.uint64(31)))
