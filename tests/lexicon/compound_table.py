"""Which pairs of words with a hyphen are also written as one: by how often each is met, and in what company."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.lexicon.company import WordCounts
from tests.lexicon.contexts import WINDOW, Vectors, vectors
from tests.lexicon.family_table import HandWords

LEAST_LIKENESS = 0.05
"""The cosine of the company of one word and of two; nobody puts a hyphen by chance, so that little is enough."""
LEAST_PAIRS = 3
"""How often the two words must be met with a hyphen."""
SHORTEST_COMPOUND = 5


@dataclass(frozen=True, slots=True)
class Compound:
    """Two words and their compound: how often spaced, hyphenated and closed, and the cosine of open and closed."""

    first: str
    second: str
    spaced: int
    hyphenated: int
    closed: int
    cosine: float


def compounds(counted: WordCounts) -> list[Compound]:
    """The pairs of words of a pile whose closed form is a word of it as well."""
    closed_of = closed_forms(counted.words)
    codes = np.sort(np.array(list(closed_of), np.int64))
    places, codes_met = pairs_met(counted, codes)
    codes, rows, times = np.unique(codes_met, return_inverse=True, return_counts=True)
    often = times >= LEAST_PAIRS
    kept = often[rows]
    places, rows = places[kept], (np.cumsum(often) - 1)[rows[kept]]
    codes, times = codes[often], times[often]
    closed = np.array([closed_of[int(code)] for code in codes])
    both = vectors(np.concatenate([company_around(counted, places, rows, len(codes)), counted.counts[closed]]))
    cosines = np.einsum("ij,ij->i", both[: len(codes)], both[len(codes) :])
    hyphenated = np.bincount(rows[counted.hyphened[places + 1]], minlength=len(codes))
    totals = np.bincount(counted.ids, minlength=len(counted.words))
    return [
        Compound(
            counted.words[int(code) >> SHIFT],
            counted.words[int(code) & MASK],
            int(times[row] - hyphenated[row]),
            int(hyphenated[row]),
            int(totals[closed[row]]),
            float(cosines[row]),
        )
        for row, code in enumerate(codes)
    ]


SHIFT = 32
MASK = (1 << SHIFT) - 1
"""A pair of words is one number: the first above the second."""


def closed_forms(words: list[str]) -> dict[int, int]:
    """The number of the closed form of each pair of words, by the number of the pair."""
    number_of = {word: number for number, word in enumerate(words)}
    return {
        number_of[word[:cut]] << SHIFT | number_of[word[cut:]]: number
        for word, number in number_of.items()
        if len(word) >= SHORTEST_COMPOUND and word.isalpha()
        for cut in range(1, len(word) - 1)
        if word[:cut] in number_of and word[cut:] in number_of
    }


def pairs_met(counted: WordCounts, codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where pairs of words stand in the pile, and which, int64 (n,) each; `codes`, ascending, are those looked for."""
    ids = counted.ids.astype(np.int64)
    met = ids[:-1] << SHIFT | ids[1:]
    nearest = codes[np.minimum(np.searchsorted(codes, met), len(codes) - 1)]
    places = np.flatnonzero((nearest == met) & (counted.text_of[1:] == counted.text_of[:-1]))
    return places, met[places]


def is_hyphenated(each: Compound, hand: HandWords) -> bool:
    """Whether the two words, with a hyphen between them, are the one word."""
    enough = each.hyphenated >= LEAST_PAIRS and each.cosine >= LEAST_LIKENESS
    return enough and (each.first, each.second) not in hand.no_compounds


def company_around(counted: WordCounts, places: NDArray[np.int64], rows: NDArray[np.int64], pairs: int) -> Vectors:
    """What stands within WINDOW words of each pair, float32 (pairs, COMPANIONS).

    `places` are where pairs begin in the pile, and `rows`, of the same length, the number of each pair.
    """
    columns = counted.counts.shape[1]
    counts = np.zeros((pairs, columns), np.float32)
    for step in (*range(-WINDOW, 0), *range(2, WINDOW + 2)):
        others = places + step
        inside = (others >= 0) & (others < len(counted.ids))
        others, own, row = others[inside], places[inside], rows[inside]
        companion = counted.ids[others]
        kept = (counted.text_of[others] == counted.text_of[own]) & (companion < columns)
        np.add.at(counts, (row[kept], companion[kept]), np.float32(1))
    return counts
