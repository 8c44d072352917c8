"""In what company words stand: a vector for each word that a pile of news uses, and how often it is used."""

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analysis import form
from index.orthography.word_pattern import WORD

WINDOW = 5
"""Words on each side that count as company."""
DIMENSIONS = 128
COMPANIONS = 8_000
"""The most frequent words, which alone are counted as company: rarer ones say little and cost gigabytes."""
LEAST_TEXTS = 20
"""Articles that a word must stand in before its company is believed."""
PASSES = 2
"""Rounds of the power iteration; the spectrum of such counts falls slowly."""
HYPHENS = "-\u2010\u2011"
SMOOTHING = 0.75
"""The power to which frequencies of companions are raised (Levy, Goldberg and Dagan 2015)."""

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Pile:
    """The words of all articles, as numbers.

    `words` are the forms by number; `ids` is int32 (tokens,), the words in reading order; `text_of` is int32
    (tokens,), ascending, the article each stands in; `hyphened` is bool (tokens,), whether only a hyphen stands
    between a word and the one before. `texts` and `small` are int32 (words,): the articles that a word stands in, and
    how often it is written with a small first letter.
    """

    words: list[str]
    ids: Numbers
    text_of: Numbers
    hyphened: NDArray[np.bool_]
    texts: Numbers
    small: Numbers

    @property
    def counts(self) -> Numbers:
        """How often each word stands in the pile, int32 (words,)."""
        return np.bincount(self.ids, minlength=len(self.words)).astype(np.int32)


def pile_of(folders: list[Path]) -> Pile:
    """The words of the articles in `corpus.jsonl` of these folders."""
    numbers: dict[str, int] = {}
    ids, lengths, small, hyphened = array("i"), array("i"), array("i"), array("b")
    for text in texts(folders):
        before, end = len(ids), 0
        for match in WORD.finditer(text):
            written = match.group()
            number = numbers.setdefault(form(written), len(numbers))
            if number == len(small):
                small.append(0)
            small[number] += written[0].islower()
            ids.append(number)
            hyphened.append(match.start() == end + 1 and text[end] in HYPHENS)
            end = match.end()
        lengths.append(len(ids) - before)
    all_ids = np.frombuffer(ids, np.int32)
    text_of = np.repeat(np.arange(len(lengths), dtype=np.int32), np.frombuffer(lengths, np.int32))
    pairs = np.unique(text_of.astype(np.int64) * len(numbers) + all_ids)
    in_texts = np.bincount(pairs % len(numbers), minlength=len(numbers)).astype(np.int32)
    return Pile(
        list(numbers), all_ids, text_of, np.frombuffer(hyphened, np.bool_), in_texts, np.frombuffer(small, np.int32)
    )


def texts(folders: list[Path]) -> Iterator[str]:
    """Title and text of each article."""
    for folder in folders:
        with (folder / "corpus.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield f"{record.get('title') or ''}\n\n{record.get('text') or ''}"


def company_counts(ids: Numbers, text_of: Numbers, rows: int, columns: int) -> Vectors:
    """How often each word, by row, has each companion, by column, within WINDOW words: float32 (rows, columns).

    `ids` int32 (tokens,) are numbers of words by falling frequency, so that the companions are the first; words
    that have no row are numbered from `rows` on.
    """
    counts = np.zeros(rows * columns, np.float32)
    for distance in range(1, WINDOW + 1):
        same = text_of[distance:] == text_of[:-distance]
        for word, companion in ((ids[distance:], ids[:-distance]), (ids[:-distance], ids[distance:])):
            kept = same & (word < rows) & (companion < columns)
            np.add.at(counts, word[kept].astype(np.int64) * columns + companion[kept], np.float32(1))
    return counts.reshape(rows, columns)


def vectors(counts: Vectors) -> Vectors:
    """A vector of length 1 for each row: positive pointwise mutual information in DIMENSIONS dimensions.

    float32 (rows, DIMENSIONS); zero where a word has no company. `counts` are used up.
    """
    weights = counts.sum(0) ** SMOOTHING
    counts /= np.maximum(counts.sum(1, keepdims=True), 1)
    counts /= np.maximum(weights / weights.sum(), 1e-12)
    np.log(counts, out=counts, where=counts > 0)
    np.maximum(counts, 0, out=counts)
    random = np.random.default_rng(10)
    basis = random.standard_normal((counts.shape[1], DIMENSIONS + 16), np.float32)
    for _ in range(PASSES):
        basis, _upper = np.linalg.qr(counts.T @ (counts @ basis))
    left, sizes, _right = np.linalg.svd(counts @ basis, full_matrices=False)
    rows: Vectors = (left[:, :DIMENSIONS] * np.sqrt(sizes[:DIMENSIONS])).astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows
