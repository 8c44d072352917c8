"""Which pairs of words are also written as one: by how often each way is met, and in what company."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from tests.lexicon.company import WordCounts
from tests.lexicon.contexts import WINDOW, Numbers, Vectors, vectors
from tests.lexicon.family_table import HandWords

LEAST_LIKENESS_SPACED = 0.6
LEAST_LIKENESS_HYPHENATED = 0.4
"""The cosine of the company of one word and of two; with a hyphen, which nobody writes by chance, less is enough."""
LEAST_PAIRS = 3
"""How often the two words must be met."""
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
    number_of = {word: number for number, word in enumerate(counted.words)}
    parts = {
        (number_of[word[:cut]], number_of[word[cut:]]): number
        for word, number in number_of.items()
        if len(word) >= SHORTEST_COMPOUND and word.isalpha()
        for cut in range(1, len(word) - 1)
        if word[:cut] in number_of and word[cut:] in number_of
    }
    codes = np.sort(np.array([first << 32 | second for first, second in parts], np.int64))
    ids = counted.ids.astype(np.int64)
    met = ids[:-1] << 32 | ids[1:]
    rows = np.minimum(np.searchsorted(codes, met), len(codes) - 1)
    places = np.flatnonzero((codes[rows] == met) & (counted.text_of[1:] == counted.text_of[:-1]))
    rows = rows[places]
    hyphened = counted.hyphened[places + 1]
    spaced, with_hyphen = Counter(rows[~hyphened].tolist()), Counter(rows[hyphened].tolist())
    closed = np.array([parts[int(code) >> 32, int(code) & 0xFFFFFFFF] for code in codes])
    both = vectors(np.concatenate([company_around(counted, places, rows, len(codes)), counted.counts[closed]]))
    cosines = np.einsum("ij,ij->i", both[: len(codes)], both[len(codes) :])
    totals = np.bincount(counted.ids, minlength=len(counted.words))
    return [
        Compound(
            counted.words[int(code) >> 32],
            counted.words[int(code) & 0xFFFFFFFF],
            spaced[row],
            with_hyphen[row],
            int(totals[closed[row]]),
            float(cosines[row]),
        )
        for row, code in enumerate(codes)
        if spaced[row] + with_hyphen[row] >= LEAST_PAIRS
    ]


def is_spaced(each: Compound, hand: HandWords) -> bool:
    """Whether the two words, with a space between them, are the one word."""
    return each.spaced >= LEAST_PAIRS and each.cosine >= LEAST_LIKENESS_SPACED and not is_severed(each, hand)


def is_hyphenated(each: Compound, hand: HandWords) -> bool:
    """Whether the two words, with a hyphen between them, are the one word."""
    enough = each.hyphenated >= LEAST_PAIRS and each.cosine >= LEAST_LIKENESS_HYPHENATED
    return enough and not is_severed(each, hand)


def is_severed(each: Compound, hand: HandWords) -> bool:
    """Whether it was said by hand that the two are not the one."""
    return (min(each.first, each.second), max(each.first, each.second)) in hand.severed


def company_around(counted: WordCounts, places: Numbers, rows: Numbers, pairs: int) -> Vectors:
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
